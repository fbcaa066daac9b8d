/** Which path a firm is measured by: the plan's, its province's or a target file's, from its own base year. */
import { type Exact, known } from "../exact/exact.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Path } from "../trajectory/path.ts";
import { kept, type Plan } from "../trajectory/plan.ts";
import type { Master } from "./base.ts";
import { goalOf } from "./goals.ts";
import type { Identity } from "./identity.ts";
import type { Rules } from "./rules.ts";

export interface FirmPaths {
	readonly own: Path;
	/** For coal equivalent per output; undefined where the plan asks nothing of it. */
	readonly energy: Path | undefined;
}

/** The firm's paths; undefined where its base year leaves no year before the target. */
export function comparablePaths(identity: Identity, master: Master, rules: Rules, findings: Finding[]): FirmPaths | undefined {
	const { plan, years, co2, energy } = planFor(identity, rules, findings);
	const baseYear = master.baseYear ?? plan.baseYear;
	const span = plan.targetYear - baseYear;
	if (span <= 0) {
		findings.push(
			finding(remark("base-unusable", { base: baseYear, reason: plan.targetYear }), nowhere, identity.firm, String(baseYear)),
		);
		return undefined;
	}
	// A target of the firm's own spans its own years; otherwise the plan's yearly rate stays whatever the base year.
	const own =
		master.targetPercent === undefined ? { keep: kept(co2), years } : { keep: kept(known(master.targetPercent)), years: span };
	const terms = { baseYear, targetYear: plan.targetYear };
	const path = rules.pathOf({ ...terms, ...own });
	// What falls to nothing before the target year asks for nothing that could be told.
	if (!path.endsAboveZero) return undefined;
	return {
		own: path,
		energy: energy === null ? undefined : rules.pathOf({ ...terms, keep: kept(energy), years }),
	};
}

interface Asked {
	readonly plan: Pick<Plan, "baseYear" | "targetYear">;
	readonly years: number;
	readonly co2: Exact;
	readonly energy: Exact | null;
}

/** What is asked of a firm: its sector's or province's row of a target file, its province's target, else the plan for all. */
function planFor({ firm, pool, province }: Identity, rules: Rules, findings: Finding[]): Asked {
	const { plan } = rules;
	const ownEnergy = goalOf({ pool, province }, "energy", "change", rules)?.value;
	const national: Asked = {
		plan,
		years: plan.targetYear - plan.baseYear,
		co2: known(plan.reductionPercent),
		energy: ownEnergy ?? rules.energyReduction,
	};
	const row =
		rules.targets.find((one) => one.scope === "sector" && one.scopeId === pool) ??
		rules.targets.find((one) => one.scope === "province" && one.scopeId === province);
	if (row !== undefined) return { ...national, plan: row, years: row.targetYear - row.baseYear, co2: row.reductionPercent };
	if (rules.targets.length > 0 && !rules.targets.some(({ scope }) => scope === "all")) {
		findings.push(finding(remark("national-target-used", { province: "" }), nowhere, firm));
	}
	if (rules.provincial === undefined) return national;
	const own = province === null ? undefined : rules.provincial.get(province);
	if (own?.co2 == null) findings.push(finding(remark("national-target-used", { province: province ?? "" }), nowhere, firm));
	return { ...national, co2: own?.co2 ?? national.co2, energy: ownEnergy ?? own?.energy ?? national.energy };
}

/** The path of a sector: a target file's row for it, else the plan's, always from the plan's base year. */
export function sectorPathOf(sector: string, rules: Rules): Path {
	const { plan } = rules;
	const row = rules.targets.find((one) => one.scope === "sector" && one.scopeId === sector);
	const { baseYear, targetYear } = row ?? plan;
	return rules.pathOf({
		baseYear,
		targetYear,
		keep: kept(row?.reductionPercent ?? known(plan.reductionPercent)),
		years: targetYear - baseYear,
	});
}
