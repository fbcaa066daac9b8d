/** Amounts as findings tell them: exact in the unit they are held in, and written in the unit of the file they are of. */
import { type Exact, fromText } from "../exact/exact.ts";
import { compare, fromExact, oneRatio, per, type Ratio, times } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Amount, type Row, rowAt } from "../findings/finding.ts";
import type { Claim } from "./entry.ts";

/** Output is held in the base unit of its dimension, and by the dimension's name. */
const baseUnits: Readonly<Record<string, string>> = {
	money: "10^4 CNY",
	mass: "t",
	"gas-volume": "Nm3",
	energy: "GJ",
	electricity: "kWh",
};

/** What a row says. */
export function amountOf(claim: Claim): Amount {
	return amountLike(claim.amount, claim);
}

/** Another amount of the same series, in the unit in which a row of it is written. */
export function amountLike(value: Exact, claim: Pick<Claim, "unit" | "from">): Amount {
	return ratioLike(fromExact(value), claim);
}

/** The same of an amount that was divided: exact where the division has an end. */
export function ratioLike(value: Ratio, { unit, from }: Pick<Claim, "unit" | "from">): Amount {
	const held = baseUnits[unit] ?? unit;
	const { written, perUnit } = from;
	const exact = exactText(value);
	// A row of steam by weight is held as heat, and the heat of a tonne is the row's own.
	if (written === undefined || perUnit === undefined || written.held !== unit)
		return { exact, unit: held, shown: { value: plainText(value), unit: held } };
	const inFile = per(value, fromExact(perUnit));
	return { exact, unit: held, shown: { value: plainText(inFile), unit: written.symbol } };
}

/** An amount of no file, and one without a unit: an intensity, a share, a year. */
export function amountIn(value: Ratio, unit: string, places: number): Amount {
	return { exact: exactText(value), unit, shown: { value: rounded(value, places), unit } };
}

/** A cell of a column that has no unit, as it is written. */
export function bareAmount(text: string): Amount {
	return { exact: fromText(text) === undefined ? null : text, unit: "", shown: { value: text, unit: "" } };
}

export function rowOf({ from, row }: Claim): Row {
	return rowAt({ ...from, row });
}

/** As many places as a cell may have, and the factor of a unit besides. */
const manyPlaces = 40;

function exactText(value: Ratio): string | null {
	const text = rounded(value, manyPlaces);
	const back = exactly(text);
	return compare(back, value) === 0 ? text : null;
}

/** All digits where they end, else four places, and more of what is below one. */
function plainText(value: Ratio): string {
	const text = exactText(value);
	if (text !== null) return text;
	const small = compare(times(value, value), oneRatio) < 0;
	return rounded(value, small ? 8 : 4);
}

function exactly(text: string): Ratio {
	const point = text.indexOf(".");
	const places = point < 0 ? 0 : text.length - point - 1;
	return { over: BigInt(text.replace(".", "")), under: 10n ** BigInt(places) };
}
