/** Commas that may be points: `1,234` in a column that also has `1,5` (N-02). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptFindings as kept } from "../../src/findings/bounds.ts";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { codes, energy, factors, findingOf, firms, output, type Row, reasonsOf, yearOf } from "../support/tables.ts";

/** One row a month of 2023; each firm of its own where a second is named. */
const rows = (...quantities: readonly string[]): Row[] =>
	quantities.map((quantity, month) => ({ quantity, period: `2023-${String(month + 1).padStart(2, "0")}` }));
const ambiguous = (from: Report): string[] =>
	from.findings.list.filter(({ code }) => code === "ambiguous-separators").map(({ row, value }) => `${row} ${value}`);

describe("a thousand beside a decimal comma", () => {
	it("is an error that names both rows, before it and after it", async () => {
		const found = await report([energy(rows("1,234", "1,5", "2,345"))]);
		expect(ambiguous(found)).toEqual(["2 1,234", "4 2,345"]);
		const { message, gravity, column, period } = found.findings.list.find(({ code }) => code === "ambiguous-separators") as never;
		expect([gravity, column, period]).toEqual(["error", "quantity", "2023-01"]);
		expect(message).toContain("'1,234'");
		expect(message).toContain("'1,5' in the same column (energy.csv:3)");
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

	it("is found in a measured value, and only in its own column", async () => {
		const cells = { carrier: "bituminous-coal" };
		const own = energy([
			{ ...cells, ncv: "5,500", ncv_unit: "kcal/kg", quantity: "1,234" },
			{ ...cells, period: "2022", ncv: "23,1", ncv_unit: "" },
		]);
		const found = await report([own]);
		expect(ambiguous(found)).toEqual(["2 5,500"]);
		expect(findingOf(found, "ambiguous-separators").column).toBe("ncv");
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

describe("what is no doubt", () => {
	it.each([
		["thousands alone", ["1,234", "2,345"]],
		["thousands with a point, or of two groups", ["1,234.5", "1,234,567", "1,5"]],
		["groups that are wrong and show no decimal comma", ["1,234", "1,3045.2", "1.234,5", "12,34,567", "1234,567"]],
		["a full-width comma", ["1,234", "1，108.4"]],
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
