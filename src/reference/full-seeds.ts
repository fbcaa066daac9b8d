/**
 * The seeds in full: what stands in the tables for people, with who says so, since when and how far it was verified. A run
 * needs none of this (`seeds.ts` is what it reads), so it is a file of its own that only those open who are asked for sources.
 * Every number is the decimal string its publication printed.
 */
import type {
	CoalEquivalentSeed,
	DeflatorSeed,
	ElectricitySeed,
	FuelFactorSeed,
	FuelSetSeed,
	LimitSeed,
	ProcessSeed,
	TargetSeed,
	UnitSeed,
	WarningLevelSeed,
} from "./seeds.ts";

/** Where a row comes from. */
export interface Provenance {
	/** The document, as far as it is known. */
	readonly source: string;
	/** Where a copy was seen; null where the row names no address. */
	readonly sourceUrl: string | null;
	/** YYYY, YYYY-MM or YYYY-MM-DD; null where the source gives no date. */
	readonly published: string | null;
	/** `yes`, `partial`, `derived` or `project`, and after a colon what was seen: seeds/README.md tells what each means. */
	readonly verified: string;
	/** Empty where there is nothing to add. */
	readonly note: string;
}

/** An id with its names. */
export interface Names {
	readonly id: string;
	readonly nameEn: string;
	readonly nameZh: string;
}

export interface FullUnit extends Omit<UnitSeed, "aliases">, Provenance {
	readonly baseUnit: string;
}

/** A row of a fuel table; its source and date are those of the table. */
export interface FullFuelFactor extends FuelFactorSeed, Provenance {}

export interface FullFuelSet extends FuelSetSeed, Provenance {
	readonly titleZh: string;
	readonly factors: readonly FullFuelFactor[];
}

export interface FullCoalEquivalent extends CoalEquivalentSeed, Provenance {}

export interface FullElectricity extends ElectricitySeed, Provenance {
	readonly nameEn: string;
	readonly nameZh: string;
	/** For factors without a data year: the years of emissions they served, as printed; null for others. */
	readonly reportingYears: string | null;
}

/** The default heat factor, or a constant of the formulas for heat metered by mass. */
export interface FullHeat extends Names, Provenance {
	readonly unit: string;
	readonly value: string;
}

export interface FullProcess extends Omit<ProcessSeed, "aliases">, Provenance {}

export interface FullTarget extends TargetSeed, Provenance {}

export interface FullDeflator extends DeflatorSeed, Provenance {
	/** `%` or `index`. */
	readonly unit: "%" | "index";
	/** What the value is measured against: `previous year`, `2020=100`. */
	readonly base: string;
}

export interface FullLimit extends LimitSeed, Provenance {}

export interface FullWarningLevel extends WarningLevelSeed, Provenance {}

export interface FullSeeds {
	/** sha256 (hex) over all seed tables: that of the `Seeds` compiled with it. */
	readonly hash: string;
	/** sha256 (hex) of the limits and the tables that rules go by. */
	readonly rulesHash: string;
	readonly units: readonly FullUnit[];
	readonly carriers: readonly Names[];
	readonly sectors: readonly Names[];
	/** The id of a province is its English name. */
	readonly provinces: readonly (Names & { readonly iso: string })[];
	readonly fuelSets: readonly FullFuelSet[];
	readonly coalEquivalents: readonly FullCoalEquivalent[];
	/** All rows: regional, fossil and reporting factors too, which no mode of a run takes. */
	readonly electricity: readonly FullElectricity[];
	readonly heat: readonly FullHeat[];
	readonly processes: readonly FullProcess[];
	readonly targets: readonly FullTarget[];
	readonly deflators: readonly FullDeflator[];
	readonly limits: readonly FullLimit[];
	readonly warningLevels: readonly FullWarningLevel[];
}

/** The full seeds from the text of the file the build wrote. Throws on text that is no JSON: the package is damaged then. */
export function parseFullSeeds(text: string): FullSeeds {
	return JSON.parse(text) as FullSeeds;
}
