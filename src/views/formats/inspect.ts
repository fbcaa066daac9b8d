/** The shelf of formats that an inspection can be written in. */

import type { Inspection } from "../../contract/inspection.ts";
import { inspectionPage } from "../inspect-page.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";

export const inspectFormats: Formats<Inspection> = {
	text: onTerminal((inspection, { language, naming }) => inspectionPage(inspection, language, naming)),
	json: { write: json },
};
