/** What an output row measures: an indicator, of which product, an amount that plans ask for; or nothing that counts. */
import { indicators } from "../../domain/words.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader, firstTimes, remembering } from "../../layout/cells.ts";
import { both, ofWhich, type Said } from "../../reference/kind-words.ts";
import { near } from "../../reference/near.ts";
import { productKey } from "../../reference/spelling.ts";
import {
	indicatorNames,
	isTotalWord,
	planAmountNames,
	type ReadIndicator,
	type ReadPlanAmount,
	readIndicator,
} from "../../reference/words.ts";
import type { AmountUnits } from "../amount-unit.ts";
import { lazily, type RowRemarks, type TableContext } from "../intake.ts";
import { nameReader } from "../names.ts";
import { type RowWords, rowWordsReader } from "../row-words.ts";
import { planAmountIn } from "../tables/plan-amount.ts";
import { type Qualified, qualifierReader } from "./qualifier.ts";
import { isProductUnit } from "./unit.ts";

/** An output. Where nobody knows it `indicated` is undefined, and that is noted. */
export interface Measured {
	readonly what: "output";
	/** The indicator as it is written. */
	readonly text: string;
	readonly indicated: ReadIndicator | undefined;
	/** The product as rows of it are put together; empty where there is none. */
	readonly made: string;
	/** What its name and the columns beside it say; undefined where that is not known. */
	readonly words: Qualified | undefined;
}

/** What a plan asks of besides CO2: water, waste, pollutants. */
export interface Planned {
	readonly what: "planned";
	readonly text: string;
	readonly planned: ReadPlanAmount;
	readonly said: Said | undefined;
}

/** Of a row of a firm; undefined where it is no amount of its own. What is odd about it is noted. */
type MeasureReader = (cells: readonly string[], firm: string | undefined) => Measured | Planned | undefined;

export function measureReader(context: TableContext, remarks: RowRemarks, units: AmountUnits): MeasureReader {
	const { reference, header } = context;
	const cell = cellReader<"output">(header);
	const productOf = nameReader(context, "product");
	const indicate = remembering(readIndicator);
	const first = firstTimes();
	// In a wide table the indicator stands in the header.
	const inHeader = (header.at.get("indicator") ?? 0) >= header.width;
	const rowWords = context.rowWords ?? rowWordsReader(header, reference.kindWords);
	const wordsOf = qualifierReader(reference.kindWords);
	// The last row that is no part of another: whose it is, and of what.
	let above: { readonly firm: string | undefined; readonly text: string } = { firm: undefined, text: "" };

	return (cells, firm) => {
		const text = cell(cells, "indicator");
		if (isTotalWord(text) || isTotalWord(cell(cells, "product"))) {
			remarks.note(remark("total-row", { check: "not-checked" }), "indicator", text);
			return undefined;
		}
		const part = ofWhich(text);
		if (part === undefined) above = { firm, text };
		else if (isPartOfRowAbove(part, firm)) {
			remarks.note(remark("not-consumption", { word: text.trim() }), "indicator", text);
			return undefined;
		} else if (above.firm !== firm) remarks.note(remark("of-which-alone", {}), "indicator", text);
		const name = part ?? text;
		const planned = indicate(name) === undefined ? planAmountIn(name) : undefined;
		if (planned !== undefined) {
			const beside = wordsBeside(cells, text);
			const behind = wordsOf(planned.qualifier)?.said;
			return { what: "planned", text, planned, said: behind && beside ? both(behind, beside.said) : behind };
		}
		if (indicate(text) === undefined && reference.kindWords.notOutput(text)) {
			remarks.note(remark("not-output", {}), "indicator", text);
			return undefined;
		}
		return outputIn(cells, text, name);
	};

	/** 其中：新产品产值 is part of the row above. */
	function isPartOfRowAbove(part: string, firm: string | undefined): boolean {
		if (firm === undefined || above.firm !== firm) return false;
		return indicate(part) === undefined || indicate(part)?.indicator === indicate(above.text)?.indicator;
	}

	function outputIn(cells: readonly string[], text: string, name: string): Measured | undefined {
		const asNamed = indicate(name);
		const indicated = asNamed ?? producedBy(cells, name);
		if (asNamed === undefined && indicated !== undefined && first(`${text}\u001fproduct`))
			remarks.note(remark("read-as-product", {}), "indicator", text);
		if (text.trim() === "") remarks.note(remark("missing-cell", { what: "indicator" }), "indicator", text);
		else if (indicated === undefined)
			noteUnknown(
				text,
				lazily(() => near(text, [...indicatorNames(), ...planAmountNames()])),
			);
		const own = wordsOf(indicated?.qualifier ?? "");
		const beside = wordsBeside(cells, text);
		const words = own && beside ? { ...own, said: both(own.said, beside.said) } : own;
		if (words === undefined) noteUnknown(text, { near: [] });
		else if (words.said.notConsumption !== "") {
			if (!inHeader || first(text))
				remarks.note(remark("not-consumption", { word: words.said.notConsumption }), "indicator", text);
			return undefined;
		}
		return { what: "output", text, indicated, made: madeIn(cells, indicated), words };
	}

	/** What columns beside the indicator say of the amount. */
	function wordsBeside(cells: readonly string[], text: string): RowWords | undefined {
		const beside = rowWords(cells);
		if (beside?.unclear !== undefined) remarks.note(beside.unclear, "indicator", text);
		return beside;
	}

	function madeIn(cells: readonly string[], indicated: ReadIndicator | undefined): string {
		const named = indicated?.indicator === "production" ? productOf(cells, remarks) : "";
		const made = named === undefined ? "" : productKey(named) || (indicated?.product ?? "");
		if (indicated?.indicator === "production" && named !== undefined && made === "")
			remarks.note(remark("missing-product", {}), "product", cell(cells, "product"));
		return made;
	}

	function noteUnknown(text: string, close: { readonly near: readonly string[] }): void {
		const about = remark("unknown-indicator", {
			get near() {
				return close.near;
			},
			known: indicators,
		});
		remarks.note(about, "indicator", text);
	}

	/** Forms list products by their names alone: what is weighed or measured by volume is one. */
	function producedBy(cells: readonly string[], name: string): ReadIndicator | undefined {
		const unit = units.find(units.written(cells));
		const key = productKey(name);
		if (key === "" || unit === undefined || !isProductUnit(unit)) return undefined;
		return { indicator: "production", qualifier: "", product: key };
	}
}
