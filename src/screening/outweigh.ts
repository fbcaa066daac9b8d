/** Verdicts that open findings outweigh: nearer to their limit than the findings' tonnes, so that nobody can conclude. */
import type { Assessment } from "../assessment/assessment.ts";
import type { AssessedFirm } from "../assessment/firm.ts";
import { withheld } from "../assessment/verdict.ts";
import { negative } from "../exact/ratio.ts";
import { type Doubt, type Screened, total } from "./screen.ts";
import { turned } from "./turn.ts";

/** The assessment with the verdicts withheld that the doubts could turn, up or down, in their own year or through another. */
export function withholdOutweighed(assessment: Assessment, { doubts, ownMade }: Screened): Assessment {
	if (doubts.size + ownMade.size === 0) return assessment;
	const { rules } = assessment;
	return {
		...assessment,
		firms: assessment.firms.map((firm) => {
			const own = doubts.get(firm.firm);
			const doubted = own === undefined ? new Set<number>() : doubtedYears(firm, own, rules);
			for (const year of ownMade.get(firm.firm) ?? []) doubted.add(year);
			if (doubted.size === 0) return firm;
			return {
				...firm,
				years: firm.years.map((one) =>
					one.verdict === null || one.verdict.word === "withheld" || !doubted.has(one.year)
						? one
						: { ...one, comparable: false, lastYear: undefined, verdict: withheld(["cannot-conclude"]) },
				),
			};
		}),
	};
}

function doubtedYears(firm: AssessedFirm, own: ReadonlyMap<number, Doubt>, rules: Assessment["rules"]): Set<number> {
	const years = new Set<number>();
	for (const [year, doubt] of own) {
		const tonnes = total(doubt);
		for (const turns of [turned(firm, year, tonnes, rules), turned(firm, year, negative(tonnes), rules)])
			for (const one of turns ?? []) years.add(one);
		// An error whose weight nobody knows may be any: its own year cannot be concluded, nor can any from a base in doubt.
		if (!doubt.unweighed) continue;
		years.add(year);
		if (firm.base?.year === year) for (const one of firm.years) years.add(one.year);
	}
	return years;
}
