/** The question of amounts to date put to a firm's accounts, and what is reported of those that look like them. */
import { code, write } from "../../domain/period.ts";
import { nearly } from "../../exact/exact.ts";
import { type Finding, finding, type Place, type Remark, remark, type Subject } from "../../findings/finding.ts";
import { type Account, type AccountYear, asYearlySeries } from "../accounts.ts";
import { amountLike } from "../amounts.ts";
import { placeOf } from "../entry.ts";
import type { Accounts } from "../gather.ts";
import type { FactRules } from "../year-draft.ts";
import { type LooksToDate, looksToDate } from "./looks-to-date.ts";
import { quartersToDate } from "./quarters.ts";

/** Which years of which accounts look like amounts to date. */
export interface Cumulative {
	readonly of: (account: string, year: number) => Suspected | undefined;
}

export interface Suspected extends LooksToDate {
	/** What is to be reported, unless another cause explains the months. */
	readonly finding: Finding;
}

const none: Cumulative = { of: () => undefined };

/** Asks all accounts of a firm side by side. Output that the intensity is not measured by is evidence, and not reported. */
export function suspectToDate(firm: string, { energy, output }: Accounts, rules: FactRules): Cumulative {
	return suspectedOf(firm, [...energy, ...output], (account) => !("indicator" in account) || counted(account, rules));
}

/** Asks these accounts side by side, and reports those that count. */
export function suspectedOf<A extends Account<{ readonly key: string }>>(
	firm: string,
	accounts: readonly A[],
	counts: (account: A) => boolean,
): Cumulative {
	if (!accounts.some(mayBeToDate)) return none;
	const series = accounts.flatMap((account) => asYearlySeries(account) ?? []);
	const found = [...looksToDate(series), ...quartersToDate(series)];
	if (found.length === 0) return none;
	const byAccount = new Map<string, Suspected>();
	for (const one of found) {
		const account = accounts.find(({ name }) => name === one.name);
		if (account === undefined || !counts(account)) continue;
		const year = account.years.get(one.year) as AccountYear<{ readonly key: string }>;
		const found = finding(about(account.what, one, year), lastPlace(year, one), firm, String(one.year));
		byAccount.set(`${one.name}|${one.year}`, { ...one, finding: found });
	}
	return { of: (account, year) => byAccount.get(`${account}|${year}`) };
}

/**
 * Whether some year of an account may be to date at all: its largest month is then half as large again as its smallest. By floats, which
 * are within 1e-13 of their amounts; where lots, spans or zeros stand, it is asked.
 */
function mayBeToDate({ years }: Account<{ readonly key: string }>): boolean {
	for (const { items } of years.values()) {
		let [high, low, last] = [0, Number.POSITIVE_INFINITY, 0];
		for (const { period, entry } of items) {
			const size = nearly(entry.amount);
			if (!(size > 0) || period.from !== period.to || period.from <= last) return true;
			last = period.from;
			if (size > high) high = size;
			if (size < low) low = size;
		}
		if (high > low * clearlySteady) return true;
	}
	return false;
}

/** Less than what amounts to date rise by, by more than floats can be wrong. */
const clearlySteady = 1.4999;

function counted(account: { readonly indicator: string; readonly product: string }, rules: FactRules): boolean {
	return account.indicator === rules.indicator && account.product === rules.product;
}

function about(
	what: Subject,
	{ evidence, ifToDate, ifMonthly, year, last }: LooksToDate,
	{ items }: AccountYear<{ readonly key: string }>,
): Remark {
	const { entry } = items[0] as (typeof items)[number];
	const amounts = { what, toDate: amountLike(ifToDate, entry), monthly: amountLike(ifMonthly, entry) };
	const month = write({ year, from: last, to: last });
	return evidence === null
		? remark("may-be-to-date", { ...amounts, last: month })
		: remark("looks-to-date", { ...amounts, last: month, evidence });
}

function lastPlace({ items }: AccountYear<{ readonly key: string }>, { year, last }: LooksToDate): Place {
	const item =
		items.find(({ period }) => code(period) === code({ year, from: last, to: last })) ??
		items.find(({ period }) => period.to === last);
	return placeOf((item as (typeof items)[number]).entry);
}
