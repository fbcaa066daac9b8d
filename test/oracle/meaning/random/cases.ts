/** Random submissions for the meaning of tables: one seed, one submission, a table of use for each firm. */
import { type Dice, diceOf } from "../../dice.ts";
import { type Fraction, total } from "../../fraction.ts";
import { CARRIERS } from "../carriers.ts";
import { co2PerUnit } from "../factors.ts";
import type { Asserted, OutputRow, Tables, UseRow } from "../rows.ts";
import { carrierCount, type Flow, oddFlow, seriesFlow } from "./flows.ts";

export interface MeaningCase {
	readonly seed: number;
	readonly tables: Tables;
	/** t CO2 by firm and year as they were, where the rows can say it */
	readonly truth: ReadonlyMap<string, ReadonlyMap<number, Fraction>>;
	/** years by firm that nobody can know */
	readonly unknown: ReadonlyMap<string, readonly number[]>;
	/** the words of a command line that assert the same */
	readonly options: readonly string[];
}

const SECTORS = ["", "3120", "2620", "3212", "3484", "0610", "1711"];
const UNMEASURED = { ncv: null, carbon: null, oxidation: null, direct: null };

const outputRows = (dice: Dice, firm: string, years: readonly number[]): OutputRow[] => {
	const sector = dice.pick(SECTORS);
	const monthly = dice.chance(25);
	const size = dice.between(2000, 4000);
	const running = monthly && dice.chance(20) ? dice.pick(years) : null;
	return years.flatMap((year) => {
		const periods = monthly
			? Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`)
			: [String(year)];
		let sum = 0;
		return periods.map((period) => {
			const month = Math.floor(size / 12) + dice.between(-40, 40);
			sum += month;
			const quantity = monthly ? (year === running ? sum : month) : size;
			return {
				firm,
				sector,
				period,
				indicator: "value_added",
				quantity: String(quantity),
				unit: "万元",
				prices: "constant-2020",
			};
		});
	});
};

const truthOf = (flows: readonly Flow[], years: readonly number[]): Map<number, Fraction> | null => {
	const parts = flows.map(({ truth }) => truth);
	if (parts.some((part) => part === null)) return null;
	return new Map(
		years.map((year) => [
			year,
			total(
				parts.flatMap((part) => {
					const own = part?.get(year);
					const carrier = CARRIERS.get(own?.carrier ?? "");
					const perUnit = carrier === undefined ? null : co2PerUnit(carrier, UNMEASURED, false, {});
					return own === undefined || perUnit === null ? [] : [own.amount.mul(perUnit)];
				}),
			),
		]),
	);
};

const flowsOf = (dice: Dice, firm: string, years: readonly number[]): Flow[] => {
	if (dice.chance(35)) return [oddFlow(dice, firm, years)];
	const first = dice.below(carrierCount);
	return Array.from({ length: dice.between(1, 3) }, (_, index) => {
		const sites = dice.chance(20) ? ["一厂", "二厂"] : [""];
		const flows = sites.map((site) => seriesFlow(dice, firm, years, first + index * 4, site));
		const rows = flows.flatMap((flow) => flow.rows);
		const unknown = flows.flatMap((flow) => flow.unknown);
		return { rows, truth: sites.length === 1 ? (flows[0]?.truth ?? null) : null, unknown };
	});
};

const assertedBy = (dice: Dice): { readonly asserted: Asserted; readonly options: readonly string[] } => {
	if (dice.chance(8)) return { asserted: { absentIsZero: true }, options: ["--absent-is-zero"] };
	if (dice.chance(6)) {
		return { asserted: { amounts: [{ scope: "F1", amounts: "monthly" }] }, options: ["--amounts", "F1=monthly"] };
	}
	if (dice.chance(8)) return { asserted: { boundary: "energy" }, options: ["--boundary", "energy"] };
	return { asserted: {}, options: [] };
};

export const meaningCase = (seed: number): MeaningCase => {
	const dice = diceOf(seed * 7 + 3);
	const wish = assertedBy(dice);
	const years = [2020, ...[2021, 2022, 2023].filter(() => dice.chance(75))];
	const all = years.length === 1 ? [2020, 2021] : years;
	const energy: UseRow[] = [];
	const output: OutputRow[] = [];
	const truth = new Map<string, Map<number, Fraction>>();
	const unknown = new Map<string, number[]>();
	for (const firm of Array.from({ length: dice.between(1, 3) }, (_, index) => `F${index + 1}`)) {
		const flows = flowsOf(dice, firm, all);
		// Order says nothing, but that a part follows its whole.
		energy.push(...dice.shuffle(flows.flatMap(({ rows }) => rows)));
		output.push(...outputRows(dice, firm, all));
		const known = truthOf(flows, all);
		// What is asserted can make a figure of what rows alone do not say.
		if (wish.options.length === 0) unknown.set(firm, [...new Set(flows.flatMap((flow) => flow.unknown))]);
		if (known !== null && wish.asserted.boundary !== "energy") truth.set(firm, known);
	}
	// What its own words say to be to date, nobody says to be months.
	const contradicts = energy.some(({ firm, period }) => firm === "F1" && /累计|-\d+月$/.test(period ?? ""));
	const { asserted, options } = wish.asserted.amounts !== undefined && contradicts ? { asserted: {}, options: [] } : wish;
	return { seed, tables: { energy, output, asserted }, truth, unknown, options };
};
