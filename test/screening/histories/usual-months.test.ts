/** What is usual of a month where months are missing: found in one go, it is what sorting the nearest ones gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromText, known } from "../../../src/exact/exact.ts";
import type { Entry } from "../../../src/ledger/entry.ts";
import { asEntry } from "../../../src/ledger/entry.ts";
import { mayHaveSlipped, unitSlips } from "../../../src/ledger/rules/unit-slip.ts";
import { guideAlong, type Track, usualPlace } from "../../../src/screening/guide-along.ts";
import { always } from "../../exact/numbers.ts";

/** Months with gaps, some of them zero. */
const history = fc
	.array(fc.record({ gap: fc.integer({ min: 1, max: 4 }), size: fc.integer({ min: 0, max: 12 }) }), { maxLength: 30 })
	.map((steps) => {
		let at = 24_240;
		return steps.map(({ gap, size }) => {
			at += gap;
			return { at, size };
		});
	});

/** The nearest others that count, of two as near the earlier; their middle one by size, then by place. */
function usual(
	at: readonly number[],
	sizes: readonly number[],
	index: number,
	isAside: (other: number) => boolean,
	most: number,
): number | undefined {
	const near = [...at.keys()]
		.filter((other) => other !== index && (sizes[other] as number) > 0 && !isAside(other))
		.sort((a, b) => {
			const [first, second] = [a, b].map((one) => Math.abs((at[one] as number) - (at[index] as number))) as [number, number];
			return first - second || a - b;
		})
		.slice(0, most)
		.sort((a, b) => (sizes[a] as number) - (sizes[b] as number) || a - b);
	return near[near.length >> 1];
}

describe("the usual month among those around", () => {
	it("is the middle one of the nearest that are not aside", () => {
		fc.assert(
			fc.property(history, fc.integer({ min: 0, max: 6 }), fc.constantFrom(1, 2, 5, 12, 40), (months, aside, most) => {
				const [at, sizes] = [months.map((one) => one.at), months.map(({ size }) => size)];
				const isAside = (other: number): boolean => aside > 0 && other % 7 === aside;
				for (const index of at.keys())
					expect(usualPlace(at, sizes, index, isAside, most)).toBe(usual(at, sizes, index, isAside, most));
			}),
			always(2000),
		);
	});

	it("may be asked for while another is", () => {
		const [at, sizes] = [
			[1, 2, 3, 4, 5],
			[3, 1, 2, 5, 4],
		];
		const isAside = (): boolean => usualPlace(at, sizes, 0, undefined, 12) === undefined;
		expect(usualPlace(at, sizes, 2, isAside, 12)).toBe(usual(at, sizes, 2, () => false, 12));
	});

	it("says how many times each month is what a guide lets expect", () => {
		const trackOf = (months: readonly { at: number; size: number }[]): Track => ({
			at: months.map(({ at }) => at),
			sizes: months.map(({ size }) => size),
			shape: { repeated: 1, recurs: false, echoes: false, even: false },
			amount: () => known("1"),
		});
		fc.assert(
			fc.property(history, history, (own, other) => {
				const guide = guideAlong(trackOf(own), { by: "carrier", series: undefined }, trackOf(other), 0, 1);
				const beside = own.map(({ at }) => other.find((one) => one.at === at)?.size ?? Number.NaN);
				const quotients = own.map(({ size }, at) =>
					size > 0 && (beside[at] as number) > 0 ? size / (beside[at] as number) : Number.NaN,
				);
				const at = own.map((one) => one.at);
				const factors = quotients.map((quotient, index) => {
					const place = usual(at, quotients, index, () => false, 12);
					const middle = place === undefined ? Number.NaN : (quotients[place] as number);
					return quotient > 0 ? (quotient >= middle ? quotient / middle : middle / quotient) : Number.NaN;
				});
				const known = factors.filter((factor) => factor > 0).sort((a, b) => a - b);
				if (guide === undefined) expect(known).toEqual([]);
				else {
					expect(guide.factors).toEqual(factors);
					expect(guide.scatter).toBe(known[known.length >> 1]);
				}
			}),
			always(2000),
		);
	});
});

describe("a look for months that slipped", () => {
	const from = { file: "a.csv", column: "quantity", unit: "t" };
	const entryOf = (text: string): Entry =>
		asEntry(fromText(text) as NonNullable<ReturnType<typeof fromText>>, "t", from, 2, 2, text);

	it("clears no year in which one did", () => {
		let slips = 0;
		// Around 50 times the others, and at it.
		const amount = fc.oneof(
			{ weight: 9, arbitrary: fc.constantFrom("10", "10.00", "9.99", "0", "-3", "11") },
			{ weight: 1, arbitrary: fc.constantFrom("499.9999999", "500", "500.01", "0.2", "0.2000001", "5000") },
		);
		fc.assert(
			fc.property(fc.array(amount, { minLength: 5, maxLength: 12 }), (texts) => {
				const items = texts.map((text, place) => ({
					period: { year: 2023, from: place + 1, to: place + 1 },
					entry: entryOf(text),
				}));
				const months = items.map(({ entry }, place) => ({ period: 20_230_101 + place * 101, entry }));
				const found = unitSlips(months, known("50"));
				slips += found.length;
				if (!mayHaveSlipped([{ items }], known("50"))) expect(found).toEqual([]);
			}),
			always(3000),
		);
		expect(slips).toBeGreaterThan(100);
	});

	it("leaves nothing open of months of one size", () => {
		const items = ["10", "12", "9.5", "0", "480"].map((text, place) => ({
			period: { year: 2023, from: place + 1, to: place + 1 },
			entry: entryOf(text),
		}));
		expect(mayHaveSlipped([{ items: items.slice(0, 4) }], known("50"))).toBe(false);
		expect(mayHaveSlipped([{ items }], known("50"))).toBe(true);
	});
});
