/** Firms of large tables as tasks for other threads: plain data, from which these make what they work with. */
import type { PlanAmount } from "../domain/words.ts";
import type { FirmShelf } from "../ledger/firm-shelf.ts";
import { isStored, type StoredFirm } from "../ledger/firm-shelf.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type StoredKind, type StoredMemory, StoredMonths } from "../ledger/stored-months.ts";
import type { GatheringRoom } from "../screening/gathering.ts";

/** What a thread is told of its firms. */
export interface FirmsTask {
	readonly names: readonly string[];
	/** What each table has of each firm: the table's number, and what is kept of the firm. */
	readonly slots: readonly (readonly ToldFirm[])[];
	readonly tables: readonly { readonly memory: StoredMemory; readonly above: number; readonly kinds: readonly StoredKind[] }[];
	readonly ledger: Pick<Ledger, "pooledUnknown" | "rowsLost" | "adding"> & { readonly planLost: readonly PlanAmount[] };
	/** The years that firms have rows of. */
	readonly years: readonly number[];
	/** What rules between firms gather in; all threads of the run share it. */
	readonly room: GatheringRoom;
}

interface ToldFirm extends Omit<StoredFirm, "months"> {
	readonly table: number;
}

/** The names dealt out in blocks of so many, in turn: rows can be written in order while others are made. */
export function sharesOf(names: readonly string[], count: number, block: number): string[][] {
	const shares: string[][] = Array.from({ length: count }, () => []);
	for (let from = 0; from < names.length; from += block) shares[(from / block) % count]?.push(...names.slice(from, from + block));
	return shares;
}

export function toldOf(
	names: readonly string[],
	firms: FirmShelf,
	{ pooledUnknown, rowsLost, planLost, adding }: Ledger,
	{ years, room }: Pick<FirmsTask, "years" | "room">,
): FirmsTask {
	const numbers = new Map<StoredMonths, number>();
	const tell = ({ months, ...rest }: StoredFirm): ToldFirm => {
		const table = numbers.get(months) ?? numbers.size;
		numbers.set(months, table);
		return { ...rest, table };
	};
	const slots = names.map((name) => {
		const slot = firms.slot(name);
		return slot !== undefined && isStored(slot) ? slot.map(tell) : [];
	});
	return {
		...{ names, slots, years, room },
		tables: [...numbers.keys()].map(({ memory, above, kinds }) => ({ memory, above, kinds })),
		ledger: { pooledUnknown, rowsLost, adding, planLost: [...planLost] },
	};
}

/** The firms as the other thread keeps them; those that are not kept as numbers are not among them. */
export function shelfOf({ names, slots, tables, ledger }: FirmsTask, shelf: FirmShelf): Ledger {
	const months = tables.map(({ memory, above, kinds }) => {
		const own = new StoredMonths(memory, above);
		own.kinds.push(...kinds);
		return own;
	});
	for (const [at, name] of names.entries()) {
		const slot = (slots[at] ?? []).map(({ table, ...rest }) => ({ ...rest, months: months[table] as StoredMonths }));
		if (slot.length > 0) shelf.keep(name, slot);
	}
	return { ...ledger, planLost: new Set(ledger.planLost), firms: shelf };
}
