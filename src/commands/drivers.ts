/** Why emissions and intensity moved between two years: LMDI-I, by firm, by sector and over all. */
import { counted } from "../findings/tally.ts";
import { askedDrivers, driversOf, planOfLater, unjudged } from "../run/drivers.ts";
import { driversFormats } from "../views/formats/drivers.ts";
import { frameOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { measuringOptions, prepare, readAndJudge, readingOptions, under } from "./tables.ts";
import { checkFirms, tellRun, unscreened } from "./tell-run.ts";

/** Firms in a table for people, the largest rise first, unless asked for more. */
const mostFirms = 40;

export const drivers: Command = command({
	name: "drivers",
	most: Number.POSITIVE_INFINITY,
	options: [["from", "to", "chained", "firm", "top", "digits"], measuringOptions, readingOptions],
	formats: driversFormats,
	exitCodes: [0, 1, 2, 70],
	run: async (files, options, asked) => {
		const { host, language, out } = asked;
		const { from, to, chained, digits, top } = options;
		const compared = askedDrivers(from, to, chained);
		const { inputs, read, choices } = await prepare(files, under(planOfLater(compared), options), host);
		keepApart("--out", out, read, host);
		const given = await openInputs(inputs, asked);
		const judged = unjudged(await readAndJudge(given, choices({ screen: false }), asked), compared);
		const known = judged.assessment.firms.map((one) => one.firm);
		checkFirms(options.firm, known);
		const run = driversOf(judged, compared);
		const frame = frameOf(unscreened(judged), language, host.version);
		tellRun(frame, asked);
		return {
			value: { run, frame, digits, top: top ?? (options.firm.length === 0 ? mostFirms : known.length) },
			code: counted(frame.tally).error > 0 ? exit.errors : exit.done,
		};
	},
});
