/** Each firm's CO2 intensity, and its gap to what is asked of that year. */
import { counted, openTally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { latestWholeYear } from "../run/shown-year.ts";
import { badOption, unknownChoice } from "../run/values.ts";
import { reportFormats } from "../views/formats/report.ts";
import { frameOf } from "../views/frame.ts";
import { baselineIn, recogniser } from "./baseline.ts";
import { type Asked, type Command, command } from "./command.ts";
import { firmHelpers } from "./firm-threads.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { readersOf } from "./readers.ts";
import { type Signer, signaturePath, signerOf } from "./signing.ts";
import { judgingOptions, prepare, readAndJudge, readingOptions } from "./tables.ts";
import { troubleLine } from "./tell.ts";
import { checkFirms, tellRun } from "./tell-run.ts";

/** Firms in a table for people, worst first, unless asked for more. */
const mostFirms = 40;

export const report: Command = command({
	name: "report",
	most: Number.POSITIVE_INFINITY,
	options: [
		["year", "firm", "top", "digits"],
		judgingOptions,
		[...readingOptions, "noScreen", "screen", "materiality", "failOn", "maxWarnings", "baseline", "sign", "jobs"],
	],
	formats: reportFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async (files, options, asked) => {
		const { host, language, page, out } = asked;
		const { digits, top, failOn, maxWarnings, noScreen, sign } = options;
		// What it asks for is what happens anyway; scripts of before say it.
		void options.screen;
		const { inputs, read, choices } = await prepare(files, options, host);
		const baseline = await baselineIn(options.baseline, host);
		const kept = baseline === undefined ? read : [...read, baseline.file];
		keepApart("--out", out, [...kept, ...(sign === undefined ? [] : [sign])], host);
		const seal = await sealOf(sign, asked, kept);
		const given = { ...(await openInputs(inputs, asked)), readers: readersOf(options.jobs, host) };
		// Whoever asks for all rows and nothing else is given them without an assessment of each firm in memory.
		const byRow = ["csv", "json"].includes(asked.format) && options.firm.length + options.year.length + failOn.length === 0;
		const helpers = firmHelpers(options.jobs, { operands: files, screen: !noScreen }, asked);
		const { isKnown, knownOf, finish, notChecked } = recogniser(baseline, options.asOf?.text);
		const judged = await readAndJudge(given, choices({ isKnown, weighsKnown: true, screen: !noScreen }), asked, {
			...{ byRow, helpers },
		});
		const { assessment, together } = judged;
		const plain = frameOf(judged, language, host.version);
		const frame = baseline === undefined ? plain : { ...plain, knownOf };
		// What is to be said of the baseline itself is told, and stands in no report.
		const told = { ...frame, tally: openTally(frame.tally.terms, frame.tally), notChecked: [...frame.notChecked, ...notChecked] };
		finish(told.tally, !noScreen);
		const known = assessment.firms.map((one) => one.firm);
		checkFirms(options.firm, known);
		const shownFirms = assessment.firms.filter(({ firm }) => frame.showsFirm(firm));
		const years = [...new Set(shownFirms.flatMap((firm) => firm.years.map(({ year }) => year)))].sort();
		for (const year of options.year) if (!years.includes(year)) throw unknownChoice("--year", String(year), years.map(String));

		const oneFirm = known.filter(frame.showsFirm).length === 1;
		// Text shows one year unless asked for more.
		const shownYear = page && options.year.length === 0 && !oneFirm ? latestWholeYear(judged) : undefined;
		const shown = shownYear === undefined ? frame : { ...frame, showsYear: (year: number) => year === shownYear };
		tellRun(told, asked);
		const counts = counted(told.tally);
		const verdicts = shownFirms.flatMap(({ years }) =>
			years.flatMap(({ year, verdict }) => (shown.showsYear(year) && verdict !== null ? [verdict.word] : [])),
		);
		// Of nothing nobody can say that it does not fail.
		const unasked = failOn.length > 0 && verdicts.length === 0;
		if (unasked) host.tell(troubleLine(new Trouble("no-verdict-shown", { option: "--fail-on" }), language));
		const failed = verdicts.some((word) => failOn.includes(word));
		const condition = failed || (maxWarnings !== undefined && counts.warning > maxWarnings);
		return {
			value: {
				assessment,
				frame: shown,
				digits,
				top: top ?? (options.firm.length === 0 ? mostFirms : known.length),
				...(together === undefined ? {} : { together }),
			},
			...(seal === undefined ? {} : { seal }),
			code: unasked ? exit.undone : counts.error > 0 ? exit.errors : condition ? exit.condition : exit.done,
		};
	},
});

/** Only a report in JSON that is written to a file is signed. */
async function sealOf(
	key: string | undefined,
	{ format, out, host }: Asked,
	read: readonly string[],
): Promise<Signer | undefined> {
	if (key === undefined) return undefined;
	if (format !== "json") throw badOption("--sign", format, "json-only");
	if (out === undefined) throw new Trouble("option-needs", { option: "--sign", needs: "--out" });
	keepApart("--out", signaturePath(out), [...read, key], host);
	host.tryOut(signaturePath(out));
	return signerOf(key, host);
}
