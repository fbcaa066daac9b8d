/** The tables that carry figures of energy and carbon: fuel sets, coal equivalents, electricity, heat, processes. */

import { z } from "zod";
import type { FullCoalEquivalent, FullElectricity, FullFuelSet, FullHeat, FullProcess } from "../reference/full-seeds.ts";
import type { CarbonSeed, CarrierSeed, ProcessSeed, ProvinceSeed, SectorSeed } from "../reference/seeds.ts";
import { folded } from "../reference/spelling.ts";
import { coherent, known, oneEach, oneMeaning } from "./seed-checks.ts";
import {
	type Context,
	decimal,
	evidence,
	maybe,
	origin,
	provenance,
	rows,
	setsBelow,
	text,
	words,
	yearNumber,
} from "./seed-table.ts";

const setRow = z.strictObject({
	id: text,
	title: text,
	title_zh: text,
	forced_oxidation: z.union([decimal, z.literal("")]),
	...origin,
});

const factorRow = z.strictObject({
	carrier: text,
	unit: z.enum(["t", "10^4 Nm3"]),
	ncv: decimal,
	carbon_content: decimal,
	oxidation_rate: decimal,
	...evidence,
	source_url: maybe,
	note: maybe,
});

export function fuelSets(context: Context, stateOf: ReadonlyMap<string, string>): FullFuelSet[] {
	return setsBelow(context, "factors").flatMap((name) => {
		const [card, ...more] = rows(context, `factors/${name}/set.csv`, setRow);
		const found = rows(context, `factors/${name}/factors.csv`, factorRow);
		if (card === undefined) return [];
		if (more.length > 0 || card.id !== name) context.problems.push(`${card.where}: one row, named as its folder`);
		oneEach(context, found, (row) => row.carrier);
		const factors = found.map((row) => {
			known(context, row.where, "fuel", row.carrier, new Set(stateOf.keys()));
			const factor = {
				carrier: row.carrier,
				unit: row.unit,
				ncv: row.ncv,
				carbonContent: row.carbon_content,
				oxidationRate: row.oxidation_rate,
				// A row is as old as the table it stands in.
				...provenance({ ...row, published: card.published }),
			};
			coherent(context, row.where, factor, stateOf.get(row.carrier) ?? "");
			return factor;
		});
		return [
			{
				id: card.id,
				title: card.title,
				titleZh: card.title_zh,
				forcedOxidation: card.forced_oxidation || null,
				...provenance(card),
				factors,
			},
		];
	});
}

const coalRow = z.strictObject({ carrier: text, unit: text, tce: decimal, ...origin, source_url: maybe });

export function coalEquivalents(
	context: Context,
	carriers: readonly CarrierSeed[],
	unitSymbols: ReadonlySet<string>,
): FullCoalEquivalent[] {
	const ids = new Set(carriers.map(({ id }) => id));
	const found = rows(context, "coal-equivalent.csv", coalRow);
	oneEach(context, found, (row) => row.carrier);
	return found.map((row) => {
		known(context, row.where, "carrier", row.carrier, ids);
		known(context, row.where, "unit", row.unit, unitSymbols);
		return { carrier: row.carrier, unit: row.unit, tce: row.tce, ...provenance(row) };
	});
}

const electricityRow = z.strictObject({
	region: text,
	region_en: text,
	region_zh: text,
	level: z.enum(["national", "regional", "provincial"]),
	year: z.union([z.literal("").transform(() => null), yearNumber]),
	factor: decimal,
	basis: z.enum(["average", "average-excluding-market-nonfossil", "fossil", "enterprise-ets-reporting"]),
	reporting_years: maybe,
	...origin,
	source_url: maybe,
});

export function electricity(context: Context, provinces: readonly ProvinceSeed[]): FullElectricity[] {
	const isos = new Set(provinces.map(({ iso }) => iso));
	const found = rows(context, "electricity.csv", electricityRow);
	// Reporting factors have no data year; what tells them apart is the notice that set them.
	oneEach(context, found, (row) => `${row.region} ${row.basis} ${row.year ?? row.source}`);
	return found.map((row) => {
		const place =
			row.region === "CN"
				? "national"
				: isos.has(row.region)
					? "provincial"
					: /^grid[67]-[a-z]+$/.test(row.region)
						? "regional"
						: "unknown";
		if (place !== row.level) context.problems.push(`${row.where}: ${row.region} is ${place}, not ${row.level}`);
		if (row.year === null && row.basis !== "enterprise-ets-reporting")
			context.problems.push(`${row.where}: ${row.basis} without a data year`);
		return {
			region: row.region,
			nameEn: row.region_en,
			nameZh: row.region_zh,
			level: row.level,
			year: row.year,
			factor: row.factor,
			basis: row.basis,
			reportingYears: row.reporting_years || null,
			...provenance(row),
		};
	});
}

