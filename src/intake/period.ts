/** The period of a row: from one column, from a year and a month, or from what a title says; reported where it cannot be read. */
import {
	type NoPeriod,
	type Period,
	code as periodCode,
	readFromTo,
	readStamp,
	readYearAnd,
	type Stamp,
	whyNoPeriod,
} from "../domain/period.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { columnReader, firstTimes, remembering } from "../layout/cells.ts";
import { plain } from "../reference/spelling.ts";
import { type RowRemarks, type TableContext, tellGiven } from "./intake.ts";

export interface ReadPeriod extends Stamp {
	readonly code: number;
	/** Full-width digits or odd blanks were read as plain ones. */
	readonly widened: boolean;
	/** A month without a year, completed by the title's. */
	readonly fromTitle: boolean;
}

type Column = "period" | "year" | "month" | "period_end";

/** Why a row has no period: what is to be said, at which column. */
interface Fault {
	readonly about: Remark;
	readonly column: Column;
}

/** Longer cells are no period, and are not looked at letter by letter. */
const longest = 80;

export function periodReader(context: TableContext): (cells: readonly string[], remarks: RowRemarks) => ReadPeriod | undefined {
	const { header, choices } = context;
	const [periodOf, yearOf, monthOf] = (["period", "year", "month"] as const).map((column) => columnReader(header, column)) as [
		(cells: readonly string[]) => string,
		(cells: readonly string[]) => string,
		(cells: readonly string[]) => string,
	];
	// A number under 季度 is of a quarter, not of a month.
	const quarterly = /季|quarter/i.test(header.words[header.at.get("month") ?? -1] ?? "");
	const partOf = (cells: readonly string[]): string => {
		const text = monthOf(cells).trim();
		return quarterly && /^\d$/.test(text) ? `${text}季度` : text;
	};
	const titleYear = header.given.find((one) => one.column === "year");
	const alone = header.at.has("period") && !header.at.has("year") && !header.at.has("month");
	const main: Column = header.at.has("period") ? "period" : "year";
	let yearTaken = false;
	const [startOf, endOf] = [columnReader(header, "period_start"), columnReader(header, "period_end")];
	const fromTo = header.at.has("period_end");
	const partOfTitle = titlePartReader(context);
	const ofTwoDays = remembering((joined: string): ReadPeriod | Fault => {
		const [start = "", end = ""] = joined.split("\u001f");
		if (start.length > longest || end.length > longest) return fault("period_end", "form");
		if (start.trim() === "" || end.trim() === "")
			return { about: remark("missing-cell", { what: "period" }), column: "period_end" };
		const stamp = readFromTo(whole(start), whole(end));
		if (typeof stamp === "string") return fault("period_end", stamp);
		return { ...stamp, code: periodCode(stamp.period), widened: false, fromTitle: false };
	});
	// One column says it: its text alone is the key of what is remembered.
	const ofOne = remembering((text: string) => read({ period: text, year: "", month: "" }, titleYear?.value));
	const ofSeveral = remembering((joined: string) => {
		const [period = "", year = "", month = ""] = joined.split("\u001f");
		return read({ period, year, month }, titleYear?.value);
	});
	return (cells, remarks) => {
		const own = periodOf(cells);
		const written = fromTo
			? ofTwoDays(`${startOf(cells)}\u001f${endOf(cells)}`)
			: alone
				? ofOne(own)
				: ofSeveral(`${own}\u001f${yearOf(cells)}\u001f${partOf(cells)}`);
		const found = "about" in written || fromTo ? written : partOfTitle(written, own || yearOf(cells));
		if ("about" in found) {
			const column = header.at.has(found.column) ? found.column : main;
			const own = columnReader(header, column)(cells);
			remarks.note(found.about, column, column === "period_end" ? `${startOf(cells).trim()}~${own.trim()}` : own);
			return undefined;
		}
		const why = header.toDate ? unknownEnd(found, own || yearOf(cells), partOf(cells), header.byForm) : undefined;
		if (why !== undefined) {
			remarks.note(remark("bad-period", { why }), main, own || yearOf(cells));
			return undefined;
		}
		if (found.fromTitle && !yearTaken && titleYear !== undefined) {
			yearTaken = true;
			tellGiven(context, titleYear);
		}
		if (found.widened) remarks.note(remark("full-width", { read: plain(own || yearOf(cells)) }), main, own || yearOf(cells));
		const { asOf } = choices;
		if (asOf !== undefined && endsAfter(found.period, asOf)) remarks.note(remark("future-month", { asOf: asOf.text }), main, own);
		return found;
	};
}

/**
 * A year by itself, in a table whose titles name a part of it: its rows are of that part. Of a year beside it nobody knows whether it is
 * whole or the same months.
 */
