/** What `tanlu explain FILE...` says, in English. */
import type { DerivationTexts } from "../derivation-texts.ts";
import { list } from "./pieces.ts";

export const derivation: DerivationTexts = {
	title: ({ firm, year, targets }) => `How the figures of ${firm} in ${year} are made, as ${targets} sees the year.`,
	headings: {
		line: (carrier, use) => `${carrier}${use === "" ? "" : `, ${use}`}`,
		emissions: "Emissions, t CO2",
		output: (prices) => `Output${prices === null ? "" : ` at ${prices} prices`}`,
		intensity: "Intensity: emissions over output",
		path: "Base and path",
		tests: "The tests, as the two numbers that are compared",
	},
	columns: { period: "period", quantity: "amount", cell: "where", asWritten: "as written", perUnit: "unit × " },
	sum: "sum",
	unknown: "Its rows contradict each other: the amount is unknown, and nothing is computed with it.",
	source: (source, measured) => `${source}${measured.length === 0 ? "" : `; measured by the row: ${list(measured)}`}`,
	equivalent: (tce, perUnit) => `In coal equivalent: × ${perUnit} = ${tce} tce.`,
	exact: "exact",
	rounded: (places) => `rounded half-even to ${places} places`,
	base: ({ year, stated, prices }) =>
		`Base ${year}${prices === null ? "" : ` at ${prices} prices`}${stated ? ", as the firms table states it" : ", from its own rows"}`,
	required: (made, required) => `Required: ${made} = ${required}.`,
	gap: (gap, tonnes) => `Gap: ${gap} per unit of output, ${tonnes} t CO2 at the year's output.`,
	tests: {
		year: "Year test",
		cumulative: "Cumulative test",
		compared: ({ left, right, result }) =>
			result === "pass" ? `${left} is at most ${right}: met.` : `${left} is more than ${right}: not met.`,
	},
	verdict: (verdict) => `Verdict: ${verdict}.`,
	closing:
		"Sums and products are exact in every step; a value is rounded once, where it is shown. --format json has every number whole, as a fraction where no decimal ends.",
};
