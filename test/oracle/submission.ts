/** Random submissions: one seed, one submission. */
import { type Dice, diceOf } from "./dice.ts";
import { spoil } from "./faults.ts";
import { UNITS } from "./figures.ts";
import { Fraction } from "./fraction.ts";
import type { EnergyRow, FirmRow, Options, OutputRow, Submission } from "./types.ts";

export interface Case {
	readonly seed: number;
	readonly submission: Submission;
	readonly options: Options;
	/** nothing is wrong in it, so that parts of years are asked about too */
	readonly sound?: boolean;
}

const FUELS = [
	"bituminous-coal",
	"烟煤",
	"anthracite",
	"coke",
	"焦炭",
	"diesel",
	"gasoline",
	"fuel-oil",
	"lpg",
	"petroleum-coke",
];
const GASES = ["natural-gas", "天然气", "coke-oven-gas"];
const MATERIALS = [
	"limestone-flux",
	"dolomite-flux",
	"electrode",
	"pig-iron",
	"clinker-portland",
	"fixed-carbon-crude-steel-2024",
];
const POWER = ["electricity", "电力", "green-electricity", "onsite-renewable-electricity"];
const MASS = ["t", "kg", "万吨", "吨"];
const GAS = ["10^4 Nm3", "Nm3", "万立方米"];
const POWER_UNITS = ["kWh", "MWh", "万千瓦时"];
export const MONEY = ["万元", "亿元", "元"];

/** What a firm uses: cells that stay the same over its periods. */
interface Flow {
	readonly cells: EnergyRow;
	readonly units: readonly string[];
}

const measured = (dice: Dice): EnergyRow => {
	if (dice.chance(25)) return { emission_factor: `${dice.between(1, 2)}.${dice.digits(4)}` };
	const heat: EnergyRow = dice.chance(60) ? { ncv: `${dice.between(18, 30)}.${dice.digits(3)}` } : {};
	return {
		...heat,
		// Beside the default heat value of a light fuel more would be more carbon than the fuel weighs.
		...(dice.chance(40) ? { carbon_content: `${heat.ncv === undefined ? "0.018" : "0.02"}${dice.digits(3)}` } : {}),
		...(dice.chance(30) ? { oxidation_rate: `0.9${dice.digits(1)}` } : {}),
	};
};

export const flow = (dice: Dice): Flow => {
	const kind = dice.below(10);
	if (kind < 4) {
		const use: EnergyRow = dice.chance(80) ? {} : { use: dice.pick(["sold", "product", "feedstock", "consumed"]) };
		// Measured values of what is not burnt are another matter.
		const burnt = use.use !== "feedstock" && use.use !== "product";
		const parts = burnt && dice.chance(25) ? measured(dice) : {};
		const inHeat = burnt && dice.chance(8) && parts.ncv === undefined && parts.emission_factor === undefined;
		const units = parts.emission_factor !== undefined ? ["t", "吨"] : inHeat ? ["GJ"] : MASS;
		return { cells: { carrier: dice.pick(FUELS), ...use, ...parts }, units };
	}
	if (kind === 4) return { cells: { carrier: dice.pick(GASES) }, units: GAS };
	if (kind < 7) {
		const carrier = dice.pick(POWER);
		const sold = carrier === "electricity" && dice.chance(20);
		return { cells: { carrier, ...(sold ? { use: "sold" } : {}) }, units: POWER_UNITS };
	}
	if (kind === 7) {
		const steam = dice.chance(30);
		return steam
			? { cells: { carrier: "steam", enthalpy: `27${dice.digits(2)}.${dice.digits(1)}` }, units: ["t"] }
			: { cells: { carrier: dice.pick(["heat", "热力", "steam"]) }, units: ["GJ", "MJ", "百万千焦"] };
	}
	return { cells: { carrier: dice.pick(MATERIALS) }, units: MASS };
};

/** An amount of base units, between half and double of `size`, with some decimals. */
export const amountNear = (dice: Dice, size: Fraction, spread: number): Fraction => {
	const share = Fraction.of(BigInt(dice.between(100000 - spread, 100000 + spread)), 100000n);
	return Fraction.from(size.mul(share).text(dice.pick([0, 2, 3])));
};

export const written = (amount: Fraction, unit: string): string => amount.div(Fraction.from(UNITS[unit]?.[1] ?? "1")).text(20);

