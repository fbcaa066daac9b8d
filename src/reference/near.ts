/** Words near to one that is not known: what a person may have meant. */

import { distance } from "fastest-levenshtein";
import { byCodeUnit } from "../domain/order.ts";
import { longestWord } from "../findings/bounds.ts";
import { folded } from "./spelling.ts";

export { distance };

/**
 * At most `most` of the known words, nearest first: few edits apart for its length, or one inside the other. Ties in order of
 * code unit.
 */
export function near(word: string, known: Iterable<string>, most = 3): string[] {
	// A text that is no word is near to none, and every comparison takes as long as both are.
	if (word.length > longestWord) return [];
	const wanted = folded(word);
	if (wanted === "" || wanted.length > longestWord) return [];
	const found: { readonly text: string; readonly far: number }[] = [];
	const seen = new Set<string>();
	for (const text of known) {
		if (seen.has(text)) continue;
		seen.add(text);
		if (text.length > longestWord) continue;
		const key = folded(text);
		const longest = Math.max(wanted.length, key.length);
		const edits = distance(wanted, key);
		const inside = key.length > 1 && wanted.length > 1 && (wanted.includes(key) || key.includes(wanted));
		const swapped = wanted.length === key.length && [...wanted].sort().join("") === [...key].sort().join("");
		if ((edits <= Math.max(1, Math.floor(longest / 3)) || swapped) && edits < longest) found.push({ text, far: edits });
		else if (inside) found.push({ text, far: longest / 2 + edits / 100 });
	}
	found.sort((a, b) => a.far - b.far || byCodeUnit(a.text, b.text));
	return found.slice(0, most).map(({ text }) => text);
}
