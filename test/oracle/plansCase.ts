/** Random submissions over the turn of the plan: several statements of one year's output, at prices that meet or do not. */
import { type Dice, diceOf } from "./dice.ts";
import { spoil } from "./faults.ts";
import { Fraction } from "./fraction.ts";
import { amountNear, type Case, flow, MONEY, periodsOf, SECTORS, written } from "./submission.ts";
import type { DeflatorRow, EnergyRow, FirmRow, Options, OutputRow } from "./types.ts";

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031];

/** The statements that firms make of a year: which prices they like, and how often they add others. */
const statementsOf = (dice: Dice): ((year: number) => string[]) => {
	const usual = dice.pick(["constant-2020", "constant-2025", "current", "不变价", "", "constant-2015"]);
	const also = dice.pick(["constant-2020", "current", "当年价", "constant-2025", "2025年不变价", "2020年不变价"]);
	const odd = dice.pick(YEARS);
	const often = dice.pick([0, 20, 60, 100]);
	return (year) => {
		const hinge = year === 2025 && dice.chance(70) ? ["constant-2020", dice.pick(["current", "constant-2025"])] : [];
		const all = [year === odd ? also : usual, ...(dice.chance(often) ? [also] : []), ...hinge];
		return [...new Set(all)].filter((word) => !(word === "当年价" && all.includes("current")));
	};
};

/** What money of one price year is worth in another: roughly two per cent a year, and a little apart where nobody says why. */
const worthAt = (worth: Fraction, prices: string, year: number): Fraction => {
	const named = /(\d{4})/.exec(prices)?.[1];
	const years = named === undefined ? year - 2020 : Number(named) - 2020;
	return years < 0 ? worth : worth.mul(Fraction.of(102n, 100n).pow(years));
};

/** Two names of coke are one carrier. */
const same = (one: EnergyRow, other: EnergyRow): boolean =>
	(one.carrier === "焦炭" ? "coke" : one.carrier) === (other.carrier === "焦炭" ? "coke" : other.carrier);

const firmRows = (dice: Dice, firm: string, years: readonly number[]): { energy: EnergyRow[]; output: OutputRow[] } => {
	const layout = dice.pick(["year", "year", "quarter", "month"]);
	const sector = dice.pick(SECTORS.slice(0, 3));
	const statements = statementsOf(dice);
	// Something is used in every year, whatever else is sold or leaves.
	const flows = [{ cells: { carrier: "coke" }, units: ["t", "吨"] }, ...Array.from({ length: dice.below(3) }, () => flow(dice))];
	const distinct = flows.filter(({ cells }, index) => flows.findIndex((other) => same(other.cells, cells)) === index);
	// The last year may have come no further than some months or quarters.
	const last = years.at(-1);
	const short = layout !== "year" && dice.chance(40) ? dice.between(1, layout === "month" ? 11 : 3) : 12;
	const told = (year: number, of: string): string[] => periodsOf(of, year).slice(0, year === last ? short : 12);
	const energy = distinct.flatMap(({ cells, units }) => {
		const size = Fraction.from(`${dice.between(1, 9)}${dice.digits(dice.between(3, 5))}`);
		return years.flatMap((year) => {
			const trend = size.mul(Fraction.of(BigInt(dice.between(930, 1000)), 1000n).pow(year - 2019));
			return told(year, layout).map((period): EnergyRow => {
				const unit = dice.pick(units);
				return { firm, site: "", period, ...cells, quantity: written(amountNear(dice, trend, 25000), unit), unit };
			});
		});
	});
	const worth = Fraction.from(`${dice.between(1, 9)}${dice.digits(4)}`);
	const output = years.flatMap((year) => {
		const trend = worth.mul(Fraction.of(BigInt(dice.between(1000, 1060)), 1000n).pow(year - 2019));
		return statements(year).flatMap((prices) => {
			// A year that is not whole has no statement of the whole year.
			const as = dice.chance(75) || (year === last && short < 12) ? layout : "year";
			return told(year, as).map((period): OutputRow => {
				const unit = dice.pick(MONEY);
				const quantity = written(amountNear(dice, worthAt(trend, prices, year), 2500), unit);
				return { firm, sector, period, indicator: "value_added", quantity, unit, prices };
			});
		});
	});
	return { energy, output };
};

const BASES: Readonly<Record<string, readonly string[]>> = {
	auto: ["2020", "2025", "2021", "2022", "2026", "2027"],
	"plan-14": ["2020", "2021", "2022"],
	"plan-15": ["2025", "2026", "2027"],
};

const master = (dice: Dice, firm: string, targets: string): FirmRow => ({
	firm,
	...(dice.chance(40) ? { base_intensity: `${dice.between(1, 40)}.${dice.digits(2)}` } : {}),
	...(dice.chance(60) ? { base_year: dice.pick(BASES[targets] ?? []) } : {}),
	...(dice.chance(40) ? { target_pct: dice.pick(["19", "25", "10.5", "20", "13.5"]) } : {}),
});

const deflators = (dice: Dice): DeflatorRow[] =>
	YEARS.filter(() => dice.chance(85)).map((year) => ({
		year: String(year),
		index: year === 2020 ? "100" : `${dice.between(90, 130)}.${dice.digits(1)}`,
	}));

export const plansCase = (seed: number): Case => {
	const dice = diceOf(seed + 70_000);
	const from = dice.pick([2019, 2020, 2022, 2024, 2025]);
	const names = Array.from({ length: dice.between(1, 4) }, (_, index) => `F${index + 1}`);
	const options: Options = {
		...(dice.chance(15) ? { targets: dice.pick(["plan-14", "plan-15"]) } : {}),
		...(dice.chance(25) ? { path: "linear" } : {}),
		...(dice.chance(15) ? { boundary: "energy" } : {}),
		...(dice.chance(20) ? { electricity: dice.pick(["national@2021", "0.6205"]) } : {}),
		...(dice.chance(25) ? { prices: dice.pick(["constant-2020", "constant-2025"]) } : {}),
	};
	const sound = dice.chance(50);
	const parts = names.map((name) => {
		const own = YEARS.filter((year) => year >= from && dice.chance(year === 2020 || year === 2025 ? 92 : 65));
		const rows = firmRows(dice, name, own.length === 0 ? [2025] : own);
		return !sound && options.boundary === undefined && dice.chance(30) ? spoil(dice, rows) : rows;
	});
	return {
		...{ seed, sound },
		submission: {
			energy: dice.shuffle(parts.flatMap(({ energy }) => energy)),
			output: dice.shuffle(parts.flatMap(({ output }) => output)),
			firms: names.filter(() => dice.chance(30)).map((name) => master(dice, name, options.targets ?? "auto")),
			...(dice.chance(35) ? { deflator: deflators(dice) } : {}),
		},
		options,
	};
};
