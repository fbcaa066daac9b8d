/** Lots that were measured: what a firm used of one fuel in a year, with one set of measured values. */

import { choose, chooseCarbon } from "../../carbon/choice.ts";
import { type Factor, perUnit } from "../../carbon/factor.ts";
import { fromCode, type Period, write } from "../../domain/period.ts";
import type { Use } from "../../domain/words.ts";
import type { Exact } from "../../exact/exact.ts";
import { fromExact, minus, negative, type Ratio, times } from "../../exact/ratio.ts";
import { finding, type Remark } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import { type MeasuredCells, type Parameters, unmeasured } from "../../ledger/parameters.ts";
import { once } from "../once.ts";
import { type Answer, answer, type FirmCase, notChecked, type Suspicion } from "../rule.ts";
import { amountIn } from "./entries.ts";

export interface Lot {
	/** Id of the carrier it counts as. */
	readonly carrier: string;
	/** The unit amounts are held in: t, 10^4 Nm3 or GJ. */
	readonly unit: string;
	readonly measured: Parameters;
	readonly year: number;
	/** The first row of the year, to point at. */
	readonly entry: Entry;
	readonly period: Period;
	/** What it is multiplied by; undefined where no factor applies. */
	readonly factor: Factor | undefined;
	/** t CO2 by which the year would change, were the default in the place of what was measured; null where there is none. */
	readonly impact: Ratio | null;
}

const known = once<FirmCase, readonly Lot[]>();

/** The firm's measured lots of fuels, in no order that matters; made once for all rules. */
export function lotsOf(one: FirmCase): readonly Lot[] {
	let lots = known.get(one);
	if (lots === undefined) {
		lots = [...measuredIn(one)];
		known.set(one, lots);
	}
	return lots;
}

function* measuredIn(one: FirmCase): Generator<Lot> {
	const { record, firm, rules } = one;
	for (const { carrier: key, use, measured, entries } of record.energy.values()) {
		if (measured.cells === undefined) continue;
		const carrier = rules.carrierOf(key);
		if (carrier.group !== "fuel") continue;
		const first = new Map<number, { entry: Entry; period: Period }>();
		for (const [code, entry] of entries) {
			const period = fromCode(code);
			const there = first.get(period.year);
			if (there === undefined || byClaim(entry, there.entry) < 0) first.set(period.year, { entry, period });
		}
		for (const [year, { entry, period }] of first) {
			const asked = { carrier, unit: entry.unit, year, province: firm.province ?? undefined };
			const chosen = use === "feedstock" || use === "product" ? chooseCarbon : choose;
			const { factor } = chosen(rules.factors, { ...asked, measured });
			const usual = chosen(rules.factors, { ...asked, measured: unmeasured }).factor;
			const impact = impactOf(amountIn(entries, year), use, factor, usual);
			yield { carrier: carrier.id, unit: entry.unit, measured, year, entry, period, factor, impact };
		}
	}
}

function impactOf(amount: Exact | undefined, use: Use, own: Factor | undefined, usual: Factor | undefined): Ratio | null {
	if (amount === undefined || own === undefined || usual === undefined) return null;
	const change = times(fromExact(amount), minus(perUnit(usual), perUnit(own)));
	return use === "consumed" || use === "feedstock" ? change : negative(change);
}

/** A rule over measured lots. */
export interface LotRule {
	/** Whether what it asks about was measured. */
	readonly measured: (lot: Lot) => boolean;
	/** Whether the seeds have a range to hold it against. */
	readonly ranged?: (lot: Lot) => boolean;
	/** What is said of a lot, at which of its measured cells; undefined where nothing. */
	readonly suspect: (lot: Lot) => { readonly about: Remark; readonly column: keyof MeasuredCells } | undefined;
}

/** The answer of a rule over all lots that it can be asked of. */
export function judgeLots(one: FirmCase, { measured, ranged = () => true, suspect }: LotRule): Answer {
	const asked = lotsOf(one).filter(measured);
	if (asked.length === 0) return notChecked("no-measured-values");
	const lots = asked.filter(ranged);
	if (lots.length === 0) return notChecked("not-in-tables");
	return answer(
		lots.flatMap((lot): Suspicion[] => {
			const found = suspect(lot);
			return found === undefined ? [] : [{ finding: tell(one, lot, found), year: lot.year, impact: lot.impact }];
		}),
	);
}

/** A finding at the measured cell of the lot's first row. */
export function tell(
	one: FirmCase,
	{ entry, measured, period }: Lot,
	{ about, column }: { readonly about: Remark; readonly column: keyof MeasuredCells },
): Suspicion["finding"] {
	const cell = measured.cells?.[column];
	const at = { ...placeOf(entry), column: cell?.column ?? "", value: cell?.text ?? "" };
	return finding(about, at, one.record.firm, write(period));
}
