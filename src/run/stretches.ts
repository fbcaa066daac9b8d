/** Large tables read in stretches, by several at a time: what each is told, and what it makes of that. */
import { Trouble, type TroubleFacts, troubleOf } from "../findings/trouble.ts";
import { factsOf } from "../intake/open-tables.ts";
import type { StretchRead } from "../intake/swift/plain-rows.ts";
import type { StretchReaders } from "../intake/swift/read-swiftly.ts";
import type { StretchTask } from "../intake/swift/stretch.ts";
import type { Source } from "../records/source.ts";
import { loadReference } from "../reference/reference.ts";
import type { Choices } from "./choices.ts";
import { priceYearOf } from "./plans.ts";

/** What a reader is told: plain data. */
export interface ReadingTask extends StretchTask {
	readonly targets: string;
}

/** What it answers. `read` is null where the stretch has to be read with all of the table. */
export type ReadingAnswer = { readonly read: StretchRead | null } | { readonly trouble: TroubleFacts };

export interface Readers extends Pick<StretchReaders, "cuts" | "stop"> {
	/** Makes ready for these: they are looked at as a whole first, which takes as long. */
	readonly begin: (sources: readonly Source[]) => void;
	readonly read: (task: ReadingTask) => Promise<ReadingAnswer>;
}

/** Readers of a run with these choices. */
export function readersFor({ cuts, read, stop }: Readers, { targets }: Choices): StretchReaders {
	return {
		cuts,
		stop,
		read: async (task) => {
			const answer = await read({ ...task, targets });
			if ("trouble" in answer) throw troubleOf(answer.trouble);
			return answer.read ?? undefined;
		},
	};
}

/** Reads a stretch; `open` opens its file. */
export async function answerTo(task: ReadingTask, open: (path: string) => Promise<Source>): Promise<ReadingAnswer> {
	try {
		const { places } = await open(task.path);
		if (places === undefined) throw new Trouble("cannot-open", { file: task.table.sheet.file, why: "changed", detail: "" });
		const { readStretch } = await import("../intake/swift/stretch.ts");
		const read = await readStretch(task, places, priceYearOf(task.targets), loadReference());
		return { read: read ?? null };
	} catch (error) {
		if (error instanceof Trouble) return { trouble: factsOf(error) };
		throw error;
	}
}
