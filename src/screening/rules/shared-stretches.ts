/** Which stretches of numbers come more than once among all firms of a run. Of firms that are not simple the hashes of all are kept. */
import type { PlainCase } from "../clear/plain-case.ts";
import { FlatNumbers } from "../flat-numbers.ts";
import type { Gathered, GatheringRoom } from "../gathering.ts";
import type { NumberSeries } from "../number-series.ts";
import { Recurring, Sought, whole } from "../recurring.ts";
import { Stretches, stretchesIn } from "../stretches.ts";
import { FlatStretches, placeIn, type Saying, type Stretch, type StretchPart, soughtIn } from "./plain-stretches.ts";

/** Where there is nothing. */
const none = -1;

/** Firms are numbered as they come: simple ones, of which threads gathered what there is, and others. */
export class SharedStretches {
	/** How many say enough. */
	count = 0;
	private firms = 0;
	private readonly saying: Saying;
	private readonly parts: readonly StretchPart[];
	/** Of each part which firm of the run each of its firms is. */
	private readonly firmAt: readonly FlatNumbers[];
	private readonly recurring: Recurring;
	private readonly stretches = new Stretches();
	/** Of each series of the other firms whose it is, and where its hashes begin: one for each number, none where no stretch begins. */
	private readonly ownerOf = new FlatNumbers();
	private readonly beginsAt = new FlatNumbers();
	private readonly hashes = new FlatNumbers();
	/** Those that may have come before. */
	private readonly again = new FlatNumbers();

	constructor(saying: Saying, { bits }: GatheringRoom, parts: Gathered["parts"]) {
		this.saying = saying;
		this.parts = parts as readonly StretchPart[];
		this.firmAt = parts.map(() => new FlatNumbers());
		this.recurring = new Recurring(bits);
		for (const { short } of this.parts) this.count += short.size;
	}

	take(all: readonly NumberSeries[]): void {
		for (const numbers of all) {
			stretchesIn(numbers, this.stretches);
			this.ownerOf.add(this.firms);
			this.beginsAt.add(this.hashes.size);
			this.keep(numbers.at.length);
		}
		this.firms += 1;
	}

	/** The next firm of a part; `isOne`: whether it has series, and counts. */
	takePlain(part: number, isOne: boolean): void {
		this.firmAt[part]?.add(isOne ? this.firms : none);
		if (isOne) this.firms += 1;
	}

	/** All whose hashes come more than once, in order of firm. `plainOf`: a simple firm by its number. */
	twice(plainOf: (firm: number) => PlainCase): Stretch[] {
		const sought = new Sought([this.again.values, ...this.parts.map(({ again }) => again.hashes)]);
		if (sought.size === 0) return [];
		const found = new FlatStretches();
		this.soughtAmongOwn(sought, found);
		for (const [part, one] of this.parts.entries())
			soughtIn(one, this.firmAt[part] as FlatNumbers, { sought, saying: this.saying, plainOf }, found);
		const twice = found.hashes.twice();
		const all: Stretch[] = [];
		for (let at = 0; at < found.hashes.size; at += 1) if (twice.has(found.hashes.at(at))) all.push(found.at(at));
		return all.sort((a, b) => a.firm - b.firm || a.series - b.series || a.start - b.start);
	}

	/** Notes the stretches of the series in hand, of so many numbers, and keeps their hashes. */
	private keep(length: number): void {
		const [recurring, stretches, hashes, saying] = [this.recurring, this.stretches, this.hashes, this.saying];
		const found = stretches.find(saying.enough, saying.shortest);
		const { starts, highs, lows } = stretches;
		const count = recurring.add(highs, lows, found);
		for (let nr = 0; nr < count; nr += 1) {
			const own = recurring.again[nr] as number;
			this.again.add(whole(highs[own] as number, lows[own] as number));
		}
		this.count += found;
		let next = 0;
		for (let place = 0; place < length; place += 1) {
			const begins = next < found && starts[next] === place;
			hashes.add(begins ? whole(highs[next] as number, lows[next] as number) : none);
			if (begins) next += 1;
		}
	}

	private soughtAmongOwn(sought: Sought, into: FlatStretches): void {
		const { ownerOf, beginsAt, hashes } = this;
		let series = 0;
		for (let at = 0; at < ownerOf.size; at += 1) {
			const firm = ownerOf.at(at);
			series = at > 0 && ownerOf.at(at - 1) === firm ? series + 1 : 0;
			const begins = beginsAt.at(at);
			const end = at + 1 < beginsAt.size ? beginsAt.at(at + 1) : hashes.size;
			for (let place = begins; place < end; place += 1) {
				const hash = hashes.at(place);
				if (hash !== none && sought.has(hash)) into.add(hash, firm, placeIn(series, place - begins));
			}
		}
	}
}
