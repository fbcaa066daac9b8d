/** A deflator file: the price index of each year, by sector where it says so; the price year is 100. */
import { yearForm } from "../../domain/period.ts";
import { equal, known, sign, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { plain } from "../../reference/spelling.ts";
import { cellReader, type Outcome, type RowReader, RowRemarks, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { readNumberInto } from "./parameters.ts";

export function deflatorReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, file, choices } = context;
	const cell = cellReader<"deflator">(header);
	const remarks = new RowRemarks(context);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const yearText = plain(cell(cells, "year"));
		if (!yearForm.test(yearText)) remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "year", yearText);
		const indexText = cell(cells, "index");
		const read = readNumber(indexText);
		if (read.kind === "missing") remarks.note(remark("missing-cell", { what: "index" }), "index", indexText);
		const index = readNumberInto(read, remarks, indexText, "index");
		if (index !== undefined && sign(index) <= 0)
			remarks.note(remark("bad-parameter", { wanted: "above-zero" }), "index", indexText);
		// The index is read as the price year = 100; a file with another base would deflate wrongly without a sign.
		if (index !== undefined && Number(yearText) === choices.priceYear && !equal(index, known("100")))
			remarks.note(remark("bad-parameter", { wanted: "percent" }), "index", indexText);
		const sectorText = cell(cells, "sector");
		const sector = sectorText.trim() === "" ? null : reference.sectors.find(sectorText);
		if (sector === undefined) remarks.note(remark("missing-cell", { what: "sector" }), "sector", sectorText);
		const year = Number(yearText);
		const id = sector?.id ?? null;
		const other = supplied.deflators.find((one) => one.year === year && one.sector === id);
		if (other !== undefined && index !== undefined && !equal(other.index, index)) {
			remarks.note(
				remark("conflicting-entries", {
					what: { of: "column", column: "index", year: yearText },
					values: [toText(other.index), toText(index)],
					rows: [`${other.at.file}:${other.at.row}`, `${file}:${row}`],
				}),
				"index",
				indexText,
			);
		}
		if (remarks.failed || index === undefined) {
			remarks.tell("", yearText);
			return "refused";
		}
		remarks.tell("", yearText);
		if (other === undefined)
			supplied.deflators.push({ year, index, sector: id, source: plain(cell(cells, "source")), at: { file, row, line } });
		return "used";
	};
}
