/** gzip undone as a stream: members one behind the other are one table, and nothing that is missing or damaged goes unseen. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unpackedAnyway, unpackedForEach } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";

/** Bytes unpacked at a time: as many as are read of a file that is not packed. */
const pieceLength = 1 << 16;

/** What packed bytes unpack to. Throws `damaged-gzip`, at the latest at their end; what their source throws passes. */
export async function* gunzip(file: string, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const unpacker = createGunzip({ chunkSize: pieceLength });
	let length = 0;
	let unpacked = 0;
	let zeros = 0;
	const counted = async function* (): AsyncGenerator<Uint8Array> {
		for await (const piece of packed) {
			const own = zerosBehind(piece);
			zeros = own === piece.length ? zeros + own : own;
			length += piece.length;
			yield piece;
		}
	};
	const fed = pipeline(Readable.from(counted(), { highWaterMark: 1 }), unpacker);
	// It is waited for below, or the same error comes from the unpacker.
	fed.catch(() => undefined);
	try {
		// Its end may come before that of what it is fed: the rest is still to be looked at.
		for await (const piece of unpacker.iterator({ destroyOnReturn: false })) {
			unpacked += (piece as Uint8Array).length;
			if (unpacked > unpackedAnyway && unpacked > length * unpackedForEach) {
				unpacker.destroy();
				throw new Trouble("beyond-bound", { file, bound: "unpacked", most: unpackedForEach });
			}
			yield piece as Uint8Array;
		}
		await fed;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === "Z_BUF_ERROR") throw new Trouble("damaged-gzip", { file, why: "cut-off" });
		if (code?.startsWith("Z_") || code === "ERR_STREAM_PUSH_AFTER_EOF")
			throw new Trouble("damaged-gzip", { file, why: "damaged" });
		throw error;
	}
	// Zeros may fill a block behind the last member. The unpacker stops at the first of them, whatever comes behind it.
	if (length - unpacker.bytesWritten > zeros) throw new Trouble("damaged-gzip", { file, why: "damaged" });
}

function zerosBehind(piece: Uint8Array): number {
	let at = piece.length;
	while (at > 0 && piece[at - 1] === 0) at -= 1;
	return piece.length - at;
}
