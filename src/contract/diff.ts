/** Two submissions or two reports side by side, as `diff --format json` and `--format csv` write it. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const diffShapes = {
	diff: {
		schemaVersion: "=1",
		tool: "@tool",
		old: "@side",
		new: "@side",
		/** Whether rows differ, or what they are computed by. */
		cause: "of diffCauses",
		/** What the two sides are computed by, where it differs: `version`, `seeds`, `rules`, or a key of the basis. */
		basisChanges: "@basisChange[]",
		/** In order of firm, year and key. */
		changes: "@rowChange[]",
		/** Keys that name several rows on a side: none of them is compared. */
		notUnique: "@notUnique[]",
		/** Firm-years of which something is another. */
		years: "@yearChange[]",
	},
	side: {
		name: "word",
		what: "of diffSides",
		/** Of a report whose tables are all there and as they were: recomputed. */
		figures: "of sideFigures",
		inputs: "@sideInput[]",
		/** null where nothing was recomputed. */
		findings: "@counts?",
	},
	sideInput: { file: "word", sha256: "hash" },
	basisChange: { what: "word", old: "text?", new: "text?" },
	rowKey: {
		kind: "of diffKinds",
		firm: "word",
		site: "word?",
		period: "word?",
		carrier: "word?",
		use: "word?",
		indicator: "word?",
		product: "word?",
	},
	rowChange: {
		"...": "rowKey",
		change: "of rowChanges",
		cells: "@cellChange[]",
		old: "@rowPlace?",
		new: "@rowPlace?",
		/** Codes of findings of the old side that named the cell. */
		answers: "code[]",
		/** What the change does alone: to its own year, and to others that it moves. */
		effects: "@changeEffect[]",
	},
	cellChange: { column: "word", old: "text?", new: "text?" },
	rowPlace: { file: "word", sheet: "word?", row: "place" },
	changeEffect: {
		year: "year",
		how: "of effectWays",
		tonnes: "tonnes?",
		/** null where it is unknown on a side, and where the two are at other prices. */
		intensity: "intensity?",
		intensityUnit: "word",
		/** Both null where it stays. */
		oldVerdict: "of verdictWords?",
		newVerdict: "of verdictWords?",
	},
	notUnique: { "...": "rowKey", old: "@rowPlace[]", new: "@rowPlace[]" },
	yearChange: {
		firm: "word",
		year: "year",
		/** As a report has it that was filed; null of tables. */
		oldFiled: "@yearFigures?",
		/** As computed today where the tables are there, else as filed; null where the side has no such year. */
		old: "@yearFigures?",
		new: "@yearFigures?",
		newFiled: "@yearFigures?",
		/** From old to new. */
		tonnes: "tonnes?",
		intensity: "intensity?",
		/** What the changes do alone, added up. */
		explainedTonnes: "tonnes?",
		explainedIntensity: "intensity?",
		/** What other options do to the new tables; zero where they are the same. */
		optionsTonnes: "tonnes?",
		/** The rest: changes together do more or less than each alone, and rows that are not compared. */
		remainderTonnes: "tonnes?",
		remainderIntensity: "intensity?",
	},
	yearFigures: { tonnes: "tonnes?", intensity: "intensity?", verdict: "of verdictWords?" },
} as const;

/** A row for each changed cell and for each effect, side by side: each stands once. */
export const diffColumns = {
	kind: "rowChange.kind",
	change: "rowChange.change",
	firm: "rowChange.firm",
	site: "rowChange.site",
	period: "rowChange.period",
	carrier: "rowChange.carrier",
	use: "rowChange.use",
	indicator: "rowChange.indicator",
	product: "rowChange.product",
	column: "cellChange.column",
	old: "cellChange.old",
	new: "cellChange.new",
	old_row: "rowChange.old.row",
	new_row: "rowChange.new.row",
	answers: "rowChange.answers",
	year: "changeEffect.year",
	how: "changeEffect.how",
	effect_tco2: "changeEffect.tonnes",
	effect_intensity: "changeEffect.intensity",
	intensity_unit: "changeEffect.intensityUnit",
	old_verdict: "changeEffect.oldVerdict",
	new_verdict: "changeEffect.newVerdict",
} as const;

type Shapes = typeof shared & typeof diffShapes;
export type DiffSentences = Sentences<typeof diffShapes>;

export type DiffOutput = Shaped<Shapes, "diff">;
export type DiffSide = Shaped<Shapes, "side">;
export type RowChangeOutput = Shaped<Shapes, "rowChange">;
export type RowKeyOutput = Shaped<Shapes, "rowKey">;
export type RowPlace = Shaped<Shapes, "rowPlace">;
export type ChangeEffectOutput = Shaped<Shapes, "changeEffect">;
export type YearChangeOutput = Shaped<Shapes, "yearChange">;
export type YearFiguresOutput = Shaped<Shapes, "yearFigures">;
export type BasisChangeOutput = Shaped<Shapes, "basisChange">;
