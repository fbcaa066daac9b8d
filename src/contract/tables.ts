/** The input tables: their columns in order, what a cell of each may hold, and what a row cannot do without. */
import type { CellKind } from "./cell-kinds.ts";
import { described } from "./compiled.ts";

export type UnitKind = Exclude<Extract<CellKind, `unit-of-${string}`>, "unit-of-factor" | "unit-of-claim">;

/**
 * What a kind of table is, as people fill it in: a file of `tables/`, which says besides what each language says of it. Its
 * spellings are in seeds/columns.csv.
 */
interface TableShape {
	/** Whether it is a form of amounts by period, in which totals, notes and further headers may stand among the rows. */
	readonly form: boolean;
	/** In the order a template has them, each with what a cell of it may hold. */
	readonly columns: Readonly<Record<string, CellKind>>;
	/**
	 * What a row cannot do without: of each choice one column, which the header must have and the row must fill. Quantity alone may
	 * be blank. The first of a choice is the one that is named where all are missing.
	 */
	readonly required: readonly (readonly string[])[];
	/** What a blank cell means, where that is one word whatever else the row says. */
	readonly defaults: Readonly<Record<string, string>>;
	/** Columns whose cells a row may leave out at its end: blank, they say nothing that counts. */
	readonly omissible: readonly string[];
	/** The columns that make it what it is: of each choice one. */
	readonly marks: readonly (readonly string[])[];
	/** The columns that make it another, by the table they are at home in: `output.indicator`. */
	readonly never: readonly string[];
}

type Tables = typeof described;

const tables: Tables & { readonly [K in keyof Tables]: TableShape } = described;

export type TableKind = keyof Tables;
/** In the order a reader should meet them. */
export const tableKinds: readonly TableKind[] = Object.keys(tables) as TableKind[];

/** The name of a column of one kind of table, or of any. */
export type ColumnName<K extends TableKind = TableKind> = { readonly [T in K]: keyof Tables[T]["columns"] }[K];

/** A kind of table, its columns by name. */
export interface TableOf<K extends TableKind = TableKind> {
	readonly form: boolean;
	readonly columns: Readonly<Record<ColumnName<K>, CellKind>>;
	readonly required: readonly (readonly ColumnName<K>[])[];
	readonly defaults: { readonly [C in ColumnName<K>]?: string };
	readonly omissible: readonly ColumnName<K>[];
	readonly marks: readonly (readonly ColumnName<K>[])[];
	/** The columns that make it another, each with the table it is at home in. */
	readonly never: readonly { readonly kind: TableKind; readonly column: ColumnName }[];
}

/** What a kind of table is. */
export function tableOf<K extends TableKind>(kind: K): TableOf<K> {
	const { never, ...shape }: TableShape = tables[kind];
	const foreign = never.map((one) => {
		const [home, column] = one.split(".") as [TableKind, ColumnName];
		return { kind: home, column };
	});
	return { ...shape, never: foreign } as unknown as TableOf<K>;
}

/** The columns of one table in order, each with what a cell of it may hold. */
export function cellsOf(kind: TableKind): readonly (readonly [ColumnName, CellKind])[] {
	return Object.entries<CellKind>(tables[kind].columns) as [ColumnName, CellKind][];
}

/** The dimensions of seeds/units.csv that a unit may have. */
export const unitDimensions: { readonly [U in UnitKind]: readonly string[] } = {
	"unit-of-carrier": ["mass", "gas-volume", "energy", "electricity"],
	// Per cent is the rate of waste that is used.
	"unit-of-output": ["money", "mass", "gas-volume", "energy", "electricity", "fraction"],
	"unit-of-target": ["fraction", "co2-mass", "mass"],
	"unit-of-heat-value": ["ncv-mass", "ncv-gas"],
	"unit-of-carbon-content": ["carbon-content"],
};
