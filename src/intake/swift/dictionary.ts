/** Texts by their bytes: a number for each, found without decoding it. A text may be of several columns. */

/** No byte of a text in UTF-8 or GB18030: it ends each cell of a text. */
export const cellEnd = 0xff;

const seed = 0x811c9dc5;
const prime = 0x01000193;

/** The cells of a row: where those of each column begin and end in its bytes. */
export interface RowCells {
	readonly bytes: Uint8Array;
	readonly starts: Int32Array;
	readonly ends: Int32Array;
}

export class Dictionary {
	/** Texts one after another, and where each begins. */
	bytes: Uint8Array = new Uint8Array(1 << 12);
	begins: Int32Array = new Int32Array(256);
	size = 0;
	private readonly columns: readonly number[];
	private used = 0;
	private hashes: Int32Array = new Int32Array(256);
	/** By hash, one more than the number of a text; 0 where there is none. */
	private table: Int32Array = new Int32Array(1 << 10);

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
		if (this.size > this.begins.length) {
			this.begins = doubled(this.begins);
			this.hashes = doubled(this.hashes);
		}
		this.begins[id] = this.used;
		this.hashes[id] = hash;
		for (const column of this.columns) this.append(row, column);
		if (this.size * 2 > this.table.length) this.rehash();
		else this.enter(id);
		return id;
	}

	private append({ bytes, starts, ends }: RowCells, column: number): void {
		const [start, end] = [starts[column] as number, ends[column] as number];
		while (this.used + end - start + 1 > this.bytes.length) {
			const more = new Uint8Array(this.bytes.length * 2);
			more.set(this.bytes);
			this.bytes = more;
		}
		this.bytes.set(bytes.subarray(start, end), this.used);
		this.used += end - start;
		this.bytes[this.used] = cellEnd;
		this.used += 1;
	}

	private hashOf({ bytes, starts, ends }: RowCells): number {
		let hash = seed;
		for (const column of this.columns) {
			const end = ends[column] as number;
			for (let at = starts[column] as number; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), prime);
			hash = Math.imul(hash ^ cellEnd, prime);
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
		let own = this.begins[id] as number;
		for (const column of this.columns) {
			const end = ends[column] as number;
			for (let at = starts[column] as number; at < end; at += 1, own += 1) if (this.bytes[own] !== bytes[at]) return false;
			if (this.bytes[own] !== cellEnd) return false;
			own += 1;
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
