/** Rows of a file of Parquet as the lines of a text, for who reads tables by their bytes: each stands where its row does. */
import { Buffer } from "node:buffer";
import type { ParquetFile, RowGroup } from "./parquet-file.ts";

/** So many bytes are gathered. */
const gathered = 1 << 16;
const [feed, comma, quote] = [10, 44, 34];
/** What a cell cannot hold without quotes. */
const special = /[",\r\n]/;

/**
 * UTF-8, commas between cells, up to the last cell that holds something, as rows have them; of a row with a letter of NUL a quote that does not
 * close, which makes whoever meets it read the rows themselves. Each piece holds until the next is asked for. Throws `parquet-not-read`.
 */
export async function* linesOf(file: ParquetFile): AsyncGenerator<Uint8Array> {
	const lines = new Lines();
	lines.header(file.names);
	for await (const group of file.groups())
		for (let row = group.from; row < group.to; ) {
			row = lines.take(group, row);
			yield lines.taken();
		}
	yield lines.taken();
}

class Lines {
	private bytes = Buffer.allocUnsafe(gathered * 2);
	private filled = 0;
	/** Rows that hold nothing: at the end none count. */
	private blank = 0;
	/** A letter of the row is NUL. */
	private hasNul = false;

	/** What was written since this was asked. */
	taken(): Uint8Array {
		const { filled } = this;
		this.filled = 0;
		return this.bytes.subarray(0, filled);
	}

	header(names: readonly string[]): void {
		this.row(
			names.map((name) => [name]),
			0,
		);
	}

	/** Writes rows from one on until enough is gathered; returns the next. */
	take({ from: first, to, columns }: RowGroup, from: number): number {
		let row = from;
		for (; row < to && this.filled < gathered; row++) this.row(columns, row - first);
		return row;
	}

	private row(columns: RowGroup["columns"], at: number): void {
		const begin = this.filled;
		/** Behind the last cell that held something. */
		let commas = 0;
		for (let index = 0; index < columns.length; index++) {
			const text = (columns[index] as readonly string[])[at] as string;
			if (text !== "") {
				if (this.filled === begin) this.write("", this.blank, feed);
				this.write(text, commas, comma);
				commas = 0;
			}
			commas += 1;
		}
		if (this.filled === begin) {
			this.blank += 1;
			return;
		}
		this.blank = 0;
		if (this.hasNul) {
			this.filled = begin;
			this.hasNul = false;
			this.write("", 1, quote);
		}
		this.write("", 1, feed);
	}

	/** Writes so many bytes of one kind, and a text behind them. */
	private write(text: string, times: number, byte: number): void {
		const most = times + 3 * text.length + 2;
		if (this.filled + most > this.bytes.length) this.bytes = Buffer.concat([this.bytes], (this.filled + most) * 2);
		const { bytes } = this;
		let at = this.filled;
		for (let n = 0; n < times; n++) bytes[at++] = byte;
		const begin = at;
		for (let n = 0; n < text.length; n++) {
			const letter = text.charCodeAt(n);
			if (letter >= 128 || letter < 32 || letter === comma || letter === quote) {
				this.hasNul ||= text.includes("\0");
				at = begin + bytes.write(special.test(text) ? `"${text.replaceAll('"', '""')}"` : text, begin);
				break;
			}
			bytes[at++] = letter;
		}
		this.filled = at;
	}
}
