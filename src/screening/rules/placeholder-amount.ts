/** N-10: an amount that only fills the field: nines, digits in a row, the smallest number a form takes. */
import { finding, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { oddCells } from "../clear/cells.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { periodOf, periodText } from "./entries.ts";
import { cellsOf, oddAmount } from "./odd-amounts.ts";

export const placeholderAmount: FirmRule = {
	id: "N-10",
	code: "placeholder-amount",
	clears: (plain) => !oddCells(plain).placeholder,
	judge: (one) => {
		const suspicions: Suspicion[] = [];
		const { any: asked, strange } = cellsOf(one);
		for (const amount of strange) {
			if (oddAmount(one, "placeholder", amount.entry.text) === undefined) continue;
			suspicions.push({
				finding: finding(remark("placeholder-amount", {}), placeOf(amount.entry), one.record.firm, periodText(amount)),
				year: periodOf(amount).year,
				// What it stands for is not known.
				impact: null,
			});
		}
		return asked ? answer(suspicions) : notChecked("not-in-tables");
	},
};
