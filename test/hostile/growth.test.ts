// @vitest-environment-options { "counted": true }
/** Work grows with the length of what is read, whatever stands in it: in every column, above the header, in the header. */
import "../support/counting.ts";

import { describe, expect, it } from "vitest";
import { cellsOf, type TableKind } from "../../src/contract/tables.ts";
import { growthOf, mostGrowth } from "../support/growth.ts";
import { forms, read } from "./read.ts";
import { shapes } from "./shapes.ts";

/** A quarter of what a spreadsheet's cell may hold: the longest are four times as long. */
const size = 8_000;

const good: Readonly<Record<string, string>> = {
	firm: "F1",
	period: "2023-01",
	carrier: "coke",
	indicator: "value_added",
	quantity: "5",
	unit: "t",
};
const columnsOf = (kind: TableKind): readonly string[] => cellsOf(kind).map(([column]) => column as string);
const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;

/** A table with a cell in one column; two of its rows are like that, the others good. */
function withCell(kind: TableKind, column: string, cell: string): string {
	const all = columnsOf(kind).filter((one) => one === column || !(forms.includes(kind) && ["year", "month"].includes(one)));
	const columns = [...all, "whatever"];
	const row = (own: string): string[] =>
		columns.map((one) => (one === column ? own : forms.includes(kind) ? (good[one] ?? "") : ""));
	return `${columns.join(",")}\n${line(row(cell))}${line(row(good[column] ?? ""))}${line(row(`${cell}2`))}`;
}

const plain = "firm,period,carrier,quantity,unit\n";
const places: Readonly<Record<string, (cell: string) => string>> = {
	"a title": (cell) => `${line([cell])}${plain}F1,2020,coke,1,t\n`,
	"a title that names a firm": (cell) => `${line([`企业名称：${cell}`])}${plain}F1,2020,coke,1,t\n`,
	"a title beside a label": (cell) => `${line(["填报单位", cell])}${plain}F1,2020,coke,1,t\n`,
	"a header word": (cell) => `${line(["firm", "period", "carrier", "quantity", "unit", cell])}F1,2020,coke,1,t,\n`,
	"a wide header word": (cell) => `${line(["firm", "period", `${cell}(吨)`, "焦炭(吨)"])}F1,2020,1,1\n`,
	"a note below": (cell) => `${plain}F1,2020,coke,1,t\n${line([`注：${cell}`])}`,
	"a total row": (cell) => `${plain}F1,2020,coke,1,t\n${line([`合计${cell}`, "", "", "1", "t"])}`,
	"a ragged row": (cell) => `${plain}F1,2020,coke,1,t\n${line(["F1", "2020", cell])}`,
	"a line in quotes that never close": (cell) => `${plain}F1,2020,coke,1,t\n"F1,2020,${cell}`,
	"a quote that closes early": (cell) => `${plain}"F1"${cell},2020,coke,1,t\nF1,2020,coke,1,t\n`,
	"no table at all": (cell) => `${cell}\n${cell}\n`,
};

/** In which share of the columns and places each shape is tried: all of them take two minutes, and TANLU_NIGHTLY=1 asks for them. */
const every = process.env["TANLU_NIGHTLY"] === "1" ? 1 : 3;

/** `turn`: the number of the column or place, which says the shapes that are tried there. */
async function worst(table: (cell: string) => string, kind: TableKind, turn: number): Promise<string[]> {
	const slow: string[] = [];
	for (const [index, [name, shape]] of Object.entries(shapes).entries()) {
		if ((index + turn) % every !== 0) continue;
		const growth = await growthOf(size, (length) => read(kind, table(shape(length))));
		if (growth > mostGrowth) slow.push(`${name}: ${growth.toFixed(2)}`);
	}
	return slow;
}

describe("long cells", () => {
	for (const kind of ["energy", "output", "firms", "factors", "targets", "deflator", "growth", "claims"] as const)
		it(`cost no more than their length in a column of ${kind}`, { timeout: 600_000 }, async () => {
			for (const [turn, column] of [...columnsOf(kind), "whatever"].entries())
				expect(await worst((cell) => withCell(kind, column, cell), kind, turn), column).toEqual([]);
		});

	it.each(Object.keys(places))("cost no more than their length as %s", { timeout: 300_000 }, async (place) => {
		const turn = Object.keys(places).indexOf(place);
		expect(await worst(places[place] as (cell: string) => string, "energy", turn)).toEqual([]);
	});
});
