/**
 * Effects as they are written: each rounded by itself to the places of its column, and the residue of rounding in a line of its own, so
 * that lines and residue make up the written change to its last digit.
 */
import { type Driver, drivers } from "../domain/words.ts";
import { type Apart, type Effect, overSteps, type Step } from "../drivers/decompose.ts";
import { around, type Enclosed, multiplied, roundedEnclosed } from "../exact/bounds.ts";
import { difference, fromPlainText, one, product, sum, toText, zero } from "../exact/exact.ts";
import { figure } from "../exact/figure.ts";
import { fromExact, minus, per, type Ratio, sign, times, whole } from "../exact/ratio.ts";

/** A column of figures by driver: plain decimals without trailing zeros. */
export interface Column<D = Driver> {
	readonly lines: ReadonlyMap<D, string>;
	readonly residue: string;
	readonly change: string;
}

/** A change with what moved it. */
export interface Change<D = Driver> {
	readonly from: Ratio;
	readonly to: Ratio;
	/** By driver; of those that have no part in the sum, none. */
	readonly effects: ReadonlyMap<D, Effect>;
}

/** `of`: the drivers that are told of the sum, whether or not they moved it. */
export function changeOf<D extends string>(steps: readonly Step<D>[], of: readonly (D | Apart)[]): Change<D | Apart> | null {
	const [first, last] = [steps[0], steps.at(-1)];
	if (first === undefined || last === undefined) return null;
	return { from: first.from, to: last.to, effects: new Map(of.map((driver) => [driver, overSteps(steps, driver)])) };
}

/** Effects in the unit of the sum: they add up. */
export function additive<D>({ from, to, effects }: Change<D>, places: number): Column<D> {
	return addedUp(effects, figure(minus(to, from))(places), places, (effect) => effect);
}

/** The same in per cent of what the sum was; null where that is not above zero. */
export function percentages<D>({ from, to, effects }: Change<D>, places: number): Column<D> | null {
	if (sign(from) <= 0) return null;
	const share = per(whole(100), from);
	const change = figure(times(minus(to, from), share))(places);
	return addedUp(effects, change, places, (effect) => (bits) => multiplied(around(share, bits), effect(bits), bits));
}

function addedUp<D>(
	effects: Change<D>["effects"],
	change: string,
	places: number,
	scaled: (effect: Enclosed) => Enclosed,
): Column<D> {
	const lines = new Map([...effects].map(([driver, effect]) => [driver, roundedEnclosed(scaled(effect.additive), places)]));
	const all = [...lines.values()].reduce((total, line) => sum(total, fromPlainText(line)), zero);
	return { lines, change, residue: toText(difference(fromPlainText(change), all)) };
}

/**
 * Effects as ratios: they multiply. null where a sum has no logarithm, or where a ratio is too small for its places. The residue is what
 * their product lacks, at these places.
 */
export function multiplicative<D>({ from, to, effects }: Change<D>, places: number): Column<D> | null {
	const lines = new Map<D, string>();
	for (const [driver, effect] of effects) {
		if (effect.multiplicative === null) return null;
		lines.set(driver, roundedEnclosed(effect.multiplicative, places));
	}
	const change = figure(per(to, from))(places);
	const all = fromExact([...lines.values()].reduce((total, line) => product(total, fromPlainText(line)), one));
	return sign(all) === 0 ? null : { lines, change, residue: figure(per(fromExact(fromPlainText(change)), all))(places) };
}

/** Drivers of a firm, or of a pool, in their order. */
export function driversOf(of: "emissions" | "intensity", pooled: boolean): readonly Driver[] {
	return drivers.filter((driver) => (driver !== "activity" || of === "emissions") && (driver !== "structure" || pooled));
}

/** What lines of a column make together. */
export function together({ lines }: Column, of: readonly Driver[]): string {
	return toText(of.reduce((total, driver) => sum(total, fromPlainText(lines.get(driver) ?? "0")), zero));
}
