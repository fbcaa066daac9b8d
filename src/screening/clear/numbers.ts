/** Numbers of a plain firm that stand in two rows of one month: of two carriers, or of a carrier and the output. */
import { slack } from "../shape.ts";
import { apart, guidesInOrder, oddFrom, usualOf } from "./guides.ts";
import { measuresOf, onceAFirm } from "./measures.ts";
import { isJudged } from "./outputs.ts";
import type { Clears, PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

export const clearsOtherNumbers: Clears = onceAFirm((plain) => {
	const { energies } = measuresOf(plain);
	const { consumed, carrier } = shapeFactsOf(plain);
	for (let kind = 0; kind < energies; kind += 1) {
		if (consumed[kind] !== true) continue;
		for (let other = kind + 1; other < energies; other += 1)
			if (consumed[other] === true && carrier[other] !== carrier[kind] && mayBeCopied(plain, kind, other)) return false;
	}
	return true;
});

/** The same of outputs: any month of one number. */
export function clearsNumbersOfOutput(plain: PlainCase): boolean {
	const { kinds, energies, months } = measuresOf(plain);
	const { consumed } = shapeFactsOf(plain);
	for (let output = energies; output < kinds; output += 1) {
		if (!isJudged(plain, output)) continue;
		for (let kind = 0; kind < energies; kind += 1)
			if (consumed[kind] === true && !areApart(plain, kind, output) && sameNumber(plain, kind, output, 0) < months) return false;
	}
	return true;
}

function mayBeCopied(plain: PlainCase, kind: number, other: number): boolean {
	if (areApart(plain, kind, other)) return false;
	const { months } = measuresOf(plain);
	for (let at = sameNumber(plain, kind, other, 0); at < months; at = sameNumber(plain, kind, other, at + 1)) {
		const digits = Math.min(digitsOf(plain, kind, at), digitsOf(plain, other, at)) - 1;
		const fewest = plain.limit("chance-digits");
		if (digits < fewest - 3) continue;
		if (digits >= fewest - 1 || mayBeOdd(plain, kind, at) || mayBeOdd(plain, other, at)) return true;
	}
	return false;
}

/** Whether the least month of one is more than any of the other, as they are written. */
function areApart(plain: PlainCase, kind: number, other: number): boolean {
	const { lowest, highest } = measuresOf(plain);
	const [own, others] = [unitOf(plain, kind), unitOf(plain, other)];
	const near = 1 + 4 * slack;
	return (
		(highest[kind] as number) * others * near < (lowest[other] as number) * own ||
		(highest[other] as number) * own * near < (lowest[kind] as number) * others
	);
}

function unitOf(plain: PlainCase, kind: number): number {
	const perUnit = shapeFactsOf(plain).perUnit[kind] as number;
	return Number.isNaN(perUnit) ? 1 : perUnit;
}

/** The next month from one on in which both are written with one number; behind the last where there is none. */
function sameNumber(plain: PlainCase, kind: number, other: number, from: number): number {
	const { months, amounts } = measuresOf(plain);
	const [own, others] = [unitOf(plain, kind), unitOf(plain, other)];
	const times = others / own;
	for (let at = from; at < months; at += 1) {
		const size = (amounts[kind * months + at] as number) * times;
		if (Math.abs(size - (amounts[other * months + at] as number)) <= 4 * slack * size) return at;
	}
	return months;
}

/** How many digits a month is written with, without zeros before and behind; as many as may be where the unit is no power of ten. */
function digitsOf(plain: PlainCase, kind: number, at: number): number {
	const { months } = measuresOf(plain);
	if (Number.isNaN(shapeFactsOf(plain).power[kind])) return Number.POSITIVE_INFINITY;
	return String(plain.numbers.digits[kind * months + at]).replace(/0+$/, "").length;
}

function mayBeOdd(plain: PlainCase, kind: number, at: number): boolean {
	const { months, amounts } = measuresOf(plain);
	const order = guidesInOrder(plain, kind);
	if (order === undefined) return true;
	const usual = usualOf(plain, kind, order, at);
	if (usual === undefined) return false;
	return apart(amounts[kind * months + at] as number, usual.near) >= oddFrom(plain, usual.scatter) * (1 - slack);
}
