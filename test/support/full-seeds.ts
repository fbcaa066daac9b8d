/** The seeds in full, as the build writes them beside the program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FullSeeds, parseFullSeeds } from "../../src/reference/full-seeds.ts";
import { root } from "../cli/tanlu.ts";

let read: FullSeeds | undefined;

export function fullSeeds(): FullSeeds {
	read ??= parseFullSeeds(readFileSync(join(root, "dist", "seeds.json"), "utf8"));
	return read;
}
