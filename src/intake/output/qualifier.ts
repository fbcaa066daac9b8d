/** What stands in brackets behind an indicator: its prices, and what it is besides. */
import { remembering } from "../../layout/cells.ts";
import { both, type KindWords, type Said, saysNothing } from "../../reference/kind-words.ts";
import { readPrices } from "../../reference/words.ts";

export interface Qualified {
	/** As written; empty where it says none. */
	readonly prices: string;
	readonly said: Said;
}

/** Undefined where any of it is not known. */
export function qualifierReader(kindWords: KindWords): (qualifier: string) => Qualified | undefined {
	return remembering((qualifier) => {
		let prices = "";
		let said = saysNothing;
		for (const piece of qualifier.split(/[,;、]/).filter((one) => one.trim() !== "")) {
			if (prices === "" && readPrices(piece, 0) !== undefined) {
				prices = piece;
				continue;
			}
			const one = kindWords.inBrackets(piece);
			if (one === undefined || one.use !== undefined || one.carrier !== undefined) return undefined;
			said = both(said, one);
		}
		return { prices, said };
	});
}
