/** The shelf of formats that explanations can be written in: of findings, and of the figures of a firm-year. */

import type { Derivation } from "../../contract/derivation.ts";
import type { Explained, ExplainedCode } from "../../contract/explain.ts";
import { derivationPage } from "../derivation-page.ts";
import { codePage, codesPage } from "../explain-page.ts";
import type { Page } from "../page.ts";
import { type Formats, onTerminal, type Writing } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export type ExplainView =
	| {
			readonly explained: Explained;
			/** The code that was asked for; undefined: the list of all. */
			readonly one: ExplainedCode | undefined;
	  }
	| {
			readonly derivation: Derivation;
			/** The figure that was asked for; undefined: all. */
			readonly figure: string | undefined;
	  };

function page(view: ExplainView, { language, naming }: Pick<Writing, "language" | "naming">): Page {
	if ("derivation" in view) return derivationPage(view.derivation, view.figure, language, naming);
	return view.one === undefined ? codesPage(view.explained.codes, language) : codePage(view.one, language);
}

export const explainFormats: Formats<ExplainView> = {
	text: onTerminal(page),
	json: { write: (view) => json("derivation" in view ? view.derivation : view.explained) },
	markdown: { page: true, write: (view, writing) => markdown(page(view, writing)) },
};

/** A derivation for people, wherever it is kept. */
export function derivationMarkdown(derivation: Derivation, { language, naming }: Pick<Writing, "language" | "naming">): string {
	return markdown(page({ derivation, figure: undefined }, { language, naming }));
}
