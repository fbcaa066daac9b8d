/** The second implementation: from rows of cells to every figure of the report. */
import { powerOf } from "./emissions.ts";
import { comparedAt, type Firm, type FirmTerms, firmOf, type Gathered, yearsOf } from "./firm.ts";
import { type FirmYear, type Priced, pricedAt, shownAt } from "./firmYear.ts";
import { Fraction, HUNDRED, whole } from "./fraction.ts";
import { completion, judge, neededCut, progress, type Standing } from "./judge.ts";
import { type Path, PLACES, pathFigures, planPath, requiredChange } from "./path.ts";
import { ownerOf, PLANS, type Plan, plansFor } from "./plans.ts";
import { basePool, changePercent, type Member, type Pool, ratio, sectorList } from "./pools.ts";
import { type Basis, common } from "./prices.ts";
import { readEnergy, readMaster, readOutput } from "./reading.ts";
import { surdText } from "./surd.ts";
import { type LastYear, toDate } from "./toDate.ts";
import type { BasisPlan, Figures, FirmFigures, Options, Submission, Text, ToDateFigures, Verdict, YearFigures } from "./types.ts";

/** All firms under one plan. */
interface Run {
	readonly options: Options;
	readonly plan: Plan;
	readonly firms: readonly Firm[];
	readonly members: readonly Member[];
	/** the plan's own path from the plan's base year */
	readonly path: Path;
	readonly pools: ReadonlyMap<string, Pool>;
	/** constant prices that pools are in: those that most usable base years have */
	readonly poolPrices: Basis;
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

/** A year without any constant prices, or with none that its base has, cannot be compared; products have no prices to differ in. */
const unpriced = (firm: Firm, { outputs }: FirmYear, at: Basis | null): boolean =>
	at === null && outputs !== null && firm.ownPrices !== "none" && (firm.base.at.size > 0 || outputs.at.size === 0);

const reasonsFor = (firm: Firm, year: FirmYear, { options }: Run): string[] => {
	const reasons = new Set(year.own);
	if (unpriced(firm, year, comparedAt(firm, year))) reasons.add("prices");
	const baseYear = firm.years.get(firm.path.baseYear);
	if (options.boundary !== "energy" && baseYear !== undefined && otherBoundary(baseYear, year)) reasons.add("boundary");
	if (firm.base.reason !== null) reasons.add(firm.base.reason);
	if (firm.unclear) reasons.add("errors");
	return ORDER.filter((reason) => reasons.has(reason));
};

type Measure = "intensity" | "netIntensity";

/** What last year comes to, at prices that both years have, seen at the prices of this one: the same change. */
const asOfThisYear = (firm: Firm, last: FirmYear, year: FirmYear, now: Priced, what: Measure): Fraction | null => {
	const shared = common(year.outputs?.at.keys() ?? [], last.outputs?.at.keys() ?? [], firm.ownPrices);
	if (shared === null) return null;
	const [then, again] = [pricedAt(last, shared)[what], pricedAt(year, shared)[what]];
	if (then === null || again === null || now[what] === null) return null;
	return again.sign === 0 || shared === now.basis ? then : then.mul(now[what]).div(again);
};

/** Last year's intensity where it may be compared with this year's: prices in common, and process emissions in both years or in neither. */
const lastYear = (firm: Firm, year: FirmYear, now: Priced, base: Priced, { boundary }: Options): Fraction | null => {
	const last = firm.years.get(year.year - 1);
	const usable = last !== undefined && last.own.length === 0 && (last.outputs?.at.size ?? 0) > 0;
	if (usable && boundary !== "energy" && otherBoundary(last, year)) return null;
	if (usable) return asOfThisYear(firm, last, year, now, "intensity");
	return firm.base.stated && year.year - 1 === firm.path.baseYear ? base.intensity : null;
};

const withheld = (reasons: string[]): Verdict => ({
	word: "withheld",
	qualifiers: [],
	yearTest: "not-checked",
	cumulativeTest: "not-checked",
	reasons,
});

/** Energy per output, without what went in as feedstock, against its own path by the same tests. */
const judgeEnergy = (firm: Firm, year: FirmYear, now: Priced, base: Priced, run: Run): Verdict => {
	if (now.netIntensity === null) return withheld(["errors"]);
	if (base.netIntensity === null) return withheld(["no-base"]);
	const last = firm.years.get(year.year - 1);
	const then = last === undefined || last.own.length > 0 ? null : asOfThisYear(firm, last, year, now, "netIntensity");
	return judge(energyPath(firm, run), { base: base.netIntensity, now: now.netIntensity, last: then, year: year.year });
};

const energyPath = (firm: Firm, { plan, options }: Run): Path =>
	planPath(plan, Fraction.from(plan.energyReduction), options.path === "linear", firm.path.baseYear);

type Judged = Pick<YearFigures, "change" | "ownPath" | "sectorPath" | "progress" | "verdict"> & {
	readonly now: Priced;
	readonly energy: Pick<
		YearFigures["energy"],
		"sinceBasePercent" | "withoutFeedstockSinceBasePercent" | "requiredChangePercent" | "verdict"
	>;
};
const NOTHING = { change: null, ownPath: null, sectorPath: null, progress: null };
const NO_ENERGY = { sinceBasePercent: null, withoutFeedstockSinceBasePercent: null, requiredChangePercent: null };

const judged = (firm: Firm, year: FirmYear, run: Run): Judged => {
	const { path } = firm;
	const asked = year.year > Math.max(path.baseYear, run.plan.baseYear) && year.year <= path.targetYear;
	const reasons = reasonsFor(firm, year, run);
	const at = comparedAt(firm, year);
	const now = pricedAt(year, at ?? shownAt(year, firm.ownPrices));
	const base = at === null ? undefined : firm.base.at.get(at);
	if (reasons.length > 0) {
		const verdict = asked ? withheld(reasons) : null;
		return { ...NOTHING, now, verdict, energy: { ...NO_ENERGY, verdict } };
	}
	if (now.intensity === null || now.output === null || base === undefined || base.intensity === null)
		throw new Error(`${firm.id} ${year.year}: no figure and no reason`);
	const last = lastYear(firm, year, now, base, run.options);
	const standing: Standing = { base: base.intensity, now: now.intensity, last, year: year.year };
	const started = year.year >= path.baseYear;
	const position = { base: base.intensity, intensity: now.intensity, output: now.output.amount };
	return {
		now,
		change: {
			sinceBasePercent: started ? changePercent(now.intensity, base.intensity) : null,
			sinceLastYearPercent: changePercent(now.intensity, last),
		},
		ownPath: started ? ownFigures(firm, at, position, standing) : null,
		sectorPath: sectorFigures(firm, year, run),
		progress: started ? progressOf(path, standing) : null,
		verdict: asked ? judge(path, standing) : null,
		energy: {
			sinceBasePercent: started ? changePercent(now.coalIntensity, base.coalIntensity) : null,
			withoutFeedstockSinceBasePercent: started ? changePercent(now.netIntensity, base.netIntensity) : null,
			requiredChangePercent: requiredChange(energyPath(firm, run), year.year),
			verdict: asked ? judgeEnergy(firm, year, now, base, run) : null,
		},
	};
};

const progressOf = (path: Path, standing: Standing): YearFigures["progress"] => {
	const found = progress(path, standing);
	if (found === null) return null;
	return { percent: found.percent, completionPercent: completion(path, standing), scheduleRatio: found.scheduleRatio };
};

/** At the prices of the pools, whatever the firm's own path is compared at. */
const sectorFigures = (firm: Firm, year: FirmYear, run: Run): YearFigures["sectorPath"] => {
	const pool = firm.top === null ? undefined : run.pools.get(firm.top);
	const base = pool === undefined || pool.firms === 0 ? null : ratio(pool);
	if (pool === undefined || base === null || year.year < run.path.baseYear || year.outputs?.at.has(run.poolPrices) !== true)
		return null;
	const { intensity, output } = pricedAt(year, run.poolPrices);
	if (intensity === null || output === null) return null;
	const figures = pathFigures(run.path, { base, intensity, output: output.amount }, year.year);
	return { ...figures, firms: pool.firms, thin: pool.firms <= 2 };
};

const ownFigures = (
	{ path, plan }: Firm,
	at: Basis | null,
	position: Parameters<typeof pathFigures>[1],
	standing: Standing,
): YearFigures["ownPath"] => {
	const { base, now, year } = standing;
	const showsPoints = base.sign !== 0 && year <= path.targetYear;
	return {
		targets: plan.id,
		prices: at === "none" ? null : at,
		baseYear: path.baseYear,
		...pathFigures(path, position, year),
		requiredChangePercent: requiredChange(path, year),
		gapPoints: showsPoints ? surdText(HUNDRED.mul(now).div(base), HUNDRED.neg(), path.share(year), PLACES) : null,
		neededYearlyCutPercent: neededCut(path, standing),
	};
};

/** Where last year stood, if the plan sees it. */
const lastYearOf = (firm: Firm, year: number, run: Run): LastYear | undefined => {
	const last = firm.years.get(year);
	if (last === undefined) return undefined;
	const at = comparedAt(firm, last);
	const base = at === null ? undefined : firm.base.at.get(at);
	const reasons = reasonsFor(firm, last, run);
	const { intensity } = pricedAt(last, at);
	const stands = reasons.length === 0 && intensity !== null && base !== undefined;
	return { intensity, base: base?.intensity ?? null, reasons: stands || reasons.length > 0 ? reasons : ["no-base"] };
};

const toDateOf = (firm: Firm, year: FirmYear, run: Run): ToDateFigures | null =>
	year.coverage === "whole-year"
		? null
		: toDate({
				...{ firm, year, at: comparedAt(firm, year) ?? shownAt(year, firm.ownPrices) },
				last: lastYearOf(firm, year.year - 1, run),
				otherBoundary: (one, other) => run.options.boundary !== "energy" && otherBoundary(one, other),
			});

const yearFigures = (firm: Firm, year: FirmYear, run: Run): YearFigures => {
	const { now, energy, ...figures } = judged(firm, year, run);
	const unit = firm.ownPrices === "none" ? "t" : "10^4 CNY";
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
			intensity: text(now.coalIntensity),
			withoutFeedstock: text(now.netIntensity),
			...energy,
		},
		...(run.options.toDate === true ? { toDate: toDateOf(firm, year, run) } : {}),
		output: {
			value: text(now.output?.amount ?? null),
			unit,
			prices: now.output?.prices ?? null,
			deflated: now.output?.deflated ?? false,
		},
		intensity: { value: text(now.intensity), unit: `tCO2/${unit}` },
		...figures,
	};
};

