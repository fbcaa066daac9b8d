/** What is made of the checked seeds: the lean form that every run reads, and the full one that is read for sources. */

import type { FullHeat, FullProcess, FullSeeds, FullUnit, Names } from "../reference/full-seeds.ts";
import type {
	CarrierSeed,
	ColumnSeed,
	HeatSeed,
	ProcessSeed,
	ProvinceSeed,
	SectorSeed,
	Seeds,
	UnitSeed,
} from "../reference/seeds.ts";

/** All that stands in the tables. */
export interface CheckedSeeds extends FullSeeds {
	readonly units: readonly (UnitSeed & FullUnit)[];
	readonly columns: readonly ColumnSeed[];
	readonly sectors: readonly SectorSeed[];
	readonly provinces: readonly (ProvinceSeed & Names)[];
	readonly carriers: readonly CarrierSeed[];
	readonly processes: readonly (ProcessSeed & FullProcess)[];
	readonly plans: Seeds["plans"];
	readonly fuelRanges: Seeds["fuelRanges"];
	readonly oddAmounts: Seeds["oddAmounts"];
	readonly carbon: Seeds["carbon"];
	readonly kindWords: Seeds["kindWords"];
	readonly families: Seeds["families"];
	readonly madeFrom: Seeds["madeFrom"];
	readonly mined: Seeds["mined"];
	readonly ambiguousUnits: Seeds["ambiguousUnits"];
	readonly processesNeeded: Seeds["processesNeeded"];
}

/**
 * What a run needs of the seeds: reading them at every start costs time by their length. Notes, dates, addresses and the
 * witnesses behind a mark of verification stay out; of a mark, only whether it is in part is told with a figure.
 */
export function needed(seeds: CheckedSeeds): Seeds {
	const marked = ({ verified }: { verified: string }): string => (verified.startsWith("partial") ? verified : "yes");
	return {
		hash: seeds.hash,
		rulesHash: seeds.rulesHash,
		units: seeds.units.map(({ symbol, dimension, toBase, aliases }) => ({ symbol, dimension, toBase, aliases })),
		columns: seeds.columns,
		sectors: seeds.sectors,
		provinces: seeds.provinces.map(({ id, code, iso, nameZh, aliases }) => ({ id, code, iso, nameZh, aliases })),
		carriers: seeds.carriers,
		fuelSets: seeds.fuelSets.map(({ id, title, titleZh, forcedOxidation, source, factors }) => ({
			id,
			title,
			titleZh,
			forcedOxidation,
			source,
			factors: factors.map((row) => ({
				carrier: row.carrier,
				unit: row.unit,
				ncv: row.ncv,
				carbonContent: row.carbonContent,
				oxidationRate: row.oxidationRate,
				verified: marked(row),
				note: "",
			})),
		})),
		coalEquivalents: seeds.coalEquivalents.map(({ carrier, unit, tce, source }) => ({ carrier, unit, tce, source })),
		electricity: seeds.electricity
			.filter(({ level, basis }) => level !== "regional" && basis.startsWith("average"))
			.map((row) => ({
				region: row.region,
				level: row.level,
				year: row.year,
				factor: row.factor,
				basis: row.basis,
				source: row.source,
				verified: marked(row),
			})),
		otherGridFactors: [
			...new Set(
				seeds.electricity
					.filter(({ level, basis }) => level === "regional" || !basis.startsWith("average"))
					.map(({ factor }) => factor),
			),
		],
		heat: heatNeeded(seeds.heat),
		processes: seeds.processes.map((row) => ({
			id: row.id,
			nameEn: row.nameEn,
			nameZh: row.nameZh,
			aliases: row.aliases,
			sector: row.sector,
			unit: row.unit,
			factor: row.factor,
			kind: row.kind,
			refusal: row.refusal,
			formula: row.formula,
			source: row.source,
			verified: marked(row),
			note: "",
		})),
		plans: seeds.plans,
		targets: seeds.targets.map((row) => ({
			set: row.set,
			plan: row.plan,
			scope: row.scope,
			scopeId: row.scopeId,
			indicator: row.indicator,
			kind: row.kind,
			value: row.value,
			baseYear: row.baseYear,
			targetYear: row.targetYear,
			source: row.source,
			verified: marked(row),
		})),
		deflators: [],
		limits: seeds.limits.map(({ name, value, least, most, places, source }) => ({ name, value, least, most, places, source })),
		warningLevels: seeds.warningLevels.map((row) => ({
			scheme: row.scheme,
			schemeEn: row.schemeEn,
			schemeZh: row.schemeZh,
			level: row.level,
			wordEn: row.wordEn,
			wordZh: row.wordZh,
			below: row.below,
			atBound: row.atBound,
			source: row.source,
		})),
		fuelRanges: seeds.fuelRanges,
		oddAmounts: seeds.oddAmounts,
		carbon: seeds.carbon,
		kindWords: seeds.kindWords,
		families: seeds.families,
		madeFrom: seeds.madeFrom,
		mined: seeds.mined,
		ambiguousUnits: seeds.ambiguousUnits,
		processesNeeded: seeds.processesNeeded,
	};
}

/** The factor and the constants by what they are for; a row that is missing was told by the reader of the table. */
function heatNeeded(rows: readonly FullHeat[]): HeatSeed {
	const pick = (id: string): { value: string; source: string } => rows.find((row) => row.id === id) ?? { value: "", source: "" };
	const factor = pick("purchased-heat-default");
	const steam = pick("steam-reference-enthalpy");
	const capacity = pick("water-heat-capacity");
	const reference = pick("water-reference-temperature");
	return {
		factor: factor.value,
		factorSource: factor.source,
		steamReferenceEnthalpy: steam.value,
		waterHeatCapacity: capacity.value,
		waterReferenceTemperature: reference.value,
		formulaSource: [...new Set([steam.source, capacity.source, reference.source])].join("; "),
	};
}

/** What is told of the seeds on request: every figure with its provenance. Spellings stay out: they are no figures. */
export function told(seeds: CheckedSeeds): FullSeeds {
	const names = ({ id, nameEn, nameZh }: Names): Names => ({ id, nameEn, nameZh });
	return {
		hash: seeds.hash,
		rulesHash: seeds.rulesHash,
		units: seeds.units.map(({ aliases: _, ...unit }) => unit),
		carriers: seeds.carriers.map(names),
		sectors: seeds.sectors.map(names),
		provinces: seeds.provinces.map((row) => ({ ...names(row), iso: row.iso })),
		fuelSets: seeds.fuelSets,
		coalEquivalents: seeds.coalEquivalents,
		electricity: seeds.electricity,
		heat: seeds.heat,
		processes: seeds.processes.map(({ aliases: _, ...material }) => material),
		targets: seeds.targets,
		deflators: seeds.deflators,
		limits: seeds.limits,
		warningLevels: seeds.warningLevels,
	};
}
