/** What is wrong in the input is told with its place and a way out, and the run goes on; what cannot be run says why. */
import { describe, expect, it } from "vitest";
import { type Report, ReportError, type ReportFinding, type ReportOptions, type Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import {
	codes,
	csvText,
	deflator,
	energy,
	factors,
	findingOf,
	firms,
	output,
	type Row,
	reasonsOf,
	steadyFirm,
	steadyReport,
	tablesOf,
	targets,
	wordOf,
	yearOf,
} from "../support/tables.ts";

/** A firm whose figures no fault of another may touch. */
const sound = steadyFirm({ firm: "F9", co2: { 2020: "1000", 2021: "900" } });
const soundOutput = output(sound.output, "sound output.csv");
const soundEnergy = energy(sound.energy, "sound energy.csv");

/**
 * The report of a table whose first row of data holds a newline in quotes: from there on the line is one more than the row.
 * The rows under test begin at row 3, line 4.
 */
const withFault = async (kind: "energy" | "output", rows: readonly Row[], options: ReportOptions = {}): Promise<Report> => {
	const first = kind === "energy" ? sound.energy : sound.output;
	const base: Row =
		kind === "energy"
			? { firm: "F1", period: "2021", carrier: "coke", quantity: "1", unit: "t", emission_factor: "" }
			: { firm: "F1", period: "2021", indicator: "value_added", quantity: "10", unit: "10^4 CNY", prices: "constant-2020" };
	const text = csvText([{ ...(first[0] as Row), note: "two\nlines" }, ...rows.map((row) => ({ ...base, ...row }))]);
	const rest =
		kind === "energy"
			? [energy(sound.energy.slice(1), "rest.csv"), soundOutput]
			: [output(sound.output.slice(1), "rest.csv"), soundEnergy];
	return report([{ name: `${kind}.csv`, text }, ...rest], options);
};

const expectTold = (found: ReportFinding, expected: Partial<ReportFinding>): void => {
	expect(found).toMatchObject(expected);
	expect(found.message.length).toBeGreaterThan(10);
	expect(found.remedy.length).toBeGreaterThan(5);
	expect(found.fingerprint).not.toBe("");
	for (const sentence of [found.message, found.remedy]) expect(sentence).not.toMatch(/undefined|\[object/);
};

describe("a cell of an energy row", () => {
	const cases: readonly (readonly [string, Row, string, string, string])[] = [
		// what, the row, code, column, value
		["an unknown carrier", { carrier: "cokee" }, "unknown-carrier", "carrier", "cokee"],
		["an unknown unit", { carrier: "electricity", unit: "MWhh" }, "unknown-unit", "unit", "MWhh"],
		["'ton', which may be short or long", { unit: "ton" }, "unknown-unit", "unit", "ton"],
		["no unit", { unit: "" }, "missing-unit", "unit", ""],
		["a fuel in MWh", { unit: "MWh" }, "wrong-unit-kind", "unit", "MWh"],
		["a gas in kg", { carrier: "natural-gas", unit: "kg" }, "wrong-unit-kind", "unit", "kg"],
		["coal in cubic metres", { unit: "m3" }, "wrong-unit-kind", "unit", "m3"],
		["electricity in t", { carrier: "electricity", unit: "t" }, "wrong-unit-kind", "unit", "t"],
		["a foreign currency", { unit: "USD" }, "foreign-currency", "unit", "USD"],
		["a negative quantity", { quantity: "-3.2" }, "negative-quantity", "quantity", "-3.2"],
		["an unknown use", { use: "burnt twice" }, "unknown-use", "use", "burnt twice"],
		["an oxidation rate in per cent", { oxidation_rate: "98" }, "bad-parameter", "oxidation_rate", "98"],
		["an oxidation rate of 0", { oxidation_rate: "0" }, "bad-parameter", "oxidation_rate", "0"],
		["a negative heat value", { ncv: "-28" }, "bad-parameter", "ncv", "-28"],
		["a negative emission factor", { emission_factor: "-1" }, "bad-parameter", "emission_factor", "-1"],
		["a heat value in an unknown unit", { ncv: "28", ncv_unit: "furlong" }, "unknown-unit", "ncv_unit", "furlong"],
		["an unreadable period", { period: "mid-year" }, "bad-period", "period", "mid-year"],
		["a month 13", { period: "2021-13" }, "bad-period", "period", "2021-13"],
		["no period", { period: "" }, "missing-cell", "period", ""],
		["no carrier", { carrier: "" }, "missing-cell", "carrier", ""],
		["no firm", { firm: "" }, "missing-firm", "firm", ""],
	];

	it.each(cases)("with %s is told with its place, value and remedy", async (_, row, code, column, value) => {
		const found = await withFault("energy", [row]);
		expect(codes(found, "error")).toEqual([`${code}@energy.csv:3:${column}`]);
		expectTold(findingOf(found, code), { gravity: "error", file: "energy.csv", row: 3, line: 4, column, value });
		expect(found.inputs.find(({ file }) => file === "energy.csv")?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
		// A row without a firm may be of any that the table names.
		expect(wordOf(found, "F9", 2021)).toBe(code === "missing-firm" ? "withheld" : "on-track");
	});

	const numbers: readonly (readonly [string, RegExp])[] = [
		["1.2.3", /plain number/],
		["0x10", /plain number/],
		["1_000", /plain number/],
		["1e5", /plain number/],
		["Infinity", /plain number/],
		["NaN", /plain number/],
		[".5", /plain number/],
		["5.", /plain number/],
		["+5", /formula/],
		["--5", /plain number/],
		["5-", /plain number/],
		["12 t", /plain number/],
		["about 5", /plain number/],
		["1,23", /separators/],
		["1,2345", /separators/],
		["1.234,5", /separators/],
		["1，234", /full-width comma/],
		["=1+1", /formula/],
		["#N/A", /spreadsheet error/],
		["#DIV/0!", /spreadsheet error/],
		["1234567890123456789012345678901", /30 digits/],
		["0.123456789012345678901", /20 after/],
	];

	it.each(numbers)("with the number %s is outside the grammar and told why", async (quantity, why) => {
		const found = await withFault("energy", [{ quantity }]);
		expect(codes(found, "error")).toEqual(["bad-number@energy.csv:3:quantity"]);
		expectTold(findingOf(found, "bad-number"), {
			row: 3,
			line: 4,
			column: "quantity",
			value: quantity,
			firm: "F1",
			period: "2021",
		});
		expect(findingOf(found, "bad-number").message).toMatch(why);
	});

	it.each([
		["1,234.5", "1234.5", "thousands-separators", "note"],
		["１２．５", "12.5", "full-width", "note"],
		["1.25E+03", "1250", "spreadsheet-exponent", "warning"],
		["1.5E-3", "0.0015", "spreadsheet-exponent", "warning"],
		[" 7 ", "7", "spaces-trimmed", "warning"],
	] as const)("with the number %o is read as %s, with a finding", async (quantity, read, code, gravity) => {
		const found = await withFault("energy", [{ quantity }]);
		expect(codes(found, "error")).toEqual([]);
		expectTold(findingOf(found, code), { gravity, row: 3, line: 4, column: "quantity" });
		expect(found.firms.find(({ firm }) => firm === "F1")?.years[0]?.carriers[0]?.quantity).toBe(read);
	});

	it("with 30 digits before the point and 20 after is read exactly", async () => {
		const quantity = "123456789012345678901234567890.12345678901234567891";
		const found = await withFault("energy", [{ quantity, emission_factor: "1" }]);
		expect(codes(found, "error")).toEqual([]);
		// Shown half-even at 12 places: …0.123456789012|34567891
		expect(found.firms.find(({ firm }) => firm === "F1")?.years[0]?.emissions.total).toBe(
			"123456789012345678901234567890.123456789012",
		);
	});

	it("that is not known is answered with what is near", async () => {
		expect(findingOf(await withFault("energy", [{ carrier: "cokee" }]), "unknown-carrier").message).toContain("'coke'");
		expect(findingOf(await withFault("energy", [{ carrier: "electricty" }]), "unknown-carrier").message).toContain(
			"'electricity'",
		);
		expect(findingOf(await withFault("energy", [{ carrier: "electricity", unit: "MWhh" }]), "unknown-unit").message).toContain(
			"'MWh'",
		);
		expect(findingOf(await withFault("energy", [{ carrier: "natural-gas", unit: "kg" }]), "wrong-unit-kind").remedy).toContain(
			"10^4 Nm3",
		);
		expect(findingOf(await withFault("energy", [{ use: "burnt" }]), "unknown-use").message).toContain(
			"consumed, sold, product, feedstock",
		);
	});

	it("such as the period 2023.1 is refused: Excel writes 2023.10 so", async () => {
		const found = await withFault("energy", [{ period: "2021.1" }]);
		expectTold(findingOf(found, "bad-period"), { row: 3, line: 4, column: "period", value: "2021.1" });
		expect(findingOf(found, "bad-period").message).toContain("2021.10");
		expect(codes(await withFault("energy", [{ period: "2021.10" }]), "error")).toEqual([]);
	});

	it("of a month to come is refused where a date is given; without one the rule is not checked", async () => {
		const found = await withFault("energy", [{ period: "2021-07" }, { period: "2021-06", carrier: "diesel" }], {
			asOf: "2021-06-30",
		});
		expect(codes(found, "error")).toContain("future-month@energy.csv:3:period");
		expect(codes(found, "error")).not.toContain("future-month@energy.csv:4:period");
		const told = found.findings.list.find(({ code, row }) => code === "future-month" && row === 3) as ReportFinding;
		expectTold(told, { gravity: "error", file: "energy.csv", row: 3, line: 4, value: "2021-07", firm: "F1", period: "2021-07" });
		expect(found.findings.notChecked.map(({ rule }) => rule)).not.toContain("future-month");
		const without = await withFault("energy", [{ period: "2021-07" }]);
		expect(without.findings.notChecked).toContainEqual({ rule: "future-month", why: "no-as-of" });
	});

	it("is one of several faults of a row, and all are told in one run", async () => {
		const found = await withFault("energy", [{ period: "once", carrier: "phlogiston", quantity: "many", use: "lost" }]);
		expect(codes(found, "error")).toEqual([
			"bad-number@energy.csv:3:quantity",
			"bad-period@energy.csv:3:period",
			"unknown-carrier@energy.csv:3:carrier",
			"unknown-use@energy.csv:3:use",
		]);
		expect(found.inputs.find(({ file }) => file === "energy.csv")?.rows).toMatchObject({ refused: 1 });
	});
});

describe("a cell of an output row", () => {
	it.each([
		["an unknown indicator", { indicator: "value aded" }, "unknown-indicator", "indicator", "value aded"],
		["production without a product", { indicator: "production", unit: "t", product: "" }, "missing-product", "product", ""],
		["money in tonnes", { unit: "t" }, "wrong-unit-kind", "unit", "t"],
		["a product in money", { indicator: "production", product: "steel", unit: "万元" }, "wrong-unit-kind", "unit", "万元"],
		["a foreign currency", { unit: "万美元" }, "foreign-currency", "unit", "万美元"],
		["a negative amount", { quantity: "-1" }, "negative-quantity", "quantity", "-1"],
	] as const)("with %s is told with its place, value and remedy", async (_, row, code, column, value) => {
		const found = await withFault("output", [row]);
		expect(codes(found, "error")).toEqual([`${code}@output.csv:3:${column}`]);
		expectTold(findingOf(found, code), { gravity: "error", file: "output.csv", row: 3, line: 4, column, value });
		expect(wordOf(found, "F9", 2021)).toBe("on-track");
	});

	it("with unknown prices counts as unstated, with a warning", async () => {
		const found = await withFault("output", [{ prices: "cheap" }]);
		expect(codes(found, "error")).toEqual([]);
		expectTold(findingOf(found, "unknown-prices"), { gravity: "warning", row: 3, line: 4, column: "prices", value: "cheap" });
	});

	it("with an unknown sector or province is a warning, told once for each firm and word", async () => {
		const found = await withFault("output", [
			{ sector: "steal", province: "Hebel" },
			{ sector: "steal", province: "Hebel", period: "2022" },
		]);
		expectTold(findingOf(found, "unknown-sector"), { gravity: "warning", row: 3, line: 4, column: "sector", value: "steal" });
		expectTold(findingOf(found, "unknown-province"), { gravity: "warning", row: 3, line: 4, column: "province", value: "Hebel" });
		expect(findingOf(found, "unknown-sector").message).toContain("'steel'");
		expect(findingOf(found, "unknown-province").message).toContain("'hebei'");
	});
});

describe("rows that contradict each other", () => {
	it("are told at each of them, with the names of all", async () => {
		const conflict = await withFault("energy", [{}, { quantity: "2" }]);
		const told = conflict.findings.list.filter(({ code }) => code === "conflicting-entries");
		for (const [at, one] of told.entries())
			expectTold(one, { gravity: "error", file: "energy.csv", row: 3 + at, line: 4 + at, firm: "F1", period: "2021" });
		expect(told).toHaveLength(2);
		const parts = await withFault("energy", [
			{ quantity: "9" },
			...["Q1", "Q2", "Q3", "Q4"].map((quarter) => ({ period: `2021${quarter}` })),
		]);
		expectTold(findingOf(parts, "whole-against-parts"), {
			gravity: "error",
			file: "energy.csv",
			row: 3,
			line: 4,
			firm: "F1",
			period: "2021",
		});
		for (const found of [conflict, parts]) expect(wordOf(found, "F9", 2021)).toBe("on-track");
	});
});

describe("a finding of a series", () => {
	it("names the column and the value as the file does", async () => {
		const text = "企业,期间,能源品种,消费量,计量单位\nF1,2021,焦炭,5.0,吨\nF1,2021,焦炭,6,吨\n";
		const found = await report([{ name: "energy.csv", text }, soundEnergy, soundOutput]);
		const told = found.findings.list.filter(({ code }) => code === "conflicting-entries");
		expect(told.map(({ row, column, value }) => [row, column, value])).toEqual([
			[2, "消费量", "5.0"],
			[3, "消费量", "6"],
		]);
	});
});

describe("a table", () => {
	const withEnergy = (text: string, options: ReportOptions = {}): Promise<Report> =>
		report([{ name: "energy.csv", text }, soundEnergy, soundOutput], options);

	it("without a column it needs says which, and which of its own is nearest", async () => {
		const found = await withEnergy("firm,period,carrier,quantty,unit\nF1,2021,coke,1,t\n");
		expectTold(findingOf(found, "missing-column"), {
			gravity: "error",
			file: "energy.csv",
			row: 1,
			line: 1,
			column: "quantty",
			value: "quantty",
		});
		expect(findingOf(found, "missing-column").message).toContain("'quantity'");
		expect(findingOf(found, "missing-column").remedy).toContain("Rename 'quantty' to 'quantity'");
		expect(found.inputs[0]?.rows).toEqual({ read: 1, used: 0, refused: 1, skipped: 0 });
		expect(wordOf(found, "F9", 2021)).toBe("on-track");
	});

	it("without a column and with none near lists what it has", async () => {
		const found = await withEnergy("firm,carrier,quantity,unit\nF1,coke,1,t\n");
		expectTold(findingOf(found, "missing-column"), { file: "energy.csv", row: 1, line: 1 });
		expect(findingOf(found, "missing-column").message).toContain("firm, carrier, quantity, unit");
	});

	it("that cannot be used withholds the firms and years that its rows name, and no other", async () => {
		// F9 is sound in the other tables: without the fuel of this one its total would be too small.
		const found = await withEnergy("firm,period,carier,quantity,unit\nF9,2021,diesel,1,t\n");
		expect(findingOf(found, "missing-column").remedy).toContain("Rename 'carier' to 'carrier'");
		expect(yearOf(found, "F9", 2021).emissions.total).toBeNull();
		expect(reasonsOf(found, "F9", 2021)).toEqual(["errors"]);
		expect(codes(found)).not.toContain("pooled-figures-withheld@::");
		const other = await withEnergy("firm,period,carier,quantity,unit\nF1,2021,diesel,1,t\n");
		expect(wordOf(other, "F9", 2021)).toBe("on-track");
	});

	it.each([
		["no column of the firm", "period,carrier,quantity,unit\n2021,diesel,1,t\n", { "energy.csv": "energy" }],
		["two columns of the firm", "firm,企业,period,carrier,quantity,unit\nF8,F9,2021,diesel,1,t\n", {}],
	])("with %s withholds every firm: its rows may be anybody's", async (_, text, kinds) => {
		const kind = Object.entries(kinds).map(([file, table]) => `${file}=${table}`);
		const found = await withEnergy(text, { kind });
		expect(reasonsOf(found, "F9", 2021)).toEqual(["errors"]);
		expect(codes(found, "warning")).toContain("pooled-figures-withheld@::");
	});

	it("of firms that cannot be used withholds the firms it names: their base and target are not known", async () => {
		const text = "firm,sector,行业\nF9,steel,chemicals\n";
		const found = await report([{ name: "firms.csv", reference: true, text }, soundEnergy, soundOutput]);
		expect(findingOf(found, "duplicate-column").gravity).toBe("error");
		expect(reasonsOf(found, "F9", 2021)).toEqual(["errors"]);
	});

	it("with two columns of the period withholds every year of the firms it names", async () => {
		const found = await withEnergy("firm,period,期间,carrier,quantity,unit\nF9,2023,2021,diesel,1,t\n");
		expect(reasonsOf(found, "F9", 2021)).toEqual(["errors"]);
	});

	it("that begins with blank lines counts them as rows: a row is what a spreadsheet shows", async () => {
		const found = await withEnergy("\n\nfirm,period,carrier,quantity,unit\nF1,2021,coke,-1,t\n");
		expectTold(findingOf(found, "negative-quantity"), { row: 4, line: 4 });
		expect(found.inputs[0]?.rows).toEqual({ read: 1, used: 0, refused: 1, skipped: 0 });
	});

	it("with two columns of one meaning is refused", async () => {
		const found = await withEnergy("firm,period,carrier,quantity,数量,unit\nF1,2021,coke,1,2,t\n");
		expectTold(findingOf(found, "duplicate-column"), { gravity: "error", row: 1, column: "数量" });
		expect(found.inputs[0]?.rows).toMatchObject({ refused: 1 });
	});

	it("with a column that is not known is read, and the column told", async () => {
		const found = await withEnergy("firm,period,carrier,quantity,unit,colour\nF1,2021,coke,1,t,black\n");
		expectTold(findingOf(found, "unknown-column"), { gravity: "warning", row: 1, line: 1, column: "colour" });
		expect(found.inputs[0]?.rows).toMatchObject({ used: 1 });
	});

	it("with a header and no rows is told", async () => {
		const found = await withEnergy("firm,period,carrier,quantity,unit\n");
		expectTold(findingOf(found, "no-data"), { gravity: "warning", file: "energy.csv" });
	});

	it.each([
		["short", "F1,2021,coke,1"],
		["long", "F1,2021,coke,1,t,more"],
	])("with a row too %s refuses it", async (_, row) => {
		const found = await withEnergy(`firm,period,carrier,quantity,unit\n${row}\nF2,2021,coke,1,t\n`);
		expectTold(findingOf(found, "ragged-row"), { gravity: "error", file: "energy.csv", row: 2, line: 2 });
		expect(found.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
		expect(wordOf(found, "F9", 2021)).toBe("on-track");
	});

	it("with blank cells behind its last column is read", async () => {
		const found = await withEnergy("firm,period,carrier,quantity,unit\nF1,2021,coke,1,t,,\n");
		expect(codes(found, "error")).toEqual([]);
	});

	it("with NUL bytes refuses the rows that hold them", async () => {
		const found = await withEnergy("firm,period,carrier,quantity,unit\nF1,2021,co\0ke,1,t\nF2,2021,coke,1,t\n");
		expectTold(findingOf(found, "nul-byte"), { gravity: "error", file: "energy.csv", row: 2, line: 2, column: "carrier" });
		expect(found.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
	});

	it("with a quote that is never closed says where it opens and how much is lost", async () => {
		const found = await withEnergy('firm,period,carrier,quantity,unit\nF1,2021,coke,1,t\nF2,2021,"coke,1,t\nF3,2021,coke,1,t\n');
		expectTold(findingOf(found, "unclosed-quote"), { gravity: "error", file: "energy.csv", row: 3, line: 3 });
		expect(findingOf(found, "unclosed-quote").message).toContain("2 lines");
		expect(found.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
		// Rows of any part of their firms were lost.
		expect(codes(found, "warning")).toContain("pooled-figures-withheld@::");
	});

	it("with a unit in the header that the row contradicts refuses the row", async () => {
		const found = await withEnergy("firm,period,carrier,消费量(吨),unit\nF1,2021,coke,1,kg\nF1,2021,diesel,1,t\n");
		expectTold(findingOf(found, "unit-disagrees"), { gravity: "error", row: 2, column: "unit", value: "kg" });
		expect(found.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
	});
});

describe("a run that cannot be done", () => {
	const good = tablesOf(sound);
	const failing = async (tables: readonly Table[], options: ReportOptions = {}): Promise<ReportError> => {
		try {
			await report(tables, options);
		} catch (error) {
			expect(error).toBeInstanceOf(ReportError);
			expect((error as ReportError).message).not.toMatch(/\n|undefined|\[object/);
			return error as ReportError;
		}
		throw new Error("the report was made");
	};

	it("for want of tables or of a usable row says so", async () => {
		expect((await failing([])).code).toBe("no-files");
		expect((await failing([energy([{ quantity: "-1" }])])).code).toBe("no-rows");
		expect((await failing([firms([{ sector: "steel" }])])).code).toBe("no-rows");
		expect((await failing([energy([{ carrier: "phlogiston" }, { quantity: "" }]), output([{ unit: "USD" }])])).code).toBe(
			"no-rows",
		);
	});

	it("for an unrecognised table names it and what its header says", async () => {
		const error = await failing([...good, { name: "poem.csv", text: "roses,violets\nred,blue\n" }]);
		expect(error.code).toBe("not-recognised");
		expect(error.message).toContain("poem.csv");
		expect(error.message).toContain("roses, violets");
		expect((await failing([...good, { name: "empty.csv", text: "" }])).code).toBe("not-a-table");
	});

	it.each([
		["a fuel set", { factors: "ndrc-guideline" }, "ndrc-guidelines"],
		["a path", { path: "equal-rat" }, "equal-rate"],
		["a plan", { targets: "plan-41" }, "plan-14"],
		["a boundary", { boundary: "al" }, "all"],
		["a denominator", { per: "revenu" }, "revenue"],
	] as readonly (readonly [
		string,
		ReportOptions,
		string,
	])[])("for %s that is not known says what is near", async (_, options, near) => {
		const error = await failing(good, options);
		expect(error.code).toBe("unknown-choice");
		expect(error.message).toContain(`Did you mean '${near}'`);
	});

	it.each([
		["electricity", { electricity: "coal" }],
		["prices", { prices: "constant" }],
		["asOf", { asOf: "yesterday" }],
		["year", { year: ["MMXX"] }],
		["map", { map: ["原煤"] }],
		["kind", { kind: ["energy"] }],
	] as readonly (readonly [string, ReportOptions])[])("for a %s that cannot be read says what is wanted", async (_, options) => {
		expect((await failing(good, options)).code).toBe("bad-option");
	});

	it("is not one with a targets table among its inputs: it wins over the plan by its name", async () => {
		expect((await report([...good, targets([{}])])).basis.targets).toBe("targets.csv");
	});

	it("for two mappings of one carrier that contradict each other", async () => {
		const coal = [energy([{ carrier: "原煤" }]), ...good.slice(1)];
		// 煤炭 is another word for 原煤.
		const error = await failing(coal, { map: ["原煤=lignite", "煤炭=anthracite"] });
		expect(error.code).toBe("bad-option");
	});

	it("for a kind that names no file says so", async () => {
		expect((await failing(good, { kind: ["other.csv=energy"] })).code).toBe("kind-names-no-file");
	});

	it("for a carrier mapped to one that is not known says what is near", async () => {
		const error = await failing(good, { map: ["原煤=bituminus-coal"] });
		expect(error.code).toBe("unknown-choice");
		expect(error.message).toContain("bituminous-coal");
	});

	it.each([
		["a factor without a source", factors([{ emission_factor: "3", source: "" }])],
		["a factor of an unknown carrier", factors([{ carrier: "phlogiston", emission_factor: "3" }])],
		["a factor in an unknown unit", factors([{ unit: "stone", emission_factor: "3" }])],
		["half a factor", factors([{ ncv: "28", carbon_content: "0.03" }])],
		["a factor and its parts", factors([{ ncv: "28", carbon_content: "0.03", oxidation_rate: "0.9", emission_factor: "3" }])],
		["an oxidation rate of 98", factors([{ ncv: "28", carbon_content: "0.03", oxidation_rate: "98" }])],
		["a negative factor", factors([{ emission_factor: "-3" }])],
		["a factor that is no number", factors([{ emission_factor: "three" }])],
		["two factors for one fuel", factors([{ emission_factor: "3" }, { emission_factor: "3.1" }])],
		["a factor of an unknown province", factors([{ emission_factor: "3", province: "Atlantis" }])],
		["a deflator without an index", deflator([{ index: "" }])],
		["a deflator of an unknown sector", deflator([{ index: "110", sector: "steal works" }])],
		["two indices for one year", deflator([{ index: "110" }, { index: "111" }])],
		["a target of 118%", targets([{ reduction_pct: "118" }])],
		["a target that ends before it begins", targets([{ base_year: "2025", target_year: "2020" }])],
		["a target without a source", targets([{ source: "" }])],
		["a target of an unknown scope", targets([{ scope: "galaxy" }])],
	])("for %s refuses the table: nothing computed with it could be trusted", async (_, table) => {
		const error = await failing([...good, table]);
		expect(error.code).toBe("bad-reference-table");
		expect(error.message).toContain(table.name);
	});
});

describe("what the list shows", () => {
	it("is in order of file, row and column, each with its own fingerprint, and counts are exact", async () => {
		const found = await withFault("energy", [
			{ quantity: "-1" },
			{ carrier: "cokee", quantity: "x" },
			{ unit: "ton" },
			{ quantity: "1,000" },
		]);
		const { list, counts } = found.findings;
		expect(list.filter(({ file }) => file === "energy.csv").map(({ row }) => row)).toEqual([3, 4, 4, 5, 6]);
		expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(list.length);
		for (const gravity of ["error", "warning", "note"] as const)
			expect(counts[gravity]).toBe(list.filter((one) => one.gravity === gravity).length);
	});

	it("is cut at a thousand of each code, and says so; counts stay exact", async () => {
		const bad = Array.from({ length: 1005 }, () => ({ quantity: "-1" }));
		const found = await report([energy(bad), soundEnergy, soundOutput]);
		expect(found.findings.counts.error).toBe(1005);
		expect(found.findings.list.filter(({ code }) => code === "negative-quantity")).toHaveLength(1000);
		expect(findingOf(found, "not-listed").message).toContain("negative-quantity");
	});

	it("is empty where nothing is wrong", async () => {
		expect(codes(await steadyReport({ 2020: "1000", 2021: "900" }))).toEqual([]);
	});
});

describe("a quote that is never closed", () => {
	it("withholds whoever its lines name", async () => {
		const text =
			'firm,period,carrier,quantity,unit\nA,2020,diesel,100,t\nA,2021,diesel,90,t\nB,2020,coke,100,t\nB,2021,"coke,90,t\nA,2021,coke,5,t\n';
		const rows = ["A", "B"].flatMap((firm) => [2020, 2021].map((year) => `${firm},${year},value_added,1,万元,constant-2020`));
		const output = { name: "output.csv", text: `firm,period,indicator,quantity,unit,prices\n${rows.join("\n")}\n` };
		const found = await report([{ name: "energy.csv", text }, output]);
		for (const firm of found.firms) {
			expect(firm.years[1]?.emissions.total).toBeNull();
			expect(firm.years[1]?.verdict).toMatchObject({ word: "withheld", reasons: ["errors"] });
		}
	});

	it("leaves the firms of other files as they are, whichever is read first", async () => {
		const broken = 'firm,period,carrier,quantity,unit\nA,2020,diesel,100,t\nA,2021,"diesel,90,t\n';
		const sound = "firm,period,carrier,quantity,unit\nB,2020,coke,100,t\nB,2021,coke,90,t\n";
		const output =
			"firm,period,indicator,quantity,unit,prices\nB,2020,value_added,1,万元,constant-2020\nB,2021,value_added,1,万元,constant-2020\n";
		for (const [first, second] of [
			[broken, sound],
			[sound, broken],
		] as const) {
			const found = await report([
				{ name: "energy-1.csv", text: first },
				{ name: "energy-2.csv", text: second },
				{ name: "output.csv", text: output },
			]);
			const firm = found.firms.find((one) => one.firm === "B");
			expect(firm?.years[1]?.verdict).toMatchObject({ word: "on-track", reasons: [] });
		}
	});
});

describe("rows that contradict each other", () => {
	it("leave no amount of the carrier: null, not one of the two", async () => {
		const text = "firm,period,carrier,quantity,unit\nA,2022,diesel,1,t\nA,2022,diesel,2,t\n";
		const found = await report([{ name: "energy.csv", text }]);
		expect(found.firms[0]?.years[0]?.carriers).toMatchObject([{ carrier: "diesel", quantity: null, co2: null, tce: null }]);
	});
});

describe("steam by mass", () => {
	it("with a factor of its own needs no heat content", async () => {
		const text = "firm,period,carrier,quantity,unit,emission_factor\nA,2022,蒸汽,500,t,0.3\n";
		const found = await report([{ name: "energy.csv", text }]);
		// 500 t × 0.3 t CO2/t
		expect(found.firms[0]?.years[0]?.emissions.heat).toBe("150");
	});
});
