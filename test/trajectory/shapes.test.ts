/** The two shapes of a path: what they ask of each year, and how a firm is judged by them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surdFigure } from "../../src/exact/figure.ts";
import { compare, oneRatio, power, type Ratio, sign, times, whole } from "../../src/exact/ratio.ts";
import { type Path, pathMaker, shapes, type Terms } from "../../src/trajectory/path.ts";
import { planOf } from "../../src/trajectory/plan.ts";
import { above, always, beside, fraction, natural, powerOrder, signed } from "../exact/numbers.ts";
import { Fraction, ONE, whole as wholeFraction } from "../oracle/fraction.ts";
import { logRatioText } from "../oracle/logarithm.ts";
import { pathOf } from "../oracle/path.ts";
import { surdText } from "../oracle/surd.ts";

const plan14: Terms = { baseYear: 2020, targetYear: 2025, keep: { over: 82n, under: 100n }, years: 5 };
const years = [2020, 2021, 2022, 2023, 2024, 2025];
const near: Ratio = { over: 9n, under: 10n };
const far: Ratio = { over: 6n, under: 10n };
const limits = fc.constantFrom(near, far);
const equalRate = shapes["equal-rate"];
const linear = shapes.linear;

/** Years from base to target: five most often, sixty at most. */
const spans = fc.oneof(
	{ weight: 6, arbitrary: fc.constant(5) },
	{ weight: 6, arbitrary: fc.integer({ min: 2, max: 15 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 16, max: 60 }) },
);
const stated = fc.integer({ min: 1, max: 9_999 }).map((cut): Ratio => ({ over: BigInt(10_000 - cut), under: 10_000n }));
const termsWith = (keeps: fc.Arbitrary<Ratio>): fc.Arbitrary<Terms> =>
	fc
		.tuple(fc.integer({ min: 1950, max: 2040 }), spans, keeps)
		.map(([baseYear, n, keep]) => ({ baseYear, targetYear: baseYear + n, keep, years: n }));
/** Terms with a year after the base and not after the target. */
const within = (keeps: fc.Arbitrary<Ratio>): fc.Arbitrary<{ terms: Terms; year: number }> =>
	termsWith(keeps).chain((terms) =>
		fc.record({ terms: fc.constant(terms), year: fc.integer({ min: terms.baseYear + 1, max: terms.targetYear }) }),
	);

const shown = (path: Path, year: number, places: number): string => surdFigure(whole(-100), whole(100), path.share(year))(places);

describe("what a path asks for", () => {
	it("at an equal rate 18% in five years falls 3.89, 7.63, 11.23, 14.68 and 18%", () => {
		expect(years.map((year) => shown(equalRate(plan14), year, 2))).toEqual(["0", "-3.89", "-7.63", "-11.23", "-14.68", "-18"]);
	});

	it("along a line it falls 3.6 points each year", () => {
		expect(years.map((year) => shown(linear(plan14), year, 2))).toEqual(["0", "-3.6", "-7.2", "-10.8", "-14.4", "-18"]);
	});

	it("from a later base year the yearly rate stays what the plan makes it", () => {
		const later = { ...plan14, baseYear: 2022 };
		expect([2022, 2023, 2025].map((year) => shown(equalRate(later), year, 2))).toEqual(["0", "-3.89", "-11.23"]);
		expect([2022, 2023, 2025].map((year) => shown(linear(later), year, 2))).toEqual(["0", "-3.6", "-10.8"]);
	});

	it("a plan is read from its printed per cent", () => {
		const plan = planOf("plan-14", { baseYear: 2020, targetYear: 2025, reductionPct: "18", source: "the plan" });
		expect(compare(plan.keep, { over: 41n, under: 50n })).toBe(0);
		expect([plan.reductionPercent, plan.priceYear]).toEqual(["18", 2020]);
	});

	it("paths of the same terms are made once", () => {
		const make = pathMaker("equal-rate");
		expect(make(plan14)).toBe(make({ ...plan14 }));
		expect(make(plan14)).not.toBe(make({ ...plan14, baseYear: 2021 }));
	});

	it("required intensities and their inverses are the oracle's, in every year of any plan", () => {
		fc.assert(
			fc.property(within(stated), fc.boolean(), above(12), (given, straight, base) => {
				const { terms, year } = given;
				const path = (straight ? linear : equalRate)(terms);
				const percent = ONE.sub(fraction(terms.keep)).mul(wholeFraction(100));
				const share = pathOf(straight, percent, terms.years, terms.baseYear, terms.targetYear).share(year);
				const flat = Fraction.of(0n);
				expect(surdFigure(whole(0), base, path.share(year))(12)).toBe(surdText(flat, fraction(base), share, 12));
				expect(surdFigure(whole(0), base, path.inverse(year))(12)).toBe(
					surdText(flat, fraction(base), { x: ONE.div(share.x), n: share.n }, 12),
				);
			}),
			always(),
		);
	});

	it("in the base year all of the base is left, in the target year what the plan keeps", () => {
		fc.assert(
			fc.property(termsWith(stated), fc.boolean(), (terms, straight) => {
				const path = (straight ? linear : equalRate)(terms);
				expect(compare(path.share(terms.baseYear).rational as Ratio, oneRatio)).toBe(0);
				expect(compare(path.share(terms.targetYear).rational as Ratio, terms.keep)).toBe(0);
			}),
			always(2_000),
		);
	});
});

