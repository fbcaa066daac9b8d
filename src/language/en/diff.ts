/** What `tanlu diff` says, in English. */
import type { DiffTexts } from "../diff-texts.ts";
import { number } from "./pieces.ts";

export const diff: DiffTexts = {
	columns: {
		what: "what",
		firm: "firm",
		period: "period",
		year: "year",
		row: "row",
		column: "cell",
		old: "old",
		new: "new",
		tonnes: "t CO2",
		intensity: "intensity",
		verdict: "verdict",
		answers: "finding",
		oldTonnes: "old t CO2",
		newTonnes: "new t CO2",
		change: "change",
		explained: "explained",
		options: "options",
		remainder: "remainder",
		filed: "as filed",
		recomputed: "as recomputed today",
		rows: "rows",
	},
	headings: {
		changes: "What changed, and what each change does alone",
		notUnique: "Keys that name several rows: not compared",
		years: "Firm-years",
		filed: "As filed, and as recomputed today",
	},
	old: "Old",
	new: "New",
	side: ({ name, files, what, figures, findings }) =>
		`${name}, ${what === "report" ? `a report of ${number(files, "file")}, ${figures === "as-filed" ? "as filed: its files are not all there as they were" : "its files computed again today"}` : number(files, "file")}${findings === null ? "" : `; ${number(findings.error, "error")}, ${number(findings.warning, "warning")}`}.`,
	causes: {
		nothing: "Nothing changed.",
		data: "The data changed; factors, rules, options and tool are the same.",
		basis: "The data are the same; what they are computed by changed.",
		both: "The data changed, and what they are computed by.",
	},
	kinds: {
		energy: "energy",
		supply: "stocks and supplies",
		output: "output",
		indicator: "water, waste, pollutants",
		total: "a printed total",
		firm: "about the firm",
		"not-counted": "refused or blank",
		figure: "figure of the report",
	},
	changes: { added: "added", removed: "removed", changed: "changed" },
	ways: {
		recomputed: "t CO2, intensity and verdict: the old tables judged again with this change and no other.",
		linear: "* what the row by itself puts out, since the year's emissions are unknown on a side.",
		"as-filed": "t CO2: the difference of the two reports as filed.",
	},
	marks: { recomputed: "", linear: " *", "as-filed": "" },
	output: "output",
	unnamed: "?",
	notUnique: "Which of these rows became which nobody can say: their effect is in the remainder.",
	remainder:
		"explained: what the changes do alone, added up. remainder: changes together do more or less than each alone; rows not compared.",
	more: (count) => `… and ${count} more: --format json has them all.`,
	counts: ({ changes, years, answered }) =>
		`${number(changes, "row")} changed in ${number(years, "firm-year")}; ${answered === 0 ? "none" : answered} of them named by a finding before.`,
};
