/** The header row: which table it begins and which column is where. */
import { type ColumnName, type TableKind, tableOf } from "../contract/tables.ts";
import type { Remark } from "../findings/finding.ts";
import { near } from "../reference/near.ts";
import { readIndicator } from "../reference/words.ts";
import type { Amount } from "./amount.ts";
import type { Given, TitleParts } from "./caption.ts";
import type { EquivalentColumns } from "./equivalent-columns.ts";
import { leftWords, missingColumns, namedColumns, states } from "./header-columns.ts";
import { type HeaderRows, oneRow } from "./header-rows.ts";
import type { AmountPart } from "./header-words.ts";
import type { HeaderReference, Layout, Recognised } from "./layout.ts";
import { meaning, meansOther } from "./meaning.ts";
import { periodRemarks } from "./period-order.ts";
import { layouts } from "./shelf/index.ts";

export interface Header {
	readonly kind: TableKind;
	readonly layout: Layout["id"];
	/** Where it stands. */
	readonly place: { readonly row: number; readonly line: number };
	/** Its rows as they stand: nearly always one. */
	readonly rows: readonly (readonly string[])[];
	/** Header words as they stand in the file, those of several rows joined; behind them the words of titles that stand in for columns. */
	readonly words: readonly string[];
	/** How many of the words are columns of the file. */
	readonly width: number;
	/** Columns of the file that have no word. */
	readonly blankWords: readonly number[];
	/** Columns of the file that nobody reads, those without a word among them. */
	readonly unread: readonly number[];
	/** A row has at least so many cells: those behind them may be blank, and are left out by some programs. */
	readonly least: number;
	/** What stands in for columns that the file does not have: to be read as cells behind those of each record. */
	readonly constants: readonly string[];
	/** Where the titles stand that say them. */
	readonly standIns: readonly Given[];
	/** What of the titles is used: in place of a column, or for the year of months without one. */
	readonly given: readonly Given[];
	/** The amounts run from January on, as a title or the word of their column says. */
	readonly toDate: boolean;
	/** Nobody says so but the form that the table is. */
	readonly byForm: boolean;
	/** Columns that each hold an amount; empty where a row is one. */
	readonly amounts: readonly Amount[];
	/** Columns of parts of the amount beside them, by what the part is. */
	readonly parts: ReadonlyMap<AmountPart, number>;
	/** What the titles say of years that stand in rows or columns alone. */
	readonly titleParts?: TitleParts;
	/** Columns of coal equivalent beside the amount of a row, which check it; only where a row is one amount. */
	readonly equivalents: EquivalentColumns | undefined;
	/** Columns whose words say what the amounts of each row are; empty but in ledgers of one carrier. */
	readonly labels: readonly number[];
	/** A ledger of one carrier has a row of purchases: they decide what counts, as a column of them does. */
	readonly listsPurchases?: true;
	/** Where each understood column is. */
	readonly at: ReadonlyMap<ColumnName, number>;
	/** Unit in brackets behind a header word, by column. */
	readonly units: ReadonlyMap<ColumnName, string>;
	/** What is to be told, each with the header word it concerns. Any error here makes the rows unusable. */
	readonly remarks: readonly { readonly about: Remark; readonly word: string }[];
	readonly usable: boolean;
}

/**
 * Reads a header as the table it is forced to be, or as the one it looks like; undefined when it looks like none. What titles
 * give stands in for columns that are not there.
 */
export function readHeader(
	cells: readonly string[],
	forced: TableKind | undefined,
	reference: HeaderReference,
	given: readonly Given[] = [],
	place: Header["place"] = { row: 1, line: 1 },
): Header | undefined {
	return readHeaderRows(oneRow(cells, place), forced, reference, given);
}

/** As `readHeader`, of a header of one row or of several. */
export function readHeaderRows(
	rows: HeaderRows,
	forced: TableKind | undefined,
	reference: HeaderReference,
	given: readonly Given[],
): Header | undefined {
	for (const layout of layouts) {
		const found = layout.recognise(rows.texts, forced, reference, given);
		if (found !== undefined) return map(rows, layout.id, found, reference, given);
	}
	return undefined;
}

