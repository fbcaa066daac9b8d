/** F-04: a measured oxidation rate so low that it is worth a question. Above one or below zero it is refused when it is read. */
import { compare, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { FirmRule } from "../rule.ts";
import { judgeLots } from "./lots.ts";

export const lowOxidation: FirmRule = {
	id: "F-04",
	code: "low-oxidation",
	judge: (one) => {
		const least = one.limit("oxidation-low");
		return judgeLots(one, {
			measured: ({ measured }) => measured.oxidationRate !== undefined,
			suspect: ({ carrier, measured: { oxidationRate } }) =>
				oxidationRate === undefined || compare(oxidationRate, least) >= 0
					? undefined
					: { about: remark("low-oxidation", { carrier, least: toText(least) }), column: "oxidation_rate" },
		});
	},
};
