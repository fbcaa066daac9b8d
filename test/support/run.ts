/** A whole run in one call: read, judged, and framed as views want it. */
import type { Assessment } from "../../src/assessment/assessment.ts";
import type { Tally } from "../../src/findings/tally.ts";
import type { Part } from "../../src/intake/part.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import type { Source } from "../../src/records/source.ts";
import { type RunTerms, understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { judge } from "../../src/run/judge.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import type { Screened } from "../../src/screening/screen.ts";
import { type Frame, frameOf } from "../../src/views/frame.ts";

export interface Ran {
	readonly assessment: Assessment;
	readonly frame: Frame;
	readonly part: Part;
	/** All findings of the run: those of the part, and those of judging it. */
	readonly tally: Tally;
	readonly screened: Screened | null;
}

/** A table, and whether whoever makes the report vouches for it. */
export type RunSource = Source & { readonly reference?: boolean | undefined };

export async function run(sources: readonly RunSource[], options: ReportOptions = {}, terms: RunTerms = {}): Promise<Ran> {
	const choices = understand(valuesOf(options), { screen: false, ...terms });
	const byOption = new Set(sources.filter(({ reference }) => reference === true).map(({ name }) => name));
	const judged = judge(await read({ ...given(sources), byOption }, choices), choices);
	const { assessment, part, screened, tally } = judged;
	return { assessment, part, screened, tally, frame: frameOf(judged, languageOf(options.lang ?? "en") as Language, "0.0.0") };
}
