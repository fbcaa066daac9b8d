/** In English: claims beside what the tables come to. */
import type { Fields } from "../../fields.ts";

export const comparison: Fields["comparison"] = {
	comparison: {
		schemaVersion: "Version of this contract.",
		tool: "What computed the figures.",
		basis: "What they were computed by.",
		tolerance: "How far a claim may lie from the recomputed figure, as asked; null where its printed digits alone decide.",
		inputs: "The tables that were read, the claims among them.",
		counts: "How many claims, and figures that nobody claims, came out how.",
		claims: "Each claim, and each figure of a whole year that nobody claims.",
		findings: "What was found in the tables and the claims.",
	},
	outcomeCounts: {
		equal: "Claims that are the recomputed figure, rounded to their printed digits.",
		within: "Claims that lie no further apart than is tolerated.",
		outside: "Claims that lie further apart.",
		notClaimed: "Figures of whole years that nobody claims.",
		notComputable: "Claims of which there is no recomputed figure.",
		refused: "Claims whose rows were refused, or contradict each other: a finding says why.",
	},
	claim: {
		firm: "The firm.",
		name: "Its name, where a table says it.",
		period: "The months that the figure is of.",
		metric: "total_co2, scope1, scope2, energy_tce, intensity or scope3.",
		outcome: "equal, within, outside, not-claimed, not-computable or refused.",
		claimed: "The claim, in the unit of the recomputed figure; null where there is none that could be read.",
		printed: "The claim as the firm printed it.",
		recomputed: "What the tables come to; null where that is not known.",
		unit: "Unit of all figures of the row.",
		difference: "Claimed less recomputed.",
		differencePercent: "The same in per cent of the recomputed figure; null where that is zero.",
		direction: "above or below the recomputed figure; null where there is no difference.",
		allowed:
			"How far the claim may lie from the recomputed figure: half a step of its last digit, or what is tolerated where that is more.",
		why: "Why there is no recomputed figure: no-such-firm, no-such-period, not-computed (scope 3), other-denominator, or the reason for which a report withholds it.",
		causes: "What may have made a claim that is outside another figure; empty where nothing fits. Nothing is corrected by it.",
		file: "The claims table; null where nobody claims the figure.",
		row: "Its row.",
	},
	printedClaim: {
		number: "The number, without thousands separators.",
		unit: "Its unit.",
	},
	likelyCause: {
		cause:
			"scope-3-inside (of a total), carbon-for-co2 (12/44, or 44/12 once more), other-metric, other-prices, power-of-ten, part-left-out, other-year, fuel-set, carrier-left-out, digits-swapped (two neighbours), grid-factor, carrier-power-of-ten (of one carrier) or digit-slip (one digit).",
		detail:
			"Which one: a power of ten, a carrier, a factor with region, year and kind, a set, a year; empty where there is only one.",
		value: "The figure that it would have made; of a slip in the digits of the claim, the claim without it.",
	},
};
