/** A sheet as a part of a workbook. Its elements stand in the order that ECMA-376, part 1, 18.3.1.99 asks for: others are refused. */
import { mostRows } from "../../findings/bounds.ts";
import type { Cell, Column, Sheet } from "./book.ts";
import type { Styles } from "./styles.ts";
import { beginsFormula, held, written } from "./text.ts";

/** The widest column, and the room that the mark of a filter takes beside a title. */
const widest = 100;
const markWidth = 3;

/** The letters of a column, which counts from 0. */
export function letters(column: number): string {
	const before = Math.floor(column / 26);
	return `${before === 0 ? "" : letters(before - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

export function isTitled({ columns }: Sheet): boolean {
	return columns.some(({ title }) => title !== "");
}

/** The cells of a sheet as a spreadsheet names them: `A1:C7`. */
export function rangeOf(sheet: Sheet): string {
	const rows = sheet.count + (isTitled(sheet) ? 1 : 0);
	return `A1:${letters(sheet.columns.length - 1)}${Math.max(1, rows)}`;
}

export function* sheetXml(sheet: Sheet, space: string, styles: Styles, isFirst: boolean): Generator<string> {
	const { columns } = sheet;
	const titled = isTitled(sheet);
	const frozen =
		'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
	yield `<worksheet xmlns="${space}"><dimension ref="${rangeOf(sheet)}"/>`;
	yield `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${titled ? frozen : ""}</sheetView></sheetViews>`;
	yield '<sheetFormatPr defaultRowHeight="15"/>';
	yield `<cols>${columns.map((column, index) => colXml(column, index, styles)).join("")}</cols><sheetData>`;
	let row = 0;
	if (titled) {
		row += 1;
		const look = styles.of({ format: "General", bold: true });
		yield rowXml(
			row,
			columns.map(({ title }) => ({ text: title })),
			() => look,
		);
	}
	const plain = columns.map(({ format, prose = false }) => styles.of({ format, prose }));
	const quoted = columns.map(({ format, prose = false }) => styles.of({ format, prose, quoted: true }));
	for (const cells of sheet.rows()) {
		row += 1;
		yield rowXml(row, cells, (index, safe) => (safe ? plain : quoted)[index] as number);
	}
	yield "</sheetData>";
	if (sheet.filtered && titled) yield `<autoFilter ref="${rangeOf(sheet)}"/>`;
	yield choicesXml(columns);
	yield '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
	// A year that is a text is meant so.
	const texts = columns.flatMap(({ format }, index) =>
		format === "@" ? [`${letters(index)}2:${letters(index)}${mostRows}`] : [],
	);
	if (texts.length > 0) yield `<ignoredErrors><ignoredError sqref="${texts.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
	yield "</worksheet>";
}

function colXml({ title, width, format, prose = false }: Column, index: number, styles: Styles): string {
	const own = Math.min(widest, Math.max(width, title === "" ? 0 : markWidth));
	return `<col min="${index + 1}" max="${index + 1}" width="${own}" style="${styles.of({ format, prose })}" customWidth="1"/>`;
}

/** Texts stand in their cells, each marked as one: none is ever a formula. What is not known has no cell. */
function rowXml(row: number, cells: readonly Cell[], look: (index: number, safe: boolean) => number): string {
	const own = cells.map((cell, index) => {
		if (cell === null) return "";
		const at = `r="${letters(index)}${row}"`;
		if ("number" in cell) return `<c ${at} s="${look(index, true)}"><v>${cell.number}</v></c>`;
		const text = held(cell.text);
		if (text === "") return "";
		const style = look(index, !beginsFormula(text));
		return `<c ${at} s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(text)}</t></is></c>`;
	});
	return `<row r="${row}">${own.join("")}</row>`;
}

/** What may be written below a title; something else is asked about, and stands where the writer says so. */
function choicesXml(columns: readonly Column[]): string {
	const all = columns.flatMap(({ choice }, index) => {
		if (choice === undefined) return [];
		const { list, otherwise } = choice;
		const rows = `${letters(index)}2:${letters(index)}${mostRows}`;
		const said = `errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="${written(otherwise.title)}" error="${written(otherwise.text)}" sqref="${rows}"`;
		return [
			list === undefined
				? `<dataValidation type="decimal" operator="greaterThanOrEqual" ${said}><formula1>0</formula1></dataValidation>`
				: `<dataValidation type="list" ${said}><formula1>${list}</formula1></dataValidation>`,
		];
	});
	return all.length === 0 ? "" : `<dataValidations count="${all.length}">${all.join("")}</dataValidations>`;
}
