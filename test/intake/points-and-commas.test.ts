/** Commas that may be points, and points that may be commas: `1,234` beside `1,5`, `12.000` beside `1.234,5` (N-02). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptFindings as kept } from "../../src/findings/bounds.ts";
import type { Report, ReportFinding } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { codes, csvText, energy, factors, firms, output, type Row, reasonsOf, targets, yearOf } from "../support/tables.ts";

/** One row a month of 2023; each firm of its own where a second is named. */
const rows = (...quantities: readonly string[]): Row[] =>
	quantities.map((quantity, month) => ({ quantity, period: `2023-${String(month + 1).padStart(2, "0")}` }));
const firstOf = (from: Report, wanted: string): ReportFinding =>
	from.findings.list.find(({ code }) => code === wanted) as ReportFinding;
const ambiguous = (from: Report): string[] =>
	from.findings.list.filter(({ code }) => code === "ambiguous-separators").map(({ row, value }) => `${row} ${value}`);

describe("a thousand beside a decimal comma", () => {
	it("is an error that names both rows, before it and after it", async () => {
		const found = await report([energy(rows("1,234", "1,5", "2,345"))]);
		expect(ambiguous(found)).toEqual(["2 1,234", "4 2,345"]);
		const { message, gravity, column, period } = found.findings.list.find(({ code }) => code === "ambiguous-separators") as never;
		expect([gravity, column, period]).toEqual(["error", "quantity", "2023-01"]);
		expect(message).toContain("'1,234'");
		expect(message).toContain("'1,5' in the same table (energy.csv:3)");
	});

	it("withholds the firm-years that hold such cells, and no other", async () => {
		const table = energy([
			{ quantity: "1,5", firm: "F3" },
			{ quantity: "1,234", firm: "F1" },
			{ quantity: "50", firm: "F1", period: "2022" },
			{ quantity: "77", firm: "F2" },
		]);
		const found = await report([table, output(["F1", "F2", "F3"].map((firm) => ({ firm })))]);
		expect(yearOf(found, "F1", 2023).emissions).toMatchObject({ fuel: null, total: null, process: "0" });
		expect(reasonsOf(found, "F1", 2023)).toContain("errors");
		expect(yearOf(found, "F1", 2022).emissions.fuel).not.toBeNull();
		expect(yearOf(found, "F2", 2023).emissions.fuel).not.toBeNull();
		expect(reasonsOf(found, "F2", 2023)).not.toContain("errors");
	});

	it("reaches the output that is judged by", async () => {
		const table = output([{ quantity: "1,234" }, { quantity: "0,5", firm: "F2" }]);
		expect(yearOf(await report([energy([{}]), table]), "F1", 2023).output.value).toBeNull();
		const other = output([{ quantity: "1,234", indicator: "revenue" }, { quantity: "0,5", firm: "F2" }, {}]);
		const found = await report([energy([{}]), other]);
		expect(ambiguous(found)).toEqual(["2 1,234"]);
		expect(yearOf(found, "F1", 2023).output.value).toBe("10");
	});

	it("reaches every year of a firm whose base it is", async () => {
		const table = firms([
			{ firm: "F1", base_intensity: "1,234" },
			{ firm: "F2", base_intensity: "0,5" },
		]);
		const found = await report([energy([{}]), output([{}]), table]);
		expect(ambiguous(found)).toEqual(["2 1,234"]);
		expect(reasonsOf(found, "F1", 2023)).toContain("errors");
	});

	it("is found in a measured value, and in what else its firm writes", async () => {
		const cells = { carrier: "bituminous-coal" };
		const own = energy([
			{ ...cells, ncv: "5,500", ncv_unit: "kcal/kg", quantity: "1,234" },
			{ ...cells, period: "2022", ncv: "23,1", ncv_unit: "" },
		]);
		const found = await report([own]);
		expect(ambiguous(found)).toEqual(["2 5,500", "2 1,234"]);
		expect(firstOf(found, "ambiguous-separators").column).toBe("ncv");
		const others = energy([
			{ ...cells, ncv: "5,500", ncv_unit: "kcal/kg", quantity: "1,234.5" },
			{ ...cells, firm: "F2", quantity: "1,234" },
			{ ...cells, firm: "F3", ncv: "23,1", ncv_unit: "" },
		]);
		expect(ambiguous(await report([others]))).toEqual(["2 5,500"]);
	});

	it("is not told of a row that was refused for something else", async () => {
		const found = await report([energy([{ quantity: "1,234", unit: "bottles" }, { quantity: "1,5" }, { period: "2022" }])]);
		expect(ambiguous(found)).toEqual([]);
	});

	it("ends a run whose factors it is in: the decimal comma did so already", async () => {
		const table = factors([{ emission_factor: "1,234" }, { carrier: "diesel", emission_factor: "3,1" }]);
		await expect(report([energy([{}]), table])).rejects.toMatchObject({ code: "bad-reference-table" });
	});
});

