/** The shelf of formats that sources can be written in. */

import type { Sources } from "../../contract/sources.ts";
import type { SourceSection } from "../../domain/words.ts";
import { sourcesPage } from "../sources-page.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { sourcesCsv } from "./sources-csv.ts";

export interface SourcesView {
	readonly sources: Sources;
	/** The section a page is of; undefined: the whole in short. */
	readonly section: SourceSection | undefined;
}

export const sourcesFormats: Formats<SourcesView> = {
	text: onTerminal(({ sources, section }, { language, naming }) => sourcesPage(sources, section, language, naming)),
	csv: { mark: true, write: ({ sources }) => sourcesCsv(sources) },
	json: { write: ({ sources }) => json(sources) },
};
