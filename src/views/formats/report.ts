/** The shelf of formats a report can be written in. */
import type { Assessment } from "../../assessment/assessment.ts";
import type { SelectedTogether } from "../../run/select.ts";
import { buildReport, firmsIn, openReport } from "../build-report.ts";
import { forSpreadsheets } from "../digits.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { basisSentences, reportPage } from "../report-page.ts";
import { reportRows } from "../simple-rows/report-rows.ts";
import { ownTerms } from "../terms.ts";
import { csvInPieces } from "./csv.ts";
import { type Formats, onTerminal, type Writing } from "./format.ts";
import { jsonPieces } from "./json-pieces.ts";
import { markdown } from "./markdown.ts";

export interface ReportView {
	readonly assessment: Assessment;
	readonly frame: Frame;
	/** Decimal places of intensities on a page; firms in its table, worst first. */
	readonly digits: number;
	readonly top: number;
	/** Who selected simple firms with this thread; not there where nobody did. */
	readonly together?: SelectedTogether;
}

const page = ({ assessment, frame, digits, top }: ReportView): Page => reportPage(assessment, frame, { digits, top });

export const reportFormats: Formats<ReportView> = {
	text: onTerminal(page),
	csv: {
		mark: true,
		write: ({ assessment, frame, together }) => {
			const { simple } = assessment;
			return simple === undefined ? csvInPieces(firmsIn(assessment, frame)) : reportRows(assessment, simple, frame, together);
		},
	},
	json: { write: ({ assessment, frame }) => ({ pieces: jsonPieces(openReport(assessment, frame)) }) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
	xlsx: { bytes: true, write: workbook },
};

/** What writes workbooks is loaded where one is asked for. */
async function workbook({ assessment, frame, digits }: ReportView, { language, naming }: Writing): Promise<Uint8Array> {
	const { reportWorkbook } = await import("../workbook/written.ts");
	const report = buildReport(assessment, frame, forSpreadsheets);
	const ownTermsOf = assessment.firms
		.filter(({ firm }) => frame.showsFirm(firm))
		.flatMap((firm) => ownTerms(firm).map((terms) => ({ firm: firm.firm, terms })));
	return reportWorkbook({ report, told: basisSentences(assessment, frame), ownTerms: ownTermsOf, digits, language, naming });
}
