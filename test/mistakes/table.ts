/** The measure as a table: a line for each kind, and sums of those that the work so far makes errors of. */
import { circumstances } from "./circumstances.ts";
import { type Histories, histories } from "./histories.ts";
import { kinds } from "./kinds/index.ts";
import { type Case, type Line, measureAll, share } from "./measure.ts";
import { measurePairs } from "./pairs.ts";
import { type Outcome, outcomes, wantedOutcomes } from "./wanted.ts";

const percent = (part: number): string => `${Math.round(part * 100)}%`.padStart(5);
const count = (some: number): string => String(some).padStart(5);

const figures = (cases: readonly Case[]): string =>
	[
		percent(share(cases, ({ found }) => found)),
		percent(share(cases, ({ named }) => named)),
		percent(share(cases, ({ asWanted }) => asWanted)),
		count(cases.filter(({ stands }) => stands === "another word").length),
		count(cases.filter(({ stands }) => stands === "told").length),
		count(cases.filter(({ stands }) => stands === "untold").length),
		count(cases.filter(({ misleading }) => misleading.length > 0).length),
		count(cases.filter(({ beside }) => beside > 0).length),
		count(cases.length),
	].join(" ");

const heading = "found named asked other  told untld misld besid cases";

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

/**
 * found, cause named, as the fixture asks; firms with a verdict on a figure that is not true: another verdict than without the mistake,
 * the same beside a finding that names the cause, the same without; with a misleading proposal, whose neighbour lost a verdict.
 */
export async function table(root: string, firms: number, clean: number): Promise<string[]> {
	const wanted = wantedOutcomes(root);
	const lines = await measureAll(wanted, kinds, firms);
	const compared = wanted.filter(({ outcome }) => outcome === "statistical");
	const small: string[] = [];
	for (const [name, which] of Object.entries(circumstances)) {
		const all = await measureAll(compared, kinds, firms, which);
		small.push(
			sumOf(
				all.filter(({ cases }) => cases.length > 0),
				name,
				() => true,
			),
		);
	}
	const pairs = [...(await measurePairs(compared, kinds, 7)), ...(await measurePairs(compared, kinds, 20))];
	small.push(sumOf(pairs, "two mistakes at once", () => true));
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
		"statistical, in firms of which less is known:",
		heading,
		...small,
		"",
		...clearly(await histories(clean, {}), "clean histories"),
		...clearly(await histories(clean, {}, 600), "that scatter by 6 %"),
		...clearly(await histories(clean, {}, 1000), "that scatter by 10 %"),
	];
}

const clearly = ({ firms, errors, warnings, withheld, wrong, codes }: Histories, name: string): string[] => [
	`${name}: ${firms} firms, ${errors} errors, ${warnings} warnings, ${withheld} verdicts withheld, ${wrong} wrong`,
	...[...codes].map(([code, times]) => `  ${code} ${times}`),
];
