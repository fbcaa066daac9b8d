/** F-04: more carbon in a tonne of fuel than the tonne weighs, or more CO2 from it than carbon gives. */
import { carbonToCo2 } from "../../carbon/factor.ts";
import { fromExact, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import type { FirmRule } from "../rule.ts";
import { judgeLots } from "./lots.ts";
import { carbonPerTonne, co2PerTonne, isImpossible, likelyUnit, rangesOf } from "./ranges.ts";

export const impossibleCarbon: FirmRule = {
	id: "F-04",
	code: "impossible-carbon",
	judge: (one) =>
		judgeLots(one, {
			measured: (lot) => carbonPerTonne(lot) !== undefined || co2PerTonne(lot) !== undefined,
			suspect: (lot) => {
				if (!isImpossible(one, lot)) return undefined;
				const { carrier, measured } = lot;
				const most = fromExact(one.limit("carbon-share-most"));
				const carbon = carbonPerTonne(lot);
				const co2 = co2PerTonne(lot);
				if (co2 !== undefined) {
					const told = { tonnes: rounded(co2, 4), most: rounded(times(most, carbonToCo2), 4), likely: null };
					return { about: remark("impossible-carbon", { carrier, of: "co2", ...told }), column: "emission_factor" };
				}
				if (carbon === undefined) return undefined;
				const range = rangesOf(one, lot);
				const heat = likelyUnit(one, measured.ncv, "ncv-mass", range?.ncv);
				const likely = heat ?? likelyUnit(one, measured.carbonContent, "carbon-content", range?.carbonContent);
				const told = { tonnes: rounded(fromExact(carbon), 4), most: rounded(most, 4), likely };
				// The one that a unit explains; else the heat value, where it was measured.
				const byHeat = heat !== null || (likely === null && measured.ncv !== undefined);
				return {
					about: remark("impossible-carbon", { carrier, of: "carbon", ...told }),
					column: byHeat ? "ncv" : "carbon_content",
				};
			},
		}),
};
