/**
 * Columns that turn the amount of a row into tonnes of coal equivalent: the coefficient, and what it comes to. They are no amounts of
 * their own; they check those of the rows. Source: form 205-1 of the energy statistics; the reading rules of this tool, table 8, rule 4.
 */
import { headerText } from "../reference/spelling.ts";

/** The coefficient that was used, the one of the form's list, and the one by which power counts what was burnt for it. */
export type Coefficient = "used" | "listed" | "primary";

/** A column of coal equivalent; the cells of `amount` are in the unit of its word, in tonnes where it has none. */
export interface EquivalentColumns {
	readonly coefficients: ReadonlyMap<Coefficient, number>;
	readonly amount: { readonly index: number; readonly unit: string } | undefined;
}

const behind = /^(.*?)\s*\(([^()]*)\)$/;
const coefficients: readonly (readonly [Coefficient, RegExp])[] = [
	["primary", /^等价(?:值)?(?:折标)?(?:准?煤)?系数$|^(?:折标|折标准?煤|折算)系数\(等价值?\)$/],
	["listed", /^参考(?:折标|折算)?(?:准?煤)?系数$/],
	[
		"used",
		/^(?:采用|实际|本期)?(?:当量)?(?:值)?(?:折标|折算|折标准?煤|折算标准?煤|标准煤折算)系数$|^当量系数$|^折标系数\(当量值?\)$|^coal equivalent (?:coefficient|factor)$/i,
	],
];
const amount = /^(?:(?:折合|折算|折)成?标准?煤?|标准?煤)(?:消费|消耗)?(?:量|数|合计)?$|^(?:coal equivalent|standard coal)$/i;

/** Which of these columns a header word names; undefined where it names none. */
export function equivalentColumn(
	word: string,
): { readonly is: Coefficient } | { readonly is: "amount"; readonly unit: string } | undefined {
	const text = headerText(word);
	const [, bare = text, unit = ""] = behind.exec(text) ?? [];
	for (const [is, form] of coefficients) if (form.test(text) || form.test(bare)) return { is };
	return amount.test(bare) ? { is: "amount", unit } : undefined;
}
