/** One submission judged by itself: its row, what it is in pools, and what is kept of it as evidence. All of it is plain data. */
import type { Summary } from "../contract/batch.ts";
import type { ManifestSubmission } from "../contract/evidence.ts";
import type { HashedFile } from "../contract/shared.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { LeftOutReason } from "../domain/words.ts";
import { mostFiles } from "../findings/bounds.ts";
import type { OpenTally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { stored } from "../records/stored.ts";
import { derive } from "../run/derive.ts";
import { type Judged, judge, Stopped } from "../run/judge.ts";
import { changesTerms, ownTables } from "../run/own-tables.ts";
import { pooledFirms } from "../run/pooled.ts";
import { read } from "../run/read.ts";
import { readRules, rulesFileName } from "../run/rules-file.ts";
import { latestJudgedYear } from "../run/shown-year.ts";
import { buildCheck } from "../views/build-check.ts";
import { buildDerivation } from "../views/build-derivation.ts";
import { buildReport } from "../views/build-report.ts";
import { buildSubmission, unusableSubmission } from "../views/build-submission.ts";
import { checkJson } from "../views/formats/check-json.ts";
import { derivationMarkdown } from "../views/formats/explain.ts";
import { json } from "../views/formats/json.ts";
import { type Frame, frameOf, toolOf } from "../views/frame.ts";
import type { BatchSetting } from "./batch-setting.ts";
import type { Host } from "./host.ts";
import { findInputs, type Inputs, opened } from "./inputs.ts";
import { type Submitted, seenFrom } from "./submissions.ts";
import { textOf } from "./tables.ts";

/** A text of the evidence, by its name in the submission's folder of it. */
export interface EvidenceText {
	readonly path: string;
	readonly text: string;
}

export interface Judgement {
	readonly summary: Summary;
	/** What was submitted, by its names from the folder of submissions; none where no evidence is kept. */
	readonly inputs: readonly HashedFile[];
	readonly texts: readonly EvidenceText[];
	readonly derivations: ManifestSubmission["derivations"];
}

/** Judges a submission. What keeps it from being used is in its row; a fault of ours names it. */
export async function judgeSubmission(submitted: Submitted, setting: BatchSetting, host: Host): Promise<Judgement> {
	const { name, path, folder } = submitted;
	const seen = seenFrom(host, folder, name);
	try {
		if (submitted.link) throw new Trouble("link-in-submission", { links: [name] });
		const inputs = await findInputs([path], setting.named, setting.exclude, seen);
		if (inputs.links.length > 0) throw new Trouble("link-in-submission", { links: inputs.links });
		return await judged(submitted, inputs, setting, seen);
	} catch (error) {
		if (error instanceof Stopped) return await unusable(submitted, error.troubles, error.tally, setting, seen);
		if (error instanceof Trouble) return await unusable(submitted, [error], undefined, setting, seen);
		const { stack, message } = error as Error;
		throw new Error(`${name}: ${stack ?? message}`);
	}
}

async function judged(submitted: Submitted, inputs: Inputs, setting: BatchSetting, seen: Host): Promise<Judgement> {
	const { acceptOwn, language, namedNames, rulesAsked } = setting;
	const { name } = submitted;
	const given = await opened(inputs, seen);
	const ownRules =
		acceptOwn && !rulesAsked && inputs.rulesFiles.includes(rulesFileName)
			? await readRules(rulesFileName, await textOf(`${submitted.folder}/${rulesFileName}`, seen))
			: undefined;
	const choices = ownRules === undefined ? setting.choices : setting.choicesUnder(ownRules);
	const own = given.sources.map((source) => source.name);
	const asked = {
		...given,
		byOption: acceptOwn ? new Set([...given.byOption, ...own]) : given.byOption,
		passed: ownRules === undefined ? given.passed : given.passed.filter(({ file }) => file !== rulesFileName),
	};
	const run = judge(await read(asked, choices), choices);
	const frame = frameOf(run, language, seen.version);
	const latest = latestJudgedYear(run);
	const years = setting.years.length > 0 ? setting.years : latest === undefined ? [] : [latest];
	const tables = ownTables(run.part, namedNames, inputs.rulesFiles, ownRules === undefined ? undefined : rulesFileName);
	const leftOut: LeftOutReason | null = run.tally.counts.has("pooled-figures-withheld")
		? "rows-lost"
		: tables.some(changesTerms)
			? "own-tables"
			: null;
	const summary: Summary = {
		schemaVersion: 1,
		tool: frame.tool,
		submission: buildSubmission(run, { submission: name, ownTables: tables, named: namedNames, years }),
		pooled: leftOut === null ? pooledFirms(run, (year) => years.includes(year)) : [],
		leftOut,
	};
	if (!setting.evidence) return { summary, inputs: [], texts: [], derivations: [] };
	const { texts, derivations } = evidenceOf(run, frame, years);
	const files = await submittedFiles(submitted, setting, seen);
	checkUnchanged(run, files, submitted, setting);
	return {
		summary,
		inputs: files,
		texts: [...texts, { path: "summary.json", text: json(summary) }],
		derivations,
	};
}

async function unusable(
	submitted: Submitted,
	troubles: readonly Trouble[],
	tally: OpenTally | undefined,
	setting: BatchSetting,
	seen: Host,
): Promise<Judgement> {
	const [first] = troubles as readonly [Trouble, ...Trouble[]];
	const { explainTrouble } = setting.language;
	const message = troubles.map((one) => explainTrouble(one).replace(/\s+/g, " ")).join(" ");
	const isTooMany = first.code === "beyond-bound" && "bound" in first.with && first.with.bound === "files";
	const files = isTooMany ? [] : filesOf(submitted, setting, seen);
	const summary: Summary = {
		schemaVersion: 1,
		tool: toolOf(seen.version, setting.choices.rules.hash),
		submission: unusableSubmission(
			submitted.name,
			{ code: first.code, message },
			files.map((file) => seen.named(file)),
			tally,
		),
		pooled: [],
		leftOut: "unusable",
	};
	if (!setting.evidence) return { summary, inputs: [], texts: [], derivations: [] };
	return {
		summary,
		inputs: isTooMany ? [] : await submittedFiles(submitted, setting, seen),
		texts: [{ path: "summary.json", text: json(summary) }],
		derivations: [],
	};
}

/** The report, the findings, and how the figures of each firm-year shown were made. */
function evidenceOf(run: Judged, frame: Frame, years: readonly number[]): Pick<Judgement, "texts" | "derivations"> {
	if (run.screened === null) throw new Error("a submission without rules");
	const made = run.assessment.firms.flatMap((firm) =>
		firm.years.flatMap(({ year }) => (years.includes(year) ? (derive(run, firm, year) ?? []) : [])),
	);
	const numbered = made.map((one, index) => ({
		// As `explain` has it of the firm and the year.
		derivation: buildDerivation(one, { ...frame, basis: { ...frame.basis, firms: [one.firm.firm], years: [one.one.year] } }),
		base: `derivation-${String(index + 1).padStart(String(made.length).length, "0")}`,
	}));
	return {
		texts: [
			{ path: "report.json", text: json(buildReport(run.assessment, frame)) },
			{ path: "findings.json", text: checkJson(buildCheck(frame, run.screened, () => null)) },
			...numbered.flatMap(({ derivation, base }) => [
				{ path: `${base}.json`, text: json(derivation) },
				{ path: `${base}.md`, text: derivationMarkdown(derivation, frame) },
			]),
		],
		derivations: numbered.map(({ derivation: { firm, year }, base }) => ({
			...{ firm, year },
			json: `${base}.json`,
			markdown: `${base}.md`,
		})),
	};
}

/** What was read is what is listed by its hash. Throws `cannot-open` for a table that was changed meanwhile. */
function checkUnchanged(
	{ part }: Judged,
	files: readonly HashedFile[],
	{ name }: Submitted,
	{ each, namedNames }: BatchSetting,
): void {
	const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]));
	for (const { file, sha256 } of part.inputs)
		if (!namedNames.has(file) && hashes.get(each === "folder" ? `${name}/${file}` : file) !== sha256)
			throw new Trouble("cannot-open", { file, why: "changed", detail: "" });
}

