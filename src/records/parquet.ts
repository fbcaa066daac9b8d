/** Tables of data frames, Parquet: one sheet whose first row is the names of its columns. Whole numbers and decimals stay exact. */
import { unpackedAnyway, unpackedForEach } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { type ColumnType, cellReaderOf, columnTypeOf } from "./parquet-cells.ts";
import type { FileMetaData } from "./parquet-library.ts";
import type { OpenedSheets } from "./sheet.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";
import { wholeOf } from "./whole.ts";
import type { Book } from "./workbook/book.ts";
import { type Grid, GridNotes, type GridRow } from "./workbook/grid.ts";
import { type BookFile, sheetsOf } from "./workbook/sheets.ts";

/** How pages may be packed: what is read of them, and no other. */
const codecs: readonly string[] = ["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "ZSTD"];
/** So many rows are taken at a time, of a group of rows that has more. */
const step = 65_536;

/** The table of a file. Throws `parquet-not-read`, `beyond-bound`. */
export async function parquetSheets(
	source: Source,
	{ head, size, sha256 }: Survey,
	{ room }: Pick<BookFile, "room">,
): Promise<OpenedSheets> {
	const open = async (start: Uint8Array): Promise<Book> => bookOf(source.name, await wholeOf(source, { head: start, size }));
	const reopen = (): Promise<Book> => open(new Uint8Array(0));
	return sheetsOf(await open(head), { file: source.name, sha256, reopen, hidden: false, room });
}

async function bookOf(file: string, bytes: Uint8Array): Promise<Book> {
	const { metadataOf, rowsBetween, tryAllPages } = await import("./parquet-library.ts");
	const fault = (why: "damaged" | "compression" | "nested", detail: string): Trouble =>
		new Trouble("parquet-not-read", { file, why, detail });
	/** What the library cannot read is damaged, or written in a way that it does not know. */
	const tried = async <V>(work: () => V | Promise<V>): Promise<V> => {
		try {
			return await work();
		} catch {
			throw fault("damaged", "");
		}
	};
	const metadata = await tried(() => metadataOf(bytes));
	const [, ...elements] = metadata.schema;
	for (const { name, num_children: children, repetition_type: repetition } of elements)
		if ((children ?? 0) > 0 || repetition === "REPEATED") throw fault("nested", name);
	for (const { columns } of metadata.row_groups)
		for (const { meta_data: about } of columns)
			if (about !== undefined && !codecs.includes(about.codec)) throw fault("compression", about.codec);
	const most = Math.max(unpackedAnyway, bytes.length * unpackedForEach);
	const groups = metadata.row_groups.map(({ num_rows: rows }) => Number(rows));
	const rows = groups.reduce((sum, count) => sum + count, 0);
	// A few bytes may stand for any number of equal rows.
	if (!(rows * elements.length <= most)) throw new Trouble("beyond-bound", { file, bound: "unpacked", most: unpackedForEach });
	if (rows !== Number(metadata.num_rows) || groups.some((count) => count < 0)) throw fault("damaged", "");
	await tried(() => tryAllPages(bytes, metadata, most));
	const types = elements.map(columnTypeOf);
	const plain = bare(metadata, types);
	const grid = async function* (): AsyncGenerator<GridRow> {
		yield { row: 1, cells: elements.map(({ name }) => name) };
		const readers = types.map(cellReaderOf);
		let begin = 0;
		for (const count of groups) {
			for (let from = begin; from < begin + count; from += step) {
				const to = Math.min(from + step, begin + count);
				const taken = await tried(() => rowsBetween(bytes, plain, from, to));
				if (taken.length !== to - from) throw fault("damaged", "");
				for (const [index, values] of taken.entries()) {
					const cells = await tried(() => values.map((value, at) => (readers[at] as (value: unknown) => string)(value)));
					while (cells.at(-1) === "") cells.pop();
					if (cells.length > 0) yield { row: from + index + 2, cells };
				}
			}
			begin += count;
		}
	};
	const one = async (): Promise<Grid> => ({ rows: grid(), merges: () => [], notes: new GridNotes(false) });
	return { sheets: [{ name: null, hidden: false, isTable: true, grid: one }] };
}

/** The metadata with columns as they are stored: the library would make floats of decimals, and dates of days. */
function bare(metadata: FileMetaData, types: readonly ColumnType[]): FileMetaData {
	const [root, ...elements] = metadata.schema;
	const schema = elements.map((element, at) => {
		const { converted_type: _, logical_type: __, ...stored } = element;
		return (types[at] as ColumnType).kind === "as-read" ? element : stored;
	});
	return { ...metadata, schema: [root as (typeof elements)[number], ...schema] };
}
