/** Output rows: the denominators, money at stated prices or tonnes of a product. */
import { months, write } from "../../domain/period.ts";
import { product as multiply, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { asEntry, type Origin } from "../../ledger/entry.ts";
import { addOutput, bookOf, mark, markBlank, markRefused } from "../../ledger/ledger.ts";
import { near } from "../../reference/near.ts";
import { folded } from "../../reference/spelling.ts";
import { isForeignCurrency, type Unit } from "../../reference/units.ts";
import { indicatorNames, priceNames, readIndicator, readPrices } from "../../reference/words.ts";
import { cellReader, type Outcome, periodReader, type RowReader, RowRemarks, remembering, type TableContext } from "../intake.ts";
import { readNumber } from "../number.ts";
import { readNumberInto } from "./parameters.ts";
import { whoReader } from "./who.ts";

export function outputReader(context: TableContext): RowReader {
	const { reference, ledger, header, choices } = context;
	const { units } = reference;
	const cell = cellReader<"output">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const who = whoReader(context);
	const indicate = remembering(readIndicator);
	const price = remembering((text: string) => readPrices(text, choices.priceYear));
	const findUnit = remembering((text: string) => units.find(text));
	const unitInHeader = header.units.get("quantity") ?? "";
	const column = header.words[header.at.get("quantity") as number] ?? "";
	const origin = remembering((unit: string): Origin => ({ file: context.file, column, unit }));

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const at = period(cells, remarks);
		const indicatorText = cell(cells, "indicator");
		if (isTotal(indicatorText) || isTotal(cell(cells, "product"))) {
			remarks.note(remark("total-row", {}), "indicator", indicatorText);
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "skipped";
		}
		const indicated = indicate(indicatorText);
		if (indicatorText.trim() === "") remarks.note(remark("missing-cell", { what: "indicator" }), "indicator", indicatorText);
		else if (indicated === undefined) {
			remarks.note(
				remark("unknown-indicator", {
					near: near(indicatorText, indicatorNames()),
					known: ["value_added", "output_value", "revenue", "production"],
				}),
				"indicator",
				indicatorText,
			);
		}
		const made = indicated?.indicator === "production" ? folded(cell(cells, "product")) || indicated.product : "";
		if (indicated?.indicator === "production" && made === "")
			remarks.note(remark("missing-product", {}), "product", cell(cells, "product"));

		const money = indicated !== undefined && indicated.indicator !== "production";
		const unit = rowUnit(cells, money, indicated !== undefined);
		const quantityText = cell(cells, "quantity");
		const read = readNumber(quantityText);
		if (read.kind === "missing" && !remarks.failed) {
			remarks.note(remark("missing-quantity", {}), "quantity", quantityText);
			if (firm !== undefined && at !== undefined && indicated?.indicator === choices.indicator && made === choices.product) {
				markBlank(bookOf(ledger, firm), "output", "output", at.code);
			}
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "skipped";
		}
		const amount = readNumberInto(read, remarks, quantityText);
		if (amount !== undefined && sign(amount) < 0) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);

		const pricesText = cell(cells, "prices").trim() === "" ? (indicated?.qualifier ?? "") : cell(cells, "prices");
		const stated = money ? price(pricesText) : { prices: "unstated" as const, assumedYear: false };
		if (stated === undefined) remarks.note(remark("unknown-prices", { known: priceNames }), "prices", pricesText);
		else if (stated.assumedYear) remarks.note(remark("constant-year-assumed", { prices: stated.prices }), "prices", pricesText);

		if (
			remarks.failed ||
			firm === undefined ||
			at === undefined ||
			indicated === undefined ||
			unit === undefined ||
			amount === undefined
		) {
			if (firm === undefined) ledger.pooledUnknown = true;
			else if (
				indicated === undefined ||
				(indicated.indicator === choices.indicator && (made === choices.product || made === ""))
			) {
				mark(bookOf(ledger, firm), { year: at?.period.year ?? null, what: "output" });
				if (at !== undefined) markRefused(bookOf(ledger, firm), "output", "", at.period.year, months(at.period));
			}
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "refused";
		}
		const asked = indicated.indicator === choices.indicator && made === choices.product;
		remarks.tell(firm, write(at.period), asked ? "output" : "nothing");
		const from = origin(cell(cells, "unit").trim() || unitInHeader);
		const entry = asEntry(multiply(amount, unit.toBase), unit.dimension, from, row, line, quantityText);
		addOutput(
			ledger,
			bookOf(ledger, firm),
			{ indicator: indicated.indicator, product: made, prices: stated?.prices ?? "unstated" },
			at.code,
			entry,
		);
		return "used";
	};

	/** Money for money, anything but money for products. */
	function rowUnit(cells: readonly string[], money: boolean, known: boolean): Unit | undefined {
		const own = cell(cells, "unit").trim();
		const text = own === "" ? unitInHeader : own;
		const column = own === "" && unitInHeader !== "" ? "quantity" : "unit";
		const examples = money ? ["10^4 CNY", "万元", "CNY"] : ["t", "10^4 t"];
		if (text === "") {
			remarks.note(remark("missing-unit", { wanted: examples }), column, "");
			return undefined;
		}
		const unit = findUnit(text);
		if (unit === undefined) {
			remarks.note(
				isForeignCurrency(text)
					? remark("foreign-currency", {})
					: remark("unknown-unit", { near: near(text, units.names(money ? ["money"] : undefined)) }),
				column,
				text,
			);
			return undefined;
		}
		if (own !== "" && unitInHeader !== "" && findUnit(unitInHeader)?.symbol !== unit.symbol) {
			remarks.note(remark("unit-disagrees", { inHeader: unitInHeader }), "unit", own);
			return undefined;
		}
		if (known && (unit.dimension === "money") !== money) {
			remarks.note(remark("wrong-unit-kind", { what: money ? "money" : "production", wanted: examples }), column, text);
			return undefined;
		}
		return unit;
	}
}

function isTotal(text: string): boolean {
	return /^(合计|总计|小计|total|subtotal|grand total)$/.test(folded(text));
}
