/** Who a firm is: name, sector and province, where rows may differ. The firms table decides, else the smallest by code unit. */
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Attested, FirmBook } from "../ledger/ledger.ts";
import type { Sectors } from "../reference/sectors.ts";

export interface Identity {
	readonly firm: string;
	readonly name: string | null;
	/** Sector id as the tables name it: level 1 or 2. */
	readonly sector: string | null;
	/** Level-1 sector whose pool and path are the firm's; null where unknown or where rows name two. */
	readonly pool: string | null;
	readonly province: string | null;
}

export function identify(book: FirmBook, sectors: Sectors, findings: Finding[]): Identity {
	const { firm, master } = book;
	const level1 = (id: string): string => sectors.byId(id)?.parent ?? id;
	const named = master.sectors.size > 0 ? master.sectors : book.sectors;
	const pools = [...new Set([...named.keys()].map(level1))].sort();
	const twoSectors = pools.length > 1;
	if (twoSectors) {
		const [, place = nowhere] = [...named].sort(([a], [b]) => (a < b ? -1 : 1))[1] ?? [];
		findings.push(finding(remark("two-sectors", { sectors: [...named.keys()].sort() }), place, firm));
	}
	const sector = settle(firm, "sector", book.sectors, master.sectors, findings, twoSectors);
	return {
		firm,
		name: settle(firm, "firm_name", book.names, master.names, findings, false),
		sector,
		pool: twoSectors || sector === null ? null : level1(sector),
		province: settle(firm, "province", book.provinces, master.provinces, findings, false),
	};
}

/** One value of several: told with all of them, once. */
function settle(firm: string, what: string, rows: Attested, master: Attested, findings: Finding[], told: boolean): string | null {
	const deciding = master.size > 0 ? master : rows;
	const values = [...deciding.keys()].sort();
	const used = values[0];
	if (used === undefined) return null;
	if (values.length > 1 && !told)
		findings.push(
			finding(remark("differs-between-rows", { what, values, used }), deciding.get(values[1] as string) ?? nowhere, firm),
		);
	const others = master.size === 0 ? [] : [...rows.keys()].filter((value) => !master.has(value)).sort();
	if (others.length > 0)
		findings.push(
			finding(remark("master-data-differs", { what, values: others, used }), rows.get(others[0] as string) ?? nowhere, firm),
		);
	return used;
}
