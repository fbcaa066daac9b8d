/** What commands that judge tables share: the files, the choices, the rules of the run. */
import type { Source } from "../csv/source.ts";
import { Trouble } from "../findings/trouble.ts";
import { reference } from "../reference/reference.ts";
import { namingOf } from "../views/naming.ts";
import type { Asked, OptionCard } from "./command.ts";
import type { Host } from "./host.ts";
import type { ReportOptions } from "./options.ts";
import { ownRules, type RuleBook, readRules, rulesFileName } from "./rules-file.ts";
import { type RunResult, type RunTerms, run, Stopped } from "./run.ts";
import { tellFindings } from "./tell.ts";

/** How the tables are read and what they are judged by. */
export const judgingOptions: readonly OptionCard[] = [
	{ name: "per", flags: "--per <output>" },
	{ name: "boundary", flags: "--boundary <boundary>" },
	{ name: "path", flags: "--path <shape>" },
	{ name: "targets", flags: "--targets <set|file>" },
	{ name: "factors", flags: "--factors <set|file>", many: true },
	{ name: "electricity", flags: "--electricity <mode>" },
	{ name: "marketBased", flags: "--market-based" },
	{ name: "prices", flags: "--prices <prices>" },
	{ name: "deflator", flags: "--deflator <file>" },
	{ name: "map", flags: "--map <name=carrier>", many: true },
	{ name: "absentIsZero", flags: "--absent-is-zero" },
	{ name: "addRepeats", flags: "--add-repeats" },
	{ name: "fillDown", flags: "--fill-down" },
];

export const readingOptions: readonly OptionCard[] = [
	{ name: "asOf", flags: "--as-of <date>" },
	{ name: "rules", flags: "--rules <file>" },
	{ name: "kind", flags: "--kind <file=table>", many: true },
	{ name: "encoding", flags: "--encoding <encoding>" },
];

/** The rules of the run: those of the file named, else of the one beside the inputs, else the tool's own. */
export async function rulesOf(
	named: string | undefined,
	paths: readonly string[],
	host: Host,
): Promise<{ readonly ruleBook: RuleBook; readonly rulesFile: string | null }> {
	const book = reference();
	const file = named ?? besideInputs(paths, host);
	if (file === undefined) return { ruleBook: ownRules(book), rulesFile: null };
	return { ruleBook: readRules(host.named(file), await textOf(file, host), book), rulesFile: host.named(file) };
}

function besideInputs(paths: readonly string[], host: Host): string | undefined {
	const folders = new Set(paths.filter((path) => path !== "-").map((path) => /^(.*[\\/])?[^\\/]*$/.exec(path)?.[1] ?? ""));
	// Two ways to write a folder lead to one file.
	const found = new Map(
		[...folders]
			.map((folder) => `${folder}${rulesFileName}`)
			.flatMap((file) => (host.exists(file) ? [[host.named(file), file]] : [])),
	);
	if (found.size > 1) throw new Trouble("two-rules-files", { files: [...found.keys()].sort() });
	return [...found.values()][0];
}

/** A small file as text. Throws `cannot-open`. */
export async function textOf(path: string, host: Host): Promise<string> {
	const source: Source = await host.source(path);
	const decoder = new TextDecoder();
	let text = "";
	for await (const chunk of source.bytes()) text += decoder.decode(chunk, { stream: true });
	return text + decoder.decode();
}

/** A run whose findings are told even where it stops. */
export async function toldRun(
	sources: readonly Source[],
	options: ReportOptions,
	{ host, language }: Asked,
	terms: RunTerms,
): Promise<RunResult> {
	try {
		return await run(sources, { ...options, lang: language.id }, host.version, terms);
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		host.tell(tellFindings(error.tally, language, namingOf(language, reference()), host.columns("talk")));
		throw error.trouble;
	}
}
