/** Files and standard input as sources: named the same on every machine, read in pieces, told where they cannot be read. */
import { Buffer } from "node:buffer";
import { accessSync, closeSync, constants, openSync, readSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, normalize, relative, sep } from "node:path";
import process from "node:process";
import type { Source } from "../csv/source.ts";
import { Trouble } from "../findings/trouble.ts";

/** Bytes read at a time: all records of one piece live at once, and more of them would outlive the young generation. */
const pieceLength = 1 << 16;

/** A file, or standard input for `-`. Throws `cannot-open`. */
export async function source(path: string): Promise<Source> {
	if (path === "-") return held("-", typedOrPiped());
	let stats: Stats;
	try {
		stats = statSync(path);
		if (stats.isDirectory()) throw new Trouble("cannot-open", { file: shown(path), why: "folder", detail: "" });
		accessSync(path, constants.R_OK);
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	}
	// A pipe with a name, such as a shell's <(command), gives its bytes once.
	if (!stats.isFile()) return held(shown(path), bytesOf(path, pieceLength));
	const { size } = stats;
	return { name: shown(path), bytes: () => bytesOf(path, size) };
}

/** What can be read once, kept as it comes: a table is read twice, to survey it and to count it. */
async function held(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Source> {
	const pieces: Uint8Array[] = [];
	for await (const piece of bytes) pieces.push(piece);
	return {
		name,
		bytes: async function* () {
			yield* pieces;
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

/** Reads a file in large pieces. Plain reads: nothing else happens meanwhile, and streams are slower to begin. */
async function* bytesOf(path: string, size: number): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(path, "r");
		// A small file is kept: its piece is no larger than it, and one byte more to see the end in.
		let piece = Buffer.allocUnsafe(Math.min(size + 1, pieceLength));
		let filled = 0;
		for (;;) {
			const length = readSync(file, piece, filled, piece.length - filled, null);
			filled += length;
			if (length === 0 || filled === piece.length) {
				if (filled > 0) yield piece.subarray(0, filled);
				if (length === 0) return;
				piece = Buffer.allocUnsafe(pieceLength);
				filled = 0;
			}
		}
	} catch (error) {
		throw cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
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
	const slashed = sep === "/" ? named : named.replaceAll(sep, "/");
	// Standard input is called so.
	return slashed === "-" ? "./-" : slashed;
}

/** Whether a path without its detours is still that file: behind a link, `..` is another folder than it seems. */
function isThere(path: string, plain: string): boolean {
	if (!path.includes("..")) return true;
	try {
		return realpathSync.native(path) === realpathSync.native(plain);
	} catch {
		return true;
	}
}
