/** What a record holds of its rows, row by row: each amount with its key, and where in the record it is posted. */
import { fromCode, type Period, write } from "../domain/period.ts";
import type { DiffKind } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { DayEntry } from "../ledger/days.ts";
import type { Claim, Entry } from "../ledger/entry.ts";
import { type EnergySeries, type FirmRecord, type OutputSeries, type Series, unknownPeriod } from "../ledger/ledger.ts";
import type { Parameters } from "../ledger/parameters.ts";

/** The maps of a record in which amounts stand. */
export const shelves = ["energy", "supplies", "output", "planned", "energyTotals", "outputTotals"] as const;
export type Shelf = (typeof shelves)[number];

/** Series of any of the shelves. */
export type AnySeries = Series &
	Partial<Pick<EnergySeries, "site" | "carrier" | "use" | "role" | "measured">> &
	Partial<Pick<OutputSeries, "product" | "prices">> & { readonly measure?: string; readonly indicator?: string };

/** What a row is known by. */
export interface RowKey {
	readonly kind: DiffKind;
	readonly firm: string;
	readonly site: string;
	/** As text: `2023-05`; with the day, the time and the delivery where rows name them; `to-date` behind an amount to date. */
	readonly period: string;
	/** Of energy: the carrier's key, and the use or what stands beside it, with the part or the lot. */
	readonly carrier: string;
	readonly use: string;
	/** Of output and of what plans ask besides. */
	readonly indicator: string;
	readonly product: string;
}

export interface Posting {
	readonly key: RowKey;
	readonly at: Period | null;
	/** Of output: what money is at. Finer than the key. */
	readonly prices: string;
	/** The amount in the unit it is held in, and the cell. */
	readonly amount: Exact;
	readonly claim: Claim;
	/** Every row that says something of the key here, the first one included. */
	readonly claims: readonly Claim[];
	/** How many rows there are: copies of one amount count. */
	readonly rows: number;
	readonly measured: Parameters | null;
	readonly shelf: Shelf;
	/** The name of its series on the shelf, and the series. */
	readonly name: string;
	readonly series: AnySeries;
	readonly slot: Slot;
}

/** Where in its series. */
export type Slot =
	| { readonly in: "entries"; readonly code: number; readonly entry: Entry }
	| { readonly in: "toDate"; readonly code: number; readonly entry: Entry }
	| { readonly in: "days"; readonly day: string; readonly entry: DayEntry };

const kinds: { readonly [S in Shelf]: DiffKind } = {
	energy: "energy",
	supplies: "supply",
	output: "output",
	planned: "indicator",
	energyTotals: "total",
	outputTotals: "total",
};

/** The map of a shelf. */
export function shelfOf(record: FirmRecord, shelf: Shelf): ReadonlyMap<string, AnySeries> {
	switch (shelf) {
		case "planned":
			return record.planned.series as ReadonlyMap<string, AnySeries>;
		case "energyTotals":
			return record.totals.energy as ReadonlyMap<string, AnySeries>;
		case "outputTotals":
			return record.totals.output as ReadonlyMap<string, AnySeries>;
		default:
			return record[shelf] as ReadonlyMap<string, AnySeries>;
	}
}

/** All amounts of a record, in no order. */
export function postingsOf(record: FirmRecord): Posting[] {
	return shelves.flatMap((shelf) =>
		[...shelfOf(record, shelf)].flatMap(([name, series]) => {
			const slots: Slot[] = [
				...[...series.entries].map(([code, entry]) => ({ in: "entries" as const, code, entry })),
				...[...(series.toDate ?? [])].map(([code, entry]) => ({ in: "toDate" as const, code, entry })),
				...[...(series.days ?? [])].map(([day, entry]) => ({ in: "days" as const, day, entry })),
			];
			return slots.map((slot) => postingOf(record.firm, shelf, name, series, slot));
		}),
	);
}

function postingOf(firm: string, shelf: Shelf, name: string, series: AnySeries, slot: Slot): Posting {
	const code = slot.in === "days" ? slot.entry.month : slot.code;
	const at = code === unknownPeriod ? null : fromCode(code);
	const first: Claim = slot.in === "days" ? slot.entry.first : slot.entry;
	const copy = slot.entry.copy === undefined ? [] : [slot.entry.copy];
	return {
		key: {
			kind: kinds[shelf],
			firm,
			site: series.site ?? "",
			period: `${at === null ? "" : write(at)}${whenIn(slot)}`,
			carrier: series.carrier ?? "",
			use: useOf(series),
			indicator: series.indicator ?? "",
			product: series.product ?? "",
		},
		at,
		prices: series.prices ?? "",
		amount: first.amount,
		claim: first,
		claims: [first, ...slot.entry.others, ...copy],
		rows: Math.max(slot.entry.times, 1 + slot.entry.others.length),
		measured: series.measured ?? null,
		...{ shelf, name, series, slot },
	};
}

/** The use, what stands beside it, and which part or lot of the whole it is. */
function useOf({ measure, use, role }: AnySeries): string {
	const main = measure ?? use ?? "";
	return role === undefined || role === "" ? main : `${main} ${role}`;
}

/** A day, a time and a delivery; an amount that is to date. */
function whenIn(slot: Slot): string {
	if (slot.in === "toDate") return " to-date";
	if (slot.in === "entries") return "";
	const { day, time, delivery } = slot.entry;
	return [`-${String(day).padStart(2, "0")}`, time, delivery].filter((part) => part !== "").join(" ");
}
