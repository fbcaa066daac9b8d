/** Amounts of coal equivalent as forms print them, each with what rounding may have moved it by. */
import { difference, type Exact, known, one, product, sign, sum, toText, zero } from "../../exact/exact.ts";
import type { Amount } from "../../findings/finding.ts";
import { printedPlaces } from "../../ledger/printed.ts";
import { isCoalEquivalent, type Unit } from "../../reference/units.ts";
import { readNumber } from "../number.ts";

/** An amount and by how much rounding may have moved it. */
export interface Measured {
	readonly value: Exact;
	readonly slack: Exact;
}

const half = known("0.5");
const tenth = known("0.1");
const thousandth = known("0.001");
const tenThousand = known("10000");
export const nothing: Measured = { value: zero, slack: zero };

/** A cell's number with half a step of its last place; undefined where it is none. */
export function measured(text: string): Measured | undefined {
	const read = readNumber(text);
	if (read.kind !== "number") return undefined;
	let step = half;
	for (let place = printedPlaces(text); place > 0; place -= 1) step = product(step, tenth);
	return { value: read.value, slack: step };
}

/** A cell in a unit of coal equivalent, which may be written as one of mass. */
export function inTonnes(text: string, unit: Unit | undefined): Measured | undefined {
	const read = measured(text);
	if (read === undefined || unit === undefined) return undefined;
	if (unit.dimension === "mass") return scaled(read, unit.toBase);
	if (unit.symbol === "tce") return read;
	if (unit.symbol === "kgce") return scaled(read, thousandth);
	return unit.symbol === "10^4 tce" ? scaled(read, tenThousand) : undefined;
}

/** What an amount in a unit is multiplied by besides, where the coefficient is in kilograms for the smallest unit. */
export function smallUnits(unit: Unit | undefined): Exact {
	if (unit === undefined) return one;
	if (unit.dimension === "mass" || unit.dimension === "energy") return isCoalEquivalent(unit) ? one : unit.toBase;
	return unit.dimension === "electricity" || unit.dimension === "gas-volume" ? product(unit.toBase, thousandth) : one;
}

export function times(a: Measured, b: Measured): Measured {
	const slack = sum(sum(product(size(a.value), b.slack), product(size(b.value), a.slack)), product(a.slack, b.slack));
	return { value: product(a.value, b.value), slack };
}

export function scaled({ value, slack }: Measured, by: Exact): Measured {
	return { value: product(value, by), slack: product(slack, by) };
}

export function size(value: Exact): Exact {
	return sign(value) < 0 ? difference(zero, value) : value;
}

export function tonnes(value: Exact): Amount {
	const text = toText(value);
	return { exact: text, unit: "tce", shown: { value: text, unit: "tce" } };
}
