/**
 * What is in force and where it comes from, as a contract: the shape that `sources --format json` writes. It says for every
 * figure who published it, when, how far it was verified, and how far other published figures for the same thing differ.
 *
 * Numbers are decimal strings. Those made here are exact values rounded half-even at no more than 12 places; those of the
 * sources keep the digits they were printed with, trailing zeros too. Years and counts are numbers. What is unknown, or not
 * there to be known, is null. Keys always come in this order.
 */
import type { Decimal } from "./report.ts";

/** yes: the number was seen; partial: part of the row was; derived: arithmetic on such rows; project: this tool's own choice. */
export type Verified = "yes" | "partial" | "derived" | "project";

/** Where a figure comes from. */
export interface SourcesOrigin {
	/** The document, as far as it is known. */
	readonly source: string;
	/** Where a copy was seen. */
	readonly sourceUrl: string | null;
	/** YYYY, YYYY-MM or YYYY-MM-DD; null where the source gives no date. */
	readonly published: string | null;
	readonly verified: Verified;
	/** What was seen, and in which text. */
	readonly evidence: string | null;
	readonly note: string | null;
}

/** The choices as the options name them: a set of fuel factors, a mode of electricity, a set of targets. */
export interface SourcesChosen {
	readonly factors: string;
	readonly electricity: string;
	readonly targets: string;
}

export interface Sources {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: "tanlu"; readonly version: string; readonly seeds: string; readonly rules: string };
	readonly chosen: SourcesChosen;
	/** All published fuel tables, the one in force first, then in order of id. */
	readonly factorSets: readonly SourcesFactorSet[];
	/** One entry for each carrier and unit that any table has, in the order of the carriers, then of the unit. */
	readonly fuels: readonly SourcesFuel[];
	readonly electricity: SourcesElectricity;
	/** The default factor of heat, and the constants of the formulas for heat metered by mass. */
	readonly heat: readonly SourcesHeat[];
	readonly processes: readonly SourcesProcess[];
	readonly coalEquivalents: SourcesCoalEquivalents;
	readonly targets: SourcesTargets;
	/** The limits that rules and verdicts use. */
	readonly limits: readonly SourcesLimit[];
	readonly deflators: SourcesDeflators;
}

export interface SourcesFactorSet extends SourcesOrigin {
	readonly id: string;
	readonly title: string;
	readonly titleZh: string;
	readonly inForce: boolean;
	/** The oxidation rate (fraction) that its method puts in the place of every printed one; null where the rows decide. */
	readonly forcedOxidation: Decimal;
	/** Rows of it. */
	readonly fuels: number;
}

export interface SourcesFuel {
	readonly carrier: string;
	readonly nameEn: string;
	readonly nameZh: string;
	/** t, or 10^4 Nm3: what `co2PerUnit` is per. The same carrier in another unit is another entry, and never compared. */
	readonly unit: string;
	/** null where the set in force lacks the carrier in this unit. */
	readonly inForce: SourcesFuelFactor | null;
	/** The other tables, in order of set id. */
	readonly alternatives: readonly SourcesFuelFactor[];
	/** t CO2 per unit, over the row in force and the alternatives. */
	readonly lowest: string;
	readonly highest: string;
	/** (highest / lowest − 1) × 100; null where only one table has it. */
	readonly differencePercent: Decimal;
}

/** Source and date are those of its set, which `factorSets` tells. */
export interface SourcesFuelFactor {
	readonly set: string;
	/** GJ per unit, net. */
	readonly ncv: string;
	/** tC per GJ. */
	readonly carbonContent: string;
	/** Fraction, as applied: the forced rate where the set has one. */
	readonly oxidationRate: string;
	/** Fraction, as printed in the table. */
	readonly oxidationPrinted: string;
	/** t CO2 per unit: ncv × carbonContent × oxidationRate × 44/12. */
	readonly co2PerUnit: string;
	/** (this / the one in force − 1) × 100; null where none is in force. */
	readonly fromInForcePercent: Decimal;
	readonly sourceUrl: string | null;
	readonly verified: Verified;
	readonly evidence: string | null;
	readonly note: string | null;
}

export interface SourcesElectricity {
	/** `national@2021`, `national`, `provincial@2021`, `provincial`, or the number given. */
	readonly mode: string;
	/** kgCO2 per kWh, where the mode is a number: then nothing published is in force. */
	readonly given: Decimal;
	/** The factors that the mode can take, by region and data year. */
	readonly inForce: readonly SourcesGridFactor[];
	/**
	 * What else is published. National averages: of every year. Averages of provinces and regions: of the mode's year under a
	 * national mode, else of every year. Factors of another basis: all, and never compared.
	 */
	readonly alternatives: readonly SourcesGridFactor[];
}