/** Rows of amounts by firm, in a text cut by semicolons; a row says only what is its own. */
const cutBySemicolons = (given: readonly Row[]): { name: string; text: string } => ({
	name: "energy.csv",
	text: csvText(given.map((row) => ({ firm: "F1", period: "2023", carrier: "coke", quantity: "1", unit: "t", ...row })))
		.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, ";")
		.replaceAll('"', ""),
});
const undecided = (from: Report): string[] =>
	from.findings.list.filter(({ code }) => code === "undecided-separators").map(({ row, value }) => `${row} ${value}`);

describe("points between thousands", () => {
	it.each([
		["1.234,5", ","],
		["1.234,5", ";"],
		["1.234.567", ","],
		["-1.234,50", ";"],
		["1.234.567,8", ";"],
	])("%s shows them: 12.000 is then an error, before it and after it (cut by %s)", async (shown, cut) => {
		const list = rows("12.000", shown, "23.456", "500");
		const found = await report([cut === "," ? energy(list) : cutBySemicolons(list)]);
		expect(ambiguous(found)).toEqual(["2 12.000", "4 23.456"]);
		const { message, gravity } = firstOf(found, "ambiguous-separators");
		expect(gravity).toBe("error");
		expect(message).toContain(`'12.000' was read as 12; beside '${shown}' in the same table (energy.csv:3) it may be 12000`);
		expect(yearOf(found, "F1", 2023).emissions.fuel).toBeNull();
	});

	it("are those of other firms too, where these show no decimal point", async () => {
		const list: Row[] = [
			{ firm: "F1", quantity: "1.234,5" },
			{ firm: "F2", quantity: "12.000" },
			{ firm: "F2", quantity: "700", period: "2022" },
			{ firm: "F3", quantity: "12.345" },
			{ firm: "F3", quantity: "12.34", period: "2022" },
			{ firm: "F4", quantity: "12.345" },
			{ firm: "F4", quantity: "0.500", period: "2022" },
		];
		const found = await report([energy(list)]);
		expect(ambiguous(found)).toEqual(["3 12.000"]);
		expect(yearOf(found, "F2", 2023).emissions.fuel).toBeNull();
		expect(yearOf(found, "F2", 2022).emissions.fuel).not.toBeNull();
		expect(yearOf(found, "F3", 2023).emissions.fuel).not.toBeNull();
	});

	it("are in doubt beside a decimal comma, as long as nobody shows a decimal point", async () => {
		const list: Row[] = [{ quantity: "12.000" }, { firm: "F2", quantity: "1234,5" }];
		expect(ambiguous(await report([energy(list)]))).toEqual(["2 12.000"]);
		expect(ambiguous(await report([energy([...list, { firm: "F3", quantity: "12.34" }])]))).toEqual([]);
	});

	it("are found wherever a row has amounts: purchases, outputs, bases", async () => {
		const bought = energy([
			{ purchased: "12.000", quantity: "12000" },
			{ purchased: "1.234,5", quantity: "1", period: "2022" },
		]);
		expect(ambiguous(await report([bought]))).toEqual(["2 12.000"]);
		const made = await report([energy([{}]), output([{ quantity: "12.000" }, { quantity: "1.234,5", period: "2022" }])]);
		expect(yearOf(made, "F1", 2023).output.value).toBeNull();
		const based = await report([
			energy([{}]),
			output([{}]),
			firms([
				{ firm: "F1", base_intensity: "1.234" },
				{ firm: "F2", base_intensity: "1.234,5" },
			]),
		]);
		expect(ambiguous(based)).toEqual(["2 1.234"]);
	});

	it("are found in months across, and in a total that is all there is", async () => {
		const wide = (a: string, b: string, total: string): string =>
			`firm;year;carrier;unit;1月;2月;合计\nF1;2023;coke;t;${a};${b};${total}\nF1;2022;coke;t;;;12.000\nF2;2022;coke;t;1;2;\n`;
		const found = await report([{ name: "energy.csv", text: wide("1.234,5", "12.000", "13.234,5") }]);
		expect(ambiguous(found)).toEqual(["2 12.000", "3 12.000"]);
		const alone = await report([{ name: "energy.csv", text: wide("", "", "13.000") }]);
		expect(undecided(alone)).toEqual(["2 13.000"]);
		const told = await report([{ name: "energy.csv", text: wide("", "", "13.00") }]);
		for (const year of [2022, 2023]) {
			expect(yearOf(alone, "F1", year).emissions.fuel).toBeNull();
			expect(yearOf(told, "F1", year).emissions.fuel).not.toBeNull();
		}
	});

	it("end a run whose caps they are in", async () => {
		const table = targets([
			{ indicator: "co2", kind: "absolute", reduction_pct: "", value: "12.000", unit: "t" },
			{ indicator: "co2", kind: "absolute", reduction_pct: "", value: "1.234,5", unit: "t", target_year: "2024" },
		]);
		await expect(report([energy([{}]), table])).rejects.toMatchObject({ code: "bad-reference-table" });
	});
});

