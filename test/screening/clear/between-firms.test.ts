/** Rules between firms answer the same whether firms are gathered as they were assessed or by their numbers alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SimpleGroup } from "../../../src/assessment/simple/group.ts";
import { type Exact, equal, fromDigits, known, product, significantDigits } from "../../../src/exact/exact.ts";
import { loadReference } from "../../../src/reference/reference.ts";
import type { PlainCase } from "../../../src/screening/clear/plain-case.ts";
import { roomFor, type SimpleFirm } from "../../../src/screening/gathering.ts";
import type { Answer, FirmCase, RunRule } from "../../../src/screening/rule.ts";
import type { StretchPart } from "../../../src/screening/rules/plain-stretches.ts";
import { sectorSlip } from "../../../src/screening/rules/sector-slip.ts";
import { sharedSeries } from "../../../src/screening/rules/shared-series.ts";
import { Stretches } from "../../../src/screening/stretches.ts";
import { dice } from "../../mistakes/dice.ts";
import { casesIn, limitIn, monthsFrom, suspicionsOf } from "../../support/histories.ts";
import { plainCaseOf } from "../../support/plain-case.ts";
import { energy, output, type Row } from "../../support/tables.ts";

/**
 * What a rule answers of firms of which those with a number above 0 are gathered by their numbers, in the thread of that number, one shape for all
 * that are alike; in a table of bits that all threads share.
 */
const answerTo = (
	rule: RunRule,
	cases: readonly FirmCase[],
	threadOf: readonly number[],
	room = roomFor(cases.length * 100, true),
	change: (parts: readonly unknown[]) => void = () => undefined,
): Answer => {
	const shapes = new Map<string, PlainCase["shape"]>();
	const plainOf = (one: FirmCase): PlainCase => {
		const plain = plainCaseOf(one);
		const name = JSON.stringify(plain.numbers.kinds.map(({ of, unit, from }) => [of, unit, from.unit]));
		const shape = shapes.get(name) ?? plain.shape;
		shapes.set(name, shape);
		return { ...plain, shape };
	};
	const named = (firm: string): FirmCase => cases.find(({ record }) => record.firm === firm) as FirmCase;
	const cleared = { plain: (firm: string) => plainOf(named(firm)), case: named };
	const threads = Math.max(0, ...threadOf.slice(0, cases.length));
	const gatherings = Array.from({ length: threads }, () => rule.gather(limitIn(), room));
	const groups = new Map<PlainCase["shape"], SimpleGroup>();
	const groupOf = ({ shape, numbers: { energies, years } }: PlainCase): SimpleGroup => {
		const group = groups.get(shape) ?? ({ like: shape.like.firm, shape: { energies, years } } as SimpleGroup);
		groups.set(shape, group);
		return group;
	};
	const simple = cases.map((one, nr): Omit<SimpleFirm, "nr"> | undefined => {
		const thread = threadOf[nr] ?? 0;
		const plain = thread === 0 ? undefined : plainOf(one);
		if (plain === undefined || rule.tells?.(plain) === false) return undefined;
		gatherings[thread - 1]?.take(plain);
		return { firm: one.record.firm, group: groupOf(plain), part: thread - 1 };
	});
	const parts = gatherings.map((gathering) => structuredClone(gathering.part()));
	change(parts);
	const { take, takePlain, answer } = rule.begin(limitIn(), cases.length, { room, parts, cleared });
	const taken = parts.map(() => 0);
	for (const [nr, one] of cases.entries()) {
		const found = simple[nr];
		if (found === undefined) take(one);
		else {
			takePlain({ ...found, nr: taken[found.part] as number });
			taken[found.part] = (taken[found.part] as number) + 1;
		}
	}
	return answer();
};

/** As it is told: where, of whom, with what, and what it explains. */
const told = (answer: Answer, cases: readonly FirmCase[]): unknown =>
	answer.kind !== "fail"
		? answer
		: suspicionsOf(answer).map(({ finding, impact, explains }) => ({
				...{ finding, impact },
				months: cases.map((one) => (one.record.firm === finding.firm ? explains?.(one)?.months : undefined)),
			}));

