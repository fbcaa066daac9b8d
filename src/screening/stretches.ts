/**
 * Stretches of numbers that say enough to be looked for elsewhere, and hashes of them: of each place in a series the shortest that begins
 * there. Equal numbers have equal hashes however they are written and wherever they are kept, as entries or as digits in typed memory.
 */
import type { Exact } from "../exact/exact.ts";
import type { NumberSeries } from "./number-series.ts";

/** 10^n, as far as a float holds it. */
const powers: readonly number[] = Array.from({ length: 310 }, (_, n) => 10 ** n);

/** Longer stretches say too little a month to be looked for. */
const longest = 24;

const [first, second] = [0x2c1b3c6d, 0x297a2d39];
const firstPowers = Int32Array.from({ length: longest + 1 }, () => 1);
const secondPowers = Int32Array.from({ length: longest + 1 }, () => 1);
for (let power = 1; power <= longest; power += 1) {
	firstPowers[power] = Math.imul(firstPowers[power - 1] as number, first);
	secondPowers[power] = Math.imul(secondPowers[power - 1] as number, second);
}

/** The numbers of one series, in memory that is used again for the next. */
export class Stretches {
	private seed = 0;
	private count = 0;
	private digits = new Float64Array(128);
	private places = new Int32Array(128);
	/** Digits that say something: all but the leading one. And the same of a number that is not the one before it again, else none. */
	private says = new Uint8Array(128);
	private adds = new Uint8Array(128);
	/** Whether it is of the same month as the one before it, or of the next. */
	private follows = new Uint8Array(128);
	/** Hashes of all numbers before a place. */
	private firsts = new Int32Array(129);
	private seconds = new Int32Array(129);
	/** Where each stretch that says enough begins, and the two halves of its hash. */
	starts: Int32Array = new Int32Array(128);
	highs: Int32Array = new Int32Array(128);
	lows: Int32Array = new Int32Array(128);

	/** Begins with a series of what `kind` says: amounts in a unit, or a value of laboratories. */
	begin(kind: number): void {
		this.seed = stirred(Math.imul(kind, 0x9e3779b1));
		this.count = 0;
	}

	/** A number that is held. */
	add({ digits, places }: Exact, follows: boolean): void {
		this.room(this.count + 1);
		this.digits[this.count] = Number(digits);
		this.places[this.count] = places;
		this.follows[this.count] = follows ? 1 : 0;
		this.count += 1;
		this.settle(this.count - 1);
	}

	/**
	 * Numbers of months one after another, by their digits as written and how many of them stand behind the point; each counts so many tens to
	 * the power of `tens`.
	 */
	addWritten(digits: Float64Array, behind: Uint8Array, from: number, to: number, tens: number): void {
		const before = this.count;
		this.room(before + to - from);
		const [own, places] = [this.digits, this.places];
		for (let at = from; at < to; at += 1) {
			let rest = digits[at] as number;
			let place = (behind[at] as number) - tens;
			if (place < 0) {
				rest *= powers[-place] as number;
				place = 0;
			}
			while (place > 0 && isTen(rest)) {
				rest /= 10;
				place -= 1;
			}
			own[before + at - from] = rest;
			places[before + at - from] = place;
		}
		this.count = before + to - from;
		this.follows.fill(1, before, this.count);
		this.settle(before);
	}

