/** Each firm's CO2 intensity, and its gap to what is asked of that year. */
import type { ChalkInstance } from "chalk";
import { boundaries, pathShapes, type VerdictWord, verdictWords } from "../domain/words.ts";
import { counted } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { reference } from "../reference/reference.ts";
import { identity } from "../reference/spelling.ts";
import { buildReport, toldFindings } from "../views/build-report.ts";
import { csv } from "../views/formats/csv.ts";
import { type Format, formats } from "../views/formats/index.ts";
import { json } from "../views/formats/json.ts";
import { markdown } from "../views/formats/markdown.ts";
import { text } from "../views/formats/text.ts";
import type { Page } from "../views/page.ts";
import { reportPage } from "../views/report-page.ts";
import { oneOf, planIds, unknownChoice } from "./choices.ts";
import type { Asked, CommandCard, ExitCode, Typed } from "./command.ts";
import { exit, type Host } from "./host.ts";
import { findInputs, openInputs } from "./inputs.ts";
import type { ReportOptions } from "./options.ts";
import { columnsOf, csvMark, wholeNumber } from "./output.ts";
import type { RunResult } from "./run.ts";
import { judgingOptions, readingOptions, rulesOf, toldRun } from "./tables.ts";
import { broken, tellFindings, tellOthers } from "./tell.ts";

/** Firms in a table for people, worst first, unless asked for more. */
const mostFirms = 40;

/** Options as the argument parser hands them over. */
export interface ReportTyped extends Omit<ReportOptions, "factors" | "targets"> {
	readonly format?: string;
	readonly out?: string;
	readonly bom?: boolean;
	readonly top?: string;
	readonly digits?: string;
	readonly width?: string;
	readonly factors?: readonly string[];
	readonly targets?: string;
	readonly deflator?: string;
	readonly rules?: string;
	readonly screen?: boolean;
	readonly failOn?: string;
	readonly maxWarnings?: string;
	readonly color: boolean;
	readonly quiet?: boolean;
}

export const report: CommandCard = {
	name: "report",
	most: Number.POSITIVE_INFINITY,
	exitCodes: [0, 1, 2, 3, 70],
	options: [
		[
			{ name: "format", flags: "--format <format>", words: formats },
			{ name: "out", flags: "--out <file>" },
			{ name: "bom", flags: "--bom" },
			{ name: "year", flags: "--year <year>", many: true },
			{ name: "firm", flags: "--firm <firm>", many: true },
			{ name: "top", flags: "--top <number>" },
			{ name: "digits", flags: "--digits <number>" },
			{ name: "width", flags: "--width <columns>" },
		],
		judgingOptions,
		[
			...readingOptions,
			{ name: "screen", flags: "--screen" },
			{ name: "failOn", flags: "--fail-on <verdicts>" },
			{ name: "maxWarnings", flags: "--max-warnings <number>" },
		],
	],
	run: (files, typed, asked) => runReport(files, typed as unknown as ReportTyped & Typed, asked),
};

async function runReport(files: readonly string[], typed: ReportTyped, { host, language }: Asked): Promise<ExitCode> {
	const format = oneOf<Format>("--format", typed.format ?? "text", formats);
	const mark = csvMark(typed.bom, format);
	oneOf("--boundary", typed.boundary ?? "all", boundaries);
	oneOf("--path", typed.path ?? "equal-rate", pathShapes);
	const failOn = verdictsOf(typed.failOn);
	const maxWarnings = wholeNumber("--max-warnings", typed.maxWarnings, 0, 1e9);
	const digits = wholeNumber("--digits", typed.digits, 0, 20) ?? 4;
	const columns = columnsOf(typed.width, host);
	const top = topOf(typed.top);
	const { sets, named, options } = namedFiles(typed, host);
	const inputs = await findInputs(files, named, host);
	const out = typed.out === "-" ? undefined : typed.out;
	if (out !== undefined && inputs.paths.some((path) => host.named(path) === host.named(out)))
		throw new Trouble("out-is-input", { option: "--out", file: out });
	const sources = await openInputs(inputs, { host, language });
	const rules = await rulesOf(typed.rules, [...inputs.paths, ...files], host);
	const result = await toldRun(sources, { ...options, ...sets }, { host, language }, { ...rules, screen: typed.screen ?? false });
	const { assessment, frame } = result;
	const known = assessment.firms.map((one) => one.firm);
	for (const firm of typed.firm ?? []) if (!known.includes(identity(firm))) throw unknownFirm(firm, known);

	const page = format === "text" || format === "markdown";
	const oneFirm = known.filter(frame.showsFirm).length === 1;
	const shownYear = page && typed.year === undefined && !oneFirm ? latestWholeYear(result) : undefined;
	const shown = shownYear === undefined ? frame : { ...frame, showsYear: (year: number) => year === shownYear };
	const drawn = (): Page =>
		reportPage(assessment, shown, { digits, top: typed.firm === undefined || typed.top !== undefined ? top : known.length });
	const written =
		format === "csv"
			? mark + csv(buildReport(assessment, frame))
			: format === "json"
				? json(buildReport(assessment, frame))
				: format === "markdown"
					? markdown(drawn())
					: text(drawn(), { columns, paint: await painter(host.colour(typed.color) && out === undefined) });

	// Findings first: on a screen the last line is then the result's, which says what came out and what to do next.
	const counts = counted(frame.tally);
	const told = toldFindings(frame);
	if (typed.quiet) {
		const own = counted(told);
		if (own.error + own.warning > 0) host.tell(`${language.report.findings(own)}\n`);
	} else host.tell(tellFindings(told, language, frame.naming, host.columns("talk")));
	host.tell(tellOthers(frame.tally, told, language, host.columns("talk")));
	if (!typed.quiet) {
		if (frame.notChecked.length > 0)
			host.tell(`${broken(language.report.notChecked(frame.notChecked), host.columns("talk")).join("\n")}\n`);
		if (page && out === undefined) host.tell("\n");
	}
	await host.print(written, out);
	if (counts.error > 0) return exit.errors;
	const failed = assessment.firms.some(
		(firm) =>
			frame.showsFirm(firm.firm) &&
			firm.years.some(({ year, verdict }) => shown.showsYear(year) && verdict !== null && failOn.includes(verdict.word)),
	);
	return failed || (maxWarnings !== undefined && counts.warning > maxWarnings) ? exit.condition : exit.done;
}

