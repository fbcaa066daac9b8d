/** The published sets of targets, and what follows from the plan that is in force. */
import type { Rules } from "../assessment/rules.ts";
import { type ElectricityMode, modeIsPublished, readMode } from "../carbon/electricity.ts";
import { compare, type Exact, known } from "../exact/exact.ts";
import { loadReference } from "../reference/reference.ts";
import { type Plan, planOf } from "../trajectory/plan.ts";
import { badOption, unknownChoice } from "./values.ts";

/** The set of targets where none is asked for. */
export const usualTargets = "plan-14";
/** The set of provinces' own targets. */
const provincialSet = "provincial";

/** Sets of targets that options name, in order. */
export function targetSets(): string[] {
	return [...new Set(loadReference().seeds.targets.map(({ set }) => set))];
}

/** The plan that a set of targets belongs to: itself, or that of its first target. */
export function planOfSet(set: string): Plan {
	const { targets } = loadReference().seeds;
	const id = targets.find((row) => row.set === set)?.plan;
	const target = targets.find((row) => row.set === id && row.scope === "all" && row.indicator === "co2");
	if (id === undefined || target === undefined) throw new Error(`the seeds have no plan of ${set}`);
	return planOf(id, target);
}

/** The targets of each province, where the set is theirs. */
export function provincialTargets(set: string): Rules["provincial"] {
	if (set !== provincialSet) return undefined;
	const rows = loadReference().seeds.targets.filter((row) => row.set === provincialSet && row.scope === "province");
	const of = (province: string, indicator: string): Exact | null => {
		const row = rows.find((one) => one.scopeId === province && one.indicator === indicator);
		return row === undefined ? null : known(row.reductionPct);
	};
	return new Map(rows.map(({ scopeId }) => [scopeId, { co2: of(scopeId, "co2"), energy: of(scopeId, "energy") }]));
}

/** How electricity is counted: as asked, else as the plan has it. */
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

/** A plan of the user's own has it from the newest published plan that begins no later, else from the first. */
function electricityYearOf({ baseYear }: Plan): number {
	const { plans } = loadReference().seeds;
	const plan = plans.findLast(({ id }) => planOfSet(id).baseYear <= baseYear) ?? plans[0];
	if (plan === undefined) throw new Error("the seeds have no plan");
	return plan.electricityYear;
}