	/** Finds the stretches of so many digits and so many numbers, and gives how many there are. */
	find(enough: number, shortest: number): number {
		const { says, adds, follows, firsts, seconds, starts, highs, lows } = this;
		const count = this.count;
		const seed = this.seed;
		let found = 0;
		let end = 0;
		let said = 0;
		for (let start = 0; start < count; start += 1) {
			if (end <= start) {
				end = start + 1;
				said = 0;
			} else said -= adds[start] as number;
			const wanted = enough - (says[start] as number);
			const [least, most] = [start + shortest, Math.min(count, start + longest)];
			// Of what begins later less is said until the same place.
			while (end < most && (said < wanted || end < least) && follows[end] === 1) {
				said += adds[end] as number;
				end += 1;
			}
			if (said < wanted || end < least) continue;
			const length = end - start;
			const one = ((firsts[end] as number) - Math.imul(firsts[start] as number, firstPowers[length] as number)) | 0;
			const other = ((seconds[end] as number) - Math.imul(seconds[start] as number, secondPowers[length] as number)) | 0;
			starts[found] = start;
			highs[found] = stirred(one ^ seed);
			lows[found] = stirred((Math.imul(other ^ seed, 0x01000193) + length) | 0);
			found += 1;
		}
		return found;
	}

	/** What is made of numbers from a place on. */
	private settle(from: number): void {
		const { digits, places, says, adds, firsts, seconds } = this;
		const count = this.count;
		let size = 1;
		let one = firsts[from] as number;
		let other = seconds[from] as number;
		for (let at = from; at < count; at += 1) {
			const own = digits[at] as number;
			const place = places[at] as number;
			let rest = Math.abs(own);
			while (place === 0 && rest !== 0 && isTen(rest)) rest /= 10;
			// Numbers are as long as those before them, nearly always.
			while (rest >= (powers[size] as number)) size += 1;
			while (size > 1 && rest < (powers[size - 1] as number)) size -= 1;
			const repeats = at > 0 && own === digits[at - 1] && place === places[at - 1];
			says[at] = size - 1;
			adds[at] = repeats ? 0 : size - 1;
			const bits = own < 0x80000000 ? hashed(own | 0, 0, place) : hashed(own | 0, Math.floor(own / 0x100000000) | 0, place);
			one = (Math.imul(one, first) + bits) | 0;
			other = (Math.imul(other, second) + bits) | 0;
			firsts[at + 1] = one;
			seconds[at + 1] = other;
		}
	}

	private room(wanted: number): void {
		if (wanted <= this.digits.length) return;
		const room = Math.max(wanted, this.digits.length * 2);
		this.digits = copied(new Float64Array(room), this.digits);
		this.places = copied(new Int32Array(room), this.places);
		this.says = copied(new Uint8Array(room), this.says);
		this.adds = copied(new Uint8Array(room), this.adds);
		this.follows = copied(new Uint8Array(room), this.follows);
		this.firsts = copied(new Int32Array(room + 1), this.firsts);
		this.seconds = copied(new Int32Array(room + 1), this.seconds);
		[this.starts, this.highs, this.lows] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
	}
}

/** What a series is of, as far as only series of one kind are held against each other. */
export function kindOf({ parameter, unit }: { readonly parameter: NumberSeries["parameter"]; readonly unit: string }): number {
	return parameter === "" ? unit.length * 256 + unit.charCodeAt(0) : parameter.length;
}

/** Lays a firm's series into the stretches. */
export function stretchesIn({ parameter, series: { unit }, at, exactly }: NumberSeries, stretches: Stretches): void {
	stretches.begin(kindOf({ parameter, unit }));
	for (let place = 0; place < at.length; place += 1)
		stretches.add(exactly(place), place === 0 || (at[place] as number) - (at[place - 1] as number) <= 1);
}

function copied<A extends { set(from: A): void }>(into: A, from: A): A {
	into.set(from);
	return into;
}

/** Whether a whole number ends with a zero. */
function isTen(digits: number): boolean {
	return digits < 0x80000000 ? (digits | 0) % 10 === 0 : digits % 10 === 0;
}

/** A number to 32 bits that differ wherever its own do. */
function hashed(low: number, high: number, places: number): number {
	return stirred(Math.imul(low ^ Math.imul((high + (places << 24)) | 0, 0x85ebca6b), 0xc2b2ae35));
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function stirred(value: number): number {
	let bits = value ^ (value >>> 16);
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
