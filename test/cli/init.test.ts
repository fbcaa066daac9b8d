/** Templates to fill in: accepted as they are and once filled, never over somebody's work, right in a spreadsheet. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { languages } from "../../src/language/index.ts";
import type { Template } from "../../src/language/init-texts.ts";
import { tanlu } from "../support/in-process.ts";
import { bookTexts, faultsOf, gridOf, opened, partsOf } from "../views/workbook.ts";
import { bin, folder, names, onlyLine, run } from "./tanlu.ts";

const spoken = languages.map((language) => [language.id, language] as const);
// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const bash = existsSync("/bin/bash") || existsSync("/usr/bin/bash");
const mark = "\ufeff";

/** The command line that a text tells, as words of a shell. */
const told = (text: string): string => /tanlu report .*$/m.exec(text)?.[0] ?? "";
/** Runs such a line in a folder as a reader would paste it. */
const pasted = (line: string, cwd: string) =>
	run("bash", ["-c", line.replace(/^tanlu/, '"$0" "$1"'), process.execPath, bin], { cwd });

describe.each(spoken)("the templates in %s", (lang, { init }) => {
	const tables: readonly Template[] = [init.energy, init.output, init.firms];
	const files = [...tables.map(({ file }) => file), init.guide.file];
	const report = (cwd: string, ...more: string[]) =>
		tanlu(["report", ...tables.map(({ file }) => file), "--lang", lang, ...more], { cwd });

	it("are three tables and a guide, told with the command that reads them", async () => {
		const cwd = folder();
		const { code, stdout, stderr } = await tanlu(["init", "--lang", lang], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(names(cwd)).toEqual([...files].sort());
		for (const file of files) expect(stdout).toContain(file);
		expect(told(stdout).startsWith(`tanlu report ${tables.map(({ file }) => file).join(" ")}`)).toBe(true);
	});

	it("begin with the byte-order mark that spreadsheets know UTF-8 by, and hold an example row each", async () => {
		const cwd = folder();
		await tanlu(["init", "--lang", lang], { cwd });
		for (const { file, rows } of tables) {
			const text = readFileSync(join(cwd, file), "utf8");
			expect(text.startsWith(mark)).toBe(true);
			expect(text.slice(1)).not.toContain(mark);
			const lines = text.slice(1).trimEnd().split(/\r?\n/);
			expect(lines).toHaveLength(2);
			expect(lines[0]?.split(",")).toEqual(rows[0]);
			for (const line of lines) expect(line.split(",")).toHaveLength(rows[0].length);
		}
		expect(readFileSync(join(cwd, init.guide.file), "utf8")).not.toContain(mark);
	});

	it("are read as they are: every column known, every row used, exit 0", async () => {
		const cwd = folder();
		await tanlu(["init", "--lang", lang], { cwd });
		const { code, stdout } = await report(cwd, "--format", "json");
		expect(code).toBe(0);
		const made = JSON.parse(stdout) as Report;
		expect(made.inputs.map(({ kind, rows }) => [kind, rows.read, rows.used]).sort()).toEqual([
			["energy", 1, 1],
			["firms", 1, 1],
			["output", 1, 1],
		]);
		// One amount for all months of a year, as the test fills them in, is told; nothing else is.
		expect(made.findings.list.filter(({ gravity, code }) => gravity !== "note" && code !== "repeated-amount")).toEqual([]);
		expect(made.firms).toHaveLength(1);
		expect(made.firms[0]).toMatchObject({ sector: expect.any(String), province: expect.any(String) });
		// 500 × 10^4 kWh at 0.5568 kg are 2784 t, over 2000 × 10^4 yuan.
		expect(made.firms[0]?.years[0]).toMatchObject({ year: 2020, emissions: { total: "2784" }, intensity: { value: "1.392" } });
	});

	it("once filled with months of four years give verdicts, exit 0", async () => {
		const cwd = folder();
		await tanlu(["init", "--lang", lang], { cwd });
		const filled = ({ rows: [header, example] }: Template, row: (year: number, month: string) => string[]): string =>
			`${mark}${[
				header,
				...[2020, 2021, 2022, 2023].flatMap((year) =>
					Array.from({ length: 12 }, (_, n) => row(year, String(n + 1).padStart(2, "0"))),
				),
			]
				.map((cells) => cells.join(","))
				.join("\r\n")}\r\n${example.length === header.length ? "" : "?"}`;
		// No works uses the same each month; over a year they come to nothing.
		const oddities = [1.3, -0.9, 0.4, 1.7, -0.2, -1.6, 0.8, -0.5, 1.1, -1.4, 0.6, -1.3];
		// The example's own cells, with a period and an amount in place of its.
		const like =
			({ rows: [, example] }: Template, amount: (year: number, odd: number) => number) =>
			(year: number, month: string): string[] =>
				example.map((cell) =>
					cell === "2020"
						? `${year}-${month}`
						: /^\d+$/.test(cell)
							? amount(year, oddities[(Number(month) + year) % 12] as number).toFixed(2)
							: cell,
				);
		writeFileSync(
			join(cwd, init.energy.file),
			filled(
				init.energy,
				like(init.energy, (year, odd) => 100 - 8 * (year - 2020) + 2 * odd),
			),
		);
		writeFileSync(
			join(cwd, init.output.file),
			filled(
				init.output,
				like(init.output, (_, odd) => 50 + 0.7 * odd),
			),
		);
		const { code, stdout } = await report(cwd, "--format", "json");
		expect(code).toBe(0);
		const made = JSON.parse(stdout) as Report;
		// One amount for all months of a year, as the test fills them in, is told; nothing else is.
		expect(made.findings.list.filter(({ gravity, code }) => gravity !== "note" && code !== "repeated-amount")).toEqual([]);
		// From 100 to 92, 84 and 76: more than 3.89 % down each year.
		expect(made.firms[0]?.years.map(({ year, coverage, verdict }) => [year, coverage, verdict?.word])).toEqual([
			[2020, "whole-year", undefined],
			[2021, "whole-year", "on-track"],
			[2022, "whole-year", "on-track"],
			[2023, "whole-year", "on-track"],
		]);
		const text = await report(cwd);
		expect(text.code).toBe(0);
		expect(text.stdout).toContain(init.firms.rows[1][0]);
	});

	it("as a workbook give what the files of text give, and nothing in it is an error or a warning", async () => {
		const cwd = folder();
		await tanlu(["init", "--lang", lang], { cwd });
		const made = await tanlu(["init", "--format", "xlsx", "--lang", lang], { cwd });
		expect(made.code).toBe(0);
		expect(told(made.stdout)).toContain(`tanlu report ${init.book.file}`);
		const csv = ["--format", "csv", "--lang", lang];
		const fromText = await report(cwd, ...csv);
		const fromBook = await tanlu(["report", init.book.file, ...csv], { cwd });
		expect([fromBook.code, fromBook.stdout]).toEqual([0, fromText.stdout]);
		const { stdout } = await tanlu(["report", init.book.file, "--format", "json"], { cwd });
		const { findings, inputs } = JSON.parse(stdout) as Report;
		expect(findings.list.map(({ code, gravity }) => [code, gravity])).toEqual([
			["sheet-of-words", "note"],
			["sheet-of-words", "note"],
		]);
		expect(inputs.map(({ rows }) => [rows.read, rows.used])).toEqual([
			[1, 1],
			[1, 1],
			[1, 1],
		]);
		// A second time: what is there stays.
		const again = await tanlu(["init", "--format", "xlsx", "--lang", lang], { cwd });
		expect([again.code, again.stderr.includes(init.book.file)]).toEqual([2, true]);
	});

	it("as a workbook, filled in with another program, give what the same rows as text give", async () => {
		const cwd = folder();
		await tanlu(["init", "--format", "xlsx", "--lang", lang], { cwd });
		const book = read(readFileSync(join(cwd, init.book.file)), { type: "buffer" });
		const sheets = [init.energy, init.output];
		for (const {
			file,
			rows: [header, example],
		} of sheets) {
			const rows = [2020, 2021, 2023].flatMap((year) =>
				Array.from({ length: 12 }, (_, month) =>
					example.map((cell) =>
						cell === "2020"
							? `${year}-${String(month + 1).padStart(2, "0")}`
							: /^\d+$/.test(cell)
								? Number(cell) - (year - 2020) * 30.25
								: cell,
					),
				),
			);
			book.Sheets[file.replace(".csv", "")] = utils.aoa_to_sheet([[...header], ...rows]);
			writeFileSync(join(cwd, file), [header, ...rows].map((cells) => cells.join(",")).join("\n"));
		}
		writeFileSync(join(cwd, init.book.file), write(book, { type: "buffer", bookType: "xlsx" }));
		writeFileSync(join(cwd, init.firms.file), init.firms.rows.map((cells) => cells.join(",")).join("\n"));
		const csv = ["--format", "csv", "--lang", lang, "--quiet"];
		const fromBook = await tanlu(["report", init.book.file, ...csv], { cwd });
		expect(fromBook.code).toBe(0);
		expect(fromBook.stdout).toBe((await report(cwd, ...csv)).stdout);
		expect(fromBook.stdout.split("\n")).toHaveLength(5);
	});

	it("as a workbook offer only what can be read", async () => {
		const cwd = folder();
		await tanlu(["init", "--format", "xlsx", "--lang", lang], { cwd });
		const bytes = readFileSync(join(cwd, init.book.file));
		const parts = await partsOf(bytes);
		expect(faultsOf(parts)).toEqual([]);
		const book = opened(bytes);
		const texts = bookTexts[lang] as (typeof bookTexts)[string];
		const columns = gridOf(book, texts.sheets.lists);
		const list = (name: keyof typeof texts.lists): string[] => {
			const at = columns[0]?.indexOf(texts.lists[name]) ?? -1;
			return columns.slice(1).flatMap((cells) => (cells[at] == null ? [] : [String(cells[at])]));
		};
		// What a column offers is the whole of its list.
		for (const [, name, range] of (parts.get("xl/workbook.xml") as string).matchAll(
			/<definedName name="(\w+)">'[^']+'!\$[A-Z]+\$2:\$[A-Z]+\$(\d+)</g,
		))
			expect(list(name as keyof typeof texts.lists)).toHaveLength(Number(range) - 1);
		const [carriers, units] = [list("carriers"), list("energyUnits")];
		expect([carriers.length > 80, units.length, list("uses").length, list("provinces").length]).toEqual([true, 10, 4, 34]);
		expect(new Set(carriers).size).toBe(carriers.length);
		const firm = (index: number): string => `F${String(index).padStart(3, "0")}`;
		const quoted = (cells: readonly (string | number)[]): string => cells.map((cell) => `"${cell}"`).join(",");
		const energy = [
			...carriers.flatMap((carrier, at) => units.map((unit, year) => [firm(at), 2010 + year, carrier, 1, unit, ""])),
			...list("uses").map((use, at) => ["USES", 2010 + at, carriers[0] as string, 1, units[7] as string, use]),
		];
		const output = [
			...list("outputUnits")
				.slice(0, 3)
				.map((unit, at) => ["A", 2010 + at, list("indicators")[0] as string, "", 1, unit, list("prices")[0] as string]),
			...list("indicators").map((indicator, at) => [
				`I${at}`,
				2020,
				indicator,
				at === 3 ? "steel" : "",
				1,
				list("outputUnits")[at === 3 ? 3 : 0] as string,
				at === 3 ? "" : (list("prices")[1] as string),
			]),
		];
		const firms = [...list("sectors").map((sector, at) => [firm(at), sector, list("provinces")[at % 34] as string])];
		writeFileSync(join(cwd, "e.csv"), ["firm,period,carrier,quantity,unit,use", ...energy.map(quoted)].join("\n"));
		writeFileSync(join(cwd, "o.csv"), ["firm,period,indicator,product,quantity,unit,prices", ...output.map(quoted)].join("\n"));
		writeFileSync(join(cwd, "f.csv"), ["firm,sector,province", ...firms.map(quoted)].join("\n"));
		const { stdout } = await tanlu(["report", "e.csv", "o.csv", "f.csv", "--format", "json"], { cwd });
		const made = JSON.parse(stdout) as Report;
		const errors = made.findings.list.filter(({ gravity }) => gravity === "error");
		// Each carrier in one unit at least, where the sector may have to say what it means; all else wherever it stands.
		const bad = new Set(
			errors
				.filter(({ file, code }) => file === "e.csv" && code !== "name-of-two-meanings")
				.map(({ firm: who, period }) => `${who} ${period}`),
		);
		expect(carriers.filter((_, at) => units.every((_, year) => bad.has(`${firm(at)} ${2010 + year}`)))).toEqual([]);
		expect([...bad].filter((who) => who.startsWith("USES"))).toEqual([]);
		expect(errors.filter(({ file }) => file !== "e.csv").map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
		expect(
			made.findings.list
				.filter(({ code }) => /unknown-(sector|province|indicator|prices|use|carrier|unit)/.test(code))
				.map(({ message }) => message),
		).toEqual([]);
		expect(new Set(made.firms.flatMap(({ sector }) => sector ?? [])).size).toBe(list("sectors").length);
	});

	it("have a guide whose columns are those of the tables, and whose commands there are", async () => {
		const guide = init.guide.text("tanlu report x", false);
		for (const { file, rows } of tables) {
			expect(guide).toContain(file);
			for (const column of rows[0].filter(
				(name) => !["firm_name", "province", "note", "企业名称", "省份", "备注"].includes(name),
			))
				expect(guide).toContain(`\`${column}\``);
		}
		for (const [, command = ""] of guide.matchAll(/`tanlu ([^`]+)`/g)) {
			const { code, stderr } = await tanlu(command.split(" "));
			expect([command, code], stderr).toEqual([command, 0]);
		}
	});

	it.runIf(unix && bash).each([".", "deep/er", "我的 企业", "it's", "-dash"])(
		"in the folder '%s' have a command line, in the guide and on screen, that runs when pasted",
		async (place) => {
			const cwd = folder();
			const { code, stdout } = await tanlu(["init", "--lang", lang, "--", place], { cwd });
			expect(code).toBe(0);
			const guide = readFileSync(join(cwd, place, init.guide.file), "utf8");
			expect(told(guide)).toBe(told(stdout));
			const ended = await pasted(told(guide), cwd);
			expect(ended.code, ended.stderr).toBe(0);
			expect(ended.stdout).toContain(init.firms.rows[1][0]);
		},
	);

	it("never overwrite what is there: all that stand in the way are named, and nothing is written", async () => {
		const cwd = folder({ [init.output.file]: "mine\n", [init.guide.file]: "mine too\n" });
		const ended = await tanlu(["init", "--lang", lang], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		const line = onlyLine(ended);
		for (const file of [init.output.file, init.guide.file]) expect(line).toContain(file);
		for (const file of [init.energy.file, init.firms.file]) expect(line).not.toContain(file);
		expect(names(cwd)).toEqual([init.output.file, init.guide.file].sort());
		expect(readFileSync(join(cwd, init.output.file), "utf8")).toBe("mine\n");
	});

	it("are not written twice", async () => {
		const cwd = folder();
		await tanlu(["init", "mine", "--lang", lang], { cwd });
		const before = readFileSync(join(cwd, "mine", init.energy.file), "utf8");
		expect((await tanlu(["init", "mine", "--lang", lang], { cwd })).code).toBe(2);
		expect(readFileSync(join(cwd, "mine", init.energy.file), "utf8")).toBe(before);
	});
});

describe("a place that cannot be written to", () => {
	const refused = async (place: string, cwd: string, lang: string): Promise<string> => {
		const ended = await tanlu(["init", place, "--lang", lang], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		return onlyLine(ended);
	};

	it.each(spoken)("is a file: told, and the file stays: %s", async (lang) => {
		const cwd = folder({ "firm.txt": "mine\n" });
		for (const place of ["firm.txt", "firm.txt/deeper"]) expect(await refused(place, cwd, lang)).toContain(place);
		expect(readFileSync(join(cwd, "firm.txt"), "utf8")).toBe("mine\n");
		expect(names(cwd)).toEqual(["firm.txt"]);
	});

	it.each(spoken)("has no name: %s", async (lang) => {
		expect(await refused("", folder(), lang)).toContain("''");
	});

	// Whoever may write everywhere cannot be refused by a folder's mode.
	it.runIf(unix && process.getuid?.() !== 0).each(spoken)(
		"may not be written to (not asked of root, who may do anything): %s",
		async (lang) => {
			const cwd = folder();
			mkdirSync(join(cwd, "closed"));
			chmodSync(join(cwd, "closed"), 0o555);
			for (const place of ["closed", "closed/deeper"]) expect(await refused(place, cwd, lang)).toContain("closed");
			chmodSync(join(cwd, "closed"), 0o755);
			expect(names(join(cwd, "closed"))).toEqual([]);
		},
	);

	it("is named once: two are too many", async () => {
		const cwd = folder();
		expect((await tanlu(["init", "a", "b"], { cwd })).code).toBe(2);
		expect(names(cwd)).toEqual([]);
	});
});

describe.each(spoken)("a folder of a hostile name in %s", (lang) => {
	it.runIf(unix)("steers no terminal", async () => {
		const place = "x\u001b[31my\u202ez";
		const { code, stdout, stderr } = await tanlu(["init", place, "--lang", lang], { cwd: folder() });
		expect(code).toBe(0);
		expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
	});
});
