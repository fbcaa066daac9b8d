/** What the row that comes is likely to be: rows come in some order, and go on in it. A guess is compared, and costs time where it is wrong. */

export class Guesses {
	/** The texts of the last row, the first ones where there was none; and its series, or −1. */
	lastWho = 0;
	lastWhen = 0;
	lastWhat = 0;
	lastSeries = -1;
	/** Behind a row of each kind: whether the month was another, and which kind came. */
	advances: Uint8Array = new Uint8Array(64);
	nextKind: Int32Array = new Int32Array(64);
	/** Which other month came behind each. */
	nextMonth: Int32Array = new Int32Array(64);

	makeRoom(months: number, kinds: number): void {
		if (kinds > this.nextKind.length) {
			this.nextKind = wider(this.nextKind, kinds);
			const more = new Uint8Array(this.nextKind.length);
			more.set(this.advances);
			this.advances = more;
		}
		if (months > this.nextMonth.length) this.nextMonth = wider(this.nextMonth, months);
	}

	keep(who: number, when: number, what: number, series: number): void {
		this.lastWho = who;
		this.lastWhen = when;
		this.lastWhat = what;
		this.lastSeries = series;
	}
}

function wider(values: Int32Array, least: number): Int32Array {
	const more = new Int32Array(Math.max(least, values.length * 2));
	more.set(values);
	return more;
}
