/** The outside world, for real: files, standard streams, environment. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Host, Writer } from "../commands/host.ts";
import { Trouble } from "../findings/trouble.ts";
import { reason, shown, source } from "./read.ts";
import { leadsTo, walk } from "./walk.ts";

/** `home` is the folder that the program and what was built beside it stand in. */
export function nodeHost(version: string, home: string): Host {
	return {
		source,
		named: shown,
		exists: (path) => existsSync(path),
		isFolder: (path) => leadsTo(path) === "folder",
		walk,
		typed: () => process.stdin.isTTY === true,
		print: async (text, out) => {
			if (out === undefined) await write(text);
			else replace(out, text);
		},
		writer,
		tell: (text) => {
			process.stderr.write(text);
		},
		data: async (name) => readFileSync(join(home, `${name}.json`), "utf8"),
		makeFolder,
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
function write(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => {
			if (error == null || (error as NodeJS.ErrnoException).code === "EPIPE") resolve();
			else reject(new Trouble("cannot-write", { file: "standard output", why: "other", detail: error.message }));
		});
	});
}

/** So much text is gathered before it is written. */
const gathered = 1 << 16;

function writer(path: string): Writer {
	const attempt = <V>(work: () => V): V => {
		try {
			return work();
		} catch (error) {
			throw new Trouble("cannot-write", { file: path, why: reason(error), detail: (error as Error).message });
		}
	};
	const file = attempt(() => openSync(path, "w"));
	let text = "";
	const flush = (): void => {
		attempt(() => writeSync(file, text));
		text = "";
	};
	return {
		write: (more) => {
			text += more;
			if (text.length >= gathered) flush();
		},
		close: () => {
			flush();
			closeSync(file);
		},
	};
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const why = code === "EEXIST" || code === "ENOTDIR" ? "not-a-folder" : reason(error);
		throw new Trouble("cannot-write", { file: path, why, detail: (error as Error).message });
	}
}

/** Beside the target, then renamed: nobody ever sees half a file. */
function replace(out: string, text: string): void {
	const beside = `${out}.${process.pid}.tmp`;
	try {
		writeFileSync(beside, text);
		renameSync(beside, out);
	} catch (error) {
		try {
			rmSync(beside, { force: true });
		} catch {
			// It was never made: the path itself cannot be.
		}
		throw new Trouble("cannot-write", { file: out, why: reason(error), detail: (error as Error).message });
	}
}
