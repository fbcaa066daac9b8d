/** The tables that carry figures of energy and carbon: fuel sets, coal equivalents, electricity, heat, processes. */

import { z } from "zod";
import type { FullCoalEquivalent, FullElectricity, FullFuelSet, FullHeat, FullProcess } from "../reference/full-seeds.ts";
import type { CarrierSeed, ProcessSeed, ProvinceSeed, SectorSeed } from "../reference/seeds.ts";
import { folded } from "../reference/spelling.ts";
import { coherent, known, oneEach, oneMeaning } from "./seed-checks.ts";
import {
	type Desk,
	decimal,
	maybe,
	origin,
	provenance,
	rows,
	setsBelow,
	text,
	witness,
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
	...witness,
	source_url: maybe,
	note: maybe,
});

export function fuelSets(desk: Desk, stateOf: ReadonlyMap<string, string>): FullFuelSet[] {
	return setsBelow(desk, "factors").flatMap((name) => {
		const [card, ...more] = rows(desk, `factors/${name}/set.csv`, setRow);
		const found = rows(desk, `factors/${name}/factors.csv`, factorRow);
		if (card === undefined) return [];
		if (more.length > 0 || card.id !== name) desk.problems.push(`${card.where}: one row, named as its folder`);
		oneEach(desk, found, (row) => row.carrier);
		const factors = found.map((row) => {
			known(desk, row.where, "fuel", row.carrier, new Set(stateOf.keys()));
			const factor = {
				carrier: row.carrier,
				unit: row.unit,
				ncv: row.ncv,
				carbonContent: row.carbon_content,
				oxidationRate: row.oxidation_rate,
				// A row is as old as the table it stands in.
				...provenance({ ...row, published: card.published }),
			};
			coherent(desk, row.where, factor, stateOf.get(row.carrier) ?? "");
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
	desk: Desk,
	carriers: readonly CarrierSeed[],
	unitSymbols: ReadonlySet<string>,
): FullCoalEquivalent[] {
	const ids = new Set(carriers.map(({ id }) => id));
	const found = rows(desk, "coal-equivalent.csv", coalRow);
	oneEach(desk, found, (row) => row.carrier);
	return found.map((row) => {
		known(desk, row.where, "carrier", row.carrier, ids);
		known(desk, row.where, "unit", row.unit, unitSymbols);
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

export function electricity(desk: Desk, provinces: readonly ProvinceSeed[]): FullElectricity[] {
	const isos = new Set(provinces.map(({ iso }) => iso));
	const found = rows(desk, "electricity.csv", electricityRow);
	// Reporting factors have no data year; what tells them apart is the notice that set them.
	oneEach(desk, found, (row) => `${row.region} ${row.basis} ${row.year ?? row.source}`);
	return found.map((row) => {
		const place =
			row.region === "CN"
				? "national"
				: isos.has(row.region)
					? "provincial"
					: /^grid[67]-[a-z]+$/.test(row.region)
						? "regional"
						: "unknown";
		if (place !== row.level) desk.problems.push(`${row.where}: ${row.region} is ${place}, not ${row.level}`);
		if (row.year === null && row.basis !== "enterprise-ets-reporting")
			desk.problems.push(`${row.where}: ${row.basis} without a data year`);
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

export function heat(desk: Desk): FullHeat[] {
	const found = rows(desk, "heat.csv", heatRow);
	oneEach(desk, found, (row) => row.id);
	const ids = new Set(found.map(({ id }) => id));
	for (const id of HEAT) if (!ids.has(id)) desk.problems.push(`heat.csv: ${id} is missing`);
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
	desk: Desk,
	carriers: readonly CarrierSeed[],
	sectors: readonly SectorSeed[],
	unitSymbols: ReadonlySet<string>,
): (ProcessSeed & FullProcess)[] {
	const places = new Set(["all", ...sectors.map(({ id }) => id)]);
	const found = rows(desk, "process.csv", processRow);
	oneEach(desk, found, (row) => row.id);
	// Carriers stand in the same list: a word that already means a fuel may not mean a material too.
	oneMeaning(
		desk,
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
		known(desk, row.where, "sector", row.sector, places);
		known(desk, row.where, "unit", row.unit, unitSymbols);
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
