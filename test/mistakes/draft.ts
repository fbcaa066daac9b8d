/** A clean submission of two firms, in which a mistake is laid into the first; the second has nothing to do with it. */
import type { ReportOptions, Table } from "../../src/index.ts";
import { type Circumstances, usual } from "./circumstances.ts";
import { type Dice, dice } from "./dice.ts";
import { type CarrierId, carriers } from "./facts.ts";
import { type Fact, type Firm, type Language, type Made, makeFirm, type TradeId, trades, type Wanted } from "./firms.ts";
import { hundredths, type Row, type Sheet, written } from "./sheet.ts";

/** What a kind of mistake needs to be possible; what is not said falls by chance. */
export interface Needs {
	readonly language?: Language;
	readonly trade?: TradeId;
	/** Amounts of years (true), of months (false). */
	readonly yearly?: boolean;
	/** A column for each carrier (true), a row for each (false; the default). */
	readonly wide?: boolean;
	readonly also?: Readonly<Partial<Record<CarrierId, number>>>;
	/** The carrier that the mistake happens to. */
	readonly carrier?: CarrierId;
}

export interface Draft {
	firm: Firm;
	readonly beside: Firm;
	readonly language: Language;
	readonly yearly: boolean;
	readonly chance: Dice;
	/** The carrier that the mistake happens to; a fuel of the firm's, the largest, if the kind does not say. */
	readonly carrier: CarrierId;
	/** The year that it happens in. */
	year: number;
	/** The years that the tables hold. */
	readonly years: readonly number[];
	/** What is true: a mistake that states more facts adds them, one that misstates leaves them alone. */
	facts: Fact[];
	made: Made[];
	energy: Sheet;
	output: Sheet;
	/** Tables beside the two. */
	more: Table[];
	options: ReportOptions;
	/** Years of the firm of which nobody could say a true figure from what is written. */
	readonly unsayable: Set<number>;
}

const words = {
	zh: {
		...{ firm: "企业", period: "期间", carrier: "能源品种", quantity: "消费量", unit: "计量单位", note: "备注" },
		...{ indicator: "指标", value: "数值", prices: "价格口径", sector: "行业代码" },
		...{ valueAdded: "工业增加值", money: "万元", constant: "2020年不变价" },
		...{ energy: "能源.csv", output: "产出.csv" },
	},
	en: {
		...{ firm: "firm", period: "period", carrier: "carrier", quantity: "quantity", unit: "unit", note: "note" },
		...{ indicator: "indicator", value: "quantity", prices: "prices", sector: "sector" },
		...{ valueAdded: "value added", money: "10^4 CNY", constant: "constant-2020" },
		...{ energy: "energy.csv", output: "output.csv" },
	},
} as const;

export const two = (month: number): string => String(month).padStart(2, "0");

/** A month, or the year where the month is 0, as the language writes it. */
export function periodOf(language: Language, year: number, month: number): string {
	if (language === "zh") return month === 0 ? `${year}年` : `${year}年${month}月`;
	return month === 0 ? String(year) : `${year}-${two(month)}`;
}

export const nameOf = (language: Language, carrier: CarrierId): string => carriers[carrier][language];
export const unitOf = (language: Language, carrier: CarrierId): string => carriers[carrier].unit[language];

export const longEnergy = (language: Language, facts: readonly Fact[]): Sheet => ({
	name: words[language].energy,
	titles: [],
	columns: (["firm", "period", "carrier", "quantity", "unit"] as const).map((key) => ({ key, word: words[language][key] })),
	rows: facts.map((fact) => ({
		fact,
		cells: {
			firm: fact.firm,
			period: periodOf(language, fact.year, fact.month),
			carrier: nameOf(language, fact.carrier),
			quantity: hundredths(fact.amount),
			unit: unitOf(language, fact.carrier),
		},
	})),
	afterwards: (text) => text,
});

/** A row for each firm and period; its key of a carrier's column is the carrier's id. */
const wideEnergy = (language: Language, facts: readonly Fact[]): Sheet => {
	const there = [...new Set(facts.map(({ carrier }) => carrier))];
	const rows = new Map<string, Row>();
	for (const fact of facts) {
		const period = periodOf(language, fact.year, fact.month);
		const key = `${fact.firm} ${period}`;
		const row = rows.get(key) ?? { fact, cells: { firm: fact.firm, period } };
		row.cells[fact.carrier] = hundredths(fact.amount);
		rows.set(key, row);
	}
	return {
		name: words[language].energy,
		titles: [],
		columns: [
			...(["firm", "period"] as const).map((key) => ({ key, word: words[language][key] })),
			...there.map((key) => ({ key, word: `${nameOf(language, key)}(${unitOf(language, key)})` })),
		],
		rows: [...rows.values()],
		afterwards: (text) => text,
	};
};

export const outputSheet = (language: Language, firms: readonly Firm[], made: readonly Made[], withSector = true): Sheet => ({
	name: words[language].output,
	titles: [],
	columns: [
		...(["firm", "sector", "period", "indicator"] as const).map((key) => ({ key, word: words[language][key] })),
		{ key: "quantity", word: words[language].value },
		...(["unit", "prices"] as const).map((key) => ({ key, word: words[language][key] })),
	],
	rows: made.map(({ firm, year, month, amount }) => ({
		cells: {
			firm,
			sector: withSector ? (firms.find(({ id }) => id === firm)?.trade.sector ?? "") : "",
			period: periodOf(language, year, month),
			indicator: words[language].valueAdded,
			quantity: hundredths(amount),
			unit: words[language].money,
			prices: words[language].constant,
		},
	})),
	afterwards: (text) => text,
});

