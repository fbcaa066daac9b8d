/** What a folder holds, at any depth, in order of code unit: the same list on every machine. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import type { Held, Link, Walked } from "../commands/host.ts";
import type { Trouble } from "../findings/trouble.ts";
import { cannotOpen } from "./read.ts";

/** `depth` 1 is the folder alone. */
export function walk(folder: string, depth: number): Walked {
	const files: Held[] = [];
	const links: Link[] = [];
	const troubles: Trouble[] = [];
	const enter = (path: string, at: string, left: number): void => {
		let entries: Dirent[];
		try {
			entries = readdirSync(path, { withFileTypes: true });
		} catch (error) {
			troubles.push(cannotOpen(path, error));
			return;
		}
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const { name } = entry;
			// What systems and editors put beside a person's files.
			if (name.startsWith(".") || name.startsWith("~$")) continue;
			const held = { at: at + name, path: /[\\/]$/.test(path) ? path + name : `${path}/${name}` };
			if (entry.isFile()) files.push(held);
			else if (entry.isDirectory()) {
				if (left > 1) enter(held.path, `${held.at}/`, left - 1);
			} else if (entry.isSymbolicLink()) {
				const to = leadsTo(held.path);
				if (to === "file" || (to === "folder" && left > 1)) links.push({ ...held, folder: to === "folder" });
			}
		}
	};
	enter(folder, "", depth);
	return { files, links, troubles };
}

/** What a path leads to, behind any links; undefined where that is nothing, or nothing that can be looked at. */
export function leadsTo(path: string): "file" | "folder" | undefined {
	try {
		const stats = statSync(path);
		return stats.isFile() ? "file" : stats.isDirectory() ? "folder" : undefined;
	} catch {
		return undefined;
	}
}
