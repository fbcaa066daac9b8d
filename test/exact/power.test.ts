/** The comparison that verdicts rest on: value against base × keep^(k/n), by whole powers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareToPower } from "../../src/exact/power.ts";
import { power, type Ratio, ratio, sign, ten, times } from "../../src/exact/ratio.ts";
import { integerRoot } from "../oracle/surd.ts";
import { above, always, beside, powerOrder, signed } from "./numbers.ts";

/** Years from base to target: five most often, sixty at most. */
const years = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(5) },
	{ weight: 6, arbitrary: fc.integer({ min: 1, max: 15 }) },
	{ weight: 4, arbitrary: fc.integer({ min: 16, max: 60 }) },
);

/** Years since the base, before it too. */
const terms = years.chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: -n, max: n + 3 }) }));

/** What one year leaves, such as 97/100: keep is then its n-th power, and every year's share a ratio. */
const yearly = fc
	.tuple(fc.bigInt({ min: 1n, max: 400n }), fc.bigInt({ min: 1n, max: 400n }))
	.map(([a, b]): Ratio => ({ over: a, under: b }));

/** A share left as targets state it: a per cent with up to four decimals. */
const stated = fc.integer({ min: 1, max: 999_999 }).map((cut): Ratio => ({ over: BigInt(1_000_000 - cut), under: 1_000_000n }));

const rise = ({ over, under }: Ratio, k: number): Ratio => power(k < 0 ? ratio(under, over) : { over, under }, Math.abs(k));

describe("a value is below, on or above base × keep^(k/n)", () => {
	const eighty = { over: 82n, under: 100n };

	it("82 in the target year is on the path from 100 that keeps 82%", () => {
		expect(compareToPower({ over: 82n, under: 1n }, { over: 100n, under: 1n }, eighty, 5, 5)).toBe(0);
	});

	it("a 10^-30 more is above it, a 10^-30 less below", () => {
		const hundred = { over: 100n, under: 1n };
		expect(compareToPower(beside({ over: 82n, under: 1n }, 1), hundred, eighty, 5, 5)).toBe(1);
		expect(compareToPower(beside({ over: 82n, under: 1n }, -1), hundred, eighty, 5, 5)).toBe(-1);
	});

	it("a hair beside it is told apart, however fine the hair and wherever floats give up", () => {
		fc.assert(
			fc.property(
				yearly,
				terms,
				fc.integer({ min: 6, max: 40 }),
				fc.constantFrom(0, 1, 150, 305, 320),
				(one, { n, k }, fine, size) => {
					const base = { over: ten(size) * 7n, under: size === 320 ? ten(290) : 3n };
					const path = times(base, rise(one, k));
					const keep = power(one, n);
					for (const side of [-1n, 0n, 1n]) {
						const value = { over: path.over * (ten(fine) + side), under: path.under * ten(fine) };
						expect(compareToPower(value, base, keep, k, n)).toBe(Number(side));
						const below = { over: -value.over, under: value.under };
						expect(compareToPower(below, { over: -base.over, under: base.under }, keep, k, n) + 0).toBe(Number(-side) + 0);
					}
				},
			),
		);
	});

	it("one year's 3.89% is not quite enough, 3.9% is", () => {
		const hundred = { over: 100n, under: 1n };
		expect(compareToPower({ over: 9611n, under: 100n }, hundred, eighty, 1, 5)).toBe(1);
		expect(compareToPower({ over: 961n, under: 10n }, hundred, eighty, 1, 5)).toBe(-1);
	});

	it("in the base year the base is required", () => {
		expect(compareToPower({ over: 7n, under: 3n }, { over: 14n, under: 6n }, eighty, 0, 5)).toBe(0);
	});

	it("signs are decided first: even powers would lose them", () => {
		const [minus, none, more] = [-100n, 0n, 100n].map((over): Ratio => ({ over, under: 1n })) as [Ratio, Ratio, Ratio];
		expect(compareToPower(minus, more, eighty, 2, 4)).toBe(-1);
		expect(compareToPower(more, minus, eighty, 2, 4)).toBe(1);
		expect(compareToPower(none, more, eighty, 2, 4)).toBe(-1);
		expect(compareToPower(none, minus, eighty, 2, 4)).toBe(1);
		expect(compareToPower(none, none, eighty, 2, 4)).toBe(0);
		// −100 lies below −100 × 0.82^(1/2), which is nearer to zero.
		expect(compareToPower(minus, minus, eighty, 2, 4)).toBe(-1);
		expect(compareToPower(minus, minus, eighty, -2, 4)).toBe(1);
	});

	it("is what whole powers say, for any signs, shares and years", () => {
		const orders = new Set<number>();
		fc.assert(
			fc.property(signed(25), signed(25), above(9), terms, (value, base, keep, { n, k }) => {
				const order = compareToPower(value, base, keep, k, n);
				expect(order + 0).toBe(powerOrder(value, base, keep, k, n));
				orders.add(order + 0);
			}),
			always(),
		);
		expect([...orders].sort((a, b) => a - b)).toEqual([-1, 0, 1]);
	});

	it("is exact on the boundary, and one 10^-30 on either side of it", () => {
		fc.assert(
			fc.property(signed(20), yearly, terms, fc.integer({ min: -2, max: 2 }), (base, share, { n, k }, side) => {
				const value = beside(times(base, rise(share, k)), side);
				// Adding 0 makes a minus zero a zero: the two are the same order.
				expect(compareToPower(value, base, power(share, n), k, n) + 0).toBe(Math.sign(side) * sign(base) + 0);
			}),
			always(),
		);
	});

	it("tells the two thirty-digit neighbours of an irrational boundary apart", () => {
		fc.assert(
			fc.property(above(12), stated, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 11 }), (base, keep, n, turns) => {
				const k = turns % n === 0 ? 1 : turns % n;
				const digits = 30 + 6;
				const inner = keep.over ** BigInt(k) * ten(digits * n);
				const low = integerRoot(inner / keep.under ** BigInt(k), n);
				// Where the share is a decimal after all, the lower neighbour is the boundary itself.
				const on = low ** BigInt(n) * keep.under ** BigInt(k) === inner;
				const neighbour = (share: bigint): Ratio => times(base, { over: share, under: ten(digits) });
				expect(compareToPower(neighbour(low), base, keep, k, n)).toBe(on ? 0 : -1);
				expect(compareToPower(neighbour(low + 1n), base, keep, k, n)).toBe(1);
			}),
			always(),
		);
	});

	it("does not depend on how the pairs are written", () => {
		const common = fc.bigInt({ min: 1n, max: 10n ** 15n });
		fc.assert(
			fc.property(signed(12), signed(12), stated, terms, common, common, (value, base, keep, { n, k }, a, b) => {
				const longer = ({ over, under }: Ratio, by: bigint): Ratio => ({ over: over * by, under: under * by });
				expect(compareToPower(longer(value, a), longer(base, b), longer(keep, a), k, n) + 0).toBe(
					compareToPower(value, base, keep, k, n) + 0,
				);
			}),
			always(),
		);
	});

	it("a value and its base may change sides: the path runs backwards then", () => {
		fc.assert(
			fc.property(above(15), above(15), stated, terms, (value, base, keep, { n, k }) => {
				expect(compareToPower(value, base, keep, k, n) + 0).toBe(0 - compareToPower(base, value, keep, -k, n));
			}),
			always(),
		);
	});
});
