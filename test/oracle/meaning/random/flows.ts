/** What a works uses, makes, buys and feeds: flows of rows for a few years, and what they emit where that can be known. */
import type { Dice } from "../../dice.ts";
import { Fraction, total, whole } from "../../fraction.ts";
import type { UseRow } from "../rows.ts";
import { CLEAN, ODD, type Style, type Year } from "./styles.ts";

export interface Flow {
	readonly rows: readonly UseRow[];
	/** t or MWh or GJ of a carrier by year, as it was; null where the rows are too odd to say */
	readonly truth: ReadonlyMap<number, { readonly carrier: string; readonly amount: Fraction }> | null;
	/** years of which nobody can know the amount */
	readonly unknown: readonly number[];
}

/** Carrier, unit of the rows, and how many base units that is. */
const CARRIERS: readonly (readonly [string, string, string])[] = [
	["bituminous-coal", "t", "1"],
	["烟煤", "吨", "1"],
	["anthracite", "t", "1"],
	["diesel", "kg", "0.001"],
	["natural-gas", "10^4 Nm3", "1"],
	["天然气", "Nm3", "0.0001"],
	["electricity", "MWh", "1"],
	["电力", "万千瓦时", "10"],
	["heat", "GJ", "1"],
	["limestone-flux", "t", "1"],
	["lpg", "t", "1"],
];

const IDS: Readonly<Record<string, string>> = { 烟煤: "bituminous-coal", 天然气: "natural-gas", 电力: "electricity" };

export const carrierCount: number = CARRIERS.length;

const yearOf = (dice: Dice, year: number, size: number, places: number): Year => ({
	year,
	places,
	months: Array.from({ length: 12 }, () => {
		const share = Fraction.of(BigInt(dice.between(820, 1180)), 12_000n);
		return Fraction.from(whole(size).mul(share).text(places));
	}),
});

/** A flow over its years: clean in all of them, or odd in one. */
export const seriesFlow = (dice: Dice, firm: string, years: readonly number[], kind: number, site: string): Flow => {
	const [carrier = "coke", unit = "t", size = "1"] = CARRIERS[kind % CARRIERS.length] ?? [];
	const scale = dice.between(600, 9000);
	const places = dice.pick([0, 1, 2]);
	const clean = dice.pick(CLEAN);
	const odd: Style | null = dice.chance(35) ? dice.pick(ODD) : null;
	const oddYear = dice.pick(years);
	const usual = odd?.needsWitness ? dice.pick(CLEAN.filter(({ name }) => name === "year" || name === "months")) : clean;
	const truth = new Map<number, { carrier: string; amount: Fraction }>();
	const unknown: number[] = [];
	let certain = true;
	const rows = years.flatMap((year) => {
		const own = yearOf(dice, year, scale, places);
		const style = odd !== null && (odd.allYears || year === oddYear) ? odd : usual;
		if (style.knows === "nothing") unknown.push(year);
		if (style.knows === "either") certain = false;
		truth.set(year, { carrier: IDS[carrier] ?? carrier, amount: total(own.months).mul(Fraction.from(size)) });
		return style
			.write(dice, own)
			.map(({ period, quantity }): UseRow => ({ firm, ...(site === "" ? {} : { site }), period, carrier, quantity, unit }));
	});
	return { rows, truth: certain && unknown.length === 0 ? truth : null, unknown };
};

const amount = (dice: Dice, low: number, high: number): string => `${dice.between(low, high)}.${dice.digits(1)}`;

const yearly = (firm: string, years: readonly number[], make: (period: string) => UseRow[]): UseRow[] =>
	years.flatMap((year) => make(String(year)).map((row) => ({ firm, period: String(year), ...row })));

type Maker = (dice: Dice, firm: string, years: readonly number[]) => UseRow[];

/** Feedstock, with products or without. */
const feedstock: Maker = (dice, firm, years) => {
	const carrier = dice.pick(["anthracite", "natural-gas", "coke", "naphtha", "lubricants"]);
	const unit = carrier === "natural-gas" ? "10^4 Nm3" : "t";
	const product = dice.pick(["urea", "methanol", "ethylene", null]);
	const nothing = dice.chance(20);
	return yearly(firm, years, () => [
		{ carrier, use: "feedstock", quantity: dice.chance(5) ? "0" : amount(dice, 300, 900), unit },
		...(product === null || carrier === "lubricants"
			? []
			: [{ carrier: product, use: "product", quantity: nothing ? "0" : amount(dice, 100, 900), unit: "t" }]),
	]);
};

/** A ledger of purchases and stocks, year by year. */
const purchases: Maker = (dice, firm, years) => {
	const blank = dice.chance(12);
	const part = (row: UseRow): UseRow => ({
		opening: "",
		closing: "",
		out: "",
		...row,
		purchased: blank ? "" : (row.purchased ?? ""),
	});
	const coal = dice.chance(60);
	const ovens = dice.chance(50);
	const steam = dice.chance(50);
	const furnace = dice.chance(40);
	const kind = dice.below(3);
	return yearly(firm, years, () => {
		const burnt = amount(dice, 800, 900);
		const bought = dice.between(500, 900);
		return [
			...(coal ? [part({ carrier: "bituminous-coal", unit: "t", quantity: burnt, purchased: burnt })] : []),
			...(ovens ? [part({ carrier: "cleaned-coal", unit: "t", quantity: burnt, purchased: burnt })] : []),
			part({
				carrier: "电力",
				unit: "万千瓦时",
				quantity: String(kind === 0 ? bought + dice.between(1, 99) : bought - 40),
				purchased: kind === 2 ? "" : String(bought),
				...(kind === 1 ? { out: "40" } : {}),
			}),
			part({ carrier: "新水", unit: "t", quantity: "10", purchased: "10" }),
			...(steam
				? [part({ carrier: "蒸汽", unit: "GJ", quantity: amount(dice, 400, 600), purchased: String(dice.pick(["", "300"])) })]
				: []),
			...(furnace
				? [
						part({
							carrier: "焦炭",
							unit: "t",
							quantity: "100",
							purchased: String(dice.between(10, 60)),
							opening: "15",
							closing: "5",
						}),
					]
				: []),
			...(furnace ? [part({ carrier: "高炉煤气", unit: "10^4 Nm3", quantity: amount(dice, 40, 60), purchased: "" })] : []),
		];
	});
};

