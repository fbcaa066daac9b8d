/** What is typed behind an option, understood; each that cannot be is told with what can. */

import type { Tolerance } from "../claims/compare.ts";
import { type TableKind, tableKinds } from "../contract/tables.ts";
import { type Period, read as readPeriod, readStamp } from "../domain/period.ts";
import { type Indicator, type Prices, type VerdictWord, verdictWords } from "../domain/words.ts";
import { type Exact, fromText, sign, toText } from "../exact/exact.ts";
import { constant, fromExact, per, type Ratio, times } from "../exact/ratio.ts";
import { type OptionForm, Trouble } from "../findings/trouble.ts";
import { type Encoding, encodings } from "../records/sheet.ts";
import { type Carrier, noCarrier } from "../reference/carriers.ts";
import { near } from "../reference/near.ts";
import { loadReference } from "../reference/reference.ts";
import { folded, plain, productKey } from "../reference/spelling.ts";

/** One of the words an option takes; else told with those, and those near. */
export function oneOf<W extends string>(option: string, value: string, words: readonly W[]): W {
	const found = words.find((word) => word === value);
	if (found === undefined) throw unknownChoice(option, value, words);
	return found;
}

export function unknownChoice(option: string, value: string, known: readonly string[]): Trouble {
	return new Trouble("unknown-choice", { option, value, known, near: near(value, known) });
}

export function badOption(option: string, value: string, wanted: OptionForm, detail = ""): Trouble {
	return new Trouble("bad-option", { option, value, wanted, detail });
}

export const wholeNumber =
	(least: number, most: number) =>
	(text: string, option: string): number => {
		if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
			throw badOption(option, text, "whole-number", `${least}-${most}`);
		return Number(text);
	};

export function numberOrAll(text: string, option: string): number {
	if (text === "all") return Number.POSITIVE_INFINITY;
	if (!/^[1-9]\d{0,8}$/.test(text)) throw badOption(option, text, "number-or-all");
	return Number(text);
}

/** What intensity is per: `product` is empty unless it is a product's. */
export interface Per {
	readonly indicator: Indicator;
	readonly product: string;
}

const indicatorOptions: Readonly<Record<string, Indicator>> = {
	"value-added": "value_added",
	"output-value": "output_value",
	revenue: "revenue",
};

export function readPer(text: string, option: string): Per {
	const money = indicatorOptions[text.replace("_", "-")];
	if (money !== undefined) return { indicator: money, product: "" };
	const product = /^product:(.+)$/.exec(text);
	if (product !== null) return { indicator: "production", product: productKey(product[1] as string) };
	throw unknownChoice(option, text, [...Object.keys(indicatorOptions), "product:NAME"]);
}

export function readPrices(text: string, option: string): Prices {
	if (!/^constant-(19|20)\d{2}$/.test(text)) throw badOption(option, text, "constant-prices");
	return text as Prices;
}

/** Encodings by the names other programs give them; GB18030 reads all that its elders wrote. */
const encodingAliases: Readonly<Record<string, Encoding>> = {
	utf8: "utf-8",
	gbk: "gb18030",
	gb2312: "gb18030",
	cp936: "gb18030",
	"utf-16": "utf-16le",
};

export function readEncoding(text: string, option: string): Encoding {
	const name = text.toLowerCase();
	return oneOf(option, encodingAliases[name] ?? name, encodings);
}

/** `2022` or `2022,2023`. */
export function readYears(text: string, option: string): number[] {
	return text.split(",").map((year) => {
		if (!/^(19|20)\d{2}$/.test(year)) throw badOption(option, year, "year");
		return Number(year);
	});
}

/** `2024`, `2024-08`, `2024Q2`, `2024年1-8月`, and as results write months: `2024-01..08`. */
export function readSpan(text: string, option: string): Period {
	const span = /^(\d{4})-(\d{2})\.\.(?:\1-)?(\d{2})$/.exec(text);
	const written = span === null ? text : `${span[1]}年${Number(span[2])}-${Number(span[3])}月`;
	const found = readStamp(written);
	if (found === undefined || found.day > 0) throw badOption(option, text, "span");
	return found.period;
}

export interface Day {
	readonly text: string;
	readonly year: number;
	readonly month: number;
}

export function readDay(text: string, option: string): Day {
	const parts = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text);
	if (parts === null || readPeriod(text) === undefined) throw badOption(option, text, "date");
	return { text, year: Number(parts[1]), month: Number(parts[2]) };
}

