/**
 * Pages of Parquet looked through before the library reads them: on damaged ones it can run for ever, since it takes counts of runs as
 * they stand. Apache Parquet format, Encodings.md. Part of the libraries' bundle: nothing of the program is imported here.
 */
import type { FileMetaData } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";

/** Unpacks a page, which says how long it will be. */
export type Unpack = (codec: string, packed: Uint8Array, length: number) => Uint8Array;

/** Throws where a page could not be read, would hold more than `most`, or is encoded in a way that is not read. */
export async function tryPages(
	file: { readonly byteLength: number; readonly slice: (from: number, to: number) => Promise<ArrayBuffer> | ArrayBuffer },
	{ schema, row_groups: groups }: FileMetaData,
	most: number,
	unpack: Unpack,
): Promise<void> {
	for (const { columns, num_rows: rows } of groups)
		for (const [at, { meta_data: about }] of columns.entries()) {
			if (about === undefined) throw new Error("a column is not told");
			const data = Number(about.data_page_offset);
			const dictionary = Number(about.dictionary_page_offset ?? 0);
			const begin = dictionary > 0 && dictionary < data ? dictionary : data;
			const end = begin + Number(about.total_compressed_size);
			must(begin >= 4 && end >= begin && end <= file.byteLength);
			const optional = schema[at + 1]?.repetition_type !== "REQUIRED";
			tryColumn(new Uint8Array(await file.slice(begin, end)), {
				rows: Number(rows),
				codec: about.codec,
				boolean: about.type === "BOOLEAN",
				optional,
				most,
				unpack,
			});
		}
}

interface Column {
	readonly rows: number;
	readonly codec: string;
	readonly boolean: boolean;
	/** Each value may be missing. */
	readonly optional: boolean;
	readonly most: number;
	readonly unpack: Unpack;
}

function tryColumn(bytes: Uint8Array, column: Column): void {
	const { rows, codec, optional, most, unpack } = column;
	const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
	let seen = 0;
	while (reader.offset < bytes.length - 1 && seen < rows) {
		const header = parquetHeader(reader);
		const { compressed_page_size: size, uncompressed_page_size: length } = header;
		must(size >= 0 && length >= 0 && length <= most && reader.offset + size <= bytes.length);
		const packed = bytes.subarray(reader.offset, reader.offset + size);
		reader.offset += size;
		const unpacked = (from: number): Uint8Array =>
			codec === "UNCOMPRESSED" || length === from ? packed.subarray(from) : unpack(codec, packed.subarray(from), length - from);
		const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: words } = header;
		if (header.type === "DICTIONARY_PAGE" && words !== undefined) must(words.num_values >= 0 && words.num_values <= length);
		else if (header.type === "DATA_PAGE" && first !== undefined) {
			const { num_values: values, encoding } = first;
			must(values >= 0 && seen + values <= rows);
			seen += values;
			const page = unpacked(0);
			const levels = optional ? lengthAt(page) : 0;
			const from = optional ? 4 + levels : 0;
			must(from <= page.length);
			const present = optional ? tryRuns(page.subarray(4, from), 1, values) : values;
			tryValues(page.subarray(from), encoding, present, column);
		} else if (header.type === "DATA_PAGE_V2" && second !== undefined) {
			const { num_values: values, num_nulls: nulls, encoding } = second;
			const [repeated, defined] = [second.repetition_levels_byte_length, second.definition_levels_byte_length];
			must(values >= 0 && nulls >= 0 && nulls <= values && seen + values <= rows);
			must(repeated >= 0 && defined >= 0 && repeated + defined <= Math.min(size, length));
			seen += values;
			const levels = packed.subarray(repeated, repeated + defined);
			must(!optional || tryRuns(levels, 1, values) === values - nulls);
			const from = repeated + defined;
			tryValues(second.is_compressed === false ? packed.subarray(from) : unpacked(from), encoding, values - nulls, column);
		} else throw new Error("a page of another kind");
	}
	must(seen === rows);
}

function tryValues(bytes: Uint8Array, encoding: string, values: number, { boolean }: Column): void {
	if (encoding === "PLAIN" || encoding === "BYTE_STREAM_SPLIT") must(values <= bytes.length * (boolean ? 8 : 1));
	else if (encoding === "RLE") {
		must(boolean);
		tryRuns(bytes.subarray(4, 4 + lengthAt(bytes)), 1, values);
	} else if (encoding === "RLE_DICTIONARY" || encoding === "PLAIN_DICTIONARY") {
		const width = bytes[0] ?? 0;
		must(width <= 32);
		if (width > 0) tryRuns(bytes.subarray(1), width, values);
	} else if (encoding === "DELTA_BINARY_PACKED" || encoding === "DELTA_LENGTH_BYTE_ARRAY") {
		const at = { offset: 0 };
		const block = numberAt(bytes, at);
		const parts = numberAt(bytes, at);
		must(block <= 1 << 20 && parts >= 1 && parts <= 1024 && numberAt(bytes, at) >= values);
	} else throw new Error("an encoding that is not read");
}

/** Runs of equal values and of values packed by bits: that there are so many of them. How many of width 1 are one. */
function tryRuns(bytes: Uint8Array, width: number, values: number): number {
	const at = { offset: 0 };
	const size = Math.ceil(width / 8);
	let seen = 0;
	let ones = 0;
	while (seen < values) {
		const header = numberAt(bytes, at);
		const left = values - seen;
		if (header % 2 === 1) {
			const groups = (header - 1) / 2;
			// The last group is filled up; nobody fills up many.
			must(groups * 8 < left + 512);
			if (width === 1)
				for (let n = 0; n < Math.min(groups * 8, left); n++) ones += ((bytes[at.offset + (n >> 3)] ?? 0) >> (n & 7)) & 1;
			at.offset += groups * width;
			seen += groups * 8;
		} else {
			const count = header / 2;
			must(count <= left);
			must(at.offset + size <= bytes.length);
			if (width === 1 && bytes[at.offset] === 1) ones += count;
			at.offset += size;
			seen += count;
		}
	}
	return ones;
}

function lengthAt(bytes: Uint8Array): number {
	must(bytes.length >= 4);
	return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

/** A number of seven bits a byte, the lowest first. */
function numberAt(bytes: Uint8Array, at: { offset: number }): number {
	let value = 0;
	for (let place = 1; place < 2 ** 32; place *= 128) {
		const byte = bytes[at.offset++];
		if (byte === undefined) break;
		value += (byte & 0x7f) * place;
		if (byte < 0x80) {
			must(value < 2 ** 31);
			return value;
		}
	}
	throw new Error("a number without end");
}

function must(holds: boolean): void {
	if (!holds) throw new Error("a page is damaged");
}
