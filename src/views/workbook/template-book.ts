/** Template tables as one workbook: a sheet each, with lists to choose from, and a sheet that says how to fill them in. */

import { indicators, uses } from "../../domain/words.ts";
import type { BookTexts } from "../../language/book-texts.ts";
import type { Template } from "../../language/init-texts.ts";
import type { Language } from "../../language/language.ts";
import { width } from "../width.ts";
import type { Book, Cell, Column, Sheet } from "./book.ts";

/** What can be chosen that the reference has: names in the language of the tables. */
export interface Offered {
	readonly carriers: readonly string[];
	readonly sectors: readonly string[];
	readonly provinces: readonly string[];
}

export interface TemplateBook {
	readonly tables: { readonly energy: Template; readonly output: Template; readonly firms: Template };
	/** How to fill them in, in Markdown, and the sheet that it stands in. */
	readonly guide: { readonly sheet: string; readonly text: string };
	readonly offered: Offered;
	readonly language: Language;
}

type ListName = keyof BookTexts["lists"];

/** Units that are metered in, and those of money and of products. */
const units = {
	energy: ["t", "10^4 t", "kg", "10^4 Nm3", "Nm3", "GJ", "MJ", "10^4 kWh", "kWh", "MWh"],
	output: ["10^4 CNY", "CNY", "10^8 CNY", "t", "10^4 t"],
} as const;

/** By table, in the order of its columns: what is chosen from a list; `amount` is a number. */
const choices: { readonly [T in keyof TemplateBook["tables"]]: readonly (ListName | "amount" | "period" | null)[] } = {
	energy: [null, "period", "carriers", "amount", "energyUnits", "uses", null],
	output: [null, "period", "indicators", null, "amount", "outputUnits", "prices", null],
	firms: [null, null, "sectors", "provinces", null],
};

export function templateBook({ tables, guide, offered, language }: TemplateBook, texts: BookTexts): Book {
	const { words, namesInMessages } = language;
	const word = (id: string, name: string): string => (namesInMessages ? name : id);
	const lists: { readonly [L in ListName]: readonly string[] } = {
		...offered,
		energyUnits: units.energy.map((unit) => word(unit, words.unit(unit))),
		outputUnits: units.output.map((unit) => word(unit, words.unit(unit))),
		uses: uses.map((use) => word(use, words.uses[use])),
		indicators: indicators.map((one) => word(one, words.indicators[one])),
		prices: (["constant-2020", "current"] as const).map((prices) => word(prices, words.prices(prices))),
	};
	const named = Object.keys(lists) as ListName[];
	return {
		sheets: [
			...(["energy", "output", "firms"] as const).map((table) => tableSheet(tables[table], choices[table], texts)),
			guideSheet(guide),
			listSheet(named, lists, texts),
		],
		lists: named.map((name, column) => ({ name, sheet: texts.sheets.lists, column, count: lists[name].length })),
	};
}

function tableSheet(
	{ file, rows: [header, example] }: Template,
	kinds: (typeof choices)["energy"],
	{ otherwise }: BookTexts,
): Sheet {
	const columns = header.map((title, index): Column => {
		const kind = kinds[index] ?? null;
		const own = { title, width: Math.max(width(title), width(example[index] ?? ""), 10) + 4, format: "General" };
		if (kind === null) return own;
		// A month that is typed would become a day.
		if (kind === "period") return { ...own, format: "@" };
		return { ...own, choice: kind === "amount" ? { otherwise: otherwise.amount } : { list: kind, otherwise: otherwise.list } };
	});
	const cells = example.map(
		(text, index): Cell => (text === "" ? null : kinds[index] === "amount" ? { number: text } : { text }),
	);
	return { name: file.replace(/\.csv$/, ""), columns, count: 1, rows: () => [cells] };
}

/** The guide, a paragraph or an item a row, without the marks of Markdown. */
function guideSheet({ sheet, text: guide }: TemplateBook["guide"]): Sheet {
	const rows: string[] = [];
	for (const block of guide.trim().split(/\n\n/)) {
		for (const line of block.split("\n")) {
			const plain = line
				.replace(/^#+ /, "")
				.replace(/^- /, "• ")
				.replace(/\*\*|`/g, "");
			const before = rows.at(-1);
			// Lines of a paragraph belong together; items and commands stand by themselves.
			const goesOn = before !== undefined && before !== "" && !/^(• | {4})/.test(plain) && !/^ {4}/.test(before);
			if (goesOn)
				rows[rows.length - 1] = `${before}${/[ -~]$/.test(before) && /^[ -~]/.test(plain.trim()) ? " " : ""}${plain.trim()}`;
			else rows.push(plain.trimEnd());
		}
		rows.push("");
	}
	while (rows.at(-1) === "") rows.pop();
	return {
		name: sheet,
		columns: [{ title: "", width: 100, format: "General", prose: true }],
		count: rows.length,
		rows: () => rows.map((text) => [text === "" ? null : { text }]),
	};
}

function listSheet(
	names: readonly ListName[],
	lists: { readonly [L in ListName]: readonly string[] },
	{ sheets, lists: titles }: BookTexts,
): Sheet {
	const count = Math.max(...names.map((name) => lists[name].length));
	return {
		name: sheets.lists,
		hidden: true,
		columns: names.map((name) => ({ title: titles[name], width: 30, format: "@" })),
		count,
		rows: () =>
			Array.from({ length: count }, (_, row) =>
				names.map((name): Cell => {
					const text = lists[name][row];
					return text === undefined ? null : { text };
				}),
			),
	};
}
