/** The report as a page: what was judged first, worst gaps first, what came out and what to do next last. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report, ReportOptions, Table } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import { languages } from "../../src/language/index.ts";
import type { NextStep, ReportTexts } from "../../src/language/report-texts.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { text } from "../../src/views/formats/text.ts";
import type { Frame } from "../../src/views/frame.ts";
import type { Page, Sheet } from "../../src/views/page.ts";
import { compareDecimals, type PageChoices, reportPage } from "../../src/views/report-page.ts";
import { demoNames, demoText } from "../cli/tanlu.ts";
import { program } from "../support/memory-host.ts";
import { run } from "../support/run.ts";
import { type FirmRows, monthly, type Row, steadyFirm, tablesOf } from "../support/tables.ts";

type Told<K extends "judged" | "cameOut" | "firmCameOut"> = Parameters<ReportTexts[K]>[0];

/** A page, and what the sentences around its figures were given to say. */
interface Made {
	readonly page: Page;
	readonly judged?: Told<"judged">;
	readonly cameOut?: Told<"cameOut">;
	readonly firmCameOut?: Told<"firmCameOut">;
	readonly further?: Parameters<ReportTexts["furtherFirms"]>;
	readonly next?: NextStep;
	readonly report: Report;
}

interface Wanted extends Partial<PageChoices> {
	readonly years?: readonly number[];
	readonly options?: ReportOptions;
}

const marked = {
	judged: "[judged]",
	cameOut: "[came out]",
	firmCameOut: "[firm came out]",
	next: "[next]",
	further: "[further]",
};

async function made(tables: readonly Table[], { years, options = {}, digits = 4, top = 40 }: Wanted = {}): Promise<Made> {
	const sources = tables.map(({ name, text: of, reference = false }) => ({
		name,
		reference,
		bytes: async function* () {
			yield new TextEncoder().encode(of);
		},
	}));
	const { assessment, frame } = await run(sources, { ...options, ...(years === undefined ? {} : { year: years }) });
	const told: Record<string, unknown> = {};
	const keep =
		<A extends unknown[]>(name: keyof typeof marked) =>
		(...args: A): string => {
			told[name] = name === "further" ? args : args[0];
			return marked[name];
		};
	const { language } = frame;
	const listening: Frame = {
		...frame,
		language: {
			...language,
			report: {
				...language.report,
				judged: keep("judged"),
				cameOut: keep("cameOut"),
				firmCameOut: keep("firmCameOut"),
				furtherFirms: keep("further"),
				next: keep("next"),
			},
		},
	};
	return { page: reportPage(assessment, listening, { digits, top }), ...told, report: buildReport(assessment, frame) };
}

const sheets = (page: Page): Sheet[] => page.flatMap((block) => (block.is === "sheet" ? [block.sheet] : []));
const sentences = (page: Page): string[] => page.flatMap((block) => (block.is === "text" ? [block.text] : []));
/** The first cells of the table of firms: who stands where. */
const order = (page: Page): string[] => (sheets(page)[0]?.rows ?? []).map((row) => row[0]?.text ?? "");
const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((all, { count }) => all + count, 0);

/** A firm whose tonnes and value added are given year by year. */
function firmOf(firm: string, years: Readonly<Record<number, readonly [co2: number, value: number]>>, cells: Row = {}): FirmRows {
	const rows = Object.entries(years).map(([year, [co2, value]]) => ({
		energy: steadyFirm({ firm, co2: { [year]: String(co2) }, cells }).energy,
		output: steadyFirm({ firm, co2: { [year]: "0" }, valueAdded: String(value), cells }).output,
	}));
	return { energy: rows.flatMap((one) => one.energy), output: rows.flatMap((one) => one.output) };
}

/** Below its path in 2023: a half of what it was. */
const good = (firm: string): FirmRows => firmOf(firm, { 2020: [1000, 1000], 2022: [900, 1000], 2023: [500, 1000] });
/** Above its path in 2023: as much as it was. */
const bad = (firm: string): FirmRows => firmOf(firm, { 2020: [1000, 1000], 2022: [1000, 1000], 2023: [1000, 1000] });
/** Withheld in 2023: money at current prices. */
const withheld = (firm: string): FirmRows => ({
	energy: good(firm).energy,
	output: good(firm).output.map((row) => (row["period"] === "2023" ? { ...row, prices: "current" } : row)),
});

