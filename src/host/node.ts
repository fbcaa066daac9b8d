/** The outside world, for real: files, standard streams, environment. */
import { Buffer } from "node:buffer";
import { createReadStream, existsSync } from "node:fs";
import { open, rename, rm, stat, writeFile } from "node:fs/promises";
import { isAbsolute, relative, sep } from "node:path";
import process from "node:process";
import type { Host } from "../commands/host.ts";
import type { Source } from "../csv/source.ts";
import { Trouble } from "../findings/trouble.ts";

export function nodeHost(version: string): Host {
	return {
		source,
		exists: (path) => existsSync(path),
		print: async (text, out) => {
			if (out === undefined) await write(text);
			else await replace(out, text);
		},
		tell: (text) => {
			process.stderr.write(text);
		},
		colour: (wanted) => wanted && process.stdout.isTTY === true && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb",
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
		if ((await stat(path)).isDirectory()) throw new Trouble("cannot-open", { file: shown(path), why: "folder", detail: "" });
		await (await open(path)).close();
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	}
	return { name: shown(path), bytes: () => bytesOf(path) };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
	try {
		for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
	} catch (error) {
		throw cannotOpen(path, error);
	}
}

function cannotOpen(path: string, error: unknown): Trouble {
	const code = (error as NodeJS.ErrnoException).code;
	const why = code === "ENOENT" ? "missing" : code === "EISDIR" ? "folder" : code === "EACCES" || code === "EPERM" ? "denied" : "other";
	return new Trouble("cannot-open", { file: shown(path), why, detail: (error as Error).message });
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
			else reject(new Trouble("cannot-write", { file: "standard output", detail: error.message }));
		});
	});
}

/** Beside the target, then renamed: nobody ever sees half a file. */
async function replace(out: string, text: string): Promise<void> {
	const beside = `${out}.${process.pid}.tmp`;
	try {
		await writeFile(beside, text);
		await rename(beside, out);
	} catch (error) {
		await rm(beside, { force: true });
		throw new Trouble("cannot-write", { file: out, detail: (error as Error).message });
	}
}