function titlePartReader(context: TableContext): (read: ReadPeriod, text: string) => ReadPeriod | Fault {
	const parts = context.header.titleParts;
	if (parts === undefined) return (read) => read;
	const first = firstTimes();
	return (read, text) => {
		const { from, to, year } = read.period;
		if (from !== 1 || to !== 12 || read.toDate || !/^\d{4}年?(?:度)?$/.test(plain(text))) return read;
		const own = parts.of.get(String(year));
		const part = own ?? (parts.every === undefined ? undefined : `${year}年${parts.every}`);
		if (part === undefined)
			return parts.of.has(String(year)) ? read : { about: remark("periods-disagree", { other: parts.word }), column: "period" };
		const stamp = readStamp(part);
		if (stamp !== undefined && stamp.period.to - stamp.period.from < 11 && first(part)) {
			const { word, row, line } = parts;
			tellGiven(context, { column: "year", value: part, word, row, line });
		}
		return stamp === undefined ? read : { ...read, ...stamp, code: periodCode(stamp.period) };
	};
}

/**
 * Why nobody knows to which month an amount to date runs: of a year by itself, unless it is a form of the whole year, and of
 * months that do not begin with January.
 */
function unknownEnd({ period: { from, to }, toDate }: Stamp, main: string, month: string, byForm: boolean): NoPeriod | undefined {
	if (toDate || (from === to && month !== "")) return undefined;
	if (from === 1 && to === 12) return !byForm && month === "" && /^\d{4}年?(度)?$/.test(plain(main)) ? "no-month" : undefined;
	return from === 1 || from === to ? undefined : "range";
}

/** A whole year may be given before it is over only month by month: its last month decides. */
function endsAfter({ year, to }: Period, asOf: { readonly year: number; readonly month: number }): boolean {
	return year > asOf.year || (year === asOf.year && to > asOf.month);
}

/** Blanks within a Chinese date are no part of it. */
const spelt = (text: string): string => plain(text).replace(/ ?([年月日季度]) ?/g, "$1");

function read(texts: { readonly [C in Exclude<Column, "period_end">]: string }, title: string | undefined): ReadPeriod | Fault {
	for (const column of ["period", "year", "month"] as const) if (texts[column].length > longest) return fault(column, "form");
	const [period, year, month] = [whole(texts.period), whole(texts.year), whole(texts.month)];
	const written = period !== "" ? texts.period : texts.year;
	const widened = spelt(written) !== written.trim();
	const made = (stamp: Stamp, fromTitle: boolean): ReadPeriod => ({
		...stamp,
		code: periodCode(stamp.period),
		widened,
		fromTitle,
	});
	if (period !== "") {
		const stamp = readStamp(period);
		if (stamp !== undefined) return disagreement(stamp, year, month) ?? made(stamp, false);
		// A month without a year: the column of years has it, else the title.
		const yearless = year !== "" ? year : titleYearOf(title);
		if (yearless === "" || !/^\D{0,2}\d{1,2}\D|^\d{1,2}$|^[上下]半年|季度?$|^全年|^(?:年度)?(?:合计|总计)$/.test(period))
			return fault("period", whyNoPeriod(period));
		const completed = readYearAnd(yearless, period);
		return typeof completed === "string" ? fault("period", completed) : made(completed, year === "");
	}
	if (year === "") return { about: remark("missing-cell", { what: "period" }), column: "period" };
	if (month === "") {
		const stamp = readStamp(year);
		return stamp === undefined ? fault("year", whyNoPeriod(year)) : made(stamp, false);
	}
	// Where a title stands in for the column of years it may name a part of one: rows by month need no more than its year.
	const stamp = readYearAnd(year === title ? titleYearOf(title) : year, month);
	return typeof stamp === "string" ? fault("month", stamp) : made(stamp, false);
}

/** A data frame with a blank in a column of whole numbers writes all of them with a decimal: `2023.0`. */
function whole(text: string): string {
	return spelt(text).replace(/^(\d{1,2}|\d{4}|\d{6})\.0$/, "$1");
}

function titleYearOf(title: string | undefined): string {
	return title?.slice(0, 4) ?? "";
}

function fault(column: Column, why: NoPeriod): Fault {
	return { about: remark("bad-period", { why }), column };
}

/** Two columns that both say the period must agree. */
function disagreement({ period }: Stamp, year: string, month: string): Fault | undefined {
	const wrongYear =
		year !== "" && year.replace(/年(度)?$/, "") !== String(period.year) && readStamp(year)?.period.year !== period.year;
	const other = month === "" || wrongYear ? undefined : readYearAnd(String(period.year), month);
	const wrongMonth =
		other !== undefined && (typeof other === "string" || other.period.from !== period.from || other.period.to !== period.to);
	if (!wrongYear && !wrongMonth) return undefined;
	return { about: remark("periods-disagree", { other: wrongYear ? year : month }), column: "period" };
}
