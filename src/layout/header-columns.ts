/** What the words of a header name: which column each is, which are missing, and what becomes of the words that are left. */
import { type ColumnName, type TableKind, tableOf } from "../contract/tables.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { near } from "../reference/near.ts";
import type { Amount } from "./amount.ts";
import { type Coefficient, type EquivalentColumns, equivalentColumn } from "./equivalent-columns.ts";
import type { HeaderRows } from "./header-rows.ts";
import { type AmountPart, amountPart } from "./header-words.ts";
import type { HeaderReference } from "./layout.ts";
import { meaning, meansOther, nearestWord } from "./meaning.ts";

/** A remark, and the header word that it concerns. */
interface WordRemark {
	readonly about: Remark;
	readonly word: string;
}

/** A word that names no column. */
interface UnknownWord {
	readonly word: string;
	readonly text: string;
	readonly index: number;
}

interface NamedColumns {
	readonly at: Map<ColumnName, number>;
	/** The unit behind the word of a column. */
	readonly units: Map<ColumnName, string>;
	/** Columns that nobody reads, in order. */
	readonly unread: number[];
	readonly unknown: UnknownWord[];
	/** Columns that are there twice. */
	readonly remarks: WordRemark[];
	/** A word says that the amounts run from January on. */
	toDate: boolean;
}

/** Which column each word names; those of amounts and of labels are known by then. */
export function namedColumns(
	{ words, texts }: Pick<HeaderRows, "words" | "texts">,
	kind: TableKind,
	{ amounts, labels }: { readonly amounts: readonly Amount[]; readonly labels: readonly number[] },
	{ columns }: HeaderReference,
): NamedColumns {
	const named: NamedColumns = { at: new Map(), units: new Map(), unread: [], unknown: [], remarks: [], toDate: false };
	const { at, units, unread, unknown, remarks } = named;
	const amountAt = new Set(amounts.map(({ index }) => index));
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
		} else if (at.has(found.column)) {
			const other = words[at.get(found.column) as number] as string;
			remarks.push({ about: remark("duplicate-column", { meaning: found.column, other }), word });
		} else {
			at.set(found.column, index);
			if (found.unit !== "") units.set(found.column, found.unit);
			named.toDate ||= found.toDate;
		}
	}
	settlePeriods(named, words, texts);
	unread.sort((a, b) => a - b);
	return named;
}

/** Columns of months and of days say the period where no other does. */
function settlePeriods({ at, unread, unknown }: NamedColumns, words: readonly string[], texts: readonly string[]): void {
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
}

/** What is there of a table. */
interface There {
	readonly at: ReadonlyMap<ColumnName, number>;
	readonly amounts: readonly Amount[];
}

/** The columns that a table of its kind needs and this one lacks, each with the word that may be meant by it. */
export function missingColumns(
	words: readonly string[],
	kind: TableKind,
	{ at, amounts }: There,
	unknown: readonly UnknownWord[],
	{ columns, kindWords }: HeaderReference,
): WordRemark[] {
	return tableOf(kind).required.flatMap((choice) => {
		if (choice.some((column) => at.has(column))) return [];
		// In a wide table every column of amounts says what it is of.
		if (amounts.length > 0 && choice.some((column) => column === "quantity" || states(amounts, column))) return [];
		const [missing] = choice as readonly [ColumnName];
		const misspelt = unknown.flatMap(({ text }) => (kindWords.mayBeMisspelt(text) ? [text] : []));
		const nearest = nearestWord(misspelt, kind, missing, columns);
		const have = words.filter((word) => word !== "");
		return [{ about: remark("missing-column", { kind, missing, nearest, have }), word: nearest }];
	});
}

interface LeftWords {
	readonly parts: ReadonlyMap<AmountPart, number>;
	readonly equivalents: EquivalentColumns | undefined;
	readonly remarks: readonly WordRemark[];
}

/** Words that name no column: parts of the amount, coal equivalents beside it, what is no consumption, and what nobody knows. */
export function leftWords(
	unknown: readonly UnknownWord[],
	kind: TableKind,
	{ at, amounts }: There,
	{ kindWords }: HeaderReference,
): LeftWords {
	const parts = new Map<AmountPart, number>();
	const coefficients = new Map<Coefficient, number>();
	let equivalent: EquivalentColumns["amount"];
	const remarks = unknown.map(({ word, text, index }): WordRemark => {
		if (kindWords.ofPart(text)) {
			const part = amountPart(text);
			if (part !== undefined && !parts.has(part)) parts.set(part, index);
			return { about: remark("part-column", {}), word };
		}
		const coal = kind === "energy" && amounts.length === 0 ? equivalentColumn(text) : undefined;
		if (coal !== undefined && (coal.is === "amount" ? equivalent === undefined : !coefficients.has(coal.is))) {
			if (coal.is === "amount") equivalent = { index, unit: coal.unit };
			else coefficients.set(coal.is, index);
			return { about: remark("equivalent-column", {}), word };
		}
		const other = kind === "energy" ? kindWords.noConsumption(text) : "";
		if (other !== "") return { about: remark("not-consumption", { word: other }), word };
		const wanted = tableOf(kind)
			.required.flat()
			.filter((column) => !at.has(column));
		const close = kindWords.mayBeMisspelt(text) && !meansOther(text) ? near(text, wanted) : [];
		return { about: remark("unknown-column", { near: close, numbers: false }), word };
	});
	const some = coefficients.size > 0 || equivalent !== undefined;
	return { parts, equivalents: some ? { coefficients, amount: equivalent } : undefined, remarks };
}

/** Whether every column of amounts says what stands in for a column. */
export function states(amounts: readonly Amount[], column: ColumnName): boolean {
	// A column of energy beside one of output says it by its carrier, the other by its indicator.
	const same = column === "carrier" || column === "indicator" ? ["carrier", "indicator"] : [column];
	return amounts.every((amount) => amount.total === true || amount.states.some(([stated]) => same.includes(stated)));
}
