/** Demands on several rows at once: keys that repeat, words with two meanings, figures that cannot be. */

import type { FuelFactorSeed, UnitSeed } from "../reference/seeds.ts";
import type { Context } from "./seed-table.ts";

/** Where case is folded on look-up. Mass is not among them: Mg is a tonne, mg would not be. */
export const FOLDING: ReadonlySet<string> = new Set(["electricity", "energy", "gas-volume", "money", "co2-mass"]);

/** Something with a name of its own and the words that lead to it. */
export interface Named {
	readonly where: string;
	readonly id: string;
	readonly words: readonly string[];
}

/** No word leads to two things. Words of one thing may repeat its own names: they mean the same. */
export function oneMeaning(context: Context, things: readonly Named[], form: (word: string) => string): void {
	const meaning = new Map<string, string>();
	for (const { where, id, words } of things) {
		for (const word of new Set(words.map(form))) {
			const other = meaning.get(word);
			if (other !== undefined && other !== id) context.problems.push(`${where}: “${word}” means ${other} and ${id}`);
			meaning.set(word, other ?? id);
		}
	}
}

/** No key stands twice. */
export function oneEach<T extends { readonly where: string }>(
	context: Context,
	list: readonly T[],
	key: (row: T) => string,
): void {
	const first = new Map<string, string>();
	for (const row of list) {
		const name = key(row);
		const earlier = first.get(name);
		if (earlier === undefined) first.set(name, row.where);
		else context.problems.push(`${row.where}: ${name} is already at ${earlier}`);
	}
}

export function known(context: Context, where: string, what: string, name: string, names: ReadonlySet<string>): void {
	if (!names.has(name)) context.problems.push(`${where}: ${what} “${name}” is not known`);
}

/** A base unit is a unit of its own dimension, and one of itself. */
export function basesHold(context: Context, units: readonly (UnitSeed & { where: string; baseUnit: string })[]): void {
	const bySymbol = new Map(units.map((unit) => [unit.symbol, unit]));
	for (const unit of units) {
		const base = bySymbol.get(unit.baseUnit);
		if (base === undefined || base.dimension !== unit.dimension || base.toBase !== "1") {
			context.problems.push(`${unit.where}: ${unit.baseUnit} is no base of ${unit.dimension}`);
		}
	}
}

/**
 * Carbon cannot weigh more than the fuel: heat value × carbon content ≤ 1 tC per t. It catches slipped
 * digits and upper bounds printed as defaults. A gas per 10^4 Nm3 has no such limit, nor has a gas per t here.
 */
export function coherent(context: Context, where: string, factor: FuelFactorSeed, state: string): void {
	const oxidation = fraction(factor.oxidationRate);
	if (oxidation.digits === 0n || oxidation.digits > 10n ** oxidation.scale) {
		context.problems.push(`${where}: oxidation ${factor.oxidationRate} is not above 0 and at most 1`);
	}
	if (factor.unit !== "t" || state === "gas") return;
	const heat = fraction(factor.ncv);
	const carbon = fraction(factor.carbonContent);
	if (heat.digits * carbon.digits > 10n ** (heat.scale + carbon.scale)) {
		context.problems.push(`${where}: ${factor.ncv} × ${factor.carbonContent} is more than 1 tC per t`);
	}
}

/** Whether each product of printed decimals lies from low to high, ends included. */
export function within(low: string, products: readonly (readonly string[])[], high: string): boolean {
	const multiplied = (factors: readonly string[]): { digits: bigint; scale: bigint } =>
		factors
			.map(fraction)
			.reduce((a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale }), { digits: 1n, scale: 0n });
	const atMost = (a: { digits: bigint; scale: bigint }, b: { digits: bigint; scale: bigint }): boolean =>
		a.digits * 10n ** b.scale <= b.digits * 10n ** a.scale;
	return products.map(multiplied).every((value) => atMost(fraction(low), value) && atMost(value, fraction(high)));
}

/** A printed decimal as whole digits and a power of ten: floats stay out of this room too. */
function fraction(printed: string): { digits: bigint; scale: bigint } {
	const [whole = "0", part = ""] = printed.split(".");
	return { digits: BigInt(whole + part), scale: BigInt(part.length) };
}
