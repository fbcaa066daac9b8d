/** Files for the time of a run, in the system's folder for such: nobody else may read them, and whatever ends the run, they are gone with it. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import type { Disk } from "./disk.ts";
import { onDisk } from "./raw-name.ts";
import { beforeSignals } from "./signals.ts";
import { writeWhole } from "./whole.ts";

/** Everything but `remove` throws what the system says. */
export interface Temporary {
	readonly path: string;
	readonly write: (piece: Uint8Array) => void;
	/** Nothing comes any more. */
	readonly close: () => void;
	/** Leaves nothing of it; never throws. */
	readonly remove: () => void;
}

const begun = new Set<Temporary>();
let release: (() => void) | undefined;

/** A new file in a folder, open to be written. Its name says whose it is, should a process be killed, and cannot be guessed. */
export function temporary(disk: Disk, folder: string): Temporary {
	const path = join(folder, `tanlu-${process.pid}-${randomBytes(8).toString("hex")}.tmp`);
	let file: number | undefined = disk.openSync(onDisk(path), "wx", 0o600);
	const close = (): void => {
		const open = file;
		// Also where closing fails, it is closed.
		file = undefined;
		if (open !== undefined) disk.closeSync(open);
	};
	const own: Temporary = {
		path,
		write: (piece) => writeWhole(piece, (bytes) => disk.writeSync(file as number, bytes)),
		close,
		remove: () => {
			for (const work of [close, () => disk.rmSync(onDisk(path), { force: true })]) quietly(work);
			begun.delete(own);
			if (begun.size === 0) unwatch();
		},
	};
	begun.add(own);
	if (release === undefined) {
		release = beforeSignals(removeTemporary);
		process.once("exit", removeTemporary);
	}
	return own;
}

/** Leaves nothing of any. */
export function removeTemporary(): void {
	for (const one of begun) one.remove();
}

function unwatch(): void {
	release?.();
	release = undefined;
	process.off("exit", removeTemporary);
}

function quietly(work: () => void): void {
	try {
		work();
	} catch {
		// Nothing more can be done about it.
	}
}