/** Used, bought, own, fed in: by their words. */
const origins: Maker = (dice, firm, years) => {
	const sold = dice.chance(50);
	return yearly(firm, years, () => {
		const bought = dice.between(100, 180);
		const own = dice.between(20, 60);
		const out = sold ? dice.between(1, 9) : 0;
		return [
			{ carrier: "用电量", quantity: String(bought + own - out), unit: "万千瓦时" },
			{ carrier: "外购电量", quantity: String(bought), unit: "万千瓦时" },
			...(sold ? [{ carrier: "上网电量", quantity: String(out), unit: "万千瓦时" }] : []),
		];
	});
};

/** A parent and its kinds: equal, below or above. */
const families: Maker = (dice, firm, years) => {
	const kind = dice.below(3);
	const oil = dice.chance(40);
	return yearly(firm, years, () => {
		const a = dice.between(300, 500);
		const b = dice.between(100, 200);
		const sum = oil ? b : a + b;
		const parent = String(kind === 0 ? sum : kind === 1 ? sum + 90 : sum - 60);
		if (oil) {
			return [
				{ carrier: "其他石油制品", quantity: parent, unit: "吨" },
				{ carrier: "石油焦", quantity: String(b), unit: "吨" },
			];
		}
		return [
			{ carrier: "原煤", quantity: parent, unit: "吨" },
			{ carrier: "无烟煤", quantity: String(a), unit: "吨" },
			{ carrier: "一般烟煤", quantity: String(b), unit: "吨" },
		];
	});
};

/** Words in brackets. */
const brackets: Maker = (dice, firm, years) => {
	const word = dice.pick(["外销", "外供", "期末库存", "产量", "计划", "上年同期", "一级", "块", "锅炉", "某某"]);
	return yearly(firm, years, () => [
		{ carrier: "焦炭", quantity: amount(dice, 300, 400), unit: "吨" },
		...(["一级", "块", "锅炉"].includes(word) ? [] : [{ carrier: `焦炭(${word})`, quantity: amount(dice, 10, 90), unit: "吨" }]),
		...(["一级", "块", "锅炉"].includes(word) ? [{ carrier: `汽油(${word})`, quantity: amount(dice, 10, 90), unit: "吨" }] : []),
	]);
};

/** Workshops, their total, and a row without site. */
const workshops: Maker = (dice, firm, years) => {
	const kind = dice.below(4);
	return yearly(firm, years, () => {
		const a = dice.between(300, 500);
		const b = dice.between(100, 200);
		const row = (site: string, quantity: number): UseRow => ({ site, carrier: "焦炭", quantity: String(quantity), unit: "吨" });
		const parts = [row("一车间", a), row("二车间", b)];
		if (kind === 0) return [...parts, row("合计", a + b)];
		if (kind === 1) return [...parts, row("", a + b)];
		if (kind === 2) return [...parts, row("", 60)];
		return [row("全厂", a)];
	});
};

/** Coke beside the coal it is made of, with nothing said of purchases. */
const ovens: Maker = (dice, firm, years) =>
	yearly(firm, years, () => [
		{ carrier: "洗精煤", quantity: amount(dice, 700, 900), unit: "吨" },
		{ carrier: "焦炭", quantity: amount(dice, 300, 400), unit: "吨" },
		{ carrier: "焦炉煤气", quantity: amount(dice, 30, 40), unit: "万立方米" },
	]);

/** Measured values, possible or not. */
const measured: Maker = (dice, firm, years) => {
	const cells = dice.pick<UseRow>([
		{ ncv: "21.5" },
		{ ncv: "5500" },
		{ ncv: "34.2" },
		{ oxidation_rate: "0.95" },
		{ oxidation_rate: "0.4" },
		{ emission_factor: "2.1" },
		{ emission_factor: "3.9" },
	]);
	return yearly(firm, years, () => [{ carrier: "bituminous-coal", quantity: amount(dice, 300, 400), unit: "t", ...cells }]);
};

/** A fuel that ends, replaced by another or not. */
const vanishing: Maker = (dice, firm, years) => {
	const last = years[years.length - 1];
	const replaced = dice.chance(40);
	return yearly(firm, years, (period) => [
		...(period === String(last) ? [] : [{ carrier: "coke", quantity: "500", unit: "t" }]),
		{ carrier: "lpg", quantity: period === String(last) && replaced ? "900" : "100", unit: "t" },
	]);
};

const MAKERS: readonly Maker[] = [feedstock, purchases, origins, families, brackets, workshops, ovens, measured, vanishing];

export const oddFlow = (dice: Dice, firm: string, years: readonly number[]): Flow => ({
	rows: dice.pick(MAKERS)(dice, firm, years),
	truth: null,
	unknown: [],
});
