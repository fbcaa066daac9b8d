/** Lines of a table as texts and as cells, for whoever reads single rows of it as the plain path does. */
import { Cutter } from "../../records/cutter.ts";
import type { Quirks, Separator } from "../../records/sheet.ts";

/** Some row says something of others, or is none that lines can be read by. */
export const givenUp: unique symbol = Symbol("given up");

export interface ReadLine {
	readonly cells: readonly string[];
	readonly quirks: Quirks | undefined;
}

export class LineTexts {
	private readonly separator: Separator;
	private readonly decoder: InstanceType<typeof TextDecoder>;

	constructor(encoding: string, separator: Separator) {
		this.separator = separator;
		this.decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
	}

	/** The text of a line, without its newline; `open`: it has none. */
	lineOf(bytes: Uint8Array, from: number, end: number, open: boolean): string {
		let text: string;
		try {
			text = this.decoder.decode(bytes.subarray(from, end));
		} catch {
			throw givenUp;
		}
		const line = !open && text.endsWith("\r") ? text.slice(0, -1) : text;
		// Other newlines, and the mark of a file's end, are for who reads the text as a whole.
		if (line.includes("\r") || line.endsWith("\u001a")) throw givenUp;
		return line;
	}

	/** The cells of a line as the text is cut; a quote that does not close in it is for who reads the text as a whole. */
	cellsOf(line: string): ReadLine {
		if (!line.includes('"')) return { cells: line.split(this.separator), quirks: undefined };
		const found: ReadLine[] = [];
		let lost = false;
		const cutter = new Cutter(this.separator, {
			record: (cells, _row, _line, quirks) => found.push({ cells, quirks }),
			lost: () => {
				lost = true;
			},
		});
		cutter.push(`${line}\n`);
		cutter.end();
		const [only, ...more] = found;
		if (only === undefined || lost || more.length > 0) throw givenUp;
		return only;
	}
}
