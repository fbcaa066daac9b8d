/** Files and standard input as sources: named the same on every machine, read in pieces, told where they cannot be read. */
import { Buffer } from "node:buffer";
import { accessSync, closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, normalize, relative, resolve, sep } from "node:path";
import process from "node:process";
import { mostHeld } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { hasRead } from "./engine.ts";
import { progressed } from "./progress.ts";
import { escaped, onDisk } from "./raw-name.ts";
import { turn } from "./signals.ts";

/** Bytes read at a time: all records of one piece live at once, and more of them would outlive the young generation. */
const pieceLength = 1 << 16;
/** The same of large tables, of whose rows hardly any become records. */
const stretchPiece = 1 << 18;

/** A file, or standard input for `-`. Throws `cannot-open`. */
export async function source(path: string): Promise<Source> {
	if (path === "-") return held("-", typedOrPiped());
	let stats: Stats;
	try {
		stats = statSync(onDisk(path));
		if (stats.isDirectory()) throw new Trouble("cannot-open", { file: shown(path), why: "folder", detail: "" });
		accessSync(onDisk(path), constants.R_OK);
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	}
	// A pipe with a name, such as a shell's <(command), gives its bytes once.
	if (!stats.isFile()) return held(shown(path), stats.isFIFO() ? bytesOfPipe(path) : bytesOf(path, pieceLength));
	const { size } = stats;
	const places: Source["places"] = {
		path,
		from: (place) => bytesFrom(path, place),
		passed: progressed,
		check: () => {
			try {
				checkUnchanged(path, stats, statSync(onDisk(path)));
			} catch (error) {
				throw error instanceof Trouble ? error : cannotOpen(path, error);
			}
		},
	};
	return { name: shown(path), size, bytes: () => bytesOf(path, size, stats), places };
}

/**
 * What can be read once, kept as it comes: a table is read twice, to survey it and to count it. Read no further than is asked
 * for, so that what never ends is left as soon as it shows that it is no table.
 */
function held(name: string, bytes: AsyncGenerator<Uint8Array>): Source {
	const pieces: Uint8Array[] = [];
	let size = 0;
	let left = false;
	/** All of it is kept: who stops before its end now may ask again. */
	let whole = false;
	return {
		name,
		bytes: async function* () {
			let ended = false;
			try {
				for (let at = 0; ; at++) {
					if (at === pieces.length) {
						if (left) throw new Error(`${name} was left and cannot be read again`);
						const { done, value } = await bytes.next();
						if (done === true) {
							ended = true;
							whole = true;
							return;
						}
						size += value.length;
						hasRead(value.length);
						progressed(value.length);
						if (size > mostHeld) throw new Trouble("beyond-bound", { file: name, bound: "held", most: mostHeld });
						pieces.push(value);
					}
					yield pieces[at] as Uint8Array;
				}
			} finally {
				// Whoever stops before its end has refused it: nobody waits for the rest.
				if (!ended && !whole) {
					left = true;
					await bytes.return(undefined);
				}
			}
		},
	};
}

async function* typedOrPiped(): AsyncGenerator<Uint8Array> {
	try {
		for await (const piece of process.stdin) yield piece as Uint8Array;
	} catch (error) {
		throw cannotOpen("-", error);
	}
}

/**
 * Reads a file in large pieces. Plain reads, since streams are slower to begin; between pieces signals are heard. `then`: as it was when it was
 * named. Large files are read twice, and what is not the same both times, or is written meanwhile, is refused.
 */
