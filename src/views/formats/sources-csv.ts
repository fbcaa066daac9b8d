/**
 * The sources as csv: one row per figure, the same facts flat. A column that says nothing of a kind of figure is empty there.
 *
 * | section | value is | unit |
 * | --- | --- | --- |
 * | chosen | the choice made: a set, a mode | none |
 * | factor-set | the oxidation rate its method forces | fraction |
 * | fuel | t CO2 per unit | tCO2/t, tCO2/10^4 Nm3 |
 * | electricity | kg CO2 per kWh | kgCO2/kWh |
 * | heat | the factor or the constant | as printed |
 * | process | the printed factor, in the terms of `basis` | tCO2 or tC per unit |
 * | coal-equivalent | tonnes of coal equivalent per unit | tce/t, tce/kWh … |
 * | target | the reduction, or the level to be reached | % |
 * | limit | the limit | none |
 * | warning-level | the share of the year's task below which it speaks | % |
 * | deflator | the figure of the series | %, index |
 */
import type {
	Sources,
	SourcesColumn,
	SourcesFuel,
	SourcesFuelFactor,
	SourcesGridFactor,
	SourcesOrigin,
	SourcesTarget,
} from "../../contract/sources.ts";
import type { Cell } from "./csv-cell.ts";
import { csvText } from "./csv-text.ts";

type Line = { readonly [C in SourcesColumn]?: Cell };

export function sourcesCsv(sources: Sources): string {
	return csvText(
		"sources",
		linesOf(sources).map((csvRow) => ({ csvRow })),
	);
}

function linesOf(sources: Sources): Line[] {
	const { electricity, coalEquivalents, targets } = sources;
	const sourceOf = new Map(sources.factorSets.map((set) => [set.id, set]));
	/** A row of a fuel table with the source and date of the table. */
	const fuel = (entry: SourcesFuel, row: SourcesFuelFactor, inForce: boolean): Line => ({
		...fuelLine(entry, row, inForce),
		source: sourceOf.get(row.set)?.source,
		published: sourceOf.get(row.set)?.published,
	});
	return [
		...Object.entries(sources.chosen).map(([id, set]): Line => ({ section: "chosen", in_force: true, id, set })),
		...sources.factorSets.map(
			(row): Line => ({
				section: "factor-set",
				in_force: row.inForce,
				id: row.id,
				name_en: row.title,
				name_zh: row.titleZh,
				set: row.id,
				value: row.forcedOxidation,
				...originLine(row),
			}),
		),
		...sources.fuels.flatMap((entry) => [
			...(entry.inForce === null ? [] : [fuel(entry, entry.inForce, true)]),
			...entry.alternatives.map((row) => fuel(entry, row, false)),
		]),
		...electricity.inForce.map((row) => gridLine(row, true)),
		...electricity.alternatives.map((row) => gridLine(row, false)),
		...sources.heat.map(
			(row): Line => ({
				section: "heat",
				in_force: true,
				id: row.id,
				name_en: row.nameEn,
				name_zh: row.nameZh,
				unit: row.unit,
				value: row.value,
				...originLine(row),
			}),
		),
		...sources.processes.map(
			(row): Line => ({
				section: "process",
				in_force: row.refusal === null,
				id: row.id,
				name_en: row.nameEn,
				name_zh: row.nameZh,
				scope: row.sector,
				basis: row.kind,
				unit: `${row.kind === "tc" ? "tC" : "tCO2"}/${row.unit}`,
				value: row.factor,
				co2_per_unit: row.co2PerUnit,
				refusal: row.refusal,
				formula: row.formula,
				...originLine(row),
			}),
		),
		{
			section: "coal-equivalent",
			in_force: true,
			id: "tce",
			unit: "GJ/tce",
			value: coalEquivalents.definition.gigajoulesPerTonne,
			...originLine(coalEquivalents.definition),
		},
		...coalEquivalents.rows.map(
			(row): Line => ({
				section: "coal-equivalent",
				in_force: true,
				id: row.carrier,
				name_en: row.nameEn,
				name_zh: row.nameZh,
				unit: `tce/${row.unit}`,
				value: row.tce,
				...originLine(row),
			}),
		),
		...targets.inForce.map((row) => targetLine(row, true)),
		...targets.alternatives.map((row) => targetLine(row, false)),
		...sources.limits.map(
			(row): Line => ({ section: "limit", in_force: true, id: row.name, value: row.value, ...originLine(row) }),
		),
		...sources.warningLevels.map(
			(row): Line => ({
				section: "warning-level",
				in_force: true,
				id: `${row.scheme} ${row.level}`,
				name_en: row.wordEn,
				name_zh: row.wordZh,
				set: row.scheme,
				basis: row.belowPercent === null ? "the rest" : row.atBound ? "at or below" : "below",
				unit: "%",
				value: row.belowPercent,
				...originLine(row),
			}),
		),
		...sources.deflators.rows.map(
			(row): Line => ({
				section: "deflator",
				// They inform only.
				in_force: false,
				id: row.sector,
				name_en: row.nameEn,
				name_zh: row.nameZh,
				scope: row.base,
				basis: row.series,
				year: row.year,
				unit: row.unit,
				value: row.value,
				...originLine(row),
			}),
		),
	];
}

function fuelLine(entry: SourcesFuel, row: SourcesFuelFactor, inForce: boolean): Line {
	return {
		section: "fuel",
		in_force: inForce,
		id: entry.carrier,
		name_en: entry.nameEn,
		name_zh: entry.nameZh,
		set: row.set,
		unit: `tCO2/${entry.unit}`,
		value: row.co2PerUnit,
		ncv: row.ncv,
		carbon_content: row.carbonContent,
		oxidation_rate: row.oxidationRate,
		oxidation_printed: row.oxidationPrinted,
		lowest: entry.lowest,
		highest: entry.highest,
		difference_pct: entry.differencePercent,
		from_in_force_pct: row.fromInForcePercent,
		source_url: row.sourceUrl,
		verified: row.verified,
		evidence: row.evidence,
		note: row.note,
	};
}

function gridLine(row: SourcesGridFactor, inForce: boolean): Line {
	return {
		section: "electricity",
		in_force: inForce,
		id: row.region,
		name_en: row.nameEn,
		name_zh: row.nameZh,
		scope: row.level,
		basis: row.basis,
		year: row.year,
		reporting_years: row.reportingYears,
		unit: "kgCO2/kWh",
		value: row.factor,
		compared: row.compared,
		from_in_force_pct: row.fromInForcePercent,
		...originLine(row),
	};
}

function targetLine(row: SourcesTarget, inForce: boolean): Line {
	return {
		section: "target",
		in_force: inForce,
		id: row.scopeId ?? row.plan,
		name_en: row.nameEn,
		name_zh: row.nameZh,
		set: row.set,
		scope: row.scope,
		basis: row.indicator,
		base_year: row.baseYear,
		target_year: row.targetYear,
		unit: "%",
		value: row.reductionPercent ?? row.level,
		difference_points: row.differencePoints,
		...originLine(row),
	};
}

function originLine(row: SourcesOrigin): Line {
	return {
		source: row.source,
		source_url: row.sourceUrl,
		published: row.published,
		verified: row.verified,
		evidence: row.evidence,
		note: row.note,
	};
}
