/** Rows of a table of totals that hold amounts: back into the series they were made of. */
import { fromCode } from "../../domain/period.ts";
import { indicators, type Prices } from "../../domain/words.ts";
import { equal, fromText, sum, zero } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { remembering } from "../../layout/cells.ts";
import { asEntry, type Entry, type Origin } from "../../ledger/entry.ts";
import { type FirmRecord, mark, markRefused, measures, type OutputKey, type Role, type When } from "../../ledger/ledger.ts";
import {
	addEnergy,
	addEnergyTotal,
	addOutput,
	addOutputTotal,
	addPlanAmount,
	addSupply,
	dispute,
	type EnergyKey,
} from "../../ledger/post.ts";
import type { StoredKind } from "../../ledger/stored-months.ts";
import {
	Damaged,
	monthColumns,
	plainNumber,
	readAmountCell,
	type TotalColumn,
	type TotalRow,
	unsealed,
} from "../../ledger/total/cells.ts";
import { readMeasured } from "../../ledger/total/measured.ts";
import { type Dated, datedCells, maskOf } from "../../ledger/total/stamps.ts";
import { unknownCarrier } from "../energy/carrier.ts";
import type { Outcome, RowRemarks, TableContext } from "../intake.ts";
import { planAmountOf, useOf, yearIn } from "./lost.ts";

type Post = (when: When, entry: Entry) => void;

/** What the months of rows like one are of; undefined where they are not kept as numbers. Throws `Damaged` for what is none of the tool's own. */
export type KindReader = (of: TotalRow) => StoredKind | undefined;

/** Reads such rows of one table. */
export interface AmountsTaker {
	/** Takes a row. Throws `Damaged` for what is none of the tool's own. */
	readonly take: (of: TotalRow, record: FirmRecord, row: number, line: number) => Outcome;
	readonly kindOf: KindReader;
}

