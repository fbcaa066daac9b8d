/** Outputs of a plain firm: which of its series are of what the intensity is measured by, at whatever prices. */
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

/** Whether a kind is such an output. */
export function isJudged({ numbers: { kinds }, shape: { like } }: PlainCase, kind: number): boolean {
	const of = kinds[kind]?.of;
	const { indicator, product } = like.rules.facts;
	return of !== undefined && "output" in of && of.output.indicator === indicator && of.output.product === product;
}

/** Whether no year of such an output says in each month what it, or another, says of the year before. */
export function clearsCopiedOutputs(plain: PlainCase): boolean {
	const { kinds, energies, years, months, amounts } = measuresOf(plain);
	for (let kind = energies; kind < kinds; kind += 1) {
		if (!isJudged(plain, kind)) continue;
		for (let other = energies; other < kinds; other += 1) {
			if (!isJudged(plain, other)) continue;
			for (let year = 1; year < years; year += 1)
				if (isAlike(amounts, kind * months + year * 12, other * months + year * 12 - 12)) return false;
		}
	}
	return true;
}

/** Amounts of two kinds may be made of floats in two ways. */
function isAlike(amounts: Float64Array, now: number, then: number): boolean {
	for (let month = 0; month < 12; month += 1) {
		const [a, b] = [amounts[now + month] as number, amounts[then + month] as number];
		if (Math.abs(a - b) > slack * a) return false;
	}
	return true;
}
