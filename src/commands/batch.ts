/** Submissions of a folder, each judged by itself: one row each; what cannot be used is told and passed over. */
import type { Summary } from "../contract/batch.ts";
import type { Submission } from "../contract/shared.ts";
import { Trouble } from "../findings/trouble.ts";
import { poolSubmissions } from "../run/pooled.ts";
import { buildBatch } from "../views/build-batch.ts";
import { batchFormats } from "../views/formats/batch.ts";
import { toolOf } from "../views/frame.ts";
import { basisOf, batchOptions, batchSetting } from "./batch-setting.ts";
import { suppliedFor } from "./batch-supplied.ts";
import { type Asked, type Command, command } from "./command.ts";
import { type ExitCode, exit } from "./host.ts";
import { keepApart } from "./output.ts";
import { judgeSubmission } from "./submission.ts";
import { findSubmissions } from "./submissions.ts";
import { short, toldLine, troubleLine } from "./tell.ts";

export const batch: Command = command({
	name: "batch",
	most: 1,
	options: [["sort", "failOn"], batchOptions],
	formats: batchFormats,
	exitCodes: [0, 1, 2, 3, 70],
	run: async ([folder], options, asked) => {
		if (folder === undefined) throw new Trouble("no-files", {});
		const { host, language, out, texts } = asked;
		const { each, exclude, sort, failOn } = options;
		const { submissions, beside } = await findSubmissions(folder, each, exclude, host);
		const setting = await batchSetting(folder, options, false, language, host);
		keepApart("--out", out, [...setting.references, ...submissions.map(({ path }) => path)], host);
		const summaries: Summary[] = [];
		for (const submitted of submissions) {
			const { summary } = await judgeSubmission(submitted, setting, host);
			summaries.push(summary);
		}
		const rows = summaries.map(({ submission }) => submission);
		tellUnusable(rows, asked);
		const pools = poolSubmissions(
			summaries.map(({ submission, pooled, leftOut }) => ({ submission: submission.submission, pooled, leftOut })),
			setting.choices,
			await suppliedFor(setting, host),
		);
		const value = buildBatch(
			{
				tool: toolOf(host.version, setting.choices.rules.hash),
				basis: await basisOf(setting, texts, host),
				submissions: rows,
				beside,
				pools,
			},
			sort,
		);
		const verdicts = rows.flatMap((one) => one.verdicts.flatMap(({ verdict }) => (verdict === null ? [] : [verdict.word])));
		const unasked = failOn.length > 0 && verdicts.length === 0;
		if (unasked) host.tell(troubleLine(new Trouble("no-verdict-shown", { option: "--fail-on" }), language));
		return {
			value,
			code: codeOf(
				rows,
				unasked,
				verdicts.some((word) => failOn.includes(word)),
			),
		};
	},
});

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