export function amountsTaker(context: TableContext, remarks: RowRemarks): AmountsTaker {
	const { ledger, table, reference, choices } = context;
	const originOf = remembering((joined: string): Origin => {
		const [unit = "", held = "", factor = "", marks = "", column = ""] = joined.split("\u001f");
		return { ...table, column, ...originIn(unsealed(unit), held, factor, marks) };
	});
	const originAt = ({ unit = "", held = "", per_unit: factor = "", marks = "" }: TotalRow, column: TotalColumn): Origin =>
		originOf([unit, held, factor, marks, column].join("\u001f"));

	return {
		take: (of, record, row, line) => {
			const post = posting(of, record);
			const dated = datedCells(of);
			checkSum(of, dated);
			for (const one of post === undefined ? [] : dated) {
				if (liesAhead(one.code)) {
					refuseAhead(of, one, record);
					continue;
				}
				const from = originAt(of, one.column);
				const { amount, text } = readAmountCell(one.cell, from);
				post?.(whenOf(of, one), asEntry(amount, of.held ?? "", from, row, line, text));
			}
			remarks.tell(record.firm, of.year);
			return remarks.failed ? "refused" : "used";
		},
		kindOf: (of) => {
			const isEnergy = of.entry === "energy";
			// Months may lie ahead, and carriers may be unknown: each row is to be told.
			if (choices.asOf !== undefined || !(isEnergy ? isKnown(unsealed(of.of ?? "")) : of.entry === "output")) return undefined;
			const byMonth = monthColumns.map((column) => originAt(of, column));
			const [from] = byMonth as [Origin];
			if (from.perUnit === undefined) return undefined;
			const own = isEnergy ? { energy: energyKeyOf(of) } : { output: outputKeyOf(of) };
			return { of: own, unit: of.held ?? "", factor: from.perUnit, from, byMonth, beside: undefined };
		},
	};

	function isKnown(carrier: string): boolean {
		return reference.carriers.byId(carrier) !== undefined || choices.mappings.has(carrier);
	}

	/** What an amount's unit and the marks of its row say of where it stood. */
	function originIn(unit: string, held: string, factor: string, marks: string): Omit<Origin, "file" | "column"> {
		const perUnit = factor === "" ? undefined : fromText(factor);
		if (factor !== "" && perUnit === undefined) throw new Damaged(factor);
		const words = marks === "" ? [] : marks.split(";");
		const total = words.find((word) => word.startsWith("total:"));
		// Of water there are no normal cubic metres.
		const symbol = held === "m3" ? reference.units.find(unit)?.symbol.replace("Nm3", "m3") : reference.units.find(unit)?.symbol;
		return {
			...{ unit, perUnit, summed: true },
			...(symbol === undefined || perUnit === undefined ? {} : { written: { symbol, held } }),
			...(words.includes("purchases") ? { purchases: true } : {}),
			...(words.includes("form") ? { form: true } : {}),
			...(total === undefined ? {} : { total: unsealed(total.slice("total:".length)) }),
		};
	}

	/** Where a row's amounts go; undefined, and told, where the run does not know its carrier. */
	function posting(of: TotalRow, record: FirmRecord): Post | undefined {
		const { entry } = of;
		if (entry === "plan") {
			const indicator = planAmountOf(of.of ?? "");
			return (when, one) => addPlanAmount(ledger, record, indicator, when, one);
		}
		if (entry === "output" || entry === "output-total" || entry === "disputed") return outputPosting(of, record);
		const carrier = unsealed(of.of ?? "");
		if (!isKnown(carrier)) {
			// It was mapped to another when the totals were made.
			remarks.note(unknownCarrier(carrier, reference.carriers), "of", carrier);
			mark(record, { year: yearIn(of), what: "any" });
			markRefused(record, "", useOf(of.use), yearIn(of), maskOf(of));
			return undefined;
		}
		const key = energyKeyOf(of);
		if (entry === "energy") return (when, one) => addEnergy(ledger, record, key, when, one);
		if (entry === "energy-total") return (when, one) => addEnergyTotal(record, key, when.code, one);
		const measure = measures.find((one) => one === entry);
		if (measure === undefined) throw new Damaged(entry);
		return (when, one) => addSupply(ledger, record, key, measure, when, one);
	}

	function outputPosting(of: TotalRow, record: FirmRecord): Post {
		const { entry } = of;
		const key = outputKeyOf(of);
		if (entry === "output") return (when, one) => addOutput(ledger, record, key, when, one);
		return entry === "disputed"
			? (when, one) => dispute(record, key, when.code, one)
			: (when, one) => addOutputTotal(record, key, when.code, one);
	}

	function liesAhead(code: number): boolean {
		const { asOf } = choices;
		const { year, to } = fromCode(code);
		return asOf !== undefined && (year > asOf.year || (year === asOf.year && to > asOf.month));
	}

	/** A month behind the day of the run is refused here as in any other table. */
	function refuseAhead(of: TotalRow, { code, column, cell }: Dated, record: FirmRecord): void {
		remarks.note(remark("future-month", { asOf: choices.asOf?.text ?? "" }), column, cell);
		const what = indicators.some((one) => one === of.of) ? "output" : "any";
		mark(record, { year: fromCode(code).year, what });
	}
}

/** Throws `Damaged`. */
function energyKeyOf({ site = "", of = "", use, role = "", measured = "", as_written: written = "" }: TotalRow): EnergyKey {
	return {
		...{ site: unsealed(site), carrier: unsealed(of), use: useOf(use), role: unsealed(role) as Role },
		measured: readMeasured(measured, written),
	};
}

/** Throws `Damaged`. */
function outputKeyOf({ of = "", product = "", prices = "" }: TotalRow): OutputKey {
	const indicator = indicators.find((one) => one === of);
	if (indicator === undefined) throw new Damaged(of);
	return { indicator, product: unsealed(product), prices: prices as Prices };
}

function whenOf({ basis }: TotalRow, { code, toDate, within }: Dated): When {
	return {
		...{ code, toDate },
		...(basis === "form" ? { byForm: true } : {}),
		...(within === undefined ? {} : { within }),
	};
}

/** Who changes a month has to change the sum: a slip of the hand, or of a program that rounds, is seen. Throws `Damaged`. */
function checkSum({ sum: said = "" }: TotalRow, dated: readonly Dated[]): void {
	if (said === "") return;
	let added = zero;
	for (const { cell } of dated) added = sum(added, plainNumber(cell));
	if (!equal(added, plainNumber(said))) throw new Damaged(said);
}
