/**
 * What one look clears, no rule would have told. Each rule is asked twice, of histories as they are and of the same with a look that clears
 * nothing; and what is cleared by cells, hashes and levels is held against the plain question.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadReference } from "../../../src/reference/reference.ts";
import { middlesAround } from "../../../src/screening/around.ts";
import { anyOthersMayFit, othersMayFit } from "../../../src/screening/fit.ts";
import { type History, historyOf, outputHistoryOf } from "../../../src/screening/history.ts";
import { bitsFor, Recurring, ShortHashes, Sought, whole } from "../../../src/screening/recurring.ts";
import { roughShifts, rowsOf } from "../../../src/screening/rough-shifts.ts";
import type { FirmCase } from "../../../src/screening/rule.ts";
import { historyRules } from "../../../src/screening/rules/histories.ts";
import { beginsOf, isOrdinary, oddAmount } from "../../../src/screening/rules/odd-amounts.ts";
import { valueRules } from "../../../src/screening/rules/values.ts";
import { stirred } from "../../../src/screening/stretches.ts";
import { roughLevels } from "../../../src/screening/years/rough-levels.ts";
import type { Thing } from "../../../src/screening/years/things.ts";
import { always } from "../../exact/numbers.ts";
import { Fraction } from "../../oracle/fraction.ts";
import { casesIn, monthsFrom } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A look that leaves everything open. */
function opened(one: FirmCase): FirmCase {
	for (const series of one.series) (historyOf(series) as Writable<History>).written = undefined;
	const all = [...one.series.map(historyOf), ...(one.output === undefined ? [] : [outputHistoryOf(one.output)])];
	for (const history of all)
		(history as Writable<Pick<History, "shape">>).shape = {
			repeated: Number.POSITIVE_INFINITY,
			recurs: true,
			echoes: true,
			even: true,
		};
	return one;
}

/** Few amounts, so that months repeat, echo and go on by one step; some months are not there. */
const amount = fc.oneof(
	fc.constantFrom("0", "", "1200", "1234.56", "1245.67", "1256.78", "1267.89"),
	fc.integer({ min: 100_000, max: 120_000 }).map((cents) => (cents / 100).toFixed(2)),
	fc.integer({ min: 1, max: 30 }).map((step) => (1000.25 + step * 11.5).toFixed(2)),
);
const years = fc
	.tuple(fc.array(amount, { minLength: 12, maxLength: 14 }), fc.integer({ min: 1, max: 3 }), fc.array(amount, { maxLength: 12 }))
	.map(([first, times, last]) => [...Array.from({ length: times }, () => first).flat(), ...last]);

describe("a look at a history", () => {
	it("clears nothing that a rule would have told", async () => {
		let [told, cleared] = [0, 0];
		await fc.assert(
			fc.asyncProperty(years, years, years, async (coal, power, made) => {
				const tables = [
					energy([
						...monthsFrom(2020, coal, { carrier: "bituminous-coal", unit: "t" }),
						...monthsFrom(2020, power, { carrier: "electricity", unit: "10^4 kWh" }),
					]),
					output(monthsFrom(2020, made)),
				];
				const [[one], [same]] = await Promise.all([casesIn(tables), casesIn(tables)]);
				const [asked, plainly] = [one as FirmCase, opened(same as FirmCase)].map((each) =>
					[...valueRules, ...historyRules].map((rule) => {
						const answer = rule.judge(each);
						return answer.kind === "fail" ? answer.suspicions.map(({ finding }) => [rule.id, finding]) : [rule.id, answer];
					}),
				);
				expect(asked).toEqual(plainly);
				for (const { shape } of (one as FirmCase).series.map(historyOf)) if (!shape.echoes || !shape.even) cleared += 1;
				told += (asked as unknown[]).length;
			}),
			always(60),
		);
		expect(cleared).toBeGreaterThan(0);
		expect(told).toBeGreaterThan(0);
	});
});

