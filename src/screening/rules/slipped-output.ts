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
import { factorOf, floats } from "../deviation.ts";
import { guidesOfOutput, oddFrom, outputTrack, ownScatter, type Track, type Usual, usualBy } from "../guides.ts";
import { roughly } from "../history.ts";
import { once } from "../once.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps } from "../series.ts";
import { slipped } from "../slip.ts";
import { farther } from "../years/strangers.ts";
import { thingsOf } from "../years/things.ts";

export const slippedOutput: FirmRule = {
	id: "U-104-output",
	code: "suspected-unit-slip",
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
	const ofYears = yearsApart(steps, odd, nearly(one.limit("slip-gap")));
	return odd.flatMap(([index, { guide, value: usual }]): Slip[] => {
		const step = steps[index] as Step;
		if (ofYears.has(step.year)) return [];
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

/**
 * Years that stand as far from the others with their odd months as usual: the year slipped, and its first or last month alone shows it,
 * since the months around the others are as wrong as they are.
 */
function yearsApart(steps: readonly Step[], odd: readonly (readonly [number, Usual])[], gap: number): Set<number> {
	const usual = new Map(odd.map(([index, { near }]) => [steps[index] as Step, near]));
	const years = new Map<number, { all: number; months: number }>();
	for (const step of steps) {
		const year = obtain(years, step.year, () => ({ all: 0, months: 0 }));
		year.all += usual.get(step) ?? nearly(step.amount);
		year.months += 1;
	}
	const levels = [...years].map(([year, { all, months }]) => ({ year, level: all / months }));
	const isApart = ({ year, level }: (typeof levels)[number]): boolean => {
		const others = levels.filter((other) => other.year !== year).map((other) => other.level);
		const middle = others.sort((a, b) => a - b)[others.length >> 1];
		return middle !== undefined && factorOf(floats, level, middle) >= gap;
	};
	return new Set(levels.filter(isApart).map(({ year }) => year));
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
