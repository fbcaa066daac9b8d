/** What FILE... of a command line comes to: a folder is the tables in it, a pattern the files it matches, each file once. */
import type { Source } from "../csv/source.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Asked } from "./command.ts";
import type { Host, Walked } from "./host.ts";
import { isPattern, readPattern } from "./pattern.ts";
import { short, toldLine, troubleLine } from "./tell.ts";

export interface Inputs {
	/** As they can be opened. */
	readonly paths: readonly string[];
	/** Operands that come to nothing, and folders that cannot be read; told when the files are opened. */
	readonly troubles: readonly Trouble[];
	/** Links that were met and not followed, by the name results would give them. */
	readonly links: readonly string[];
}

const table = /\.(csv|tsv|txt)(\.gz)?$/i;

/**
 * Finds what operands name. A word that is a file is that file, whatever it looks like; so is each of `named`, which stand
 * behind options that take one file.
 */
export async function findInputs(operands: readonly string[], named: readonly string[], host: Host): Promise<Inputs> {
	const paths: string[] = [];
	const troubles: Trouble[] = [];
	const links = new Set<string>();
	for (const operand of operands) {
		const folder = operand !== "-" && host.isFolder(operand);
		if (!folder && (operand === "-" || !isPattern(operand) || host.exists(operand))) {
			paths.push(operand);
			continue;
		}
		const { walked, matches } = folder ? tablesOf(operand, host) : await matchesOf(operand, host);
		const found = walked.files.filter(({ at }) => matches(at));
		paths.push(...found.map(({ path }) => path));
		troubles.push(...walked.troubles);
		for (const link of walked.links) if (link.folder || matches(link.at)) links.add(host.named(link.path));
		if (found.length === 0 && walked.troubles.length === 0)
			troubles.push(
				folder
					? new Trouble("no-table-in-folder", { folder: host.named(operand) })
					: new Trouble("no-file-matches", { pattern: operand }),
			);
	}
	const once = new Map<string, string>();
	for (const path of [...paths, ...named]) if (!once.has(host.named(path))) once.set(host.named(path), path);
	return { paths: [...once.values()], troubles, links: [...links].sort() };
}

interface Looked {
	readonly walked: Walked;
	readonly matches: (at: string) => boolean;
}

function tablesOf(folder: string, host: Host): Looked {
	return { walked: host.walk(folder, Number.POSITIVE_INFINITY), matches: (at) => table.test(at) };
}

async function matchesOf(text: string, host: Host): Promise<Looked> {
	const { folder, depth, matches } = await readPattern(host.named(text));
	const nothing = { files: [], links: [], troubles: [] };
	return { walked: host.isFolder(folder) ? host.walk(folder, depth) : nothing, matches };
}

/** Opens all of them. What cannot be opened is told, every one of them, and the last is thrown. */
export async function openInputs({ paths, troubles, links }: Inputs, { host, language }: Asked): Promise<Source[]> {
	if (links.length > 0) host.tell(toldLine(language.report.linksLeftOut(short(links))));
	if (paths.includes("-") && host.typed()) host.tell(toldLine(language.report.typing));
	const tried = await Promise.allSettled(paths.map((path) => host.source(path)));
	const failed: unknown[] = [...troubles, ...tried.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []))];
	const last = failed.pop();
	for (const error of failed) if (error instanceof Trouble) host.tell(troubleLine(error, language));
	if (last !== undefined) throw last;
	return tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
