/** What a reader is told who has the page and nothing else: what its words, signs, stars and counts mean, where they occur. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportOptions, Table } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import { languages } from "../../src/language/index.ts";
import { text } from "../../src/views/formats/text.ts";
import type { Page, Sheet } from "../../src/views/page.ts";
import { reportPage } from "../../src/views/report-page.ts";
import { demoNames, demoText } from "../cli/tanlu.ts";
import { run } from "../support/run.ts";
import { energy, type FirmRows, firms, output, type Row, steadyFirm, tablesOf, targets } from "../support/tables.ts";
import { columnsOf } from "./letters.ts";

const demo: readonly Table[] = demoNames.map((name) => ({ name, text: demoText(name), reference: name === "firms.csv" }));
const spoken = languages.map((language) => [language.id, language] as const);

async function pageOf(tables: readonly Table[], options: ReportOptions = {}): Promise<Page> {
	const sources = tables.map(({ name, text: of, reference = false }) => ({
		name,
		reference,
		bytes: async function* () {
			yield new TextEncoder().encode(of);
		},
	}));
	const { assessment, frame } = await run(sources, options);
	return reportPage(assessment, frame, { digits: 4, top: 40 });
}

const sheets = (page: Page): Sheet[] => page.flatMap((block) => (block.is === "sheet" ? [block.sheet] : []));
const sentences = (page: Page): string[] => page.flatMap((block) => (block.is === "text" ? [block.text] : []));
const sheetAt = (page: Page, index: number): Sheet => {
	const found = sheets(page)[index];
	if (found === undefined) throw new Error(`the page has no sheet ${index}`);
	return found;
};
/** The sheet below a heading that begins so. */
const below = (page: Page, title: string): Sheet => {
	const at = page.findIndex((block) => block.is === "heading" && block.text.startsWith(title));
	const block = page[at + 1];
	if (block?.is !== "sheet") throw new Error(`no table below ${title}`);
	return block.sheet;
};
/** A column of a sheet by its title, and the first column beside it. */
const column = ({ columns, rows }: Sheet, title: string): Record<string, string> => {
	const at = columns.findIndex((one) => one.title === title);
	expect(at, title).toBeGreaterThanOrEqual(0);
	return Object.fromEntries(rows.map((row) => [row[0]?.text ?? "", row[at]?.text ?? ""]));
};
const notes = (sheet: Sheet): string => (sheet.notes ?? []).join(" ");

/** A firm with 1000 t over 1000 in 2020 and so many in 2022 and 2023. */
const firmOf = (firm: string, before: string, now: string): FirmRows =>
	steadyFirm({ firm, co2: { 2020: "1000", 2022: before, 2023: now } });

