/** What tables say of who a firm is and what it is measured by: two records side by side, and one fact put into another. */
import { byCodeUnit } from "../domain/order.ts";
import type { FirmRecord, Heard, MasterData } from "../ledger/ledger.ts";

/** Columns of a firms table. */
export const firmFacts = ["name", "sector", "province", "base_intensity", "base_year", "target_percent"] as const;
export type FactColumn = (typeof firmFacts)[number];

export interface FirmFact {
	readonly firm: string;
	readonly column: FactColumn;
	/** Every value that is said, in order; null where none is. */
	readonly old: string | null;
	readonly new: string | null;
}

/** What of a firm differs; undefined: a side does not have it. */
export function factsBetween(firm: string, old: FirmRecord | undefined, now: FirmRecord | undefined): FirmFact[] {
	return firmFacts.flatMap((column): FirmFact[] => {
		const [a, b] = [old, now].map((record) => (record === undefined ? null : saidOf(record, column)));
		return a === b ? [] : [{ firm, column, old: a ?? null, new: b ?? null }];
	});
}

const attested = { name: "names", sector: "sectors", province: "provinces" } as const;
const stated = { base_intensity: "baseIntensities", base_year: "baseYears", target_percent: "targetPercents" } as const;

function isAttested(column: FactColumn): column is keyof typeof attested {
	return column in attested;
}

function saidOf(record: FirmRecord, column: FactColumn): string | null {
	const values = isAttested(column)
		? [
				...record[attested[column]].keys(),
				...record.master[attested[column]].keys(),
				...[...record.heard.values()].flatMap((heard) => [...heard[attested[column]].keys()]),
			]
		: [...record.master[stated[column]].keys()].map(String);
	const all = [...new Set(values)].sort(byCodeUnit);
	return all.length === 0 ? null : all.join("; ");
}

/** A record with what the other says in this column. */
export function withFact(record: FirmRecord, other: FirmRecord, { column }: FirmFact): FirmRecord {
	if (!isAttested(column)) {
		const which = stated[column];
		return { ...record, master: { ...record.master, [which]: other.master[which] } };
	}
	const which = attested[column];
	const master: MasterData = { ...record.master, [which]: other.master[which] };
	return { ...record, [which]: other[which], master, heard: heardOf(record, other, which) };
}

/** By file: what one says of this, and of all else what the other says. */
function heardOf(record: FirmRecord, other: FirmRecord, which: keyof Heard): FirmRecord["heard"] {
	const nothing = (): Heard => ({ names: new Map(), sectors: new Map(), provinces: new Map() });
	const kept = [...record.heard].map(([file, heard]) => [file, { ...heard, [which]: new Map() }] as const);
	const heard = new Map<string, Heard>(kept);
	for (const [file, said] of other.heard) heard.set(file, { ...(heard.get(file) ?? nothing()), [which]: said[which] });
	return heard;
}
