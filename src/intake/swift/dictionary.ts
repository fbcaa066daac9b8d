/**
 * Texts by their bytes: a number for each, found without decoding it. A text may be of several columns. Cells are kept as they are written, quotes
 * and the letter behind them included, as words of four bytes: to compare one is to find its end.
 */

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** Whoever compares words may read so many bytes behind a row. */
export const slack = 4;

/** The cells of a row: where those of each column begin in its bytes, and where the next begins. */
export interface RowCells {
	readonly bytes: Uint8Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
}

/**
 * It begins small and so grows among the first rows: what is compiled for the rows behind takes a memory that nobody has replaced yet for one that
 * stays, and would be compiled again each time that this shows.
 */
export class Dictionary {
	/**
	 * Of each cell how many whole words it has, its bytes, the bits of its last word that count, its words; and where the cells of each text are,
	 * column by column.
	 */
	words: Int32Array = new Int32Array(32);
	cells: Int32Array = new Int32Array(4);
	size = 0;
	readonly columns: readonly number[];
	private used = 0;
	private hashes: Int32Array = new Int32Array(4);
	/** By hash, one more than the number of a text; 0 where there is none. */
	private table: Int32Array = new Int32Array(16);

	constructor(columns: readonly number[]) {
		this.columns = columns;
	}

	/** The number of a row's text; −1 where it is not known. */
	find(row: RowCells): number {
		return this.at(row, this.hashOf(row));
	}

	/** Notes the text of a row, and gives its number. */
	add(row: RowCells): number {
		const hash = this.hashOf(row);
		const there = this.at(row, hash);
		if (there >= 0) return there;
		const id = this.size;
		this.size += 1;
		if (this.size > this.hashes.length) this.hashes = doubled(this.hashes);
		while (this.size * this.columns.length > this.cells.length) this.cells = doubled(this.cells);
		this.hashes[id] = hash;
		for (const [index, column] of this.columns.entries()) this.cells[id * this.columns.length + index] = this.append(row, column);
		if (this.size * 2 > this.table.length) this.rehash();
		else this.enter(id);
		return id;
	}

	private append({ bytes, starts, ends }: RowCells, column: number): number {
		const [start, end] = [starts[column] as number, ends[column] as number];
		const place = this.used;
		const [whole, rest] = [(end - start) >> 2, (end - start) & 3];
		while (place + 4 + whole > this.words.length) this.words = doubled(this.words);
		this.used = place + 4 + whole;
		const { words } = this;
		words[place] = whole;
		words[place + 1] = end - start;
		words[place + 2] = (1 << (rest * 8)) - 1;
		for (let at = start; at < end; at += 1) {
			const word = place + 3 + ((at - start) >> 2);
			words[word] = (words[word] as number) | ((bytes[at] as number) << (((at - start) & 3) * 8));
		}
		return place;
	}

	private hashOf({ bytes, starts, ends }: RowCells): number {
		let hash = seed;
		for (const column of this.columns) {
			const end = ends[column] as number;
			for (let at = starts[column] as number; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), prime);
		}
		return hash ^ (hash >>> 15);
	}

	private at(row: RowCells, hash: number): number {
		const mask = this.table.length - 1;
		for (let place = hash & mask; ; place = (place + 1) & mask) {
			const id = (this.table[place] as number) - 1;
			if (id < 0) return -1;
			if (this.hashes[id] === hash && this.is(row, id)) return id;
		}
	}

	private is({ bytes, starts, ends }: RowCells, id: number): boolean {
		const { columns, cells, words } = this;
		for (let index = 0; index < columns.length; index += 1) {
			const [start, end] = [starts[columns[index] as number] as number, ends[columns[index] as number] as number];
			const place = cells[id * columns.length + index] as number;
			if (words[place + 1] !== end - start) return false;
			for (let at = 0; at < end - start; at += 1)
				if ((((words[place + 3 + (at >> 2)] as number) >>> ((at & 3) * 8)) & 0xff) !== bytes[start + at]) return false;
		}
		return true;
	}

	private enter(id: number): void {
		const mask = this.table.length - 1;
		let place = (this.hashes[id] as number) & mask;
		while (this.table[place] !== 0) place = (place + 1) & mask;
		this.table[place] = id + 1;
	}

	private rehash(): void {
		this.table = new Int32Array(this.table.length * 2);
		for (let id = 0; id < this.size; id += 1) this.enter(id);
	}
}

function doubled(values: Int32Array): Int32Array {
	const more = new Int32Array(values.length * 2);
	more.set(values);
	return more;
}
