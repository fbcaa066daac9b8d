/** The shelf of formats that what would be can be written in. */
import type { Whatif } from "../../run/whatif.ts";
import { buildWhatif } from "../build-whatif.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { whatifPage } from "../whatif-page.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { whatifCsv } from "./whatif-csv.ts";

export interface WhatifView {
	readonly run: Whatif;
	readonly frame: Frame;
	/** Decimal places of intensities on a page; firms in its tables. */
	readonly digits: number;
	readonly top: number;
}

const page = ({ run, frame, digits, top }: WhatifView): Page => whatifPage(run, frame, { digits, top });

export const whatifFormats: Formats<WhatifView> = {
	text: onTerminal(page),
	csv: { mark: true, write: ({ run, frame }) => whatifCsv(buildWhatif(run, frame)) },
	json: { write: ({ run, frame }) => json(buildWhatif(run, frame)) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
};
