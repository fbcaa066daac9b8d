/**
 * How far a long run is, on a terminal that somebody looks at: one line that is drawn anew and taken away when anything else is
 * written. The clock moves this line and nothing else.
 */
import process from "node:process";
import type { Work } from "../commands/host.ts";
import { beforeSignals } from "./signals.ts";

/** In milliseconds: who is done sooner need not be told how far it is; and nobody reads a line that changes more often. */
const [longRun, readable] = [1000, 100];

/** What draws the line: of the spinner's package what is used. */
interface Line {
	text: string;
	readonly stop: () => unknown;
}

interface Watched extends Omit<Work, "expected"> {
	expected: number | null;
	readonly isLookedAt: () => boolean;
	readonly pause: number;
	readonly since: number;
	bytes: number;
	/** When the first row was seen. */
	rowsSince: number | undefined;
	next: number;
	line: Line | undefined;
	loading: boolean;
	release: (() => void) | undefined;
}

let watched: Watched | undefined;

/** Begins to watch a run; `isLookedAt` is asked when it has become a long one. */
export function watch(work: Work, isLookedAt: () => boolean, patience: number = longRun, pause: number = readable): void {
	if (watched !== undefined) return;
	const since = performance.now();
	watched = {
		...work,
		isLookedAt,
		pause,
		since,
		bytes: 0,
		rowsSince: undefined,
		next: since + patience,
		line: undefined,
		loading: false,
		release: undefined,
	};
}

/** So many bytes more were read. */
export function progressed(bytes: number): void {
	if (watched === undefined) return;
	watched.bytes += bytes;
	const now = performance.now();
	if (watched.rowsSince === undefined && watched.seen.rows > 0) watched.rowsSince = now;
	if (now < watched.next) return;
	watched.next = now + watched.pause;
	if (watched.line === undefined) load(watched);
	else watched.line.text = watched.say(done(watched, now));
}

/** All is read: what comes now has no bytes to go by, and draws nothing until it is done. */
export function readWhole(): void {
	if (watched === undefined) return;
	watched.expected = watched.bytes;
	if (watched.line !== undefined) watched.line.text = watched.say(done(watched, performance.now()));
}

/** Takes the line away: what is written next stands where it stood. */
export function unwatch(): void {
	const { line, release } = watched ?? {};
	watched = undefined;
	line?.stop();
	release?.();
}

/** What draws loads only for a run that is long. */
function load(own: Watched): void {
	if (own.loading) return;
	own.loading = true;
	const { CI, TERM } = process.env;
	if (CI !== undefined || TERM === "dumb" || !own.isLookedAt()) return;
	import("yocto-spinner").then(
		({ default: spinner }) => {
			if (watched !== own) return;
			// Signals are heard by those who have files to remove, too.
			own.line = spinner({ stream: process.stderr, handleSignals: false, text: own.say(done(own, performance.now())) }).start();
			own.release = beforeSignals(unwatch);
		},
		// Without it a run is as good.
		() => undefined,
	);
}

function done({ bytes, expected, seen, since, rowsSince }: Watched, now: number): Parameters<Work["say"]>[0] {
	const seconds = (now - since) / 1000;
	const reading = rowsSince === undefined ? 0 : (now - rowsSince) / 1000;
	const share = expected === null || expected === 0 ? null : Math.min(1, bytes / expected);
	return {
		bytes,
		expected,
		rows: seen.rows,
		rowsPerSecond: reading > 0.5 && share !== 1 ? Math.floor(seen.rows / reading) : null,
		secondsLeft: share === null || share < 0.05 ? null : Math.ceil((seconds / share) * (1 - share)),
		findings: seen.findings,
	};
}
