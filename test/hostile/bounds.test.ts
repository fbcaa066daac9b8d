/** Limits of what is read: told in the manual, and kept at once and with flat memory. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as bounds from "../../src/findings/bounds.ts";
import { languages } from "../../src/language/index.ts";
import { loadReference } from "../../src/reference/reference.ts";
import { bin, demoArgs, demoFolder, type Ended, folder, onlyLine, root, run, small, tanlu } from "../cli/tanlu.ts";

const unix = process.platform !== "win32";
const header = "firm,period,carrier,quantity,unit\n";

it.each(languages.map(({ id }) => id))("stand in the manual, each with its number: %s", (id) => {
	const page = readFileSync(join(root, "src", "manual", id, "limits.md"), "utf8");
	for (const [name, value] of Object.entries(bounds)) expect(page, name).toMatch(new RegExp(`(?<!\\d)${value}(?!\\d)`));
	for (const command of ["report", "check", "inspect"])
		expect(readFileSync(join(root, "src", "manual", id, `${command}.md`), "utf8")).toContain("tanlu help limits");
});

/**
 * The largest memory a run took, in kilobytes, stands behind the last line of what it told. Of Linux we ask what the program took: the
 * other figure begins with what the process held that started it.
 */
async function measured(args: readonly string[], cwd: string, input?: Uint8Array): Promise<{ ended: Ended; most: number }> {
	const ownMost = existsSync("/proc/self/status")
		? '/VmHWM:\\s*(\\d+)/.exec(process.getBuiltinModule("fs").readFileSync("/proc/self/status","utf8"))[1]'
		: "process.resourceUsage().maxRSS";
	const hook = `process.on("exit",()=>process.stderr.write("\\nRSS "+${ownMost}))`;
	const around = { cwd, ...(input === undefined ? {} : { input }) };
	const ended = await run(
		process.execPath,
		["--import", `data:text/javascript,${encodeURIComponent(hook)}`, bin, ...args],
		around,
	);
	const [stderr = "", most = ""] = ended.stderr.split("\nRSS ");
	return { ended: { ...ended, stderr }, most: Number(most) };
}

/** No run over a small table takes more. */
const flat = 220_000;

describe("past a limit the run ends in one line, at once and with flat memory", () => {
	const packed = (text: Buffer): Uint8Array => gzipSync(text, { level: 9 });
	const letters = (n: number): Buffer => Buffer.alloc(n, "x");
	const cases: Readonly<Record<string, readonly [table: () => Uint8Array, told: string]>> = {
		"a first line without end": [() => packed(letters(100 << 20)), "no line break"],
		"a cell of a hundred million letters": [
			() => packed(Buffer.concat([Buffer.from(`${header}F1,2020,"`), letters(100 << 20), Buffer.from('",1,t\n')])),
			"unpacks to more than 200 bytes",
		],
		"a header of a hundred thousand columns": [
			() => Buffer.from(`firm,period${",x".repeat(20_000)}\n`),
			"more than 16384 columns",
		],
		"a header word of a thousand letters": [
			() => Buffer.from(`firm,period,carrier,${"x".repeat(1000)}\nF1,2020,coke,1\n`),
			"500 letters",
		],
		"a header that ends behind the first 65536 bytes": [
			() => {
				const more = Array.from({ length: 4000 }, (_, n) => `,column number ${n}`).join("");
				return Buffer.from(`${header.trim()}${more}\nF1,2020,coke,1,t${",".repeat(4000)}\n`);
			},
			"65536 bytes",
		],
		"a header with a quote that is open at the 65536th byte": [
			() => Buffer.from(`${header.trim()},"${"note\n".repeat(20_000)}"\nF1,2020,coke,1,t,\n`),
			"65536 bytes",
		],
		"a title of three thousand letters": [() => Buffer.from(`${"x".repeat(3000)}\n${header}F1,2020,coke,1,t\n`), "2000 letters"],
	};
	it.each(Object.keys(cases))("%s", async (name) => {
		const [table, told] = cases[name] as (typeof cases)[string];
		const cwd = folder({ "upload.csv": table() });
		const { ended, most } = await measured(["report", "upload.csv"], cwd);
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toContain(told);
		expect(most).toBeLessThan(flat);
	});

	it.runIf(existsSync("/dev/zero"))("what never ends and is no table", async () => {
		const { ended, most } = await measured(["report", "/dev/zero"], folder());
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain("no line break");
		expect(most).toBeLessThan(flat);
	});

	it("a rules file and a baseline of fifty megabytes", async () => {
		const cwd = demoFolder({ "large.json": `{"limits":{}${" ".repeat(50 << 20)}}` });
		for (const option of ["--rules", "--baseline"]) {
			const { ended, most } = await measured(["check", ...demoArgs, option, "large.json"], cwd);
			expect(ended.code).toBe(2);
			expect(onlyLine(ended)).toContain("33554432 bytes");
			expect(most).toBeLessThan(flat);
		}
	});
});

