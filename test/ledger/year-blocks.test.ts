/** Twelve months in 64 bytes: whatever amounts and rows are put there, and in whatever order, they are read as they were put. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { StoredMonths } from "../../src/ledger/stored-months.ts";
import { YearBlocks } from "../../src/ledger/year-blocks.ts";

interface Put {
	readonly month: number;
	readonly digits: number;
	readonly places: number;
	readonly row: number;
}

const amount = fc.oneof(
	{ weight: 3, arbitrary: fc.nat(99_999_999) },
	fc.integer({ min: 2 ** 28 - 3, max: 2 ** 28 + 3 }),
	fc.nat(10 ** 15 - 1),
);
const irregular = fc.oneof(fc.nat(2 ** 32 - 1), fc.integer({ min: 2 ** 30 - 3, max: 2 ** 30 + 3 }), fc.nat(40));
const puts = fc.tuple(fc.nat(2 ** 31), fc.integer({ min: -9, max: 700 }), fc.nat(4)).chain(([first, step, off]) =>
	fc
		.array(
			fc.record({
				month: fc.nat(11),
				digits: amount,
				places: fc.nat(13),
				row: fc.oneof({ weight: off === 0 ? 1 : 20, arbitrary: fc.constant(-1) }, irregular),
			}),
			{ maxLength: 14 },
		)
		.map((all): Put[] => all.map((one) => ({ ...one, row: one.row >= 0 ? one.row : first + 200 + one.month * step }))),
);

/** All months of a year, as they are read. */
const readIn = (blocks: YearBlocks, place: number): Put[] =>
	Array.from({ length: 12 }, (_, month) => month)
		.filter((month) => blocks.has(place, month))
		.map((month) => ({
			month,
			digits: blocks.digitsAt(place, month),
			places: blocks.placesAt(place, month),
			row: blocks.rowAt(place, month),
		}));

/** A year is given as a whole only with all of its months, and then as they are one by one. */
const expectWhole = (blocks: YearBlocks, place: number, months: readonly Put[]): boolean => {
	const [digits, places] = [new Float64Array(14), new Uint8Array(14)];
	const isWhole = blocks.wholeInto(place, digits, places, 1);
	if (isWhole)
		expect([...digits.keys()].slice(1, 13).map((at) => [digits[at], places[at]])).toEqual(
			months.map((one) => [one.digits, one.places]),
		);
	else expect([...digits, ...places].every((each) => each === 0)).toBe(true);
	return isWhole;
};

it("a year of twelve small amounts is given as a whole, and none with a larger one or a month less", () => {
	const blocks = new YearBlocks();
	const [small, large, short] = [0, 1, 2].map((at) => blocks.add(2020 + at, -1)) as [number, number, number];
	const months = Array.from({ length: 12 }, (_, month): Put => ({ month, digits: 100 + month, places: month, row: month + 2 }));
	for (const { month, digits, places, row } of months) {
		blocks.put(small, month, digits, places, row);
		blocks.put(large, month, month === 7 ? 2 ** 28 : digits, places, row);
		if (month !== 7) blocks.put(short, month, digits, places, row);
	}
	expect(expectWhole(blocks, small, months)).toBe(true);
	expect(expectWhole(blocks, large, [])).toBe(false);
	expect(expectWhole(blocks, short, [])).toBe(false);
});

it("what is put into a year is read as it was put, the first where a month is given twice", () => {
	fc.assert(
		fc.property(fc.array(puts, { minLength: 1, maxLength: 6 }), (years) => {
			const blocks = new YearBlocks();
			const places = years.map((_, at) => blocks.add(2000 + at, at - 1));
			const expected = years.map((all, at) => {
				const first = new Map<number, Put>();
				for (const one of all) {
					const { month, digits, places: behind, row } = one;
					expect(blocks.put(places[at] as number, month, digits, behind, row)).toBe(!first.has(month));
					if (!first.has(month)) first.set(month, one);
				}
				return [...first.values()].sort((a, b) => a.month - b.month);
			});
			const shared = new YearBlocks(structuredClone(blocks.memory));
			for (const own of [blocks, shared]) {
				expect(places.map((place) => readIn(own, place))).toEqual(expected);
				for (const [at, place] of places.entries()) expectWhole(own, place, expected[at] as Put[]);
				expect(places.map((place) => own.yearAt(place))).toEqual(years.map((_, at) => 2000 + at));
				expect(places.map((place) => own.beforeAt(place))).toEqual(years.map((_, at) => at - 1));
			}
		}),
	);
});

it("of more years than one piece of memory holds, regular or not", () => {
	const blocks = new YearBlocks();
	const odd = (at: number): boolean => at % 3 === 0;
	const row = (at: number, month: number): number => at * 100 + month * (odd(at) ? month : 7);
	const digits = (at: number, month: number): number => (odd(at) ? 10 ** 14 : 1000) + at + month;
	const all = Array.from({ length: 13_000 }, (_, at) => blocks.add(1990 + (at % 60), -1));
	for (let month = 11; month >= 0; month -= 1)
		for (const at of all) expect(blocks.put(at, month, digits(at, month), month, row(at, month))).toBe(true);
	for (const at of all)
		expect(readIn(blocks, at)).toEqual(
			Array.from({ length: 12 }, (_, month) => ({ month, digits: digits(at, month), places: month, row: row(at, month) })),
		);
});

it("a row beyond what is kept is left to whoever reads it plainly", () => {
	const months = new StoredMonths();
	months.firm(0);
	expect(months.put(0, 0, 2024, 3, 17, 0, 2 ** 32)).toBe(false);
	expect(months.put(0, 0, 2024, 3, 17, 0, 2 ** 32 - 1)).toBe(true);
});
