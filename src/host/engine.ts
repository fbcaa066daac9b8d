/** What is asked of the engine for the sake of short runs (D111). */
import process from "node:process";
import { setFlagsFromString } from "node:v8";

/** The engines that are known to have the setting: others would complain on standard error. */
const known = /^1[12]\./;

/** How much a function runs before it is rewritten for speed: what these engines are set to, and eight times that. */
const [usual, late] = ["--interrupt-budget=67584", "--interrupt-budget=540672"];

/**
 * Functions are rewritten late: a short run is over before that is repaid. To be said before the program is compiled, and before what
 * was compiled is kept, since that is of these settings.
 */
export function optimiseLate(): void {
	if (known.test(process.versions.v8)) setFlagsFromString(late);
}

/** So many bytes of tables make a long run, which is quicker the sooner functions are rewritten. */
const manyBytes = 1 << 18;
let read = 0;

/** Told of all that is read. */
export function hasRead(bytes: number): void {
	if (read <= manyBytes && read + bytes > manyBytes && known.test(process.versions.v8)) setFlagsFromString(usual);
	read += bytes;
}

/** Nothing comes after: the engine need not mark what it would then never take away, nor be waited for. */
export function collectNoMore(): void {
	if (known.test(process.versions.v8)) setFlagsFromString("--no-incremental-marking");
}
