/** One seed table: CSV text in, checked rows out, every fault told with its place. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { byCodeUnit } from "../domain/order.ts";
import type { Provenance } from "../reference/full-seeds.ts";

/** A row that keeps its place, so that a later check can point at it. */
export type Placed<T> = T & { readonly where: string };

/** The folder of seeds while it is read: what was found, what was used, what is wrong. */
export interface Context {
	/** Text of each CSV file by its path inside the folder, `/` between parts, lines ended by LF. */
	readonly texts: ReadonlyMap<string, string>;
	readonly used: Set<string>;
	readonly problems: string[];
}

export function openContext(dir: string): Context {
	const texts = new Map<string, string>();
	for (const path of csvPaths(dir, "").sort(byCodeUnit)) {
		// A checkout may have turned line ends; the content, and so the hash, is the same.
		texts.set(path, readFileSync(join(dir, path), "utf8").replaceAll("\r\n", "\n"));
	}
	return { texts, used: new Set(), problems: [] };
}

function csvPaths(dir: string, inside: string): string[] {
	return readdirSync(join(dir, inside), { withFileTypes: true }).flatMap((entry) => {
		const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
		if (entry.isDirectory()) return csvPaths(dir, path);
		return path.endsWith(".csv") ? [path] : [];
	});
}

/** The sets below a folder: `factors` has one folder for each published table. */
export function setsBelow(context: Context, folder: string): string[] {
	const names = new Set<string>();
	for (const path of context.texts.keys()) {
		const [top, name, file] = path.split("/");
		if (top === folder && name !== undefined && file !== undefined) names.add(name);
	}
	return [...names];
}

interface Parsed {
	readonly record: Record<string, string>;
	readonly info: { readonly lines: number };
}

/** All rows of one table that have the shape asked for; the others become problems. */
export function rows<T extends object>(context: Context, path: string, shape: z.ZodType<T>): Placed<T>[] {
	context.used.add(path);
	const text = context.texts.get(path);
	if (text === undefined) {
		context.problems.push(`${path}: the table is missing`);
		return [];
	}
	const found: Placed<T>[] = [];
	for (const { record, info } of parsed(context, path, text)) {
		const where = `${path}:${info.lines}`;
		const checked = shape.safeParse(record);
		if (checked.success) {
			found.push({ ...checked.data, where });
			continue;
		}
		for (const issue of checked.error.issues) {
			context.problems.push(`${where}: ${issue.path.join(".") || "row"}: ${issue.message}`);
		}
	}
	if (found.length === 0) context.problems.push(`${path}: no usable row`);
	return found;
}

function parsed(context: Context, path: string, text: string): Parsed[] {
	try {
		return parse(text, { columns: true, info: true }) as unknown as Parsed[];
	} catch (error) {
		context.problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
		return [];
	}
}

// What cells look like, for all tables.

/** A sentence or a name: something is written, and nothing hangs over its ends. */
export const text: z.ZodType<string> = z
	.string()
	.refine((cell) => cell !== "" && cell === cell.trim(), "is blank or has stray blanks");

export const maybe: z.ZodType<string> = z.string().refine((cell) => cell === cell.trim(), "has stray blanks");

/** Digits as printed: trailing zeros stay, because they tell how well the number is known. */
export const decimal: z.ZodType<string> = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, "is not a plain decimal");

export const signedDecimal: z.ZodType<string> = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/, "is not a plain decimal");

export const yearNumber: z.ZodType<number> = z
	.string()
	.regex(/^(19|20)\d\d$/, "is not a year")
	.transform(Number);

/** Words divided by bars, none blank. */
export const words: z.ZodType<string[]> = z
	.string()
	.transform((cell) => (cell === "" ? [] : cell.split("|")))
	.refine((list) => list.every((word) => word !== "" && word === word.trim()), "has a blank word or stray blanks");

/** How well a row is known. `no` is not lawful: such rows stay out of the seeds. */
export const mark: z.ZodType<string> = z
	.string()
	.regex(/^(yes(: \S.*)?|partial: \S.*|derived(: \S.*)?|project(: \S.*)?)$/, "is not a lawful verification mark");

/** When a source was published, as far as it says: a year, a month or a day. Blank where it gives no date. */
export const date: z.ZodType<string> = z
	.string()
	.regex(/^((19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, "is not a year, a month or a day");

/** The two columns every table carries. */
export const evidence: { source: z.ZodType<string>; verified: z.ZodType<string> } = { source: text, verified: mark };

/** What a table of figures carries: who says so, since when, how far it was verified. */
export const origin: typeof evidence & { published: z.ZodType<string>; note: z.ZodType<string> } = {
	...evidence,
	published: date,
	note: maybe,
};

/** Where a row comes from, as the full seeds hold it: a blank address or date is none. */
export function provenance(row: {
	source: string;
	source_url?: string;
	published?: string;
	verified: string;
	note: string;
}): Provenance {
	return {
		source: row.source,
		sourceUrl: row.source_url || null,
		published: row.published || null,
		verified: row.verified,
		note: row.note,
	};
}
