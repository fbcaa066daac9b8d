/** Price indices, by year and where it matters by sector. */
export const deflator = {
	form: false,
	columns: {
		year: "year",
		index: "above-zero",
		sector: "text",
		source: "text",
		note: "text",
	},
	required: [["year"], ["index"]],
	defaults: {},
	omissible: ["note"],
	marks: [["index"]],
	never: ["energy.carrier", "energy.quantity"],
} as const;