function map(
	{ words, texts, rows, place }: HeaderRows,
	layout: Layout["id"],
	{ kind, amounts: recognised, labels = [] }: Recognised,
	reference: HeaderReference,
	titles: readonly Given[],
): Header {
	const amounts = recognised.map((amount) => ({ ...amount, word: words[amount.index] as string }));
	const named = namedColumns({ words, texts }, kind, { amounts, labels }, reference);
	const { at, units } = named;
	const given = wanted(titles, kind, at, units, amounts, reference.units);
	// Beside a column of periods the title's year only completes months that stand there without one.
	const standIns = given
		.filter(({ column }) => column !== "unit" && column !== "to_date" && !(column === "year" && at.has("period")))
		.map((one) => (layout === "across" && one.column === "year" ? { ...one, value: one.value.slice(0, 4) } : one));
	for (const [index, { column }] of standIns.entries()) at.set(column as ColumnName, words.length + index);
	const money = given.find(({ column }) => column === "unit")?.value ?? "";
	if (money !== "" && amounts.length === 0) units.set("quantity", money);
	const missing = missingColumns(words, kind, { at, amounts }, named.unknown, reference);
	const told = [...named.remarks, ...periodRemarks(amounts), ...missing];
	const taken = new Set(told.map(({ word }) => word));
	// A word that is told as the missing column is not told once more.
	const left = leftWords(
		named.unknown.filter(({ text }) => !taken.has(text)),
		kind,
		{ at, amounts },
		reference,
	);
	return {
		kind,
		layout,
		place,
		rows,
		words: [...words, ...standIns.map(({ word }) => word)],
		width: words.length,
		blankWords: words.flatMap((word, index) => (word === "" && !labels.includes(index) ? [index] : [])),
		unread: named.unread,
		least: leastCells(words, kind, at, amounts),
		constants: standIns.map(({ value }) => value),
		standIns,
		given,
		toDate: named.toDate || titles.some(({ column }) => column === "to_date"),
		byForm: false,
		amounts: amounts.map((amount) => (money !== "" && lacksUnit(amount) ? { ...amount, unit: money } : amount)),
		labels,
		parts: left.parts,
		equivalents: left.equivalents,
		at,
		units,
		remarks: [...told, ...left.remarks],
		usable: named.remarks.length === 0 && missing.length === 0,
	};
}

/** How many cells a row has at least: behind the last that it cannot leave out. */
function leastCells(
	words: readonly string[],
	kind: TableKind,
	at: ReadonlyMap<ColumnName, number>,
	amounts: readonly Amount[],
): number {
	const { omissible } = tableOf(kind);
	const needed = [...at].flatMap(([column, index]) => (index < words.length && !omissible.includes(column) ? [index] : []));
	return 1 + Math.max(0, ...needed, ...amounts.map(({ index }) => index));
}

/** What of the titles is wanted: who, when and in which money, each only where no column says it. */
function wanted(
	titles: readonly Given[],
	kind: TableKind,
	at: ReadonlyMap<ColumnName, number>,
	units: ReadonlyMap<ColumnName, string>,
	amounts: readonly Amount[],
	known: HeaderReference["units"],
): Given[] {
	if (kind !== "energy" && kind !== "output") return [];
	const named = at.has("firm") || at.has("credit_code") || at.has("firm_name");
	const coded = titles.some(({ column }) => column === "credit_code");
	// Amounts that columns of the row name are of one carrier each, whose unit stands in a column of its own or in a title.
	const wide = amounts.some(({ name }) => name !== "");
	const unitless = wide ? amounts.some(needsMoney) : !at.has("unit") && !units.has("quantity");
	// A title may state the unit of energy, or of money: each is that of its own table.
	const ofMoney = wide || kind === "output";
	return titles.flatMap((one): Given[] => {
		if (one.column === "unit") return unitless && (known.find(one.value)?.dimension === "money") === ofMoney ? [one] : [];
		if (one.column === "to_date") return [one];
		if (one.column === "year") return at.has("year") || at.has("period_end") || dated(amounts) ? [] : [one];
		if (one.column === "carrier")
			return kind === "energy" && !at.has("carrier") && (amounts.length === 0 || !states(amounts, "carrier")) ? [one] : [];
		if (named) return [];
		// Beside a code it is only the name.
		return [one.column === "firm" && coded ? { ...one, column: "firm_name" } : one];
	});
}

/** Whether the columns of amounts say themselves which year they are of. */
function dated(amounts: readonly Amount[]): boolean {
	return amounts.some(({ states: stated, total }) => total !== true && stated.some(([column]) => column === "period"));
}

/** Whether an amount is in the unit that a title states: of its row's carrier or indicator, or of money. */
function lacksUnit(amount: Amount): boolean {
	return amount.name === "" ? amount.unit === "" : needsMoney(amount);
}

/** Titles state a unit of money; an amount of money without one of its own is in it. */
function needsMoney({ kind, name, unit }: Amount): boolean {
	return kind === "output" && unit === "" && readIndicator(name)?.indicator !== "production";
}

/** Header words nearest to any column, for a file that is no table we know. */
export function nearColumns(words: readonly string[], { columns, kindWords }: HeaderReference): string[] {
	const all = ["energy", "output"].flatMap((kind) =>
		["firm", "period", "carrier", "indicator", "quantity", "unit"].flatMap((column) => columns.words(kind, column)),
	);
	const isColumn = (word: string): boolean => meaning(word, "energy", columns) !== undefined;
	const possible = words.filter((word) => kindWords.mayBeMisspelt(word) && !meansOther(word) && !isColumn(word));
	return [...new Set(possible.flatMap((word) => near(word, all, 1)))].slice(0, 5);
}
