/** The shelf of formats that findings can be written in. */
import type { Check } from "../../contract/check.ts";
import type { Code } from "../../findings/finding.ts";
import type { Gravity } from "../../findings/gravity.ts";
import { checkPage } from "../check-page.ts";
import { checkCsv } from "./check-csv.ts";
import { checkJson } from "./check-json.ts";
import { type Formats, onTerminal } from "./format.ts";
import { github } from "./github.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";

export interface CheckView {
	readonly check: Check;
	/** How grave each code is in this run: a rules file may have a say. */
	readonly gravityOf: (code: Code) => Gravity;
}

export const checkFormats: Formats<CheckView> = {
	text: onTerminal(({ check }, { language }) => checkPage(check, language)),
	json: { write: ({ check }) => checkJson(check) },
	csv: { mark: true, write: ({ check }) => checkCsv(check) },
	sarif: { write: ({ check, gravityOf }, { language }) => sarif(check, language, gravityOf) },
	junit: { write: ({ check }, { language }) => junit(check, language) },
	github: { write: ({ check }, { language }) => github(check, language) },
};
