/** Who a firm is: name, sector and province, where rows may differ. The firms table decides, else the smallest by code unit. */

import { obtain } from "../domain/obtain.ts";
import { byCodeUnit, byKey } from "../domain/order.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { heardOf } from "../ledger/folders.ts";
import type { Attested, FirmHead, FirmRecord } from "../ledger/ledger.ts";
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

/** The columns that say who a firm is, and where a record keeps what rows say in them. */
const columns = { firm_name: "names", sector: "sectors", province: "provinces" } as const;

export function identify(record: FirmRecord, sectors: Sectors, findings: Finding[]): Identity {
	const { firm } = record;
	const level1 = (id: string): string => sectors.byId(id)?.parent ?? id;
	const master = masterOf(record, "sectors");
	const named = master.size > 0 ? master : record.sectors;
	const pools = [...new Set([...named.keys()].map(level1))].sort();
	const twoSectors = pools.length > 1;
	if (twoSectors) {
		const [, place = nowhere] = [...named].sort(byKey)[1] ?? [];
		findings.push(finding(remark("two-sectors", { sectors: [...named.keys()].sort() }), place, firm));
	}
	const sector = settle(record, "sector", findings, twoSectors);
	return {
		firm,
		name: settle(record, "firm_name", findings, false),
		sector,
		pool: twoSectors || sector === null ? null : level1(sector),
		province: settle(record, "province", findings, false),
	};
}

/** The firms table that an option names decides; where it is silent, those of the firm's own folders. */
function masterOf(record: FirmHead, what: "names" | "sectors" | "provinces"): Attested {
	return record.master[what].size > 0 ? record.master[what] : heardOf(record, what);
}

/** One value of several: told with all of them, once. */
function settle(record: FirmRecord, what: keyof typeof columns, findings: Finding[], told: boolean): string | null {
	const { firm } = record;
	const rows: Attested = record[columns[what]];
	const master = masterOf(record, columns[what]);
	const deciding = master.size > 0 ? master : rows;
	const values = [...deciding.keys()].sort();
	const used = values[0];
	if (used === undefined) return null;
	if (values.length > 1 && !told) {
		// A credit code is one firm's: that its rows have two names may mean that a code is wrong.
		const about =
			what === "firm_name" && record.byCreditCode
				? remark("two-names-one-code", { names: values, used })
				: remark("differs-between-rows", { what, values, used });
		findings.push(finding(about, deciding.get(values[1] as string) ?? nowhere, firm));
	}
	const others = master.size === 0 ? [] : [...rows.keys()].filter((value) => !master.has(value)).sort();
	if (others.length > 0)
		findings.push(
			finding(remark("master-data-differs", { what, values: others, used }), rows.get(others[0] as string) ?? nowhere, firm),
		);
	return used;
}

/** Names that stand under two or more credit codes, each told at the second of them. */
export function sharedNames(records: Iterable<FirmHead>): Finding[] {
	const first = new Map<string, FirmHead>();
	const shared = new Map<string, FirmHead[]>();
	for (const record of records) {
		if (!record.byCreditCode) continue;
		for (const name of new Set([...record.names.keys(), ...masterOf(record, "names").keys()])) {
			const other = first.get(name);
			if (other === undefined) first.set(name, record);
			else obtain(shared, name, () => [other]).push(record);
		}
	}
	return [...shared].map(([name, list]) => {
		const ordered = [...list].sort((a, b) => byCodeUnit(a.firm, b.firm));
		const second = ordered[1] as FirmHead;
		const { firm, names } = second;
		const place = names.get(name) ?? masterOf(second, "names").get(name) ?? nowhere;
		return finding(remark("one-name-two-codes", { name, codes: ordered.map((record) => record.firm) }), place, firm);
	});
}
