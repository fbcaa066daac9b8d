/** What FILE... of a command line comes to: a folder is the tables in it, a pattern the files it matches, each file once. */

import { Trouble } from "../findings/trouble.ts";
import { bytesRead } from "../records/survey.ts";
import type { Given } from "../run/given.ts";
import { rulesFileName } from "../run/rules-file.ts";
import type { Asked } from "./command.ts";
import type { Held, Host, Walked } from "./host.ts";
import { isPattern, readExclusion, readPattern } from "./pattern.ts";
import { short, toldLine } from "./tell.ts";

export interface Inputs {
	/** As they can be opened. */
	readonly paths: readonly string[];
	/** Of them, by the names results give them: those behind options that take one file, and those that were met. */
	readonly byOption: ReadonlySet<string>;
	/** By the same names: those that operands name. */
	readonly operands: ReadonlySet<string>;
	readonly met: ReadonlySet<string>;
	/** Files in folders that are of no kind that is read, and rules files among the inputs, by the names results give them. */
	readonly others: readonly string[];
	readonly rulesFiles: readonly string[];
	/** What was met and is no regular file. */
	readonly specials: readonly string[];
	/** Operands that come to nothing, and folders that cannot be read. */
	readonly troubles: readonly Trouble[];
	/** Links that were met and not followed, by the name results would give them. */
	readonly links: readonly string[];
	/** Patterns of files to be left out that no file matches. */
	readonly unusedExclusions: readonly string[];
}

/** Names that tables have: of texts, workbooks and web pages. */
const table = /\.(csv|tsv|txt|xlsx|xlsm|xltx|xlsb|xls|xlt|et|ods|ots|html?|parquet)(\.gz)?$/i;

export function isTable(path: string): boolean {
	return table.test(path);
}

/** Whether a file is one of rules, by its name. */
export function isRules(path: string): boolean {
	return path.split(/[\\/]/).at(-1) === rulesFileName;
}

/**
 * Finds what operands name. A word that is a file is that file, whatever it looks like; so is each of `named`, which stand
 * behind options that take one file.
 */
export async function findInputs(
	operands: readonly string[],
	named: readonly string[],
	exclude: readonly string[],
	host: Host,
): Promise<Inputs> {
	const exclusions = await Promise.all(exclude.map(readExclusion));
	const used = new Set<number>();
	/** Looked at by its path from the folder that is named, and by the name that results give it. */
	const isLeftOut = ({ at, path }: Held): boolean => {
		const by = exclusions.findIndex((matches) => matches(at) || matches(host.named(path)));
		if (by >= 0) used.add(by);
		return by >= 0;
	};
	const given: string[] = [];
	const found: string[] = [];
	const others = new Set<string>();
	const specials = new Set<string>();
	const troubles: Trouble[] = [];
	const links = new Set<string>();
	for (const operand of operands) {
		const folder = operand !== "-" && host.isFolder(operand);
		if (!folder && (operand === "-" || !isPattern(operand) || host.exists(operand))) {
			given.push(operand);
			continue;
		}
		const { walked: all, matches } = folder ? tablesOf(operand, host) : await matchesOf(operand, host);
		const walked = without(all, isLeftOut);
		const tables = walked.files.filter(({ at }) => matches(at));
		found.push(...tables.map(({ path }) => path));
		troubles.push(...walked.troubles);
		for (const link of walked.links) if (link.folder || matches(link.at)) links.add(host.named(link.path));
		for (const { at, path } of walked.specials) if (folder || matches(at)) specials.add(path);
		if (folder) for (const { at, path } of walked.files) if (!matches(at)) others.add(path);
		if (tables.length === 0 && walked.troubles.length === 0)
			troubles.push(
				folder
					? new Trouble("no-table-in-folder", { folder: host.named(operand) })
					: new Trouble("no-file-matches", { pattern: operand }),
			);
	}
	const once = new Map<string, string>();
	const tables = [...given, ...found].filter((path) => !isRules(path));
	for (const path of [...tables, ...named]) if (!once.has(host.named(path))) once.set(host.named(path), path);
	const names = (paths: Iterable<string>): string[] => [...new Set([...paths].map((path) => host.named(path)))].sort();
	const byOption = new Set(names(named));
	const typed = new Set(names([...given, ...named]));
	return {
		paths: [...once.values()],
		byOption,
		operands: new Set(names([...given, ...found])),
		met: new Set(names(found).filter((name) => !typed.has(name))),
		others: names([...others].filter((path) => !isRules(path))).filter((name) => !typed.has(name)),
		rulesFiles: names([...given, ...found, ...others].filter(isRules)),
		specials: names(specials).filter((name) => !typed.has(name)),
		troubles,
		links: [...links].sort(),
		unusedExclusions: exclude.filter((_, at) => !used.has(at)),
	};
}

