/**
 * U-104 for the output: a month of it that is odd beside what the works used in it, and would be usual if a slip of the unit were undone.
 * Where all carriers are as ever it is the output that slipped; without a carrier it is held against its own months.
 */
import { obtain } from "../../domain/obtain.ts";
import { nearly } from "../../exact/exact.ts";
import { compare, fromExact, minus, oneRatio, per, plus, type Ratio, sign, times, whole } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { countLimit, monthName, ratioLimit, writtenUnit } from "../asking.ts";
import { clearsSlippedOutput } from "../clear/output-months.ts";
import { factorOf, floats } from "../deviation.ts";
import { guidesOfOutput, oddFrom, outputTrack, ownScatter, type Track, type Usual, usualBy } from "../guides.ts";
import { roughly } from "../history.ts";
import { once } from "../once.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps } from "../series.ts";
import { slipped } from "../slip.ts";
import { farther } from "../years/levels.ts";
import { thingsOf } from "../years/things.ts";

export const slippedOutput: FirmRule = {
	id: "U-104-output",
	code: "suspected-unit-slip",
	clears: clearsSlippedOutput,
	judge: (one) => {
		if (one.output === undefined) return notChecked("no-output");
		if (one.output.steps.length < countLimit(one.limit, "history-months")) return notChecked("too-few-months");
		return answer(outputSlips(one).map((slip) => suspicionOf(one, slip)));
	},
};

type Step = OutputSteps["steps"][number];

interface Slip {
	readonly step: Step;
	readonly usual: Ratio;
	readonly causes: readonly [Explained, ...Explained[]];
}

const made = once<OutputSteps, readonly Slip[]>();

/** Months of the output that a slip explains, in order of time. */
export function outputSlips(one: FirmCase): readonly Slip[] {
	const { output } = one;
	const track = outputTrack(one);
	if (output === undefined || track === undefined) return [];
	return obtain(made, output, () => (mayStandOut(one, track) ? find(one, output, track) : []));
}

/** Whether any month is so many times another: nearly all outputs are looked at once. */
function mayStandOut({ limit }: FirmCase, { sizes }: Track): boolean {
	const used = sizes.filter((size) => size > 0);
	return used.length > 0 && Math.max(...used) >= Math.min(...used) * nearly(limit("slip-gap"));
}

function find(one: FirmCase, { steps }: OutputSteps, track: Track): Slip[] {
	const places = [...steps.keys()].filter((index) => (track.sizes[index] as number) > 0);
	const first = places.filter((index) => oddBy(one, track, index, new Set()) !== undefined);
	const aside = new Set(first);
	const odd = first.flatMap((index): [number, Usual][] => {
		const usual = oddBy(one, track, index, aside);
		return usual === undefined ? [] : [[index, usual]];
	});
	if (compare(whole(odd.length), times(ratioLimit(one.limit, "slip-share"), whole(places.length))) > 0) return [];
	const gap = ratioLimit(one.limit, "slip-gap");
	return odd.flatMap(([index, { guide, value: usual }]): Slip[] => {
		const step = steps[index] as Step;
		if (isAsItsYear(steps, step, nearly(one.limit("slip-gap")))) return [];
		const amount = fromExact(step.amount);
		if (compare(farther(amount, usual), gap) < 0) return [];
		const within = ownScatter(one, guide);
		const [cause, ...more] = explain(
			{ ...{ amount, above: compare(amount, usual) > 0, usual }, of: "output", written: writtenUnit(one, step.entry) },
			(value) => factorOf(floats, roughly(value), roughly(usual)) <= within,
		);
		return cause === undefined ? [] : [{ step, usual, causes: [cause, ...more] }];
	});
}

/** Fewer other months of a year do not say how large its months are. */
const fewestOfYear = 3;

/**
 * Whether a month is as its own year: then it is the year that slipped, or the one beside it, and the month shows it only since those around
 * it are of both.
 */
function isAsItsYear(steps: readonly Step[], step: Step, gap: number): boolean {
	const own = steps.flatMap((other) => (other !== step && other.year === step.year ? [nearly(other.amount)] : []));
	const middle = own.sort((a, b) => a - b)[own.length >> 1];
	return own.length >= fewestOfYear && middle !== undefined && middle > 0 && factorOf(floats, nearly(step.amount), middle) < gap;
}

/** What the month would be where every carrier that has a say finds it odd, by the best; by itself where there is none. */
function oddBy(one: FirmCase, track: Track, index: number, aside: ReadonlySet<number>): Usual | undefined {
	const asked = guidesOfOutput(one).flatMap((guide) => usualBy(track, guide, index, (other) => aside.has(other)) ?? []);
	const carriers = asked.filter(({ guide }) => guide.by === "carrier");
	const judges = carriers.length > 0 ? carriers : asked;
	const isOdd = ({ guide, near }: Usual): boolean => factorOf(floats, track.sizes[index] as number, near) >= oddFrom(one, guide);
	return judges.every(isOdd) ? judges[0] : undefined;
}

function suspicionOf(one: FirmCase, { step, usual, causes }: Slip): Suspicion {
	const { entry, year } = step;
	const amount = fromExact(step.amount);
	const { indicator } = one.rules.facts;
	return slipped({
		...{ what: { of: "indicator", indicator, prices: "unstated" }, why: "own-months", usual, unit: entry.unit, causes },
		...{ ratio: rounded(per(amount, usual), 4), row: entry, firm: one.record.firm, period: monthName(step), year },
		impact: outputImpact(one, year, minus(causes[0].value, amount)),
	});
}

/** t CO2 that the year's total would have to change by, were its output so much more; null where that is not known. */
export function outputImpact(one: FirmCase, year: number, more: Ratio): Ratio | null {
	const total = one.firm.years.find((each) => each.year === year)?.emissions.total;
	// Of a year that is not whole, its months.
	const is =
		thingsOf(one)
			.find(({ series }) => series === null)
			?.amounts.get(year) ?? ofMonths(one, year);
	if (total == null || is === undefined) return null;
	const meant = plus(is, more);
	return sign(meant) <= 0 ? null : times(total, minus(per(is, meant), oneRatio));
}

function ofMonths({ output }: FirmCase, year: number): Ratio | undefined {
	const own = output?.steps.filter((step) => step.year === year) ?? [];
	return own.length === 0 ? undefined : own.map(({ amount }) => fromExact(amount)).reduce(plus);
}
