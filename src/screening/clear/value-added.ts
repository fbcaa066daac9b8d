/** Value added that may be more than what it is a part of, or its number. */
import type { Indicator } from "../../domain/words.ts";
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

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
