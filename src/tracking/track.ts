/**
 * The monthly view of a firm: a year up to a month beside the same months of the years before, the last twelve months, the month itself, what
 * is left of the year's path, and where the year ends if it goes on so. Totals over totals; nothing is estimated but what says so.
 */
import type { AssessedFirm, PlanView } from "../assessment/firm.ts";
import type { FirmYear } from "../assessment/standing.ts";
import { fullMonths, type Months, monthsOf, type ToDate, type ToDateTerms, toDateOf, upTo } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { lastMonth, wholeYear } from "../domain/period.ts";
import type { NoTrack } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";
import { firmYears } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { againstMonth, type MonthChange } from "./month.ts";
import { type Pace, paceOf } from "./pace.ts";
import { type Rolling, rollingOf } from "./rolling.ts";
import { type Room, roomLeft } from "./room.ts";
import { type Task, taskOf } from "./task.ts";

/** A month of a year. */
export interface Month {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
}

export interface Tracked {
	readonly firm: AssessedFirm;
	readonly month: Month;
	readonly year: FirmYear;
	readonly view: PlanView;
	readonly toDate: ToDate;
	/** The base year as a whole, where its months cannot be had: the months are then beside its year, and that is said. */
	readonly baseIsYear: boolean;
	/** What a verdict of the months waits for that open findings outweigh. */
	readonly settle?: FirmYear["settle"];
	/** Open findings put amounts in doubt, so that nothing is said of what is left. */
	readonly open: boolean;
	/** Months up to this one that no table has, as bits. */
	readonly missing: number;
	readonly rolling: Rolling | undefined;
	readonly change: MonthChange | undefined;
	/** Of the year's task; undefined where the months cannot be compared with last year's, or the year is on no path. */
	readonly task: Task | undefined;
	readonly room: Room | undefined;
	readonly pace: Pace | undefined;
	/** Intensity of each month of the year up to this one, as far as it can be had; made when it is asked for. */
	readonly months: () => readonly MonthIntensity[];
}

export interface MonthIntensity {
	/** 1 to 12. */
	readonly month: number;
	readonly intensity: Ratio | null;
}

/** What is asked for: a month, else the latest that all tables of the firm have; the output expected for the rest of the year. */
export interface TrackTerms {
	readonly month: Month | undefined;
	/** In the unit of the output; undefined: the same months of last year. */
	readonly expected: Ratio | undefined;
}

/** Follows one firm; says why where that cannot be. */
export function track(firm: AssessedFirm, record: FirmRecord, { month: asked, expected }: TrackTerms): Tracked | NoTrack {
	const [first] = firm.views;
	if (first === undefined) return "no-months";
	const { years: facts } = firmYears(record, first.rules.facts);
	const within = facts.filter(({ year }) => asked === undefined || year === asked.year);
	const year = within.findLast((one) => fullMonths(one) !== 0)?.year;
	const one = firm.years.find((each) => each.year === year);
	const view = firm.views.find(({ rules }) => rules.plan === one?.plan);
	if (one === undefined || view === undefined) return asked === undefined ? "no-months" : "no-such-month";
	const terms: ToDateTerms = { identity: firm, rules: view.rules, facts, years: view.years };
	const toDate = toDateOf(one, asked === undefined ? wholeYear : upTo(asked.month), terms);
	if (toDate === undefined) return asked === undefined ? "no-months" : "no-such-month";
	const month = { year: one.year, month: lastMonth(toDate.now.mask) };
	if (asked !== undefined && month.month !== asked.month) return "no-such-month";
	return {
		...{ firm, month, year: one, view, toDate },
		baseIsYear: toDate.base === undefined && one.base !== undefined && one.base.year < one.year,
		open: false,
		missing: upTo(month.month) & ~toDate.now.mask & ~toDate.leftOut.now,
		rolling: rollingOf(month, terms),
		change: againstMonth(month, terms),
		task: taskIn(one, toDate, view),
		room: roomLeft(one, toDate, expected, terms),
		pace: paceOf(one, toDate, terms),
		months: () => monthsOfYear(month, one, terms),
	};
}

function taskIn({ year, paths }: FirmYear, { sameMonths }: ToDate, { rules }: PlanView): Task | undefined {
	const path = paths?.own;
	if (sameMonths === undefined || path === undefined || year <= path.baseYear || year > path.targetYear) return undefined;
	return taskOf(sameMonths, path, year, rules.reference.seeds.warningLevels);
}

/** Each month by itself, at the prices of the year. */
function monthsOfYear({ year, month }: Month, { output }: FirmYear, terms: ToDateTerms): MonthIntensity[] {
	const priceYear = output?.priceYear ?? null;
	return Array.from({ length: month }, (_, index) => {
		const own: Months | undefined = monthsOf(year, 1 << index, terms);
		const whole = own !== undefined && own.lacking.length + own.uncut.length === 0 && own.basis.faults.length === 0;
		return { month: index + 1, intensity: whole ? pricedAt(own.basis, priceYear).intensity : null };
	});
}
