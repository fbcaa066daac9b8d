/**
 * The stretches of numbers of simple firms, gathered while a firm's numbers are in hand. No more is kept of each than four bytes: where it may be
 * another's by these, the firm's numbers are read once more.
 */
import { layLine, linesOf } from "../clear/number-lines.ts";
import type { PlainCase } from "../clear/plain-case.ts";
import { FlatNumbers } from "../flat-numbers.ts";
import type { GatheringRoom, PlainGathering } from "../gathering.ts";
import { Recurring, ShortHashes, type Sought, whole } from "../recurring.ts";
import { Stretches } from "../stretches.ts";

/** What a stretch has to say: so many digits, in so many numbers. */
export interface Saying {
	readonly enough: number;
	readonly shortest: number;
}

/** A stretch by its firm, its series among those of the firm, and its place there. */
export interface Stretch {
	readonly firm: number;
	readonly series: number;
	readonly start: number;
	readonly hash: number;
}

/** Stretches one after another, in flat memory. */
export class FlatStretches {
	readonly hashes: FlatNumbers = new FlatNumbers();
	readonly firms: FlatNumbers = new FlatNumbers();
	readonly places: FlatNumbers = new FlatNumbers();

	add(hash: number, firm: number, place: number): void {
		this.hashes.add(hash);
		this.firms.add(firm);
		this.places.add(place);
	}

	at(index: number): Stretch {
		const place = this.places.at(index);
		const [series, start] = [Math.floor(place / longestSeries), place % longestSeries];
		return { firm: this.firms.at(index), series, start, hash: this.hashes.at(index) };
	}
}

/** A place in a firm as one number. */
export function placeIn(series: number, start: number): number {
	return series * longestSeries + start;
}

/** More numbers than any series has. */
const longestSeries = 2 ** 32;

/** What one thread gathered of its simple firms, which are numbered from 0. */
export interface StretchPart {
	readonly short: Pick<ShortHashes, "chunks" | "size">;
	/** Of each firm which of all stretches is its first. */
	readonly firsts: Float64Array;
	/** Those that may have come before: which of all stretches, their hashes, and where they stand in their firms. */
	readonly again: { readonly at: Float64Array; readonly hashes: Float64Array; readonly places: Float64Array };
}

export class PlainStretches implements PlainGathering {
	private readonly saying: Saying;
	private readonly recurring: Recurring;
	private readonly stretches = new Stretches();
	private readonly short = new ShortHashes();
	private readonly firsts = new FlatNumbers();
	private readonly again = { at: new FlatNumbers(), hashes: new FlatNumbers(), places: new FlatNumbers() };

	constructor(saying: Saying, { bits }: GatheringRoom) {
		this.saying = saying;
		this.recurring = new Recurring(bits);
	}

	take(plain: PlainCase): void {
		const [stretches, recurring, short, again] = [this.stretches, this.recurring, this.short, this.again];
		this.firsts.add(short.size);
		let series = 0;
		for (const line of linesOf(plain)) {
			layLine(plain, line, stretches);
			const found = stretches.find(this.saying.enough, this.saying.shortest);
			const { starts, highs, lows } = stretches;
			const count = recurring.add(highs, lows, found);
			for (let nr = 0; nr < count; nr += 1) {
				const own = recurring.again[nr] as number;
				again.at.add(short.size + own);
				again.hashes.add(whole(highs[own] as number, lows[own] as number));
				again.places.add(placeIn(series, starts[own] as number));
			}
			short.add(highs, found);
			series += 1;
		}
	}

	part(): StretchPart {
		const { short, firsts, again } = this;
		const [at, hashes, places] = [again.at.copy, again.hashes.copy, again.places.copy];
		return { short: { chunks: short.chunks, size: short.size }, firsts: firsts.copy, again: { at, hashes, places } };
	}
}

/**
 * All stretches of a part whose short hashes are looked for. `firmAt`: which firm of the run each of its firms is. Where one is not among those that may
 * have come before, the numbers of its firm are read again.
 */
export function soughtIn(
	part: StretchPart,
	firmAt: FlatNumbers,
	{
		sought,
		saying,
		plainOf,
	}: { readonly sought: Sought; readonly saying: Saying; readonly plainOf: (firm: number) => PlainCase },
	into: FlatStretches,
): void {
	const { firsts, again } = part;
	const stretches = new Stretches();
	let nextAgain = 0;
	let own = 0;
	/** Those of the firm in hand that are known, and whether there are others. */
	let [known, isUnknown] = [0, false];
	const settle = (): void => {
		const firm = firmAt.at(own);
		if (isUnknown) readAgain(plainOf(firm), firm, { sought, saying, stretches }, into);
		else
			for (let nr = nextAgain - known; nr < nextAgain; nr += 1)
				into.add(again.hashes[nr] as number, firm, again.places[nr] as number);
		[known, isUnknown] = [0, false];
	};
	let before = 0;
	for (const chunk of part.short.chunks) {
		const end = Math.min(chunk.length, part.short.size - before);
		for (let place = sought.next(chunk, 0, end); place < end; place = sought.next(chunk, place + 1, end)) {
			const at = before + place;
			if (at >= (firsts[own + 1] ?? Number.POSITIVE_INFINITY)) {
				settle();
				while (at >= (firsts[own + 1] ?? Number.POSITIVE_INFINITY)) own += 1;
			}
			if (again.at[nextAgain] === at) {
				nextAgain += 1;
				known += 1;
			} else isUnknown = true;
		}
		before += chunk.length;
	}
	settle();
}

function readAgain(
	plain: PlainCase,
	firm: number,
	{ sought, saying, stretches }: { readonly sought: Sought; readonly saying: Saying; readonly stretches: Stretches },
	into: FlatStretches,
): void {
	for (const [series, line] of linesOf(plain).entries()) {
		layLine(plain, line, stretches);
		const found = stretches.find(saying.enough, saying.shortest);
		const { starts, highs, lows } = stretches;
		for (let nr = sought.next(highs, 0, found); nr < found; nr = sought.next(highs, nr + 1, found))
			into.add(whole(highs[nr] as number, lows[nr] as number), firm, placeIn(series, starts[nr] as number));
	}
}
