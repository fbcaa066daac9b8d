/** The second implementation: from rows of cells to every figure of the report. */
import { powerOf } from "./emissions.ts";
import { type Firm, firmOf, type Gathered } from "./firm.ts";
import type { FirmYear } from "./firmYear.ts";
import { Fraction, whole } from "./fraction.ts";
import { judge, neededCut, progress, type Standing } from "./judge.ts";
import { type Path, PLACES, pathFigures, planPath, requiredChange } from "./path.ts";
import { PLANS, type Plan } from "./plans.ts";
import { basePool, changePercent, type Member, type Pool, ratio, sectorList } from "./pools.ts";
import { readEnergy, readMaster, readOutput } from "./reading.ts";
import { surdText } from "./surd.ts";
import type { Figures, FirmFigures, Options, Submission, Text, Verdict, YearFigures } from "./types.ts";

interface Run {
	readonly options: Options;
	readonly plan: Plan;
	/** the plan's own path from the plan's base year */
	readonly path: Path;
	readonly pools: ReadonlyMap<string, Pool>;
	/** constant prices that pools are in: those that all usable base years share, else the plan's */
	readonly poolPrices: string;
}

/** A material that made more than half of the process part and has no row in the other year. */
const lostMost = (has: FirmYear, lacks: FirmYear): boolean => {
	const all = has.parts.process;
	if (has.materials === null || lacks.materials === null || all === null) return false;
	return [...has.materials].some(([id, co2]) => !lacks.materials?.has(id) && co2.sign > 0 && co2.mul(whole(2)).compare(all) > 0);
};

const otherBoundary = (one: FirmYear, other: FirmYear): boolean =>
	(one.process !== other.process && (one.process ? other : one).allKnown) || lostMost(one, other) || lostMost(other, one);

const ORDER = ["errors", "no-output", "months-missing", "partial", "prices", "boundary", "no-base"];

const text = (value: Fraction | null): Text => (value === null ? null : value.text(PLACES));

const reasonsFor = (firm: Firm, year: FirmYear, { options }: Run): string[] => {
	const reasons = new Set(year.own);
	if (year.output !== null && (year.basis === null || year.basis !== firm.base.basis)) reasons.add("prices");
	const baseYear = firm.years.get(firm.path.baseYear);
	if (options.boundary !== "energy" && baseYear !== undefined && otherBoundary(baseYear, year)) reasons.add("boundary");
	if (firm.base.reason !== null && year.year !== firm.path.baseYear) reasons.add(firm.base.reason);
	return ORDER.filter((reason) => reasons.has(reason));
};

/** Last year's intensity where it may be compared with this year's: same prices, and process emissions in both years or in neither. */
const lastYear = (firm: Firm, year: FirmYear, { boundary }: Options): Fraction | null => {
	const last = firm.years.get(year.year - 1);
	const usable = last !== undefined && last.own.length === 0 && last.basis !== null;
	const alike = boundary === "energy" || (last !== undefined && !otherBoundary(last, year));
	if (usable) return last.basis === year.basis && alike ? last.intensity : null;
	return firm.base.stated && year.year - 1 === firm.path.baseYear ? firm.base.intensity : null;
};

const withheld = (reasons: string[]): Verdict => ({
	word: "withheld",
	qualifiers: [],
	yearTest: "not-checked",
	cumulativeTest: "not-checked",
	reasons,
});

type Judged = Pick<YearFigures, "change" | "ownPath" | "sectorPath" | "progress" | "verdict">;
const NOTHING = { change: null, ownPath: null, sectorPath: null, progress: null };

const judged = (firm: Firm, year: FirmYear, run: Run): Judged => {
	const { path, base } = firm;
	const asked = year.year > Math.max(path.baseYear, run.plan.baseYear) && year.year <= path.targetYear;
	const reasons = reasonsFor(firm, year, run);
	if (reasons.length > 0) return { ...NOTHING, verdict: asked ? withheld(reasons) : null };
	const { intensity: now, output } = year;
	if (now === null || output === null || base.intensity === null)
		throw new Error(`${firm.id} ${year.year}: no figure and no reason`);
	const last = lastYear(firm, year, run.options);
	const standing: Standing = { base: base.intensity, now, last, year: year.year };
	const started = year.year >= path.baseYear;
	const position = { base: base.intensity, intensity: now, output };
	const pool = firm.top === null ? undefined : run.pools.get(firm.top);
	const sectorBase = pool === undefined || pool.firms === 0 ? null : ratio(pool);
	return {
		change: {
			sinceBasePercent: started ? changePercent(now, base.intensity) : null,
			sinceLastYearPercent: changePercent(now, last),
		},
		ownPath: started ? ownFigures(path, position, standing) : null,
		sectorPath:
			// Two constant prices cannot be compared: the pool is in the plan's.
			pool === undefined || sectorBase === null || year.year < run.path.baseYear || year.basis !== run.poolPrices
				? null
				: { ...pathFigures(run.path, { ...position, base: sectorBase }, year.year), firms: pool.firms, thin: pool.firms <= 2 },
		progress: started ? progress(path, standing) : null,
		verdict: asked ? judge(path, standing) : null,
	};
};

