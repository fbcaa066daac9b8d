/** What the title lines above a table say of all its rows: whose it is, of which year, in which unit of money. */
import type { PlacedRecord } from "../csv/records.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";

/** Something a title says, in place of a column the table does not have. */
export interface Given {
	readonly column: "credit_code" | "firm" | "firm_name" | "year" | "unit";
	readonly value: string;
	/** The words it was read from. */
	readonly word: string;
	readonly row: number;
	readonly line: number;
}

/** Dates of filling in and of printing are not the year of the table. */
const dated = /填报日期|制表日期|打印日期|报出日期|报送日期|日期|date/i;
const creditCode = /统一社会信用代码\s*[:：]?\s*([0-9A-Za-z]{15,20})(?![0-9A-Za-z])/;
const firmName = /^(?:企业名称|单位名称|填报单位|报送单位|填报企业|企业|公司名称)\s*[:：]\s*(\S.*)$/;
/** A company's name as it opens a title: 禅城陶瓷有限公司2023年能源消费台账. */
const companyTitle =
	/^(\D{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|总厂|公司|集团|厂))(?=\s*(?:(?:19|20)\d{2}|\D*(?:台账|报表|统计表|汇总表|明细表|消费表|情况表)))/;
const yearOfTitle = /(?:^|\D)((?:19|20)\d{2})\s*年/g;
const unitOfTitle = /^(?:计量|金额|货币)?单位\s*[:：]\s*(\S+)$/;

/** Reads the titles; of each column the first that says it, and a year only where all titles name the same one. */
export function readCaption(titles: readonly PlacedRecord[], { units }: Reference): Given[] {
	const found: Given[] = [];
	const years = new Map<string, Given>();
	const note = (column: Given["column"], value: string, word: string, { row, line }: PlacedRecord): void => {
		if (!found.some((one) => one.column === column)) found.push({ column, value, word, row, line });
	};
	for (const title of titles) {
		for (const [at, cell] of title.cells.entries()) {
			const text = plain(cell);
			if (text === "") continue;
			// A label may have its value in the cell beside it.
			const beside = title.cells[at + 1] ?? "";
			const next = plain(beside);
			const label = /[:：]$/.test(text) || isLabel(text);
			const whole = label ? `${text.replace(/[:：]$/, "")}:${next}` : text;
			const word = (label ? `${cell} ${beside}` : cell).trim();
			const code = creditCode.exec(whole);
			if (code !== null) note("credit_code", code[1] as string, word, title);
			const unit = unitOfTitle.exec(whole);
			if (unit !== null && units.find(unit[1] as string)?.dimension === "money") note("unit", unit[1] as string, word, title);
			const name = firmName.exec(whole) ?? companyTitle.exec(whole);
			if (name !== null) note("firm", (name[1] as string).trim(), word, title);
			if (dated.test(whole)) continue;
			for (const [, year] of whole.matchAll(yearOfTitle))
				years.set(year as string, { column: "year", value: year as string, word, row: title.row, line: title.line });
		}
	}
	const [year, ...more] = years.values();
	return year === undefined || more.length > 0 ? found : [...found, year];
}

function isLabel(text: string): boolean {
	return /^(统一社会信用代码|企业名称|单位名称|填报单位|报送单位|公司名称)$/.test(text);
}
