/**
 * N-08: a month with output and no energy, or with energy and no output. Only what tables say counts: a month that is not there
 * is missing, not zero.
 */
import { write } from "../../domain/period.ts";
import { compare, type Exact, product, sign, sum } from "../../exact/exact.ts";
import { fromExact, plus, type Ratio, times, zeroRatio } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { twiceMedian } from "../../ledger/rules/unit-slip.ts";
import { guidesOfOutput, outputTrack, usualOf } from "../guides.ts";
import { type History, historyOf, type OutputHistory, outputHistoryOf } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps, Series, Step } from "../series.ts";
import { outputImpact } from "./slipped-output.ts";

/** What one carrier did in a month. */
interface Done {
	readonly series: Series;
	readonly step: Step;
}

/** The same, beside twice the median of its other months. */
interface Used extends Done {
	readonly twiceUsual: Exact | undefined;
}

export const outputAndEnergy: FirmRule = {
	id: "N-08",
	code: "output-and-energy-disagree",
	clears: "by-shape",
	judge: (one) => {
		if (one.output === undefined) return notChecked("no-output");
		const burnt = one.series.filter(({ use }) => use === "consumed");
		if (burnt.length === 0) return notChecked("no-months");
		if (burnt.some((series) => ranThroughout(historyOf(series), outputHistoryOf(one.output as OutputSteps)))) return answer([]);
		const idle = one.limit("idle-share");
		const suspicions: Suspicion[] = [];
		const months = burnt.map((series) => ({ series, steps: byMonth(series) }));
		for (const { year, month, amount, entry } of one.output.steps) {
			const done = months.flatMap(({ series, steps }): Done[] => {
				const step = steps.get(monthOf({ year, month }));
				return step === undefined ? [] : [{ series, step }];
			});
			const period = write({ year, from: month, to: month });
			if (sign(amount) === 0) {
				const running = done.map(withUsual).filter(({ step, twiceUsual }) => runs(step.amount, twiceUsual, idle));
				if (running.length === 0) continue;
				const about = remark("output-and-energy-disagree", { of: "no-output", carriers: namesOf(running) });
				// The emissions stay; it is the output that is in doubt, by what the works would usually have made of what it used.
				const impact = usualOutput(one, { year, month });
				suspicions.push({ finding: finding(about, placeOf(entry), one.record.firm, period), year, impact, rough: true });
				continue;
			}
			// Nearly every month has both: what is usual is asked only where one has none.
			if (done.some(({ step }) => sign(step.amount) !== 0)) continue;
			const stopped = done.map(withUsual).filter(({ twiceUsual }) => twiceUsual !== undefined && sign(twiceUsual) > 0);
			const [first] = stopped;
			if (first === undefined) continue;
			const about = remark("output-and-energy-disagree", { of: "no-energy", carriers: namesOf(stopped) });
			suspicions.push({
				finding: finding(about, placeOf(first.step.entry), one.record.firm, period),
				year,
				impact: usualTonnes(one, stopped, year),
			});
		}
		return answer(suspicions);
	},
};

/** Whether something was made and used in every month of the output. */
function ranThroughout(used: History, made: OutputHistory): boolean {
	let place = 0;
	for (let index = 0; index < made.at.length; index += 1) {
		const now = made.at[index] as number;
		while ((used.at[place] as number) < now) place += 1;
		if (used.at[place] !== now || used.sizes[place] === 0 || made.sizes[index] === 0) return false;
	}
	return true;
}

/** What the year's total would have to change by, were the output of a month at zero as usual; null where nobody can say. */
function usualOutput(one: FirmCase, { year, month }: Pick<Step, "year" | "month">): Ratio | null {
	const track = outputTrack(one);
	const index = track?.at.indexOf(monthOf({ year, month }) - 1) ?? -1;
	const usual = track === undefined || index < 0 ? undefined : usualOf(track, guidesOfOutput(one), index);
	return usual === undefined ? null : outputImpact(one, year, usual.value);
}

const monthOf = ({ year, month }: { readonly year: number; readonly month: number }): number => year * 12 + month;

function byMonth({ steps }: Series): ReadonlyMap<number, Step> {
	return new Map(steps.map((step) => [monthOf(step), step]));
}

function withUsual({ series, step }: Done): Used {
	const others = series.steps.filter((one) => one !== step).map(({ amount }) => amount);
	return { series, step, twiceUsual: others.length === 0 ? undefined : twiceMedian(others.sort(compare)) };
}

/** More than what heats and lights a works that stands still: a share of the usual month. */
function runs(amount: Exact, twiceUsual: Exact | undefined, idle: Exact): boolean {
	if (twiceUsual === undefined) return sign(amount) > 0;
	return compare(sum(amount, amount), product(twiceUsual, idle)) > 0;
}

function namesOf(used: readonly Used[]): string[] {
	return [...new Set(used.map(({ series }) => series.carrier))].sort();
}

/** What a usual month of them counts in the year, in t CO2; null where one has no factor. */
function usualTonnes(one: FirmCase, used: readonly Used[], year: number): Ratio | null {
	let total = zeroRatio;
	for (const { series, twiceUsual } of used) {
		const perUnit = one.tonnesPerUnit(year, series.carrier, series.use);
		if (perUnit === undefined || twiceUsual === undefined) return null;
		const { over, under } = fromExact(twiceUsual);
		total = plus(total, times({ over, under: under * 2n }, perUnit));
	}
	return total;
}
