/**
 * Why emissions and intensity moved, as `drivers --format json` and `--format csv` write it. Numbers are decimal strings, rounded
 * half-even at no more than 12 places; effects and residue, as they are written, add up to the change as it is written.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const driversShapes = {
	drivers: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		/** In order of name. */
		inputs: "@input[+]",
		/** In order of firm, by code unit. */
		firms: "@firm[]",
		/** In order of sector id; `all` closes the list. */
		sectors: "@sector[]",
		findings: "@findings",
	},
	basis: {
		method: "=lmdi-i",
		chained: "flag",
		/** What is compared with its neighbour: two, or every year where effects are chained. */
		periods: "span[+]",
		per: "per",
		boundary: "of boundaries",
		factors: "code",
		factorFiles: "@factorFile[]",
		electricity: "word",
		marketBased: "flag",
		prices: "asked-prices",
		deflator: "word?",
		mappings: "mapping[]",
		assertions: "word[]",
	},
	firm: { firm: "word", name: "word?", sector: "id?", province: "word?", "...": "moved", carriers: "@carrier[]" },
	sector: {
		sector: "id",
		/** Firms in it, and firms of it that are not. */
		firms: "count",
		left: "count",
		"...": "moved",
	},
	moved: {
		/** Why something is null. */
		withheld: "@obstacle[]",
		prices: "prices?",
		from: "@point?",
		to: "@point?",
		emissions: "@change?",
		intensity: "@change?",
	},
	obstacle: { reason: "of driverReasons", period: "span?", carriers: "id[]" },
	point: {
		period: "span",
		emissions: "tonnes",
		energy: "tce",
		output: "output",
		outputUnit: "word",
		intensity: "intensity",
		intensityUnit: "intensity-unit",
	},
	change: {
		/** In the unit of the figure. */
		additive: "@lines",
		/** Ratios; null where a total is not above zero. */
		multiplicative: "@lines?",
	},
	/** null for what has no part in the sum: activity in the intensity, shares of firms in one firm. */
	lines: {
		activity: "decimal?",
		structure: "decimal?",
		energy: "decimal",
		mix: "decimal",
		factors: "decimal",
		grid: "decimal",
		process: "decimal",
		entryExit: "decimal",
		outside: "decimal",
		/** What rounding leaves: change minus the lines, or over their product. */
		residue: "decimal",
		change: "decimal",
	},
	carrier: {
		carrier: "id",
		kind: "=energy|=process|=left",
		change: "of carrierChanges",
		/** Its factor is the grid's. */
		grid: "flag",
		co2From: "tonnes",
		co2To: "tonnes",
		tceFrom: "tce?",
		tceTo: "tce?",
	},
	/** A row of the csv: a firm or a sector, one measure, one form. */
	csvRow: {
		firm: "word?",
		name: "word?",
		sector: "id?",
		province: "word?",
		firms: "count?",
		left: "count?",
		from: "span",
		to: "span",
		chained: "flag",
		of: "=emissions|=intensity",
		form: "=additive|=multiplicative",
		unit: "word",
		value_from: "in-unit?",
		value_to: "in-unit?",
		activity: "in-unit?",
		structure: "in-unit?",
		energy: "in-unit?",
		mix: "in-unit?",
		factors: "in-unit?",
		grid: "in-unit?",
		process: "in-unit?",
		entry_exit: "in-unit?",
		outside: "in-unit?",
		residue: "in-unit?",
		change: "in-unit?",
		withheld: "of driverReasons[]",
	},
} as const;

/** Some shapes are its own where others have one of the same name. */
type Shapes = Omit<typeof shared, keyof typeof driversShapes> & typeof driversShapes;
export type DriversSentences = Sentences<typeof driversShapes>;
export type DriversColumn = keyof typeof driversShapes.csvRow;

export type Drivers = Shaped<Shapes, "drivers">;
export type DriversBasis = Shaped<Shapes, "basis">;
export type DriversFirm = Shaped<Shapes, "firm">;
export type DriversSector = Shaped<Shapes, "sector">;
export type DriversMoved = Shaped<Shapes, "moved">;
export type DriversObstacle = Shaped<Shapes, "obstacle">;
export type DriversPoint = Shaped<Shapes, "point">;
export type DriversChange = Shaped<Shapes, "change">;
export type DriversLines = Shaped<Shapes, "lines">;
export type DriversCarrier = Shaped<Shapes, "carrier">;
