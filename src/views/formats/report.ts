/** The shelf of formats a report can be written in. */
import type { Assessment } from "../../assessment/assessment.ts";
import { buildReport } from "../build-report.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { reportPage } from "../report-page.ts";
import { csv } from "./csv.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export interface ReportView {
	readonly assessment: Assessment;
	readonly frame: Frame;
	/** Decimal places of intensities on a page; firms in its table, worst first. */
	readonly digits: number;
	readonly top: number;
}

const page = ({ assessment, frame, digits, top }: ReportView): Page => reportPage(assessment, frame, { digits, top });

export const reportFormats: Formats<ReportView> = {
	text: onTerminal(page),
	csv: { mark: true, write: ({ assessment, frame }) => csv(buildReport(assessment, frame)) },
	json: { write: ({ assessment, frame }) => json(buildReport(assessment, frame)) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
};
