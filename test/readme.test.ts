/** The README holds what it says: its files work when saved, its runs print what is pasted, its tables leave nothing out. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Report, type ReportYear, report } from "../src/index.ts";
import { bin, type Ended, root, run } from "./cli/tanlu.ts";
import { documentation, readme as firstPage } from "./support/documentation.ts";

const readme = documentation("en");
const plan = readFileSync(join(root, "src", "README.md"), "utf8");

/** The code block below a mark such as `<!-- energy.csv -->`. */
function block(mark: string): string {
	const found = new RegExp(`<!-- ${mark.replace(".", "\\.")} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(readme);
	if (found === null) throw new Error(`the README has no block marked ${mark}`);
	return found[1] as string;
}

/** The options, first cells of the rows of one table, between two headings. */
function firstCells(text: string, heading: string): string[] {
	const section = text.split(`\n${heading}\n`)[1]?.split("\n## ")[0] ?? "";
	return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell as string);
}

const tanlu = (args: readonly string[], cwd: string): Promise<Ended> => run(process.execPath, [bin, ...args], { cwd });

describe("the two files of the README", () => {
	const tables = ["energy.csv", "output.csv"].map((name) => ({ name, text: block(name) }));
	let made: Report;
	beforeAll(async () => {
		made = await report(tables);
	});
	const yearOf = (wanted: number): ReportYear => {
		const found = made.firms[0]?.years.find(({ year }) => year === wanted);
		if (found === undefined) throw new Error(`no year ${wanted}`);
		return found;
	};

	it("are read without a finding, every row used", () => {
		expect(made.findings.list).toEqual([]);
		expect(made.inputs.map(({ rows }) => rows)).toEqual([
			{ read: 6, used: 6, refused: 0, skipped: 0 },
			{ read: 3, used: 3, refused: 0, skipped: 0 },
		]);
	});

	it("give the figures that the README states, and those are right", () => {
		// A tonne of coal: 23.204 × 0.02618 × 0.93 × 44/12 = 0.5649570696 × 11/3 = 2.0715092552 t CO2. A kWh: 0.5568 kg.
		// 2020: 1000 × 2.0715092552 = 2071.5092552;  5000000 × 0.0005568 = 2784;     4855.5092552 / 2000    = 2.4277546276
		// 2022:  960 × 2.0715092552 = 1988.648884992; 5050000 × 0.0005568 = 2811.84; 4800.488884992 / 2150  = 2.2327855279…
		// 2023:  900 × 2.0715092552 = 1864.35832968;  5200000 × 0.0005568 = 2895.36; 4759.71832968 / 2250   = 2.1154303687…
		const stated = [
			[2020, "2071.5092552", "2784", "4855.5092552", "2000", "2.4277546276"],
			[2022, "1988.648884992", "2811.84", "4800.488884992", "2150", "2.232785527903"],
			[2023, "1864.35832968", "2895.36", "4759.71832968", "2250", "2.115430368747"],
		] as const;
		for (const row of stated) {
			const [year, fuel, electricity, total, value, intensity] = row;
			const one = yearOf(year);
			expect(one.emissions).toMatchObject({ fuel, electricity, total, process: "0", heat: "0" });
			expect(one.output.value).toBe(value);
			expect(one.intensity.value).toBe(intensity);
			expect(readme).toContain(`| ${row.join(" | ")} |`);
		}
		// The last digits by whole numbers: n/d = q + r/d, and twice r tells up from down.
		const places12 = (n: bigint, d: bigint): bigint => (2n * n * 10n ** 12n + d) / (2n * d);
		expect(places12(4800488884992n, 2150n * 10n ** 9n)).toBe(2232785527903n);
		expect(places12(475971832968n, 2250n * 10n ** 8n)).toBe(2115430368747n);
	});

	it("are on track in 2023, by the gap that the README states", () => {
		// required = 2.4277546276 × 0.82^(3/5): its fifth power lies between those of the printed figure give or take half a digit.
		const [base, printed] = [24277546276n, 2155227411537n];
		const fifth = (twice: bigint): bigint => twice ** 5n * 100n ** 3n;
		const exact = (2n * base * 100n) ** 5n * 82n ** 3n;
		expect(fifth(2n * printed - 1n) < exact && exact < fifth(2n * printed + 1n)).toBe(true);
		// gap = 2.115430368746… − 2.155227411537… = −0.0397970427…
		expect(yearOf(2023).ownPath).toMatchObject({ required: "2.155227411537", gap: "-0.03979704279" });
		for (const figure of ["2.155227411537", "−0.03979704279"]) expect(readme).toContain(figure);
		// Cumulative: I^5 ≤ I0^5 × 0.82^3. Year: (I2023/I2022)^5 ≤ 0.82, since 0.94744^5 = 0.7634.
		expect(yearOf(2023).verdict).toEqual({
			word: "on-track",
			qualifiers: [],
			yearTest: "pass",
			cumulativeTest: "pass",
			reasons: [],
		});
		expect(yearOf(2023).change?.sinceLastYearPercent).toMatch(/^-5\.25[5-9]/);
		expect(yearOf(2020).verdict).toBeNull();
	});
});

describe("the runs of the README", () => {
	const folder = mkdtempSync(join(tmpdir(), "tanlu-readme-"));
	beforeAll(() => {
		for (const name of ["energy.csv", "output.csv"]) writeFileSync(join(folder, name), block(name));
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const runs = [...readme.matchAll(/```console\n\$ tanlu (.*)\n([\s\S]*?)```/g)].map(([, line, printed]) => ({
		line: line as string,
		printed: printed as string,
	}));

	it("are four: one of the demonstration, on the first page and in the manual, one's own tables, and what was understood", () => {
		expect(runs).toHaveLength(4);
	});

	it.each(runs)("print what is pasted: tanlu $line", async ({ line, printed }) => {
		const { code, stdout, stderr } = await tanlu(line.split(" "), line.includes("fixtures/") ? root : folder);
		expect(stderr + stdout).toBe(printed);
		expect(code).toBe(0);
	});
});

describe("the example for programs", () => {
	it("runs and prints what is pasted", async () => {
		const told: string[] = [];
		const body = block("library").replace('import { report } from "tanlu";', 'const { report } = await load("../src/index.ts");');
		expect(body).toContain("load(");
		const AsyncFunction = (async () => undefined).constructor as new (
			...parts: string[]
		) => (load: () => Promise<unknown>, console: { log: (...words: unknown[]) => void }) => Promise<void>;
		await new AsyncFunction("load", "console", body)(() => import("../src/index.ts"), {
			log: (...words) => told.push(words.join(" ")),
		});
		// 2020: 5000000 × 0.0005568 / 2000 = 2784 / 2000 = 1.392. 2023: 2895.36 / 2250 = 1.28682666…; 1.392 × 0.82^0.6 = 1.23574…
		expect(`${told.join("\n")}\n`).toBe(block("library output"));
	});
});

describe("the tables of the README", () => {
	it("list every option there is", async () => {
		const { stdout } = await tanlu(["report", "--help"], root);
		const offered = [...stdout.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, option]) => option as string);
		const listed = firstCells(readme, "## Options").map((cell) => cell.split(/[ [=]/)[0]);
		expect(offered.length).toBeGreaterThan(20);
		expect(offered.filter((option) => !listed.includes(option))).toEqual([]);
	});

	it("name the fuel sets and the scripts", () => {
		for (const set of readdirSync(join(root, "seeds", "factors"))) expect(readme).toContain(`\`${set}\``);
		const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
		const own = Object.keys(scripts).filter((name) => name !== "prepack");
		const told = firstCells(plan, "## Scripts, and changes by data alone").map((cell) => cell.replace(/^npm (run )?/, ""));
		expect([...told].sort()).toEqual(own.sort());
	});

	it("lead to sections that are there", () => {
		const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
			(title as string)
				.toLowerCase()
				.replace(/[^\p{L}\p{N} -]/gu, "")
				.replaceAll(" ", "-"),
		);
		for (const [, anchor] of readme.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
	});
});

