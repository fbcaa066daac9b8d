/**
 * Accounts: what the rows of one series (a carrier for a use at a site, or an indicator at its prices) say of each year, once days
 * are added up and amounts to date are made months. Which of it counts is settled after.
 */
import { obtain } from "../domain/obtain.ts";
import { fromCode, months as maskOf, type Period, wholeYear, write } from "../domain/period.ts";
import { without } from "../domain/without.ts";
import { type Exact, sum, zero } from "../exact/exact.ts";
import { type Finding, finding, type Remark, type Subject } from "../findings/finding.ts";
import { readDays } from "./days.ts";
import { byClaim, type Claim, placeOf } from "./entry.ts";
import type { Series } from "./ledger.ts";
import type { Item } from "./resolve.ts";
import { notToDate } from "./to-date/by-form.ts";
import { fromToDate, nests } from "./to-date/declared.ts";
import type { MonthAmount, SeriesYear, YearlySeries } from "./to-date/looks-to-date.ts";

/** What the user says of months: that they are to date, or that they are months. */
export type Amounts = "to-date" | "monthly";

export interface AccountYear<P extends { readonly key: string }> {
	/** In order of period, then of parameters. */
	readonly items: readonly Item<P>[];
	/** Its rows contradict each other, so that nobody can say what the year amounts to. */
	readonly broken: boolean;
	/** A word, an option or the spans themselves say whether the amounts are to date. */
	readonly declared: boolean;
}

export interface Account<P extends { readonly key: string }> {
	readonly name: string;
	readonly what: Subject;
	readonly years: ReadonlyMap<number, AccountYear<P>>;
}

/** The series that make up one account, with the parameters of each. */
export interface Lots<P extends { readonly key: string }> {
	readonly name: string;
	readonly what: Subject;
	readonly lots: readonly { readonly series: Series; readonly measured: P }[];
	/** Whether the stocks beside them go on from month to month in a year. */
	readonly stocks?: (year: number) => boolean;
}

type Report = (about: Remark, at: Claim, period: Period) => void;

interface Gathered<P extends { readonly key: string }> {
	readonly items: Item<P>[];
	readonly toDate: Item<P>[];
	/** Those of them that the form they stand in says to be so. */
	readonly byForm: Item<P>[];
	broken: boolean;
}

/** One account from its lots. What is to be reported of days and of amounts to date goes to `findings`. */
export function accountOf<P extends { readonly key: string }>(
	{ name, what, lots, stocks }: Lots<P>,
	firm: string,
	amountsOf: (year: number) => Amounts | undefined,
	findings: Finding[],
): Account<P> {
	const report: Report = (about, at, period) => {
		findings.push(finding(about, placeOf(at), firm, write(period)));
	};
	const years = new Map<number, Gathered<P>>();
	const yearOf = (year: number): Gathered<P> => obtain(years, year, () => ({ items: [], toDate: [], byForm: [], broken: false }));
	for (const { series, measured } of lots) {
		let last: { readonly year: number; readonly items: Item<P>[] } | undefined;
		series.entries.forEach((entry, value) => {
			const period = fromCode(value);
			// Nearly always of the year before it.
			if (last?.year !== period.year) last = { year: period.year, items: yearOf(period.year).items };
			last.items.push({ period, entry, measured });
		});
		for (const [value, entry] of series.toDate ?? []) {
			const period = fromCode(value);
			const { toDate, byForm } = yearOf(period.year);
			(series.byForm?.has(value) === true ? byForm : toDate).push({ period, entry, measured });
		}
		if (series.days === undefined) continue;
		const read = readDays(series.days, what);
		for (const { about, at, month } of read.reported) report(about, at, fromCode(month));
		for (const { month, entry, rows, broken } of read.months) {
			const period = fromCode(month);
			const year = yearOf(period.year);
			year.broken ||= broken;
			year.items.push({ period, entry, measured, cells: rows, days: true });
		}
	}
	const settled = new Map<number, AccountYear<P>>();
	for (const [year, gathered] of years)
		settled.set(year, settle(gathered, what, amountsOf(year), stocks?.(year) === true, report));
	return { name, what, years: settled };
}

