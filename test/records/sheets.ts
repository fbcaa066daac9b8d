/** What a workbook comes to in a test: its sheets, their rows, and what is told of them. */
import type { Remark } from "../../src/findings/finding.ts";
import { opener } from "../../src/records/open.ts";
import type { Merged } from "../../src/records/sheet.ts";
import { inPieces } from "./sources.ts";

export interface ReadSheet {
	readonly name: string | null;
	readonly rows: readonly (readonly string[])[];
	readonly merged: readonly (readonly [row: number, merged: readonly Merged[]])[];
	/** As `code` and its particulars, with the place before it. */
	readonly told: readonly Told[];
}

export type Told = readonly [place: string, code: Remark["code"], particulars: unknown];

/** All sheets with all their rows, blank ones among them, and what is told of the whole. */
export async function readSheets(
	bytes: Uint8Array,
	{ hidden = false, name = "book.xlsx", size }: { hidden?: boolean; name?: string; size?: number } = {},
): Promise<{ readonly sheets: readonly ReadSheet[]; readonly told: readonly Told[] }> {
	const opened = await opener({ encoding: undefined, hidden })(inPieces(bytes, size, name));
	const { sheets, remarks } = await opened.sheets();
	const read: ReadSheet[] = [];
	for (const sheet of sheets) {
		const rows: string[][] = [];
		const merged: [number, readonly Merged[]][] = [];
		await sheet.cuts(false)[0]?.read({
			record: (cells, row, _, quirks) => {
				rows.push([...cells]);
				if (quirks?.merged !== undefined) merged.push([row, quirks.merged]);
			},
			lost: () => undefined,
		});
		read.push({ name: sheet.sheet, rows, merged, told: sheet.remarks.map(told) });
	}
	return { sheets: read, told: remarks.map(told) };
}

const told = ({ about, sheet, row, column }: { about: Remark; sheet?: string; row: number; column: string }): Told => [
	`${sheet === undefined ? "" : `${sheet}!`}${column}${row === 0 ? "" : row}`,
	about.code,
	about.with,
];

/** The rows of the only sheet. */
export async function rowsOf(bytes: Uint8Array, name?: string): Promise<readonly (readonly string[])[]> {
	const { sheets } = await readSheets(bytes, name === undefined ? {} : { name });
	return sheets[0]?.rows ?? [];
}
