/** Cells that every table of firms has: who, how much, which verdict. */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { VerdictWord } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { nought, plus, type Ratio, sign } from "../exact/ratio.ts";
import type { Language } from "../language/language.ts";
import { fixed, tonnePlaces } from "./figures.ts";

/** The firm's id, with its name where that says more. */
export function nameOf({ firm, name }: AssessedFirm): string {
	return name === null || name === firm ? firm : `${firm} ${name}`;
}

/** The total; where it is unknown, what its known parts amount to and that something is missing. */
export function totalText({ emissions }: FirmYear, unknown: string): string {
	if (emissions.total !== null) return fixed(figure(emissions.total), tonnePlaces);
	const known = Object.values(emissions.parts).reduce((sum: Ratio, part) => (part === null ? sum : plus(sum, part)), nought);
	return sign(known) === 0 ? unknown : `${fixed(figure(known), tonnePlaces)} + ${unknown}`;
}

/** The verdict in words: with its qualifiers, or with the reasons why it is withheld. */
export function verdictCell({ verdict }: FirmYear, { words }: Language): { readonly text: string; readonly tone?: VerdictWord } {
	if (verdict === null) return { text: words.noVerdict };
	const more = [...verdict.qualifiers.map((one) => words.qualifiers[one]), ...verdict.reasons.map((one) => words.reasons[one])];
	return { text: words.with(words.verdicts[verdict.word], more), tone: verdict.word };
}