/** Chalk decides colour by looking around; here the level is ours to say, and it loads only where there is colour. */
async function painter(coloured: boolean): Promise<(word: VerdictWord, words: string) => string> {
	if (!coloured) return (_, words) => words;
	const { Chalk } = await import("chalk");
	const chalk = new Chalk({ level: 1 });
	return (word, words) => paints[word](chalk)(words);
}

const paints: { readonly [V in VerdictWord]: (chalk: ChalkInstance) => (text: string) => string } = {
	"on-track": (chalk) => chalk.green,
	"on-track-slowing": (chalk) => chalk.yellow,
	behind: (chalk) => chalk.yellow,
	"off-track": (chalk) => chalk.red,
	met: (chalk) => chalk.green,
	missed: (chalk) => chalk.red,
	withheld: (chalk) => chalk.gray,
};

/** Words that name a published set stay words; others are files, and join the tables. */
export function namedFiles(
	typed: ReportTyped,
	host: Host,
): { readonly sets: ReportOptions; readonly named: readonly string[]; readonly options: ReportOptions } {
	const book = reference();
	const setIds = book.seeds.fuelSets.map(({ id }) => id);
	const named: string[] = [];
	const kinds: string[] = [];
	const sets: { factors?: string; targets?: string } = {};
	const asFile = (option: string, value: string, kind: string, known: readonly string[]): void => {
		if (!host.exists(value) && !/[./\\]/.test(value) && known.length > 0) throw unknownChoice(option, value, known);
		named.push(value);
		kinds.push(`${host.named(value)}=${kind}`);
	};
	for (const value of typed.factors ?? []) {
		if (!setIds.includes(value)) asFile("--factors", value, "factors", setIds);
		else if (sets.factors !== undefined && sets.factors !== value)
			throw new Trouble("bad-option", { option: "--factors", value, wanted: "one-set", detail: "" });
		else sets.factors = value;
	}
	if (typed.targets !== undefined) {
		if (planIds.some((id) => id === typed.targets)) sets.targets = typed.targets;
		else asFile("--targets", typed.targets, "targets", planIds);
	}
	if (typed.deflator !== undefined) asFile("--deflator", typed.deflator, "deflator", []);
	const { factors: _, targets: __, ...rest } = typed;
	return {
		sets,
		named,
		options: {
			...rest,
			kind: [...(typed.kind ?? []).map((text) => namedKind(text, host)), ...kinds],
			year: (typed.year ?? []).flatMap((years) => String(years).split(",")),
		},
	};
}

/** The file of `FILE=energy` by the name results give it. */
export function namedKind(text: string, host: Host): string {
	const cut = text.lastIndexOf("=");
	return cut < 1 ? text : `${host.named(text.slice(0, cut))}${text.slice(cut)}`;
}

/** Text shows the latest whole year that is judged, else the latest that is, else the latest whole one, else the latest. */
function latestWholeYear({ assessment }: RunResult): number | undefined {
	const years = assessment.firms.flatMap((firm) => firm.years);
	const whole = years.filter(({ coverage }) => coverage === "whole-year");
	const judged = years.filter(({ verdict }) => verdict !== null);
	// A year that is withheld says more than one that nobody judges.
	const list = [whole.filter(({ verdict }) => verdict !== null), judged, whole, years].find((some) => some.length > 0) ?? [];
	return list.length === 0 ? undefined : list.map(({ year }) => year).reduce((latest, year) => Math.max(latest, year));
}

/** A firm that no table names: told with those that are near, not with all there are. */
function unknownFirm(firm: string, known: readonly string[]): Trouble {
	const close = near(firm, known);
	return new Trouble("unknown-choice", {
		option: "--firm",
		value: firm,
		known: close.length > 0 ? close : known.slice(0, 5),
		near: close,
	});
}

function verdictsOf(text: string | undefined): VerdictWord[] {
	if (text === undefined) return [];
	return text
		.split(",")
		.filter((word) => word.trim() !== "")
		.map((word) => oneOf("--fail-on", word.trim(), verdictWords));
}

function topOf(text: string | undefined): number {
	if (text === "all") return Number.POSITIVE_INFINITY;
	if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text))
		throw new Trouble("bad-option", { option: "--top", value: text, wanted: "number-or-all", detail: "" });
	return text === undefined ? mostFirms : Number(text);
}
