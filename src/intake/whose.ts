/**
 * Whose row was lost: a row that is refused while its firm, or where its cells belong, is not certain. Each step looks at less
 * certain signs than the one before, and the first that fits decides, so that a loss withholds those it may concern and nobody else.
 */
import { creditCodeFault, spelt } from "../domain/credit-code.ts";
import { mostNamePairs } from "../findings/bounds.ts";
import { NearCodes } from "./near-codes.ts";

/** Why nobody vouches for a row: its cells are not where they should be, it names no firm, or by a code that is none. */
export type Doubt = "broken" | "no-firm" | "bad-code";

/** The firms of the nearest rows around a row, empty where there is none; `together`: the table is in order of firm. */
export interface Between {
	readonly above: string;
	readonly below: string;
	readonly together: boolean;
}

/** What a lost row shows. */
export interface LostRow {
	/** Only those of the file: what titles say is no cell of the row. */
	readonly cells: readonly string[];
	readonly doubt: Doubt;
	/** Those of its cells that may be names: no number, period, carrier, unit or indicator. */
	readonly words: readonly string[];
	/** The year that it seems to be of; null where its period does not read. */
	readonly year: number | null;
	/** The firms of the nearest rows above and below that have one, where that was looked for. */
	readonly between: Between | null;
}

/** Where a table has what a lost row is asked for; -1 where the file has no such column. */
export interface Whereabouts {
	/** The firm, as the table names it. */
	readonly idAt: number;
	/** Its name, where that stands in another column. */
	readonly nameAt: number;
	/** The table names firms by credit code. */
	readonly byCode: boolean;
	readonly separator: string;
	/** Whether rows of the table are of a period at all. */
	readonly dated: boolean;
}

export interface Answer {
	readonly firms: readonly string[];
	/** null: all years. */
	readonly year: number | null;
	/** The step that decided: 1 to 7; 8 every firm of the table. */
	readonly step: number;
}

/** The firms of a run, by every name that a table gives them. */
export interface Known {
	/** The firms of a name, width, blanks and brackets aside. */
	readonly named: (cell: string) => readonly string[];
	/** Whether some longer name begins so and goes on after a separator. */
	readonly goesOn: (cell: string, separator: string) => boolean;
	/** Credit codes that differ from one in one letter, else those that differ in two. */
	readonly codesNear: (code: string) => readonly string[];
	/** Firms of which a name begins so, or is one letter away. */
	readonly beginning: (cell: string) => readonly string[];
	/** All firms. */
	readonly everybody: readonly string[];
	/**
	 * Whether so many more may be looked through. Whoever lost so many rows among so many firms may have lost anybody's.
	 */
	readonly affords: (names: number) => boolean;
}

/** A name without what people write differently: width, blanks, brackets, letter case. */
function bareName(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[\s()[\]【】]/g, "")
		.toLowerCase();
}

/** Indexes the firms of a run; each with all names that tables give it, its own first. */
export function indexNames(firms: Iterable<readonly [firm: string, names: readonly string[]]>): Known {
	const byName = new Map<string, Set<string>>();
	const codes: string[] = [];
	const everybody: string[] = [];
	for (const [firm, names] of firms) {
		everybody.push(firm);
		if (creditCodeFault(firm) === undefined) codes.push(firm);
		for (const name of names) {
			const bare = bareName(name);
			if (bare === "") continue;
			const there = byName.get(bare);
			if (there === undefined) byName.set(bare, new Set([firm]));
			else there.add(firm);
		}
	}
	const sorted = [...byName.keys()].sort();
	const nearCodes = new NearCodes(codes);
	/** Where names begin that begin so: sorted, they stand together. */
	const firstOf = (start: string): number => {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sorted[middle] as string) < start) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const begun = (start: string): string[] => {
		const low = firstOf(start);
		let end = low;
		while (end < sorted.length && (sorted[end] as string).startsWith(start)) end += 1;
		return sorted.slice(low, end);
	};
	const remembered = new Map<string, readonly string[]>();
	let pairs = 0;
	const affords = (names: number): boolean => {
		pairs += names;
		return pairs <= mostNamePairs;
	};
	const firmsOf = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => [...(byName.get(name) ?? [])]))];
	return {
		everybody,
		affords,
		named: (cell) => [...(byName.get(bareName(cell)) ?? [])],
		goesOn: (cell, separator) => {
			const bare = bareName(cell);
			const start = `${bare}${bareName(separator)}`;
			const at = firstOf(start);
			// No two names are alike: one of the first two is longer, if any is.
			return sorted.slice(at, at + 2).some((name) => name.startsWith(start) && name !== bare);
		},
		codesNear: (code) => nearCodes.near(code),
		beginning: (cell) => {
			const bare = bareName(cell);
			const before = remembered.get(bare);
			if (before !== undefined) return before;
			if (!affords(sorted.length)) return everybody;
			const found = firmsOf([...begun(bare), ...sorted.filter((name) => oneLetterAway(name, bare))]);
			remembered.set(bare, found);
			return found;
		},
	};
}

