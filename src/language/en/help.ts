/** Help in English. */
import type { Help } from "../help.ts";
import { options } from "./options.ts";

export const help: Help = {
	program: "CO2 intensity of firms and its gap to the Plan's path. Exact, offline.",
	options,
	headings: {
		usage: "Usage",
		example: "Example",
		topics: "Topics",
		commands: "Commands",
		command: "COMMAND",
		options: "Options",
		limits: "Limits",
		exitCodes: "Exit codes",
	},
	exitCodes: {
		0: "done, warnings too",
		1: "errors in the data, others told",
		2: "could not be done",
		3: "a condition of yours failed",
		70: "a fault of ours",
	},
	more: "tanlu help NAME tells more of a command or topic.",
};