it.each([
	["quantity", `F1,2020,coke,1${" ".repeat(200)}1,t\n`, "100"],
	["unit", `F1,2020,coke,1,${"t".repeat(101)}\n`, "100"],
	["period", `F1,${"2020".repeat(30)},coke,1,t\n`, "100"],
	["carrier", `F1,2020,${"煤".repeat(501)},1,t\n`, "500"],
	["firm", `${"厂".repeat(501)},2020,coke,1,t\n`, "500"],
])("a cell of %s that is longer than such a thing refuses its row", async (column, row, most) => {
	const { code, stdout } = await tanlu(["check", "upload.csv", "--format", "json"], {
		cwd: folder({ "upload.csv": `${header}F2,2020,coke,1,t\n${row}` }),
	});
	expect(code).toBe(1);
	const list = (JSON.parse(stdout) as { findings: { list: { code: string; column: string; message: string }[] } }).findings.list;
	const found = list.find((one) => one.code === "cell-too-long");
	expect(found?.column).toBe(column);
	expect(found?.message).toContain(most);
});

describe.runIf(unix)("what is no regular file", () => {
	it("is passed over in a folder, with a warning, and not opened", async () => {
		const cwd = folder({ "in/energy.csv": small["energy.csv"], "in/output.csv": small["output.csv"] });
		execFileSync("mkfifo", [join(cwd, "in", "more.csv")]);
		const { code, stdout } = await tanlu(["report", "in", "--format", "json"], { cwd });
		expect(code).toBe(0);
		const { findings } = JSON.parse(stdout) as { findings: { list: { code: string; file: string }[] } };
		expect(findings.list).toEqual([expect.objectContaining({ code: "file-passed-over", file: "in/more.csv" })]);
	});

	it("is read where it is named, if somebody writes to it, however late", async () => {
		const cwd = folder(small);
		execFileSync("mkfifo", [join(cwd, "pipe")]);
		const writer = spawn("sh", ["-c", "sleep 0.3; cat energy.csv > pipe"], { cwd });
		const { code, stdout } = await tanlu(["report", "pipe", "output.csv", "--format", "json", "--quiet"], { cwd });
		writer.kill();
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ file: "output.csv" }, { file: "pipe", rows: { used: 2 } }] });
	});

	it("ends the run where nobody does", async () => {
		const cwd = folder(small);
		execFileSync("mkfifo", [join(cwd, "pipe")]);
		const ended = await tanlu(["report", "pipe", "output.csv"], { cwd });
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain("nobody writes to it");
	});
});

describe("limits of a rules file", () => {
	const limits = loadReference().seeds.limits;
	const rules = (limits: Readonly<Record<string, string>>): string =>
		JSON.stringify({
			limits: Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, { value, reason: "test" }])),
		});
	const checked = (limits: Readonly<Record<string, string>>): Promise<Ended> =>
		tanlu(["check", ...demoArgs, "--rules", "r.json", "--format", "csv", "--quiet"], {
			cwd: demoFolder({ "r.json": rules(limits) }),
		});

	it.each([
		[{ "slip-gap": "0", "slip-margin": "0" }, "from 1 to 1000000"],
		[{ "month-deviation": "0.00000000000000000001" }, "from 0.01 to 1000000, with at most 6 digits"],
		[{ "month-ratio": "0.00000000000000000001" }, "from 1 to 1000000"],
		[{ "chance-digits": "999999999" }, "from 1 to 30"],
		[{ "history-months": "99999999999" }, "from 1 to 1200"],
		[{ "schedule-near": "90" }, "limits.schedule-near.value is 90 and should be from 0 to 1"],
		[{ "schedule-far": "0.61234" }, "from 0 to 1, with at most 2 digits after the point"],
		[{ "round-share": "0.1234567" }, "at most 6 digits after the point"],
	])("that nothing could be judged by are refused with their bounds: %j", async (limits, told) => {
		const ended = await checked(limits as Record<string, string>);
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain(told);
	});

	it("all hold at either end of their bounds, alone and together", async () => {
		const at = (end: "least" | "most", some: typeof limits): Record<string, string> =>
			Object.fromEntries(some.map((limit) => [limit.name, limit[end]]));
		for (const end of ["least", "most"] as const) expect([0, 1, 3]).toContain((await checked(at(end, limits))).code);
		for (let from = 0; from < limits.length; from += 8)
			for (const end of ["least", "most"] as const) {
				const ended = await checked(at(end, limits.slice(from, from + 8)));
				expect([0, 1, 3], ended.stderr).toContain(ended.code);
			}
	});
});
