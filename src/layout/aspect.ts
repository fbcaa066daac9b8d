/**
 * Which amount a header word is of, where it says so: this month's, from January on, last year's, a plan's, in coal equivalent.
 * Source: the reading rules of this tool, headers.
 */
import { headerText } from "../reference/spelling.ts";

/** `now` is of the period of the row; the others are amounts beside it, or none of this year's consumption. */
export type Aspect = "now" | "year" | "month" | "to-date" | "last-year" | "plan" | "change" | "money" | "equivalent";

export interface Aspected {
	readonly aspect: Aspect;
	/** The word without what says so; empty where it says nothing else. */
	readonly rest: string;
}

const toDate =
	/(?:本年度?|当年|自年初)?[-;:·]?1\s?[-—–~～至到]\s?本月止?(?:累计)?(?:数|值|量$)?|(?:本年度?|当年|自年初|(?:至)?本月止?|止)?累计(?:数|值|量$)?|年初至今|\byear[- ]to[- ]date\b|\bytd\b|\bcumulative\b|\bto date\b/gi;

const apart: readonly (readonly [Aspect, RegExp])[] = [
	["last-year", /上年|去年|上期|前年|\b(?:last|previous|prior) year(?:'s)?\b/i],
	["plan", /计划|预算|预测|目标|\b(?:plan|planned|budget|forecast|target)\b/i],
	["change", /增减|增速|增长|同比|环比|\b(?:growth|change)\b/i],
	["money", /金额|费用|单价|电费|\b(?:cost|price)\b/i],
	["equivalent", /折标|标准煤|标煤|\(tce\)|\btce\b|\bcoal equivalent\b/i],
];
const current: readonly (readonly [Aspect, RegExp])[] = [
	["month", /^(?:本月|当月)(?:实际)?(?:数|值)?|\(?本月\)?(?=$|\([^()]*\)$)|\bthis month(?:'s)?\b/i],
	["year", /^(?:本年度?|今年)(?:实际)?(?:数|值)?|\(?本年(?:实际)?\)?$|\bthis year(?:'s)?\b/i],
	["now", /^(?:本期|实际)(?:数|值)?|\(?实际\)?$|\bactual\b/i],
];

/** What a header word says of its amount; undefined where it says nothing. */
export function aspectOf(word: string): Aspected | undefined {
	const text = headerText(word);
	for (const [aspect, form] of apart) if (form.test(text)) return { aspect, rest: without(text, form) };
	const cumulative = without(text, toDate);
	if (cumulative !== without(text, /$^/)) return { aspect: "to-date", rest: cumulative };
	for (const [aspect, form] of current) if (form.test(text)) return { aspect, rest: without(text, form) };
	return undefined;
}

const marks: ReadonlySet<string> = new Set(" -_;:·、,");

/** The word without some of its letters, and without the brackets and marks that held them. */
function without(text: string, form: RegExp): string {
	const rest = text
		.replace(form, " ")
		// Single blanks first: what follows looks at each once.
		.replace(/\s+/g, " ")
		.replace(/\( ?[-,;:·、]? ?\)/g, " ")
		.replace(/\s+/g, " ")
		.replace(/ (?=[()])|(?<=\() /g, "");
	let [start, end] = [0, rest.length];
	while (start < end && marks.has(rest[start] as string)) start += 1;
	while (end > start && marks.has(rest[end - 1] as string)) end -= 1;
	return rest.slice(start, end);
}
