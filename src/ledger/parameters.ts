/** The measured parameters of a row: part of its key, because two lots of coal with two heat values are two facts. */
import { type Exact, toText } from "../exact/exact.ts";
import { type Ratio, reduced } from "../exact/ratio.ts";
import { plain } from "../reference/spelling.ts";

/** A factor that a table states: what it comes to, and how it is written. */
export interface StatedFactor {
	/** t CO2 per unit the amount is held in. */
	readonly perHeld: Ratio;
	/** The number as plain digits. */
	readonly text: string;
	/** The unit that the number is for, whole: `kgCO2/10^4 Nm3`. */
	readonly unit: string;
}

export interface Parameters {
	/** Names one set of parameters; empty where nothing was measured. */
	readonly key: string;
	/** GJ per natural unit of the carrier. */
	readonly ncv?: Exact;
	/** tC per GJ. */
	readonly carbonContent?: Exact;
	/** tC per unit the amount is held in: carbon that was measured by mass. */
	readonly carbonPerUnit?: Exact;
	/** Fraction. */
	readonly oxidationRate?: Exact;
	readonly emissionFactor?: StatedFactor;
	/** What turned tonnes of steam or hot water into GJ: `enthalpy=2800` or `temperature=80`. */
	readonly heatContent?: string;
	/** How a row wrote them. Rows that write one set of numbers in several ways have the writing with most digits. */
	readonly cells?: MeasuredCells;
}

/** The column's name as it stands in the file, and the cell. */
export interface MeasuredCell {
	readonly column: string;
	readonly text: string;
}

export type MeasuredCells = {
	readonly [C in "ncv" | "carbon_content" | "oxidation_rate" | "emission_factor"]?: MeasuredCell;
};

export const unmeasured: Parameters = { key: "" };

/** The same parameters with their key: one writing for one set of numbers. */
export function keyed(measured: Omit<Parameters, "key">): Parameters {
	const parts: string[] = [];
	if (measured.ncv !== undefined) parts.push(`ncv=${toText(measured.ncv)}`);
	if (measured.carbonContent !== undefined) parts.push(`carbon_content=${toText(measured.carbonContent)}`);
	if (measured.carbonPerUnit !== undefined) parts.push(`carbon_per_unit=${toText(measured.carbonPerUnit)}`);
	if (measured.oxidationRate !== undefined) parts.push(`oxidation_rate=${toText(measured.oxidationRate)}`);
	if (measured.emissionFactor !== undefined) {
		const { over, under } = reduced(measured.emissionFactor.perHeld);
		parts.push(`emission_factor=${over}/${under}`);
	}
	if (measured.heatContent !== undefined) parts.push(measured.heatContent);
	return parts.length === 0 ? unmeasured : { ...measured, key: parts.join(";") };
}

/** Of two writings of one set of numbers, the one with more digits; else the first by code unit: whoever came first has no say. */
export function betterWritten(a: Parameters, b: Parameters): Parameters {
	if (a === b) return a;
	const [ours, theirs] = [writing(a), writing(b)];
	return theirs.digits > ours.digits || (theirs.digits === ours.digits && theirs.text < ours.text) ? b : a;
}

function writing({ cells = {} }: Parameters): { readonly digits: number; readonly text: string } {
	const list = Object.values(cells);
	return {
		digits: list.reduce((digits, { text }) => digits + significantDigits(text), 0),
		text: list.map(({ column, text }) => `${column}\u001f${text}`).join("\u001f"),
	};
}

/** How many digits a number was written with that tell how well it is known: 0.0260 has three, 5500 four, 1.2E+3 two. */
export function significantDigits(text: string): number {
	return plain(text).replace(/e.*$/i, "").replace(/\D/g, "").replace(/^0+/, "").length;
}
