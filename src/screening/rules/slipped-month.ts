/**
 * U-104, U-105, U-106: a month that stands apart from all others, and would stand among them if a slip of the unit were undone:
 * a power of ten, a constant between two units of energy, or carbon for carbon dioxide. One rule asks for all, because 3.6
 * and 44/12 can only be reported together. What the ledger calls an error (`unit-slip`) is left to it.
 */
import { code } from "../../domain/period.ts";
import { nearly, sign } from "../../exact/exact.ts";
import { compare, constant, fromExact, per, type Ratio, times, whole } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { unitSlips } from "../../ledger/rules/unit-slip.ts";
import { type Parted, part } from "../apart.ts";
import {
	askEach,
	countLimit,
	entryOf,
	impactOf,
	monthName,
	nothing,
	ownFactors,
	ratioLimit,
	subjectOf,
	writtenUnit,
} from "../asking.ts";
import { clearsSlips } from "../clear/slips.ts";
import { coalEquivalentMonths } from "../coal-equivalent-months.ts";
import { factorOf, floats } from "../deviation.ts";
import { explainedMonths } from "../explained.ts";
import { companionsOf, isShared, ownScatter } from "../guides.ts";
import { type History, historyOf, roughly, slack } from "../history.ts";
import { oddMonths } from "../odd-months.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { slipped } from "../slip.ts";

export const slippedMonth: FirmRule = {
	id: "U-104",
	code: "suspected-unit-slip",
	clears: clearsSlips,
	judge: (one) =>
		askEach(one, countLimit(one.limit, "history-months"), (series, history) => {
			const slips = slipsOf(one, series, history);
			return slips.length === 0 ? nothing : slips.map((slip) => suspicionOf(one, series, slip));
		}),
};

/** Months of a series that a slip explains, suspected here or an error of the ledger's, or another cause of their own. */
export function slippedMonths(one: FirmCase, series: Series): ReadonlySet<Step> {
	const suspected = slipsOf(one, series, historyOf(series)).map(({ step }) => step);
	const [errors, explained] = [errorsOf(one, series), explainedMonths(one, series)];
	return new Set([...suspected, ...series.steps.filter((step, index) => errors.has(codeOf(step)) || explained.has(index))]);
}

interface Slip {
	readonly step: Step;
	readonly usual: Ratio;
	/** The likeliest first. */
	readonly causes: readonly [Explained, ...Explained[]];
}

/**
 * Whether floats leave it open that some months, and not too many, stand apart from the rest: the same grouping as `part`, in
 * which a gap that is nearly wide enough leaves everything open.
 */
function mayBeApart({ limit }: FirmCase, { sizes, highest, lowest, used }: History): boolean {
	const gap = nearly(limit("slip-gap"));
	if (highest < lowest * gap * (1 - slack)) return false;
	const sorted = sizes.filter((size) => size > 0).sort((a, b) => a - b);
	let [largest, group] = [0, 0];
	for (const [index, size] of sorted.entries()) {
		const quotient = index === 0 ? 1 : size / (sorted[index - 1] as number);
		if (Math.abs(quotient - gap) <= gap * slack) return true;
		if (quotient >= gap) group = 0;
		group += 1;
		if (group > largest) largest = group;
	}
	const outside = used - largest;
	return outside > 0 && outside <= nearly(limit("slip-share")) * used + slack;
}

/** Beside the output where the month has one, else among the months themselves; in order of time. */
function slipsOf(one: FirmCase, series: Series, history: History): Slip[] {
	const slips = besideOutput(one, series, history);
	if (mayBeApart(one, history)) slips.push(...amongMonths(one, series, history));
	slips.push(...coalEquivalentMonths(one, series).filter(({ step }) => slips.every((other) => other.step !== step)));
	if (slips.length === 0) return slips;
	const explained = explainedMonths(one, series);
	return slips
		.filter(({ step }) => !isAmong(explained, series.steps.indexOf(step)))
		.sort((a, b) => codeOf(a.step) - codeOf(b.step));
}

/** A month that has a cause of its own, or stands between two that have. */
function isAmong(explained: ReadonlySet<number>, index: number): boolean {
	return explained.has(index) || (explained.has(index - 1) && explained.has(index + 1));
}

/** Months that are odd beside the output, and would be as the firm's months are if a slip were undone. */
function besideOutput(one: FirmCase, series: Series, { used }: History): Slip[] {
	const odd = oddMonths(one, series);
	if (odd.size === 0) return [];
	const gap = ratioLimit(one.limit, "slip-gap");
	const [errors, toDate] = [errorsOf(one, series), yearsToDate(one, series)];
	const apart = [...odd].filter(([index, { value }]) => isFar(fromExact((series.steps[index] as Step).amount), value, gap));
	const share = ratioLimit(one.limit, "slip-share");
	if (compare(whole(apart.length), times(share, whole(used))) > 0) return [];
	const yearOf = (index: number): number => (series.steps[index] as Step).year;
	// Most months of one year apart are of another kind: sums, readings, another works.
	const isMany = (year: number): boolean => {
		const months = series.steps.filter((step) => step.year === year).length;
		const its = apart.filter(([index]) => yearOf(index) === year).length;
		return its > 1 && compare(whole(its), times(share, whole(months))) > 0;
	};
	return apart.flatMap(([index, { guide, value: usual }]) => {
		const step = series.steps[index] as Step;
		if (isMany(step.year)) return [];
		if (errors.has(codeOf(step)) || toDate.has(step.year)) return [];
		const amount = fromExact(step.amount);
		const within = ownScatter(one, guide);
		const causes = explain(
			{
				...{ amount, above: compare(amount, usual) > 0, usual },
				...{ of: one.partOf(series.carrier), written: writtenUnit(one, entryOf(step)) },
				own: ofItsOwn(one, series),
			},
			(value) => factorOf(floats, roughly(value), roughly(usual)) <= within,
		);
		return slipOfCauses(one, step, usual, causes);
	});
}

