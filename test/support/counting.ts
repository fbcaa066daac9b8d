/**
 * Starts to count the blocks of code that are run, of what is imported from here on. `growth.ts` asks for the counts. A file that
 * imports this says `@vitest-environment-options { "counted": true }` in its first line: other files would slow it down, and
 * their modules would have been compiled before anybody counted.
 */
import { Session } from "node:inspector";

const session = new Session();
session.connect();
/** Asks the engine's profiler. */
export const ask = <T>(method: string, params: object = {}): T => {
	let answer: T | undefined;
	// Answers within the call, since it is this thread's own.
	session.post(method, params, (error, result) => {
		if (error) throw error;
		answer = result as T;
	});
	return answer as T;
};
ask("Profiler.enable");
ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
