/** In English: what check gives. */
import type { Fields } from "../../fields.ts";

export const check: Fields["check"] = {
	check: {
		schemaVersion: "Version of this contract.",
		tool: "What wrote this.",
		inputs: "The files that were read, in order of name.",
		rules: "Rules that were asked of the firms, and what they answered.",
		findings: "What is to be told about the data.",
	},
	rule: {
		rule: "Id of the rule.",
		code: "Code of the findings it makes.",
		asked: "How often it was asked: once for each firm, or once for all of them.",
		passed: "How often nothing was found.",
		failed: "How often something was found.",
		notChecked: "How often it could not be asked, by reason: asked is passed, failed and these.",
	},
	unanswered: { why: "Why it could not be asked, as a code.", firms: "For how many firms." },
	checkFindings: {
		counts: "How many findings there are of each gravity, whatever is listed; known ones are counted apart.",
		known: "How many findings are known and accepted.",
		byCode: "How many findings there are of each code, known ones too, whatever is listed.",
		notChecked: "Rules that did not run, and why.",
		list: "Findings, the heaviest first: by gravity, then t CO2, then place; at most a thousand of each code.",
	},
	byCode: { code: "Code of the findings.", count: "How many there are." },
	checkFinding: { known: "Why and until when it is accepted; null where it is not among the known findings." },
	known: { reason: "Why it is accepted.", until: "Last day it is accepted, YYYY-MM-DD; null where there is none." },
};
