/** A simple firm-year in registers: its verdict and its figures are those of the oracle, or none. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedIn } from "../../src/assessment/simple/asked.ts";
import { reckon } from "../../src/assessment/simple/reckon.ts";
import { ask, given, reckoned } from "../../src/assessment/simple/registers.ts";
import { numberOf, verdictOf, verdictsOf } from "../../src/assessment/simple/verdict.ts";
import { known } from "../../src/exact/exact.ts";
import { setWhole } from "../../src/exact/wide/registers.ts";
import { write6, write12 } from "../../src/exact/wide/write.ts";
import { pathMaker } from "../../src/trajectory/path.ts";
import { kept } from "../../src/trajectory/plan.ts";
import { rowWriter } from "../../src/views/simple-rows/row.ts";
import { always, natural } from "../exact/numbers.ts";
import { Fraction, HUNDRED, ONE } from "../oracle/fraction.ts";
import { completion, judge, neededCut, progress } from "../oracle/judge.ts";
import { pathFigures, pathOf } from "../oracle/path.ts";

const denominators = { co2: 3_000_000_000n, tce: 1n, output: 100n };
const { registers: r } = rowWriter(denominators) as NonNullable<ReturnType<typeof rowWriter>>;
const bytes = new Uint8Array(60);
const sheet = new DataView(bytes.buffer);
const makePath = pathMaker("equal-rate");
const limits = { near: { over: 9n, under: 10n }, far: { over: 6n, under: 10n } };

const written = (end: number): string | null => (end === -1 ? null : Buffer.from(bytes.subarray(0, end)).toString("latin1"));
const twelve = (register: number, beside: number): string | null => written(write12(sheet, 0, r, register, beside));
const six = (register: number): string | null => written(write6(sheet, 0, r, register, register + 1));

interface Sums {
	readonly total: bigint;
	readonly output: bigint;
}

interface Case {
	readonly percent: string;
	readonly year: number;
	readonly now: Sums;
	readonly base: Sums;
	readonly last: Sums | null;
}

const sums: fc.Arbitrary<Sums> = fc.record({ total: natural(20, 10n ** 12n), output: natural(14, 100n) });

/** An intensity as a share of another: on a boundary of 10% a year, a hair beside it, or anything. */
const share = fc.oneof(
	fc
		.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 3, max: 12 }), fc.constantFrom(-1n, 0n, 0n, 1n))
		.map(([years, digits, by]) =>
			Fraction.of(9n, 10n)
				.pow(years)
				.add(Fraction.of(by, 10n ** BigInt(digits))),
		),
	fc.constantFrom(Fraction.of(82n, 100n), ONE),
	fc.integer({ min: 300, max: 1300 }).map((n) => Fraction.of(BigInt(n), 1000n)),
);
const of = ({ total, output }: Sums, part: Fraction): Sums => ({ total: total * part.num, output: output * part.den });

/** 40.951% over five years are 10% a year. */
const anyCase: fc.Arbitrary<Case> = fc
	.record({
		percent: fc.constantFrom("18", "17", "40.951", "40.951", "3.5"),
		year: fc.integer({ min: 2021, max: 2025 }),
		base: sums,
		other: sums,
		fromBase: fc.option(share, { freq: 6 }),
		last: fc.option(share, { freq: 6 }),
	})
	.map(({ percent, year, base, other, fromBase, last }) => {
		const now = fromBase === null ? other : of(base, fromBase);
		return { percent, year, base, now, last: last === null ? null : of(now, last) };
	});

const intensity = ({ total, output }: Sums): Fraction => Fraction.of(total * denominators.output, output * denominators.co2);

/** Reckons a case; gives back the oracle's path and where the firm stands on it. */
const reckonedCase = ({ percent, year, now, base, last }: Case) => {
	const path = makePath({ baseYear: 2020, targetYear: 2025, keep: kept(known(percent)), years: 5 });
	const asked = askedIn({ year, path, sector: undefined, rules: { shape: "equal-rate", limits } });
	if (asked === undefined) throw new Error("a path that registers do not serve");
	for (const [register, value] of [
		[given.total, now.total],
		[given.output, now.output],
		[given.baseTotal, base.total],
		[given.baseOutput, base.output],
		[given.lastTotal, last?.total ?? 0n],
		[given.lastOutput, last?.output ?? 0n],
	] as const)
		setWhole(r, register, value);
	ask(r, asked);
	reckon(r, { hasBase: true, hasLast: last !== null, onPath: true, hasSector: false });
	const oracle = pathOf(false, Fraction.from(percent), 5, 2020, 2025);
	const standing = { base: intensity(base), now: intensity(now), last: last === null ? null : intensity(last), year };
	return { oracle, standing };
};

