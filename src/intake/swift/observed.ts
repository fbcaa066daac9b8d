/** What the plain path made of one row: if that is one plain amount of a month and nothing else, rows with the same texts mean the same. */
import { fromCode } from "../../domain/period.ts";
import { equal, fromText, product } from "../../exact/exact.ts";
import type { Entry } from "../../ledger/entry.ts";
import { type Said, saidOf } from "../../ledger/firm-shelf.ts";
import type { FirmRecord, Ledger, Series } from "../../ledger/ledger.ts";
import type { StoredKind } from "../../ledger/stored-months.ts";

export interface Observed {
	readonly firm: string;
	readonly byCreditCode: boolean;
	readonly said: readonly Said[];
	readonly kind: StoredKind;
	readonly year: number;
	readonly month: number;
}

/** `ledger` holds what became of one row, which stands in `row` and whose amount is written as `text`; undefined where that is anything else. */
export function observed(ledger: Ledger, row: number, text: string): Observed | undefined {
	if (ledger.firms.size !== 1) return undefined;
	const [record] = ledger.firms.values() as Iterable<FirmRecord> as [FirmRecord];
	if (!isOneAmount(record)) return undefined;
	const energy = record.energy.values().next().value;
	const output = record.output.values().next().value;
	const series = (energy ?? output) as Series;
	if (series.days !== undefined || series.toDate !== undefined || series.entries.size !== 1) return undefined;
	const [[code, entry]] = series.entries as Iterable<[number, Entry]> as [[number, Entry]];
	const { year, from, to } = fromCode(code);
	const { perUnit } = entry.from;
	const value = fromText(text);
	if (from !== to || perUnit === undefined || value === undefined) return undefined;
	if (entry.row !== row || entry.line !== row || entry.text !== text || !equal(product(value, perUnit), entry.amount))
		return undefined;
	const { unit, beside } = entry;
	return {
		firm: record.firm,
		byCreditCode: record.byCreditCode,
		said: saidOf(record),
		kind: { of: keyOf(energy, output), unit, factor: perUnit, from: entry.from, beside },
		year,
		month: from,
	};
}

/** Whether a record holds one series, and nothing else but who the firm is. */
function isOneAmount(record: FirmRecord): boolean {
	const { energy, output, supplies, planned, totals, disputed, marks, refused, blanks, master, heard, folders } = record;
	const others = [supplies, planned.series, planned.faults, totals.energy, totals.output, disputed, marks, refused, blanks];
	return (
		energy.size + output.size === 1 &&
		[...others, ...Object.values(master), heard, folders].every((one: { readonly size: number }) => one.size === 0)
	);
}

function keyOf(
	energy: FirmRecord["energy"] extends Map<string, infer S> ? S | undefined : never,
	output: FirmRecord["output"] extends Map<string, infer S> ? S | undefined : never,
): StoredKind["of"] {
	if (energy !== undefined) {
		const { site, carrier, use, role, measured } = energy;
		return { energy: { site, carrier, use, role, measured } };
	}
	if (output === undefined) throw new Error("a record of one amount has a series");
	const { indicator, product: made, prices } = output;
	return { output: { indicator, product: made, prices } };
}
