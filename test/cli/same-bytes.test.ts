/** The same data give the same bytes: in any place of the world, in any order, in any file format of an office. */
import { describe, expect, it } from "vitest";
import { tanlu } from "../support/in-process.ts";
import { demoFiles, demoNames, demoText, folder, tanlu as started } from "./tanlu.ts";

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le");

/** The firms table states bases, which count where its option names it. */
const asArguments = (files: readonly string[]): string[] =>
	files.flatMap((file) => (file === "firms.csv" ? ["--firms", file] : [file]));

async function csvOf(files: Readonly<Record<string, string | Uint8Array>>, ...options: string[]): Promise<string> {
	const ended = await tanlu(["report", ...asArguments(Object.keys(files)), "--format", "csv", "--quiet", ...options], {
		cwd: folder(files),
	});
	expect(ended.code).toBe(0);
	return ended.stdout;
}

const demo = Object.fromEntries(demoNames.map((name) => [name, demoText(name)]));
const demoAs = (write: (text: string) => string | Uint8Array) =>
	Object.fromEntries(Object.entries(demo).map(([name, text]) => [name, write(text)]));

/** Rows in another order, the header first: each row goes where a fixed step over a prime takes it. */
function shuffled(text: string): string {
	const [head = "", ...rows] = text.trimEnd().split("\n");
	const order = rows.map((row, n) => ({ row, at: (n * 7919 + 13) % 10007 })).sort((a, b) => a.at - b.at);
	return `${[head, ...order.map(({ row }) => row)].join("\n")}\n`;
}