describe("the key of verdict words", () => {
	// Required in 2023: 1000 × 0.82^(3/5) = 887.7; the year's own share 0.82^(1/5) = 0.9611.
	const off = firmOf("off", "950", "960");
	const far = firmOf("far", "970", "960"); // ln 0.96 / ln 0.82 = 0.206 of the task after 0.6 of the time: 0.34
	const plain = firmOf("plain", "920", "911"); // ln 0.911 / ln 0.82 = 0.470: 0.78
	const near = firmOf("near", "900", "890"); // ln 0.890 / ln 0.82 = 0.587: 0.98
	const late = firmOf("late", "960", "911"); // 911/960 = 0.949, less than 0.9611
	const good = firmOf("good", "900", "800");
	const slow = firmOf("slow", "801", "800");
	const keyOf = async (...list: FirmRows[]): Promise<string> =>
		notes(sheetAt(await pageOf(tablesOf(...list), { year: ["2023"] }), 0));
	const words = {
		off: "Off track:",
		behind: "Behind:",
		near: "slightly: 0.9 of schedule or more",
		far: "far: under 0.6",
		late: "catching up: fell enough this year",
		slow: "Slowing: fell too little this year",
	};

	it("explains those that occur, and no other", async () => {
		const occurs: readonly (readonly [FirmRows[], (keyof typeof words)[]])[] = [
			[[good, firmOf("better", "900", "700")], []],
			[[good, off], ["off"]],
			[[good, plain], ["behind"]],
			[
				[good, near],
				["behind", "near"],
			],
			[
				[off, far],
				["off", "behind", "far"],
			],
			[
				[good, late],
				["behind", "late"],
			],
			[[good, slow], ["slow"]],
			[
				[off, far, plain, near, late, good, slow],
				["off", "behind", "near", "far", "late", "slow"],
			],
		];
		for (const [list, wanted] of occurs) {
			const key = await keyOf(...list);
			const said = (Object.keys(words) as (keyof typeof words)[]).filter((word) => key.includes(words[word]));
			expect(said).toEqual((Object.keys(words) as (keyof typeof words)[]).filter((word) => wanted.includes(word)));
		}
	});

	it("stands on the page of one firm too", async () => {
		expect(notes(sheetAt(await pageOf(tablesOf(near)), 0))).toContain(words.near);
	});

	it("is nothing where every word says itself", async () => {
		expect(sheetAt(await pageOf(tablesOf(good, firmOf("better", "900", "700")), { year: ["2023"] }), 0).notes).toEqual([]);
	});

	it.each(spoken)("has a meaning for each word that needs one, different from any other: %s", (_, { report }) => {
		const limits = { near: "0.9", far: "0.6" };
		const keys = [
			report.key({ verdicts: ["off-track"], qualifiers: [], ...limits }),
			report.key({ verdicts: ["behind"], qualifiers: [], ...limits }),
			report.key({ verdicts: ["behind"], qualifiers: ["near"], ...limits }),
			report.key({ verdicts: ["behind"], qualifiers: ["far"], ...limits }),
			report.key({ verdicts: ["behind"], qualifiers: ["catching-up"], ...limits }),
			report.key({ verdicts: ["on-track-slowing"], qualifiers: [], ...limits }),
		];
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys).not.toContain("");
		expect(keys[2]).toContain("0.9");
		expect(keys[3]).toContain("0.6");
		expect(report.key({ verdicts: ["on-track", "met", "missed", "withheld"], qualifiers: [], ...limits })).toBe("");
	});
});

describe("terms of a firm's own", () => {
	const base = (firm: string): FirmRows => steadyFirm({ firm, co2: { 2020: "1000", 2021: "950", 2023: "900" } });
	const withTerms = (list: Readonly<Record<string, Row>>, others: readonly string[] = []): Table[] => [
		...tablesOf(...[...Object.keys(list), ...others].map(base)),
		firms(Object.entries(list).map(([firm, cells]) => ({ firm, ...cells }))),
	];
	const year2023: ReportOptions = { year: ["2023"] };

	it("are told beside the plan's, and starred behind the verdict that is by them", async () => {
		const page = await pageOf(withTerms({ A: { target_pct: "20" }, B: { base_year: "2021" } }, ["C"]), year2023);
		// 0.82^(4/5) = e^(0.8 × −0.1984509) = 0.8532: 14.68 % in the four years from 2021.
		expect(sentences(page)[0]).toContain("18% lower in 2025 than in 2020 (*: ");
		expect(sentences(page)[0]).toContain("A 20%");
		expect(sentences(page)[0]).toContain("B 14.68%, 2021 to 2025");
		const verdicts = column(sheetAt(page, 0), en.report.columns.verdict);
		expect(["A", "B", "C"].map((firm) => verdicts[firm]?.endsWith(" *"))).toEqual([true, true, false]);
	});

	it("that say what the plan says are no terms of one's own", async () => {
		const page = await pageOf(withTerms({ A: { target_pct: "18.0" }, B: { base_year: "2020" } }), year2023);
		expect(sentences(page)[0]).not.toContain("*");
		for (const verdict of Object.values(column(sheetAt(page, 0), en.report.columns.verdict))) expect(verdict).not.toContain("*");
	});

	it("are those of its page, with the plan's beside them", async () => {
		const page = await pageOf(withTerms({ A: { base_year: "2021" } }));
		expect(sentences(page)[0]).toContain("14.68% lower in 2025 than in 2021 (terms of this firm; in general 18%, 2020 to 2025)");
		expect(notes(below(page, "Own path"))).toContain("ln(1 - 14.68%)");
	});

	it("are a province's or a target file's too", async () => {
		const zhejiang = [...tablesOf(base("A"), base("B")), firms([{ firm: "A", province: "Zhejiang" }])];
		expect(sentences(await pageOf(zhejiang, { ...year2023, targets: "provincial" }))[0]).toContain("(*: A 20%)");
		const file = [
			...tablesOf(base("A"), base("B")),
			firms([{ firm: "A", sector: "steel" }]),
			targets([{ scope: "all" }, { scope: "sector", scope_id: "steel", reduction_pct: "25.5" }]),
		];
		expect(sentences(await pageOf(file, year2023))[0]).toContain("(*: A 25.5%)");
	});

	it("of many firms are told for the first, and the rest is counted: the line stays one", async () => {
		const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`F${10 + n}`, { target_pct: String(20 + n) }]));
		const first = sentences(await pageOf(withTerms(many), year2023))[0] ?? "";
		expect(first.match(/F\d\d /g)).toHaveLength(3);
		expect(first).toContain("27 firms by yet other terms");
		const alike = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`F${10 + n}`, { target_pct: "20" }]));
		expect(sentences(await pageOf(withTerms(alike), year2023))[0]).toContain("and 27 more 20%)");
		const long = sentences(await pageOf(withTerms({ ["名".repeat(300)]: { target_pct: "20" } }, ["B"]), year2023))[0] ?? "";
		expect(long.length).toBeLessThan(250);
	});
});

