/** Threads that read large tables beside the first one: begun with the first such table, and let go when all is read. */
import type { Readers, ReadingAnswer, ReadingTask } from "../run/stretches.ts";
import type { Host, Workers } from "./host.ts";
import type { ThreadSetting } from "./thread.ts";

/** A table of fewer bytes is read sooner than threads are begun. */
const least = 16 << 20;

/** As many as asked for, the first one among them; one for each core where nobody asks. Of tables from so many bytes on. */
export function readersOf(jobs: number | undefined, host: Host, from: number = least): Readers {
	const wanted = jobs ?? host.cores();
	let threads: Workers<ReadingTask, ReadingAnswer> | undefined;
	return {
		cuts: (size) => (size < from ? [] : Array.from({ length: wanted - 1 }, (_, at) => Math.floor((size * (at + 1)) / wanted))),
		read: (task) => {
			const setting: ThreadSetting = { work: "stretches" };
			threads ??= host.workers<ReadingTask, ReadingAnswer>(
				wanted - 1,
				setting,
				({ table, stretch: { from, to } }) => `bytes ${from} to ${to} of ${table.sheet.file}`,
			);
			return threads.run(task);
		},
		stop: () => {
			void threads?.close();
			threads = undefined;
		},
	};
}