const heatRow = z.strictObject({
	id: text,
	name_en: text,
	name_zh: text,
	unit: text,
	value: decimal,
	...origin,
	source_url: maybe,
});

/** The rows that the arithmetic of heat asks for by name. */
const HEAT: readonly string[] = [
	"purchased-heat-default",
	"steam-reference-enthalpy",
	"water-heat-capacity",
	"water-reference-temperature",
];

export function heat(context: Context): FullHeat[] {
	const found = rows(context, "heat.csv", heatRow);
	oneEach(context, found, (row) => row.id);
	const ids = new Set(found.map(({ id }) => id));
	for (const id of HEAT) if (!ids.has(id)) context.problems.push(`heat.csv: ${id} is missing`);
	return found.map((row) => ({
		id: row.id,
		nameEn: row.name_en,
		nameZh: row.name_zh,
		unit: row.unit,
		value: row.value,
		...provenance(row),
	}));
}

const processRow = z.strictObject({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not an id"),
	name_en: text,
	name_zh: text,
	aliases: words,
	sector: text,
	unit: text,
	factor: decimal,
	kind: z.enum(["tco2", "deduction", "tc"]),
	refusal: z.enum(["", "not-co2", "needs-more"]),
	formula: text,
	...origin,
	source_url: maybe,
});

export function processes(
	context: Context,
	carriers: readonly CarrierSeed[],
	sectors: readonly SectorSeed[],
	unitSymbols: ReadonlySet<string>,
): (ProcessSeed & FullProcess)[] {
	const places = new Set(["all", ...sectors.map(({ id }) => id)]);
	const found = rows(context, "process.csv", processRow);
	oneEach(context, found, (row) => row.id);
	// Carriers stand in the same list: a word that already means a fuel may not mean a material too.
	oneMeaning(
		context,
		[
			...carriers.map((each) => ({
				where: "carriers.csv",
				id: each.id,
				words: [each.id, each.nameEn, each.nameZh, ...each.aliases, ...each.warned],
			})),
			...found.map(({ where, id, aliases }) => ({ where, id, words: [id, ...aliases] })),
		],
		folded,
	);
	return found.map((row) => {
		known(context, row.where, "sector", row.sector, places);
		known(context, row.where, "unit", row.unit, unitSymbols);
		return {
			id: row.id,
			nameEn: row.name_en,
			nameZh: row.name_zh,
			aliases: row.aliases,
			sector: row.sector,
			unit: row.unit,
			factor: row.factor,
			kind: row.kind,
			refusal: row.refusal === "" ? null : row.refusal,
			formula: row.formula,
			...provenance(row),
		};
	});
}

const carbonRow = z.strictObject({
	mark: z.enum([
		"stays",
		"reductant",
		"product",
		"content",
		"from-co2",
		"recovered",
		"by-output",
		"substitute",
		"clinker",
		"meaning",
	]),
	carrier: text,
	sector: maybe,
	row: maybe,
	...evidence,
	note: maybe,
});

export function carbonMarks(
	context: Context,
	carriers: readonly CarrierSeed[],
	sectors: readonly SectorSeed[],
	materials: readonly ProcessSeed[],
): CarbonSeed[] {
	const names = new Set([...carriers, ...materials].map(({ id }) => id));
	const places = new Set(sectors.map(({ id }) => id));
	const found = rows(context, "carbon.csv", carbonRow);
	oneEach(context, found, (row) => `${row.mark} ${row.carrier} ${row.sector}`);
	return found.map((row) => {
		known(context, row.where, "carrier", row.carrier, names);
		if (row.sector !== "") known(context, row.where, "sector", row.sector, places);
		const material = materials.find(({ id }) => id === row.row);
		// A row is what the carrier is counted by: each mark has its kind.
		const kinds = { reductant: "tco2", product: "deduction", content: "tc" } as const;
		const kind = row.mark in kinds ? kinds[row.mark as keyof typeof kinds] : undefined;
		if (row.mark === "meaning" ? material === undefined : material?.kind !== kind)
			context.problems.push(`${row.where}: ${row.mark} asks for ${kind ?? "no row"}`);
		return { mark: row.mark, carrier: row.carrier, sector: row.sector || null, row: row.row || null };
	});
}
