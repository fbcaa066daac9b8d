/** Who a firm is: name, sector and province, where rows may differ. The firms table decides, else the smallest by code unit. */
import { obtain } from "../domain/obtain.ts";
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

/** The columns that say who a firm is, and where a book keeps what rows say in them. */
const columns = { firm_name: "names", sector: "sectors", province: "provinces" } as const;

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
	const sector = settle(book, "sector", findings, twoSectors);
	return {
		firm,
		name: settle(book, "firm_name", findings, false),
		sector,
		pool: twoSectors || sector === null ? null : level1(sector),
		province: settle(book, "province", findings, false),
	};
}

/** One value of several: told with all of them, once. */
function settle(book: FirmBook, what: keyof typeof columns, findings: Finding[], told: boolean): string | null {
	const { firm } = book;
	const rows: Attested = book[columns[what]];
	const master: Attested = book.master[columns[what]];
	const deciding = master.size > 0 ? master : rows;
	const values = [...deciding.keys()].sort();
	const used = values[0];
	if (used === undefined) return null;
	if (values.length > 1 && !told) {
		// A credit code is one firm's: that its rows have two names may mean that a code is wrong.
		const about =
			what === "firm_name" && book.byCreditCode
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
export function sharedNames(books: Iterable<FirmBook>): Finding[] {
	const first = new Map<string, FirmBook>();
	const shared = new Map<string, FirmBook[]>();
	for (const book of books) {
		if (!book.byCreditCode) continue;
		for (const name of new Set([...book.names.keys(), ...book.master.names.keys()])) {
			const other = first.get(name);
			if (other === undefined) first.set(name, book);
			else obtain(shared, name, () => [other]).push(book);
		}
	}
	return [...shared].map(([name, list]) => {
		const ordered = [...list].sort((a, b) => (a.firm < b.firm ? -1 : 1));
		const { firm, names, master } = ordered[1] as FirmBook;
		const place = names.get(name) ?? master.names.get(name) ?? nowhere;
		return finding(remark("one-name-two-codes", { name, codes: ordered.map((book) => book.firm) }), place, firm);
	});
}