describe("three decimals in a table with semicolons", () => {
	it("are told once for a firm-year, where no number of the table decides", async () => {
		const found = await report([
			cutBySemicolons([
				...rows("12.000", "1.234", "500"),
				{ firm: "F2", quantity: "12000" },
				{ period: "2022", quantity: "12,345" },
			]),
		]);
		expect(undecided(found)).toEqual(["2 12.000", "6 12,345"]);
		const { message } = firstOf(found, "undecided-separators");
		expect(message).toContain("'12.000' was read as 12 and may be 12000");
		expect(message).toContain("(such numbers in the year: 2)");
		expect(yearOf(found, "F1", 2023).emissions.fuel).toBeNull();
		expect(yearOf(found, "F1", 2022).emissions.fuel).toBeNull();
		expect(yearOf(found, "F2", 2023).emissions.fuel).not.toBeNull();
	});

	it.each([
		["a number below one", "0.123"],
		["another number of decimals", "12.34"],
		["four digits before a point", "1234.500"],
		["commas between thousands", "1,234.5"],
		["commas between thousands, twice", "1,234,567"],
		["nothing at all", "0.000"],
	])("are decimals beside %s, whoever has it", async (_, quantity) => {
		const found = await report([cutBySemicolons([{ quantity: "12.000" }, { firm: "F2", quantity }])]);
		expect([...undecided(found), ...ambiguous(found)]).toEqual([]);
		expect(yearOf(found, "F1", 2023).emissions.fuel).toBe("34.221903408");
	});

	it("are decimals beside a measured value that shows it, and no question of a heat value itself", async () => {
		const coal = { carrier: "bituminous-coal", ncv: "20.908", quantity: "12" };
		expect(undecided(await report([cutBySemicolons([coal])]))).toEqual([]);
		expect(
			undecided(
				await report([
					cutBySemicolons([
						{ ...coal, oxidation_rate: "0.94" },
						{ period: "2022", quantity: "12.000" },
					]),
				]),
			),
		).toEqual([]);
	});

	it.each([",", "\t"])("are decimals in a table cut by %j", async (cut) => {
		const { name, text } = cutBySemicolons(rows("12.000", "1.234", "103.250"));
		const found = await report([{ name, text: text.replaceAll(";", cut) }]);
		expect([...undecided(found), ...ambiguous(found)]).toEqual([]);
		expect(yearOf(found, "F1", 2023).emissions.fuel).not.toBeNull();
	});
});

describe("what is no doubt", () => {
	it.each([
		["thousands alone", ["1,234", "2,345"]],
		["thousands with a point, or of two groups", ["1,234.5", "1,234,567", "1,5"]],
		["groups that are wrong and show no decimal comma", ["1,234", "1,3045.2", "1.2.3,5", "12,34,567", "1234,567"]],
		["a full-width comma", ["1,234", "1，108.4"]],
		["points and commas swapped by one who has commas between thousands", ["12,345.60", "9,870", "22.7", "1.234,5"]],
	])("%s: %j", async (_, quantities) => {
		expect(ambiguous(await report([energy([...rows(...quantities), { period: "2022" }])]))).toEqual([]);
	});

	it("is what stands in another column or another file", async () => {
		const tables = [energy(rows("1,234")), energy([{ firm: "F2", quantity: "1,5" }], "more.csv")];
		expect(ambiguous(await report(tables))).toEqual([]);
	});

	it("is 0,5 and 0,123 by themselves: refused, never read as 123", async () => {
		const found = await report([energy([...rows("0,123"), { period: "2022" }])]);
		expect(codes(found, "error")).toEqual(["bad-number@energy.csv:2:quantity"]);
	});
});

describe("many such cells", () => {
	it("are counted exactly, and no more are kept than are listed", async () => {
		const many = kept + 7;
		const found = await report([
			energy([...Array.from({ length: many }, (_, n) => ({ firm: `F${n}`, quantity: "1,234" })), { quantity: "1,5" }]),
		]);
		expect(found.findings.counts.error).toBe(many + 1);
		expect(ambiguous(found)).toHaveLength(kept);
		expect(codes(found)).toContain("not-listed@::");
		// Every one of their years is withheld, listed or not.
		expect(yearOf(found, `F${many - 1}`, 2023).emissions.fuel).toBeNull();
	});

	it("make the same figures unknown in whichever order the rows come", async () => {
		const cell = fc.constantFrom("1,234", "2,345", "7", "1,5", "1,234.5");
		await fc.assert(
			fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 8 }), fc.nat(), async (quantities, seed) => {
				const list = quantities.map((quantity, n) => ({ quantity, firm: `F${n}` }));
				const turned = [...list.slice(seed % list.length), ...list.slice(0, seed % list.length)].reverse();
				const fuels = async (table: readonly Row[]): Promise<string[]> =>
					(await report([energy([...table, { firm: "Z" }])])).firms
						.map(({ firm, years }) => `${firm} ${years[0]?.emissions.fuel}`)
						.sort();
				expect(await fuels(turned)).toEqual(await fuels(list));
				const doubt = quantities.includes("1,5");
				const plain = (quantity: string): boolean => quantity === "7" || quantity === "1,234.5" || (!doubt && quantity !== "1,5");
				const known = (await fuels(list)).filter((text) => !text.endsWith("null")).length;
				expect(known).toBe(quantities.filter(plain).length + 1);
			}),
			{ numRuns: 30 },
		);
	});
});
