/** `--split`: rows that count and rows that were refused, apart, each a table that can be read again. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { tanlu } from "../support/in-process.ts";
import { demoArgs, demoFolder, folder, names, onlyLine, small } from "./tanlu.ts";

// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const everywhere = process.getuid?.() === 0;

const split = (cwd: string, files: readonly string[], ...args: string[]) =>
	tanlu(["check", ...files, "--split", "rows", ...args], { cwd });
const text = (cwd: string, name: string): string => readFileSync(join(cwd, "rows", name), "utf8");
const records = (cwd: string, name: string): string[][] => parse(text(cwd, name), { bom: true, relax_column_count: true });

async function report(cwd: string, files: readonly string[], ...args: string[]): Promise<Report> {
	const { stdout } = await tanlu(["report", ...files, "--format", "json", ...args], { cwd });
	return JSON.parse(stdout) as Report;
}
const figures = ({ firms, sectors }: Report): unknown => ({ firms, sectors });

/** Two rows that are refused among three that count, and one that is skipped. */
const mixed = {
	...small,
	"energy.csv": `${small["energy.csv"]}A,2021,cook,1,t,1\nA,2021,coke,,t,1\nB,2021,coke,-3,t,1\nB,2021,coke,"1,000",t,1\n`,
} as const;

describe("rows that count", () => {
	it("are a table again: the same report, to the last digit", async () => {
		const cwd = demoFolder();
		expect(await split(cwd, demoArgs)).toMatchObject({
			code: 0,
			stderr: "Other than the tool's own: bases and targets of firms: firms.csv.\n",
		});
		const used = demoArgs.map((arg) => (arg.endsWith(".csv") ? `rows/${arg.replace(".csv", ".used.csv")}` : arg));
		expect(figures(await report(cwd, used))).toEqual(figures(await report(cwd, demoArgs)));
	});

	it("stand as they stood, in their order, without those that were refused or skipped", async () => {
		const cwd = folder(mixed);
		await split(cwd, ["energy.csv", "output.csv"]);
		expect(text(cwd, "energy.used.csv")).toBe(`\ufeff${small["energy.csv"]}B,2021,coke,"1,000",t,1\n`);
		expect(text(cwd, "output.used.csv")).toBe(`\ufeff${small["output.csv"]}`);
	});

	it("are read without an error, and split again into themselves", async () => {
		const cwd = folder(mixed);
		await split(cwd, ["energy.csv", "output.csv"]);
		const again = await tanlu(["check", "rows/energy.used.csv", "rows/output.used.csv", "--split", "again", "--format", "json"], {
			cwd,
		});
		expect(again.code).toBe(0);
		const twice = readFileSync(join(cwd, "again", "rows_energy.used.used.csv"), "utf8");
		expect(twice).toBe(text(cwd, "energy.used.csv"));
	});

	it("keep the titles above the header, which say whose they are and of which year", async () => {
		const titled = "企业名称：甲厂,,,\n2023年能源消费台账,,,\n月份,能源品种,消费量,单位\n1月,焦炭,10,吨\n2月,焦炭,-1,吨\n";
		const cwd = folder({ "台账.csv": titled });
		await split(cwd, ["台账.csv"]);
		expect(text(cwd, "台账.used.csv")).toBe(`\ufeff${titled.replace("2月,焦炭,-1,吨\n", "")}`);
		const { firms } = await report(cwd, ["rows/台账.used.csv"]);
		expect(firms.map(({ firm, years }) => [firm, years.map(({ year }) => year)])).toEqual([["甲厂", [2023]]]);
	});

	it("stand below the header they are read by, where a file has several", async () => {
		const other = "carrier,quantity,unit,period,firm,emission_factor\ncoke,7,t,2022,A,1\n";
		const cwd = folder({ ...small, "energy.csv": `${small["energy.csv"]}${other}` });
		await split(cwd, ["energy.csv", "output.csv"]);
		expect(text(cwd, "energy.used.csv")).toBe(`\ufeff${small["energy.csv"]}${other}`);
		const used = ["rows/energy.used.csv", "rows/output.used.csv"];
		expect(figures(await report(cwd, used))).toEqual(figures(await report(cwd, ["energy.csv", "output.csv"])));
	});

	it("of merged cells say whose they are, even where the row above is refused", async () => {
		const merged = "firm,period,carrier,quantity,unit\nB,2020,coke,1,t\nA,2020,coke,x,t\n,2021,coke,900,t\n";
		const cwd = folder({ "energy.csv": merged });
		await split(cwd, ["energy.csv"], "--fill-down");
		expect(records(cwd, "energy.used.csv").slice(1)).toEqual([
			["B", "2020", "coke", "1", "t"],
			["A", "2021", "coke", "900", "t"],
		]);
	});
});

