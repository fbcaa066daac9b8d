/** Growth rates that an office computed, against the same months of the year before. */
export const growth = {
	form: false,
	columns: {
		firm: "text",
		credit_code: "credit-code",
		firm_name: "text",
		period: "period",
		year: "period",
		month: "month",
		indicator: "growth-indicator",
		growth_pct: "growth-rate",
		source: "text",
		note: "text",
	},
	required: [["firm", "credit_code", "firm_name"], ["period", "year"], ["indicator"], ["growth_pct"]],
	defaults: {},
	omissible: ["source", "note"],
	marks: [["indicator"], ["growth_pct"]],
	never: ["energy.carrier", "energy.quantity", "output.quantity"],
} as const;
