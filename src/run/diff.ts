/**
 * Two submissions row by row, and what each change does alone: the old tables are judged once more with that change and no other. Where
 * the year's emissions are unknown on a side, what the row by itself puts out is told, and said to be that.
 */
import type { FirmYear } from "../assessment/firm.ts";
import { alone, applied, type Change } from "../comparing/apply.ts";
import { factsBetween } from "../comparing/facts.ts";
import { type CellChange, cellChanges, type NotUnique, pairRows, type RowPair } from "../comparing/pair.ts";
import { uncountedBetween } from "../comparing/uncounted.ts";
import { byCodeUnit } from "../domain/order.ts";
import { monthsOf, write } from "../domain/period.ts";
import type { EffectWay, VerdictWord } from "../domain/words.ts";
import { minus, negative, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Finding } from "../findings/finding.ts";
import { listed, only, openTally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Claim } from "../ledger/entry.ts";
import { emptyLedger, type FirmRecord, type Ledger, recordOf } from "../ledger/ledger.ts";
import { type Judged, judge, Stopped } from "./judge.ts";

/** A firm's year as far as a comparison tells it. */
export interface YearState {
	readonly tonnes: Ratio | null;
	readonly intensity: Ratio | null;
	readonly output: Ratio | null;
	readonly prices: string | null;
	readonly verdict: VerdictWord | null;
}

/** What a change alone makes of a year. */
export interface ChangeEffect {
	readonly year: number;
	readonly how: EffectWay;
	/** null where nobody can say. */
	readonly tonnes: Ratio | null;
	readonly intensity: Ratio | null;
	/** null where there is none, and where it is the same. */
	readonly verdict: { readonly old: VerdictWord | null; readonly new: VerdictWord | null } | null;
}

export interface DiffChange {
	readonly change: Change;
	readonly firm: string;
	/** The year of the row; null of what is of no year. */
	readonly year: number | null;
	readonly cells: readonly CellChange[];
	readonly old: Claim | undefined;
	readonly new: Claim | undefined;
	/** Codes of findings that named the old cell. */
	readonly answers: readonly string[];
	readonly effects: readonly ChangeEffect[];
}

export interface DiffYear {
	readonly firm: string;
	readonly year: number;
	readonly old: YearState | null;
	readonly new: YearState | null;
	/** Sum of what the changes do alone; null where one of them is unknown. */
	readonly explained: { readonly tonnes: Ratio | null; readonly intensity: Ratio | null };
}

export interface Diff {
	readonly changes: readonly DiffChange[];
	readonly notUnique: readonly NotUnique[];
	readonly years: readonly DiffYear[];
}

/** All firms of both sides, in order. What changes do is measured under the options of the old side. */
export function diffOf(old: Judged, now: Judged): Diff {
	const names = new Set([...old.part.ledger.firms.keys(), ...now.part.ledger.firms.keys()]);
	const found = listed(old.tally);
	const all = [...names].sort(byCodeUnit).map((firm) => diffOfFirm(firm, old, now, found));
	return {
		changes: all.flatMap(({ changes }) => changes),
		notUnique: all.flatMap(({ notUnique }) => notUnique),
		years: all.flatMap(({ years }) => years),
	};
}

function diffOfFirm(firm: string, old: Judged, now: Judged, told: readonly Finding[]): Diff {
	const [before, after] = [old, now].map(({ part }) => part.ledger.firms.get(firm));
	const { pairs, notUnique } = pairRows(before, after);
	const found: Change[] = [
		...factsBetween(firm, before, after).map((fact) => ({ is: "fact" as const, fact })),
		...pairs.map((pair) => ({ is: "row" as const, pair })),
		...uncountedBetween(firm, before, after, pairs).map((row) => ({ is: "uncounted" as const, row })),
	];
	const [was, is] = [statesOf(firm, old), statesOf(firm, now)];
	const years = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b);
	const measure = measuring(firm, old, before ?? emptyRecord(firm), after ?? emptyRecord(firm), was);
	const findings = told.filter((one) => one.firm === firm || one.firm === "");
	const changes = found.map((change): DiffChange => {
		const year = yearOf(change);
		const single = found.filter((other) => yearOf(other) === year).length === 1;
		const [gone, come] = change.is === "row" ? [change.pair.old?.claim, change.pair.new?.claim] : [undefined, undefined];
		return {
			change,
			...{ firm, year },
			cells: cellsOf(change),
			...{ old: gone, new: come },
			answers: answered(change, findings),
			effects: measure(change, year, single),
		};
	});
	return {
		changes,
		notUnique,
		years: years.map((year) => ({
			...{ firm, year },
			old: was.get(year) ?? null,
			new: is.get(year) ?? null,
			explained: { tonnes: summed(changes, year, "tonnes"), intensity: summed(changes, year, "intensity") },
		})),
	};
}

