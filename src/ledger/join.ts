/** Two ledgers as one: it does not matter how the rows were split between them. */
import { mergeDays } from "./days.ts";
import { byClaim } from "./entry.ts";
import { FirmShelf, isStored } from "./firm-shelf.ts";
import { noteFile } from "./folders.ts";
import {
	attest,
	attestValue,
	type EnergySeries,
	type FirmRecord,
	type Firms,
	type Ledger,
	markRefused,
	type Series,
} from "./ledger.ts";
import { betterWritten } from "./parameters.ts";
import { markPlanFault } from "./plan-record.ts";
import { putEntry } from "./post.ts";

/**
 * Left and right as one. Associative, and the same whichever side comes first. What comes out owns what both held, since it
 * may be a million entries: neither is to be used afterwards.
 */
export function joinLedgers(left: Ledger, right: Ledger): Ledger {
	left.pooledUnknown ||= right.pooledUnknown;
	left.rowsLost ||= right.rowsLost;
	for (const indicator of right.planLost) left.planLost.add(indicator);
	if (left.firms instanceof FirmShelf || right.firms instanceof FirmShelf)
		return { ...left, firms: joinShelves(left.firms, right.firms, left.adding) };
	for (const record of right.firms.values()) {
		const there = left.firms.get(record.firm);
		if (there === undefined) left.firms.set(record.firm, record);
		else pour(there, record, left.adding);
	}
	return left;
}

/** What typed memory holds of a firm stays there, unless a record of it is to be joined. */
function joinShelves(left: Firms, right: Firms, adding: boolean): FirmShelf {
	const into = left instanceof FirmShelf ? left : new FirmShelf(adding);
	if (into !== left) for (const [firm, record] of left) into.keep(firm, record);
	for (const [firm, slot] of right instanceof FirmShelf ? right.kept() : right) {
		const there = into.slot(firm);
		if (there === undefined) into.keep(firm, slot);
		else if (isStored(there) && isStored(slot)) into.keep(firm, [...there, ...slot]);
		else pour(into.hold(firm) as FirmRecord, right.get(firm) as FirmRecord, adding);
	}
	return into;
}

/** Adds what one record of a firm says to another. */
export function pour(into: FirmRecord, from: FirmRecord, adding: boolean): void {
	into.byCreditCode ||= from.byCreditCode;
	const pairs = [
		[into.names, from.names],
		[into.sectors, from.sectors],
		[into.provinces, from.provinces],
		[into.master.names, from.master.names],
		[into.master.sectors, from.master.sectors],
		[into.master.provinces, from.master.provinces],
	] as const;
	for (const [to, values] of pairs) for (const [value, place] of values) attest(to, value, place);
	for (const [year, place] of from.master.baseYears) attest(into.master.baseYears, year, place);
	for (const [text, value] of from.master.baseIntensities) attestValue(into.master.baseIntensities, text, value);
	for (const [text, value] of from.master.targetPercents) attestValue(into.master.targetPercents, text, value);
	for (const [file, said] of from.heard) {
		const there = into.heard.get(file);
		if (there === undefined) into.heard.set(file, said);
		else
			for (const what of ["names", "sectors", "provinces"] as const)
				for (const [value, place] of said[what]) attest(there[what], value, place);
	}
	for (const [folder, file] of from.folders) noteFile(into.folders, folder, file);
	for (const [name, reach] of from.marks) into.marks.set(name, reach);
	for (const { carrier, use, year, mask } of from.refused.values()) markRefused(into, carrier, use, year, mask);
	for (const [name, blank] of from.blanks) into.blanks.set(name, blank);
	pourEnergy(into.energy, from.energy, adding);
	pourEnergy(into.supplies, from.supplies, adding);
	pourEnergy(into.totals.energy, from.totals.energy, false);
	pourSeveral(into.output, from.output, adding);
	pourSeveral(into.totals.output, from.totals.output, false);
	pourSeveral(into.planned.series, from.planned.series, adding);
	for (const { indicator, year } of from.planned.faults.values()) markPlanFault(into.planned, indicator, year);
	for (const [name, claim] of from.disputed) {
		const there = into.disputed.get(name);
		if (there === undefined || byClaim(claim, there) < 0) into.disputed.set(name, claim);
	}
}

function pourEnergy<S extends EnergySeries>(into: Map<string, S>, from: Map<string, S>, adding: boolean): void {
	for (const [name, series] of from) {
		const there = into.get(name);
		if (there === undefined) into.set(name, series);
		else {
			there.measured = betterWritten(there.measured, series.measured);
			pourSeries(there, series, adding);
		}
	}
}

function pourSeveral<N, S extends Series>(into: Map<N, S>, from: Map<N, S>, adding: boolean): void {
	for (const [name, series] of from) {
		const there = into.get(name);
		if (there === undefined) into.set(name, series);
		else pourSeries(there, series, adding);
	}
}

/** Pours what one series says into another. */
function pourSeries(into: Series, from: Series, adding: boolean): void {
	for (const [period, entry] of from.entries) putEntry(into.entries, period, entry, adding);
	if (from.days !== undefined) {
		into.days ??= new Map();
		mergeDays(into.days, from.days, adding);
	}
	if (from.toDate === undefined) return;
	into.toDate ??= new Map();
	for (const [period, entry] of from.toDate) putEntry(into.toDate, period, entry, adding);
	if (from.byForm !== undefined) into.byForm = new Set([...(into.byForm ?? []), ...from.byForm]);
}
