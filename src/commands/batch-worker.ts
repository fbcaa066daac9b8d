/** Submissions one after another or in several threads: each thread makes the setting once, from what was typed. */
import { en } from "../language/en/index.ts";
import { languageOf } from "../language/index.ts";
import type { Texts } from "./arguments.ts";
import { type BatchSetting, batchOptions, batchSetting } from "./batch-setting.ts";
import { valuesIn } from "./command.ts";
import type { Host } from "./host.ts";
import { type Judgement, judgeSubmission } from "./submission.ts";
import type { Submitted } from "./submissions.ts";
import type { ThreadSetting } from "./thread.ts";

/** What a thread is told: plain data. */
export interface WorkerSetting {
	readonly folder: string;
	readonly texts: Texts;
	readonly evidence: boolean;
	readonly language: string;
}

/** Judges in a thread of its own. */
export async function batchWorker(
	{ folder, texts, evidence, language }: WorkerSetting,
	host: Host,
): Promise<(submitted: Submitted) => Promise<Judgement>> {
	const setting = await batchSetting(folder, valuesIn(batchOptions, texts), evidence, languageOf(language) ?? en, host);
	return (submitted) => judgeSubmission(submitted, setting, host);
}

/** Results that are waited for at a time, for each thread: what comes early is not heaped up. */
const ahead = 2;

/** Judges all: `took` is given each result with its place, as it comes. */
export async function judgeAll(
	submissions: readonly (readonly [index: number, submitted: Submitted])[],
	jobs: number,
	setting: BatchSetting,
	texts: Texts,
	host: Host,
	took: (index: number, judgement: Judgement) => void,
): Promise<void> {
	const { folder, evidence, language } = setting;
	const wanted = Math.min(jobs, submissions.length);
	if (wanted < 2) {
		for (const [index, submitted] of submissions) took(index, await judgeSubmission(submitted, setting, host));
		return;
	}
	const told: ThreadSetting = { work: "submissions", folder, texts, evidence, language: language.id };
	const threads = host.workers<Submitted, Judgement>(wanted, told, ({ name }) => name);
	let next = 0;
	const lane = async (): Promise<void> => {
		for (let at = next++; at < submissions.length; at = next++) {
			const [index, submitted] = submissions[at] as (typeof submissions)[number];
			took(index, await threads.run(submitted));
		}
	};
	try {
		await Promise.all(Array.from({ length: wanted * ahead }, lane));
	} finally {
		await threads.close();
	}
}