describe("a look at a cell", () => {
	const { seeds } = loadReference();
	const begins = beginsOf(seeds.oddAmounts);
	const odd = seeds.oddAmounts.filter(({ kind }) => kind !== "length").map(({ amount }) => amount);
	const cell = fc.oneof(
		fc
			.tuple(fc.constantFrom(...odd), fc.constantFrom("", ".0", ".00", "0", ".", "1", " ", ","))
			.map(([text, more]) => text + more),
		fc.tuple(fc.constantFrom(...odd), fc.nat({ max: 9 })).map(([text, at]) => `${text.slice(0, at)},${text.slice(at)}`),
		fc.stringMatching(/^[0-9.]{0,6}$/),
		fc.double({ noNaN: true }).map(String),
	);

	it("clears no amount that is odd", async () => {
		const [one] = await casesIn([energy([{ quantity: "1" }])]);
		await fc.assert(
			fc.property(cell, (text) => {
				if (!isOrdinary(text, begins, 15)) return;
				for (const kind of ["placeholder", "cap"] as const) expect(oddAmount(one as FirmCase, kind, text)).toBeUndefined();
				expect(text.replace(/\D/g, "").length).toBeLessThan(15);
			}),
			always(1000),
		);
	});

	it.each(["1", "12", "123", "0.5"])("knows an odd amount of any length, however it is written: %s", (amount) => {
		const own = beginsOf([{ amount, kind: "placeholder" }]);
		const point = amount.includes(".") ? "" : ".";
		for (const text of [amount, `${amount}${point}0`, `${amount}${point}00`]) expect(isOrdinary(text, own, 15)).toBe(false);
		expect(isOrdinary("7", own, 15)).toBe(true);
	});
});

describe("a look at hashes", () => {
	/** Few, so that they recur, and such as have one first half or one second half. */
	const half = fc.oneof(fc.nat({ max: 40 }), fc.nat());
	const hash = fc.record({ high: half.map(stirred), low: half.map((own) => stirred(own % 3)), thread: fc.nat({ max: 2 }) });
	const hashes = fc.array(hash, { maxLength: 80 });

	it("misses none that occurs twice, however little room there is, and whichever thread has it", () => {
		fc.assert(
			fc.property(hashes, fc.constantFrom(0, 10, 10_000), fc.boolean(), (all, expected, isShared) => {
				const bits = bitsFor(expected, isShared);
				const threads = Array.from({ length: 3 }, () => new Recurring(bits));
				const known = all.filter(({ high, low, thread }) => {
					const own = threads[isShared ? thread : 0] as Recurring;
					return own.add(Int32Array.of(high), Int32Array.of(low), 1) === 1;
				});
				const missed = all.filter(
					({ high, low }, place) =>
						all.findIndex((one) => one.high === high && one.low === low) < place &&
						!known.some((one) => one.high === high && one.low === low),
				);
				expect(missed).toEqual([]);
			}),
			always(1000),
		);
	});

	it("says where those stand that may have come before", () => {
		const recurring = new Recurring(bitsFor(100, false));
		const [highs, lows] = [Int32Array.of(5, 6 << 24, 5, 7 << 24, 6 << 24), Int32Array.of(1, 2, 1, 3, 2)];
		expect(recurring.add(highs, lows, 5)).toBe(2);
		expect([...recurring.again.subarray(0, 2)]).toEqual([2, 4]);
	});

	it("tells few others, where as many come as were expected", () => {
		const recurring = new Recurring(bitsFor(100_000, false));
		const highs = Int32Array.from({ length: 100_000 }, (_, nr) => stirred(nr));
		const lows = Int32Array.from({ length: 100_000 }, (_, nr) => stirred(Math.imul(nr, 7919) + 1));
		expect(recurring.add(highs, lows, highs.length)).toBeLessThan(3000);
	});

	it("finds all whose first halves are looked for, and nothing else", () => {
		fc.assert(
			fc.property(hashes, hashes, (wanted, all) => {
				const [some, others] = [wanted.filter((_, nr) => nr % 2 === 0), wanted.filter((_, nr) => nr % 2 === 1)];
				const sought = new Sought([some, others].map((part) => Float64Array.from(part, ({ high, low }) => whole(high, low))));
				const highs = Int32Array.from(all, ({ high }) => high);
				const found: number[] = [];
				for (let at = sought.next(highs, 0, all.length); at < all.length; at = sought.next(highs, at + 1, all.length))
					found.push(at);
				const isWanted = (high: number): boolean => wanted.some((one) => one.high === high);
				expect(found).toEqual(all.flatMap(({ high }, at) => (isWanted(high) ? [at] : [])));
				expect(all.map(({ high, low }) => sought.has(whole(high, low)))).toEqual(all.map(({ high }) => isWanted(high)));
				expect(sought.size).toBe(wanted.length);
			}),
			always(500),
		);
	});

	it("are kept in short as they came, however many", () => {
		const short = new ShortHashes();
		const all = Int32Array.from({ length: 200_000 }, (_, nr) => stirred(nr));
		for (let from = 0; from < all.length; from += 701) short.add(all.subarray(from), Math.min(701, all.length - from));
		expect(short.size).toBe(all.length);
		const kept = Buffer.concat(short.chunks.map((chunk) => Buffer.from(chunk.buffer)));
		expect(kept.subarray(0, all.byteLength).equals(Buffer.from(all.buffer))).toBe(true);
	});
});