describe("a simple firm-year", () => {
	it("has the oracle's verdict, or none where a test is on its boundary", () => {
		const counted = { same: 0, none: 0 };
		fc.assert(
			fc.property(anyCase, (one) => {
				const { oracle, standing } = reckonedCase(one);
				const isLast = one.year === 2025;
				const expected = judge(oracle, standing);
				const verdicts = verdictsOf(isLast);
				const found = verdictOf(r, one.last !== null, isLast);
				if (found === -1) counted.none += 1;
				else {
					counted.same += 1;
					expect(verdicts[found]).toEqual(expected);
					expect(numberOf(verdicts, expected as Parameters<typeof numberOf>[1])).toBe(found);
				}
			}),
			always(4_000),
		);
		expect(counted.same).toBeGreaterThan(2_000);
		expect(counted.none).toBeGreaterThan(100);
	});

	it("has a verdict whenever no test is nearer than a hundred millionth to its boundary", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 10_000 }),
				fc.integer({ min: 1, max: 10_000 }),
				sums,
				fc.integer({ min: 2021, max: 2025 }),
				(a, b, base, year) => {
					// No share of so few digits is a power of 0.83 by chance.
					const now = of(base, Fraction.of(BigInt(10_000 * a + 1), BigInt(10_000 * b + 3)));
					reckonedCase({ percent: "17", year, base, now, last: of(base, Fraction.of(9_001n, 10_007n)) });
					expect(verdictOf(r, true, year === 2025)).not.toBe(-1);
				},
			),
			always(1_000),
		);
	});

	it("has the oracle's progress, schedule ratio, yearly cut and completion, or none", () => {
		let none = 0;
		fc.assert(
			fc.property(anyCase, (one) => {
				const { oracle, standing } = reckonedCase(one);
				const expected = progress(oracle, standing);
				const cut = neededCut(oracle, standing);
				const done = completion(oracle, standing);
				const found = [
					[six(reckoned.progress), expected?.percent],
					[six(reckoned.schedule), expected?.scheduleRatio],
					...(cut === null ? [] : [[six(reckoned.cut), cut]]),
					...(done === null ? [] : [[six(reckoned.completion), done]]),
				];
				for (const [text, wanted] of found)
					if (text === null) none += 1;
					else expect(text).toBe(wanted);
			}),
			always(1_000),
		);
		// Whole shares of the task are ties of no six places; what is none lies on one.
		expect(none).toBeLessThan(40);
	});

	it("has the oracle's gaps, or none where one is a tie", () => {
		let none = 0;
		fc.assert(
			fc.property(anyCase, (one) => {
				const { oracle, standing } = reckonedCase(one);
				const output = Fraction.of(one.now.output, denominators.output);
				const { now, base } = standing;
				const expected = pathFigures(oracle, { base, intensity: now, output }, one.year);
				const left = now.div(base).mul(HUNDRED);
				const found = [
					[twelve(reckoned.intensity, reckoned.intensity), now.text(12)],
					[twelve(reckoned.sinceBase, reckoned.sinceBase + 1), left.sub(HUNDRED).text(12)],
					[twelve(reckoned.base, reckoned.base), expected.base],
					[twelve(reckoned.required, reckoned.required), expected.required],
					[twelve(reckoned.gap, reckoned.gap + 1), expected.gap],
					[twelve(reckoned.gapPercent, reckoned.gapPercent + 1), expected.gapPercent],
					[twelve(reckoned.gapTonnes, reckoned.gapTonnes + 1), expected.gapTonnes],
					[twelve(reckoned.target, reckoned.target), expected.target],
					[twelve(reckoned.targetGapPercent, reckoned.targetGapPercent + 1), expected.targetGapPercent],
				];
				for (const [text, wanted] of found)
					if (text === null) none += 1;
					else expect(text).toBe(wanted);
			}),
			always(1_000),
		);
		expect(none).toBeLessThan(1_000);
	});

	it("is on no path of another shape, nor on one that asks for no fall", () => {
		const path = makePath({ baseYear: 2020, targetYear: 2025, keep: { over: 1n, under: 1n }, years: 5 });
		const terms = { year: 2022, path, sector: undefined };
		expect(askedIn({ ...terms, rules: { shape: "equal-rate", limits } })).toBeUndefined();
		const falling = makePath({ baseYear: 2020, targetYear: 2025, keep: kept(known("18")), years: 5 });
		expect(askedIn({ ...terms, path: falling, rules: { shape: "linear", limits } })).toBeUndefined();
		expect(askedIn({ ...terms, path: falling, rules: { shape: "equal-rate", limits } })).toBeDefined();
	});
});
