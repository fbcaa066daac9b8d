/**
 * What the engine made of the program, kept from one run to the next in the user's cache folder (D7). Whatever goes wrong here
 * costs time and nothing else: no result depends on it.
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import {
	closeSync,
	fstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import process from "node:process";

/** Each command has its own, of each program and engine: so many in all, the oldest go. */
const most = 24;
/** A longer run may have dropped again what it compiled first. In seconds of the processor. */
const longest = 2;

/** The file of a command line: undefined where none is to be kept, or where the user has no such folder. */
export function compiledFile(argv: readonly string[], program: string): string | undefined {
	const { TANLU_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
	// Help is in no hurry, and would be kept as all there is to its command.
	if (TANLU_CACHE === "off" || argv.includes("--help") || argv.includes("-h")) return undefined;
	const command = argv.find((word) => !word.startsWith("-"));
	if (command === undefined || !/^[a-z]{1,16}$/.test(command)) return undefined;
	const home = process.platform === "win32" ? LOCALAPPDATA : (absolute(XDG_CACHE_HOME) ?? below(HOME, ".cache"));
	return below(home, "tanlu", `${command}-${program}-${process.version}-${process.arch}`);
}

function absolute(path: string | undefined): string | undefined {
	return path !== undefined && isAbsolute(path) ? path : undefined;
}

function below(folder: string | undefined, ...names: readonly string[]): string | undefined {
	return absolute(folder) === undefined ? undefined : join(folder as string, ...names);
}

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const hashLength = 32;

/**
 * What was kept. Only what this user wrote and nobody else can write, for it is run; and only as it was written: the engine
 * does not look, and a damaged byte would end it.
 */
export function readCompiled(path: string | undefined): Uint8Array | undefined {
	if (path === undefined) return undefined;
	try {
		const file = openSync(path, "r");
		try {
			const { uid, mode } = fstatSync(file);
			if (process.geteuid !== undefined && (uid !== process.geteuid() || (mode & 0o022) !== 0)) return undefined;
			const bytes = readFileSync(file);
			const made = bytes.subarray(hashLength);
			return hashOf(made).equals(bytes.subarray(0, hashLength)) ? made : undefined;
		} finally {
			closeSync(file);
		}
	} catch {
		return undefined;
	}
}

/** Keeps what `made` gives, unless the run was a long one. */
export function keepCompiled(path: string | undefined, made: () => Uint8Array): void {
	if (path === undefined || process.cpuUsage().user > longest * 1e6) return;
	const folder = dirname(path);
	const fresh = `${path}.${process.pid}.tmp`;
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		makeRoom(folder);
		const bytes = made();
		writeFileSync(fresh, Buffer.concat([hashOf(bytes), bytes]), { mode: 0o600, flag: "wx" });
		renameSync(fresh, path);
	} catch {
		discard(fresh);
	}
}

function makeRoom(folder: string): void {
	const dated = readdirSync(folder).map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
	dated.sort((a, b) => b.time - a.time);
	for (const { path } of dated.slice(most - 1)) discard(path);
}

function discard(path: string): void {
	try {
		rmSync(path, { force: true });
	} catch {
		// It stays, and is no use to anybody.
	}
}
