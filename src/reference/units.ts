/** Units of measure: found by symbol or alias, converted exactly. */
import { compare, type Exact, known, product } from "../exact/exact.ts";
import { near } from "./near.ts";
import type { AmbiguousUnitSeed, UnitSeed } from "./seeds.ts";
import { folded, plain } from "./spelling.ts";

export interface Unit {
	readonly symbol: string;
	readonly dimension: string;
	/** This many base units of the dimension make one of it. */
	readonly toBase: Exact;
	/** The word it was found by says less than the unit; not there where it says all. */
	readonly doubt?: AmbiguousUnitSeed["why"];
}

/** Dimensions in which letter case carries no meaning: nobody meters in millijoules, but mt and Mt differ by a million. */
const caseless: readonly string[] = ["electricity", "energy", "gas-volume", "money", "co2-mass"];

export interface Units {
	readonly find: (text: string) => Unit | undefined;
	/** Symbols and aliases of the dimensions named, for near matches. */
	readonly names: (dimensions: readonly string[] | undefined) => string[];
	readonly bySymbol: (symbol: string) => Unit;
}

export function indexUnits(seeds: readonly UnitSeed[], ambiguous: readonly AmbiguousUnitSeed[] = []): Units {
	const exactly = new Map<string, Unit>();
	const caselessly = new Map<string, Unit>();
	for (const seed of seeds) {
		const unit: Unit = { symbol: seed.symbol, dimension: seed.dimension, toBase: known(seed.toBase) };
		for (const name of [seed.symbol, ...seed.aliases]) {
			exactly.set(plain(name), unit);
			if (caseless.includes(seed.dimension)) caselessly.set(folded(name), unit);
		}
	}
	for (const { word, why } of ambiguous) {
		for (const [index, key] of [[exactly, plain(word)] as const, [caselessly, folded(word)] as const]) {
			const unit = index.get(key);
			if (unit !== undefined) index.set(key, { ...unit, doubt: why });
		}
	}
	const named = (text: string): Unit | undefined => exactly.get(plain(text)) ?? caselessly.get(folded(text));
	/** 万t, 10^8 m3: so many of a unit, where one of that size has a symbol. */
	const multiple = (text: string): Unit | undefined => {
		const { size, rest } = sized(text);
		const one = size === "1" || rest === "" || sized(rest).size !== "1" ? undefined : named(rest);
		if (one === undefined) return undefined;
		const toBase = product(one.toBase, known(size));
		const there = [...exactly.values()].find((unit) => unit.dimension === one.dimension && compare(unit.toBase, toBase) === 0);
		return there === undefined ? undefined : { symbol: there.symbol, dimension: there.dimension, toBase, ...doubtOf(one) };
	};
	return {
		find: (text) => named(text) ?? multiple(text),
		names: (dimensions) =>
			seeds
				.filter(({ dimension }) => dimensions === undefined || dimensions.includes(dimension))
				.flatMap(({ symbol, aliases }) => [symbol, ...aliases]),
		bySymbol: (symbol) => {
			const unit = exactly.get(plain(symbol));
			if (unit === undefined) throw new Error(`no such unit in the seeds: ${symbol}`);
			return unit;
		},
	};
}

/** Whether a unit is one of heat that is counted as coal. */
export function isCoalEquivalent({ symbol }: Unit): boolean {
	return symbol.includes("tce") || symbol.includes("kgce");
}

const doubtOf = ({ doubt }: Unit): Pick<Unit, "doubt"> => (doubt === undefined ? {} : { doubt });

/** Words of size before a unit, the longest first, each with the number it means. */
const sizes: readonly (readonly [string, string])[] = [
	["百万", "1000000"],
	["千万", "10000000"],
	["十亿", "1000000000"],
	["百亿", "10000000000"],
	["十万", "100000"],
	["十", "10"],
	["百", "100"],
	["千", "1000"],
	["万", "10000"],
	["亿", "100000000"],
];

/** The number that a unit's name begins with, 1 where it begins with none, and what stands behind it. */
function sized(text: string): { readonly size: string; readonly rest: string } {
	const own = plain(text.replace(/10([³⁴⁵⁶⁷⁸⁹])/, (_, power: string) => `10^${power.normalize("NFKC")}`));
	const power = /^10 ?\^ ?([3-9]) ?/.exec(own);
	if (power !== null) return { size: `1${"0".repeat(Number(power[1]))}`, rest: own.slice(power[0].length) };
	const word = sizes.find(([one]) => own.startsWith(one));
	return word === undefined ? { size: "1", rest: own } : { size: word[1], rest: own.slice(word[0].length) };
}

/**
 * Names of units that a word may have been meant for. None of another size: whoever takes 万t for kt, as the letters are near,
 * would count a tenth.
 */
export function nearUnits(text: string, names: readonly string[]): string[] {
	const { size } = sized(text);
	return near(
		text,
		names.filter((name) => sized(name).size === size),
	);
}

/** Currencies that are not the yuan: their marks and words, to refuse them by name. */
export function isForeignCurrency(text: string): boolean {
	return /(^|[^a-z])(usd|us\$|hk\$|hkd|hk dollars?|eur|euros?|jpy|gbp|twd|nt\$|krw|dollars?|sgd|s\$)([^a-z]|$)|美元|港元|港币|欧元|日元|英镑|新台币|台币|韩元|^\$|€|£|¥.*日/i.test(
		plain(text),
	);
}
