/** One history of months, written three ways: by single months, by spans that follow each other, and to date. */
import { type Dice, diceOf } from "./dice.ts";
import { Fraction, total } from "./fraction.ts";
import type { EnergyRow, OutputRow, Submission } from "./types.ts";

/** An amount for each month of a year, from January on. */
interface Months<Row> {
	readonly cells: Row;
	readonly year: number;
	readonly amounts: readonly Fraction[];
}

type Cells = EnergyRow | OutputRow;

const two = (month: number): string => String(month).padStart(2, "0");
const sum = (amounts: readonly Fraction[]): string => total(amounts).text(4);

/** First and last month of each part. */
const parts = (dice: Dice, ends: readonly number[], count: number): [number, number][] => {
	const found: [number, number][] = [];
	for (let from = 1; from <= count; ) {
		const stop = Math.min(...ends.filter((end) => end >= from), count);
		const to = Math.min(stop, from + dice.below(4));
		found.push([from, to]);
		from = to + 1;
	}
	return found;
};

const rows = <Row extends Cells>({ cells, year, amounts }: Months<Row>, list: readonly (readonly [number, number])[]): Row[] =>
	list.map(([from, to]) => ({
		...cells,
		period: from === to ? `${year}-${two(from)}` : `${year}年${from}-${to}月`,
		quantity: sum(amounts.slice(from - 1, to)),
	}));

export interface Writings {
	readonly seed: number;
	readonly single: Submission;
	readonly spans: Submission;
	readonly toDate: Submission;
}

const CARRIERS: readonly EnergyRow[] = [
	{ carrier: "bituminous-coal", unit: "t" },
	{ carrier: "electricity", unit: "MWh" },
	{ carrier: "natural-gas", unit: "10^4 Nm3" },
];

export const writingsOf = (seed: number): Writings => {
	const dice = diceOf(seed + 40_000);
	const base = dice.pick([2020, 2025]);
	const year = base + dice.between(1, 3);
	const until = dice.between(2, 11);
	const prices = `constant-${base}`;
	const near = (size: number): Fraction => Fraction.from(`${dice.between(size, size + size / 2)}.${dice.digits(2)}`);
	const months = <Row extends Cells>(cells: Row, size: number): Months<Row>[] =>
		[year - 1, year].map((one) => ({
			...{ cells, year: one },
			amounts: Array.from({ length: one === year ? until : 12 }, () => near(size)),
		}));
	const energy = CARRIERS.slice(0, dice.between(1, 3)).flatMap((cells) =>
		months({ firm: "F1", ...cells }, dice.between(2, 40) * 10),
	);
	const money: OutputRow = { firm: "F1", sector: "steel", indicator: "value_added", unit: "万元", prices };
	const output = months(money, dice.between(2, 40) * 10);
	// A base year before last year is given whole, so that it is compared by year.
	const whole = year - 1 === base ? [] : [base];
	const started = <Row extends Cells>(list: readonly Months<Row>[]): Row[] =>
		whole.flatMap((at) =>
			list
				.filter((one) => one.year === year)
				.map(({ cells }) => ({ ...cells, period: String(at), quantity: near(3000).text(2) })),
		);
	const [energyBase, outputBase] = [started(energy), started(output)];
	const written = (list: (count: number) => (readonly [number, number])[]): Submission => ({
		energy: dice.shuffle([...energyBase, ...energy.flatMap((one) => rows(one, list(one.amounts.length)))]),
		output: dice.shuffle([...outputBase, ...output.flatMap((one) => rows(one, list(one.amounts.length)))]),
		firms: [],
	});
	return {
		seed,
		single: written((count) => Array.from({ length: count }, (_, at) => [at + 1, at + 1] as const)),
		spans: written((count) => parts(dice, [until], count)),
		toDate: written((count) => Array.from({ length: count }, (_, at) => [1, at + 1] as const)),
	};
};
