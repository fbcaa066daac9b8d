/** What ends a run from outside: what it has begun is removed first, and then it ends as it would have. */
import process from "node:process";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Removes before the process ends by a signal. Returns what makes an end of that; signals then end the process at once. */
export function beforeSignals(remove: () => void): () => void {
	const release = (): void => {
		for (const signal of signals) process.off(signal, heard);
	};
	const heard = (signal: NodeJS.Signals): void => {
		release();
		remove();
		process.kill(process.pid, signal);
	};
	for (const signal of signals) process.on(signal, heard);
	return release;
}

/** Lets a signal be heard: files are read and written without waiting, and nothing else happens meanwhile. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
