/**
 * Carriers that vanish or appear between two usable years: this year and last, and once the first year without the carrier and
 * the base. What others of the part rose by in coal equivalent per output replaces what vanished, and what is left is its weight.
 * Source: the reading rules of this tool, table 10.
 */
import type { Part } from "../domain/words.ts";
import { compare, constant, fromExact, minus, oneRatio, per, plus, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import { type Finding, finding, nowhere, type Remark, remark } from "../findings/finding.ts";
import { amountIn } from "../ledger/amounts.ts";
import { placeOf } from "../ledger/entry.ts";
import { firstRowOf } from "../ledger/first-row.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { boundaryChange, type Presence, presencesOf } from "./presence.ts";
import type { Rules } from "./rules.ts";
import type { YearBasis } from "./year-basis.ts";

/** A change that was reported, and what it may mean. */
export interface CarrierChange {
	readonly finding: Finding;
	readonly part: Part;
	/** The year of the finding. */
	readonly year: number;
	/** What would change if the carrier had been forgotten: t CO2 of a year's total. Of what is replaced, nothing. */
	readonly doubt: { readonly year: number; readonly tonnes: Ratio } | null;
}

const none: readonly CarrierChange[] = [];

/** All changes of a firm in order of year. `years` are in order. */
export function carrierChanges(
	record: FirmRecord,
	years: readonly YearBasis[],
	base: YearBasis | undefined,
	rules: Rules,
): readonly CarrierChange[] {
	const usable = years.filter(isUsable);
	if (usable.length < 2) return none;
	const start = base !== undefined && isUsable(base) ? base : undefined;
	const found: CarrierChange[] = [];
	for (const [index, now] of usable.entries()) {
		const before = usable[index - 1];
		const last = before?.year === now.year - 1 ? before : undefined;
		const other = start !== undefined && start.year < now.year ? start : undefined;
		const then = last ?? other;
		if (then === undefined || sameLines(then, now)) continue;
		// Compared with the base, only the first year without it is asked.
		const between = last === undefined ? usable.filter(({ year }) => year > then.year && year < now.year) : [];
		const earlier = usable.filter(({ year }) => year < then.year);
		found.push(...changesBetween({ then, now, between, base: other, earlier, record, rules }));
	}
	return found.length === 0 ? none : found;
}

function isUsable({ faults, emissions, output }: YearBasis): boolean {
	return faults.length === 0 && emissions.total !== null && output !== null;
}

/** Nearly all years have the lines that the year before has. */
function sameLines(a: YearBasis, b: YearBasis): boolean {
	const [one, other] = [a.emissions.carriers, b.emissions.carriers];
	return (
		one.length === other.length &&
		one.every(({ carrier, use, part }, index) => {
			const line = other[index];
			return line?.carrier === carrier && line.use === use && line.part === part;
		})
	);
}

interface Pair {
	readonly then: YearBasis;
	readonly now: YearBasis;
	/** Usable years between the two. */
	readonly between: readonly YearBasis[];
	/** The base, where it is usable and before `now`. */
	readonly base: YearBasis | undefined;
	/** Usable years before `then`. */
	readonly earlier: readonly YearBasis[];
	readonly record: FirmRecord;
	readonly rules: Rules;
}

function changesBetween(pair: Pair): CarrierChange[] {
	const { then, now, between, base, rules } = pair;
	const [before, after] = [presencesOf(then, rules), presencesOf(now, rules)];
	const everywhere = (name: string): boolean => between.every((year) => presencesOf(year, rules).get(name)?.used === true);
	const nowhereElse = (name: string): boolean => between.every((year) => !presencesOf(year, rules).has(name));
	// Another boundary is reported as such.
	const ofBoundary =
		(base !== undefined && boundaryChange(now, base, rules) !== undefined) || boundaryChange(now, then, rules) !== undefined;
	const asked = ({ part, used }: Presence): boolean => used && !(ofBoundary && part === "process");
	const gone = [...before].filter(([name, one]) => asked(one) && !after.has(name) && everywhere(name)).map(([, one]) => one);
	const come = [...after].filter(([name, one]) => asked(one) && !before.has(name) && nowhereElse(name));
	const renamings = renamedOf(gone, come, pair);
	const left = unreplaced(gone, then, now, rules);
	return [
		...gone.flatMap((one) => {
			const renaming = renamings.get(one);
			if (renaming === undefined) return [vanished(one, left.get(one) as Ratio, pair)];
			return renaming.back ? [] : [renamed(one, renaming, pair)];
		}),
		...come.flatMap(([name, one]) =>
			[...renamings.values()].some(({ as }) => as === one) || inPlaceOf(one, gone, pair)
				? []
				: [appeared(one, base !== undefined && !presencesOf(base, rules).has(name) ? base : undefined, pair)],
		),
	];
}

/** Outputs that can be compared say how much of an amount is due to them; else the amounts stand for themselves. */
export function scaleOf(then: YearBasis, now: YearBasis): Ratio {
	const [a, b] = [then.output, now.output];
	const alike = a !== null && b !== null && a.dimension === b.dimension && a.priceYear === b.priceYear && sign(a.value) > 0;
	return alike ? per(b.value, a.value) : oneRatio;
}

/**
 * t CO2 of each carrier that is in one year and not in the other, at the other's output, less what others of its part have more
 * there in coal equivalent. Of several the largest is replaced first.
 */
function unreplaced(gone: readonly Presence[], then: YearBasis, now: YearBasis, rules: Rules): ReadonlyMap<Presence, Ratio> {
	const scale = scaleOf(then, now);
	const left = new Map<Presence, Ratio>();
	const rises = new Map<Part, Ratio>();
	const inOrder = [...gone].sort((a, b) => compare(size(b.co2), size(a.co2)) || (a.kind < b.kind ? -1 : 1));
	for (const one of inOrder) {
		const lost = times(size(one.co2), scale);
		if (one.tce === null || sign(one.tce) <= 0) {
			left.set(one, lost);
			continue;
		}
		const risen = rises.get(one.part) ?? riseOf(one.part, then, now, scale, rules);
		const wanted = times(one.tce, scale);
		const taken = compare(risen, wanted) < 0 ? risen : wanted;
		rises.set(one.part, minus(risen, taken));
		left.set(one, times(lost, minus(oneRatio, per(taken, wanted))));
	}
	return left;
}

/** Coal equivalent by which carriers of a part rose against their amount at the same output. */
function riseOf(part: Part, then: YearBasis, now: YearBasis, scale: Ratio, rules: Rules): Ratio {
	const before = presencesOf(then, rules);
	let risen = zeroRatio;
	for (const [name, one] of presencesOf(now, rules)) {
		if (one.part !== part || one.tce === null) continue;
		const more = minus(one.tce, times(before.get(name)?.tce ?? zeroRatio, scale));
		if (sign(more) > 0) risen = plus(risen, more);
	}
	return risen;
}

/** What came has taken the place of what went: all of its coal equivalent, but for a share too small to matter. */
function inPlaceOf(one: Presence, gone: readonly Presence[], { then, now, rules }: Pair): boolean {
	if (one.tce === null || sign(one.tce) <= 0) return false;
	let room = zeroRatio;
	for (const { part, tce } of gone) if (part === one.part && tce !== null) room = plus(room, times(tce, scaleOf(then, now)));
	if (sign(room) <= 0) return false;
	if (compare(room, one.tce) >= 0) return true;
	return !isMaterial(times(size(one.co2), minus(oneRatio, per(room, one.tce))), now, rules);
}

/** Whether so many tonnes matter beside what the firm emitted in the year. */
function isMaterial(tonnes: Ratio, { emissions }: YearBasis, { materialShare }: Rules): boolean {
	const total = emissions.total ?? zeroRatio;
	return sign(total) <= 0 || compare(tonnes, times(total, materialShare)) >= 0;
}

/** A carrier that came where another went, with about as much in the same unit for the output. */
interface Renaming {
	readonly as: Presence;
	/** The name is one that the firm used before: it was told when that name went. */
	readonly back: boolean;
}

/** Amounts of one thing for the output lie as near in two years, whatever it is called. */
const alike = constant("1.15");

function renamedOf(
	gone: readonly Presence[],
	come: readonly (readonly [string, Presence])[],
	{ then, now, earlier, rules }: Pair,
): ReadonlyMap<Presence, Renaming> {
	const found = new Map<Presence, Renaming>();
	const taken = new Set<Presence>();
	for (const one of gone) {
		const before = amountOf(one, then);
		if (before === undefined || !isMaterial(size(one.co2), then, rules)) continue;
		const wanted = times(before.amount, scaleOf(then, now));
		for (const [name, as] of come) {
			const after = as.part === one.part && !taken.has(as) ? amountOf(as, now) : undefined;
			if (after === undefined || after.unit !== before.unit || sign(wanted) <= 0 || sign(after.amount) <= 0) continue;
			if (compare(after.amount, times(wanted, alike)) > 0 || compare(wanted, times(after.amount, alike)) > 0) continue;
			taken.add(as);
			found.set(one, { as, back: earlier.some((year) => presencesOf(year, rules).has(name)) });
			break;
		}
	}
	return found;
}

/** What a year has of one carrier that was used up, where it stands in one unit. */
function amountOf(
	{ carrier }: Presence,
	{ emissions }: YearBasis,
): { readonly amount: Ratio; readonly unit: string } | undefined {
	const lines = emissions.carriers.filter((line) => line.carrier === carrier && line.use === "consumed");
	const [first] = lines;
	if (first === undefined || lines.some(({ unit, quantity }) => unit !== first.unit || quantity === null)) return undefined;
	const amount = lines.reduce((all, { quantity }) => (quantity === null ? all : plus(all, fromExact(quantity))), zeroRatio);
	return { amount, unit: first.unit };
}

/** Which of the two names is right nobody can say: the year's own is in doubt by the difference of their CO2. */
function renamed(one: Presence, { as }: Renaming, { then, now, record, rules }: Pair): CarrierChange {
	const row = firstRowOf(record, as.carrier, now.year);
	const about = remark("carrier-renamed", { carrier: one.carrier, as: as.carrier, other: then.year });
	const tonnes = minus(times(size(one.co2), scaleOf(then, now)), size(as.co2));
	const minor = !isMaterial(size(tonnes), now, rules);
	const at = row === undefined ? nowhere : placeOf(row);
	return changeOf(about, at, minor, one.part, now, record.firm, { year: now.year, tonnes });
}

function vanished(one: Presence, weight: Ratio, { then, now, record, rules }: Pair): CarrierChange {
	const row = firstRowOf(record, one.carrier, then.year);
	const at = row === undefined ? nowhere : placeOf(row);
	const minor = !isMaterial(size(one.co2), then, rules);
	const particulars = { carrier: one.carrier, other: then.year, tonnes: amountIn(size(one.co2), "t", tonnePlaces) };
	const replaced = sign(weight) === 0 && sign(size(one.co2)) > 0;
	const about = replaced
		? remark("carrier-replaced", { ...particulars, by: risenOf(one, then, now, rules) })
		: remark("carrier-vanished", particulars);
	return changeOf(about, at, minor && !replaced, one.part, now, record.firm, { year: now.year, tonnes: weight });
}

/** What may be missing is missing in the base: a base that has the carrier is not too small for it. */
function appeared(one: Presence, base: YearBasis | undefined, { then, now, record, rules }: Pair): CarrierChange {
	const row = firstRowOf(record, one.carrier, now.year);
	const minor = !isMaterial(size(one.co2), now, rules);
	const about = remark("carrier-appeared", {
		...{ carrier: one.carrier, other: then.year, tonnes: amountIn(size(one.co2), "t", tonnePlaces) },
	});
	const doubt =
		base === undefined ? null : { year: base.year, tonnes: unreplaced([one], now, base, rules).get(one) ?? zeroRatio };
	return changeOf(about, row === undefined ? nowhere : placeOf(row), minor, one.part, now, record.firm, doubt);
}

/** Names of the carriers that replace one. */
function risenOf({ part, kind }: Presence, then: YearBasis, now: YearBasis, rules: Rules): string[] {
	const scale = scaleOf(then, now);
	const before = presencesOf(then, rules);
	return [...presencesOf(now, rules)].flatMap(([name, one]) =>
		one.part === part &&
		one.kind !== kind &&
		one.tce !== null &&
		sign(minus(one.tce, times(before.get(name)?.tce ?? zeroRatio, scale))) > 0
			? [one.carrier]
			: [],
	);
}

function changeOf(
	about: Remark,
	at: Finding["at"],
	minor: boolean,
	part: Part,
	{ year }: YearBasis,
	firm: string,
	doubt: CarrierChange["doubt"],
): CarrierChange {
	const weight = { tonnes: doubt?.tonnes ?? null, couldTurn: null };
	const told: Finding = { ...finding(about, at, firm, String(year)), weight, ...(minor ? { minor } : {}) };
	return { finding: told, part, year, doubt };
}

const tonnePlaces = 4;

function size(value: Ratio | null): Ratio {
	return value === null ? zeroRatio : value.over < 0n ? { over: -value.over, under: value.under } : value;
}
