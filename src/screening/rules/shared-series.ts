/**
 * two firms share a series of measured numbers, in whole or in part, amounts or laboratory values. Meters of two works
 * do not agree digit by digit for months on end. How much agreement is a surprise depends on how much there is to agree by
 * chance: so many digits more than the number of pairs in the run explains.
 *
 * Firms are never compared pair by pair. Of each place in a series the shortest stretch of months that says enough is hashed, and
 * bits tell which hashes may occur twice. Where any does, who else has it is looked for, and the numbers are laid side by side with the
 * first firm that has them. Of all that a firm shares with one other, what says most is reported, of the firm that it is the less like.
 */
import { countLimit } from "../asking.ts";
import { plainSeries } from "../case.ts";
import { type Line, linesOf, numbersIn } from "../clear/number-lines.ts";
import type { PlainCase } from "../clear/plain-case.ts";
import { type ClearedFirms, numbersOfFirm, roomFor } from "../gathering.ts";
import { type NumberSeries, type Numbers, numberSeriesOf } from "../number-series.ts";
import { answer, type FirmCase, notChecked, type RunRule } from "../rule.ts";
import { PlainStretches, type Saying, type Stretch } from "./plain-stretches.ts";
import { SharedStretches } from "./shared-stretches.ts";
import { agreement, type Kept, type KeptOf, type Shared, sharedIn, toldOf } from "./shared-told.ts";

export const sharedSeries: RunRule = {
	id: "X-501",
	code: "shared-series",
	gather: (limit, room) => new PlainStretches(sayingOf(limit), room),
	begin: (limit, expected, gathered) => {
		const room = gathered?.room ?? roomFor(expected * numbersOfFirm, false);
		const stretches = new SharedStretches(sayingOf(limit), room, gathered?.parts ?? []);
		const firms: (Kept | string)[] = [];
		return {
			take: (one) => {
				if (one.series.length === 0) return;
				const { firm, recordAgain, rules } = one;
				firms.push({ firm, recordAgain, rules });
				stretches.take(numberSeriesOf(one));
			},
			takePlain: ({ firm, group, part }) => {
				const isOne = group.shape.energies > 0;
				if (isOne) firms.push(firm);
				stretches.takePlain(part, isOne);
			},
			answer: () => {
				if (firms.length === 0) return notChecked("no-months");
				if (firms.length === 1) return notChecked("no-other-firm");
				// There are as many pairs as the square of the stretches.
				const surprising = countLimit(limit, "chance-digits") + 2 * String(stretches.count).length;
				const search: Search = { firms, stretches, cleared: gathered?.cleared };
				const keptOf = keeper(search);
				return answer(toldOf(sharedBy(search, keptOf, surprising), keptOf, limit));
			},
		};
	},
};

function sayingOf(limit: FirmCase["limit"]): Saying {
	// A stretch that agrees by chance once in the square of what is no chance.
	return { enough: countLimit(limit, "chance-digits") * 2, shortest: countLimit(limit, "shared-months") };
}

/** Where there is nothing. */
const none = -1;

interface Search {
	/** In order; of one that was cleared, what it is known by. */
	readonly firms: readonly (Kept | string)[];
	readonly stretches: SharedStretches;
	readonly cleared: ClearedFirms | undefined;
}

/** Goes through them in order: each with the first stretch of another firm that has its numbers. Of what agrees that surprises nobody nothing is made. */
function sharedBy(search: Search, keptOf: KeptOf, surprising: number): Shared[] {
	const seriesOf = lastTwo((firm) => seriesAgain(keptOf(nameIn(search.firms[firm] as Kept | string))));
	const numbersOf = ({ firm, series }: Stretch): Numbers =>
		typeof search.firms[firm] === "string" ? plainNumbers(search, firm, series) : (seriesOf(firm)[series] as Numbers);
	const first = new Map<number, Stretch>();
	const found: Shared[] = [];
	// What follows of the same stretch is reported with it.
	let told = { firm: none, series: none, end: 0 };
	for (const one of search.stretches.twice((firm) => plainAt(search, firm))) {
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

/** A series of a firm that was cleared, by its place among those that are made again. */
function plainNumbers(search: Search, firm: number, series: number): Numbers {
	const plain = plainAt(search, firm);
	return numbersIn(plain, linesOf(plain)[series] as Line);
}

function plainAt({ firms, cleared }: Search, firm: number): PlainCase {
	return (cleared as ClearedFirms).plain(firms[firm] as string);
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
