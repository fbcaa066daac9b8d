/** Periods: a year, a quarter, a month or a span of months, as a range of months of one year; and what else a cell of a period says. */

export interface Period {
	readonly year: number;
	/** First month, 1 to 12. */
	readonly from: number;
	/** Last month, from to 12. */
	readonly to: number;
}

/** One number for one period, to key a map with: year, first and last month. */
export function code({ year, from, to }: Period): number {
	return year * 10000 + from * 100 + to;
}

const named = new Map<number, Period>();
/** More periods than the tables of a run name. */
const mostNamed = 4096;

/** The period of a code. One object for all who ask: each amount of a table is of one of a few hundred. */
export function fromCode(value: number): Period {
	let period = named.get(value);
	if (period === undefined) {
		period = { year: Math.floor(value / 10000), from: Math.floor(value / 100) % 100, to: value % 100 };
		if (named.size < mostNamed) named.set(value, period);
	}
	return period;
}

/** The months covered, as twelve bits; January is the lowest. */
export function months({ from, to }: Pick<Period, "from" | "to">): number {
	return ((1 << (to - from + 1)) - 1) << (from - 1);
}

export const wholeYear = 0xfff;

/** How many months a mask holds. */
export function count(mask: number): number {
	let n = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) n += 1;
	return n;
}

/** The last month of a mask, 1 to 12; 0 where it holds none. */
export function lastMonth(mask: number): number {
	return 32 - Math.clz32(mask);
}

/** `2023`, `2023-Q2`, `2023-06`; any other range as its two ends. */
export function write({ year, from, to }: Period): string {
	const two = (month: number): string => String(month).padStart(2, "0");
	if (from === 1 && to === 12) return String(year);
	if (from === to) return `${year}-${two(from)}`;
	if (to - from === 2 && from % 3 === 1) return `${year}-Q${(from + 2) / 3}`;
	return `${year}-${two(from)}..${year}-${two(to)}`;
}

/** The months of a mask, in order: `2023-05`. */
export function monthsOf(year: number, mask: number): string[] {
	const list: string[] = [];
	for (let month = 1; month <= 12; month++) if (mask & (1 << (month - 1))) list.push(write({ year, from: month, to: month }));
	return list;
}

/** What a cell of a period says: the months, the day and time of a reading or a delivery, whether its amount is to date. */
export interface Stamp {
	readonly period: Period;
	/** Day of the month; 0 where none is named. */
	readonly day: number;
	/** `08:30:00`; empty where none is named, and at midnight, which spreadsheets write behind every date. */
	readonly time: string;
	/** The amount runs from January to the end of the period. */
	readonly toDate: boolean;
}

/** Between the first month of a span and its last. */
const dash = "\\s?(?:[-~—–至到]{1,2}|\\.{2})\\s?";
const timeOfDay = "(?:[ T](\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?)?";

type Form = readonly [RegExp, (parts: readonly (string | undefined)[]) => Stamp | undefined];