describe("rows that were refused", () => {
	it("stand in a file of their own, each with its row and the code that says why", async () => {
		const cwd = folder(mixed);
		await split(cwd, ["energy.csv", "output.csv"]);
		expect(records(cwd, "energy.refused.csv")).toEqual([
			["firm", "period", "carrier", "quantity", "unit", "emission_factor", "tanlu_row", "tanlu_why"],
			["A", "2021", "cook", "1", "t", "1", "4", "unknown-carrier"],
			["B", "2021", "coke", "-3", "t", "1", "6", "negative-quantity"],
		]);
	});

	it("and those that count and were skipped are as many as the result says", async () => {
		const cwd = folder(mixed);
		const { stdout } = await split(cwd, ["energy.csv", "output.csv"], "--format", "json");
		const { inputs } = JSON.parse(stdout) as Pick<Report, "inputs">;
		for (const { file, rows } of inputs) {
			const [used, refused] = ["used", "refused"].map((of) => records(cwd, file.replace(".csv", `.${of}.csv`)).length - 1);
			expect([used, refused]).toEqual([rows.used, rows.refused]);
		}
		expect(inputs[0]?.rows).toEqual({ read: 6, used: 3, refused: 2, skipped: 1 });
	});

	it("leave nothing of an earlier run behind: mended, their file has its header alone", async () => {
		const cwd = folder(mixed);
		await split(cwd, ["energy.csv", "output.csv"]);
		writeFileSync(join(cwd, "energy.csv"), small["energy.csv"]);
		await split(cwd, ["energy.csv", "output.csv"]);
		expect(records(cwd, "energy.refused.csv")).toHaveLength(1);
	});

	it("are written where no row at all could be used: exit 2, and every row to be mended", async () => {
		const cwd = folder({ "energy.csv": small["energy.csv"].replaceAll("coke", "cook") });
		const { code, stdout } = await split(cwd, ["energy.csv"]);
		expect([code, stdout]).toEqual([2, ""]);
		expect(records(cwd, "energy.refused.csv").map((cells) => cells.at(-1))).toEqual([
			"tanlu_why",
			"unknown-carrier",
			"unknown-carrier",
		]);
	});

	it("can be read again when they are mended: the two columns behind are unknown and no more", async () => {
		const cwd = folder(mixed);
		await split(cwd, ["energy.csv", "output.csv"]);
		const mended = text(cwd, "energy.refused.csv").replace("cook", "coke").replace("-3", "3");
		writeFileSync(join(cwd, "mended.csv"), mended);
		const { code, stdout } = await tanlu(["check", "mended.csv", "--format", "csv"], { cwd });
		expect(code).toBe(0);
		expect(stdout.match(/^warning,unknown-column,/gm)).toHaveLength(2);
	});

	it("are so many and so long as they come: a large file goes apart whole", async () => {
		// Two thousand rows of each kind, in turn: more than any buffer, and more than findings are listed.
		const rows = Array.from({ length: 4000 }, (_, n) => `P${n},2021,coke,${n % 2 === 0 ? "" : "-"}${n + 1},t,1\n`);
		const cwd = folder({ "energy.csv": `${small["energy.csv"].split("\n")[0]}\n${rows.join("")}` });
		await split(cwd, ["energy.csv"]);
		const [used, refused] = [records(cwd, "energy.used.csv"), records(cwd, "energy.refused.csv")];
		expect([used.length, refused.length]).toEqual([2001, 2001]);
		expect(refused.slice(1).map((cells) => cells.at(-2))).toEqual(Array.from({ length: 2000 }, (_, n) => String(2 * n + 3)));
	});
});