describe("sectors", () => {
	it("of the table of firms are those of the table below it; the firm's page names the finer one too", async () => {
		const page = await pageOf(demo, { year: ["2023"] });
		const pools = new Set(Object.keys(column(below(page, en.report.headings.sectors), en.report.columns.firms)));
		const named = Object.values(column(sheetAt(page, 0), en.report.columns.sector));
		expect(named).toHaveLength(20);
		expect(named.filter((sector) => !pools.has(sector))).toEqual([]);
		expect(sentences(await pageOf(demo, { firm: ["F03"] }))[0]).toContain("Steel rolling (Iron and steel)");
		expect(sentences(await pageOf(demo, { firm: ["F02"] }))[0]).not.toContain("(Iron and steel)");
	});

	it("whose firms are not those of their base say how many of these are here", async () => {
		const table = below(await pageOf(demo, { year: ["2023"] }), en.report.headings.sectors);
		// By the demonstration's README: F05 (steel) has current prices in 2023, F13 no 2020, F14 a base that no row bears out.
		expect(column(table, en.report.columns.firms)).toEqual({
			"Building materials": "6",
			"Non-ferrous metals": "4",
			"Petrochemicals and chemicals": "5",
			"Iron and steel": "4",
			[en.report.allFirms]: "19",
		});
		expect(column(table, en.report.columns.ofBase)).toEqual({
			"Building materials": "6 of 6",
			"Non-ferrous metals": "4 of 4",
			"Petrochemicals and chemicals": "3 of 3",
			"Iron and steel": "4 of 5",
			[en.report.allFirms]: "17 of 18",
		});
		expect(table.notes).toEqual([en.report.poolsDiffer]);
	});

	it("whose firms are all those of their base say nothing of it", async () => {
		const table = sheetAt(await pageOf(tablesOf(firmOf("A", "950", "900"), firmOf("B", "950", "900")), { year: ["2023"] }), 1);
		expect(table.columns.map(({ title }) => title)).not.toContain(en.report.columns.ofBase);
		expect(table.notes).toEqual([]);
	});

	it("warn on the page of one firm that a sector's path says little of it", async () => {
		const page = await pageOf(demo, { firm: ["F07"] });
		expect(notes(below(page, "Path of the sector"))).toBe(en.report.sectorPathCaution);
	});
});

