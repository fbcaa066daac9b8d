/** Months or years across: a row is a carrier or an indicator of a firm, and each column the amount of a period. */
import { type ColumnName, tableOf } from "../../contract/tables.ts";
import { readStamp } from "../../domain/period.ts";
import { headerText } from "../../reference/spelling.ts";
import type { Amount } from "../amount.ts";
import type { Layout } from "../layout.ts";
import { meaning } from "../meaning.ts";
import { periodColumn } from "../period-column.ts";

export const across: Layout = {
	id: "across",
	recognise: (words, forced, { columns }, given) => {
		if (forced !== undefined && !tableOf(forced).form) return undefined;
		const meant = (kind: Amount["kind"], column: ColumnName): boolean =>
			words.some((word) => meaning(word, kind, columns)?.column === column);
		const titled = given.some(({ column }) => column === "carrier");
		const named = meant("energy", "carrier") || titled ? "energy" : meant("output", "indicator") ? "output" : undefined;
		const kind = forced === "energy" || forced === "output" ? forced : named;
		if (kind === undefined || meant(kind, "quantity")) return undefined;
		const numbered = numberedMonths(words);
		const found = words.flatMap((word, index) => {
			const period = word === "" ? undefined : periodColumn(numbered.has(index) ? `${headerText(word)}月` : word);
			return period === undefined ? [] : [{ word, index, period }];
		});
		const periods = found.filter(({ period }) => period.of !== "total");
		const nested = periods.length > 1 && periods.every(({ period }) => period.of === "month" && fromJanuary(period.text));
		const [first] = periods;
		// Months of a year that each row or the title says, or years, or periods that say both: never two kinds side by side.
		if (first === undefined || periods.some(({ period }) => period.of !== first.period.of)) return undefined;
		const { of } = first.period;
		if (of === "year" && !words.every((word) => !whenColumns.includes(meaning(word, kind, columns)?.column as ColumnName)))
			return undefined;
		if (of !== "year" && (meant(kind, "period") || meant(kind, "month"))) return undefined;
		if (of === "period" && meant(kind, "year")) return undefined;
		const amounts = found.map(({ word, index, period }): Amount => {
			const column: ColumnName = period.of === "year" || period.of === "total" ? "period" : period.of;
			const common = { index, word, kind, name: "", states: [[column, period.text]] as const, unit: period.unit, toDate: false };
			// Behind 一季度, 上半年 and 前三季度 the year is one amount to date more.
			if (period.of === "total" && nested && /全年|^年|year|annual/i.test(period.text))
				return { ...common, states: [["month", "1-12月"]] };
			return period.of === "total" ? { ...common, total: true } : common;
		});
		// A total over years is of no period.
		const years = new Set(periods.map(({ period }) => period.text.slice(0, 4)));
		const counted =
			of === "month" || (of === "period" && years.size === 1) ? amounts : amounts.filter(({ total }) => total !== true);
		if (kind !== "energy" || meant("energy", "carrier")) return { kind, amounts: counted };
		// A ledger of one carrier: what stands before the months says what each row is.
		const labels = words.flatMap((word, index) => (index < (found[0]?.index ?? 0) && isLabel(word) ? [index] : []));
		return { kind, amounts: counted, labels };
	},
};

/** Whether a part of a year begins in January, and is more than that month. */
function fromJanuary(text: string): boolean {
	const part = readStamp(`2000年${text}`)?.period;
	return part !== undefined && part.from === 1 && part.to > 1 && part.to < 12;
}

/** Columns headed 1 to 12, in this order beside each other: the months of a year. */
function numberedMonths(words: readonly string[]): ReadonlySet<number> {
	const first = words.findIndex((_, index) =>
		Array.from({ length: 12 }, (_, month) => month).every(
			(month) => Number(headerText(words[index + month] ?? "x")) === month + 1,
		),
	);
	return new Set(first < 0 ? [] : Array.from({ length: 12 }, (_, month) => first + month));
}

/** A column of row words has no word of its own, or one that says just that. */
function isLabel(word: string): boolean {
	return /^(?:项目|项目名称|指标|指标名称|栏目|内容|类别|名称)?$/.test(headerText(word));
}

const whenColumns: readonly ColumnName[] = ["period", "year", "month"];
