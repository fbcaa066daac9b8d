/** How inputs are named and opened: folders, patterns, packed files, standard input; each file once, nothing left out unseen. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { languages } from "../../src/language/index.ts";
import { tanlu } from "../support/in-process.ts";
import { program } from "../support/memory-host.ts";
import {
	bin,
	demoArgs,
	demoFolder,
	demoNames,
	demoText,
	type Ended,
	folder,
	onlyLine,
	run,
	small,
	tanlu as started,
} from "./tanlu.ts";

// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const bash = ["/bin/bash", "/usr/bin/bash"].find((file) => existsSync(file));
const [energy, master, output] = demoNames.map(demoText) as [string, string, string];
/** Names, sectors and provinces alone: what a firms table among the inputs may say. */
const firms = master.replace(/^((?:[^,\n]*,){3}[^,\n]*).*$/gm, "$1");

const report = (cwd: string, ...args: string[]): Promise<Ended> =>
	tanlu(["report", ...args, "--format", "json", "--quiet"], { cwd });
const read = ({ stdout }: Ended): Report => JSON.parse(stdout) as Report;
/** The files that were read, in the report's order. */
const filesOf = (ended: Ended): string[] => read(ended).inputs.map(({ file }) => file);
const noted = (ended: Ended, code: string): number => read(ended).findings.list.filter((one) => one.code === code).length;

/** Tables in a tree, and what else a folder holds. */
const tree = (more: Readonly<Record<string, string | Uint8Array>> = {}): string =>
	folder({
		"data/2023/energy.csv": energy,
		"data/output.CSV": output,
		"data/甲/乙/firms.txt.gz": gzipSync(firms),
		...more,
	});
const inTree = ["data/2023/energy.csv", "data/output.CSV", "data/甲/乙/firms.txt.gz"];
const beside = {
	"data/readme.md": "# no table\n",
	"data/letter.docx": "PK\u0003\u0004",
	"data/packed.zip": "PK\u0003\u0004",
	"data/.hidden.csv": "not a table\n",
	"data/.trash/energy.csv": "not a table\n",
	"data/~$output.csv": "not a table\n",
	"data/2023/energy.csv.bak": "not a table\n",
};

