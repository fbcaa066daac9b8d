/** The shelf of formats that templates are written in: files of their own, or sheets of one. */
import type { Template } from "../../language/init-texts.ts";
import type { Language } from "../../language/language.ts";
import { loadReference } from "../../reference/reference.ts";
import { namingOf } from "../naming.ts";
import { offeredIn } from "../template-lists.ts";
import { csvCell } from "./csv-cell.ts";

/** A file of the templates, by its name; its content is asked for when the command that reads the tables is known. */
export interface TemplateFile {
	readonly name: string;
	/** Whether `tanlu report` reads it; else it is the guide. */
	readonly isTable: boolean;
	readonly content: (report: string) => string | Promise<Uint8Array>;
}

export interface TemplateFormat {
	readonly files: (language: Language) => readonly TemplateFile[];
	/** What to do next. */
	readonly next: (language: Language, paths: readonly string[], report: string) => string;
}

export const initFormats: Readonly<Record<string, TemplateFormat>> = {
	csv: {
		files: ({ init }) => [
			...[init.energy, init.output, init.firms].map(
				(template): TemplateFile => ({ name: template.file, isTable: true, content: () => tableText(template) }),
			),
			{ name: init.guide.file, isTable: false, content: (report) => init.guide.text(report, false) },
		],
		next: ({ init }, paths, report) => init.next(paths.at(-1) as string, report),
	},
	xlsx: {
		files: (language) => [{ name: language.init.book.file, isTable: true, content: (report) => workbook(language, report) }],
		next: ({ init }, _, report) => init.book.next(report),
	},
};

/** With a byte-order mark: spreadsheets know UTF-8 by it. */
function tableText({ rows }: Template): string {
	return `\ufeff${rows.map((cells) => cells.map((cell) => csvCell(cell, "text")).join(",")).join("\n")}\n`;
}

/** What writes workbooks is loaded where one is asked for. */
async function workbook(language: Language, report: string): Promise<Uint8Array> {
	const { templateWorkbook } = await import("../workbook/written.ts");
	const { init } = language;
	const reference = loadReference();
	return templateWorkbook({
		tables: init,
		guide: { sheet: init.book.guide, text: init.guide.text(report, true) },
		offered: offeredIn(language, namingOf(language, reference), reference),
		language,
	});
}
