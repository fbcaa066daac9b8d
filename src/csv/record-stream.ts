/** csv-parse as a stream, for files too large to be held: records are taken as they come, and the reader is waited for. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Options, parse } from "csv-parse";

/** Parses text in chunks; `take` gets every record, `skipped` is called when a quote is never closed. */
export async function readStream(
	text: AsyncIterable<string>,
	rules: Options,
	skipped: () => void,
	take: (cells: string[]) => void,
): Promise<void> {
	const parser = parse(rules);
	parser.on("skip", skipped);
	parser.on("readable", () => {
		for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read() as string[] | null) take(cells);
	});
	const ended = new Promise<void>((resolve, reject) => {
		parser.on("end", resolve);
		parser.on("error", reject);
	});
	await Promise.all([pipeline(Readable.from(text), parser), ended]);
}
