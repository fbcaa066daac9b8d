/** What the READMEs say of check: its run, its tables, its files of rules and known findings, and the recipes, which work. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Check } from "../src/contract/check.ts";
import type { Report } from "../src/index.ts";
import { bin, folder, names, root, run, small } from "./cli/tanlu.ts";
import { documentation, type Tongue } from "./support/documentation.ts";
import { tanlu } from "./support/in-process.ts";
import { checkFormatNames } from "./support/write-check.ts";
import { readJunit, readSarif } from "./views/readers.ts";

const readmes = [
	["en", "## Checking tables"],
	["zh", "## 检查数据"],
] as const;
const textOf = (name: Tongue): string => documentation(name);
const english = textOf("en");

/** The code below a mark such as `<!-- jq -->`. */
function block(readme: string, mark: string): string {
	const found = new RegExp(`<!-- ${mark} -->\n\`\`\`\\w+\n([\\s\\S]*?)\`\`\``).exec(readme);
	if (found === null) throw new Error(`no block marked ${mark}`);
	return found[1] as string;
}

/** Commands of a shell, with the installed program in the place of the project's own. */
const has = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
// Recipes are run where the system has the programs they name.
const shell = has("bash");
const ours = (script: string): string => script.replaceAll("npx --no tanlu", '"$NODE" "$TANLU"');
const bash = (script: string, cwd: string) =>
	run("bash", ["-c", ours(script)], { cwd, env: { NODE: process.execPath, TANLU: bin } });

describe.each(readmes)("the run in %s", (name, heading) => {
	const readme = textOf(name);
	const section = readme.split(`\n${heading}\n`)[1]?.split("\n## ")[0] ?? "";
	const [, table = "", faulty = ""] = /<!-- table: (\S+) -->\n```csv\n([\s\S]*?)```/.exec(section) ?? [];
	const [, line = "", words = "", printed = ""] =
		/```shellsession\n\$ tanlu (.*); echo "(.*)\$\?"\n([\s\S]*?)```/.exec(section) ?? [];
	const output = [...readme.matchAll(/<!-- (\S+\.csv) -->\n```csv\n([\s\S]*?)```/g)].find(([, file = ""]) => line.includes(file));

	it("prints what is pasted, save what … stands for, and ends as it says", async () => {
		const cwd = folder({ [table]: faulty, [output?.[1] ?? ""]: output?.[2] ?? "" });
		const { code, stdout, stderr } = await tanlu(line.split(" "), { cwd });
		expect(stderr).toBe("");
		const parts = printed.split("…\n");
		expect(parts).toHaveLength(2);
		const [before = "", after = ""] = parts;
		expect(before.length).toBeGreaterThan(200);
		expect(stdout.slice(0, before.length)).toBe(before);
		const whole = `${stdout}${words}${code}\n`;
		expect(whole.slice(-after.length)).toBe(after);
	});

	it("states tonnes and a turn that are right", () => {
		// 23.204 × 0.02618 = 0.60748072 tC/t; in units of 10^-10 t, and 44/12 = 11/3.
		const more = (990n * 60748072n * 18n * 11n) / 3n;
		expect(more / 10n ** 8n).toBe(39692n);
		expect(more % 10n ** 8n).toBeGreaterThan(5n * 10n ** 7n);
		expect(section).toContain("396.93");
		// 2022: coal at 0.75, and 5 050 000 kWh × 0.5568 kg = 2811.84 t; over 2150.
		const total = (990n * 60748072n * 75n * 11n) / 3n + 28118400000000n;
		const rounded = (tonnes: bigint): string =>
			String((tonnes + 1075n * 10n ** 6n) / (2150n * 10n ** 6n)).replace(/(\d{4})$/, ".$1");
		expect([rounded(total), rounded(total + more)]).toEqual(["2.0771", "2.2617"]);
		// The path asks for 2.4277546276 × 0.82^(2/5): a fifth power in whole numbers tells on which side each stands.
		const below = (tonnes: bigint): boolean =>
			(tonnes * 10n ** 10n) ** 5n * 100n ** 2n <= (24277546276n * 2150n * 10n ** 10n) ** 5n * 82n ** 2n;
		expect([total, total + more].map(below)).toEqual([true, false]);
		for (const figure of ["2.0771", "2.2617", "2.2425"]) expect(section).toContain(figure);
	});

	it("is followed by every option and every format of check", async () => {
		const { stdout } = await tanlu(["check", "--help"]);
		const offered = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option as string);
		const cells = (text: string): string[] => [...text.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, option]) => option as string);
		const [own, all] = [cells(section), cells(readme)];
		expect(own.length).toBeGreaterThan(3);
		expect(offered.filter((option) => !all.includes(option))).toEqual([]);
		expect(own.filter((option) => !offered.includes(option))).toEqual([]);
		const formats = [...section.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, format]) => format as string);
		expect(formats).toEqual([...checkFormatNames]);
	});

	it("is followed by a rules file and a baseline that can be used", async () => {
		const files = { ...small, "tanlu.rules.json": block(readme, "rules"), "known.json": block(readme, "baseline") };
		const args = [
			"check",
			"energy.csv",
			"output.csv",
			"--rules",
			"tanlu.rules.json",
			"--baseline",
			"known.json",
			"--format",
			"json",
		];
		const { code, stdout, stderr } = await tanlu(args, { cwd: folder(files) });
		expect(code).toBe(0);
		expect(stderr).toContain("tanlu.rules.json: ");
		const { findings, rules } = JSON.parse(stdout) as Check;
		expect(findings.list.map((found) => found.code)).toEqual(["baseline-unused"]);
		expect(rules.find(({ rule }) => rule === "S-15")?.notChecked).toEqual([{ why: "switched-off", firms: 1 }]);
	});
});

