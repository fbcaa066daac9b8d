/** What rules ask of the series of a plain firm that is the same for all firms of a shape; found once for each. */
import { lastPlace, nearly, significantDigits, toText } from "../../exact/exact.ts";
import { ownFactors } from "../asking.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";

/** By kind. */
export interface ShapeFacts {
	/** Energy that is consumed: what may guide another. */
	readonly consumed: readonly boolean[];
	/** Those kinds, and the output behind them where there is one: what moves together month by month. */
	readonly lines: readonly number[];
	/** Which kinds may guide one: the output first, and whatever else is consumed. */
	readonly companions: readonly (readonly number[])[];
	/** Kinds of one carrier have one number; outputs have none of an energy's. */
	readonly carrier: readonly number[];
	/** One written unit in the unit that amounts are held in; NaN where that differs from row to row. */
	readonly perUnit: readonly number[];
	/** How much of what is written one held unit is. */
	readonly perHeld: readonly number[];
	/** The power of ten that one written unit is; NaN where it is none. */
	readonly power: readonly number[];
	/** Whether months in tonnes may stand in tonnes of coal equivalent. */
	readonly equivalents: readonly boolean[];
}

const made = new WeakMap<ShapeTerms, ShapeFacts>();

export function shapeFactsOf(plain: PlainCase): ShapeFacts {
	let facts = made.get(plain.shape);
	if (facts === undefined) {
		facts = find(plain);
		made.set(plain.shape, facts);
	}
	return facts;
}

function find({ numbers: { kinds, energies }, shape: { like, output } }: PlainCase): ShapeFacts {
	const names = kinds.map(({ of }) => ("energy" in of ? `energy ${of.energy.carrier}` : `output ${of.output.indicator}`));
	const carrier = names.map((name) => names.indexOf(name));
	const consumed = kinds.map(({ of }) => "energy" in of && of.energy.use === "consumed");
	const used = [...kinds.keys()].filter((kind) => kind < energies && consumed[kind] === true);
	const companionsOf = (kind: number): number[] => [
		...(output < 0 || kind === output ? [] : [output]),
		...used.filter((other) => carrier[other] !== carrier[kind]),
	];
	return {
		consumed,
		lines: output < 0 ? used : [...used, output],
		companions: [...kinds.keys()].map(companionsOf),
		carrier,
		perUnit: kinds.map(({ from }) => (from.perUnit === undefined ? Number.NaN : nearly(from.perUnit))),
		perHeld: kinds.map(({ factor }) => 1 / nearly(factor)),
		power: kinds.map(({ factor }) => {
			const isPower = significantDigits(factor) === 1 && /^[0.]*10*$/.test(toText(factor));
			return isPower ? lastPlace(factor) : Number.NaN;
		}),
		equivalents: kinds.map(({ of, unit }) => {
			if (!("energy" in of) || unit !== "t") return false;
			const { carrier, use } = of.energy;
			return ownFactors(like, { carrier, use, unit }).some(({ pairs }) => pairs.some((pair) => pair.includes("tce")));
		}),
	};
}
