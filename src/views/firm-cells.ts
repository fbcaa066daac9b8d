/** Cells that every table of firms has: who, how much, which verdict. */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import { qualifiers, type VerdictWord, verdictWords } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Language, Words } from "../language/language.ts";
import type { Path } from "../trajectory/path.ts";
import { fixed, tonnePlaces } from "./figures.ts";

/** The firm's id, with its name where that says more. */
export function nameOf({ firm, name }: Pick<AssessedFirm, "firm" | "name">): string {
	return name === null || name === firm ? firm : `${firm} ${name}`;
}

/** Limits of the schedule ratio are printed with few places. */
const limitPlaces = 6;

/** What the verdict words and qualifiers of these years mean, as far as they do not say it themselves. */
export function verdictKey(years: readonly FirmYear[], { limits }: Pick<Rules, "limits">, { report }: Language): string {
	const verdicts = years.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
	return report.key({
		verdicts: verdictWords.filter((word) => verdicts.some((verdict) => verdict.word === word)),
		qualifiers: qualifiers.filter((word) => verdicts.some((verdict) => verdict.qualifiers.includes(word))),
		near: figure(limits.near)(limitPlaces),
		far: figure(limits.far)(limitPlaces),
	});
}

type Years = Pick<Path, "baseYear" | "targetYear">;
type Signs = Pick<Words, "unknown" | "notApplicable">;

/** What stands for a figure of a path that is not there: a year off the path is asked nothing, any other is unknown. */
export function noRequirement(path: Years | undefined, year: number, { unknown, notApplicable }: Signs): string {
	return path !== undefined && (year < path.baseYear || year > path.targetYear) ? notApplicable : unknown;
}

/** What stands for a change since the base that is not there: a year before the base has none. */
export function noChange(path: Years | undefined, year: number, { unknown, notApplicable }: Signs): string {
	return path !== undefined && year < path.baseYear ? notApplicable : unknown;
}

/** The total; where it is unknown, what its known parts amount to and that something is missing. */
export function totalText({ emissions }: FirmYear, unknown: string): string {
	if (emissions.total !== null) return fixed(figure(emissions.total), tonnePlaces);
	const known = Object.values(emissions.parts).reduce((sum: Ratio, part) => (part === null ? sum : plus(sum, part)), zeroRatio);
	return sign(known) === 0 ? unknown : `${fixed(figure(known), tonnePlaces)} + ${unknown}`;
}

/** The verdict in words: with its qualifiers, or with the reasons why it is withheld. A base year, and years outside, have none. */
export function verdictCell(
	{ verdict }: Pick<FirmYear, "verdict">,
	{ words }: Language,
): { readonly text: string; readonly tone?: VerdictWord } {
	if (verdict === null) return { text: words.notApplicable };
	const more = [...verdict.qualifiers.map((one) => words.qualifiers[one]), ...verdict.reasons.map((one) => words.reasons[one])];
	return { text: words.with(words.verdicts[verdict.word], more), tone: verdict.word };
}
