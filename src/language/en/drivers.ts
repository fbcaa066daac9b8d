/** What `tanlu drivers` says around its figures, in English. */
import type { DriversTexts } from "../drivers-texts.ts";
import { list, number } from "./pieces.ts";

const reasons: DriversTexts["obstacle"] = ({ reason, period, carriers }) => {
	const when = period === null ? "" : ` in ${period}`;
	switch (reason) {
		case "year-missing":
			return `no data of ${period}`;
		case "errors":
			return `errors in the data${when}`;
		case "no-output":
			return `no output above zero${when}`;
		case "months-missing":
			return `months missing${when}`;
		case "partial":
			return `${period} is part of a year (compare the same months: --from 2024-01..08)`;
		case "cannot-conclude":
			return `amounts${when} may be to date`;
		case "prices":
			return `output${when} is not at the same constant prices`;
		case "boundary":
			return `process emissions come or go${when} (compare without them: --boundary energy)`;
		case "no-coal-equivalent":
			return `no coal equivalent of ${list(carriers)}${when}`;
		case "rows-lost":
			return `a row that was lost${when} may be of one of its firms`;
		case "not-pooled":
			return "no firm of it is known at both ends";
		case "not-positive":
			return "no ratios, since a total is not above zero";
	}
};

export const drivers: DriversTexts = {
	drivers: {
		activity: "activity",
		structure: "shares of firms",
		energy: "energy per output",
		mix: "mix of carriers",
		factors: "factors",
		grid: "grid factor",
		process: "process",
		"entry-exit": "entry and exit",
		outside: "outside",
	},
	changes: { stayed: "", entered: "came in", "left-off": "left off", outside: "outside" },
	columns: {
		driver: "driver",
		firm: "firm",
		sector: "sector",
		firms: "firms",
		emissions: "t CO2",
		percent: "%",
		ratio: "times",
		intensity: "intensity",
		change: "change",
		residue: "rounding",
		carrier: "carrier",
		became: "became",
		co2In: (period) => `t CO2 ${period}`,
		tceIn: (period) => `tce ${period}`,
	},
	headings: {
		emissions: "Change of the emissions, t CO2",
		intensity: "Change of the intensity",
		sectors: "Sectors: change of the emissions, t CO2",
		sectorsIntensity: "Sectors: change of the intensity, total over total",
		carriers: "Carriers at both ends",
		withheld: "Not taken apart",
	},
	asked: ({ from, to, chained, firm, firms }) =>
		`Why emissions and CO2 intensity of ${firm ?? number(firms, "firm")} moved from ${from} to ${to}: LMDI-I, ${chained ? "year by year and chained" : "from end to end"}.`,
	drawn:
		"Drivers: activity (output), energy per output, mix of carriers in coal equivalent, their factors per tce, that of the grid by itself, process emissions per output. Outside: what was sold or left in products, which has no logarithm.",
	addsUp: {
		row: "Above zero raises. What stands in a row, rounding with it, adds up to the change, to the last printed digit.",
		column:
			"Above zero raises. The lines, rounding with them, add up to the change, and under 'times' multiply to it, to the last printed digit.",
	},
	moved: ({ from, to, emissions, intensity, unit }) =>
		`${from} to ${to}: emissions ${emissions[0]} to ${emissions[1]} t CO2, intensity ${intensity[0]} to ${intensity[1]} ${unit}.`,
	apart: ({ change, own, grid, unit }) =>
		`Intensity ${change} ${unit}: of it the firm's own ${own}, the grid factor ${grid}; the rest is rounding.`,
	steadyGrid: "One grid factor holds for all years here, so it moves nothing: --electricity national takes each year's own.",
	obstacle: reasons,
	withheld: (firm, why) => `${firm}: ${why.join("; ")}.`,
	cameOut: ({ firms, withheld }) => `${number(firms, "firm")} taken apart${withheld === 0 ? "" : `, ${withheld} not`}.`,
	furtherFirms: (count) => `… and ${number(count, "firm")} more: --top all shows them.`,
};
