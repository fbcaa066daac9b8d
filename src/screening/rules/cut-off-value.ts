/** S-15: a number or a name that is exactly as long or as large as a field can hold. */
import { finding, nowhere, type Place, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { isNameCutOff, oddCells } from "../clear/cells.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { periodOf, periodText } from "./entries.ts";
import { cellsOf, oddAmount } from "./odd-amounts.ts";

export const cutOffValue: FirmRule = {
	id: "S-15",
	code: "cut-off-value",
	clears: (plain) => !oddCells(plain).cap && !isNameCutOff(plain),
	judge: (one) => {
		const { firm, names, master } = one.record;
		const suspicions: Suspicion[] = [];
		const { any: asked, strange } = cellsOf(one);
		for (const amount of strange) {
			const limit = oddAmount(one, "cap", amount.entry.text);
			if (limit === undefined) continue;
			const about = remark("cut-off-value", { of: "number", limit });
			suspicions.push({
				finding: finding(about, placeOf(amount.entry), firm, periodText(amount)),
				year: periodOf(amount).year,
				// The amount is larger; nobody can say by how much.
				impact: null,
			});
		}
		const texts = new Map<string, Place>([[firm, nowhere], ...names, ...master.names]);
		for (const [text, place] of texts) {
			const limit = oddAmount(one, "length", String([...text].length));
			if (limit === undefined) continue;
			const about = remark("cut-off-value", { of: "text", limit });
			suspicions.push({ finding: finding(about, place, firm), year: null, impact: null });
		}
		return asked || suspicions.length > 0 ? answer(suspicions) : notChecked("not-in-tables");
	},
};