describe("at an equal rate", () => {
	/** What one year leaves: keep is then a power of it, and every share a ratio. */
	const yearly = fc
		.integer({ min: 2, max: 99 })
		.chain((q) => fc.record({ over: fc.bigInt({ min: 1n, max: BigInt(q - 1) }), under: fc.constant(BigInt(q)) }));

	it("82 of 100 meets the target, a 10^-30 more misses it", () => {
		const path = equalRate(plan14);
		expect(path.compare(whole(82), whole(100), 2025)).toBe(0);
		expect(path.compare(beside(whole(82), 1), whole(100), 2025)).toBe(1);
	});

	it("the cumulative test is the question of whole powers", () => {
		fc.assert(
			fc.property(within(stated), signed(20), signed(20), ({ terms, year }, value, base) => {
				const expected = powerOrder(value, base, terms.keep, year - terms.baseYear, terms.years);
				expect(equalRate(terms).compare(value, base, year) + 0).toBe(expected);
			}),
			always(),
		);
	});

	it("the cumulative test is exact on the path, and a 10^-30 beside it", () => {
		fc.assert(
			fc.property(within(stated), yearly, signed(25), fc.integer({ min: -1, max: 1 }), ({ terms, year }, rate, base, side) => {
				const path = equalRate({ ...terms, keep: power(rate, terms.years) });
				const value = beside(times(base, power(rate, year - terms.baseYear)), side);
				expect(path.compare(value, base, year) + 0).toBe(side * sign(base) + 0);
			}),
			always(),
		);
	});

	it("the year test asks for the yearly rate, whatever the year", () => {
		fc.assert(
			fc.property(within(stated), yearly, signed(25), fc.integer({ min: -1, max: 1 }), ({ terms, year }, rate, last, side) => {
				const path = equalRate({ ...terms, keep: power(rate, terms.years) });
				expect(path.compareToLastYear(beside(times(last, rate), side), last, year) + 0).toBe(side * sign(last) + 0);
			}),
			always(),
		);
	});

	it("the year test is the question of whole powers", () => {
		fc.assert(
			fc.property(within(stated), signed(20), signed(20), ({ terms, year }, value, last) => {
				expect(equalRate(terms).compareToLastYear(value, last, year) + 0).toBe(
					powerOrder(value, last, terms.keep, 1, terms.years),
				);
			}),
			always(),
		);
	});

	it("nine tenths of schedule are near, a 10^-30 less is not; six tenths are not far", () => {
		// A yearly cut to 1/2 over ten years: after ten, 2^-9 is nine tenths of the task, 2^-6 six tenths.
		const path = equalRate({ baseYear: 2020, targetYear: 2030, keep: { over: 1n, under: 1024n }, years: 10 });
		const left = (k: number, side: number): Ratio => beside({ over: 1n, under: 2n ** BigInt(k) }, side);
		expect(path.onSchedule(left(9, 0), oneRatio, 2030, near)).toBe(true);
		expect(path.onSchedule(left(9, 1), oneRatio, 2030, near)).toBe(false);
		expect(path.onSchedule(left(6, 0), oneRatio, 2030, far)).toBe(true);
		expect(path.onSchedule(left(6, 1), oneRatio, 2030, far)).toBe(false);
	});

	it("the thresholds are the question of powers ten times as high", () => {
		const answers = new Set<boolean>();
		fc.assert(
			fc.property(
				within(stated),
				above(8),
				fc.bigInt({ min: 1n, max: 1_500_000n }),
				limits,
				({ terms, year }, base, left, limit) => {
					const value = times(base, { over: left, under: 1_000_000n });
					const expected =
						powerOrder(
							value,
							base,
							terms.keep,
							Number(limit.over) * (year - terms.baseYear),
							Number(limit.under) * terms.years,
						) <= 0;
					expect(equalRate(terms).onSchedule(value, base, year, limit)).toBe(expected);
					answers.add(expected);
				},
			),
			always(),
		);
		expect(answers.size).toBe(2);
	});

	it("the thresholds are exact on the boundary, and a 10^-30 beside it", () => {
		const rates = fc.constantFrom<Ratio>(
			{ over: 1n, under: 2n },
			{ over: 9n, under: 10n },
			{ over: 96n, under: 100n },
			{ over: 99n, under: 100n },
		);
		const when = fc.oneof(
			{ weight: 20, arbitrary: fc.constantFrom([5, 1], [5, 2], [5, 3], [5, 4], [5, 5], [10, 5], [10, 10], [8, 4]) },
			{ weight: 1, arbitrary: fc.constantFrom([60, 60], [60, 30], [40, 20]) },
		);
		fc.assert(
			fc.property(when, rates, above(20), limits, fc.integer({ min: -1, max: 1 }), ([n, k], rate, base, limit, side) => {
				// keep = rate^m with m such that keep^(limit × k/n) is a whole power of the rate.
				const [p, q] = [Number(limit.over) * (k as number), Number(limit.under) * (n as number)];
				const shared = Number(fraction({ over: BigInt(q), under: BigInt(p) }).num);
				const keep = power(rate, shared);
				const value = beside(times(base, power(rate, (shared * p) / q)), side);
				const path = equalRate({ baseYear: 2000, targetYear: 2000 + (n as number), keep, years: n as number });
				expect(path.onSchedule(value, base, 2000 + (k as number), limit)).toBe(side <= 0);
			}),
			always(),
		);
	});

	it("progress and schedule ratio are the oracle's quotients of logarithms", () => {
		fc.assert(
			fc.property(within(stated), above(12), above(12), ({ terms, year }, value, base) => {
				const path = equalRate(terms);
				const [left, keep] = [fraction(value).div(fraction(base)), fraction(terms.keep)];
				const gone = Fraction.of(BigInt(terms.years), BigInt(year - terms.baseYear));
				expect(path.progress(value, base)?.(6)).toBe(logRatioText(Fraction.of(100n), left, keep, 6));
				expect(path.scheduleRatio(value, base, year)?.(6)).toBe(logRatioText(gone, left, keep, 6));
			}),
			always(2_000),
		);
	});

	it("at or below zero progress has no value", () => {
		const path = equalRate(plan14);
		for (const value of [whole(0), whole(-5)]) {
			expect(path.progress(value, whole(100))).toBeUndefined();
			expect(path.progress(whole(100), value)).toBeUndefined();
			expect(path.scheduleRatio(value, whole(100), 2023)).toBeUndefined();
		}
		expect(path.scheduleRatio(whole(90), whole(100), 2020)).toBeUndefined();
	});
});

