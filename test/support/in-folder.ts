/** A command run in a folder of real files, in this process: how it ended, and what it said. */
import { join } from "node:path";
import process from "node:process";
import { runProgram } from "../../src/commands/program.ts";
import { nodeHost } from "../../src/host/node.ts";
import { root } from "../cli/tanlu.ts";

export interface HeardIn {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

export async function heardIn(folder: string, argv: readonly string[]): Promise<HeardIn> {
	const here = process.cwd();
	let stdout = "";
	let stderr = "";
	try {
		process.chdir(folder);
		const host = {
			...nodeHost("0.0.0", join(root, "dist")),
			print: async (result: string | Uint8Array) => {
				stdout += typeof result === "string" ? result : Buffer.from(result).toString("latin1");
			},
			tell: (text: string) => {
				stderr += text;
			},
			columns: () => undefined,
			watched: () => false,
		};
		return { exitCode: await runProgram(argv, host), stdout, stderr };
	} finally {
		process.chdir(here);
	}
}
