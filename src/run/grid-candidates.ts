/** Grid factors that a claim may have been computed by: all that were published, also those that no mode of a run takes. */
import type { GridCandidate } from "../claims/candidates.ts";
import { constant, type Ratio } from "../exact/ratio.ts";
import type { FullSeeds } from "../reference/full-seeds.ts";

/** In the order of the seeds. */
export function gridCandidates({ electricity, provinces }: Pick<FullSeeds, "electricity" | "provinces">): GridCandidate[] {
	return electricity.map(({ region, level, year, reportingYears, factor, basis }) => {
		const kilograms = constant(factor);
		const perKwh: Ratio = { over: kilograms.over, under: kilograms.under * 1000n };
		const province = level === "provincial" ? (provinces.find(({ iso }) => iso === region)?.id ?? region) : null;
		return {
			detail: [factor, region, year ?? reportingYears ?? "", basis].filter((one) => one !== "").join(" "),
			perKwh,
			province,
		};
	});
}
