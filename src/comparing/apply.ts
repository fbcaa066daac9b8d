/** One change put into a record, all else as it was: what a change does alone is asked of such a record. */
import { fromCode, months } from "../domain/period.ts";
import type { FirmRecord, Series } from "../ledger/ledger.ts";
import { type FirmFact, withFact } from "./facts.ts";
import type { RowPair } from "./pair.ts";
import { type AnySeries, type Posting, type Shelf, shelfOf } from "./posting.ts";
import type { Uncounted } from "./uncounted.ts";

/** What is put in: a row, what a firms table says, or a row that did not count on either side. */
export type Change =
	| { readonly is: "row"; readonly pair: RowPair }
	| { readonly is: "fact"; readonly fact: FirmFact }
	| { readonly is: "uncounted"; readonly row: Uncounted };

/** The old record with the change; `only`: it is the only one of its firm and year, so that it takes all the year's marks with it. */
export function applied(old: FirmRecord, now: FirmRecord, change: Change, only: boolean): FirmRecord {
	if (change.is === "fact") return withFact(old, now, change.fact);
	if (change.is === "uncounted") {
		const { carrier, year, mask } = change.row;
		return standing(old, old, now, { carrier, year, mask }, only);
	}
	const { old: gone, new: come } = change.pair;
	const less = gone === undefined ? old : withoutPosting(old, gone);
	const more = come === undefined ? less : withPosting(less, come);
	const at = (come ?? gone)?.at ?? null;
	const carrier = come?.series.carrier ?? gone?.series.carrier ?? "output";
	const reach = { carrier, year: at?.year ?? null, mask: at === null ? 0 : months(at) };
	return standing(more, old, now, reach, only);
}

/** A record of nothing but one row and of who the firm is. */
export function alone(of: FirmRecord, posting: Posting): FirmRecord {
	const bare: FirmRecord = {
		...of,
		energy: new Map(),
		supplies: new Map(),
		output: new Map(),
		planned: { series: new Map(), faults: new Map() },
		totals: { energy: new Map(), output: new Map() },
		disputed: new Map(),
		marks: new Map(),
		refused: new Map(),
		blanks: new Map(),
	};
	return withPosting(bare, posting);
}

function withoutPosting(record: FirmRecord, { shelf, name, slot }: Posting): FirmRecord {
	const there = shelfOf(record, shelf).get(name);
	if (there === undefined) return record;
	const left = copyOf(there);
	if (slot.in === "days") left.days?.delete(slot.day);
	else (slot.in === "toDate" ? left.toDate : left.entries)?.delete(slot.code);
	const map = new Map(shelfOf(record, shelf));
	if (left.entries.size + (left.toDate?.size ?? 0) + (left.days?.size ?? 0) === 0) map.delete(name);
	else map.set(name, left as AnySeries);
	return withShelf(record, shelf, map);
}

function withPosting(record: FirmRecord, { shelf, name, slot, series }: Posting): FirmRecord {
	const there = shelfOf(record, shelf).get(name);
	const made = there === undefined ? bareOf(series) : copyOf(there);
	if (slot.in === "days") {
		made.days ??= new Map();
		made.days.set(slot.day, slot.entry);
	} else if (slot.in === "toDate") {
		made.toDate ??= new Map();
		made.toDate.set(slot.code, slot.entry);
		if (series.byForm?.has(slot.code)) made.byForm = new Set([...(made.byForm ?? []), slot.code]);
	} else made.entries.set(slot.code, slot.entry);
	return withShelf(record, shelf, new Map(shelfOf(record, shelf)).set(name, made as AnySeries));
}

function copyOf(series: AnySeries): Series & AnySeries {
	return {
		...series,
		entries: new Map(series.entries),
		...(series.toDate === undefined ? {} : { toDate: new Map(series.toDate) }),
		...(series.days === undefined ? {} : { days: new Map(series.days) }),
	};
}

function bareOf(series: AnySeries): Series & AnySeries {
	const { days: _, toDate: __, byForm: ___, ...rest } = series;
	return { ...rest, entries: new Map() };
}

function withShelf(record: FirmRecord, shelf: Shelf, map: ReadonlyMap<string, AnySeries>): FirmRecord {
	switch (shelf) {
		case "planned":
			return { ...record, planned: { ...record.planned, series: map as unknown as FirmRecord["planned"]["series"] } };
		case "energyTotals":
			return { ...record, totals: { ...record.totals, energy: map as unknown as FirmRecord["totals"]["energy"] } };
		case "outputTotals":
			return { ...record, totals: { ...record.totals, output: map as unknown as FirmRecord["totals"]["output"] } };
		default:
			return { ...record, [shelf]: map };
	}
}

interface Reach {
	readonly carrier: string;
	readonly year: number | null;
	readonly mask: number;
}

/**
 * What rows that do not count leave behind, with the change: of its carrier and months as the new record has it, of all others as the
 * old one. What is unknown of a year follows the rows it is unknown for, where those are the same as on one of the sides.
 */
function standing(record: FirmRecord, old: FirmRecord, now: FirmRecord, reach: Reach, only: boolean): FirmRecord {
	const ofReach = (year: number | null, mask: number, carrier: string): boolean =>
		(year === null || reach.year === null || year === reach.year) &&
		(mask === 0 || (mask & reach.mask) !== 0) &&
		(carrier === "" || carrier === reach.carrier);
	const blankReach = ({ carrier, period }: { readonly carrier: string; readonly period: number }): boolean => {
		const at = fromCode(period);
		return ofReach(at.year, months(at), carrier);
	};
	const refused = mixed(old.refused, now.refused, ({ year, mask, carrier }) => ofReach(year, mask, carrier));
	const blanks = mixed(old.blanks, now.blanks, blankReach);
	const disputed = mixed(
		old.disputed,
		now.disputed,
		(_, name) => reach.carrier === "output" && fromCode(Number(name.split("\u001f").at(-1))).year === reach.year,
	);
	const ofYear = (from: Pick<FirmRecord, "refused" | "blanks">): string =>
		JSON.stringify([
			[...from.refused].filter(([, { year }]) => year === reach.year || year === null).sort(),
			[...from.blanks].filter(([, { period }]) => fromCode(period).year === reach.year).sort(),
		]);
	const left = ofYear({ refused, blanks });
	const [was, is] = [ofYear(old), ofYear(now)];
	const isYears = ({ year }: { readonly year: number | null }): boolean => year === reach.year || year === null;
	const marks =
		left === is && (was !== is || only)
			? mixed(old.marks, now.marks, isYears)
			: left === was
				? old.marks
				: new Map([...old.marks, ...[...now.marks].filter(([, mark]) => isYears(mark))]);
	return { ...record, refused, blanks, disputed, marks };
}

/** Those of the second that are asked for, all others of the first. */
function mixed<V>(
	first: ReadonlyMap<string, V>,
	second: ReadonlyMap<string, V>,
	asked: (value: V, name: string) => boolean,
): Map<string, V> {
	return new Map([
		...[...first].filter(([name, value]) => !asked(value, name)),
		...[...second].filter(([name, value]) => asked(value, name)),
	]);
}
