/**
 * Why a sum of products moved: the logarithmic mean Divisia index, LMDI-I (Ang 2005; zeros by their limits, Ang, Zhang and Choi 1998).
 * Of any table of factors: it knows no firm and no carbon.
 *
 * | row | effect of factor k |
 * | --- | --- |
 * | above zero in both | L(C′, C) × ln(x′k / xk), with L the logarithmic mean |
 * | comes or goes, one of its factors with it | the whole row to that factor, nothing to the others |
 * | comes or goes, several of its factors with it | none: no limit is its one; the row stands in `entry-exit` |
 * | below zero in either | none: no logarithm; the row stands in `outside` |
 *
 * Effects of all factors, `entry-exit` and `outside` add up to the change of the sum. As ratios they are e^(effect / L(S′, S)) with the sums
 * S, and their product is S′ / S.
 */
import { obtain } from "../domain/obtain.ts";
import {
	added,
	around,
	type Bounds,
	divided,
	type Enclosed,
	exponential,
	logarithm,
	logarithmicMean,
	multiplied,
	nothing,
	subtracted,
} from "../exact/bounds.ts";
import { compare, minus, oneRatio, per, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";

/** A number then and now. */
export interface Pair {
	readonly from: Ratio;
	readonly to: Ratio;
	/** What was reckoned of it, for all rows and sums that it stands in. A map with weak keys would cost more than the reckoning. */
	made?: { [W in "logarithm" | "mean" | "reciprocal"]?: { readonly bits: number; readonly bounds: Bounds } };
}

/** What is reckoned of a pair, made once for so many bits. */
function madeOf(pair: Pair, what: keyof NonNullable<Pair["made"]>, bits: number, make: () => Bounds): Bounds {
	pair.made ??= {};
	const there = pair.made[what];
	if (there?.bits === bits) return there.bounds;
	const bounds = make();
	pair.made[what] = { bits, bounds };
	return bounds;
}

/** A factor of a row: over / under, or over alone. Factors of several rows that share a number share the same `Pair`. */
export interface Factor<D> {
	readonly driver: D;
	readonly over: Pair;
	readonly under?: Pair;
}

/** A row of the sum: its value is the product of its factors, then and now. */
export interface Row<D> {
	readonly value: Pair;
	readonly factors: readonly Factor<D>[];
	/** It is not to be taken apart whatever its sign. */
	readonly outside?: true;
}

/** What rows without a limit, and rows below zero, are told under. */
export type Apart = "entry-exit" | "outside";

export interface Step<D> extends Pair {
	/** Bounds of every effect that is not nothing. */
	readonly effects: (bits: number) => ReadonlyMap<D | Apart, Bounds>;
}

/** The effects between two points of time. */
export function decompose<D>(rows: readonly Row<D>[]): Step<D> {
	let [from, to] = [zeroRatio, zeroRatio];
	/** Rows that need no logarithm, by what moved them. */
	const whole = new Map<D | Apart, Ratio>();
	const smooth: Row<D>[] = [];
	for (const row of rows) {
		const { value } = row;
		from = plus(from, value.from);
		to = plus(to, value.to);
		const [then, now] = [sign(value.from), sign(value.to)];
		const outside = row.outside === true || then < 0 || now < 0;
		if (!outside && then > 0 && now > 0) smooth.push(row);
		else if (then !== 0 || now !== 0) {
			const cause = outside ? "outside" : causeOf(row, then === 0 ? "from" : "to");
			whole.set(cause, plus(whole.get(cause) ?? zeroRatio, minus(value.to, value.from)));
		}
	}
	const kept = new Map<number, ReadonlyMap<D | Apart, Bounds>>();
	return { from, to, effects: (bits) => obtain(kept, bits, () => effectsOf(smooth, whole, bits)) };
}

/** The one factor that is zero where the row is; a factor that is nothing over nothing there says nothing. */
function causeOf<D>({ factors }: Row<D>, at: "from" | "to"): D | Apart {
	const zero = factors.filter(({ over, under }) => sign(over[at]) === 0 && (under === undefined || sign(under[at]) !== 0));
	return zero.length === 1 ? (zero[0] as Factor<D>).driver : "entry-exit";
}

function effectsOf<D>(
	smooth: readonly Row<D>[],
	whole: ReadonlyMap<D | Apart, Ratio>,
	bits: number,
): ReadonlyMap<D | Apart, Bounds> {
	const sums = new Map<D | Apart, Bounds>();
	const add = (driver: D | Apart, effect: Bounds): void => {
		sums.set(driver, added(sums.get(driver) ?? nothing, effect));
	};
	for (const { value, factors } of smooth) {
		const changes = factors.map(({ over, under }) => {
			const change = logarithmOf(over, bits);
			return under === undefined ? change : subtracted(change, logarithmOf(under, bits));
		});
		const mean = meanOf(value, bits, () => changes.reduce(added, nothing));
		for (const [at, { driver }] of factors.entries()) {
			const change = changes[at] as Bounds;
			if (change !== nothing) add(driver, multiplied(mean, change, bits));
		}
	}
	for (const [driver, change] of whole) add(driver, around(change, bits));
	return sums;
}

/** ln(to / from). */
function logarithmOf(pair: Pair, bits: number): Bounds {
	return madeOf(pair, "logarithm", bits, () =>
		compare(pair.from, pair.to) === 0 ? nothing : logarithm(per(pair.to, pair.from), bits),
	);
}

/** An effect over one step or a chain of them: tonnes that add up, and the ratio that multiplies up. */
export interface Effect {
	readonly additive: Enclosed;
	/** null where a sum is not above zero: it has no logarithm. */
	readonly multiplicative: Enclosed | null;
}

/** What moved a sum from the first step's beginning to the last one's end: additive effects of the steps add up, ratios multiply. */
export function overSteps<D>(steps: readonly Step<D>[], driver: D | Apart): Effect {
	const additive: Enclosed = (bits) =>
		steps.reduce((sum, { effects }) => added(sum, effects(bits).get(driver) ?? nothing), nothing);
	const positive = steps.every(({ from, to }) => sign(from) > 0 && sign(to) > 0);
	return { additive, multiplicative: positive ? (bits) => ratioOf(steps, driver, bits) : null };
}

function ratioOf<D>(steps: readonly Step<D>[], driver: D | Apart, bits: number): Bounds {
	// A mean below one step of the last digit is had with more of them.
	for (let more = bits; ; more *= 2) {
		const power = powerOf(steps, driver, more);
		if (power === nothing) return around(oneRatio, bits);
		const ratio = power === undefined ? undefined : exponential(power, more);
		if (ratio !== undefined) return more === bits ? ratio : fewer(ratio, more - bits);
	}
}

function powerOf<D>(steps: readonly Step<D>[], driver: D | Apart, bits: number): Bounds | undefined {
	let power = nothing;
	for (const step of steps) {
		const effect = step.effects(bits).get(driver) ?? nothing;
		if (effect === nothing) continue;
		const share = reciprocalOf(step, bits);
		if (share === undefined) return undefined;
		power = added(power, multiplied(share, effect, bits));
	}
	return power;
}

/** The logarithmic mean of a number then and now. */
function meanOf(pair: Pair, bits: number, difference?: () => Bounds): Bounds {
	return madeOf(pair, "mean", bits, () => logarithmicMean(pair.to, pair.from, bits, difference));
}

/** One over the mean of a step's sums; undefined where so many bits do not tell it from nothing. */
function reciprocalOf(step: Pair, bits: number): Bounds | undefined {
	const mean = meanOf(step, bits);
	if (mean.low <= 0n) return undefined;
	return madeOf(step, "reciprocal", bits, () => divided(around(oneRatio, bits), mean, bits) as Bounds);
}

function fewer({ low, high }: Bounds, bits: number): Bounds {
	return { low: low >> BigInt(bits), high: (high >> BigInt(bits)) + 1n };
}
