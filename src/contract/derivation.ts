/** The whole derivation of a firm-year, as `explain FILE... --format json` writes it: every step can be multiplied out again. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const derivationShapes = {
	derivation: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		inputs: "@input[+]",
		firm: "word",
		name: "word?",
		year: "year",
		/** The plan that the year is seen by. */
		targets: "word",
		lines: "@derivedLine[]",
		emissions: "@derivedEmissions",
		output: "@derivedOutput?",
		/** Emissions over output. */
		intensity: "@quotient?",
		base: "@derivedBase?",
		path: "@derivedPath?",
		/** Each test as the two exact numbers that it compares. */
		tests: "@derivedTest[]",
		verdict: "@verdict?",
	},
	/** What was used of one carrier: its rows, their sum, what that is multiplied by. */
	derivedLine: {
		carrier: "id",
		use: "of uses",
		part: "of parts",
		items: "@derivedItem[]",
		/** Sum of the items, in the unit that amounts are held in; null where rows contradict each other. */
		quantity: "exact-decimal?",
		unit: "word",
		factor: "@factorInParts|@directFactor?",
		/** t CO2 per unit, exactly; below zero where the line subtracts, zero where its carbon stays. */
		perUnit: "fraction?",
		co2: "tonnes?",
		/** tce per unit, exactly. */
		tcePerUnit: "fraction?",
		tce: "tce?",
	},
	/** An amount of a period, in the unit that amounts are held in. */
	derivedItem: { period: "word", quantity: "exact-decimal", cells: "@derivedCell[+]" },
	/** A cell as it stands in its file. */
	derivedCell: {
		file: "word",
		sheet: "word?",
		row: "place",
		line: "place",
		column: "word",
		text: "text",
		unit: "text",
		/** One of these units in the unit that amounts are held in; null where it differs from row to row. */
		perUnit: "exact-decimal?",
	},
	derivedEmissions: {
		fuel: "tonnes?",
		process: "tonnes?",
		electricity: "tonnes?",
		heat: "tonnes?",
		total: "tonnes?",
		/** The total exactly. */
		exact: "fraction?",
	},
	derivedOutput: {
		prices: "prices?",
		deflated: "flag",
		items: "@derivedItem[]",
		unit: "word",
		value: "output",
		exact: "fraction",
	},
	quotient: { over: "fraction", under: "fraction", value: "intensity" },
	derivedBase: {
		year: "year",
		/** The firms table states it. */
		stated: "flag",
		emissions: "fraction?",
		output: "fraction?",
		intensity: "fraction",
		value: "intensity",
	},
	/** required = base × keep^(step/years), or base × (1 − (1 − keep) × step/years) along a line. */
	derivedPath: {
		shape: "of pathShapes",
		baseYear: "year",
		targetYear: "year",
		keep: "fraction",
		step: "count",
		years: "count",
		required: "intensity?",
		gap: "intensity?",
		gapTonnes: "tonnes?",
	},
	/** Met where left is at most right. */
	derivedTest: { test: "=year|=cumulative", left: "fraction", right: "fraction", result: "of testResults" },
} as const;

type Shapes = typeof shared & typeof derivationShapes;
export type DerivationSentences = Sentences<typeof derivationShapes>;

export type Derivation = Shaped<Shapes, "derivation">;
export type DerivedLine = Shaped<Shapes, "derivedLine">;
export type DerivedItem = Shaped<Shapes, "derivedItem">;
export type DerivedTest = Shaped<Shapes, "derivedTest">;
