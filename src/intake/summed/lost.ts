/** Rows of a table of totals that say what refused rows left unknown when it was made. */
import { code } from "../../domain/period.ts";
import { type PlanAmount, planAmounts, type Use, uses } from "../../domain/words.ts";
import { remark } from "../../findings/finding.ts";
import { type FirmRecord, type Ledger, type Mark, mark, markBlank, markRefused } from "../../ledger/ledger.ts";
import { markPlanFault } from "../../ledger/plan-record.ts";
import { Damaged, type TotalRow, unsealed } from "../../ledger/total/cells.ts";
import { maskOf, spanOf, yearOf } from "../../ledger/total/stamps.ts";
import type { RowRemarks } from "../intake.ts";

const reaches: readonly string[] = [
	"fuel",
	"process",
	"electricity",
	"heat",
	"any",
	"output",
	"verdict",
] satisfies Mark["what"][];

/** What was lost of nobody knows whom: of every firm. Throws `Damaged`. */
export function takeLostByAll({ entry, of = "" }: TotalRow, ledger: Ledger, remarks: RowRemarks): void {
	if (entry === "lost" && of === "pooled") ledger.pooledUnknown = true;
	else if (entry === "lost" && of === "rows") ledger.rowsLost = true;
	else if (entry === "lost-plan") ledger.planLost.add(planAmountOf(of));
	else throw new Damaged(of);
	remarks.note(remark("lost-before", {}), "of", of);
	remarks.tell("", "");
}

/** What was lost of a firm, the months it was of, and what was left blank. Throws `Damaged`. */
export function takeLost(row: TotalRow, record: FirmRecord, remarks: RowRemarks): void {
	const { entry, of = "", spans = "", marks = "" } = row;
	const year = yearIn(row);
	if (entry === "lost-months") {
		markRefused(record, unsealed(of), row.use === "" ? "" : useOf(row.use), year, maskOf(row));
		return;
	}
	if (entry === "blank") {
		const [from, to] = spanOf(spans);
		const series = marks.split("|").map(unsealed).join("\u001f");
		markBlank(record, unsealed(of), series, code({ year: yearOf(row.year), from, to }));
		return;
	}
	if (entry === "lost-plan") markPlanFault(record.planned, planAmountOf(of), year);
	else if (entry !== "lost" || !reaches.includes(of)) throw new Damaged(of);
	else mark(record, { year, what: of as Mark["what"], ...(marks === "shared" ? { lost: true } : {}) });
	remarks.note(remark("lost-before", {}), "of", of);
}

/** The year of a row; null where it is of all. Throws `Damaged`. */
export function yearIn({ year }: TotalRow): number | null {
	return year === "" || year === undefined ? null : yearOf(year);
}

/** Throws `Damaged`. */
export function planAmountOf(text: string): PlanAmount {
	const found = planAmounts.find((one) => one === text);
	if (found === undefined) throw new Damaged(text);
	return found;
}

/** Throws `Damaged`. */
export function useOf(text: string | undefined): Use {
	const found = uses.find((one) => one === text);
	if (found === undefined) throw new Damaged(text);
	return found;
}
