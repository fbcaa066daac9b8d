/** Exact fractions of whole numbers, enough to say what is true without asking the tool. */

export interface Fraction {
	readonly over: bigint;
	/** Above zero. */
	readonly under: bigint;
}

export const zero: Fraction = { over: 0n, under: 1n };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

const lowest = (over: bigint, under: bigint): Fraction => {
	const common = gcd(over, under) * (under < 0n ? -1n : 1n);
	return { over: over / common, under: under / common };
};

/** Of a plain decimal: `23.204`, `-5`. */
export function decimal(text: string): Fraction {
	const places = text.split(".")[1]?.length ?? 0;
	return lowest(BigInt(text.replace(".", "")), 10n ** BigInt(places));
}

export const fraction = (over: bigint, under: bigint): Fraction => lowest(over, under);
export const plus = (a: Fraction, b: Fraction): Fraction => lowest(a.over * b.under + b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction): Fraction => lowest(a.over * b.over, a.under * b.under);
export const divided = (a: Fraction, b: Fraction): Fraction => lowest(a.over * b.under, a.under * b.over);

/** The decimal of so many places, rounded half to even, without zeros at its end: as the report writes figures. */
export function shown({ over, under }: Fraction, places = 12): string {
	const scaled = (over < 0n ? -over : over) * 10n ** BigInt(places);
	const whole = scaled / under;
	const rest = (scaled % under) * 2n;
	const rounded = whole + (rest > under || (rest === under && whole % 2n === 1n) ? 1n : 0n);
	const digits = rounded.toString().padStart(places + 1, "0");
	const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
	return over < 0n && rounded !== 0n ? `-${text}` : text;
}
