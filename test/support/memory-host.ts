/** A world in memory: the same program as the command, without a process, a disk or a terminal. */

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Host, Where } from "../../src/commands/host.ts";
import { runProgram } from "../../src/commands/program.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { signing } from "../../src/host/signing.ts";
import { root } from "../cli/tanlu.ts";
import { lettersOf } from "./letters.ts";

export interface World {
	/** Files by their path; the map is written to. */
	readonly files?: Map<string, string>;
	/** Files that may not be read, and folders. */
	readonly denied?: readonly string[];
	/** Standard output is a terminal that takes colour. */
	readonly colour?: boolean;
	/** Standard output and standard error are a terminal of so many columns. */
	readonly columns?: number;
	readonly environment?: Readonly<Record<string, string>>;
	/** Standard input is a terminal. */
	readonly typed?: boolean;
}

export interface Heard {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

const cannotRead = (file: string): Trouble => new Trouble("cannot-open", { file, why: "denied", detail: "" });

/** A host with that world behind it, and what it heard. */
export interface Memory {
	readonly host: Host;
	readonly heard: { stdout: string; stderr: string };
	/** Files that are open, to be read or written. */
	readonly open: ReadonlySet<string>;
}

/** One command line in that world: what it printed, what it told, how it ended. */
export async function program(argv: readonly string[], world: World = {}): Promise<Heard> {
	const { host, heard } = memoryHost(world);
	const code = await runProgram(argv, host);
	return { code, ...heard };
}

export function memoryHost(world: World = {}): Memory {
	const { files = new Map<string, string>(), colour = false, columns, environment = {}, typed = false, denied = [] } = world;
	const heard = { stdout: "", stderr: "" };
	const open = new Set<string>();
	/** What is written and not in place. */
	const begun = new Map<string, string>();
	/** Folders that lie so many deep. */
	const foldersIn = (below: string, depth: number): string[] => {
		const inner = [...files.keys()].filter((path) => path.startsWith(below)).map((path) => path.slice(below.length).split("/"));
		return [...new Set(inner.flatMap((steps) => (steps.length > depth ? [steps.slice(0, depth).join("/")] : [])))].sort();
	};
	const host: Host = {
		source: async (path) => {
			if (denied.includes(path)) throw cannotRead(path);
			const text = files.get(path);
			if (text === undefined) throw new Trouble("cannot-open", { file: path, why: "missing", detail: "" });
			return {
				name: path,
				bytes: async function* () {
					open.add(path);
					try {
						yield new TextEncoder().encode(text);
					} finally {
						open.delete(path);
					}
				},
			};
		},
		cores: () => 1,
		named: (path) => path,
		namedFrom: (path, folder) => posix.relative(`/${folder}`, `/${path}`) || ".",
		exists: (path) => files.has(path),
		isFolder: (path) => path === "." || [...files.keys()].some((file) => file.startsWith(`${path}/`)),
		walk: (folder, depth) => {
			const below = folder === "." ? "" : `${folder}/`;
			const held = [...files.keys()]
				.filter((path) => path.startsWith(below) && path.slice(below.length).split("/").length <= depth)
				.map((path) => ({ at: path.slice(below.length), path }));
			return {
				files: held.sort((a, b) => (a.at < b.at ? -1 : 1)),
				links: [],
				specials: [],
				folders: foldersIn(below, depth).map((at) => ({ at, path: below + at, link: false })),
				troubles: denied.filter((path) => path.startsWith(below) && !files.has(path)).map(cannotRead),
			};
		},
		watch: () => undefined,
		readWhole: () => undefined,
		typed: () => typed,
		print: async (result) => {
			heard.stdout += lettersOf(result);
		},
		watched: () => columns !== undefined,
		tryOut: () => undefined,
		sameFile: (one, other) => one === other,
		writer: (path) => {
			begun.set(path, "");
			open.add(path);
			return {
				write: (piece) => {
					begun.set(path, `${begun.get(path)}${lettersOf(piece)}`);
				},
				close: () => open.delete(path),
			};
		},
		commit: async () => {
			for (const [path, text] of begun) files.set(path, text);
			begun.clear();
		},
		abandon: () => {
			for (const path of begun.keys()) open.delete(path);
			begun.clear();
		},
		tell: (text) => {
			heard.stderr += text;
		},
		data: async (name) => readFileSync(join(root, "dist", `${name}.json`), "utf8"),
		workers: () => {
			throw new Error("there are no threads in memory");
		},
		workFolder: (path) => {
			const made = `${path}.partial`;
			const below = (where: Where): string => `${where === "made" ? made : path}/`;
			const inside = (where: Where): string[] => [...files.keys()].filter((file) => file.startsWith(below(where)));
			return {
				name: made,
				begun: () => inside("made").length > 0,
				standing: () => inside("standing").length > 0,
				files: (where) => inside(where).map((file) => file.slice(below(where).length)),
				read: (where, inner) => files.get(below(where) + inner),
				write: (inner, text) => files.set(below("made") + inner, text),
				append: (inner, text) => files.set(below("made") + inner, (files.get(below("made") + inner) ?? "") + text),
				remove: (inner) => {
					for (const file of inside("made")) if (inner === "" || file === below("made") + inner) files.delete(file);
				},
				put: () => {
					for (const file of inside("standing")) files.delete(file);
					for (const file of inside("made")) {
						files.set(below("standing") + file.slice(below("made").length), files.get(file) as string);
						files.delete(file);
					}
				},
			};
		},
		makeFolder: () => undefined,
		columns: () => columns,
		colour: (wanted) => wanted && colour,
		environment: (name) => environment[name],
		signing,
		version: "0.0.0",
	};
	return { host, heard, open };
}
