/**
 * The shape of the compiled seeds: what `npm run seeds` writes and the rooms read.
 * Every number is the decimal string its publication printed.
 */
import type { GoalIndicator } from "../domain/words.ts";

/** A unit of measure: `toBase` of its dimension's base unit make one of it. */
export interface UnitSeed {
	readonly symbol: string;
	readonly dimension: string;
	readonly toBase: string;
	readonly aliases: readonly string[];
}

/** The header words that mean one column of one input table. */
export interface ColumnSeed {
	/** energy, output, firms, factors, deflator, targets, claims. */
	readonly table: string;
	readonly column: string;
	readonly aliases: readonly string[];
}

/** A sector of GB/T 4754; level 1 is what pools are made of. */
export interface SectorSeed {
	readonly id: string;
	readonly level: 1 | 2;
	/** The level-1 sector it belongs to; itself for level 1. */
	readonly parent: string;
	readonly nameEn: string;
	readonly nameZh: string;
	readonly aliases: readonly string[];
	readonly codes: readonly string[];
	/** Section letter of GB/T 4754 (B, C, D). */
	readonly section: string;
	/** One of the Plan's key industries. */
	readonly key: boolean;
	/** How carbon is counted that goes in without being burnt. */
	readonly method: FeedstockMethod;
}

/** By carbon in less carbon out, by reductants with factors of their own, or by no method that is set. */
export type FeedstockMethod = "balance" | "reductant" | "none";

/**
 * What becomes of carbon that does not burn. `stays`: in what the carrier is used for. `reductant`: counted by a row of the
 * process table, in a sector. `product`: leaves by a deduction of the process table, in a sector. `content`: carbon content of the
 * process table. `from-co2`: a product made of CO2; `recovered`: CO2 that is recovered. `by-output`: its factor is per tonne made,
 * and no carbon in it. `substitute`: lowers the emission of `clinker`, and means nothing without it. `meaning`: what a name means
 * in a sector.
 */
export interface CarbonSeed {
	readonly mark:
		| "stays"
		| "reductant"
		| "product"
		| "content"
		| "from-co2"
		| "recovered"
		| "by-output"
		| "substitute"
		| "clinker"
		| "meaning";
	readonly carrier: string;
	/** A sector; null for all. */
	readonly sector: string | null;
	/** Id of a row of the process table; null where none is meant. */
	readonly row: string | null;
}

export interface ProvinceSeed {
	/** English name: the id used in results. */
	readonly id: string;
	/** Two digits of GB/T 2260. */
	readonly code: string;
	/** ISO 3166-2, which the electricity table uses. */
	readonly iso: string;
	readonly nameZh: string;
	readonly aliases: readonly string[];
}

/** Something used: a fuel, electricity, heat; or a line that is only a total of others. */
export interface CarrierSeed {
	readonly id: string;
	/** A medium carries energy and has no CO2 of its own: water, oxygen, compressed air. */
	readonly group: "fuel" | "electricity" | "heat" | "medium" | "total";
	readonly nameEn: string;
	readonly nameZh: string;
	readonly aliases: readonly string[];
	/** Aliases that are understood with a warning (用电量 may include own generation). */
	readonly warned: readonly string[];
}

/** One row of a published fuel table. */
export interface FuelFactorSeed {
	readonly carrier: string;
	/** t, or 10^4 Nm3. */
	readonly unit: string;
	/** GJ per unit. */
	readonly ncv: string;
	/** tC per GJ. */
	readonly carbonContent: string;
	/** Fraction. */
	readonly oxidationRate: string;
	readonly verified: string;
	readonly note: string;
}

/** One published fuel table; a run uses one. */
export interface FuelSetSeed {
	readonly id: string;
	readonly title: string;
	readonly titleZh: string;
	/** A method that fixes the oxidation rate, whatever a row says (carbon balance: 1). */
	readonly forcedOxidation: string | null;
	readonly source: string;
	readonly factors: readonly FuelFactorSeed[];
}

/** Tonnes of coal equivalent per unit of a carrier, GB/T 2589-2020. */
export interface CoalEquivalentSeed {
	readonly carrier: string;
	/** t, 10^4 Nm3; kWh for electricity, GJ for heat. */
	readonly unit: string;
	readonly tce: string;
	readonly source: string;
}

