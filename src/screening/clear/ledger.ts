/**
 * What the ledger and the assessment find by amounts: months that slipped, amounts to date, a total that is not above zero, statements held
 * against each other. Whatever else they tell of a firm they tell of its shape.
 */
import { nearly } from "../../exact/exact.ts";
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import { isJudged } from "./outputs.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";

/**
 * A year that may be to date grows from January to December by a quarter at least of what amounts to date of a steady works do: by eleven
 * times its first month.
 */
const toDate = 1 + 11 / 4;

/** True only where neither finds anything that hangs on the firm's amounts. */
export function clearsLedger(plain: PlainCase): boolean {
	if (!isSettledByShape(plain)) return false;
	const { kinds, energies, years, months, amounts, lowest, highest } = measuresOf(plain);
	const slip = nearly(plain.shape.like.rules.facts.slipRatio) * (1 - slack);
	// No month is further from the middle of the others than the highest from the lowest.
	for (let kind = 0; kind < energies; kind += 1) if (!((highest[kind] as number) < (lowest[kind] as number) * slip)) return false;
	for (let kind = 0; kind < kinds; kind += 1)
		for (let year = 0; year < years; year += 1) {
			const first = kind * months + year * 12;
			if (!((amounts[first + 11] as number) < (amounts[first] as number) * toDate * (1 - slack))) return false;
		}
	return true;
}

const settled = new WeakMap<ShapeTerms, boolean>();

/**
 * Whether no amounts of the shape are held against each other: all is consumed, so that nothing subtracts, the output is stated once, and no
 * table states what the base should be.
 */
function isSettledByShape(plain: PlainCase): boolean {
	let answer = settled.get(plain.shape);
	if (answer === undefined) {
		const { kinds } = plain.numbers;
		const isConsumed = kinds.every(({ of }) => "output" in of || (of.energy.use === "consumed" && of.energy.role === ""));
		const statements = kinds.filter((_, kind) => isJudged(plain, kind)).length;
		const isBaseStated = plain.shape.like.firm.pooledViews.some(({ baseStated }) => baseStated);
		answer = isConsumed && statements === 1 && !isBaseStated;
		settled.set(plain.shape, answer);
	}
	return answer;
}
