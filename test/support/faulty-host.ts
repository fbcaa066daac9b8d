/** A host of which one call of one kind fails, and all others do what they do. */
import type { Host, Writer } from "../../src/commands/host.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import type { Source } from "../../src/records/source.ts";

/** Kinds of calls that can fail; `bytes` is a piece that is read, `end` the end of a file that is never reached. */
export const faultKinds = [
	...(["source", "bytes", "end", "walk", "data"] as const),
	...(["print", "tryOut", "makeFolder", "writer", "write", "close", "commit"] as const),
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What the system says of it. */
export const cause = "EIO: made to fail";
export const unread = (file: string): Trouble => new Trouble("cannot-open", { file, why: "other", detail: cause });
const unwritten = (file: string): Trouble => new Trouble("cannot-write", { file, why: "other", detail: cause, done: [] });

/** The `at`-th call of the kind fails, none where it is 0; `count` says how many there were. */
export function faulty(host: Host, kind: FaultKind, at: number): { readonly host: Host; readonly count: () => number } {
	let calls = 0;
	const fails = (own: FaultKind): boolean => {
		if (own !== kind) return false;
		calls += 1;
		return calls === at;
	};
	const trying = (own: FaultKind, error: () => unknown): void => {
		if (fails(own)) throw error();
	};
	const sourceOf = (source: Source): Source => ({
		name: source.name,
		bytes: async function* () {
			for await (const piece of source.bytes()) {
				trying("bytes", () => unread(source.name));
				yield piece;
			}
			trying("end", () => unread(source.name));
		},
	});
	const writerOf = (path: string, { write, close }: Writer): Writer => ({
		write: (text) => {
			trying("write", () => unwritten(path));
			write(text);
		},
		close: () => {
			close();
			trying("close", () => unwritten(path));
		},
	});
	return {
		count: () => calls,
		host: {
			...host,
			source: async (path) => {
				trying("source", () => unread(path));
				return sourceOf(await host.source(path));
			},
			walk: (folder, depth, most) =>
				fails("walk")
					? { files: [], links: [], specials: [], folders: [], troubles: [unread(folder)] }
					: host.walk(folder, depth, most),
			data: async (name) => {
				trying("data", () => new Error(`${cause}, ${name}.json`));
				return host.data(name);
			},
			print: async (text) => {
				trying("print", () => unwritten("standard output"));
				await host.print(text);
			},
			tryOut: (path) => {
				trying("tryOut", () => unwritten(path));
				host.tryOut(path);
			},
			makeFolder: (path) => {
				trying("makeFolder", () => unwritten(path));
				host.makeFolder(path);
			},
			writer: (path) => {
				trying("writer", () => unwritten(path));
				return writerOf(path, host.writer(path));
			},
			commit: async () => {
				trying("commit", () => unwritten("the files of the run"));
				await host.commit();
			},
		},
	};
}
