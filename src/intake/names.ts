/** Cells that name a firm, a site or a product: what name they hold, and which letters in it are told of. */

import type { ColumnName } from "../contract/tables.ts";
import { creditCodeFault, spelt } from "../domain/credit-code.ts";
import { codePoint, controlsIn, invisibleIn, seen } from "../domain/letters.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { gravity } from "../findings/gravity.ts";
import { columnReader, firstTimes, remembering } from "../layout/cells.ts";
import { identity } from "../reference/spelling.ts";
import { isDitto, isNothing } from "../reference/words.ts";
import type { RowRemarks, TableContext } from "./intake.ts";

export interface ReadName {
	/** Empty where the cell is blank; undefined where what stands there can be no name. */
	readonly name: string | undefined;
	readonly about: readonly Remark[];
}

const nothing: readonly Remark[] = [];

/** The name in a cell of a column; a credit code is read by its own rule, and in its own column only. */
export function readName(column: ColumnName, text: string): ReadName {
	const controls = controlsIn(text);
	if (controls.length > 0) return { name: undefined, about: [remark("control-character", { letters: controls.map(codePoint) })] };
	return column === "credit_code" ? readCode(text) : readText(text);
}

function readText(text: string): ReadName {
	const name = identity(text);
	const invisible = invisibleIn(name);
	// A cell that shows nothing is blank to whoever filled it in.
	if (invisible.length > 0 && seen(name).trim() === "") return { name: "", about: nothing };
	const about: Remark[] = [];
	if (invisible.length > 0) about.push(remark("invisible-character", { letters: invisible.map(codePoint) }));
	if (/^[=+@]/.test(name) || (text.startsWith("\t") && name !== "")) about.push(remark("formula-like-text", {}));
	return { name, about: about.length === 0 ? nothing : about };
}

function readCode(text: string): ReadName {
	const code = spelt(text);
	if (code === "") return { name: "", about: nothing };
	const fault = creditCodeFault(code);
	if (fault !== undefined) return { name: undefined, about: [remark("bad-credit-code", { fault })] };
	return { name: code, about: code === text ? nothing : [remark("credit-code-respelt", { read: code })] };
}

export interface NameReader {
	/** Undefined, and told, where what stands there can be no name. */
	(cells: readonly string[], remarks: RowRemarks): string | undefined;
	/** The same of a cell of which nothing is to be told; undefined of any other. */
	readonly plainly: (cells: readonly string[]) => string | undefined;
}

/**
 * Reads the name in a column of each row, as `readName` does. An error is told of every row that it refuses; a warning once for
 * each text in the column, since the name stands in every row of its firm.
 */
export function nameReader(
	context: TableContext,
	column: ColumnName,
	/** Is told each name once, as long as there are not too many to remember. */
	first: (name: string) => void = () => undefined,
): NameReader {
	const textOf = columnReader(context.header, column);
	const look = (text: string): ReadName => {
		const found = readName(column, text);
		if (found.name !== undefined && found.name !== "") first(found.name);
		return found;
	};
	const read = remembering(look);
	const firstTime = firstTimes();
	const reader = (cells: readonly string[], remarks: RowRemarks): string | undefined => {
		const text = textOf(cells);
		const { name, about } = read(text);
		if (about === nothing) return name;
		const fresh = firstTime(text);
		for (const one of about) if (fresh || gravity[one.code] === "error") remarks.note(one, column, text);
		return name;
	};
	const plainly = (cells: readonly string[]): string | undefined => {
		// Whoever asks so has met none of these before.
		const { name, about } = look(textOf(cells));
		return about === nothing ? name : undefined;
	};
	return Object.assign(reader, { plainly });
}

/** Where an amount was used: the site, the meter, or the meter at the site. Meters of one firm add up as its sites do. */
export function placeReader(context: TableContext): (cells: readonly string[], remarks: RowRemarks) => string | undefined {
	const { at } = context.header;
	const columns = (["site", "meter"] as const).filter((column) => at.has(column));
	const [first, second] = columns.map((column) => placeNameReader(context, column));
	if (first === undefined) return () => "";
	if (second === undefined) return first;
	return (cells, remarks) => {
		const [site, meter] = [first(cells, remarks), second(cells, remarks)];
		if (site === undefined || meter === undefined) return undefined;
		return meter === "" ? site : `${site} ${meter}`.trim();
	};
}

/** A place that a row names by the row above it (同上) is none that could be told from others; 无 and `nan` name no place. */
function placeNameReader(
	context: TableContext,
	column: "site" | "meter",
): (cells: readonly string[], remarks: RowRemarks) => string | undefined {
	const nameOf = nameReader(context, column);
	const kind = remembering((name: string) => (isDitto(name) ? "ditto" : isNothing(name) ? "nothing" : "name"));
	return (cells, remarks) => {
		const name = nameOf(cells, remarks);
		if (name === undefined || name === "") return name;
		const is = kind(name);
		if (is === "name") return name;
		if (is === "nothing") return "";
		remarks.note(remark("missing-cell", { what: column }), column, name);
		return undefined;
	};
}
