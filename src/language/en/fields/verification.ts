/** In English: a report held against its tables. */
import type { Fields } from "../../fields.ts";

export const verification: Fields["verification"] = {
	verification: {
		schemaVersion: "Version of this contract.",
		tool: "What derived the report again.",
		report: "The report.",
		reproduced: "Whether every figure was derived again and is the one that the report has.",
		signature: "The signature beside the report; null where no key was given.",
		inputs: "The files that the report names, as they are now.",
		changes: "Where the tool, its seeds or the rules are others than those that made the report.",
		figures: "How many figures were compared.",
		differences: "Figures that differ, in the order of the report.",
	},
	signature: {
		file: "The file of the signature.",
		key: "sha256 of the public key as DER.",
		state: "valid, missing, other-key, edited (the report is not the one that was signed), malformed or invalid.",
	},
	verifiedInput: {
		file: "The file, as the report names it.",
		state: "same, changed or missing.",
		reported: "sha256 that the report has.",
		found: "sha256 that the file has now; null where it is missing.",
	},
	change: {
		what: "version, seeds or rules.",
		reported: "What made the report.",
		now: "What derived it again.",
	},
	figureCounts: {
		compared: "Figures compared.",
		equal: "Figures that are the same.",
		different: "Figures that differ, or that one side lacks.",
	},
	difference: {
		firm: "The firm; null where the figure is of none.",
		sector: "The sector; null where the figure is of none.",
		year: "The year.",
		figure: "The key of the report: emissions.total.",
		reported: "What the report has; null where it has none.",
		derived: "What the tables come to.",
		digit: "The first digit that is another, counted from the left.",
	},
};
