/** What commands that judge tables share: the files, the choices, the rules of the run. */
import { longestJson } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Source } from "../records/source.ts";
import { loadReference } from "../reference/reference.ts";
import { type Choices, type RunTerms, understand } from "../run/choices.ts";
import type { FirmHelpers } from "../run/firm-helpers.ts";
import type { Given } from "../run/given.ts";
import { beginJudging, conclude, type Judged, Stopped } from "../run/judge.ts";
import type { RunValues } from "../run/options.ts";
import { targetSets } from "../run/plans.ts";
import { read } from "../run/read.ts";
import { ownRules, type RuleSet, readRules, rulesFileName } from "../run/rules-file.ts";
import { type SelectedTogether, selectedAlone, selectedTogether } from "../run/select.ts";
import { unknownChoice } from "../run/values.ts";
import { namingOf } from "../views/naming.ts";
import type { Asked, Taken } from "./command.ts";
import type { Host } from "./host.ts";
import { findInputs, type Inputs } from "./inputs.ts";
import type { Splitter } from "./split.ts";
import { tellFindings, troubleLine } from "./tell.ts";

/** How tables are measured; by which path they are judged besides; and how they are read. */
export const measuringOptions = [
	"per",
	"boundary",
	"factors",
	"firms",
	"electricity",
	"marketBased",
	"prices",
	"deflator",
	"map",
	"absentIsZero",
	"amounts",
	"addRepeats",
	"fillDown",
	"assumeFirm",
	"hidden",
] as const;
export const judgingOptions: readonly ((typeof measuringOptions)[number] | "path" | "targets")[] = [
	...measuringOptions.slice(0, 2),
	...(["path", "targets"] as const),
	...measuringOptions.slice(2),
];
export const readingOptions = ["asOf", "rules", "kind", "encoding", "exclude"] as const;

export type TableOptions = Taken<(typeof judgingOptions)[number] | (typeof readingOptions)[number]> &
	Partial<Taken<"growth" | "claims">>;

/** The options of a command that judges by no path, with a plan whose prices and grid factor hold. */
export function under(targets: string, options: Omit<TableOptions, "path" | "targets">): TableOptions {
	// Each option is asked of those of the command, which know what was asked of them.
	return Object.create(options, { targets: { value: targets }, path: { value: "equal-rate" } }) as TableOptions;
}

export interface Prepared {
	readonly inputs: Inputs;
	readonly rules: RuleSet;
	/** What is read to judge by, tables and rules, as it can be opened. */
	readonly read: readonly string[];
	/** The choices of the run, once its terms are known. */
	readonly choices: (terms?: RunTerms) => Choices;
}

/** The files that operands and options name, and what is to be done with them; nothing is opened but the rules. */
export async function prepare(operands: readonly string[], options: TableOptions, host: Host): Promise<Prepared> {
	const { named, values } = namedFiles(options, host);
	const inputs = await findInputs(operands, named, options.exclude, host);
	const rules = await rulesOf(options.rules, inputs, host);
	const read = [...inputs.paths, ...(rules.file === null ? [] : [rules.file])];
	return { inputs, rules, read, choices: (terms) => understand(values, { rules, ...terms }) };
}

/** Words that name a published set stay words; others are files, and join the tables. */
export function namedFiles(
	options: TableOptions,
	host: Host,
): { readonly named: readonly string[]; readonly values: Partial<RunValues> } {
	const named: string[] = [];
	const kinds = [...kindsNamed(options.kind, host)];
	const isSet = (option: string, value: string, kind: RunValues["kind"][number]["kind"], known: readonly string[]): boolean => {
		if (known.includes(value)) return true;
		if (!host.exists(value) && !/[./\\]/.test(value) && known.length > 0) throw unknownChoice(option, value, known);
		named.push(value);
		kinds.push({ file: host.named(value), kind });
		return false;
	};
	const sets = loadReference().seeds.fuelSets.map(({ id }) => id);
	const factors = options.factors.filter((value) => isSet("--factors", value, "factors", sets));
	const { targets, deflator, growth = [], claims = [] } = options;
	const own = targets !== undefined && !isSet("--targets", targets, "targets", targetSets());
	for (const file of options.firms) isSet("--firms", file, "firms", []);
	for (const file of growth) isSet("--growth", file, "growth", []);
	for (const file of claims) isSet("--claims", file, "claims", []);
	if (deflator !== undefined) isSet("--deflator", deflator, "deflator", []);
	const instead = { factors, targets: own ? undefined : targets, kind: kinds };
	// All others are asked of the options themselves, which know what was asked of them.
	const values: Partial<RunValues> = Object.create(
		options,
		Object.fromEntries(Object.entries(instead).map(([name, value]) => [name, { value }])),
	);
	return { named, values };
}

/** The file of `FILE=energy` by the name results give it. */
export function kindsNamed(kinds: RunValues["kind"], host: Host): RunValues["kind"] {
	return kinds.map(({ file, kind }) => ({ file: host.named(file), kind }));
}

/** The rules of the run: those of the file named, else of the one in the working folder, else the tool's own. */
async function rulesOf(named: string | undefined, inputs: Inputs, host: Host): Promise<RuleSet> {
	const file = named ?? (speaksHere(inputs, host) ? rulesFileName : undefined);
	return file === undefined ? ownRules() : await readRules(host.named(file), await textOf(file, host));
}

/** Whether the rules file of the working folder is the user's own: where inputs lie beside it, it may have come with them. */
function speaksHere({ paths, byOption, rulesFiles }: Inputs, host: Host): boolean {
	const isHere = (name: string): boolean => name !== "-" && !name.includes("/");
	const names = [...paths.map((path) => host.named(path)).filter((name) => !byOption.has(name)), ...rulesFiles];
	return host.exists(rulesFileName) && !names.some(isHere);
}

/** A small file as text. Throws `cannot-open`, and `beyond-bound` where it is no small one. */
export async function textOf(path: string, host: Host): Promise<string> {
	const source: Source = await host.source(path);
	const decoder = new TextDecoder();
	let text = "";
	let size = 0;
	for await (const chunk of source.bytes()) {
		size += chunk.length;
		if (size > longestJson) throw new Trouble("beyond-bound", { file: source.name, bound: "json", most: longestJson });
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

export interface JudgingTerms {
	readonly split?: Splitter | undefined;
	/** Of simple firms nothing but figures is wanted, row by row. */
	readonly byRow?: boolean;
	/** Who helps with the firms of large tables. */
	readonly helpers?: FirmHelpers;
}

/** A run whose findings are told even where it stops, and every reason why; rows that were taken apart by then are put in place. */
export async function readAndJudge(
	given: Given,
	choices: Choices,
	{ host, language }: Asked,
	{ split, byRow = false, helpers }: JudgingTerms = {},
): Promise<Judged & { readonly together?: SelectedTogether }> {
	try {
		const part = await read(given, choices, split?.take);
		host.readWhole();
		const judging = beginJudging(part, choices, byRow);
		const shared = helpers === undefined ? undefined : await selectedTogether(judging, helpers);
		if (shared === undefined) return conclude(judging, selectedAlone(judging));
		return { ...conclude(judging, shared.selected), together: shared.together };
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		host.tell(tellFindings(error.tally, language, namingOf(language, loadReference()), host.columns("talk")));
		for (const trouble of error.troubles.slice(0, -1)) host.tell(troubleLine(trouble, language));
		const last = error.troubles.at(-1) as Trouble;
		try {
			split?.close();
			await host.commit();
		} catch (unwritten) {
			host.tell(troubleLine(last, language));
			throw unwritten;
		}
		throw last;
	}
}