function settle<P extends { readonly key: string }>(
	{ items: rows, toDate: words, byForm, broken: contradicted }: Gathered<P>,
	what: Subject,
	amounts: Amounts | undefined,
	stocks: boolean,
	report: Report,
): AccountYear<P> {
	if (byForm.length === 0 && words.length === 0 && amounts === undefined) {
		const ordered = inPeriodOrder(rows);
		// The common year: months, of which nothing says that they are to date.
		if (!nests(ordered)) return { items: ordered, broken: contradicted, declared: false };
	}
	const months = byForm.map((item) => ({ ...item, period: { ...item.period, from: item.period.to } }));
	const standing = amounts === undefined ? notToDate(months, what, stocks) : undefined;
	if (standing !== undefined) report(standing.about, standing.at, standing.period);
	const broken = contradicted || standing !== undefined;
	const monthly = amounts === "monthly" || standing !== undefined;
	const toDate = monthly ? words : [...words, ...byForm];
	const ordered = inPeriodOrder(monthly ? [...rows, ...months] : rows);
	const cumulative =
		amounts === "to-date"
			? ordered.filter(({ period }) => period.from === period.to || period.from === 1 || isQuarter(period))
			: amounts === undefined && nests(ordered)
				? ordered
				: [];
	if (toDate.length + cumulative.length === 0) return { items: ordered, broken, declared: amounts !== undefined };
	const whole = without(ordered, cumulative).filter(({ period }) => period.from === 1 && period.to === 12);
	const rest = without(ordered, cumulative, whole);
	const made = fromToDate(
		what,
		[...toDate, ...cumulative].map((item) => ({ ...item, period: { ...item.period, from: 1 } })),
		rest,
	);
	for (const { about, at, period } of made.reported) report(about, at, period);
	return { items: inPeriodOrder([...whole, ...made.items]), broken: broken || made.broken, declared: true };
}

/** Entries in order of period, then of parameters: what is reported does not depend on who came first. */
function inPeriodOrder<P extends { readonly key: string }>(items: readonly Item<P>[]): readonly Item<P>[] {
	return isInOrder(items)
		? items
		: [...items].sort(
				(a, b) =>
					a.period.from - b.period.from ||
					a.period.to - b.period.to ||
					(a.measured.key < b.measured.key ? -1 : a.measured.key > b.measured.key ? 1 : byClaim(a.entry, b.entry)),
			);
}

/** Whether each begins behind the one before, as the months of a table nearly always do. */
function isInOrder<P extends { readonly key: string }>(items: readonly Item<P>[]): boolean {
	for (let at = 1; at < items.length; at += 1)
		if ((items[at] as Item<P>).period.from <= (items[at - 1] as Item<P>).period.from) return false;
	return true;
}

/** The account as the question of amounts to date is put to it; undefined where its amounts are in several units. */
export function asYearlySeries<P extends { readonly key: string }>({ name, years }: Account<P>): YearlySeries | undefined {
	let unit: string | undefined;
	const given = new Map<number, SeriesYear>();
	for (const [year, { items, declared, broken }] of years) {
		const months = new Map<number, MonthAmount>();
		let whole: Exact | undefined;
		let others = false;
		let mask = 0;
		let overlaps = false;
		for (const { period, entry } of items) {
			unit ??= entry.unit;
			if (entry.unit !== unit) return undefined;
			overlaps ||= (mask & maskOf(period)) !== 0;
			mask |= maskOf(period);
			if (period.from === 1 && period.to === 12) whole = entry.amount;
			else if (period.from === period.to) {
				const there = months.get(period.from);
				months.set(period.from, {
					month: period.from,
					amount: there === undefined ? entry.amount : sum(there.amount, entry.amount),
				});
			} else others = true;
		}
		// Spans that fill the year say as much of its level as the year itself. Rows that contradict each other say nothing of it.
		if (others && !overlaps && mask === wholeYear) whole = items.reduce((all, { entry }) => sum(all, entry.amount), zero);
		given.set(year, {
			...quartersOf(items, declared || broken),
			months: broken ? [] : [...months.values()].sort((a, b) => a.month - b.month),
			whole: broken ? undefined : whole,
			asked: !declared && !broken && !others && whole === undefined,
		});
	}
	return { name, years: given };
}

/** The quarters of a year that is given in nothing else, lots of one quarter added up. */
function quartersOf(items: readonly Item<{ readonly key: string }>[], isKnown: boolean): Pick<SeriesYear, "quarters"> {
	if (isKnown || items.length < 3 || !items.every(({ period }) => isQuarter(period))) return {};
	const quarters = new Map<number, MonthAmount>();
	for (const { period, entry } of items) {
		const there = quarters.get(period.to);
		const amount = there === undefined ? entry.amount : sum(there.amount, entry.amount);
		quarters.set(period.to, { month: period.to, amount });
	}
	return { quarters: [...quarters.values()].sort((a, b) => a.month - b.month) };
}

function isQuarter({ from, to }: Period): boolean {
	return to - from === 2 && to % 3 === 0;
}
