/** Header words that are periods: a column of amounts for each month, each year, or part of a year. */
import { headerText } from "../reference/spelling.ts";

export interface PeriodColumn {
	/** A month or part of a year without its year, a year, or a period that says both. */
	readonly of: "month" | "year" | "period" | "total";
	/** As a cell of such a column would have it. */
	readonly text: string;
	/** In brackets behind it; empty where there is none. */
	readonly unit: string;
}

const month = /^(?:0?[1-9]|1[0-2])月(?:份)?$/;
const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
const numeralMonth = /^(十[一二]?|[一二三四五六七八九])月(?:份)?$/;
const yearTotal = /^(?:19|20)\d{2}年(?:合计|总计|全年|累计|全年合计)$/;
const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const englishMonth = /^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$/i;
const yearMonth = /^(?:19|20)\d{2}(?:年(?:0?[1-9]|1[0-2])月(?:份)?|[-/.](?:0[1-9]|1[0-2]))$/;
/** Jan-23, Jan 2023, January 2023: as spreadsheets write a month in English. */
const englishYearMonth = /^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?[ -]?(?:(20\d{2})|'?(\d{2}))$/i;
const yearPart = /^(?:19|20)\d{2}年(?:第?[一二三四1-4]季度|[上下]半年)$/;
const part =
	/^(?:第?[一二三四1-4]季度|前[二三23]个?季度|[上下]半年|(?:0?[1-9]|1[0-2])月?[-—–~～至](?:0?[1-9]|1[0-2])月(?:份)?|q[1-4])$/i;
const year = /^((?:19|20)\d{2})(?:年(?:度)?)?(?:实际|消费量|用量)?$/;
const total =
	/^(?:合计|总计|全年|全年合计|全年累计|年合计|年度合计|年累计|本年累计|累计|1[-—–~～至]12月(?:份)?(?:合计|累计)|total|year total|annual total)$/i;
const unitBehind = /^(.*?)\s*\(([^()]*)\)$/;

/** The period that a header word names; undefined where it names none. */
export function periodColumn(word: string): PeriodColumn | undefined {
	const text = headerText(word);
	const parts = unitBehind.exec(text);
	const [bare, unit] = parts === null ? [text, ""] : [parts[1] as string, parts[2] as string];
	const numeral = numeralMonth.exec(bare);
	if (numeral !== null) return { of: "month", text: `${numerals.indexOf(numeral[1] as string) + 1}月`, unit };
	if (total.test(bare) || yearTotal.test(bare)) return { of: "total", text: bare, unit };
	if (month.test(bare) || part.test(bare)) return { of: "month", text: bare, unit };
	const named = englishMonth.exec(bare);
	if (named !== null)
		return { of: "month", text: `${english.indexOf((named[1] as string).slice(0, 3).toLowerCase()) + 1}月`, unit };
	const both = englishYearMonth.exec(bare);
	if (both !== null) {
		const [, name = "", long, short] = both;
		const number = english.indexOf(name.slice(0, 3).toLowerCase()) + 1;
		return { of: "period", text: `${long ?? `20${short}`}-${String(number).padStart(2, "0")}`, unit };
	}
	if (yearMonth.test(bare) || yearPart.test(bare)) return { of: "period", text: bare, unit };
	const years = year.exec(bare);
	return years === null ? undefined : { of: "year", text: years[1] as string, unit };
}

export interface DatedWord {
	/** As a cell of a period would have it. */
	readonly period: string;
	readonly rest: string;
}

const inName =
	/^((?:19|20)\d{2}年(?:度)?(?:(?:0?[1-9]|1[0-2])月?[-—–~～至到](?:0?[1-9]|1[0-2])月(?:份)?|第?[一二三四1-4]季度|[上下]半年|(?:0?[1-9]|1[0-2])月(?:份)?|全年)?)(?!度?$|实际$|(?:不变价|可比价|价|版|修订))(\D.*)$/;

/** `2024年电力消费量(万千瓦时)`: an amount whose name begins with its year; the year of constant prices is none of the amount. */
export function datedWord(word: string): DatedWord | undefined {
	const parts = inName.exec(headerText(word));
	return parts === null ? undefined : { period: (parts[1] as string).replace("年度", "年"), rest: parts[2] as string };
}