describe("a look at the levels of years", () => {
	const gap = Fraction.from("1.3");
	/** Years of a thing that are there, in hundredths. */
	const thing = fc.array(fc.option(fc.integer({ min: 80, max: 140 }).map(BigInt), { freq: 4 }), { minLength: 4, maxLength: 4 });
	const upper = (values: readonly Fraction[]): Fraction =>
		[...values].sort((a, b) => a.compare(b))[values.length >> 1] as Fraction;

	/** Whether any two levels next to each other are a gap apart, in fractions. */
	function isApart(own: readonly (bigint | null)[], others: readonly (readonly (bigint | null)[])[]): boolean {
		const levels = new Map<number, Fraction[]>();
		for (const other of others) {
			const quotients = own.flatMap((amount, year) => {
				const beside = other[year] ?? null;
				return amount === null || beside === null ? [] : [[year, Fraction.of(amount, beside)] as const];
			});
			if (quotients.length < 2) continue;
			const usual = upper(quotients.map(([, quotient]) => quotient));
			for (const [year, quotient] of quotients) levels.set(year, [...(levels.get(year) ?? []), quotient.div(usual)]);
		}
		const alone = others.length === 0;
		const sorted = (
			alone ? own.flatMap((amount) => (amount === null ? [] : [Fraction.of(amount, 1n)])) : [...levels.values()].map(upper)
		).sort((a, b) => a.compare(b));
		return sorted.some((level, index) => index > 0 && level.compare((sorted[index - 1] as Fraction).mul(gap)) >= 0);
	}

	it("clears no thing of which a year stands apart", async () => {
		let cleared = 0;
		await fc.assert(
			fc.property(fc.array(thing, { minLength: 1, maxLength: 5 }), (all) => {
				const things = all.map(
					(years): Thing =>
						({
							sizes: new Map(years.flatMap((size, year) => (size === null ? [] : [[year, Number(size) / 100] as const]))),
						}) as unknown as Thing,
				);
				const may = roughLevels(things, 1.3);
				for (const [index, one] of things.entries()) {
					const apart = isApart(
						all[index] as (bigint | null)[],
						all.filter((_, other) => other !== index),
					);
					if (may(one, new Map())) continue;
					cleared += 1;
					expect(apart).toBe(false);
				}
			}),
			always(1000),
		);
		expect(cleared).toBeGreaterThan(0);
	});
});

