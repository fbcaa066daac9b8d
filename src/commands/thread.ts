/** What a thread beside the first one may be there for: what it is told when it begins, and what it makes of each task. */
import { loadReference } from "../reference/reference.ts";
import { answerTo, type ReadingTask } from "../run/stretches.ts";
import { batchWorker, type WorkerSetting } from "./batch-worker.ts";
import { type FirmsSetting, type FirmTask, firmsThread } from "./firm-threads.ts";
import type { Host } from "./host.ts";
import type { Submitted } from "./submissions.ts";

export type ThreadSetting =
	| ({ readonly work: "submissions" } & WorkerSetting)
	| { readonly work: "stretches" }
	| ({ readonly work: "firms" } & FirmsSetting);

/** Makes what tasks are done with, once; the tasks are those of whoever began the thread. */
export async function threadWork(setting: ThreadSetting, host: Host): Promise<(task: unknown) => Promise<unknown>> {
	if (setting.work === "stretches") {
		loadReference();
		return (task) => answerTo(task as ReadingTask, host.source);
	}
	if (setting.work === "firms") {
		const help = await firmsThread(setting, host);
		return (task) => help(task as FirmTask);
	}
	const judge = await batchWorker(setting, host);
	return (task) => judge(task as Submitted);
}
