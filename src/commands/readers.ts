/** Threads that read large tables beside the first one: begun where there may be such a table, and let go when all is read. */
import type { Readers, ReadingAnswer, ReadingTask } from "../run/stretches.ts";
import type { Host, Workers } from "./host.ts";
import type { ThreadSetting } from "./thread.ts";

/** A table of fewer bytes is read sooner than threads are begun; and where nobody asks for them they are to be worth their while. */
const [least, worthwhile] = [16 << 20, 128 << 20];

/** What looking at a file as a whole takes the first thread, before it reads too: as a share of what reading takes, less the time in which threads begin. */
const looking = 0.2;

/** As many as asked for, the first one among them; one for each core where nobody asks. Of tables from so many bytes on. */
export function readersOf(jobs: number | undefined, host: Host, from: number = jobs === undefined ? worthwhile : least): Readers {
	const wanted = jobs ?? host.cores();
	let threads: Workers<ReadingTask, ReadingAnswer> | undefined;
	const begun = (): Workers<ReadingTask, ReadingAnswer> => {
		const setting: ThreadSetting = { work: "stretches" };
		threads ??= host.workers<ReadingTask, ReadingAnswer>(
			wanted - 1,
			setting,
			({ table, stretch: { from: first, to } }) => `bytes ${first} to ${to} of ${table.sheet.file}`,
		);
		return threads;
	};
	return {
		begin: (sources) => {
			if (wanted > 1 && sources.some(({ size = 0, places }) => places !== undefined && size >= from)) begun();
		},
		cuts: (size, ahead = false) => {
			if (size < from) return [];
			const first = ahead ? Math.max(1 / (4 * wanted), (1 + looking) / wanted - looking) : 1 / wanted;
			const other = (1 - first) / (wanted - 1);
			return Array.from({ length: wanted - 1 }, (_, at) => Math.floor(size * (first + at * other)));
		},
		read: (task) => begun().run(task),
		stop: () => {
			void threads?.close();
			threads = undefined;
		},
	};
}