describe("along a line", () => {
	const asked = (terms: Terms, year: number): Fraction =>
		ONE.sub(ONE.sub(fraction(terms.keep)).mul(Fraction.of(BigInt(year - terms.baseYear), BigInt(terms.years))));

	it("the cumulative test is a comparison of fractions", () => {
		fc.assert(
			fc.property(within(stated), signed(40), signed(40), ({ terms, year }, value, base) => {
				expect(linear(terms).compare(value, base, year)).toBe(fraction(value).compare(fraction(base).mul(asked(terms, year))));
			}),
			always(),
		);
	});

	it("the cumulative test is exact on the path, and a 10^-30 beside it", () => {
		fc.assert(
			fc.property(within(stated), signed(40), fc.integer({ min: -1, max: 1 }), ({ terms, year }, base, side) => {
				const share = asked(terms, year);
				const value = beside(times(base, { over: share.num, under: share.den }), side);
				expect(linear(terms).compare(value, base, year) + 0).toBe(side * sign(base) + 0);
			}),
			always(),
		);
	});

	it("the year test asks for the line's own fall in that year", () => {
		// From 96.4% to 92.8% of the base is 3.734% within the year.
		expect(linear(plan14).compareToLastYear(whole(928), whole(964), 2022)).toBe(0);
		fc.assert(
			fc.property(within(stated), signed(40), fc.integer({ min: -1, max: 1 }), ({ terms, year }, last, side) => {
				const share = asked(terms, year).div(asked(terms, year - 1));
				const value = beside(times(last, { over: share.num, under: share.den }), side);
				expect(linear(terms).compareToLastYear(value, last, year) + 0).toBe(side * sign(last) + 0);
			}),
			always(),
		);
	});

	it("the thresholds compare the fall with nine and six tenths of what is asked", () => {
		fc.assert(
			fc.property(within(stated), above(30), limits, fc.integer({ min: -3, max: 3 }), ({ terms, year }, base, limit, side) => {
				const share = ONE.sub(ONE.sub(asked(terms, year)).mul(fraction(limit)));
				const value = beside(times(base, { over: share.num, under: share.den }), side);
				expect(linear(terms).onSchedule(value, base, year, limit)).toBe(side <= 0);
			}),
			always(),
		);
	});

	it("progress is the fall over the whole task, and the schedule ratio over the part of it that was due", () => {
		expect(linear(plan14).progress(whole(91), whole(100))?.(6)).toBe("50");
		expect(linear(plan14).scheduleRatio(whole(91), whole(100), 2023)?.(6)).toBe("0.833333");
		fc.assert(
			fc.property(
				within(stated),
				above(20),
				above(20),
				fc.integer({ min: 0, max: 12 }),
				({ terms, year }, value, base, places) => {
					const path = linear(terms);
					const fall = ONE.sub(fraction(value).div(fraction(base)));
					expect(path.progress(value, base)?.(places)).toBe(
						fall
							.mul(Fraction.of(100n))
							.div(ONE.sub(fraction(terms.keep)))
							.text(places),
					);
					expect(path.scheduleRatio(value, base, year)?.(places)).toBe(fall.div(ONE.sub(asked(terms, year))).text(places));
				},
			),
			always(),
		);
	});
});

