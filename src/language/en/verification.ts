/** What `tanlu verify-report` says, in English. */
import type { VerificationTexts } from "../verification-texts.ts";
import { number } from "./pieces.ts";

export const verification: VerificationTexts = {
	columns: {
		whose: "whose",
		year: "year",
		figure: "figure",
		reported: "reported",
		derived: "derived",
		digit: "digit",
		file: "file",
		state: "now",
	},
	states: { same: "the same", changed: "changed", missing: "missing" },
	inputs: ({ same, all }) => `Inputs: ${same} of ${all} are the files that the report names.`,
	changes: {
		version: (reported, now) => `The report is of tanlu ${reported}, this is ${now}.`,
		seeds: (reported, now) => `Factors and targets are others: ${reported}, now ${now}.`,
		rules: (reported, now) => `The rules are others: ${reported}, now ${now}.`,
	},
	figures: ({ compared, equal, different }) =>
		`Figures: ${number(compared, "figure")} derived again, ${equal} equal, ${different} different.`,
	more: (count) => `… and ${count} more: --format json has them all.`,
	outcome: (reproduced) => (reproduced ? "Reproduced." : "Not reproduced."),
};
