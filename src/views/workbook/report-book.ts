/** The report as a workbook: what its csv and its json hold, as tables of numbers. */
import { type CsvColumn, columnsOf, shapesOf } from "../../contract/outputs.ts";
import {
	type Report,
	type ReportFirm,
	type ReportSector,
	type ReportYear,
	reportColumns,
	sheetColumns,
} from "../../contract/report.ts";
import type { BookTexts } from "../../language/book-texts.ts";
import type { Fields } from "../../language/fields.ts";
import type { Language, Naming } from "../../language/language.ts";
import type { TargetTerms } from "../../language/report-texts.ts";
import { width } from "../width.ts";
import type { Book, Cell, Column, Sheet } from "./book.ts";
import type { Said } from "./said.ts";

export interface ReportBook {
	readonly report: Report;
	/** What was judged and on what basis, in sentences. */
	readonly told: readonly string[];
	/** What is asked of firms by other terms than the plan's. */
	readonly ownTerms: readonly { readonly firm: string; readonly terms: TargetTerms }[];
	/** Places of intensities, as cells show them. */
	readonly digits: number;
	readonly language: Language;
	readonly naming: Naming;
}

type Row = Readonly<Record<string, unknown>>;
type Instead = Readonly<Record<string, (row: Row) => unknown>>;
type TableName = keyof BookTexts["titles"] & ("years" | keyof typeof sheetColumns);

/** A table of the report: its columns, and what its rows hold. */
interface Table {
	readonly name: TableName;
	readonly count: number;
	readonly rows: () => Iterable<Row>;
	/** What stands in a column where that is not its value. */
	readonly instead?: Instead;
}

export function reportBook(view: ReportBook, said: Said): Book {
	const tables = tablesOf(view.report);
	return {
		sheets: [...tables.map((table) => sheetOf(table, view, said)), basisSheet(view, said.texts), columnSheet(tables, said)],
	};
}

function tablesOf({ firms, sectors, findings, inputs }: Report): readonly Table[] {
	const years = firms.flatMap((firm) => firm.years.map((year) => ({ firm, year })));
	const sectorYears = sectors.flatMap((sector) => sector.years.map((sectorYear) => ({ sector, sectorYear })));
	const factorOf = ({ carrier }: Row): Row | null => (carrier as { readonly factor: Row | null }).factor;
	return [
		{ name: "years", count: years.length, rows: () => years },
		{ name: "sectors", count: sectorYears.length, rows: () => sectorYears },
		{
			name: "carriers",
			count: years.reduce((sum, { year }) => sum + year.carriers.length, 0),
			rows: function* () {
				for (const { firm, year } of years)
					for (const carrier of year.carriers) {
						const { factor } = carrier;
						const [factorInParts, directFactor] = factor?.kind === "parts" ? [factor, null] : [null, factor];
						yield { firm, year, carrier, factorInParts, directFactor };
					}
			},
			// Said of both kinds of factor.
			instead: { measured: (row) => factorOf(row)?.["measured"] ?? null, source: (row) => factorOf(row)?.["source"] ?? null },
		},
		...indicatorTables(years, sectorYears),
		{ name: "findings", count: findings.list.length, rows: () => findings.list.map((finding) => ({ finding })) },
		{ name: "inputs", count: inputs.length, rows: () => inputs.map((input) => ({ input, rows: input.rows })) },
	];
}

/** What else plans ask of, and what sectors are allowed: sheets only where there is any. */
function indicatorTables(
	years: readonly { readonly firm: ReportFirm; readonly year: ReportYear }[],
	sectorYears: readonly { readonly sector: ReportSector; readonly sectorYear: ReportSector["years"][number] }[],
): Table[] {
	const indicators = years.flatMap(({ firm, year }) => year.indicators.map((indicator) => ({ firm, year, indicator })));
	const caps = sectorYears.flatMap((row) => (row.sectorYear.cap === null ? [] : [{ ...row, cap: row.sectorYear.cap }]));
	const tables: Table[] = [
		{ name: "indicators", count: indicators.length, rows: () => indicators },
		{ name: "caps", count: caps.length, rows: () => caps },
	];
	return tables.filter(({ count }) => count > 0);
}

const columnsIn = (name: TableName): CsvColumn[] =>
	columnsOf(name === "years" ? reportColumns : sheetColumns[name], shapesOf("report"));

function sheetOf({ name, count, rows, instead = {} }: Table, view: ReportBook, { texts }: Said): Sheet {
	const columns = columnsIn(name);
	const titles: Readonly<Record<string, string>> = texts.titles[name];
	const cellsOf = (row: Row): Cell[] =>
		columns.map((column) => cellOf((instead[column.column] ?? ((all) => valueAt(all, column)))(row), column, view, texts));
	return {
		name: texts.sheets[name],
		columns: columns.map((column, index) =>
			columnOf(titles[column.column] ?? column.column, column, view.digits, () => widest(rows(), cellsOf, index)),
		),
		count,
		rows: function* () {
			for (const row of rows()) yield cellsOf(row);
		},
		filtered: true,
	};
}

/** A title has room for the mark of its filter. */
const markWidth = 3;
const numberWidth = 12;
const [narrowest, broadest, proseWidth] = [6, 40, 60];

/** How numbers of a kind are shown; what is stored has its digits. */
const formats: Readonly<Record<string, string>> = {
	tonnes: "#,##0.00",
	tce: "#,##0.00",
	percent: "#,##0.00",
	points: "#,##0.00",
	"short-percent": "#,##0.00",
	"short-ratio": "0.00",
};