function without({ files, links, specials, troubles }: Walked, isLeftOut: (held: Held) => boolean): Walked {
	const kept = <H extends Held>(held: readonly H[]): H[] => held.filter((one) => !isLeftOut(one));
	return { files: kept(files), links: kept(links), specials: kept(specials), folders: [], troubles };
}

interface Looked {
	readonly walked: Walked;
	readonly matches: (at: string) => boolean;
}

function tablesOf(folder: string, host: Host): Looked {
	return { walked: host.walk(folder, Number.POSITIVE_INFINITY), matches: isTable };
}

async function matchesOf(text: string, host: Host): Promise<Looked> {
	const { folder, depth, matches } = await readPattern(host.named(text));
	const nothing = { files: [], links: [], specials: [], folders: [], troubles: [] };
	return { walked: host.isFolder(folder) ? host.walk(folder, depth) : nothing, matches };
}

/** Opens all of them; what cannot be opened is told when the others have been read. */
export async function openInputs(inputs: Inputs, { host, language, quiet }: Asked): Promise<Given> {
	const { paths, links, unusedExclusions } = inputs;
	if (unusedExclusions.length > 0) host.tell(toldLine(language.report.nothingExcluded(short(unusedExclusions))));
	if (links.length > 0) host.tell(toldLine(language.report.linksLeftOut(short(links))));
	if (paths.includes("-") && host.typed()) host.tell(toldLine(language.report.typing));
	const seen = { rows: 0, findings: 0 };
	const watch = (expected: number | null): void => {
		if (!quiet) host.watch({ expected, seen, say: language.report.underWay });
	};
	const given = await opened(inputs, host, (name, folder) => {
		if (!quiet) host.tell(toldLine(language.report.kept(name, folder)));
		watch(null);
	});
	watch(expectedOf(given));
	return { ...given, seen };
}

/** The bytes that will be read; null where a source does not say how many it has. */
function expectedOf({ sources }: Given): number | null {
	return sources.reduce<number | null>((all, { size }) => (all === null || size === undefined ? null : all + bytesRead(size)), 0);
}

/** Opens all of them without a word; `kept` is told what comes once and is long, and the folder where it is kept. */
export async function opened(
	inputs: Inputs,
	host: Pick<Host, "source">,
	kept: (name: string, folder: string) => void = () => undefined,
): Promise<Given> {
	const { paths, byOption, operands, met, others, rulesFiles, specials, troubles } = inputs;
	const tried = await Promise.allSettled(paths.map((path) => host.source(path, kept)));
	const unopened = tried.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
	const fault = unopened.find((error) => !(error instanceof Trouble));
	if (fault !== undefined) throw fault;
	return {
		sources: tried.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
		byOption,
		operands,
		met,
		passed: [
			...others.map((file) => ({ file, what: "other-kind" }) as const),
			...specials.map((file) => ({ file, what: "no-regular-file" }) as const),
			...rulesFiles.map((file) => ({ file, what: "rules" }) as const),
		],
		troubles: [...troubles, ...(unopened as Trouble[])],
	};
}
