/** Explanations of findings, as `explain --format json` writes them. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const explainShapes = {
	explain: {
		schemaVersion: "=1",
		tool: "@tool",
		/** One code, or all in the order of the catalogue. */
		codes: "@code[+]",
	},
	code: {
		code: "code",
		gravity: "of gravities",
		/** What is there. */
		means: "word",
		/** What follows for the row, the year and the verdict. */
		why: "word",
		mend: "word",
		/** A small input that provokes the finding. */
		example: "@example",
	},
	example: {
		/** As typed in the folder of the files. */
		command: "word",
		files: "@file[+]",
		/** Codes of other findings that it cannot do without. */
		also: "code[]",
		/** What is said of the code, as report says it on standard error: lines, without a newline at the end. */
		told: "word",
	},
	file: {
		name: "word",
		text: "word",
		/** How many times its last row stands in it: one, but where the finding needs a long file. */
		lastRowTimes: "place",
	},
} as const;

type Shapes = typeof shared & typeof explainShapes;
export type ExplainSentences = Sentences<typeof explainShapes>;

export type Explained = Shaped<Shapes, "explain">;
export type ExplainedCode = Shaped<Shapes, "code">;
export type ExplainedFile = Shaped<Shapes, "file">;
