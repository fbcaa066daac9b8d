/** A world in memory: the same program as the command, without a process, a disk or a terminal. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../../src/commands/host.ts";
import { runProgram } from "../../src/commands/program.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { root } from "../cli/tanlu.ts";

export interface World {
	/** Files by their path; the map is written to. */
	readonly files?: Map<string, string>;
	/** Standard output is a terminal that takes colour. */
	readonly colour?: boolean;
	/** Standard output and standard error are a terminal of so many columns. */
	readonly columns?: number;
	readonly environment?: Readonly<Record<string, string>>;
}

export interface Heard {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** One command line in that world: what it printed, what it told, how it ended. */
export async function program(argv: readonly string[], world: World = {}): Promise<Heard> {
	const { files = new Map<string, string>(), colour = false, columns, environment = {} } = world;
	let stdout = "";
	let stderr = "";
	const host: Host = {
		source: async (path) => {
			const text = files.get(path);
			if (text === undefined) throw new Trouble("cannot-open", { file: path, why: "missing", detail: "" });
			return {
				name: path,
				bytes: async function* () {
					yield new TextEncoder().encode(text);
				},
			};
		},
		named: (path) => path,
		exists: (path) => files.has(path),
		print: async (text, out) => {
			if (out === undefined) stdout += text;
			else files.set(out, text);
		},
		writer: (path) => {
			files.set(path, "");
			return {
				write: (text) => {
					files.set(path, `${files.get(path)}${text}`);
				},
				close: () => undefined,
			};
		},
		tell: (text) => {
			stderr += text;
		},
		data: async (name) => readFileSync(join(root, "dist", `${name}.json`), "utf8"),
		makeFolder: () => undefined,
		columns: () => columns,
		colour: (wanted) => wanted && colour,
		environment: (name) => environment[name],
		version: "0.0.0",
	};
	const code = await runProgram(argv, host);
	return { code, stdout, stderr };
}
