/** What goes where: the result to standard output or to a file, all else to standard error; pipes, standard input, colour. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "../../src/language/en/index.ts";
import {
	bin,
	demoArgs,
	demoFiles,
	demoFolder,
	demoNames,
	demoText,
	folder,
	listedFiles,
	names,
	run,
	small,
	tanlu,
} from "./tanlu.ts";

const esc = "\u001b";
// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const bash = existsSync("/bin/bash") || existsSync("/usr/bin/bash");

/** The demonstration eight times over, so that a report of it is larger than any pipe holds. */
function large(): string {
	const copies = (name: string): string => {
		const [head, ...rows] = demoText(name).trimEnd().split("\n");
		return [head, ...Array.from({ length: 8 }, (_, n) => rows.map((row) => `P${n}${row}`)).flat(), ""].join("\n");
	};
	return folder(Object.fromEntries(demoNames.map((name) => [name, copies(name)])));
}

describe("the result", () => {
	it("is all that standard output holds", async () => {
		const { stdout } = await tanlu(["report", ...listedFiles, "--format", "json"]);
		expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
		expect(stdout.startsWith("{")).toBe(true);
		expect(stdout.endsWith("}\n")).toBe(true);
	});

	it("is the same whether findings are told or not", async () => {
		const loud = await tanlu(["report", ...listedFiles, "--format", "csv"]);
		const quiet = await tanlu(["report", ...listedFiles, "--format", "csv", "--quiet"]);
		expect(quiet.stdout).toBe(loud.stdout);
		expect(loud.stdout).not.toMatch(/wrong-unit-kind|unknown-carrier/);
	});

	it("goes to the file of --out and nowhere else, without a temporary file left", async () => {
		const cwd = demoFolder();
		const plain = await tanlu(["report", ...demoArgs, "--format", "json"], { cwd });
		const ended = await tanlu(["report", ...demoArgs, "--format", "json", "--out", "report.json"], { cwd });
		expect(ended).toEqual({ ...plain, stdout: "" });
		expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe(plain.stdout);
		expect(names(cwd)).toEqual([...demoNames, "report.json"].sort());
	});

	it("replaces a report of yesterday", async () => {
		const cwd = demoFolder({ "report.csv": "yesterday\n" });
		await tanlu(["report", ...demoArgs, "--format", "csv", "--out", "report.csv"], { cwd });
		expect(readFileSync(join(cwd, "report.csv"), "utf8")).toMatch(/^firm,name,/);
	});

	it("leaves the report of yesterday where the run could not be done", async () => {
		const cwd = demoFolder({ "report.csv": "yesterday\n" });
		const { code } = await tanlu(["report", ...demoArgs, "missing.csv", "--out", "report.csv"], { cwd });
		expect(code).toBe(2);
		expect(readFileSync(join(cwd, "report.csv"), "utf8")).toBe("yesterday\n");
	});

	it("leaves no temporary file where it cannot be put in its place", async () => {
		const cwd = demoFolder();
		await tanlu(["report", ...demoArgs, "--out", "."], { cwd });
		expect(names(cwd)).toEqual([...demoNames]);
	});
});

