/**
 * The door to the libraries that read Parquet. The build puts it and them into a file of their own, which loads only for such a file; so
 * nothing of the program is imported here.
 */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { decompress as unpackZstandard } from "fzstd";
import { type FileMetaData, parquetMetadata, parquetRead, type SchemaElement, snappyUncompress } from "hyparquet";
import { tryPages } from "./parquet-pages.ts";

export type { FileMetaData, SchemaElement };

/** What the file says of itself; nothing of its rows. Throws the library's errors. */
export function metadataOf(bytes: Uint8Array): FileMetaData {
	return parquetMetadata(bufferOf(bytes, 0, bytes.length), { geoparquet: false });
}

/** How the library's values come: texts as they are, dates and times as numbers. */
const parsers = {
	timestampFromNanoseconds: (value: bigint) => value,
	jsonFromBytes: (bytes: Uint8Array) => bytes,
	stringFromBytes: (bytes: Uint8Array) => bytes,
};

/** How pages are unpacked, each to the length that it says. */
const unpackers: Readonly<Record<string, (input: Uint8Array, length: number) => Uint8Array>> = {
	SNAPPY: (input, length) => {
		const output = new Uint8Array(length);
		snappyUncompress(input, output);
		return output;
	},
	GZIP: (input, length) => new Uint8Array(gunzipSync(input, { maxOutputLength: length + 1 })),
	BROTLI: (input, length) => new Uint8Array(brotliDecompressSync(input, { maxOutputLength: length + 1 })),
	ZSTD: (input, length) => unpackZstandard(input, new Uint8Array(length)),
};

/** Looks through all pages: none may unpack to more than `most` bytes. Throws where one is damaged. */
export function tryAllPages(bytes: Uint8Array, metadata: FileMetaData, most: number): void {
	tryPages(bytes, metadata, most, (codec, packed, length) => (unpackers[codec] as (typeof unpackers)[string])(packed, length));
}

/** Rows of a file from one up to another, by columns as `metadata` types them; its pages were looked through. */
export async function rowsBetween(
	bytes: Uint8Array,
	metadata: FileMetaData,
	from: number,
	to: number,
): Promise<readonly (readonly unknown[])[]> {
	let rows: readonly (readonly unknown[])[] = [];
	await parquetRead({
		file: { byteLength: bytes.length, slice: (start, end) => bufferOf(bytes, start, end ?? bytes.length) },
		metadata,
		rowStart: from,
		rowEnd: to,
		utf8: false,
		geoparquet: false,
		parsers,
		compressors: unpackers,
		onComplete: (all) => {
			rows = all;
		},
	});
	return rows;
}

function bufferOf(bytes: Uint8Array, start: number, end: number): ArrayBuffer {
	const { buffer, byteOffset } = bytes;
	return buffer.slice(byteOffset + start, byteOffset + Math.min(end, bytes.length)) as ArrayBuffer;
}
