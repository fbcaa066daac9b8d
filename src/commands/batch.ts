/** Submissions of a folder, each judged by itself: one row each; what cannot be used is told and passed over. */
import type { Summary } from "../contract/batch.ts";
import { verifierName } from "../contract/evidence.ts";
import type { Submission } from "../contract/shared.ts";
import { Trouble } from "../findings/trouble.ts";
import { poolSubmissions } from "../run/pooled.ts";
import { buildBatch } from "../views/build-batch.ts";
import { batchCsv, batchFormats } from "../views/formats/batch.ts";
import { json } from "../views/formats/json.ts";
import { toolOf } from "../views/frame.ts";
import { type BatchSetting, basisOf, batchOptions, batchSetting } from "./batch-setting.ts";
import { suppliedFor } from "./batch-supplied.ts";
import { judgeAll } from "./batch-worker.ts";
import { type Asked, type Command, command } from "./command.ts";
import { type Evidence, openEvidence } from "./evidence.ts";
import { type ExitCode, exit, type Host } from "./host.ts";
import { keepApart } from "./output.ts";
import { signerOf } from "./signing.ts";
import { plainFiles } from "./submission.ts";
import { findSubmissions, type Submitted } from "./submissions.ts";
import { short, toldLine, troubleLine } from "./tell.ts";

export const batch: Command = command({
	name: "batch",
	most: 1,
	options: [["sort", "evidence", "sign", "resume", "jobs", "failOn"], batchOptions],
	formats: batchFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async ([folder], options, asked) => {
		if (folder === undefined) throw new Trouble("no-files", {});
		const { host, language, out, texts } = asked;
		const { each, exclude, sort, failOn, evidence: place, sign, resume, jobs = 1 } = options;
		if (sign !== undefined && place === undefined) throw new Trouble("option-needs", { option: "--sign", needs: "--evidence" });
		const signer = sign === undefined ? undefined : await signerOf(sign, host);
		const { submissions, beside } = await findSubmissions(folder, each, exclude, host);
		const setting = await batchSetting(folder, options, place !== undefined, language, host);
		keepApart("--out", out, [...setting.references, ...submissions.map(({ path }) => path)], host);
		if (place !== undefined) keepOutside(place, folder, host);
		const tool = toolOf(host.version, setting.choices.rules.hash);
		const basis = await basisOf(setting, texts, host);
		const evidence = place === undefined ? undefined : openEvidence(place, resume, tool, basis, host);
		const { summaries, kept } = await summariesOf(submissions, jobs, setting, evidence, asked);
		const rows = summaries.map(({ submission }) => submission);
		tellUnusable(rows, asked);
		const pools = poolSubmissions(
			summaries.map(({ submission, pooled, leftOut }) => ({ submission: submission.submission, pooled, leftOut })),
			setting.choices,
			await suppliedFor(setting, host),
		);
		const parts = { tool, basis, submissions: rows, beside, pools };
		const value = buildBatch(parts, sort);
		if (evidence !== undefined && place !== undefined) {
			// In order of name, whatever order is shown.
			const all = buildBatch(parts, "name");
			const texts = [
				{ path: "batch.json", text: json(all) },
				{ path: "batch.csv", text: batchCsv(all) },
				{ path: verifierName, text: JSON.parse(await host.data("verifier")) as string },
			];
			evidence.finish(texts, signer);
			const told = { folder: short(place), made: rows.length - kept, kept };
			if (!asked.quiet) host.tell(toldLine(language.batch.evidence(told)));
		}
		const verdicts = rows.flatMap((one) => one.verdicts.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.word])));
		const unasked = failOn.length > 0 && verdicts.length === 0;
		if (unasked) host.tell(troubleLine(new Trouble("no-verdict-shown", { option: "--fail-on" }), language));
		const failed = verdicts.some((word) => failOn.includes(word));
		return { value, code: codeOf(rows, unasked, failed) };
	},
});

/** What is written there would be submitted with the next run. */
function keepOutside(place: string, folder: string, host: Host): void {
	const from = host.namedFrom(place, folder);
	if (from !== ".." && !from.startsWith("../")) throw new Trouble("evidence-inside", { folder: place });
}

/** Of each submission, in order: kept where its evidence still is what it was, else judged. */
async function summariesOf(
	submissions: readonly Submitted[],
	jobs: number,
	setting: BatchSetting,
	evidence: Evidence | undefined,
	{ host, texts }: Asked,
): Promise<{ readonly summaries: readonly Summary[]; readonly kept: number }> {
	const summaries: Summary[] = [];
	const wanted: (readonly [number, Submitted])[] = [];
	for (const [index, submitted] of submissions.entries()) {
		const inputs = evidence?.resumes === true ? await plainFiles(submitted, setting, host) : [];
		const summary = evidence?.kept(submitted.name, inputs);
		if (summary === undefined) wanted.push([index, submitted]);
		else summaries[index] = summary;
	}
	await judgeAll(wanted, jobs, setting, texts, host, (index, judgement) => {
		summaries[index] = judgement.summary;
		evidence?.keep((submissions[index] as Submitted).name, judgement);
	});
	return { summaries, kept: submissions.length - wanted.length };
}

/** Nothing could be done where none could be used; one that could not, or one with errors, is an error of the data. */
function codeOf(rows: readonly Submission[], unasked: boolean, failed: boolean): ExitCode {
	if (unasked || rows.every(({ state }) => state === "unusable")) return exit.undone;
	if (rows.some(({ state, findings }) => state === "unusable" || findings.error > 0)) return exit.errors;
	return failed ? exit.condition : exit.done;
}

/** Each that is passed over, with the reason. */
function tellUnusable(rows: readonly Submission[], { host, language, quiet }: Asked): void {
	if (quiet) return;
	for (const { submission, unusable } of rows)
		if (unusable !== null) host.tell(toldLine(language.batch.passedOver(short(submission), short(unusable.message))));
}
