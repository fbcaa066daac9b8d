/** The seeds in full and the choices made become the value that `sources` tells. */
import { type ElectricityMode, readMode } from "../carbon/electricity.ts";
import type {
	Sources,
	SourcesChosen,
	SourcesCoalEquivalents,
	SourcesDeflators,
	SourcesElectricity,
	SourcesFuel,
	SourcesFuelFactor,
	SourcesGridFactor,
	SourcesOrigin,
	SourcesProcess,
	SourcesTarget,
	SourcesTargets,
	Verified,
} from "../contract/sources.ts";
import { carbonToCo2 } from "../domain/carbon.ts";
import { compare, constant, hundred, minus, negative, oneRatio, per, type Ratio, times } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import type {
	FullElectricity,
	FullFuelFactor,
	FullFuelSet,
	FullProcess,
	FullSeeds,
	FullTarget,
	Provenance,
} from "../reference/full-seeds.ts";

const places = 12;
/**
 * The sources under these choices. Choices are checked by who takes them from a person; one that names nothing is a fault of
 * the caller and is thrown.
 */
export function buildSources(
	full: FullSeeds,
	chosen: SourcesChosen,
	tool: { readonly version: string; readonly seeds: string; readonly rules: string },
): Sources {
	const set = full.fuelSets.find(({ id }) => id === chosen.factors);
	if (set === undefined) throw new Error(`the seeds have no fuel set ${chosen.factors}`);
	const sets = [set, ...full.fuelSets.filter((one) => one !== set)];
	return {
		schemaVersion: 1,
		tool: { name: "tanlu", version: tool.version, seeds: tool.seeds, rules: tool.rules },
		chosen: { factors: chosen.factors, electricity: chosen.electricity, targets: chosen.targets },
		factorSets: sets.map((one) => ({
			id: one.id,
			title: one.title,
			titleZh: one.titleZh,
			inForce: one === set,
			forcedOxidation: one.forcedOxidation,
			fuels: one.factors.length,
			...originOf(one),
		})),
		fuels: fuelsOf(full, sets),
		electricity: electricityOf(full.electricity, chosen.electricity),
		heat: full.heat.map((row) => ({
			id: row.id,
			nameEn: row.nameEn,
			nameZh: row.nameZh,
			unit: row.unit,
			value: row.value,
			...originOf(row),
		})),
		processes: full.processes.map(material),
		coalEquivalents: coalEquivalentsOf(full),
		targets: targetsOf(full, chosen.targets),
		limits: full.limits.map((row) => ({ name: row.name, value: row.value, ...originOf(row) })),
		warningLevels: full.warningLevels.map((row) => ({
			scheme: row.scheme,
			schemeEn: row.schemeEn,
			schemeZh: row.schemeZh,
			level: row.level,
			wordEn: row.wordEn,
			wordZh: row.wordZh,
			belowPercent: row.below,
			atBound: row.atBound,
			...originOf(row),
		})),
		deflators: deflatorsOf(full),
	};
}

/** The columns of provenance, with the mark divided into its word and what it says was seen. */
function originOf(row: Provenance): SourcesOrigin {
	return {
		source: row.source,
		sourceUrl: row.sourceUrl,
		published: row.published,
		...markOf(row),
		note: row.note === "" ? null : row.note,
	};
}

function markOf({ verified }: Provenance): { readonly verified: Verified; readonly evidence: string | null } {
	const cut = verified.indexOf(": ");
	return cut < 0
		? { verified: verified as Verified, evidence: null }
		: { verified: verified.slice(0, cut) as Verified, evidence: verified.slice(cut + 2) };
}

/** (value / than − 1) × 100, rounded to be shown. */
function percentAbove(value: Ratio, than: Ratio): string {
	return rounded(times(minus(per(value, than), oneRatio), hundred), places);
}

/** A row of a fuel table with what it amounts to. */
interface Weighed {
	readonly set: FullFuelSet;
	readonly row: FullFuelFactor;
	readonly oxidationRate: string;
	readonly co2: Ratio;
}

