/** Whatever a file holds, no line that is written commands the machine that keeps the log, and nothing links in a comment. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { sourceSections } from "../../src/domain/words.ts";
import { codes } from "../../src/findings/gravity.ts";
import { languages } from "../../src/language/index.ts";
import { neutral } from "../../src/views/formats/csv-cell.ts";
import { markdown } from "../../src/views/formats/markdown.ts";
import { text } from "../../src/views/page.ts";
import { schemaNames } from "../../src/views/schema-page.ts";
import { root } from "../cli/tanlu.ts";
import { program } from "../support/memory-host.ts";

const evil = [
	"::error::stop",
	"x ::add-mask::secret",
	"##[stop-commands]",
	"##[Error]now",
	"##vso[task.complete result=Succeeded;]",
	"##TeamCity[buildStatus status='SUCCESS']",
	"a\n::set-output name=x::y",
	"甲 ::warning::很长的名称很长的名称很长的名称 ::notice::又一次",
];

/** Names of firms, carriers, header words, units and files. */
function tables(word: string): Map<string, string> {
	const cell = `"${word}"`;
	return new Map([
		[`${word.replaceAll("\n", " ")}.csv`, `firm,period,carrier,quantity,unit,${cell}\n${cell},2020,coke,1,t,x\n`],
		[
			"energy.csv",
			`firm,period,carrier,quantity,unit\n${cell},2020,${cell},1,t\n${cell},2021,coke,${cell},t\n${cell},${cell},coke,1,${cell}\n`,
		],
		[
			"output.csv",
			`firm,period,indicator,quantity,unit,prices\n${cell},2020,value_added,1,10^4 CNY,${cell}\n${cell},2021,${cell},1,${cell},\n`,
		],
	]);
}

const own = /^::(error|warning|notice) [^:]*::/;
/** Commands that are given tables, each in every format on its shelf; the others say only what the tool brings along. */
const lines = commands
	.filter(({ options }) => options.flat().includes("encoding"))
	.flatMap(({ name, formats }) => formats.map((format) => [name, format] as const));

describe.each(languages.map(({ id }) => id))("in %s", (lang) => {
	it.each(lines)("tanlu %s --format %s commands nobody", async (command, format) => {
		// What goes to standard error is the same whatever the format, and a result for machines is broken into no lines.
		const widths = ["text", "markdown"].includes(format) ? [undefined, 24, 61] : [undefined];
		for (const word of evil)
			for (const columns of widths) {
				const files = tables(word);
				const argv = [command, ...files.keys(), "--format", format, "--lang", lang];
				const { code, stdout, stderr } = await program(argv, { files, ...(columns === undefined ? {} : { columns }) });
				expect([0, 1, 2], stderr).toContain(code);
				for (const line of `${stdout}\n${stderr}`.split(/\r\n|\n|\r/)) {
					if (format !== "github" || !own.test(line)) expect(line, word).not.toMatch(/^\s*::/);
					expect(line).not.toMatch(/##(\[|vso\[|teamcity\[)/i);
				}
				if (format === "json" && stdout !== "") JSON.parse(stdout);
			}
	});

	it("what a run cannot do is told without commanding", async () => {
		for (const word of evil) {
			const { code, stderr } = await program(["report", `${word}.csv`, "--lang", lang], { columns: 30 });
			expect(code).toBe(2);
			for (const line of stderr.split("\n")) expect(line).not.toMatch(/^\s*::|##(\[|vso\[|teamcity\[)/i);
		}
	});
});

describe.each(languages.map(({ id }) => id))("what the tool brings along commands nobody, in %s", (lang) => {
	const topics = ["", ...readdirSync(join(root, "src/manual/en")).map((name) => name.replace(/\.md$/, ""))];
	// explain is both: of codes it says what the tool brings along. init writes files, and verify-report is given a report.
	const given = ["init", "verify-report"];
	const others = commands.filter(
		({ name }) => name === "explain" || !(given.includes(name) || lines.some(([command]) => command === name)),
	);
	const words: Readonly<Record<string, readonly string[]>> = {
		explain: codes,
		schema: schemaNames,
		sources: sourceSections,
		help: topics,
	};
	// Every word as it comes, and the first of them in every format.
	const argvs = [...others.map(({ name, formats }) => ({ name, formats })), { name: "help", formats: [] }].flatMap(
		({ name, formats }) => [
			...["", ...(words[name] ?? [])].map((word) => [name, word]),
			...formats.flatMap((format) => [words[name]?.[0] ?? "", ""].map((word) => [name, word, "--format", format])),
		],
	);
	it(`${argvs.length} pages and lists`, { timeout: 120_000 }, async () => {
		expect(Object.keys(words).sort()).toEqual(["help", ...others.map(({ name }) => name)].sort());
		for (const argv of argvs) {
			const { code, stdout, stderr } = await program([...argv.filter((word) => word !== ""), "--lang", lang]);
			// Some schemas are there in some formats only: that is told in a line.
			expect([0, 2], argv.join(" ")).toContain(code);
			for (const line of `${stdout}\n${stderr}`.split("\n"))
				expect(line, argv.join(" ")).not.toMatch(/^\s*::|##(\[|vso\[|teamcity\[)/i);
		}
	});
});

it.each([
	"=1+2",
	" =1+2",
	"\u00a0=1",
	"＝1+2",
	"＋1",
	"－1",
	"＠SUM(A1)",
	"　＝1",
	"+1",
	"@x",
])("a spreadsheet runs nothing of %j", (cell) => {
	expect(neutral(cell)).toMatch(/^'/);
});

it.each([
	["@name", "`@`name"],
	["a@b.org", "a`@`b.org"],
	["#1", "`#`1"],
	["owner/repo#12", "owner/repo`#`12"],
	["GH-12", "GH`-`12"],
])("in a comment %s links to nobody", (word, written) => {
	expect(markdown([text(`x ${word}`)])).toBe(`x ${written}\n`);
});
