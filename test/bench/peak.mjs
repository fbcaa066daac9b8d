// Loaded into a measured process with --import: at its end, tells the most memory it ever held, in KiB, on descriptor 3.
import { readFileSync, writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/** Linux hands a parent's peak down to the child in ru_maxrss, so its own count of the new image is asked first. */
function peak() {
	try {
		return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
	} catch {
		return process.resourceUsage().maxRSS;
	}
}

if (isMainThread) process.on("exit", () => writeSync(3, String(peak())));
