/** What `tanlu init` writes, in English. */
import type { InitTexts } from "../init-texts.ts";

const name = (table: string, inWorkbook: boolean): string => (inWorkbook ? table : `${table}.csv`);

export const init: InitTexts = {
	energy: {
		file: "energy.csv",
		rows: [
			["firm", "period", "carrier", "quantity", "unit", "use", "note"],
			["Example Works", "2020", "electricity", "500", "10^4 kWh", "consumed", "an example: replace it"],
		],
	},
	output: {
		file: "output.csv",
		rows: [
			["firm", "period", "indicator", "product", "quantity", "unit", "prices", "note"],
			["Example Works", "2020", "value_added", "", "2000", "10^4 CNY", "constant-2020", "an example: replace it"],
		],
	},
	firms: {
		file: "firms.csv",
		rows: [
			["firm", "firm_name", "sector", "province", "note"],
			["Example Works", "Example Works", "steel", "Hebei", "an example: replace it"],
		],
	},
	guide: {
		file: "guide.md",
		text: (report, inWorkbook) => `# How to fill in these tables

Replace the example row of each ${inWorkbook ? "sheet, save the workbook" : "table, save as CSV"}, then run

    ${report}

${inWorkbook ? "Cells of carriers, units, uses and the like have a list to choose from; other names that are known may be typed.\n\n" : ""}**${name("energy", inWorkbook)}**: one row for each firm, period and thing used.

- \`firm\`: the same name or credit code in all three tables.
- \`period\`: a month (\`2023-06\`), a quarter (\`2023Q2\`) or a year (\`2023\`). The base year 2020 is needed for a verdict.
- \`carrier\`: such as electricity, heat, natural-gas, bituminous-coal, coke, diesel, limestone-flux.
  \`tanlu sources\` lists the fuels, \`tanlu sources processes\` the process materials.
- \`quantity\`, \`unit\`: as metered: t, 10^4 Nm3, GJ, kWh, 10^4 kWh. Write 0 where nothing was used; a blank cell is missing, not zero.
- \`use\`: consumed, sold (subtracts), product (carbon that leaves in products: subtracts) or feedstock (kept out of CO2).

Measured values may be added in columns of their own: \`ncv\` (GJ per t or 10^4 Nm3), \`carbon_content\` (tC/GJ),
\`oxidation_rate\` (0.98, not 98), or \`emission_factor\` (t CO2 per unit) in place of the three.

**${name("output", inWorkbook)}**: industrial value added of the same years.

- \`indicator\`: value_added; or output_value, revenue, production (then name the \`product\`).
- \`unit\`: 10^4 CNY or CNY; for production its own, such as t.
- \`prices\`: constant-2020. At current prices the intensity is shown and no verdict is given.

**${name("firms", inWorkbook)}** (optional): \`sector\` is an id, a name or a GB/T 4754 code. It may also state \`base_intensity\`
(t CO2 per 10^4 CNY), \`base_year\` and \`target_pct\`.

Every column: \`tanlu schema energy\`, \`tanlu schema output\`, \`tanlu schema firms\`.
`,
	},
	book: {
		file: "tables.xlsx",
		guide: "Guide",
		next: (report) => `Next: fill in its sheets as the sheet Guide says, then: ${report}`,
	},
	wrote: (files) => `Written: ${files.join(", ")}.`,
	next: (guide, report) => `Next: fill them in as ${guide} says, then: ${report}`,
};
