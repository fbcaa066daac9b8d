/** The drivers of a run as the contract has them: every figure written once. */
import type {
	DriversBasis,
	DriversCarrier,
	DriversChange,
	DriversFirm,
	DriversLines,
	DriversMoved,
	DriversObstacle,
	Drivers as DriversOutput,
	DriversPoint,
	DriversSector,
} from "../contract/drivers.ts";
import { write } from "../domain/period.ts";
import type { CarrierPair, FirmDrivers, Obstacle } from "../drivers/firm.ts";
import { firmSteps, type PoolDrivers, poolSteps } from "../drivers/pool.ts";
import type { DriverYear } from "../drivers/year.ts";
import { figure } from "../exact/figure.ts";
import { per, plus, type Ratio, zeroRatio } from "../exact/ratio.ts";
import type { Drivers } from "../run/drivers.ts";
import { choicesIn, findingsOf } from "./build-report.ts";
import { additive, type Change, type Column, changeOf, driversOf, multiplicative } from "./effects.ts";
import type { Frame } from "./frame.ts";

/** Places in the machine formats. */
const places = 12;

/** What became of a firm or a pool, ready to be written or drawn. */
export interface Moved {
	readonly from: DriverYear | null;
	readonly to: DriverYear | null;
	readonly obstacles: readonly Obstacle[];
	readonly emissions: Change | null;
	readonly intensity: Change | null;
}

export function movedFirm(firm: FirmDrivers): Moved {
	const taken = firm.steps.length > 0;
	return {
		from: taken ? (firm.from ?? null) : null,
		to: taken ? (firm.to ?? null) : null,
		obstacles: firm.obstacles,
		emissions: changeOf(firmSteps(firm, "emissions"), driversOf("emissions", false)),
		intensity: changeOf(firmSteps(firm, "intensity"), driversOf("intensity", false)),
	};
}

export function movedPool(pool: PoolDrivers): Moved {
	if (pool.obstacles.length > 0) return { from: null, to: null, obstacles: pool.obstacles, emissions: null, intensity: null };
	return {
		from: pooledYear(pool.members.map(({ from }) => from as DriverYear)),
		to: pooledYear(pool.members.map(({ to }) => to as DriverYear)),
		obstacles: [],
		emissions: changeOf(poolSteps(pool, "emissions"), driversOf("emissions", true)),
		intensity: changeOf(poolSteps(pool, "intensity"), driversOf("intensity", true)),
	};
}

function pooledYear(years: readonly DriverYear[]): DriverYear {
	const total = (of: (year: DriverYear) => Ratio): Ratio => years.reduce((sum, year) => plus(sum, of(year)), zeroRatio);
	return {
		emissions: total(({ emissions }) => emissions),
		output: total(({ output }) => output),
		energy: total(({ energy }) => energy ?? zeroRatio),
		carriers: new Map(),
	};
}

export function buildDrivers(run: Drivers, frame: Frame): DriversOutput {
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisOf(run, frame),
		inputs: frame.inputs,
		firms: run.firms.filter(({ identity }) => frame.showsFirm(identity.firm)).map((firm) => firmOf(firm, run, frame)),
		sectors: run.sectors.map((sector) => sectorOf(sector, run, frame)),
		findings: findingsOf(frame.tally, frame.notChecked, frame),
	};
}

function basisOf({ asked }: Drivers, { basis }: Frame): DriversBasis {
	const { per, boundary, factors, factorFiles, marketBased, prices, deflator, mappings, assertions } = choicesIn(basis);
	return {
		...{ method: "lmdi-i", chained: asked.chained, periods: asked.periods.map(write) },
		...{ per, boundary, factors, factorFiles, electricity: basis.plans[0].electricity, marketBased },
		...{ prices, deflator, mappings, assertions },
	};
}

function firmOf(firm: FirmDrivers, run: Drivers, frame: Frame): DriversFirm {
	const { identity } = firm;
	return {
		firm: identity.firm,
		name: identity.name,
		sector: identity.sector,
		province: identity.province,
		...writtenMoved(movedFirm(firm), firm.priceYear, run, frame),
		carriers: firm.carriers.map(carrierOf),
	};
}

function sectorOf(pool: PoolDrivers, run: Drivers, frame: Frame): DriversSector {
	const { sector, members, left, priceYear } = pool;
	return { sector, firms: members.length, left, ...writtenMoved(movedPool(pool), priceYear, run, frame) };
}

function writtenMoved(moved: Moved, priceYear: number | null, { asked }: Drivers, frame: Frame): DriversMoved {
	const { from, to, emissions, intensity } = moved;
	const [first, last] = [asked.periods[0], asked.periods[asked.periods.length - 1]];
	const changes = { emissions: changeIn(emissions), intensity: changeIn(intensity) };
	const noRatio = [changes.emissions, changes.intensity].some((one) => one !== null && one.multiplicative === null);
	const periodOf = (year: number): string => write({ ...asked.periods[0], year });
	return {
		withheld: [
			...moved.obstacles.map((one) => obstacleOf(one, periodOf)),
			...(noRatio ? [{ reason: "not-positive" as const, period: null, carriers: [] }] : []),
		],
		prices: from === null || priceYear === null ? null : `constant-${priceYear}`,
		from: from === null ? null : pointOf(from, write(first), frame),
		to: to === null || last === undefined ? null : pointOf(to, write(last), frame),
		...changes,
	};
}

function obstacleOf({ reason, year, carriers }: Obstacle, periodOf: (year: number) => string): DriversObstacle {
	return { reason, period: year === null ? null : periodOf(year), carriers };
}

function pointOf({ emissions, energy, output }: DriverYear, period: string, { basis }: Frame): DriversPoint {
	return {
		period,
		emissions: figure(emissions)(places),
		energy: figure(energy ?? zeroRatio)(places),
		output: figure(output)(places),
		outputUnit: basis.outputUnit,
		intensity: figure(per(emissions, output))(places),
		intensityUnit: `tCO2/${basis.outputUnit}`,
	};
}

function changeIn(change: Change | null): DriversChange | null {
	if (change === null) return null;
	const ratios = multiplicative(change, places);
	return { additive: linesOf(additive(change, places)), multiplicative: ratios === null ? null : linesOf(ratios) };
}

function linesOf({ lines, residue, change }: Column): DriversLines {
	const of = (driver: Parameters<typeof lines.get>[0]): string => lines.get(driver) ?? "0";
	return {
		activity: lines.get("activity") ?? null,
		structure: lines.get("structure") ?? null,
		energy: of("energy"),
		mix: of("mix"),
		factors: of("factors"),
		grid: of("grid"),
		process: of("process"),
		entryExit: of("entry-exit"),
		outside: of("outside"),
		...{ residue, change },
	};
}

function carrierOf({ carrier, kind, change, grid, co2, tce }: CarrierPair): DriversCarrier {
	const written = (value: Ratio): string => figure(value)(places);
	return {
		...{ carrier, kind, change, grid },
		co2From: written(co2.from),
		co2To: written(co2.to),
		tceFrom: tce === null ? null : written(tce.from),
		tceTo: tce === null ? null : written(tce.to),
	};
}
