/**
 * LMDI-I a second time: decimal.js at 120 digits, and the logarithmic mean by its other form, √(ab) · sinh(u/2)/(u/2) with
 * u = ln(a/b). Zeros by the table of Ang, Zhang and Choi (1998), row by row.
 */
import { Decimal } from "decimal.js";

export const Fine = Decimal.clone({ precision: 120, toExpNeg: -9e15, toExpPos: 9e15, rounding: Decimal.ROUND_HALF_EVEN });
export type Number120 = InstanceType<typeof Fine>;
const of = (value: Decimal.Value): Number120 => new Fine(value);

/** Factors of each row, then and now. */
export type Rows = readonly { readonly from: readonly Decimal.Value[]; readonly to: readonly Decimal.Value[] }[];

export interface Effects {
	readonly from: Number120;
	readonly to: Number120;
	readonly factors: readonly Number120[];
	readonly entryExit: Number120;
	readonly outside: Number120;
}

export const mean = (a: Number120, b: Number120): Number120 => {
	if (a.eq(b)) return a;
	const half = a.dividedBy(b).ln().dividedBy(2);
	return a.times(b).sqrt().times(half.sinh().dividedBy(half));
};

const product = (values: readonly Decimal.Value[]): Number120 => values.reduce<Number120>((all, one) => all.times(one), of(1));

/** The effects of so many factors on the sum of the rows. */
export const additive = (rows: Rows, count: number): Effects => {
	let [from, to, entryExit, outside] = [of(0), of(0), of(0), of(0)];
	const factors = Array.from({ length: count }, () => of(0));
	for (const row of rows) {
		const [then, now] = [product(row.from), product(row.to)];
		[from, to] = [from.plus(then), to.plus(now)];
		const moved = now.minus(then);
		if ([...row.from, ...row.to].some((one) => of(one).lt(0))) outside = outside.plus(moved);
		else if (then.gt(0) && now.gt(0)) {
			const weight = mean(now, then);
			for (let at = 0; at < count; at += 1) {
				const ratio = of(row.to[at] as Decimal.Value).dividedBy(row.from[at] as Decimal.Value);
				factors[at] = (factors[at] as Number120).plus(weight.times(ratio.ln()));
			}
		} else if (!moved.isZero()) {
			const zeros = (then.isZero() ? row.from : row.to).flatMap((one, at) => (of(one).isZero() ? [at] : []));
			if (zeros.length === 1) factors[zeros[0] as number] = (factors[zeros[0] as number] as Number120).plus(moved);
			else entryExit = entryExit.plus(moved);
		}
	}
	return { from, to, factors, entryExit, outside };
};

/** The same as ratios: each to the power of its share of the logarithm of the whole. null where a sum is not above zero. */
export const multiplicative = ({ from, to, ...effects }: Effects): Omit<Effects, "from" | "to"> | null => {
	if (from.lte(0) || to.lte(0)) return null;
	const whole = mean(to, from);
	const ratio = (effect: Number120): Number120 => effect.dividedBy(whole).exp();
	return {
		factors: effects.factors.map(ratio),
		entryExit: ratio(effects.entryExit),
		outside: ratio(effects.outside),
	};
};

/** As results write it: at most so many places, half-even, no trailing zeros, never "-0". */
export const written = (value: Number120, places: number): string => {
	const text = value.toDecimalPlaces(places, Decimal.ROUND_HALF_EVEN).toFixed();
	return text === "-0" ? "0" : text;
};
