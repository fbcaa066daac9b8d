/**
 * Verdicts that open findings outweigh: nearer to their limit than the findings' tonnes, so that nobody can conclude; and verdicts on
 * figures that findings show to be wrong by more than is material, whichever way they would go.
 */
import type { Assessment } from "../assessment/assessment.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { ToDate } from "../assessment/to-date.ts";
import { withheld } from "../assessment/verdict.ts";
import { compare, constant, negative, oneRatio, type Ratio, sign, times } from "../exact/ratio.ts";
import { type Doubt, total } from "./doubts.ts";
import type { Screened } from "./screen.ts";
import { settleOf } from "./settle.ts";
import { turnedTogether, wordWith } from "./turn.ts";
import { size } from "./weigh.ts";

/** The assessment with the verdicts withheld that the doubts could turn, up or down, in their own year or through another. */
export function withholdOutweighed(assessment: Assessment, { doubts, ownMade }: Screened, margins: Margins): Assessment {
	if (doubts.size + ownMade.size === 0) return assessment;
	return {
		...assessment,
		firms: assessment.firms.map((firm) => {
			const own = doubts.get(firm.firm);
			const doubted = own === undefined ? new Set<number>() : doubtedYears(firm, own, margins);
			for (const year of ownMade.get(firm.firm) ?? []) doubted.add(year);
			if (doubted.size === 0) return firm;
			return {
				...firm,
				years: firm.years.map((one) => {
					if (!doubted.has(one.year)) return one;
					const { toDate, verdict } = one;
					if (toDate !== undefined && toDate.verdict.word !== "withheld") {
						const settle = settleOf(one, own, toDate.verdict.word, toDate.wordWith);
						return { ...one, toDate: { ...toDate, verdict: withheld(["cannot-conclude"]) }, settle };
					}
					if (verdict === null || verdict.word === "withheld") return one;
					const settle = settleOf(one, own, verdict.word, (tonnes) => wordWith(firm, one.year, tonnes));
					return { ...one, comparable: false, lastYear: undefined, verdict: withheld(["cannot-conclude"]), settle };
				}),
			};
		}),
	};
}

/** Shares of a year's emissions above which tonnes in doubt are too many for any verdict of the year. */
export interface Margins {
	/** Of findings that say which number is wrong and by what. */
	readonly named: Ratio;
	/** Of all; undefined where only those matter that could turn the verdict. */
	readonly all: Ratio | undefined;
}

function doubtedYears(firm: AssessedFirm, own: ReadonlyMap<number, Doubt>, margins: Margins): Set<number> {
	const years = new Set<number>();
	const material = new Set([...own].flatMap(([year, doubt]) => (isMaterial(yearOf(firm, year), doubt, margins) ? [year] : [])));
	for (const { year, base } of firm.years)
		if (material.has(year) || (base !== undefined && material.has(base.year))) years.add(year);
	for (const one of firm.years) if (couldTurn(firm, one, own)) years.add(one.year);
	for (const [year, doubt] of own) {
		// The data of the year are wrong: it cannot be concluded, nor can any from it as a base, nor one that is held against it as the year
		// before.
		if (!doubt.wrong) continue;
		years.add(year);
		if (firm.years.some((one) => one.year === year + 1 && one.lastYear !== undefined)) years.add(year + 1);
		for (const one of firm.years) if (one.base?.year === year) years.add(one.year);
	}
	return years;
}

function yearOf({ years }: AssessedFirm, year: number): FirmYear | undefined {
	return years.find((one) => one.year === year);
}

/** Whether the tonnes in doubt of a year are more than the margins let pass. */
function isMaterial(one: FirmYear | undefined, { byPlace, named }: Doubt, margins: Margins): boolean {
	const emitted = one?.emissions.total;
	if (emitted === undefined || emitted === null) return false;
	const exceeds = (tonnes: ReadonlyMap<string, Ratio>, share: Ratio): boolean =>
		compare(total({ byPlace: tonnes }), times(size(emitted), share)) > 0;
	return exceeds(named, margins.named) || (margins.all !== undefined && exceeds(byPlace, margins.all));
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
export function monthsOutweighed(
	firm: string,
	one: FirmYear,
	toDate: ToDate,
	{ doubts, ownMade }: Screened,
	margins: Margins,
): ToDate {
	const own = doubts.get(firm);
	const open = [one.base?.year, one.year - 1, one.year].some((year) => year !== undefined && own?.get(year)?.wrong === true);
	const now = own?.get(one.year);
	const turned =
		own !== undefined && (open || turnsToDate(one, toDate, own) || (now !== undefined && isMaterial(one, now, margins)));
	if (toDate.verdict.word === "withheld" || !(turned || ownMade.get(firm)?.has(one.year) === true)) return toDate;
	return { ...toDate, verdict: withheld(["cannot-conclude"]) };
}

/** Whether open findings put tonnes in doubt that a firm's months are made of, whether or not they could turn a word. */
export function monthsInDoubt(firm: string, one: FirmYear, { doubts }: Screened): boolean {
	const own = doubts.get(firm);
	return [one.base?.year, one.year - 1, one.year].some((year) => {
		const doubt = year === undefined ? undefined : own?.get(year);
		return doubt !== undefined && (doubt.wrong || sign(total(doubt)) !== 0);
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
	return together.filter((some) => some.size > 0);
}

/** So much more or less an estimate may be. */
const estimates = [constant("0.9"), oneRatio, constant("1.1")];
