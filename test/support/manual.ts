/** The manual that the build wrote, as help opens it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandHelp, Manual } from "../../src/views/manual.ts";
import { root } from "../cli/tanlu.ts";

const written = JSON.parse(readFileSync(join(root, "dist", "manual.json"), "utf8")) as Readonly<Record<string, Manual>>;

export function manualOf(language: string): Manual {
	const manual = written[language];
	if (manual === undefined) throw new Error(`no manual in ${language}`);
	return manual;
}

export function pageOf(language: string, command: string): CommandHelp {
	const page = manualOf(language).commands[command];
	if (page === undefined) throw new Error(`no page of ${command} in ${language}`);
	return page;
}
