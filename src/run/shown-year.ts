/** The year that stands for all where one is shown. */
import type { Judged } from "./judge.ts";

/** The latest whole year that is judged, else the latest that is, else the latest whole one, else the latest. */
export function latestWholeYear({ assessment }: Pick<Judged, "assessment">): number | undefined {
	const years = assessment.firms.flatMap((firm) => firm.years);
	const whole = years.filter(({ coverage }) => coverage === "whole-year");
	const judged = years.filter(({ verdict }) => verdict !== null);
	// A year that is withheld says more than one that nobody judges.
	const list = [whole.filter(({ verdict }) => verdict !== null), judged, whole, years].find((some) => some.length > 0) ?? [];
	return list.length === 0 ? undefined : list.map(({ year }) => year).reduce((latest, year) => Math.max(latest, year));
}

/** The latest year that is judged and not only begun, so that months which a carrier lacks show as what withholds it; else as above. */
export function latestJudgedYear(judged: Pick<Judged, "assessment">): number | undefined {
	const years = judged.assessment.firms.flatMap((firm) =>
		firm.years.flatMap(({ year, verdict, coverage }) => (verdict === null || coverage === "partial" ? [] : [year])),
	);
	return years.length === 0 ? latestWholeYear(judged) : years.reduce((latest, year) => Math.max(latest, year));
}