function fuelsOf({ carriers }: FullSeeds, [inForce, ...others]: readonly FullFuelSet[]): SourcesFuel[] {
	const all = [inForce as FullFuelSet, ...others].flatMap((set) => set.factors.map((row) => weigh(set, row)));
	return carriers.flatMap(({ id, nameEn, nameZh }) => {
		const ofCarrier = all.filter(({ row }) => row.carrier === id);
		const units = [...new Set(ofCarrier.map(({ row }) => row.unit))].sort();
		return units.map((unit) => {
			const rows = ofCarrier.filter(({ row }) => row.unit === unit);
			const own = rows.find(({ set }) => set === inForce);
			const [least, ...more] = rows as [Weighed, ...Weighed[]];
			const lowest = more.reduce((low, { co2 }) => (compare(co2, low) < 0 ? co2 : low), least.co2);
			const highest = more.reduce((high, { co2 }) => (compare(co2, high) > 0 ? co2 : high), least.co2);
			return {
				carrier: id,
				nameEn,
				nameZh,
				unit,
				inForce: own === undefined ? null : fuelFactor(own, own),
				alternatives: rows.filter((one) => one !== own).map((one) => fuelFactor(one, own)),
				lowest: rounded(lowest, places),
				highest: rounded(highest, places),
				differencePercent: more.length === 0 ? null : percentAbove(highest, lowest),
			};
		});
	});
}

function weigh(set: FullFuelSet, row: FullFuelFactor): Weighed {
	const oxidationRate = set.forcedOxidation ?? row.oxidationRate;
	const carbon = times(times(constant(row.ncv), constant(row.carbonContent)), constant(oxidationRate));
	return { set, row, oxidationRate, co2: times(carbon, carbonToCo2) };
}

function fuelFactor({ set, row, oxidationRate, co2 }: Weighed, inForce: Weighed | undefined): SourcesFuelFactor {
	return {
		set: set.id,
		ncv: row.ncv,
		carbonContent: row.carbonContent,
		oxidationRate,
		oxidationPrinted: row.oxidationRate,
		co2PerUnit: rounded(co2, places),
		fromInForcePercent: inForce === undefined ? null : percentAbove(co2, inForce.co2),
		sourceUrl: row.sourceUrl,
		...markOf(row),
		note: row.note === "" ? null : row.note,
	};
}

function electricityOf(rows: readonly FullElectricity[], text: string): SourcesElectricity {
	// Each plan may have a mode of its own; what is compared is compared with the first.
	const modes = text.split(", ").map((one) => {
		const mode = readMode(one);
		if (mode === undefined) throw new Error(`no mode of electricity: ${one}`);
		return mode;
	});
	const [mode] = modes as [ElectricityMode, ...ElectricityMode[]];
	const isTaken = (row: FullElectricity): boolean => modes.some((one) => takes(one, row));
	const inForce = rows.filter(isTaken);
	const factor = (row: FullElectricity): SourcesGridFactor => {
		const than = row.basis === "average" ? counterpart(mode, inForce, row) : undefined;
		return {
			region: row.region,
			nameEn: row.nameEn,
			nameZh: row.nameZh,
			level: row.level,
			year: row.year,
			basis: row.basis,
			reportingYears: row.reportingYears,
			factor: row.factor,
			compared: row.basis === "average" && inForce.length > 0,
			fromInForcePercent: than === undefined ? null : percentAbove(constant(row.factor), constant(than.factor)),
			...originOf(row),
		};
	};
	return {
		mode: text,
		given: mode.kind === "number" ? mode.text : null,
		inForce: inForce.map(factor),
		alternatives: rows.filter((row) => !isTaken(row) && modes.some((one) => standsBeside(one, row))).map(factor),
	};
}

/** Whether a run in this mode may count with the factor. */
function takes(mode: ElectricityMode, { level, basis, year }: FullElectricity): boolean {
	return mode.kind === level && basis === "average" && (mode.year === null || mode.year === year);
}

/** The data year that a national mode holds fast; null under any other mode. */
function fixedYear(mode: ElectricityMode): number | null {
	return mode.kind === "national" ? mode.year : null;
}

/** A national mode of one year is not reported beside the provinces' other years: they are an alternative to nothing in force. */
function standsBeside(mode: ElectricityMode, { level, basis, year }: FullElectricity): boolean {
	const fixed = fixedYear(mode);
	return basis !== "average" || level === "national" || fixed === null || fixed === year;
}