/** Tables with an error that is known until a day, a finding that could turn a verdict, and one that could not. */
const data = {
	"energy.csv":
		"firm,period,carrier,quantity,unit,emission_factor,oxidation_rate\n" +
		["HAIR,383", "WIDE,382"]
			.map((row) => row.split(",") as [string, string])
			.flatMap(([firm, coke]) =>
				[`2020,coke,400,t,2.5,`, `2021,coke,${coke},t,2.5,`, "2021,bituminous-coal,2,t,,0.79"].map((row) => `${firm},${row}\n`),
			)
			.join("") +
		"NEG,2021,coke,-3,t,2.5,\n",
	"output.csv": `firm,period,indicator,quantity,unit,prices\n${["HAIR", "WIDE"]
		.flatMap((firm) => [2020, 2021].map((year) => `${firm},${year},value_added,1000,10^4 CNY,constant-2020\n`))
		.join("")}`,
	"tanlu.rules.json": '{ "limits": { "slip-ratio": { "value": "60", "reason": "as agreed" } } }',
} as const;

/** A project with these tables in `data/`, and what is wrong with them known. */
async function project(): Promise<string> {
	const cwd = folder();
	mkdirSync(join(cwd, "data"));
	// Rules stand above the folder of the inputs: beside them they have no say.
	for (const [name, text] of Object.entries(data)) writeFileSync(join(cwd, name.endsWith(".json") ? "" : "data", name), text);
	const known = ["--write-baseline", "known.json", "--reason", "asked the firm"];
	await tanlu(["check", "data/energy.csv", "data/output.csv", ...known], { cwd });
	const { entries } = JSON.parse(readFileSync(join(cwd, "known.json"), "utf8")) as { entries: { code: string }[] };
	const kept = entries.filter(({ code }) => code === "negative-quantity").map((entry) => ({ ...entry, until: "2026-12-31" }));
	expect(kept).toHaveLength(1);
	writeFileSync(join(cwd, "known.json"), JSON.stringify({ schemaVersion: 1, entries: kept }));
	return cwd;
}
const spoil = (cwd: string): void =>
	writeFileSync(join(cwd, "data", "energy.csv"), `${data["energy.csv"]}NEW,2021,coke,-5,t,2.5,\n`);

