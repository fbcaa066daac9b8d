/** A firm's years beside its own path: which may be compared with its base, and the verdict of each. */
import type { Part, Reason, Use } from "../domain/words.ts";
import { reasons as reasonOrder } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { firmYears } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { type Base, type FoundBase, findBase, masterOf } from "./base.ts";
import { type CarrierChange, carrierChanges } from "./changes.ts";
import { type Identity, identify } from "./identity.ts";
import { mixedSeries } from "./output.ts";
import { type OwnDoubt, reportOwnMade } from "./own-made.ts";
import { comparablePaths, type FirmPaths } from "./paths.ts";
import { boundaryChange, partDiffers } from "./presence.ts";
import type { Rules } from "./rules.ts";
import { judge, type Verdict, withheld } from "./verdict.ts";
import { basisOf, type YearBasis } from "./year-basis.ts";

export interface FirmYear extends YearBasis {
	/** Usable in a pool of firms, if it is at the pool's prices: whole and without errors. */
	readonly poolable: boolean;
	/** The verdict; null in the base year and outside the plan's years. */
	readonly verdict: Verdict | null;
	/** Whether the year may be compared at all: then change, paths and progress are told. */
	readonly comparable: boolean;
	/** Last year's intensity, where the two may be compared. */
	readonly lastYear: Ratio | undefined;
}

export interface AssessedFirm extends Identity {
	readonly years: readonly FirmYear[];
	readonly base: Base | undefined;
	/** Under the firm's own target and base year; undefined where there is no base year before the target year. */
	readonly paths: FirmPaths | undefined;
	/** Its rows do not bear out the base the firms table states: left out of pooled bases. */
	readonly baseDisputed: boolean;
	/** Years of which a row was lost that may be the firm's; null among them: any year. */
	readonly lost: ReadonlySet<number | null>;
	/** Carriers that came or went, as they were reported. */
	readonly changes: readonly CarrierChange[];
	/** Amounts that it may have made itself, as they were reported. */
	readonly ownDoubts: readonly OwnDoubt[];
	/** Carriers whose amounts of a year look to date. */
	readonly toDate: readonly { readonly year: number; readonly carrier: string; readonly use: Use }[];
	/** Its base is the one that the firms table states, whatever its rows say. */
	readonly baseStated: boolean;
}

export function assessFirm(record: FirmRecord, rules: Rules, findings: Finding[]): AssessedFirm {
	const identity = identify(record, rules.reference.sectors, findings);
	const facts = firmYears(record, rules.facts);
	mixedSeries(record, { ...rules.prices, sectors: [], firm: record.firm }, findings);
	for (const found of facts.findings) findings.push(found);
	const ownDoubts = facts.years.flatMap((one) => reportOwnMade(one, identity, rules, findings));
	const years = facts.years.map((one) => basisOf(one, identity, rules, findings));
	const master = masterOf(record, findings);
	const paths = comparablePaths(identity, master, rules, findings);
	const allYearsFaulty = master.conflict;
	const found = findBase(identity.firm, years, paths?.own.baseYear ?? rules.plan.baseYear, master, rules, findings);
	const judged = years.map((one) => judgeYear(one, years, found, paths, allYearsFaulty, identity.firm, rules, findings));
	const changes = carrierChanges(record, years, found.basis, rules);
	for (const change of changes) findings.push(change.finding);
	if (found.basis !== undefined) tellParts(years, found.basis, changes, identity.firm, findings);
	return {
		...identity,
		years: judged,
		base: found.base,
		paths,
		baseDisputed: found.disputed,
		lost: new Set([...record.marks.values()].flatMap(({ year, lost }) => (lost ? [year] : []))),
		changes,
		ownDoubts,
		toDate: facts.years.flatMap(({ year, toDate }) => toDate.map((one) => ({ ...one, year }))),
		baseStated: master.baseIntensity !== undefined,
	};
}

function judgeYear(
	one: YearBasis,
	years: readonly YearBasis[],
	found: FoundBase,
	paths: FirmPaths | undefined,
	conflict: boolean,
	firm: string,
	rules: Rules,
	findings: Finding[],
): FirmYear {
	const { year } = one;
	const { base } = found;
	const path = paths?.own;
	const reasons = new Set<Reason>(one.faults);
	if (conflict) reasons.add("errors");
	if (found.reason !== undefined || path === undefined) reasons.add(found.reason ?? "no-base");
	if (rules.prices.money && one.output !== null) {
		const wanted = base?.priceYear ?? rules.plan.priceYear;
		if (one.output.priceYear !== wanted) {
			reasons.add("prices");
			if (year !== base?.year)
				findings.push(
					finding(
						remark("prices-not-constant", { prices: one.output.prices ?? "unstated", wanted: `constant-${wanted}` }),
						nowhere,
						firm,
						String(year),
					),
				);
		}
	}
	const boundary = found.basis === undefined ? undefined : boundaryChange(one, found.basis, rules);
	if (boundary !== undefined) {
		reasons.add("boundary");
		findings.push(
			finding(remark("boundary-changed", { base: (found.basis as YearBasis).year, ...boundary }), nowhere, firm, String(year)),
		);
	}
	const ordered = reasonOrder.filter((reason) => reasons.has(reason));
	const comparable = ordered.length === 0 && one.intensity !== null;
	const poolable = one.faults.length === 0 && !conflict && one.intensity !== null;
	const lastYear = comparable ? lastYearOf(one, years, base, rules) : undefined;
	const silent =
		path === undefined
			? year <= rules.plan.baseYear || year > rules.plan.targetYear
			: year <= path.baseYear || year <= rules.plan.baseYear || year > path.targetYear;
	const verdict = silent
		? null
		: !comparable || path === undefined || base === undefined
			? withheld(ordered)
			: judge(path, one.intensity as Ratio, base.intensity, lastYear, year, rules.limits);
	return { ...one, poolable, verdict, comparable, lastYear };
}

/**
 * Parts other than the process that come or go against the base, once a change; where a carrier explains the part, the carrier was
 * reported.
 */
function tellParts(
	years: readonly YearBasis[],
	base: YearBasis,
	changes: readonly CarrierChange[],
	firm: string,
	findings: Finding[],
): void {
	for (const part of ["fuel", "electricity", "heat"] as const satisfies readonly Part[]) {
		let before = false;
		for (const one of years) {
			if (one.year === base.year || one.unread || one.emissions.present.size === 0) continue;
			const present = one.emissions.present.has(part);
			const changed = partDiffers(part, one, base);
			const reported = changes.some(
				(change) => change.part === part && change.year === one.year && change.finding.minor !== true,
			);
			if (changed && !before && !reported)
				findings.push(finding(remark("part-changed", { part, base: base.year, present }), nowhere, firm, String(one.year)));
			before = changed;
		}
	}
}

/** The intensity of the year before, where it is usable, at the same prices and of the same boundary; else the stated base. */
function lastYearOf(one: YearBasis, years: readonly YearBasis[], base: Base | undefined, rules: Rules): Ratio | undefined {
	const before = years.find(({ year }) => year === one.year - 1);
	const { money } = rules.prices;
	if (
		before !== undefined &&
		before.faults.length === 0 &&
		before.intensity !== null &&
		(!money || before.output?.priceYear != null)
	) {
		const samePrices = !money || before.output?.priceYear === one.output?.priceYear;
		return samePrices && boundaryChange(one, before, rules) === undefined ? before.intensity : undefined;
	}
	return base !== undefined && base.year === one.year - 1 ? base.intensity : undefined;
}
