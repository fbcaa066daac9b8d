/** Values as json, one on a line: for programs that read line by line. */
import { escaped } from "./json.ts";

export function ndjson(values: Iterable<object>): string {
	let lines = "";
	for (const value of values) lines += `${escaped(JSON.stringify(value))}\n`;
	return lines;
}
