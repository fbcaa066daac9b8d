/** F-05: a measured heat value outside what its fuel has. Of coal above it, the basis is asked about instead (U-110). */
import { toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import type { FirmRule } from "../rule.ts";
import { judgeLots } from "./lots.ts";
import { heatDimension, heatOutside, isImpossible, isOtherBasis, likelyUnit, rangesOf } from "./ranges.ts";

export const heatValueRange: FirmRule = {
	id: "F-05",
	code: "heat-value-out-of-range",
	judge: (one) =>
		judgeLots(one, {
			measured: ({ measured, unit }) => measured.ncv !== undefined && unit !== "GJ",
			ranged: (lot) => rangesOf(one, lot) !== undefined,
			suspect: (lot) => {
				const { carrier, unit, measured } = lot;
				const range = rangesOf(one, lot)?.ncv;
				if (measured.ncv === undefined || range === undefined || !heatOutside(one, lot)) return undefined;
				// What cannot be is told as such, and not once more as unusual.
				if (isImpossible(one, lot) || isOtherBasis(one, lot)) return undefined;
				const likely = likelyUnit(one, measured.ncv, heatDimension(unit), range);
				const [low, high] = range;
				const told = { carrier, value: toText(measured.ncv), low, high, unit: `GJ/${unit}`, likely };
				return { about: remark("heat-value-out-of-range", told), column: "ncv" };
			},
		}),
};
