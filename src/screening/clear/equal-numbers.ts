/** Outputs that may hold the number of something else in its month, or more than they can be a part of. */
import type { Indicator } from "../../domain/words.ts";
import { fromDigits, nearly, significantDigits } from "../../exact/exact.ts";
import { slack } from "../shape.ts";
import { measuresOf, monthsInYear } from "./measures.ts";
import { isJudged } from "./outputs.ts";
import type { PlainCase } from "./plain-case.ts";

/** Places that a number may have behind the point. */
const tens: readonly number[] = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** Whether no month of the output is written with the number of a carrier in that month. */
export function clearsCarriersAsOutput(plain: PlainCase): boolean {
	const { kinds, energies, months, lowest, highest } = measuresOf(plain);
	const all = plain.numbers.kinds;
	for (let output = energies; output < kinds; output += 1) {
		if (!isJudged(plain, output)) continue;
		const made = nearly((all[output] as (typeof all)[number]).factor);
		for (let kind = 0; kind < energies; kind += 1) {
			const { of, factor } = all[kind] as (typeof all)[number];
			if (!("energy" in of) || of.energy.use !== "consumed") continue;
			const used = nearly(factor);
			// Most lie apart.
			if (((lowest[kind] as number) / used) * (1 - slack) > ((highest[output] as number) / made) * (1 + slack)) continue;
			if (((highest[kind] as number) / used) * (1 + slack) < ((lowest[output] as number) / made) * (1 - slack)) continue;
			if (haveEqual(plain, output * months, kind * months, months)) return false;
		}
	}
	return true;
}

/** How many digits of a month's number say something: all but the zeros at its end, where its unit moves no more than the point. */
function figuresOf({ numbers, limit }: PlainCase, at: number): number {
	const { kinds, years, digits } = numbers;
	const factor = kinds[Math.floor(at / (years * monthsInYear))]?.factor;
	if (factor === undefined || significantDigits(factor) > 1) return limit("chance-digits");
	return significantDigits(fromDigits(digits[at] as number, 0));
}

/** Whether an output has, in any month, what may be the number of a carrier as it is written, and long enough to be no chance. */
function haveEqual(plain: PlainCase, a: number, b: number, months: number): boolean {
	const { digits, places } = plain.numbers;
	const fewest = plain.limit("chance-digits");
	for (let month = 0; month < months; month += 1) {
		const x = (digits[a + month] as number) * (tens[places[b + month] as number] as number);
		const y = (digits[b + month] as number) * (tens[places[a + month] as number] as number);
		if (Math.abs(x - y) <= slack * x && figuresOf(plain, a + month) >= fewest) return true;
	}
	return false;
}

/** Whether no value added is, or is nearly, what it is a part of: below it in every month at the same prices. */
export function clearsValueAbove(plain: PlainCase): boolean {
	return everyPair(plain, ["output_value"], true, (added, whole) => added < whole * (1 - slack));
}

/** Whether no value added is the number of an output value or of a revenue. */
export function clearsValueCopied(plain: PlainCase): boolean {
	return everyPair(plain, ["output_value", "revenue"], false, (added, whole) => Math.abs(added - whole) > slack * whole);
}

/** Whether something holds of value added beside each of some indicators, month by month. */
function everyPair(
	plain: PlainCase,
	wholes: readonly Indicator[],
	atOnePrice: boolean,
	holds: (added: number, whole: number) => boolean,
): boolean {
	const { kinds, energies, months, amounts } = measuresOf(plain);
	const keyOf = (kind: number) => {
		const of = plain.numbers.kinds[kind]?.of;
		return of !== undefined && "output" in of ? of.output : undefined;
	};
	for (let own = energies; own < kinds; own += 1) {
		const added = keyOf(own);
		if (added?.indicator !== "value_added") continue;
		for (let other = energies; other < kinds; other += 1) {
			const whole = keyOf(other);
			if (whole === undefined || !wholes.includes(whole.indicator) || (atOnePrice && whole.prices !== added.prices)) continue;
			for (let month = 0; month < months; month += 1)
				if (!holds(amounts[own * months + month] as number, amounts[other * months + month] as number)) return false;
		}
	}
	return true;
}
