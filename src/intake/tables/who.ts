/** Whom a row is about: the firm, and what the row says of its name, sector and province. */
import { remark } from "../../findings/finding.ts";
import { type Attested, attest, bookOf, type FirmBook } from "../../ledger/ledger.ts";
import { cellReader, columnReader, firmColumn, type RowRemarks, remembering, shortened, type TableContext } from "../intake.ts";
import { nameReader } from "../names.ts";

interface Told {
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
}

/** Reads the firm of a row (undefined and told where it names none that can be) and notes its name, sector and province. */
export function whoReader(
	context: TableContext,
	told: (book: FirmBook) => Told = (book) => book,
): (cells: readonly string[], remarks: RowRemarks) => string | undefined {
	const { header, reference, ledger, file } = context;
	const cell = cellReader<"energy" | "output" | "firms">(header);
	const column = firmColumn(header);
	const firmOf = nameReader(context, column);
	const firmText = columnReader(header, column);
	const nameOf = nameReader(context, "firm_name");
	const nameText = columnReader(header, "firm_name");
	const byCode = column === "credit_code";
	const sector = remembering((text: string) => reference.sectors.find(text));
	const province = remembering((text: string) => reference.provinces.find(text));
	const nameAt = header.at.get("firm_name");
	const nameColumn = nameAt === undefined ? undefined : (header.words[nameAt] as string);
	const withSector = header.at.has("sector");
	const withProvince = header.at.has("province");
	// One finding for each firm and word, not one for each row.
	const unknown = new Set<string>();

	return (cells, remarks) => {
		const firm = firmOf(cells, remarks);
		if (firm === "") remarks.note(remark("missing-firm", {}), column, firmText(cells));
		if (firm === undefined || firm === "") return undefined;
		if (!byCode && nameColumn === undefined && !withSector && !withProvince) return firm;
		const own = bookOf(ledger, firm);
		if (byCode) own.byCreditCode = true;
		const book = told(own);
		const place = { file, row: remarks.row, line: remarks.line, column: "", value: "" };
		if (nameColumn !== undefined) {
			// Where the name is all that a row says of its firm, it has been read already.
			const name = column === "firm_name" ? firm : nameOf(cells, remarks);
			if (name !== undefined && name !== "" && !book.names.has(name))
				attest(book.names, name, { ...place, column: nameColumn, value: shortened(nameText(cells)) });
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
