/** The user's own factors, which win over the chosen set. */
export const factors = {
	form: false,
	columns: {
		carrier: "text",
		unit: "unit-of-carrier",
		year: "year",
		province: "text",
		ncv: "above-zero",
		carbon_content: "above-zero",
		oxidation_rate: "fraction",
		emission_factor: "zero-or-more",
		source: "text",
		note: "text",
	},
	required: [["carrier"], ["unit"], ["source"]],
	defaults: {},
	omissible: ["note"],
	marks: [["carrier"], ["source"]],
	never: ["energy.quantity", "energy.period"],
} as const;
