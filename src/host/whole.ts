/** All bytes of a result to a file: the system may take fewer than it is given. */
import { Buffer } from "node:buffer";

/** Writes on until all is taken; `write` answers how many bytes it took, and throws where it can take none. */
export function writeWhole(result: string | Uint8Array, write: (bytes: Uint8Array) => number): void {
	let left: Uint8Array = typeof result === "string" ? Buffer.from(result, "utf8") : result;
	while (left.length > 0) {
		const taken = write(left);
		// Nobody says why nothing is taken: that would go on for ever.
		if (taken <= 0) throw new Error("no space left on device, write");
		left = left.subarray(taken);
	}
}
