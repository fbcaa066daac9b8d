/** How much may be in doubt beside a verdict: what names a wrong number by more than is material, errors, and --materiality. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { monthsFrom } from "../support/histories.ts";
import { program } from "../support/memory-host.ts";
import { energy, output } from "../support/tables.ts";

/** No two months alike, about a hundred tonnes of coke each. */
const month = (at: number): number => 100 + ((at * 37) % 23) / 10 + ((at * at * 7) % 11) / 100;
const years = [2020, 2021, 2022];
const made = output(
	monthsFrom(
		2020,
		Array.from({ length: 36 }, (_, at) =>
			(month(at) * 10 * 1.11 ** Math.floor(at / 12) * (1 + ((at * 5) % 7) / 1000)).toFixed(2),
		),
	),
);

/** The months of coke with some of them otherwise. */
const tables = (other: Readonly<Record<number, string>>) =>
	new Map(
		[
			energy(
				monthsFrom(
					2020,
					Array.from({ length: 36 }, (_, at) => other[at] ?? month(at).toFixed(2)),
				),
			),
			made,
		].map(({ name, text }) => [name, text]),
	);

const reported = async (files: Map<string, string>, ...more: string[]): Promise<Report> => {
	const { stdout } = await program(["report", "energy.csv", "output.csv", "--format", "json", ...more], { files });
	return JSON.parse(stdout) as Report;
};

/** Year by year its word, of a withheld one the reasons; the base has none. */
const words = ({ firms: [firm] }: Report): Record<number, string> =>
	Object.fromEntries(
		(firm?.years ?? []).flatMap(({ year, verdict }) =>
			verdict === null ? [] : [[year, verdict.word === "withheld" ? verdict.reasons.join() : verdict.word]],
		),
	);

const clean = { 2021: "on-track", 2022: "on-track" };

describe("a number that is known to be wrong", () => {
	it("stands beside no verdict of its year where it is more than is material, whichever way that would go", async () => {
		const plain = await reported(tables({}));
		expect([plain.findings.list, words(plain)]).toEqual([[], clean]);
		// A month of twelve, and the works are far below their path either way.
		const report = await reported(tables({ 30: "0" }));
		expect(report.findings.list.map(({ code, couldTurnVerdict }) => [code, couldTurnVerdict])).toEqual([
			["output-and-energy-disagree", false],
			["zero-months", false],
		]);
		expect(words(report)).toEqual({ ...clean, 2022: "cannot-conclude" });
	});

	it("stands beside no verdict of any year where it is the base's", async () => {
		expect(words(await reported(tables({ 6: "0" })))).toEqual(
			Object.fromEntries(years.slice(1).map((year) => [year, "cannot-conclude"])),
		);
	});

	it("is let be where it is less than is material", async () => {
		// About 101 t of 1,101.
		const files = tables({ 30: "0" });
		expect(words(await reported(files, "--materiality", "10%"))).toEqual(clean);
	});
});

describe("an amount that nobody measured", () => {
	/** As large as they were but for one kilogram in a thousand: four months of one amount. */
	const dragged = Object.fromEntries([28, 29, 30, 31].map((at) => [at, month(29).toFixed(2)]));

	it("counts whole beside a verdict, though it differs from the usual by nearly nothing", async () => {
		const report = await reported(tables(dragged));
		const [found] = report.findings.list.filter(({ code }) => code === "repeated-amount");
		// Three months of about 285 t of CO2 each stand on no record, and what they would change by is less than half a per cent of 3,400 t.
		expect(Number(found?.weightTonnes)).toBeLessThan(17);
		expect(words(report)).toEqual({ ...clean, 2022: "cannot-conclude" });
	});

	it("is let be where twelve of one amount are a year, which may have been measured and shared out", async () => {
		const files = (some: readonly string[]) =>
			new Map(
				[
					energy(monthsFrom(2020, some)),
					output([
						{ period: "2020", quantity: "12000" },
						{ period: "2021", quantity: "13400" },
						{ period: "2022", quantity: "14900" },
					]),
				].map(({ name, text }) => [name, text]),
			);
		const shared = Array.from({ length: 36 }, (_, at) => ["101.03", "101.37", "100.84"][Math.floor(at / 12)] as string);
		const report = await reported(files(shared));
		expect(report.findings.list.map(({ code }) => code)).toContain("repeated-amount");
		expect(words(report)).toEqual(clean);
		// Eleven of them are no year that was shared out.
		expect(words(await reported(files(shared.map((amount, at) => (at === 35 ? "99.62" : amount)))))).toEqual({
			...clean,
			2022: "cannot-conclude",
		});
	});
});

