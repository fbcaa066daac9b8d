/** What a folder holds, at any depth, in order of code unit: the same list on every machine. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import type { Held, Link, Walked } from "../commands/host.ts";
import type { Trouble } from "../findings/trouble.ts";
import { nameOf, onDisk } from "./raw-name.ts";
import { cannotOpen } from "./shown.ts";

/** `depth` 1 is the folder alone. */
export function walk(folder: string, depth: number, most: number = Number.POSITIVE_INFINITY): Walked {
	const files: Held[] = [];
	const links: Link[] = [];
	const specials: Held[] = [];
	const folders: (Held & { link: boolean })[] = [];
	const troubles: Trouble[] = [];
	const enter = (path: string, at: string, left: number): void => {
		let entries: readonly Entry[];
		try {
			entries = entriesOf(path);
		} catch (error) {
			troubles.push(cannotOpen(path, error));
			return;
		}
		for (const { name, entry } of entries) {
			// What systems and editors put beside a person's files.
			if (name.startsWith(".") || name.startsWith("~$")) continue;
			if (files.length > most) return;
			const held = { at: at + name, path: /[\\/]$/.test(path) ? path + name : `${path}/${name}` };
			if (entry.isFile()) files.push(held);
			else if (entry.isDirectory()) {
				if (left > 1) enter(held.path, `${held.at}/`, left - 1);
				else folders.push({ ...held, link: false });
			} else if (entry.isSymbolicLink()) {
				const to = leadsTo(held.path);
				if (to === "file" || (to === "folder" && left > 1)) links.push({ ...held, folder: to === "folder" });
				else if (to === "folder") folders.push({ ...held, link: true });
			} else specials.push(held);
		}
	};
	enter(folder, "", depth);
	return { files, links, specials, folders, troubles };
}

interface Entry {
	readonly name: string;
	readonly entry: Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">;
}

/** What a folder holds, in order of name. Its bytes are asked for where a name may be no text. */
function entriesOf(path: string): Entry[] {
	const texts = readdirSync(onDisk(path), { withFileTypes: true });
	const entries: Entry[] = texts.some(({ name }) => name.includes("\ufffd"))
		? readdirSync(onDisk(path), { withFileTypes: true, encoding: "buffer" }).map((entry) => ({ name: nameOf(entry.name), entry }))
		: texts.map((entry) => ({ name: entry.name, entry }));
	return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a path leads to, behind any links; undefined where that is nothing, or nothing that can be looked at. */
export function leadsTo(path: string): "file" | "folder" | undefined {
	try {
		const stats = statSync(onDisk(path));
		return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : undefined;
	} catch {
		return undefined;
	}
}
