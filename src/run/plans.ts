/** The published sets of targets, which plans a run judges by, and what follows from each. */
import type { Goal, Rules } from "../assessment/rules.ts";
import { type ElectricityMode, modeIsPublished, readMode } from "../carbon/electricity.ts";
import { compare, type Exact, known, toText } from "../exact/exact.ts";
import type { Supplied, SuppliedGoal, SuppliedTarget } from "../ledger/supplied.ts";
import { loadReference } from "../reference/reference.ts";
import { type Plan, planOf } from "../trajectory/plan.ts";
import { badOption, unknownChoice } from "./values.ts";

/** Each year by the published plan that it belongs to: what a run does where no targets are asked for. */
export const autoTargets = "auto";
/** The set of provinces' own targets. */
const provincialSet = "provincial";

/** What `--targets` takes besides a file, in order. */
export function targetSets(): string[] {
	return [autoTargets, ...new Set(loadReference().seeds.targets.map(({ set }) => set))];
}

/** A plan that a run judges by, and what it asks of whom. */
export interface PlanInForce extends Pick<Rules, "plan" | "energyReduction" | "provincial" | "targets" | "goals"> {
	/** The published plan that it is or that its time is of: electricity is counted as this one has it. */
	readonly published: Plan;
}

/** The published plans, in order of base year. */
function publishedPlans(): Plan[] {
	return loadReference()
		.seeds.plans.map(({ id }) => publishedPlan(id))
		.sort((a, b) => a.baseYear - b.baseYear);
}

function publishedPlan(id: string): Plan {
	const target = loadReference().seeds.targets.find((row) => row.set === id && row.scope === "all" && row.indicator === "co2");
	if (target === undefined) throw new Error(`the seeds have no plan ${id}`);
	if (target.baseYear === null) throw new Error(`the plan ${id} has no base year`);
	return planOf(id, { ...target, baseYear: target.baseYear, reductionPct: target.value });
}

/** The plans of a run in order of base year: those of a targets file, the one that is asked for, else those whose years the data have. */
export function plansInForce(
	asked: string,
	{ targets, goals }: Supplied,
	years: readonly number[],
): [PlanInForce, ...PlanInForce[]] {
	const forAll = targets.filter(({ scope }) => scope === "all");
	if (forAll.length > 0) {
		const [first, ...more] = [...forAll].sort((a, b) => a.baseYear - b.baseYear).map((row) => ofFile(row, targets, goals));
		return [first as PlanInForce, ...more];
	}
	const chosen = isOne(asked) ? [publishedPlan(asked)] : plansOf(years);
	const [first, ...more] = chosen.map((plan): PlanInForce => {
		const own = targets.filter((row) => overlap(row, plan));
		const { file } = targets[0]?.at ?? {};
		return {
			plan: file === undefined ? plan : { ...plan, id: file },
			published: plan,
			energyReduction: file === undefined ? energyReductionOf(plan) : null,
			provincial: asked === provincialSet ? provincialTargets(plan) : undefined,
			targets: own,
			goals: goalsOf(plan, goals, file === undefined ? publishedGoals(plan) : []),
		};
	});
	return [first as PlanInForce, ...more];
}

/** The years of all plans that a run could judge by, in order: which of them the data have decides nothing here. */
export function planPeriods(asked: string, { targets }: Supplied): Rules["periods"] {
	const forAll = targets.filter(({ scope }) => scope === "all");
	if (forAll.length > 0) return [...forAll].sort((a, b) => a.baseYear - b.baseYear);
	return isOne(asked) ? [publishedPlan(asked)] : publishedPlans();
}

/** Whether the words of `--targets` name one plan. */
function isOne(asked: string): boolean {
	return asked !== autoTargets && asked !== provincialSet;
}

/**
 * The published plans that these years belong to. A year belongs to the plan that asks something of it, whatever other years there are;
 * the first plan has all years before its base, the last one all behind its target.
 */
function plansOf(years: readonly number[]): Plan[] {
	const found = new Set(years.map((year) => planOfYear(year).id));
	const all = publishedPlans();
	// Of tables of which no row could be read nothing is judged, by whichever plan.
	return found.size === 0 ? all.slice(0, 1) : all.filter(({ id }) => found.has(id));
}

/** The published plan that a year belongs to. */
export function planOfYear(year: number): Plan {
	const all = publishedPlans();
	return all.findLast(({ baseYear }) => year > baseYear) ?? (all[0] as Plan);
}

/** A row for all firms is a plan, under the name of its file; rows of others within its years belong to it. */
function ofFile(forAll: SuppliedTarget, targets: readonly SuppliedTarget[], goals: readonly SuppliedGoal[]): PlanInForce {
	const plan = planOf(forAll.at.file, {
		baseYear: forAll.baseYear,
		targetYear: forAll.targetYear,
		reductionPct: toText(forAll.reductionPercent),
		source: forAll.source,
	});
	const all = publishedPlans();
	return {
		plan,
		published: all.findLast(({ baseYear }) => baseYear <= plan.baseYear) ?? (all[0] as Plan),
		energyReduction: null,
		provincial: undefined,
		targets: targets.filter((row) => overlap(row, plan)),
		goals: goalsOf(plan, goals, []),
	};
}

