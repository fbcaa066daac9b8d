/** In English: what whatif gives. */
import type { Fields } from "../../fields.ts";

export const whatif: Fields["whatif"] = {
	whatif: {
		schemaVersion: "Version of this contract.",
		tool: "What wrote this.",
		basis: "What was asked and chosen: everything needed to do the run again.",
		asked: "What is changed.",
		inputs: "The files read, in order of name.",
		firms: "The firms shown, in order of id.",
		findings: "What is wrong with the tables or was chosen for them; of what was reported.",
	},
	asked: {
		levers:
			"What is changed, one after the other: a fuel in the place of another (its heat is kept), an amount, the share of green power, the output.",
		months: "Months that are changed, 1 to 12.",
	},
	firm: {
		firm: "Code or id of the firm.",
		name: "Its name.",
		sector: "Its sector.",
		province: "Its province.",
		years: "Years that are changed: the latest, unless others were asked for.",
	},
	year: {
		year: "The year.",
		hindrances: "Why whatIf is null; empty where it is not.",
		reported: "As the tables have it.",
		whatIf: "As it would be: not reported data. null where a lever could not be applied.",
		difference: "What if less reported; null where there is no whatIf.",
		closing: "How much of each lever by itself reaches the path; empty where --close-gap was not asked for.",
	},
	hindrance: {
		lever: "The lever.",
		reason:
			"no-carrier (the firm has none of it), no-output, no-months (no amount in the months), reaches-beyond (an amount covers other months too), no-heat-value, no-factor.",
	},
	state: {
		reportedData: "true for what the tables have, false for what would be.",
		fuel: "Fuel.",
		process: "Process.",
		electricity: "Purchased electricity, less sold.",
		heat: "Purchased heat, less sold.",
		emissions: "Total emissions.",
		energy: "Energy in coal equivalent.",
		output: "The output.",
		outputUnit: "Unit of the output.",
		prices: "Prices of the output; null for products.",
		intensity: "Emissions over output.",
		intensityUnit: "Unit of the intensity.",
		sinceBasePercent: "Change of the intensity since the base year.",
		required: "Intensity that the firm's own path asks for.",
		gap: "Intensity minus the required one; above zero is worse.",
		gapPercent: "The gap in per cent of the required intensity.",
		gapTonnes: "The gap times the output.",
		progressPercent: "Share of the task done.",
		verdict: "The verdict; null in years that are not judged. Where the reported year is withheld, so is what would be.",
		qualifiers: "Qualifiers of the verdict.",
		reasons: "Why the verdict is withheld.",
	},
	difference: {
		emissions: "Of the emissions.",
		energy: "Of the energy.",
		output: "Of the output.",
		intensity: "Of the intensity.",
		gapPercent: "Of the gap, in percentage points of the required intensity.",
	},
	closing: {
		lever: "The lever.",
		state:
			"reaches; reached-already: the year is on its path; cannot: not by all of it; unknown: the year is not held against a path.",
		percent:
			"How much, rounded up so that it is enough: a cut of a carrier, a share of a fuel or of power, more output at the same emissions.",
	},
};