function cellsOf(change: Change): readonly CellChange[] {
	if (change.is === "row") return cellChanges(change.pair);
	if (change.is === "fact") return [{ column: change.fact.column, old: change.fact.old, new: change.fact.new }];
	return [];
}

/** The year that a change is of; null where it is of all. */
export function yearOf(change: Change): number | null {
	if (change.is === "fact") return null;
	if (change.is === "uncounted") return change.row.year;
	return ((change.pair.new ?? change.pair.old) as NonNullable<RowPair["old"]>).at?.year ?? null;
}

/** What changes do to a year, added up; null where one that could move it is unknown. */
function summed(changes: readonly DiffChange[], year: number, what: "tonnes" | "intensity"): Ratio | null {
	let all: Ratio | null = zeroRatio;
	for (const { effects } of changes)
		for (const effect of effects) {
			if (effect.year !== year || all === null) continue;
			const value = effect[what];
			all = value === null ? null : plus(all, value);
		}
	return all;
}

function emptyRecord(firm: string): FirmRecord {
	return recordOf(emptyLedger(false), firm);
}

/** What each year of a firm is told as. */
export function statesOf(firm: string, { assessment }: Pick<Judged, "assessment">): Map<number, YearState> {
	const found = assessment.firms.find((one) => one.firm === firm);
	return new Map(found?.years.map((one) => [one.year, stateOf(one)]) ?? []);
}

function stateOf({ emissions, intensity, output, verdict }: FirmYear): YearState {
	return {
		tonnes: emissions.total,
		intensity,
		output: output?.value ?? null,
		prices: output?.prices ?? null,
		verdict: verdict?.word ?? null,
	};
}

type Measure = (change: Change, year: number | null, single: boolean) => readonly ChangeEffect[];

/** Judges the firm by itself, as long as that tells the same of its old rows as judging it among all. */
function measuring(
	firm: string,
	old: Judged,
	before: FirmRecord,
	after: FirmRecord,
	was: ReadonlyMap<number, YearState>,
): Measure {
	const { ledger } = old.part;
	const byItself = (record: FirmRecord): Ledger => ({ ...ledger, firms: new Map([[firm, record]]) });
	const amongAll = (record: FirmRecord): Ledger => ({ ...ledger, firms: new Map(ledger.firms).set(firm, record) });
	const all = openTally(old.tally.terms, old.part.tally);
	const ofFirm = only(all, (found) => found.firm === "" || found.firm === firm);
	const states = (made: Ledger, gone: Claim | undefined): Map<number, YearState> | undefined => {
		const told = made.firms.size > 1 ? all : ofFirm;
		const tally = gone === undefined ? told : only(told, ({ at }) => !isAt(at, gone));
		try {
			return statesOf(firm, judge({ ...old.part, ledger: made, tally }, old.choices));
		} catch (error) {
			// Nothing is left of the tables, or what is left cannot be judged.
			if (error instanceof Stopped || error instanceof Trouble) return undefined;
			throw error;
		}
	};
	const itself = states(byItself(before), undefined);
	const alike = was.size === 0 || (itself !== undefined && [...was].every(([year, state]) => isSame(state, itself.get(year))));
	const made = alike ? byItself : amongAll;
	const unknown: YearState = { tonnes: null, intensity: null, output: null, prices: null, verdict: null };
	return (change, year, single) => {
		const gone = change.is === "row" ? change.pair.old?.claim : undefined;
		const then = states(made(applied(before, after, change, single)), gone) ?? new Map<number, YearState>();
		const others = [...new Set([...was.keys(), ...then.keys()])].sort((a, b) => a - b);
		const all = new Set(year === null ? others : [year, ...others]);
		return [...all].flatMap((each): ChangeEffect[] => {
			const effect = effectOf(each, was.get(each) ?? unknown, then.get(each) ?? unknown);
			if (each !== year && isNothing(effect)) return [];
			if (effect.tonnes !== null || each !== year || change.is !== "row") return [effect];
			const linear = byItselfAlone(change.pair, each, before, after, (record) => states(byItself(record), undefined));
			return [{ ...effect, how: "linear", tonnes: linear }];
		});
	};
}

