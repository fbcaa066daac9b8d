/** Output rows: the denominators, money at stated prices or tonnes of a product. */
import { months, type Period } from "../../domain/period.ts";
import { indicators } from "../../domain/words.ts";
import { type Exact, product as multiply, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader, firstTimes, lettered, remembering } from "../../layout/cells.ts";
import { asEntry, type Entry, type Origin } from "../../ledger/entry.ts";
import { mark, markBlank, markRefused, type OutputKey, recordOf } from "../../ledger/ledger.ts";
import { addOutput, dispute } from "../../ledger/post.ts";
import { both, type KindWords, ofWhich, type Said, saysNothing } from "../../reference/kind-words.ts";
import { near } from "../../reference/near.ts";
import { productKey } from "../../reference/spelling.ts";
import type { Unit } from "../../reference/units.ts";
import {
	indicatorNames,
	isTotalWord,
	planAmountNames,
	priceNames,
	type ReadIndicator,
	type ReadPrices,
	readIndicator,
	readPrices,
} from "../../reference/words.ts";
import { amountUnits } from "../amount-unit.ts";
import { besideReader } from "../beside.ts";
import { lazily, type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { nameReader } from "../names.ts";
import { readNumber, readNumberInto } from "../number.ts";
import { periodReader } from "../period.ts";
import { rowWordsReader } from "../row-words.ts";
import { toDateOf, whenReader } from "../when.ts";
import { nameless, whoReader } from "../who.ts";
import { planAmountIn, planAmountReader } from "./plan-amount.ts";

export const output: TableCard = { reach: "output", reader: outputReader };

function outputReader(context: TableContext): RowReader {
	const { reference, ledger, header, choices } = context;
	const cell = cellReader<"output">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const when = whenReader(header, reference.kindWords);
	const who = whoReader(context);
	const productOf = nameReader(context, "product");
	const indicate = remembering(readIndicator);
	// What constant prices without a year are depends on the row's own.
	const price = remembering((text: string) => readPrices(text, 0));
	const units = amountUnits(context, remarks);
	const first = firstTimes();
	// In a wide table the indicator stands in the header.
	const inHeader = (header.at.get("indicator") ?? 0) >= header.width;
	const rowWords = context.rowWords ?? rowWordsReader(header, reference.kindWords);
	const unread = context.unread ?? besideReader(header, reference.kindWords);
	const wordsOf = remembering((qualifier: string) => readQualifier(qualifier, price, reference.kindWords));
	const column = header.words[header.at.get("quantity") as number] ?? "";
	const origin = remembering((unit: string): Origin => {
		const { symbol, dimension, toBase } = units.find(unit) as Unit;
		const at = { ...context.table, column, ...lettered(context.table, column, header) };
		return { ...at, unit, perUnit: toBase, written: { symbol, held: dimension } };
	});

	const planAmount = planAmountReader(context, remarks, units, origin);

	// The last row that is no part of another: whose it is, and of what.
	let above: string | undefined;
	let aboveText = "";

	return (cells, row, line): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const at = period(cells, remarks);
		const indicatorText = cell(cells, "indicator");
		if (isTotalWord(indicatorText) || isTotalWord(cell(cells, "product"))) {
			remarks.note(remark("total-row", { check: "not-checked" }), "indicator", indicatorText);
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		const part = ofWhich(indicatorText);
		if (part === undefined) above = firm;
		else if (
			firm !== undefined &&
			above === firm &&
			(indicate(part) === undefined || indicate(part)?.indicator === indicate(aboveText)?.indicator)
		) {
			// 其中：新产品产值 is part of the row above.
			remarks.note(remark("not-consumption", { word: indicatorText.trim() }), "indicator", indicatorText);
			remarks.tell(firm, at?.period);
			return "skipped";
		} else if (above !== firm) remarks.note(remark("of-which-alone", {}), "indicator", indicatorText);
		if (part === undefined) aboveText = indicatorText;
		const planned = indicate(part ?? indicatorText) === undefined ? planAmountIn(part ?? indicatorText) : undefined;
		if (planned !== undefined) {
			const beside = rowWords(cells);
			if (beside?.unclear !== undefined) remarks.note(beside.unclear, "indicator", indicatorText);
			const behind = wordsOf(planned.qualifier)?.said;
			return planAmount(planned.indicator, {
				...{ cells, row, line, firm, period: at?.period, text: indicatorText },
				when: at === undefined ? undefined : when(cells, at),
				said: behind === undefined || beside === undefined ? behind : both(behind, beside.said),
				beside: unread(cells),
			});
		}
		if (indicate(indicatorText) === undefined && reference.kindWords.notOutput(indicatorText)) {
			remarks.note(remark("not-output", {}), "indicator", indicatorText);
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		const asNamed = indicate(part ?? indicatorText);
		const indicated = asNamed ?? producedBy(cells, part ?? indicatorText);
		if (asNamed === undefined && indicated !== undefined && first(`${indicatorText}\u001fproduct`))
			remarks.note(remark("read-as-product", {}), "indicator", indicatorText);
		if (indicatorText.trim() === "") remarks.note(remark("missing-cell", { what: "indicator" }), "indicator", indicatorText);
		else if (indicated === undefined)
			noteUnknown(
				indicatorText,
				lazily(() => near(indicatorText, [...indicatorNames(), ...planAmountNames()])),
			);
		const beside = rowWords(cells);
		const own = wordsOf(indicated?.qualifier ?? "");
		const words = own === undefined || beside === undefined ? own : { ...own, said: both(own.said, beside.said) };
		if (beside?.unclear !== undefined) remarks.note(beside.unclear, "indicator", indicatorText);
		if (words === undefined) noteUnknown(indicatorText, { near: [] });
		else if (words.said.notConsumption !== "") {
			if (!inHeader || first(indicatorText))
				remarks.note(remark("not-consumption", { word: words.said.notConsumption }), "indicator", indicatorText);
			remarks.tell(firm, at?.period);
			return "skipped";
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
				markBlank(recordOf(ledger, firm), "output", "output", at.code);
			}
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		const amount = readNumberInto(read, remarks, quantityText);
		const below = amount !== undefined && sign(amount) < 0;
		if (below) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);

		const inName = words?.prices ?? "";
		const pricesText = cell(cells, "prices").trim() === "" ? inName : cell(cells, "prices");
		const inCell: ReadPrices | undefined = money ? price(pricesText) : { prices: "unstated", assumedYear: false };
		if (money && inName !== "" && inCell !== undefined && price(inName)?.prices !== inCell.prices)
			remarks.note(
				remark("word-against-column", { inName: indicatorText.trim(), inColumn: pricesText.trim() }),
				"prices",
				pricesText,
			);
		const stated: ReadPrices | undefined =
			inCell?.assumedYear === true && at !== undefined
				? { ...inCell, prices: `constant-${choices.priceYear(at.period.year)}` }
				: inCell;
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
			reach(cells, firm, at?.period, indicated, made);
			if (
				below &&
				firm !== undefined &&
				at !== undefined &&
				indicated !== undefined &&
				unit !== undefined &&
				amount !== undefined
			)
				dispute(recordOf(ledger, firm), keyOf(indicated, made, stated), at.code, entryOf(cells, amount, unit, row, line));
			remarks.tell(firm, at?.period);
			return "refused";
		}
		const asked = indicated.indicator === choices.indicator && made === choices.product;
		remarks.tell(firm, at.period, asked ? "output" : "nothing");
		addOutput(
			ledger,
			recordOf(ledger, firm),
			keyOf(indicated, made, stated),
			words?.said.toDate ? toDateOf(when(cells, at)) : when(cells, at),
			entryOf(cells, amount, unit, row, line),
		);
		return "used";
	};

	function noteUnknown(text: string, close: { readonly near: readonly string[] }): void {
		const about = remark("unknown-indicator", {
			get near() {
				return close.near;
			},
			known: indicators,
		});
		remarks.note(about, "indicator", text);
	}

	/** An error in a row of the denominator makes it unknown, in the row's year or in all. */
	function reach(
		cells: readonly string[],
		firm: string | undefined,
		when: Period | undefined,
		indicated: ReadIndicator | undefined,
		made: string,
	): void {
		if (firm === undefined) {
			nameless(context, cells, remarks.row);
			return;
		}
		if (indicated !== undefined && indicated.indicator !== choices.indicator) return;
		if (indicated !== undefined && made !== choices.product && made !== "") return;
		mark(recordOf(ledger, firm), { year: when?.year ?? null, what: "output" });
		markRefused(recordOf(ledger, firm), "output", "", when?.year ?? null, when === undefined ? 0 : months(when));
	}

	function keyOf({ indicator }: ReadIndicator, made: string, stated: ReadPrices | undefined): OutputKey {
		return { indicator, product: made, prices: stated?.prices ?? "unstated" };
	}

	function entryOf(cells: readonly string[], amount: Exact, unit: Unit, row: number, line: number): Entry {
		const from = origin(units.written(cells));
		const entry = asEntry(multiply(amount, unit.toBase), unit.dimension, from, row, line, cell(cells, "quantity"));
		const told = unread(cells);
		return told === undefined ? entry : { ...entry, beside: told };
	}

	/** Forms list products by their names alone: what is weighed or measured by volume is one. */
	function producedBy(cells: readonly string[], name: string): ReadIndicator | undefined {
		const unit = units.find(units.written(cells));
		const key = productKey(name);
		if (key === "" || unit === undefined || !productDimensions.has(unit.dimension) || isEquivalent(unit)) return undefined;
		return { indicator: "production", qualifier: "", product: key };
	}

	/** Money for money, anything but money for products. */
	function rowUnit(cells: readonly string[], money: boolean, known: boolean): Unit | undefined {
		const examples = money ? ["10^4 CNY", "万元", "CNY"] : ["t", "10^4 t"];
		const read = units.read(cells, { examples, dimensions: money ? ["money"] : undefined });
		if (read === undefined) return undefined;
		const { unit, text, column } = read;
		if (known && (unit.dimension === "money") !== money) {
			remarks.note(remark("wrong-unit-kind", { what: money ? "money" : "production", wanted: examples }), column, text);
			return undefined;
		}
		if (unit.doubt === "unusual") units.tellDoubt(read);
		return unit;
	}
}

const productDimensions: ReadonlySet<string> = new Set(["mass", "gas-volume", "volume"]);

function isEquivalent({ symbol }: Unit): boolean {
	return /tce|kgce/.test(symbol);
}

/** What stands in brackets behind an indicator: its prices, and what it is besides; undefined where any of it is not known. */
function readQualifier(
	qualifier: string,
	price: (text: string) => ReadPrices | undefined,
	kindWords: KindWords,
): { readonly prices: string; readonly said: Said } | undefined {
	let prices = "";
	let said = saysNothing;
	for (const piece of qualifier.split(/[,;、]/).filter((one) => one.trim() !== "")) {
		if (price(piece) !== undefined && prices === "") {
			prices = piece;
			continue;
		}
		const one = kindWords.inBrackets(piece);
		if (one === undefined || one.use !== undefined || one.carrier !== undefined) return undefined;
		said = both(said, one);
	}
	return { prices, said };
}
