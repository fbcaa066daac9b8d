/** Rows of two records side by side by their key: what came, what went, what is another, and keys that name no one row. */
import { byCodeUnit } from "../domain/order.ts";
import { equal } from "../exact/exact.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { type Posting, postingsOf, type RowKey } from "./posting.ts";

/** One row on either side; undefined where a side has none. */
export interface RowPair {
	readonly key: RowKey;
	readonly old: Posting | undefined;
	readonly new: Posting | undefined;
}

/** A key with several rows on a side: nobody can say which became which. */
export interface NotUnique {
	readonly key: RowKey;
	readonly old: readonly Posting[];
	readonly new: readonly Posting[];
}

export interface Paired {
	/** In order of key. Rows that are alike on both sides are not among them. */
	readonly pairs: readonly RowPair[];
	readonly notUnique: readonly NotUnique[];
}

export interface CellChange {
	/** As the file of the newer cell has it. */
	readonly column: string;
	readonly old: string | null;
	readonly new: string | null;
}

interface Sides {
	readonly old: Posting[];
	readonly new: Posting[];
}

/** The rows of one firm in two submissions; undefined: a side has no such firm. */
export function pairRows(before: FirmRecord | undefined, after: FirmRecord | undefined): Paired {
	const pairs: RowPair[] = [];
	const notUnique: NotUnique[] = [];
	const sides = { old: before === undefined ? [] : postingsOf(before), new: after === undefined ? [] : postingsOf(after) };
	for (const group of grouped(sides, nameOf)) {
		if (!isOne(group)) {
			// Output is often given at two prices: by price each is one row.
			for (const finer of grouped(group, ({ prices }) => prices)) take(finer, pairs, notUnique);
		} else take(group, pairs, notUnique);
	}
	const inOrder = (a: { readonly key: RowKey }, b: { readonly key: RowKey }): number => byCodeUnit(textOf(a.key), textOf(b.key));
	return { pairs: pairs.sort(inOrder), notUnique: notUnique.sort(inOrder) };
}

/** The cells in which two rows differ; of a row that one side lacks, its amount. */
export function cellChanges({ old, new: now }: RowPair): CellChange[] {
	const cells = (one: Posting | undefined): ReadonlyMap<string, CellOf> => new Map(one === undefined ? [] : cellsIn(one));
	const [a, b] = [cells(old), cells(now)];
	return [...new Set([...b.keys(), ...a.keys()])].flatMap((name): CellChange[] => {
		const [x, y] = [a.get(name), b.get(name)];
		if (x?.text === y?.text) return [];
		return [{ column: y?.column ?? x?.column ?? name, old: x?.text ?? null, new: y?.text ?? null }];
	});
}

interface CellOf {
	readonly column: string;
	readonly text: string;
}

function cellsIn({ claim, prices, measured }: Posting): [string, CellOf][] {
	const parameters = Object.entries(measured?.cells ?? {}).map(([name, cell]): [string, CellOf] => [name, cell]);
	// A row of steam by weight writes its heat content into no cell that is kept.
	const heat = measured?.heatContent === undefined ? [] : [["heat", { column: "heat", text: measured.heatContent }] as const];
	return [
		["amount", { column: claim.from.column, text: claim.text }],
		["unit", { column: "unit", text: claim.from.unit }],
		...(prices === "" ? [] : [["prices", { column: "prices", text: prices }] as [string, CellOf]]),
		...parameters,
		...heat.map(([name, cell]): [string, CellOf] => [name, cell]),
	];
}

function take(group: Sides, pairs: RowPair[], notUnique: NotUnique[]): void {
	if (isAlike(group)) return;
	const [key] = [...group.old, ...group.new].map((one) => one.key);
	if (key === undefined) return;
	if (isOne(group)) pairs.push({ key, old: group.old[0], new: group.new[0] });
	else notUnique.push({ key, ...group });
}

/** At most one row on each side. */
function isOne({ old, new: now }: Sides): boolean {
	return [old, now].every((all) => all.length < 2 && all.every(({ rows }) => rows === 1));
}

/** The same rows on both sides, however many. */
function isAlike({ old, new: now }: Sides): boolean {
	if (old.length !== now.length) return false;
	const inOrder = (all: readonly Posting[]): Posting[] => [...all].sort((a, b) => byCodeUnit(wholeOf(a), wholeOf(b)));
	const [a, b] = [inOrder(old), inOrder(now)];
	return a.every((one, at) => {
		const other = b[at] as Posting;
		return wholeOf(one) === wholeOf(other) && equal(one.amount, other.amount);
	});
}

/** Everything of a row that could be another: cells, parameters, and whatever else its key says. */
function wholeOf({ claims, claim, rows, prices, measured, series }: Posting): string {
	const said = claims.map(({ text }) => text);
	const cells = Object.values(measured?.cells ?? {}).map(({ text }) => text);
	return [claim.from.unit, rows, prices, measured?.key ?? "", series.product ?? "", ...said, ...cells].join("\u001f");
}

function grouped({ old, new: now }: Sides, nameOfOne: (one: Posting) => string): Sides[] {
	const groups = new Map<string, Sides>();
	const of = (one: Posting): Sides => {
		const name = nameOfOne(one);
		const there = groups.get(name);
		if (there !== undefined) return there;
		const made: Sides = { old: [], new: [] };
		groups.set(name, made);
		return made;
	};
	for (const one of old) of(one).old.push(one);
	for (const one of now) of(one).new.push(one);
	return [...groups.values()];
}

function nameOf({ key }: Posting): string {
	return textOf(key);
}

function textOf({ kind, firm, site, period, carrier, use, indicator, product }: RowKey): string {
	return [firm, period.slice(0, 4), kind, carrier, use, indicator, product, site, period].join("\u001f");
}
