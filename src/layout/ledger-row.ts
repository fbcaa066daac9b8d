/**
 * What a row of a ledger of one carrier is, by the words at its start: 消费量总计 and 本月, 购进量 and 累计.
 * Source: the reading rules of this tool, headers (single-carrier ledgers).
 */
import type { ColumnName } from "../contract/tables.ts";
import { ofWhich } from "../reference/kind-words.ts";
import { headerText } from "../reference/spelling.ts";
import { aspectOf } from "./aspect.ts";

/** Columns that a row of a ledger can hold the amounts of. */
const ledgerColumns = ["quantity", "purchased", "opening_stock", "closing_stock", "transferred_out"] as const;
export type LedgerColumn = (typeof ledgerColumns)[number] & ColumnName;

export type LedgerRow =
	| { readonly is: "amount"; readonly column: LedgerColumn; readonly toDate: boolean }
	/** A part of the amount above, or what is no amount of the carrier. */
	| { readonly is: "part" }
	| { readonly is: "other" }
	| { readonly is: "unclear" };

const behind = "(?:量|数|数量)?(?:总计|合计|总量|小计)?(?:量|数)?";
const words: readonly (readonly [LedgerColumn, RegExp])[] = [
	["quantity", new RegExp(`^(?:能源|实际|综合)?(?:消费|消耗|使用|耗用|用)${behind}$`)],
	["purchased", new RegExp(`^(?:购进|购入|外购|采购|购买|收入)${behind}$`)],
	["opening_stock", new RegExp(`^(?:期初|月初|年初)(?:库存|结存)${behind}$`)],
	["closing_stock", new RegExp(`^(?:(?:期末|月末|年末)(?:库存|结存)|库存|结存)${behind}$`)],
	["transferred_out", new RegExp(`^(?:转出|拨出|外供|外销|调出|转供)${behind}$`)],
];
const others = /系数|金额|单价|折标|标准煤|标煤|上年|去年|同比|增减|计划|产量|单耗|备注|热值/;

/** Reads the rows of one table in their order: a blank word is the one of the row above, and parts go on below 其中. */
export function ledgerRowReader(labels: readonly number[]): (cells: readonly string[]) => LedgerRow {
	let above = "";
	let inParts = false;
	return (cells) => {
		const own = labels.map((index) => headerText(cells[index] ?? "")).filter((text) => text !== "");
		const said = own.map((text) => ({ text, aspect: aspectOf(text) }));
		const toDate = said.some(({ aspect }) => aspect?.aspect === "to-date");
		const [name] = said.flatMap(({ text, aspect }) => {
			const rest = aspect?.aspect === "to-date" || aspect?.aspect === "month" ? aspect.rest : text;
			return rest === "" ? [] : [rest];
		});
		if (name !== undefined) above = name;
		if (above === "") return { is: "unclear" };
		const column = columnOf(above);
		if (column !== undefined) {
			inParts = false;
			return { is: "amount", column, toDate };
		}
		if (ofWhich(above) !== undefined) inParts = true;
		if (inParts) return { is: "part" };
		return { is: others.test(above) ? "other" : "unclear" };
	};
}

function columnOf(name: string): LedgerColumn | undefined {
	return words.find(([, form]) => form.test(name.replace(/\([^()]*\)$/, "")))?.[0];
}

/** Whether any of the rows below a ledger's header is one of purchases. */
export function listsPurchases(labels: readonly number[], rows: readonly (readonly string[])[]): boolean {
	const rowOf = ledgerRowReader(labels);
	return rows.some((cells) => {
		const is = rowOf(cells);
		return is.is === "amount" && is.column === "purchased";
	});
}
