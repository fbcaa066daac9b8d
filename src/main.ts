/** argv, the real world and an exit code meet here, and only here. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import node from "node:process";
import { Script } from "node:vm";

// The build writes the version, and what tells this program from others, in place of these names.
const version = process.env["TANLU_VERSION"] ?? "0.0.0";
const program = process.env["TANLU_PROGRAM"] ?? "";
const argv = node.argv.slice(2);

interface Program {
	readonly start: (argv: readonly string[], version: string) => Promise<number>;
	/** Whether nothing that was written waits in a stream. */
	readonly allTaken: () => boolean;
}

if (argv.length === 1 && argv[0] === "--version") {
	// Asked by scripts again and again: nothing else needs to load for it. A reader who has closed the pipe has seen enough.
	node.stdout.on("error", () => undefined);
	node.stdout.write(`${version}\n`, (error) => {
		if (error != null && (error as NodeJS.ErrnoException).code !== "EPIPE") node.exitCode = 2;
	});
} else {
	run().then((code) => {
		node.exitCode = code;
	}, fault);
}

/**
 * Runs the program, from its compiled form where that was kept; else keeps it for the next run. An engine of another version
 * sees that it is none of its own and compiles anew.
 */
async function run(): Promise<number> {
	const { collectNoMore, optimiseLate } = await import("./host/engine.ts");
	const { compiledFile, keepCompiled, readCompiled } = await import("./host/kept.ts");
	optimiseLate();
	const file = join(__dirname, "tanlu.cjs");
	// The engine goes by the length of the text alone: a program that was changed is another by its date.
	const kept = compiledFile(argv, `${program}-${statSync(file).mtimeMs.toString(36)}`);
	const cachedData = readCompiled(kept);
	// It is in ASCII, and a function of what Node gives a module.
	const script = new Script(readFileSync(file, "latin1"), {
		filename: file,
		...(cachedData === undefined ? {} : { cachedData }),
	});
	const loaded = { exports: {} as Program };
	script.runInThisContext()(loaded.exports, require, loaded, file, __dirname);
	const code = await loaded.exports.start(argv, version);
	// A run that did not come to its end has compiled too little.
	if ([0, 1, 3].includes(code) && (cachedData === undefined || script.cachedDataRejected === true))
		keepCompiled(kept, () => {
			optimiseLate();
			return script.createCachedData();
		});
	collectNoMore();
	// To take down an engine by its parts costs as much as to read a table: where nothing waits to be written, it is let go whole (D131).
	if (loaded.exports.allTaken()) node.exit(code);
	return code;
}

/** What nobody caught, or a program that cannot be loaded, is a fault of ours: no code that speaks of the data may tell it. */
function fault(error: unknown): void {
	const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
	node.stderr.on("error", () => undefined);
	node.stderr.write(`This is a fault of tanlu, not of your data:\n${told}\n`);
	node.exitCode = 70;
}
