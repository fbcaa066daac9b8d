/** Ways in which people write down the twelve months of a year, right or wrong. */
import type { Dice } from "../../dice.ts";
import { Fraction, total, whole } from "../../fraction.ts";

export interface Written {
	readonly period: string;
	readonly quantity: string;
}

/** The months of a year as they were: twelve amounts of so many decimals. */
export interface Year {
	readonly year: number;
	readonly months: readonly Fraction[];
	readonly places: number;
}

export interface Style {
	readonly name: string;
	/** what a reader can know: the year, that nobody can, or either, as the other years say */
	readonly knows: "year" | "nothing" | "either";
	/** it has to stand so in all years of a series */
	readonly allYears?: true;
	/** it needs clean years of the same series beside it */
	readonly needsWitness?: true;
	readonly write: (dice: Dice, year: Year) => Written[];
}

const two = (month: number): string => String(month).padStart(2, "0");
const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (month: number): number => LAST[month - 1] ?? 28;

const sum = ({ months }: Year, first = 1, last = 12): Fraction => total(months.slice(first - 1, last));

const text = ({ places }: Year, amount: Fraction): string => amount.text(places);

const each = (year: Year, write: (month: number, amount: Fraction) => Written[]): Written[] =>
	year.months.flatMap((amount, index) => write(index + 1, amount));

/** Splits an amount into parts of the same number of decimals, none of them equal. */
const split = (dice: Dice, amount: Fraction, parts: number, places: number): Fraction[] => {
	const cuts = Array.from({ length: parts - 1 }, (_, index) => {
		const share = Fraction.of(BigInt(1000 + index * 137 + dice.below(120)), BigInt(parts * 1300));
		return Fraction.from(amount.mul(share).text(places));
	});
	return [...cuts, amount.sub(total(cuts))];
};

const months = (year: Year): Written[] =>
	each(year, (month, amount) => [{ period: `${year.year}-${two(month)}`, quantity: text(year, amount) }]);

const running = (year: Year): Fraction[] => year.months.map((_, index) => sum(year, 1, index + 1));

const days = (wanted: readonly number[]) => (dice: Dice, year: Year) =>
	each(year, (month, amount) =>
		split(dice, amount, wanted.length, year.places).map((part, index) => ({
			period: `${year.year}-${two(month)}-${two(wanted[index] ?? 1)}`,
			quantity: text(year, part),
		})),
	);

const QUARTER_SIZE = 3;
const LARGER = Fraction.of(4n, 3n);

export const CLEAN: readonly Style[] = [
	{ name: "year", knows: "year", write: (_, year) => [{ period: String(year.year), quantity: text(year, sum(year)) }] },
	{ name: "months", knows: "year", write: (_, year) => months(year) },
	{
		name: "quarters",
		knows: "year",
		write: (_, year) =>
			[1, 2, 3, 4].map((quarter) => ({
				period: `${year.year}Q${quarter}`,
				quantity: text(year, sum(year, quarter * QUARTER_SIZE - 2, quarter * QUARTER_SIZE)),
			})),
	},
	{
		name: "halves",
		knows: "year",
		write: (dice, year) => {
			const [first, second] = dice.pick([
				["1-6月", "7-12月"],
				["上半年", "下半年"],
			]);
			return [
				{ period: `${year.year}年${first}`, quantity: text(year, sum(year, 1, 6)) },
				{ period: `${year.year}年${second}`, quantity: text(year, sum(year, 7)) },
			];
		},
	},
	{
		name: "spans and months",
		knows: "year",
		write: (_, year) => [{ period: `${year.year}年1-2月`, quantity: text(year, sum(year, 1, 2)) }, ...months(year).slice(2)],
	},
	{
		name: "year and months",
		knows: "year",
		write: (_, year) => [{ period: `${year.year}年全年`, quantity: sum(year).text(0) }, ...months(year)],
	},
	{
		name: "one stamp a month",
		knows: "year",
		write: (_, year) =>
			each(year, (month, amount) => [
				{ period: `${year.year}-${two(month)}-${two(lastDay(month))}`, quantity: text(year, amount) },
			]),
	},
	{ name: "three days a month", knows: "year", write: days([1, 11, 21]) },
	{ name: "uneven days", knows: "year", write: days([3, 9, 17, 28]) },
	{
		name: "to date by its words",
		knows: "year",
		write: (_, year) =>
			running(year).map((amount, index) => ({ period: `${year.year}年${index + 1}月累计`, quantity: text(year, amount) })),
	},
	{
		name: "nested spans",
		knows: "year",
		write: (_, year) =>
			[3, 6, 9, 12].map((last) => ({ period: `${year.year}年1-${last}月`, quantity: text(year, sum(year, 1, last)) })),
	},
	{
		name: "to date with holes",
		knows: "year",
		write: (dice, year) =>
			[dice.between(2, 5), dice.between(6, 9), 12].map((last) => ({
				period: `${year.year}年${last}月累计`,
				quantity: text(year, sum(year, 1, last)),
			})),
	},
];

/** Months that rise: a start-up, a second line, or something that looks like amounts to date. */
const rising = (dice: Dice, year: Year): Fraction[] => {
	const from = dice.between(20, 900);
	const steps = Array.from({ length: 11 }, () => dice.between(0, 100));
	const all = steps.reduce((sum_, step) => sum_ + step, 0) || 1;
	const pace = sum(year).div(whole(12));
	let at = 0;
	return [0, ...steps].map((step) => {
		at += step;
		const share = Fraction.of(BigInt(from * all + (1000 - from) * at), BigInt(500 * all));
		return Fraction.from(pace.mul(share).text(year.places));
	});
};