/** One letter changed, missing or too many. */
function oneLetterAway(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
	let end = 0;
	const least = Math.min(a.length, b.length) - start;
	while (end < least && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return Math.max(a.length, b.length) - start - end <= 1;
}

/** `ofTable`: every firm that the table names. Nobody where no step fits and the table names none: then it may be any of the run. */
export function whose(row: LostRow, where: Whereabouts, known: Known, ofTable: readonly string[]): Answer | undefined {
	const { doubt } = row;
	return (
		(doubt === "broken" ? soundly(row, where, known) : undefined) ??
		(doubt === "bad-code" ? byCode(row, where, known) : undefined) ??
		(doubt === "no-firm" ? byNeighbours(row) : undefined) ??
		byAnyCell(row, known) ??
		(ofTable.length > 0 ? { firms: ofTable, year: null, step: 8 } : undefined)
	);
}

/** Steps 1 and 2: cells up to the firm and the period that are sound, or a name that a separator cut in two. */
export function soundly({ cells, year }: LostRow, where: Whereabouts, known: Known): Answer | undefined {
	const { idAt, nameAt, separator, dated } = where;
	const code = cells[idAt]?.trim() ?? "";
	const id = code === "" && where.byCode ? (cells[nameAt] ?? "") : code;
	const own = id.trim() === "" || known.goesOn(id, separator) ? [] : known.named(id);
	if (own.length === 1 && (year !== null || !dated)) return { firms: own, year, step: 1 };
	const joined = cells.slice(1).flatMap((right, index) => known.named(`${cells[index] ?? ""}${separator}${right}`));
	const firms = [...new Set([...own, ...joined])];
	return firms.length === 0 ? undefined : { firms, year: null, step: 2 };
}

/** Steps 3 and 4: the name beside a code that is none, or the codes that it may be a slip of. */
function byCode({ cells, year }: LostRow, { idAt, nameAt }: Whereabouts, known: Known): Answer | undefined {
	const named = nameAt < 0 ? [] : known.named(cells[nameAt] ?? "");
	if (named.length === 1) return { firms: named, year, step: 3 };
	const code = spelt(cells[idAt] ?? "");
	const near = known.codesNear(code);
	return near.length === 0 ? undefined : { firms: near, year, step: 4 };
}

/** Steps 5 and 6: between rows of one firm, or of two in a table that is in order of firm. */
function byNeighbours({ between, year }: LostRow): Answer | undefined {
	if (between === null || between.above === "" || between.below === "") return undefined;
	const { above, below, together } = between;
	if (above === below) return { firms: [above], year, step: 5 };
	return together ? { firms: [above, below], year, step: 6 } : undefined;
}

/** Step 7: any cell that is a name, or may be meant for one. */
function byAnyCell({ words }: LostRow, known: Known): Answer | undefined {
	const firms = new Set<string>();
	for (const cell of new Set(words)) {
		const found = [known.named(cell), [...bareName(cell)].length >= 4 ? known.beginning(cell) : []];
		for (const some of found) {
			if (!known.affords(some.length)) return { firms: known.everybody, year: null, step: 7 };
			for (const firm of some) firms.add(firm);
		}
	}
	return firms.size === 0 ? undefined : { firms: [...firms], year: null, step: 7 };
}