describe("a look at how energy follows output", () => {
	const size = fc.oneof(fc.constant(0), fc.integer({ min: 900, max: 1100 }), fc.integer({ min: 1, max: 5000 }));
	const sum = (some: readonly bigint[]): bigint => some.reduce((all, one) => all + one, 0n);

	/** Whether a rising line explains a share of some points, in hundredths: the square of what they vary together over what each does. */
	function fits(points: readonly (readonly [x: bigint, y: bigint])[], hundredths: bigint): boolean {
		const [x, y, n] = [points.map(([x]) => x), points.map(([, y]) => y), BigInt(points.length)];
		const variation = (a: readonly bigint[], b: readonly bigint[]): bigint =>
			n * sum(a.map((own, index) => own * (b[index] as bigint))) - sum(a) * sum(b);
		const together = variation(x, y);
		return together > 0n && 100n * together * together >= hundredths * variation(x, x) * variation(y, y);
	}

	it("clears no month whose others a line explains", async () => {
		let cleared = 0;
		await fc.assert(
			fc.property(fc.array(fc.tuple(size, size, fc.boolean()), { minLength: 3, maxLength: 14 }), (drawn) => {
				const [x, y] = [drawn.map(([x]) => x), drawn.map(([x, y, near]) => (near ? 3 * x + (y % 50) : y))];
				const may = othersMayFit(x, y, 0.6);
				for (const place of x.keys()) {
					if (may(place)) continue;
					cleared += 1;
					const others = x.flatMap((own, other) =>
						other === place || own === 0 || y[other] === 0 ? [] : [[BigInt(own), BigInt(y[other] as number)] as const],
					);
					expect(fits(others, 60n)).toBe(false);
				}
			}),
			always(2000),
		);
		expect(cleared).toBeGreaterThan(0);
	});

	it("clears all months at once only where a line explains the others of none", async () => {
		const above = fc.oneof(fc.integer({ min: 900, max: 1100 }), fc.integer({ min: 1, max: 5000 }));
		const away = (some: readonly number[]): number[] => {
			const mean = some.reduce((all, one) => all + one, 0) / some.length;
			return some.map((one) => one / mean - 1);
		};
		const product = (a: readonly number[], b: readonly number[]): number =>
			a.reduce((all, one, at) => all + one * (b[at] as number), 0);
		let cleared = 0;
		await fc.assert(
			fc.property(fc.array(fc.tuple(above, above, fc.boolean()), { minLength: 3, maxLength: 40 }), (drawn) => {
				const [x, y] = [drawn.map(([x]) => x), drawn.map(([x, y, near]) => (near ? 3 * x + (y % 50) : y))];
				const [a, b] = [away(x), away(y)];
				const most = (some: readonly number[]): number => Math.max(...some.map(Math.abs));
				const sums = { count: x.length, xx: product(a, a), yy: product(b, b), xy: product(a, b), xMost: most(a), yMost: most(b) };
				if (anyOthersMayFit(sums, 0.6)) return;
				cleared += 1;
				const points = x.map((own, at) => [BigInt(own), BigInt(y[at] as number)] as const);
				for (const place of x.keys()) {
					expect(
						fits(
							points.filter((_, other) => other !== place),
							60n,
						),
					).toBe(false);
					expect(othersMayFit(x, y, 0.6)(place)).toBe(false);
				}
			}),
			always(1000),
		);
		expect(cleared).toBeGreaterThan(0);
	});
});

describe("the middles of the months around", () => {
	it("are those of the nearest, one by one", async () => {
		await fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), fc.constantFrom(2, 4, 12), (numbers, most) => {
				const at = numbers.map((_, place) => 24_240 + place);
				const middles = middlesAround(at, numbers, most);
				const one = (place: number): number => {
					// Of two as near the earlier.
					const near = [...numbers.keys()]
						.filter((other) => other !== place)
						.sort((a, b) => Math.abs(a - place) - Math.abs(b - place) || a - b)
						.slice(0, most)
						.map((other) => numbers[other] as number)
						.sort((a, b) => a - b);
					return near[near.length >> 1] ?? Number.NaN;
				};
				expect([...(middles ?? [])]).toEqual(numbers.map((_, place) => one(place)));
			}),
			always(1000),
		);
	});

	it("are not known where a month is missing or zero", () => {
		expect(middlesAround([1, 2, 4], [5, 5, 5], 12)).toBeUndefined();
		expect(middlesAround([1, 2, 3], [5, 0, 5], 12)).toBeUndefined();
	});
});

