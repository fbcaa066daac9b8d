/** Some whole numbers in a row as one key, in memory that is used again for the next. */
export class NumberKey {
	/** Of all numbers so far. */
	hash = 0;
	private numbers = new Int32Array(256);
	private count = 0;

	begin(): void {
		[this.hash, this.count] = [0, 0];
	}

	/** Adds a whole number of 32 bits. */
	add(number: number): void {
		if (this.count === this.numbers.length) {
			const more = new Int32Array(2 * this.count);
			more.set(this.numbers);
			this.numbers = more;
		}
		this.numbers[this.count] = number;
		this.count += 1;
		this.hash = (Math.imul(this.hash ^ number, 0x01000193) + 1) | 0;
	}

	/** Whether these are the same numbers. */
	is(others: Int32Array): boolean {
		if (others.length !== this.count) return false;
		for (let at = 0; at < this.count; at += 1) if (others[at] !== this.numbers[at]) return false;
		return true;
	}

	/** The numbers so far, to be kept. */
	copy(): Int32Array {
		return this.numbers.slice(0, this.count);
	}
}
