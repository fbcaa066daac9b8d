/** How many of each finding, and the first of them by place: memory does not grow with their number. */
import type { Code, Finding } from "./finding.ts";
import { codes, type Gravity, gravity } from "./gravity.ts";

/** How many findings of one code are kept with their place. */
export const kept = 1000;

export interface Tally {
	/** Exact, whatever is kept. */
	readonly counts: Map<Code, number>;
	/** Of them, those that a baseline knows; exact too. */
	readonly known: Map<Code, number>;
	/** At most `kept` of each code: those that come first by place. */
	readonly first: Map<Code, Finding[]>;
	readonly terms: TallyTerms;
}

/** What a run's own files decide about findings. */
export interface TallyTerms {
	/** How grave a code is: the catalogue's, or what a rules file has in its place. */
	readonly gravityOf: (code: Code) => Gravity;
	/** Whether a baseline knows a finding. */
	readonly isKnown: (found: Finding) => boolean;
}

const usual: TallyTerms = { gravityOf: (code) => gravity[code], isKnown: () => false };

export function emptyTally(terms: TallyTerms = usual): Tally {
	return { counts: new Map(), known: new Map(), first: new Map(), terms };
}

export function add(tally: Tally, found: Finding): void {
	const list = tally.first.get(found.code);
	tally.counts.set(found.code, (tally.counts.get(found.code) ?? 0) + 1);
	if (tally.terms.isKnown(found)) tally.known.set(found.code, (tally.known.get(found.code) ?? 0) + 1);
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

export function join(left: Tally, right: Tally): Tally {
	const joined = emptyTally(left.terms);
	for (const tally of [left, right]) {
		for (const [code, n] of tally.counts) joined.counts.set(code, (joined.counts.get(code) ?? 0) + n);
		for (const [code, n] of tally.known) joined.known.set(code, (joined.known.get(code) ?? 0) + n);
		for (const [code, list] of tally.first) joined.first.set(code, [...(joined.first.get(code) ?? []), ...list]);
	}
	for (const list of joined.first.values()) cut(list);
	return joined;
}

function cut(list: Finding[]): void {
	list.sort(byPlace);
	if (list.length > kept) list.length = kept;
}

/** All that is kept, in order of file, row, column and code. */
export function listed(tally: Tally): Finding[] {
	const all: Finding[] = [];
	for (const list of tally.first.values()) {
		cut(list);
		all.push(...list);
	}
	return all.sort(byPlace);
}

/** The findings of some firms. Of a code with more than are kept nobody knows whose the others are: they are not among these. */
export function only(tally: Tally, wanted: (firm: string) => boolean): Tally {
	const some = emptyTally(tally.terms);
	for (const [code, list] of tally.first) {
		cut(list);
		const mine = list.filter(({ firm }) => wanted(firm));
		if (mine.length === 0) continue;
		some.first.set(code, mine);
		some.counts.set(code, mine.length);
		const known = mine.filter(tally.terms.isKnown).length;
		if (known > 0) some.known.set(code, known);
	}
	return some;
}

/** How many errors there are, those that a baseline knows among them: for what must be without any. */
export function errorsOf({ counts, terms }: Tally): number {
	return [...counts].reduce((all, [code, n]) => (terms.gravityOf(code) === "error" ? all + n : all), 0);
}

/** Exact numbers by gravity; those that a baseline knows are not among them. */
export function counted({ counts, known, terms }: Tally): Record<Gravity, number> {
	const totals: Record<Gravity, number> = { error: 0, warning: 0, note: 0 };
	for (const [code, n] of counts) totals[terms.gravityOf(code)] += n - (known.get(code) ?? 0);
	return totals;
}

/** Codes of which not all findings are kept. */
export function overflowing(tally: Tally): Code[] {
	return codes.filter((code) => (tally.counts.get(code) ?? 0) > kept);
}

/** By place, and then by everything else that is told, so that the order never depends on who came first. */
export function byPlace(a: Finding, b: Finding): number {
	return (
		order(a.at.file, b.at.file) ||
		a.at.row - b.at.row ||
		a.at.line - b.at.line ||
		order(a.at.column, b.at.column) ||
		order(a.code, b.code) ||
		order(a.firm, b.firm) ||
		order(a.period, b.period) ||
		order(a.at.value, b.at.value) ||
		order(JSON.stringify(a.with), JSON.stringify(b.with))
	);
}

/** By code unit: no locale has a say. */
function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