describe("a look at shifted rows", () => {
	const bounds = { apart: 4, usuallyApart: 3.5, likeOthers: 2.5, fewest: 10 };
	const sizes = (least: number) =>
		fc.array(
			fc.integer({ min: least, max: 12 }).map((own) => (own === 0 ? 0 : 800 + own * 40)),
			{ minLength: 36, maxLength: 36 },
		);
	const history = fc.oneof(sizes(0), sizes(1));
	const monthOf = (place: number): number => 2020 * 12 + place;

	/** What one uses for the other in a year, in fractions. */
	const quotientsOf = (line: readonly number[], other: readonly number[], year: number, lag: number): Fraction[] =>
		line.flatMap((own, place) => {
			const there = other[place + lag] ?? 0;
			const isIn = Math.floor(place / 12) === year && Math.floor((place + lag) / 12) === year;
			return isIn && own !== 0 && there !== 0 ? [Fraction.of(BigInt(own), BigInt(there))] : [];
		});

	const zero = Fraction.of(0n);
	const meanOf = (some: readonly Fraction[]): Fraction =>
		some.reduce((all, one) => all.add(one), zero).div(Fraction.of(BigInt(some.length)));

	/** A scatter of some years, each about its own mean: the variance over the square of the mean. */
	function scatter(line: readonly number[], other: readonly number[], years: readonly number[], lag: number): Fraction | null {
		const all = years.flatMap((year) => {
			const quotients = quotientsOf(line, other, year, lag);
			const mean = quotients.length === 0 ? zero : meanOf(quotients);
			return quotients.map((one) => one.sub(mean).mul(one.sub(mean)).div(mean.mul(mean)));
		});
		return all.length < bounds.fewest ? null : meanOf(all);
	}

	it("clears no year of which another history would say so", async () => {
		let [cleared, said] = [0, 0];
		await fc.assert(
			fc.property(history, fc.constantFrom(-1, 0, 1), fc.integer({ min: 0, max: 2 }), history, (own, shift, shifted, noise) => {
				// Another that moves with it, but for one year whose rows are moved.
				const other = own.map((_, place) => {
					const from = Math.floor(place / 12) === shifted ? place - shift : place;
					return (own[from] ?? 900) * 3 + (noise[place] as number) / 100;
				});
				const at = own.map((_, place) => monthOf(place));
				const may = roughShifts(rowsOf({ at, sizes: own }), [rowsOf({ at, sizes: other.map(Math.round) })], bounds);
				for (const year of [0, 1, 2])
					for (const by of [1, -1] as const) {
						const others = [0, 1, 2].filter((of) => of !== year);
						const [is, moved, elsewhere, movedElsewhere] = [
							scatter(own, other.map(Math.round), [year], 0),
							scatter(own, other.map(Math.round), [year], by),
							scatter(own, other.map(Math.round), others, 0),
							scatter(own, other.map(Math.round), others, by),
						];
						const says =
							is !== null &&
							moved !== null &&
							elsewhere !== null &&
							movedElsewhere !== null &&
							movedElsewhere.compare(elsewhere.mul(Fraction.from("3.5"))) >= 0 &&
							is.compare(moved.mul(Fraction.of(4n))) >= 0 &&
							moved.compare(elsewhere.mul(Fraction.from("2.5"))) <= 0;
						if (says) said += 1;
						if (may(year, by)) continue;
						cleared += 1;
						expect(says).toBe(false);
					}
			}),
			always(100),
		);
		expect(Math.min(cleared, said)).toBeGreaterThan(0);
	});
});