describe("signs", () => {
	it("tell unknown from not applicable", async () => {
		const page = await pageOf(demo, { firm: ["F05"] });
		expect(column(sheetAt(page, 0), en.report.columns.sinceLastYear)["2020"]).toBe("?");
		expect(column(below(page, "Own path"), en.report.columns.scheduleRatio)["2020"]).toBe("-");
		const target = below(await pageOf(demo, { firm: ["F01"], targets: "plan-14" }), "To the end point");
		const cuts = column(target, en.report.columns.yearlyCut);
		expect([cuts["2024"], cuts["2025"], cuts["2026"]]).toEqual([expect.stringMatching(/^\d/), "-", "-"]);
	});

	it("in years off the path stand for what nobody asks", async () => {
		const years = steadyFirm({ firm: "A", co2: { 2019: "1000", 2020: "1000", 2026: "700" } });
		const other = steadyFirm({ firm: "B", co2: { 2020: "1", 2026: "1" } });
		const page = await pageOf(tablesOf(years, other), { targets: "plan-14" });
		const { rows, columns } = sheetAt(page, 0);
		const at = (title: string): number => columns.findIndex((one) => one.title === title);
		const { year, required, gapPercent, sinceBase, verdict } = en.report.columns;
		const [before, base, after] = rows.map((row) =>
			[year, required, gapPercent, sinceBase, verdict].map((title) => row[at(title)]?.text),
		);
		expect(before).toEqual(["2019", "-", "-", "-", "-"]);
		expect(base).toEqual(["2020", "1.0000", "0.00", "0.00", "-"]);
		expect(after).toEqual(["2026", "-", "-", "-30.00", "-"]);
	});

	it("are explained where they occur, and not where they do not", async () => {
		const line = (page: Page): string => sentences(page).find((one) => one.startsWith("Gap:")) ?? "";
		const whole = tablesOf(firmOf("A", "950", "900"), firmOf("B", "950", "900"));
		expect(line(await pageOf(whole, { year: ["2023"] }))).toBe(en.report.signs({ unknown: false, notApplicable: false }));
		expect(line(await pageOf(demo, { year: ["2023"] }))).toBe(en.report.signs({ unknown: true, notApplicable: false }));
		expect(line(await pageOf(demo, { year: ["2020", "2023"] }))).toBe(en.report.signs({ unknown: true, notApplicable: true }));
		// A firm may be called by something that holds a sign; the signs themselves name none.
		const named = tablesOf(firmOf("?A", "950", "900"), firmOf("B-", "950", "900"));
		expect(line(await pageOf(named, { year: ["2023"] }))).toBe(en.report.signs({ unknown: false, notApplicable: false }));
	});
});

