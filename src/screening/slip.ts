/** A suspected slip of the unit as it is reported, whatever showed it: one writing for months, years, power and sectors. */
import type { Ratio } from "../exact/ratio.ts";
import { type Amount, finding, nowhere, type Particulars, remark } from "../findings/finding.ts";
import { amountIn, ratioLike } from "../ledger/amounts.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import type { Explained } from "../ledger/rules/slip-causes.ts";
import type { Suspicion } from "./rule.ts";

export interface Slip extends Pick<Particulars["suspected-unit-slip"], "what" | "why" | "ratio"> {
	/** A pair of what slipped itself; else an amount of something else, a share or energy per output. */
	readonly usual: Ratio | Amount;
	/** The unit that amounts of what slipped are held in. */
	readonly unit: string;
	/** The likeliest first. */
	readonly causes: readonly Explained[];
	readonly firm: string;
	readonly period: string;
	readonly year: number;
	/** The row to point at. */
	readonly row: Entry | undefined;
	readonly impact: Ratio | null;
}

/** The suspicion, with amounts in the unit of the row it points at. */
export function slipped({ what, why, ratio, usual, unit, causes, firm, period, year, row, impact }: Slip): Suspicion {
	const inRow = (value: Ratio): Amount =>
		row === undefined ? amountIn(value, unit, 4) : ratioLike(value, { unit, from: row.from });
	const about = remark("suspected-unit-slip", {
		what,
		why,
		usual: "over" in usual ? inRow(usual) : usual,
		ratio,
		causes: causes.map(({ cause, value }) => ({ ...cause, wouldBe: inRow(value) })),
	});
	return { finding: finding(about, row === undefined ? nowhere : placeOf(row), firm, period), year, impact };
}
