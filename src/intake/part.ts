/**
 * What a stretch of sources amounts to: plain data, which two threads, two processes or two machines can exchange. Every run
 * reads each table into a part of its own and joins them; nothing in a part is judged yet.
 */

import type { TableKind } from "../contract/tables.ts";
import { byCodeUnit, byRow } from "../domain/order.ts";
import { add, addUnkept, closed, emptyTally, join, openTally, type Tally, type TallyTerms } from "../findings/tally.ts";
import type { TroubleFacts } from "../findings/trouble.ts";
import type { Header } from "../layout/header.ts";
import { joinLedgers } from "../ledger/join.ts";
import { emptyLedger, type Ledger } from "../ledger/ledger.ts";
import { nothingSupplied, type Supplied } from "../ledger/supplied.ts";
import type { Decoded, Encoding, Separator } from "../records/sheet.ts";
import { type LostInTable, settleLosses } from "./losses.ts";
import type { RowCounts } from "./row-counts.ts";

export interface Part {
	readonly ledger: Ledger;
	readonly tally: Tally;
	readonly supplied: Supplied;
	/** Rows whose firm is not certain, to be settled when all parts are joined. */
	readonly lost: readonly LostInTable[];
	/** In order of name. */
	readonly inputs: readonly Input[];
	/** Files that supply factors, deflators, targets or growth rates and hold errors: nothing computed with them could be trusted. */
	readonly faultyReferences: readonly string[];
	/** Why files could not be read: what they hold is unknown, and nothing can be concluded from the rest. */
	readonly unusable: readonly TroubleFacts[];
}

/** What was understood of one table. */
export interface Input {
	readonly file: string;
	/** Its name in a workbook; null where the file is the table. */
	readonly sheet: string | null;
	readonly kind: TableKind;
	readonly sha256: string;
	/** An option names it. */
	readonly byOption: boolean;
	/** Of a text. */
	readonly encoding: Encoding | null;
	readonly separator: Separator | null;
	readonly rows: RowCounts;
	readonly opened: OpenedAs;
}

/** How a table was opened: where the header stands and what it means, the titles above it, the newlines. */
export interface OpenedAs {
	/** What told the encoding; null where cells are not text of a file. */
	readonly toldBy: Decoded["toldBy"] | null;
	readonly newlines: Decoded["newlines"];
	readonly titleRows: readonly number[];
	readonly header: Pick<
		Header,
		"layout" | "place" | "rows" | "words" | "width" | "labels" | "at" | "units" | "given" | "amounts"
	>;
}

export function emptyPart(adding: boolean): Part {
	return {
		ledger: emptyLedger(adding),
		tally: emptyTally(),
		supplied: nothingSupplied(),
		lost: [],
		inputs: [],
		faultyReferences: [],
		unusable: [],
	};
}

/**
 * Two parts as one. Associative, and the same whichever side comes first. What comes out owns what both held: neither is to be
 * used afterwards.
 */
export function joinParts(left: Part, right: Part): Part {
	const at = (a: { readonly at: { readonly file: string; readonly row: number } }, b: typeof a): number => byRow(a.at, b.at);
	return {
		ledger: joinLedgers(left.ledger, right.ledger),
		tally: join(left.tally, right.tally),
		supplied: {
			factors: [...left.supplied.factors, ...right.supplied.factors].sort(at),
			deflators: [...left.supplied.deflators, ...right.supplied.deflators].sort(at),
			targets: [...left.supplied.targets, ...right.supplied.targets].sort(at),
			goals: [...left.supplied.goals, ...right.supplied.goals].sort(at),
			growth: joinByRow(left.supplied.growth, right.supplied.growth),
			claims: joinByRow(left.supplied.claims, right.supplied.claims),
		},
		lost: [...left.lost, ...right.lost],
		inputs: inputsOf(left.inputs, right.inputs),
		faultyReferences: [...left.faultyReferences, ...right.faultyReferences].sort(),
		unusable: [...left.unusable, ...right.unusable].sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b))),
	};
}

/** Both in order. Tables of one kind come so, ten thousand one after the other: then nothing is sorted. */
function inputsOf(left: readonly Input[], right: readonly Input[]): readonly Input[] {
	const byTable = (a: Input, b: Input): number => byCodeUnit(a.file, b.file) || byCodeUnit(a.sheet ?? "", b.sheet ?? "");
	const [last, first] = [left.at(-1), right[0]];
	const all = [...left, ...right];
	return last === undefined || first === undefined || byTable(last, first) <= 0 ? all : all.sort(byTable);
}

/** In order of row; tables of amounts have none, and are joined by the thousand. */
function joinByRow<S extends { readonly at: { readonly file: string; readonly row: number } }>(
	left: Map<string, S>,
	right: Map<string, S>,
): Map<string, S> {
	if (left.size === 0 || right.size === 0) return left.size === 0 ? right : left;
	return new Map([...left, ...right].sort(([, a], [, b]) => byRow(a.at, b.at)));
}

/** A part that is the whole run: lost rows reach whoever they may concern, by all names that are known. */
export function settled(part: Part, terms: TallyTerms | undefined): Part {
	if (part.lost.length === 0) return part;
	const tally = openTally(terms, part.tally);
	settleLosses(
		part.lost,
		part.ledger,
		(found) => add(tally, found),
		(code, count) => addUnkept(tally, code, count),
	);
	return { ...part, tally: closed(tally), lost: [] };
}
