/**
 * two firms share a series of measured numbers, in whole or in part, amounts or laboratory values. Meters of two works
 * do not agree digit by digit for months on end. How much agreement is a surprise depends on how much there is to agree by
 * chance: so many digits more than the number of pairs in the run explains.
 *
 * Firms are never compared pair by pair. Of each place in a series the shortest stretch of months that says enough is hashed, and
 * bits tell which hashes may occur twice. Only where any does are all gone through once more, and the numbers laid side by side with the
 * first firm that has them. Of all that a firm shares with one other, what says most is reported, of the firm that it is the less like.
 */
import { countLimit } from "../asking.ts";
import { plainSeries } from "../case.ts";
import { layLine, linesOf, numbersIn } from "../clear/number-lines.ts";
import type { PlainCase } from "../clear/plain-case.ts";
import { FlatNumbers } from "../flat-numbers.ts";
import { type NumberSeries, type Numbers, numberSeriesOf } from "../number-series.ts";
import { halvesOf, Recurring, whole } from "../recurring.ts";
import { answer, type ClearedFirms, notChecked, type RunRule } from "../rule.ts";
import { Stretches, stretchesIn } from "../stretches.ts";
import { agreement, type Kept, type KeptOf, type Shared, sharedIn, toldOf } from "./shared-told.ts";

export const sharedSeries: RunRule = {
	id: "X-501",
	code: "shared-series",
	begin: (limit, firms) => {
		const chance = countLimit(limit, "chance-digits");
		const search: Search = {
			// A stretch that agrees by chance once in the square of what is no chance.
			enough: chance * 2,
			shortest: countLimit(limit, "shared-months"),
			firms: [],
			seriesOf: [],
			endOf: [],
			beginsAt: [],
			hashes: new FlatNumbers(),
			recurring: new Recurring(firms * stretchesOfFirm),
			stretches: new Stretches(),
			count: 0,
			cleared: undefined,
		};
		return {
			take: (one) => {
				if (one.series.length === 0) return;
				const { firm, recordAgain, rules } = one;
				search.firms.push({ firm, recordAgain, rules });
				search.seriesOf.push(search.beginsAt.length);
				for (const numbers of numberSeriesOf(one)) {
					stretchesIn(numbers, search.stretches);
					search.beginsAt.push(search.hashes.size);
					keep(search, note(search), numbers.at.length);
				}
				search.endOf.push(search.beginsAt.length);
			},
			takePlain: (plain, cleared) => {
				if (plain.numbers.energies === 0) return;
				search.firms.push(plain.names[0] as string);
				search.cleared = cleared;
				const isKept = search.hashes.size < mostKept;
				search.seriesOf.push(isKept ? search.beginsAt.length : none);
				for (const line of linesOf(plain)) {
					const length = layLine(plain, line, search.stretches);
					if (isKept) search.beginsAt.push(search.hashes.size);
					const found = note(search);
					if (isKept) keep(search, found, length);
				}
				search.endOf.push(isKept ? search.beginsAt.length : none);
			},
			answer: () => {
				if (search.firms.length === 0) return notChecked("no-months");
				if (search.firms.length === 1) return notChecked("no-other-firm");
				// There are as many pairs as the square of the stretches.
				const surprising = chance + 2 * String(search.count).length;
				const keptOf = keeper(search);
				return answer(toldOf(sharedBy(search, keptOf, surprising), keptOf, limit));
			},
		};
	},
};

/** Of six years and five series by month: only how much room is made at first hangs on it. */
const stretchesOfFirm = 360;
/** Where there is nothing. */
const none = -1;
/** Hashes of cleared firms are kept up to so many, eight bytes each; those of more firms are made again where they are asked for. */
const mostKept = 1 << 22;

interface Search {
	readonly enough: number;
	readonly shortest: number;
	/** In order; of one that was cleared, what it is known by. */
	readonly firms: (Kept | string)[];
	/** Of each firm the first of its series, and that behind the last; none where no hashes are kept, since the numbers are at hand. */
	readonly seriesOf: number[];
	readonly endOf: number[];
	/** Of each series where its hashes begin: one for each number, none where no stretch begins. */
	readonly beginsAt: number[];
	readonly hashes: FlatNumbers;
	readonly recurring: Recurring;
	/** Of the series in hand. */
	readonly stretches: Stretches;
	/** How many stretches say enough. */
	count: number;
	cleared: ClearedFirms | undefined;
}

/** Notes the stretches of the series in hand, and gives how many say enough. */
function note(search: Search): number {
	const { enough, shortest, stretches, recurring } = search;
	const found = stretches.find(enough, shortest);
	recurring.add(stretches.highs, stretches.lows, found);
	search.count += found;
	return found;
}

/** Keeps the hashes of the series in hand, of so many numbers. */
function keep({ stretches, hashes }: Search, found: number, length: number): void {
	const { starts, highs, lows } = stretches;
	let next = 0;
	for (let place = 0; place < length; place += 1) {
		const begins = next < found && starts[next] === place;
		hashes.add(begins ? whole(highs[next] as number, lows[next] as number) : none);
		if (begins) next += 1;
	}
}

/** A stretch that may be another firm's, or stand elsewhere in its own: by its firm, its series among those of the firm, its place there. */
interface Stretch {
	readonly firm: number;
	readonly series: number;
	readonly start: number;
	readonly hash: number;
}

