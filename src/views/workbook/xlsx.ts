/** A workbook as .xlsx: the parts of ECMA-376 that spreadsheets ask for, and no others. The same workbook is always the same bytes. */
import { mostRows } from "../../findings/bounds.ts";
import { archive, type Part } from "./archive.ts";
import type { Book, Sheet } from "./book.ts";
import { isTitled, letters, rangeOf, sheetXml } from "./sheet-part.ts";
import { Styles } from "./styles.ts";
import { written } from "./text.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const media = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** @param most rows a sheet may have; those of a longer one go on in a sheet behind it */
export function xlsx(book: Book, most: number = mostRows): Uint8Array {
	const sheets = book.sheets.flatMap((sheet) => inSheets(sheet, most));
	const styles = new Styles();
	const part = (name: string, pieces: () => Iterable<string>): Part => ({
		name,
		pieces: function* () {
			yield head;
			yield* pieces();
		},
	});
	return archive([
		part("[Content_Types].xml", () => [typesXml(sheets.length)]),
		part("_rels/.rels", () => [relationsXml([["officeDocument", "xl/workbook.xml"]])]),
		part("xl/workbook.xml", () => [workbookXml(sheets, book)]),
		part("xl/_rels/workbook.xml.rels", () => [
			relationsXml([
				...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
				["styles", "styles.xml"],
			]),
		]),
		...sheets.map((sheet, index) =>
			part(`xl/worksheets/sheet${index + 1}.xml`, () => sheetXml(sheet, main, styles, index === 0)),
		),
		// Last: it holds what the sheets have used.
		part("xl/styles.xml", () => [styles.xml(main)]),
	]);
}

/** A sheet of more rows than one may have, as several: `Carriers`, `Carriers 2`. */
function inSheets(sheet: Sheet, most: number): Sheet[] {
	const each = most - (isTitled(sheet) ? 1 : 0);
	if (sheet.count <= each) return [sheet];
	return Array.from({ length: Math.ceil(sheet.count / each) }, (_, index) => ({
		...sheet,
		name: index === 0 ? sheet.name : `${sheet.name} ${index + 1}`,
		count: Math.min(each, sheet.count - index * each),
		rows: () => some(sheet.rows(), index * each, each),
	}));
}

function* some<R>(rows: Iterable<R>, from: number, count: number): Generator<R> {
	let at = 0;
	for (const row of rows) {
		if (at >= from + count) return;
		if (at >= from) yield row;
		at += 1;
	}
}

function typesXml(sheets: number): string {
	const override = (part: string, type: string): string =>
		`<Override PartName="/xl/${part}" ContentType="${media}.${type}+xml"/>`;
	return [
		`<Types xmlns="${packaged}/content-types">`,
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
		'<Default Extension="xml" ContentType="application/xml"/>',
		override("workbook.xml", "sheet.main"),
		...Array.from({ length: sheets }, (_, index) => override(`worksheets/sheet${index + 1}.xml`, "worksheet")),
		override("styles.xml", "styles"),
		"</Types>",
	].join("");
}

function relationsXml(all: readonly (readonly [kind: string, target: string])[]): string {
	const each = all.map(
		([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
	);
	return `<Relationships xmlns="${packaged}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[], { lists = [] }: Book): string {
	const listed = sheets.map(
		({ name, hidden }, index) =>
			`<sheet name="${written(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
	);
	// Spreadsheets keep the rows of a filter under this name.
	const filters = sheets.flatMap((sheet, index) =>
		sheet.filtered
			? [
					`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${fixed(sheet.name, rangeOf(sheet))}</definedName>`,
				]
			: [],
	);
	const named = lists.map(
		({ name, sheet, column, count }) =>
			`<definedName name="${name}">${fixed(sheet, `${letters(column)}2:${letters(column)}${count + 1}`)}</definedName>`,
	);
	const names = [...filters, ...named];
	return [
		`<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>`,
		`<sheets>${listed.join("")}</sheets>`,
		names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
		"</workbook>",
	].join("");
}

/** `'Firm-years'!$A$1:$C$7` */
function fixed(sheet: string, range: string): string {
	return `'${written(sheet.replaceAll("'", "''"))}'!${range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
