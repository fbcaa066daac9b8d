/** A deflator file: the price index of each year, by sector where it says so; 2020 is 100. */
import { equal, known, toText } from "../../exact/exact.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import { bareAmount } from "../../ledger/amounts.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { plain } from "../../reference/spelling.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { aboveZeroIn, yearIn } from "../stated-cells.ts";

/** The year whose prices are 100. */
const indexBase = 2020;

export const deflator: TableCard = { reach: null, unnamed: "deflator", reader: deflatorReader };

function deflatorReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, reference, table } = context;
	const cell = cellReader<"deflator">(header);
	const remarks = new RowRemarks(context);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const yearText = plain(cell(cells, "year"));
		const year = yearIn(yearText, remarks, "year");
		const indexText = cell(cells, "index");
		if (readNumber(indexText).kind === "missing") remarks.note(remark("missing-cell", { what: "index" }), "index", indexText);
		const index = aboveZeroIn(indexText, remarks, "index");
		// Where 2020 is not listed it counts as 100: a file that says otherwise in one row must not be read so in another.
		if (index !== undefined && year === indexBase && !equal(index, known("100")))
			remarks.note(remark("bad-parameter", { wanted: "percent" }), "index", indexText);
		const sectorText = cell(cells, "sector");
		const sector = sectorText.trim() === "" ? null : reference.sectors.find(sectorText);
		if (sector === undefined) remarks.note(remark("missing-cell", { what: "sector" }), "sector", sectorText);
		const id = sector?.id ?? null;
		const other = supplied.deflators.find((one) => one.year === year && one.sector === id);
		if (other !== undefined && index !== undefined && !equal(other.index, index)) {
			remarks.note(
				remark("conflicting-entries", {
					what: { of: "column", column: "index", year: yearText },
					values: [bareAmount(toText(other.index)), bareAmount(toText(index))],
					rows: [rowAt(other.at), rowAt({ ...table, row })],
					differIn: [],
				}),
				"index",
				indexText,
			);
		}
		if (remarks.failed || index === undefined) {
			remarks.tell("", yearText);
			return "refused";
		}
		remarks.tell("", yearText, "nothing");
		if (other === undefined)
			supplied.deflators.push({ year, index, sector: id, source: plain(cell(cells, "source")), at: { ...table, row, line } });
		return "used";
	};
}