describe("the surroundings", () => {
	it.each([
		["the time zone", { TZ: "Asia/Shanghai" }],
		["a Chinese locale", { LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8", LANGUAGE: "zh" }],
		["a Turkish locale", { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }],
		["a locale with another decimal sign", { LC_ALL: "de_DE.UTF-8", LC_NUMERIC: "de_DE.UTF-8" }],
		["the width of the window", { COLUMNS: "40", LINES: "10" }],
	])("%s changes no byte", async (_, env) => {
		for (const format of ["text", "csv", "json"]) {
			const args = ["report", ...demoFiles, "--format", format, "--year", "2023"];
			expect(await started(args, { env })).toEqual(await started(args, { env: { LC_ALL: "C", TZ: "UTC" } }));
		}
	});

	it("two runs give the same bytes", async () => {
		const args = ["report", ...demoFiles, "--format", "json"];
		expect(await started(args)).toEqual(await started(args));
	});
});

describe("the order", () => {
	it("of files changes no byte", async () => {
		const cwd = folder(demo);
		for (const format of ["text", "csv", "json"]) {
			const [one, other] = await Promise.all(
				[demoNames, [...demoNames].reverse()].map((files) =>
					tanlu(["report", ...asArguments(files), "--format", format], { cwd }),
				),
			);
			expect(one?.code).toBe(0);
			expect(other).toEqual(one);
		}
	});

	it("of rows changes no byte of csv", async () => {
		expect(shuffled(demoText("energy.csv"))).not.toBe(demoText("energy.csv"));
		expect(await csvOf(demoAs(shuffled))).toBe(await csvOf(demo));
	});

	it("of columns changes no byte of csv", async () => {
		const turned = demoAs((text) => text.replace(/^.*$/gm, (row) => row.split(",").reverse().join(",")));
		expect(await csvOf(turned)).toBe(await csvOf(demo));
	});
});

describe("the file", () => {
	it.each<[string, (text: string) => string | Uint8Array]>([
		["UTF-8 with a byte order mark and semicolons", (text) => `\uFEFF${text.replaceAll(",", ";")}`],
		["UTF-16LE with a byte order mark and tabs", (text) => utf16(text.replaceAll(",", "\t"))],
		["UTF-16BE with a byte order mark", (text) => Buffer.from(utf16(text)).swap16()],
		["newlines of CR alone", (text) => text.replaceAll("\n", "\r")],
		["newlines of CR and LF", (text) => text.replaceAll("\n", "\r\n")],
		["no newline at the end", (text) => text.trimEnd()],
		["every cell in quotes", (text) => text.replace(/[^,\n]+/g, '"$&"')],
		["empty lines between rows", (text) => text.replaceAll("\n", "\n\n")],
	])("%s changes no byte of csv", async (_, write) => {
		// No cell of the demonstration holds a separator or a quote.
		expect(Object.values(demo).join("")).not.toMatch(/[";\t]/);
		expect(await csvOf(demoAs(write))).toBe(await csvOf(demo));
	});

	it("cut in two between any rows changes no byte of csv", async () => {
		const [head, ...rows] = demoText("energy.csv").trimEnd().split("\n");
		const cut = { "firms.csv": demoText("firms.csv"), "output.csv": demoText("output.csv") };
		const parts = {
			"energy-1.csv": [head, ...rows.slice(0, 333), ""].join("\n"),
			"energy-2.csv": [head, ...rows.slice(333), ""].join("\n"),
		};
		expect(await csvOf({ ...parts, ...cut })).toBe(await csvOf(demo));
	});
});

describe("GB18030", () => {
	const energy =
		"企业,期间,能源品种,消费量,计量单位\n" +
		"甲钢厂,2020,电力,1000,万千瓦时\n甲钢厂,2020,焦炭,200,吨\n甲钢厂,2021,电力,950,万千瓦时\n甲钢厂,2021,焦炭,190,吨\n";
	const output =
		"企业,期间,指标,数量,计量单位,价格\n甲钢厂,2020,工业增加值,1000,万元,2020年不变价\n甲钢厂,2021,工业增加值,1010,万元,2020年不变价\n";
	// The same two tables as an office of this country saves them; Node can read this encoding and cannot write it.
	const energyBytes = Buffer.from(
		"c6f3d2b52cc6dabce42cc4dcd4b4c6b7d6d62ccffbb7d1c1bf2cbcc6c1bfb5a5cebb0a" +
			"bcd7b8d6b3a72c323032302cb5e7c1a62c313030302ccdf2c7a7cddfcab10abcd7b8d6b3a72c323032302cbdb9ccbf2c3230302cb6d60a" +
			"bcd7b8d6b3a72c323032312cb5e7c1a62c3935302ccdf2c7a7cddfcab10abcd7b8d6b3a72c323032312cbdb9ccbf2c3139302cb6d60a",
		"hex",
	);
	const outputBytes = Buffer.from(
		"c6f3d2b52cc6dabce42cd6b8b1ea2ccafdc1bf2cbcc6c1bfb5a5cebb2cbcdbb8f10a" +
			"bcd7b8d6b3a72c323032302cb9a4d2b5d4f6bcd3d6b52c313030302ccdf2d4aa2c32303230c4eab2bbb1e4bcdb0a" +
			"bcd7b8d6b3a72c323032312cb9a4d2b5d4f6bcd3d6b52c313031302ccdf2d4aa2c32303230c4eab2bbb1e4bcdb0a",
		"hex",
	);

	it("is what these bytes are", () => {
		expect(new TextDecoder("gb18030").decode(energyBytes)).toBe(energy);
		expect(new TextDecoder("gb18030").decode(outputBytes)).toBe(output);
	});

	it("changes no byte of csv, found out or forced", async () => {
		const plain = await csvOf({ "energy.csv": energy, "output.csv": output });
		// 1000 × 10^4 kWh × 0.5568 kg = 5568 t; 200 t × 28.446 GJ/t × 0.0294 tC/GJ × 0.93 × 44/12 = 570.3650568 t.
		expect(plain).toContain("\n甲钢厂,,,,2020,whole-year,570.3650568,0,5568,0,6138.3650568,");
		const bytes = { "energy.csv": energyBytes, "output.csv": outputBytes };
		expect(await csvOf(bytes)).toBe(plain);
		expect(await csvOf(bytes, "--encoding", "gb18030")).toBe(plain);
	});

	it("is named in the report", async () => {
		const cwd = folder({ "energy.csv": energyBytes, "output.csv": output });
		const { stdout } = await tanlu(["report", "energy.csv", "output.csv", "--format", "json"], { cwd });
		const { inputs } = JSON.parse(stdout) as { inputs: { encoding: string }[] };
		expect(inputs.map(({ encoding }) => encoding)).toEqual(["gb18030", "utf-8"]);
	});

	it("forced to be UTF-8 is a run that could not be done, with the byte", async () => {
		const cwd = folder({
			"energy.csv": Buffer.concat([Buffer.from("firm,period,carrier,quantity,unit\n"), energyBytes.subarray(34)]),
		});
		const { code, stdout, stderr } = await tanlu(["report", "energy.csv", "--encoding", "utf-8"], { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toMatch(/^tanlu: energy\.csv is not utf-8 \(byte \d+\)\. .*--encoding\.\n$/);
	});

	it("forced to be UTF-8 is told so for a header too", async () => {
		const { stderr } = await tanlu(["report", "energy.csv", "--encoding", "utf-8"], {
			cwd: folder({ "energy.csv": energyBytes }),
		});
		expect(stderr).toContain("is not utf-8");
	});
});
