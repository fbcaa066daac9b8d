/** U-109: value added above the output value it is a part of, in one period and at one kind of prices. */
import { fromCode, write } from "../../domain/period.ts";
import { compare } from "../../exact/exact.ts";
import { finding, remark } from "../../findings/finding.ts";
import { amountLike, amountOf } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { clearsValueAbove } from "../clear/value-added.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";

export const valueAddedAboveOutput: FirmRule = {
	id: "U-109",
	code: "value-added-above-output",
	clears: clearsValueAbove,
	judge: (one) => {
		const all = [...one.record.output.values()];
		const added = all.filter(({ indicator }) => indicator === "value_added");
		const outputs = all.filter(({ indicator }) => indicator === "output_value");
		if (added.length === 0 || outputs.length === 0) return notChecked("no-output");
		const suspicions: Suspicion[] = [];
		let asked = false;
		for (const { prices, entries } of added) {
			const whole = outputs.find((other) => other.prices === prices);
			for (const [code, entry] of entries) {
				const output = whole?.entries.get(code);
				if (output === undefined || entry.others.length > 0 || output.others.length > 0) continue;
				asked = true;
				if (compare(entry.amount, output.amount) <= 0) continue;
				const period = fromCode(code);
				suspicions.push({
					finding: finding(
						remark("value-added-above-output", { valueAdded: amountOf(entry), outputValue: amountLike(output.amount, entry) }),
						placeOf(entry),
						one.record.firm,
						write(period),
					),
					year: period.year,
					// The emissions stay; it is the output that is in doubt.
					impact: null,
				});
			}
		}
		return asked ? answer(suspicions) : notChecked("no-price-basis");
	},
};
