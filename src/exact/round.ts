/** The one place that divides and rounds, and only for views: half-even (GB/T 8170), once. */
import { type Ratio, ten } from "./ratio.ts";

/** The whole number nearest to over/under; a tie goes to the even one. */
export function nearest(over: bigint, under: bigint): bigint {
	const size = over < 0n ? -over : over;
	const quotient = size / under;
	const twice = (size % under) * 2n;
	const up = twice > under || (twice === under && quotient % 2n === 1n);
	const rounded = up ? quotient + 1n : quotient;
	return over < 0n ? -rounded : rounded;
}

/** A whole number of 10^−places as plain digits with exactly that many places. */
export function placed(value: bigint, places: number): string {
	const size = value < 0n ? -value : value;
	const digits = size.toString().padStart(places + 1, "0");
	const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
	return value < 0n ? `-${text}` : text;
}

/** The same without trailing zeros: the writing of the machine formats. */
export function trimmed(text: string): string {
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Rounded half-even to at most `places` decimal places, trailing zeros dropped; never "-0". */
export function rounded(value: Ratio, places: number): string {
	return written(nearest(value.over * ten(places), value.under), places);
}

const zero = 0x30;

/** A whole number of 10^−places as plain digits, without zeros at the end: `trimmed` of `placed`, for figures by the million. */
export function written(value: bigint, places: number): string {
	if (places === 0 || value === 0n) return value.toString();
	const below = value < 0n;
	const digits = (below ? -value : value).toString();
	let end = digits.length;
	const whole = end - places;
	while (end > whole && end > 0 && digits.charCodeAt(end - 1) === zero) end -= 1;
	const before = whole > 0 ? digits.slice(0, whole) : "0";
	const text =
		end <= whole
			? before
			: whole >= 0
				? `${before}.${digits.slice(whole, end)}`
				: `0.${"0".repeat(-whole)}${digits.slice(0, end)}`;
	return below ? `-${text}` : text;
}