const demo: readonly Table[] = demoNames.map((name) => ({ name, text: demoText(name), reference: name === "firms.csv" }));

describe("the order of firms", () => {
	interface Drawn {
		readonly base: readonly [number, number];
		readonly last: readonly [number, number];
		readonly year: 2022 | 2023;
	}
	const amount = fc.integer({ min: 1, max: 999_999 });
	const firm: fc.Arbitrary<Drawn> = fc.record({
		base: fc.tuple(amount, amount),
		last: fc.oneof(
			fc.tuple(amount, amount),
			// Close to each other, and sometimes equal.
			fc.tuple(fc.integer({ min: 500, max: 505 }), fc.constant(500)),
		),
		year: fc.constantFrom(2022, 2023),
	});

	/** (gap + 1)^5 as a pair: ((c/d) / (a/b))^5 / (82/100)^(years gone). */
	const fifth = ({ base: [a, b], last: [c, d], year }: Drawn): readonly [bigint, bigint] => {
		const gone = BigInt(year - 2020);
		return [(BigInt(c) * BigInt(b)) ** 5n * 100n ** gone, (BigInt(d) * BigInt(a)) ** 5n * 82n ** gone];
	};

	it("is from the worst gap down, by whole numbers alone; equal ones in order of name", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(firm, { minLength: 2, maxLength: 12 }), async (firms) => {
				const named = firms.map((one, index) => ({ ...one, name: `F${String(index).padStart(2, "0")}` }));
				const tables = tablesOf(...named.map(({ name, base, last, year }) => firmOf(name, { 2020: base, [year]: last })));
				const { page } = await made(tables, { years: [2022, 2023] });
				const wanted = [...named].sort((x, y) => {
					const [[xo, xu], [yo, yu]] = [fifth(x), fifth(y)];
					const [left, right] = [xo * yu, yo * xu];
					return left === right ? (x.name < y.name ? -1 : 1) : left > right ? -1 : 1;
				});
				expect(order(page)).toEqual(wanted.map(({ name }) => name));
			}),
			{ numRuns: 60 },
		);
	});

	it("has the withheld after all that are judged, and those without a verdict last", async () => {
		const later = firmOf("A", { 2020: [1, 1], 2026: [1, 1] });
		const tables = tablesOf(withheld("B"), good("C"), bad("D"), later);
		const { page } = await made(tables, { years: [2023, 2026], options: { targets: "plan-14" } });
		expect(order(page)).toEqual(["D", "C", "B", "A"]);
	});

	it("is that of decimals by value", () => {
		const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom(0, 2, 6, 12));
		const written = ([n, places]: readonly [bigint, number]): string => {
			const digits = String(n < 0n ? -n : n).padStart(places + 1, "0");
			const whole = digits.slice(0, digits.length - places);
			const rest = digits.slice(digits.length - places).replace(/0+$/, "");
			return `${n < 0n ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
		};
		const scaled = ([n, places]: readonly [bigint, number]): bigint => n * 10n ** BigInt(12 - places);
		fc.assert(
			fc.property(decimal, decimal, (a, b) => {
				const [x, y] = [scaled(a), scaled(b)];
				expect(Math.sign(compareDecimals(written(a), written(b)))).toBe(x < y ? -1 : x > y ? 1 : 0);
			}),
			{ numRuns: 1000 },
		);
		expect(compareDecimals("9", "10")).toBeLessThan(0);
		expect(compareDecimals("-9", "-10")).toBeGreaterThan(0);
		expect(compareDecimals("0.5", "0.25")).toBeGreaterThan(0);
		expect(compareDecimals("-0.5", "0")).toBeLessThan(0);
	});
});

describe("what came out", () => {
	it.each([
		2021, 2022, 2023, 2024, 2025,
	])("adds up in %i of the demonstration: verdicts to firms, reasons to withheld", async (year) => {
		const { cameOut, report } = await made(demo, { years: [year] });
		if (cameOut === undefined) throw new Error("nothing came out");
		expect(sum(cameOut.verdicts) + cameOut.none).toBe(cameOut.firms);
		expect(cameOut.firms).toBe(report.firms.length);
		expect(cameOut.year).toBe(year);
		const words = report.firms.map((firm) => firm.years[0]?.verdict?.word);
		for (const { word, count } of cameOut.verdicts) expect(count).toBe(words.filter((one) => one === word).length);
		expect(new Set(cameOut.verdicts.map(({ word }) => word))).toEqual(new Set(words.filter((word) => word !== undefined)));
		expect(sum(cameOut.withheld)).toBe(cameOut.verdicts.find(({ word }) => word === "withheld")?.count ?? 0);
		const first = report.firms.flatMap((firm) => firm.years[0]?.verdict?.reasons[0] ?? []);
		for (const { word, count } of cameOut.withheld) expect(count).toBe(first.filter((one) => one === word).length);
	});

	it("counts each firm once where several years are shown, by its last", async () => {
		const { cameOut, judged } = await made(tablesOf(good("A"), bad("B"), withheld("C")), { years: [2022, 2023] });
		expect([judged?.year, cameOut?.year]).toEqual([null, null]);
		expect(cameOut).toMatchObject({
			firms: 3,
			verdicts: [
				{ word: "on-track", count: 1 },
				{ word: "off-track", count: 1 },
				{ word: "withheld", count: 1 },
			],
			withheld: [{ word: "prices", count: 1 }],
			none: 0,
		});
	});

	it("counts a withheld year under one reason, though it may have several", async () => {
		const doubly = withheld("A");
		const noBase = {
			energy: doubly.energy.filter(({ period }) => period !== "2020"),
			output: doubly.output.map((row) => (row["period"] === "2023" ? { ...row, prices: "" } : row)),
		};
		const tables = tablesOf(noBase, good("B"));
		const { cameOut, report } = await made(tables, { years: [2023] });
		expect(report.firms[0]?.years[0]?.verdict?.reasons.length).toBeGreaterThan(1);
		expect(sum(cameOut?.withheld ?? [])).toBe(1);
	});

	it.each(languages.map((language) => [language.title, language] as const))("is said with every number in it: %s", async (_, {
		id,
		report: said,
	}) => {
		const told = { firms: 41, year: 2023, verdicts: [], withheld: [], none: 0 };
		const line = said.cameOut({
			...told,
			verdicts: [
				{ word: "on-track", count: 17 },
				{ word: "behind", count: 11 },
				{ word: "withheld", count: 9 },
			],
			withheld: [
				{ word: "prices", count: 6 },
				{ word: "no-base", count: 3 },
			],
			none: 4,
		});
		for (const number of [41, 2023, 17, 11, 9, 6, 3, 4]) expect(line, id).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
		expect(line).not.toMatch(/undefined|NaN|\[object/);
	});
});

describe("the frame of a page", () => {
	it("begins with what was judged on what basis, and ends with what came out and what to do", async () => {
		for (const tables of [tablesOf(good("A"), bad("B")), tablesOf(good("A"))]) {
			const { page } = await made(tables, { years: [2023] });
			const said = sentences(page);
			expect(said[0]).toBe(marked.judged);
			expect(said.slice(-2)).toEqual([tables[0]?.text.includes("B,") ? marked.cameOut : marked.firmCameOut, marked.next]);
			expect(page.at(-1)?.is).toBe("text");
		}
	});

	it("names the basis: targets, factors, electricity, boundary, prices, mappings, assertions", async () => {
		const options = {
			targets: "plan-15",
			factors: "mee-2024",
			electricity: "0.6101",
			boundary: "energy",
			prices: "constant-2025",
			absentIsZero: true,
			map: ["煤=bituminous-coal"],
		};
		const tables = tablesOf(firmOf("A", { 2025: [10, 10], 2026: [9, 10] }), firmOf("B", { 2025: [10, 10], 2026: [9, 10] }));
		const { judged, page } = await made(tables, { options });
		expect(judged?.basis).toMatchObject({
			targets: "plan-15",
			plans: [{ targets: "plan-15", baseYear: 2025, targetYear: 2030, reduction: "17", electricity: "0.6101" }],
			factors: "mee-2024",
			boundary: "energy",
			prices: "constant-2025",
			mappings: ["煤=bituminous-coal"],
			assertions: ["absent-is-zero", "prices=constant-2025"],
		});
		for (const word of ["mee-2024", "0.6101", "constant-2025", "煤=bituminous-coal", "absent-is-zero"])
			expect(sentences(page)[1]).toContain(word);
		// Prices are told by themselves.
		expect(sentences(page)[1]).not.toContain("prices=");
	});

	it("says of another denominator than value added that it is not the Plan's", async () => {
		const revenue = (firm: string): FirmRows => ({
			energy: good(firm).energy,
			output: good(firm).output.map((row) => ({ ...row, indicator: "revenue" })),
		});
		for (const tables of [tablesOf(revenue("A"), revenue("B")), tablesOf(revenue("A"))]) {
			const { page, judged } = await made(tables, { options: { per: "revenue" } });
			expect(judged?.basis.indicator).toBe("revenue");
			expect(sentences(page)[2]).toBe(en.report.notThePlans);
		}
		const { page } = await made(tablesOf(good("A"), good("B")));
		expect(sentences(page)).not.toContain(en.report.notThePlans);
	});

	it("is one sentence where nothing matches what was asked to be shown", async () => {
		expect(await made(tablesOf(good("A"), good("B")), { years: [1999] })).toMatchObject({ page: [{ is: "text" }] });
	});
});

describe("years", () => {
	const titles = (page: Page): string[] => (sheets(page)[0]?.columns ?? []).map(({ title }) => title);

	it("have a column where several are shown, and stand in order below each other firm by firm", async () => {
		const { page } = await made(tablesOf(good("A"), bad("B")), { years: [2020, 2022, 2023] });
		const at = titles(page).indexOf(en.report.columns.year);
		expect(at).toBeGreaterThan(0);
		expect(sheets(page)[0]?.rows.map((row) => [row[0]?.text, row[at]?.text])).toEqual([
			...["2020", "2022", "2023"].map((year) => ["B", year]),
			...["2020", "2022", "2023"].map((year) => ["A", year]),
		]);
	});

	it("have none where one is shown, which the first line names", async () => {
		const { page, judged } = await made(tablesOf(good("A"), bad("B")), { years: [2023] });
		expect(titles(page)).not.toContain(en.report.columns.year);
		expect(judged).toMatchObject({ year: 2023, firms: 2, firm: null });
	});

	// Of three firms two have no 2024 yet: a reader must not take the third for all there is.
	it.each([
		["one firm has", [good("B"), good("C")]],
		["two firms have", [good("B"), bad("C"), firmOf("D", { 2020: [1000, 1000], 2024: [800, 1000] })]],
	])("of which only %s data do not pass over the other firms in silence", async (_, others) => {
		const early = others.filter(({ energy }) => energy.every(({ period }) => period !== "2024"));
		const later = [firmOf("A", { 2020: [1000, 1000], 2024: [800, 1000] }), ...others.filter((one) => !early.includes(one))];
		const shown = async (options: readonly string[], ...firms: FirmRows[]): Promise<string> => {
			const files = new Map(tablesOf(...firms).map(({ name, text: of }) => [name, of]));
			return (await program(["report", ...files.keys(), ...options], { files })).stdout;
		};
		expect(await shown([], ...later, ...early)).not.toBe(await shown(["--year", "2024"], ...later));
	});
});

describe("many firms", () => {
	const many = (count: number): FirmRows[] =>
		Array.from({ length: count }, (_, n) =>
			firmOf(`F${String(n).padStart(3, "0")}`, { 2020: [1000, 1000], 2023: [n * 20, 1000] }),
		);

	it("are shown worst first up to --top, and the rest is counted by verdict", async () => {
		const { page, further, cameOut } = await made(tablesOf(...many(50)), { years: [2023], top: 12 });
		expect(order(page)).toEqual(Array.from({ length: 12 }, (_, n) => `F${String(49 - n).padStart(3, "0")}`));
		const [count, verdicts] = further ?? [0, []];
		expect(count).toBe(38);
		expect(sum(verdicts)).toBe(38);
		expect(cameOut?.firms).toBe(50);
		expect(sum(cameOut?.verdicts ?? [])).toBe(50);
		expect(sheets(page)[0]?.notes?.[0]).toBe(marked.further);
	});

	it("have no line about a rest where all are shown", async () => {
		for (const top of [3, 4, Number.POSITIVE_INFINITY])
			expect((await made(tablesOf(...many(3)), { top })).further).toBeUndefined();
	});

	it.each([
		[[], 40, /(?<!\d)5(?!\d)/],
		[["--top", "all"], 45, undefined],
		[["--top", "7"], 7, /(?<!\d)38(?!\d)/],
		[["--top", "100"], 45, undefined],
	])("with %j are %i", async (options, rows, rest) => {
		const files = new Map(tablesOf(...many(45)).map(({ name, text: of }) => [name, of]));
		const { stdout } = await program(["report", ...files.keys(), ...options], { files });
		expect(stdout.match(/^F\d\d\d /gm)).toHaveLength(rows);
		const line = stdout.split("\n").find((one) => one.startsWith("…"));
		if (rest === undefined) expect(line).toBeUndefined();
		else expect(line).toMatch(rest);
	});

	it("are all pooled and counted, however few are shown", async () => {
		const tables = tablesOf(...many(9));
		const sectors = async (top: number): Promise<unknown> => sheets((await made(tables, { years: [2023], top })).page)[1]?.rows;
		expect(await sectors(1)).toEqual(await sectors(9));
	});
});

describe("one firm", () => {
	it("has a page of its own: years down, its path, the parts, what was used", async () => {
		const { page, judged, firmCameOut } = await made(tablesOf(good("A")));
		expect(judged).toMatchObject({ firms: 1, firm: "A", year: null });
		expect(firmCameOut).toMatchObject({ firm: "A", year: 2023, verdict: en.words.verdicts["on-track"] });
		const [years, own] = sheets(page);
		expect(years?.rows.map((row) => row[0]?.text)).toEqual(["2020", "2022", "2023"]);
		// 1000/1000, 900/1000 and 500/1000; required 0.82^(2/5) = 0.92368851 and 0.82^(3/5) = 0.88774385.
		expect(years?.rows.map((row) => row[3]?.text)).toEqual(["1.0000", "0.9000", "0.5000"]);
		expect(own?.rows.map((row) => row[2]?.text)).toEqual(["1.0000", "0.9237", "0.8877"]);
		expect(own?.rows.map((row) => row[3]?.text)).toEqual(["0.0000", "-0.0237", "-0.3877"]);
		const used = sheets(page).at(-1);
		expect(used?.rows.map((row) => row.slice(0, 4).map((cell) => cell.text))).toEqual([["Coke", "500", "t", "500.00"]]);
	});

	it("of several has the same page when asked for", async () => {
		const tables = tablesOf(good("A"), bad("B"));
		const { page, judged } = await made(tables, { options: { firm: ["B"] } });
		expect(judged).toMatchObject({ firms: 1, firm: "B" });
		expect(order(page)).toEqual(["2020", "2022", "2023"]);
	});

	it("is named with its name, sector and province where it has them", async () => {
		const { judged } = await made(demo, { options: { firm: ["F03"] } });
		expect(judged?.firm).toMatch(/^F03 沐江特钢.*, Steel rolling \(Iron and steel\), Jiangsu$/);
	});

	it("without a base says that it has no path", async () => {
		const { page, firmCameOut } = await made(tablesOf(firmOf("A", { 2022: [10, 10], 2023: [9, 10] })));
		expect(sentences(page)).toContain(en.report.noOwnPath);
		expect(firmCameOut).toMatchObject({ verdict: expect.stringContaining(en.words.verdicts.withheld), gapPercent: null });
	});
});

describe("what to do next", () => {
	const many = async (...firms: FirmRows[]) => (await made(tablesOf(...firms), { years: [2023] })).next;
	const without2023 = (rows: readonly Row[]): Row[] => rows.filter(({ period }) => period !== "2023");
	const months = (rows: readonly Row[], count: number): Row[] => [
		...without2023(rows),
		...monthly({ ...rows[0], quantity: "1" }).slice(0, count),
	];
	const lime: Row = { firm: "B", carrier: "limestone-flux", quantity: "1", unit: "t", emission_factor: "0.4" };

	it("with errors in the data is to mend them", async () => {
		const { energy, output } = bad("A");
		const broken = { energy: [...energy, { ...energy[0], period: "2021", quantity: "-1" }], output };
		expect(await many(broken, bad("B"))).toEqual({ step: "mend-errors", errors: 1 });
		expect((await made(tablesOf(broken))).next).toEqual({ step: "mend-errors", errors: 1 });
	});

	it("with a firm above its path is to look at the worst", async () => {
		// 1000 over 1000 against 0.82^(3/5): 0.82^(-3/5) = e^0.1190705… = 1.126449…, so 12.6449 % above.
		expect(await many(good("A"), bad("B"), withheld("C"))).toEqual({ step: "look-at-firm", firm: "B", gapPercent: "+12.64" });
	});

	it.each([
		["no-output", { energy: good("B").energy, output: without2023(good("B").output) }],
		["months-missing", { energy: months(good("B").energy, 11), output: months(good("B").output, 12) }],
		["partial", { energy: months(good("B").energy, 9), output: months(good("B").output, 9) }],
		["prices", withheld("B")],
		["boundary", { energy: [...good("B").energy, { ...lime, period: "2020" }], output: good("B").output }],
		["no-base", firmOf("B", { 2022: [10, 10], 2023: [9, 10] })],
	] as const)("with nobody above the path and one withheld (%s) is to lift that", async (reason, firm) => {
		expect(await many(good("A"), firm)).toEqual({ step: "lift-reason", reason, firm: "B" });
		expect((await made(tablesOf(firm), { years: [2023] })).next).toEqual({ step: "lift-reason", reason, firm: "B" });
	});

	it("with all within their paths is to read on in the machine formats", async () => {
		expect(await many(good("A"), good("B"))).toEqual({ step: "every-figure" });
	});

	it("with nothing but the base year is to add a year", async () => {
		const base = (firm: string): FirmRows => firmOf(firm, { 2020: [10, 10] });
		expect((await made(tablesOf(base("A"), base("B")))).next).toEqual({ step: "add-years", baseYear: 2020 });
		expect((await made(tablesOf(base("A")))).next).toEqual({ step: "add-years", baseYear: 2020 });
	});

	it("of one firm is the cut that each year left needs", async () => {
		// From 1 to 0.82 in the two years left: 1 − 0.82^(1/2) = 9.4461 %.
		expect((await made(tablesOf(bad("A")))).next).toEqual({ step: "cut-yearly", percent: "9.45", targetYear: 2025 });
	});

	it("of one firm that is there already is nothing to cut", async () => {
		expect((await made(tablesOf(good("A")))).next).toEqual({ step: "end-point-reached", targetYear: 2025 });
	});

	it("of one firm in the target year is to read on", async () => {
		const { next } = await made(tablesOf(firmOf("A", { 2020: [10, 10], 2025: [9, 10] })));
		expect(next).toEqual({ step: "every-figure" });
	});

	it.each(languages.map((language) => [language.title, language] as const))("is one sentence for each situation: %s", (_, {
		report,
	}) => {
		const steps: readonly NextStep[] = [
			{ step: "mend-errors", errors: 3 },
			{ step: "lift-reason", reason: "prices", firm: "F1" },
			{ step: "look-at-firm", firm: "F1", gapPercent: "+20.73" },
			{ step: "cut-yearly", percent: "3.89", targetYear: 2025 },
			{ step: "end-point-reached", targetYear: 2025 },
			{ step: "add-years", baseYear: 2020 },
			{ step: "every-figure" },
		];
		const said = steps.map((step) => report.next(step));
		expect(new Set(said).size).toBe(steps.length);
		for (const one of said) expect(one).toMatch(/[.。]$/);
		for (const one of said) expect(one).not.toMatch(/undefined|\[object/);
		expect(said[2]).toContain("--firm F1");
		expect(said[6]).toContain("--format");
	});
});

describe("a page of hostile names", () => {
	it("is drawn in every width without a line too wide", async () => {
		const names = ["\u001b[31mred", "名".repeat(300), "x".repeat(300), `e${"\u0301".repeat(200)}`, "a\u202eb\u200bc", "|<b>`"];
		const tables = tablesOf(...names.map((name) => bad(name)));
		const { page } = await made(tables, { years: [2023] });
		for (const columns of [20, 40, 80, 140]) {
			const lines = text(page, { columns, paint: (_, words) => words }).split("\n");
			expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
			for (const line of lines) expect([...line.replace(/\p{M}/gu, "")].length).toBeLessThanOrEqual(columns);
		}
	});
});
