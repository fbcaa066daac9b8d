/** A long table whose rows have the amount of their month and, beside it, that from January on: each checks the other. */
import type { Amount } from "../amount.ts";
import { aspectOf } from "../aspect.ts";
import type { Layout } from "../layout.ts";
import { meaning } from "../meaning.ts";
import { long } from "./long.ts";

export const sideBySide: Layout = {
	id: "side-by-side",
	recognise: (words, forced, reference, given) => {
		const found = long.recognise(words, forced, reference, given);
		if (found === undefined || (found.kind !== "energy" && found.kind !== "output")) return undefined;
		const { kind } = found;
		const amounts = words.flatMap((word, index): Amount[] => {
			const meant = word === "" ? undefined : meaning(word, kind, reference.columns);
			if (meant?.column !== "quantity") return [];
			const { unit, toDate } = meant;
			return [{ index, word, kind, name: "", states: [], unit, toDate }];
		});
		if (amounts.length !== 2 || amounts[0]?.toDate === amounts[1]?.toDate) return undefined;
		// 本年 beside 累计 says the same twice, or nothing.
		const own = amounts.find(({ toDate }) => !toDate) as Amount;
		return aspectOf(own.word)?.aspect === "year" ? undefined : { kind, amounts };
	},
};