const forms: readonly Form[] = [
	[/^(\d{4})年?(?:度)?$/, ([y]) => stamp(range(y, 1, 12))],
	[/^(\d{4})年?(?:全年(?:度|合计|累计)?|(?:年度)?(?:合计|总计))$/, ([y]) => stamp(range(y, 1, 12))],
	[
		/^(\d{4})[- ]?(?:(?:[Ff]ull|[Ww]hole)[- ][Yy]ear|[Aa]nnual|(?:[Aa]nnual |[Yy]ear )?[Tt]otal)$/,
		([y]) => stamp(range(y, 1, 12)),
	],
	[/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => stamp(month(y, m))],
	// Excel writes 2023.10 as 2023.1: that one may be January or October. No other month loses its zero.
	[/^(\d{4})\.(\d{2}|[2-9])$/, ([y, m]) => stamp(month(y, m))],
	[/^(\d{4})(\d{2})$/, ([y, m]) => stamp(month(y, m))],
	[/^(\d{4})年(\d{1,2})月(?:份)?$/, ([y, m]) => stamp(month(y, m))],
	// One separator is a date; two different ones are a span (below).
	[new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${timeOfDay}$`), ([y, , m, d, at]) => day(y, m, d, at)],
	[new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日${timeOfDay}$`), ([y, m, d, at]) => day(y, m, d, at)],
	[/^(\d{4})年?[- ]?[Qq]([1-4])$/, ([y, q]) => stamp(quarter(y, Number(q)))],
	[/^(\d{4})年?第?([1-4一二三四])季度?$/, ([y, q]) => stamp(quarter(y, numeral(q)))],
	[
		new RegExp(`^(\\d{4})年?第?([1-4一二三四])(?:季度?)?${dash}第?([1-4一二三四])季度?$`),
		([y, a, b]) => (numeral(a) < numeral(b) ? stamp(range(y, numeral(a) * 3 - 2, numeral(b) * 3)) : undefined),
	],
	[/^(\d{4})年?前([2-4二三四])个?季度$/, ([y, q]) => stamp(range(y, 1, numeral(q) * 3))],
	[/^(\d{4})年?([上下])半年(?:度)?$/, ([y, half]) => stamp(half === "上" ? range(y, 1, 6) : range(y, 7, 12))],
	[/^(\d{4})年?[- ]?[Hh]([12])$/, ([y, half]) => stamp(half === "1" ? range(y, 1, 6) : range(y, 7, 12))],
	[new RegExp(`^(\\d{4})年(\\d{1,2})月?(?:份)?${dash}(\\d{1,2})(?:月(?:份)?)?$`), ([y, a, b]) => stamp(span(y, a, b))],
	[/^(\d{4})\/(\d{1,2})\s?[-~—–至到]\s?(\d{1,2})$/, ([y, a, b]) => stamp(span(y, a, b))],
	[/^(\d{4})\.(\d{1,2})\s?[-~—–至到]\s?(\d{1,2})$/, ([y, a, b]) => stamp(span(y, a, b))],
	[/^(\d{4})-(\d{1,2})\s?(?:[~—–至到]|\.{2})\s?(\d{1,2})$/, ([y, a, b]) => stamp(span(y, a, b))],
	[
		new RegExp(`^(\\d{4})[-/.]?(\\d{1,2})${dash}(\\d{4})[-/.]?(\\d{1,2})$`),
		([y, a, other, b]) => (y === other ? stamp(span(y, a, b)) : undefined),
	],
	[
		new RegExp(`^(\\d{4})年(\\d{1,2})月(?:份)?${dash}(\\d{4})年(\\d{1,2})月(?:份)?$`),
		([y, a, other, b]) => (y === other ? stamp(span(y, a, b)) : undefined),
	],
	[
		new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${dash}(\\d{4})\\2(\\d{1,2})\\2(\\d{1,2})$`),
		([y, , a, first, ...end]) => days([y, a, first], [end[0], end[1], end[2]]),
	],
	[
		new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})日${dash}(\\d{4})年(\\d{1,2})月(\\d{1,2})日$`),
		([y, a, first, ...end]) => days([y, a, first], [end[0], end[1], end[2]]),
	],
];

type DateParts = readonly (string | undefined)[];

/** From the first day of a month to the last of another, in one year; any other stretch of days is no period. */
function days([year, from, first]: DateParts, [other, to, last]: DateParts): Stamp | undefined {
	const whole = year === other && Number(first) === 1 && Number(last) === lastDay(Number(other), Number(to));
	return whole ? stamp(span(year, from, to)) : undefined;
}

/** `2023年6月累计`, `2023年1-6月累计数`: from January to the month named last. */
const toDate = /^(.*\d.*?)止?累计(?:数|值|量)?$/;

/** The writings of a period that `read` knows; a month or day that is none fits one of them and is no period yet. */
export const periodForms: readonly RegExp[] = forms.map(([form]) => form);

/** A year as the tables of reference write it: where nothing but a year can stand. */
export const yearForm: RegExp = /^(19|20)\d{2}$/;

const digits = /^\d+$/;

