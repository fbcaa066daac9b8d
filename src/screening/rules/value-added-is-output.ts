/** U-109-copy: value added that is the output value or the revenue of its period, to the last digit. */
import { fromCode, write } from "../../domain/period.ts";
import { equal, sign } from "../../exact/exact.ts";
import { finding, remark, rowAt } from "../../findings/finding.ts";
import { amountOf } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { clearsValueCopied } from "../clear/value-added.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";

export const valueAddedIsOutput: FirmRule = {
	id: "U-109-copy",
	code: "value-added-is-output",
	clears: clearsValueCopied,
	judge: (one) => {
		const all = [...one.record.output.values()];
		const wholes = all.filter(({ indicator }) => indicator === "output_value" || indicator === "revenue");
		const suspicions: Suspicion[] = [];
		let asked = false;
		for (const { indicator, entries } of all) {
			if (indicator !== "value_added") continue;
			for (const [code, entry] of entries) {
				const beside = wholes.flatMap((whole) => {
					const other = whole.entries.get(code);
					return other === undefined ? [] : [{ indicator: whole.indicator, other }];
				});
				if (beside.length === 0 || sign(entry.amount) <= 0) continue;
				asked = true;
				const same = beside.find(({ other }) => equal(other.amount, entry.amount));
				if (same === undefined) continue;
				const about = remark("value-added-is-output", {
					...{ of: same.indicator, value: amountOf(entry), other: rowAt({ ...same.other.from, row: same.other.row }) },
				});
				const period = fromCode(code);
				// The emissions stay; it is the output that is in doubt.
				suspicions.push({
					finding: finding(about, placeOf(entry), one.record.firm, write(period)),
					...{ year: period.year, impact: null },
				});
			}
		}
		return asked ? answer(suspicions) : notChecked("no-output");
	},
};