/** Whole, without errors, and of an output above zero. */
const fits = ({ total, outputs, coverage, own }: FirmYear): boolean =>
	total !== null && outputs !== null && coverage === "whole-year" && own.length === 0;

const poolPricesOf = (firms: readonly Firm[], plan: Plan, perProduct: boolean): Basis => {
	if (perProduct) return "none";
	const based = firms
		.filter(({ unclear }) => !unclear)
		.map(({ years }) => years.get(plan.baseYear))
		.filter((year) => year !== undefined && fits(year));
	// What most of them have; of equals the plan's own, then the newest.
	const own = `constant-${plan.baseYear}`;
	const all = based.flatMap((year) => [...(year?.outputs?.at.keys() ?? [])]);
	const having = (basis: Basis): number => all.filter((one) => one === basis).length;
	const [most = own] = [...new Set([own, ...all])].sort(
		(a, b) => having(b) - having(a) || Number(b === own) - Number(a === own) || (a > b ? -1 : 1),
	);
	return most;
};

const member = (firm: Firm, plan: Plan, prices: Basis): Member => {
	const usable = [...firm.years].flatMap(([year, figures]) => {
		const output = figures.outputs?.at.get(prices);
		if (!fits(figures) || firm.unclear || output === undefined || figures.total === null) return [];
		return [[year, { emissions: figures.total, output: output.amount }] as const];
	});
	const map = new Map(usable);
	const base = firm.differs ? null : (map.get(plan.baseYear) ?? null);
	return { sector: firm.top, years: [...firm.years.keys()], usable: map, base };
};

