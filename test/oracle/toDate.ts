/** A year that is not whole: its months beside the same months of last year. */
import type { Firm } from "./firm.ts";
import { type FirmYear, pricedAt, shownAt } from "./firmYear.ts";
import { Fraction, HUNDRED } from "./fraction.ts";
import { judge } from "./judge.ts";
import { PLACES, requiredChange } from "./path.ts";
import { type Basis, common } from "./prices.ts";
import type { Text, ToDateFigures, Verdict } from "./types.ts";

/** Some months of a year by themselves. */
export interface Cut {
	readonly year: FirmYear;
	/** an amount goes beyond the months, so that what is left is not all of them */
	readonly crossing: boolean;
	/** one of the output */
	readonly outputCrossing: boolean;
}

/** Where last year stood under the plan: its intensity and the base's, at prices that both have; or why it stands nowhere. */
export interface LastYear {
	readonly intensity: Fraction | null;
	readonly base: Fraction | null;
	readonly reasons: readonly string[];
}

export interface ToDateTerms {
	readonly firm: Firm;
	readonly year: FirmYear;
	/** prices that the year itself is shown at */
	readonly at: Basis | null;
	/** undefined where the plan sees no such year */
	readonly last: LastYear | undefined;
	readonly otherBoundary: (one: FirmYear, other: FirmYear) => boolean;
}

const ORDER = ["errors", "no-output", "months-missing", "prices", "boundary", "no-base", "no-last-year", "not-monthly"];
const text = (value: Fraction | null): Text => (value === null ? null : value.text(PLACES));

const faultsOf = ({ year, crossing, outputCrossing }: Cut): string[] => [
	...year.own.filter((reason) => reason !== "partial" && !(outputCrossing && reason === "no-output")),
	...(crossing ? ["not-monthly"] : []),
];

/** This year's months over last year's, at prices that both have. */
const changeOf = (firm: Firm, now: Cut, then: Cut): Fraction | null => {
	const at = common(now.year.outputs?.at.keys() ?? [], then.year.outputs?.at.keys() ?? [], firm.ownPrices);
	if (at === null) return null;
	const [a, b] = [pricedAt(now.year, at).intensity, pricedAt(then.year, at).intensity];
	return a === null || b === null || b.sign === 0 ? null : a.div(b);
};

const withheld = (reasons: ReadonlySet<string>): Verdict => {
	const ordered = ORDER.filter((reason) => reasons.has(reason));
	return {
		...{ word: "withheld", qualifiers: [], yearTest: "not-checked", cumulativeTest: "not-checked" },
		reasons: ordered.length === 0 ? ["no-base"] : ordered,
	};
};

export const toDate = ({ firm, year, at, last, otherBoundary }: ToDateTerms): ToDateFigures | null => {
	const { path } = firm;
	const covered = firm.fullMonths(year.year);
	if (covered.length === 0) return null;
	const before = new Set(firm.fullMonths(year.year - 1));
	const shared = covered.filter((month) => before.has(month));
	const months = shared.length > 0 ? shared : covered;
	const now = firm.cut(year.year, months);
	const then = shared.length > 0 ? firm.cut(year.year - 1, shared) : null;
	const reasons = new Set(faultsOf(now));
	if (then === null) reasons.add("no-last-year");
	else {
		for (const reason of faultsOf(then)) reasons.add(reason);
		if (otherBoundary(now.year, then.year)) reasons.add("boundary");
		if (reasons.size === 0 && changeOf(firm, now, then) === null) reasons.add("prices");
	}
	const change = then !== null && reasons.size === 0 ? changeOf(firm, now, then) : null;
	for (const reason of last?.reasons ?? ["no-base"]) reasons.add(reason);
	const asked = year.year > path.baseYear && year.year <= path.targetYear;
	const shown = pricedAt(now.year, at !== null && now.year.outputs?.at.has(at) ? at : shownAt(now.year, firm.ownPrices));
	const stands = reasons.size === 0 && asked && change !== null ? last : undefined;
	const { intensity = null, base = null } = stands ?? {};
	const moved = intensity === null || change === null ? null : intensity.mul(change);
	const verdict =
		moved === null || base === null || intensity === null
			? withheld(reasons)
			: judge(path, { base, now: moved, last: intensity, year: year.year });
	const lastMonth = Math.max(...months) + 1;
	const gone = Fraction.of(
		BigInt(12 * (year.year - path.baseYear - 1) + lastMonth),
		BigInt(12 * (path.targetYear - path.baseYear)),
	);
	return {
		months: months.length,
		intensity: now.crossing ? null : text(shown.intensity),
		sameMonthsPercent: change === null ? null : text(HUNDRED.mul(change).sub(HUNDRED)),
		cumulativePercent:
			moved === null || base === null || base.sign === 0 ? null : text(HUNDRED.mul(moved).div(base).sub(HUNDRED)),
		requiredPercent: asked ? requiredChange(path, year.year) : null,
		timeGonePercent: asked ? gone.mul(HUNDRED).text(6) : null,
		verdict: verdict.word === "withheld" ? verdict : { ...verdict, qualifiers: [...verdict.qualifiers, "to-date"] },
	};
};
