/**
 * Why a firm's emissions and its intensity moved. Energy: C = V × (E/V) × (Ej/E) × (Cj/Ej), in coal equivalent; the last is the grid's
 * where a carrier is power that takes the grid's factor. Process: C = V × (Cj/V). The intensity is the same without V.
 */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Identity } from "../assessment/identity.ts";
import { commonPrices } from "../assessment/output.ts";
import { boundaryChange } from "../assessment/presence.ts";
import type { Rules } from "../assessment/rules.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { type CarrierChangeWord, type Driver, type DriverReason, driverReasons } from "../domain/words.ts";
import { per, sign, zeroRatio } from "../exact/ratio.ts";
import type { Apart, Factor, Pair, Row } from "./decompose.ts";
import { type CarrierYear, type DriverYear, driverYear } from "./year.ts";

/** Drivers of rows. */
export type Named = Exclude<Driver, Apart>;

/** Why something is not computed; a year where it is of one, carriers where they are the cause. */
export interface Obstacle {
	readonly reason: DriverReason;
	readonly year: number | null;
	readonly carriers: readonly string[];
}

/** A carrier then and now. */
export interface CarrierPair {
	readonly carrier: string;
	readonly kind: CarrierYear["kind"];
	readonly change: CarrierChangeWord;
	readonly co2: Pair;
	/** null where it is no energy. */
	readonly tce: Pair | null;
	readonly grid: boolean;
}

/** Two years of a firm, ready to be taken apart. */
export interface FirmStep {
	readonly output: Pair;
	readonly energy: Pair;
	readonly carriers: readonly CarrierPair[];
}

export interface FirmDrivers {
	readonly identity: Identity;
	/** Beginning and end; undefined where the year is not there or unknown. */
	readonly from: DriverYear | undefined;
	readonly to: DriverYear | undefined;
	readonly obstacles: readonly Obstacle[];
	/** One for each pair of neighbouring years asked for; none where something stands in the way. */
	readonly steps: readonly FirmStep[];
	/** Carriers at both ends. */
	readonly carriers: readonly CarrierPair[];
	/** In whose constant prices the output is; null for products. */
	readonly priceYear: number | null;
}

/** A firm between the years given, in order: the first and the last, and those between where effects are chained. */
export function firmDrivers(firm: AssessedFirm, years: readonly number[], rules: Rules): FirmDrivers {
	const { firm: id, name, sector, pool, province } = firm;
	const identity = { firm: id, name, sector, pool, province };
	const found = atSharedPrices(
		years.map((year) => firm.years.find((one) => one.year === year)),
		rules,
	);
	const read = found.map((one) => (one === undefined ? undefined : driverYear(one, rules)));
	const obstacles = obstaclesOf(years, found, read, rules);
	const [from, to] = [read[0], read.at(-1)];
	const known = obstacles.length === 0 && read.every((one): one is DriverYear => one !== undefined) ? read : [];
	const steps = known.slice(1).map((now, at): FirmStep => stepBetween(known[at] as DriverYear, now));
	return {
		...{ identity, from, to, obstacles, steps },
		carriers: from === undefined || to === undefined || steps.length === 0 ? [] : pairsOf(from, to),
		priceYear: found[0]?.output?.priceYear ?? null,
	};
}

/** All at the plan's prices where each year has them, else at the newest that all have; where there are none, as they are shown. */
function atSharedPrices(years: readonly (FirmYear | undefined)[], { prices }: Rules): (FirmYear | undefined)[] {
	const [first, ...others] = years.map((one) => one?.outputs?.at ?? new Map<number | null, unknown>());
	const shared = new Map([...(first ?? [])].filter(([priceYear]) => others.every((one) => one.has(priceYear))));
	const common = commonPrices(shared, shared, prices.planPriceYear);
	return common === undefined ? [...years] : years.map((one) => (one === undefined ? one : pricedAt(one, common)));
}

