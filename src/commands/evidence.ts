/**
 * A folder of evidence: of each submission its report, its findings, the derivation of its verdicts and its row; the rows of all; and the
 * manifest. It is put in place whole. Of a run that was interrupted, or of evidence that is there, what is still true is kept: what
 * was submitted and what was made of it are known by their hashes.
 */
import type { Summary } from "../contract/batch.ts";
import { type Manifest, type ManifestSubmission, manifestName, signatureName } from "../contract/evidence.ts";
import type { BatchBasis, HashedFile } from "../contract/shared.ts";
import { byCodeUnit } from "../domain/order.ts";
import { Trouble } from "../findings/trouble.ts";
import { storedText } from "../records/stored.ts";
import { json } from "../views/formats/json.ts";
import type { Host, Where, WorkFolder } from "./host.ts";
import type { Signer } from "./signing.ts";
import type { EvidenceText, Judgement } from "./submission.ts";

/** What of the evidence is made of one submission. */
interface Entry {
	readonly submission: ManifestSubmission;
	readonly files: readonly HashedFile[];
}

export interface Evidence {
	/** There is something to go on with. */
	readonly resumes: boolean;
	/** What is kept of a submission that was handed in so: its summary; undefined where it is to be judged. */
	readonly kept: (submission: string, inputs: readonly HashedFile[]) => Summary | undefined;
	/** Writes what was made of a submission. */
	readonly keep: (submission: string, judgement: Judgement) => void;
	/** Writes what is of all, the manifest, and its signature where there is a key; puts the folder in place. */
	readonly finish: (texts: readonly EvidenceText[], signer: Signer | undefined) => void;
}

/** How far a run has come; it is in no finished folder. */
const journalName = "journal.ndjson";

/**
 * Begins a folder of evidence, or goes on with one.
 *
 * @throws Trouble `would-overwrite`, `evidence-begun` where nobody said to go on; `no-evidence` where there is nothing to go on with
 */
export function openEvidence(path: string, resume: boolean, tool: Manifest["tool"], basis: BatchBasis, host: Host): Evidence {
	const work = host.workFolder(path);
	if (!resume && work.begun()) throw new Trouble("evidence-begun", { folder: work.name });
	if (!resume && work.standing()) throw new Trouble("would-overwrite", { files: [path] });
	const begun = JSON.stringify({ tool, basis });
	const where: Where = work.begun() ? "made" : "standing";
	const before = where === "made" ? journalOf(work, begun) : work.standing() ? standingOf(path, work, begun) : undefined;
	if (where === "made" && before === undefined) work.remove("");
	if (before === undefined || where === "standing") work.write(journalName, `${begun}\n`);
	// A manifest that was edited may name any path.
	const there = new Set(before === undefined ? [] : work.files(where));
	const entries = new Map<string, Entry>();
	const note = (entry: Entry): void => {
		entries.set(entry.submission.submission, entry);
		work.append(journalName, `${JSON.stringify(entry)}\n`);
	};
	return {
		resumes: before !== undefined && before.size > 0,
		kept: (submission, inputs) => {
			const entry = before?.get(submission);
			// Of what has no file nobody can tell whether it is what it was.
			if (entry === undefined || inputs.length === 0 || !isSame(inputs, entry.submission.inputs)) return undefined;
			const texts = entry.files.every((file) => there.has(file.path)) ? textsOf(entry, where, work) : undefined;
			if (texts === undefined) return undefined;
			if (where === "standing") for (const { path: inner, text } of texts) work.write(inner, text);
			if (where === "standing") note(entry);
			else entries.set(submission, entry);
			const summary = texts.find(({ path: inner }) => inner === `${entry.submission.folder}/summary.json`);
			return summary === undefined ? undefined : (JSON.parse(summary.text) as Summary);
		},
		keep: (submission, { summary, inputs, texts, derivations }) => {
			const folder = folderOf(submission);
			work.remove(folder);
			const files = texts.map(({ path: inner, text }) => {
				work.write(`${folder}/${inner}`, text);
				return { path: `${folder}/${inner}`, ...storedText(text) };
			});
			const inFolder = (inner: string): string => `${folder}/${inner}`;
			note({
				submission: {
					submission,
					state: summary.submission.state,
					folder,
					inputs,
					derivations: derivations.map((one) => ({ ...one, json: inFolder(one.json), markdown: inFolder(one.markdown) })),
				},
				files,
			});
		},
		finish: (texts, signer) => {
			const own = texts.map(({ path: inner, text }) => {
				work.write(inner, text);
				return { path: inner, ...storedText(text) };
			});
			const all = [...entries.values()];
			const manifest: Manifest = {
				schemaVersion: 1,
				tool,
				basis,
				submissions: all.map(({ submission }) => submission).sort((a, b) => byCodeUnit(a.submission, b.submission)),
				files: [...own, ...all.flatMap(({ files }) => files)].sort((a, b) => byCodeUnit(a.path, b.path)),
			};
			const text = json(manifest);
			const signature = signer?.(manifestName, [text])[1].content as string | undefined;
			// Nothing changed: what is there stays, and so does its signature, unless another key is to sign it.
			const isSigned = signature === undefined || work.read("standing", signatureName) === signature;
			if (where === "standing" && before !== undefined && isSigned && isWhole(text, manifest, work)) {
				work.remove("");
				return;
			}
			work.write(manifestName, text);
			if (signature !== undefined) work.write(signatureName, signature);
			work.remove(journalName);
			const signed = signature === undefined ? [] : [signatureName];
			const listed = new Set([manifestName, ...signed, ...manifest.files.map(({ path: inner }) => inner)]);
			for (const gone of before?.values() ?? [])
				if (where === "made" && !entries.has(gone.submission.submission)) work.remove(folderOf(gone.submission.submission));
			for (const stray of work.files("made")) if (!listed.has(stray)) work.remove(stray);
			work.put();
		},
	};
}

