/** Whom a row is about: the firm, and what the row says of its name, sector and province. */
import { remark } from "../../findings/finding.ts";
import { type Attested, attest, bookOf, type FirmBook } from "../../ledger/ledger.ts";
import { identity } from "../../reference/spelling.ts";
import { cellReader, columnReader, firmColumn, type RowRemarks, remembering, type TableContext } from "../intake.ts";

interface Told {
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
}

/** Reads the firm of a row (undefined and told where it names none) and notes its name, sector and province. */
export function whoReader(
	context: TableContext,
	told: (book: FirmBook) => Told = (book) => book,
): (cells: readonly string[], remarks: RowRemarks) => string | undefined {
	const { header, reference, ledger, file } = context;
	const cell = cellReader<"energy" | "output" | "firms">(header);
	const column = firmColumn(header);
	const firmOf = columnReader(header, column);
	const identify = remembering(identity);
	const sector = remembering((text: string) => reference.sectors.find(text));
	const province = remembering((text: string) => reference.provinces.find(text));
	const withName = header.at.has("firm_name");
	const withSector = header.at.has("sector");
	const withProvince = header.at.has("province");
	// One finding for each firm and word, not one for each row.
	const unknown = new Set<string>();

	return (cells, remarks) => {
		const firmText = firmOf(cells);
		const firm = identify(firmText);
		if (firm === "") {
			remarks.note(remark("missing-firm", {}), column, firmText);
			return undefined;
		}
		if (!withName && !withSector && !withProvince) return firm;
		const book = told(bookOf(ledger, firm));
		const place = { file, row: remarks.row, line: remarks.line, column: "", value: "" };
		if (withName) {
			const name = identify(cell(cells, "firm_name"));
			if (name !== "" && !book.names.has(name)) attest(book.names, name, place);
		}
		if (withSector) {
			const text = cell(cells, "sector");
			if (text.trim() !== "") {
				const found = sector(text);
				if (found !== undefined) {
					if (!book.sectors.has(found.id)) attest(book.sectors, found.id, { ...place, value: text });
				} else if (first(unknown, `s|${firm}|${text}`))
					remarks.note(remark("unknown-sector", { near: reference.sectors.near(text) }), "sector", text);
			}
		}
		if (withProvince) {
			const text = cell(cells, "province");
			if (text.trim() !== "") {
				const found = province(text);
				if (found !== undefined) {
					if (!book.provinces.has(found.id)) attest(book.provinces, found.id, { ...place, value: text });
				} else if (first(unknown, `p|${firm}|${text}`))
					remarks.note(remark("unknown-province", { near: reference.provinces.near(text) }), "province", text);
			}
		}
		return firm;
	};
}

function first(seen: Set<string>, key: string): boolean {
	if (seen.has(key)) return false;
	seen.add(key);
	return true;
}