function obstaclesOf(
	years: readonly number[],
	found: readonly (FirmYear | undefined)[],
	read: readonly (DriverYear | undefined)[],
	rules: Rules,
): Obstacle[] {
	const obstacles: Obstacle[] = [];
	const add = (reason: DriverReason, year: number | null, carriers: readonly string[] = []): void => {
		obstacles.push({ reason, year, carriers });
	};
	for (const [at, year] of years.entries()) {
		const one = found[at];
		if (one === undefined) add("year-missing", year);
		else if (one.faults.length > 0) {
			for (const fault of one.faults) if (driverReasons.some((reason) => reason === fault)) add(fault as DriverReason, year);
		} else if (read[at] === undefined) add("errors", year);
		else if (rules.prices.money && one.output?.priceYear == null) add("prices", year);
		const without = [...(read[at]?.carriers.values() ?? [])].filter(
			({ kind, tce, co2 }) => kind === "energy" && (tce === null || (sign(tce) === 0 && sign(co2) !== 0)),
		);
		if (without.length > 0)
			add(
				"no-coal-equivalent",
				year,
				without.map(({ carrier }) => carrier),
			);
	}
	if (obstacles.length > 0) return obstacles;
	for (const [at, now] of found.entries()) {
		const then = found[at - 1];
		if (now === undefined || then === undefined) continue;
		if (rules.prices.money && now.output?.priceYear !== then.output?.priceYear) add("prices", now.year);
		if (boundaryChange(now, then, rules) !== undefined) add("boundary", now.year);
	}
	return obstacles;
}

function stepBetween(then: DriverYear, now: DriverYear): FirmStep {
	return {
		output: { from: then.output, to: now.output },
		energy: { from: then.energy ?? zeroRatio, to: now.energy ?? zeroRatio },
		carriers: pairsOf(then, now),
	};
}

function pairsOf(then: DriverYear, now: DriverYear): CarrierPair[] {
	const names = [...new Set([...then.carriers.keys(), ...now.carriers.keys()])].sort();
	return names.map((name): CarrierPair => {
		const [a, b] = [then.carriers.get(name), now.carriers.get(name)];
		const { carrier, kind } = (a ?? b) as CarrierYear;
		const co2 = { from: a?.co2 ?? zeroRatio, to: b?.co2 ?? zeroRatio };
		const tce = { from: a?.tce ?? zeroRatio, to: b?.tce ?? zeroRatio };
		return {
			...{ carrier, kind, co2, tce: kind === "energy" ? tce : null },
			change: changeOf(kind, kind === "energy" ? tce : co2),
			grid: (a?.grid ?? true) && (b?.grid ?? true),
		};
	});
}

function changeOf(kind: CarrierYear["kind"], { from, to }: Pair): CarrierChangeWord {
	if (kind === "left") return "outside";
	if (sign(from) === 0 && sign(to) !== 0) return "entered";
	return sign(from) !== 0 && sign(to) === 0 ? "left-off" : "stayed";
}

/** The rows of a firm's emissions: of the firm alone, or within a pool whose output is given. */
export function emissionRows({ output, energy, carriers }: FirmStep, pool?: Pair): Row<Named>[] {
	const size: Factor<Named>[] =
		pool === undefined
			? [{ driver: "activity", over: output }]
			: [
					{ driver: "activity", over: pool },
					{ driver: "structure", over: output, under: pool },
				];
	return rowsOf(carriers, output, energy, size, (co2) => co2);
}

/** The rows of its intensity, or of what it adds to that of a pool. */
export function intensityRows({ output, energy, carriers }: FirmStep, pool?: Pair): Row<Named>[] {
	const whole = pool ?? output;
	const size: Factor<Named>[] = pool === undefined ? [] : [{ driver: "structure", over: output, under: pool }];
	return rowsOf(carriers, output, energy, size, ({ from, to }) => ({ from: per(from, whole.from), to: per(to, whole.to) }));
}

function rowsOf(
	carriers: readonly CarrierPair[],
	output: Pair,
	energy: Pair,
	size: readonly Factor<Named>[],
	valued: (co2: Pair) => Pair,
): Row<Named>[] {
	return carriers.map(({ kind, co2, tce, grid }): Row<Named> => {
		const value = valued(co2);
		if (kind === "left") return { value, factors: [], outside: true };
		if (tce === null) return { value, factors: [...size, { driver: "process", over: co2, under: output }] };
		return {
			value,
			factors: [
				...size,
				{ driver: "energy", over: energy, under: output },
				{ driver: "mix", over: tce, under: energy },
				{ driver: grid ? "grid" : "factors", over: co2, under: tce },
			],
		};
	});
}
