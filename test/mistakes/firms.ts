/**
 * Plausible firms of 2020 to 2024 that nobody knows: what they used and made, month by month, in hundredths of the unit. All
 * whole numbers; one seed makes one firm.
 */

import { type Dice, dice } from "./dice.ts";
import { type CarrierId, carriers } from "./facts.ts";
import { divided, type Fraction, fraction, plus, times, zero } from "./fraction.ts";

export const years = [2020, 2021, 2022, 2023, 2024] as const;
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export type Language = "zh" | "en";
export type Use = "consumed" | "sold" | "feedstock" | "product";

/** What really was: of a month, or of a year where `month` is 0. */
export interface Fact {
	readonly firm: string;
	readonly year: number;
	readonly month: number;
	readonly carrier: CarrierId;
	readonly use: Use;
	/** Hundredths of the unit. */
	readonly amount: bigint;
}

/** Value added at the prices of 2020, in hundredths of 10^4 yuan. */
export interface Made {
	readonly firm: string;
	readonly year: number;
	readonly month: number;
	readonly amount: bigint;
}

export interface Firm {
	readonly id: string;
	readonly trade: Trade;
	readonly language: Language;
	readonly energy: readonly Fact[];
	readonly output: readonly Made[];
}

export interface Trade {
	readonly zh: string;
	readonly en: string;
	/** GB/T 4754. */
	readonly sector: string;
	/** A usual month, in the carrier's unit. */
	readonly uses: Readonly<Partial<Record<CarrierId, number>>>;
	/** A usual month's value added, 10^4 yuan. */
	readonly makes: number;
}

export const trades = {
	steel: {
		...{ zh: "钢铁", en: "Steel", sector: "3120", makes: 9_400 },
		uses: { coke: 14_300, coal: 5_200, gas: 96, electricity: 3_900 },
	},
	cement: {
		...{ zh: "水泥", en: "Cement", sector: "3011", makes: 2_650 },
		uses: { coal: 8_700, clinker: 62_000, electricity: 690, diesel: 21 },
	},
	aluminium: {
		...{ zh: "铝材", en: "Aluminium Rolling", sector: "3252", makes: 3_150 },
		uses: { gas: 138, electricity: 1_460, heat: 3_100 },
	},
	chemicals: {
		...{ zh: "化工", en: "Chemicals", sector: "2614", makes: 4_100 },
		uses: { coal: 3_400, electricity: 1_720, gas: 74 },
	},
	textile: {
		...{ zh: "纺织", en: "Textile", sector: "1713", makes: 1_240 },
		uses: { coal: 310, electricity: 286, heat: 6_800 },
	},
	paper: {
		...{ zh: "造纸", en: "Paper", sector: "2221", makes: 1_870 },
		uses: { coal: 2_450, electricity: 905, diesel: 12 },
	},
	glass: {
		...{ zh: "玻璃制品", en: "Glassware", sector: "3054", makes: 1_520 },
		uses: { gas: 164, electricity: 342, petroleumCoke: 210 },
	},
	lead: {
		...{ zh: "铅锌", en: "Lead and Zinc", sector: "3212", makes: 2_200 },
		uses: { coal: 900, electricity: 1_150 },
	},
	printing: {
		...{ zh: "印刷", en: "Printing", sector: "2319", makes: 980 },
		uses: { electricity: 134, steam: 2_150 },
	},
	machinery: {
		...{ zh: "机械", en: "Machinery", sector: "3411", makes: 2_900 },
		uses: { electricity: 411, gas: 27, coke: 36, diesel: 17 },
	},
} satisfies Record<string, Trade>;

export type TradeId = keyof typeof trades;
const tradeIds = Object.keys(trades) as TradeId[];

/** How a works' months differ, in thousandths of a usual one, by the number of the month from 2020-01 on. */
export type Shape = (index: number, chance: Dice) => number;

