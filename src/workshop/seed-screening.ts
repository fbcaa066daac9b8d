/** The tables that screening rules go by: ranges of fuels, odd amounts, by-product gases, words with two readings, processes. */

import { z } from "zod";
import type { FullFuelSet } from "../reference/full-seeds.ts";
import type {
	AmbiguousUnitSeed,
	ByProductSeed,
	CarrierSeed,
	FuelRangeSeed,
	OddAmountSeed,
	ProcessNeededSeed,
	ProcessSeed,
	Range,
	SectorSeed,
	UnitSeed,
} from "../reference/seeds.ts";
import { folded, plain } from "../reference/spelling.ts";
import { known, oneEach, oneMeaning, within } from "./seed-checks.ts";
import { type Desk, decimal, maybe, origin, rows, text, witness, words } from "./seed-table.ts";

const optional = z.union([decimal, z.literal("")]);

const rangeRow = z.strictObject({
	carrier: text,
	unit: z.enum(["t", "10^4 Nm3"]),
	family: z.enum(["coal", "coke", "oil", "gas"]),
	ncv_low: decimal,
	ncv_high: decimal,
	carbon_low: decimal,
	carbon_high: decimal,
	tonne_low: optional,
	tonne_high: optional,
	...origin,
});

/** Ranges a measured value should lie in; every default of the published tables does. */
export function fuelRanges(desk: Desk, sets: readonly FullFuelSet[], stateOf: ReadonlyMap<string, string>): FuelRangeSeed[] {
	const fuels = new Set(stateOf.keys());
	const found = rows(desk, "fuel-ranges.csv", rangeRow);
	oneEach(desk, found, (row) => `${row.carrier} ${row.unit}`);
	return found.map((row) => {
		known(desk, row.where, "fuel", row.carrier, fuels);
		if ((row.tonne_low === "") !== (row.tonne_high === "")) desk.problems.push(`${row.where}: one end of a range`);
		const range: FuelRangeSeed = {
			carrier: row.carrier,
			unit: row.unit,
			family: row.family,
			ncv: [row.ncv_low, row.ncv_high],
			carbonContent: [row.carbon_low, row.carbon_high],
			carbonPerTonne: row.tonne_low === "" ? null : [row.tonne_low, row.tonne_high],
		};
		const published = sets.flatMap(({ factors }) =>
			factors.filter(({ carrier, unit }) => carrier === row.carrier && unit === row.unit),
		);
		const ends = ([low, high]: Range, values: readonly (readonly string[])[]): void => {
			if (!within(low, [[high]], high)) desk.problems.push(`${row.where}: ${low} to ${high} is no range`);
			if (!within(low, values, high)) desk.problems.push(`${row.where}: a published default lies outside ${low} to ${high}`);
		};
		ends(
			range.ncv,
			published.map(({ ncv }) => [ncv]),
		);
		ends(
			range.carbonContent,
			published.map(({ carbonContent }) => [carbonContent]),
		);
		if (range.carbonPerTonne !== null)
			ends(
				range.carbonPerTonne,
				published.map(({ ncv, carbonContent }) => [ncv, carbonContent]),
			);
		return range;
	});
}

const oddRow = z.strictObject({ amount: decimal, kind: z.enum(["placeholder", "cap", "length"]), ...origin });

export function oddAmounts(desk: Desk): OddAmountSeed[] {
	const found = rows(desk, "odd-amounts.csv", oddRow);
	oneEach(desk, found, (row) => `${row.kind} ${row.amount}`);
	return found.map(({ amount, kind }) => ({ amount, kind }));
}

const byProductRow = z.strictObject({ carrier: text, made_from: words, ...witness, note: maybe });

export function byProducts(desk: Desk, stateOf: ReadonlyMap<string, string>): ByProductSeed[] {
	const fuels = new Set(stateOf.keys());
	const found = rows(desk, "by-products.csv", byProductRow);
	oneEach(desk, found, (row) => row.carrier);
	return found.map((row) => {
		for (const carrier of [row.carrier, ...row.made_from]) known(desk, row.where, "fuel", carrier, fuels);
		if (row.made_from.length === 0 || row.made_from.includes(row.carrier))
			desk.problems.push(`${row.where}: a by-product is made from something else`);
		return { carrier: row.carrier, madeFrom: row.made_from };
	});
}

const ambiguousRow = z.strictObject({
	word: text,
	unit: text,
	why: z.enum(["word", "conditions", "unusual"]),
	...witness,
	note: maybe,
});

/** Each word is one that units.csv reads, and read as what this table says. */
export function ambiguousUnits(desk: Desk, units: readonly UnitSeed[]): AmbiguousUnitSeed[] {
	const found = rows(desk, "ambiguous-units.csv", ambiguousRow);
	oneEach(desk, found, (row) => row.word);
	return found.map((row) => {
		const unit = units.find(({ symbol }) => symbol === row.unit);
		if (unit === undefined || !unit.aliases.some((alias) => plain(alias) === plain(row.word)))
			desk.problems.push(`${row.where}: “${row.word}” is no spelling of ${row.unit}`);
		return { word: row.word, unit: row.unit, why: row.why };
	});
}

const neededRow = z.strictObject({
	id: text,
	words,
	sectors: words,
	when: z.enum(["always", "feedstock"]),
	material: maybe,
	...witness,
	note: maybe,
});

export function processesNeeded(
	desk: Desk,
	sectors: readonly SectorSeed[],
	materials: readonly ProcessSeed[],
	carriers: readonly CarrierSeed[],
): ProcessNeededSeed[] {
	const places = new Set(sectors.map(({ id }) => id));
	const found = rows(desk, "process-needed.csv", neededRow);
	oneEach(desk, found, (row) => row.id);
	oneMeaning(desk, found, folded);
	const fuels = new Set(carriers.flatMap(({ id, nameEn, nameZh }) => [id, nameEn, nameZh]).map(folded));
	return found.map((row) => {
		for (const sector of row.sectors) known(desk, row.where, "sector", sector, places);
		for (const word of row.words) if (fuels.has(folded(word))) desk.problems.push(`${row.where}: “${word}” is a fuel`);
		const material = materials.find(({ id }) => id === row.material);
		// The product itself is what the factor is per: t CO2 per tonne made.
		if (row.material !== "" && (material === undefined || material.refusal !== null || material.kind !== "tco2"))
			desk.problems.push(`${row.where}: ${row.material} has no factor per tonne`);
		return { id: row.id, words: row.words, sectors: row.sectors, when: row.when, material: row.material || null };
	});
}
