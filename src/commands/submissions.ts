/** The submissions that a folder holds: each folder in it, or each file, and what in it belongs to none. */
import { byCodeUnit } from "../domain/order.ts";
import type { SubmissionUnit } from "../domain/words.ts";
import { mostFiles } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Host } from "./host.ts";
import { isTable } from "./inputs.ts";
import { readExclusion } from "./pattern.ts";

/** A submission, before anything of it is read. */
export interface Submitted {
	/** From the folder of submissions. */
	readonly name: string;
	readonly path: string;
	/** From which its files are named: itself, or of a file the folder of submissions. */
	readonly folder: string;
	/** It is a link to a folder, which is not entered. */
	readonly link: boolean;
}

export interface Found {
	/** In order of name. */
	readonly submissions: readonly Submitted[];
	/** Files, links and the like that belong to none, by their names from the folder. */
	readonly beside: readonly string[];
}

/** Throws Trouble: the folder is none, or holds no submission. */
export async function findSubmissions(
	folder: string,
	each: SubmissionUnit,
	exclude: readonly string[],
	host: Host,
): Promise<Found> {
	const there = host.isFolder(folder);
	if (!there) throw new Trouble("no-submissions", { folder: host.named(folder), ofFiles: each === "file", there });
	const { files, links, specials, folders, troubles } = host.walk(folder, each === "folder" ? 1 : Number.POSITIVE_INFINITY);
	const [trouble] = troubles;
	if (trouble !== undefined && each === "folder") throw trouble;
	const exclusions = await Promise.all(exclude.map(readExclusion));
	const isLeftOut = (at: string): boolean => exclusions.some((matches) => matches(at));
	const tables = files.filter(({ at }) => isTable(at) && !isLeftOut(at));
	const held = each === "folder" ? folders : tables.map((file) => ({ ...file, link: false }));
	if (held.length === 0) throw new Trouble("no-submissions", { folder: host.named(folder), ofFiles: each === "file", there });
	const rest = each === "folder" ? files : files.filter(({ at }) => !isTable(at) || isLeftOut(at));
	const nameOf = (path: string): string => host.namedFrom(path, folder);
	return {
		submissions: held
			.map(({ path, link }) => ({ name: nameOf(path), path, folder: each === "folder" ? path : folder, link }))
			.sort((a, b) => byCodeUnit(a.name, b.name)),
		beside: [...rest, ...links, ...specials].map(({ path }) => nameOf(path)).sort(byCodeUnit),
	};
}

/**
 * The world as it is seen from a submission: its files go by their names in it, others by their way from it, and no more of them are
 * met than a submission may have.
 */
export function seenFrom(host: Host, folder: string, submission: string): Host {
	const named = (path: string): string => {
		const name = host.namedFrom(path, folder);
		return name === "." ? submission : name;
	};
	return {
		...host,
		named,
		source: async (path) => {
			try {
				return { ...(await host.source(path)), name: named(path) };
			} catch (error) {
				if (!(error instanceof Trouble) || !("file" in error.with)) throw error;
				throw new Trouble(error.code, { ...error.with, file: named(path) } as never);
			}
		},
		walk: (at, depth) => {
			const walked = host.walk(at, depth, mostFiles);
			if (walked.files.length > mostFiles)
				throw new Trouble("beyond-bound", { file: submission, bound: "files", most: mostFiles });
			return walked;
		},
	};
}