export interface ElectricitySeed {
	/** `CN`, a province's ISO code, or a grid's id. */
	readonly region: string;
	readonly level: "national" | "regional" | "provincial";
	/** Data year; null for reporting factors whose data year was not stated. */
	readonly year: number | null;
	/** kgCO2 per kWh. */
	readonly factor: string;
	readonly basis: "average" | "average-excluding-market-nonfossil" | "fossil" | "enterprise-ets-reporting";
	readonly source: string;
	readonly verified: string;
}

/** The default heat factor and the two formulas for heat metered by mass. */
export interface HeatSeed {
	readonly factor: string;
	readonly factorSource: string;
	/** kJ/kg taken off the enthalpy of steam. */
	readonly steamReferenceEnthalpy: string;
	/** kJ/(kg K). */
	readonly waterHeatCapacity: string;
	/** Degrees Celsius. */
	readonly waterReferenceTemperature: string;
	readonly formulaSource: string;
}

export interface ProcessSeed {
	readonly id: string;
	readonly nameEn: string;
	readonly nameZh: string;
	/** Includes both names where this row is the default for them. */
	readonly aliases: readonly string[];
	readonly sector: string;
	readonly unit: string;
	readonly factor: string;
	/** tco2: t CO2 per unit. deduction: the same, subtracted. tc: t carbon per unit, times 44/12. */
	readonly kind: "tco2" | "deduction" | "tc";
	/** Why it cannot be counted by quantity × factor; null where it can. */
	readonly refusal: "not-co2" | "needs-more" | null;
	readonly formula: string;
	readonly source: string;
	readonly verified: string;
	readonly note: string;
}

/** A plan period, named like the set of its own targets. */
export interface PlanSeed {
	readonly id: string;
	/** Of the published national average that electricity has under it, unless another is asked for. */
	readonly electricityYear: number;
}

export interface TargetSeed {
	/** A plan, or a set of targets under plans: provincial. */
	readonly set: string;
	/** The plan period it belongs to. */
	readonly plan: string;
	readonly scope: "all" | "sector" | "province";
	/** Empty for all; a sector id; a province id. */
	readonly scopeId: string;
	readonly indicator: GoalIndicator;
	readonly kind: "change" | "level";
	/** Per cent: of the fall, or the level. */
	readonly value: string;
	/** null for a level. */
	readonly baseYear: number | null;
	readonly targetYear: number;
	readonly source: string;
	readonly verified: string;
}

export interface DeflatorSeed {
	readonly sector: string;
	readonly year: number;
	readonly series: string;
	readonly value: string;
	readonly source: string;
	readonly verified: string;
}

/** A limit that rules and verdicts use: data, not code. */
export interface LimitSeed {
	readonly name: string;
	readonly value: string;
	/** What a rules file may put in its place: between which decimals, and with how many digits after the point. */
	readonly least: string;
	readonly most: string;
	readonly places: number;
	readonly source: string;
}

/** A level of a warning scheme. Schemes were made for energy intensity; level numbers run opposite ways nationally and locally. */
export interface WarningLevelSeed {
	readonly scheme: string;
	readonly schemeEn: string;
	readonly schemeZh: string;
	readonly level: string;
	readonly wordEn: string;
	readonly wordZh: string;
	/** Per cent of the year's task below which it speaks; null: the rest. */
	readonly below: string | null;
	/** It speaks at the bound, too. */
	readonly atBound: boolean;
	readonly source: string;
}

/** Lowest and highest, ends included. */
export type Range = readonly [low: string, high: string];

/** Where a measured value of a fuel should lie. */
export interface FuelRangeSeed {
	readonly carrier: string;
	/** t, or 10^4 Nm3. */
	readonly unit: string;
	readonly family: "coal" | "coke" | "oil" | "gas";
	/** GJ per unit. */
	readonly ncv: Range;
	/** tC per GJ. */
	readonly carbonContent: Range;
	/** tC per tonne; null where no span is published. */
	readonly carbonPerTonne: Range | null;
}