const PERIODS: Readonly<Record<string, (year: number) => string[]>> = {
	year: (year) => [String(year)],
	quarter: (year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
	month: (year) => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`),
};

export const periodsOf = (layout: string, year: number): string[] => PERIODS[layout]?.(year) ?? [];

interface Span {
	readonly years: readonly number[];
	readonly constant: string;
}

const spanOf = (dice: Dice, plan15: boolean): Span => {
	const all = plan15 ? [2024, 2025, 2026, 2027, 2028] : [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];
	const base = plan15 ? 2025 : 2020;
	const years = all.filter((year) => (year === base ? dice.chance(93) : dice.chance(72)));
	return { years: years.length === 0 ? [base] : years, constant: `constant-${plan15 && dice.chance(50) ? 2025 : 2020}` };
};

const pricesOf = (dice: Dice, { constant, years }: Span): ((year: number) => string) => {
	const odd = dice.pick(years);
	const kind = dice.below(12);
	if (kind === 0) return () => "current";
	if (kind === 1) return () => "";
	if (kind === 2) return (year) => (year === odd ? "current" : constant);
	if (kind === 3) return (year) => (year === odd ? "" : constant);
	if (kind === 4) return (year) => (year <= 2020 ? "current" : constant);
	return () => constant;
};

export const SECTORS = ["steel", "C3120", "C3011", "nonferrous", "建材", "petrochemical", "building_materials"];

const HUGE = `${"9".repeat(3)}`;

const firmRows = (dice: Dice, firm: string, span: Span): { energy: EnergyRow[]; output: OutputRow[] } => {
	const layout = dice.pick(["year", "year", "quarter", "month"]);
	const outputLayout = dice.chance(70) ? layout : "year";
	const sector = dice.pick(SECTORS);
	const prices = pricesOf(dice, span);
	const flows = Array.from({ length: dice.between(1, 5) }, () => flow(dice));
	const distinct = flows.filter(
		({ cells }, index) => flows.findIndex((other) => other.cells.carrier === cells.carrier) === index,
	);
	const sites = dice.chance(20) ? ["一厂", "二厂"] : [""];
	const huge = dice.chance(10);
	const energy = distinct.flatMap(({ cells, units }, index) => {
		const size = Fraction.from(`${dice.between(1, 9)}${dice.digits(dice.between(3, 5))}`);
		const years = span.years.filter(() => index === 0 || dice.chance(95));
		return sites.flatMap((site) =>
			years.flatMap((year) => {
				const trend = size.mul(Fraction.of(BigInt(dice.between(930, 1000)), 1000n).pow(year - 2019));
				return periodsOf(layout, year).map((period): EnergyRow => {
					const unit = dice.pick(units);
					const amount = amountNear(dice, trend, layout === "year" ? 2500 : 25000);
					const zero = dice.chance(1) && index > 0;
					const long = huge && index === 0 ? `${HUGE}${dice.digits(25)}.${dice.digits(20)}` : written(amount, unit);
					return { firm, site, period, ...cells, quantity: zero ? "0" : long, unit };
				});
			}),
		);
	});
	const worth = Fraction.from(`${dice.between(1, 9)}${dice.digits(4)}`);
	const output = span.years.flatMap((year) => {
		const trend = worth.mul(Fraction.of(BigInt(dice.between(1000, 1060)), 1000n).pow(year - 2019));
		return periodsOf(outputLayout, year).map((period): OutputRow => {
			const unit = dice.pick(MONEY);
			const quantity = written(amountNear(dice, trend, 2500), unit);
			return { firm, sector, period, indicator: "value_added", quantity, unit, prices: prices(year) };
		});
	});
	return { energy, output };
};

const master = (dice: Dice, firm: string, plan15: boolean): FirmRow => ({
	firm,
	...(dice.chance(30) ? { sector: dice.pick(SECTORS) } : {}),
	...(dice.chance(30) ? { base_intensity: `${dice.between(1, 40)}.${dice.digits(2)}` } : {}),
	...(dice.chance(25) ? { base_year: String((plan15 ? 2025 : 2020) + dice.between(1, 2)) } : {}),
	...(dice.chance(25) ? { target_pct: dice.pick(["19", "25", "10.5", "20", "13.5"]) } : {}),
});

const optionsOf = (dice: Dice, plan15: boolean): Options => ({
	...(plan15 ? { targets: "plan-15" } : {}),
	...(dice.chance(25) ? { path: "linear" } : {}),
	...(dice.chance(15) ? { boundary: "energy" } : {}),
	...(dice.chance(35) ? { electricity: dice.pick(["national@2021", "national@2023", "0.6205"]) } : {}),
	...(dice.chance(12) ? { prices: "constant-2020" } : {}),
	...(dice.chance(10) ? { addRepeats: true } : {}),
	...(dice.chance(12) ? { absentIsZero: true } : {}),
});

export const randomCase = (seed: number): Case => {
	const dice = diceOf(seed);
	const plan15 = dice.chance(15);
	const span = spanOf(dice, plan15);
	const names = Array.from({ length: dice.between(1, 6) }, (_, index) => `F${index + 1}`);
	const firms = names.filter(() => dice.chance(35)).map((name) => master(dice, name, plan15));
	const parts = names.map((name) => {
		const rows = firmRows(dice, name, span);
		return dice.chance(45) ? spoil(dice, rows) : rows;
	});
	const energy = dice.shuffle(parts.flatMap((part) => part.energy));
	const output = dice.shuffle(parts.flatMap((part) => part.output));
	return { seed, submission: { energy, output, firms }, options: optionsOf(dice, plan15) };
};
