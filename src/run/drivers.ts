/** Why emissions moved between two years, or between the same months of two years: the firms of a run, and all of them together. */
import type { Assessment } from "../assessment/assessment.ts";
import { months, type Period, wholeYear, write } from "../domain/period.ts";
import { type FirmDrivers, firmDrivers } from "../drivers/firm.ts";
import { type PoolDrivers, poolDrivers } from "../drivers/pool.ts";
import type { Code } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { add, openTally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Judged } from "./judge.ts";
import { planOfYear } from "./plans.ts";
import { reassess } from "./reassess.ts";
import { badOption } from "./values.ts";

export interface AskedDrivers {
	/** In order: the first, the last, and those between where effects are chained. Their months are the same. */
	readonly periods: readonly [Period, Period, ...Period[]];
	readonly chained: boolean;
}

export interface Drivers {
	readonly asked: AskedDrivers;
	readonly firms: readonly FirmDrivers[];
	/** Every sector in order of id, and `all` last. */
	readonly sectors: readonly PoolDrivers[];
}

/** What is to be compared. Throws Trouble where an end is not given, or where the two are not the same months of two years. */
export function askedDrivers(from: Period | undefined, to: Period | undefined, chained: boolean): AskedDrivers {
	const missing = [...(from === undefined ? ["--from"] : []), ...(to === undefined ? ["--to"] : [])];
	if (from === undefined || to === undefined) throw new Trouble("options-wanted", { options: missing });
	const same = { ...from, year: to.year };
	if (months(from) !== months(to)) throw badOption("--to", write(to), "same-months", write(same));
	if (to.year <= from.year) throw badOption("--to", write(to), "later-year", String(from.year));
	const years = chained ? Array.from({ length: to.year - from.year - 1 }, (_, at) => from.year + 1 + at) : [];
	const between = years.map((year) => ({ ...from, year }));
	return { periods: [from, ...between, to] as unknown as AskedDrivers["periods"], chained };
}

/** The plan that the later year belongs to: its grid factor and its prices hold at both ends, so that one basis does. */
export function planOfLater({ periods }: AskedDrivers): string {
	const { year } = periods[periods.length - 1] as Period;
	return planOfYear(year).id;
}

/** What is told of the prices that a year and its base have. */
const ofPrices: readonly Code[] = ["no-common-prices", "other-price-year", "years-outside-plans", "base-year-needed"];

/** What is found of bases and of verdicts, which nobody asked for here; and, where months are compared, of years that have no others. */
const ofJudging: readonly Code[] = [
	"no-base",
	"base-unusable",
	"not-pooled",
	"prices-not-constant",
	"boundary-changed",
	...ofPrices,
];

/** The same run without what its findings say of judging. */
export function unjudged(judged: Judged, { periods: [{ from, to }] }: AskedDrivers): Judged {
	const tally = openTally(judged.tally.terms, judged.tally);
	const left: readonly Code[] = months({ from, to }) === wholeYear ? ofJudging : [...ofJudging, "partial-year"];
	for (const code of left) for (const counts of [tally.counts, tally.known, tally.minor, tally.first]) counts.delete(code);
	return { ...judged, tally };
}

/** Takes the change of every firm apart, as it was read. */
export function driversOf(judged: Judged, asked: AskedDrivers): Drivers {
	const [{ from, to }] = asked.periods;
	const mask = months({ from, to });
	const assessment = mask === wholeYear ? judged.assessment : withinMonths(judged, mask);
	const years = asked.periods.map(({ year }) => year);
	const firms = assessment.firms.map((firm) => firmDrivers(firm, years, assessment.rules));
	return { asked, firms, sectors: poolDrivers(firms, years, assessment) };
}

/** The same tables, of which only some months of each year are looked at. What is found in them was told of the whole, but for what they lack. */
function withinMonths(judged: Judged, within: number): Assessment {
	const { part, tally } = judged;
	const own = openTally(tally.terms);
	const assessment = reassess(judged, part.ledger, { within }, own);
	const told = new Set((tally.first.get(lacking) ?? []).map(fingerprint));
	for (const found of own.first.get(lacking) ?? []) if (!told.has(fingerprint(found))) add(tally, found);
	return assessment;
}

const lacking = "months-missing";
