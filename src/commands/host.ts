/** What a command may ask of the world: sources, somewhere to print, and whether a person is looking. The host fills it. */
import type { Source } from "../csv/source.ts";
import type { Trouble } from "../findings/trouble.ts";

/** What a walk through a folder meets. */
export interface Held {
	/** From the folder, with `/`. */
	readonly at: string;
	readonly path: string;
}

/** A link to a file or to a folder; one that leads nowhere is none. */
export interface Link extends Held {
	readonly folder: boolean;
}

export interface Walked {
	readonly files: readonly Held[];
	/** Not followed: what they lead to may be outside, or the folder itself. */
	readonly links: readonly Link[];
	/** Folders that cannot be read: `cannot-open`. */
	readonly troubles: readonly Trouble[];
}

export interface Host {
	/** A file, or standard input for `-`. Throws trouble `cannot-open` where it cannot be read. */
	readonly source: (path: string) => Promise<Source>;
	/** The name a path goes by in results: relative, with `/`. */
	readonly named: (path: string) => string;
	/** Whether a file of this name is there: a word that is no known set may be a file. */
	readonly exists: (path: string) => boolean;
	readonly isFolder: (path: string) => boolean;
	/** Files of a folder and of the folders in it, so many deep, by code unit. Names that begin with `.` or `~$` are left out. */
	readonly walk: (folder: string, depth: number) => Walked;
	/** Whether standard input is a terminal: somebody would have to type the table. */
	readonly typed: () => boolean;
	/** The result, to standard output or to the file named; never both. */
	readonly print: (text: string, out: string | undefined) => Promise<void>;
	/** A file to be written piece by piece; what it held before is gone. */
	readonly writer: (path: string) => Writer;
	/** Everything else: findings, progress, notes. */
	readonly tell: (text: string) => void;
	/** A text that the build put beside the program: too long to be loaded by those who do not ask for it. */
	readonly data: (name: "seeds" | "schemas" | "explain") => Promise<string>;
	/** Makes a folder, and those above it; one that is there stays. */
	readonly makeFolder: (path: string) => void;
	/** Columns of the terminal that the result or the talk goes to; undefined where it is none. */
	readonly columns: (stream: "result" | "talk") => number | undefined;
	/** Whether standard output is a terminal that takes colour. */
	readonly colour: (wanted: boolean) => boolean;
	readonly environment: (name: string) => string | undefined;
	readonly version: string;
}

/** Throws trouble `cannot-write` where it cannot be written. */
export interface Writer {
	readonly write: (text: string) => void;
	readonly close: () => void;
}

/** Exit codes, as PRODUCT has them; where several apply, fault, then undone, then errors, then failed condition. */
export const exit: { readonly done: 0; readonly errors: 1; readonly undone: 2; readonly condition: 3; readonly fault: 70 } = {
	done: 0,
	errors: 1,
	undone: 2,
	condition: 3,
	fault: 70,
};