async function* bytesOf(path: string, size: number, then?: Stats): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(onDisk(path), "r");
		// A small file is kept: its piece is no larger than it, and one byte more to see the end in.
		let piece = Buffer.allocUnsafe(Math.min(size + 1, pieceLength));
		let filled = 0;
		for (;;) {
			const length = readSync(file, piece, filled, piece.length - filled, null);
			filled += length;
			hasRead(length);
			progressed(length);
			if (length === 0 || filled === piece.length) {
				if (length === 0 && then !== undefined) checkUnchanged(path, then, fstatSync(file));
				if (filled > 0) yield piece.subarray(0, filled);
				if (length === 0) return;
				await turn();
				piece = Buffer.allocUnsafe(pieceLength);
				filled = 0;
			}
		}
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/** Reads a file from a place on. All pieces are in the same memory: each holds until the next is asked for. */
async function* bytesFrom(path: string, from: number): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(onDisk(path), "r");
		const piece = Buffer.allocUnsafe(stretchPiece);
		for (let place = from; ; ) {
			const length = readSync(file, piece, 0, piece.length, place);
			if (length === 0) return;
			place += length;
			hasRead(length);
			progressed(length);
			yield piece.subarray(0, length);
			await turn();
		}
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/** Throws `cannot-open` where a file is another than it was, or was written to. */
function checkUnchanged(path: string, then: Stats, now: Stats): void {
	if (now.size === then.size && now.mtimeMs === then.mtimeMs && now.ino === then.ino) return;
	throw new Trouble("cannot-open", { file: shown(path), why: "changed", detail: "" });
}

/** So long somebody may take to begin writing to a pipe with a name, in milliseconds. */
const patience = 5000;

/** Reads a pipe with a name. Without waiting in the system, which would never end where nobody writes to it. */
async function* bytesOfPipe(path: string): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(onDisk(path), constants.O_RDONLY | constants.O_NONBLOCK);
		let written = false;
		for (let waited = 0; ; ) {
			const piece = Buffer.allocUnsafe(pieceLength);
			const length = readNow(file, piece);
			if (length === undefined) written = true;
			else if (length > 0) {
				written = true;
				yield piece.subarray(0, length);
				continue;
			} else if (written) return;
			else if (waited >= patience) throw new Trouble("cannot-open", { file: shown(path), why: "no-writer", detail: "" });
			await new Promise((resolve) => setTimeout(resolve, pause));
			waited += pause;
		}
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

const pause = 5;

/** How much was read; undefined where somebody is there and has written nothing yet. */
function readNow(file: number, piece: Buffer): number | undefined {
	try {
		return readSync(file, piece, 0, piece.length, null);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
		throw error;
	}
}

export function cannotOpen(path: string, error: unknown): Trouble {
	return new Trouble("cannot-open", { file: shown(path), why: reason(error), detail: (error as Error).message });
}

export function reason(error: unknown): "missing" | "folder" | "denied" | "other" {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "ENOENT" || code === "ENOTDIR") return "missing";
	if (code === "EISDIR") return "folder";
	return code === "EACCES" || code === "EPERM" ? "denied" : "other";
}

/**
 * Relative, with `/`: the same name on every machine and from every place the folder stands at. However a file was typed, it
 * has one name, and no other file has it.
 */
export function shown(path: string): string {
	if (path === "-" || path === "") return path;
	const plain = normalize(path);
	const named = !isThere(path, plain) ? path : isAbsolute(plain) ? relative(process.cwd(), plain) || "." : plain;
	const slashed = sep === "/" ? escaped(named) : named.replaceAll(sep, "/");
	// Standard input is called so.
	return slashed === "-" ? "./-" : slashed;
}

/** The same from another folder than the working one: `../factors.csv`. */
export function shownFrom(path: string, folder: string): string {
	const named = relative(resolve(folder), resolve(path)) || ".";
	return sep === "/" ? escaped(named) : named.replaceAll(sep, "/");
}

/** Whether a path without its detours is still that file: behind a link, `..` is another folder than it seems. */
function isThere(path: string, plain: string): boolean {
	if (!path.includes("..")) return true;
	try {
		return realpathSync.native(onDisk(path)) === realpathSync.native(onDisk(plain));
	} catch {
		return true;
	}
}
