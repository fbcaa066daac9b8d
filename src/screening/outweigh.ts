/** Verdicts that open findings outweigh: nearer to their limit than the findings' tonnes, so that nobody can conclude. */
import type { Assessment } from "../assessment/assessment.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { ToDate } from "../assessment/to-date.ts";
import { withheld } from "../assessment/verdict.ts";
import { constant, negative, oneRatio, type Ratio, sign, times } from "../exact/ratio.ts";
import { type Doubt, type Screened, total } from "./screen.ts";
import { turnedTogether } from "./turn.ts";

/** The assessment with the verdicts withheld that the doubts could turn, up or down, in their own year or through another. */
export function withholdOutweighed(assessment: Assessment, { doubts, ownMade }: Screened): Assessment {
	if (doubts.size + ownMade.size === 0) return assessment;
	return {
		...assessment,
		firms: assessment.firms.map((firm) => {
			const own = doubts.get(firm.firm);
			const doubted = own === undefined ? new Set<number>() : doubtedYears(firm, own);
			for (const year of ownMade.get(firm.firm) ?? []) doubted.add(year);
			if (doubted.size === 0) return firm;
			return {
				...firm,
				years: firm.years.map((one) => {
					if (!doubted.has(one.year)) return one;
					if (one.toDate !== undefined && one.toDate.verdict.word !== "withheld")
						return { ...one, toDate: { ...one.toDate, verdict: withheld(["cannot-conclude"]) } };
					return one.verdict === null || one.verdict.word === "withheld"
						? one
						: { ...one, comparable: false, lastYear: undefined, verdict: withheld(["cannot-conclude"]) };
				}),
			};
		}),
	};
}

function doubtedYears(firm: AssessedFirm, own: ReadonlyMap<number, Doubt>): Set<number> {
	const years = new Set<number>();
	for (const one of firm.years) if (couldTurn(firm, one, own)) years.add(one.year);
	for (const [year, doubt] of own) {
		// An error whose weight nobody knows may be any: its own year cannot be concluded, nor can any from a base in doubt, nor one that is
		// held against it as the year before.
		if (!doubt.unweighed) continue;
		years.add(year);
		if (firm.years.some((one) => one.year === year + 1 && one.lastYear !== undefined)) years.add(year + 1);
		for (const one of firm.years) if (one.base?.year === year) years.add(one.year);
	}
	return years;
}

/** Whether the doubts of the year, of the one before and of the base, each added, taken away or left aside, make another verdict. */
function couldTurn(firm: AssessedFirm, one: FirmYear, own: ReadonlyMap<number, Doubt>): boolean {
	const { year, toDate } = one;
	return (
		combined(one, own).some((some) => turnedTogether(firm, some)?.includes(year) === true) ||
		(toDate !== undefined && turnsToDate(one, toDate, own))
	);
}

/** The same of some months of a year. */
function turnsToDate(one: FirmYear, { verdict, wordWith }: ToDate, own: ReadonlyMap<number, Doubt>): boolean {
	return verdict.word !== "withheld" && combined(one, own).some((some) => wordWith(some) !== verdict.word);
}

/** Months of a firm's year with the verdict withheld where open findings outweigh it, or leave it to nobody to say. */
export function monthsOutweighed(firm: string, one: FirmYear, toDate: ToDate, { doubts, ownMade }: Screened): ToDate {
	const own = doubts.get(firm);
	const open = [one.base?.year, one.year - 1, one.year].some((year) => year !== undefined && own?.get(year)?.unweighed === true);
	const turned = own !== undefined && (open || turnsToDate(one, toDate, own));
	if (toDate.verdict.word === "withheld" || !(turned || ownMade.get(firm)?.has(one.year) === true)) return toDate;
	return { ...toDate, verdict: withheld(["cannot-conclude"]) };
}

/** Whether open findings put tonnes in doubt that a firm's months are made of, whether or not they could turn a word. */
export function monthsInDoubt(firm: string, one: FirmYear, { doubts }: Screened): boolean {
	const own = doubts.get(firm);
	return [one.base?.year, one.year - 1, one.year].some((year) => {
		const doubt = year === undefined ? undefined : own?.get(year);
		return doubt !== undefined && (doubt.unweighed || sign(total(doubt)) !== 0);
	});
}

/** The doubts of the year, of the one before and of the base, in every combination but none. */
function combined({ year, base }: FirmYear, own: ReadonlyMap<number, Doubt>): ReadonlyMap<number, Ratio>[] {
	let together: ReadonlyMap<number, Ratio>[] = [new Map()];
	for (const concerned of new Set([base?.year, year - 1, year])) {
		const doubt = concerned === undefined ? undefined : own.get(concerned);
		if (concerned === undefined || doubt === undefined) continue;
		const tonnes = total(doubt);
		if (sign(tonnes) === 0) continue;
		const shifts = (doubt.rough ? estimates : [oneRatio]).flatMap((share) => [
			times(tonnes, share),
			negative(times(tonnes, share)),
		]);
		together = together.flatMap((some) => [some, ...shifts.map((shift) => new Map([...some, [concerned, shift]]))]);
	}
	return together.filter(({ size }) => size > 0);
}

/** So much more or less an estimate may be. */
const estimates = [constant("0.9"), oneRatio, constant("1.1")];
