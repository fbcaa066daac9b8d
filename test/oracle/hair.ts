/** Firms on a limit, and beside it by as little as one part in 10^40: only whole powers can tell them apart. */
import { type Dice, diceOf } from "./dice.ts";
import { Fraction, ONE, whole } from "./fraction.ts";
import type { Case } from "./submission.ts";
import { integerRoot, type Root } from "./surd.ts";
import type { EnergyRow, FirmRow, OutputRow } from "./types.ts";

const SCALE = 10n ** 20n;

/** The greatest number of twenty decimals that is at most value * root. */
const justBelow = (value: Fraction, { x, n }: Root): Fraction => {
	const wanted = value
		.mul(whole(1).mul(Fraction.of(SCALE)))
		.pow(n)
		.mul(x);
	return Fraction.of(integerRoot(wanted.num / wanted.den, n), SCALE);
};

interface Limit {
	/** year whose intensity sits on the limit, and the year it is measured from */
	readonly year: number;
	readonly from: number;
	readonly root: Root;
	readonly firm?: FirmRow;
	readonly options?: Case["options"];
}

const equalRate = (steps: number, tenths = 10): Root => ({ x: Fraction.from("0.82").pow(steps * tenths), n: 50 });

/** Each limit of the specification, with those that can be met exactly. */
const limits = (dice: Dice): Limit => {
	const steps = dice.between(1, 4);
	const year = 2020 + steps;
	const tiny = "99.999999999999999999";
	const linear = { path: "linear" } as const;
	const drop = (tenths: number): Root => ({ x: ONE.sub(Fraction.of(BigInt(36 * steps * tenths), 10000n)), n: 1 });
	const ninth = { target_pct: "40.951" };
	const most = { base_year: "2021", target_pct: tiny };
	return dice.pick<Limit>([
		{ year: 2025, from: 2020, root: equalRate(5) },
		{ year, from: 2020, root: equalRate(steps) },
		{ year: 2022, from: 2021, root: equalRate(1) },
		{ year, from: 2020, root: equalRate(steps, 9) },
		{ year, from: 2020, root: equalRate(steps, 6) },
		{ year, from: 2020, root: drop(10), options: linear },
		{ year, from: 2020, root: drop(9), options: linear },
		{ year, from: 2020, root: drop(6), options: linear },
		{ year: 2022, from: 2021, root: { x: Fraction.of(928n, 964n), n: 1 }, options: linear },
		// 1 − 0.40951 = 0.9^5: the path falls by a tenth each year, exactly
		{ year, from: 2020, root: { x: Fraction.from("0.9").pow(steps), n: 1 }, firm: ninth },
		{ year: 2022, from: 2021, root: { x: Fraction.from("0.9"), n: 1 }, firm: ninth },
		// 1 − T = 10^−20 over four years: half-way, the thresholds 0.9 and 0.6 are 10^−9 and 10^−6, exactly
		{ year: 2023, from: 2021, root: { x: Fraction.of(1n, 10n ** 9n), n: 1 }, firm: most },
		{ year: 2023, from: 2021, root: { x: Fraction.of(1n, 10n ** 6n), n: 1 }, firm: most },
		// at or above the base: off the track
		{ year: 2022, from: 2020, root: { x: ONE, n: 1 } },
		{ year: 2022, from: 2021, root: { x: ONE, n: 1 } },
	]);
};

const CARRIERS: readonly EnergyRow[] = [
	{ carrier: "coke", unit: "t", emission_factor: "1" },
	{ carrier: "bituminous-coal", unit: "t" },
	{ carrier: "natural-gas", unit: "10^4 Nm3", ncv: "389.3142" },
	{ carrier: "electricity", unit: "MWh" },
];

export const hairCase = (seed: number): Case => {
	const dice = diceOf(seed);
	const { year, from, root, firm, options } = limits(dice);
	const carrier = dice.pick(CARRIERS);
	const energy: EnergyRow[] = [];
	const output: OutputRow[] = [];
	const firms: FirmRow[] = [];
	const add = (name: string, at: number, amount: Fraction, value: string): void => {
		energy.push({ firm: name, period: String(at), quantity: amount.text(20), ...carrier });
		const sector = "steel";
		output.push({
			firm: name,
			sector,
			period: String(at),
			indicator: "value_added",
			quantity: value,
			unit: "万元",
			prices: "constant-2020",
		});
	};
	const values = [`${dice.between(1, 9)}${dice.digits(dice.below(5))}`, `${dice.between(1, 9)}${dice.digits(dice.below(3))}.5`];
	const [before = "", after = ""] = dice.chance(50) ? [values[0], values[0]] : values;
	const start = Fraction.from(`${dice.between(1, 9)}${dice.digits(dice.pick([3, 12, 22]))}`).mul(Fraction.from(before));
	const limit = justBelow(start.mul(Fraction.from(after)).div(Fraction.from(before)), root);
	const step = dice.pick([15, 18, 24, 30, 40]);
	const hair = Fraction.of((limit.num * SCALE) / limit.den / 10n ** BigInt(step) + 1n, SCALE);
	const variants: readonly (readonly [string, Fraction])[] = [
		["at", limit],
		["over", limit.add(Fraction.of(1n, SCALE))],
		["above", limit.add(hair)],
		["under", limit.sub(hair)],
	];
	for (const [name, amount] of variants) {
		// where the limit is measured from last year, the base lies somewhat higher or lower
		const base = firm?.base_year ?? "2020";
		if (from !== Number(base)) add(name, Number(base), start.mul(Fraction.of(BigInt(dice.between(990, 1060)), 1000n)), before);
		add(name, from, start, before);
		add(name, year, amount, after);
		if (firm !== undefined) firms.push({ firm: name, ...firm });
	}
	return { seed, submission: { energy: dice.shuffle(energy), output: dice.shuffle(output), firms }, options: options ?? {} };
};
