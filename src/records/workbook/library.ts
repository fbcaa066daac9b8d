/**
 * The door to the library that reads workbooks of other kinds. The build puts it and the library into a file of their own, which loads
 * only for such a workbook; so nothing of the program is imported here.
 */
import { CFB, read, type WorkBook } from "@e965/xlsx";

/** The names of what a compound file holds; undefined where it is none. */
export function compoundNames(bytes: Uint8Array): readonly string[] | undefined {
	try {
		return (CFB.read(bytes, { type: "buffer" }) as { readonly FullPaths: readonly string[] }).FullPaths;
	} catch {
		return undefined;
	}
}

/** A workbook with the formats of its numbers, what is hidden and what is merged; no text is formatted. Throws the library's errors. */
export function readWorkbook(bytes: Uint8Array): WorkBook {
	return read(bytes, {
		...{ type: "buffer", dense: true, cellDates: false, cellFormula: true, cellNF: true, cellStyles: true },
		...{ cellText: false, cellHTML: false, sheetStubs: true, bookVBA: false },
	});
}
