/**
 * two firms share a series of measured numbers, in whole or in part, amounts or laboratory values. Meters of two works
 * do not agree digit by digit for months on end. How much agreement is a surprise depends on how much there is to agree by
 * chance: so many digits more than the number of pairs in the run explains.
 *
 * Firms are never compared pair by pair. Of each place in a series the shortest stretch of months that says enough is hashed;
 * only where a hash occurs twice are the numbers laid side by side, with the first firm that has them. Of all that a firm
 * shares with one other, what says most is told.
 */
import { equal, significantDigits } from "../../exact/exact.ts";
import { finding, remark } from "../../findings/finding.ts";
import { type Entry, placeOf, rowName } from "../../ledger/entry.ts";
import { countLimit, monthName, subjectOf } from "../asking.ts";
import { type Fingerprints, fingerprints, joined, mixed, none, stirred } from "../fingerprints.ts";
import { answer, type FirmCase, notChecked, type RunRule, type Suspicion } from "../rule.ts";
import { seriesOf } from "../series.ts";
import { type Strip, stripsOf } from "../strips.ts";
import { agreeingDigits } from "../surprise.ts";

export const sharedSeries: RunRule = {
	id: "X-501",
	code: "shared-series",
	judgeAll: (all, limit) => {
		const chance = countLimit(limit, "chance-digits");
		const search: Search = {
			// A stretch that agrees by chance once in the square of what is no chance.
			enough: chance * 2,
			shortest: countLimit(limit, "shared-months"),
			firms: [],
			firmOf: [],
			indexOf: [],
			beginsAt: [],
			prints: fingerprints(),
			stretches: 0,
		};
		const scratch: Scratch = { bits: [], digits: [] };
		for (const one of all) {
			if (one.series.length === 0) continue;
			search.firms.push({ book: one.book, rules: one.rules });
			for (const [index, strip] of stripsOf(one).entries()) note(search, scratch, strip, index);
		}
		if (search.firms.length === 0) return notChecked("no-months");
		if (search.firms.length === 1) return notChecked("no-other-firm");
		// There are as many pairs as the square of the stretches.
		const surprising = chance + 2 * String(search.stretches).length;
		return answer(toldOf(sharedBy(search).filter(({ digits }) => digits >= surprising)));
	},
};

/** What is kept of a firm. Its histories are made again where a hash leads back to it, so that memory does not grow with them. */
type Kept = Pick<FirmCase, "book" | "rules">;

interface Search {
	readonly enough: number;
	readonly shortest: number;
	readonly firms: Kept[];
	/** Of each strip its firm, its place among the firm's strips, and where its hashes begin. */
	readonly firmOf: number[];
	readonly indexOf: number[];
	readonly beginsAt: number[];
	/** One for each number of each strip: of the stretch that begins there. */
	readonly prints: Fingerprints;
	/** How many stretches say enough. */
	stretches: number;
}

/** Of the strip in hand: bits to make hashes of, and the digits that say something. */
interface Scratch {
	readonly bits: number[];
	readonly digits: number[];
}

/** Longer stretches say too little a month to be looked for. */
const longest = 24;

function note(search: Search, { bits, digits }: Scratch, strip: Strip, index: number): void {
	const { enough, shortest, prints } = search;
	const { at, sizes } = strip;
	search.firmOf.push(search.firms.length - 1);
	search.indexOf.push(index);
	search.beginsAt.push(prints.size());
	for (let place = 0; place < sizes.length; place += 1) {
		const size = sizes[place] as number;
		bits[place] = mixed(size);
		digits[place] = size === 0 ? 0 : significantDigits(strip.exactly(place)) - 1;
	}
	const { unit } = strip.series;
	const seed = mixed(strip.parameter === "" ? unit.length * 256 + unit.charCodeAt(0) : strip.parameter.length);
	for (let start = 0; start < at.length; start += 1) {
		let [high, low, said, end] = [seed, ~seed, 0, start];
		while (end < at.length && end - start < longest && (said < enough || end - start < shortest)) {
			if (end > start && (at[end] as number) - (at[end - 1] as number) > 1) break;
			if (end === start || sizes[end] !== sizes[end - 1]) said += digits[end] as number;
			high = stirred(high ^ (bits[end] as number));
			low = Math.imul(low ^ (bits[end] as number), 0x01000193) + high;
			end += 1;
		}
		const full = said >= enough && end - start >= shortest;
		if (full) search.stretches += 1;
		prints.add(full ? joined(high, low) : none);
	}
}

/** Numbers that two firms have in common. */
interface Shared {
	readonly firm: string;
	readonly other: string;
	readonly strip: Pick<Strip, "parameter"> & { readonly series: Pick<Strip["series"], "carrier" | "use"> };
	readonly from: number;
	readonly to: number;
	readonly months: number;
	readonly entry: Entry;
	readonly otherEntry: Entry;
	/** How many digits agree. */
	readonly digits: number;
}

