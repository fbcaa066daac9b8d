/** All bytes of a text to a file: the system may take fewer than it is given. */
import { Buffer } from "node:buffer";

/** Writes on until all is taken; `write` answers how many bytes it took, and throws where it can take none. */
export function writeWhole(text: string, write: (bytes: Uint8Array) => number): void {
	let left: Uint8Array = Buffer.from(text, "utf8");
	while (left.length > 0) {
		const taken = write(left);
		// Nobody says why nothing is taken: that would go on for ever.
		if (taken <= 0) throw new Error("no space left on device, write");
		left = left.subarray(taken);
	}
}
