/** Everything a view could want, in one value: firms beside their own and their sector's path, and the sectors. */
import { byCodeUnit } from "../domain/order.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { add, type OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type AssessedFirm, assessFirm } from "./firm.ts";
import { sharedNames } from "./identity.ts";
import { nearCodes } from "./near-codes.ts";
import { type AssessedSector, assessSectors, isPooled, poolPriceYear } from "./pools.ts";
import type { Rules } from "./rules.ts";

export interface Assessment {
	/** In order of firm, by code unit. */
	readonly firms: readonly AssessedFirm[];
	readonly sectors: readonly AssessedSector[];
	readonly rules: Rules;
}

/** Assesses every firm; what is to be told goes to the tally at once, so that a million findings are never held together. */
export function assess(ledger: Ledger, rules: Rules, tally: OpenTally): Assessment {
	const firms: AssessedFirm[] = [];
	const without: AssessedFirm[] = [];
	for (const record of [...ledger.firms.values()].sort((a, b) => byCodeUnit(a.firm, b.firm))) {
		const findings: Finding[] = [];
		const firm = assessFirm(record, rules, findings);
		for (const found of findings) add(tally, found);
		// A firm that only the firms table names has no year to show; the row that was lost may be its only one.
		if (firm.years.length > 0) firms.push(firm);
		else if (firm.lost.size > 0) without.push(firm);
	}
	for (const found of sharedNames(ledger.firms.values())) add(tally, found);
	for (const found of nearCodes(firms, ledger)) add(tally, found);
	if (rules.pooledUnknown || without.length > 0 || firms.some(({ lost }) => lost.size > 0))
		add(tally, finding(remark("pooled-figures-withheld", {}), nowhere));
	const priceYear = poolPriceYear(firms, rules);
	for (const { firm, years } of firms) {
		const out = years.find((one) => one.poolable && one.comparable && !isPooled(one, priceYear));
		if (out !== undefined) {
			const about = remark("not-pooled", { prices: out.output?.prices ?? "unstated", wanted: `constant-${priceYear}` });
			add(tally, finding(about, nowhere, firm, String(out.year)));
		}
	}
	return { firms, sectors: assessSectors(firms, without, rules, priceYear), rules };
}
