/** N-06: a value said to be measured, with fewer digits than a laboratory gives. Told once for each value and column. */

import { compare, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { byClaim } from "../../ledger/entry.ts";
import { significantDigits } from "../../ledger/parameters.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { fromCount } from "./entries.ts";
import { type Lot, lotsOf, tell } from "./lots.ts";

const columns = ["ncv", "carbon_content"] as const;

export const coarseMeasurement: FirmRule = {
	id: "N-06",
	code: "coarse-measurement",
	clears: "by-shape",
	judge: (one) => {
		const least = one.limit("measured-digits");
		const coarse = new Map<string, { readonly lot: Lot; readonly column: (typeof columns)[number]; readonly digits: number }>();
		let asked = false;
		for (const lot of lotsOf(one)) {
			for (const column of columns) {
				const cell = lot.measured.cells?.[column];
				if (cell === undefined) continue;
				asked = true;
				const digits = significantDigits(cell.text);
				if (compare(fromCount(digits), least) >= 0) continue;
				const name = `${lot.carrier}\u001f${column}\u001f${cell.text}`;
				const there = coarse.get(name);
				if (there === undefined || byClaim(lot.entry, there.lot.entry) < 0) coarse.set(name, { lot, column, digits });
			}
		}
		if (!asked) return notChecked("no-measured-values");
		return answer(
			[...coarse.values()].map(({ lot, column, digits }): Suspicion => {
				const about = remark("coarse-measurement", { carrier: lot.carrier, digits, least: toText(least) });
				// The value may be right to the digits it has.
				return { finding: tell(one, lot, { about, column }), year: null, impact: null };
			}),
		);
	},
};
