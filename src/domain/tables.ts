/** The input tables: their columns in order, what a cell of each may hold, and what a row cannot do without. */
import type { TableKind } from "./words.ts";

/**
 * What a cell may hold, beside nothing: a blank cell is missing, whatever its kind.
 *
 * text: anything. credit-code: eighteen characters, as `credit-code.ts` has them. period: a year, a quarter, a month or a day, as `period.ts` reads it. year: four digits. month: 1 to 12.
 * quantity: a decimal, zero or more; where it is blank the row is skipped, not refused. decimal, zero-or-more, above-zero,
 * fraction (above 0, at most 1) and percent (above 0, below 100) are decimals within those bounds. The units are those of
 * `unitDimensions`; a factor's is two units divided. use, indicator, prices and scope are words.
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
	| "scope";

export type UnitKind = "unit-of-carrier" | "unit-of-output" | "unit-of-heat-value" | "unit-of-carbon-content";

/** The columns of each table, in the order a template has them. The spellings of each are in seeds/columns.csv. */
export const tableColumns = {
	energy: {
		firm: "text",
		credit_code: "credit-code",
		firm_name: "text",
		site: "text",
		sector: "text",
		province: "text",
		period: "period",
		year: "period",
		month: "month",
		carrier: "text",
		use: "use",
		quantity: "quantity",
		unit: "unit-of-carrier",
		ncv: "above-zero",
		ncv_unit: "unit-of-heat-value",
		carbon_content: "above-zero",
		carbon_content_unit: "unit-of-carbon-content",
		oxidation_rate: "fraction",
		emission_factor: "zero-or-more",
		emission_factor_unit: "unit-of-factor",
		enthalpy: "above-zero",
		temperature: "decimal",
		note: "text",
	},
	output: {
		firm: "text",
		credit_code: "credit-code",
		firm_name: "text",
		sector: "text",
		province: "text",
		period: "period",
		year: "period",
		month: "month",
		indicator: "indicator",
		product: "text",
		quantity: "quantity",
		unit: "unit-of-output",
		prices: "prices",
		note: "text",
	},
	firms: {
		firm: "text",
		credit_code: "credit-code",
		firm_name: "text",
		sector: "text",
		province: "text",
		base_intensity: "above-zero",
		base_year: "year",
		target_pct: "percent",
		note: "text",
	},
	factors: {
		carrier: "text",
		unit: "unit-of-carrier",
		year: "year",
		province: "text",
		ncv: "above-zero",
		carbon_content: "above-zero",
		oxidation_rate: "fraction",
		emission_factor: "zero-or-more",
		source: "text",
		note: "text",
	},
	deflator: { year: "year", index: "above-zero", sector: "text", source: "text", note: "text" },
	targets: {
		scope: "scope",
		scope_id: "text",
		base_year: "year",
		target_year: "year",
		reduction_pct: "percent",
		base_intensity: "above-zero",
		source: "text",
		note: "text",
	},
} as const;

/** The name of a column of one kind of table, or of any. */
export type ColumnName<K extends TableKind = TableKind> = { readonly [T in K]: keyof (typeof tableColumns)[T] }[K];

/** The columns of one table in order, each with what a cell of it may hold. */
export function cellsOf(kind: TableKind): readonly (readonly [ColumnName, CellKind])[] {
	return Object.entries<CellKind>(tableColumns[kind]) as [ColumnName, CellKind][];
}

/**
 * What a row cannot do without: of each choice one column, which the header must have and the row must fill. Quantity alone may
 * be blank. The first of a choice is the one that is named where all are missing.
 */
export const requiredColumns: { readonly [K in TableKind]: readonly (readonly ColumnName<K>[])[] } = {
	energy: [["firm", "credit_code", "firm_name"], ["period", "year"], ["carrier"], ["quantity"]],
	output: [["firm", "credit_code", "firm_name"], ["period", "year"], ["indicator"], ["quantity"]],
	firms: [["firm", "credit_code", "firm_name"]],
	factors: [["carrier"], ["unit"], ["source"]],
	deflator: [["year"], ["index"]],
	targets: [["scope"], ["base_year"], ["target_year"], ["reduction_pct"], ["source"]],
};

/** What a blank cell means, where that is one word whatever else the row says. */
export const columnDefaults: { readonly [K in TableKind]: { readonly [C in ColumnName<K>]?: string } } = {
	energy: { use: "consumed", carbon_content_unit: "tC/GJ" },
	output: {},
	firms: {},
	factors: {},
	deflator: {},
	targets: {},
};

/** The dimensions of seeds/units.csv that a unit may have. */
export const unitDimensions: { readonly [U in UnitKind]: readonly string[] } = {
	"unit-of-carrier": ["mass", "gas-volume", "energy", "electricity"],
	"unit-of-output": ["money", "mass", "gas-volume", "energy", "electricity"],
	"unit-of-heat-value": ["ncv-mass", "ncv-gas"],
	"unit-of-carbon-content": ["carbon-content"],
};

/** Whom a row of a targets file is about. */
export const scopes = ["all", "sector", "province"] as const;
export type Scope = (typeof scopes)[number];
