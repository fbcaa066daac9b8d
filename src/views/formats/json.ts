/** The report as json: the contract itself, indented, with a newline at its end. */
import type { Report } from "../report.ts";

export function json(report: Report): string {
	return `${JSON.stringify(report, null, 2)}\n`;
}
