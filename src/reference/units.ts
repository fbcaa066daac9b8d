/** Units of measure: found by symbol or alias, converted exactly. */
import { type Exact, known } from "../exact/exact.ts";
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
	return {
		find: (text) => exactly.get(plain(text)) ?? caselessly.get(folded(text)),
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

/** Currencies that are not the yuan: their marks and words, to refuse them by name. */
export function isForeignCurrency(text: string): boolean {
	return /(^|[^a-z])(usd|us\$|hk\$|hkd|hk dollars?|eur|euros?|jpy|gbp|twd|nt\$|krw|dollars?|sgd|s\$)([^a-z]|$)|美元|港元|港币|欧元|日元|英镑|新台币|台币|韩元|^\$|€|£|¥.*日/i.test(
		plain(text),
	);
}
