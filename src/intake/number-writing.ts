/**
 * What the writing of one number shows of its points and commas. English and Chinese writing has decimal points, and commas between
 * thousands; European writing has it the other way round. One group of three may be either.
 */
import { plain } from "../reference/spelling.ts";

/** Bits, so that what many numbers show is one number. */
export const shows = {
	nothing: 0,
	/** A decimal point, or commas that stand between thousands: `12.34`, `0.123`, `1234.500`, `1,234.5`. */
	decimalPoint: 1,
	/** A decimal comma: `1,5`, `0,123`. */
	decimalComma: 2,
	/** Points between thousands: `1.234,5`, `1.234.567`. They show a decimal comma too. */
	pointsInThousands: 4,
	/** `12.000` in a column of amounts: read as 12, and 12000 in European writing. */
	onePoint: 8,
	/** The same in a column of values that are known by their size, such as heat values. */
	onePointElsewhere: 16,
	/** `12,000`: read as 12000, and 12 in European writing. */
	oneComma: 32,
	/** Commas between thousands for certain: `1,234.5`, `1,234,567`. They show a decimal point too. */
	commasInThousands: 64,
} as const;

export const european: number = shows.decimalComma | shows.pointsInThousands;
/** All that may be read two ways. */
export const twoWays: number = shows.onePoint | shows.onePointElsewhere | shows.oneComma;

const [minus, point, zero, nine] = [0x2d, 0x2e, 0x30, 0x39];
const onePoint = /^-?[1-9]\d{0,2}\.\d{3}$/;
const oneComma = /^-?[1-9]\d{0,2},\d{3}$/;
const pointsInThousands = /^-?[1-9]\d{0,2}((\.\d{3})+,\d+|(\.\d{3}){2,})$/;
/** A comma that cannot stand before thousands; what stands before it may be grouped by blanks or apostrophes. */
const decimalComma = /^-?(\d+,(\d{1,2}|\d{4,})|0,\d+|[1-9]\d{0,2}([ '’]\d{3})+,\d+)$/;
const decimalPoint = /^-?(\d+\.\d+([Ee][+-]?\d+)?|[1-9]\d{0,2}([ '’]\d{3})+\.\d+)$/;
/** Groups of two digits are as India writes them. */
const commasInThousands = /^-?([1-9]\d{0,2}(,\d{2,3})+\.\d+|[1-9]\d{0,2}(,\d{3}){2,}|[1-9]\d?(,\d{2})+,\d{3})$/;

/** What a cell shows that was read as it stands: a plain decimal, and nothing remarked on it. */
export function plainNumberShows(text: string): number {
	const at = text.indexOf(".");
	if (at < 0) return shows.nothing;
	const last = text.charCodeAt(text.length - 1);
	// A sign of per cent behind it.
	if (last < zero || last > nine) return shows.nothing;
	const first = text.charCodeAt(0) === minus ? 1 : 0;
	const grouped = text.length - at === 4 && at - first <= 3 && text.charCodeAt(first) !== zero;
	return grouped ? shows.onePoint : shows.decimalPoint;
}

/** What any other cell shows, whether it was read or not. */
export function numberShows(text: string): number {
	const own = plain(text);
	if (!own.includes(",") && own.indexOf(String.fromCharCode(point)) < 0) return shows.nothing;
	if (onePoint.test(own)) return shows.onePoint;
	if (oneComma.test(own)) return shows.oneComma;
	if (pointsInThousands.test(own)) return european;
	if (decimalComma.test(own)) return shows.decimalComma;
	if (commasInThousands.test(own)) return shows.decimalPoint | shows.commasInThousands;
	return decimalPoint.test(own) ? shows.decimalPoint : shows.nothing;
}

/** `12.000` as 12000, `12,000` as 12: a number of one group of three, as it is where it is written the other way. */
export function otherWay(text: string): { readonly read: string; readonly otherwise: string } {
	const own = plain(text);
	const [joined, cut] = [own.replace(/[.,]/, ""), own.replace(",", ".").replace(/\.?0+$/, "")];
	return own.includes(".") ? { read: cut, otherwise: joined } : { read: joined, otherwise: cut };
}
