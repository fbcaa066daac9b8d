/** What is asked of the engine for the sake of short runs (D111), and of the memory of large ones (D241). */
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
/** So many are a large run: of what it makes nearly all is let go at once, and the engine would gather four times what is kept before it looks. */
const largeBytes = 1 << 25;
let read = 0;

/** Told of all that is read. */
export function hasRead(bytes: number): void {
	const before = read;
	read += bytes;
	if (before <= manyBytes && read > manyBytes && known.test(process.versions.v8)) setFlagsFromString(usual);
	if (before <= largeBytes && read > largeBytes) spareMemory();
}

/** Half as much again as is kept is gathered before the engine looks, and memory for what is new grows no further. */
const sparing = ["--heap-growing-percent=50", "--semi-space-growth-factor=1"];

/** For large runs. To be said again when a thread has begun, since its engine lets what is new grow once more, for all of them. */
export function spareMemory(): void {
	if (known.test(process.versions.v8)) for (const flag of sparing) setFlagsFromString(flag);
}

/** Whether this thread has read so much. */
export function isLarge(): boolean {
	return read > largeBytes;
}

/** Memory of a thread for what is new, in MiB: three parts, of which one is in use. */
export const freshMemory = 12;

/** Nothing comes after: the engine need not mark what it would then never take away, nor be waited for. */
export function collectNoMore(): void {
	if (known.test(process.versions.v8)) setFlagsFromString("--no-incremental-marking");
}