describe("the page of one firm", () => {
	it("gives each factor with what it multiplies and where it comes from, nothing cut", async () => {
		const table = sheets(await pageOf(demo, { firm: ["F03"] })).at(-1) as Sheet;
		expect(column(table, en.report.columns.factor)).toEqual({
			Electricity: "0.5568 kgCO2/kWh; MEE and NBS announcement no. 12 of 2024 (关于发布2021年电力二氧化碳排放因子的公告)",
			"Graphite electrode": "3.663 tCO2/t; MEE steel guideline CETS-AG-03.01-V01-2024, App. A Table A.2",
			"Natural gas": "389.31 GJ/10^4 Nm3 × 0.0153 tC/GJ × 0.99 × 44/12; ndrc-guidelines",
			"Pig iron (bought in)": "0.172 tCO2/t; MEE steel guideline CETS-AG-03.01-V01-2024, App. A Table A.2",
		});
		// 9379 × 389.31 × 0.0153 × 0.99 × 44/12 = 202791.688…
		const product = (9379n * 38931n * 153n * 99n * 44n * 100n) / (12n * 100n * 10000n * 100n);
		expect(column(table, en.report.columns.emissions)["Natural gas"]).toBe("202791.69");
		expect(product).toBe(20279168n);
	});

	it("names a use only where something was not consumed", async () => {
		const titles = async (firm: string): Promise<string[]> =>
			(sheets(await pageOf(demo, { firm: [firm] })).at(-1) as Sheet).columns.map(({ title }) => title);
		expect(await titles("F03")).not.toContain(en.report.columns.use);
		expect(await titles("F01")).toContain(en.report.columns.use);
	});

	it("says how progress is measured: by logarithms at an equal rate, by shares in a straight line", async () => {
		const said = async (path: string): Promise<string> => notes(below(await pageOf(demo, { firm: ["F03"], path }), "Own path"));
		expect(await said("equal-rate")).toContain("ln(1 - fall since base) / ln(1 - 18%)");
		expect(await said("linear")).toContain("share of 18%");
		expect(await said("linear")).not.toContain("ln(");
	});

	it("says whose target the energy's is, and how electricity counts", async () => {
		const energyOf = async (firm: string): Promise<string> => notes(below(await pageOf(demo, { firm: [firm] }), "Energy"));
		// 13.5 % in five years; 1 − 0.865^(4/5) = 10.95 % in four.
		expect(await energyOf("F03")).toContain("13.5% lower in 2025 than in 2020");
		expect(await energyOf("F13")).toContain("10.95% lower in 2025 than in 2021");
		expect(await energyOf("F03")).toContain("0.1229 kgce/kWh");
		const file = await pageOf([...tablesOf(firmOf("A", "950", "900")), targets([{}])]);
		expect(notes(below(file, "Energy"))).not.toContain("Required");
	});

	it("says that one factor of electricity serves every year, where it does", async () => {
		const said = async (electricity: string): Promise<string> =>
			sentences(await pageOf(demo, { firm: ["F03"], electricity })).find((one) => one.includes("electricity:")) ?? "";
		expect(await said("national@2021")).toContain("0.5568 kgCO2/kWh in every year (national@2021)");
		expect(await said("0.61")).toContain("0.61 kgCO2/kWh in every year");
		expect(await said("provincial@2021")).toContain("provincial@2021, the same in every year");
		expect(await said("national")).toContain("national, year by year");
	});
});

describe("calm", () => {
	it.each(spoken)("is a page of the demonstration: four lines below its firms, two below its sectors, in %s", async (lang, {
		report,
	}) => {
		const page = await pageOf(demo, { year: ["2023"], lang });
		for (const columns of [80, 120, 140]) {
			const lines = text(page, { columns, paint: (_, words) => words }).split("\n");
			for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(columns);
			const last = lines.findLastIndex((line) => /^F\d\d /.test(line));
			const sectors = lines.indexOf(report.headings.sectors);
			const all = lines.findIndex((line) => line.startsWith(report.allFirms));
			expect([last > 0, sectors > last, all > sectors]).toEqual([true, true, true]);
			expect(sectors - last - 2).toBeLessThanOrEqual(4);
			expect(lines.indexOf("", all) - all - 1).toBeLessThanOrEqual(2);
		}
	});

	it("are the notes of any report: none is said twice, none is empty", async () => {
		const amount = fc.integer({ min: 300, max: 1200 }).map(String);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 5 }), async (list) => {
				const tables = tablesOf(...list.map(([before, now], n) => firmOf(`F${n}`, before, now)));
				for (const { id } of languages) {
					const said = sheets(await pageOf(tables, { year: ["2023"], lang: id })).flatMap((sheet) => sheet.notes ?? []);
					expect(new Set(said).size).toBe(said.length);
					expect(said).not.toContain("");
				}
			}),
			{ numRuns: 20 },
		);
	});
});

describe("a pool that nobody can add up", () => {
	it("has no count of its base either", async () => {
		const [all, base] = [firmOf("A", "950", "900"), steadyFirm({ firm: "B", co2: { 2020: "1000" } })];
		const titles = async (rows: readonly Row[]): Promise<string[]> => {
			const page = await pageOf([energy(rows), output([...all.output, ...base.output])]);
			return sheetAt(page, 1).columns.map(({ title }) => title);
		};
		const rows = [...all.energy, ...base.energy];
		expect(await titles(rows)).toContain(en.report.columns.ofBase);
		expect(await titles([...rows, { firm: "", period: "2023" }])).not.toContain(en.report.columns.ofBase);
	});
});