const ownFigures = (path: Path, position: Parameters<typeof pathFigures>[1], standing: Standing): YearFigures["ownPath"] => {
	const { base, now, year } = standing;
	const hundred = Fraction.of(100n);
	const showsPoints = base.sign !== 0 && year <= path.targetYear;
	return {
		baseYear: path.baseYear,
		...pathFigures(path, position, year),
		requiredChangePercent: requiredChange(path, year),
		gapPoints: showsPoints ? surdText(hundred.mul(now).div(base), hundred.neg(), path.share(year), PLACES) : null,
		neededYearlyCutPercent: neededCut(path, standing),
	};
};

const yearFigures = (firm: Firm, year: FirmYear, run: Run): YearFigures => {
	const figures = judged(firm, year, run);
	const held = figures.change === null;
	const started = year.year >= firm.path.baseYear;
	const linear = run.options.path === "linear";
	const energyPath = planPath(run.plan, Fraction.from(run.plan.energyReduction), linear, firm.path.baseYear);
	const unit = run.options.per?.startsWith("product:") ? "t" : "10^4 CNY";
	const { fuel, process, electricity, heat } = year.parts;
	return {
		year: year.year,
		coverage: year.coverage,
		emissions: {
			fuel: text(fuel),
			process: text(process),
			electricity: text(electricity),
			heat: text(heat),
			total: text(year.total),
			unit: "tCO2",
		},
		apart: { feedstock: text(year.feedstock), feedstockTce: text(year.feedstockCoal), greenAtGrid: text(year.green) },
		energy: {
			value: text(year.coal),
			unit: "tce",
			derived: year.derived,
			intensity: text(year.coalIntensity),
			sinceBasePercent: held || !started ? null : changePercent(year.coalIntensity, firm.base.coalIntensity),
			requiredChangePercent: held ? null : requiredChange(energyPath, year.year),
		},
		output: { value: text(year.output), unit, prices: year.prices === "none" ? null : year.prices, deflated: false },
		intensity: { value: text(year.intensity), unit: `tCO2/${unit}` },
		...figures,
	};
};

const fits = ({ total, output, coverage, own }: FirmYear): boolean =>
	total !== null && output !== null && output.sign > 0 && coverage === "whole-year" && !own.includes("errors");

const poolPricesOf = (firms: readonly Firm[], plan: Plan, perProduct: boolean): string => {
	if (perProduct) return "none";
	const based = firms.map(({ years }) => years.get(plan.baseYear)).filter((year) => year !== undefined && fits(year));
	const shared = new Set(based.flatMap((year) => year?.basis ?? []));
	const [only] = shared;
	return shared.size === 1 && only !== undefined ? only : `constant-${plan.baseYear}`;
};

const member = (firm: Firm, plan: Plan, prices: string): Member => {
	const usable = [...firm.years].flatMap(([year, figures]) => {
		const { total, output, basis } = figures;
		if (!fits(figures) || basis !== prices || total === null || output === null) return [];
		return [[year, { emissions: total, output }] as const];
	});
	const map = new Map(usable);
	const base = firm.differs ? null : (map.get(plan.baseYear) ?? null);
	return { sector: firm.top, years: [...firm.years.keys()], usable: map, base };
};

type Bins = { [Key in keyof Gathered]: Gathered[Key][number][] };

const gather = (submission: Submission, per: string): Map<string, Gathered> => {
	const found = new Map<string, Bins>();
	const bins = (firm: string): Bins => {
		const held = found.get(firm) ?? { energy: [], output: [], faults: [], blanks: [] };
		found.set(firm, held);
		return held;
	};
	for (const row of submission.energy) {
		const read = readEnergy(row);
		if ("entry" in read) bins(read.entry.firm).energy.push(read.entry);
		else if ("fault" in read) bins(read.fault.firm).faults.push(read.fault);
		else bins(read.blank.firm).blanks.push(read.blank);
	}
	for (const row of submission.output) {
		const read = readOutput(row, per);
		if (read === null) continue;
		if ("entry" in read) bins(read.entry.firm).output.push(read.entry);
		else if ("fault" in read) bins(read.fault.firm).faults.push(read.fault);
		else bins(read.blank.firm).blanks.push(read.blank);
	}
	for (const fault of submission.firms.map(readMaster)) if (fault !== null) bins(fault.firm).faults.push(fault);
	return found;
};

export const oracle = (submission: Submission, options: Options = {}): Figures => {
	const plan = PLANS[options.targets ?? "plan-14"];
	if (plan === undefined) throw new Error("unknown plan");
	const per = options.per ?? "value-added";
	const power = powerOf(options.electricity ?? plan.electricity, options.marketBased === true);
	const path = planPath(plan, Fraction.from(plan.reduction), options.path === "linear", plan.baseYear);
	const firms = [...gather(submission, per)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([id, gathered]) => {
			const rows = submission.output.filter((row) => row.firm === id);
			const master = submission.firms.find((row) => row.firm === id && readMaster(row) === null);
			return firmOf(id, gathered, rows, master, options, plan, power);
		});
	const poolPrices = poolPricesOf(firms, plan, per.startsWith("product:"));
	const members = firms.map((firm) => member(firm, plan, poolPrices));
	const tops = new Set(members.map(({ sector }) => sector).filter((sector) => sector !== null));
	const pools = new Map([...tops].map((top) => [top, basePool(members.filter(({ sector }) => sector === top))]));
	const run: Run = { options, plan, path, pools, poolPrices };
	return {
		firms: firms.map(
			(firm): FirmFigures => ({
				firm: firm.id,
				sector: firm.sector,
				years: [...firm.years.values()].map((year) => yearFigures(firm, year, run)),
			}),
		),
		sectors: sectorList(members, path),
	};
};
