/** Whatever a ledger keeps of a firm goes into its totals and comes back: what is new there has to be written and read, too. */
import { expect, it } from "vitest";
import { tableOf } from "../../src/contract/tables.ts";
import { emptyPart } from "../../src/intake/part.ts";
import { emptyRecord } from "../../src/ledger/ledger.ts";
import { totalColumns } from "../../src/ledger/total/cells.ts";
import { totalRows } from "../../src/ledger/total/rows.ts";

/** What becomes of each key in totals. */
const becomes: Readonly<Record<string, string>> = {
	firm: "in every row",
	byCreditCode: "firm rows",
	names: "firm rows",
	sectors: "firm rows",
	provinces: "firm rows",
	// Bases and targets count only where an option of the run names their table.
	master: "not written",
	heard: "firms-table rows",
	// The folder of the totals stands in for them.
	folders: "not written",
	energy: "energy rows",
	// A shortcut, empty when a table is read.
	plain: "not written",
	supplies: "rows of purchases and stocks",
	output: "output rows",
	planned: "plan and lost-plan rows",
	totals: "energy-total and output-total rows",
	disputed: "disputed rows",
	marks: "lost rows",
	refused: "lost-months rows",
	blanks: "blank rows",
};

it("a firm's record has no key that totals know nothing of", () => {
	expect(Object.keys(emptyRecord("F1")).sort()).toEqual(Object.keys(becomes).sort());
});

it("nor has a ledger", () => {
	expect(Object.keys(emptyPart(false).ledger).sort()).toEqual(["adding", "firms", "planLost", "pooledUnknown", "rowsLost"]);
});

it("the columns written are those of the table that is read", () => {
	expect(totalColumns).toEqual(Object.keys(tableOf("totals").columns));
});

it("an empty ledger is one row, which says that there are none", () => {
	const terms = { indicator: "value_added", product: "", incomplete: false, options: [] };
	expect([...totalRows(emptyPart(false).ledger, terms)]).toEqual([expect.objectContaining({ entry: "end", of: "1", sum: "0" })]);
});
