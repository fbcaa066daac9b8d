/** What `tanlu whatif` says around its figures, in English. */
import type { WhatifTexts } from "../whatif-texts.ts";
import { list, number } from "./pieces.ts";

const hindrances: { readonly [R in Parameters<WhatifTexts["hindrance"]>[1]]: string } = {
	"no-carrier": "the firm has none of it",
	"no-output": "the year has no output",
	"no-months": "there is no amount in these months",
	"reaches-beyond": "an amount covers other months too (give it month by month)",
	"no-heat-value": "no heat value is known of it",
	"no-factor": "the fuel in its place has no factor (another --factors set may have one)",
};

export const whatif: WhatifTexts = {
	asked: ({ levers, months, firm, firms }) =>
		`NOT REPORTED DATA. What if, of ${firm ?? number(firms, "firm")}${months === null ? "" : `, in months ${list(months.map(String))}`}: ${levers.length === 0 ? "nothing is changed" : levers.join(", then ")}.`,
	marked: ({ switches }) =>
		`* is not reported data: amounts as changed, all else as in the tables.${switches ? " A fuel that takes another's place gives the same heat (net), at its own factors." : ""}`,
	mark: "*",
	output: "output",
	columns: {
		figure: "figure",
		reported: "reported",
		whatIf: "what if *",
		difference: "difference *",
		lever: "lever",
		needed: "needed *",
		firm: "firm",
		year: "year",
		emissions: "t CO2",
		intensity: "intensity",
		gapPercent: "gap %",
		verdict: "verdict",
	},
	rows: {
		emissions: "t CO2",
		energy: "tce",
		output: (unit) => `output ${unit}`,
		intensity: "intensity",
		required: "required",
		gap: "gap",
		gapPercent: "gap %",
		gapTonnes: "gap, t CO2",
		progress: "progress %",
		verdict: "verdict",
	},
	year: (year) => `${year}: reported, and what if`,
	closing: (year) => `What would reach the path in ${year}, each lever by itself`,
	closings: {
		reaches: "reaches the path",
		"reached-already": "the year is on its path already",
		cannot: "cannot reach the path by itself",
		unknown: "the year is not held against a path",
	},
	needed: (percent) => `${percent}%`,
	alone:
		"A carrier: so much less of it. A fuel in another's place, green power: so large a share. Output: so much more of it at the same emissions. Rounded up.",
	hindrance: (lever, reason) => `${lever}: ${hindrances[reason]}`,
	notTold: (firm, year, why) => `${firm} in ${year}, not told: ${why.join("; ")}.`,
};
