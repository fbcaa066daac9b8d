/** The manual as it is written, and the tables in it that are made from what the program knows. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { flagOf, sentenceOf } from "../../src/commands/help.ts";
import { commands } from "../../src/commands/index.ts";
import { cellsOf, type TableKind } from "../../src/contract/tables.ts";
import { fields as en } from "../../src/language/en/fields.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { fields as zh } from "../../src/language/zh/fields.ts";
import { type OptionName, optionEntries } from "../../src/run/options.ts";
import { root } from "../cli/tanlu.ts";

export const readmes = { en: "README.md", zh: "src/manual/README.zh.md" } as const;
export type Tongue = keyof typeof readmes;

const folderOf = (language: Tongue): string => join(root, "src", "manual", language);

/** Names of the pages that are no command's. */
export function topics(language: Tongue): string[] {
	return readdirSync(folderOf(language))
		.filter((file) => !readFileSync(join(folderOf(language), file), "utf8").startsWith("---\n"))
		.map((file) => file.replace(/\.md$/, ""))
		.sort();
}

export const pageFile = (language: Tongue, topic: string): string => join(folderOf(language), `${topic}.md`);
export const page = (language: Tongue, topic: string): string => readFileSync(pageFile(language, topic), "utf8");
export const readme = (language: Tongue): string => readFileSync(join(root, readmes[language]), "utf8");

/** What stands between two marks of a page, made anew. */
export function generated(what: string, language: Tongue, { columnsCsv }: { readonly columnsCsv: string }): string {
	const [kind, table] = what.split(" ");
	if (kind === "options") return optionTable(language);
	if (kind === "columns") return columnTable(table as TableKind, language, columnsCsv);
	throw new Error(`nothing makes ${what}`);
}

const fieldsOf = { en, zh };

const said = (language: Tongue): Language => {
	const found = languageOf(language);
	if (found === undefined) throw new Error(`no language ${language}`);
	return found;
};

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function optionTable(language: Tongue): string {
	const names = Object.keys(optionEntries) as OptionName[];
	const heads = language === "en" ? ["option", "of", "does"] : ["选项", "命令", "作用"];
	const rows = names.map((name) => {
		const of = commands.filter(({ options }) => options.flat().includes(name));
		const formats = name === "format" ? [...new Set(of.flatMap((command) => command.formats))] : [];
		const all = of.length === 0 || of.length === commands.length;
		const users = all ? (language === "en" ? "all" : "全部") : of.map((command) => `\`${command.name}\``).join(", ");
		return row([`\`${flagOf(name)}\``, users, sentenceOf(name, formats, said(language))]);
	});
	const every = language === "en" ? "all" : "全部";
	const own = (["help", "version"] as const).map((name) =>
		row([`\`${flagOf(name)}\``, every, sentenceOf(name, [], said(language))]),
	);
	return [row(heads), row(heads.map(() => "---")), ...rows, ...own].join("\n");
}

function columnTable(kind: TableKind, language: Tongue, columnsCsv: string): string {
	const spellings = (parse(columnsCsv, { columns: true }) as Readonly<Record<string, string>>[]).filter(
		(one) => one["table"] === kind,
	);
	const heads = language === "en" ? ["column", "中文", "holds"] : ["列", "中文", "内容"];
	const sentences: Readonly<Record<string, string>> = fieldsOf[language].tables[kind].columns;
	const rows = cellsOf(kind).map(([column]) => {
		const chinese = spellings.filter((one) => one["column"] === column && one["language"] === "zh").slice(0, 3);
		return row([`\`${column}\``, chinese.map((one) => one["alias"]).join("、"), sentences[column] ?? ""]);
	});
	return [row(heads), row(heads.map(() => "---")), ...rows].join("\n");
}

/** The README and, behind it, every page with its headings one level lower, as if all were one text. */
export function documentation(language: Tongue): string {
	const lower = (text: string): string => {
		let fenced = false;
		return text
			.split("\n")
			.map((line) => {
				if (line.startsWith("```")) fenced = !fenced;
				return !fenced && line.startsWith("#") ? `#${line}` : line;
			})
			.join("\n");
	};
	return [readme(language), ...topics(language).map((topic) => lower(page(language, topic)))].join("\n");
}
