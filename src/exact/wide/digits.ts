/** Plain digits into bytes, by tables of three: each entry is a word of four bytes whose last one is written over by what follows. */

/** What a text is written into. Behind the place that is written to there must be room for the longest figure. */
export type Sheet = DataView;

const zero = 0x30;

const thousand = 1000;
const million = 1e6;
/** 000 to 999. */
const three = new Uint32Array(thousand);
/** The same without zeros before, and how many digits that are. */
const lead = new Uint32Array(thousand);
const leadLength = new Uint8Array(thousand);

for (let n = 0; n < thousand; n += 1) {
	const word = (text: string): number => [...text].reduce((sum, digit, place) => sum + digit.charCodeAt(0) * 256 ** place, 0);
	three[n] = word(String(n).padStart(3, "0"));
	lead[n] = word(String(n));
	leadLength[n] = String(n).length;
}

/** A whole number from 0 to 999,999 as six digits. Gives back the place behind. */
export function writeSix(out: Sheet, at: number, n: number): number {
	const high = (n / thousand) | 0;
	out.setUint32(at, three[high] as number, true);
	out.setUint32(at + 3, three[n - high * thousand] as number, true);
	return at + 6;
}

/** A whole number from 0 to 999,999,999 as nine digits. */
export function writeNine(out: Sheet, at: number, n: number): number {
	const high = (n / million) | 0;
	out.setUint32(at, three[high] as number, true);
	return writeSix(out, at + 3, n - high * million);
}

/** A whole number from 0 to 999,999,999 without zeros before it. */
export function writeNatural(out: Sheet, at: number, n: number): number {
	if (n < thousand) {
		out.setUint32(at, lead[n] as number, true);
		return at + (leadLength[n] as number);
	}
	const high = (n / thousand) | 0;
	const behind = writeNatural(out, at, high);
	out.setUint32(behind, three[n - high * thousand] as number, true);
	return behind + 3;
}

/** Steps back over zeros, and over the point where nothing is left behind it. */
export function withoutZeros(out: Sheet, at: number): number {
	let end = at;
	while (out.getUint8(end - 1) === zero) end -= 1;
	return out.getUint8(end - 1) === point ? end - 1 : end;
}

export const point = 0x2e;
export const minusSign = 0x2d;
