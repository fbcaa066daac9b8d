/**
 * The report as a workbook: the csv's values as numbers, the same bytes each time, and parts that a strict reader takes. It is read
 * back by the library and by our own reader; neither knows the writer.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../src/language/index.ts";
import { opener } from "../../src/records/open.ts";
import type { Book } from "../../src/views/workbook/book.ts";
import { xlsx } from "../../src/views/workbook/xlsx.ts";
import { demoFiles, folder, onlyLine, root, small, tanlu as started } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";
import { memoryHost, program } from "../support/memory-host.ts";
import { harm } from "./letters.ts";
import { bookTexts, faultsOf, gridOf, opened, partsOf } from "./workbook.ts";

/** Fifteen digits of a number of more, as an interval: what a figure of at most fifteen may be of the exact one. */
function agrees(shown: string, exact: string): boolean {
	const digits = (text: string): number => text.replace(/^-?0?\.?0*|\./g, "").length;
	if (digits(exact) <= 15) return shown === exact;
	const scaled = (text: string): bigint => {
		const [whole = "", part = ""] = text.split(".");
		return BigInt(whole + part.padEnd(12, "0"));
	};
	const places = shown.split(".")[1]?.length ?? 0;
	const off = scaled(shown) - scaled(exact);
	// Half a unit of its last digit; the exact one of the csv is itself rounded at the twelfth place.
	const least = 10 ** (15 - (shown.replace("-", "").split(".")[0] ?? "").length);
	return digits(shown) <= 15 && places <= 12 && 2n * (off < 0n ? -off : off) <= 10n ** 12n / BigInt(least) + 1n;
}

async function demo(format: string, lang = "en"): Promise<Uint8Array> {
	const out = join(folder(), `report.${format}`);
	const { code } = await tanlu(["report", ...demoFiles, "--format", format, "--lang", lang, "--out", out, "--quiet"]);
	expect(code).toBe(0);
	return readFileSync(out);
}