type Bins = { [Key in keyof Gathered]: Gathered[Key][number][] };

const gather = (submission: Submission, per: string, assumed: (year: number) => string): Map<string, Gathered> => {
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
		const read = readOutput(row, per, assumed);
		if (read === null) continue;
		if ("entry" in read) bins(read.entry.firm).output.push(read.entry);
		else if ("fault" in read) bins(read.fault.firm).faults.push(read.fault);
		else bins(read.blank.firm).blanks.push(read.blank);
	}
	for (const fault of submission.firms.map(readMaster)) if (fault !== null) bins(fault.firm).faults.push(fault);
	return found;
};

const runOf = (plan: Plan, found: ReadonlyMap<string, Gathered>, submission: Submission, terms: Omit<FirmTerms, "plan">): Run => {
	const { options } = terms;
	const firms = [...found].map(([id, gathered]) => {
		const rows = submission.output.filter((row) => row.firm === id);
		const master = submission.firms.find((row) => row.firm === id && readMaster(row) === null);
		return firmOf(id, gathered, rows, master, { ...terms, plan });
	});
	const poolPrices = poolPricesOf(firms, plan, options.per?.startsWith("product:") === true);
	const members = firms.map((firm) => member(firm, plan, poolPrices));
	const tops = new Set(members.map(({ sector }) => sector).filter((sector) => sector !== null));
	const pools = new Map([...tops].map((top) => [top, basePool(members.filter(({ sector }) => sector === top))]));
	const path = planPath(plan, Fraction.from(plan.reduction), options.path === "linear", plan.baseYear);
	return { options, plan, firms, members, path, pools, poolPrices };
};

