/** How many of each finding, and the first of them by place: memory does not grow with their number. */
import { byCodeUnit, byTable } from "../domain/order.ts";
import { compare } from "../exact/ratio.ts";
import { keptFindings as kept } from "./bounds.ts";
import type { Code, Finding } from "./finding.ts";
import { codes, type Gravity, gravity } from "./gravity.ts";

/** Plain data, which threads and processes can exchange. */
export interface Tally {
	/** Exact, whatever is kept. */
	readonly counts: Map<Code, number>;
	/** Of them, those that a baseline knows; exact too. */
	readonly known: Map<Code, number>;
	/** How many are too small to matter, and known to no baseline. */
	readonly minor: Map<Code, number>;
	/** At most `kept` of each code: those that come first by place. */
	readonly first: Map<Code, Finding[]>;
}

/** A tally under the terms of a run: it is added to and counted by them. */
export interface OpenTally extends Tally {
	readonly terms: TallyTerms;
}

/** What a run's own files decide about findings. */
export interface TallyTerms {
	/** How grave a code is: the catalogue's, or what a rules file has in its place. */
	readonly gravityOf: (code: Code) => Gravity;
	/** Whether a baseline knows a finding. */
	readonly isKnown: (found: Finding) => boolean;
	/** What a baseline knows is open to verdicts all the same: a report is the same with a baseline and without. */
	readonly weighsKnown?: boolean;
	/** Lists begin with what weighs most; else they are in order of place. */
	readonly heaviestFirst?: boolean;
}

const usual: TallyTerms = { gravityOf: (code) => gravity[code], isKnown: () => false };

export function emptyTally(): Tally {
	return { counts: new Map(), known: new Map(), minor: new Map(), first: new Map() };
}

/** What a tally holds, to be added to; the tally itself stays as it is. */
export function openTally(terms: TallyTerms = usual, from: Tally = emptyTally()): OpenTally {
	const first = new Map([...from.first].map(([code, list]) => [code, [...list]]));
	return { counts: new Map(from.counts), known: new Map(from.known), minor: new Map(from.minor), first, terms };
}

/** What was tallied, as plain data: words that were to be looked for when somebody asks are looked for now. */
export function closed({ counts, known, minor, first }: OpenTally): Tally {
	for (const list of first.values()) {
		cut(list);
		for (const [index, found] of list.entries()) list[index] = { ...found, with: { ...found.with } } as Finding;
	}
	return { counts, known, minor, first };
}

export function add(tally: OpenTally, found: Finding): void {
	const list = tally.first.get(found.code);
	tally.counts.set(found.code, (tally.counts.get(found.code) ?? 0) + 1);
	if (tally.terms.isKnown(found)) tally.known.set(found.code, (tally.known.get(found.code) ?? 0) + 1);
	else if (found.minor === true) tally.minor.set(found.code, (tally.minor.get(found.code) ?? 0) + 1);
	if (list === undefined) tally.first.set(found.code, [found]);
	else {
		list.push(found);
		// Twice as many as are kept, then cut back: cheaper than finding each one's place.
		if (list.length > kept * 2) cut(list);
	}
}

/** Counts findings of a code that nobody kept: as many are kept already as are ever listed. */
export function addUnkept(tally: Tally, code: Code, n: number): void {
	tally.counts.set(code, (tally.counts.get(code) ?? 0) + n);
}

/** Associative, and the same whichever side comes first. */
export function join(left: Tally, right: Tally): Tally {
	const joined = emptyTally();
	for (const tally of [left, right]) {
		for (const [code, n] of tally.counts) joined.counts.set(code, (joined.counts.get(code) ?? 0) + n);
		for (const [code, n] of tally.known) joined.known.set(code, (joined.known.get(code) ?? 0) + n);
		for (const [code, n] of tally.minor) joined.minor.set(code, (joined.minor.get(code) ?? 0) + n);
		for (const [code, list] of tally.first) joined.first.set(code, [...(joined.first.get(code) ?? []), ...list]);
	}
	for (const list of joined.first.values()) cut(list);
	return joined;
}

function cut(list: Finding[]): void {
	list.sort(byPlace);
	if (list.length > kept) list.length = kept;
}

