/**
 * Sectors over submissions that were judged each by itself: what a submission is in pools, as plain data with exact amounts, and the
 * sectors that all of them make.
 */
import { type SectorPathFigures, sectorFigures } from "../assessment/figures.ts";
import type { AssessedFirm, PlanView } from "../assessment/firm.ts";
import { type AssessedSector, assessSectors, type Pooled, poolPriceYear } from "../assessment/pools.ts";
import type { Rules } from "../assessment/rules.ts";
import { owns, spansOf } from "../assessment/spans.ts";
import type { PooledFirm } from "../contract/batch.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { LeftOutReason } from "../domain/words.ts";
import { fractionOf, fractionText } from "../exact/fraction.ts";
import { emptyPart, type Part } from "../intake/part.ts";
import type { Choices } from "./choices.ts";
import { countedPlans, type Judged, rulesUnder } from "./judge.ts";

/** What the firms of a run are in pools; `shows` says which years of it are shown. */
export function pooledFirms({ assessment }: Judged, shows: (year: number) => boolean): PooledFirm[] {
	const spans = spansOf(assessment.plans);
	return assessment.firms.flatMap((firm) =>
		firm.pooledViews.map((view) => {
			const span = spans.find(({ rules }) => rules === view.rules);
			const isShown = (year: number): boolean =>
				shows(year) && firm.views.includes(view) && span !== undefined && owns(span, year);
			return pooledFirm(firm, view, isShown);
		}),
	);
}

function pooledFirm(
	{ firm, pool }: AssessedFirm,
	{ rules, baseDisputed, years }: PlanView,
	isShown: (year: number) => boolean,
): PooledFirm {
	return {
		firm,
		sector: pool,
		targets: rules.plan.id,
		baseDisputed,
		years: years.flatMap(({ year, poolable, emissions, outputs }) =>
			!poolable || outputs === null || emissions.total === null
				? []
				: [
						{
							year,
							emissions: fractionText(emissions.total),
							outputs: [...outputs.at].map(([priceYear, { value }]) => ({ priceYear, output: fractionText(value) })),
							shown: isShown(year),
						},
					],
		),
	};
}

/** A submission with what its firms are in pools; `leftOut` says why none of it is in any. */
export interface Member {
	readonly submission: string;
	readonly pooled: readonly PooledFirm[];
	readonly leftOut: LeftOutReason | null;
}

/** A firm beside the path of its sector. */
export interface Standing {
	readonly submission: string;
	readonly firm: string;
	readonly year: number;
	readonly sector: AssessedSector;
	readonly figures: SectorPathFigures;
}

export interface BatchSectors {
	readonly submissions: number;
	readonly leftOut: readonly { readonly submission: string; readonly firm: string | null; readonly why: LeftOutReason }[];
	readonly sectors: readonly AssessedSector[];
	/** In order of submission, firm and year. */
	readonly standings: readonly Standing[];
}

/**
 * The sectors of submissions that can be pooled. A firm that several of them have is in no pool: nobody knows which of its tables are the
 * ones. `part` has what options supply. Throws Trouble where options contradict each other.
 */
export function poolSubmissions(members: readonly Member[], choices: Choices, part: Part = emptyPart(false)): BatchSectors {
	const usable = members.filter(({ leftOut }) => leftOut === null);
	const holders = new Map<string, Set<string>>();
	for (const { submission, pooled } of usable)
		for (const { firm } of pooled) holders.set(firm, (holders.get(firm) ?? new Set()).add(submission));
	const isRepeated = (firm: string): boolean => (holders.get(firm)?.size ?? 0) > 1;
	const whole = members.flatMap(({ submission, leftOut: why }) => (why === null ? [] : [{ submission, firm: null, why }]));
	const repeated = [...holders].flatMap(([firm, submissions]) =>
		submissions.size < 2 ? [] : [...submissions].map((submission) => ({ submission, firm, why: "firm-repeated" as const })),
	);
	const all = usable.flatMap(({ submission, pooled }) =>
		pooled.flatMap((firm) => (isRepeated(firm.firm) ? [] : [{ submission, firm, pooled: asPooled(firm) }])),
	);
	const years = [...new Set(all.flatMap(({ firm }) => firm.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const plans = years.length === 0 ? [] : rulesUnder(part, choices, countedPlans(part, choices, years));
	const made = plans.map((given) => {
		// What a file allows a sector in tonnes is judged by a report of all its firms.
		const rules: Rules = { ...given, goals: [], pooledUnknown: false };
		const viewed = all.filter(({ firm }) => firm.targets === rules.plan.id);
		const pooled = viewed.map((one) => one.pooled);
		const priceYear = poolPriceYear(pooled, rules);
		return { viewed, sectors: assessSectors(pooled, [], rules, priceYear) };
	});
	return {
		submissions: usable.length,
		leftOut: [...whole, ...repeated].sort(
			(a, b) => byCodeUnit(a.submission, b.submission) || byCodeUnit(a.firm ?? "", b.firm ?? ""),
		),
		sectors: made.flatMap(({ sectors }) => sectors),
		standings: made.flatMap(({ viewed, sectors }) => viewed.flatMap((one) => standingsOf(one, sectors))).sort(byStanding),
	};
}

function byStanding(a: Standing, b: Standing): number {
	return byCodeUnit(a.submission, b.submission) || byCodeUnit(a.firm, b.firm) || a.year - b.year;
}

type Seen = { readonly submission: string; readonly firm: PooledFirm; readonly pooled: Pooled };

function standingsOf({ submission, firm, pooled }: Seen, sectors: readonly AssessedSector[]): Standing[] {
	const sector = sectors.find((one) => one.sector === firm.sector);
	if (sector === undefined) return [];
	return firm.years.flatMap(({ year, shown }) => {
		const one = pooled.view.years.find((each) => each.year === year);
		const figures = shown && one !== undefined ? sectorFigures(one, sector) : null;
		return figures === null ? [] : [{ submission, firm: firm.firm, year, sector, figures }];
	});
}

/** As the pools take it. What is poolable is a whole year without errors. */
function asPooled({ sector, baseDisputed, years }: PooledFirm): Pooled {
	return {
		firm: { pool: sector, lost: new Set() },
		view: {
			baseDisputed,
			years: years.map(({ year, emissions, outputs }) => ({
				year,
				poolable: true,
				coverage: "whole-year",
				faults: [],
				emissions: { total: fractionOf(emissions) },
				outputs: { at: new Map(outputs.map(({ priceYear, output }) => [priceYear, { value: fractionOf(output) }])) },
			})),
		},
	};
}
