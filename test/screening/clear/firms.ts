/** Invented firms month by month for what is cleared by numbers: plausible ones, and each with something that a rule is there to find, or nearly. */
import fc from "fast-check";
import type { Table } from "../../../src/index.ts";
import { type Dice, dice } from "../../mistakes/dice.ts";
import { monthsFrom } from "../../support/histories.ts";
import { energy, output, type Row } from "../../support/tables.ts";

/** One series of a firm: its amounts month by month, and how they are written. */
export interface Line {
	readonly carrier: string;
	readonly unit: string;
	readonly places: number;
	readonly amounts: number[];
	/** Cells that are written otherwise, by their month. */
	readonly cells: Map<number, string>;
}

export interface Works {
	readonly years: number;
	/** Carriers, and the output behind them where there is one. */
	readonly lines: readonly Line[];
	readonly made: boolean;
}

/** How a works is. Shares in thousandths. */
export interface Manner {
	readonly years: number;
	readonly scatter: number;
	/** Amounts follow the output within this. */
	readonly tied: number | null;
	readonly made: boolean;
	readonly seasonal: boolean;
	/** All carriers are about as large. */
	readonly alike: boolean;
	readonly carriers: number;
}

/** Any manner. */
export const manners: fc.Arbitrary<Manner> = fc.record({
	years: fc.constantFrom(1, 2, 3, 6),
	scatter: fc.constantFrom(1, 30, 100, 200),
	tied: fc.constantFrom(null, 2, 30),
	made: fc.boolean(),
	seasonal: fc.boolean(),
	alike: fc.boolean(),
	carriers: fc.integer({ min: 1, max: 4 }),
});

const carriers = [
	{ carrier: "bituminous-coal", unit: "t", usual: 4000, places: 2 },
	{ carrier: "electricity", unit: "10^4 kWh", usual: 250, places: 2 },
	{ carrier: "heat", unit: "GJ", usual: 9000, places: 0 },
	{ carrier: "lpg", unit: "t", usual: 13, places: 2 },
	{ carrier: "natural-gas", unit: "10^4 Nm3", usual: 150, places: 1 },
	{ carrier: "diesel", unit: "t", usual: 90, places: 3 },
] as const;

/** Amounts that scatter around a level which drifts by some per cent a year. */
export function worksOf(seed: string, manner: Manner): Works {
	const { roll, of } = dice(seed);
	const months = manner.years * 12;
	const around = (share: number): number => 1 + roll(-share * 10, share * 10) / 10_000;
	const load = Array.from({ length: months }, () => around(manner.scatter));
	const drift = 1 + roll(-40, 80) / 1000;
	const level = (month: number): number => drift ** (month / 12);
	const winter = (month: number): number => (manner.seasonal ? 1.5 + 0.5 * Math.cos((month % 12) * (Math.PI / 6)) : 1);
	const first = roll(0, carriers.length - 1);
	const lines = Array.from({ length: manner.carriers }, (_, nr): Line => {
		const { carrier, unit, usual, places } = carriers[(first + nr) % carriers.length] as (typeof carriers)[number];
		const size = manner.alike ? 300 * around(100) : usual * around(300);
		const isSeasonal = carrier === "heat" || carrier === "natural-gas" || of([true, false, false]);
		const amounts = Array.from({ length: months }, (_, month) => {
			const moved = manner.tied === null ? around(manner.scatter) : (load[month] as number) * around(manner.tied);
			return size * moved * level(month) * (isSeasonal ? winter(month) : 1);
		});
		return { carrier, unit, places, amounts, cells: new Map() };
	});
	const made = {
		carrier: "",
		unit: "10^4 CNY",
		places: 2,
		amounts: load.map((each, month) => 5000 * each * level(month)),
		cells: new Map(),
	};
	return { years: manner.years, lines: manner.made ? [...lines, made] : lines, made: manner.made };
}

