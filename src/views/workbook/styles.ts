/** How cells look: each look that occurs is a style of the workbook, numbered as it is met. ECMA-376, part 1, 18.8. */
import { written } from "./text.ts";

export interface Look {
	readonly format: string;
	readonly bold?: boolean;
	readonly prose?: boolean;
	/** A text that stays one when its cell is edited. */
	readonly quoted?: boolean;
}

/** Formats that have a number of their own. */
const builtIn: ReadonlyMap<string, number> = new Map([
	["General", 0],
	["0", 1],
	["0.00", 2],
	["#,##0", 3],
	["#,##0.00", 4],
	["@", 49],
]);
const firstOwn = 164;

export class Styles {
	private readonly numbers = new Map<string, number>();
	private readonly looks: Look[] = [];

	constructor() {
		// What has no style has the first.
		this.of({ format: "General" });
	}

	of({ format, bold = false, prose = false, quoted = false }: Look): number {
		const key = JSON.stringify([format, bold, prose, quoted]);
		let number = this.numbers.get(key);
		if (number === undefined) {
			number = this.looks.length;
			this.numbers.set(key, number);
			this.looks.push({ format, bold, prose, quoted });
		}
		return number;
	}

	xml(space: string): string {
		const own = [...new Set(this.looks.map(({ format }) => format))].filter((format) => !builtIn.has(format));
		const idOf = (format: string): number => builtIn.get(format) ?? firstOwn + own.indexOf(format);
		const formats = own.map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${written(format)}"/>`);
		const cells = this.looks.map(({ format, bold, prose, quoted }) => {
			const alignment = `<alignment${bold ? "" : ' vertical="top"'}${prose ? ' wrapText="1"' : ""}/>`;
			const marks = `${quoted ? ' quotePrefix="1"' : ""} applyNumberFormat="1"${bold ? ' applyFont="1" applyFill="1"' : ""} applyAlignment="1"`;
			return `<xf numFmtId="${idOf(format)}" fontId="${bold ? 1 : 0}" fillId="${bold ? 2 : 0}" borderId="0" xfId="0"${marks}>${alignment}</xf>`;
		});
		const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
		return [
			`<styleSheet xmlns="${space}">`,
			formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
			`<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
			'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
			'<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
			'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
			'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
			`<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
			'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
			"</styleSheet>",
		].join("");
	}
}
