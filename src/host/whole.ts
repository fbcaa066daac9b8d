/** All bytes to a file or a pipe: the system may take fewer than it is given. */
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

/** Writes without waiting; returns what a full pipe did not take whose other end asked that nobody wait for it. */
export function writeNow(bytes: Uint8Array, write: (bytes: Uint8Array) => number): Uint8Array {
	let left = bytes;
	while (left.length > 0) {
		try {
			const taken = write(left);
			if (taken <= 0) break;
			left = left.subarray(taken);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
			break;
		}
	}
	return left;
}
