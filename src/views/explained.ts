/** Explanations as a contract: the shape that `explain --format json` writes. Keys always come in this order. */
import type { Gravity } from "../findings/gravity.ts";

export interface Explained {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: "tanlu"; readonly version: string; readonly seeds: string; readonly rules: string };
	/** One code, or all in the order of the catalogue. */
	readonly codes: readonly ExplainedCode[];
}

export interface ExplainedCode {
	readonly code: string;
	readonly gravity: Gravity;
	/** What is there. */
	readonly means: string;
	/** What follows for the row, the year and the verdict. */
	readonly why: string;
	readonly mend: string;
	readonly example: ExplainedExample;
}

/** A small input that provokes the finding. */
export interface ExplainedExample {
	/** As typed in the folder of the files. */
	readonly command: string;
	readonly files: readonly ExplainedFile[];
	/** Codes of other findings that it cannot do without. */
	readonly also: readonly string[];
	/** What is told of the code, as report tells it on standard error: lines, without a newline at the end. */
	readonly told: string;
}

export interface ExplainedFile {
	readonly name: string;
	readonly text: string;
	/** How many times its last row stands in it: one, but where the finding needs a long file. */
	readonly lastRowTimes: number;
}
