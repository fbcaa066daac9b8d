/** The tables that say what is asked and when to speak: targets, price and growth series, limits. */

import { z } from "zod";
import type { FullDeflator, FullLimit, FullTarget } from "../reference/full-seeds.ts";
import type { ProvinceSeed, SectorSeed } from "../reference/seeds.ts";
import { known, oneEach } from "./seed-checks.ts";
import { type Desk, decimal, maybe, origin, provenance, rows, setsBelow, signedDecimal, text, yearNumber } from "./seed-table.ts";

const targetRow = z.strictObject({
	plan: z.enum(["plan-14", "plan-15"]),
	scope: z.enum(["all", "sector", "province"]),
	scope_id: maybe,
	indicator: z.enum(["co2", "energy"]),
	base_year: yearNumber,
	target_year: yearNumber,
	reduction_pct: decimal,
	...origin,
	source_url: maybe,
});

export function targets(desk: Desk, sectors: readonly SectorSeed[], provinces: readonly ProvinceSeed[]): FullTarget[] {
	const places = {
		all: new Set([""]),
		sector: new Set(sectors.map(({ id }) => id)),
		province: new Set(provinces.map(({ id }) => id)),
	};
	return setsBelow(desk, "targets").flatMap((set) => {
		const found = rows(desk, `targets/${set}/targets.csv`, targetRow);
		oneEach(desk, found, (row) => `${row.plan} ${row.scope} ${row.scope_id} ${row.indicator}`);
		return found.map((row) => {
			known(desk, row.where, row.scope, row.scope_id, places[row.scope]);
			if (row.base_year >= row.target_year) desk.problems.push(`${row.where}: the target year is not after the base year`);
			return {
				set,
				plan: row.plan,
				scope: row.scope,
				scopeId: row.scope_id,
				indicator: row.indicator,
				baseYear: row.base_year,
				targetYear: row.target_year,
				reductionPct: row.reduction_pct,
				...provenance(row),
			};
		});
	});
}

/** Groups that statistics publish and that are no sector of ours. */
const GROUPS: readonly string[] = ["all_industry", "mining", "manufacturing", "utilities"];

const deflatorRow = z.strictObject({
	sector: text,
	year: yearNumber,
	series: z.string().regex(/^[a-z]+(_[a-z]+)*$/, "is not the name of a series"),
	value: signedDecimal,
	unit: z.enum(["%", "index"]),
	base: text,
	...origin,
	source_url: maybe,
});

export function deflators(desk: Desk, sectors: readonly SectorSeed[]): FullDeflator[] {
	const places = new Set([...GROUPS, ...sectors.map(({ id }) => id)]);
	const found = rows(desk, "deflators.csv", deflatorRow);
	oneEach(desk, found, (row) => `${row.sector} ${row.year} ${row.series}`);
	return found.map((row) => {
		if (!row.sector.startsWith("ppi_")) known(desk, row.where, "sector", row.sector, places);
		return {
			sector: row.sector,
			year: row.year,
			series: row.series,
			value: row.value,
			unit: row.unit,
			base: row.base,
			...provenance(row),
		};
	});
}

/** The limits of rules over histories and between firms. */
const HISTORY_LIMITS: readonly string[] = [
	"history-months",
	"season-months",
	"month-deviation",
	"month-ratio",
	"change-carrier",
	"change-intensity",
	"material-share",
	"step-months",
	"step-before",
	"step-ratio",
	"elasticity-months",
	"elasticity-moved",
	"elasticity-still",
	"elasticity-expected",
	"elasticity-fit",
	"same-months",
	"unchanged-months",
	"unchanged-digits",
	"copied-months",
	"chance-digits",
	"multiple-months",
	"multiple-grain",
	"multiple-chance",
	"round-share",
	"slip-gap",
	"slip-margin",
	"slip-share",
	"power-share-least",
	"power-share-low",
	"power-share-high",
	"power-share-usual",
	"sector-firms",
	"sector-ratio",
	"sector-near",
	"shared-months",
];

/** The limits that rules ask for by name. */
const LIMITS: ReadonlySet<string> = new Set([
	...["schedule-near", "schedule-far", "slip-ratio", "thin-pool"],
	// Suspected in single rows and measured values
	...["dust-digits", "dust-run", "measured-digits", "idle-share", "carbon-share-most", "oxidation-low", "solid-heat-most"],
	...["heat-carbon-apart", "heat-carbon-lots", "stale-months"],
	...HISTORY_LIMITS,
]);

const limitRow = z.strictObject({ name: text, value: decimal, ...origin });

export function limits(desk: Desk): FullLimit[] {
	const found = rows(desk, "limits.csv", limitRow);
	oneEach(desk, found, (row) => row.name);
	for (const row of found) known(desk, row.where, "limit", row.name, LIMITS);
	const names = new Set(found.map(({ name }) => name));
	for (const name of LIMITS) if (!names.has(name)) desk.problems.push(`limits.csv: ${name} is missing`);
	return found.map((row) => ({ name: row.name, value: row.value, ...provenance(row) }));
}
