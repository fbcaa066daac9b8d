/**
 * The layouts of offices once more as workbooks: every expectation of `fixtures/reading-cases` about them holds whether the sheet is
 * a text or a workbook. What is said of encodings, separators and quotes has no meaning there.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { utils, write } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { casesFolder, otherwise, type ReadingCase, readingCases } from "../support/reading-case.ts";

/** Layouts, and their smallest inputs. */
const asked =
	/^(?:office\/(?:held|silent|repro\/(?:R3|R3b|R3c|R7|R9|W|U))|public\/forms|kinds\/(?:headers|office-layouts|form-205-1|of-which|wide-columns|total-words))$/;

/** What is said of text alone. */
const ofText = /encoding|quote|separator|newline|ragged|utf|gb18030/i;

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("gb18030").decode(bytes);
	}
}

/** Numbers as numbers where a spreadsheet would take them for such and show them again as they are. */
function cellOf(cell: string): string | number | null {
	if (cell === "") return null;
	return /^-?(?:0|[1-9]\d{0,13})(?:\.\d*[1-9])?$/.test(cell) && String(Number(cell)) === cell ? Number(cell) : cell;
}

/** The folder of a case with each table as a workbook; its files are named as before, but for the end. */
function asWorkbooks({ at }: ReadingCase): string {
	const from = join(casesFolder, at);
	const folder = mkdtempSync(join(tmpdir(), "tanlu-workbooks-"));
	folders.push(folder);
	for (const name of readdirSync(from).filter((one) => one.endsWith(".csv"))) {
		const rows: string[][] = parse(textOf(readFileSync(join(from, name))), {
			bom: true,
			relaxColumnCount: true,
			relaxQuotes: true,
			skipEmptyLines: false,
		});
		const book = utils.book_new();
		utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.map(cellOf))), "Sheet1");
		writeFileSync(join(folder, name.replace(/\.csv$/, ".xlsx")), write(book, { type: "buffer", bookType: "xlsx" }));
	}
	return relative(casesFolder, folder);
}

const cases = readingCases().filter(({ at }) => asked.test(at));

it("asks the layouts of offices", () => {
	expect(cases.length).toBeGreaterThan(10);
});

describe.each(cases.map((one) => [one.at, one] as const))("%s as workbooks", (_, one) => {
	let at = "";
	const commands = one.case.commands
		.filter(
			(command) => !ofText.test(JSON.stringify(command)) && command.argv.every((word) => !/\.(?:xls|xlsx|gz|txt)$/.test(word)),
		)
		.map((command) => JSON.parse(JSON.stringify(command).replaceAll(".csv", ".xlsx")) as typeof command);
	it.each(commands.map((command) => [command.name, command] as const))("%s", async (_, command) => {
		if (at === "") at = asWorkbooks(one);
		const wrong = await otherwise(at, command);
		expect(wrong, [command.why, ...wrong].join("\n")).toEqual([]);
	});
});
