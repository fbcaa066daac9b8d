/**
 * K-209 for the output: a month or a year of it holds the number of a carrier in the same period, digit by digit. Where it is so in more
 * than two periods the one is computed from the other, and nothing was copied.
 */
import { fromCode, write } from "../../domain/period.ts";
import { type Exact, nearly, significantDigits } from "../../exact/exact.ts";
import { compare, fromExact, minus, per, type Ratio } from "../../exact/ratio.ts";
import { finding, remark, type Subject } from "../../findings/finding.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import type { OutputSeries } from "../../ledger/ledger.ts";
import { countLimit, subjectOf } from "../asking.ts";
import { guidesOfOutput, outputTrack, usualOf } from "../guides.ts";
import { historyOf, slack } from "../history.ts";
import type { FirmCase, Suspicion } from "../rule.ts";
import { byTrend } from "../years/trend.ts";
import { outputImpact } from "./slipped-output.ts";

/** A row of energy beside a row of output in one period. */
interface Same {
	readonly period: number;
	readonly output: OutputSeries;
	readonly made: Entry;
	readonly carrier: Subject;
}

/** In more periods than these nothing was copied. */
const most = 2;

export function carriersAsOutput(one: FirmCase): Suspicion[] {
	const { indicator, product } = one.rules.facts;
	const outputs = [...one.record.output.values()].filter((each) => each.indicator === indicator && each.product === product);
	if (outputs.length === 0 || !mayBeSame(one, outputs)) return [];
	const fewest = countLimit(one.limit, "chance-digits");
	const found: Same[] = [];
	for (const lot of one.record.energy.values()) {
		if (lot.use !== "consumed") continue;
		const its = outputs.flatMap((output) =>
			[...output.entries].flatMap(([period, made]): Same[] => {
				const used = lot.entries.get(period);
				if (used === undefined || !isSameNumber(made, used)) return [];
				return significantDigits(made.amount) < fewest ? [] : [{ period, output, made, carrier: subjectOf(lot) }];
			}),
		);
		if (its.length <= most) found.push(...its);
	}
	return found.map((same) => suspicionOf(one, same));
}

/** Of a firm given month by month, whether any month's number lies where the output's do; most lie apart. */
function mayBeSame(one: FirmCase, outputs: readonly OutputSeries[]): boolean {
	let [low, high] = [Number.POSITIVE_INFINITY, 0];
	for (const { entries } of outputs)
		for (const entry of entries.values()) {
			const number = nearly(entry.amount) / unitOf(entry);
			if (number <= 0) continue;
			if (number < low) low = number;
			if (number > high) high = number;
		}
	const monthly = new Set(one.series.map(({ carrier }) => carrier));
	if ([...one.record.energy.values()].some(({ carrier }) => !monthly.has(carrier))) return true;
	return one.series.some((series) => {
		const { highest, lowest } = historyOf(series);
		const unit = unitOf((series.steps[0] as (typeof series.steps)[number]).entry);
		return highest / unit >= low * (1 - slack) && lowest / unit <= high * (1 + slack);
	});
}

function unitOf({ from }: Entry): number {
	return from.perUnit === undefined ? 1 : nearly(from.perUnit);
}

/** Whether two rows are written with one number. */
function isSameNumber(a: Entry, b: Entry): boolean {
	const [x, y] = [nearly(a.amount) / unitOf(a), nearly(b.amount) / unitOf(b)];
	if (!(x > 0) || Math.abs(x - y) > slack * x) return false;
	const [own, other] = [numberOf(a), numberOf(b)];
	return own !== undefined && other !== undefined && compare(own, other) === 0;
}

function numberOf({ amount, from: { perUnit } }: Entry): Ratio | undefined {
	return perUnit === undefined ? undefined : per(fromExact(amount), fromExact(perUnit as Exact));
}

function suspicionOf(one: FirmCase, { period, output: { indicator, prices }, made, carrier }: Same): Suspicion {
	const { year, from, to } = fromCode(period);
	const when = write({ year, from, to });
	const about = remark("other-carriers-amount", { what: { of: "indicator", indicator, prices }, other: carrier, month: when });
	const facts = one.firm.years.find((each) => each.year === year);
	return {
		finding: finding(about, placeOf(made), one.record.firm, when),
		year,
		// Of a year the works emitted what they did: by how much that is other than this output lets expect.
		impact: facts === undefined ? null : from === to ? ofMonth(one, year, from) : byTrend(one, facts),
		rough: true,
	};
}

function ofMonth(one: FirmCase, year: number, month: number): Ratio | null {
	const track = outputTrack(one);
	const index = track?.at.indexOf(year * 12 + month - 1) ?? -1;
	const usual = track === undefined || index < 0 ? undefined : usualOf(track, guidesOfOutput(one), index);
	return track === undefined || usual === undefined
		? null
		: outputImpact(one, year, minus(usual.value, fromExact(track.amount(index))));
}
