/**
 * A folder that is made beside its place and renamed into it: nobody ever meets half of it under its own name. What was written stays when
 * a run is interrupted, so that the next can go on with it.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Where, WorkFolder } from "../commands/host.ts";
import type { Disk } from "./disk.ts";
import { onDisk } from "./raw-name.ts";
import { attempt } from "./target.ts";
import { writeWhole } from "./whole.ts";

export function workFolder(path: string, disk: Disk): WorkFolder {
	const place = path.replace(/(?!^)[\\/]+$/, "");
	const made = `${place}.partial`;
	const at = (where: Where, inner: string): string => join(where === "made" ? made : place, inner);
	const put = (inner: string, text: string, flags: "w" | "a"): void => {
		const file = at("made", inner);
		attempt(file, () => {
			disk.mkdirSync(dirname(file), { recursive: true });
			const open = disk.openSync(onDisk(file), flags);
			try {
				writeWhole(text, (bytes) => disk.writeSync(open, bytes));
			} finally {
				disk.closeSync(open);
			}
		});
	};
	return {
		name: made,
		begun: () => isThere(made),
		standing: () => isThere(place),
		files: (where) => filesBelow(at(where, "")),
		read: (where, inner) => {
			try {
				return readFileSync(onDisk(at(where, inner)), "utf8");
			} catch {
				return undefined;
			}
		},
		write: (inner, text) => put(inner, text, "w"),
		append: (inner, text) => put(inner, text, "a"),
		remove: (inner) => attempt(made, () => disk.rmSync(onDisk(at("made", inner)), { recursive: true, force: true })),
		put: () =>
			attempt(place, () => {
				if (!isThere(place)) {
					disk.renameSync(onDisk(made), onDisk(place));
					return;
				}
				const old = `${place}.${process.pid}.old`;
				disk.renameSync(onDisk(place), onDisk(old));
				try {
					disk.renameSync(onDisk(made), onDisk(place));
				} catch (error) {
					disk.renameSync(onDisk(old), onDisk(place));
					throw error;
				}
				disk.rmSync(onDisk(old), { recursive: true, force: true });
			}),
	};
}

/** Whether something of this name is there, if only a link that leads nowhere. */
function isThere(path: string): boolean {
	if (existsSync(onDisk(path))) return true;
	try {
		lstatSync(onDisk(path));
		return true;
	} catch {
		return false;
	}
}

/** Everything below a folder that is no folder; links are not followed. */
function filesBelow(folder: string): string[] {
	const found: string[] = [];
	const enter = (path: string, before: string): void => {
		for (const entry of readdirSync(onDisk(path), { withFileTypes: true }))
			if (entry.isDirectory()) enter(join(path, entry.name), `${before}${entry.name}/`);
			else found.push(before + entry.name);
	};
	try {
		enter(folder, "");
	} catch {
		return [];
	}
	return found.sort();
}
