/** `tanlu total` through the program: what stands for rows, what is told, what is refused. Sums are worked out by hand. */
import { describe, expect, it } from "vitest";
import { type Heard, program } from "../support/memory-host.ts";

const HEADER = "firm,period,carrier,quantity,unit";
const energy = (...rows: readonly string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
const OUTPUT = "firm,period,indicator,quantity,unit,prices\nF1,2024,value_added,1000,10^4 CNY,constant-2020\n";

const run = (argv: readonly string[], files: Readonly<Record<string, string>>): Promise<Heard> =>
	program(argv, { files: new Map(Object.entries(files)) });

/** The rows of totals as objects, the last apart. */
const rowsIn = (text: string): Record<string, string>[] => {
	const [header = "", ...lines] = text.trimEnd().split("\n");
	const names = header.split(",");
	return lines.map((line) =>
		Object.fromEntries(
			line
				.split(",")
				.map((cell, at) => [names[at], cell])
				.filter(([, cell]) => cell !== ""),
		),
	);
};

const total = async (
	files: Readonly<Record<string, string>>,
	options: readonly string[] = [],
): Promise<Record<string, string>[]> => rowsIn((await run(["total", ...options, ...Object.keys(files)], files)).stdout);

const months = Array.from({ length: 12 }, (_, at) => `F1,2024-${String(at + 1).padStart(2, "0")},coke,${at + 1}.50,t`);

describe("totals", () => {
	it("have one row for the twelve months of a series, as printed, and their exact sum", async () => {
		const [row, end] = await total({ "energy.csv": energy(...months) });
		expect(row).toMatchObject({
			entry: "energy",
			firm: "F1",
			of: "coke",
			unit: "t",
			year: "2024",
			sum: "84",
			m01: "1.50",
			m12: "12.50",
		});
		expect(end).toMatchObject({ entry: "end", sum: "1" });
	});

	it("have the days of a month in one cell", async () => {
		const days = ["F1,2024-03-20,coke,0.25,t", "F1,2024-03-05,coke,10.5,t"];
		const [row] = await total({ "energy.csv": energy(...days) });
		expect(row).toMatchObject({ basis: "days", m03: "05@10.5;20@0.25", sum: "10.75" });
	});

	it("are smaller than rows of days by far", async () => {
		const rows = Array.from(
			{ length: 336 },
			(_, at) =>
				`Firm of the north,2024-${String((at % 12) + 1).padStart(2, "0")}-${String(Math.floor(at / 12) + 1).padStart(2, "0")},bituminous-coal,${at}.5,t`,
		);
		const text = energy(...rows);
		const { stdout } = await run(["total", "energy.csv"], { "energy.csv": text });
		expect(rowsIn(stdout)).toHaveLength(2);
		expect(stdout.length).toBeLessThan(text.length / 3);
	});

	it("add up rows that are said to be parts", async () => {
		const [row] = await total({ "energy.csv": energy("F1,2024-01,coke,1.5,t", "F1,2024-01,coke,2.25,t") }, ["--add-repeats"]);
		expect(row?.["m01"]).toMatch(/^3\.75=/);
	});

	it("keep a name that a spreadsheet would run as what it is", async () => {
		const made = await run(["total", "energy.csv"], { "energy.csv": energy('"=1+1,x",2024,coke,1,t') });
		expect(made.stdout).not.toMatch(/(^|,)=/m);
		const { stdout } = await run(["report", "totals.csv", "--format", "json"], { "totals.csv": made.stdout });
		expect((JSON.parse(stdout) as { firms: { firm: string }[] }).firms.map(({ firm }) => firm)).toEqual(["=1+1,x"]);
	});

	it("of tables without a row are none", async () => {
		const { code, stderr } = await run(["total", "energy.csv"], { "energy.csv": `${HEADER}\n` });
		expect(code).toBe(2);
		expect(stderr).toContain("no row");
	});
});

describe("a row that is refused", () => {
	const files = { "energy.csv": energy("F1,2024,coke,-5,t", "F1,2024,electricity,10,MWh"), "output.csv": OUTPUT };

	it("is told where totals are made, which ends with 1", async () => {
		const { code, stderr } = await run(["total", "energy.csv"], files);
		expect(code).toBe(1);
		expect(stderr).toContain("energy.csv:2");
	});

	it("withholds what it would where the totals are read, which ends with 1", async () => {
		const totals = (await run(["total", ...Object.keys(files)], files)).stdout;
		const whole = await run(["report", ...Object.keys(files), "--format", "csv"], files);
		const after = await run(["report", "totals.csv", "--format", "csv"], { "totals.csv": totals });
		expect(after.stdout).toBe(whole.stdout);
		expect(after.stdout).not.toContain("on-track");
		expect(after.code).toBe(1);
		expect(after.stderr).toContain("lost-before");
	});

	it("of another output than the run's makes totals that the run does not take", async () => {
		const output = `${OUTPUT}F1,2024,revenue,-1,10^4 CNY,constant-2020\n`;
		const { stdout } = await run(["total", "output.csv"], { "output.csv": output });
		const { code, stderr } = await run(["report", "totals.csv", "--per", "revenue"], { "totals.csv": stdout });
		expect(code).toBe(2);
		expect(stderr).toContain("--per value-added");
	});
});

describe("what overlaps totals", () => {
	const one = energy("F1,2024-01,coke,1,t", "F1,2024-02,coke,2,t");

	it.each([
		["the rows they were made of", one],
		["an equal amount of one of its months", energy("F1,2024-02,coke,2,t")],
	])("is an error: %s", async (_, rows) => {
		const totals = (await run(["total", "energy.csv"], { "energy.csv": one })).stdout;
		const { code, stderr } = await run(["report", "totals.csv", "energy.csv"], { "totals.csv": totals, "energy.csv": rows });
		expect(code).toBe(1);
		expect(stderr).toContain("overlapping-totals");
	});

	it("is an error between totals, and of days, too", async () => {
		const days = ["F1,2024-01-05,coke,1,t", "F1,2024-01-06,coke,2,t"];
		const made = await Promise.all(
			[days, days.slice(1)].map(async (rows) => (await run(["total", "energy.csv"], { "energy.csv": energy(...rows) })).stdout),
		);
		const { code, stderr } = await run(["report", "a.csv", "b.csv"], { "a.csv": made[0] as string, "b.csv": made[1] as string });
		expect(code).toBe(1);
		expect(stderr).toContain("overlapping-totals");
	});
});

describe("a table of totals", () => {
	const whole = async (): Promise<string> => (await run(["total", "energy.csv"], { "energy.csv": energy(...months) })).stdout;

	it.each([
		["that ends early", (text: string) => text.slice(0, text.lastIndexOf("end,"))],
		["that lacks a row", (text: string) => text.replace(/^energy.*\n/m, "")],
		["that was cut off within a row", (text: string) => text.slice(0, text.indexOf("12.50") + 2)],
		["whose cell is none of the tool's", (text: string) => text.replace("12.50", "a dozen")],
		["of which a month was changed", (text: string) => text.replace(",12.50,", ",13.50,")],
		["whose numbers a program rounded", (text: string) => text.replace(",12.50,", ",12,")],
		["of another grammar", (text: string) => text.replace(/^end,,,,,,1/m, "end,,,,,,2")],
	])("%s is not read", async (_, spoilt) => {
		const { code, stderr } = await run(["report", "totals.csv"], { "totals.csv": spoilt(await whole()) });
		expect(code).toBe(2);
		expect(stderr).toMatch(/totals/);
	});

	it("may be several, one behind the other", async () => {
		const other = (await run(["total", "energy.csv"], { "energy.csv": energy("F2,2024,coke,5,t") })).stdout;
		const { code, stdout } = await run(["report", "totals.csv", "--format", "csv"], { "totals.csv": (await whole()) + other });
		expect(code).toBe(0);
		expect(stdout.trimEnd().split("\n")).toHaveLength(3);
	});

	it("may have a tab behind each line, as Hadoop's text output has, also one behind the other", async () => {
		const other = (await run(["total", "energy.csv"], { "energy.csv": energy("F2,2024,coke,5,t", "F3,2024,coke,7,t") })).stdout;
		const joined = (await whole()) + other;
		const [plain, tabbed] = await Promise.all(
			[joined, joined.replaceAll("\n", "\t\n")].map((text) =>
				run(["report", "totals.csv", "--format", "csv"], { "totals.csv": text }),
			),
		);
		expect([tabbed?.code, tabbed?.stdout]).toEqual([0, plain?.stdout]);
		expect(plain?.stdout.trimEnd().split("\n")).toHaveLength(4);
		const twice = await run(["report", "totals.csv"], { "totals.csv": joined.replaceAll("\n", "\t\t\n") });
		expect(twice.code).toBe(2);
	});

	it("refuses months behind the day of the run", async () => {
		const { code, stderr } = await run(["report", "totals.csv", "--as-of", "2024-06-30"], { "totals.csv": await whole() });
		expect(code).toBe(1);
		expect(stderr).toContain("future-month");
	});
});

describe("what was asserted when totals were made", () => {
	it("is told wherever they are read, also of totals of totals", async () => {
		const rows = { "energy.csv": energy("F1,2024-01,coke,1.5,t", "F1,2024-01,coke,2.25,t") };
		const once = (await run(["total", "--add-repeats", "--assume-firm", "F9", "energy.csv"], rows)).stdout;
		const twice = (await run(["total", "a.csv"], { "a.csv": once })).stdout;
		for (const totals of [once, twice]) {
			const { stderr } = await run(["report", "totals.csv"], { "totals.csv": totals });
			expect(stderr).toContain("--add-repeats");
			expect(stderr).toContain("--assume-firm=F9");
		}
	});

	it("is nothing where nothing was", async () => {
		const totals = (await run(["total", "energy.csv"], { "energy.csv": energy("F1,2024,coke,1.5,t") })).stdout;
		expect((await run(["report", "totals.csv"], { "totals.csv": totals })).stderr).not.toContain("totals-made-with");
	});
});

describe("--header", () => {
	const rows = "F1,2024-01,coke,1.5,t\nF1,2024-02,coke,2,t\n";
	const options = ["total", "--header", HEADER];

	it("names the columns of a stretch, whose first line is row 1", async () => {
		const { code, stdout } = await run([...options, "part-0"], { "part-0": rows });
		expect(code).toBe(0);
		expect(rowsIn(stdout)[0]).toMatchObject({ m01: "1.5", m02: "2" });
		const bad = await run([...options, "part-0"], { "part-0": `F1,2024-01,coke,-1,t\n${rows.split("\n")[1]}\n` });
		expect(bad.stderr).toContain("part-0:1");
	});

	it("takes a stretch without a row for one", async () => {
		const { code, stdout } = await run([...options, "part-0"], { "part-0": "" });
		expect(code).toBe(0);
		expect(rowsIn(stdout)).toMatchObject([{ entry: "end", sum: "0" }]);
	});

	it("that is no header is told", async () => {
		const { code } = await run(["total", "--header", "a,b", "part-0"], { "part-0": rows });
		expect(code).toBe(2);
	});
});

it("amounts of several units name one of them, whatever the order of rows", async () => {
	const rows = ["F1,2024Q1,production,methanol,250,t", "F1,2024Q2,production,methanol,35,10^4 Nm3"];
	const text = (list: readonly string[]): string => `firm,period,indicator,product,quantity,unit\n${list.join("\n")}\n`;
	const report = async (list: readonly string[]): Promise<string> =>
		(
			await run(["report", "energy.csv", "output.csv", "--per", "product:methanol", "--format", "csv"], {
				"energy.csv": energy("F1,2024,coke,1,t"),
				"output.csv": text(list),
			})
		).stdout;
	expect(await report(rows.toReversed())).toBe(await report(rows));
});