function isSame(a: YearState, b: YearState | undefined): boolean {
	const equal = (x: Ratio | null, y: Ratio | null): boolean => (x === null || y === null ? x === y : sign(minus(x, y)) === 0);
	return b !== undefined && a.verdict === b.verdict && equal(a.tonnes, b.tonnes) && equal(a.intensity, b.intensity);
}

/** A year that has no rows at all puts out nothing; one whose emissions are unknown has no difference. */
function effectOf(year: number, was: YearState, then: YearState): ChangeEffect {
	const less = (a: Ratio | null, b: Ratio | null): Ratio | null => (a === null || b === null ? null : minus(b, a));
	return {
		year,
		how: "recomputed",
		tonnes: less(was.tonnes, then.tonnes),
		intensity: was.prices === then.prices ? less(was.intensity, then.intensity) : null,
		verdict: was.verdict === then.verdict ? null : { old: was.verdict, new: then.verdict },
	};
}

/** Of a year that is not the row's own: the change does nothing to it, as far as anybody can say. */
function isNothing({ tonnes, intensity, verdict }: ChangeEffect): boolean {
	const still = (value: Ratio | null): boolean => value === null || sign(value) === 0;
	return still(tonnes) && still(intensity) && verdict === null;
}

/** What the new row puts out by itself, less what the old one did; null where that is unknown. */
function byItselfAlone(
	{ old, new: now }: RowPair,
	year: number,
	before: FirmRecord,
	after: FirmRecord,
	states: (record: FirmRecord) => Map<number, YearState> | undefined,
): Ratio | null {
	const kind = (now ?? old)?.key.kind;
	if (kind === "output" || kind === "indicator") return zeroRatio;
	if (kind !== "energy") return null;
	const [gone, come] = [
		old === undefined ? zeroRatio : (states(alone(before, old))?.get(year)?.tonnes ?? null),
		now === undefined ? zeroRatio : (states(alone(after, now))?.get(year)?.tonnes ?? null),
	];
	return gone === null || come === null ? null : plus(come, negative(gone));
}

function isAt(at: Finding["at"], { from, row }: Claim): boolean {
	return at.row === row && row > 0 && at.file === from.file && (at.sheet ?? "") === (from.sheet ?? "");
}

/** Findings that named the old cell; of a row that is there again, those of its firm and period in the same column. */
function answered(change: Change, findings: readonly Finding[]): string[] {
	const codes = new Set<string>();
	if (change.is === "row") {
		const { old, new: now, key } = change.pair;
		for (const { code, at, period } of findings) {
			const named = old?.claims.some((claim) => isAt(at, claim)) === true;
			const again = old === undefined && at.row > 0 && period === key.period && at.column === now?.claim.from.column;
			if (named || again) codes.add(code);
		}
	} else if (change.is === "uncounted" && change.row.side === "old") {
		const { year, mask } = change.row;
		const periods = year === null ? [] : [...monthsOf(year, mask), write({ year, from: 1, to: 12 })];
		for (const { code, at, period } of findings) if (at.row > 0 && periods.includes(period)) codes.add(code);
	}
	return [...codes].sort(byCodeUnit);
}
