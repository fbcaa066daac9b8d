/** Threads that help with the firms of a large run. Each makes the choices of the run from what was typed, as the first one did. */
import type { FirmHelpers, RowTerms } from "../run/firm-helpers.ts";
import type { FirmsTask } from "../run/firm-tasks.ts";
import type { Texts } from "./arguments.ts";
import { type Asked, valuesIn } from "./command.ts";
import type { Host, Workers } from "./host.ts";
import { judgingOptions, prepare, readingOptions } from "./tables.ts";
import type { ThreadSetting } from "./thread.ts";

/** What such a thread is told: plain data. */
export interface FirmsSetting {
	readonly operands: readonly string[];
	readonly texts: Texts;
	/** Rules are asked. */
	readonly screen: boolean;
}

export type FirmTask =
	| { readonly do: "select"; readonly firms: FirmsTask }
	| { readonly do: "show"; readonly terms: RowTerms }
	| { readonly do: "rows"; readonly from: number; readonly to: number };

/** Fewer firms are done before a thread has begun. */
const least = 4096;

/** As many threads as asked for, the first one among them; one for each core where nobody asks. Of runs of so many firms on. */
export function firmHelpers(
	jobs: number | undefined,
	{ operands, screen }: Omit<FirmsSetting, "texts">,
	asked: Asked,
	from: number = least,
): FirmHelpers {
	const { host, texts } = asked;
	const wanted = (jobs ?? host.cores()) - 1;
	const setting: ThreadSetting = { work: "firms", operands, texts, screen };
	let threads: Workers<FirmTask, unknown>[] = [];
	const run = async <R>(helper: number, task: FirmTask): Promise<R> => {
		threads[helper] ??= host.workers<FirmTask, unknown>(1, setting, nameOf);
		return (await threads[helper]?.run(task)) as R;
	};
	const stop = (): void => {
		for (const one of threads) void one?.close();
		threads = [];
	};
	asked.atEnd(stop);
	return {
		block: 512,
		count: (firms) => (firms < from ? 0 : wanted),
		select: (helper, firms) => run(helper, { do: "select", firms }),
		showRows: (helper, terms) => run(helper, { do: "show", terms }),
		rows: (helper, first, end) => run(helper, { do: "rows", from: first, to: end }),
	};
}

function nameOf(task: FirmTask): string {
	if (task.do === "rows") return `rows of firms ${task.from} to ${task.to}`;
	return task.do === "select" ? `${task.firms.names.length} firms` : "sectors";
}

/** Helps in a thread of its own. */
export async function firmsThread(
	{ operands, texts, screen }: FirmsSetting,
	host: Host,
): Promise<(task: FirmTask) => Promise<unknown>> {
	const { choices } = await prepare(operands, valuesIn([...judgingOptions, ...readingOptions], texts), host);
	const { Helping } = await import("../views/simple-rows/helping.ts");
	const helping = new Helping(choices({ screen }));
	return async (task) => {
		if (task.do === "select") return helping.select(task.firms);
		if (task.do === "rows") return helping.rows(task.from, task.to);
		helping.showRows(task.terms);
		return null;
	};
}