const carriers = [
	{ carrier: "bituminous-coal", unit: "t", size: 400_000, places: 2 },
	{ carrier: "electricity", unit: "10^4 kWh", size: 25_000, places: 2 },
	{ carrier: "coke", unit: "kg", size: 1_200_000, places: 0 },
	{ carrier: "natural-gas", unit: "Nm3", size: 1_234_567, places: 1 },
] as const;

interface Firms {
	readonly seed: number;
	readonly firms: number;
	readonly years: number;
	/** How many stretches are copied from one firm to another. */
	readonly copies: number;
	/** How many firms have a part, or their output, in another unit. */
	readonly slips: number;
	/** The thread that gathers each, from 1; 0 where it is asked. */
	readonly threadOf: readonly number[];
}

const some: fc.Arbitrary<Firms> = fc.record({
	seed: fc.nat({ max: 99_999 }),
	firms: fc.integer({ min: 1, max: 12 }),
	years: fc.constantFrom(1, 2),
	copies: fc.integer({ min: 0, max: 4 }),
	slips: fc.integer({ min: 0, max: 2 }),
	threadOf: fc
		.integer({ min: 1, max: 8 })
		.chain((max) => fc.array(fc.integer({ min: 0, max }), { minLength: 12, maxLength: 12 })),
});

const tablesOf = ({ seed, firms, years, copies, slips }: Firms) => {
	const { roll, of } = dice(`between ${seed}`);
	const months = years * 12;
	const all = Array.from({ length: firms }, (_, nr) => ({
		firm: `F${String(nr).padStart(2, "0")}`,
		lines: carriers.slice(nr % 2, (nr % 2) + 3).map((one) => ({
			...one,
			digits: Array.from({ length: months }, () => roll(Math.floor(one.size * 0.8), Math.floor(one.size * 1.2))),
		})),
		made: Array.from({ length: months }, () => roll(400_000, 600_000)),
	}));
	for (let left = copies; left > 0; left -= 1) {
		const [from, to] = [of(all), of(all)];
		const [own, other] = [of(from.lines), of(to.lines)];
		const length = Math.min(of([2, 3, 4, 5, 8, 12]), months);
		const [then, now] = [roll(0, months - length), roll(0, months - length)];
		for (let at = 0; at < length; at += 1) other.digits[now + at] = own.digits[then + at] as number;
	}
	for (let left = slips; left > 0; left -= 1) {
		const { lines, made } = of(all);
		const [by, digits] = [of([1000, 10_000]), of([made, of(lines).digits])];
		for (let at = 0; at < months; at += 1) digits[at] = (digits[at] as number) * by;
	}
	const written = (digits: number, places: number): string => (digits / 10 ** places).toFixed(places);
	const [used, made]: [Row[], Row[]] = [[], []];
	for (const one of all) {
		for (const { carrier, unit, digits, places } of one.lines)
			used.push(
				...monthsFrom(
					2021,
					digits.map((each) => written(each, places)),
					{ firm: one.firm, carrier, unit },
				),
			);
		made.push(
			...monthsFrom(
				2021,
				one.made.map((each) => written(each, 2)),
				{ firm: one.firm, sector: "C31" },
			),
		);
	}
	return [energy(used), output(made)];
};

describe.each([
	["two firms with one series", sharedSeries],
	["a firm beside its sector", sectorSlip],
])("%s", (_, rule) => {
	it("is told the same of firms that were cleared", async () => {
		const kinds = new Set<Answer["kind"]>();
		await fc.assert(
			fc.asyncProperty(some, async (firms) => {
				const cases = await casesIn(tablesOf(firms));
				const asked = answerTo(rule, cases, []);
				kinds.add(asked.kind);
				expect(told(answerTo(rule, cases, firms.threadOf), cases)).toEqual(told(asked, cases));
				expect(told(answerTo(rule, cases, Array(12).fill(1)), cases)).toEqual(told(asked, cases));
				// In a table that is full from the first all stretches may have come before.
				const full = { bits: new Int32Array(1 << 10).fill(-1) };
				expect(told(answerTo(rule, cases, firms.threadOf, full), cases)).toEqual(told(asked, cases));
			}),
			{ numRuns: 60 },
		);
		expect([...kinds].sort()).toEqual(["fail", "not-checked", "pass"]);
	});
});

