/** Files that results go to: what stands in their place, whether they can be written, and why not. */
import { constants, fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Trouble, type Unwritten } from "../findings/trouble.ts";
import { type Disk, realDisk } from "./disk.ts";
import { nameOf, onDisk } from "./raw-name.ts";
import { reason } from "./shown.ts";

/** So many links in a row are followed, as systems do. */
const mostLinks = 40;

/** The file behind a path: links are followed, also one to a file that is not there yet. */
export function behindLinks(path: string): string {
	let at = resolve(path);
	for (let links = 0; links < mostLinks; links++) {
		let next: string;
		try {
			if (!lstatSync(onDisk(at)).isSymbolicLink()) break;
			next = nameOf(readlinkSync(onDisk(at), "buffer"));
		} catch {
			break;
		}
		at = resolve(dirname(at), next);
	}
	try {
		return join(nameOf(realpathSync(onDisk(dirname(at)), "buffer")), at.slice(dirname(at).length));
	} catch {
		return at;
	}
}

/**
 * Whether an input and an output lead to one file: behind links, and by the place on the disk that several names may share. `-` is
 * standard input, into which the shell may lead a file.
 */
export function sameFile(input: string, output: string): boolean {
	const a = input === "-" ? undefined : behindLinks(input);
	const b = behindLinks(output);
	if (a === b) return true;
	try {
		const here = a === undefined ? fstatSync(0, { bigint: true }) : statSync(onDisk(a), { bigint: true });
		const there = statSync(onDisk(b), { bigint: true });
		return here.ino !== 0n && here.dev === there.dev && here.ino === there.ino;
	} catch {
		// One of them is not there yet, or standard input is closed.
		return false;
	}
}

/** What stands there, or undefined where nothing does. */
export function standing(at: string, disk: Disk): Stats | undefined {
	try {
		return disk.statSync(onDisk(at)) as Stats;
	} catch (error) {
		// Of a path whose folder is none, nothing can be made either: trying the folder says so.
		if (reason(error) === "missing") return undefined;
		throw error;
	}
}

/** Whether the file is replaced whole: a device or a pipe is not, since others hold it by its place. */
export function isReplaced(stats: Pick<Stats, "isFile"> | undefined): boolean {
	return stats === undefined || stats.isFile();
}

/** Throws `cannot-write` where a result could not be written; changes nothing. */
export function tryTarget(path: string, disk: Disk = realDisk): void {
	attempt(path, () => {
		const at = behindLinks(path);
		const stats = standing(at, disk);
		if (stats?.isDirectory() === true) throw folderFault(path);
		if (stats !== undefined) disk.accessSync(onDisk(at), constants.W_OK);
		if (!isReplaced(stats)) return;
		const folder = dirname(at);
		if (!(disk.statSync(onDisk(folder)) as Stats).isDirectory()) throw folderFault(dirname(path), "not-a-folder");
		disk.accessSync(onDisk(folder), constants.W_OK | constants.X_OK);
	});
}

function folderFault(file: string, why: "folder" | "not-a-folder" = "folder"): Trouble {
	return new Trouble("cannot-write", { file, why, detail: "", done: [] });
}

/** What the system says, in the words of `cannot-write`. */
export function unwritten(file: string, error: unknown, done: readonly string[] = []): Trouble<"cannot-write"> {
	return new Trouble("cannot-write", { file, why: causeOf(error), detail: (error as Error).message, done });
}

export function causeOf(error: unknown): Unwritten {
	switch ((error as NodeJS.ErrnoException).code) {
		case "ENOSPC":
			return "full";
		case "EDQUOT":
			return "quota";
		case "EROFS":
			return "read-only";
		case "ENAMETOOLONG":
			return "name-too-long";
		default:
			return reason(error);
	}
}

/** Work on a file; what fails is trouble that names it, and `done`, the files of the run that are in place. */
export function attempt<V>(path: string, work: () => V, done: readonly string[] = []): V {
	try {
		return work();
	} catch (error) {
		throw error instanceof Trouble ? error : unwritten(path, error, done);
	}
}