describe("findings", () => {
	it("go to standard error, gravest first, each code with five places and the count of the others", async () => {
		const { stderr } = await tanlu(["report", ...listedFiles]);
		const groups = stderr.split(/^(?=\S)/m).filter((group) => /^(error|warning|note) {2}/.test(group));
		const heads = groups.map((group) => group.split("\n")[0] as string);
		for (const head of heads) expect(head).toMatch(/^(error|warning|note) {2}[a-z0-9-]+( \(\d+\))?$/);
		expect(new Set(heads).size).toBe(heads.length);
		expect(heads.map((head) => head[0])).toEqual(
			heads.map((head) => head[0] as string).sort((a, b) => "ewn".indexOf(a) - "ewn".indexOf(b)),
		);
		// Thirteen rows in a unit of another kind: the first five by place, the rest by number, one way out for all.
		const group =
			groups
				.find((one) => one.startsWith("error  wrong-unit-kind (13)\n"))
				?.trimEnd()
				.split("\n") ?? [];
		expect(group.filter((line) => /^ {2}\S+\.csv:\d+:\w+ {2}/.test(line))).toHaveLength(5);
		expect(group).toContain(`  ${en.report.furtherFindings(8)}`);
	});

	it("end with their number and with what was not checked", async () => {
		const { stderr } = await tanlu(["report", ...demoFiles]);
		const [counts, other, notChecked, ...after] = stderr.split("\n").slice(-5);
		expect(counts).toMatch(/^0 errors, 5 warnings, \d+ notes$/);
		expect(other).toMatch(/^Other than the tool's own: bases and targets of firms: .*firms\.csv\.$/);
		expect(notChecked).toMatch(/^not checked: .*--as-of/);
		// A blank line parts the findings from the table below them.
		expect(after).toEqual(["", ""]);
	});

	it.runIf(unix && bash)("come before the result, so that the last line on a screen is the result's", async () => {
		const cwd = demoFolder();
		const script = '"$0" "$1" report energy.csv --firms firms.csv output.csv 2>&1';
		const { stdout } = await run("bash", ["-c", script, process.execPath, bin], { cwd });
		const [first, last] = [stdout.indexOf("0 errors, 5 warnings"), stdout.indexOf(en.report.headings.sectors)];
		expect(first).toBeGreaterThan(0);
		expect(last).toBeGreaterThan(first);
	});

	it("are one line of numbers under --quiet, and none where there is nothing to tell", async () => {
		expect((await tanlu(["report", ...demoFiles, "--quiet"])).stderr).toBe("0 errors, 5 warnings, 4 notes\n");
		// A factor that coke can have.
		const sound = { ...small, "energy.csv": small["energy.csv"].replaceAll(",t,1", ",t,3") };
		const clean = await tanlu(["report", "energy.csv", "output.csv", "--quiet"], { cwd: folder(sound) });
		expect(clean).toMatchObject({ code: 0, stderr: "" });
	});

	it("of names with escape sequences steer no terminal, in any format", async () => {
		const cwd = folder({
			"energy.csv": small["energy.csv"].replaceAll("A,", `A${esc}[31m\u0007,`).replace("coke", `co${esc}]0;x\u0007ke`),
			"output.csv": small["output.csv"].replaceAll("A,", `A${esc}[31m\u0007,`),
		});
		for (const format of ["text", "csv", "json"]) {
			const { stdout, stderr } = await tanlu(["report", "energy.csv", "output.csv", "--format", format], { cwd });
			expect(`${stdout}${stderr}`).toContain("[31m");
			expect(`${stdout}${stderr}`.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
		}
	});

	it("of names of 300 characters are told, and the table stays a table", async () => {
		const cwd = folder({ "energy.csv": small["energy.csv"].replaceAll("A,", `${"长".repeat(300)},`) });
		const { code, stdout } = await tanlu(["report", "energy.csv"], { cwd });
		expect(code).toBe(0);
		expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(220);
	});
});

describe("cells of csv", () => {
	it("that a spreadsheet would run are neutralised; numbers below zero stay numbers", async () => {
		const cwd = folder({
			"energy.csv": ["=1+1", "+1", "-1", "@x", "ok"]
				.map((firm) => small["energy.csv"].replaceAll("A,", `${firm},`).split("\n").slice(1).join("\n"))
				.reduce((text, rows) => text + rows, "firm,period,carrier,quantity,unit,emission_factor\n"),
		});
		const { stdout } = await tanlu(["report", "energy.csv", "--format", "csv"], { cwd });
		const firms = new Set(
			stdout
				.trimEnd()
				.split("\n")
				.slice(1)
				.map((row) => row.split(",")[0]),
		);
		expect([...firms].sort()).toEqual(["'+1", "'-1", "'=1+1", "'@x", "ok"]);
		const demo = await tanlu(["report", ...demoFiles, "--format", "csv"]);
		expect(demo.stdout).toMatch(/,-\d/);
		expect(demo.stdout).not.toMatch(/,'-\d/);
	});
});

describe("pipes", () => {
	it.runIf(unix && bash)("closed by a reader who has seen enough: exit 0, and not a word", async () => {
		const script =
			'set -o pipefail; "$0" "$1" report energy.csv --firms firms.csv output.csv --format json --quiet 2>told | head -1';
		const cwd = large();
		const { code, stdout } = await run("bash", ["-c", script, process.execPath, bin], { cwd });
		expect(stdout).toBe("{\n");
		expect(code).toBe(0);
		expect(readFileSync(join(cwd, "told"), "utf8")).toBe("0 errors, 54 warnings, 32 notes\n");
	});

	it.runIf(unix && bash)("closed: an exit code that is not 0 still arrives", async () => {
		const script =
			'set -o pipefail; "$0" "$1" report energy.csv --firms firms.csv output.csv --format csv --max-warnings 0 2>/dev/null | head -1';
		expect((await run("bash", ["-c", script, process.execPath, bin], { cwd: large() })).code).toBe(3);
	});

	it("read slowly hold everything", async () => {
		const cwd = large();
		await tanlu(["report", ...demoArgs, "--format", "json", "--out", "whole.json"], { cwd });
		const whole = readFileSync(join(cwd, "whole.json"));
		expect(whole.length).toBeGreaterThan(1_000_000);
		const child = spawn(process.execPath, [bin, "report", ...demoArgs, "--format", "json"], {
			cwd,
			stdio: ["ignore", "pipe", "ignore"],
		});
		const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
		const pieces: Buffer[] = [];
		for await (const piece of child.stdout) {
			pieces.push(piece as Buffer);
			if (pieces.length < 20) await new Promise((resolve) => setTimeout(resolve, 25));
		}
		expect(await ended).toBe(0);
		expect(Buffer.concat(pieces).equals(whole)).toBe(true);
	});
});

describe("standard input", () => {
	const args = ["report", "-", "--firms", "firms.csv", "output.csv", "--format"];

	it("is read for -", async () => {
		const cwd = demoFolder();
		const named = await tanlu(["report", ...demoArgs, "--format", "csv"], { cwd });
		const piped = await tanlu([...args, "csv"], { cwd, input: demoText("energy.csv") });
		expect(piped).toEqual(named);
	});

	it("is called - in the report", async () => {
		const { stdout } = await tanlu([...args, "json"], { cwd: demoFolder(), input: demoText("energy.csv") });
		const { inputs } = JSON.parse(stdout) as { inputs: { file: string; kind: string }[] };
		expect(inputs.map(({ file, kind }) => `${file} ${kind}`)).toEqual(["- energy", "firms.csv firms", "output.csv output"]);
	});

	it("takes a kind by that name", async () => {
		const { code } = await tanlu([...args, "csv", "--kind", "-=energy"], { cwd: demoFolder(), input: demoText("energy.csv") });
		expect(code).toBe(0);
	});

	it("that is empty is a run that could not be done", async () => {
		expect((await tanlu([...args, "csv"], { cwd: demoFolder(), input: "" })).code).toBe(2);
	});
});

describe("colour", () => {
	const demo = ["report", ...demoFiles, "--year", "2023"];

	it.each([
		["nothing is set", {}],
		["colour is forced from outside", { FORCE_COLOR: "3", COLORTERM: "truecolor", TERM: "xterm-256color" }],
		["NO_COLOR is set", { NO_COLOR: "1", TERM: "xterm-256color" }],
	])("never goes into a pipe: %s", async (_, env) => {
		const { stdout, stderr } = await tanlu(demo, { env });
		expect(stdout + stderr).not.toContain(esc);
	});

	// A terminal to look at, where the system has the command that makes one.
	const script = process.platform === "linux" && existsSync("/usr/bin/script");
	const inTerminal = async (options: string, env: Record<string, string> = {}) => {
		const command = `"${process.execPath}" "${bin}" ${demo.map((arg) => `"${arg}"`).join(" ")} ${options}`;
		const { stdout } = await run("/usr/bin/script", ["-qec", command, "/dev/null"], {
			env: { TERM: "xterm", SHELL: "/bin/sh", ...env },
		});
		expect(stdout).toContain("on track");
		return stdout;
	};

	it.runIf(script)("is there in a terminal", async () => {
		expect(await inTerminal("")).toContain(`${esc}[32m`);
	});

	it.runIf(script)("is not there when the user asks for none", async () => {
		expect(await inTerminal("--no-color")).not.toContain(esc);
		expect(await inTerminal("", { NO_COLOR: "1" })).not.toContain(esc);
		expect(await inTerminal("", { TERM: "dumb" })).not.toContain(esc);
	});
});

describe("a file beside the inputs", () => {
	it("is touched only when named: inputs keep every byte", async () => {
		const cwd = demoFolder();
		writeFileSync(join(cwd, "other.txt"), "mine\n");
		await tanlu(["report", ...demoArgs, "--format", "json"], { cwd });
		for (const name of demoNames) expect(readFileSync(join(cwd, name), "utf8")).toBe(demoText(name));
		expect(readFileSync(join(cwd, "other.txt"), "utf8")).toBe("mine\n");
	});
});
