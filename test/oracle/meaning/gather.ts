/** The rows of every firm, read and kept by firm. */
import { CARRIERS } from "./carriers.ts";
import type { Said } from "./findings.ts";
import { type Read, type Refused, readUse, type UseEntry } from "./read.ts";
import type { OutputRow, Tables, UseRow } from "./rows.ts";

export interface FirmRows {
	readonly firm: string;
	readonly entries: readonly UseEntry[];
	readonly refused: readonly Refused[];
	/** said of rows, by year; null: of no year */
	readonly said: readonly { readonly year: number | null; readonly said: Said }[];
	readonly output: readonly OutputRow[];
	readonly sector: string;
	/** a purchases column stands in the tables */
	readonly hasPurchases: boolean;
}

const idAbove = (row: UseRow, last: string | null, read: Read): string | null => {
	if (/^其中/.test((row.carrier ?? "").trim())) return last;
	return "entry" in read ? read.entry.carrier.id : last;
};

/** Amounts in tce beside physical ones of the same firm, carrier and year are compared, never added. */
const withoutCoal = (entries: readonly UseEntry[]): UseEntry[] =>
	entries.filter(
		(entry) =>
			!entry.name.coal ||
			!entries.some(
				(other) => !other.name.coal && other.carrier.id === entry.carrier.id && other.moment.year === entry.moment.year,
			),
	);

export const gather = ({ energy, output, asserted }: Tables): FirmRows[] => {
	const none = Object.entries(asserted.map ?? {}).flatMap(([name, to]) => (to === "none" ? [name] : []));
	const names = [...new Set([...energy, ...output].map(({ firm }) => firm ?? ""))].sort();
	return names.map((firm): FirmRows => {
		let above: string | null = null;
		const rows = energy.filter((row) => (row.firm ?? "") === firm);
		const reads = rows.map((row) => {
			const read = readUse(row, above, none);
			above = idAbove(row, above, read);
			return read;
		});
		const entries = reads.flatMap((read) => ("entry" in read ? [read.entry] : []));
		const own = output.filter((row) => (row.firm ?? "") === firm);
		return {
			firm,
			entries: withoutCoal(entries),
			refused: reads.flatMap((read) => ("refused" in read ? [read.refused] : [])),
			said: reads.flatMap((read) => {
				if ("entry" in read) return read.said.map((said) => ({ year: read.entry.moment.year, said }));
				if ("skipped" in read) return read.skipped.map((said) => ({ year: read.year, said }));
				return [];
			}),
			output: own,
			sector: own.map(({ sector }) => sector ?? "").find((sector) => sector !== "") ?? "",
			hasPurchases: rows.some(({ purchased }) => purchased !== undefined),
		};
	});
};

/** The two digits of a GB/T 4754 code. */
export const divisionOf = (sector: string): string => /^[A-Z]?(\d{2})/.exec(sector)?.[1] ?? "";

export const carrierOf = (id: string) => {
	const carrier = CARRIERS.get(id);
	if (carrier === undefined) throw new Error(`no carrier ${id}`);
	return carrier;
};
