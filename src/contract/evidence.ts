/**
 * The manifest of a folder of evidence, `manifest.json`: every file of the folder and of the submissions by its hash. It is what is signed;
 * a detached signature of its bytes stands beside it as `manifest.json.sig`, and is no file of the manifest.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const manifestShapes = {
	manifest: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@batchBasis",
		/** In order of name. */
		submissions: "@manifestSubmission[]",
		/** Of the folder, from it, in order of path; neither the manifest nor its signature. */
		files: "@hashedFile[]",
	},
	manifestSubmission: {
		submission: "word",
		state: "of submissionStates",
		/** Where its files are in the folder, from it. */
		folder: "path",
		/** What was submitted, from the folder of submissions, in order of path; read or not. */
		inputs: "@hashedFile[]",
		/** Firm-years whose derivation stands in the folder of the submission. */
		derivations: "@derivationFile[]",
	},
	derivationFile: { firm: "word", year: "year", json: "path", markdown: "path" },
} as const;

/** The manifest, and the signature beside it. */
export const manifestName = "manifest.json";
export const signatureName = "manifest.json.sig";

/** The program in the folder that checks it with Node alone. */
export const verifierName = "verify-evidence.mjs";

type Shapes = typeof shared & typeof manifestShapes;
export type ManifestSentences = Sentences<typeof manifestShapes>;

export type Manifest = Shaped<Shapes, "manifest">;
export type ManifestSubmission = Shaped<Shapes, "manifestSubmission">;