function columnOf(title: string, { kind, type, column }: CsvColumn, digits: number, longest: () => number): Column {
	const named = width(title) + markWidth;
	if (type !== "string") {
		const places = digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
		const format = type === "integer" ? "0" : kind === "intensity" ? places : (formats[kind] ?? "General");
		return { title, width: Math.max(named, type === "integer" ? narrowest : numberWidth), format };
	}
	if (column === "message" || column === "remedy") return { title, width: proseWidth, format: "General", prose: true };
	return { title, width: Math.max(named, Math.min(broadest, longest())), format: "General" };
}

/** So many rows are looked at for the width of a column. */
const looked = 200;

function widest(rows: Iterable<Row>, cellsOf: (row: Row) => readonly Cell[], column: number): number {
	let most = 0;
	let row = 0;
	for (const one of rows) {
		const cell = cellsOf(one)[column];
		if (cell != null && "text" in cell) most = Math.max(most, width(cell.text) + 1);
		row += 1;
		if (row === looked) break;
	}
	return most;
}

function valueAt(row: Row, { path }: CsvColumn): unknown {
	let value: unknown = row;
	for (const key of path) {
		if (value === null || value === undefined) return null;
		value = (value as Row)[key];
	}
	return value ?? null;
}

/** Nothing stands where nothing is known. Figures are numbers; words are those of the language. */
function cellOf(value: unknown, column: CsvColumn, view: ReportBook, texts: BookTexts): Cell {
	if (value === null || value === undefined) return null;
	if (column.type !== "string") return { number: String(value) };
	const { words, namesInMessages } = view.language;
	const word = (one: unknown): string =>
		typeof one === "boolean"
			? one
				? words.yes
				: words.no
			: namesInMessages
				? named(String(one), column, view, texts)
				: String(one);
	if (!Array.isArray(value)) return { text: word(value) };
	return value.length === 0 ? null : { text: namesInMessages ? words.list(value.map(word)) : value.map(word).join(" ") };
}

/** The word of the language for one of the contract, as the report on a screen has it; what has none stays. */
function named(word: string, { kind, column }: CsvColumn, { language, naming }: ReportBook, texts: BookTexts): string {
	const { words } = language;
	const of = (list: Readonly<Record<string, string>>): string => list[word] ?? word;
	switch (kind) {
		case "of verdictWords":
			return of(words.verdicts);
		case "of qualifiers":
			return of(words.qualifiers);
		case "of reasons":
			return of(words.reasons);
		case "of testResults":
			return of(words.tests);
		case "of coverages":
			return of(words.coverage);
		case "of uses":
			return of(words.uses);
		case "of gravities":
			return of(words.gravities);
		case "of planIndicators":
			return of(words.indicators);
		case "of tableKinds":
			return of(words.tables);
		case "prices":
			return word === "mixed" ? word : words.prices(word as Parameters<typeof words.prices>[0]);
		case "intensity-unit":
			return words.unit(word);
		case "id":
			return column === "carrier" ? naming.carrier(word) : word === "all" ? texts.allSectors : naming.sector(word);
		default:
			if (column === "province") return naming.province(word);
			return column === "unit" || column.endsWith("_unit") ? words.unit(word) : word;
	}
}

/** What was judged and on what basis, and what else the run depends on. */
function basisSheet({ report, told, ownTerms, language }: ReportBook, { sheets, basis: titles, notes }: BookTexts): Sheet {
	const { basis, tool, findings } = report;
	const { list } = language.words;
	const item = (title: string, text: string): Cell[] => [{ text: title }, { text }];
	const some = (all: readonly string[]): string => (all.length === 0 ? titles.none : list(all));
	const rows: Cell[][] = [
		...[...told, ...notes].map((text): Cell[] => [null, { text }]),
		item(
			titles.ownTerms,
			some(ownTerms.map(({ firm, terms }) => `${firm} ${terms.reduction}% ${terms.baseYear}-${terms.targetYear}`)),
		),
		item(titles.mappings, some(basis.mappings)),
		item(titles.assertions, some(basis.assertions)),
		item(titles.notChecked, some(findings.notChecked.map(({ rule, why }) => `${rule}: ${why}`))),
		item(titles.tool, `${tool.name} ${tool.version}`),
		item(titles.seeds, tool.seeds),
		item(titles.rules, tool.rules),
	];
	return {
		name: sheets.basis,
		columns: [
			{ title: "", width: 26, format: "General" },
			{ title: "", width: 100, format: "General", prose: true },
		],
		count: rows.length,
		rows: () => rows,
	};
}

/** Every column of the other sheets: its name in the csv, its unit, what it holds. */
function columnSheet(tables: readonly Table[], { texts, fields }: Said): Sheet {
	const [sheet, title, name, unit, about] = texts.titles.columns;
	const rows = tables.flatMap((table) => {
		const titles: Readonly<Record<string, string>> = texts.titles[table.name];
		return columnsIn(table.name).map((column): Cell[] => [
			{ text: texts.sheets[table.name] },
			{ text: titles[column.column] ?? column.column },
			{ text: column.column },
			column.unit === null ? null : { text: column.unit },
			{ text: sentenceOf(column, fields) },
		]);
	});
	const longest = (at: number): number =>
		Math.max(
			...rows.map((cells) => {
				const cell = cells[at];
				return cell != null && "text" in cell ? width(cell.text) + 1 : 0;
			}),
		);
	return {
		name: texts.sheets.columns,
		columns: [
			...[sheet, title, name, unit].map((own, at) => ({
				title: own,
				width: Math.max(width(own) + markWidth, longest(at)),
				format: "General",
			})),
			{ title: about, width: 100, format: "General", prose: true as const },
		],
		count: rows.length,
		rows: () => rows,
		filtered: true,
	};
}

function sentenceOf({ told: [shape, key] }: CsvColumn, fields: Fields): string {
	const all: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...fields.shared, ...fields.report };
	return all[shape]?.[key] ?? "";
}
