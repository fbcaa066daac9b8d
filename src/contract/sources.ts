/**
 * What is in force and where it comes from, as `sources --format json` and `--format csv` write it: for every figure who
 * published it, when, how far it was verified, and how far other published figures for the same thing differ.
 *
 * Numbers are decimal strings. Those made here are exact values rounded half-even at no more than 12 places; those of the
 * sources keep the digits they were printed with, trailing zeros too. Years and counts are numbers.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const sourcesShapes = {
	sources: {
		schemaVersion: "=1",
		tool: "@tool",
		chosen: "@chosen",
		/** All published fuel tables, the one in force first, then in order of id. */
		factorSets: "@factorSet[]",
		/** One entry for each carrier and unit that any table has, in the order of the carriers, then of the unit. */
		fuels: "@fuel[]",
		electricity: "@electricity",
		/** The default factor of heat, and the constants of the formulas for heat metered by mass. */
		heat: "@heat[]",
		processes: "@material[]",
		coalEquivalents: "@coalEquivalents",
		targets: "@targets",
		/** The limits that rules and verdicts use. */
		limits: "@limit[]",
		/** What schemes of warning call a share of the year's task. */
		warningLevels: "@warningLevel[]",
		deflators: "@deflators",
	},
	/** The choices as the options name them. */
	chosen: { factors: "code", electricity: "word", targets: "code" },
	/** Where a figure comes from. */
	origin: {
		source: "word",
		sourceUrl: "word?",
		published: "date?",
		verified: "of verifications",
		evidence: "word?",
		note: "word?",
	},
	names: { nameEn: "word", nameZh: "word" },
	/** null for a group that is no sector here. */
	someNames: { nameEn: "word?", nameZh: "word?" },
	factorSet: {
		id: "code",
		title: "word",
		titleZh: "word",
		inForce: "flag",
		/** The oxidation rate (fraction) that its method puts in the place of every printed one; null where the rows decide. */
		forcedOxidation: "printed?",
		/** Rows of it. */
		fuels: "count",
		"...": "origin",
	},
	fuel: {
		carrier: "id",
		"...": "names",
		/** What `co2PerUnit` is per. The same carrier in another unit is another entry, and never compared. */
		unit: "word",
		/** null where the set in force lacks the carrier in this unit. */
		inForce: "@fuelFactor?",
		/** The other tables, in order of set id. */
		alternatives: "@fuelFactor[]",
		/** t CO2 per unit, over the row in force and the alternatives. */
		lowest: "decimal",
		highest: "decimal",
		/** (highest / lowest − 1) × 100; null where only one table has it. */
		differencePercent: "percent?",
	},
	/** Source and date are those of its set, which `factorSets` tells. */
	fuelFactor: {
		set: "code",
		/** GJ per unit, net. */
		ncv: "printed",
		/** tC per GJ. */
		carbonContent: "printed",
		/** Fraction, as applied: the forced rate where the set has one. */
		oxidationRate: "printed",
		/** Fraction, as printed in the table. */
		oxidationPrinted: "printed",
		/** t CO2 per unit: ncv × carbonContent × oxidationRate × 44/12. */
		co2PerUnit: "decimal",
		/** (this / the one in force − 1) × 100; null where none is in force. */
		fromInForcePercent: "percent?",
		sourceUrl: "word?",
		verified: "of verifications",
		evidence: "word?",
		note: "word?",
	},
	electricity: {
		/** `national@2021`, `national`, `provincial@2021`, `provincial`, or the number given. */
		mode: "word",
		/** kgCO2 per kWh, where the mode is a number: then nothing published is in force. */
		given: "printed?",
		/** The factors that the mode can take, by region and data year. */
		inForce: "@gridFactor[]",
		/**
		 * What else is published. National averages: of every year. Averages of provinces and regions: of the mode's year under a
		 * national mode, else of every year. Factors of another basis: all, and never compared.
		 */
		alternatives: "@gridFactor[]",
	},
	gridFactor: {
		/** `CN`, a province's ISO 3166-2 code, or a grid's id. */
		region: "word",
		"...names": "names",
		level: "=national|=regional|=provincial",
		/** Data year; null where it was not stated. */
		year: "year?",
		basis: "=average|=average-excluding-market-nonfossil|=fossil|=enterprise-ets-reporting",
		/** For reporting factors: the years of emissions they served. */
		reportingYears: "word?",
		/** kgCO2 per kWh. */
		factor: "printed",
		/** Whether it has the basis of what is in force, `average`: no other basis is ever compared with it. */
		compared: "flag",
		/**
		 * (this / the one in force − 1) × 100. The one in force is that of the year under `national@YEAR`, that of the same data
		 * year under `national`, that of the same province under `provincial@YEAR`; null where there is no one such factor, and
		 * for another basis.
		 */
		fromInForcePercent: "percent?",
		"...": "origin",
	},
	heat: { id: "code", "...names": "names", unit: "word", value: "printed", "...": "origin" },
	material: {
		id: "id",
		"...names": "names",
		/** A sector id, or `all`. */
		sector: "id",
		unit: "word",
		/** As printed, in the terms of `kind`. */
		factor: "printed",
		/** tco2: t CO2 per unit. deduction: the same, subtracted. tc: t carbon per unit, times 44/12. */
		kind: "=tco2|=deduction|=tc",
		/** t CO2 per unit as it counts, below zero for a deduction; null where the row is refused. */
		co2PerUnit: "decimal?",
		/** Why quantity × factor cannot count it; null where it can. */
		refusal: "=not-co2|=needs-more?",
		formula: "word",
		"...": "origin",
	},
	coalEquivalents: { definition: "@coalDefinition", rows: "@coalEquivalent[]" },
	/** What makes a coefficient from a heat value, where the table has none: GJ per tonne of coal equivalent. */
	coalDefinition: { gigajoulesPerTonne: "printed", "...": "origin" },
	coalEquivalent: {
		carrier: "id",
		"...names": "names",
		/** t, 10^4 Nm3, kWh or GJ. */
		unit: "word",
		/** Tonnes of coal equivalent per unit. */
		tce: "printed",
		"...": "origin",
	},
	targets: {
		/** Under `provincial` the national targets too: they hold where a province has none. */
		inForce: "@target[]",
		alternatives: "@target[]",
	},
	target: {
		/** A plan, or provincial. */
		set: "word",
		/** The plan period it belongs to. */
		plan: "word",
		scope: "of scopes",
		/** A sector's or a province's; null for all industry. */
		scopeId: "word?",
		"...names": "someNames",
		/** Of what per unit of industrial value added; of solid waste the share that is used. */
		indicator: "of goalIndicators",
		/** A fall from base to target year, or a level in the target year. */
		kind: "of goalKinds",
		/** null for a level. */
		baseYear: "year?",
		targetYear: "year",
		/** From base to target year, above zero; null for a level. */
		reductionPercent: "printed?",
		/** In per cent; null for a fall. */
		level: "printed?",
		/** Above (below zero: below) the national target in force for the same indicator. */
		differencePoints: "points?",
		"...": "origin",
	},
	limit: { name: "code", value: "printed", "...": "origin" },
	warningLevel: {
		scheme: "code",
		schemeEn: "word",
		schemeZh: "word",
		/** As the scheme numbers or colours it. */
		level: "word",
		wordEn: "word",
		wordZh: "word",
		/** Per cent of the year's task below which it speaks; null for the level of all the rest. */
		belowPercent: "printed?",
		/** It speaks at the bound, too. */
		atBound: "flag",
		"...": "origin",
	},
	deflators: {
		/** Nothing is deflated with these: only the user's own file does that. */
		informingOnly: "=true",
		rows: "@deflator[]",
	},
	deflator: {
		/** A sector id, or a group that statistics publish. */
		sector: "word",
		"...names": "someNames",
		year: "year",
		series: "word",
		value: "printed",
		unit: "=%|=index",
		/** What it is measured against: `previous year`, `2020=100`. */
		base: "word",
		"...": "origin",
	},
	/** A row of the csv: one figure, whatever it is of. */
	csvRow: {
		section: "code",
		in_force: "word?",
		id: "word",
		name_en: "word?",
		name_zh: "word?",
		set: "word?",
		scope: "word?",
		basis: "word?",
		year: "year?",
		reporting_years: "word?",
		base_year: "year?",
		target_year: "year?",
		unit: "word?",
		value: "in-unit?",
		// GJ per t or per 10^4 Nm3, whichever `unit` is per: no column holds that by itself.
		ncv: "printed?",
		carbon_content: "carbon-content?",
		oxidation_rate: "printed?",
		oxidation_printed: "printed?",
		// t CO2 per what `unit` is per, which may be in carbon.
		co2_per_unit: "printed?",
		lowest: "in-unit?",
		highest: "in-unit?",
		difference_pct: "percent?",
		compared: "word?",
		from_in_force_pct: "percent?",
		difference_points: "points?",
		refusal: "word?",
		formula: "word?",
		source: "word?",
		source_url: "word?",
		published: "word?",
		verified: "word?",
		evidence: "word?",
		note: "word?",
	},
} as const;

type Shapes = typeof shared & typeof sourcesShapes;
export type SourcesSentences = Sentences<typeof sourcesShapes>;
export type SourcesColumn = keyof typeof sourcesShapes.csvRow;

export type Sources = Shaped<Shapes, "sources">;
export type SourcesChosen = Shaped<Shapes, "chosen">;
export type SourcesOrigin = Shaped<Shapes, "origin">;
export type Verified = SourcesOrigin["verified"];
export type SourcesFactorSet = Shaped<Shapes, "factorSet">;
export type SourcesFuel = Shaped<Shapes, "fuel">;
export type SourcesFuelFactor = Shaped<Shapes, "fuelFactor">;
export type SourcesElectricity = Shaped<Shapes, "electricity">;
export type SourcesGridFactor = Shaped<Shapes, "gridFactor">;
export type SourcesProcess = Shaped<Shapes, "material">;
export type SourcesCoalEquivalents = Shaped<Shapes, "coalEquivalents">;
export type SourcesTargets = Shaped<Shapes, "targets">;
export type SourcesTarget = Shaped<Shapes, "target">;
export type SourcesDeflators = Shaped<Shapes, "deflators">;
