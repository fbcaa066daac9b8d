/** Numbers one after another in flat memory, eight bytes each, which grows by doubling. */
export class FlatNumbers {
	private all = new Float64Array(1 << 10);
	size = 0;

	add(value: number): void {
		if (this.size === this.all.length) {
			const more = new Float64Array(this.all.length * 2);
			more.set(this.all);
			this.all = more;
		}
		this.all[this.size] = value;
		this.size += 1;
	}

	at(place: number): number {
		return this.all[place] as number;
	}

	/** Those that are there more than once. */
	twice(): ReadonlySet<number> {
		const sorted = this.values.slice().sort();
		return new Set(sorted.filter((value, place) => place > 0 && value === sorted[place - 1]));
	}

	/** All of them for another thread, and no more memory than they take. */
	get copy(): Float64Array {
		return this.values.slice();
	}

	/** All of them; not to be changed. */
	get values(): Float64Array {
		return this.all.subarray(0, this.size);
	}
}
