/** Reads a period: a year, a quarter, a span of months, a month or a day, and whether it says that its amount is to date. */

export interface Moment {
	readonly year: number;
	/** 1 for January … 12 for December */
	readonly first: number;
	readonly last: number;
	readonly grain: "year" | "quarter" | "span" | "month" | "day";
	/** of the month, for a day */
	readonly day: number | null;
	/** hours and minutes as written, blank where none are */
	readonly time: string;
	readonly toDate: boolean;
}

const QUARTERS: Readonly<Record<string, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 一: 1, 二: 2, 三: 3, 四: 4 };
const HALVES: Readonly<Record<string, number>> = { 上: 1, 下: 7 };
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const YEAR = /^(\d{4})(?:\.0|年|年全年|年度)?$/;
const QUARTER = /^(\d{4})(?:Q|年第?)([1-4一二三四])(?:季度)?$/;
const HALF = /^(\d{4})年(上|下)半年$/;
const SPANS = [
	/^(\d{4})年(\d{1,2})[-—~～至到](\d{1,2})月?$/,
	/^(\d{4})\/(\d{1,2})-(\d{1,2})$/,
	/^(\d{4})-(\d\d)~\1-(\d\d)$/,
	/^(\d{4})年(\d{1,2})月?[-—~～至到](\d{1,2})月$/,
];
const MONTHS = [/^(\d{4})-(\d\d)$/, /^(\d{4})(\d\d)$/, /^(\d{4})\/(\d\d?)$/, /^(\d{4})\.(\d\d)$/, /^(\d{4})年(\d\d?)月$/];
const DAY_FORMS = [
	/^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?:\d\d)(?::\d\d)?)?$/,
	/^(\d{4})\/(\d\d?)\/(\d\d?)(?: (\d\d?:\d\d)(?::\d\d)?)?$/,
	/^(\d{4})年(\d\d?)月(\d\d?)日$/,
];
const TO_DATE = /(?:本年|本月)?累计$/;

const valid = (month: number): boolean => month >= 1 && month <= 12;

type Plain = Omit<Moment, "toDate">;

const stretch = (year: string, first: number, last: number, grain: Moment["grain"]): Plain => ({
	year: Number(year),
	first,
	last,
	grain,
	day: null,
	time: "",
});

const spanOf = (year: string, first: number, last: number): Plain | null => {
	if (!valid(first) || !valid(last) || last < first) return null;
	if (first === 1 && last === 12) return stretch(year, 1, 12, "year");
	return stretch(year, first, last, first === last ? "month" : "span");
};

const match = (forms: readonly RegExp[], text: string): readonly (string | undefined)[] | null => {
	for (const form of forms) {
		const found = form.exec(text);
		if (found !== null) return found.slice(1);
	}
	return null;
};

const plainly = (text: string): Plain | null => {
	const year = YEAR.exec(text)?.[1];
	if (year !== undefined) return stretch(year, 1, 12, "year");
	const [inQuarter, name = ""] = match([QUARTER], text) ?? [];
	const quarter = QUARTERS[name];
	if (inQuarter !== undefined && quarter !== undefined) return stretch(inQuarter, quarter * 3 - 2, quarter * 3, "quarter");
	const [inHalf, half = ""] = match([HALF], text) ?? [];
	const begins = HALVES[half];
	if (inHalf !== undefined && begins !== undefined) return spanOf(inHalf, begins, begins + 5);
	const [inSpan, first, last] = match(SPANS, text) ?? [];
	if (inSpan !== undefined) return spanOf(inSpan, Number(first), Number(last));
	const [inMonth, month] = match(MONTHS, text) ?? [];
	if (inMonth !== undefined) return spanOf(inMonth, Number(month), Number(month));
	const [inDay, ofMonth, day, time = ""] = match(DAY_FORMS, text) ?? [];
	if (inDay === undefined || !valid(Number(ofMonth))) return null;
	if (Number(day) < 1 || Number(day) > (DAYS[Number(ofMonth) - 1] ?? 0)) return null;
	return { ...stretch(inDay, Number(ofMonth), Number(ofMonth), "day"), day: Number(day), time: time.replace(/^0?0:00$/, "") };
};

/** Amounts to date reach from January to the last month named. */
export const readMoment = (cell: string): Moment | null => {
	const toDate = TO_DATE.test(cell);
	const plain = plainly(toDate ? cell.replace(TO_DATE, "") : cell);
	if (plain === null) return null;
	return toDate ? { ...plain, first: 1, grain: "span", toDate } : { ...plain, toDate };
};

const SHORT_SPAN = /^(\d{1,2})-(\d{1,2})月?$/;
const SHORT_MONTH = /^(\d{1,2})月?$/;

/** A year in one column and months in another: `2023` and `6`, or `1-6`. What a spreadsheet made of `1-6` is refused. */
export const joinYearAndMonth = (year: string, month: string): Moment | null => {
	if (!/^\d{4}年?$/.test(year)) return null;
	const plainYear = year.replace("年", "");
	const [first, last] = match([SHORT_SPAN], month) ?? [];
	const only = SHORT_MONTH.exec(month)?.[1];
	const from = Number(first ?? only);
	const to = Number(last ?? only);
	const plain = Number.isNaN(from) ? null : spanOf(plainYear, from, to);
	return plain === null ? null : { ...plain, toDate: false };
};

export const monthsOf = ({ first, last }: { readonly first: number; readonly last: number }): number[] =>
	Array.from({ length: last - first + 1 }, (_, index) => first + index);
