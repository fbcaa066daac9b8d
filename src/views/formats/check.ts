/** The shelf of formats that findings can be written in. */
import type { Language } from "../../language/language.ts";
import type { Check } from "../check.ts";
import { checkPage } from "../check-page.ts";
import { checkCsv } from "./check-csv.ts";
import { checkJson } from "./check-json.ts";
import { github } from "./github.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";
import { text } from "./text.ts";

export const checkFormats = ["text", "json", "csv", "sarif", "junit", "github"] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** Each writes the same findings; `columns` of a line are for people's eyes only. */
const shelf: { readonly [F in CheckFormat]: (check: Check, language: Language, columns: number) => string } = {
	text: (check, language, columns) => text(checkPage(check, language), { columns, paint: (_, words) => words }),
	json: checkJson,
	csv: checkCsv,
	sarif,
	junit,
	github,
};

export function writeCheck(format: CheckFormat, check: Check, language: Language, columns: number): string {
	return shelf[format](check, language, columns);
}
