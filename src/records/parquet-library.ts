/**
 * The door to the libraries that read Parquet. The build puts it and them into a file of their own, which loads only for such a file; so
 * nothing of the program is imported here.
 */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { decompress as unpackZstandard } from "fzstd";
import { type FileMetaData, parquetMetadataAsync, parquetRead, type SchemaElement, snappyUncompress } from "hyparquet";
import { tryPages } from "./parquet-pages.ts";

export type { FileMetaData, SchemaElement };

/** Bytes of a file, from any place up to another. */
export interface Stored {
	readonly byteLength: number;
	readonly slice: (from: number, to?: number) => Promise<ArrayBuffer> | ArrayBuffer;
}

/** What the file says of itself; nothing of its rows. Throws the library's errors. */
export function metadataOf(file: Stored): Promise<FileMetaData> {
	return parquetMetadataAsync(file, { geoparquet: false });
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
export function tryAllPages(file: Stored, metadata: FileMetaData, most: number): Promise<void> {
	return tryPages(file, metadata, most, (codec, packed, length) =>
		(unpackers[codec] as (typeof unpackers)[string])(packed, length),
	);
}

/** Values of a column: of rows from `from` on. */
export interface Values {
	readonly from: number;
	readonly values: ArrayLike<unknown>;
}

/**
 * Rows of a file from one up to another by columns, which `metadata` names by their numbers and types; its pages were looked through. A column is in
 * pieces, and may begin before those rows and end behind them.
 */
export async function columnsBetween(
	file: Stored,
	metadata: FileMetaData,
	count: number,
	from: number,
	to: number,
): Promise<readonly (readonly Values[])[]> {
	const columns = Array.from({ length: count }, (): Values[] => []);
	await parquetRead({
		file,
		metadata,
		rowStart: from,
		rowEnd: to,
		utf8: false,
		geoparquet: false,
		parsers,
		compressors: unpackers,
		onChunk: ({ columnName, columnData, rowStart }) => {
			columns[Number(columnName)]?.push({ from: rowStart, values: columnData });
		},
	});
	return columns.map((own) => own.sort((a, b) => a.from - b.from));
}
