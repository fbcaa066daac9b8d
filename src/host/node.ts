/** The outside world, for real: files, standard streams, environment. */
import { existsSync, fstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Host } from "../commands/host.ts";
import { Trouble } from "../findings/trouble.ts";
import { type Disk, realDisk } from "./disk.ts";
import { outbox } from "./outbox.ts";
import { shown, source } from "./read.ts";
import { attempt, sameFile, tryTarget, unwritten } from "./target.ts";
import { leadsTo, walk } from "./walk.ts";
import { writeWhole } from "./whole.ts";

/** `home` is the folder that the program and what was built beside it stand in. */
export function nodeHost(version: string, home: string, disk: Disk = realDisk): Host {
	const { writer, commit, abandon } = outbox(disk);
	return {
		source,
		named: shown,
		exists: (path) => existsSync(path),
		isFolder: (path) => leadsTo(path) === "folder",
		walk,
		typed: () => process.stdin.isTTY === true,
		print: async (result) => print(result, disk),
		watched: () => process.stdout.isTTY === true,
		tryOut: (path) => tryTarget(path, disk),
		sameFile,
		writer,
		commit,
		abandon,
		tell: (text) => {
			process.stderr.write(text);
		},
		data: async (name) => readFileSync(join(home, `${name}.json`), "utf8"),
		makeFolder: (path) => makeFolder(path, disk),
		// Some terminals say that they have no columns at all.
		columns: (stream) => {
			const { isTTY, columns } = stream === "result" ? process.stdout : process.stderr;
			return isTTY === true ? columns || undefined : undefined;
		},
		colour: (wanted) =>
			wanted && process.stdout.isTTY === true && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
		environment: (name) => process.env[name],
		version,
	};
}

/** Writes all of it and waits until it is taken; a reader who has gone away is no fault. */
function print(result: string | Uint8Array, disk: Disk): Promise<void> {
	// Led into a file, Node's stream takes what the disk takes for all of it: a full disk would cut the result off in silence.
	if (isRegular(1))
		return Promise.resolve(attempt("standard output", () => writeWhole(result, (bytes) => disk.writeSync(1, bytes))));
	return new Promise((resolve, reject) => {
		process.stdout.write(result, (error) => {
			if (error == null || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
			else reject(unwritten("standard output", error));
		});
	});
}

function isRegular(file: number): boolean {
	try {
		return fstatSync(file).isFile();
	} catch {
		return false;
	}
}

function makeFolder(path: string, disk: Disk): void {
	try {
		disk.mkdirSync(path, { recursive: true });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== "EEXIST" && code !== "ENOTDIR") throw unwritten(path, error);
		throw new Trouble("cannot-write", { file: path, why: "not-a-folder", detail: message, done: [] });
	}
}
