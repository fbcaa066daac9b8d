/** Constant texts as words of four bytes: they are written by the million. */
import type { Sheet } from "../../exact/wide/digits.ts";

interface Words {
	/** The last one may stand over the end of the text: what follows is written over it. */
	readonly words: Uint32Array;
	readonly length: number;
}

function wordsOf(text: string): Words {
	const bytes = new TextEncoder().encode(text);
	const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
	padded.set(bytes);
	const view = new DataView(padded.buffer);
	const words = Uint32Array.from({ length: padded.length / 4 }, (_, i) => view.getUint32(4 * i, true));
	return { words, length: bytes.length };
}

/** Some texts in one array: text i begins at the word `from[i]` and has `length[i]` bytes. */
export interface Texts {
	readonly words: Uint32Array;
	readonly from: Int32Array;
	readonly length: Int32Array;
}

export function textsOf(texts: readonly string[]): Texts {
	const all = texts.map(wordsOf);
	const from = new Int32Array(all.length);
	for (let i = 1; i < all.length; i += 1) from[i] = (from[i - 1] as number) + (all[i - 1] as Words).words.length;
	return {
		words: Uint32Array.from(all.flatMap(({ words }) => [...words])),
		from,
		length: Int32Array.from(all, (one) => one.length),
	};
}

/** Writes text i. Gives back the place behind; up to three bytes behind it are touched. */
export function writeText(out: Sheet, at: number, { words, from, length }: Texts, i: number): number {
	const end = at + (length[i] as number);
	for (let place = at, word = from[i] as number; place < end; place += 4, word += 1)
		out.setUint32(place, words[word] as number, true);
	return end;
}
