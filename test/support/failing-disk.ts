/** The real disk, but for one call of one kind that fails; and what was left open. */
import { type Disk, realDisk } from "../../src/host/disk.ts";

export type Call = keyof Disk;

export interface FailingDisk {
	readonly disk: Disk;
	/** How many calls of each kind there were. */
	readonly calls: ReadonlyMap<Call, number>;
	/** Files that are open. */
	readonly open: ReadonlySet<number>;
}

/** The `at`-th call of a kind fails with that code; none where it is 0. A file is closed also where closing it fails. */
export function failingDisk(kind: Call, at: number, code: string): FailingDisk {
	const calls = new Map<Call, number>();
	const open = new Set<number>();
	const counted =
		<C extends Call>(call: C) =>
		(...args: unknown[]): unknown => {
			const so = (calls.get(call) ?? 0) + 1;
			calls.set(call, so);
			const fails = call === kind && so === at;
			const result = fails && call !== "closeSync" ? undefined : (realDisk[call] as (...all: unknown[]) => unknown)(...args);
			if (call === "closeSync") open.delete(args[0] as number);
			if (fails) throw Object.assign(new Error(`${code}: made to fail, ${call}`), { code });
			if (call === "openSync") open.add(result as number);
			return result;
		};
	const disk = Object.fromEntries((Object.keys(realDisk) as Call[]).map((call) => [call, counted(call)])) as unknown as Disk;
	return { disk, calls, open };
}
