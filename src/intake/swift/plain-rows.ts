/** What a thread that reads a stretch of a table hands on: months as numbers, and the rows that it could not make numbers of by itself. Plain data. */
import type { StoredMemory } from "../../ledger/stored-months.ts";

/** Numbers of the texts of a row. */
export interface Texts {
	readonly who: number;
	readonly when: number;
	readonly what: number;
}

/** A row that the plain path read. */
export interface PlainRow {
	readonly line: string;
	/** Its number, as if the stretch stood below the header. */
	readonly row: number;
	readonly used: boolean;
	/** What rows with the same texts are known by from there on. */
	readonly texts: Texts | undefined;
	/** It is one of the months. */
	readonly kept: boolean;
	/** All of its texts but the firm's were known: nothing else of it was read. */
	readonly firmAlone: boolean;
}

export interface PlainRows {
	readonly rows: PlainRow[];
}

/** What a stretch came to. */
export interface StretchRead {
	readonly lines: number;
	readonly memory: StoredMemory;
	/** Of each text of a month: its year and month. */
	readonly years: readonly number[];
	readonly months: readonly number[];
	/** Of each text of a firm what the points of its amounts show. */
	readonly shown: Uint8Array;
	readonly plain: readonly PlainRow[];
}
