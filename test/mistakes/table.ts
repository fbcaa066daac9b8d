/** The measure as a table: a line for each kind, and sums of those that the work so far makes errors of. */
import { histories } from "./histories.ts";
import { kinds } from "./kinds/index.ts";
import { type Case, type Line, measureAll, share } from "./measure.ts";
import { type Outcome, outcomes, wantedOutcomes } from "./wanted.ts";

const percent = (part: number): string => `${Math.round(part * 100)}%`.padStart(5);
const count = (some: number): string => String(some).padStart(5);

const figures = (cases: readonly Case[]): string =>
	[
		percent(share(cases, ({ found }) => found)),
		percent(share(cases, ({ named }) => named)),
		percent(share(cases, ({ asWanted }) => asWanted)),
		count(cases.filter(({ wrong }) => wrong.length > 0).length),
		count(cases.filter(({ otherWords }) => otherWords.length > 0).length),
		count(cases.filter(({ misleading }) => misleading.length > 0).length),
		count(cases.filter(({ beside }) => beside > 0).length),
		count(cases.length),
	].join(" ");

const heading = "found named asked wrong words misld besid cases";

const sumOf = (lines: readonly Line[], name: string, holds: (outcome: Outcome) => boolean): string => {
	const some = lines.filter(({ wanted }) => holds(wanted.outcome));
	return `${figures(some.flatMap(({ cases }) => cases))}  ${name} (${some.length} kinds)`;
};

/** Read, refused or told by the rules of reading; the others are compared, or nothing can be. */
const isPromised = (outcome: Outcome): boolean => outcome !== "statistical" && outcome !== "no trace";

/** What the tool said most often of a kind. */
const said = (cases: readonly Case[]): string => {
	const counts = new Map<string, number>();
	for (const { codes } of cases) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
	const often = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 3);
	return often.map(([code, times]) => `${code} ${times}`).join(", ");
};

/** found, cause named, as the fixture asks; firms with a verdict on a wrong figure, with another verdict than without the mistake, with a misleading proposal, whose neighbour lost a verdict. */
export async function table(root: string, firms: number, clean: number): Promise<string[]> {
	const lines = await measureAll(wantedOutcomes(root), kinds, firms);
	const plain = await histories(clean, {});
	return [
		`${heading}  outcome           kind: what is said`,
		...lines.map(({ wanted, cases }) => `${figures(cases)}  ${wanted.outcome.padEnd(17)} ${wanted.id}: ${said(cases)}`),
		"",
		heading,
		...outcomes.map((outcome) => sumOf(lines, outcome, (one) => one === outcome)),
		"",
		"of all but statistical and no trace, by family:",
		...[...new Set(lines.map(({ wanted }) => wanted.family))].flatMap((family) => {
			const its = lines.filter(({ wanted }) => wanted.family === family && isPromised(wanted.outcome));
			return its.length === 0 ? [] : [sumOf(its, family, () => true)];
		}),
		"",
		sumOf(lines, "all but statistical and no trace", isPromised),
		sumOf(lines, "all", () => true),
		"",
		`clean histories: ${plain.firms} firms, ${plain.errors} errors, ${plain.warnings} warnings, ${plain.withheld} verdicts withheld, ${plain.wrong} wrong`,
		...[...plain.codes].map(([code, times]) => `  ${code} ${times}`),
	];
}
