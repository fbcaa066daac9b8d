/** Workbooks of the Open XML kind, .xlsx and its like: which sheets there are, and what their cells share. ECMA-376, part 1, 18. */
import { longestRow } from "../../findings/bounds.ts";
import type { Zip } from "../zip.ts";
import type { Book, BookSheet } from "./book.ts";
import type { Epoch } from "./day-number.ts";
import { type Grid, GridNotes } from "./grid.ts";
import { builtInFormat, type NumberFormat, numberFormat } from "./number-format.ts";
import { textIn, textPieces } from "./parts.ts";
import { gridOf, isTrue, type SharedByCells, textOf } from "./xlsx-sheet.ts";
import { attribute, element, elements, unprefixed } from "./xml.ts";

/** The parts of a workbook by their kind, whatever folder they are in. */
const relation = /\/(worksheet|chartsheet|dialogsheet|xlMacrosheet|sharedStrings|styles)$/;

/** The sheets of a workbook; undefined where the archive holds none. */
export async function xlsxBook(zip: Zip, hidden: boolean): Promise<Book | undefined> {
	const main = await mainPart(zip);
	if (main === undefined) return undefined;
	const xml = unprefixed(await textIn(zip, main));
	const parts = await related(zip, main);
	const epoch: Epoch = isTrue(attribute(element(xml, "workbookPr")?.tag ?? "", "date1904")) ? 1904 : 1900;
	const partOf = (kind: string): string | undefined => [...parts.values()].find((part) => part.kind === kind)?.name;
	let shared: Promise<SharedByCells> | undefined;
	const sharedByCells = async (): Promise<SharedByCells> => ({
		strings: await sharedStrings(zip, partOf("sharedStrings")),
		formats: await cellFormats(zip, partOf("styles"), epoch),
		isoDate,
		hidden,
		damaged: () => zip.damaged(),
		tooLong: () => zip.tooLong("row", longestRow),
	});
	const sheets = [...elements(element(xml, "sheets")?.inner ?? "", "sheet")].map(({ tag }): BookSheet => {
		const id = [...tag.matchAll(/[\w]+:id\s*=\s*["']([^"']*)["']/g)][0]?.[1] ?? "";
		const part = parts.get(id) ?? zip.damaged();
		return {
			name: attribute(tag, "name") ?? "",
			hidden: (attribute(tag, "state") ?? "visible") !== "visible",
			isTable: part.kind === "worksheet",
			grid: async (): Promise<Grid> => {
				shared ??= sharedByCells();
				return gridOf(textPieces(zip, part.name), await shared, new GridNotes(hidden));
			},
		};
	});
	return { sheets };
}

/** Where the workbook itself stands. */
async function mainPart(zip: Zip): Promise<string | undefined> {
	for (const { tag } of elements(unprefixed(await textIn(zip, "_rels/.rels")), "Relationship")) {
		const target = (attribute(tag, "Target") ?? "").replace(/^\//, "");
		if (/\/officeDocument$/.test(attribute(tag, "Type") ?? "") && /workbook[^/]*\.xml$/i.test(target)) return target;
	}
	return zip.has("xl/workbook.xml") ? "xl/workbook.xml" : undefined;
}

interface Related {
	readonly kind: string;
	readonly name: string;
}

/** What a part refers to, by the name it gives each. */
async function related(zip: Zip, part: string): Promise<ReadonlyMap<string, Related>> {
	const folder = part.slice(0, part.lastIndexOf("/") + 1);
	const xml = unprefixed(await textIn(zip, `${folder}_rels/${part.slice(folder.length)}.rels`));
	const found = new Map<string, Related>();
	for (const { tag } of elements(xml, "Relationship")) {
		const kind = relation.exec(attribute(tag, "Type") ?? "")?.[1];
		if (kind === undefined) continue;
		const name = resolved(folder, attribute(tag, "Target") ?? "");
		// Without its styles dates would be numbers.
		if (!zip.has(name)) zip.damaged();
		found.set(attribute(tag, "Id") ?? "", { kind, name });
	}
	return found;
}

function resolved(folder: string, target: string): string {
	if (target.startsWith("/")) return target.slice(1);
	const steps: string[] = [];
	for (const step of `${folder}${target}`.split("/"))
		if (step === "..") steps.pop();
		else if (step !== "." && step !== "") steps.push(step);
	return steps.join("/");
}

async function sharedStrings(zip: Zip, part: string | undefined): Promise<string[]> {
	if (part === undefined) return [];
	const strings: string[] = [];
	for (const { inner } of elements(unprefixed(await textIn(zip, part)), "si")) strings.push(textOf(inner));
	return strings;
}

async function cellFormats(zip: Zip, part: string | undefined, epoch: Epoch): Promise<NumberFormat[]> {
	const xml = part === undefined ? "" : unprefixed(await textIn(zip, part));
	const own = new Map<number, string>();
	for (const { tag } of elements(element(xml, "numFmts")?.inner ?? "", "numFmt"))
		own.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
	const known = new Map<number, NumberFormat>();
	const formatOf = (id: number): NumberFormat => {
		let format = known.get(id);
		if (format === undefined) {
			format = numberFormat(own.get(id) ?? builtInFormat(id), epoch);
			known.set(id, format);
		}
		return format;
	};
	const formats = [...elements(element(xml, "cellXfs")?.inner ?? "", "xf")].map(({ tag }) =>
		formatOf(Number(attribute(tag, "numFmtId") ?? 0)),
	);
	return formats.length === 0 ? [formatOf(0)] : formats;
}

/** A date that is written out: with its time where it has one, whatever zone it names. */
function isoDate(text: string): string {
	const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text) ?? [];
	if (date === undefined) return text;
	return time === undefined || time === "00:00:00" ? date : `${date} ${time}`;
}
