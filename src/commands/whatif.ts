/** What would be if amounts were others, beside what was reported; and how much of each lever would reach the path. */
import { counted } from "../findings/tally.ts";
import { askedWhatif, whatif as changed } from "../run/whatif.ts";
import { whatifFormats } from "../views/formats/whatif.ts";
import { frameOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { judgingOptions, prepare, readAndJudge, readingOptions } from "./tables.ts";
import { checkFirms, tellRun } from "./tell-run.ts";

/** Firms in a table for people, unless asked for more. */
const mostFirms = 40;

export const whatif: Command = command({
	name: "whatif",
	most: Number.POSITIVE_INFINITY,
	options: [["set", "months", "closeGap", "year", "firm", "top", "digits"], judgingOptions, [...readingOptions, "noScreen"]],
	formats: whatifFormats,
	exitCodes: [0, 1, 2, 70],
	run: async (files, options, asked) => {
		const { host, language, out } = asked;
		const { set, months, closeGap, digits, top, noScreen } = options;
		const wanted = askedWhatif(set, closeGap, months, options.year);
		const { inputs, read, choices } = await prepare(files, options, host);
		keepApart("--out", out, read, host);
		const given = await openInputs(inputs, asked);
		const judged = await readAndJudge(given, choices({ screen: !noScreen }), asked);
		const known = judged.assessment.firms.map((one) => one.firm);
		checkFirms(options.firm, known);
		const frame = frameOf(judged, language, host.version);
		tellRun(frame, asked);
		return {
			value: {
				run: changed(judged, wanted, frame.showsFirm),
				frame,
				digits,
				top: top ?? (options.firm.length === 0 ? mostFirms : known.length),
			},
			code: counted(frame.tally).error > 0 ? exit.errors : exit.done,
		};
	},
});
