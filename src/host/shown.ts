/** What a path is called in results, the same on every machine, and why it cannot be opened. */
import { realpathSync } from "node:fs";
import { isAbsolute, normalize, relative, resolve, sep } from "node:path";
import process from "node:process";
import { Trouble } from "../findings/trouble.ts";
import { escaped, onDisk } from "./raw-name.ts";

export function cannotOpen(path: string, error: unknown): Trouble {
	return new Trouble("cannot-open", { file: shown(path), why: reason(error), detail: (error as Error).message });
}

export function reason(error: unknown): "missing" | "folder" | "denied" | "other" {
	const { code } = error as NodeJS.ErrnoException;
	if (code === "ENOENT" || code === "ENOTDIR") return "missing";
	if (code === "EISDIR") return "folder";
	return code === "EACCES" || code === "EPERM" ? "denied" : "other";
}

/**
 * Relative, with `/`: the same name on every machine and from every place the folder stands at. However a file was typed, it
 * has one name, and no other file has it.
 */
export function shown(path: string): string {
	if (path === "-" || path === "") return path;
	const plain = normalize(path);
	const named = !isThere(path, plain) ? path : isAbsolute(plain) ? relative(process.cwd(), plain) || "." : plain;
	const slashed = sep === "/" ? escaped(named) : named.replaceAll(sep, "/");
	// Standard input is called so.
	return slashed === "-" ? "./-" : slashed;
}

/** The same from another folder than the working one: `../factors.csv`. */
export function shownFrom(path: string, folder: string): string {
	const named = relative(resolve(folder), resolve(path)) || ".";
	return sep === "/" ? escaped(named) : named.replaceAll(sep, "/");
}

/** Whether a path without its detours is still that file: behind a link, `..` is another folder than it seems. */
function isThere(path: string, plain: string): boolean {
	if (!path.includes("..")) return true;
	try {
		return realpathSync.native(onDisk(path)) === realpathSync.native(onDisk(plain));
	} catch {
		return true;
	}
}