describe.each(
	languages.map((language) => [language.id, language] as const),
)("the report as a workbook, in %s", (lang, language) => {
	let bytes: Uint8Array;
	let csv: readonly (readonly string[])[];
	const texts = bookTexts[lang] as (typeof bookTexts)[string];
	beforeAll(async () => {
		const world = {
			files: new Map(
				["energy", "output", "firms"].map((name) => [
					`${name}.csv`,
					readFileSync(join(root, "fixtures", "demo", `${name}.csv`), "utf8"),
				]),
			),
		};
		const argv = ["report", "energy.csv", "output.csv", "--firms", "firms.csv", "--lang", lang, "--quiet", "--format"];
		bytes = Buffer.from((await program([...argv, "xlsx"], world)).stdout, "latin1");
		csv = parse((await program([...argv, "csv"], world)).stdout);
	});

	it("holds every value of the csv: figures as numbers of at most fifteen digits, what is unknown as no cell", () => {
		const grid = gridOf(opened(bytes), texts.sheets.years);
		const [header = [], ...rows] = csv;
		expect(grid).toHaveLength(csv.length);
		expect(rows.length).toBeGreaterThan(100);
		expect(grid[0]).toEqual(header.map((column) => (texts.titles.years as Readonly<Record<string, string>>)[column]));
		let figures = 0;
		for (const [at, row] of rows.entries())
			for (const [index, cell] of row.entries()) {
				const made = grid[at + 1]?.[index] ?? null;
				const place = `${header[index]} of ${row[0]} ${row[4]}`;
				if (cell === "") expect(made, place).toBeNull();
				else if (typeof made === "number") {
					figures += 1;
					expect(agrees(String(made), cell), `${place}: ${made} for ${cell}`).toBe(true);
				} else if (lang === "en") expect(made, place).toBe(cell);
				else expect(made, place).toEqual(expect.any(String));
				expect(typeof made === "number", place).toBe(
					cell !== "" &&
						/^(year|own_base_year|.*_(tco2|tce|pct|gap|required|points|tonnes|target|base|firms|ratio)|output|intensity)$/.test(
							header[index] as string,
						),
				);
			}
		expect(figures).toBeGreaterThan(2_000);
	});

	it("has the carriers, sectors, findings and inputs of the json", async () => {
		const world = { files: new Map(Object.entries(small)) };
		const argv = ["report", "energy.csv", "output.csv", "--lang", lang, "--quiet", "--format"];
		const json = JSON.parse((await program([...argv, "json"], world)).stdout);
		const book = opened(Buffer.from((await program([...argv, "xlsx"], world)).stdout, "latin1"));
		const sheet = (name: keyof typeof texts.sheets) => gridOf(book, texts.sheets[name]);
		const { words } = language;
		const inWords = (id: string, word: string): string => (language.namesInMessages ? word : id);
		const carrier = (coke: number, tonnes: number) => [
			inWords("coke", "焦炭"),
			inWords("consumed", words.uses.consumed),
			coke,
			inWords("t", words.unit("t")),
			tonnes,
		];
		expect(
			sheet("carriers")
				.slice(1)
				.map((row) => [row[0], row[2], ...row.slice(3, 8)]),
		).toEqual([
			["A", 2020, ...carrier(400, 1000)],
			["A", 2021, ...carrier(360, 900)],
		]);
		expect(sheet("carriers")[1]?.[12]).toBe(2.5);
		expect(sheet("sectors").length).toBe(1 + json.sectors.flatMap(({ years }: { years: unknown[] }) => years).length);
		expect(sheet("findings").length).toBe(1 + json.findings.list.length);
		expect(
			sheet("inputs")
				.slice(1)
				.map((row) => [row[0], row[3], row[4], row[9]]),
		).toEqual(
			json.inputs.map(({ file, rows, sha256 }: { file: string; rows: { read: number; used: number }; sha256: string }) => [
				file,
				rows.read,
				rows.used,
				sha256,
			]),
		);
	});

	it("says on what basis, that the csv has every digit, and what each column is", () => {
		const book = opened(bytes);
		const basis = gridOf(book, texts.sheets.basis).flat().join("\n");
		for (const note of texts.notes) expect(basis).toContain(note);
		expect(basis).toContain("--format csv");
		expect(basis).toContain("ndrc-guidelines");
		expect(basis).toMatch(/F11 20% 2020-2025/);
		const about = gridOf(book, texts.sheets.columns).slice(1);
		expect(about.filter((row) => row[0] === texts.sheets.years).map((row) => row[2])).toEqual(csv[0]);
		for (const row of about) expect(String(row[4]).length).toBeGreaterThan(2);
	});

	it("has titles that stay in view, filters, and parts that a strict reader takes", async () => {
		const parts = await partsOf(bytes);
		expect(faultsOf(parts)).toEqual([]);
		const first = parts.get("xl/worksheets/sheet1.xml") as string;
		expect(first).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
		expect(first).toContain(`<autoFilter ref="A1:AV${csv.length}"/>`);
	});
});

describe("a report that is no text", () => {
	it("is the same bytes each time, whatever the zone, led into a file or put there", async () => {
		const args = ["report", ...demoFiles, "--format", "xlsx", "--quiet"];
		const cwd = folder();
		const one = await demo("xlsx");
		for (const zone of ["Asia/Shanghai", "America/St_Johns"]) {
			const out = join(cwd, `${zone.replace("/", "-")}.xlsx`);
			expect((await started([...args, "--out", out], { env: { TZ: zone } })).code).toBe(0);
			expect(readFileSync(out).equals(one)).toBe(true);
		}
		// What a process writes is not looked at as text here: it would not be the same.
		expect((await tanlu(args)).stdout).toBe(Buffer.from(one).toString("latin1"));
	});

	it("is not written to a terminal: one line, exit 2, nothing read", async () => {
		const { host, heard, open } = memoryHost({ columns: 80 });
		const { runProgram } = await import("../../src/commands/program.ts");
		const code = await runProgram(["report", "missing.csv", "--format", "xlsx"], host);
		expect(code).toBe(2);
		expect(heard.stdout).toBe("");
		expect(onlyLine({ code, ...heard })).toMatch(/terminal.*--out/);
		expect(open.size).toBe(0);
		expect(
			(
				await program(["report", "energy.csv", "output.csv", "--format", "xlsx", "--out", "r.xlsx"], {
					files: new Map(Object.entries(small)),
					columns: 80,
				})
			).code,
		).toBe(0);
	});

	it("takes no byte-order mark", async () => {
		const heard = await program(["report", "energy.csv", "output.csv", "--format", "xlsx", "--bom"], {
			files: new Map(Object.entries(small)),
		});
		expect(heard.code).toBe(2);
		expect(onlyLine(heard)).toContain("--bom");
	});
});