const calm = [1012, 905, 1004, 1009, 1015, 998, 1003, 1011, 1002, 1008, 1014, 1019];
const atMonth = (some: readonly number[], index: number): number => some[index % 12] as number;
const shaken = (value: number, chance: Dice, by = 22): number => Math.trunc((value * chance.roll(1000 - by, 1000 + by)) / 1000);

/** Histories of works that did nothing wrong. */
export const shapes = {
	steady: (index, chance) => shaken(atMonth(calm, index), chance, 35),
	growing: (index, chance) => shaken(Math.trunc((atMonth(calm, index) * (1000 + 8 * index)) / 1000), chance),
	slowing: (index, chance) => shaken(Math.trunc((atMonth(calm, index) * (1400 - 9 * index)) / 1400), chance),
	seasonal: (index, chance) => shaken(atMonth([720, 690, 810, 940, 1060, 1180, 1260, 1290, 1190, 1020, 900, 790], index), chance),
	heating: (index, chance) => shaken(atMonth([1620, 1490, 1180, 860, 690, 640, 650, 640, 690, 860, 1240, 1580], index), chance),
	campaign: (index, chance) => shaken(atMonth([1900, 1700, 1400, 500, 250, 220, 210, 230, 520, 1500, 1900, 2000], index), chance),
	"summer stop": (index, chance) => (index % 12 === 6 || index % 12 === 7 ? 0 : shaken(atMonth(calm, index), chance)),
	"second half": (index, chance) =>
		shaken(atMonth([610, 560, 660, 690, 740, 800, 1150, 1230, 1290, 1350, 1390, 1420], index), chance),
	"starting up": (index, chance) => shaken(Math.min(1000, 60 + 85 * index), chance),
	"two shifts": (index, chance) => shaken(Math.trunc((atMonth(calm, index) * (index < 31 ? 1000 : 1620)) / 1000), chance),
	"month of repairs": (index, chance) => shaken(index % 12 === (index < 36 ? 4 : 7) ? 180 : atMonth(calm, index), chance),
	"new line": (index, chance) =>
		shaken(Math.trunc((atMonth(calm, index) * Math.min(1450, 1000 + 150 * Math.max(0, index - 26))) / 1000), chance),
	"closing down": (index, chance) =>
		shaken(Math.trunc((atMonth(calm, index) * Math.min(1000, 80 + 60 * (60 - index))) / 1000), chance),
} satisfies Record<string, Shape>;

export type ShapeId = keyof typeof shapes;
export const shapeIds = Object.keys(shapes) as ShapeId[];

export interface Wanted {
	readonly seed: string;
	readonly language: Language;
	/** One of the trades by chance, if it is not said. */
	readonly trade?: TradeId;
	readonly shape?: ShapeId;
	/** Amounts of whole years. */
	readonly yearly?: boolean;
	/** Carriers that the firm uses besides, a usual month in their unit. */
	readonly also?: Trade["uses"];
	/** By how much a month's amounts differ from the works' load, each by its own chance, in ten-thousandths. */
	readonly noise?: number;
}

const littleNoise = 130;