/** The months a cell spells, whatever day it names; nothing for an amount to date. The text is expected trimmed and half-width. */
export function read(text: string): Period | undefined {
	const found = readStamp(text);
	return found === undefined || found.toDate ? undefined : found.period;
}

/** What a cell of a period says, or nothing. The text is expected trimmed and half-width. */
export function readStamp(text: string): Stamp | undefined {
	// The two commonest writings, without waking all expressions.
	if (text.length === 4 && digits.test(text)) return stamp(range(text, 1, 12));
	if (text.length === 7 && text[4] === "-" && digits.test(text.slice(0, 4)) && digits.test(text.slice(5)))
		return stamp(month(text.slice(0, 4), text.slice(5)));
	if (text.length > longestPeriod) return undefined;
	for (const [form, make] of forms) {
		const found = form.exec(text);
		if (found) return make(found.slice(1));
	}
	const cumulative = toDate.exec(text)?.[1];
	const upTo = cumulative === undefined ? undefined : readStamp(cumulative.trim());
	if (upTo === undefined || upTo.day > 0) return undefined;
	const { year, from, to } = upTo.period;
	// Of a year by itself nobody knows to which month; a span that begins later is no amount to date.
	if ((from === 1 && to === 12 && !/12/.test(text.slice(4))) || (from !== 1 && from !== to)) return undefined;
	return { period: { year, from: 1, to }, day: 0, time: "", toDate: true };
}

/** Longer than any period is written: two dates with times, and a word behind them. */
const longestPeriod = 60;

/** A year and a month, a span or a quarter that stand in two columns: `2023` and `6月`, `1-6`, `上半年`; or why they are no period. */
export function readYearAnd(year: string, month: string): Stamp | NoPeriod {
	const y = year.replace(/年(度)?$/, "");
	if (!/^\d{4}$/.test(y)) return "form";
	const own = readStamp(month);
	if (own !== undefined && month.startsWith(y)) return own;
	if (own !== undefined) return "two-years";
	if (spreadsheetDate.test(month)) return "spreadsheet-date";
	const bare = /^\d{1,2}(\s?[-~—–至到]\s?\d{1,2})?$/.test(month);
	const whole = `${y}年${month}${bare ? "月" : ""}`;
	return readStamp(whole) ?? whyNoPeriod(whole);
}

/**
 * From a first day to a last one, or to the first day behind it, as meters are read: whole months of one year. Any other stretch of days is
 * no period, since nobody knows how much of it each month used.
 */
export function readFromTo(start: string, end: string): Stamp | NoPeriod {
	const [from, to] = [readStamp(start), readStamp(end)];
	if (from === undefined || to === undefined || from.toDate || to.toDate) return whyNoPeriod(from === undefined ? start : end);
	if (from.day === 0 && to.day === 0)
		return from.period.year === to.period.year && from.period.from <= to.period.to
			? whole({ year: from.period.year, from: from.period.from, to: to.period.to })
			: "range";
	const first = from.period;
	if (from.day > 1 || to.day === 0) return "not-whole-months";
	const { year, to: month } = to.period;
	const last = to.day === lastDay(year, month) ? { year, month } : to.day === 1 ? monthBefore(year, month) : undefined;
	if (last === undefined) return "not-whole-months";
	if (last.year !== first.year || last.month < first.from) return "not-whole-months";
	return whole({ year: first.year, from: first.from, to: last.month });
}

function whole(period: Period): Stamp {
	return { period, day: 0, time: "", toDate: false };
}

