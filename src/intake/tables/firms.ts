/** The firms table: master data that wins over what the other tables say. */
import { yearForm } from "../../domain/period.ts";
import { compare, known, sign, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { attest, attestValue, bookOf, mark } from "../../ledger/ledger.ts";
import { cellReader, type Outcome, type RowReader, RowRemarks, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { readNumberInto } from "./parameters.ts";
import { whoReader } from "./who.ts";

const hundred = known("100");

export function firmsReader(context: TableContext): RowReader {
	const { header, ledger, file } = context;
	const cell = cellReader<"firms">(header);
	const remarks = new RowRemarks(context);
	const who = whoReader(context, (book) => book.master);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const baseText = cell(cells, "base_intensity");
		const base = baseText.trim() === "" ? undefined : readNumberInto(readNumber(baseText), remarks, baseText, "base_intensity");
		if (base !== undefined && sign(base) <= 0)
			remarks.note(remark("bad-parameter", { wanted: "above-zero" }), "base_intensity", baseText);
		const yearText = cell(cells, "base_year").trim();
		if (yearText !== "" && !yearForm.test(yearText))
			remarks.note(remark("bad-parameter", { wanted: "whole-year" }), "base_year", yearText);
		const percentText = cell(cells, "target_pct");
		const percent =
			percentText.trim() === "" ? undefined : readNumberInto(readNumber(percentText), remarks, percentText, "target_pct");
		if (percent !== undefined && (sign(percent) <= 0 || compare(percent, hundred) >= 0))
			remarks.note(remark("bad-parameter", { wanted: "percent" }), "target_pct", percentText);

		if (remarks.failed || firm === undefined) {
			// Master data concern every year of the firm; without a firm, none that could be named.
			if (firm === undefined) ledger.pooledUnknown = true;
			else mark(bookOf(ledger, firm), { year: null, what: "verdict" });
			remarks.tell(firm ?? "", "");
			return "refused";
		}
		remarks.tell(firm, "", "verdict");
		const { master } = bookOf(ledger, firm);
		const place = { file, row, line, column: "", value: "" };
		if (base !== undefined) attestValue(master.baseIntensities, toText(base), { place, value: base, places: decimals(baseText) });
		if (yearText !== "") attest(master.baseYears, Number(yearText), place);
		if (percent !== undefined) attestValue(master.targetPercents, toText(percent), { place, value: percent });
		return "used";
	};
}

/** How many decimals a number was written with: how exactly it is known. */
function decimals(text: string): number {
	return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