const electricityOf = (plan: Plan, { electricity }: Options): string => electricity ?? plan.electricity;

const basisPlan = (plan: Plan, options: Options): BasisPlan => ({
	targets: plan.id,
	baseYear: plan.baseYear,
	targetYear: plan.targetYear,
	reductionPercent: plan.reduction,
	prices: options.per?.startsWith("product:") ? null : `constant-${plan.baseYear}`,
	electricity: electricityOf(plan, options),
});

/** Sectors by name, `all` last, and of each the plans in order. */
const sectorsOf = (runs: readonly Run[]): Figures["sectors"] => {
	const lists = runs.flatMap(({ members, path, plan }) => sectorList(members, path, plan.id));
	const names = [...new Set(lists.map(({ sector }) => sector))].sort((a, b) =>
		a === "all" || b === "all" ? Number(a === "all") - Number(b === "all") : a < b ? -1 : 1,
	);
	return names.map((sector) => ({
		sector,
		years: lists.filter((one) => one.sector === sector).flatMap(({ years }) => years),
	}));
};

export const oracle = (submission: Submission, options: Options = {}): Figures => {
	const targets = options.targets ?? "auto";
	const all = targets === "auto" ? Object.values(PLANS) : plansFor(targets, []);
	const assumed = (year: number): string => `constant-${ownerOf(all, year).baseYear}`;
	const gathered = gather(submission, options.per ?? "value-added", assumed);
	const found = new Map([...gathered].sort(([a], [b]) => (a < b ? -1 : 1)));
	const years = [...new Set([...found.values()].flatMap(yearsOf))];
	const plans = plansFor(targets, years);
	const runs = plans.map((plan) => {
		const power = powerOf(electricityOf(plan, options), options.marketBased === true);
		return runOf(plan, found, submission, { options, plans, power, deflator: submission.deflator ?? [] });
	});
	return {
		basis: { plans: plans.map((plan) => basisPlan(plan, options)) },
		firms: [...found.keys()].map((id): FirmFigures => {
			const views = runs.flatMap((run) => run.firms.filter((firm) => firm.id === id).map((firm) => ({ run, firm })));
			return {
				firm: id,
				sector: views[0]?.firm.sector ?? null,
				years: views.flatMap(({ run, firm }) =>
					[...firm.years.values()].filter(({ year }) => firm.owned.has(year)).map((year) => yearFigures(firm, year, run)),
				),
			};
		}),
		sectors: sectorsOf(runs),
	};
};
