/** Threads that work beside the first one, each with the program loaded once. They end with the process, whatever ends it. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Workers } from "../commands/host.ts";
import { freshMemory, isLarge, spareMemory } from "./engine.ts";

/** What a thread is started with. */
export interface WorkerStart {
	/** The folder of the program. */
	readonly home: string;
	readonly version: string;
	readonly setting: unknown;
}

/** What it is told besides. */
export interface WorkerData extends WorkerStart {
	readonly file: string;
	/** The run is a large one. */
	readonly large: boolean;
}

/** What a thread answers: a result, or the fault that kept it from one. */
export type Answer<R> = { readonly result: R } | { readonly fault: string };

/** Loads the program as the starter does, and lets it work. */
const loads = `
const { readFileSync } = require("node:fs");
const { Script } = require("node:vm");
const { workerData } = require("node:worker_threads");
const loaded = { exports: {} };
const script = new Script(readFileSync(workerData.file, "latin1"), { filename: workerData.file });
script.runInThisContext()(loaded.exports, require, loaded, workerData.file, workerData.home);
loaded.exports.work();
`;

interface Thread<T, R> {
	readonly worker: Worker;
	busy: { readonly task: T; readonly done: (result: R) => void; readonly failed: (fault: Error) => void } | undefined;
	dead: boolean;
}

interface Waiting<T, R> {
	readonly task: T;
	readonly done: (result: R) => void;
	readonly failed: (fault: Error) => void;
}

/** `code` is what each thread runs: the program, but where a test has another. */
export function workers<T, R>(
	jobs: number,
	start: WorkerStart,
	nameOf: (task: T) => string,
	code: string = loads,
): Workers<T, R> {
	const waiting: Waiting<T, R>[] = [];
	const threads = Array.from({ length: jobs }, () => begin());
	let closed = false;

	function begin(): Thread<T, R> {
		const workerData: WorkerData = { ...start, large: isLarge(), file: join(start.home, "tanlu.cjs") };
		const worker = new Worker(code, {
			eval: true,
			workerData,
			resourceLimits: { maxYoungGenerationSizeMb: freshMemory },
		});
		worker.once("online", () => {
			if (isLarge()) spareMemory();
		});
		const thread: Thread<T, R> = { worker, busy: undefined, dead: false };
		const died = (why: string): void => {
			thread.dead = true;
			const { busy } = thread;
			thread.busy = undefined;
			busy?.failed(new Error(`the thread with ${nameOf(busy.task)} died: ${why}`));
			// Nobody is left to take what waits.
			if (!closed && threads.every(({ dead }) => dead))
				for (const { task, failed } of waiting.splice(0)) failed(new Error(`no thread is left for ${nameOf(task)}: ${why}`));
		};
		worker.on("message", (answer: Answer<R>) => {
			const { busy } = thread;
			thread.busy = undefined;
			if ("result" in answer) busy?.done(answer.result);
			else busy?.failed(new Error(answer.fault));
			next(thread);
		});
		worker.on("error", (error) => died((error as Error).stack ?? String(error)));
		worker.on("exit", (exit) => died(`exit ${exit}`));
		return thread;
	}

	function next(thread: Thread<T, R>): void {
		if (thread.dead || thread.busy !== undefined) return;
		const task = waiting.shift();
		if (task === undefined) return;
		thread.busy = task;
		thread.worker.postMessage(task.task);
	}

	return {
		run: (task) =>
			new Promise((done, failed) => {
				waiting.push({ task, done, failed });
				const free = threads.find(({ dead, busy }) => !dead && busy === undefined);
				if (free !== undefined) next(free);
				else if (threads.every(({ dead }) => dead)) {
					waiting.pop();
					failed(new Error(`no thread is left for ${nameOf(task)}`));
				}
			}),
		close: async () => {
			closed = true;
			await Promise.all(threads.map(({ worker }) => worker.terminate()));
		},
	};
}