/** An amount that stands in for another: typed to fill a field, or the most that a field can hold (a number, a text's length). */
export interface OddAmountSeed {
	readonly amount: string;
	readonly kind: "placeholder" | "cap" | "length";
}

/** What a works can make itself, and from what: counted beside that, its carbon is counted twice. */
export interface MadeFromSeed {
	readonly carrier: string;
	readonly madeFrom: readonly string[];
}

/** What firms of a sector take from the ground: nobody sold it to them. */
export interface MinedSeed {
	readonly sector: string;
	readonly carriers: readonly string[];
}

/** A spelling of a unit that says less than the unit it is read as. */
export interface AmbiguousUnitSeed {
	readonly word: string;
	readonly unit: string;
	/** word: it has another meaning. conditions: cubic metres at a temperature that is not said. */
	readonly why: "word" | "conditions" | "unusual";
}

/** A product that cannot be made without process emissions. */
export interface ProcessNeededSeed {
	readonly id: string;
	/** What products and sectors are called where it is made for certain. */
	readonly words: readonly string[];
	/** Sectors in which it is made by some firms and not by others. */
	readonly sectors: readonly string[];
	/** The process material whose factor is per tonne made; null where there is none. */
	readonly material: string | null;
}

/** What words say of an amount that stand in brackets behind a name, are a name, or head a column. */
export interface KindWordSeed {
	readonly place: "bracket" | "name" | "column" | "cell" | "indicator";
	/**
	 * left-out: a state that changes nothing. lot: a grade, a device or a place, of which there may be several. entry-count, entry-made:
	 * a column that counts rows, or says when and by whom they were entered. part: a column of a part of the amount beside it.
	 * not-output: an indicator of the forms that no intensity is computed of.
	 */
	readonly meaning:
		| "sold"
		| "product"
		| "feedstock"
		| "carrier"
		| "own-made"
		| "bought"
		| "to-date"
		| "not-consumption"
		| "equivalent"
		| "total"
		| "reversal"
		| "left-out"
		| "lot"
		| "entry-count"
		| "entry-made"
		| "part"
		| "not-output";
	/** The carrier that the words name; empty where they name none. */
	readonly carrier: string;
	/** number: a number and the word behind it. */
	readonly match: "whole" | "contains" | "ends" | "number";
	readonly words: readonly string[];
}

/** An item of the statistics forms and the items that are kinds of it. */
export interface FamilySeed {
	readonly parent: string;
	readonly children: readonly string[];
}

export interface Seeds {
	/** sha256 (hex) over all seed tables. */
	readonly hash: string;
	/** sha256 (hex) of the limits and the tables that rules go by. */
	readonly rulesHash: string;
	readonly units: readonly UnitSeed[];
	readonly columns: readonly ColumnSeed[];
	readonly sectors: readonly SectorSeed[];
	readonly provinces: readonly ProvinceSeed[];
	readonly carriers: readonly CarrierSeed[];
	readonly fuelSets: readonly FuelSetSeed[];
	readonly coalEquivalents: readonly CoalEquivalentSeed[];
	readonly electricity: readonly ElectricitySeed[];
	/** kgCO2 per kWh, as published of grids and for reports: no run uses them, and tables state them. */
	readonly otherGridFactors: readonly string[];
	readonly heat: HeatSeed;
	readonly processes: readonly ProcessSeed[];
	/** In order of id. */
	readonly plans: readonly PlanSeed[];
	readonly targets: readonly TargetSeed[];
	readonly deflators: readonly DeflatorSeed[];
	readonly limits: readonly LimitSeed[];
	/** Scheme by scheme, each from its worst level on. */
	readonly warningLevels: readonly WarningLevelSeed[];
	readonly fuelRanges: readonly FuelRangeSeed[];
	readonly oddAmounts: readonly OddAmountSeed[];
	readonly carbon: readonly CarbonSeed[];
	readonly kindWords: readonly KindWordSeed[];
	readonly families: readonly FamilySeed[];
	readonly madeFrom: readonly MadeFromSeed[];
	readonly mined: readonly MinedSeed[];
	readonly ambiguousUnits: readonly AmbiguousUnitSeed[];
	readonly processesNeeded: readonly ProcessNeededSeed[];
}