/** All that is kept, in order of file, row, column and code; the heaviest first where the terms say so. */
export function listed(tally: Tally | OpenTally): Finding[] {
	const all: Finding[] = [];
	for (const list of tally.first.values()) {
		cut(list);
		all.push(...list);
	}
	all.sort(byPlace);
	return "terms" in tally && tally.terms.heaviestFirst === true ? all.sort(heavierFirst) : all;
}

/** One that can be weighed before one that cannot: its tonnes are known to matter. */
export function heavierFirst(a: Finding, b: Finding): number {
	const [x, y] = [a.weight?.tonnes ?? null, b.weight?.tonnes ?? null];
	if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
	return compare(y, x);
}

/** Some of the findings. Of a code with more than are kept nobody knows whose the others are: they are not among these. */
export function only(tally: OpenTally, wanted: (found: Finding) => boolean): OpenTally {
	const some = openTally(tally.terms);
	for (const [code, list] of tally.first) {
		cut(list);
		const mine = list.filter(wanted);
		if (mine.length === 0) continue;
		some.first.set(code, mine);
		some.counts.set(code, mine.length);
		const known = mine.filter(tally.terms.isKnown).length;
		if (known > 0) some.known.set(code, known);
		const minor = mine.filter((found) => found.minor === true && !tally.terms.isKnown(found)).length;
		if (minor > 0) some.minor.set(code, minor);
	}
	return some;
}

/** Whether a finding leaves a verdict in doubt, as far as a baseline has a say in that. */
export function isOpen({ terms }: OpenTally, found: Finding): boolean {
	return terms.weighsKnown === true || !terms.isKnown(found);
}

/** Those that no baseline knows. */
export function newIn(tally: OpenTally): OpenTally {
	if (tally.known.size === 0) return tally;
	const some = openTally(tally.terms, { ...tally, known: new Map() });
	for (const [code, known] of tally.known) {
		const left = (tally.counts.get(code) ?? 0) - known;
		if (left > 0) some.counts.set(code, left);
		else some.counts.delete(code);
		some.first.set(
			code,
			(tally.first.get(code) ?? []).filter((found) => !tally.terms.isKnown(found)),
		);
	}
	return some;
}

/** How many a baseline knows. */
export function knownIn({ known }: Pick<Tally, "known">): number {
	return [...known.values()].reduce((all, count) => all + count, 0);
}

/** How many errors there are, those that a baseline knows among them: for what must be without any. */
export function errorsOf({ counts, minor, terms }: OpenTally): number {
	return [...counts].reduce((all, [code, n]) => (terms.gravityOf(code) === "error" ? all + n - (minor.get(code) ?? 0) : all), 0);
}

/** Exact numbers by gravity; those that a baseline knows are not among them. */
export function counted({ counts, known, minor, terms }: OpenTally): Record<Gravity, number> {
	const totals: Record<Gravity, number> = { error: 0, warning: 0, note: 0 };
	for (const [code, n] of counts) {
		const small = minor.get(code) ?? 0;
		totals[terms.gravityOf(code)] += n - (known.get(code) ?? 0) - small;
		totals.note += small;
	}
	return totals;
}

/** How grave a finding is: what its code is in this run, and a note where it is too small to matter. */
export function gravityIn({ terms }: OpenTally, { code, minor }: Finding): Gravity {
	return minor === true ? "note" : terms.gravityOf(code);
}

/** Codes of which not all findings are kept. */
export function overflowing(tally: Tally): Code[] {
	return codes.filter((code) => (tally.counts.get(code) ?? 0) > kept);
}

/** By place, and then by everything else that is reported, so that the order never depends on who came first. */
export function byPlace(a: Finding, b: Finding): number {
	return (
		byTable(a.at, b.at) ||
		a.at.row - b.at.row ||
		a.at.line - b.at.line ||
		byCodeUnit(a.at.column, b.at.column) ||
		byCodeUnit(a.code, b.code) ||
		byCodeUnit(a.firm, b.firm) ||
		byCodeUnit(a.period, b.period) ||
		byCodeUnit(a.at.value, b.at.value) ||
		byCodeUnit(JSON.stringify(a.with), JSON.stringify(b.with))
	);
}
