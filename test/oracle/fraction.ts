/** Exact fractions of whole numbers of any length. The sign lives in the numerator. */

const gcd = (a: bigint, b: bigint): bigint => {
	let x = a < 0n ? -a : a;
	let y = b;
	while (y > 0n) [x, y] = [y, x % y];
	return x;
};

export class Fraction {
	readonly num: bigint;
	readonly den: bigint;

	private constructor(num: bigint, den: bigint) {
		this.num = num;
		this.den = den;
	}

	static of(num: bigint, den = 1n): Fraction {
		if (den === 0n) throw new Error("a fraction needs a denominator other than zero");
		const sign = den < 0n ? -1n : 1n;
		const shared = gcd(num, den * sign) || 1n;
		return new Fraction((num * sign) / shared, (den * sign) / shared);
	}

	/** Reads a plain decimal such as `-12.50`. Anything else gives null. */
	static parse(text: string): Fraction | null {
		const found = /^(-?)(\d{1,30})(?:\.(\d{1,20}))?$/.exec(text);
		if (found === null) return null;
		const [, sign, whole = "", part = ""] = found;
		const digits = BigInt(whole + part);
		return Fraction.of(sign === "-" ? -digits : digits, 10n ** BigInt(part.length));
	}

	static from(text: string): Fraction {
		const value = Fraction.parse(text);
		if (value === null) throw new Error(`not a decimal: ${text}`);
		return value;
	}

	get sign(): -1 | 0 | 1 {
		if (this.num === 0n) return 0;
		return this.num < 0n ? -1 : 1;
	}

	add(other: Fraction): Fraction {
		return Fraction.of(this.num * other.den + other.num * this.den, this.den * other.den);
	}

	sub(other: Fraction): Fraction {
		return this.add(other.neg());
	}

	mul(other: Fraction): Fraction {
		return Fraction.of(this.num * other.num, this.den * other.den);
	}

	div(other: Fraction): Fraction {
		return Fraction.of(this.num * other.den, this.den * other.num);
	}

	neg(): Fraction {
		return new Fraction(-this.num, this.den);
	}

	abs(): Fraction {
		return this.num < 0n ? this.neg() : this;
	}

	pow(exponent: number): Fraction {
		const positive = Fraction.of(this.num ** BigInt(Math.abs(exponent)), this.den ** BigInt(Math.abs(exponent)));
		return exponent < 0 ? ONE.div(positive) : positive;
	}

	compare(other: Fraction): -1 | 0 | 1 {
		return this.sub(other).sign;
	}

	equals(other: Fraction): boolean {
		return this.num === other.num && this.den === other.den;
	}

	/** The nearest whole number of units of 10^-places, half to even. */
	rounded(places: number): bigint {
		const scaled = this.num * 10n ** BigInt(places);
		const low = floorDivide(scaled, this.den);
		const twice = (scaled - low * this.den) * 2n;
		if (twice > this.den) return low + 1n;
		if (twice < this.den) return low;
		return low % 2n === 0n ? low : low + 1n;
	}

	text(places: number): string {
		return decimalText(this.rounded(places), places);
	}
}

const floorDivide = (a: bigint, b: bigint): bigint => {
	const quotient = a / b;
	return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
};

/** Writes `units` of 10^-places as a decimal without trailing zeros. */
export const decimalText = (units: bigint, places: number): string => {
	const sign = units < 0n ? "-" : "";
	const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
	const whole = digits.slice(0, digits.length - places);
	const part = digits.slice(digits.length - places).replace(/0+$/, "");
	return part === "" ? `${sign}${whole}` : `${sign}${whole}.${part}`;
};

export const ZERO = Fraction.of(0n);
export const ONE = Fraction.of(1n);
export const HUNDRED = Fraction.of(100n);
export const whole = (value: number): Fraction => Fraction.of(BigInt(value));
export const total = (values: readonly Fraction[]): Fraction => values.reduce((sum, value) => sum.add(value), ZERO);
