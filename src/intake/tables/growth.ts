/** A growth file: by how much CO2, energy and value added grew against the same months of the year before, as an office printed it. */

import { write } from "../../domain/period.ts";
import { type GrowthIndicator, growthIndicators } from "../../domain/words.ts";
import { compare, equal, known, toText } from "../../exact/exact.ts";
import { remark, rowAt } from "../../findings/finding.ts";
import { cellReader, firmColumn } from "../../layout/cells.ts";
import { bareAmount } from "../../ledger/amounts.ts";
import type { Supplied } from "../../ledger/supplied.ts";
import { growthKey } from "../../ledger/supplied-growth.ts";
import { near } from "../../reference/near.ts";
import { folded, plain } from "../../reference/spelling.ts";
import { lazily, type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { nameReader } from "../names.ts";
import { numberIn, printedPlaces, readNumber } from "../number.ts";
import { withoutPercent } from "../percent.ts";
import { periodReader } from "../period.ts";

/** The words that name what grew. */
export const growthWords: Readonly<Record<string, GrowthIndicator>> = {
	co2: "co2",
	"co2 emissions": "co2",
	carbon: "co2",
	二氧化碳: "co2",
	二氧化碳排放: "co2",
	二氧化碳排放量: "co2",
	碳排放: "co2",
	碳排放量: "co2",
	energy: "energy",
	"energy consumption": "energy",
	能源消费: "energy",
	能源消费量: "energy",
	能耗: "energy",
	综合能耗: "energy",
	综合能源消费量: "energy",
	value_added: "value_added",
	"value added": "value_added",
	工业增加值: "value_added",
	增加值: "value_added",
	规模以上工业增加值: "value_added",
};

export const growth: TableCard = { reach: null, unnamed: "growth", reader: growthReader };

const least = known("-100");

function growthReader(context: TableContext, supplied: Supplied): RowReader {
	const { header, table } = context;
	const cell = cellReader<"growth">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const column = firmColumn(header);
	const firmOf = nameReader(context, column);

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = firmOf(cells, remarks);
		if (firm === "") remarks.note(remark("missing-firm", {}), column, cell(cells, column));
		const at = period(cells, remarks);
		const indicatorText = cell(cells, "indicator");
		const indicator = growthWords[folded(indicatorText)];
		if (indicatorText.trim() === "") remarks.note(remark("missing-cell", { what: "indicator" }), "indicator", indicatorText);
		else if (indicator === undefined) {
			const { near: close } = lazily(() => near(indicatorText, Object.keys(growthWords)));
			remarks.note(remark("unknown-indicator", { near: close, known: growthIndicators }), "indicator", indicatorText);
		}
		const rateText = cell(cells, "growth_pct");
		const bare = withoutPercent(rateText);
		if (readNumber(bare).kind === "missing") remarks.note(remark("missing-cell", { what: "growth_pct" }), "growth_pct", rateText);
		const percent = numberIn(bare, remarks, "growth_pct", rateText);
		// What shrinks by all of itself leaves nothing to divide by, and nothing shrinks by more.
		if (percent !== undefined && compare(percent, least) <= 0)
			remarks.note(remark("bad-parameter", { wanted: "growth" }), "growth_pct", rateText);
		const told = at === undefined ? "" : write(at.period);
		if (remarks.failed || firm === undefined || at === undefined || indicator === undefined || percent === undefined) {
			remarks.tell(firm ?? "", told);
			return "refused";
		}
		const key = growthKey(firm, at.period, indicator);
		const other = supplied.growth.get(key);
		const places = Math.max(0, printedPlaces(bare));
		if (other !== undefined && !equal(other.percent, percent)) {
			remarks.note(
				remark("conflicting-entries", {
					what: { of: "column", column: "growth_pct", year: told },
					values: [bareAmount(toText(other.percent)), bareAmount(toText(percent))],
					rows: [rowAt(other.at), rowAt({ ...table, row })],
					differIn: [],
				}),
				"growth_pct",
				rateText,
			);
			remarks.tell(firm, told);
			return "refused";
		}
		remarks.tell(firm, told, "nothing");
		// Of one number printed twice the finer print says more.
		if (other === undefined || other.places < places)
			supplied.growth.set(key, {
				...{ firm, period: at.period, indicator, percent, places },
				source: plain(cell(cells, "source")),
				at: { ...table, row, line },
			});
		return "used";
	};
}