/** A firm: its amounts follow its works' load, less and less energy for a yuan, each with its own small chance. */
export function makeFirm({
	seed,
	language,
	trade,
	shape = "steady",
	yearly = false,
	also = {},
	noise = littleNoise,
}: Wanted): Firm {
	const chance = dice(seed);
	const its = trades[trade ?? chance.of(tradeIds)];
	const size = chance.roll(450, 2300);
	/** Thousandths that energy for a yuan loses in a year. */
	const saved = chance.roll(12, 55);
	const number = String(chance.roll(100, 999));
	const place = chance.of(places);
	const id = language === "zh" ? `${place.zh}${its.zh}${number}有限公司` : `${place.en} ${its.en} ${number}`;
	const moments = years.flatMap((year) => months.map((month) => ({ year, month, index: (year - 2020) * 12 + month - 1 })));
	const load = moments.map(({ index }) => shapes[shape](index, chance));
	const amounts = (usual: number, spared: boolean): { year: number; month: number; amount: bigint }[] =>
		moments.map(({ year, month, index }) => {
			const less = spared ? 100_000 - Math.trunc((saved * 100 * index) / 12) : 100_000;
			const own =
				BigInt(usual * 100 * size) *
				BigInt(load[index] as number) *
				BigInt(less) *
				BigInt(chance.roll(10_000 - noise, 10_000 + noise));
			return { year, month, amount: own / (1000n * 1000n * 100_000n * 10_000n) };
		});
	const whole = <T extends { year: number; amount: bigint }>(
		some: readonly T[],
	): { year: number; month: number; amount: bigint }[] =>
		years.map((year) => ({ year, month: 0, amount: sum(some.filter((one) => one.year === year)) }));
	const given = (some: { year: number; month: number; amount: bigint }[]): { year: number; month: number; amount: bigint }[] =>
		yearly ? whole(some) : some;
	const uses = Object.entries({ ...its.uses, ...also }) as [CarrierId, number][];
	return {
		...{ id, trade: its, language },
		energy: uses.flatMap(([carrier, usual]) =>
			given(amounts(usual, true)).map((one): Fact => ({ ...one, firm: id, carrier, use: "consumed" })),
		),
		output: given(amounts(its.makes, false)).map((one) => ({ ...one, firm: id })),
	};
}

export const sum = (some: readonly { readonly amount: bigint }[]): bigint => some.reduce((all, { amount }) => all + amount, 0n);

const places = [
	{ zh: "青岭", en: "Qingling" },
	{ zh: "沧浦", en: "Cangpu" },
	{ zh: "云陂", en: "Yunpi" },
	{ zh: "南垣", en: "Nanyuan" },
	{ zh: "石梁", en: "Shiliang" },
	{ zh: "白沱", en: "Baituo" },
	{ zh: "柳坞", en: "Liuwu" },
	{ zh: "金汀", en: "Jinting" },
] as const;

/** What is true of a firm's year: t CO2, and t CO2 per 10^4 yuan. */
export interface Truth {
	readonly total: Fraction;
	readonly intensity: Fraction;
}

/** What an amount of a carrier emits by its use: sold leaves as it would have burnt; feed and products are carbon. */
export function emitted({ carrier, use, amount }: Pick<Fact, "carrier" | "use" | "amount">): Fraction {
	const { burnt, carbon } = carriers[carrier];
	const factor = use === "consumed" || use === "sold" ? burnt : carbon;
	const sign = use === "sold" || use === "product" ? -1n : 1n;
	return times(fraction(sign * amount, 100n), factor);
}

/** The true figures of each firm and year, as `firm year`. */
export function truthOf(facts: readonly Fact[], made: readonly Made[]): Map<string, Truth> {
	// Amounts of one carrier and use are added up before they are multiplied: whole numbers are the quicker.
	const sums = new Map<string, Fact>();
	for (const fact of facts) {
		const key = `${fact.firm} ${fact.year} ${fact.carrier} ${fact.use}`;
		sums.set(key, { ...fact, amount: (sums.get(key)?.amount ?? 0n) + fact.amount });
	}
	const totals = new Map<string, Fraction>();
	for (const fact of sums.values()) {
		const key = `${fact.firm} ${fact.year}`;
		totals.set(key, plus(totals.get(key) ?? zero, emitted(fact)));
	}
	const outputs = new Map<string, bigint>();
	for (const { firm, year, amount } of made) outputs.set(`${firm} ${year}`, (outputs.get(`${firm} ${year}`) ?? 0n) + amount);
	return new Map(
		[...totals].flatMap(([key, total]) => {
			const output = outputs.get(key) ?? 0n;
			return output === 0n ? [] : [[key, { total, intensity: divided(total, fraction(output, 100n)) }] as const];
		}),
	);
}
