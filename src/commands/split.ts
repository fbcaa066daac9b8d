/** Rows written apart: for each input those that count and those that were refused, each a table of its own. */
import { Trouble } from "../findings/trouble.ts";
import type { RowTaker, TakenRow } from "../intake/read-table.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import type { Host, Writer } from "./host.ts";

/** Columns behind those of a refused row: where it stood, and the code that says why. Both are unknown columns to a table. */
const behind = ["tanlu_row", "tanlu_why"] as const;

export interface Splitter {
	readonly take: RowTaker;
	/** Closes what is open, also where the run stopped half-way: what was taken is written. */
	readonly close: () => void;
}

/**
 * Writes `NAME.used.csv` and `NAME.refused.csv` below a folder, as rows come: memory does not grow with them. Both are made for
 * every input with a row, so that nothing of an earlier run is left. Throws `out-is-input` where one would be a file that is read.
 */
export function splitter(folder: string, inputs: readonly string[], host: Host): Splitter {
	host.makeFolder(folder);
	const place = folder.replace(/(?!^)[\\/]+$/, "");
	const names = new Set<string>();
	let open: { readonly file: string; readonly used: Half; readonly refused: Half } | undefined;
	const halfOf = (path: string, more: readonly string[], { titles, header }: TakenRow): Half => {
		if (inputs.includes(host.named(path))) throw new Trouble("out-is-input", { option: "--split", file: path });
		return half(host.writer(path), titles, header, more);
	};
	const close = (): void => {
		open?.used.close();
		open?.refused.close();
		open = undefined;
	};
	return {
		take: (taken) => {
			// Inputs are read one after another, so that no more than two files are open.
			if (open?.file !== taken.file) {
				close();
				const name = `${place}/${freeName(taken.file, names)}`;
				open = {
					file: taken.file,
					used: halfOf(`${name}.used.csv`, [], taken),
					refused: halfOf(`${name}.refused.csv`, behind, taken),
				};
			}
			if (taken.outcome === "used") open.used.write(taken, []);
			else if (taken.outcome === "refused") open.refused.write(taken, [String(taken.row), taken.why]);
		},
		close,
	};
}

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

/** The name of an input without folders and ending. Two of one name are numbered: a row of one is none of the other. */
function freeName(file: string, names: Set<string>): string {
	const bare = file
		.replace(/\.(csv|tsv|txt)(\.gz)?$/i, "")
		.replaceAll("/", "_")
		.replaceAll("..", "_");
	let name = bare;
	// Some disks do not tell capital letters from small ones.
	for (let n = 2; names.has(name.toLowerCase()); n++) name = `${bare}-${n}`;
	names.add(name.toLowerCase());
	return name;
}
