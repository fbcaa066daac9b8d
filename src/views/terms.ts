/** What is asked of a firm, where it is not what the plan asks of all: another target, other years. */
import type { AssessedFirm, FirmYear, PlanView } from "../assessment/firm.ts";
import { type Figure, surdFigure } from "../exact/figure.ts";
import { hundred, negative } from "../exact/ratio.ts";
import type { OtherTerms, TargetTerms } from "../language/report-texts.ts";
import type { Path } from "../trajectory/path.ts";
import { perCentPlaces } from "./figures.ts";
import { clip } from "./width.ts";

/** Other terms that are shown, and firms named for each: the first line has to stay one. */
const mostTerms = 3;
const mostFirms = 3;
const longestName = 20;

/** How much a path asks for until its target year, in per cent of its base. */
function reductionOf(path: Path): Figure {
	return surdFigure(hundred, negative(hundred), path.share(path.targetYear));
}

/** The terms of a path, its reduction to as many places as per cents have. */
export function termsOf(path: Path): TargetTerms {
	return { reduction: reductionOf(path)(perCentPlaces), baseYear: path.baseYear, targetYear: path.targetYear };
}

/** The firm's own terms under a plan; null where they are the plan's, and where it has no path. */
export function ownTermsIn({ paths, rules: { plan, pathOf } }: Pick<PlanView, "paths" | "rules">): TargetTerms | null {
	if (paths === undefined) return null;
	const { baseYear, targetYear, keep } = plan;
	const exactly = (path: Path): string => `${path.baseYear}-${path.targetYear}: ${reductionOf(path)(12)}`;
	const national = pathOf({ baseYear, targetYear, keep, years: targetYear - baseYear });
	return exactly(paths.own) === exactly(national) ? null : termsOf(paths.own);
}

/** The firm's own terms under all plans. */
export function ownTerms({ views }: AssessedFirm): TargetTerms[] {
	return views.flatMap((view) => ownTermsIn(view) ?? []);
}

/** What is asked of a firm under each plan, where one of them has other terms for it; none where all are the plans'. */
export function termsOfAll(firm: AssessedFirm): TargetTerms[] {
	return ownTerms(firm).length === 0 ? [] : firm.views.flatMap(({ paths }) => (paths === undefined ? [] : [termsOf(paths.own)]));
}

/** Whether the plan that a year is seen by has other terms for the firm. */
export function isByOwnTerms({ views }: AssessedFirm, { plan }: FirmYear): boolean {
	return views.some((view) => view.rules.plan === plan && ownTermsIn(view) !== null);
}

/** Firms by the terms they have in place of a plan's, in the order given: the first by name, the rest by number. */
export function otherTerms(firms: readonly AssessedFirm[]): { readonly others: readonly OtherTerms[]; readonly further: number } {
	const byTerms = new Map<string, { readonly terms: TargetTerms; readonly firms: string[] }>();
	for (const firm of firms)
		for (const terms of ownTerms(firm)) {
			const name = `${terms.reduction}|${terms.baseYear}|${terms.targetYear}`;
			const there = byTerms.get(name);
			if (there === undefined) byTerms.set(name, { terms, firms: [firm.firm] });
			else there.firms.push(firm.firm);
		}
	const all = [...byTerms.values()];
	return {
		others: all.slice(0, mostTerms).map(({ terms, firms: named }) => ({
			terms,
			firms: named.slice(0, mostFirms).map((name) => clip(name, longestName)),
			more: Math.max(0, named.length - mostFirms),
		})),
		further: all.slice(mostTerms).reduce((sum, { firms: named }) => sum + named.length, 0),
	};
}