describe("the lines for jq", () => {
	const lines = block(english, "jq")
		.split("\n")
		.filter((line) => line.startsWith("jq "));

	/** What each line asks, in its order, in another language. */
	const asked: readonly ((check: Check, report: Report) => (readonly (string | number | null)[])[])[] = [
		({ inputs }) => inputs.map(({ file }) => [`${file}: OK`]),
		({ findings }) =>
			findings.list
				.filter(({ known, gravity }) => known === null && gravity !== "note")
				.map(({ gravity, code, file, row, firm, period }) => [gravity, code, file, row, firm, period]),
		({ findings }) =>
			findings.list.flatMap(({ code, firm, period, known }) =>
				known === null ? [] : [[code, firm, period, known.reason, known.until ?? "no end"]],
			),
		({ findings }) =>
			findings.list
				.filter(({ couldTurnVerdict }) => couldTurnVerdict === true)
				.map(({ firm, period, code, weightTonnes }) => [firm, period, code, weightTonnes]),
		({ rules }) =>
			rules
				.filter(({ passed, failed }) => passed + failed === 0)
				.map(({ rule, code, notChecked }) => [rule, code, notChecked.map(({ why }) => why).join(" ")]),
		(_, { tool, basis }) => [[tool.rules], ...basis.assertions.map((one) => [one])],
		(_, { firms }) =>
			firms.flatMap(({ firm, years }) =>
				years.filter(({ verdict }) => verdict?.reasons.includes("cannot-conclude")).map(({ year }) => [firm, year]),
			),
	];

	async function written(): Promise<{ readonly cwd: string; readonly answers: string[] }> {
		const cwd = await project();
		const tables = ["data/energy.csv", "data/output.csv"];
		await tanlu(["check", ...tables, "--baseline", "known.json", "--format", "json", "--out", "check.json"], { cwd });
		await tanlu(["report", ...tables, "--format", "json", "--out", "report.json"], { cwd });
		const [check, report] = ["check.json", "report.json"].map((name) => JSON.parse(readFileSync(join(cwd, name), "utf8"))) as [
			Check,
			Report,
		];
		return {
			cwd,
			answers: asked.map((ask) =>
				ask(check, report)
					.map((row) => `${row.join("\t")}\n`)
					.join(""),
			),
		};
	}

	it("ask what has an answer, each of them", async () => {
		expect(lines).toHaveLength(asked.length);
		const { answers } = await written();
		expect(answers[0]).toBe("data/energy.csv: OK\ndata/output.csv: OK\n");
		expect(answers[1]).toContain("warning\tlow-oxidation\tdata/energy.csv\t4\tHAIR\t2021\n");
		expect(answers[1]).not.toContain("negative-quantity");
		expect(answers[2]).toBe("negative-quantity\tNEG\t2021\tasked the firm\t2026-12-31\n");
		expect(answers[3]).toBe("HAIR\t2021\tlow-oxidation\t0.623680205867\n");
		expect(answers[4]).toContain("T-207\tzero-before-month-ends\tno-as-of\n");
		expect(answers[5]).toMatch(/^sha256:[0-9a-f]{64}\nrules=tanlu\.rules\.json\nslip-ratio=60 \(as agreed\)\n$/);
		expect(answers[6]).toBe("HAIR\t2021\n");
	});

	it("name keys that are there", async () => {
		const { cwd } = await written();
		const keys = (value: unknown): string[] =>
			typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => [key, ...keys(one)]) : [];
		for (const line of lines) {
			const file = line.includes("report.json") ? "report.json" : "check.json";
			const there = new Set(keys(JSON.parse(readFileSync(join(cwd, file), "utf8"))));
			const filter = /'(.*)'/.exec(line)?.[1] ?? "";
			const named = [...filter.replace(/"(?:[^"\\]|\\[^(])*"/g, "").matchAll(/\.([a-z]\w*)/gi)].map(([, key]) => key as string);
			expect(named.length, line).toBeGreaterThan(0);
			expect(
				named.filter((key) => !there.has(key)),
				line,
			).toEqual([]);
		}
	});

	it.runIf(shell && has("jq") && has("sha256sum"))("answer so where jq is there", async () => {
		const { cwd, answers } = await written();
		for (const [index, line] of lines.entries()) {
			const { code, stdout, stderr } = await bash(line, cwd);
			expect([line, code, stderr, stdout]).toEqual([line, 0, "", answers[index]]);
		}
	});

	it("are the same in both languages, save what is said", () => {
		const filters = (text: string): string[] =>
			block(text, "jq")
				.split("\n")
				.filter((line) => line.startsWith("jq "))
				.map((line) => line.replace(/\/\/ "[^"]+"/, '// ""'));
		expect(filters(textOf("zh"))).toEqual(filters(english));
	});
});

interface Step {
	readonly name?: string;
	readonly run?: string;
	readonly uses?: string;
	readonly if?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

describe.each(readmes)("recipes of %s", (name) => {
	const readme = textOf(name);
	const github = parseYaml(block(readme, "github")) as {
		readonly permissions: Readonly<Record<string, string>>;
		readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
	};
	const gitlab = parseYaml(block(readme, "gitlab")) as {
		readonly tables: {
			readonly script: readonly string[];
			readonly artifacts: { readonly when: string; readonly reports: { readonly junit: string } };
		};
	};
	const commands = (lines: readonly (string | undefined)[]): string[] =>
		lines.flatMap((line) => (line?.startsWith("npx --no tanlu ") ? [line] : []));

	it("for GitHub: annotations and SARIF, the upload also where the check fails", async () => {
		const { steps } = github.jobs.check;
		const [annotate, write, ...more] = commands(steps.map((step) => step.run)) as [string, string];
		expect(more).toEqual([]);
		const upload = steps.at(-1);
		expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
		for (const step of steps.slice(-2)) expect(step.if).toMatch(/^\$\{\{ !cancelled\(\) \}\}$/);
		expect(github.permissions["security-events"]).toBe("write");
		if (!shell) return;
		const cwd = await project();
		expect((await bash(annotate, cwd)).code).toBe(0);
		expect((await bash(write, cwd)).code).toBe(0);
		const file = join(cwd, String(upload?.with?.["sarif_file"]));
		expect(JSON.stringify(readSarif(readFileSync(file, "utf8")))).toContain("low-oxidation");
		spoil(cwd);
		const annotated = await bash(annotate, cwd);
		expect([annotated.code, annotated.stdout]).toEqual([1, expect.stringMatching(/^::error file=data\/energy\.csv,line=9,/)]);
		expect((await bash(write, cwd)).code).toBe(1);
		expect(JSON.stringify(readSarif(readFileSync(file, "utf8")))).toContain("NEW");
	});

	it("for GitLab: a JUnit report, also where the check fails", async () => {
		const { script, artifacts } = gitlab.tables;
		const [check, ...more] = commands(script) as [string];
		expect([more, artifacts.when]).toEqual([[], "always"]);
		if (!shell) return;
		const cwd = await project();
		expect((await bash(check, cwd)).code).toBe(0);
		spoil(cwd);
		expect((await bash(check, cwd)).code).toBe(1);
		expect(JSON.stringify(await readJunit(readFileSync(join(cwd, artifacts.reports.junit), "utf8")))).toContain("NEW");
	});

	it.runIf(shell && has("git") && existsSync("/bin/sh"))(
		"for git: a hook that stops a commit of tables with new errors, and no other",
		async () => {
			const cwd = await project();
			const git = (...args: string[]) =>
				run("git", ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.hooksPath=.git/hooks", ...args], {
					cwd,
					env: { NODE: process.execPath, TANLU: bin, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
				});
			await git("init", "--quiet");
			mkdirSync(join(cwd, ".git", "hooks"), { recursive: true });
			const hook = join(cwd, ".git", "hooks", "pre-commit");
			writeFileSync(hook, ours(block(readme, "pre-commit")));
			chmodSync(hook, 0o755);
			const commit = async (...files: string[]): Promise<number | null> => {
				await git("add", ...files);
				return (await git("commit", "--quiet", "--message", "x")).code;
			};
			expect(await commit("data", "known.json")).toBe(0);
			spoil(cwd);
			writeFileSync(join(cwd, "notes.txt"), "x\n");
			expect(await commit("notes.txt")).toBe(0);
			expect(await commit("data")).toBe(1);
			writeFileSync(join(cwd, "data", "energy.csv"), data["energy.csv"].replace("NEG,2021,coke,-3,t,2.5,\n", ""));
			expect(await commit("data")).toBe(0);
		},
	);

	it("write nothing but what they name", () => {
		const named = [...commands(github.jobs.check.steps.map((step) => step.run)), ...commands(gitlab.tables.script)];
		expect(named.map((line) => /--out (\S+)/.exec(line)?.[1])).toEqual([undefined, "check.sarif", "check.xml"]);
		expect(names(root)).not.toContain("check.sarif");
	});
});
