/** N-05: digits that a binary float left over: 0.30000000000000004 for 0.3. Told once for each column. */
import { compare } from "../../exact/exact.ts";
import { zeroRatio } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { byClaim, placeOf } from "../../ledger/entry.ts";
import { significantDigits } from "../../ledger/parameters.ts";
import { oddCells } from "../clear/cells.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { type Amount, fromCount, periodText } from "./entries.ts";
import { cellsOf } from "./odd-amounts.ts";

export const floatDust: FirmRule = {
	id: "N-05",
	code: "float-dust",
	clears: (plain) => !oddCells(plain).long,
	judge: (one) => {
		const [digits, run] = [one.limit("dust-digits"), one.limit("dust-run")];
		const found = new Map<string, { first: Amount; cells: number }>();
		const { any: asked, strange } = cellsOf(one);
		for (const amount of strange) {
			const { text, from } = amount.entry;
			// The digits after the last run, and nothing but the run before them.
			const end = /\.\d*?((0+)[1-9]\d{0,2}|(9+)\d{0,2})$/.exec(text.trim());
			const length = end === null ? 0 : longestRun(end[1] as string);
			if (length === 0 || compare(fromCount(length), run) < 0) continue;
			if (compare(fromCount(significantDigits(text)), digits) < 0) continue;
			const name = `${from.file}\u001f${from.sheet ?? ""}\u001f${from.column}`;
			const there = found.get(name);
			if (there === undefined) found.set(name, { first: amount, cells: 1 });
			else {
				there.cells += 1;
				if (byClaim(amount.entry, there.first.entry) < 0) there.first = amount;
			}
		}
		if (!asked) return notChecked("not-in-tables");
		return answer(
			[...found.values()].map(
				({ first, cells }): Suspicion => ({
					finding: finding(remark("float-dust", { cells }), placeOf(first.entry), one.record.firm, periodText(first)),
					year: null,
					// Less than any figure shows.
					impact: zeroRatio,
				}),
			),
		);
	},
};

/** The longest row of zeros or of nines in some digits. */
function longestRun(digits: string): number {
	return Math.max(0, ...(digits.match(/0+|9+/g) ?? []).map((run) => run.length));
}
