/** Tables read by the swift path and by the plain one alone. */
import type { Part } from "../../src/intake/part.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { inPieces, utf8 } from "../records/sources.ts";

/** Texts by the names of their files. */
export type Texts = Readonly<Record<string, string>>;

export async function bothWays(texts: Texts, options: ReportOptions = {}): Promise<readonly [swiftly: Part, plainly: Part]> {
	const choices = understand(valuesOf(options));
	const partOf = (swiftFrom: number): Promise<Part> => {
		const sources = Object.entries(texts).map(([name, text]) => inPieces(utf8(text), 1 << 16, name));
		return read({ ...given(sources), swiftFrom }, choices);
	};
	return [await partOf(0), await partOf(Number.POSITIVE_INFINITY)];
}
