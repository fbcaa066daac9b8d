/**
 * Standard output and standard error. What is short goes to a file or a pipe at once, since Node's streams take a while to
 * load; what is long, and what finds the pipe full, goes through them and waits there.
 */
import { Buffer } from "node:buffer";
import { fstatSync, type Stats, statSync } from "node:fs";
import process from "node:process";
import { type Disk, realDisk } from "./disk.ts";
import { attempt, unwritten } from "./target.ts";
import { writeNow, writeWhole } from "./whole.ts";

/** Standard output or standard error, as the system counts them. */
type Standard = 1 | 2;

/** So many bytes fit into any pipe. */
const short = 1 << 16;

/** What a stream has taken may wait in it: whatever comes later waits behind it. */
let streaming = false;

/** Whether all that was written has been taken by the system; what went through a stream may still wait there. */
export function allTaken(): boolean {
	return !streaming;
}

/** Writes all of it to standard output and waits until it is taken; a reader who has gone away is no fault. */
export async function print(result: string | Uint8Array, disk: Disk = realDisk): Promise<void> {
	// Led into a file, Node's stream takes what the disk takes for all of it: a full disk would cut the result off in silence.
	if (statsOf(1)?.isFile() === true)
		return attempt("standard output", () => writeWhole(result, (bytes) => disk.writeSync(1, bytes)));
	try {
		const left = leftOf(1, result, disk);
		if (left.length > 0) await poured(1, left);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw unwritten("standard output", error);
	}
}

/** Writes to standard error. That nobody hears it can be told to nobody. */
export function tell(text: string, disk: Disk = realDisk): void {
	try {
		const left = leftOf(2, text, disk);
		if (left.length > 0) poured(2, left).catch(() => undefined);
	} catch {
		// A closed pipe, a full disk.
	}
}

/** What of it could not be written at once. */
function leftOf(to: Standard, result: string | Uint8Array, disk: Disk): Uint8Array {
	const bytes = typeof result === "string" ? Buffer.from(result, "utf8") : result;
	if (streaming || bytes.length > short || mayBeTerminal(to)) return bytes;
	return writeNow(bytes, (left) => disk.writeSync(to, left));
}

function poured(to: Standard, bytes: Uint8Array): Promise<void> {
	const stream = to === 1 ? process.stdout : process.stderr;
	// It is told to whoever waits for the text; unheard, it would end the process.
	if (stream.listenerCount("error") === 0) stream.on("error", () => undefined);
	streaming = true;
	return new Promise((resolve, reject) => {
		stream.write(bytes, (error) => {
			if (error == null) resolve();
			else reject(error);
		});
	});
}

/** The columns of the terminal it leads to; undefined where it leads to none. */
export function columns(of: Standard): number | undefined {
	if (!isTerminal(of)) return undefined;
	// Some terminals say that they have no columns at all.
	return (of === 1 ? process.stdout : process.stderr).columns || undefined;
}

export function isTerminal(of: Standard): boolean {
	return mayBeTerminal(of) && (of === 1 ? process.stdout : process.stderr).isTTY === true;
}

/** Whether a stream has to be asked: it knows terminals, and on Windows what can be written to how. */
function mayBeTerminal(of: Standard): boolean {
	if (process.platform === "win32") return true;
	const stats = statsOf(of);
	if (stats === undefined) return true;
	return !(stats.isFile() || stats.isFIFO() || stats.isSocket() || isNowhere(stats));
}

/** Where what nobody wants is led. */
function isNowhere(stats: Stats): boolean {
	try {
		return stats.isCharacterDevice() && stats.rdev === statSync("/dev/null").rdev;
	} catch {
		return false;
	}
}

function statsOf(file: Standard): Stats | undefined {
	try {
		return fstatSync(file);
	} catch {
		return undefined;
	}
}