describe("cells", () => {
	it("keep quotes, separators and newlines, whatever separated them before", async () => {
		const cwd = folder({
			"energy.csv": 'firm;period;carrier;quantity;unit;note\n"A ""B"", C";2021;coke;1;t;"two\nlines; one"\n',
		});
		await split(cwd, ["energy.csv"]);
		expect(records(cwd, "energy.used.csv")).toEqual([
			["firm", "period", "carrier", "quantity", "unit", "note"],
			['A "B", C', "2021", "coke", "1", "t", "two\nlines; one"],
		]);
	});

	it("stay as they are, also where a spreadsheet would run them: these are the user's rows, to be read again", async () => {
		const cwd = folder({ "energy.csv": "firm,period,carrier,quantity,unit\n=1+1,2021,coke,1,t\n" });
		await split(cwd, ["energy.csv"]);
		expect(records(cwd, "energy.used.csv")[1]?.[0]).toBe("=1+1");
		const firms = async (file: string): Promise<string[]> => (await report(cwd, [file])).firms.map(({ firm }) => firm);
		expect(await firms("rows/energy.used.csv")).toEqual(await firms("energy.csv"));
	});

	it("of GB18030 become UTF-8", async () => {
		// 企业,期间,能源品种,消费量,单位 / 甲,2021,焦炭,1,吨
		const bytes = Buffer.from(
			"c6f3d2b52cc6dabce42cc4dcd4b4c6b7d6d62ccffbb7d1c1bf2cb5a5cebb0abcd72c323032312cbdb9ccbf2c312cb6d60a",
			"hex",
		);
		const cwd = folder({ "energy.csv": bytes });
		await split(cwd, ["energy.csv"]);
		expect(text(cwd, "energy.used.csv")).toBe("\ufeff企业,期间,能源品种,消费量,单位\n甲,2021,焦炭,1,吨\n");
	});
});