describe("a folder", () => {
	// Twenty firms have rows in two folders, and the firms table lies in a third: that is told.
	it("is every table file in it, at any depth, by its path with /, in order of code unit", async () => {
		const ended = await report(tree(), "data");
		expect([ended.code, ended.stderr]).toEqual([0, "0 errors, 28 warnings, 4 notes\n"]);
		expect(filesOf(ended)).toEqual(inTree);
		expect([noted(ended, "firm-in-two-folders"), noted(ended, "firms-table-not-heard")]).toEqual([20, 1]);
	});

	it("gives the report that its files give, byte for byte, however it is written", async () => {
		const cwd = tree();
		const named = await report(cwd, ...inTree);
		for (const written of [["data"], ["data/"], ["./data"], ["."], [join(cwd, "data")], ["data", "./data/", "data/2023"]])
			expect(await report(cwd, ...written)).toEqual(named);
	});

	it("leaves out what is no table, what is hidden and what a spreadsheet keeps beside an open file", async () => {
		const [ended, plain] = [await report(tree(beside), "data"), await report(tree(), "data")];
		expect(read(ended).firms).toEqual(read(plain).firms);
		const passed = read(ended).findings.list.filter(({ code }) => code === "file-passed-over");
		expect(passed.map(({ file }) => file)).toEqual([
			"data/2023/energy.csv.bak",
			"data/letter.docx",
			"data/packed.zip",
			"data/readme.md",
		]);
	});

	it("takes .csv, .tsv and .txt in any letter case, packed or not", async () => {
		const names = ["csv", "TSV", "txt", "csv.gz", "tsv.GZ", "Txt.gz"];
		const cwd = folder(
			Object.fromEntries(names.map((name, n) => [`in/${n}.${name}`, small["energy.csv"].replaceAll("A,", `F${n},`)])),
		);
		expect(filesOf(await report(cwd, "in"))).toEqual(names.map((name, n) => `in/${n}.${name}`));
	});

	it.each([
		["that is empty", "void", /^void holds no file whose name is that of a table: \.csv/],
		["without a table", "other", /^other holds no file whose name/],
	])("%s is a run that could not be done, and is named", async (_, name, said) => {
		const cwd = folder({ "other/readme.md": "", "other/.a.csv": energy });
		mkdirSync(join(cwd, "void"));
		const ended = await tanlu(["report", name], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toMatch(said);
	});

	it.runIf(unix)("follows no link, out of it or around in it, and tells which it left out", async () => {
		const cwd = tree({ "away/energy.csv": energy, "away/more/a.csv": energy });
		symlinkSync("../away/energy.csv", join(cwd, "data", "linked.csv"));
		symlinkSync("../away", join(cwd, "data", "away"));
		symlinkSync("..", join(cwd, "data", "2023", "round"));
		symlinkSync("nowhere.csv", join(cwd, "data", "dead.csv"));
		symlinkSync("../away/energy.csv", join(cwd, "data", "linked.doc"));
		const ended = await report(cwd, "data");
		expect(filesOf(ended)).toEqual(inTree);
		const [line, ...rest] = ended.stderr.split("\n");
		expect(line).toMatch(/^tanlu: left out, .*links.*: data\/2023\/round, data\/away, data\/linked\.csv\. /);
		expect(rest).toEqual(["0 errors, 28 warnings, 4 notes", ""]);
	});

	it.runIf(unix)("or a file that is named is read, though it be a link", async () => {
		const cwd = tree();
		symlinkSync("data", join(cwd, "linked"));
		symlinkSync("data/2023/energy.csv", join(cwd, "energy.csv"));
		expect(filesOf(await report(cwd, "linked"))).toEqual(inTree.map((name) => name.replace("data", "linked")));
		expect(filesOf(await report(cwd, "energy.csv"))).toEqual(["energy.csv"]);
	});

	it("may hold ten thousand files", async () => {
		const header = "firm,period,carrier,quantity,unit\n";
		const cwd = folder(
			Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`in/${n % 100}/${n}.csv`, `${header}F${n},2020,coke,1,t\n`])),
		);
		// A process is the quickest here: the program is bundled in it.
		const ended = await started(["report", "in", "--format", "json", "--quiet"], { cwd });
		expect(ended.code).toBe(0);
		expect(read(ended).inputs).toHaveLength(10_000);
		expect(read(ended).firms).toHaveLength(10_000);
	}, 300_000);

	it("with a file or a folder that may not be read: each is told by name, and nothing is reported without them", async () => {
		const files = new Map([
			["in/energy.csv", energy],
			["in/a/output.csv", output],
			["in/firms.csv", firms],
		]);
		const denied = ["in/firms.csv", "in/locked"];
		const { code, stdout, stderr } = await program(["report", "in"], { files, denied });
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr.split("\n").filter((line) => line.startsWith("tanlu: "))).toEqual([
			"tanlu: in/firms.csv: permission denied. Make it readable for you.",
			"tanlu: in/locked: permission denied. Make it readable for you.",
		]);
		// What the others hold is told all the same.
		expect(stderr).toContain("firm-in-two-folders");
	});

	it("is no file of an option, which takes one", async () => {
		const ended = await report(tree(), "data", "--factors", "./data");
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toMatch(/^data is a folder\. Name the files in it\./);
	});
});

