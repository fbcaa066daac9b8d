/** Periods: a year, a quarter or a month, as a range of months of one year. */

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

export function fromCode(value: number): Period {
	return { year: Math.floor(value / 10000), from: Math.floor(value / 100) % 100, to: value % 100 };
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

/** `2023`, `2023-Q2`, `2023-06`; any other range as its two ends. */
export function write({ year, from, to }: Period): string {
	const two = (month: number): string => String(month).padStart(2, "0");
	if (from === 1 && to === 12) return String(year);
	if (from === to) return `${year}-${two(from)}`;
	if (to - from === 2 && from % 3 === 1) return `${year}-Q${(from + 2) / 3}`;
	return `${year}-${two(from)}..${year}-${two(to)}`;
}

/** The months of a mask as text: `2023-05, 2023-07`. */
export function writeMonths(year: number, mask: number): string {
	const list: string[] = [];
	for (let month = 1; month <= 12; month++) if (mask & (1 << (month - 1))) list.push(write({ year, from: month, to: month }));
	return list.join(", ");
}

const forms: readonly (readonly [RegExp, (parts: readonly string[]) => Period | undefined])[] = [
	[/^(\d{4})年?(?:度)?$/, ([y]) => range(y, 1, 12)],
	[/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => month(y, m)],
	// Excel writes 2023.10 as 2023.1: that one may be January or October. No other month loses its zero.
	[/^(\d{4})\.(\d{2}|[2-9])$/, ([y, m]) => month(y, m)],
	[/^(\d{4})(\d{2})$/, ([y, m]) => month(y, m)],
	[/^(\d{4})年(\d{1,2})月(?:份)?$/, ([y, m]) => month(y, m)],
	[/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/, ([y, m, d]) => day(y, m, d)],
	[/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, ([y, m, d]) => day(y, m, d)],
	[/^(\d{4})[- ]?[Qq]([1-4])$/, ([y, q]) => quarter(y, Number(q))],
	[
		/^(\d{4})年第?([1-4一二三四])季度?$/,
		([y, q]) => quarter(y, "一二三四".includes(q as string) ? "一二三四".indexOf(q as string) + 1 : Number(q)),
	],
];

/** The writings of a period that `read` knows; a month or day that is none fits one of them and is no period yet. */
export const periodForms: readonly RegExp[] = forms.map(([form]) => form);

/** A year as the tables of reference write it: where nothing but a year can stand. */
export const yearForm: RegExp = /^(19|20)\d{2}$/;

const digits = /^\d+$/;

/** The period a cell spells, or nothing. The text is expected trimmed and half-width. */
export function read(text: string): Period | undefined {
	// The two commonest writings, without waking nine expressions.
	if (text.length === 4 && digits.test(text)) return range(text, 1, 12);
	if (text.length === 7 && text[4] === "-" && digits.test(text.slice(0, 4)) && digits.test(text.slice(5)))
		return month(text.slice(0, 4), text.slice(5));
	for (const [form, make] of forms) {
		const found = form.exec(text);
		if (found) return make(found.slice(1));
	}
	return undefined;
}

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
	| "chinese-numerals";

const mistaken: readonly (readonly [RegExp, NoPeriod])[] = [
	[/^\d{4}\.1$/, "october-or-january"],
	[/^\d{4}年?\d{1,2}月?\s?[-~—–至到]\s?\d{1,2}月(份|累计)?$|累计/, "range"],
	[/^\d{4}[-/.]?\d{1,2}\s?[-~—–至到]\s?\d{4}[-/.]?\d{1,2}$/, "range"],
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
	const found = mistaken.find(([form]) => form.test(text));
	if (found !== undefined) return found[1];
	// It has the form of a period, and names a month or a day that there is none of.
	return forms.some(([form]) => form.test(text)) ? "no-such-month" : "form";
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

function day(year: string | undefined, m: string | undefined, text: string | undefined): Period | undefined {
	const d = Number(text);
	const [y, n] = [Number(year), Number(m)];
	const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
	const last = n === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(n) ? 30 : 31;
	return d >= 1 && d <= last ? month(year, m) : undefined;
}

function quarter(year: string | undefined, q: number): Period | undefined {
	return range(year, q * 3 - 2, q * 3);
}
