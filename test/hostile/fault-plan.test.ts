/**
 * Every call of the world fails once, in every command over the demonstration: the run ends with the right code, says why, leaves
 * nothing open and no file that a run without faults would not have made. In the manner of SQLite's tests.
 */
import { describe, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import { demoArgs, demoNames, demoText } from "../cli/tanlu.ts";
import { cause, type FaultKind, faultKinds, faulty } from "../support/faulty-host.ts";
import { memoryHost } from "../support/memory-host.ts";

const nightly = process.env["TANLU_NIGHTLY"] === "1";
/** Of calls that are made for every row, so many are tried, from the first to the last. */
const most = nightly ? Number.POSITIVE_INFINITY : 12;
const leftOut = nightly
	? ""
	: ` (of each kind ${most} calls at most: all of them take minutes, and TANLU_NIGHTLY=1 asks for them)`;

const rules = '{"limits":{"slip-ratio":{"value":"60","reason":"test"}}}';
const known = '{"schemaVersion":1,"entries":[]}';
const all = ["--rules", "rules.json", "--out", "r.txt"];
const lines: readonly (readonly string[])[] = [
	["report", ...demoArgs],
	["report", "in", "--format", "json", ...all],
	["check", ...demoArgs],
	["check", "in", "--baseline", "known.json", ...all, "--write-baseline", "b.json", "--reason", "test", "--split", "rows"],
	["inspect", ...demoNames, "--out", "r.txt"],
	["inspect", "in", "--format", "json"],
	["sources", "--out", "r.txt"],
	["explain", "negative-quantity"],
	["schema", "report"],
	["init", "new"],
	["help", "limits"],
	["--help"],
];

function world(): Map<string, string> {
	const files = new Map<string, string>(demoNames.map((name) => [name, demoText(name)]));
	for (const name of ["energy.csv", "output.csv"]) files.set(`in/${name}`, demoText(name));
	return files.set("rules.json", rules).set("known.json", known).set("r.txt", "old\n").set("b.json", "old\n");
}

async function failing(argv: readonly string[], kind: FaultKind, at: number) {
	const files = world();
	const { host, heard, open } = memoryHost({ files });
	const fault = faulty(host, kind, at);
	const code = await runProgram(argv, fault.host);
	const before = world();
	const changed = new Map([...files].filter(([path, text]) => before.get(path) !== text));
	return { code, ...heard, open, changed, gone: [...before.keys()].filter((path) => !files.has(path)), calls: fault.count() };
}

/** Numbers from 1 to the last, evenly spread where they are many. */
function spread(last: number): number[] {
	const count = Math.min(last, most);
	return Array.from({ length: count }, (_, n) => (count === 1 ? last : 1 + Math.round((n * (last - 1)) / (count - 1))));
}

/** What was read is told by `inspect` also where another file could not be. */
const reading: readonly FaultKind[] = ["source", "bytes", "end", "walk"];

describe.each(lines.map((argv) => [argv.join(" "), argv] as const))("tanlu %s", (_, argv) => {
	it(`ends right, whatever fails${leftOut}`, { timeout: nightly ? 1_800_000 : 120_000 }, async () => {
		const good = await failing(argv, "source", 0);
		expect([0, 1, 3], good.stderr).toContain(good.code);
		let tried = 0;
		for (const kind of faultKinds) {
			const { calls } = await failing(argv, kind, 0);
			for (const at of spread(calls)) {
				const ended = await failing(argv, kind, at);
				const which = `${kind} ${at} of ${calls}: ${ended.stderr}`;
				tried += 1;
				// What the build put beside the program is no fault of the user's.
				expect(ended.code, which).toBe(kind === "data" ? 70 : 2);
				expect(ended.stderr.replace(/\s+/g, " "), which).toContain(cause);
				if (kind !== "data") expect(ended.stderr.trimEnd().split("\n").at(-1), which).toMatch(/^tanlu: /);
				expect([...ended.open], which).toEqual([]);
				expect(ended.gone, which).toEqual([]);
				if (argv[0] === "inspect" && reading.includes(kind)) continue;
				// The result is printed before files are put in place, and nothing else is printed.
				expect(["", ...(kind === "commit" ? [good.stdout] : [])], which).toContain(ended.stdout);
				// Rows that were taken apart by then are whole, also where another file could not be read.
				for (const [path, text] of ended.changed) {
					expect(path, which).toMatch(/^rows\//);
					expect(text, which).toBe(good.changed.get(path));
				}
				if (!reading.includes(kind)) expect(ended.changed.size, which).toBe(0);
			}
		}
		expect(tried).toBeGreaterThan(0);
	});
});
