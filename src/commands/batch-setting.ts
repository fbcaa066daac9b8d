/** With what all submissions of a batch are judged: made once in a thread, and the same in each. */
import type { BatchBasis, HashedFile } from "../contract/shared.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { Language } from "../language/language.ts";
import { stored } from "../records/stored.ts";
import { type Choices, understand } from "../run/choices.ts";
import { type OptionValues, optionEntries, type RunValues } from "../run/options.ts";
import { ownRules, type RuleSet, readRules, rulesFileName } from "../run/rules-file.ts";
import type { Texts } from "./arguments.ts";
import type { Taken } from "./command.ts";
import type { Host } from "./host.ts";
import { seenFrom } from "./submissions.ts";
import { judgingOptions, namedFiles, type TableOptions, textOf } from "./tables.ts";

/** Options that decide figures: all that tables are judged by, but those that name files of one submission or its firm. */
export const batchOptions: readonly BatchOption[] = [
	"each",
	"acceptOwn",
	"year",
	...judgingOptions.filter((name) => name !== "assumeFirm"),
	...(["materiality", "asOf", "rules", "encoding", "exclude"] as const),
];

type BatchOption =
	| Exclude<(typeof judgingOptions)[number], "assumeFirm">
	| ("each" | "acceptOwn" | "year" | "materiality" | "asOf" | "rules" | "encoding" | "exclude");

export type BatchOptions = Taken<BatchOption>;

export interface BatchSetting {
	readonly folder: string;
	readonly language: Language;
	readonly each: OptionValues["each"];
	readonly acceptOwn: boolean;
	readonly exclude: readonly string[];
	/** Years shown in rows; the latest where there are none. */
	readonly years: readonly number[];
	readonly choices: Choices;
	/** Choices under rules of a submission's own. */
	readonly choicesUnder: (rules: RuleSet) => Choices;
	/** An option names rules: no submission has a say. */
	readonly rulesAsked: boolean;
	/** Tables that options name, as they can be opened; and by their names from a submission. */
	readonly named: readonly string[];
	readonly namedNames: ReadonlySet<string>;
	/** Everything that was read for all: those tables and the rules. */
	readonly references: readonly string[];
	/** Firm-years are derived, and all is written out. */
	readonly evidence: boolean;
}

/** Throws Trouble for options that contradict each other, and for rules that cannot be read. */
export async function batchSetting(
	folder: string,
	options: BatchOptions,
	evidence: boolean,
	language: Language,
	host: Host,
): Promise<BatchSetting> {
	const { each, acceptOwn, exclude, year } = options;
	const asked: TableOptions = Object.create(options, {
		kind: { value: [] },
		assumeFirm: { value: undefined },
	}) as TableOptions;
	const from = placeOf(folder, each);
	const seen = seenFrom(host, from, "");
	const { named, values } = namedFiles(asked, seen);
	const file = options.rules ?? (rulesHere(folder, host) ? rulesFileName : undefined);
	const rules = file === undefined ? ownRules() : await readRules(seen.named(file), await textOf(file, seen));
	// Rows show years; reports have all.
	const all: Partial<RunValues> = Object.create(values, {
		year: { value: [] },
		firm: { value: [] },
		noScreen: { value: false },
	}) as Partial<RunValues>;
	return {
		...{ folder, language, each, acceptOwn, exclude, evidence },
		years: [...new Set(year)].sort((a, b) => a - b),
		choices: understand(all, { rules }),
		choicesUnder: (own) => understand(all, { rules: own }),
		rulesAsked: file !== undefined,
		named,
		namedNames: new Set(named.map((path) => seen.named(path))),
		references: [...named, ...(file === undefined ? [] : [file])],
	};
}

/** A place from which files have the names that they have from every submission. */
export function placeOf(folder: string, each: OptionValues["each"]): string {
	return each === "folder" ? `${folder}/submission` : folder;
}

/** The rules file of the working folder, unless that is in a submission. */
function rulesHere(folder: string, host: Host): boolean {
	const here = host.namedFrom(".", folder);
	return host.exists(rulesFileName) && (here === "." || here === ".." || here.startsWith("../"));
}

/** What was asked, for whoever wants to do it again: options as they were typed, files by their names from a submission. */
export async function basisOf(
	{ folder, each, acceptOwn, references, language }: BatchSetting,
	texts: Texts,
	host: Host,
): Promise<BatchBasis> {
	const seen = seenFrom(host, placeOf(folder, each), "");
	const files = new Set(references);
	const own = ["each", "acceptOwn"];
	const options = [...texts].flatMap(([name, values]) =>
		own.includes(name) || !batchOptions.some((one) => one === name)
			? []
			: [
					{
						option: optionEntries[name].flag,
						values: values.map((value) => (files.has(value) ? seen.named(value) : value)),
					},
				],
	);
	const hashed: HashedFile[] = [];
	for (const path of files) hashed.push({ path: seen.named(path), ...(await stored(await seen.source(path))) });
	return {
		each,
		acceptOwn,
		language: language.id,
		options: options.sort((a, b) => byCodeUnit(a.option, b.option)),
		references: hashed.sort((a, b) => byCodeUnit(a.path, b.path)),
	};
}
