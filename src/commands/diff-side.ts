/** A side of a comparison: the tables of a submission, or a report with its tables where they are as they were. */
import type { Report } from "../contract/report.ts";
import type { Source } from "../records/source.ts";
import { survey } from "../records/survey.ts";
import { type Again, again } from "../run/again.ts";
import type { Choices } from "../run/choices.ts";
import type { Given } from "../run/given.ts";
import { read } from "../run/read.ts";
import { ownRules, type RuleSet, readRules } from "../run/rules-file.ts";
import type { Asked, Taken } from "./command.ts";
import type { Host } from "./host.ts";
import { openInputs } from "./inputs.ts";
import { askedAgain, hasKindsOf, reportIn } from "./reported.ts";
import { type judgingOptions, kindsNamed, prepare, type readingOptions, textOf } from "./tables.ts";

export type DiffOptions = Taken<
	(typeof judgingOptions)[number] | (typeof readingOptions)[number] | "firm" | "inputs" | "noScreen"
>;

export interface OpenSide {
	readonly name: string;
	/** null where the side is tables. */
	readonly filed: Report | null;
	/** The run over its tables; null where a report's are not all there as they were. */
	readonly run: { readonly given: Given; readonly choices: Choices } | null;
	/** Everything that is read, as it can be opened. */
	readonly paths: readonly string[];
}

/** A file that ends in `.json` is a report; everything else is tables, as other commands take them. */
export async function sideOf(operand: string, options: DiffOptions, asked: Asked): Promise<OpenSide> {
	const { host } = asked;
	// All are asked for, whichever side needs them.
	const { inputs: folder, noScreen } = options;
	if (!/\.json$/i.test(operand) || host.isFolder(operand)) return tablesSide(operand, options, noScreen, asked);
	const name = host.named(operand);
	const filed = reportIn(name, await textOf(operand, host));
	const found = await filesOf(filed, operand, folder, host);
	if (found === undefined) return { name, filed, run: null, paths: [operand] };
	const asIs = again(filed.basis, filed.inputs);
	const rules = asIs.rules === null ? ownRules() : await rulesOf(asIs.rules, operand, folder, host);
	const run = rules === undefined ? null : await runOf(filed, asIs, found.sources, rules);
	return { name, filed, run, paths: [operand, ...found.paths] };
}

/** The run as it was; kinds are forced only where the files would be taken for something else. */
async function runOf(
	filed: Report,
	asIs: Again,
	sources: readonly Source[],
	rules: RuleSet,
): Promise<NonNullable<OpenSide["run"]>> {
	const free = askedAgain(filed, asIs, sources, rules, false);
	return hasKindsOf(filed, await read(free.given, free.choices)) ? free : askedAgain(filed, asIs, sources, rules, true);
}

async function tablesSide(operand: string, options: DiffOptions, noScreen: boolean, asked: Asked): Promise<OpenSide> {
	const { host } = asked;
	// A kind may be of a file of the other side.
	const here = await prepare([operand], withKinds(options, []), host);
	const names = new Set(here.inputs.paths.map((path) => host.named(path)));
	const own = options.kind.filter(({ file }) => names.has(host.named(file)));
	const { inputs, read, choices } = await prepare([operand], withKinds(options, kindsNamed(own, host)), host);
	const given = await openInputs(inputs, asked);
	return { name: host.named(operand), filed: null, run: { given, choices: choices({ screen: !noScreen }) }, paths: read };
}

function withKinds(options: DiffOptions, kind: DiffOptions["kind"]): DiffOptions {
	return Object.create(options, { kind: { value: kind } }) as DiffOptions;
}

/** Where a file that a report names may be: in the folder given, where the report says, beside the report. */
function placesOf(file: string, report: string, folder: string | undefined): string[] {
	const beside = report.replace(/[^\\/]*$/, "");
	return [...(folder === undefined ? [] : [`${folder.replace(/[\\/]+$/, "")}/${file}`]), file, `${beside}${file}`];
}

/** All files of a report with the hashes it has, or none: a figure of other files is not the report's. */
async function filesOf(
	{ inputs }: Report,
	report: string,
	folder: string | undefined,
	host: Host,
): Promise<{ readonly sources: readonly Source[]; readonly paths: readonly string[] } | undefined> {
	const sources: Source[] = [];
	const paths: string[] = [];
	for (const { file, sha256 } of new Map(inputs.map((one) => [one.file, one])).values()) {
		let found = false;
		for (const place of placesOf(file, report, folder)) {
			if (!host.exists(place) || host.isFolder(place)) continue;
			const source: Source = { ...(await host.source(place)), name: file };
			if ((await survey(source, undefined)).sha256 !== sha256) continue;
			sources.push(source);
			paths.push(place);
			found = true;
			break;
		}
		if (!found) return undefined;
	}
	return { sources, paths };
}

async function rulesOf(file: string, report: string, folder: string | undefined, host: Host): Promise<RuleSet | undefined> {
	const place = placesOf(file, report, folder).find((one) => host.exists(one));
	return place === undefined ? undefined : readRules(file, await textOf(place, host));
}
