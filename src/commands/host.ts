/** What a command may ask of the world: sources, somewhere to print, and whether a person is looking. The host fills it. */

import type { KeyFault, Trouble } from "../findings/trouble.ts";
import type { Language } from "../language/language.ts";
import type { UnderWay } from "../language/report-texts.ts";
import type { Source } from "../records/source.ts";

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
	/** What is neither a file nor a folder nor a link: pipes, sockets, devices. They may never end, and are not opened. */
	readonly specials: readonly Held[];
	/** Folders as deep as is looked, and links to such: not entered. */
	readonly folders: readonly (Held & { readonly link: boolean })[];
	/** Folders that cannot be read: `cannot-open`. */
	readonly troubles: readonly Trouble[];
}

/** A run that somebody may wait for. */
export interface Work {
	/** Bytes that will be read; null where nobody knows. */
	readonly expected: number | null;
	readonly seen: { readonly rows: number; readonly findings: number };
	/** One line. */
	readonly say: (done: UnderWay) => string;
}

export interface Host {
	/**
	 * A file, or standard input for `-`. Throws trouble `cannot-open` where it cannot be read. `kept` is told where what comes once is long: it goes
	 * to a temporary file in this folder.
	 */
	readonly source: (path: string, kept?: (name: string, folder: string) => void) => Promise<Source>;
	/** The name a path goes by in results: relative, with `/`. */
	readonly named: (path: string) => string;
	/** The same, as seen from a folder. */
	readonly namedFrom: (path: string, folder: string) => string;
	/** Whether a file of this name is there: a word that is no known set may be a file. */
	readonly exists: (path: string) => boolean;
	readonly isFolder: (path: string) => boolean;
	/**
	 * Files of a folder and of the folders in it, so many deep, by code unit; no further than one more than `most`. Names that begin with `.`
	 * or `~$` are left out.
	 */
	readonly walk: (folder: string, depth: number, most?: number) => Walked;
	/** Whether standard input is a terminal: somebody would have to type the table. */
	readonly typed: () => boolean;
	/** The result, to standard output. */
	readonly print: (result: string | Uint8Array) => Promise<void>;
	/** Standard output is a terminal: it would take bytes for letters and commands. */
	readonly watched: () => boolean;
	/** Throws trouble `cannot-write` where that file could not be written; nothing changes. */
	readonly tryOut: (path: string) => void;
	/** Whether two paths lead to one file, behind any links. */
	readonly sameFile: (one: string, other: string) => boolean;
	/** A file to be written piece by piece, beside its place: what stands there stays until `commit`. */
	readonly writer: (path: string) => Writer;
	/** Puts the files written in place, in the order they were begun. Throws `cannot-write`, which names those that are. */
	readonly commit: () => Promise<void>;
	/** Leaves nothing of files that are not in place, nor of temporary ones. */
	readonly abandon: () => void;
	/** Shows how far the run is, where somebody looks on and it takes more than a second; until anything else is written. */
	readonly watch: (work: Work) => void;
	/** Says that all is read. */
	readonly readWhole: () => void;
	/** Everything else: findings, progress, notes. */
	readonly tell: (text: string) => void;
	/** A text that the build put beside the program: too long to be loaded by those who do not ask for it. */
	readonly data: (name: "seeds" | "schemas" | "explain" | "manual" | "verifier") => Promise<string>;
	/** How many threads can run at a time. */
	readonly cores: () => number;
	/** Threads of the program that work on what they are given: each makes its setting once. */
	readonly workers: <T, R>(jobs: number, setting: unknown, nameOf: (task: T) => string) => Workers<T, R>;
	/** A folder that is made beside its place, in `PATH.partial`, and put there whole. Throws `cannot-write`. */
	readonly workFolder: (path: string) => WorkFolder;
	/** Makes a folder, and those above it; one that is there stays. */
	readonly makeFolder: (path: string) => void;
	/** Columns of the terminal that the result or the talk goes to; undefined where it is none. */
	readonly columns: (stream: "result" | "talk") => number | undefined;
	/** Whether standard output is a terminal that takes colour. */
	readonly colour: (wanted: boolean) => boolean;
	readonly signing: Signing;
	readonly environment: (name: string) => string | undefined;
	readonly version: string;
}

/** Keys in PEM, ed25519 alone. A key is known by the sha256 of its public half. */
export interface Signing {
	readonly signer: (
		pem: string,
	) => { readonly key: string; readonly sign: (bytes: Uint8Array) => Uint8Array } | { readonly fault: KeyFault };
	readonly checker: (
		pem: string,
	) =>
		| { readonly key: string; readonly isOf: (bytes: Uint8Array, signature: Uint8Array) => boolean }
		| { readonly fault: KeyFault };
	readonly sha256: (bytes: Uint8Array) => string;
}

/** Throws trouble `cannot-write` where it cannot be written. */
export interface Writer {
	readonly write: (piece: string | Uint8Array) => void;
	readonly close: () => void;
}

/** Threads and tasks that are plain data. */
export interface Workers<T, R> {
	/** One result. A thread that dies is a fault, which names the task. */
	readonly run: (task: T) => Promise<R>;
	/** Ends all threads. */
	readonly close: () => Promise<void>;
}

/** A folder that is being made: what was written stays there when a run is interrupted. Paths have `/`, from the folder. */
export interface WorkFolder {
	/** Where it is made. */
	readonly name: string;
	/** Whether one that was begun is there, and whether something stands in its place. */
	readonly begun: () => boolean;
	readonly standing: () => boolean;
	/** Every file below the folder that is made, or below what stands in its place, in order; also those that walks leave out. */
	readonly files: (where: Where) => string[];
	/** The text of a file; undefined where it cannot be read. */
	readonly read: (where: Where, path: string) => string | undefined;
	readonly write: (path: string, text: string) => void;
	/** Adds to the end of a file. */
	readonly append: (path: string, text: string) => void;
	/** A file or a folder; what is not there stays so. */
	readonly remove: (path: string) => void;
	/** Puts it in place of what stands there. */
	readonly put: () => void;
}

export type Where = "made" | "standing";

/** What the build wrote in each language, in one of them. */
export async function inLanguage<V>(name: "schemas" | "explain" | "manual", { id }: Language, host: Host): Promise<V> {
	const said = (JSON.parse(await host.data(name)) as Readonly<Record<string, V>>)[id];
	if (said === undefined) throw new Error(`${name}.json was built without the language ${id}`);
	return said;
}

export type ExitCode = 0 | 1 | 2 | 3 | 70;

/** Exit codes, as PRODUCT has them; where several apply, fault, then undone, then errors, then failed condition. */
export const exit: { readonly done: 0; readonly errors: 1; readonly undone: 2; readonly condition: 3; readonly fault: 70 } = {
	done: 0,
	errors: 1,
	undone: 2,
	condition: 3,
	fault: 70,
};