/** The one factor in force that an average can be held against: that of the fixed year, else of its year or its province. */
function counterpart(
	mode: ElectricityMode,
	inForce: readonly FullElectricity[],
	row: FullElectricity,
): FullElectricity | undefined {
	if (inForce.includes(row)) return row;
	const own = inForce.filter((one) =>
		mode.kind === "provincial" ? one.region === row.region : fixedYear(mode) !== null || one.year === row.year,
	);
	return own.length === 1 ? own[0] : undefined;
}

function material(row: FullProcess): SourcesProcess {
	return {
		id: row.id,
		nameEn: row.nameEn,
		nameZh: row.nameZh,
		sector: row.sector,
		unit: row.unit,
		factor: row.factor,
		kind: row.kind,
		co2PerUnit: row.refusal === null ? rounded(materialCo2(row), places) : null,
		refusal: row.refusal,
		formula: row.formula,
		...originOf(row),
	};
}

function materialCo2({ kind, factor }: FullProcess): Ratio {
	if (kind === "tc") return times(constant(factor), carbonToCo2);
	return kind === "deduction" ? negative(constant(factor)) : constant(factor);
}

function coalEquivalentsOf({ units, carriers, coalEquivalents }: FullSeeds): SourcesCoalEquivalents {
	const tonne = units.find(({ symbol }) => symbol === "tce");
	if (tonne === undefined) throw new Error("the seeds have no tonne of coal equivalent");
	return {
		definition: { gigajoulesPerTonne: tonne.toBase, ...originOf(tonne) },
		rows: coalEquivalents.map((row) => {
			const carrier = carriers.find(({ id }) => id === row.carrier);
			return {
				carrier: row.carrier,
				nameEn: carrier?.nameEn ?? row.carrier,
				nameZh: carrier?.nameZh ?? row.carrier,
				unit: row.unit,
				tce: row.tce,
				...originOf(row),
			};
		}),
	};
}

/** Each year by the plan it belongs to. */
const auto = "auto";

function targetsOf({ targets, sectors, provinces }: FullSeeds, set: string): SourcesTargets {
	if (set !== auto && !targets.some((row) => row.set === set)) throw new Error(`the seeds have no targets ${set}`);
	// What a province does not set itself is that of the plan which the year belongs to.
	const inForce = (row: FullTarget): boolean =>
		row.set === set || (row.scope === "all" && (set === auto || targets.some((one) => one.set === set && one.set !== one.plan)));
	const target = (row: FullTarget): SourcesTarget => {
		const named = [...sectors, ...provinces].find(({ id }) => id === row.scopeId);
		const nationals = targets.filter((one) => one.scope === "all" && inForce(one) && one.indicator === row.indicator);
		const national = nationals.find((one) => one.plan === row.plan) ?? nationals[0];
		return {
			set: row.set,
			plan: row.plan,
			scope: row.scope,
			scopeId: row.scopeId === "" ? null : row.scopeId,
			...namesOf(named),
			indicator: row.indicator,
			kind: row.kind,
			baseYear: row.baseYear,
			targetYear: row.targetYear,
			reductionPercent: row.kind === "change" ? row.value : null,
			level: row.kind === "level" ? row.value : null,
			differencePoints: national === undefined ? null : rounded(minus(constant(row.value), constant(national.value)), places),
			...originOf(row),
		};
	};
	return { inForce: targets.filter(inForce).map(target), alternatives: targets.filter((row) => !inForce(row)).map(target) };
}

function namesOf(found: { readonly nameEn: string; readonly nameZh: string } | undefined): {
	readonly nameEn: string | null;
	readonly nameZh: string | null;
} {
	return { nameEn: found?.nameEn ?? null, nameZh: found?.nameZh ?? null };
}

function deflatorsOf({ deflators, sectors }: FullSeeds): SourcesDeflators {
	return {
		informingOnly: true,
		rows: deflators.map((row) => {
			const sector = sectors.find(({ id }) => id === row.sector);
			return {
				sector: row.sector,
				...namesOf(sector),
				year: row.year,
				series: row.series,
				value: row.value,
				unit: row.unit,
				base: row.base,
				...originOf(row),
			};
		}),
	};
}
