/** T-207: 0 for a month that is not over on the date of the check. Later months are refused when they are read. */
import { read } from "../../domain/period.ts";
import { sign } from "../../exact/exact.ts";
import { finding, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { amountsOf, periodOf, periodText } from "./entries.ts";

export const zeroBeforeMonthEnds: FirmRule = {
	id: "T-207",
	code: "zero-before-month-ends",
	// A plain firm has no zeros.
	clears: "by-shape",
	judge: (one) => {
		const { asOf } = one.rules;
		if (asOf === undefined) return notChecked("no-as-of");
		if (isLastDay(asOf.text)) return answer([]);
		const suspicions: Suspicion[] = [];
		for (const amount of amountsOf(one.record)) {
			const { what, entry } = amount;
			const period = periodOf(amount);
			if (period.year !== asOf.year || period.to !== asOf.month || sign(entry.amount) !== 0) continue;
			suspicions.push({
				finding: finding(
					remark("zero-before-month-ends", { what, asOf: asOf.text }),
					placeOf(entry),
					one.record.firm,
					periodText(amount),
				),
				year: period.year,
				// What the month will bring is not known.
				impact: null,
			});
		}
		return answer(suspicions);
	},
};

/** Whether the day after a date is no day of its month. */
function isLastDay(date: string): boolean {
	const [year = "", month = "", day = ""] = date.split("-");
	return read(`${year}-${month}-${String(BigInt(day) + 1n)}`) === undefined;
}
