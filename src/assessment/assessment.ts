/** Everything a view could want, in one value: firms beside their own and their sector's path, sectors, and what was told. */
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type AssessedFirm, assessFirm } from "./firm.ts";
import { type AssessedSector, assessSectors } from "./pools.ts";
import type { Rules } from "./rules.ts";

export interface Assessment {
	/** In order of firm, by code unit. */
	readonly firms: readonly AssessedFirm[];
	readonly sectors: readonly AssessedSector[];
	readonly rules: Rules;
	readonly findings: readonly Finding[];
}

export function assess(ledger: Ledger, rules: Rules): Assessment {
	const findings: Finding[] = [];
	const firms: AssessedFirm[] = [];
	for (const book of [...ledger.firms.values()].sort((a, b) => (a.firm < b.firm ? -1 : 1))) {
		const firm = assessFirm(book, rules);
		findings.push(...firm.findings);
		// A firm that only the firms table names has no year to show.
		if (firm.years.length > 0) firms.push(firm);
	}
	if (rules.pooledUnknown) findings.push(finding(remark("pooled-figures-withheld", {}), nowhere));
	return { firms, sectors: assessSectors(firms, rules), rules, findings };
}
