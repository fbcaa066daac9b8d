/**
 * What comes once, as a source that is read twice: a table is surveyed, and then counted. What is short is held in memory; the rest of what is
 * long, and all that was held, goes to a temporary file, and from its end on that is as any file.
 */
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { mostKept } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { type Disk, realDisk } from "./disk.ts";
import { hasRead } from "./engine.ts";
import { fileSource } from "./file.ts";
import { progressed } from "./progress.ts";
import { causeOf } from "./target.ts";
import { type Temporary, temporary } from "./temporary.ts";

/** So many bytes are held: what is longer is worth a file. */
const held = 16 << 20;

/** How what is long is kept. */
export interface Keeping {
	/** Told once, when a file is begun, of the folder that it is in. */
	readonly told: (name: string, folder: string) => void;
	readonly disk?: Disk;
	/** In place of the system's folder, and of as many bytes as are worth a file. */
	readonly folder?: string;
	readonly room?: number;
	readonly most?: number;
}

/**
 * Read no further than is asked for, so that what never ends is left as soon as it shows that it is no table. Bytes throw `cannot-keep` where
 * there is no room for them, and `beyond-bound`.
 */
export function heldSource(name: string, bytes: AsyncGenerator<Uint8Array>, keeping: Keeping): Source {
	const { told, disk = realDisk, folder = tmpdir(), room = held, most = mostKept } = keeping;
	let pieces: Uint8Array[] = [];
	let size = 0;
	let file: Temporary | undefined;
	/** All of it, once that is in the file. */
	let stored: Source | undefined;
	/** It is being read, or was left before its end. */
	let begun = false;
	/** All of it is kept: who stops before its end now may ask again. */
	let whole = false;
	const attempt = <V>(work: () => V): V => {
		try {
			return work();
		} catch (error) {
			const at = file?.path ?? folder;
			file?.remove();
			throw new Trouble("cannot-keep", { file: name, at, why: causeOf(error), detail: (error as Error).message });
		}
	};
	const keep = (piece: Uint8Array): void => {
		size += piece.length;
		hasRead(piece.length);
		progressed(piece.length);
		if (size > most) throw new Trouble("beyond-bound", { file: name, bound: "held", most });
		if (file === undefined && size > room) {
			const fresh = attempt(() => temporary(disk, folder));
			file = fresh;
			told(name, dirname(fresh.path));
			for (const one of pieces) attempt(() => fresh.write(one));
			pieces = [];
		}
		if (file === undefined) pieces.push(piece);
		else attempt(() => file?.write(piece));
	};
	const next = async (): Promise<Uint8Array | undefined> => {
		const { done, value } = await bytes.next();
		if (done !== true) {
			keep(value);
			return value;
		}
		whole = true;
		if (file !== undefined) {
			const { path, close } = file;
			attempt(close);
			stored = fileSource(path, statSync(path), name);
		}
		return undefined;
	};
	return {
		name,
		get size() {
			return stored?.size;
		},
		get places() {
			return stored?.places;
		},
		bytes: async function* () {
			if (stored !== undefined) return yield* stored.bytes();
			if (whole) return yield* pieces;
			if (begun) throw new Error(`${name} was left and cannot be read again`);
			begun = true;
			let ended = false;
			try {
				for (let piece = await next(); piece !== undefined; piece = await next()) yield piece;
				ended = true;
			} finally {
				// Whoever stops before its end has refused it: nobody waits for the rest.
				if (!ended) {
					pieces = [];
					file?.remove();
					await bytes.return(undefined);
				}
			}
		},
	};
}