/** What a plan asks besides the intensity of CO2: by a file for what that has rows of in the plan's years, else as it is published. */
function goalsOf(plan: Plan, goals: readonly SuppliedGoal[], published: readonly Goal[]): readonly Goal[] {
	const own = goals.filter((goal) => isOfPlan(goal, plan));
	return [...own, ...published.filter(({ indicator }) => !own.some((one) => one.indicator === indicator))];
}

/** A fall belongs to the plan of its own years, a level or an amount to the plan in whose time it is to be reached. */
function isOfPlan({ kind, baseYear, targetYear }: SuppliedGoal, plan: Plan): boolean {
	return kind === "change"
		? baseYear === plan.baseYear && targetYear === plan.targetYear
		: targetYear > plan.baseYear && targetYear <= plan.targetYear;
}

/** Rows of a targets file that no plan of the run has the years of: they judge nothing. */
export function goalsWithoutPlan({ goals }: Supplied, plans: readonly PlanInForce[]): SuppliedGoal[] {
	return goals.filter((goal) => !plans.some(({ plan }) => isOfPlan(goal, plan)));
}

function publishedGoals({ id }: Plan): Goal[] {
	const { targets } = loadReference().seeds;
	return targets.flatMap(({ set, scope, scopeId, indicator, kind, value, targetYear }) =>
		set === id && scope !== "province" && indicator !== "co2" && indicator !== "energy"
			? [{ scope, scopeId, indicator, kind, value: known(value), targetYear, base: null }]
			: [],
	);
}

function overlap(a: Pick<Plan, "baseYear" | "targetYear">, b: Pick<Plan, "baseYear" | "targetYear">): boolean {
	return a.baseYear < b.targetYear && b.baseYear < a.targetYear;
}

/** Whether published plans that are not in force would judge one of these years. */
export function wouldJudge(years: readonly number[]): boolean {
	return publishedPlans().some(({ baseYear, targetYear }) => years.some((year) => year > baseYear && year <= targetYear));
}

/** The year whose constant prices a table means that names none, in a row of a year: the base year of the plan it belongs to. */
export function priceYearOf(asked: string): (year: number) => number {
	if (isOne(asked)) {
		const { priceYear } = publishedPlan(asked);
		return () => priceYear;
	}
	return (year) => planOfYear(year).priceYear;
}

/** The targets that provinces set themselves under a plan. */
function provincialTargets({ id }: Plan): Rules["provincial"] {
	const { targets } = loadReference().seeds;
	const rows = targets.filter((row) => row.set === provincialSet && row.plan === id && row.scope === "province");
	const of = (province: string, indicator: string): Exact | null => {
		const row = rows.find((one) => one.scopeId === province && one.indicator === indicator);
		return row === undefined ? null : known(row.value);
	};
	return new Map(rows.map(({ scopeId }) => [scopeId, { co2: of(scopeId, "co2"), energy: of(scopeId, "energy") }]));
}

function energyReductionOf({ id }: Plan): Exact | null {
	const { targets } = loadReference().seeds;
	const target = targets.find((row) => row.set === id && row.scope === "all" && row.indicator === "energy");
	return target === undefined ? null : known(target.value);
}

/** How electricity is counted: as asked, else as the published plan has it. */
export function electricityMode(asked: string | undefined, plan: Plan): ElectricityMode {
	const published = loadReference().seeds.electricity;
	const text = asked ?? `national@${electricityYearOf(plan)}`;
	const mode = readMode(text);
	if (mode === undefined) throw badOption("--electricity", text, "electricity");
	if (mode.kind === "number" && compare(mode.value, known(loadReference().limit("electricity-factor-most"))) > 0)
		throw badOption("--electricity", text, "electricity-size");
	if (!modeIsPublished(published, mode)) {
		const years = published
			.filter(({ level, basis, year }) => level === mode.kind && basis === "average" && year !== null)
			.map(({ year }) => `${mode.kind}@${year}`);
		throw unknownChoice("--electricity", text, [...new Set(years)]);
	}
	return mode;
}

/** Published by a plan: the national average that electricity has under it. */
function electricityYearOf({ id }: Plan): number {
	const plan = loadReference().seeds.plans.find((one) => one.id === id);
	if (plan === undefined) throw new Error(`the seeds have no plan ${id}`);
	return plan.electricityYear;
}

/** How electricity is counted under each of the plans of an option, where it is not asked for otherwise: for `tanlu sources`. */
export function electricityModes(asked: string | undefined, targets: string): ElectricityMode[] {
	const plans = isOne(targets) ? [publishedPlan(targets)] : publishedPlans();
	const modes = plans.map((plan) => electricityMode(asked, plan));
	return modes.filter(({ text }, index) => modes.findIndex((one) => one.text === text) === index);
}
