/** Bytes that come once: of standard input, and of a pipe with a name. */
import { Buffer } from "node:buffer";
import { closeSync, constants, openSync, readSync } from "node:fs";
import process from "node:process";
import { Trouble } from "../findings/trouble.ts";
import { pieceLength } from "./file.ts";
import { onDisk } from "./raw-name.ts";
import { cannotOpen, shown } from "./shown.ts";

/** Standard input, whether it is typed or piped. */
export async function* typedOrPiped(): AsyncGenerator<Uint8Array> {
	try {
		for await (const piece of process.stdin) yield piece as Uint8Array;
	} catch (error) {
		throw cannotOpen("-", error);
	}
}

/** So long somebody may take to begin writing to a pipe with a name, in milliseconds. */
const patience = 5000;

/** Reads a pipe with a name. Without waiting in the system, which would never end where nobody writes to it. */
export async function* bytesOfPipe(path: string): AsyncGenerator<Uint8Array> {
	let file: number | undefined;
	try {
		file = openSync(onDisk(path), constants.O_RDONLY | constants.O_NONBLOCK);
		let written = false;
		for (let waited = 0; ; ) {
			const piece = Buffer.allocUnsafe(pieceLength);
			const length = readNow(file, piece);
			if (length === undefined) written = true;
			else if (length > 0) {
				written = true;
				yield piece.subarray(0, length);
				continue;
			} else if (written) return;
			else if (waited >= patience) throw new Trouble("cannot-open", { file: shown(path), why: "no-writer", detail: "" });
			await new Promise((resolve) => setTimeout(resolve, pause));
			waited += pause;
		}
	} catch (error) {
		throw error instanceof Trouble ? error : cannotOpen(path, error);
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

const pause = 5;

/** How much was read; undefined where somebody is there and has written nothing yet. */
function readNow(file: number, piece: Buffer): number | undefined {
	try {
		return readSync(file, piece, 0, piece.length, null);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
		throw error;
	}
}
