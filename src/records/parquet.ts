/** Tables of data frames, Parquet: one sheet whose first row is the names of its columns. Whole numbers and decimals stay exact. */

import { openParquet, type ParquetFile } from "./parquet-file.ts";
import { linesOf } from "./parquet-lines.ts";
import type { OpenedSheets, RecordReader } from "./sheet.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";
import type { BookFile } from "./workbook/sheets.ts";

/** The first rows that hold something: titles and a header stand in them. */
const openingRows = 64;
/** So many rows are taken at a time to find them. */
const glanced = 1 << 10;
/** A table of so many cells is kept from the first reading, while there is room. */
const kept = 1 << 18;
/** So many bytes a cell has as text, about. */
const cellLength = 6;

/** The table of a file. Throws `parquet-not-read`, `beyond-bound`. */
export async function parquetSheets(source: Source, surveyed: Survey, { room }: Pick<BookFile, "room">): Promise<OpenedSheets> {
	const file = await openParquet(source, surveyed);
	const opening: Row[] = [];
	const rows: Row[] | undefined = file.cells <= Math.min(kept, room.cells) ? [] : undefined;
	for await (const row of rowsOf(file, rows === undefined ? glanced : undefined)) {
		if (opening.length < openingRows) opening.push(row);
		else if (rows === undefined) break;
		rows?.push(row);
	}
	if (rows !== undefined) room.cells -= file.cells;
	// Where all its bytes are held it is opened again: nothing of it is to be there meanwhile.
	const again = file.held ? undefined : file;
	const reopened = async (): Promise<ParquetFile> =>
		again ?? (await openParquet(source, { ...surveyed, head: new Uint8Array(0) }));
	const pieces = async (): Promise<AsyncIterable<Uint8Array>> => linesOf(await reopened());
	const bytes = { encoding: "utf-8", size: file.cells * cellLength, markLength: 0, written: ",", pieces } as const;
	return {
		sheets: [
			{
				...{
					file: source.name,
					sheet: null,
					sha256: surveyed.sha256,
					decoded: null,
					mayHoldNul: true,
					remarks: [],
					onlyWords: false,
				},
				// All of its first rows are at hand: a glance would show no less.
				cuts: (glance) =>
					glance
						? []
						: [
								{
									separator: null,
									opening: (most) => opening.slice(0, most).map(({ row, cells }) => ({ cells, row, line: row })),
									read: readerOf(rows, reopened),
									bytes,
								},
							],
			},
		],
		hiddenWords: [],
		remarks: [],
	};
}

/** A row that holds something, up to the last cell that does; counts from 1. */
interface Row {
	readonly row: number;
	readonly cells: string[];
}

async function* rowsOf(file: ParquetFile, most?: number): AsyncGenerator<Row> {
	yield { row: 1, cells: [...file.names] };
	for await (const { from, to, columns } of file.groups(most))
		for (let at = from; at < to; at++) {
			const cells = columns.map((texts) => texts[at - from] as string);
			while (cells.at(-1) === "") cells.pop();
			if (cells.length > 0) yield { row: at + 2, cells };
		}
}

/** Apart from the rest, so that what is kept for reading does not hold the first rows. */
function readerOf(
	rows: readonly Row[] | undefined,
	reopened: () => Promise<ParquetFile>,
): (reader: RecordReader) => Promise<void> {
	return async (reader) => {
		let next = 1;
		for await (const { row, cells } of rows ?? rowsOf(await reopened())) {
			// Rows that hold nothing count, as they do in a text.
			for (; next < row; next++) reader.record([], next, next);
			next = row + 1;
			reader.record([...cells], row, row);
		}
	};
}
