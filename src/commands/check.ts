/** Only the findings: every rule is asked, and each answers pass, fail or not checked. */
import type { Check } from "../contract/check.ts";
import { counted, type OpenTally, only } from "../findings/tally.ts";
import { buildCheck } from "../views/build-check.ts";
import { checkFormats } from "../views/formats/check.ts";
import { type Frame, frameOf } from "../views/frame.ts";
import { baselineIn, baselineText, recogniser } from "./baseline.ts";
import { type Command, command } from "./command.ts";
import { firmHelpers } from "./firm-threads.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { readersOf } from "./readers.ts";
import { splitter } from "./split.ts";
import { judgingOptions, prepare, readAndJudge, readingOptions } from "./tables.ts";
import { tellBasis, tellOthers } from "./tell.ts";
import { checkFirms } from "./tell-run.ts";

export const check: Command = command({
	name: "check",
	most: Number.POSITIVE_INFINITY,
	options: [
		["firm", "year", "maxWarnings", "baseline", "writeBaseline", "reason", "split", "jobs"],
		readingOptions,
		judgingOptions,
	],
	formats: checkFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async (files, options, asked) => {
		const { host, language, out } = asked;
		const { maxWarnings, writeBaseline, reason = "", split: folder } = options;
		const asOf = options.asOf?.text;
		const { inputs, read, choices } = await prepare(files, options, host);
		const baseline = await baselineIn(options.baseline, host);
		// A baseline may be written anew in its own place; nothing else that is read may.
		keepApart("--out", out, baseline === undefined ? read : [...read, baseline.file], host);
		keepApart("--write-baseline", writeBaseline, out === undefined ? read : [...read, host.named(out)], host);
		if (writeBaseline !== undefined) host.tryOut(writeBaseline);
		const given = { ...(await openInputs(inputs, asked)), readers: readersOf(options.jobs, host) };
		const { isKnown, knownOf, finish, notChecked } = recogniser(baseline, asOf);
		const outputs = [out, writeBaseline].flatMap((path) => (path === undefined ? [] : [host.named(path)]));
		const kept = [...read, ...outputs, ...(baseline === undefined ? [] : [baseline.file])];
		const names = given.sources.map(({ name }) => name);
		const split = folder === undefined ? undefined : splitter(folder, names, kept, host);
		const byRow = options.firm.length === 0;
		const judged = await readAndJudge(given, choices({ isKnown, screen: true }), asked, {
			...{ split, byRow, helpers: firmHelpers(options.jobs, { operands: files, screen: true }, asked) },
		});
		split?.close();
		if (judged.screened === null) throw new Error("a check without rules");
		const frame = frameOf(judged, language, host.version);
		if (!asked.quiet) tellBasis(frame, host);
		finish(frame.tally, true);
		checkFirms(
			options.firm,
			judged.assessment.firms.map(({ firm }) => firm),
		);
		// What is not shown is counted in one line, and decides the exit code as what is.
		const tally = shownFindings(frame.tally, frame, options.year);
		host.tell(tellOthers(frame.tally, tally, language, host.columns("talk"), options.year.length > 0));
		const { screened } = judged;
		const built = (some: OpenTally): Check =>
			buildCheck({ ...frame, tally: some, notChecked: [...frame.notChecked, ...notChecked] }, screened, knownOf);
		const check = built(tally);
		const counts = counted(frame.tally);
		const many = maxWarnings !== undefined && counts.warning > maxWarnings;
		return {
			value: { check, gravityOf: frame.tally.terms.gravityOf },
			code: counts.error > 0 ? exit.errors : many ? exit.condition : exit.done,
			files:
				writeBaseline === undefined
					? []
					: [
							{
								path: writeBaseline,
								content: baselineText((tally === frame.tally ? check : built(frame.tally)).findings.list, reason),
							},
						],
		};
	},
});

/** The findings of the firms and years that are asked for, and those of no firm or no year: they may be anybody's. */
function shownFindings(tally: OpenTally, { showsAll, showsFirm }: Frame, years: readonly number[]): OpenTally {
	if (showsAll && years.length === 0) return tally;
	const ofYear = (period: string): boolean => years.length === 0 || period === "" || years.includes(Number(period.slice(0, 4)));
	return only(tally, ({ firm, period }) => (firm === "" || showsFirm(firm)) && ofYear(period));
}
