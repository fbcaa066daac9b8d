/** Tables read by the swift path and by the plain one alone. */
import type { Part } from "../../src/intake/part.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { judge, Stopped } from "../../src/run/judge.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { frameOf } from "../../src/views/frame.ts";
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

/** The report of a part with all its findings, or why there is none. */
export function reportText(part: Part, options: ReportOptions = {}): string {
	try {
		const judged = judge(part, understand(valuesOf(options), { screen: true }));
		return JSON.stringify(buildReport(judged.assessment, frameOf(judged, languageOf("en") as Language, "0.0.0")));
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		return error.troubles[0].code;
	}
}
