/** The tables that say what is asked and when to speak: targets, price and growth series, limits. */

import { z } from "zod";
import { goalIndicators } from "../domain/words.ts";
import { compare, known as exactly } from "../exact/exact.ts";
import type { FullDeflator, FullElectricity, FullLimit, FullTarget } from "../reference/full-seeds.ts";
import type { PlanSeed, ProvinceSeed, SectorSeed } from "../reference/seeds.ts";
import { known, oneEach } from "./seed-checks.ts";
import {
	type Context,
	decimal,
	maybe,
	origin,
	provenance,
	rows,
	setsBelow,
	signedDecimal,
	text,
	yearNumber,
} from "./seed-table.ts";

const planRow = z.strictObject({ plan: text, electricity_year: yearNumber, ...origin, source_url: maybe });

/**
 * The plan periods: each set of targets with a `plan.csv`, in order of id, which is that of time. Its national row says what is asked; the other sets have
 * targets of these plans.
 */
export function plans(context: Context, targets: readonly FullTarget[], electricity: readonly FullElectricity[]): PlanSeed[] {
	const sets = setsBelow(context, "targets").filter((set) => context.texts.has(`targets/${set}/plan.csv`));
	const found = sets.flatMap((set) => {
		const path = `targets/${set}/plan.csv`;
		const [row, ...more] = rows(context, path, planRow);
		if (row === undefined) return [];
		if (row.plan !== set || more.length > 0) context.problems.push(`${path}: one row, of ${set}, has to stand here`);
		const average = (one: FullElectricity): boolean =>
			one.level === "national" && one.basis === "average" && one.year === row.electricity_year;
		if (!electricity.some(average))
			context.problems.push(`${row.where}: no national average of ${row.electricity_year} is published`);
		const asked = targets.find((one) => one.set === set && one.scope === "all" && one.indicator === "co2");
		if (asked === undefined) context.problems.push(`targets/${set}/targets.csv: a plan asks something of all, in co2`);
		return [{ id: set, electricityYear: row.electricity_year }];
	});
	for (const { set, plan } of targets)
		if (!sets.includes(plan)) context.problems.push(`targets/${set}/targets.csv: ${plan} is no set with a plan.csv`);
	return found;
}

const targetRow = z.strictObject({
	plan: text,
	scope: z.enum(["all", "sector", "province"]),
	scope_id: maybe,
	indicator: z.enum(goalIndicators),
	// Totals of emissions are asked by nobody's plan.
	kind: z.enum(["change", "level"]),
	value: decimal,
	unit: z.literal("%"),
	// A level has none.
	base_year: z.union([z.literal("").transform(() => null), yearNumber]),
	target_year: yearNumber,
	...origin,
	source_url: maybe,
});

export function targets(context: Context, sectors: readonly SectorSeed[], provinces: readonly ProvinceSeed[]): FullTarget[] {
	const places = {
		all: new Set([""]),
		sector: new Set(sectors.map(({ id }) => id)),
		province: new Set(provinces.map(({ id }) => id)),
	};
	return setsBelow(context, "targets").flatMap((set) => {
		const found = rows(context, `targets/${set}/targets.csv`, targetRow);
		oneEach(context, found, (row) => `${row.plan} ${row.scope} ${row.scope_id} ${row.indicator}`);
		return found.map((row) => {
			known(context, row.where, row.scope, row.scope_id, places[row.scope]);
			if (row.base_year !== null && row.base_year >= row.target_year)
				context.problems.push(`${row.where}: the target year is not after the base year`);
			if ((row.base_year === null) !== (row.kind === "level"))
				context.problems.push(`${row.where}: a change has a base year, and a level has none`);
			if ((row.kind === "level") !== (row.indicator === "solid_waste_rate"))
				context.problems.push(`${row.where}: of ${row.indicator} no ${row.kind} is judged`);
			return {
				set,
				plan: row.plan,
				scope: row.scope,
				scopeId: row.scope_id,
				indicator: row.indicator,
				kind: row.kind,
				value: row.value,
				baseYear: row.base_year,
				targetYear: row.target_year,
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

export function deflators(context: Context, sectors: readonly SectorSeed[]): FullDeflator[] {
	const places = new Set([...GROUPS, ...sectors.map(({ id }) => id)]);
	const found = rows(context, "deflators.csv", deflatorRow);
	oneEach(context, found, (row) => `${row.sector} ${row.year} ${row.series}`);
	return found.map((row) => {
		if (!row.sector.startsWith("ppi_")) known(context, row.where, "sector", row.sector, places);
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

const limitRow = z.strictObject({
	name: text,
	value: decimal,
	least: decimal,
	most: decimal,
	places: z.string().regex(/^\d$/, "is no number of digits").transform(Number),
	...origin,
});

export function limits(context: Context): FullLimit[] {
	const found = rows(context, "limits.csv", limitRow);
	oneEach(context, found, (row) => row.name);
	for (const { where, value, least, most } of found)
		if (compare(exactly(value), exactly(least)) < 0 || compare(exactly(value), exactly(most)) > 0)
			context.problems.push(`${where}: ${value} is not from ${least} to ${most}`);
	return found.map(({ name, value, least, most, places, ...row }) => ({
		...{ name, value, least, most, places },
		...provenance(row),
	}));
}

/** What stands in the brackets of a call by which a limit is asked for. */
const asking = /\b(?:\w*[lL]imit(?:Of)?|ofCarbon)\(([^()]*)\)/g;

/** Where limits and code do not agree: a limit that no file asks for, and a name asked for that is none. `files`: texts by path. */
export function limitFaults(limits: readonly FullLimit[], files: ReadonlyMap<string, string>): string[] {
	const names = new Set(limits.map(({ name }) => name));
	const asked = new Set<string>();
	const faults: string[] = [];
	for (const [path, code] of files)
		for (const [, brackets = ""] of code.matchAll(asking))
			for (const [, word = ""] of brackets.matchAll(/(?<!\[)"([a-z-]+)"/g)) {
				asked.add(word);
				if (!names.has(word)) faults.push(`${path}: asks for the limit ${word}, which seeds/limits.csv does not have`);
			}
	for (const name of names) if (!asked.has(name)) faults.push(`seeds/limits.csv: no file asks for ${name}`);
	return faults;
}
