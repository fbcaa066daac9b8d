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
	signature: {
		valid: (file) => `Signature ${file}: valid.`,
		missing: (file) => `Signature ${file}: there is none.`,
		"other-key": (file) => `Signature ${file}: made with another key than the one given.`,
		edited: (file) => `Signature ${file}: the report was changed since it was signed.`,
		malformed: (file) => `Signature ${file}: this is no signature.`,
		invalid: (file) => `Signature ${file}: not valid.`,
	},
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
