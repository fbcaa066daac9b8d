/** argv, the real world and an exit code meet here, and only here. */
import { readFileSync } from "node:fs";
import { wrap } from "node:module";
import { join } from "node:path";
import node from "node:process";
import { Script } from "node:vm";

// The build writes the version in place of this name.
const version = process.env["TANLU_VERSION"] ?? "0.0.0";
const argv = node.argv.slice(2);

interface Program {
	readonly start: (argv: readonly string[], version: string) => Promise<number>;
}

// A reader who closes the pipe has seen enough, and a full disk is told by the one who wrote: neither is a fault of ours.
for (const stream of [node.stdout, node.stderr]) stream.on("error", () => undefined);

if (argv.length === 1 && argv[0] === "--version") {
	// Asked by scripts again and again: nothing else needs to load for it.
	node.stdout.write(`${version}\n`, (error) => {
		if (error != null && (error as NodeJS.ErrnoException).code !== "EPIPE") node.exitCode = 2;
	});
} else {
	const started = async (): Promise<number> => load().start(argv, version);
	started().then((code) => {
		node.exitCode = code;
	}, fault);
}

/** What nobody caught, or a program that cannot be loaded, is a fault of ours: no code that speaks of the data may tell it. */
function fault(error: unknown): void {
	const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
	node.stderr.write(`This is a fault of tanlu, not of your data:\n${told}\n`);
	node.exitCode = 70;
}

/**
 * The program, from its compiled form where there is one: the build keeps what the engine made of it (D7), and an engine of
 * another version sees that and compiles it anew.
 */
function load(): Program {
	const file = join(__dirname, "tanlu.cjs");
	const script = new Script(wrap(readFileSync(file, "utf8")), {
		filename: file,
		cachedData: compiled(join(__dirname, "tanlu.cache")),
	});
	const program = { exports: {} as Program };
	script.runInThisContext()(program.exports, require, program, file, __dirname);
	return program.exports;
}

function compiled(file: string): Buffer | undefined {
	try {
		return readFileSync(file);
	} catch {
		return undefined;
	}
}