/** What an interrupted run had come to; undefined where it was asked for otherwise. A last line that was cut off is none. */
function journalOf(work: WorkFolder, begun: string): Map<string, Entry> | undefined {
	const [first, ...lines] = (work.read("made", journalName) ?? "").split("\n");
	if (first !== begun) {
		if (first === "" && work.files("made").length > 0) throw new Trouble("no-evidence", { folder: work.name, files: [] });
		return undefined;
	}
	const entries = new Map<string, Entry>();
	for (const line of lines.slice(0, -1)) {
		const entry = parsed<Entry>(line);
		if (entry !== undefined) entries.set(entry.submission.submission, entry);
	}
	return entries;
}

/** What the evidence has that stands there; nothing where it was asked for otherwise. Throws `no-evidence`. */
function standingOf(path: string, work: WorkFolder, begun: string): Map<string, Entry> {
	const manifest = parsed<Manifest>(work.read("standing", manifestName) ?? "");
	if (manifest?.schemaVersion !== 1 || !Array.isArray(manifest.files) || !Array.isArray(manifest.submissions))
		throw new Trouble("no-evidence", { folder: path, files: [] });
	const listed = new Set([manifestName, signatureName, ...manifest.files.map((file) => file.path)]);
	const foreign = work.files("standing").filter((file) => !listed.has(file));
	if (foreign.length > 0) throw new Trouble("no-evidence", { folder: path, files: foreign });
	const { tool, basis } = manifest;
	if (JSON.stringify({ tool, basis }) !== begun) return new Map();
	return new Map(
		manifest.submissions.map((submission) => [
			submission.submission,
			{ submission, files: manifest.files.filter((file) => file.path.startsWith(`${submission.folder}/`)) },
		]),
	);
}

/** The texts of an entry; undefined where one of them is not what it was. */
function textsOf({ files }: Entry, where: Where, work: WorkFolder): EvidenceText[] | undefined {
	const texts: EvidenceText[] = [];
	for (const { path, sha256 } of files) {
		const text = work.read(where, path);
		if (text === undefined || storedText(text).sha256 !== sha256) return undefined;
		texts.push({ path, text });
	}
	return texts;
}

/** Whether what stands there is byte for byte what this manifest lists. */
function isWhole(text: string, { files }: Manifest, work: WorkFolder): boolean {
	if (work.read("standing", manifestName) !== text) return false;
	return files.every(({ path, sha256 }) => {
		const found = work.read("standing", path);
		return found !== undefined && storedText(found).sha256 === sha256;
	});
}

function isSame(a: readonly HashedFile[], b: readonly HashedFile[]): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

function parsed<V>(text: string): V | undefined {
	try {
		return JSON.parse(text) as V;
	} catch {
		return undefined;
	}
}

/** Where the evidence of a submission stands: a name that every disk takes, and that no other submission has. */
function folderOf(name: string): string {
	const coded = (letter: string): string =>
		Array.from(new TextEncoder().encode(letter), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
	return `submissions/${name.replace(/[\\%:*?"<>|\p{Cc}\p{Cf}]|[. ](?=\/|$)/gu, coded)}`;
}