/** Goes through the strips once more, in order of firm: each with the first strip of another firm that has its numbers. */
function sharedBy(search: Search): Shared[] {
	const { prints, beginsAt, firmOf } = search;
	const repeated = prints.repeated();
	if (repeated.size === 0) return [];
	const strips = stripMaker(search);
	const first = new Map<number, { readonly strip: number; readonly start: number }>();
	const found: Shared[] = [];
	for (const [strip, begin] of beginsAt.entries()) {
		const end = beginsAt[strip + 1] ?? prints.size();
		for (let place = begin; place < end; place += 1) {
			const hash = prints.at(place);
			if (!repeated.has(hash)) continue;
			const there = first.get(hash);
			if (there === undefined) first.set(hash, { strip, start: place - begin });
			else if (firmOf[there.strip] !== firmOf[strip]) {
				const firms = [strip, there.strip].map((id) => (search.firms[firmOf[id] as number] as Kept).book.firm) as [
					string,
					string,
				];
				const shared = sideBySide(strips(strip), place - begin, strips(there.strip), there.start, firms);
				if (shared === undefined) continue;
				found.push(shared.told);
				// What follows of the same stretch is told with it.
				place = begin + shared.end - 1;
			}
		}
	}
	return found;
}

/** Makes strips again; those of the last two firms are kept, since what is shared is shared on and on. */
function stripMaker({ firms, firmOf, indexOf }: Search): (id: number) => Strip {
	let kept: (readonly [firm: number, strips: readonly Strip[]])[] = [];
	return (id) => {
		const firm = firmOf[id] as number;
		const found = kept.find(([of]) => of === firm) ?? ([firm, stripsAgain(firms[firm] as Kept)] as const);
		kept = [found, ...kept.filter((one) => one !== found)].slice(0, 2);
		return found[1][indexOf[id] as number] as Strip;
	};
}

function stripsAgain({ book, rules }: Kept): Strip[] {
	return stripsOf({ rules, series: seriesOf(book) });
}

/** All that agrees around one place of two strips, and where it ends in the first; undefined where the hash misled. */
function sideBySide(
	strip: Strip,
	start: number,
	other: Strip,
	otherStart: number,
	[firm, otherFirm]: readonly [string, string],
): { readonly told: Shared; readonly end: number } | undefined {
	if (other.parameter !== strip.parameter || (strip.parameter === "" && other.series.unit !== strip.series.unit))
		return undefined;
	const shift = otherStart - start;
	const agrees = (index: number): boolean =>
		strip.sizes[index] !== undefined &&
		strip.sizes[index] === other.sizes[index + shift] &&
		equal(strip.exactly(index), other.exactly(index + shift));
	/** Whether a number follows the one before in both, the same month or the next. */
	const runsOn = (index: number): boolean => {
		const step = (strip.at[index] as number) - (strip.at[index - 1] as number);
		return step <= 1 && (other.at[index + shift] as number) - (other.at[index + shift - 1] as number) === step;
	};
	if (!agrees(start)) return undefined;
	let [first, end] = [start, start + 1];
	while (agrees(first - 1) && runsOn(first)) first -= 1;
	while (agrees(end) && runsOn(end)) end += 1;
	const numbers = Array.from({ length: end - first }, (_, offset) => strip.exactly(first + offset));
	const [from, to] = [strip.at[first] as number, strip.at[end - 1] as number];
	const { carrier, use } = strip.series;
	return {
		told: {
			...{ firm, other: otherFirm, from, to, months: to - from + 1 },
			strip: { parameter: strip.parameter, series: { carrier, use } },
			entry: strip.entry(first),
			otherEntry: other.entry(first + shift),
			digits: agreeingDigits(numbers),
		},
		end,
	};
}

/** One finding for each two firms: of all they share what says most, and how many series it is. */
function toldOf(found: readonly Shared[]): Suspicion[] {
	const pairs = new Map<string, Shared[]>();
	for (const shared of found) {
		const name = `${shared.firm}\u001f${shared.other}`;
		const there = pairs.get(name);
		if (there === undefined) pairs.set(name, [shared]);
		else there.push(shared);
	}
	return [...pairs.values()].map((all) => {
		const most = all.reduce((best, one) => (one.digits > best.digits ? one : best));
		const about = remark("shared-series", {
			what: subjectOf(most.strip.series),
			parameter: most.strip.parameter,
			other: most.other,
			row: rowName(most.otherEntry),
			months: most.months,
			to: monthAt(most.to),
			stretches: all.length,
		});
		// Whose numbers they are, nobody can say.
		return { finding: finding(about, placeOf(most.entry), most.firm, monthAt(most.from)), year: null, stake: null };
	});
}

function monthAt(at: number): string {
	return monthName({ year: Math.floor(at / 12), month: (at % 12) + 1 });
}