/** What is held in energy has its coal equivalent among the slips of all. */
function ofItsOwn(one: FirmCase, series: Series): ReturnType<typeof ownFactors> {
	return series.unit === "GJ" || series.unit === "kWh" ? [] : ownFactors(one, series);
}

/** Of several causes those that are nearly as good as the likeliest, and other than it: 3.6 and 44/12 are 1.9 % apart. */
function slipOfCauses(one: FirmCase, step: Step, usual: Ratio, causes: readonly Explained[]): Slip[] {
	const written = writtenUnit(one, entryOf(step));
	// A lost digit looks like the 8.14 kWh of a kilogram of coal equivalent; a row in neither unit is of neither.
	const isOther = ({ factor, given, under }: Explained["cause"]): boolean =>
		factor === "8.14" && given !== written && under !== written;
	const [first, ...others] = causes.filter(({ cause }) => !isOther(cause));
	if (first === undefined) return [];
	const margin = ratioLimit(one.limit, "slip-margin");
	const isApart = (value: Ratio): boolean => isFar(value, first.value, constant("1.01")) && !isFar(value, first.value, margin);
	return [{ step, usual, causes: [first, ...others.filter(({ value }) => isApart(value))] }];
}

function isFar(a: Ratio, b: Ratio, far: Ratio): boolean {
	return compare(a, times(b, far)) >= 0 || compare(b, times(a, far)) >= 0;
}

function amongMonths(one: FirmCase, series: Series, { used }: History): Slip[] {
	const { limit } = one;
	const steps = series.steps.filter(({ amount }) => sign(amount) > 0);
	const parted = part(steps as [Step, ...Step[]], ({ amount }) => amount, limit("slip-gap"));
	const outside = parted.below.length + parted.above.length;
	const most = times(ratioLimit(limit, "slip-share"), whole(used));
	if (outside === 0 || compare(whole(outside), most) > 0) return [];
	if (parted.body.length < countLimit(limit, "history-months") - 1) return [];
	const toDate = yearsToDate(one, series);
	const seasonal = used >= countLimit(limit, "season-months");
	const errors = errorsOf(one, series);
	const slips: Slip[] = [];
	const apart = new Set([...parted.below, ...parted.above]);
	const isApart = (index: number): boolean => apart.has(series.steps[index] as Step);
	for (const side of [parted.below, parted.above]) {
		for (const step of side) {
			if (errors.has(codeOf(step)) || toDate.has(step.year)) continue;
			// Winters stand apart from summers in every year; a slip in one.
			if (seasonal && side.some(({ year, month }) => month === step.month && year !== step.year)) continue;
			const place = series.steps.indexOf(step);
			if (companionsOf(one, series, place).some(({ by }) => by === "output")) continue;
			if (isShared(one, series, place, isApart)) continue;
			slips.push(...slipOf(one, series, step, side === parted.above, parted));
		}
	}
	return slips;
}

function slipOf(one: FirmCase, series: Series, step: Step, above: boolean, { body, middle }: Parted<Step>): Slip[] {
	const margin = ratioLimit(one.limit, "slip-margin");
	const lowest = per(fromExact(body[0].amount), margin);
	const highest = times(fromExact((body.at(-1) as Step).amount), margin);
	const usual = fromExact(middle.amount);
	const causes = explain(
		{
			...{ amount: fromExact(step.amount), above, usual },
			...{ of: one.partOf(series.carrier), written: writtenUnit(one, entryOf(step)) },
			own: ofItsOwn(one, series),
		},
		(value) => compare(value, lowest) >= 0 && compare(value, highest) <= 0,
	);
	return slipOfCauses(one, step, usual, causes);
}

/** Periods that the ledger calls a slip. */
function errorsOf({ rules }: FirmCase, { steps }: Series): ReadonlySet<number> {
	const months = steps.flatMap((step) => step.lots.map(({ entry }) => ({ period: codeOf(step), entry })));
	return new Set(unitSlips(months, rules.facts.slipRatio).map(({ period }) => period));
}

/** Years in which the carrier's amounts look to date: that is the cause, and their months stand apart by nature. */
function yearsToDate({ firm }: FirmCase, { carrier, use }: Series): ReadonlySet<number> {
	return new Set(firm.toDate.filter((one) => one.carrier === carrier && one.use === use).map(({ year }) => year));
}

function codeOf({ year, month }: Step): number {
	return code({ year, from: month, to: month });
}

function suspicionOf(one: FirmCase, series: Series, { step, usual, causes }: Slip): Suspicion {
	const amount = fromExact(step.amount);
	return slipped({
		...{ what: subjectOf(series), why: "own-months", usual, ratio: rounded(per(amount, usual), 4) },
		...{ unit: series.unit, causes, row: entryOf(step) },
		...{ firm: one.record.firm, period: monthName(step), year: step.year },
		impact: impactOf(one, series, step.year, amount, causes[0].value),
	});
}
