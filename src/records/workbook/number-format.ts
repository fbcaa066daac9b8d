/**
 * Number formats of workbooks: what the stored number of a cell is to be read as, and whether it is shown otherwise. The grammar is
 * that of ECMA-376, part 1, 18.8.31; `!` quotes a sign as `\` does, as Chinese spreadsheets write it.
 */
import { clockText, dateText, type Epoch } from "./day-number.ts";
import { percentText, plainNumber, rounded } from "./plain-number.ts";

/** What cells of one format are read as. */
export interface NumberFormat {
	readonly text: (value: number) => string;
	/** What is shown where it is another number, or says more than the number; undefined where it does not. */
	readonly shown: (value: number) => Shown | undefined;
}

export interface Shown {
	/** Null where only the format says it. */
	readonly text: string | null;
	readonly format: string;
}

/** Formats that number has without being written down, those of Chinese and English workbooks; ECMA-376, part 1, 18.8.30. */
const builtIn: Readonly<Record<number, string>> = {
	...{ 0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?" },
	...{ 13: "# ??/??", 14: "yyyy-m-d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM" },
	...{ 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-m-d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00" },
	...{ 40: "#,##0.00;-#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss" },
	...{ 47: "mm:ss.0", 48: "##0.0E+0", 49: "@" },
	// What these mean depends on the language of the program: so they do in China, and nobody else writes them.
	...{
		27: 'yyyy"年"m"月"',
		28: 'm"月"d"日"',
		29: 'm"月"d"日"',
		30: "m-d-yy",
		31: 'yyyy"年"m"月"d"日"',
		32: "h:mm",
		33: "h:mm:ss",
	},
	...{ 34: "h:mm", 35: "h:mm:ss", 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"' },
	...{ 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: "h:mm", 56: "h:mm:ss", 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"' },
};

/** The code that a number stands for where the workbook does not say one; General of what is unknown. */
export function builtInFormat(id: number): string {
	return builtIn[id] ?? "General";
}

/** What cells of a format are read as, whose days are counted from `epoch`. */
export function numberFormat(written: string, epoch: Epoch): NumberFormat {
	// No program lets anybody write more.
	const code = written.length > 255 ? "General" : written;
	const sections = sectionsOf(code);
	const first = sections[0] as Section;
	const parts = dateParts(first.signs);
	if (parts !== undefined) return { text: (value) => dateCell(value, parts, epoch), shown: () => undefined };
	const percent = first.signs.includes("%");
	const exact = percent ? percentText : plainNumber;
	return {
		// `0"万"` shows ten thousand times what is stored: which of the two is meant, nobody can tell but who wrote it.
		text: sections.some(isSized) ? (value) => `${exact(value)}${sizeBeside(sectionFor(sections, value))}` : exact,
		shown: (value) => {
			const text = shownBy(sectionFor(sections, value), value, sections.length, percent);
			return text === undefined ? undefined : { text, format: code };
		},
	};
}

interface Section {
	/** Without what is quoted, coloured, padded or skipped. */
	readonly signs: string;
	/** Words that stand beside the number. */
	readonly words: string;
	readonly conditional: boolean;
}

function sectionsOf(code: string): Section[] {
	return split(code).map((text) => {
		let words = "";
		let conditional = false;
		const signs = text.replace(
			/"([^"]*)"|[\\!](.)|\[([^\]]*)\]|_.|\*./g,
			(_, quoted?: string, escaped?: string, bracketed?: string) => {
				words += quoted ?? escaped ?? "";
				if (bracketed === undefined) return "";
				if (/^[<>=]/.test(bracketed)) conditional = true;
				// A currency's sign stands before the dash; hours that run on stay signs.
				words += /^\$([^-]*)/.exec(bracketed)?.[1] ?? "";
				return /^[hms]+$/i.test(bracketed) ? bracketed : "";
			},
		);
		return { signs: signs.trim(), words: words.trim(), conditional };
	});
}

/** At `;`, but for those that are quoted. */
function split(code: string): string[] {
	const sections: string[] = [""];
	for (const [piece] of code.matchAll(/"[^"]*"?|[\\!].|\[[^\]]*\]?|[\s\S]/g))
		if (piece === ";") sections.push("");
		else sections[sections.length - 1] += piece;
	return sections;
}

interface DateParts {
	readonly year: boolean;
	readonly month: boolean;
	readonly day: boolean;
	readonly clock: boolean;
}

/** Which parts of a date a format shows; undefined where it shows none. */
function dateParts(signs: string): DateParts | undefined {
	const text = signs.replace(/general|g\/通用格式/gi, "").toLowerCase();
	if (/[0#?]/.test(text.replace(/s\.0+/g, "")) || !/[ymdhsae]/.test(text)) return undefined;
	const clock = /[hs]/.test(text);
	// Months beside hours or seconds are minutes.
	const calendar = text.replace(/am\/pm|a\/p|上午\/下午/g, "").replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, "");
	const [year, month, day] = [/[ye]/.test(calendar), /m/.test(calendar), /d|aaa/.test(calendar)];
	return year || month || day || clock ? { year, month, day, clock } : undefined;
}

/**
 * A day as the format means it: one that shows year and month is of the month, whichever day is stored. One that shows month and day
 * is what a spreadsheet makes of `1-6`: the year in it is nobody's.
 */
function dateCell(value: number, { year, month, day, clock }: DateParts, epoch: Epoch): string {
	if (!year && !month && !day) return value < 0 ? plainNumber(value) : clockText(value);
	const text = dateText(value, epoch);
	// Before the first day that is counted, and after the last.
	if (text === undefined) return plainNumber(value);
	const date = text.slice(0, 10);
	if (day && year) return clock ? text : date;
	if (day && month) return `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`;
	if (day) return date;
	return month ? text.slice(0, 7) : text.slice(0, 4);
}

function sectionFor(sections: readonly Section[], value: number): Section {
	const [first, second, third] = sections as readonly [Section, Section?, Section?];
	if (value < 0) return second ?? first;
	return value === 0 ? (third ?? first) : first;
}

/** Digits before and behind a point, thousands apart. */
const plainDigits = /^[#0?]*(?:,[#0?]+)*(?:\.([0#?]*))?%?$/;

/** What a section shows: undefined where that is the number and no more, null where it is not known here. */
function shownBy(section: Section, value: number, sections: number, percent: boolean): string | null | undefined {
	const { signs, conditional } = section;
	const general = signs.replace(/general|g\/通用格式/gi, "@");
	const digits = general.replace(/[^#0?.,%@E/]/g, "");
	const words = section.words + general.replace(/[#0?.,%@E/+()\s-]/g, "");
	if (conditional) return null;
	if (digits === "" || digits === "@") {
		const number = plainNumber(value);
		if (digits === "@" || (words === "" && sections === 1)) return says(words) ? `${number}${words}` : undefined;
		// A section without digits hides the number.
		return value === 0 ? undefined : words;
	}
	const found = plainDigits.exec(digits);
	// Fractions, powers of ten, thousands left out.
	if (found === null) return null;
	const exact = percent ? percentText(value).slice(0, -1) : plainNumber(value);
	const text = rounded(exact, (found[1] ?? "").length);
	return isSame(text, exact) && !says(words) ? undefined : `${text}${percent ? "%" : ""}${words}`;
}

/** Whether the words of a section make its number another one: not where digits are left out as well, since then both agree. */
function isSized({ signs, words }: Section): boolean {
	return isSize(words) && plainDigits.test(signs.replace(/general|g\/通用格式/gi, "0").replace(/[+()\s-]/g, ""));
}

function sizeBeside(section: Section): string {
	return isSized(section) ? section.words : "";
}

/** Whether all that stands beside a number is how many times it is. */
export function isSize(words: string): boolean {
	return /^(?:[十百千万亿萬億]+|[KkM])$/u.test(words);
}

/** Whether words beside a number could change what it is of: a unit does, brackets, blanks and the sign of a currency do not. */
function says(words: string): boolean {
	return /[\p{L}‰]/u.test(words);
}

function isSame(shown: string, exact: string): boolean {
	const bare = (text: string): string => (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text);
	return bare(shown) === bare(exact);
}
