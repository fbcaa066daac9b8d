/** Rows written apart: for each input those that count and those that were refused, each a table of its own. */
import { Trouble } from "../findings/trouble.ts";
import type { RowTaker, TakenRow } from "../intake/row-counts.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import type { Host, Writer } from "./host.ts";

/** Columns behind those of a refused row: where it stood, and the code that says why. Both are unknown columns to a table. */
const behind = ["tanlu_row", "tanlu_why"] as const;

export interface Splitter {
	readonly take: RowTaker;
	/** Closes what is open: what was taken is written, and put in place with the other files of the run. */
	readonly close: () => void;
}

/**
 * Writes `NAME.used.csv` and `NAME.refused.csv` below a folder, `BOOK-SHEET.used.csv` of a workbook, as rows come: memory does not grow
 * with them. Both are made for every input with a row, so that nothing of an earlier run is left. `sources` are the names of all inputs, `kept` paths that stay as they are: what may not or
 * cannot be written is told before any is read, by `out-is-input` (one of `kept`) or `cannot-write`.
 */
export function splitter(folder: string, sources: readonly string[], kept: readonly string[], host: Host): Splitter {
	host.makeFolder(folder);
	const place = folder.replace(/(?!^)[\\/]+$/, "");
	const bases = new Map<string, string>();
	const taken = new Set<string>();
	// Numbered in order of name, whatever order they are named in.
	for (const source of [...sources].sort()) bases.set(source, `${place}/${freeName(source, taken)}`);
	const tried = (base: string): string => {
		for (const path of [usedOf(base), refusedOf(base)]) {
			if (kept.some((file) => host.named(file) === host.named(path) || host.sameFile(file, path)))
				throw new Trouble("out-is-input", { option: "--split", file: path });
			host.tryOut(path);
		}
		return base;
	};
	for (const base of bases.values()) tried(base);
	let open: { readonly name: string; readonly used: Half; readonly refused: Half } | undefined;
	const close = (): void => {
		open?.used.close();
		open?.refused.close();
		open = undefined;
	};
	return {
		take: (row) => {
			// Inputs are read one after another, so that no more than two files are open.
			const name =
				row.sheet === undefined ? row.file : `${withoutEnding(row.file)}-${row.sheet.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_")}`;
			if (open?.name !== name) {
				close();
				// A file that is come back to has other rows, and a file of its own for them; so has each sheet of a workbook.
				const base = bases.get(name) ?? tried(`${place}/${freeName(name, taken)}`);
				bases.delete(name);
				open = {
					name,
					used: half(host.writer(usedOf(base)), row.titles, row.header, []),
					refused: half(host.writer(refusedOf(base)), row.titles, row.header, behind),
				};
			}
			if (row.outcome === "used") open.used.write(row, []);
			else if (row.outcome === "refused") open.refused.write(row, [String(row.row), row.why]);
		},
		close,
	};
}

const usedOf = (base: string): string => `${base}.used.csv`;
const refusedOf = (base: string): string => `${base}.refused.csv`;

interface Half {
	readonly write: (taken: TakenRow, more: readonly string[]) => void;
	readonly close: () => void;
}

/** One of the two: titles first, then the header, and again wherever another begins in the input. */
function half(writer: Writer, titles: TakenRow["titles"], first: TakenRow["header"], behind: readonly string[]): Half {
	const line = (cells: readonly string[]): string => `${cells.map((cell) => csvCell(cell, "verbatim")).join(",")}\n`;
	let header = first;
	// Spreadsheets know UTF-8 by its mark.
	writer.write(`\ufeff${[...titles, [...header, ...behind]].map(line).join("")}`);
	return {
		write: (taken, more) => {
			if (taken.header.join("\u001f") !== header.join("\u001f")) {
				header = taken.header;
				writer.write(line([...header, ...behind]));
			}
			writer.write(line([...taken.cells, ...more]));
		},
		close: () => writer.close(),
	};
}

function withoutEnding(file: string): string {
	return file.replace(/\.(csv|tsv|txt|xlsx|xlsm|xlsb|xls|ods|html?)(\.gz)?$/i, "");
}

/** The name of an input without folders and ending. Two of one name are numbered: a row of one is none of the other. */
function freeName(file: string, names: Set<string>): string {
	const bare = withoutEnding(file).replaceAll("/", "_").replaceAll("..", "_");
	let name = bare;
	// Some disks do not tell capital letters from small ones.
	for (let n = 2; names.has(name.toLowerCase()); n++) name = `${bare}-${n}`;
	names.add(name.toLowerCase());
	return name;
}
