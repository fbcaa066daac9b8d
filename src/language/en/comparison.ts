/** What `tanlu verify` says, in English. */
import type { ComparisonTexts } from "../comparison-texts.ts";
import { list, number } from "./pieces.ts";
import { words } from "./words.ts";

const metrics: Readonly<Record<string, string>> = words.claimMetrics;

const outcomes = {
	equal: "equal",
	within: "within",
	outside: "outside",
	"not-claimed": "not claimed",
	"not-computable": "not computable",
	refused: "refused",
} as const;

export const comparison: ComparisonTexts = {
	columns: {
		period: "period",
		metric: "metric",
		claimed: "claimed",
		recomputed: "recomputed",
		unit: "unit",
		difference: "difference",
		percent: "%",
		outcome: "outcome",
	},
	outcomes,
	directions: { above: "too high", below: "too low" },
	obstacles: {
		"no-such-firm": "no table has a row of the firm",
		"no-such-period": "no table has a row of the period",
		"not-computed": "scope 3 is not computed",
		"other-denominator": "per another output than the run's",
		errors: words.reasons.errors,
		"no-output": words.reasons["no-output"],
		"months-missing": words.reasons["months-missing"],
		partial: words.reasons.partial,
		"not-monthly": words.reasons["not-monthly"],
		"cannot-conclude": "amounts may be to date",
	},
	causes: {
		"scope-3-inside": () => "the claimed scope 3 is in it",
		"carbon-for-co2": (detail) => (detail === "12/44" ? "carbon, not CO2 (× 12/44)" : "times 44/12 once more"),
		"other-metric": (detail) => `it is the ${metrics[detail] ?? detail}`,
		"other-prices": (detail) => `per output at ${detail} prices`,
		"power-of-ten": (detail) => `× ${detail}: a slip of the unit`,
		"part-left-out": (detail) => `without ${(words.parts as Readonly<Record<string, string>>)[detail] ?? detail}`,
		"other-year": (detail) => `it is the figure of ${detail}`,
		"fuel-set": (detail) => `by the fuel set ${detail}`,
		"carrier-left-out": (detail, naming) => `without ${naming.carrier(detail)}`,
		"digits-swapped": (detail) => `two digits swapped: ${detail}`,
		"grid-factor": (detail) => `another grid factor: ${detail}`,
		"carrier-power-of-ten": (detail, naming) => {
			const [carrier = "", power = ""] = detail.split(" ");
			return `${naming.carrier(carrier)} × ${power}: a slip of the unit`;
		},
		"digit-slip": (detail) => `one digit wrong: ${detail}`,
	},
	tolerance: (asked) =>
		asked === null
			? "Equal: the recomputed figure, rounded to the digits that the claim is printed with. No --tolerance: everything else is outside."
			: `Equal: the recomputed figure, rounded to the digits that the claim is printed with. Within: not more than ${asked} from it.`,
	counts: ({ claims, of }) =>
		`${number(claims, "claim")}: ${list(of.map(([outcome, count]) => `${count} ${outcomes[outcome]}`))}.`,
	notClaimed: (count, named) =>
		named.length > 0
			? `Not claimed: ${list(named)}.`
			: `${number(count, "figure")} of whole years that nobody claims: --format csv has them.`,
	aboutCauses:
		"Likely causes, each of which gives the claim to its printed digits or within the tolerance, as chance seldom would. Nothing was corrected:",
	aboutObstacles: "Not computable:",
	more: (count) => `… and ${count} more: --top all shows them.`,
};
