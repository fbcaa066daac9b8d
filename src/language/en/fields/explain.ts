/** In English: what explain gives. */
import type { Fields } from "../../fields.ts";

export const explain: Fields["explain"] = {
	explain: {
		schemaVersion: "Version of this contract.",
		tool: "What wrote this.",
		codes: "The findings that were asked for: one, or all in the order of the catalogue.",
	},
	code: {
		code: "The finding's code.",
		gravity: "error: the data are wrong. warning: usable, or a basis is missing. note: a choice was made.",
		means: "What is there.",
		why: "What follows for the row, the year and the verdict.",
		mend: "What to do in the table, and the option where there is one.",
		example: "A small input that provokes it.",
	},
	example: {
		command: "The command line, as typed in the folder of the files.",
		files: "The files that stand there.",
		also: "Codes of other findings that the example cannot do without.",
		told: "What is told of this code, as report tells it on standard error; lines parted by newlines.",
	},
	file: {
		name: "Name of the file.",
		text: "What is in it.",
		lastRowTimes: "How many times its last row stands in it: one, but where the finding needs a long file.",
	},
};
