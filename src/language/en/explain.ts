/** What `tanlu explain` says around the explanations, in English. */
import type { ExplainTexts } from "../explain-texts.ts";

export const explain: ExplainTexts = {
	gravities: {
		error: "Error: the data are wrong. The run ends with exit code 1, or 2 where nothing can be computed.",
		warning: "Warning: the data can be used, or a basis is missing. The exit code stays 0, unless --max-warnings makes it 3.",
		note: "Note: a choice was made. The exit code stays 0.",
	},
	lists: {
		error: (count) => `Errors (${count}): the data are wrong`,
		warning: (count) => `Warnings (${count}): usable, or a basis is missing`,
		note: (count) => `Notes (${count}): a choice was made`,
	},
	columns: { code: "code", means: "what it means" },
	why: "Why it matters",
	mend: "How to correct it",
	example: "Example",
	told: "What it says",
	lastRow: (times) => `(the last row stands ${times} times)`,
	also: (codes) => `The example also gives ${codes.join(", ")}.`,
	how: "tanlu explain CODE tells more of one, with an example.",
	firstSentence: (text) => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text,
};
