/** What firms claim, beside what their tables come to: equal, within what is tolerated or outside, and what may have made it so. */
import { counted } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { parseFullSeeds } from "../reference/full-seeds.ts";
import { gridCandidates } from "../run/grid-candidates.ts";
import { explainOutside, verifiable, verifyClaims } from "../run/verify.ts";
import { comparisonFormats } from "../views/formats/comparison.ts";
import { frameOf } from "../views/frame.ts";
import { type Command, command } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { judgingOptions, prepare, readAndJudge, readingOptions } from "./tables.ts";
import { troubleLine } from "./tell.ts";
import { checkFirms, tellRun, unscreened } from "./tell-run.ts";

/** Claims in a table for people, those that differ first, unless asked for more. */
const mostClaims = 40;

export const verify: Command = command({
	name: "verify",
	most: Number.POSITIVE_INFINITY,
	options: [["claims", "tolerance", "firm", "year", "top", "digits"], judgingOptions, readingOptions],
	formats: comparisonFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async (files, options, asked) => {
		const { host, language, out } = asked;
		const { claims, tolerance, digits, top } = options;
		if (claims.length === 0) throw new Trouble("options-wanted", { options: ["--claims"] });
		const { inputs, read, choices } = await prepare(files, options, host);
		keepApart("--out", out, read, host);
		const given = await openInputs(inputs, asked);
		const judged = await readAndJudge(given, choices({ screen: false }), asked);
		checkFirms(options.firm, verifiable(judged));
		const frame = frameOf(unscreened(judged), language, host.version);
		const compared = verifyClaims(judged, tolerance, frame);
		const outside = compared.some(({ outcome }) => outcome === "outside");
		// Factors that no mode takes stand in a file that is opened where they may be what a claim was computed by.
		const grid = outside ? gridCandidates(parseFullSeeds(await host.data("seeds"))) : [];
		const verified = outside ? explainOutside(judged, compared, tolerance, grid) : compared;
		tellRun(frame, asked);
		// Of nothing nobody can say that it agrees.
		const nothing = compared.every((one) => one.compared === null);
		if (nothing) host.tell(troubleLine(new Trouble("no-claim-compared", { option: "--claims" }), language));
		return {
			value: {
				...{ verified, frame, digits },
				tolerance: tolerance?.text ?? null,
				top: top ?? (options.firm.length === 0 ? mostClaims : compared.length),
			},
			code: nothing ? exit.undone : counted(frame.tally).error > 0 ? exit.errors : outside ? exit.condition : exit.done,
		};
	},
});