export interface SourcesGridFactor extends SourcesOrigin {
	/** `CN`, a province's ISO 3166-2 code, or a grid's id. */
	readonly region: string;
	readonly nameEn: string;
	readonly nameZh: string;
	readonly level: "national" | "regional" | "provincial";
	/** Data year; null where it was not stated. */
	readonly year: number | null;
	/** average, average-excluding-market-nonfossil, fossil, enterprise-ets-reporting. */
	readonly basis: string;
	/** For reporting factors: the years of emissions they served. */
	readonly reportingYears: string | null;
	/** kgCO2 per kWh. */
	readonly factor: string;
	/** Whether it has the basis of what is in force, `average`: no other basis is ever compared with it. */
	readonly compared: boolean;
	/**
	 * (this / the one in force − 1) × 100. The one in force is that of the year under `national@YEAR`, that of the same data
	 * year under `national`, that of the same province under `provincial@YEAR`; null where there is no one such factor, and
	 * for another basis.
	 */
	readonly fromInForcePercent: Decimal;
}

export interface SourcesHeat extends SourcesOrigin {
	readonly id: string;
	readonly nameEn: string;
	readonly nameZh: string;
	readonly unit: string;
	readonly value: string;
}

export interface SourcesProcess extends SourcesOrigin {
	readonly id: string;
	readonly nameEn: string;
	readonly nameZh: string;
	/** A sector id, or `all`. */
	readonly sector: string;
	readonly unit: string;
	/** As printed, in the terms of `kind`. */
	readonly factor: string;
	/** tco2: t CO2 per unit. deduction: the same, subtracted. tc: t carbon per unit, times 44/12. */
	readonly kind: "tco2" | "deduction" | "tc";
	/** t CO2 per unit as it counts, below zero for a deduction; null where the row is refused. */
	readonly co2PerUnit: Decimal;
	/** Why quantity × factor cannot count it; null where it can. */
	readonly refusal: "not-co2" | "needs-more" | null;
	readonly formula: string;
}

export interface SourcesCoalEquivalents {
	/** What makes a coefficient from a heat value, where the table has none: GJ per tonne of coal equivalent. */
	readonly definition: SourcesOrigin & { readonly gigajoulesPerTonne: string };
	readonly rows: readonly (SourcesOrigin & {
		readonly carrier: string;
		readonly nameEn: string;
		readonly nameZh: string;
		/** t, 10^4 Nm3, kWh or GJ. */
		readonly unit: string;
		/** Tonnes of coal equivalent per unit. */
		readonly tce: string;
	})[];
}

export interface SourcesTargets {
	/** Under `provincial` the national targets too: they hold where a province has none. */
	readonly inForce: readonly SourcesTarget[];
	readonly alternatives: readonly SourcesTarget[];
}

export interface SourcesTarget extends SourcesOrigin {
	/** plan-14, plan-15, provincial. */
	readonly set: string;
	/** The plan period it belongs to: plan-14, plan-15. */
	readonly plan: string;
	readonly scope: "all" | "sector" | "province";
	/** A sector's or a province's; null for all industry. */
	readonly scopeId: string | null;
	readonly nameEn: string | null;
	readonly nameZh: string | null;
	/** Of what per unit of industrial value added. */
	readonly indicator: "co2" | "energy";
	readonly baseYear: number;
	readonly targetYear: number;
	/** Per cent from base to target year, above zero. */
	readonly reductionPercent: string;
	/** Percentage points above (below zero: below) the national target in force for the same indicator. */
	readonly differencePoints: Decimal;
}

export interface SourcesLimit extends SourcesOrigin {
	readonly name: string;
	readonly value: string;
}

export interface SourcesDeflators {
	/** Nothing is deflated with these: only the user's own file does that. */
	readonly informingOnly: true;
	readonly rows: readonly (SourcesOrigin & {
		/** A sector id, or a group that statistics publish. */
		readonly sector: string;
		/** null for a group that is no sector here. */
		readonly nameEn: string | null;
		readonly nameZh: string | null;
		readonly year: number;
		readonly series: string;
		readonly value: string;
		/** `%` or `index`. */
		readonly unit: string;
		/** What it is measured against: `previous year`, `2020=100`. */
		readonly base: string;
	})[];
}