describe("names", () => {
	it("of inputs in other folders stay below the folder", async () => {
		const cwd = folder(small);
		mkdirSync(join(cwd, "in", "deep"), { recursive: true });
		mkdirSync(join(cwd, "run"));
		for (const [name, content] of Object.entries(small)) writeFileSync(join(cwd, "in", "deep", name), content);
		const from = join(cwd, "run");
		const files = ["../in/deep/energy.csv", join(cwd, "output.csv")];
		const { code } = await tanlu(["check", ...files, "--split", "rows"], { cwd: from });
		expect(code).toBe(0);
		expect(names(from)).toEqual(["rows"]);
		const written = names(join(from, "rows"));
		expect(written).toHaveLength(4);
		expect(written.filter((name) => /energy\.(used|refused)\.csv$/.test(name))).toHaveLength(2);
		expect(names(cwd)).toEqual(["energy.csv", "in", "output.csv", "run"]);
	});

	it("that would be one are numbered: no row of one table gets below the header of another", async () => {
		const cwd = folder({
			"energy.csv": small["energy.csv"],
			"energy.tsv": "carrier\tfirm\tperiod\tquantity\tunit\ncoke\tC\t2021\t5\tt\n",
			"output.csv": small["output.csv"],
		});
		await split(cwd, ["energy.csv", "energy.tsv", "output.csv"]);
		expect(text(cwd, "energy.used.csv")).toBe(`\ufeff${small["energy.csv"]}`);
		expect(text(cwd, "energy-2.used.csv")).toBe("\ufeffcarrier,firm,period,quantity,unit\ncoke,C,2021,5,t\n");
	});

	it.runIf(unix)("of hostile letters make no file elsewhere and steer no terminal", async () => {
		const hostile = ["..csv", "a\u001b[31mb.csv", "\u202ecsv.exe", "a b'c\"d.csv", "名".repeat(60)];
		const cwd = folder(Object.fromEntries(hostile.map((name, n) => [name, small["energy.csv"].replaceAll("A,", `F${n},`)])));
		const ended = await split(cwd, hostile);
		expect(ended.code).toBe(0);
		expect(`${ended.stdout}${ended.stderr}`.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
		expect(names(cwd)).toEqual([...hostile, "rows"].sort());
		expect(names(join(cwd, "rows"))).toHaveLength(2 * hostile.length);
	});

	it.runIf(unix)("too long for the disk are exit 2, in one line", async () => {
		// A name has 255 bytes at most. 83 letters of three bytes are 249: there is room for .csv and none for .used.csv.
		const cwd = folder({ [`${"名".repeat(83)}.csv`]: small["energy.csv"] });
		const ended = await split(cwd, [`${"名".repeat(83)}.csv`]);
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toContain("名".repeat(20));
	});

	it("of standard input are those of a file", async () => {
		const cwd = folder({ "output.csv": small["output.csv"] });
		const { code } = await tanlu(["check", "-", "output.csv", "--split", "rows"], { cwd, input: small["energy.csv"] });
		expect(code).toBe(0);
		expect(text(cwd, "-.used.csv")).toBe(`\ufeff${small["energy.csv"]}`);
	});
});

describe("the folder", () => {
	it("is made, with those above it, and one that is there stays as it is", async () => {
		const cwd = folder(small);
		const run = () => tanlu(["check", "energy.csv", "output.csv", "--split", "a/b/rows/"], { cwd });
		expect((await run()).code).toBe(0);
		writeFileSync(join(cwd, "a", "b", "rows", "mine.txt"), "mine\n");
		expect((await run()).code).toBe(0);
		expect(names(join(cwd, "a", "b", "rows"))).toEqual([
			...["energy.refused.csv", "energy.used.csv", "mine.txt", "output.refused.csv", "output.used.csv"],
		]);
	});

	it("may hold an input; no input is written over, and nothing of it is lost", async () => {
		const cwd = folder({ ...small, "energy.used.csv": mixed["energy.csv"] });
		const ended = await tanlu(["check", "energy.csv", "energy.used.csv", "output.csv", "--split", "."], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toBe("--split ./energy.used.csv would overwrite an input. Name another file.");
		expect(readFileSync(join(cwd, "energy.used.csv"), "utf8")).toBe(mixed["energy.csv"]);
	});

	it.each(["energy.csv", "energy.csv/rows", ""])("that cannot be one is exit 2, in one line: '%s'", async (place) => {
		const cwd = folder(small);
		const ended = await tanlu(["check", "energy.csv", "output.csv", "--split", place], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).not.toMatch(/Error:|undefined|\[object/);
		expect(readFileSync(join(cwd, "energy.csv"), "utf8")).toBe(small["energy.csv"]);
	});

	it.runIf(unix && !everywhere)("that nobody may write in is exit 2 (not asked of root, who may do anything)", async () => {
		const cwd = folder(small);
		mkdirSync(join(cwd, "rows"));
		chmodSync(join(cwd, "rows"), 0o555);
		const ended = await split(cwd, ["energy.csv", "output.csv"]);
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toContain("rows/energy.used.csv");
	});

	it("is not made where the command line is wrong", async () => {
		const cwd = folder(small);
		await split(cwd, ["energy.csv", "output.csv"], "--format", "jsn");
		expect(existsSync(join(cwd, "rows"))).toBe(false);
	});
});
