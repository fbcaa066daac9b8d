/** The tables that screening rules go by: ranges of fuels, odd amounts, what can be made from what, words with two readings, processes. */

import { z } from "zod";
import type { FullFuelSet } from "../reference/full-seeds.ts";
import type {
	AmbiguousUnitSeed,
	CarrierSeed,
	FuelRangeSeed,
	MadeFromSeed,
	MinedSeed,
	OddAmountSeed,
	ProcessNeededSeed,
	ProcessSeed,
	Range,
	SectorSeed,
	UnitSeed,
} from "../reference/seeds.ts";
import { folded, plain } from "../reference/spelling.ts";
import { known, oneEach, oneMeaning, within } from "./seed-checks.ts";
import { type Context, decimal, evidence, maybe, origin, rows, text, words } from "./seed-table.ts";

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
export function fuelRanges(
	context: Context,
	sets: readonly FullFuelSet[],
	stateOf: ReadonlyMap<string, string>,
): FuelRangeSeed[] {
	const fuels = new Set(stateOf.keys());
	const found = rows(context, "fuel-ranges.csv", rangeRow);
	oneEach(context, found, (row) => `${row.carrier} ${row.unit}`);
	return found.map((row) => {
		known(context, row.where, "fuel", row.carrier, fuels);
		if ((row.tonne_low === "") !== (row.tonne_high === "")) context.problems.push(`${row.where}: one end of a range`);
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
			if (!within(low, [[high]], high)) context.problems.push(`${row.where}: ${low} to ${high} is no range`);
			if (!within(low, values, high)) context.problems.push(`${row.where}: a published default lies outside ${low} to ${high}`);
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

export function oddAmounts(context: Context): OddAmountSeed[] {
	const found = rows(context, "odd-amounts.csv", oddRow);
	oneEach(context, found, (row) => `${row.kind} ${row.amount}`);
	return found.map(({ amount, kind }) => ({ amount, kind }));
}

const madeFromRow = z.strictObject({ carrier: text, made_from: words, ...evidence, note: maybe });

export function madeFrom(context: Context, stateOf: ReadonlyMap<string, string>): MadeFromSeed[] {
	const fuels = new Set(stateOf.keys());
	const found = rows(context, "made-from.csv", madeFromRow);
	oneEach(context, found, (row) => row.carrier);
	return found.map((row) => {
		for (const carrier of [row.carrier, ...row.made_from]) known(context, row.where, "fuel", carrier, fuels);
		if (row.made_from.length === 0 || row.made_from.includes(row.carrier))
			context.problems.push(`${row.where}: a good is made from something else`);
		return { carrier: row.carrier, madeFrom: row.made_from };
	});
}

const minedRow = z.strictObject({ sector: text, carriers: words, ...evidence });

/** What firms of a sector take from the ground. */
export function mined(context: Context, stateOf: ReadonlyMap<string, string>, sectors: readonly SectorSeed[]): MinedSeed[] {
	const fuels = new Set(stateOf.keys());
	const ids = new Set(sectors.map(({ id }) => id));
	const found = rows(context, "mined.csv", minedRow);
	oneEach(context, found, (row) => row.sector);
	return found.map((row) => {
		known(context, row.where, "sector", row.sector, ids);
		for (const carrier of row.carriers) known(context, row.where, "fuel", carrier, fuels);
		return { sector: row.sector, carriers: row.carriers };
	});
}

const ambiguousRow = z.strictObject({
	word: text,
	unit: text,
	why: z.enum(["word", "conditions", "unusual"]),
	...evidence,
	note: maybe,
});

/** Each word is one that units.csv reads, and read as what this table says. */
export function ambiguousUnits(context: Context, units: readonly UnitSeed[]): AmbiguousUnitSeed[] {
	const found = rows(context, "ambiguous-units.csv", ambiguousRow);
	oneEach(context, found, (row) => row.word);
	return found.map((row) => {
		const unit = units.find(({ symbol }) => symbol === row.unit);
		if (unit === undefined || !unit.aliases.some((alias) => plain(alias) === plain(row.word)))
			context.problems.push(`${row.where}: “${row.word}” is no spelling of ${row.unit}`);
		return { word: row.word, unit: row.unit, why: row.why };
	});
}

const neededRow = z.strictObject({
	id: text,
	words,
	sectors: words,
	material: maybe,
	...evidence,
	note: maybe,
});

export function processesNeeded(
	context: Context,
	sectors: readonly SectorSeed[],
	materials: readonly ProcessSeed[],
	carriers: readonly CarrierSeed[],
): ProcessNeededSeed[] {
	const places = new Set(sectors.map(({ id }) => id));
	const found = rows(context, "process-needed.csv", neededRow);
	oneEach(context, found, (row) => row.id);
	oneMeaning(context, found, folded);
	const fuels = new Set(carriers.flatMap(({ id, nameEn, nameZh }) => [id, nameEn, nameZh]).map(folded));
	return found.map((row) => {
		for (const sector of row.sectors) known(context, row.where, "sector", sector, places);
		for (const word of row.words) if (fuels.has(folded(word))) context.problems.push(`${row.where}: “${word}” is a fuel`);
		const material = materials.find(({ id }) => id === row.material);
		// The product itself is what the factor is per: t CO2 per tonne made.
		if (row.material !== "" && (material === undefined || material.refusal !== null || material.kind !== "tco2"))
			context.problems.push(`${row.where}: ${row.material} has no factor per tonne`);
		return { id: row.id, words: row.words, sectors: row.sectors, material: row.material || null };
	});
}