describe("a verdict that cannot be concluded", () => {
	const settled = ({ firms: [firm] }: Report) => (firm?.years ?? []).map(({ year, settle }) => [year, settle]);

	it("says which findings would settle it, and what it would be with them and without", async () => {
		const report = await reported(tables({ 30: "0" }));
		const [gone, zero] = report.findings.list.map(({ fingerprint }) => fingerprint);
		expect(settled(report)).toEqual([
			[2020, null],
			[2021, null],
			[2022, { findings: expect.arrayContaining([gone, zero]), asWritten: "on-track", asProposed: "on-track" }],
		]);
	});

	it("names another word where the amounts that are let expect make one", async () => {
		// The path asks for 3.9 % less in 2021; the intensity is 10 % less than that of the whole base, and 2 % less than that of eleven
		// months of it.
		const [, [, first] = []] = settled(await reported(tables({ 6: "0" })));
		expect(first).toMatchObject({ asWritten: "behind", asProposed: "on-track" });
	});

	it.each([
		["en", "the bills or meter records of Coke for 2022-07 (zero-months). As", "As the tables stand it would be on track"],
		["zh", "2022年待核实：", "按表中数据为“"],
	])("is a line on the firm's page: %s", async (lang, records, word) => {
		const files = tables({ 30: "0" });
		const { stdout } = await program(["report", "energy.csv", "output.csv", "--firm", "F1", "--width", "400", "--lang", lang], {
			files,
		});
		expect(stdout).toContain(records);
		expect(stdout).toContain(word);
	});

	it("is no line where nothing is withheld", async () => {
		const { stdout } = await program(["report", "energy.csv", "output.csv", "--firm", "F1"], { files: tables({}) });
		expect(stdout).not.toContain("settled by");
	});
});

describe("--materiality", () => {
	it("withholds whatever more than that share is in doubt of", async () => {
		const files = tables({ 30: "0" });
		// About 101 t are missing; 1,101 are there: 9.2 %.
		expect(words(await reported(files, "--materiality", "9.5%"))).toEqual(clean);
		expect(words(await reported(files, "--materiality", "8.5 %"))).toMatchObject({ 2022: "cannot-conclude" });
	});

	it("counts what may be right as well: a step within the base year", async () => {
		const steps = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [at + 12, (month(at + 12) * 0.5).toFixed(2)]));
		const files = tables(steps);
		const [plainly, strictly] = [await reported(files), await reported(files, "--materiality", "5%")];
		expect(plainly.findings.list.length).toBeGreaterThan(0);
		expect(new Set(Object.values(words(strictly)))).toEqual(new Set(["cannot-conclude"]));
	});

	it("puts what weighs most first, and what cannot be weighed last", async () => {
		const files = tables({ 30: "0", 20: "10.1" });
		const { findings } = await reported(files, "--materiality", "5%");
		const weights = findings.list.map(({ weightTonnes }) => weightTonnes);
		expect(weights.length).toBeGreaterThan(1);
		const heavy = weights.filter((one) => one !== null).map(Number);
		expect(weights.slice(heavy.length).every((one) => one === null)).toBe(true);
		expect(heavy).toEqual([...heavy].sort((a, b) => b - a));
	});

	it("stands among the assertions of the basis, in one writing", async () => {
		expect((await reported(tables({}), "--materiality", "5.50 ％")).basis.assertions).toEqual(["materiality=5.5%"]);
		expect((await reported(tables({}))).basis.assertions).toEqual([]);
	});

	it.each(["5", "0%", "100%", "-1%", "five", "5%%", ""])("is no '%s'", async (share) => {
		const { code, stderr } = await program(["report", "energy.csv", "output.csv", `--materiality=${share}`], {
			files: tables({}),
		});
		expect(code).toBe(2);
		expect(stderr).toContain("5%");
	});

	it("is done again by verify-report", async () => {
		const files = tables({ 30: "0" });
		const { stdout } = await program(["report", "energy.csv", "output.csv", "--format", "json", "--materiality", "5%"], {
			files,
		});
		files.set("report.json", stdout);
		expect((await program(["verify-report", "report.json"], { files })).code).toBe(0);
	});
});
