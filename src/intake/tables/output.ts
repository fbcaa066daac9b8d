/** Output rows: the denominators, money at stated prices or tonnes of a product. */
import { months, type Period } from "../../domain/period.ts";
import { type Exact, product as multiply, sign } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader, lettered, remembering } from "../../layout/cells.ts";
import { asEntry, type Entry, type Origin } from "../../ledger/entry.ts";
import { mark, markBlank, markRefused, type OutputKey, recordOf } from "../../ledger/ledger.ts";
import { addOutput, dispute } from "../../ledger/post.ts";
import type { Unit } from "../../reference/units.ts";
import type { ReadIndicator, ReadPrices } from "../../reference/words.ts";
import { amountUnits } from "../amount-unit.ts";
import { besideReader } from "../beside.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { readNumber, readNumberInto } from "../number.ts";
import { type Measured, measureReader } from "../output/measure.ts";
import { noPrices, priceReader } from "../output/prices.ts";
import { outputUnitReader } from "../output/unit.ts";
import { periodReader, type ReadPeriod } from "../period.ts";
import { toDateOf, whenReader } from "../when.ts";
import { nameless, whoReader } from "../who.ts";
import { planAmountReader } from "./plan-amount.ts";

export const output: TableCard = { reach: "output", reader: outputReader };

/** A row with whose it is and when, as far as it says so. */
interface Row {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
	readonly firm: string | undefined;
	readonly at: ReadPeriod | undefined;
}

function outputReader(context: TableContext): RowReader {
	const { reference, ledger, header, choices } = context;
	const cell = cellReader<"output">(header);
	const remarks = new RowRemarks(context);
	const period = periodReader(context);
	const when = whenReader(header, reference.kindWords);
	const who = whoReader(context);
	const units = amountUnits(context, remarks);
	const measureOf = measureReader(context, remarks, units);
	const unitOf = outputUnitReader(remarks, units);
	const pricesOf = priceReader(context, remarks);
	const unread = context.unread ?? besideReader(header, reference.kindWords);
	const column = header.words[header.at.get("quantity") as number] ?? "";
	const origin = remembering((unit: string): Origin => {
		const { symbol, dimension, toBase } = units.find(unit) as Unit;
		const at = { ...context.table, column, ...lettered(context.table, column, header) };
		return { ...at, unit, perUnit: toBase, written: { symbol, held: dimension } };
	});
	const planAmount = planAmountReader(context, remarks, units, origin);

	const reader = (cells: readonly string[], row: number, line: number): Outcome => {
		remarks.at(row, line);
		const firm = who(cells, remarks);
		const at = period(cells, remarks);
		const measured = measureOf(cells, firm);
		if (measured === undefined) {
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		if (measured.what === "output") return posted({ cells, row, line, firm, at }, measured);
		const { planned, text, said } = measured;
		return planAmount(planned.indicator, {
			...{ cells, row, line, firm, period: at?.period, text, said },
			when: at === undefined ? undefined : when(cells, at),
			beside: unread(cells),
		});
	};
	return Object.assign(reader, { who: who.plainly });

	/** The amount of a row of which it is known what it measures, into the ledger. */
	function posted(own: Row, { text, indicated, made, words }: Measured): Outcome {
		const { cells, firm, at } = own;
		const money = indicated !== undefined && indicated.indicator !== "production";
		const unit = unitOf(cells, money, indicated !== undefined);
		const quantityText = cell(cells, "quantity");
		const read = readNumber(quantityText);
		if (read.kind === "missing" && !remarks.failed) {
			remarks.note(remark("missing-quantity", {}), "quantity", quantityText);
			if (firm !== undefined && at !== undefined && isAsked(indicated, made))
				markBlank(recordOf(ledger, firm), "output", "output", at.code);
			remarks.tell(firm, at?.period);
			return "skipped";
		}
		const amount = readNumberInto(read, remarks, quantityText);
		const below = amount !== undefined && sign(amount) < 0;
		if (below) remarks.note(remark("negative-quantity", {}), "quantity", quantityText);
		const prices = money ? pricesOf(cells, { prices: words?.prices ?? "", text }, at?.period.year) : noPrices;

		const known = firm !== undefined && at !== undefined && indicated !== undefined && unit !== undefined && amount !== undefined;
		if (!known || remarks.failed) {
			reach(own, indicated, made);
			if (known && below) dispute(recordOf(ledger, firm), keyOf(indicated, made, prices), at.code, entryOf(own, amount, unit));
			remarks.tell(firm, at?.period);
			return "refused";
		}
		remarks.tell(firm, at.period, isAsked(indicated, made) ? "output" : "nothing");
		addOutput(
			ledger,
			recordOf(ledger, firm),
			keyOf(indicated, made, prices),
			words?.said.toDate ? toDateOf(when(cells, at)) : when(cells, at),
			entryOf(own, amount, unit),
		);
		return "used";
	}

	/** Whether it is what the intensity of the run is per. */
	function isAsked(indicated: ReadIndicator | undefined, made: string): boolean {
		return indicated?.indicator === choices.indicator && made === choices.product;
	}

	/** An error in a row of the denominator makes it unknown, in the row's year or in all. */
	function reach({ cells, firm, at }: Row, indicated: ReadIndicator | undefined, made: string): void {
		if (firm === undefined) {
			nameless(context, cells, remarks.row);
			return;
		}
		if (indicated !== undefined && indicated.indicator !== choices.indicator) return;
		if (indicated !== undefined && made !== choices.product && made !== "") return;
		const when: Period | undefined = at?.period;
		mark(recordOf(ledger, firm), { year: when?.year ?? null, what: "output" });
		markRefused(recordOf(ledger, firm), "output", "", when?.year ?? null, when === undefined ? 0 : months(when));
	}

	function keyOf({ indicator }: ReadIndicator, made: string, stated: ReadPrices | undefined): OutputKey {
		return { indicator, product: made, prices: stated?.prices ?? "unstated" };
	}

	function entryOf({ cells, row, line }: Row, amount: Exact, unit: Unit): Entry {
		const from = origin(units.written(cells));
		const entry = asEntry(multiply(amount, unit.toBase), unit.dimension, from, row, line, cell(cells, "quantity"));
		const told = unread(cells);
		return told === undefined ? entry : { ...entry, beside: told };
	}
}
