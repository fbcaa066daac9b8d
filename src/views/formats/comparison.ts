/** The shelf of formats that compared claims can be written in. */
import type { VerifiedClaim } from "../../run/verify.ts";
import { buildComparison } from "../build-comparison.ts";
import { comparisonPage } from "../comparison-page.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { csvText } from "./csv-text.ts";
import { type Formats, onTerminal } from "./format.ts";
import { jsonPieces } from "./json-pieces.ts";
import { markdown } from "./markdown.ts";
import { ndjson } from "./ndjson.ts";

export interface ComparisonView {
	readonly verified: readonly VerifiedClaim[];
	readonly tolerance: string | null;
	readonly frame: Frame;
	/** Decimal places of intensities on a page; claims in its table, those that differ first. */
	readonly digits: number;
	readonly top: number;
}

const page = ({ verified, frame, ...choices }: ComparisonView): Page => comparisonPage(verified, frame, choices);

export const comparisonFormats: Formats<ComparisonView> = {
	text: onTerminal(page),
	csv: {
		mark: true,
		write: ({ verified, tolerance, frame }) =>
			csvText(
				"comparison",
				buildComparison(verified, tolerance, frame).claims.map((claim) => ({ claim, likelyCause: claim.causes[0] ?? null })),
			),
	},
	json: { write: ({ verified, tolerance, frame }) => ({ pieces: jsonPieces(buildComparison(verified, tolerance, frame)) }) },
	ndjson: { write: ({ verified, tolerance, frame }) => ndjson(buildComparison(verified, tolerance, frame).claims) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
};
