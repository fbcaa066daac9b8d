/**
 * Stretches that are begun by what the heads of files show, while the files are looked at as a whole. What is read of one depends on its task and on
 * the bytes alone: where the task turns out the same it counts, and where not it is let go.
 */
import type { OpenTable } from "../read-table.ts";
import { type SwiftColumns, swiftColumns } from "./columns.ts";
import type { StretchRead } from "./plain-rows.ts";
import { type StretchReaders, stretchesOf } from "./read-swiftly.ts";
import { type StretchSetting, type StretchTask, stretchTask } from "./stretch.ts";

interface Begun {
	readonly task: StretchTask;
	readonly read: Promise<StretchRead | undefined>;
}

/** Begins with all stretches of these tables but the first; gives readers that know of them. */
export function readAhead(tables: readonly OpenTable[], given: StretchSetting, readers: StretchReaders): StretchReaders {
	let begun: Begun[] = [];
	const sizes = new Set<number>();
	for (const table of tables) {
		const columns = swiftColumns(table);
		if (columns === undefined) continue;
		for (const task of tasksOf(table, columns, given, readers)) {
			const read = readers.read(task);
			// Who takes it hears of its failure.
			read.catch(() => undefined);
			begun.push({ task, read });
			sizes.add(columns.bytes.size);
		}
	}
	const stop = (): void => {
		begun = [];
		readers.stop();
	};
	return {
		cuts: (size) => readers.cuts(size, sizes.has(size)),
		read: (task) => {
			const own = begun.find((one) => isSame(one.task, task));
			// Nobody waits for what is read of a file otherwise than it has to be.
			if (own === undefined && begun.some((one) => one.task.path === task.path)) stop();
			begun = begun.filter((one) => one !== own);
			return own?.read ?? readers.read(task);
		},
		stop,
	};
}

function tasksOf(
	table: OpenTable,
	columns: SwiftColumns,
	given: StretchSetting,
	{ cuts }: StretchReaders,
): readonly StretchTask[] {
	const { size, places } = columns.bytes;
	const at = places === undefined ? [] : cuts(size, true);
	if (places === undefined || at.length === 0) return [];
	const [, ...others] = stretchesOf(at, size);
	return others.map((stretch) => stretchTask(stretch, places.path, table, columns, given));
}

/** Whether plain data is the same, whatever it is of; what is no plain data is the same as itself alone. */
function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	const kind: unknown = Object.getPrototypeOf(a);
	if (kind !== Object.getPrototypeOf(b)) return false;
	if ((a instanceof Map && b instanceof Map) || (a instanceof Set && b instanceof Set)) return isSame([...a], [...b]);
	if (kind !== Object.prototype && kind !== Array.prototype) return false;
	const [own, other] = [Object.entries(a), Object.entries(b)];
	return own.length === other.length && own.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, b[key as never]));
}
