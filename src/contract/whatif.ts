/**
 * What would be if amounts were others, beside what was reported: what `whatif --format json` and `--format csv` write. Nothing under
 * `whatIf` is reported data.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const whatifShapes = {
	whatif: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		asked: "@asked",
		/** In order of name. */
		inputs: "@input[+]",
		/** In order of firm, by code unit. */
		firms: "@firm[]",
		findings: "@findings",
	},
	asked: {
		/** As they are applied, one after the other. */
		levers: "word[]",
		/** Months that are changed. */
		months: "month[+]",
	},
	firm: { firm: "word", name: "word?", sector: "id?", province: "word?", years: "@year[]" },
	year: {
		year: "year",
		/** Why `whatIf` is null; none where it is not. */
		hindrances: "@hindrance[]",
		reported: "@state",
		whatIf: "@state?",
		/** What if, less what was reported. */
		difference: "@difference?",
		/** How much of each lever by itself reaches the path; empty where nobody asked. */
		closing: "@closing[]",
	},
	hindrance: { lever: "word", reason: "of leverObstacles" },
	state: {
		reportedData: "flag",
		fuel: "tonnes?",
		process: "tonnes?",
		electricity: "tonnes?",
		heat: "tonnes?",
		emissions: "tonnes?",
		energy: "tce?",
		output: "output?",
		outputUnit: "word",
		prices: "prices?",
		intensity: "intensity?",
		intensityUnit: "intensity-unit",
		sinceBasePercent: "percent?",
		required: "intensity?",
		gap: "intensity?",
		gapPercent: "percent?",
		gapTonnes: "tonnes?",
		progressPercent: "short-percent?",
		verdict: "of verdictWords?",
		qualifiers: "of qualifiers[]",
		reasons: "of reasons[]",
	},
	difference: { emissions: "tonnes?", energy: "tce?", output: "output?", intensity: "intensity?", gapPercent: "percent?" },
	closing: {
		lever: "word",
		state: "of closings",
		/** Rounded up, so that it is enough; null where it does not reach. */
		percent: "short-percent?",
	},
} as const;

/** Two rows for each firm and year: as reported, and what if. */
export const whatifColumns = {
	firm: "firm.firm",
	name: "firm.name",
	sector: "firm.sector",
	province: "firm.province",
	year: "year.year",
	reported_data: "state.reportedData",
	levers: "asked.levers",
	fuel_tco2: "state.fuel",
	process_tco2: "state.process",
	electricity_tco2: "state.electricity",
	heat_tco2: "state.heat",
	total_tco2: "state.emissions",
	energy_tce: "state.energy",
	output: "state.output",
	output_unit: "state.outputUnit",
	prices: "state.prices",
	intensity: "state.intensity",
	intensity_unit: "state.intensityUnit",
	since_base_pct: "state.sinceBasePercent",
	own_required: "state.required",
	own_gap: "state.gap",
	own_gap_pct: "state.gapPercent",
	own_gap_tonnes: "state.gapTonnes",
	progress_pct: "state.progressPercent",
	verdict: "state.verdict",
	qualifiers: "state.qualifiers",
	reasons: "state.reasons",
	hindrances: "year.hindrances",
} as const;

/** Some shapes are its own where others have one of the same name. */
type Shapes = Omit<typeof shared, keyof typeof whatifShapes> & typeof whatifShapes;
export type WhatifSentences = Sentences<typeof whatifShapes>;

export type WhatifOutput = Shaped<Shapes, "whatif">;
export type WhatifFirmOutput = Shaped<Shapes, "firm">;
export type WhatifYearOutput = Shaped<Shapes, "year">;
export type WhatifState = Shaped<Shapes, "state">;
export type WhatifDifference = Shaped<Shapes, "difference">;