function monthBefore(year: number, month: number): { readonly year: number; readonly month: number } {
	return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/** What a spreadsheet makes of `1-6`: the sixth of January. */
const spreadsheetDate = /^\d{1,2}-[A-Za-z]{3,9}$|^[A-Za-z]{3,9}-\d{1,2}$|^\d{1,2}月\d{1,2}日$|^[2-5]\d{4}(\.\d+)?$/;

/** Why a text spells no period, as far as its form tells. */
export type NoPeriod =
	| "form"
	| "october-or-january"
	| "no-such-month"
	| "day-number"
	| "month-name"
	| "range"
	| "short-year"
	| "no-year"
	| "chinese-numerals"
	| "spreadsheet-date"
	| "two-years"
	| "no-month"
	| "not-whole-months";

const mistaken: readonly (readonly [RegExp, NoPeriod])[] = [
	[/^\d{4}\.1$/, "october-or-january"],
	[/本月|^\D*累计$|^\d{4}年?(度)?累计/, "no-month"],
	[/^\d{1,2}月?\s?[-~—–至到]\s?\d{1,2}月(份)?(累计)?$/, "no-year"],
	[/^\d{4}年?\d{1,2}月?\s?[-~—–至到]\s?\d{1,2}月(份|累计)?$|累计/, "range"],
	[/^\d{4}[-/.]?\d{1,2}\s?[-~—–至到]\s?\d{4}[-/.]?\d{1,2}$/, "range"],
	[/^\d{4}年\d{1,2}月\s?[-~—–至到]\s?\d{4}年\d{1,2}月$/, "range"],
	// Day 20,000 of a spreadsheet is in 1954, day 60,000 in 2064.
	[/^[2-5]\d{4}(\.\d+)?$/, "day-number"],
	[/^[A-Za-z]{3,9}[-/ ']{0,2}\d{2,4}$|^\d{1,4}[-/ ]?[A-Za-z]{3,9}([-/ ]\d{2,4})?$/, "month-name"],
	[/[〇零一二三四五六七八九十]{2,}/, "chinese-numerals"],
	[/^\d{1,2}月(份)?$/, "no-year"],
	[/^\d{1,2}[-/.年]\d{1,2}(月|[-/.月]\d{1,2}日?)?$/, "short-year"],
	[/^'?\d{2}年(\d{1,2}月)?$/, "short-year"],
];

/** What is wrong with a text that spells no period; expected trimmed and half-width. */
export function whyNoPeriod(text: string): NoPeriod {
	if (text.length > longestPeriod) return "form";
	const found = mistaken.find(([form]) => form.test(text));
	if (found !== undefined) return found[1];
	// It has the form of a period, and names a month or a day that there is none of.
	return forms.some(([form]) => form.test(text)) ? "no-such-month" : "form";
}

function stamp(period: Period | undefined): Stamp | undefined {
	return period === undefined ? undefined : { period, day: 0, time: "", toDate: false };
}

function range(year: string | undefined, from: number, to: number): Period | undefined {
	const y = Number(year);
	// Numbers outside are no reporting year: a day count, an amount, a slip.
	return y >= 1949 && y <= 2100 ? { year: y, from, to } : undefined;
}

function month(year: string | undefined, text: string | undefined): Period | undefined {
	const m = Number(text);
	return m >= 1 && m <= 12 ? range(year, m, m) : undefined;
}

function span(year: string | undefined, first: string | undefined, last: string | undefined): Period | undefined {
	const [from, to] = [Number(first), Number(last)];
	return from >= 1 && from <= to && to <= 12 ? range(year, from, to) : undefined;
}

function day(
	year: string | undefined,
	m: string | undefined,
	text: string | undefined,
	at: string | undefined,
): Stamp | undefined {
	const d = Number(text);
	const [y, n] = [Number(year), Number(m)];
	if (d < 1 || d > lastDay(y, n)) return undefined;
	const period = month(year, m);
	const time = timeIn(at);
	return period === undefined || time === undefined ? undefined : { period, day: d, time, toDate: false };
}

/** How many days a month has. */
export function lastDay(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `8:05` as `08:05:00`, midnight as nothing; undefined where a day has no such time. */
function timeIn(text: string | undefined): string | undefined {
	if (text === undefined) return "";
	const [hours = "", minutes = "", seconds = "00"] = text.split(":");
	if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
	const time = `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
	return time === "00:00:00" ? "" : time;
}

function numeral(text: string | undefined): number {
	const at = "一二三四".indexOf(text as string);
	return at < 0 ? Number(text) : at + 1;
}

function quarter(year: string | undefined, q: number): Period | undefined {
	return range(year, q * 3 - 2, q * 3);
}
