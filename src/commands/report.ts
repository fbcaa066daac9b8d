/** Each firm's CO2 intensity, and its gap to what is asked of that year. */
import type { ChalkInstance } from "chalk";
import type { Command } from "commander";
import { type VerdictWord, verdictWords } from "../domain/words.ts";
import { counted } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { en } from "../language/en.ts";
import { languageOf, languages } from "../language/index.ts";
import type { Language } from "../language/language.ts";
import { near } from "../reference/near.ts";
import { reference } from "../reference/reference.ts";
import { identity } from "../reference/spelling.ts";
import { buildReport } from "../views/build-report.ts";
import { csv } from "../views/formats/csv.ts";
import { type Format, formats } from "../views/formats/index.ts";
import { json } from "../views/formats/json.ts";
import { text } from "../views/formats/text.ts";
import { oneOf, planIds, unknownChoice } from "./choices.ts";
import { tellFindings } from "./command.ts";
import { exit, type Host } from "./host.ts";
import type { ReportOptions } from "./options.ts";
import { type RunResult, run, Stopped } from "./run.ts";

/** Options as the argument parser hands them over. */
interface Typed extends Omit<ReportOptions, "factors" | "targets"> {
	readonly format: string;
	readonly out?: string;
	readonly factors?: readonly string[];
	readonly targets?: string;
	readonly deflator?: string;
	readonly failOn?: string;
	readonly maxWarnings?: string;
	readonly digits: string;
	readonly color: boolean;
	readonly quiet?: boolean;
}

/** Adds the command to the program; what it does ends in an exit code. */
export function addReport(program: Command, language: Language, host: Host, ended: (code: number) => void): void {
	const { help } = language;
	const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value];
	program
		.command("report")
		.argument("[file...]", help.files)
		.summary(help.report)
		.description(`${help.report}\n\n${help.reportExample}`)
		.option("--format <format>", `${help.options.format}: ${formats.join(", ")}`, "text")
		.option("--out <file>", help.options.out)
		.option("--year <year>", help.options.year, collect)
		.option("--firm <firm>", help.options.firm, collect)
		.option("--per <output>", help.options.per)
		.option("--boundary <boundary>", help.options.boundary)
		.option("--path <shape>", help.options.path)
		.option("--targets <set|file>", help.options.targets)
		.option("--factors <set|file>", help.options.factors, collect)
		.option("--electricity <mode>", help.options.electricity)
		.option("--market-based", help.options.marketBased)
		.option("--prices <prices>", help.options.prices)
		.option("--deflator <file>", help.options.deflator)
		.option("--map <name=carrier>", help.options.map, collect)
		.option("--absent-is-zero", help.options.absentIsZero)
		.option("--add-repeats", help.options.addRepeats)
		.option("--as-of <date>", help.options.asOf)
		.option("--fail-on <verdicts>", help.options.failOn)
		.option("--max-warnings <number>", help.options.maxWarnings)
		.option("--kind <file=table>", help.options.kind, collect)
		.option("--encoding <encoding>", help.options.encoding)
		.option("--digits <number>", help.options.digits, "4")
		.option("--lang <language>", help.options.lang)
		.option("--no-color", help.options.color)
		.option("--quiet", help.options.quiet)
		.helpOption("-h, --help", help.options.help)
		.addHelpText("after", `\n${help.exitCodes}`)
		.action(async (files: string[], typed: Typed) => {
			ended(await report(files, typed, host));
		});
}

