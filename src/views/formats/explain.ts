/** The shelf of formats that explanations can be written in. */

import type { Explained, ExplainedCode } from "../../contract/explain.ts";
import { codePage, codesPage } from "../explain-page.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";

export interface ExplainView {
	readonly explained: Explained;
	/** The code that was asked for; undefined: the list of all. */
	readonly one: ExplainedCode | undefined;
}

export const explainFormats: Formats<ExplainView> = {
	text: onTerminal(({ explained, one }, { language }) =>
		one === undefined ? codesPage(explained.codes, language) : codePage(one, language),
	),
	json: { write: ({ explained }) => json(explained) },
};
