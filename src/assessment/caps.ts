/** A sector's total emissions beside the tonnes that a targets file allows it: total control, without an output. */
import type { VerdictWord } from "../domain/words.ts";
import { compare, fromExact, minus, per, plus, type Ratio, zeroRatio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";
import type { FirmYear } from "./firm.ts";
import type { Goal, Rules } from "./rules.ts";

/** What is allowed, from when. */
export interface Cap {
	/** t CO2 in the target year. */
	readonly tonnes: Ratio;
	readonly targetYear: number;
	/** From a stated base to the cap; undefined where no base is stated. */
	readonly path: Path | undefined;
	/** t CO2 in the base year, where it is stated. */
	readonly base: Ratio | undefined;
}

/** What a total takes of a firm-year. */
export interface CapMember extends Pick<FirmYear, "year" | "coverage" | "faults"> {
	readonly emissions: Pick<FirmYear["emissions"], "total">;
}

export interface CapYear {
	/** Firms whose emissions of the whole year are known. */
	readonly firms: number;
	/** Their emissions together; null where those of another firm of the sector are not known, or may be lost. */
	readonly total: Ratio | null;
	/** met or missed in the target year; withheld where the total is not known; null before and after. */
	readonly word: VerdictWord | null;
}

export function capFor(goal: Goal, { plan, pathOf }: Rules): Cap {
	const tonnes = fromExact(goal.value);
	const base = goal.base === null ? undefined : fromExact(goal.base);
	const baseYear = goal.baseYear ?? plan.baseYear;
	const terms = { baseYear, targetYear: goal.targetYear, years: goal.targetYear - baseYear };
	const path = base === undefined ? undefined : pathOf({ ...terms, keep: per(tonnes, base) });
	return { tonnes, targetYear: goal.targetYear, path, base };
}

/** One year of a sector's firms; prices and outputs have no say. `unknown`: a row may be lost that is one of theirs. */
export function capYear(
	{ tonnes, targetYear }: Cap,
	views: readonly { readonly years: readonly CapMember[] }[],
	year: number,
	unknown: boolean,
): CapYear {
	const all = views.flatMap(({ years }) => years.filter((one) => one.year === year));
	const known = all.filter(isKnown);
	const sum = known.reduce((total, { emissions }) => plus(total, emissions.total as Ratio), zeroRatio);
	const total = unknown || known.length < all.length || all.length === 0 ? null : sum;
	const atEnd = total === null ? "withheld" : compare(total, tonnes) <= 0 ? "met" : "missed";
	return { firms: known.length, total, word: year === targetYear ? atEnd : null };
}

function isKnown({ emissions, coverage, faults }: CapMember): boolean {
	return (
		emissions.total !== null && coverage === "whole-year" && !faults.includes("errors") && !faults.includes("cannot-conclude")
	);
}

/** Actual less allowed; above zero is too much. */
export function overCap({ tonnes }: Cap, { total }: CapYear): Ratio | null {
	return total === null ? null : minus(total, tonnes);
}