/** Rounded as they are written, since what is planted is planted into what stands there. */
export function written({ amounts, places, cells }: Line): string[] {
	return amounts.map((amount, month) => cells.get(month) ?? Math.max(amount, 10 ** -places).toFixed(places));
}

export function tablesOf(firms: readonly Works[]): Table[] {
	const [used, made]: [Row[], Row[]] = [[], []];
	for (const [nr, works] of firms.entries()) {
		const firm = `F${String(nr).padStart(3, "0")}`;
		for (const line of works.lines) {
			const { carrier, unit } = line;
			if (carrier === "") made.push(...monthsFrom(2019, written(line), { firm }));
			else used.push(...monthsFrom(2019, written(line), { firm, carrier, unit }));
		}
	}
	return made.length === 0 ? [energy(used)] : [energy(used), output(made)];
}

/** What may be planted in a works; many are near a limit and on either side of it. */
export const plants: Readonly<Record<string, (works: Works, dice: Dice) => void>> = {
	nothing: () => {},
	"a copied month": ({ lines, years }, { roll, of }) => {
		const [lag, at] = [of([1, 1, 2, 3, 12]), roll(12, Math.max(12, years * 12 - 1))];
		for (const { amounts } of of([lines, [of(lines)]])) if (at < amounts.length) amounts[at] = amounts[at - lag] as number;
	},
	"a month that slipped": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		const by = of([10, 100, 1000, 3.6, 8.14, 50, 2, 1.5, 1.45, 1.6, 0.1, 0.02, 0.5, 0.66, 0.7143, 1.4]);
		for (let left = of([1, 1, 2]); left > 0; left -= 1) {
			const at = roll(0, amounts.length - 1);
			amounts[at] = (amounts[at] as number) * by;
		}
	},
	"a month beside what moves with it": ({ lines }, { roll, of }) => {
		const at = roll(0, (lines[0] as Line).amounts.length - 1);
		const by = of([1.55, 1.7, 0.6, 1.3]);
		for (const { amounts } of of([lines, lines.slice(1), lines.slice(0, 1)])) amounts[at] = (amounts[at] as number) * by;
	},
	"repeated months": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		const at = roll(0, amounts.length - 4);
		amounts.fill(amounts[at] as number, at, at + of([2, 3, 4]));
	},
	"even steps": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		const [at, step] = [roll(0, amounts.length - 7), of([0.37, 1, -0.21, 3])];
		const begin = Number(written(of([lines[0] as Line]))[at]);
		for (let month = 0; month < of([4, 5, 6, 7]); month += 1) amounts[at + month] = Math.max(1, begin + month * step);
	},
	"a shifted year": ({ lines, years }, { roll, of }) => {
		const { amounts } = of(lines);
		const [begin, by] = [roll(0, years - 1) * 12, of([1, -1])];
		const its = amounts.slice(begin, begin + 12);
		for (let month = 0; month < 12; month += 1) amounts[begin + month] = its[(month + by + 12) % 12] as number;
	},
	"swapped rows": ({ lines, years }, { roll, of }) => {
		const [one, other] = [lines[0] as Line, lines[1] ?? (lines[0] as Line)];
		const [begin, length] = of([
			[roll(0, years * 12 - 1), 1],
			[roll(0, years - 1) * 12, 12],
			[roll(0, years * 12 - 4), 3],
		]) as [number, number];
		for (let at = begin; at < begin + length; at += 1)
			[one.amounts[at], other.amounts[at]] = [other.amounts[at] as number, one.amounts[at] as number];
	},
	"another carrier's amount": ({ lines }, { roll, of }) => {
		const [one, other] = [of(lines), of(lines)];
		for (let left = of([1, 1, 2, 3]); left > 0; left -= 1) {
			const at = roll(0, one.amounts.length - 1);
			one.amounts[at] = Number(written(other)[at]);
		}
	},
	"a multiple of the output": ({ lines, years }, { roll, of }) => {
		const [line, made] = [lines[0] as Line, lines.at(-1) as Line];
		const [begin, multiple] = [roll(0, years - 1) * 12, of([0.25, 0.8137, 0.0213])];
		const its = written(made).map(Number);
		for (let at = begin; at < begin + of([12, 11]); at += 1) line.amounts[at] = (its[at] as number) * multiple;
	},
	"round months": ({ lines, years }, { roll, of }) => {
		const { amounts } = of(lines);
		const [begin, count] = [roll(0, years - 1) * 12, of([9, 10, 11, 12])];
		for (let at = begin; at < begin + count; at += 1)
			amounts[at] = Math.max(100, Math.round((amounts[at] as number) / 100) * 100);
	},
	"a year again": (works, { roll, of }) => {
		if (works.years < 2) return;
		const lag = of([11, 12, 13]);
		const begin = roll(1, works.years - 1) * 12;
		for (const { amounts } of of([works.lines, [of(works.lines)]])) {
			const its = [...amounts];
			for (let month = Math.max(0, lag - 12); month < Math.min(12, lag); month += 1)
				amounts[begin + month] = its[begin + month - lag] as number;
		}
	},
	"an output again": ({ lines, years }, { roll }) => {
		const { amounts } = lines.at(-1) as Line;
		const begin = roll(0, Math.max(0, years - 2)) * 12;
		amounts.splice(begin + 12, 12, ...amounts.slice(begin, begin + 12));
		amounts.length = years * 12;
	},
	"readings of a meter": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		const length = Math.min(of([5, 6, 7, 12]), amounts.length);
		const at = roll(0, amounts.length - length);
		let reading = (amounts[at] as number) * of([1.2, 2, 3, 20]);
		for (let month = at; month < at + length; month += 1) {
			reading += amounts[month] as number;
			amounts[month] = reading;
		}
	},
	"a December that holds the year": ({ lines, years }, { roll, of }) => {
		const line = of(lines);
		const begin = roll(0, years - 1) * 12;
		const sum = written(line)
			.slice(begin, begin + 11)
			.reduce((all, one) => all + Number(one), 0);
		line.amounts[begin + 11] = sum * of([1, 1, 0.9995, 1.5]) + of([0, 1]) * (line.amounts[begin + 11] as number);
	},
	"amounts to date": ({ lines, years }, { roll, of }) => {
		const begin = roll(0, years - 1) * 12;
		for (const { amounts } of of([lines, [of(lines)]]))
			for (let month = 1; month < of([12, 12, 6]); month += 1)
				amounts[begin + month] = (amounts[begin + month - 1] as number) + (amounts[begin + month] as number) * of([1, 0.3]);
	},
	"a works that grows": ({ lines, years }, { roll, of }) => {
		const [begin, by] = [roll(0, years - 1) * 12, of([1.1, 1.13, 1.2])];
		for (const { amounts } of of([lines, [of(lines)]]))
			for (let month = 1; month < 12; month += 1) amounts[begin + month] = (amounts[begin + month - 1] as number) * by;
	},
	"odd cells": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		amounts[roll(0, amounts.length - 1)] = of([999, 9999, 32767, 65535, 12345, 12345678, 99999, 999.5, 99, 1234]);
	},
	"the dust of a float": ({ lines }, { roll, of }) => {
		const { amounts, cells } = of(lines);
		const at = roll(0, amounts.length - 1);
		const whole = String(Math.ceil(amounts[at] as number));
		cells.set(
			at,
			`${whole}.${of(["0000000000", "9999999999", "1234000000"]).slice(0, 13 - whole.length)}${of(["04", "01", "99"])}`,
		);
	},
	"coal equivalent": ({ lines }, { roll, of }) => {
		const { amounts } = of(lines);
		for (let left = of([1, 2, 3]); left > 0; left -= 1) {
			const at = roll(0, amounts.length - 1);
			amounts[at] = (amounts[at] as number) * of([0.7143, 1.4, 0.9, 1.7143, 1.4571]);
		}
	},
};
