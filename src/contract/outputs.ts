/**
 * The shelves of outputs and of files that users write, in the order a reader should meet them: each with its shapes, an output
 * with its csv where it has one.
 */
import { obtain } from "../domain/obtain.ts";
import { batchColumns, batchShapes, summaryShapes } from "./batch.ts";
import { checkColumns, checkShapes } from "./check.ts";
import { comparisonColumns, comparisonShapes } from "./comparison.ts";
import { derivationShapes } from "./derivation.ts";
import { diffColumns, diffShapes } from "./diff.ts";
import { driversShapes } from "./drivers.ts";
import { manifestShapes } from "./evidence.ts";
import { explainShapes } from "./explain.ts";
import { baselineShapes, rulesShapes } from "./inputs.ts";
import { inspectionShapes } from "./inspection.ts";
import { type FigureKind, figures, type Shapes, texts, wholes } from "./kinds.ts";
import { reportColumns, reportShapes } from "./report.ts";
import { shared } from "./shared.ts";
import { sourcesShapes } from "./sources.ts";
import { trackColumns, trackShapes } from "./track.ts";
import { verificationColumns, verificationShapes } from "./verification.ts";
import { whatifColumns, whatifShapes } from "./whatif.ts";

/** The outputs that have a contract. */
export const outputNames = [
	"report",
	"check",
	"inspection",
	"explain",
	"sources",
	"drivers",
	"whatif",
	"track",
	"derivation",
	"verification",
	"batch",
	"summary",
	"manifest",
	"diff",
	"comparison",
] as const;
export type OutputName = (typeof outputNames)[number];

/** The files that users write as JSON. */
export const fileNames = ["rules", "baseline"] as const;
export type FileName = (typeof fileNames)[number];

export const files: { readonly [F in FileName]: { readonly own: Shapes } } = {
	rules: { own: rulesShapes },
	baseline: { own: baselineShapes },
};

interface Output {
	/** Its own shapes; the one of its name is the whole. */
	readonly own: Shapes;
	/** Columns of its csv, each with the shape and the keys that lead to its value. */
	readonly columns?: Readonly<Record<string, string>>;
}

export const outputs: { readonly [O in OutputName]: Output } = {
	report: { own: reportShapes, columns: reportColumns },
	check: { own: checkShapes, columns: checkColumns },
	track: { own: trackShapes, columns: trackColumns },
	inspection: { own: inspectionShapes },
	explain: { own: explainShapes },
	derivation: { own: derivationShapes },
	verification: { own: verificationShapes, columns: verificationColumns },
	batch: { own: batchShapes, columns: batchColumns },
	summary: { own: summaryShapes },
	manifest: { own: manifestShapes },
	diff: { own: diffShapes, columns: diffColumns },
	comparison: { own: comparisonShapes, columns: comparisonColumns },
	sources: {
		own: sourcesShapes,
		columns: flat(sourcesShapes.csvRow),
	},
	drivers: { own: driversShapes, columns: flat(driversShapes.csvRow) },
	whatif: { own: whatifShapes, columns: whatifColumns },
};

/** Columns that are the keys of a shape. */
function flat(csvRow: object): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.keys(csvRow).map((column) => [column, `csvRow.${column}`]));
}

/** All shapes of an output or a file by name, those it shares with others too. */
export function shapesOf(name: OutputName | FileName): Shapes {
	return { ...shared, ...{ ...outputs, ...files }[name].own };
}

/** A key of a shape, what stands there, the shape it is from, and whether it may be left out. */
export type Key = readonly [key: string, written: string, from: string, optional: boolean];

/** The keys of a shape in order. */
export function keysOf(shapes: Shapes, name: string): Key[] {
	return Object.entries(shapes[name] ?? missing(name)).flatMap(([key, written]): Key[] => {
		if (key.startsWith("...")) return written === "*" ? [] : keysOf(shapes, written);
		const optional = key.endsWith("?");
		return [[optional ? key.slice(0, -1) : key, written, name, optional]];
	});
}

/** A column of a csv output, as the kind of its key has it. */
export interface CsvColumn {
	readonly column: string;
	/** string is text, neutralised where a spreadsheet would run it; decimal and integer are figures and never are. */
	readonly type: "string" | "decimal" | "integer";
	/** null where it has none, or where it stands in another column. */
	readonly unit: string | null;
	/** The column that holds the unit, where rows may differ in it. */
	readonly unitColumn: string | null;
	/** Where the value is: the object of a row, then keys. */
	readonly path: readonly string[];
	/** The shape and the key that say what it is. */
	readonly told: readonly [shape: string, key: string];
	/** What stands there: a kind of kinds.ts, or `of` one of its lists. */
	readonly kind: string;
}

/** The columns of an output's csv in order; none where it has none. Throws for a column that leads to no key. */
export function csvColumnsOf(output: OutputName): readonly CsvColumn[] {
	return obtain(csvColumns, output, () => columnsOf(outputs[output].columns ?? {}, shapesOf(output)));
}

const csvColumns = new Map<OutputName, readonly CsvColumn[]>();

/** Columns by the keys that lead to them, with what the catalogue has there. Throws for one that leads to no key. */
export function columnsOf(leads: Readonly<Record<string, string>>, shapes: Shapes): CsvColumn[] {
	return Object.entries(leads).map(([column, lead]) => {
		const path = lead.split(".");
		let shape = path[0] as string;
		let found: Key | undefined;
		for (const step of path.slice(1)) {
			found = keysOf(shapes, shape).find(([key]) => key === step) ?? missing(`${lead} of ${column}`);
			shape = bare(found[1]).replace("@", "");
		}
		const [key, written, from] = found ?? missing(`${lead} of ${column}`);
		const kind = bare(written);
		const { unit, unitColumn } = (figures as Readonly<Record<string, FigureKind>>)[kind] ?? {};
		const type = kind in figures ? "decimal" : kind in wholes ? "integer" : "string";
		return { column, type, unit: unit ?? null, unitColumn: unitColumn ?? null, path, told: [from, key], kind };
	});
}

/** A kind without what may stand behind it. */
function bare(written: string): string {
	return written.replace(/(\?|\{\}|\[\+?\])+$/, "");
}

/** Every name that a catalogue uses and nothing explains; empty, or the build fails. */
export function unknownKinds(shapes: Shapes, lists: object): string[] {
	const known = (one: string): boolean =>
		one.startsWith("=") ||
		one === "flag" ||
		one === "anything" ||
		[texts, wholes, figures].some((kinds) => one in kinds) ||
		(one.startsWith("@") ? one.slice(1) in shapes : one.startsWith("of ") && one.slice(3) in lists);
	return Object.keys(shapes).flatMap((name) =>
		keysOf(shapes, name).flatMap(([key, written]) =>
			bare(written)
				.split("|")
				.filter((one) => !known(one))
				.map((one) => `${name}.${key}: ${one}`),
		),
	);
}

function missing(what: string): never {
	throw new Error(`the catalogue has no ${what}`);
}

/** A value with the keys of its shape in the order of the catalogue, at every level, whatever order it was built in. */
export function inOrder(value: unknown, written: string, shapes: Shapes): unknown {
	const [shape] = bare(written).split("|");
	if (value === null || shape === undefined || !shape.startsWith("@")) return value;
	if (Array.isArray(value)) return value.map((item: unknown) => inOrder(item, shape, shapes));
	const whole = value as Readonly<Record<string, unknown>>;
	return Object.fromEntries(keysOf(shapes, shape.slice(1)).map(([key, inner]) => [key, inOrder(whole[key], inner, shapes)]));
}
