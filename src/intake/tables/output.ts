/** Output rows: the denominators, money at stated prices or tonnes of a product. */
import { months, type Period, write } from "../../domain/period.ts";
import { type Exact, product as multiply, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { asEntry, type Entry, type Origin } from "../../ledger/entry.ts";
import { addOutput, bookOf, dispute, mark, markBlank, markRefused, type OutputSeries } from "../../ledger/ledger.ts";
import { near } from "../../reference/near.ts";
import { productKey } from "../../reference/spelling.ts";
import { isForeignCurrency, type Unit } from "../../reference/units.ts";
import {
	indicatorNames,
	priceNames,
	type ReadIndicator,
	type ReadPrices,
	readIndicator,
	readPrices,
} from "../../reference/words.ts";
import {
	cellReader,
	lazily,
	type Outcome,
	periodReader,
	type RowReader,
	RowRemarks,
	remembering,
	type TableContext,
} from "../intake.ts";
import { nameReader } from "../names.ts";
import { isTotalWord } from "../no-data.ts";
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
	const productOf = nameReader(context, "product");
	const indicate = remembering(readIndicator);
	const price = remembering((text: string) => readPrices(text, choices.priceYear));
	const findUnit = remembering((text: string) => units.find(text));
	const doubted = new Set<string>();
	const unitInHeader = header.units.get("quantity") ?? "";
	const column = header.words[header.at.get("quantity") as number] ?? "";
	const origin = remembering((unit: string): Origin => ({ file: context.file, column, unit }));

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const at = period(cells, remarks);
		const indicatorText = cell(cells, "indicator");
		if (isTotalWord(indicatorText) || isTotalWord(cell(cells, "product"))) {
			remarks.note(remark("total-row", { check: "not-checked" }), "indicator", indicatorText);
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "skipped";
		}
		const indicated = indicate(indicatorText);
		if (indicatorText.trim() === "") remarks.note(remark("missing-cell", { what: "indicator" }), "indicator", indicatorText);
		else if (indicated === undefined) {
			const close = lazily(() => near(indicatorText, indicatorNames()));
			remarks.note(
				remark("unknown-indicator", {
					get near() {
						return close.near;
					},
					known: ["value_added", "output_value", "revenue", "production"],
				}),
				"indicator",
				indicatorText,
			);
		}
		const named = indicated?.indicator === "production" ? productOf(cells, remarks) : "";
		const made = named === undefined ? "" : productKey(named) || (indicated?.product ?? "");
		if (indicated?.indicator === "production" && named !== undefined && made === "")
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
		const below = amount !== undefined && sign(amount) < 0;
		if (below) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);

		const pricesText = cell(cells, "prices").trim() === "" ? (indicated?.qualifier ?? "") : cell(cells, "prices");
		const stated: ReadPrices | undefined = money ? price(pricesText) : { prices: "unstated", assumedYear: false };
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
			reach(firm, at?.period, indicated, made);
			if (
				below &&
				firm !== undefined &&
				at !== undefined &&
				indicated !== undefined &&
				unit !== undefined &&
				amount !== undefined
			)
				dispute(bookOf(ledger, firm), keyOf(indicated, made, stated), at.code, entryOf(cells, amount, unit, row, line));
			remarks.tell(firm ?? "", at === undefined ? "" : write(at.period));
			return "refused";
		}
		const asked = indicated.indicator === choices.indicator && made === choices.product;
		remarks.tell(firm, write(at.period), asked ? "output" : "nothing");
		addOutput(ledger, bookOf(ledger, firm), keyOf(indicated, made, stated), at.code, entryOf(cells, amount, unit, row, line));
		return "used";
	};

	/** An error in a row of the denominator makes it unknown, in the row's year or in all. */
	function reach(firm: string | undefined, when: Period | undefined, indicated: ReadIndicator | undefined, made: string): void {
		if (firm === undefined) {
			ledger.pooledUnknown = true;
			return;
		}
		if (indicated !== undefined && indicated.indicator !== choices.indicator) return;
		if (indicated !== undefined && made !== choices.product && made !== "") return;
		mark(bookOf(ledger, firm), { year: when?.year ?? null, what: "output" });
		if (when !== undefined) markRefused(bookOf(ledger, firm), "output", "", when.year, months(when));
	}

	function keyOf({ indicator }: ReadIndicator, made: string, stated: ReadPrices | undefined): Omit<OutputSeries, "entries"> {
		return { indicator, product: made, prices: stated?.prices ?? "unstated" };
	}

	function entryOf(cells: readonly string[], amount: Exact, unit: Unit, row: number, line: number): Entry {
		const from = origin(cell(cells, "unit").trim() || unitInHeader);
		return asEntry(multiply(amount, unit.toBase), unit.dimension, from, row, line, cell(cells, "quantity"));
	}

	/** Money for money, anything but money for products. */
	function rowUnit(cells: readonly string[], money: boolean, known: boolean): Unit | undefined {
		const own = cell(cells, "unit").trim();
		const text = own === "" ? unitInHeader : own;
		const column = own === "" && unitInHeader !== "" ? "quantity" : "unit";
		const examples = money ? ["10^4 CNY", "万元", "CNY"] : ["t", "10^4 t"];
		if (text === "") {
			remarks.note(remark("missing-unit", { wanted: examples }), header.at.has("unit") ? "unit" : "quantity", "");
			return undefined;
		}
		const unit = findUnit(text);
		if (unit === undefined) {
			remarks.note(
				isForeignCurrency(text)
					? remark("foreign-currency", {})
					: remark(
							"unknown-unit",
							lazily(() => near(text, units.names(money ? ["money"] : undefined))),
						),
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
		if (unit.doubt === "unusual" && !doubted.has(text)) {
			doubted.add(text);
			remarks.note(remark("ambiguous-unit", { readAs: unit.symbol, why: unit.doubt }), column, text);
		}
		return unit;
	}
}
