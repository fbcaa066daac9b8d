/**
 * A table of totals, as `tanlu total` wrote it: each row goes back into the series it was made of. It is the tool's own writing, so a
 * cell that is none of it, or a row too few, makes the whole file unusable; only what a run may not know is told of its row.
 */
import { remark } from "../../findings/finding.ts";
import { Trouble } from "../../findings/trouble.ts";
import { FirmShelf } from "../../ledger/firm-shelf.ts";
import { recordOf } from "../../ledger/ledger.ts";
import { Damaged, type TotalRow, totalColumns, unsealed, wholeNumber } from "../../ledger/total/cells.ts";
import { version } from "../../ledger/total/rows.ts";
import { type Outcome, type RowReader, RowRemarks, type TableCard, type TableContext } from "../intake.ts";
import { amountsTaker } from "../summed/amounts.ts";
import { KeptTotals } from "../summed/kept.ts";
import { takeLost, takeLostByAll } from "../summed/lost.ts";
import { rowReader } from "../summed/row.ts";
import { takeWho } from "../summed/who.ts";

export const totals: TableCard = { reach: "any", reader: totalsReader };

function totalsReader(context: TableContext): RowReader {
	const { ledger, header, table, choices } = context;
	const rowOf = rowReader(header);
	const remarks = new RowRemarks(context);
	const amounts = amountsTaker(context, remarks);
	const kept = ledger.firms instanceof FirmShelf ? new KeptTotals(ledger.firms, table.file, amounts.kindOf) : undefined;
	let read = 0;
	let said = 0;
	let ended = false;

	const take = (of: TotalRow, row: number, line: number): Outcome => {
		if (of.entry === "end") {
			if (of.of !== version) throw new Damaged(of.of);
			const { role = "", product = "", marks } = of;
			// What was lost of other output was written nowhere.
			if (marks === "incomplete" && (role !== choices.indicator || unsealed(product) !== choices.product))
				throw new Trouble("totals-per-other", {
					file: table.file,
					per: product === "" ? role.replaceAll("_", "-") : `product:${unsealed(product)}`,
				});
			const options = (of.as_written ?? "").split(";").map(unsealed);
			if (options[0] !== "") remarks.note(remark("totals-made-with", { options }), "as_written", of.as_written ?? "");
			remarks.tell("", "");
			ended = true;
			said += wholeNumber(of.sum);
			return "used";
		}
		read += 1;
		if (of.firm === "") {
			takeLostByAll(of, ledger, remarks);
			return "used";
		}
		if (of.entry === "firm" && kept?.takeWho(of, { ...table, row, line })) return "used";
		if ((of.entry === "energy" || of.entry === "output") && kept?.takeAmounts(of, row, line)) return "used";
		const record = recordOf(ledger, unsealed(of.firm ?? ""));
		if (of.entry === "firm" || of.entry === "firms-table") takeWho(of, record, { ...table, row, line });
		else if (of.entry === "blank" || of.entry?.startsWith("lost") === true) takeLost(of, record, remarks);
		else return amounts.take(of, record, row, line);
		remarks.tell(record.firm, of.year);
		return "used";
	};

	const reader = (cells: readonly string[], row: number, line: number): Outcome => {
		remarks.at(row, line);
		const of = rowOf(cells);
		// Such tables one behind the other, as `cat` makes one of the parts of an engine.
		if (totalColumns.every((column) => of[column] === column)) return "used";
		try {
			return take(of, row, line);
		} catch (error) {
			if (!(error instanceof Damaged)) throw error;
			throw new Trouble("totals-damaged", { file: table.file, row });
		}
	};
	return Object.assign(reader, {
		finish: () => {
			if (!ended || read !== said) throw new Trouble("totals-incomplete", { file: table.file, read, said });
		},
	});
}
