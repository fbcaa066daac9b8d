/** The input tables: their columns in order, what a cell of each may hold, and what a row cannot do without. */
import { deflator } from "./tables/deflator.ts";
import { energy } from "./tables/energy.ts";
import { factors } from "./tables/factors.ts";
import { firms } from "./tables/firms.ts";
import { growth } from "./tables/growth.ts";
import { output } from "./tables/output.ts";
import { targets } from "./tables/targets.ts";

/**
 * What a cell may hold, beside nothing: a blank cell is missing, whatever its kind.
 *
 * text: anything. credit-code: eighteen characters, as `credit-code.ts` has them. period: a year, a quarter, a month or a day, as `period.ts` reads it. year: four digits. month: 1 to 12.
 * quantity: a decimal, zero or more; where it is blank the row is skipped, not refused. decimal, zero-or-more, above-zero,
 * fraction (above 0, at most 1), percent (from 1, below 100) and growth-rate (per cent, above −100) are decimals within those bounds. The units are those of
 * `unitDimensions`; a factor's is two units divided. use, indicator, prices, scope and growth-indicator are words.
 */
export type CellKind =
	| "text"
	| "credit-code"
	| "period"
	| "year"
	| "month"
	| "quantity"
	| "decimal"
	| "zero-or-more"
	| "above-zero"
	| "fraction"
	| "percent"
	| UnitKind
	| "unit-of-factor"
	| "use"
	| "indicator"
	| "prices"
	| "scope"
	| "goal"
	| "goal-kind"
	| "growth-indicator"
	| "growth-rate";

export type UnitKind = "unit-of-carrier" | "unit-of-output" | "unit-of-target" | "unit-of-heat-value" | "unit-of-carbon-content";

/** What a kind of table is, as people fill it in. Its spellings are in seeds/columns.csv, its sentences in the languages. */
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

/** The kinds of tables; a new one stands in a file of its own and on this list. */
interface Tables {
	readonly energy: typeof energy;
	readonly output: typeof output;
	readonly firms: typeof firms;
	readonly factors: typeof factors;
	readonly deflator: typeof deflator;
	readonly targets: typeof targets;
	readonly growth: typeof growth;
}

const tables: Tables & { readonly [K in keyof Tables]: TableShape } = {
	...{ energy, output, firms, factors, deflator, targets, growth },
};

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
