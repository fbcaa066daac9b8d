/** The shelf of formats that a verification can be written in. */
import type { Verification } from "../../contract/verification.ts";
import { verificationPage } from "../verification-page.ts";
import { csvText } from "./csv-text.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export const verificationFormats: Formats<Verification> = {
	text: onTerminal((value, { language }) => verificationPage(value, language)),
	csv: {
		mark: true,
		write: ({ differences }) =>
			csvText(
				"verification",
				differences.map((difference) => ({ difference })),
			),
	},
	json: { write: json },
	markdown: { page: true, write: (value, { language }) => markdown(verificationPage(value, language)) },
};
