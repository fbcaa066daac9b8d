/**
 * The files that a run makes. Each is filled beside its place, and all are put in place last, in the order they were begun:
 * what goes wrong before that changes no file. Pipes and devices are written to at the end, and stay.
 */
import { constants, type Stats } from "node:fs";
import type { Writer } from "../commands/host.ts";
import { type Begun, beside } from "./beside.ts";
import type { Disk } from "./disk.ts";
import { onDisk } from "./raw-name.ts";
import { beforeSignals, turn } from "./signals.ts";
import { attempt, behindLinks, isReplaced, standing } from "./target.ts";
import { writeWhole } from "./whole.ts";

export interface Outbox {
	/** A file of the run, by the path it will have. Throws `cannot-write`. */
	readonly writer: (path: string) => Writer;
	/** Puts all in place. Throws `cannot-write`, which names those that are. */
	readonly commit: () => Promise<void>;
	/** Leaves nothing of what is not in place. */
	readonly abandon: () => void;
}

export function outbox(disk: Disk): Outbox {
	let replaced: { readonly path: string; readonly begun: Begun }[] = [];
	let poured: { readonly path: string; readonly begun: Begun }[] = [];
	let number = 0;
	const next = (): number => {
		number += 1;
		return number;
	};
	let release: (() => void) | undefined;
	const remove = (): void => {
		for (const { begun } of replaced) begun.remove();
		replaced = [];
		poured = [];
	};
	const abandon = (): void => {
		remove();
		release?.();
		release = undefined;
	};
	return {
		writer: (path) =>
			attempt(path, () => {
				const at = behindLinks(path);
				const stats = standing(at, disk);
				release ??= beforeSignals(remove);
				const begun = isReplaced(stats) ? beside(at, stats as Stats | undefined, next, disk) : pouring(at, disk);
				(isReplaced(stats) ? replaced : poured).push({ path, begun });
				return {
					write: (piece) => attempt(path, () => begun.write(piece)),
					close: () => attempt(path, begun.close),
				};
			}),
		commit: async () => {
			if (replaced.length + poured.length === 0) return;
			// A signal that came meanwhile is heard before anything is changed.
			await turn();
			const done: string[] = [];
			const put = ({ path, begun }: (typeof replaced)[number]): void => {
				attempt(path, begun.put, done);
				done.push(path);
			};
			const last = poured;
			try {
				replaced.forEach(put);
			} finally {
				// Whoever waits for the reader of a pipe can be ended at once.
				abandon();
			}
			last.forEach(put);
		},
		abandon,
	};
}

/** A pipe or a device: what it is to have is held until then. A reader who has gone away is no fault. */
function pouring(at: string, disk: Disk): Begun {
	const pieces: (string | Uint8Array)[] = [];
	return {
		write: (more) => {
			pieces.push(more);
		},
		close: () => undefined,
		put: () => {
			const file = disk.openSync(onDisk(at), constants.O_WRONLY);
			try {
				for (const piece of pieces) writeWhole(piece, (bytes) => disk.writeSync(file, bytes));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
			} finally {
				disk.closeSync(file);
			}
		},
		remove: () => undefined,
	};
}
