/** Whatever a table, a path or a terminal does: what is told is readable and harmless, and never a stack trace. */
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { languages } from "../../src/language/index.ts";
import { tanlu } from "../support/in-process.ts";
import { program } from "../support/memory-host.ts";
import { columnsOf } from "../views/letters.ts";
import { bin, demoArgs, demoFolder, demoNames, demoText, type Ended, folder, names, onlyLine, run, small } from "./tanlu.ts";

const spoken = languages.map(({ id }) => id);
// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const bash = existsSync("/bin/bash") || existsSync("/usr/bin/bash");
const everywhere = process.getuid?.() === 0;

const trace = /\n\s+at |node:internal|\.[cm]?[jt]s:\d+:\d+|\bError:|uncaught|undefined|\[object|NaN/;
/** Control letters, and those that turn a line round, have no width, or are halves of others. */
const steering = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function harmless({ stdout, stderr }: Ended): void {
	expect(`${stdout}${stderr}`).not.toMatch(trace);
	expect(stderr.replaceAll("\n", "")).not.toMatch(steering);
	expect(stdout.replace(/^\ufeff/, "").replaceAll("\n", "")).not.toMatch(steering);
}

/** The one line of a run that could not be done. */
function refused(ended: Ended): string {
	expect([ended.code, ended.stdout]).toEqual([2, ""]);
	harmless(ended);
	return onlyLine(ended);
}

describe.each(spoken)("paths in %s", (lang) => {
	const report = (cwd: string, ...args: string[]) => tanlu(["report", ...args, "--lang", lang], { cwd });

	it.each([
		["a folder in place of a table", ["sheets"], "sheets"],
		["a folder among tables", ["energy.csv", "sheets"], "sheets"],
		["a file that is not there", ["no such.csv"], "no such.csv"],
		["a name that is empty", [""], "''"],
		["a path through a file", ["energy.csv/deeper.csv"], "energy.csv/deeper.csv"],
		["a name of 300 letters", ["名".repeat(300)], "名".repeat(20)],
		["a name with escape sequences", ["a\u001b[31mb\u001b]0;title\u0007.csv"], "a\\x1b[31mb"],
		["a name with letters that turn lines round and have no width", ["a\u202eb\u200bc.csv"], "a\\u202eb\\u200bc.csv"],
		["a name of several lines", ["a\nb.csv"], ".csv"],
	])("to read: %s", async (_, args, told) => {
		const cwd = demoFolder();
		mkdirSync(join(cwd, "sheets"));
		expect(refused(await report(cwd, ...args))).toContain(told);
	});

	it.runIf(unix && !everywhere)("to read: a table that nobody may read (not asked of root, who may do anything)", async () => {
		const cwd = demoFolder();
		chmodSync(join(cwd, "energy.csv"), 0o000);
		expect(refused(await report(cwd, ...demoArgs))).toContain("energy.csv");
	});

	it.runIf(unix)("to read: a link that leads nowhere, and one that leads to itself", async () => {
		const cwd = demoFolder();
		symlinkSync("nowhere.csv", join(cwd, "lost.csv"));
		symlinkSync("round.csv", join(cwd, "round.csv"));
		for (const name of ["lost.csv", "round.csv"]) expect(refused(await report(cwd, name))).toContain(name);
	});

	const unwritable: readonly (readonly [string, string, string])[] = [
		["a folder", "sheets", "sheets"],
		["this folder", ".", "."],
		["a folder that is not there", "no/such/report.txt", "no/such/report.txt"],
		["a path through a file", "energy.csv/report.txt", "energy.csv"],
		["a name that is empty", "", "''"],
		["a name of 300 letters", "x".repeat(300), "x".repeat(20)],
		["a name with escape sequences", "no/\u001b[31mb\u202e.txt", "no/\\x1b[31mb\\u202e.txt"],
	];
	it.each(unwritable)("to write: %s", async (_, out, told) => {
		const cwd = demoFolder();
		mkdirSync(join(cwd, "sheets"));
		for (const args of [
			["report", ...demoArgs, "--quiet"],
			["sources", "--format", "json"],
		]) {
			const ended = await tanlu([...args, "--lang", lang, "--out", out], { cwd });
			expect([ended.code, ended.stdout]).toEqual([2, ""]);
			harmless(ended);
			expect(ended.stderr.trimEnd().split("\n").at(-1)).toMatch(/^tanlu: /);
			expect(ended.stderr).toContain(told);
		}
		expect(names(cwd)).toEqual([...demoNames, "sheets"]);
		expect(readFileSync(join(cwd, "energy.csv"), "utf8")).not.toBe("");
	});

	it.runIf(unix && !everywhere)(
		"to write: a folder that nobody may write to (not asked of root, who may do anything)",
		async () => {
			const cwd = demoFolder();
			mkdirSync(join(cwd, "closed"));
			chmodSync(join(cwd, "closed"), 0o555);
			const ended = await report(cwd, ...demoArgs, "--quiet", "--out", "closed/report.txt");
			expect(ended.code).toBe(2);
			harmless(ended);
			expect(ended.stderr.trimEnd().split("\n").at(-1)).toContain("closed/report.txt");
		},
	);

	it.runIf(existsSync("/dev/full") && bash)(
		"to write: a full disk behind standard output is told in one line, exit 2",
		async () => {
			const cwd = demoFolder();
			for (const args of [["report", ...demoArgs, "--format", "json"], ["sources"], ["schema"], ["init", "x"], ["--help"]]) {
				const script = `"$0" "$1" ${args.join(" ")} --quiet --lang ${lang} > /dev/full`;
				const ended = await run("bash", ["-c", script, process.execPath, bin], { cwd });
				expect(ended.stderr, args[0]).not.toMatch(trace);
				expect(ended.stderr.trimEnd().split("\n").at(-1)).toMatch(/^tanlu: /);
				expect([args[0], ended.code]).toEqual([args[0], 2]);
			}
		},
	);
});

describe("a reader who has gone", () => {
	const commands = [
		...["text", "csv", "json", "markdown"].map((format) => `report energy.csv --firms firms.csv output.csv --format ${format}`),
		...["text", "csv", "json"].map((format) => `sources --format ${format}`),
		...["schema", "schema energy", "--help", "report --help", "--version", "init fresh"],
	];

	it.runIf(unix && bash).each(commands)("is no fault: %s", async (command) => {
		const cwd = demoFolder();
		for (const reader of ["true", "head -c 1 >/dev/null"]) {
			const script = `set -o pipefail; "$0" "$1" ${command} --quiet 2>told | ${reader}`.replace("--version --quiet", "--version");
			const { code } = await run("bash", ["-c", script, process.execPath, bin], { cwd });
			const told = readFileSync(join(cwd, "told"), "utf8");
			expect(told).not.toMatch(trace);
			// The second time somebody has filled these in.
			if (!(command.startsWith("init") && reader !== "true")) expect([code, told.includes("tanlu:")]).toEqual([0, false]);
		}
	});

	it.runIf(unix && bash)("of what is told is no fault either", async () => {
		const script = 'set -o pipefail; "$0" "$1" report energy.csv output.csv --firms firms.csv --format csv 2> >(true) | wc -l';
		const { code, stdout } = await run("bash", ["-c", script, process.execPath, bin], { cwd: demoFolder() });
		expect([code, Number(stdout) > 100]).toEqual([0, true]);
	});
});

/** Without lines of drawing and empty ones. */
const withoutPictures = (shown: string): string =>
	shown
		.split("\n")
		.filter((line) => line.trim() !== "" && !/[█▁▂▃▄▅▆▇]/.test(line))
		.join("\n");

describe.each(spoken)("a narrow terminal in %s", (lang) => {
	const within = (shown: string, columns: number): void => {
		for (const line of shown.split("\n")) expect(columnsOf(line), line).toBeLessThanOrEqual(columns);
	};
	const commands: readonly (readonly string[])[] = [
		["report", ...demoArgs],
		["report", ...demoArgs, "--year", "2020,2021,2022,2023,2024,2025"],
		["report", ...demoArgs, "--firm", "F03"],
		["sources"],
		["sources", "fuels"],
		["sources", "processes"],
		["sources", "targets", "--targets", "provincial"],
	];

	it.each(
		commands.map((command) => [command.filter((word) => !word.endsWith(".csv")).join(" "), command] as const),
	)("of 20, 40, 80 or 140 columns has no line that is wider: %s", async (_, command) => {
		const files = new Map(demoNames.map((name) => [name, demoText(name)]));
		for (const columns of [20, 40, 80, 140]) {
			const asked = await program([...command, "--width", String(columns), "--lang", lang], { files });
			expect(asked.code).toBe(0);
			expect(asked.stdout.length).toBeGreaterThan(100);
			within(asked.stdout, columns);
			// A terminal says by itself how wide it is, and findings keep to it as well.
			const there = await program([...command, "--lang", lang], { files, columns });
			within(there.stdout, columns);
			// Pictures are for a person who looks on, and stand between lines that are the same.
			expect(withoutPictures(there.stdout)).toBe(withoutPictures(asked.stdout));
			within(there.stderr, columns);
			expect(there.stderr.replace(/\s/g, "")).toBe(asked.stderr.replace(/\s/g, ""));
		}
		const { stdout } = await tanlu([...command, "--width", "20", "--lang", lang], { cwd: demoFolder() });
		within(stdout, 20);
	});

	it("of a few columns is drawn all the same", async () => {
		const files = new Map(demoNames.map((name) => [name, demoText(name)]));
		for (const columns of [1, 2, 3, 5, 12]) {
			for (const more of [[], ["--firm", "F03"]]) {
				const ended = await program(["report", ...demoArgs, ...more, "--lang", lang], { files, columns });
				expect(ended.code).toBe(0);
				harmless(ended);
			}
		}
	});

	it("still says of every firm how it stands", async () => {
		const { stdout } = await tanlu(["report", ...demoArgs, "--year", "2025", "--width", "20", "--lang", lang], {
			cwd: demoFolder(),
		});
		for (let n = 1; n <= 20; n++) expect(stdout).toMatch(new RegExp(`^F${String(n).padStart(2, "0")}\\b`, "m"));
	});

	it.each(["19", "0", "-1", "1001", "wide", "80.5", ""])("of '%s' columns is none", async (columns) => {
		const line = refused(await tanlu(["report", "energy.csv", "--width", columns, "--lang", lang], { cwd: demoFolder() }));
		expect(line).toContain("--width");
		expect(line).toContain("20");
	});
});

/** Names as somebody might send them, by what they do; an id before them keeps firms apart. */
const hostileNames: Readonly<Record<string, string>> = {
	escape: "\u001b[31mred\u001b[0m\u001b]0;title\u0007",
	c1: "\u009b31mred\u0085",
	bell: "ring\u0007\b\b\b\bXXXX",
	bidi: "invoice \u202egnp.exe \u2066x\u2069",
	zero: "zero\u200bwidth\u200c\u200d\u2060\ufeff",
	"soft-hyphen": "soft\u00adhyphen",
	"long-han": "名".repeat(300),
	"long-latin": "x".repeat(300),
	marks: `e${"\u0301".repeat(300)}`,
	formula: '=HYPERLINK("http://example.org")',
	html: "<script>alert(1)</script>",
	pipes: "|a|b|`c`|",
	quotes: "\"quoted\" 'twice'",
	emoji: "👨‍👩‍👧 𠮷野家",
	separators: "a,b;c\td",
	lines: "one\ntwo\r\nthree",
};
/** No name holds these: their rows are refused, and told. */
const refusedKinds: readonly string[] = ["escape", "c1", "bell"];
const keptKinds: readonly string[] = Object.keys(hostileNames).filter((kind) => !refusedKinds.includes(kind));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe.each(spoken)("hostile names in %s", (lang) => {
	const tables = (): Record<string, string> => {
		const energy = ["firm,firm_name,period,carrier,quantity,unit,emission_factor"];
		const output = ["firm,period,indicator,quantity,unit,prices"];
		for (const [kind, name] of Object.entries(hostileNames)) {
			for (const [year, quantity] of [
				["2020", "1000"],
				["2021", "990"],
			]) {
				energy.push(`${quoted(`${kind} ${name}`)},${quoted(`${name} works`)},${year},coke,${quantity},t,1`);
				output.push(`${quoted(`${kind} ${name}`)},${year},value_added,1000,10^4 CNY,constant-2020`);
			}
		}
		return { "energy.csv": `${energy.join("\n")}\n`, "output.csv": `${output.join("\n")}\n` };
	};
	const report = (cwd: string, ...args: string[]) =>
		tanlu(["report", "energy.csv", "output.csv", "--lang", lang, ...args], { cwd });

	it("of firms keep a table a table, in any width", async () => {
		const cwd = folder(tables());
		for (const columns of [20, 80, 140]) {
			const ended = await report(cwd, "--width", String(columns));
			expect(ended.code).toBe(1);
			harmless(ended);
			// Marks take no column of their own.
			for (const line of ended.stdout.split("\n")) expect(columnsOf(line.replace(/\p{M}/gu, ""))).toBeLessThanOrEqual(columns);
			for (const kind of keptKinds) expect(ended.stdout).toMatch(new RegExp(`^${kind}\\b`, "m"));
			for (const kind of refusedKinds) expect(ended.stdout).not.toMatch(new RegExp(`^${kind}\\b`, "m"));
			// Two rows of energy and two of output for each.
			expect(ended.stderr).toContain(`control-character (${refusedKinds.length * 4})`);
		}
	});

	it("of firms are harmless in every format, and the machine formats keep them", async () => {
		const cwd = folder(tables());
		const markdown = await report(cwd, "--format", "markdown");
		expect(markdown.code).toBe(1);
		harmless(markdown);
		expect(markdown.stdout).not.toContain("<script");
		for (const more of [["csv"], ["csv", "--bom"], ["json"]]) {
			const ended = await report(cwd, "--format", ...more);
			expect(ended.code).toBe(1);
			harmless(ended);
		}
		const made = JSON.parse((await report(cwd, "--format", "json")).stdout) as Report;
		expect(made.firms).toHaveLength(keptKinds.length);
		expect(made.firms.find(({ firm }) => firm.startsWith("bidi"))?.firm).toBe(`bidi ${hostileNames["bidi"]}`);
		expect(made.firms.find(({ firm }) => firm.startsWith("html"))?.firm).toBe(`html ${hostileNames["html"]}`);
	});

	it("of firms each have a page, found by the name as it stands in the table", async () => {
		const cwd = folder(tables());
		for (const kind of ["bidi", "zero", "long-han", "marks", "html", "quotes"]) {
			const ended = await report(cwd, "--firm", `${kind} ${hostileNames[kind]}`, "--width", "80");
			expect(ended.code).toBe(1);
			harmless(ended);
			for (const line of ended.stdout.split("\n")) expect(columnsOf(line.replace(/\p{M}/gu, ""))).toBeLessThanOrEqual(80);
		}
	});

	it("of firms with a target of their own, and of the documents of their factors, are told without harm in any width", async () => {
		const named = keptKinds.map((kind, n) => ({ firm: `${n} ${hostileNames[kind]}`, target: 20 + n }));
		const table = (header: string, rows: readonly (readonly string[])[]): string =>
			`${[header, ...rows.map((row) => row.map(quoted).join(","))].join("\n")}\n`;
		const years = named.flatMap(({ firm }) => [
			[firm, "2020"],
			[firm, "2021"],
		]);
		const tablesOf = {
			"energy.csv": table(
				"firm,period,carrier,quantity,unit",
				years.map(([firm, year]) => [firm, year, "coke", "9", "t"] as string[]),
			),
			"output.csv": table(
				"firm,period,indicator,quantity,unit,prices",
				years.map(([firm, year]) => [firm, year, "value_added", "1", "10^4 CNY", "constant-2020"] as string[]),
			),
			"firms.csv": table(
				"firm,target_pct",
				named.map(({ firm, target }) => [firm, String(target)]),
			),
		};
		for (const columns of ["20", "80", "120", "140"]) {
			for (const source of Object.values(hostileNames)) {
				const factors = table("carrier,unit,emission_factor,source", [["coke", "t", "3", source]]);
				const files = new Map(Object.entries({ ...tablesOf, "factors.csv": factors }));
				const more = ["--firms", "firms.csv", "--factors", "factors.csv", "--width", columns];
				for (const one of [[], ["--firm", named[0]?.firm ?? ""]]) {
					const ended = await program(["report", "energy.csv", "output.csv", ...more, ...one, "--lang", lang], { files });
					expect(ended.code).toBe(0);
					harmless(ended);
					for (const line of ended.stdout.split("\n"))
						expect(columnsOf(line.replace(/\p{M}/gu, "")), line).toBeLessThanOrEqual(Number(columns));
				}
			}
		}
	});

	/** A table in which one cell of each row is hostile. */
	const inColumn = (table: string, column: string): string => {
		const [header = "", row = ""] = table.split("\n");
		const at = header.split(",").indexOf(column);
		return `${[
			header,
			...Object.values(hostileNames).map((name) =>
				row
					.split(",")
					.map((cell, n) => (n === at ? quoted(name) : cell))
					.join(","),
			),
		].join("\n")}\n`;
	};

	it.each([
		...["period", "carrier", "quantity", "unit", "emission_factor"].map((column) => ["energy.csv", column] as const),
		...["indicator", "quantity", "unit", "prices"].map((column) => ["output.csv", column] as const),
	])("in %s under %s are told without harm, and never at length", async (file, column) => {
		const good = { ...small, [`bad-${file}`]: inColumn(small[file], column) };
		const args = ["report", "energy.csv", "output.csv", `bad-${file}`, "--lang", lang];
		const ended = await tanlu(args, { cwd: folder(good) });
		expect([0, 1]).toContain(ended.code);
		harmless(ended);
		expect(ended.stderr).toContain(`bad-${file}:`);
		for (const line of ended.stderr.split("\n")) expect(line.length, line).toBeLessThan(400);
	});

	it.each([
		"sector",
		"province",
		"firm_name",
	])("in firms.csv under %s are told without harm, and never at length", async (column) => {
		const rows = Object.values(hostileNames).map((name) => `A,${quoted(name)}`);
		const cwd = folder({ ...small, "firms.csv": `firm,${column}\n${rows.join("\n")}\n` });
		const ended = await tanlu(["report", "energy.csv", "output.csv", "firms.csv", "--lang", lang], { cwd });
		expect([0, 1]).toContain(ended.code);
		harmless(ended);
		for (const line of ended.stderr.split("\n")) expect(line.length, line).toBeLessThan(600);
	});

	it("in a header are told without harm: columns that are not known, and a table that is none", async () => {
		const header = Object.values(hostileNames).map(quoted).join(",");
		const cwd = folder({
			...small,
			"energy.csv": small["energy.csv"]
				.trimEnd()
				.split("\n")
				.map((row, n) => `${row},${n === 0 ? header : Object.keys(hostileNames).join(",")}`)
				.join("\n"),
			"none.csv": `${header}\n${header}\n`,
		});
		const known = await tanlu(["report", "energy.csv", "output.csv", "--lang", lang], { cwd });
		expect(known.code).toBe(0);
		harmless(known);
		const line = refused(await tanlu(["report", "none.csv", "--lang", lang], { cwd }));
		expect(line.length).toBeLessThan(2000);
	});

	const typed = (name: string): string[][] =>
		[
			["report", "energy.csv", "--format", name],
			["report", "energy.csv", "output.csv", "--firm", name],
			["report", "energy.csv", "--map", `${name}=${name}`],
			["report", "energy.csv", "--kind", `${name}=energy`],
			["report", "energy.csv", "--factors", name],
			[name, "energy.csv"],
			["sources", name],
		].map((args) => [...args, "--lang", lang]);

	it.each(Object.entries(hostileNames))("typed as options and commands are told in one line: %s", async (_, name) => {
		const files = new Map<string, string>(Object.entries(small));
		for (const args of typed(name)) expect(refused(await program(args, { files })).length).toBeLessThan(2500);
	});

	it("typed as options and commands of the real program are, too", async () => {
		const cwd = folder(small);
		for (const args of typed("a\u001b[31mb\u202ec\nd")) refused(await tanlu(args, { cwd }));
	});
});

describe("bytes that are no table", () => {
	it.each([
		["nothing", new Uint8Array()],
		["a byte-order mark", new Uint8Array([0xef, 0xbb, 0xbf])],
		["line feeds", new TextEncoder().encode("\n\n\n")],
		["one quote", new TextEncoder().encode('"')],
		["NULs", new Uint8Array(1000)],
		["all bytes", Uint8Array.from({ length: 256 }, (_, n) => n)],
		["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
		["a header without rows", new TextEncoder().encode("firm,period,carrier,quantity,unit\n")],
		["half of a UTF-16 letter", new Uint8Array([0xff, 0xfe, 0x41])],
		["a line of a million letters", new TextEncoder().encode("x".repeat(1_000_000))],
	])("are refused without a trace: %s", async (_, bytes) => {
		const cwd = folder({ ...small, "odd.csv": bytes });
		for (const args of [
			["odd.csv"],
			["energy.csv", "output.csv", "odd.csv"],
			["energy.csv", "--kind", "odd.csv=output", "odd.csv"],
		]) {
			const ended = await tanlu(["report", ...args], { cwd });
			expect([0, 1, 2]).toContain(ended.code);
			harmless(ended);
			expect(ended.stderr.length).toBeLessThan(20_000);
			if (args.length === 1) expect(ended.code).toBe(2);
		}
	});
});

describe("a file written beside others", () => {
	it("with --bom begins with the mark once, and the same bytes behind it", async () => {
		const cwd = demoFolder();
		await tanlu(["report", ...demoArgs, "--format", "csv", "--bom", "--out", "report.csv"], { cwd });
		await tanlu(["report", ...demoArgs, "--format", "csv", "--out", "plain.csv"], { cwd });
		const [marked, plain] = ["report.csv", "plain.csv"].map((name) => readFileSync(join(cwd, name)));
		expect([...(marked?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
		expect(marked?.subarray(3).equals(plain as Buffer)).toBe(true);
	});

	it.each(["text", "json", "markdown"])("with --bom is csv alone, not %s", async (format) => {
		const line = refused(await tanlu(["report", ...demoArgs, "--format", format, "--bom"], { cwd: demoFolder() }));
		expect(line).toContain("--bom");
	});
});
