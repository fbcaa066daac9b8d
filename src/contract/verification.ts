/** A report held against its raw tables, as `verify-report --format json` writes it. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const verificationShapes = {
	verification: {
		schemaVersion: "=1",
		tool: "@tool",
		report: "word",
		/** Every figure was derived again and is the one that the report has; where a key was given, the signature is valid too. */
		reproduced: "flag",
		/** null where no key was given. */
		signature: "@signature?",
		inputs: "@verifiedInput[]",
		/** What made the report and what derived it now, where they differ. */
		changes: "@change[]",
		figures: "@figureCounts",
		/** In the order of the report. */
		differences: "@difference[]",
	},
	signature: {
		file: "word",
		/** The public key it was checked by: sha256 of the key as DER. */
		key: "hash",
		state: "of signatureStates",
	},
	verifiedInput: { file: "word", state: "of inputStates", reported: "word?", found: "word?" },
	change: { what: "of toolParts", reported: "word", now: "word" },
	figureCounts: { compared: "count", equal: "count", different: "count" },
	difference: {
		firm: "word?",
		sector: "word?",
		year: "year?",
		/** The key of the report, such as emissions.total. */
		figure: "word",
		reported: "text?",
		derived: "text?",
		/** Which digit is the first to differ, counted from the left; null where there is nothing to count. */
		digit: "place?",
	},
} as const;

/** One row for each difference. */
export const verificationColumns = {
	firm: "difference.firm",
	sector: "difference.sector",
	year: "difference.year",
	figure: "difference.figure",
	reported: "difference.reported",
	derived: "difference.derived",
	digit: "difference.digit",
} as const;

type Shapes = typeof shared & typeof verificationShapes;
export type VerificationSentences = Sentences<typeof verificationShapes>;

export type Verification = Shaped<Shapes, "verification">;
export type Difference = Shaped<Shapes, "difference">;