async function report(files: readonly string[], typed: Typed, host: Host): Promise<number> {
	const language = languageOf(typed.lang ?? host.environment("TANLU_LANG") ?? "en") ?? en;
	if (typed.lang !== undefined && language.id !== typed.lang)
		throw unknownChoice(
			"--lang",
			typed.lang,
			languages.map(({ id }) => id),
		);
	const format = oneOf<Format>("--format", typed.format, formats);
	const failOn = verdictsOf(typed.failOn);
	const maxWarnings = wholeNumber("--max-warnings", typed.maxWarnings, 1e9);
	const digits = wholeNumber("--digits", typed.digits, 20) ?? 4;
	const { sets, paths, options } = namedFiles(files, typed, host);
	const out = typed.out === "-" ? undefined : typed.out;
	if (out !== undefined && paths.some((path) => host.named(path) === host.named(out)))
		throw new Trouble("out-is-input", { file: out });
	const sources = await Promise.all([...new Set(paths)].map((path) => host.source(path)));
	let result: RunResult;
	try {
		result = await run(sources, { ...options, ...sets, lang: language.id }, host.version);
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		host.tell(tellFindings(error.tally, language));
		throw error.trouble;
	}
	const { assessment, frame } = result;
	for (const firm of typed.firm ?? []) {
		const known = assessment.firms.map((one) => one.firm);
		if (!known.includes(identity(firm))) throw unknownFirm(firm, known);
	}
	const shownYear =
		format === "text" && typed.year === undefined && typed.firm === undefined ? latestWholeYear(result) : undefined;
	const shown = shownYear === undefined ? frame : { ...frame, showsYear: (year: number) => year === shownYear };
	const paint = await painter(host.colour(typed.color) && out === undefined);
	const written =
		format === "text"
			? text(assessment, shown, { digits, paint })
			: format === "csv"
				? csv(buildReport(assessment, frame))
				: json(buildReport(assessment, frame));
	await host.print(written, out);
	const counts = counted(frame.tally);
	if (typed.quiet) {
		if (counts.error + counts.warning > 0) host.tell(`${language.report.findings(counts)}\n`);
	} else {
		host.tell(tellFindings(frame.tally, language));
		if (frame.notChecked.length > 0) host.tell(`${language.report.notChecked(frame.notChecked)}\n`);
	}
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
function namedFiles(
	files: readonly string[],
	typed: Typed,
	host: Host,
): { readonly sets: ReportOptions; readonly paths: string[]; readonly options: ReportOptions } {
	const book = reference();
	const setIds = book.seeds.fuelSets.map(({ id }) => id);
	const paths = [...files];
	const kinds: string[] = [];
	const sets: { factors?: string; targets?: string } = {};
	const asFile = (option: string, value: string, kind: string, known: readonly string[]): void => {
		if (!host.exists(value) && !/[./\\]/.test(value) && known.length > 0) throw unknownChoice(option, value, known);
		paths.push(value);
		kinds.push(`${host.named(value)}=${kind}`);
	};
	for (const value of typed.factors ?? []) {
		if (!setIds.includes(value)) asFile("--factors", value, "factors", setIds);
		else if (sets.factors !== undefined && sets.factors !== value)
			throw new Trouble("bad-option", { option: "--factors", value, wanted: "one published set; sets are never mixed" });
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
		paths,
		options: {
			...rest,
			kind: [...(typed.kind ?? []).map((text) => namedKind(text, host)), ...kinds],
			year: (typed.year ?? []).flatMap((years) => String(years).split(",")),
		},
	};
}

/** The file of `FILE=energy` by the name results give it. */
function namedKind(text: string, host: Host): string {
	const cut = text.lastIndexOf("=");
	return cut < 1 ? text : `${host.named(text.slice(0, cut))}${text.slice(cut)}`;
}

/** Text shows the latest whole year that is judged, else the latest whole one, else the latest there is. */
function latestWholeYear({ assessment }: RunResult): number | undefined {
	const years = assessment.firms.flatMap((firm) => firm.years);
	const whole = years.filter(({ coverage }) => coverage === "whole-year");
	const judged = whole.filter(({ verdict }) => verdict !== null);
	const list = [judged, whole, years].find((some) => some.length > 0) ?? [];
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

function wholeNumber(option: string, text: string | undefined, most: number): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,9}$/.test(text) || Number(text) > most)
		throw new Trouble("bad-option", { option, value: text, wanted: `a whole number from 0 to ${most}` });
	return Number(text);
}
