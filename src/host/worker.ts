/** A thread of the program: it takes tasks and answers each, until the first thread ends it. */
import { parentPort, workerData } from "node:worker_threads";
import { type ThreadSetting, threadWork } from "../commands/thread.ts";
import { spareMemory } from "./engine.ts";
import { nodeHost } from "./node.ts";
import type { WorkerData } from "./workers.ts";

export function work(): void {
	const { home, version, setting, large } = workerData as WorkerData;
	if (large) spareMemory();
	const host = nodeHost(version, home);
	const ready = threadWork(setting as ThreadSetting, host);
	// What keeps a setting from being made is answered to the first task.
	ready.catch(() => undefined);
	parentPort?.on("message", (task: unknown) => {
		ready
			.then((work) => work(task))
			.then(
				(result) => parentPort?.postMessage({ result }),
				(error: unknown) =>
					parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
			);
	});
}
