/** A new file beside the place it will have: filled, and put there whole. Nobody ever sees half a file. */
import type { Stats } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Disk } from "./disk.ts";
import { onDisk } from "./raw-name.ts";
import { writeWhole } from "./whole.ts";

/** A file that is being made; everything throws what the system says. */
export interface Begun {
	readonly write: (piece: string | Uint8Array) => void;
	/** Nothing comes any more: all of it is on the disk. */
	readonly close: () => void;
	/** Puts it where it was told to. */
	readonly put: () => void;
	/** Leaves nothing of it, unless it has been put in place; never throws. */
	readonly remove: () => void;
}

/** So much text is gathered before it is written. */
const gathered = 1 << 16;
/** So many names are tried: one may be left from a process that was killed. */
const mostNames = 100;

/**
 * @param stats of the file that stands in the place: who may do what with it stays as it was
 * @param next a number that no other file of the run has
 */
export function beside(at: string, stats: Stats | undefined, next: () => number, disk: Disk): Begun {
	const bits = stats === undefined ? undefined : stats.mode & 0o7777;
	let { file, path } = fresh(dirname(at), bits ?? 0o666, next, disk) as { file: number | undefined; path: string | undefined };
	let text = "";
	const flush = (): void => {
		const own = text;
		text = "";
		writeWhole(own, (bytes) => disk.writeSync(file as number, bytes));
	};
	const shut = (): void => {
		const open = file;
		// Also where closing fails, it is closed.
		file = undefined;
		if (open !== undefined) disk.closeSync(open);
	};
	return {
		write: (more) => {
			if (typeof more === "string") text += more;
			if (typeof more !== "string" || text.length >= gathered) flush();
			if (typeof more !== "string") writeWhole(more, (bytes) => disk.writeSync(file as number, bytes));
		},
		close: () => {
			if (file === undefined) return;
			flush();
			if (stats !== undefined && bits !== undefined) keepOwner(file, stats, bits, disk);
			sync(file, disk);
			shut();
		},
		put: () => {
			disk.renameSync(onDisk(path as string), onDisk(at));
			path = undefined;
		},
		remove: () => {
			const left = path;
			path = undefined;
			quietly(shut);
			if (left !== undefined) quietly(() => disk.rmSync(onDisk(left), { force: true }));
		},
	};
}

/** A file that nobody else has, in the same folder. Its name is short, whatever the other is, and no folder's walk meets it. */
function fresh(folder: string, mode: number, next: () => number, disk: Disk): { readonly file: number; readonly path: string } {
	for (let tried = 1; ; tried++) {
		const path = join(folder, `.tanlu-${process.pid}-${next()}.tmp`);
		try {
			return { file: disk.openSync(onDisk(path), "wx", mode), path };
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tried === mostNames) throw error;
		}
	}
}

function keepOwner(file: number, { uid, gid }: Stats, bits: number, disk: Disk): void {
	// Only root may give a file away; the file is then the writer's own, as any that is replaced.
	quietly(() => disk.fchownSync(file, uid, gid));
	// What may be done with a new file is also limited by the process; with this one it was not.
	disk.fchmodSync(file, bits);
}

/** Some disks cannot be asked to; a full one may say so only here. */
const unasked = ["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"];

function sync(file: number, disk: Disk): void {
	try {
		disk.fsyncSync(file);
	} catch (error) {
		if (!unasked.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
	}
}

function quietly(work: () => void): void {
	try {
		work();
	} catch {
		// Nothing more can be done about it.
	}
}
