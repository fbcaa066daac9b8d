/** The line that says how far a long run is: where it is drawn, what it says, and that it leaves nothing. The terminal is made up. */
import process from "node:process";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Work } from "../../src/commands/host.ts";
import { progressed, readWhole, unwatch, watch } from "../../src/host/progress.ts";
import { languages } from "../../src/language/index.ts";
import type { UnderWay } from "../../src/language/report-texts.ts";

const whole: UnderWay = { bytes: 50e6, expected: 100e6, rows: 600_000, rowsPerSecond: 300_000, secondsLeft: 4, findings: 2 };

describe.each(languages.map((language) => [language.id, language] as const))("in %s the line", (_, { report }) => {
	it("says bytes, rows, their speed, what is left and what was found", () => {
		for (const piece of ["50%", "100 MB", "600000", "300000", "4", "2"]) expect(report.underWay(whole)).toContain(piece);
		expect(report.underWay(whole).length).toBeLessThan(80);
	});

	it("leaves out what nobody can say", () => {
		const line = report.underWay({
			bytes: 1_500_000,
			expected: null,
			rows: 0,
			rowsPerSecond: null,
			secondsLeft: null,
			findings: 0,
		});
		expect(line).toContain("1.5 MB");
		expect(line).not.toMatch(/%|null|NaN/);
	});

	it("says when all is read", () => {
		expect(report.underWay({ ...whole, bytes: 100e6, secondsLeft: 0 })).not.toContain("%");
	});
});

describe("the line", () => {
	const work: Work = {
		expected: 100,
		seen: { rows: 0, findings: 0 },
		say: ({ bytes, expected }: UnderWay) => `${bytes} of ${expected}`,
	};
	const methods = ["cursorTo", "clearLine", "moveCursor"] as const;
	const { isTTY } = process.stderr;
	const { CI, TERM } = process.env;
	let written = "";

	beforeEach(() => {
		written = "";
		vi.spyOn(process.stderr, "write").mockImplementation((text) => {
			written += String(text);
			return true;
		});
		for (const method of methods) Object.assign(process.stderr, { [method]: () => true });
		process.stderr.isTTY = true;
		process.env["TERM"] = "xterm";
		delete process.env["CI"];
	});
	afterEach(() => {
		unwatch();
		vi.restoreAllMocks();
		process.stderr.isTTY = isTTY;
		if (CI !== undefined) process.env["CI"] = CI;
		if (TERM === undefined) delete process.env["TERM"];
		else process.env["TERM"] = TERM;
	});

	/** Lets the package that draws be loaded. */
	const loaded = (): Promise<void> => vi.waitFor(() => expect(written).not.toBe(""), { timeout: 10_000, interval: 5 });

	it("is drawn and drawn anew as bytes come, and shows the cursor again when it is taken away", async () => {
		watch(work, () => true, 0, 0);
		progressed(10);
		await loaded();
		progressed(20);
		expect(stripVTControlCharacters(written)).toContain("30 of 100");
		const signals = process.listenerCount("SIGINT");
		unwatch();
		expect(written.endsWith("\u001b[?25h")).toBe(true);
		expect(process.listenerCount("SIGINT")).toBe(signals - 1);
		const length = written.length;
		progressed(5);
		expect(written).toHaveLength(length);
	});

	it("says that all is read, although fewer bytes came than were expected", async () => {
		watch(work, () => true, 0, 0);
		progressed(10);
		await loaded();
		readWhole();
		expect(stripVTControlCharacters(written)).toContain("10 of 10");
	});

	it.each<readonly [string, Readonly<Record<string, string>>, boolean, number]>([
		["standard error is no terminal", {}, false, 0],
		["a program looks on", { CI: "true" }, true, 0],
		["the terminal can draw nothing", { TERM: "dumb" }, true, 0],
		["the run is short", {}, true, 1e6],
	])("is not drawn where %s", async (_, environment, isLookedAt, patience) => {
		Object.assign(process.env, environment);
		watch(work, () => isLookedAt, patience, 0);
		for (let piece = 0; piece < 5; piece += 1) progressed(10);
		await import("yocto-spinner");
		await new Promise((resolve) => setImmediate(resolve));
		progressed(10);
		expect(written).toBe("");
	});
});
