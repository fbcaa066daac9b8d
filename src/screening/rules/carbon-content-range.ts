/** F-06: a measured carbon content outside what its fuel has, around the defaults of the published tables. */
import { toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { FirmRule } from "../rule.ts";
import { judgeLots } from "./lots.ts";
import { carbonOutside, isImpossible, likelyUnit, rangesOf } from "./ranges.ts";

export const carbonContentRange: FirmRule = {
	id: "F-06",
	code: "carbon-content-out-of-range",
	judge: (one) =>
		judgeLots(one, {
			measured: ({ measured }) => measured.carbonContent !== undefined,
			ranged: (lot) => rangesOf(one, lot) !== undefined,
			suspect: (lot) => {
				const { carrier, measured } = lot;
				const range = rangesOf(one, lot)?.carbonContent;
				if (measured.carbonContent === undefined || range === undefined || !carbonOutside(one, lot)) return undefined;
				if (isImpossible(one, lot)) return undefined;
				const likely = likelyUnit(one, measured.carbonContent, "carbon-content", range);
				const [low, high] = range;
				const told = { value: toText(measured.carbonContent), low, high, unit: "tC/GJ", likely };
				return { about: remark("carbon-content-out-of-range", { carrier, ...told }), column: "carbon_content" };
			},
		}),
};