/** All whose hashes come more than once, in order of firm. Few of those that may are, and no more is kept of the others than where they stand. */
function repeatedIn(search: Search): Stretch[] {
	const mayRecur = search.recurring.recurs();
	if (mayRecur === undefined) return [];
	const [hashes, firms, places] = [new FlatNumbers(), new FlatNumbers(), new FlatNumbers()];
	for (const { firm, series, start, hash } of stretchesOf(search, mayRecur)) {
		hashes.add(hash);
		firms.add(firm);
		places.add(series * longestSeries + start);
	}
	const twice = hashes.twice();
	const found: Stretch[] = [];
	for (let at = 0; at < hashes.size; at += 1) {
		const hash = hashes.at(at);
		if (!twice.has(hash)) continue;
		const place = places.at(at);
		found.push({ firm: firms.at(at), series: Math.floor(place / longestSeries), start: place % longestSeries, hash });
	}
	return found;
}

/** More numbers than any series has. */
const longestSeries = 2 ** 32;

function* stretchesOf(search: Search, isWanted: (high: number, low: number) => boolean): Generator<Stretch> {
	const { firms, seriesOf, endOf, beginsAt, hashes, stretches } = search;
	for (let firm = 0; firm < firms.length; firm += 1) {
		const begin = seriesOf[firm] as number;
		if (begin === none) {
			const plain = search.cleared?.plain(firms[firm] as string) as PlainCase;
			for (const [series, line] of linesOf(plain).entries()) {
				layLine(plain, line, stretches);
				const all = stretches.find(search.enough, search.shortest);
				for (let nr = 0; nr < all; nr += 1) {
					const [high, low] = [stretches.highs[nr] as number, stretches.lows[nr] as number];
					if (isWanted(high, low)) yield { firm, series, start: stretches.starts[nr] as number, hash: whole(high, low) };
				}
			}
			continue;
		}
		for (let series = begin; series < (endOf[firm] as number); series += 1) {
			const last = beginsAt[series + 1] ?? hashes.size;
			for (let place = beginsAt[series] as number; place < last; place += 1) {
				const hash = hashes.at(place);
				if (hash === none) continue;
				const [high, low] = halvesOf(hash);
				if (isWanted(high, low)) yield { firm, series: series - begin, start: place - (beginsAt[series] as number), hash };
			}
		}
	}
}

/** Goes through them in order: each with the first stretch of another firm that has its numbers. Of what agrees that surprises nobody nothing is made. */
function sharedBy(search: Search, keptOf: KeptOf, surprising: number): Shared[] {
	const seriesOf = lastTwo((firm) => seriesAgain(keptOf(nameIn(search.firms[firm] as Kept | string))));
	const plainNumbersOf = lastTwo((firm) => plainNumbers(search, firm));
	const numbersOf = ({ firm, series }: Stretch): Numbers =>
		(search.seriesOf[firm] === none ? plainNumbersOf(firm) : seriesOf(firm))[series] as Numbers;
	const first = new Map<number, Stretch>();
	const found: Shared[] = [];
	// What follows of the same stretch is reported with it.
	let told = { firm: none, series: none, end: 0 };
	for (const one of repeatedIn(search)) {
		if (one.firm === told.firm && one.series === told.series && one.start < told.end) continue;
		const there = first.get(one.hash);
		if (there === undefined) first.set(one.hash, one);
		else if (there.firm !== one.firm) {
			const agreed = agreement(numbersOf(one), one.start, numbersOf(there), there.start);
			if (agreed === undefined) continue;
			told = { firm: one.firm, series: one.series, end: agreed.end };
			if (agreed.digits < surprising) continue;
			const [own, other] = [one, there].map(({ firm, series }) => seriesOf(firm)[series]) as [NumberSeries, NumberSeries];
			const names = [one, there].map(({ firm }) => nameIn(search.firms[firm] as Kept | string)) as [string, string];
			found.push(sharedIn(own, other, agreed, names));
		}
	}
	return found;
}

/** The numbers of a firm that was cleared, series by series, in the order of those that are made again. */
function plainNumbers({ firms, cleared }: Search, firm: number): Numbers[] {
	const plain = cleared?.plain(firms[firm] as string) as PlainCase;
	return linesOf(plain).map((line) => numbersIn(plain, line));
}

function nameIn(firm: Kept | string): string {
	return typeof firm === "string" ? firm : firm.firm.firm;
}

/** What is kept of a firm; of one that was cleared it is made again. */
function keeper({ firms, cleared }: Search): KeptOf {
	const byName = new Map<string, Kept>();
	for (const one of firms) if (typeof one !== "string") byName.set(one.firm.firm, one);
	return (firm) => byName.get(firm) ?? (cleared as ClearedFirms).case(firm);
}

/** What is made of the last two firms is kept, since what is shared is shared on and on. */
function lastTwo<T>(make: (firm: number) => T): (firm: number) => T {
	let kept: (readonly [firm: number, made: T])[] = [];
	return (firm) => {
		const found = kept.find(([of]) => of === firm) ?? ([firm, make(firm)] as const);
		kept = [found, ...kept.filter((one) => one !== found)].slice(0, 2);
		return found[1];
	};
}

function seriesAgain({ firm, recordAgain, rules }: Kept): NumberSeries[] {
	return numberSeriesOf({ rules, series: plainSeries(firm, recordAgain(), rules) });
}