describe("any text", () => {
	const bookOf = (texts: readonly string[]): Book => ({
		sheets: [
			{
				name: "Texts",
				columns: [{ title: "text", width: 10, format: "General" }],
				count: texts.length,
				rows: () => texts.map((text) => [{ text }]),
			},
		],
	});
	/** What our own reader of tables makes of it. */
	async function read(bytes: Uint8Array): Promise<string[]> {
		const source = {
			name: "made.xlsx",
			bytes: async function* () {
				yield bytes;
			},
		};
		const { sheets } = await (await opener({ hidden: false } as never)(source)).sheets();
		const rows: string[] = [];
		await sheets[0]?.cuts(false)[0]?.read({ record: (cells: string[]) => rows.push(cells[0] ?? "") } as never);
		return rows.slice(1);
	}

	it("survives in a cell, or is made visible; none is a formula, and none breaks the parts", async () => {
		const odd = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.string({ unit: "grapheme" }),
			fc.constantFrom(
				"=1+1",
				' =HYPERLINK("http://a")',
				"@x",
				"+1",
				"-1",
				"＝1",
				"_x0041_",
				"_x005F_x0041_",
				"_X000d_",
				"]]>",
				"<t/>",
				"&amp;",
				" a  b ",
				"\ud800",
				"\ufffe",
				"a\nb\tc",
				"\u202e",
				"\u0000",
				"##vso[x]",
			),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 6 }), async (texts) => {
				const bytes = xlsx(bookOf(texts));
				expect(faultsOf(await partsOf(bytes))).toEqual([]);
				const book = opened(bytes);
				for (const [at, text] of texts.entries()) {
					const cell = book.Sheets["Texts"]?.[`A${at + 2}`];
					if (text === "") expect(cell?.v ?? "").toBe("");
					else {
						expect(cell.t).toBe("s");
						expect(cell.f).toBeUndefined();
						expect(String(cell.v)).not.toMatch(harm);
						if (/^[ -~\u4e00-\u9fff]*$/.test(text) && !text.includes("##") && !/_x[0-9a-f]{4}_/i.test(text))
							expect(cell.v).toBe(text);
					}
				}
				// The library leaves `_x005F_` as it stands; spreadsheets and our own reader do not.
				const back = await read(bytes);
				for (const [at, text] of texts.entries())
					if (/^[ -~\u4e00-\u9fff]*$/.test(text) && !text.includes("##")) expect(back[at] ?? "").toBe(text);
			}),
			{ numRuns: 150 },
		);
	});

	it("that begins like a formula stays a text when its cell is edited", async () => {
		const parts = await partsOf(xlsx(bookOf(["=1+1", "plain"])));
		const sheet = parts.get("xl/worksheets/sheet1.xml") as string;
		const styles = [...(parts.get("xl/styles.xml") as string).matchAll(/<xf [^>]*xfId[^>]*>/g)].map(([tag]) =>
			tag.includes('quotePrefix="1"'),
		);
		const styleOf = (cell: string): number => Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(sheet)?.[1]);
		expect(styles[styleOf("A2")]).toBe(true);
		expect(styles[styleOf("A3")]).toBe(false);
	});

	it("that is too long for a cell is cut visibly, and no character is halved", () => {
		const [long] = gridOf(opened(xlsx(bookOf([`${"a".repeat(32_765)}😀😀`]))), "Texts").slice(1);
		expect(long?.[0]).toBe(`${"a".repeat(32_765)}…`);
	});
});

describe("a sheet of more rows than one may have", () => {
	it("goes on in another, under the same titles", () => {
		const rows = Array.from({ length: 7 }, (_, at) => [{ number: String(at) }]);
		const sheet = {
			name: "Numbers",
			columns: [{ title: "n", width: 5, format: "0" }],
			count: 7,
			rows: () => rows,
			filtered: true as const,
		};
		const book = opened(xlsx({ sheets: [sheet] }, 4));
		expect(book.SheetNames).toEqual(["Numbers", "Numbers 2", "Numbers 3"]);
		expect(book.SheetNames.map((name) => gridOf(book, name).flat())).toEqual([
			["n", 0, 1, 2],
			["n", 3, 4, 5],
			["n", 6],
		]);
	});
});
