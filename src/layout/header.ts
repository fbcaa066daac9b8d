/** The header row: which table it begins and which column is where. */
import { type ColumnName, type TableKind, tableOf } from "../contract/tables.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { near } from "../reference/near.ts";
import { readIndicator } from "../reference/words.ts";
import type { Amount } from "./amount.ts";
import type { Given, TitleParts } from "./caption.ts";
import { type Coefficient, type EquivalentColumns, equivalentColumn } from "./equivalent-columns.ts";
import { type HeaderRows, oneRow } from "./header-rows.ts";
import { type AmountPart, amountPart } from "./header-words.ts";
import type { HeaderReference, Layout, Recognised } from "./layout.ts";
import { meaning, meansOther, nearestWord } from "./meaning.ts";
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
	{ columns, kindWords, units: known }: HeaderReference,
	titles: readonly Given[],
): Header {
	const amounts = recognised.map((amount) => ({ ...amount, word: words[amount.index] as string }));
	const at = new Map<ColumnName, number>();
	const units = new Map<ColumnName, string>();
	const remarks: { about: Remark; word: string }[] = [];
	const unknown: { readonly word: string; readonly text: string; readonly index: number }[] = [];
	const parts = new Map<AmountPart, number>();
	const coefficients = new Map<Coefficient, number>();
	let equivalent: EquivalentColumns["amount"];
	const unread: number[] = [];
	const amountAt = new Set(amounts.map(({ index }) => index));
	let toDate = titles.some(({ column }) => column === "to_date");
	for (const [index, word] of words.entries()) {
		if (amountAt.has(index) || labels.includes(index)) continue;
		if (word === "") {
			unread.push(index);
			continue;
		}
		const text = texts[index] as string;
		const found = meaning(text, kind, columns) ?? (amounts.length > 0 ? meaning(text, "output", columns) : undefined);
		if (found === undefined) {
			unknown.push({ word, text, index });
			unread.push(index);
		} else if (at.has(found.column))
			remarks.push({
				about: remark("duplicate-column", { meaning: found.column, other: words[at.get(found.column) as number] as string }),
				word,
			});
		else {
			at.set(found.column, index);
			if (found.unit !== "") units.set(found.column, found.unit);
			toDate ||= found.toDate;
		}
	}
	// A column of months with no column of years holds periods: 2023-01, or months of the title's year.
	const month = at.get("month");
	if (month !== undefined && !at.has("period") && !at.has("year")) {
		at.delete("month");
		at.set("period", month);
	}
	// The days of a bill say the period only where nothing else does; beside a period they tell amounts of it apart.
	for (const column of ["period_start", "period_end"] as const) {
		const index = at.get(column);
		if (index === undefined || !(at.has("period") || at.has("year") || !at.has("period_start") || !at.has("period_end")))
			continue;
		at.delete(column);
		unread.push(index);
		unknown.push({ word: words[index] as string, text: texts[index] as string, index });
	}
	unread.sort((a, b) => a - b);
	const given = wanted(titles, kind, at, units, amounts, known);
	// Beside a column of periods the title's year only completes months that stand there without one.
	const standIns = given
		.filter(({ column }) => column !== "unit" && column !== "to_date" && !(column === "year" && at.has("period")))
		.map((one) => (layout === "across" && one.column === "year" ? { ...one, value: one.value.slice(0, 4) } : one));
	for (const [index, { column }] of standIns.entries()) at.set(column as ColumnName, words.length + index);
	const money = given.find(({ column }) => column === "unit")?.value ?? "";
	if (money !== "" && amounts.length === 0) units.set("quantity", money);
	let usable = remarks.length === 0;
	remarks.push(...periodRemarks(amounts));
	const { required } = tableOf(kind);
	for (const choice of required) {
		if (choice.some((column) => at.has(column))) continue;
		// In a wide table every column of amounts says what it is of.
		if (amounts.length > 0 && choice.some((column) => column === "quantity" || states(amounts, column))) continue;
		usable = false;
		const [missing] = choice as readonly [ColumnName];
		const misspelt = unknown.flatMap(({ text }) => (kindWords.mayBeMisspelt(text) ? [text] : []));
		const nearest = nearestWord(misspelt, kind, missing, columns);
		remarks.push({
			about: remark("missing-column", { kind, missing, nearest, have: words.filter((word) => word !== "") }),
			word: nearest,
		});
	}
	const taken = new Set(remarks.map(({ word }) => word));
	for (const { word, text, index } of unknown) {
		// A word that is told as the missing column is not told once more.
		if (taken.has(text)) continue;
		if (kindWords.ofPart(text)) {
			const part = amountPart(text);
			if (part !== undefined && !parts.has(part)) parts.set(part, index);
			remarks.push({ about: remark("part-column", {}), word });
			continue;
		}
		const coal = kind === "energy" && amounts.length === 0 ? equivalentColumn(text) : undefined;
		if (coal !== undefined && (coal.is === "amount" ? equivalent === undefined : !coefficients.has(coal.is))) {
			if (coal.is === "amount") equivalent = { index, unit: coal.unit };
			else coefficients.set(coal.is, index);
			remarks.push({ about: remark("equivalent-column", {}), word });
			continue;
		}
		const other = kind === "energy" ? kindWords.noConsumption(text) : "";
		if (other !== "") {
			remarks.push({ about: remark("not-consumption", { word: other }), word });
			continue;
		}
		const close =
			kindWords.mayBeMisspelt(text) && !meansOther(text)
				? near(
						text,
						required.flat().filter((column) => !at.has(column)),
					)
				: [];
		remarks.push({ about: remark("unknown-column", { near: close, numbers: false }), word });
	}
	return {
		kind,
		layout,
		place,
		rows,
		words: [...words, ...standIns.map(({ word }) => word)],
		width: words.length,
		blankWords: words.flatMap((word, index) => (word === "" && !labels.includes(index) ? [index] : [])),
		unread,
		least: leastCells(words, kind, at, amounts),
		constants: standIns.map(({ value }) => value),
		standIns,
		given,
		toDate,
		byForm: false,
		amounts: amounts.map((amount) => (money !== "" && lacksUnit(amount) ? { ...amount, unit: money } : amount)),
		labels,
		parts,
		equivalents: coefficients.size > 0 || equivalent !== undefined ? { coefficients, amount: equivalent } : undefined,
		at,
		units,
		remarks,
		usable,
	};
}

/** Whether every column of amounts says what stands in for a column. */
function states(amounts: readonly Amount[], column: ColumnName): boolean {
	// A column of energy beside one of output says it by its carrier, the other by its indicator.
	const same = column === "carrier" || column === "indicator" ? ["carrier", "indicator"] : [column];
	return amounts.every((amount) => amount.total === true || amount.states.some(([stated]) => same.includes(stated)));
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
