/** A file as a source: read in pieces from the start or from any place, and refused where it is another than it was. */
import { Buffer } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { hasRead } from "./engine.ts";
import { progressed } from "./progress.ts";
import { onDisk } from "./raw-name.ts";
import { cannotOpen, shown } from "./shown.ts";
import { turn } from "./signals.ts";

/** Bytes read at a time: all records of one piece live at once, and more of them would outlive the young generation. */
export const pieceLength: number = 1 << 16;
/** The same of large tables, of whose rows hardly any become records. */
const stretchPiece = 1 << 18;

/** A file that was looked at, by the name results give it. */
export function fileSource(path: string, stats: Stats, name: string): Source {
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
	return { name, size, bytes: () => bytesOf(path, size, stats), places };
}

/**
 * Reads a file in large pieces. Plain reads, since streams are slower to begin; between pieces signals are heard. `then`: as it was when it was
 * named. Large files are read twice, and what is not the same both times, or is written meanwhile, is refused.
 */
export async function* bytesOf(path: string, size: number, then?: Stats): AsyncGenerator<Uint8Array> {
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