describe("the yearly cut still needed", () => {
	/** c per cent a year for so many years from the value is the target, to within half a unit: whole powers. */
	const reaches = (text: string, value: Fraction, target: { power: Fraction; n: number }, left: number): boolean => {
		const order = (side: bigint): number => {
			const cut = Fraction.from(text.replace("-", "")).add(Fraction.of(side, 2_000_000n)).div(Fraction.of(100n));
			if (cut.compare(ONE) >= 0) return -1;
			return ONE.sub(cut)
				.pow(left * target.n)
				.mul(value.pow(target.n))
				.compare(target.power);
		};
		return order(1n) <= 0 && order(-1n) >= 0;
	};

	it("at the base in 2020 it is the rate of the path itself", () => {
		expect(equalRate(plan14).neededYearlyCut(whole(100), whole(100), 2020)?.(6)).toBe("3.891285");
		expect(linear(plan14).neededYearlyCut(whole(100), whole(100), 2020)?.(6)).toBe("3.891285");
	});

	it("with one year to go from 100 to 82 it is 18%", () => {
		expect(equalRate(plan14).neededYearlyCut(whole(100), whole(100), 2024)?.(6)).toBe("18");
	});

	it("is nothing once the end point is reached", () => {
		for (const make of [equalRate, linear]) {
			expect(make(plan14).neededYearlyCut(whole(82), whole(100), 2023)?.(6)).toBe("0");
			expect(make(plan14).neededYearlyCut(whole(-1), whole(100), 2023)?.(6)).toBe("0");
		}
	});

	it("is everything where the base was nothing, and unknown where it was less", () => {
		for (const make of [equalRate, linear]) {
			expect(make(plan14).neededYearlyCut(whole(1), whole(0), 2023)?.(6)).toBe("100");
			expect(make(plan14).neededYearlyCut(whole(1), whole(-1), 2023)).toBeUndefined();
		}
	});

	it("reaches the target in the years that are left, in every year of any plan", () => {
		const short = within(stated).filter(({ terms }) => terms.years <= 15);
		fc.assert(
			fc.property(short, fc.boolean(), natural(12, 1n), natural(12, 1n), ({ terms, year }, straight, a, b) => {
				fc.pre(year < terms.targetYear);
				const [value, base] = [Fraction.of(a), Fraction.of(b)];
				const path = (straight ? linear : equalRate)(terms);
				const keep = fraction(terms.keep);
				const target = base.mul(keep);
				const text = path.neededYearlyCut(whole(a), whole(b), year)?.(6) as string;
				if (value.compare(target) <= 0) expect(text).toBe("0");
				else expect(reaches(text, value, { power: target, n: 1 }, terms.targetYear - year)).toBe(true);
			}),
			always(),
		);
	});

	it("from a base year of the firm's own, the end point is what the yearly rate makes of it", () => {
		const own = { ...plan14, baseYear: 2022 };
		fc.assert(
			fc.property(above(12), above(12), fc.integer({ min: 2022, max: 2024 }), stated, (value, base, year, keep) => {
				const path = equalRate({ ...own, keep });
				const goal = { power: fraction(base).pow(5).mul(fraction(keep).pow(3)), n: 5 };
				const text = path.neededYearlyCut(value, base, year)?.(6) as string;
				if (fraction(value).pow(5).compare(goal.power) <= 0) expect(text).toBe("0");
				else expect(reaches(text, fraction(value), goal, 2025 - year)).toBe(true);
			}),
			always(),
		);
	});
});
