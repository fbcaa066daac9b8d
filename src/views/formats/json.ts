/** A contract as json: the value itself, indented, with a newline at its end. */
import type { Report } from "../report.ts";
import type { Sources } from "../sources.ts";

export function json(value: Report | Sources): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}