describe("a short hash that many have", () => {
	it("makes their numbers be read again, and nothing of it is told", async () => {
		await fc.assert(
			fc.asyncProperty(some, async (firms) => {
				const cases = await casesIn(tablesOf({ ...firms, firms: 12, copies: 3 }));
				const asked = answerTo(sharedSeries, cases, []);
				// All stretches of the firms of a thread have the short hash of one that came before, but those that have their own of such.
				const alike = (parts: readonly unknown[]): void => {
					const all = parts as readonly StretchPart[];
					const again = new Set(
						all.flatMap(({ again: { hashes } }) => [...hashes].map((hash) => Math.floor(hash / 0x100000) | 0)),
					);
					const [first] = again;
					if (first === undefined) return;
					for (const { short } of all)
						for (const chunk of short.chunks)
							for (let at = 0; at < chunk.length; at += 1) if (!again.has(chunk[at] as number)) chunk[at] = first;
				};
				expect(told(answerTo(sharedSeries, cases, firms.threadOf, undefined, alike), cases)).toEqual(told(asked, cases));
			}),
			{ numRuns: 30 },
		);
	});
});

describe("a stretch of numbers", () => {
	const cell = fc.record({
		digits: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 1e12 })),
		places: fc.nat({ max: 3 }),
	});
	const cells = fc.array(cell, { maxLength: 40 });

	/** The shortest that begins at a place and says enough, by what is written in the rule; undefined where there is none. */
	const lengthAt = (numbers: readonly Exact[], follows: readonly boolean[], start: number): number | undefined => {
		let [said, end] = [0, start];
		while (end < numbers.length && end - start < 24 && (said < 12 || end - start < 3) && (end === start || follows[end])) {
			const number = numbers[end] as Exact;
			const repeats = end > start && equal(number, numbers[end - 1] as Exact);
			if (!repeats && number.digits !== 0) said += significantDigits(number) - 1;
			end += 1;
		}
		return said >= 12 && end - start >= 3 ? end - start : undefined;
	};

	it("begins where enough is said, and has one hash however its numbers are written", () => {
		fc.assert(
			fc.property(
				cells,
				fc.constantFrom("1", "0.0001", "1000"),
				fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
				(all, factor, breaks) => {
					const follows = all.map((_, at) => at === 0 || !(breaks[at] && breaks[at + 1]));
					const numbers = all.map(({ digits, places }) => product(fromDigits(digits, places), known(factor)));
					const laid = (follow: readonly boolean[]): Stretches => {
						const held = new Stretches();
						held.begin(7);
						for (const [at, number] of numbers.entries()) held.add(number, follow[at] as boolean);
						return held;
					};
					const hashesOf = (stretches: Stretches, count: number): number[][] =>
						[stretches.starts, stretches.highs, stretches.lows].map((some) => [...some.subarray(0, count)]);
					const [running, typed] = [laid(all.map(() => true)), new Stretches()];
					typed.begin(7);
					typed.addWritten(
						Float64Array.from(all, ({ digits }) => digits),
						Uint8Array.from(all, ({ places }) => places),
						...([0, all.length, factor === "1" ? 0 : factor === "1000" ? 3 : -4] as const),
					);
					expect(hashesOf(typed, typed.find(12, 3))).toEqual(hashesOf(running, running.find(12, 3)));
					const held = laid(follows);
					const count = held.find(12, 3);
					const begins = numbers.flatMap((_, at) => (lengthAt(numbers, follows, at) === undefined ? [] : [at]));
					expect([...held.starts.subarray(0, count)]).toEqual(begins);
					for (const [a, one] of begins.entries())
						for (const [b, other] of begins.entries()) {
							const [long, short] = [one, other].map((at) => numbers.slice(at, at + (lengthAt(numbers, follows, at) as number)));
							const alike =
								long?.length === short?.length && long?.every((number, at) => equal(number, short?.[at] as Exact)) === true;
							expect(held.highs[a] === held.highs[b] && held.lows[a] === held.lows[b]).toBe(alike);
						}
				},
			),
			{ numRuns: 400 },
		);
	});
});

describe("the limits", () => {
	it("are those that stretches are tested by", () => {
		expect([loadReference().limit("chance-digits"), loadReference().limit("shared-months")]).toEqual(["6", "3"]);
	});
});
