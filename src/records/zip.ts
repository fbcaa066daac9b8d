/** Zip archives, which .xlsx and .ods are: what they hold by name, unpacked within bounds, and nothing damaged goes unseen. */
import { Buffer } from "node:buffer";
import { createInflateRaw, inflateRawSync } from "node:zlib";
import { unpackedAnyway, unpackedForEach } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { Checksum } from "./crc32.ts";

/** One file of an archive, packed as it stands there. */
interface Entry {
	readonly method: number;
	readonly encrypted: boolean;
	readonly packed: Uint8Array;
	readonly size: number;
	readonly checksum: number;
}

const stored = 0;
const deflated = 8;
/** Up to so many packed bytes are unpacked in one go: streams cost more to begin than these do to unpack. */
const small = 1 << 18;
const pieceLength = 1 << 16;
const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 };
/** What stands behind the last entry: a comment of up to 64 KiB. */
const endLength = 22;
const longestComment = 0xffff;
/** A size that stands in the entry's own field of 64 bits. */
const elsewhere = 0xffffffff;

export class Zip {
	private readonly file: string;
	private readonly entries = new Map<string, Entry>();
	private readonly most: number;
	private unpacked = 0;

	/** Throws `workbook-not-read` where the archive is cut off or damaged. */
	constructor(file: string, bytes: Uint8Array) {
		this.file = file;
		this.most = Math.max(unpackedAnyway, bytes.length * unpackedForEach);
		const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const end = endOf(view);
		if (end < 0) throw this.trouble("cut-off");
		try {
			this.readDirectory(view, end);
		} catch (error) {
			throw error instanceof RangeError ? this.trouble("damaged") : error;
		}
	}

	/** Names of what it holds, as they stand there. */
	get names(): readonly string[] {
		return [...this.entries.keys()];
	}

	has(name: string): boolean {
		return this.entries.has(name);
	}

	/** Throws `workbook-not-read`. */
	encrypted(): never {
		throw this.trouble("encrypted");
	}

	/** Throws `beyond-bound`. */
	tooLong(bound: "row" | "unpacked", most: number): never {
		throw new Trouble("beyond-bound", { file: this.file, bound, most });
	}

	/** Throws `workbook-not-read`: what it holds is not what it says. */
	damaged(): never {
		throw this.trouble("damaged");
	}

	/** The whole of an entry; undefined where there is none. Throws `workbook-not-read`, `beyond-bound`. */
	async whole(name: string): Promise<Uint8Array | undefined> {
		if (!this.has(name)) return undefined;
		const pieces: Uint8Array[] = [];
		for await (const piece of this.pieces(name)) pieces.push(piece);
		return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
	}

	/** Unpacks all there is and keeps none of it. Throws `workbook-not-read`, `beyond-bound`. */
	async tryAll(): Promise<void> {
		for (const name of this.names) for await (const _ of this.pieces(name));
	}

	/** An entry in pieces. Throws `workbook-not-read`, at the latest at its end; `beyond-bound`. */
	async *pieces(name: string): AsyncGenerator<Uint8Array> {
		const entry = this.entries.get(name);
		if (entry === undefined) return;
		const { method, packed, size, encrypted } = entry;
		if (encrypted) throw this.trouble("encrypted");
		if (method !== stored && method !== deflated) throw this.trouble("damaged");
		const checksum = new Checksum();
		let length = 0;
		for await (const piece of method === stored ? [packed] : this.inflated(packed, size)) {
			length += piece.length;
			this.unpacked += piece.length;
			if (this.unpacked > this.most) this.tooLong("unpacked", unpackedForEach);
			checksum.add(piece);
			if (piece.length > 0) yield piece;
		}
		if (length !== size || checksum.value !== entry.checksum) throw this.trouble("damaged");
	}

	private async *inflated(packed: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
		try {
			if (packed.length <= small && size <= small * 16) {
				// What is longer than it says is damaged: it is not unpacked further.
				yield inflateRawSync(packed, { maxOutputLength: size + 1 });
				return;
			}
			const unpacker = createInflateRaw({ chunkSize: pieceLength });
			unpacker.end(packed);
			for await (const piece of unpacker) yield piece as Uint8Array;
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			if (code === "Z_BUF_ERROR" || code?.startsWith("Z_") || code === "ERR_BUFFER_TOO_LARGE") throw this.trouble("damaged");
			throw error;
		}
	}

	private readDirectory(view: Buffer, end: number): void {
		const count = view.readUInt16LE(end + 10);
		let at = view.readUInt32LE(end + 16);
		// An archive of more entries, or with its directory further on, is larger than any workbook that is held.
		if (at === elsewhere || count === 0xffff) throw this.trouble("damaged");
		for (let n = 0; n < count; n++) {
			if (view.readUInt32LE(at) !== signatures.directory) throw this.trouble("damaged");
			const [nameLength, extraLength, commentLength] = [28, 30, 32].map((by) => view.readUInt16LE(at + by)) as [
				number,
				number,
				number,
			];
			const name = view.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
			const sizes = { size: view.readUInt32LE(at + 24), packed: view.readUInt32LE(at + 20), local: view.readUInt32LE(at + 42) };
			const { size, packed, local } = inExtra(view.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength), sizes);
			// Who has two of one name has a place to hide one of them in.
			if (this.entries.has(name)) throw this.trouble("damaged");
			this.entries.set(name, {
				method: view.readUInt16LE(at + 10),
				encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
				packed: this.packedAt(view, local, packed, view.subarray(at + 46, at + 46 + nameLength)),
				size,
				checksum: view.readUInt32LE(at + 16),
			});
			at += 46 + nameLength + extraLength + commentLength;
		}
	}

	private packedAt(view: Buffer, at: number, length: number, name: Buffer): Uint8Array {
		if (view.readUInt32LE(at) !== signatures.local) throw this.trouble("damaged");
		const nameLength = view.readUInt16LE(at + 26);
		// The directory has no checksum: its names stand once more beside what they name.
		if (!view.subarray(at + 30, at + 30 + nameLength).equals(name)) throw this.trouble("damaged");
		const from = at + 30 + nameLength + view.readUInt16LE(at + 28);
		if (from + length > view.length) throw this.trouble("cut-off");
		return view.subarray(from, from + length);
	}

	private trouble(why: "cut-off" | "damaged" | "encrypted"): Trouble {
		return new Trouble("workbook-not-read", { file: this.file, why });
	}
}

function endOf(view: Buffer): number {
	const first = Math.max(0, view.length - endLength - longestComment);
	for (let at = view.length - endLength; at >= first; at--) if (view.readUInt32LE(at) === signatures.end) return at;
	return -1;
}

interface Sizes {
	readonly size: number;
	readonly packed: number;
	readonly local: number;
}

/** Sizes of 64 bits, where the fields of 32 say that they stand there. */
function inExtra(extra: Buffer, sizes: Sizes): Sizes {
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) !== 1) continue;
		let next = at + 4;
		const one = (value: number): number => {
			if (value !== elsewhere) return value;
			next += 8;
			return Number(extra.readBigUInt64LE(next - 8));
		};
		// In this order, and only those that are not in their field.
		const size = one(sizes.size);
		const packed = one(sizes.packed);
		return { size, packed, local: one(sizes.local) };
	}
	return sizes;
}