/** Every file of a submission, as it can be opened. */
function filesOf({ path, link }: Submitted, { each }: BatchSetting, seen: Host): string[] {
	if (link) return [];
	return each === "file" ? [path] : seen.walk(path, Number.POSITIVE_INFINITY).files.map((held) => held.path);
}

/** The same where all of a submission is plain files; none where it holds a link or the like, so that it is looked at again. */
export async function plainFiles(submitted: Submitted, setting: BatchSetting, host: Host): Promise<HashedFile[]> {
	if (submitted.link) return [];
	if (setting.each === "folder") {
		const { files, links, specials, troubles } = host.walk(submitted.path, Number.POSITIVE_INFINITY, mostFiles);
		if (files.length > mostFiles || links.length + specials.length + troubles.length > 0) return [];
	}
	return await submittedFiles(submitted, setting, host);
}

/** What was submitted, whatever became of it; a file that cannot be opened has no hash, and is told where it is wanted. */
async function submittedFiles(submitted: Submitted, setting: BatchSetting, host: Host): Promise<HashedFile[]> {
	const hashed: HashedFile[] = [];
	for (const path of filesOf(submitted, setting, host)) {
		try {
			hashed.push({ path: host.namedFrom(path, setting.folder), ...(await stored(await host.source(path))) });
		} catch (error) {
			if (!(error instanceof Trouble)) throw error;
		}
	}
	return hashed.sort((a, b) => byCodeUnit(a.path, b.path));
}
