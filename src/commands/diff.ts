/** Two submissions, or two reports, side by side: what changed, what each change does alone, and what is due to other options. */

import type { Ratio } from "../exact/ratio.ts";
import { Trouble } from "../findings/trouble.ts";
import { diffOf, statesOf, type YearState } from "../run/diff.ts";
import { type Judged, judge, Stopped } from "../run/judge.ts";
import { optionEntries } from "../run/options.ts";
import { read } from "../run/read.ts";
import { basisChanges } from "../views/basis-changes.ts";
import { buildDiff, type DiffView, type SideView } from "../views/build-diff.ts";
import { basisIn, buildReport } from "../views/build-report.ts";
import { diffFormats } from "../views/formats/diff.ts";
import { frameOf, toolOf } from "../views/frame.ts";
import { type Asked, type Command, command } from "./command.ts";
import { type DiffOptions, type OpenSide, sideOf } from "./diff-side.ts";
import { exit } from "./host.ts";
import { keepApart } from "./output.ts";
import { judgingOptions, readAndJudge, readingOptions } from "./tables.ts";
import { checkFirms } from "./tell-run.ts";

export const diff: Command = command({
	name: "diff",
	most: 2,
	options: [["firm", "inputs"], judgingOptions, [...readingOptions, "noScreen"]],
	formats: diffFormats,
	exitCodes: [0, 1, 2, 70],
	run: async ([before, after], options, asked) => {
		if (before === undefined || after === undefined) throw new Trouble("two-sides-wanted", {});
		const { host, out } = asked;
		const opened = [await sideOf(before, options, asked), await sideOf(after, options, asked)] as const;
		checkOptions(opened, options);
		keepApart(
			"--out",
			out,
			opened.flatMap(({ paths }) => paths),
			host,
		);
		const [old, now] = [await judgedSide(opened[0], asked), await judgedSide(opened[1], asked)];
		const bothJudged = old.judged !== null && now.judged !== null;
		const [a, b] = bothJudged ? [old, now] : [asFiled(old, asked), asFiled(now, asked)];
		const view: DiffView = {
			tool: toolOf(host.version, (a.judged ?? b.judged)?.choices.rules.hash),
			old: a,
			new: b,
			diff: a.judged === null || b.judged === null ? null : diffOf(a.judged, b.judged),
			options: a.judged === null || b.judged === null ? null : await underOldOptions(a, b, opened),
			intensityUnit: unitOf(a) ?? unitOf(b) ?? "",
			showsFirm: (firm) => options.firm.length === 0 || options.firm.includes(firm),
		};
		checkFirms(options.firm, firmsOf(a, b));
		const value = buildDiff(view);
		return { value, code: value.notUnique.length > 0 ? exit.errors : exit.done };
	},
});

/** Two reports have their options: one of the line would be of neither. */
function checkOptions(sides: readonly OpenSide[], options: DiffOptions): void {
	const given = [...judgingOptions, ...readingOptions, "noScreen" as const].filter((name) => {
		const usual = optionEntries[name].read([]);
		return JSON.stringify(options[name]) !== JSON.stringify(usual);
	});
	const [first] = given;
	if (first !== undefined && sides.every(({ filed }) => filed !== null))
		throw new Trouble("options-of-report", { option: optionEntries[first].flag });
}

/** The side with its tables judged, where they are there. */
async function judgedSide({ name, filed, run }: OpenSide, asked: Asked): Promise<SideView> {
	const what = filed === null ? ("tables" as const) : ("report" as const);
	const judged = run === null ? null : await readAndJudge(run.given, run.choices, asked);
	if (judged === null && filed !== null) return { name, what, filed, judged, told: filed };
	const { tool, basis, inputs } = frameOf(judged as Judged, asked.language, asked.host.version);
	// A report says what it was computed by: that is what is held against the other side.
	return { name, what, filed, judged, told: filed ?? { tool, basis: basisIn(basis), inputs } };
}

/** The side as its report has it, or as its tables would be reported, where the other side has no tables. */
function asFiled(side: SideView, { language, host }: Asked): SideView {
	if (side.judged === null) return side;
	const { filed, judged } = side;
	const made = filed ?? buildReport(judged.assessment, frameOf(judged, language, host.version));
	return { ...side, filed: made, judged: null };
}

/** The new tables under the options of the old side, firm-year by firm-year; null where both have the same. */
async function underOldOptions(
	a: SideView,
	b: SideView,
	[old, now]: readonly [OpenSide, OpenSide],
): Promise<ReadonlyMap<string, Ratio | null> | null> {
	if (old.run === null || now.run === null || (a.what === "tables" && b.what === "tables")) return null;
	const options = basisChanges({ ...a.told, tool: b.told.tool }, b.told);
	if (options.length === 0 || now.run.given.sources.some(({ name }) => name === "-")) return null;
	const own = now.run.given.sources.filter(({ name }) => !now.run?.given.byOption.has(name));
	const others = old.run.given.sources.filter(({ name }) => old.run?.given.byOption.has(name));
	const given = { ...now.run.given, sources: [...own, ...others], byOption: old.run.given.byOption };
	const choices = { ...old.run.choices, kinds: new Map([...old.run.choices.kinds, ...now.run.choices.kinds]) };
	const known = new Set(given.sources.map(({ name }) => name));
	const kinds = new Map([...choices.kinds].filter(([file]) => known.has(file)));
	try {
		const judged = judge(await read(given, { ...choices, kinds }), { ...choices, kinds });
		return tonnesOf(judged);
	} catch (error) {
		// What the new tables come to under those options cannot be known.
		if (error instanceof Stopped || error instanceof Trouble) return new Map();
		throw error;
	}
}

function tonnesOf(judged: Judged): Map<string, Ratio | null> {
	const all = new Map<string, Ratio | null>();
	for (const { firm } of judged.assessment.firms)
		for (const [year, state] of statesOf(firm, judged) as Map<number, YearState>) all.set(`${year}|${firm}`, state.tonnes);
	return all;
}

function unitOf({ judged, filed }: SideView): string | undefined {
	return judged === null ? filed?.firms[0]?.years[0]?.intensity.unit : `tCO2/${judged.basis.outputUnit}`;
}

function firmsOf(...sides: readonly SideView[]): string[] {
	const names = sides.flatMap(({ judged, filed }) =>
		judged === null ? (filed?.firms.map(({ firm }) => firm) ?? []) : [...judged.part.ledger.firms.keys()],
	);
	return [...new Set(names)];
}