export const ODD: readonly Style[] = [
	{
		name: "months that rise",
		knows: "either",
		write: (dice, year) => months({ ...year, months: rising(dice, year) }),
	},
	{
		name: "months that rise from a part of the year on",
		knows: "either",
		write: (dice, year) => {
			const idle = dice.between(1, 8);
			return months({ ...year, months: rising(dice, year).map((amount, at) => (at < idle ? Fraction.of(0n) : amount)) });
		},
	},
	{
		name: "months that rise in all years",
		knows: "either",
		allYears: true,
		write: (dice, year) => months({ ...year, months: rising(dice, year) }),
	},
	{
		name: "to date and nobody says so",
		knows: "nothing",
		needsWitness: true,
		write: (_, year) =>
			running(year).map((amount, index) => ({ period: `${year.year}-${two(index + 1)}`, quantity: text(year, amount) })),
	},
	{
		name: "a month missing",
		knows: "nothing",
		write: (dice, year) => {
			const missing = dice.below(12);
			return months(year).filter((_, at) => at !== missing);
		},
	},
	{
		name: "year against months",
		knows: "nothing",
		write: (_, year) => [
			{ period: String(year.year), quantity: text(year, Fraction.from(sum(year).mul(LARGER).text(year.places))) },
			...months(year),
		],
	},
	{
		name: "year and some months",
		knows: "year",
		write: (dice, year) => [
			{ period: String(year.year), quantity: text(year, sum(year)) },
			...months(year).slice(dice.between(1, 6)),
		],
	},
	{
		name: "a copy",
		knows: "year",
		write: (dice, year) => {
			const rows = months(year);
			return [...rows, dice.pick(rows)];
		},
	},
	{
		name: "a conflict",
		knows: "nothing",
		write: (dice, year) => {
			const rows = months(year);
			const { period, quantity } = dice.pick(rows);
			return [...rows, { period, quantity: text(year, Fraction.from(quantity).add(whole(dice.between(1, 9)))) }];
		},
	},
	{
		name: "overlapping spans",
		knows: "nothing",
		write: (_, year) => [
			{ period: `${year.year}年1-6月`, quantity: text(year, sum(year, 1, 6)) },
			{ period: `${year.year}年4-12月`, quantity: text(year, sum(year, 4)) },
		],
	},
	{
		name: "to date with a small fall",
		knows: "year",
		write: (dice, year) => {
			const at = dice.between(3, 9);
			return running(year).map((amount, index) => {
				const before = sum(year, 1, index);
				const fallen = index === at ? Fraction.from(before.mul(Fraction.of(98n, 100n)).text(year.places)) : amount;
				return { period: `${year.year}年${index + 1}月累计`, quantity: text(year, fallen) };
			});
		},
	},
	{
		name: "to date with a large fall",
		knows: "nothing",
		write: (dice, year) => {
			const at = dice.between(3, 9);
			return running(year).map((amount, index) => {
				const before = sum(year, 1, index);
				const fallen = index === at ? Fraction.from(before.mul(Fraction.of(6n, 10n)).text(year.places)) : amount;
				return { period: `${year.year}年${index + 1}月累计`, quantity: text(year, fallen) };
			});
		},
	},
	{
		name: "stamped twice",
		knows: "nothing",
		allYears: true,
		write: (_, year) =>
			each(year, (month, amount) =>
				[1, lastDay(month)].map((day) => ({ period: `${year.year}-${two(month)}-${two(day)}`, quantity: text(year, amount) })),
			),
	},
	{
		name: "a meter's figures",
		knows: "nothing",
		allYears: true,
		write: (dice, year) => {
			let reading = whole(dice.between(1000, 2000)).add(sum(year));
			return each(year, (month, amount) =>
				split(dice, amount, 5, year.places).map((part, index) => {
					reading = reading.add(part);
					return { period: `${year.year}-${two(month)}-${two(5 + index * 5)}`, quantity: text(year, reading) };
				}),
			);
		},
	},
	{
		name: "a month beside equal days",
		knows: "year",
		allYears: true,
		write: (dice, year) => [...days([4, 13, 22])(dice, year), ...months(year)],
	},
	{
		name: "a month above its days",
		knows: "year",
		allYears: true,
		write: (dice, year) => [...days([4, 13, 22])(dice, year).filter(({ period }) => !period.endsWith("-13")), ...months(year)],
	},
	{
		name: "a month below its days",
		knows: "nothing",
		allYears: true,
		write: (dice, year) => [
			...days([4, 13, 22])(dice, year),
			...each(year, (month, amount) => [
				{
					period: `${year.year}-${two(month)}`,
					quantity: text(year, Fraction.from(amount.mul(Fraction.of(7n, 10n)).text(year.places))),
				},
			]),
		],
	},
	{
		name: "one day, other amounts",
		knows: "nothing",
		write: (dice, year) => {
			const rows = days([6, 16])(dice, year);
			const { period, quantity } = dice.pick(rows);
			return [...rows, { period, quantity: text(year, Fraction.from(quantity).add(whole(2))) }];
		},
	},
];