/** The firm with what its tables hold of it. */
const heldFirm = ({ years, noise }: Circumstances, only: CarrierId | undefined, wanted: Wanted): Firm => {
	const firm = makeFirm({ ...wanted, noise });
	const holds = ({ year }: { readonly year: number }): boolean => years.includes(year);
	return {
		...firm,
		energy: firm.energy.filter((fact) => holds(fact) && (only === undefined || fact.carrier === only)),
		output: firm.output.filter(holds),
	};
};

/** The n-th clean submission that meets the needs. */
export function cleanDraft(needs: Needs, index: number, circumstances = usual): Draft {
	const seed = `${JSON.stringify(needs)} ${index}`;
	const chance = dice(seed);
	const language = needs.language ?? (index % 2 === 0 ? "zh" : "en");
	const yearly = circumstances.yearly || (needs.yearly ?? index % 4 >= 2);
	const trade =
		needs.trade ??
		chance.of((Object.keys(trades) as TradeId[]).filter((id) => needs.carrier === undefined || needs.carrier in trades[id].uses));
	const carrier = needs.carrier ?? (Object.keys(trades[trade].uses)[0] as CarrierId);
	const only = circumstances.oneCarrier ? carrier : undefined;
	const { also } = needs;
	const firm = heldFirm(circumstances, only, { seed, language, trade, yearly, ...(also === undefined ? {} : { also }) });
	// A wide table is one of firms that use the same; and names of one run differ.
	const like = {
		language,
		yearly,
		...(needs.wide === true ? { trade } : {}),
		also: needs.wide === true ? (also ?? {}) : {},
	};
	const another = (name: string): Firm =>
		heldFirm(circumstances, needs.wide === true ? only : undefined, { ...like, seed: `${seed} ${name}` });
	let beside = another("beside");
	for (let other = 1; beside.id === firm.id; other += 1) beside = another(`beside ${other}`);
	const facts = [...firm.energy, ...beside.energy];
	const made = [...firm.output, ...beside.output];
	return {
		...{ firm, beside, language, yearly, chance, facts, made, carrier },
		year: chance.of(circumstances.years.slice(1)),
		years: circumstances.years,
		energy: needs.wide === true ? wideEnergy(language, facts) : longEnergy(language, facts),
		output: outputSheet(language, [firm, beside], made, circumstances.sector),
		more: [],
		options: {},
		unsayable: new Set(),
	};
}

export const tablesOf = ({ energy, output, more }: Draft): Table[] => [written(energy), written(output), ...more];

/** Rows of the firm that the mistake happens to: of a carrier, in a year. */
export function rowsOf({ firm, energy }: Draft, carrier?: CarrierId, year?: number): Row[] {
	return energy.rows.filter(
		({ cells, fact }) =>
			cells["firm"] === firm.id &&
			fact !== undefined &&
			(carrier === undefined || fact.carrier === carrier) &&
			(year === undefined || fact.year === year),
	);
}

/** Output rows of that firm, in a year. */
export function outputRowsOf({ firm, output, language }: Draft, year?: number): Row[] {
	return output.rows.filter(
		({ cells }) =>
			cells["firm"] === firm.id &&
			(year === undefined || (cells["period"] ?? "").startsWith(language === "zh" ? `${year}年` : String(year))),
	);
}

/** The first row of a list that is never empty here. */
export function first<T>(some: readonly T[]): T {
	const [one] = some;
	if (one === undefined) throw new Error("the submission has no such row");
	return one;
}

/** States another fact of the firm: what it adds is true. */
export function addFact(draft: Draft, fact: Omit<Fact, "firm">): void {
	draft.facts.push({ ...fact, firm: draft.firm.id });
}

/** Takes facts of the firm back: what they said never was consumption. */
export function unsay(draft: Draft, isGone: (fact: Fact) => boolean): void {
	draft.facts = draft.facts.filter((fact) => fact.firm !== draft.firm.id || !isGone(fact));
}

/** The firm gets another name, everywhere. */
export function renameFirm(draft: Draft, name: string): void {
	const old = draft.firm.id;
	const renamed = <T extends { firm: string }>(some: readonly T[]): T[] =>
		some.map((one) => (one.firm === old ? { ...one, firm: name } : one));
	draft.facts = renamed(draft.facts);
	draft.made = renamed(draft.made);
	for (const { cells } of [...draft.energy.rows, ...draft.output.rows]) if (cells["firm"] === old) cells["firm"] = name;
	draft.firm = { ...draft.firm, id: name };
}

/** What is written of the firm in these years says no true figure; nothing may stand on it. */
export function nobodyKnows(draft: Draft, ...some: readonly number[]): void {
	for (const year of some) draft.unsayable.add(year);
}

/** All rows of a carrier in a year get what `change` makes of them. */
export function eachOf(draft: Draft, carrier: CarrierId, year: number, change: (row: Row) => void): void {
	for (const row of rowsOf(draft, carrier, year)) change(row);
}

/** A part of an amount, in hundredths. */
export const part = (row: Row, percent: number): bigint => ((row.fact?.amount ?? 0n) * BigInt(percent)) / 100n;

/** Leaves the firm alone in its submission. */
export function removeFirmBeside(draft: Draft): void {
	const { beside, energy, output } = draft;
	for (const sheet of [energy, output]) sheet.rows = sheet.rows.filter(({ cells }) => cells["firm"] !== beside.id);
	draft.facts = draft.facts.filter(({ firm }) => firm !== beside.id);
	draft.made = draft.made.filter(({ firm }) => firm !== beside.id);
}