describe("a pattern that no shell has filled in", () => {
	it.each([
		[["data/**/*.csv", "data/*.CSV", "data/**/firms*"], inTree],
		[["data/{2023/energy,output}.{csv,CSV}"], inTree.slice(0, 2)],
		[["*/202?/[a-e]*.csv", "./data/*.CSV"], inTree.slice(0, 2)],
		[
			["data/甲/*/*.gz", "data/2023/energy.csv"],
			[inTree[0], inTree[2]],
		],
	])("names the files it matches, in order of code unit: %s", async (patterns, found) => {
		expect(filesOf(await report(tree(beside), ...patterns))).toEqual(found);
	});

	it.runIf(unix && bash !== undefined)("gives the report that the shell's gives, byte for byte", async () => {
		const cwd = demoFolder({ "firms.csv": firms });
		const line = '"$0" "$1" report *.csv --format json --quiet';
		expect(await report(cwd, "*.csv")).toEqual(await run(bash as string, ["-c", line, process.execPath, bin], { cwd }));
	});

	it("may be written from the root of the disk", async () => {
		const cwd = tree();
		expect(filesOf(await report(cwd, join(cwd, "data", "**", "*.{csv,CSV}")))).toEqual(inTree.slice(0, 2));
	});

	it("is a file where a file is called so", async () => {
		const cwd = folder({
			"energy*.csv": small["energy.csv"],
			"energy1.csv": "not a table\n",
			"output[1].csv": small["output.csv"],
			"output1.csv": "not a table\n",
			"{a,b}.csv": small["energy.csv"].replaceAll("A,", "B,"),
			"a.csv": "not a table\n",
		});
		const ended = await report(cwd, ...(unix ? ["energy*.csv"] : []), "output[1].csv", "{a,b}.csv");
		expect(filesOf(ended)).toEqual([...(unix ? ["energy*.csv"] : []), "output[1].csv", "{a,b}.csv"]);
	});

	it("that matches nothing is a run that could not be done; every one that does is told, and every missing file", async () => {
		const cwd = tree();
		mkdirSync(join(cwd, "void"));
		const ended = await report(cwd, "*.csv", "data", "nowhere/*.csv", "void", "missing.csv");
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(ended.stderr.split("\n").filter((line) => line.startsWith("tanlu: "))).toEqual([
			expect.stringMatching(/^tanlu: missing\.csv: no such file/),
			expect.stringMatching(/^tanlu: no file matches \*\.csv\. /),
			expect.stringMatching(/^tanlu: no file matches nowhere\/\*\.csv\. /),
			expect.stringMatching(/^tanlu: void holds no file /),
		]);
	});

	it("that matches a file which is no table passes it over; one that is named ends the run", async () => {
		const cwd = folder({ ...small, "notes.txt": "meeting at nine\n" });
		const met = await report(cwd, "*.{csv,txt}");
		expect([met.code, noted(met, "file-passed-over"), filesOf(met)]).toEqual([0, 1, ["energy.csv", "output.csv"]]);
		const named = await report(cwd, "*.{csv,txt}", "notes.txt");
		expect([named.code, named.stdout]).toEqual([2, ""]);
		expect(onlyLine(named)).toMatch(/^notes\.txt is no table we know: its first row reads /);
	});
});

describe("a file named twice", () => {
	it("is read once, without a note: by name, by pattern, by folder, by another way of writing", async () => {
		const cwd = demoFolder({ "sub/.keep": "" });
		const once = await report(cwd, ...demoArgs);
		for (const more of [["energy.csv"], ["./energy.csv"], ["*.csv"], ["."], [join(cwd, "energy.csv")], ["sub/../energy.csv"]])
			expect([more, await report(cwd, ...demoArgs, ...more)]).toEqual([more, once]);
		expect(noted(once, "same-file")).toBe(0);
	});

	it("by an option too is read once, as what the option says", async () => {
		const factors = "carrier,unit,emission_factor,source\ncoke,t,2,own\n";
		const cwd = folder({ ...small, "in/factors.csv": factors });
		const once = await report(cwd, "energy.csv", "output.csv", "--factors", "in/factors.csv");
		expect(filesOf(once)).toEqual(["energy.csv", "in/factors.csv", "output.csv"]);
		expect(await report(cwd, ".", "--factors", "./in/factors.csv")).toEqual(once);
	});

	it.runIf(unix)("that lies behind a link is not taken for another of that name", async () => {
		// `far/..` is the folder that `far` leads into, not the one it stands in.
		const cwd = folder({
			"output.csv": small["output.csv"],
			"energy.csv": small["energy.csv"],
			"away/far/x.csv": "",
			"away/energy.csv": small["energy.csv"].replaceAll("A,", "B,"),
		});
		symlinkSync("away/far", join(cwd, "far"));
		const ended = await report(cwd, "output.csv", "energy.csv", "far/../energy.csv");
		expect(filesOf(ended)).toEqual(["energy.csv", "far/../energy.csv", "output.csv"]);
		expect(read(ended).firms.map(({ firm }) => firm)).toEqual(["A", "B"]);
	});
});

