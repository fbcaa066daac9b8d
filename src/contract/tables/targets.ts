/** What is asked, of all, of a sector or of a province. */
export const targets = {
	form: false,
	columns: {
		scope: "scope",
		scope_id: "text",
		base_year: "year",
		target_year: "year",
		reduction_pct: "percent",
		base_intensity: "above-zero",
		source: "text",
		note: "text",
	},
	required: [["scope"], ["base_year"], ["target_year"], ["reduction_pct"], ["source"]],
	defaults: {},
	omissible: ["note"],
	marks: [["scope"], ["reduction_pct"]],
	never: ["energy.carrier", "energy.quantity"],
} as const;
