/** What is asked, of all, of a sector or of a province. */
export const targets = {
	form: false,
	columns: {
		scope: "scope",
		scope_id: "text",
		indicator: "goal",
		kind: "goal-kind",
		value: "above-zero",
		unit: "unit-of-target",
		base_year: "year",
		target_year: "year",
		reduction_pct: "percent",
		base_intensity: "above-zero",
		source: "text",
		note: "text",
	},
	required: [["scope"], ["target_year"], ["reduction_pct", "value"], ["source"]],
	defaults: {},
	omissible: ["note"],
	marks: [["scope"], ["reduction_pct", "value"]],
	never: ["energy.carrier", "energy.quantity"],
} as const;