describe("options that name a file which a folder or a pattern found", () => {
	it.each([[["data"]], [["data/**/*.csv", "data/*.CSV"]]])("--kind forces what it is: %s", async (operands) => {
		const cwd = tree();
		const ended = await report(cwd, ...operands, "--kind", "data/2023/energy.csv=output");
		expect(read(ended).inputs.map(({ kind }) => kind)).toContain("output");
		expect(read(ended).inputs.map(({ kind }) => kind)).not.toContain("energy");
		expect((await report(cwd, ...operands, "--kind", "./data/2023/energy.csv=energy")).code).toBe(0);
		expect(onlyLine(await report(cwd, ...operands, "--kind", "energy.csv=energy"))).toContain("--kind names energy.csv");
	});

	it("--out overwrites none of them", async () => {
		const cwd = tree();
		for (const operand of ["data", "data/*.CSV"]) {
			const ended = await report(cwd, operand, "--out", "data/output.CSV");
			expect([ended.code, onlyLine(ended)]).toEqual([2, expect.stringMatching(/^--out data\/output\.CSV would overwrite/)]);
			expect(readFileSync(join(cwd, "data", "output.CSV"), "utf8")).toBe(output);
		}
	});
});

describe("a file packed with gzip", () => {
	const packed = gzipSync(energy);

	it.each(["energy.csv.gz", "energy.csv", "energy", "energy.dat"])("is read as it is, known by its bytes: %s", async (name) => {
		const plain = await tanlu(["report", ...demoArgs, "--format", "csv"], { cwd: demoFolder() });
		const cwd = folder({ [name]: packed, "output.csv": output, "firms.csv": master });
		const ended = await tanlu(["report", name, "output.csv", "--firms", "firms.csv", "--format", "csv"], { cwd });
		expect([ended.code, ended.stdout]).toEqual([plain.code, plain.stdout]);
	});

	it("may be large, and may be many packed files put together", async () => {
		const [header, ...lines] = energy.trimEnd().split("\n");
		// More than a megabyte: such a table is read from the disk again when its rows are.
		const parts = Array.from({ length: 40 }, (_, n) => `${lines.map((line) => `P${n}${line}`).join("\n")}\n`);
		const whole = `${header}\n${parts.join("")}`;
		expect(whole.length).toBeGreaterThan(1 << 20);
		const members = Buffer.concat([`${header}\n`, ...parts].map((part) => gzipSync(part)));
		const [plain, one, many] = [whole, gzipSync(whole), members].map((bytes) => folder({ "energy.csv": bytes }));
		const expected = (await started(["report", "energy.csv", "--format", "csv"], { cwd: plain as string })).stdout;
		expect(expected.split("\n").length).toBeGreaterThan(1000);
		for (const cwd of [one, many])
			expect((await started(["report", "energy.csv", "--format", "csv"], { cwd: cwd as string })).stdout).toBe(expected);
	}, 300_000);

	it("is known in the report by the hash of the file, as sha256sum tells it", async () => {
		const cwd = folder({ "energy.csv.gz": packed, "output.csv": output });
		const { inputs } = read(await report(cwd, "."));
		expect(inputs.map(({ file, sha256 }) => [file, sha256])).toEqual([
			["energy.csv.gz", createHash("sha256").update(packed).digest("hex")],
			["output.csv", createHash("sha256").update(output).digest("hex")],
		]);
	});

	it("beside the same table unpacked, or packed otherwise, is read once, with a note", async () => {
		const cwd = demoFolder({ "firms.csv": firms, "energy.csv.gz": packed, "again.csv.gz": gzipSync(energy, { level: 1 }) });
		const ended = await report(cwd, ".");
		expect(filesOf(ended)).toEqual(["again.csv.gz", "firms.csv", "output.csv"]);
		const notes = read(ended).findings.list.filter(({ code }) => code === "same-file");
		expect(notes.map(({ file, message }) => [file, message.includes("again.csv.gz")])).toEqual([
			["energy.csv", true],
			["energy.csv.gz", true],
		]);
		const plain = await report(demoFolder({ "firms.csv": firms }), ".");
		expect(read(ended).firms).toEqual(read(plain).firms);
	});

	const flipped = Buffer.from(packed);
	flipped[packed.length >> 1] = (flipped[packed.length >> 1] as number) ^ 4;
	it.each([
		["cut off", packed.subarray(0, -100), "ends too early"],
		["cut off behind its first bytes", packed.subarray(0, 2), "ends too early"],
		["changed in a bit", flipped, "damaged"],
		["with something else behind it", Buffer.concat([packed, Buffer.from("firm,period\n")]), "damaged"],
		[
			"of which the second part is cut off",
			Buffer.concat([packed, gzipSync("F,2020,coke,1,t\n").subarray(0, 9)]),
			"ends too early",
		],
	])("%s is a run that could not be done, told by name, never a shorter table", async (_, bytes, said) => {
		const cwd = folder({ "能源.csv.gz": bytes, "output.csv": output, "report.csv": "yesterday\n" });
		for (const [args, name, input] of [
			[["能源.csv.gz"], "能源.csv.gz", ""],
			[["-"], "standard input (-)", bytes],
		] as const) {
			const ended = await tanlu(["report", ...args, "output.csv", "--out", "report.csv"], { cwd, input });
			expect([ended.code, ended.stdout]).toEqual([2, ""]);
			expect(onlyLine(ended)).toBe(`${name} is packed with gzip and ${said}. Copy it again, or pack the table again.`);
		}
		expect(readFileSync(join(cwd, "report.csv"), "utf8")).toBe("yesterday\n");
	});

	it.each([
		["nothing", gzipSync(""), /is empty/],
		["a workbook", gzipSync("PK\u0003\u0004rest"), /is a workbook and ends too early/],
		["what is packed already", gzipSync(packed), /is compressed otherwise than once by gzip/],
		["no known table", gzipSync("a,b\n1,2\n"), /is no table we know.*a, b/],
	])("that holds %s is told so", async (_, bytes, said) => {
		const ended = await report(folder({ "x.gz": bytes }), "x.gz");
		expect([ended.code, onlyLine(ended)]).toEqual([2, expect.stringMatching(said)]);
	});

	it.each([
		["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
		["Zstandard", [0x28, 0xb5, 0x2f, 0xfd]],
		["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
		["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
	])("is not one packed with %s, which is told", async (_, start) => {
		const ended = await report(folder({ "x.csv": new Uint8Array([...start, 1, 2, 3]) }), "x.csv");
		expect([ended.code, onlyLine(ended)]).toEqual([
			2,
			expect.stringMatching(/^x\.csv is compressed otherwise than once by gzip/),
		]);
	});
});

describe("standard input", () => {
	it.each([
		["packed", gzipSync(energy)],
		["not packed", energy],
	])("goes together with files, folders and patterns: %s", async (_, input) => {
		const cwd = folder({ "in/output.csv": output, "firms.csv": master });
		const args = ["report", "in", "-", "f*.csv", "--firms", "firms.csv", "--format", "json", "--quiet"];
		const ended = await tanlu(args, { cwd, input });
		expect(filesOf(ended)).toEqual(["-", "firms.csv", "in/output.csv"]);
		expect(read(ended).firms).toEqual(read(await report(demoFolder(), ...demoArgs)).firms);
	});

	it("named twice is read once", async () => {
		const cwd = folder({ "output.csv": output });
		const [once, twice] = await Promise.all(
			[["-"], ["-", "-"]].map((args) => tanlu(["report", ...args, "output.csv", "--format", "json"], { cwd, input: energy })),
		);
		expect(twice).toEqual(once);
		expect(filesOf(once as Ended)).toEqual(["-", "output.csv"]);
	});

	it("that holds a file which is named as well is read once, with a note", async () => {
		const cwd = demoFolder({ "firms.csv": firms });
		const ended = await tanlu(["report", ".", "-", "--format", "json"], { cwd, input: energy });
		expect(filesOf(ended)).toEqual(["-", "firms.csv", "output.csv"]);
		expect(noted(ended, "same-file")).toBe(1);
	});

	it("is - also where a file is called so; that file is ./-", async () => {
		const cwd = folder({ "-": small["energy.csv"], "output.csv": small["output.csv"] });
		const ended = await tanlu(["report", "-", "./-", "output.csv", "--format", "json"], {
			cwd,
			input: small["energy.csv"].replaceAll("A,", "B,"),
		});
		expect(filesOf(ended)).toEqual(["-", "./-", "output.csv"]);
		expect(read(ended).firms.map(({ firm }) => firm)).toEqual(["A", "B"]);
	});

	it("that is empty is told as such", async () => {
		const ended = await tanlu(["report", "-", "energy.csv"], { cwd: demoFolder(), input: "" });
		expect([ended.code, onlyLine(ended)]).toEqual([2, expect.stringMatching(/^standard input \(-\) is empty/)]);
	});

	it.each(
		languages.map((language) => [language.id, language] as const),
	)("that is a terminal is waited for with a word, in %s", async (lang, { report: { typing } }) => {
		const files = new Map([["-", small["energy.csv"]]]);
		const argv = ["report", "-", "--lang", lang, "--format", "csv"];
		const quiet = await program(argv, { files });
		expect(await program(argv, { files, typed: true })).toEqual({ ...quiet, stderr: `tanlu: ${typing}\n${quiet.stderr}` });
		expect(quiet.stderr).not.toContain(typing);
	});

	const script = process.platform === "linux" && existsSync("/usr/bin/script");
	it.runIf(script)("that is a terminal in truth is waited for with that word", async () => {
		const cwd = folder();
		const command = `"${process.execPath}" "${bin}" report -`;
		const { stdout } = await run("/usr/bin/script", ["-qec", command, "/dev/null"], {
			cwd,
			env: { TERM: "xterm", SHELL: "/bin/sh" },
		});
		expect(stdout).toMatch(/^tanlu: reading a table from standard input, which is the terminal\./m);
	});
});

describe("a pipe with a name", () => {
	it.runIf(unix && bash !== undefined)("gives its bytes once, and is read like a file all the same, however long", async () => {
		const [header, ...lines] = energy.trimEnd().split("\n");
		const long = [header, ...Array.from({ length: 40 }, (_, n) => lines.map((line) => `P${n}${line}`)).flat(), ""].join("\n");
		const cwd = folder({ "long.csv": long });
		expect(long.length).toBeGreaterThan(1 << 20);
		const piped = await run(
			bash as string,
			["-c", '"$0" "$1" report <(cat long.csv) --format csv --quiet', process.execPath, bin],
			{ cwd },
		);
		expect(piped).toEqual(await tanlu(["report", "long.csv", "--format", "csv", "--quiet"], { cwd }));
	});
});

describe("files that nobody named", () => {
	it("stay as they are", async () => {
		const cwd = tree(beside);
		writeFileSync(join(cwd, "data", "other.bin"), "mine\n");
		await report(cwd, "data");
		expect(readFileSync(join(cwd, "data", "other.bin"), "utf8")).toBe("mine\n");
		for (const [name, content] of Object.entries(beside)) expect(readFileSync(join(cwd, name), "utf8")).toBe(content);
	});
});
