/** The last lines of one firm's page: how it came out, and what to do next. */
import { counted } from "../findings/tally.ts";
import type { NextStep } from "../language/report-texts.ts";
import { reportedFindings } from "./build-report.ts";
import { fixed, perCentPlaces } from "./figures.ts";
import { nameOf, verdictCell } from "./firm-cells.ts";
import type { FirmSheet, YearRow } from "./firm-sheet.ts";
import { firstBaseYear } from "./frame.ts";

/** The last year that carries a verdict: a withheld one too, since its reason is what there is to mend. */
function latest({ rows }: FirmSheet): YearRow | undefined {
	return rows.findLast(({ one }) => one.verdict !== null);
}

/** How the firm came out in its last year. */
export function cameOut(of: FirmSheet): string {
	const { language } = of.frame;
	const row = latest(of) ?? (of.rows.at(-1) as YearRow);
	const { text: verdict } = verdictCell(row.one, language);
	const gap = row.figures.ownPath?.gapPercent;
	return language.report.firmCameOut({
		firm: nameOf(of.firm),
		year: row.one.year,
		verdict: row.one.verdict === null ? null : verdict,
		gapPercent: gap == null ? null : fixed(gap, perCentPlaces),
	});
}

/** What its reader should do next. */
export function nextStep(of: FirmSheet): NextStep {
	const { firm, frame } = of;
	const { error: errors } = counted(reportedFindings(frame));
	if (errors > 0) return { step: "mend-errors", errors };
	const row = latest(of);
	const reason = row?.one.verdict?.reasons[0];
	if (reason !== undefined) return { step: "lift-reason", reason, firm: firm.firm };
	const cut = row?.figures.ownPath?.neededYearlyCutPercent;
	if (row === undefined) return { step: "add-years", baseYear: firstBaseYear(frame.basis) };
	const targetYear = row.one.paths?.own.targetYear ?? row.one.plan.targetYear;
	if (cut == null) return { step: "every-figure" };
	return cut(perCentPlaces) === "0"
		? { step: "end-point-reached", targetYear }
		: { step: "cut-yearly", percent: fixed(cut, perCentPlaces), targetYear };
}
