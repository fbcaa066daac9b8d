/** What is known of each firm, whatever the year. */
export const firms = {
	form: false,
	columns: {
		firm: "text",
		credit_code: "credit-code",
		firm_name: "text",
		sector: "text",
		province: "text",
		base_intensity: "above-zero",
		base_year: "year",
		target_pct: "percent",
		note: "text",
	},
	required: [["firm", "credit_code", "firm_name"]],
	defaults: {},
	omissible: ["sector", "province", "base_intensity", "base_year", "target_pct", "note"],
	marks: [
		["firm", "credit_code", "firm_name"],
		// A lone list of names says nothing of its firms.
		["sector", "province", "base_intensity", "base_year", "target_pct", "firm_name"],
	],
	never: ["energy.carrier", "output.indicator", "energy.quantity", "energy.period", "deflator.index", "targets.scope"],
} as const;
