/** What header words mean, one by one: which column of a table each is, and which unit stands in it. */
import { type ColumnName, type TableKind, tableOf } from "../contract/tables.ts";
import { obtain } from "../domain/obtain.ts";
import type { Columns } from "../reference/columns.ts";
import { near } from "../reference/near.ts";
import { headerText } from "../reference/spelling.ts";
import { type Aspect, aspectOf } from "./aspect.ts";

export interface Meaning {
	readonly column: ColumnName;
	readonly unit: string;
	/** The amounts run from January on: 累计消费量. */
	readonly toDate: boolean;
}

interface Apart {
	readonly text: string;
	readonly said: ReturnType<typeof aspectOf>;
}

const taken = new Map<string, Apart>();
const mostTaken = 1000;

/** Each word of a header is asked about for every kind of table: it is taken apart once. */
function apart(word: string): Apart {
	if (taken.size > mostTaken) taken.clear();
	return obtain(taken, word, () => {
		const text = headerText(word);
		return { text, said: aspectOf(text) };
	});
}

/** `消费量(吨)` is the column 消费量 with its unit. The seeds name no column that the tables do not have. */
export function meaning(word: string, kind: TableKind, columns: Columns): Meaning | undefined {
	const { text, said } = apart(word);
	const found = named(text, kind, columns);
	if (found !== undefined) return { ...found, toDate: false };
	if (said === undefined || !tableOf(kind).form || !counted.includes(said.aspect)) return undefined;
	const toDate = said.aspect === "to-date";
	const parts = bracketed.exec(said.rest);
	const unit = said.rest === "" ? "" : parts?.[1] === "" ? (parts[2] as string) : undefined;
	if (unit !== undefined) return { column: "quantity", unit, toDate };
	const rest = named(said.rest, kind, columns);
	return rest?.column === "quantity" ? { ...rest, toDate } : undefined;
}

/** Amounts of the row's own period, or from January to it. */
const counted: readonly Aspect[] = ["now", "month", "year", "to-date"];
const bracketed = /^(.*?)\s*\(([^()]*)\)$/;

function named(text: string, kind: TableKind, columns: Columns): Pick<Meaning, "column" | "unit"> | undefined {
	const find = (one: string): ColumnName | undefined => columns.find(kind, one) as ColumnName | undefined;
	const whole = find(text);
	if (whole !== undefined) return { column: whole, unit: "" };
	const parts = bracketed.exec(text);
	if (parts === null) return undefined;
	// 消费量(上年同期) is no amount in a unit named 上年同期; tce is a unit.
	const other = aspectOf(parts[2] as string)?.aspect;
	if (other !== undefined && other !== "equivalent") return undefined;
	const column = find(parts[1] as string);
	return column === undefined ? undefined : { column, unit: parts[2] as string };
}

/** Whether a word is of another meaning than any column that may be missing: last year's amount, a plan, a code of carriers. */
export function meansOther(word: string): boolean {
	const aspect = aspectOf(word)?.aspect;
	if (aspect !== undefined && !counted.includes(aspect)) return true;
	const text = headerText(word);
	// A period has a first and a last day: either alone would be taken for the whole.
	if (/开始|起始|结束|截止|终止|起止|\b(?:start|begin|beginning|end|ending)\b/i.test(text)) return true;
	return /代码|编码|编号|序号|系数/.test(text) && !/企业|单位|公司|信用|机构/.test(text);
}

/** The unknown header word nearest to a column that is missing; words of another meaning are none. */
export function nearestWord(words: readonly string[], kind: TableKind, column: ColumnName, columns: Columns): string {
	const possible = words.filter((word) => !meansOther(word));
	for (const name of columns.words(kind, column)) {
		const [best] = near(name, possible, 1);
		if (best !== undefined) return best;
	}
	return "";
}
