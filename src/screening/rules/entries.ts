/** Every amount of a firm's record, whatever it is an amount of, and amounts by year. */
import { fromCode, months, type Period, write } from "../../domain/period.ts";
import { type Exact, known, sum } from "../../exact/exact.ts";
import type { Subject } from "../../findings/finding.ts";
import type { Entry } from "../../ledger/entry.ts";
import type { FirmRecord } from "../../ledger/ledger.ts";

export interface Amount {
	readonly what: Subject;
	/** The code of its period. */
	readonly code: number;
	readonly entry: Entry;
}

/** The entries of the record that are wanted, all if nothing is said: what was used, then what was made. */
export function amountsOf(record: FirmRecord, isWanted: (entry: Entry) => boolean = () => true): readonly Amount[] {
	const all: Amount[] = [];
	const take = (what: Subject, entries: ReadonlyMap<number, Entry>): void =>
		entries.forEach((entry, code) => {
			if (isWanted(entry)) all.push({ what, code, entry });
		});
	for (const { carrier, use, entries } of record.energy.values()) take({ of: "carrier", carrier, use }, entries);
	for (const { indicator, prices, entries } of record.output.values()) take({ of: "indicator", indicator, prices }, entries);
	return all;
}

/** What the entries of a year amount to; undefined where there are none, where they overlap, or where rows contradict each other. */
export function amountIn(entries: ReadonlyMap<number, Entry>, year: number): Exact | undefined {
	let total: Exact | undefined;
	let covered = 0;
	for (const [code, entry] of entries) {
		const period = fromCode(code);
		if (period.year !== year) continue;
		if (entry.others.length > 0 || (covered & months(period)) !== 0) return undefined;
		covered |= months(period);
		total = total === undefined ? entry.amount : sum(total, entry.amount);
	}
	return total;
}

export function periodOf({ code }: Amount): Period {
	return fromCode(code);
}

/** The period of an amount as text: `2023-06`. */
export function periodText(amount: Amount): string {
	return write(periodOf(amount));
}

/** How many of something, to be held against a limit. */
export function fromCount(count: number): Exact {
	return known(String(count));
}
