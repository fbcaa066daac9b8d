/** The monthly view: each firm's year up to a month, beside the years before and its path, and what is left of the year. */

import { fromExact } from "../exact/ratio.ts";
import { counted, only } from "../findings/tally.ts";
import { follow, followable } from "../run/follow.ts";
import { trackFormats } from "../views/formats/track.ts";
import { frameOf } from "../views/frame.ts";
import { worstFirst } from "../views/track-firms-page.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { judgingOptions, prepare, readAndJudge, readingOptions } from "./tables.ts";
import { checkFirms, tellRun } from "./tell-run.ts";

/** Firms in a table for people, worst first, unless asked for more. */
const mostFirms = 40;

export const track: Command = command({
	name: "track",
	most: Number.POSITIVE_INFINITY,
	options: [
		["month", "firm", "expectOutput", "growth", "top", "digits"],
		judgingOptions,
		[...readingOptions, "noScreen", "failOn"],
	],
	formats: trackFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async (files, options, asked) => {
		const { host, language, out } = asked;
		const { month, expectOutput, digits, top, failOn, noScreen } = options;
		const { inputs, read, choices } = await prepare(files, options, host);
		keepApart("--out", out, read, host);
		const given = await openInputs(inputs, asked);
		const judged = await readAndJudge(given, choices({ screen: !noScreen }), asked);
		const frame = frameOf(judged, language, host.version);
		const known = followable(judged);
		checkFirms(options.firm, known);
		const expected = expectOutput === undefined ? undefined : fromExact(expectOutput);
		const followed = follow(judged, { month, expected }, frame.showsFirm).sort(worstFirst);
		// That the year goes on is what this view is for.
		tellRun({ ...frame, tally: only(frame.tally, ({ code }) => code !== "partial-year") }, asked);
		const words = followed.flatMap(({ tracked }) => (typeof tracked === "string" ? [] : [tracked.toDate.verdict.word]));
		const failed = words.some((word) => failOn.includes(word));
		return {
			value: { followed, frame, digits, top: top ?? (options.firm.length === 0 ? mostFirms : known.length) },
			code: counted(frame.tally).error > 0 ? exit.errors : failed ? exit.condition : exit.done,
		};
	},
});
