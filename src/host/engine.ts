/** What is asked of the engine for the sake of short runs (D111). */
import process from "node:process";
import { setFlagsFromString } from "node:v8";

/** The engines that are known to have the setting: others would complain on standard error. */
const known = /^1[12]\./;

/**
 * A function is rewritten for speed once it has run this much, eight times what the engine is set to: a short run is over before
 * that is repaid, and a long one loses nothing. Before the program is compiled: what was kept of it is of these settings.
 */
const muchRun = "--interrupt-budget=540672";

export function optimiseLate(): void {
	if (known.test(process.versions.v8)) setFlagsFromString(muchRun);
}

/** Nothing comes after: the engine need not mark what it would then never take away, nor be waited for. */
export function collectNoMore(): void {
	if (known.test(process.versions.v8)) setFlagsFromString("--no-incremental-marking");
}
