/**
 * U-107: bought electricity that is next to nothing beside what a firm burns. What burns needs fans, pumps and mills, some
 * thousandths of its heat at the least; a firm with less has written its electricity in another unit, and in every row of
 * the table, so that no history shows it. Power plants make their own, and so does who sells any: they are not asked.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import { nearly } from "../../exact/exact.ts";
import { compare, fromExact, minus, oneRatio, per, plus, type Ratio, sign, times, whole, zeroRatio } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { amountIn } from "../../ledger/amounts.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { explain } from "../../ledger/rules/slip-causes.ts";
import { impactOf, ratioLimit, subjectOf, writtenUnit } from "../asking.ts";
import { clearsPowerShare } from "../clear/energy-shares.ts";
import { roughly, slack } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { slipped } from "../slip.ts";

export const powerShare: FirmRule = {
	id: "U-107-power",
	code: "suspected-unit-slip",
	clears: clearsPowerShare,
	judge: (one) => {
		const { pool } = one.firm;
		if (pool !== null && one.rules.reference.sectors.byId(pool)?.section === "D") return notChecked("no-such-carrier");
		const found: Suspicion[] = [];
		let asked = false;
		const least = nearly(one.limit("power-share-least")) * (1 + slack);
		for (const year of one.firm.years) {
			if (isPlain(year, least)) {
				asked = true;
				continue;
			}
			const facts = sharesOf(year);
			if (facts === undefined) continue;
			asked = true;
			const slip = slipOf(one, year, facts);
			if (slip !== undefined) found.push(slip);
		}
		return asked ? answer(found) : notChecked("no-such-carrier");
	},
};

interface Shares {
	/** The electricity line with most coal equivalent. */
	readonly main: {
		readonly carrier: string;
		readonly use: "consumed";
		readonly unit: string;
		readonly amount: Ratio;
		readonly tce: Ratio;
	};
	/** tce of other electricity, and of all that is burnt or bought as heat. */
	readonly other: Ratio;
	readonly rest: Ratio;
}

/** Whether floats show that there is enough electricity in a whole year of which all is known. */
function isPlain({ coverage, emissions }: FirmYear, least: number): boolean {
	if (coverage !== "whole-year" || !emissions.present.has("electricity") || emissions.present.size === 1) return false;
	let [power, rest] = [0, 0];
	for (const { part, use, quantity, tce } of emissions.carriers) {
		if (part === "process" || use === "feedstock") continue;
		const size = tce === null || quantity === null ? Number.NaN : roughly(tce);
		// What is not known, sold or below zero is looked at closely.
		if (!(size >= 0) || (part === "electricity" && use !== "consumed")) return false;
		if (part === "electricity") power += size;
		else if (use === "consumed") rest += size;
	}
	return power > 0 && rest > 0 && power >= (power + rest) * least;
}

/** What of a whole year is electricity; undefined where not all is known, where there is only one of the two, or where power is sold. */
function sharesOf({ coverage, emissions }: FirmYear): Shares | undefined {
	if (coverage !== "whole-year" || !emissions.present.has("electricity") || emissions.present.size === 1) return undefined;
	let [main, all, rest]: [Shares["main"] | undefined, Ratio, Ratio] = [undefined, zeroRatio, zeroRatio];
	for (const { carrier, part, use, quantity, unit, tce } of emissions.carriers) {
		if (part === "process" || use === "feedstock") continue;
		if (tce === null || quantity === null) return undefined;
		if (part === "electricity") {
			if (use !== "consumed" && sign(tce) !== 0) return undefined;
			if (use === "consumed" && (main === undefined || compare(tce, main.tce) > 0))
				main = { carrier, use, unit, amount: fromExact(quantity), tce };
			all = plus(all, tce);
		} else if (use === "consumed") rest = plus(rest, tce);
	}
	if (main === undefined || sign(main.tce) <= 0 || sign(rest) <= 0) return undefined;
	return { main, other: minus(all, main.tce), rest };
}

function slipOf(one: FirmCase, { year }: FirmYear, { main, other, rest }: Shares): Suspicion | undefined {
	const limitOf = (name: string): Ratio => ratioLimit(one.limit, name);
	const perUnit = per(main.tce, main.amount);
	/** The share of electricity, were the main line so much. */
	const shareAt = (amount: Ratio): Ratio => {
		const power = plus(times(amount, perUnit), other);
		return per(power, plus(power, rest));
	};
	const share = shareAt(main.amount);
	const least = limitOf("power-share-least");
	if (compare(share, least) >= 0) return undefined;
	const usual = limitOf("power-share-usual");
	const usualAmount = per(times(rest, per(usual, minus(oneRatio, usual))), perUnit);
	const row = firstRowOf(one.record, main.carrier, year, main.use);
	const [first, ...more] = explain(
		{
			...{ amount: main.amount, above: false, usual: usualAmount },
			...{ of: "electricity", written: row === undefined ? "" : writtenUnit(one, row) },
		},
		(amount) =>
			compare(shareAt(amount), limitOf("power-share-low")) >= 0 && compare(shareAt(amount), limitOf("power-share-high")) <= 0,
	);
	if (first === undefined) return undefined;
	const percent = (value: Ratio): Ratio => times(value, whole(100));
	return slipped({
		...{ what: subjectOf(main), why: "power-share", usual: amountIn(percent(least), "", 6), ratio: rounded(percent(share), 6) },
		...{ unit: main.unit, causes: [first, ...more], row },
		...{ firm: one.record.firm, period: String(year), year },
		impact: impactOf(one, main, year, main.amount, first.value),
	});
}
