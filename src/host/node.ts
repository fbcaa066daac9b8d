/** The outside world, for real: files, standard streams, environment. */
import { Buffer } from "node:buffer";
import {
	accessSync,
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import process from "node:process";
import type { Host, Writer } from "../commands/host.ts";
import type { Source } from "../csv/source.ts";
import { Trouble } from "../findings/trouble.ts";

/** Bytes read at a time: all records of one piece live at once, and more of them would outlive the young generation. */
const pieceLength = 1 << 16;

/** `home` is the folder that the program and what was built beside it stand in. */
export function nodeHost(version: string, home: string): Host {
	return {
		source,
		named: shown,
		exists: (path) => existsSync(path),
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

async function source(path: string): Promise<Source> {
	if (path === "-") {
		// Standard input can be read once, and a table is read twice: to survey it and to count it.
		const chunks: Uint8Array[] = [];
		for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
		const bytes = Buffer.concat(chunks);
		return {
			name: "-",
			bytes: async function* () {
				yield bytes;
			},
		};
	}
	try {
		if (statSync(path).isDirectory()) throw new Trouble("cannot-open", { file: shown(path), why: "folder", detail: "" });
		accessSync(path, constants.R_OK);
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	}
	return { name: shown(path), bytes: () => bytesOf(path) };
}

/** Reads a file in large pieces. Plain reads: nothing else happens meanwhile, and streams are slower to begin. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(path, "r");
		for (;;) {
			const piece = Buffer.allocUnsafe(pieceLength);
			const length = readSync(file, piece);
			if (length === 0) return;
			yield piece.subarray(0, length);
		}
	} catch (error) {
		throw cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

function cannotOpen(path: string, error: unknown): Trouble {
	return new Trouble("cannot-open", { file: shown(path), why: reason(error), detail: (error as Error).message });
}

function reason(error: unknown): "missing" | "folder" | "denied" | "other" {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "ENOENT" || code === "ENOTDIR") return "missing";
	if (code === "EISDIR") return "folder";
	return code === "EACCES" || code === "EPERM" ? "denied" : "other";
}

/** Relative, with `/`: the same name on every machine and from every place the folder stands at. */
function shown(path: string): string {
	const named = isAbsolute(path) ? relative(process.cwd(), path) : path.replace(/^\.[\\/]/, "");
	return sep === "/" ? named : named.replaceAll(sep, "/");
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
