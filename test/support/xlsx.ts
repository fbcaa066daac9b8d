/** Workbooks for tests, written part by part: what a program wrote, down to the XML of a cell. */
import { Buffer } from "node:buffer";
import { deflateRawSync } from "node:zlib";
import { Checksum } from "../../src/records/crc32.ts";

/** Files of an archive by their name, in order. */
export type Parts = readonly (readonly [name: string, content: string | Uint8Array])[];

/** An archive as office programs write it. */
export function zipOf(parts: Parts): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of parts) {
		const bytes = Buffer.from(content);
		const packed = deflateRawSync(bytes);
		const checksum = new Checksum();
		checksum.add(bytes);
		const named = Buffer.from(name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(checksum.value, 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(bytes.length, 18);
		common.writeUInt16LE(named.length, 22);
		const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, named, packed]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(at, 10);
		directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, place, named]));
		bodies.push(local);
		at += local.length;
	}
	const end = Buffer.alloc(22);
	end.set([0x50, 0x4b, 5, 6]);
	end.writeUInt16LE(parts.length, 8);
	end.writeUInt16LE(parts.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...bodies, ...directory, end]);
}

export interface MadeSheet {
	readonly name?: string;
	readonly state?: "visible" | "hidden" | "veryHidden";
	/** The XML of its rows. */
	readonly rows: string;
	/** The XML before and behind its rows. */
	readonly before?: string;
	readonly behind?: string;
}

export interface Made {
	readonly sheets: readonly MadeSheet[];
	readonly strings?: readonly string[];
	/** Format codes of the styles 1, 2, …; style 0 is General. */
	readonly formats?: readonly string[];
	readonly date1904?: boolean;
	/** Put before each name of the main XML: `x:`. */
	readonly prefix?: string;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";

/** Text as XML holds it. */
export const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The parts of a workbook. */
export function xlsxParts({ sheets, strings = [], formats = [], date1904 = false, prefix = "" }: Made): Parts {
	const space = prefix === "" ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
	const own = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
	const relations = (list: readonly (readonly [string, string])[]): string =>
		`<?xml version="1.0"?><Relationships xmlns="${packaged}/relationships">${list
			.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`)
			.join("")}</Relationships>`;
	const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`).join("");
	const styles = [0, ...formats.map((_, index) => 164 + index)].map((id) => `<xf numFmtId="${id}"/>`).join("");
	const root = (name: string, inner: string): string =>
		own(`<${name}>${inner}</${name}>`).replace(`<${prefix}${name}`, `<${prefix}${name} ${space} xmlns:r="${office}"`);
	return [
		["[Content_Types].xml", `<Types xmlns="${packaged}/content-types"/>`],
		["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
		[
			"xl/workbook.xml",
			root(
				"workbook",
				`<workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${sheets
					.map(
						({ name = "Sheet1", state }, index) =>
							`<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`,
					)
					.join("")}</sheets>`,
			),
		],
		[
			"xl/_rels/workbook.xml.rels",
			relations([
				...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
				["styles", "styles.xml"],
				["sharedStrings", "sharedStrings.xml"],
			]),
		],
		["xl/styles.xml", root("styleSheet", `<numFmts>${codes}</numFmts><cellXfs>${styles}</cellXfs>`)],
		[
			"xl/sharedStrings.xml",
			root("sst", strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")),
		],
		...sheets.map(
			({ rows, before = "", behind = "" }, index) =>
				[
					`xl/worksheets/sheet${index + 1}.xml`,
					`<?xml version="1.0" encoding="UTF-8"?>${root("worksheet", `${before}<sheetData>${rows}</sheetData>${behind}`)}`,
				] as const,
		),
	];
}

export const xlsxOf = (made: Made): Buffer => zipOf(xlsxParts(made));

/** Cells as a row of XML: numbers as numbers, texts as texts, XML of a cell as it stands; null is no cell. */
export function row(
	number: number,
	cells: readonly (number | string | { readonly xml: string } | null)[],
	attributes = "",
): string {
	const written = cells.map((cell, index) => {
		const name = `${String.fromCharCode(65 + index)}${number}`;
		if (cell === null) return "";
		if (typeof cell === "number") return `<c r="${name}"><v>${cell}</v></c>`;
		if (typeof cell === "string") return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
		return cell.xml.replace("<c", `<c r="${name}"`);
	});
	return `<row r="${number}"${attributes}>${written.join("")}</row>`;
}