describe("the README in Chinese", () => {
	const chinese = documentation("zh");
	const headings = (text: string): string[] => [...text.matchAll(/^(#+) /gm)].map(([, level]) => level as string);
	/** Codes at the beginning of table rows, below one of two headings. */
	const codesBelow = (text: string, heading: string): string[] => firstCells(text, heading).sort();
	const folder = mkdtempSync(join(tmpdir(), "tanlu-readme-zh-"));
	const files = [...chinese.matchAll(/<!-- (\S+\.csv) -->\n```csv\n([\s\S]*?)```/g)].map(([, name = "", text = ""]) => ({
		name,
		text,
	}));
	beforeAll(() => {
		for (const { name, text } of files) writeFileSync(join(folder, name), text);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const runs = [...chinese.matchAll(/```console\n\$ tanlu (.*)\n([\s\S]*?)```/g)].map(([, line, printed]) => ({
		line: line as string,
		printed: printed as string,
	}));

	it("is linked from the other's first screen, and links back", () => {
		expect(firstPage("en").split("\n").slice(0, 24).join("\n")).toContain("(src/manual/README.zh.md)");
		expect(firstPage("zh").split("\n").slice(0, 24).join("\n")).toContain("(../../README.md)");
	});

	it("has as many runs and files as the other", () => {
		// The two files stand on the first page and in the manual.
		expect([runs.length, files.length]).toEqual([4, 4]);
	});

	it.each(runs)("prints what is pasted: tanlu $line", async ({ line, printed }) => {
		const { code, stdout, stderr } = await tanlu(line.split(" "), line.includes("fixtures/") ? root : folder);
		expect(stderr + stdout).toBe(printed);
		expect(code).toBe(0);
	});

	it("has two files that say the same as the other's", async () => {
		const figures = async (tables: { name: string; text: string }[]): Promise<unknown> =>
			(await report(tables)).firms[0]?.years.map(({ emissions, intensity, verdict }) => [emissions, intensity, verdict]);
		const english = ["energy.csv", "output.csv"].map((name) => ({ name, text: block(name) }));
		expect(await figures(files)).toEqual(await figures(english));
	});

	it("has the sections of the other, and anchors that are there", () => {
		expect(headings(chinese)).toEqual(headings(readme));
		const anchors = [...chinese.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
			(title as string)
				.toLowerCase()
				.replace(/[^\p{L}\p{N} -]/gu, "")
				.replaceAll(" ", "-"),
		);
		for (const [, anchor] of chinese.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
	});

	it("names the options, reasons, verdicts, fuel sets and scripts that the other names", () => {
		expect(codesBelow(chinese, "## 选项")).toEqual(codesBelow(readme, "## Options"));
		expect(codesBelow(chinese, "## 何时暂不评价")).toEqual(codesBelow(readme, "## What is withheld, and why"));
		expect(codesBelow(chinese, "### 结论")).toEqual(codesBelow(readme, "### Verdicts"));
		for (const set of readdirSync(join(root, "seeds", "factors"))) expect(chinese).toContain(`\`${set}\``);
		for (const code of ["0", "1", "2", "3", "70"]) expect(chinese).toContain(`| ${code} |`);
	});
});

describe("the floor plan in src/README.md", () => {
	/** Room by room, what the plan's table lets it look into. */
	const looks = new Map(
		[...plan.matchAll(/^\| `([\w.]+)` \| ([^|]*) \| [^|]* \|$/gm)].map(([, room, into]) => [
			room as string,
			[...(into as string).matchAll(/[a-z]+/g)].map(([word]) => word),
		]),
	);

	it("has every room of the house", () => {
		const rooms = readdirSync(join(root, "src")).filter((name) => name !== "README.md");
		expect([...looks.keys()].sort()).toEqual(rooms.sort());
	});

	it("lets no room look further than the test of the house", () => {
		const house = readFileSync(join(root, "test", "house.test.ts"), "utf8");
		const table = /const looks[^=]*= \{([\s\S]*?)\n\};/.exec(house)?.[1] ?? "";
		const entries = table
			.split(/^\t(?=["\w])/m)
			.filter((entry) => entry.includes(": ["))
			.map((entry) => {
				const [room = "", ...into] = [...entry.matchAll(/[a-z][\w.]*/g)].map(([word]) => word);
				return [room, into] as const;
			});
		expect(entries.map(([room]) => room).sort()).toEqual([...looks.keys()].sort());
		for (const [room, into] of entries) expect([room, [...(looks.get(room) ?? [])].sort()]).toEqual([room, [...into].sort()]);
	});
});
