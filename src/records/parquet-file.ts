/** A file of Parquet, looked through before anything of it is used: what its columns are, and their values as texts, some rows at a time. */
import { unpackedAnyway, unpackedForEach } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { type ColumnType, cellReaderOf, columnTypeOf } from "./parquet-cells.ts";
import type { FileMetaData, Stored, Values } from "./parquet-library.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";
import { wholeOf } from "./whole.ts";

/** How pages may be packed: what is read of them, and no other. */
const codecs: readonly string[] = ["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "ZSTD"];
/** So many rows are taken at a time, of a group of rows that has more. */
const step = 1 << 17;

/** Rows from one up to another, counted from 0. */
export interface RowGroup {
	readonly from: number;
	readonly to: number;
	/** Of each column the texts of these rows, blank where there is none. */
	readonly columns: readonly (readonly string[])[];
}

export interface ParquetFile {
	readonly names: readonly string[];
	/** In all its rows and columns. */
	readonly cells: number;
	/** All its bytes are in memory. */
	readonly held: boolean;
	/** All rows, in order, so many at a time. Throws `parquet-not-read`. */
	readonly groups: (most?: number) => AsyncIterable<RowGroup>;
}

/** Throws `parquet-not-read`, `beyond-bound`. */
export async function openParquet(source: Source, surveyed: Survey): Promise<ParquetFile> {
	const { metadataOf, columnsBetween, tryAllPages } = await import("./parquet-library.ts");
	const { name: file } = source;
	const stored = await storedIn(source, surveyed);
	const fault = (why: "damaged" | "compression" | "nested", detail: string): Trouble =>
		new Trouble("parquet-not-read", { file, why, detail });
	/** What the library cannot read is damaged, or written in a way that it does not know. */
	const tried = async <V>(work: () => V | Promise<V>): Promise<V> => {
		try {
			return await work();
		} catch (error) {
			// What could not be read from the disk says so itself.
			throw error instanceof Trouble ? error : fault("damaged", "");
		}
	};
	const metadata = await tried(() => metadataOf(stored));
	const [, ...elements] = metadata.schema;
	for (const { name, num_children: children, repetition_type: repetition } of elements)
		if ((children ?? 0) > 0 || repetition === "REPEATED") throw fault("nested", name);
	for (const { columns } of metadata.row_groups)
		for (const { meta_data: about } of columns)
			if (about !== undefined && !codecs.includes(about.codec)) throw fault("compression", about.codec);
	const bound = Math.max(unpackedAnyway, stored.byteLength * unpackedForEach);
	const groups = metadata.row_groups.map(({ num_rows: rows }) => Number(rows));
	const rows = groups.reduce((sum, count) => sum + count, 0);
	const cells = rows * elements.length;
	// A few bytes may stand for any number of equal rows.
	if (!(cells <= bound)) throw new Trouble("beyond-bound", { file, bound: "unpacked", most: unpackedForEach });
	if (rows !== Number(metadata.num_rows) || groups.some((count) => count < 0)) throw fault("damaged", "");
	await tried(() => tryAllPages(stored, metadata, bound));
	const types = elements.map(columnTypeOf);
	const plain = bare(metadata, types);
	const between = async (from: number, to: number): Promise<RowGroup> => {
		const columns = await columnsBetween(stored, plain, elements.length, from, to);
		return { from, to, columns: columns.map((pieces, at) => textsOf(pieces, from, to, types[at] as ColumnType)) };
	};
	return {
		names: elements.map(({ name }) => name),
		cells,
		held: stored.held,
		groups: async function* (most = step) {
			let begin = 0;
			for (const count of groups) {
				for (let from = begin; from < begin + count; from += most) {
					const to = Math.min(from + most, begin + count);
					yield await tried(() => between(from, to));
				}
				begin += count;
			}
			source.places?.check();
		},
	};
}

/** Its bytes from wherever they can be read, else all of them. */
async function storedIn(source: Source, surveyed: Survey): Promise<Stored & { readonly held: boolean }> {
	const { places } = source;
	const { head, size, content, sha256 } = surveyed;
	if (places !== undefined && content === sha256 && head.length < size)
		return {
			held: false,
			byteLength: size,
			slice: async (from, to = size) => {
				const bytes = new Uint8Array(Math.max(0, to - from));
				let filled = 0;
				for await (const piece of places.from(from)) {
					const own = piece.subarray(0, bytes.length - filled);
					bytes.set(own, filled);
					filled += own.length;
					if (filled === bytes.length) return bytes.buffer;
				}
				places.check();
				return bytes.buffer.slice(0, filled);
			},
		};
	const whole = await wholeOf(source, surveyed);
	const { buffer, byteOffset } = whole;
	return {
		held: true,
		byteLength: whole.length,
		slice: (from, to = whole.length) => buffer.slice(byteOffset + from, byteOffset + Math.min(to, whole.length)) as ArrayBuffer,
	};
}

/** So many texts of a column are kept: what more come differ too much to come again. */
const mostKept = 1 << 16;

/** The texts of values of rows from one up to another. Throws where there are not so many, or where bytes are no text. */
function textsOf(pieces: readonly Values[], from: number, to: number, type: ColumnType): string[] {
	const read = cellReaderOf(type);
	const known = new Map<unknown, string>();
	const texts: string[] = [];
	for (const { from: begin, values } of pieces) {
		if (begin > from + texts.length) break;
		const end = Math.min(to - begin, values.length);
		let last: unknown;
		let text = "";
		for (let at = from + texts.length - begin; at < end; at++) {
			const value = values[at];
			if (value !== last || value === undefined) {
				text = known.get(value) ?? read(value);
				if (known.size < mostKept) known.set(value, text);
				last = value;
			}
			texts.push(text);
		}
	}
	if (texts.length < to - from) throw new Error("a column is shorter than others");
	return texts;
}

/**
 * The metadata with columns as they are stored: the library would make floats of decimals, and dates of days. Each has a name of its own, its
 * number, whatever two may be called.
 */
function bare(metadata: FileMetaData, types: readonly ColumnType[]): FileMetaData {
	const [root, ...elements] = metadata.schema;
	const schema = elements.map((element, at) => {
		const { converted_type: _, logical_type: __, ...stored } = element;
		return { ...((types[at] as ColumnType).kind === "as-read" ? element : stored), name: String(at) };
	});
	const groups = metadata.row_groups.map((group) => {
		const left = elements.map(({ name }) => name as string | undefined);
		const columns = group.columns.map((column) => {
			if (column.meta_data === undefined) return column;
			const at = left.indexOf(column.meta_data.path_in_schema[0]);
			left[at] = undefined;
			return { ...column, meta_data: { ...column.meta_data, path_in_schema: [String(at)] } };
		});
		return { ...group, columns };
	});
	return { ...metadata, schema: [root as (typeof elements)[number], ...schema], row_groups: groups };
}
