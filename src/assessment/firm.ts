/** A firm's years beside its own paths: each as the plan sees that it belongs to, and the base as each plan sees it. */
import { wholeYear } from "../domain/period.ts";
import type { Part, Use } from "../domain/words.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { firmYears, type YearFacts } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { findBase, type Master, masterOf } from "./base.ts";
import { type CarrierChange, carrierChanges } from "./changes.ts";
import { tellHeatBasis } from "./heat-basis.ts";
import { type Identity, identify } from "./identity.ts";
import { mixedSeries } from "./output.ts";
import { type OwnDoubt, reportOwnMade } from "./own-made.ts";
import { comparablePaths, type FirmPaths } from "./paths.ts";
import { partDiffers } from "./presence.ts";
import { type PriceDoubt, priceDoubts } from "./price-doubts.ts";
import type { Rules } from "./rules.ts";
import { masterIn, owns, type Span, sees } from "./spans.ts";
import { type FirmYear, standingOf } from "./standing.ts";
import { toDateOf } from "./to-date.ts";
import { basisOf, type YearBasis } from "./year-basis.ts";

export type { FirmYear, Settle } from "./standing.ts";

/** A firm as one plan sees it. */
export interface PlanView {
	readonly rules: Rules;
	readonly paths: FirmPaths | undefined;
	/** The year its path begins in. */
	readonly baseYear: number;
	/** Its base is the one that the firms table states, whatever its rows say. */
	readonly baseStated: boolean;
	/** Its rows do not bear out the base the firms table states: left out of pooled bases. */
	readonly baseDisputed: boolean;
	/** In order; the base year among them, though an earlier plan may judge it. */
	readonly years: readonly FirmYear[];
}

export interface AssessedFirm extends Identity {
	/** In order, each as the plan sees it that judges it. */
	readonly years: readonly FirmYear[];
	/** In order of plan: every plan that a year of the firm is shown by. */
	readonly views: readonly PlanView[];
	/** Those, and plans that have nothing of it but a base: it counts in their pools. */
	readonly pooledViews: readonly PlanView[];
	/** Years of which a row was lost that may be the firm's; null among them: any year. */
	readonly lost: ReadonlySet<number | null>;
	/** Carriers that came or went, as they were reported. */
	readonly changes: readonly CarrierChange[];
	/** Amounts that it may have made itself, as they were reported. */
	readonly ownDoubts: readonly OwnDoubt[];
	/** Years whose constant prices contradict their current ones, as they were reported. */
	readonly priceDoubts: readonly PriceDoubt[];
	/** Carriers whose amounts of a year look to date. */
	readonly toDate: readonly { readonly year: number; readonly carrier: string; readonly use: Use }[];
}

/** `spans`: the plans of the run with the years of each, in order. */
export function assessFirm(record: FirmRecord, spans: readonly Span[], findings: Finding[]): AssessedFirm {
	const [first] = spans as [Span, ...Span[]];
	const identity = identify(record, first.rules.reference.sectors, findings);
	const facts = firmYears(record, first.rules.facts);
	for (const { rules, ...span } of spans)
		mixedSeries(record, { ...rules.prices, sectors: [], firm: record.firm }, (year) => owns(span, year), findings);
	for (const found of facts.findings) findings.push(found);
	const ownDoubts = facts.years.flatMap((one) => reportOwnMade(one, identity, spanOf(spans, one.year).rules, findings));
	const master = masterOf(record, findings);
	const held = { record, identity, facts: facts.years, master, spans };
	const made = spans.flatMap((span) => viewOf(span, held, findings) ?? []);
	const pooledViews = made.map(({ view }) => view);
	const views = made.flatMap(({ span, view }) =>
		spans.length === 1 || view.years.some(({ year }) => owns(span, year)) ? [view] : [],
	);
	return {
		...identity,
		years: made.flatMap(({ span, view }) => view.years.filter(({ year }) => owns(span, year))),
		...{ views, pooledViews },
		lost: new Set([...record.marks.values()].flatMap(({ year, lost }) => (lost ? [year] : []))),
		changes: made.flatMap(({ changes }) => changes),
		ownDoubts,
		priceDoubts: priceDoubts(views, findings),
		toDate: facts.years.flatMap(({ year, toDate }) => toDate.map((one) => ({ ...one, year }))),
	};
}

/** The span that a year belongs to. */
function spanOf(spans: readonly Span[], year: number): Span {
	return spans.find((span) => owns(span, year)) ?? (spans[0] as Span);
}

interface Held {
	readonly record: FirmRecord;
	readonly identity: Identity;
	readonly facts: readonly YearFacts[];
	readonly master: Master;
	readonly spans: readonly Span[];
}

interface MadeView {
	readonly span: Span;
	readonly view: PlanView;
	readonly changes: readonly CarrierChange[];
}

/** The firm under one plan; undefined where the plan sees no year of it, and another does. Who has a base alone is in the pool of bases. */
function viewOf(span: Span, { record, identity, facts, master, spans }: Held, all: Finding[]): MadeView | undefined {
	const { rules } = span;
	const seen = facts.filter(({ year }) => sees(span, year));
	const isNextBase = (year: number): boolean =>
		spans.some(({ rules: { plan } }) => plan !== rules.plan && plan.baseYear === year);
	if (spans.length > 1 && seen.length === 0) return undefined;
	// Of a base that no year of the firm is measured from nothing is to be told.
	const findings = seen.some(({ year }) => owns(span, year)) || spans.length === 1 ? all : [];
	// What is told of a year that an earlier plan judges was told there; but at which prices it is a base is told here.
	const years = seen.map((one) => {
		const told: Finding[] = [];
		const basis = basisOf(one, identity, rules, told);
		const own = owns(span, one.year);
		// The prices that are left aside here are those that the next plan begins with.
		for (const found of told)
			if (own ? found.code !== "constant-wins" || !isNextBase(one.year) : ofPrices.has(found.code)) findings.push(found);
		return basis;
	});
	const own = masterIn(
		span,
		master,
		identity.firm,
		facts.map(({ year }) => year),
		spans,
		findings,
	);
	const paths = comparablePaths(identity, own, rules, findings);
	const baseYear = paths?.own.baseYear ?? rules.plan.baseYear;
	const found = findBase(identity.firm, years, baseYear, own, rules, isNextBase, findings);
	const standing = { firm: identity.firm, identity, years, found, paths, conflict: own.conflict, rules };
	const stood = years.map((one) => standingOf(one, standing, owns(span, one.year) ? findings : []));
	const terms = { identity, rules, facts, years: stood };
	const judged = stood.map((one) => {
		const toDate = one.coverage === "whole-year" || !owns(span, one.year) ? undefined : toDateOf(one, wholeYear, terms);
		return toDate === undefined ? one : { ...one, toDate };
	});
	const base = found.basis;
	const changes = carrierChanges(record, years, base, rules);
	for (const change of changes) findings.push(change.finding);
	if (base !== undefined) {
		tellParts(years, base, changes, identity.firm, findings);
		tellHeatBasis(years, base, identity.firm, findings);
	}
	const view = {
		...{ rules, paths, baseYear, baseDisputed: found.disputed },
		baseStated: own.baseIntensity !== undefined,
		years: judged,
	};
	return { span, view, changes };
}

/** What is said of prices may be another thing for each plan. */
const ofPrices: ReadonlySet<Finding["code"]> = new Set(["current-equals-constant", "deflator-year-missing"]);

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