/** A month of a year. */
export interface Month {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
}

/** `2026-10`, and other writings of a month. */
export function readMonth(text: string, option: string): Month {
	const period = readPeriod(text);
	if (period === undefined || period.from !== period.to) throw badOption(option, text, "month");
	return { year: period.year, month: period.from };
}

/** A decimal above zero. */
export function readPositive(text: string, option: string): Exact {
	// A comma that parts no thousands may be a decimal point, or a slip.
	const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text);
	const value = fromText(grouped ? text.replace(/,/g, "") : text);
	if (value === undefined || sign(value) <= 0) throw badOption(option, text, "above-zero");
	return value;
}

/** A share as it is typed, and as a number. */
export interface Share {
	readonly text: string;
	readonly share: Ratio;
}

/** `5%`; above 0 and below 100. */
export function readShare(text: string, option: string): Share {
	const [, number] = /^(\d{1,2}(?:\.\d{1,6})?) ?[%％]$/.exec(text) ?? [];
	const share = number === undefined ? undefined : fromText(number);
	if (share === undefined || sign(share) <= 0) throw badOption(option, text, "share");
	return { text: `${toText(share)}%`, share: per(fromExact(share), constant("100")) };
}

/** `0.5%` of the recomputed figure, or an amount of CO2 or energy: `0.01t`, `100 kg`, `1万吨`. */
export function readTolerance(text: string, option: string): Tolerance {
	const [, number = "", unitText = ""] = /^(\d+(?:\.\d+)?)\s*(\D.*)$/.exec(plain(text)) ?? [];
	const value = fromText(number);
	if (value === undefined || sign(value) <= 0) throw badOption(option, text, "tolerance");
	if (unitText === "%") {
		const { over, under } = fromExact(value);
		return { kind: "share", share: { over, under: under * 100n }, text: `${number}%` };
	}
	const unit = loadReference().units.find(unitText);
	if (unit === undefined || (unit.dimension !== "mass" && unit.dimension !== "co2-mass"))
		throw badOption(option, text, "tolerance");
	return { kind: "tonnes", tonnes: times(fromExact(value), fromExact(unit.toBase)), text: `${number} ${unit.symbol}` };
}

/** A carrier that counts as another; `from` as the tables may write it. */
export interface Mapping {
	readonly text: string;
	readonly from: string;
	readonly to: Carrier;
}

export function readMapping(text: string, option: string): Mapping {
	const { carriers } = loadReference();
	const cut = text.indexOf("=");
	const [from, to] = [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
	if (cut < 1 || to === "") throw badOption(option, text, "mapping");
	const named = carriers.find(from)?.carrier;
	if (folded(to) === noCarrier.id) {
		if (named !== undefined && hasFactor(named)) throw badOption(option, text, "no-factor", named.id);
		return { text: plain(text), from: named?.id ?? folded(from), to: noCarrier };
	}
	const target = carriers.find(to)?.carrier;
	if (target === undefined || target.group === "total" || target.group === "medium")
		throw new Trouble("unknown-choice", { option, value: to, known: [], near: carriers.meant(to).near });
	return { text: plain(text), from: named?.id ?? folded(from), to: target };
}

/** Whether leaving a carrier out would leave out emissions: it has a factor, or is an item whose kinds have. */
function hasFactor({ id, group }: Carrier): boolean {
	const { fuelSets, families } = loadReference().seeds;
	if (group !== "fuel") return group !== "medium" && group !== "total";
	const kinds = [id, ...(families.find(({ parent }) => parent === id)?.children ?? [])];
	return fuelSets.some(({ factors }) => factors.some(({ carrier }) => kinds.includes(carrier)));
}

/** What kind of table a file is, whatever its header says. */
export interface ForcedKind {
	readonly file: string;
	readonly kind: TableKind;
}

export function readKind(text: string, option: string): ForcedKind {
	const cut = text.lastIndexOf("=");
	if (cut < 1) throw badOption(option, text, "kind");
	return { file: text.slice(0, cut), kind: oneOf(option, text.slice(cut + 1), tableKinds) };
}

/** `behind,off-track`. */
export function readVerdicts(text: string, option: string): VerdictWord[] {
	return text
		.split(",")
		.filter((word) => word.trim() !== "")
		.map((word) => oneOf(option, word.trim(), verdictWords));
}
