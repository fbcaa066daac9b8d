/** The figures of a firm-year, from its rows to its verdict: what `tanlu explain FILE...` shows. */
import { counted, only } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { identity } from "../reference/spelling.ts";
import { derive } from "../run/derive.ts";
import { unknownChoice } from "../run/values.ts";
import { buildDerivation } from "../views/build-derivation.ts";
import { figureNames } from "../views/derivation-page.ts";
import type { ExplainView } from "../views/formats/explain.ts";
import { frameOf } from "../views/frame.ts";
import type { Asked, Outcome, Taken } from "./command.ts";
import { exit } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { keepApart } from "./output.ts";
import { type judgingOptions, prepare, readAndJudge, type readingOptions } from "./tables.ts";
import { checkFirms, tellRun } from "./tell-run.ts";

type Options = Taken<(typeof judgingOptions)[number] | (typeof readingOptions)[number] | "firm" | "year" | "figure" | "noScreen">;

/** Derives one year of one firm: those asked for, else the only firm and its last judged year. */
export async function derivation(files: readonly string[], options: Options, asked: Asked): Promise<Outcome<ExplainView>> {
	const { host, language, out } = asked;
	const { figure, noScreen } = options;
	const [name] = figure?.split(".") ?? [];
	if (name !== undefined && !figureNames.some((one) => one === name)) throw unknownChoice("--figure", figure ?? "", figureNames);
	const { inputs, read, choices } = await prepare(files, options, host);
	keepApart("--out", out, read, host);
	const given = await openInputs(inputs, asked);
	const judged = await readAndJudge(given, choices({ screen: !noScreen }), asked);
	const { firms } = judged.assessment;
	const known = firms.map(({ firm }) => firm);
	checkFirms(options.firm, known);
	const wanted = options.firm.map(identity);
	const [firm, ...others] = firms.filter((one) => wanted.length === 0 || wanted.includes(one.firm));
	if (firm === undefined || others.length > 0) throw new Trouble("one-firm-asked", { firms: known.slice(0, 5) });
	const years = firm.years.map(({ year }) => year);
	const [asking, ...more] = options.year;
	if (more.length > 0) throw new Trouble("one-year-asked", {});
	const last = firm.years.findLast(({ verdict }) => verdict !== null)?.year ?? (years.at(-1) as number);
	const derived = derive(judged, firm, asking ?? last);
	if (derived === undefined) throw unknownChoice("--year", String(asking), years.map(String));
	const frame = frameOf(judged, language, host.version);
	const own = only(frame.tally, (found) => found.firm === "" || found.firm === firm.firm);
	tellRun({ ...frame, tally: own, showsAll: true, notChecked: [] }, asked);
	return {
		value: { derivation: buildDerivation(derived, frame), figure },
		code: counted(frame.tally).error > 0 ? exit.errors : exit.done,
	};
}
