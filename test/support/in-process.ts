/**
 * The command in this process, with the real host in a folder of real files. For tests whose subject is what a command says and
 * does; streams, signals, environments and exit codes of a process are asked of `cli/tanlu.ts`, which starts one.
 */
import { join } from "node:path";
import process from "node:process";
import { runProgram } from "../../src/commands/program.ts";
import type { Disk } from "../../src/host/disk.ts";
import { nodeHost } from "../../src/host/node.ts";
import { type Around, type Ended, root, tanlu as started } from "../cli/tanlu.ts";
import { lettersOf } from "./letters.ts";

export interface AroundHere extends Around {
	/** Instead of the real one, where results are written. */
	readonly disk?: Disk;
}

let last: Promise<unknown> = Promise.resolve();

/** One command line to its end. The working folder is the process's, so one runs after the other. */
export function tanlu(args: readonly string[], around: AroundHere = {}): Promise<Ended> {
	// Standard input is a process's own.
	if (around.input !== undefined || args.includes("-")) return started(args, around);
	const ended = last.then(() => here(args, around));
	last = ended.catch(() => undefined);
	return ended;
}

async function here(args: readonly string[], { cwd = root, env = {}, disk }: AroundHere): Promise<Ended> {
	const before = process.cwd();
	const real = nodeHost(process.env["TANLU_VERSION"] as string, join(root, "dist"), disk);
	let stdout = "";
	let stderr = "";
	process.chdir(cwd);
	try {
		const code = await runProgram(args, {
			...real,
			print: async (result) => {
				stdout += lettersOf(result);
			},
			watched: () => false,
			tell: (text) => {
				stderr += text;
			},
			typed: () => false,
			columns: () => undefined,
			colour: () => false,
			environment: (name) => env[name],
		});
		return { code, stdout, stderr };
	} finally {
		process.chdir(before);
	}
}
