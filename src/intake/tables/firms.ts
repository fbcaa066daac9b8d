/**
 * The firms table: master data that wins over what the other tables say. Where no option names it, it speaks of names, sectors and
 * provinces alone: a base or a target would change verdicts.
 */

import { obtain } from "../../domain/obtain.ts";
import { toText } from "../../exact/exact.ts";
import { finding, remark } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import { nothingHeard } from "../../ledger/folders.ts";
import { attest, attestValue, mark, recordOf } from "../../ledger/ledger.ts";
import { type Outcome, type RowReader, RowRemarks, shortened, type TableCard, type TableContext } from "../intake.ts";
import { aboveZeroIn, reductionIn, yearIn } from "../stated-cells.ts";
import { nameless, whoReader } from "../who.ts";

export const firms: TableCard = { reach: "verdict", reader: firmsReader };

/** Columns that count only where an option names the table. */
const deciding = ["base_intensity", "base_year", "target_pct"] as const;

function firmsReader(context: TableContext): RowReader {
	return context.byOption ? masterReader(context) : namesReader(context);
}

function namesReader(context: TableContext): RowReader {
	const { header, table, tell } = context;
	const cell = cellReader<"firms">(header);
	const remarks = new RowRemarks(context);
	const who = whoReader(context, ({ heard }) => obtain(heard, table.file, nothingHeard));
	let refused = false;

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const stated = refused ? [] : deciding.filter((column) => cell(cells, column).trim() !== "");
		const [first] = stated;
		if (first !== undefined) {
			refused = true;
			const columns = stated.map((column) => header.words[header.at.get(column) ?? -1] ?? column);
			const at = { ...table, row, line, column: columns[0] ?? "", value: shortened(cell(cells, first)) };
			tell(finding(remark("reference-not-named", { kind: "firms", option: "--firms", file: table.file, columns }), at));
		}
		remarks.tell(firm ?? "", "");
		return remarks.failed || firm === undefined ? "refused" : "used";
	};
}

function masterReader(context: TableContext): RowReader {
	const { header, ledger, table } = context;
	const cell = cellReader<"firms">(header);
	const remarks = new RowRemarks(context);
	const who = whoReader(context, (record) => record.master);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const baseText = cell(cells, "base_intensity");
		const base = aboveZeroIn(baseText, remarks, "base_intensity");
		const yearText = cell(cells, "base_year").trim();
		const year = yearText === "" ? undefined : yearIn(yearText, remarks, "base_year");
		const percent = reductionIn(cell(cells, "target_pct"), remarks, "target_pct");

		if (remarks.failed || firm === undefined) {
			// Master data concern every year of the firm.
			if (firm === undefined) nameless(context, cells, row);
			else mark(recordOf(ledger, firm), { year: null, what: "verdict" });
			remarks.tell(firm ?? "", "");
			return "refused";
		}
		remarks.tell(firm, "", "verdict");
		const { master } = recordOf(ledger, firm);
		const place = { ...table, row, line, column: "", value: "" };
		if (base !== undefined) attestValue(master.baseIntensities, toText(base), { place, value: base, places: decimals(baseText) });
		if (year !== undefined) attest(master.baseYears, year, place);
		if (percent !== undefined) attestValue(master.targetPercents, toText(percent), { place, value: percent });
		return "used";
	};
}

/** How many decimals a number was written with: how exactly it is known. */
function decimals(text: string): number {
	return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
