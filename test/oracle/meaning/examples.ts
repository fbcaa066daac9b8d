/** The worked examples of READING-TABLES as they stand in fixtures/reading, and their tables as plain rows. */
import { readdirSync, readFileSync } from "node:fs";
import type { Known, LostRow } from "./lost.ts";
import type { Asserted, OutputRow, Stated, Tables, UseRow } from "./rows.ts";

export interface Expected {
	readonly firm: string;
	readonly year: number;
	/** t CO2 as printed; null: no figure */
	readonly total: string | null;
	/** the rules leave open whether a total is shown */
	readonly anyTotal?: boolean;
	readonly fuel?: string | null;
	readonly process?: string | null;
	readonly electricity?: string | null;
	readonly heat?: string | null;
	readonly apart?: string;
	/** why the year is withheld, what lies in other years aside */
	readonly reasons: readonly string[];
	/** a gravity, and a code where the rules name one */
	readonly says?: readonly string[];
	readonly silent?: readonly string[];
	/** tonnes by code */
	readonly weights?: Readonly<Record<string, string>>;
}

export interface Example {
	readonly id: string;
	readonly input: string;
	readonly energy: readonly string[];
	readonly output: readonly string[];
	readonly options?: readonly string[];
	readonly expect: readonly Expected[];
}

const folder = new URL("../../../fixtures/reading/", import.meta.url);

interface Section<T> {
	readonly name: string;
	readonly source: string;
	readonly examples: readonly T[];
}

const read = <T>(name: string): Section<T> => {
	const { source, examples } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Omit<Section<T>, "name">;
	return { name: name.replace(".json", ""), source, examples };
};

export const sections = (): Section<Example>[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".json") && name !== "lost.json")
		.sort()
		.map((name) => read<Example>(name));

const HEADER: Readonly<Record<string, keyof UseRow>> = {
	企业: "firm",
	期间: "period",
	年份: "year",
	月份: "month",
	能源品种: "carrier",
	代码: "code",
	消费量: "quantity",
	计量单位: "unit",
	购进量: "purchased",
	期初库存: "opening",
	期末库存: "closing",
	转出量: "out",
	车号: "delivery",
	备案标记: "other",
};

const cells = (line: string): string[] => line.split(",");
const isHeader = (line: string): boolean => /^(firm|企业),/.test(line);

const records = (lines: readonly string[]): Record<string, string>[] => {
	const at = lines.findIndex(isHeader);
	const header = cells(lines[at] ?? "").map((word) => HEADER[word] ?? word);
	return lines.slice(at + 1).map((line) => Object.fromEntries(cells(line).map((cell, index) => [header[index] ?? "", cell])));
};

/** A column for each carrier, with its unit in brackets. */
const fromWide = (row: Readonly<Record<string, string>>): UseRow[] =>
	Object.entries(row).flatMap(([word, quantity]) => {
		const [, carrier, unit] = /^(.+)\((.+)\)$/.exec(word) ?? [];
		if (carrier === undefined || unit === undefined) return [];
		return [{ firm: row["firm"] ?? "", period: row["period"] ?? "", carrier, unit, quantity, layout: "wide" }];
	});

const amounts = (word: string): Stated => {
	const [scope, kind] = word.includes("=") ? word.split("=") : ["", word];
	return { scope: scope ?? "", amounts: kind === "to-date" ? "to-date" : "monthly" };
};

const NAMES: Readonly<Record<string, string>> = { 原煤: "raw-coal" };

const assertedBy = (options: readonly string[], form: boolean): Asserted => {
	const after = (flag: string): string[] => options.flatMap((word, index) => (options[index - 1] === flag ? [word] : []));
	const [boundary] = after("--boundary");
	const [factors] = after("--factors");
	return {
		amounts: after("--amounts").map(amounts),
		addRepeats: options.includes("--add-repeats"),
		absentIsZero: options.includes("--absent-is-zero"),
		boundary: boundary === "energy" ? "energy" : "all",
		map: Object.fromEntries(
			after("--map").map((word) => {
				const [from = "", to = ""] = word.split("=");
				return [NAMES[from] ?? from, to];
			}),
		),
		form,
		...(factors === undefined ? {} : { factors }),
	};
};

const NO_PERIOD = /有效期至|报出日期|填报日期|文号|制表时间/;

/** A period that a title says, taken whole. */
const periodIn = (title: string): string | null =>
	NO_PERIOD.test(title) ? null : (/\d{4}年(?:\d+-\d+月|第?[一二三四]季度|\d+月|[上下]半年|度)?/.exec(title)?.[0] ?? null);

export const tablesOf = ({ energy, output, options = [] }: Example): Tables => {
	const rows = records(energy);
	const wide = rows.some((row) => !("carrier" in row));
	const titles = energy.slice(0, energy.findIndex(isHeader));
	const form = titles.some((title) => title.includes("205-1"));
	const period = titles.map(periodIn).find((found) => found !== null) ?? null;
	const dated = rows.map((row) => (period === null || "period" in row || "year" in row ? row : { ...row, period }));
	return {
		energy: wide ? dated.flatMap(fromWide) : dated,
		output: records(output) as OutputRow[],
		asserted: assertedBy(options, form),
	};
};

export interface LostExample {
	readonly id: string;
	readonly input: string;
	readonly files: Readonly<Record<string, readonly string[]>>;
	/** each lost line, counted from one */
	readonly lost: readonly {
		readonly file: string;
		readonly line: number;
		readonly why: LostRow["why"];
		readonly title?: string;
	}[];
	readonly run: readonly Known[];
	/** years by firm; null: all of them */
	readonly withheld: Readonly<Record<string, readonly number[] | null>>;
	readonly free: readonly string[];
}

export const lostSection = (): Section<LostExample> => read<LostExample>("lost.json");

/** A cell is quoted from its beginning to its end, or not at all. */
const quotedCells = (line: string): string[] =>
	[...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)]
		.slice(0, -1)
		.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");

const FIRM_WORDS = ["firm", "企业", "企业名称"];
const PERIOD_WORDS = ["period", "期间"];
const CODE_WORD = "统一社会信用代码";

const at = (header: readonly string[], words: readonly string[]): number => header.findIndex((word) => words.includes(word));

/** The lost rows of an example, with the tables around them. */
export const lostRows = ({ files, lost, run }: Pick<LostExample, "files" | "lost" | "run">): LostRow[] =>
	lost.map(({ file, line, why, title }): LostRow => {
		const lines = files[file] ?? [];
		const headerAt = lines.findIndex((text) => PERIOD_WORDS.some((word) => quotedCells(`${text},`).includes(word)));
		const header = quotedCells(`${lines[headerAt]},`);
		const [firmAt, codeAt] = [at(header, FIRM_WORDS), at(header, [CODE_WORD])];
		const gone = new Set(lost.filter((other) => other.file === file).map((other) => other.line));
		const sound = lines.flatMap((text, index) =>
			index <= headerAt || gone.has(index + 1) ? [] : [{ line: index + 1, firm: quotedCells(`${text},`)[firmAt] ?? "" }],
		);
		const named = [...new Set(sound.map(({ firm }) => firm).filter((firm) => firm !== ""))];
		return {
			cells: why === "quote" ? (lines[line - 1] ?? "").split(",") : quotedCells(`${lines[line - 1]},`),
			why,
			firmAt,
			codeAt: codeAt < 0 ? null : codeAt,
			periodAt: at(header, PERIOD_WORDS),
			above: sound.filter((row) => row.line < line).reverse(),
			below: sound.filter((row) => row.line > line),
			table: title === undefined ? named : [title],
			run,
		};
	});
