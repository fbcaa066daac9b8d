/** Which rows count: repeats, conflicts, wholes and parts, months that are missing. */
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import {
	codes,
	energy,
	findingOf,
	monthly,
	output,
	type Row,
	reasonsOf,
	steadyFirm,
	tablesOf,
	yearOf,
} from "../support/tables.ts";

/** Amount of the only line of F1 in 2023. */
const amountOf = async (rows: readonly Row[], options = {}): Promise<string | null | undefined> => {
	const found = await report([energy(rows), output([{}])], options);
	expect(yearOf(found, "F1", 2023).carriers).toHaveLength(1);
	return yearOf(found, "F1", 2023).carriers[0]?.quantity;
};

const months = (from: number, to: number, row: Row): Row[] => monthly(row).slice(from - 1, to);

describe("rows of one key", () => {
	it("with the same value count once, with a warning at the second that names the first", async () => {
		const found = await report([energy([{ quantity: "5" }, { quantity: "5" }, { quantity: "5" }]), output([{}])]);
		// 5, not 15; row 1 is the header, so the first row of data is row 2.
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("5");
		expect(codes(found, "warning")).toContain("repeated-entry@energy.csv:3:quantity");
		expect(findingOf(found, "repeated-entry").message).toBe("coke: the same as in energy.csv:2; 3 rows say so, counted once");
	});

	it("with another value are an error that names both rows, and the firm-year is withheld", async () => {
		const good = steadyFirm({ co2: { 2020: "1000", 2022: "900", 2023: "5" } });
		const clash = { ...(good.energy[2] as Row), quantity: "6" };
		const found = await report(tablesOf({ energy: [...good.energy, clash], output: good.output }));
		// Rows: header 1; 2020, 2022, 2023 in 2 to 4; the other 2023 in 5.
		expect(codes(found, "error")).toEqual([
			"conflicting-entries@energy.csv:4:quantity",
			"conflicting-entries@energy.csv:5:quantity",
		]);
		for (const { code, message } of found.findings.list)
			if (code === "conflicting-entries") expect(message).toContain("energy.csv:4, energy.csv:5");
		const { emissions, verdict, change, ownPath, progress } = yearOf(found, "F1", 2023);
		expect(emissions).toMatchObject({ fuel: null, total: null, electricity: "0", heat: "0", process: "0" });
		expect(verdict).toMatchObject({ word: "withheld", reasons: ["errors"] });
		expect([change, ownPath, progress]).toEqual([null, null, null]);
		expect(reasonsOf(found, "F1", 2022)).toBeUndefined();
	});

	it("that stand in two files are the same key", async () => {
		const found = await report([energy([{ quantity: "5" }], "a.csv"), energy([{ quantity: "6" }], "b.csv"), output([{}])]);
		expect(codes(found, "error")).toEqual(["conflicting-entries@a.csv:2:quantity", "conflicting-entries@b.csv:2:quantity"]);
		expect(
			found.findings.list.filter(({ code, message }) => code === "conflicting-entries" && message.includes("a.csv:2, b.csv:2")),
		).toHaveLength(2);
	});

	it("are added with addRepeats, equal ones too, and the assertion is printed", async () => {
		const found = await report([energy([{ quantity: "5" }, { quantity: "5" }, { quantity: "2.5" }]), output([{}])], {
			addRepeats: true,
		});
		// 5 + 5 + 2.5
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("12.5");
		expect(found.basis.assertions).toEqual(["add-repeats"]);
		expect(codes(found, "error")).toEqual([]);
	});

	it("in another unit but of the same amount are a repeat", async () => {
		const found = await report([energy([{ quantity: "1.50" }, { quantity: "1500", unit: "kg" }]), output([{}])]);
		// 1.50 t = 1500 kg
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("1.5");
		expect(codes(found, "error")).toEqual([]);
		expect(codes(found, "warning")).toContain("repeated-entry@energy.csv:3:quantity");
	});

	it("in units that cannot be compared are another value: 5 t and 146 GJ of coke", async () => {
		const found = await report([energy([{ quantity: "5" }, { quantity: "146", unit: "GJ" }]), output([{}])]);
		expect(codes(found, "error")).toEqual([
			"conflicting-entries@energy.csv:2:quantity",
			"conflicting-entries@energy.csv:3:quantity",
		]);
		expect(yearOf(found, "F1", 2023).emissions.fuel).toBeNull();
	});

	it("in units that cannot be added are both counted with addRepeats, in whatever order they stand", async () => {
		const rows = [{ quantity: "5" }, { quantity: "100", unit: "GJ" }, { quantity: "6" }];
		for (const order of [rows, [...rows].reverse(), [rows[1], rows[0], rows[2]] as Row[]]) {
			const found = await report([energy(order), output([{}])], { addRepeats: true });
			// 11 t × 2.851825284 + 100 GJ × 0.0294 × 0.93 × 11/3
			expect(yearOf(found, "F1", 2023).emissions.fuel).toBe("41.395478124");
		}
	});

	it("of the output too: the same value once, another value an error", async () => {
		const same = await report([energy([{}]), output([{}, {}])]);
		expect(yearOf(same, "F1", 2023).output.value).toBe("10");
		expect(codes(same, "warning")).toContain("repeated-entry@output.csv:3:quantity");
		const other = await report([energy([{}]), output([{}, { quantity: "11" }])]);
		expect(codes(other, "error")).toEqual([
			"conflicting-entries@output.csv:2:quantity",
			"conflicting-entries@output.csv:3:quantity",
		]);
		expect(yearOf(other, "F1", 2023).intensity.value).toBeNull();
		expect(reasonsOf(other, "F1", 2023)).toContain("errors");
	});
});

describe("facts that are separate", () => {
	it("sites are: equal amounts at two sites are two amounts", async () => {
		// 5 + 5
		expect(
			await amountOf([
				{ quantity: "5", site: "east" },
				{ quantity: "5", site: "west" },
			]),
		).toBe("10");
	});

	it("measured lots are: each counts with its own parameters", async () => {
		const rows = [{ ncv: "28" }, { ncv: "29" }].map((row) => ({
			...row,
			quantity: "5",
			carbon_content: "0.03",
			oxidation_rate: "1",
		}));
		const found = await report([energy(rows), output([{}])]);
		// 5 × 28 × 0.03 × 44/12 = 15.4 and 5 × 29 × 0.03 × 44/12 = 15.95
		expect(
			yearOf(found, "F1", 2023)
				.carriers.map(({ co2 }) => co2)
				.sort(),
		).toEqual(["15.4", "15.95"]);
		expect(yearOf(found, "F1", 2023).emissions.total).toBe("31.35");
		expect(codes(found, "error")).toEqual([]);
	});

	it("parameters written with other digits but of one value are one lot", async () => {
		const rows = [{ ncv: "28" }, { ncv: "28.00" }].map((row) => ({
			...row,
			quantity: "5",
			carbon_content: "0.03",
			oxidation_rate: "1",
		}));
		const found = await report([energy(rows), output([{}])]);
		// 5 × 28 × 0.03 × 44/12, once
		expect(yearOf(found, "F1", 2023).emissions.total).toBe("15.4");
		expect(codes(found, "warning")).toContain("repeated-entry@energy.csv:3:quantity");
	});

	it("uses are: the same amount consumed and sold", async () => {
		const found = await report([energy([{}, { use: "sold" }]), output([{}])]);
		expect(
			yearOf(found, "F1", 2023)
				.carriers.map(({ use }) => use)
				.sort(),
		).toEqual(["consumed", "sold"]);
		expect(yearOf(found, "F1", 2023).emissions.total).toBe("0");
	});
});

describe("a year", () => {
	it("is the sum of its months", async () => {
		// 12 × 0.1 = 1.2 (floats would say 1.2000000000000002)
		expect(await amountOf(monthly({ quantity: "0.1" }))).toBe("1.2");
	});

	it("is the sum of its quarters", async () => {
		// 1 + 2 + 3 + 4
		expect(
			await amountOf(["Q1", "Q2", "Q3", "Q4"].map((quarter, at) => ({ period: `2023${quarter}`, quantity: String(at + 1) }))),
		).toBe("10");
	});

	it("is the sum of disjoint quarters and months", async () => {
		// Q1 6 + Q2 6 + six months of 2
		expect(
			await amountOf([
				{ period: "2023Q1", quantity: "6" },
				{ period: "2023年二季度", quantity: "6" },
				...months(7, 12, { quantity: "2" }),
			]),
		).toBe("24");
	});

	it("given whole and in complete parts that agree is used once, with a note", async () => {
		const found = await report([energy([{ quantity: "12" }, ...monthly({ quantity: "1" })]), output([{}])]);
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("12");
		expect(codes(found, "error")).toEqual([]);
		// The months say more and are counted; the row of the year is the one left out.
		expect(codes(found, "note")).toContain("whole-equals-parts@energy.csv:2:quantity");
	});

	it("given whole and in complete parts that disagree is an error, and withheld", async () => {
		const found = await report([energy([{ quantity: "12.2" }, ...monthly({ quantity: "1.00" })]), output([{}])]);
		expect(codes(found, "error")).toEqual(["whole-against-parts@energy.csv:2:quantity"]);
		const { message } = findingOf(found, "whole-against-parts");
		// They may differ by half a step of each printed number: 0.05 + 12 × 0.005 = 0.11.
		expect(message).toContain("12.2 t");
		expect(message).toContain("12 t");
		expect(yearOf(found, "F1", 2023).emissions.total).toBeNull();
		expect(reasonsOf(found, "F1", 2023)).toContain("errors");
	});

	it("given whole and in incomplete parts: the whole is used, with a warning", async () => {
		const found = await report([energy([{ quantity: "30" }, ...months(1, 5, { quantity: "1" })]), output([{}])]);
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("30");
		expect(yearOf(found, "F1", 2023).coverage).toBe("whole-year");
		expect(codes(found, "error")).toEqual([]);
		expect(codes(found, "warning")).toContain("whole-and-parts@energy.csv:3:quantity");
	});

	it("whole without parameters and in parts that were measured: the measured side is used where the amounts agree", async () => {
		const measured = monthly({ quantity: "1", ncv: "28" });
		const found = await report([energy([{ quantity: "12" }, ...measured]), output([{}])]);
		// 12 × 28 × 0.0294 × 0.93 × 11/3
		expect(yearOf(found, "F1", 2023).emissions.total).toBe("33.685344");
		expect(codes(found, "error")).toEqual([]);
		// Incomplete parts with other parameters may be another lot: nobody could tell.
		const unclear = await report([energy([{ quantity: "12" }, ...measured.slice(0, 5)]), output([{}])]);
		expect(codes(unclear, "error")).toEqual(["whole-against-parts@energy.csv:2:quantity"]);
	});

	it("may be told whole against parts within a quarter", async () => {
		const rows = [
			{ period: "2023Q1", quantity: "4.0" },
			...months(1, 3, { quantity: "1.0" }),
			...months(4, 12, { quantity: "1" }),
		];
		const found = await report([energy(rows), output([{}])]);
		// The quarter says 4, its months 3.
		expect(codes(found, "error")).toEqual(["whole-against-parts@energy.csv:2:quantity"]);
		expect(findingOf(found, "whole-against-parts").period).toBe("2023-Q1");
	});

	it("of output follows the same rules", async () => {
		const agree = await report([energy([{}]), output([{ quantity: "12" }, ...monthly({ quantity: "1" })])]);
		expect(yearOf(agree, "F1", 2023).output.value).toBe("12");
		const differ = await report([energy([{}]), output([{ quantity: "14" }, ...monthly({ quantity: "1.0" })])]);
		expect(codes(differ, "error")).toEqual(["whole-against-parts@output.csv:2:quantity"]);
	});
});

describe("months", () => {
	const base = steadyFirm({ co2: { 2020: "1000" } });
	const with2023 = (rows: readonly Row[], made: readonly Row[] = monthly({ quantity: "1" })): Table[] => [
		energy([...base.energy, ...rows]),
		output([...base.output, ...made]),
	];

	it("missing for one carrier while other tables have them withhold the firm-year", async () => {
		const gap = monthly({ quantity: "1", emission_factor: "1" }).filter(({ period }) => period !== "2023-05");
		const found = await report(with2023([...gap, ...monthly({ carrier: "electricity", quantity: "1", unit: "MWh" })]));
		const year = yearOf(found, "F1", 2023);
		expect(year.coverage).toBe("months-missing");
		expect(year.intensity.value).toBeNull();
		expect(reasonsOf(found, "F1", 2023)).toEqual(["months-missing"]);
		expect(findingOf(found, "months-missing").message).toContain("2023-05");
		// Only what lacks them is told: coke, not electricity.
		expect(findingOf(found, "months-missing").message).toContain("coke");
	});

	it("missing are no use with absentIsZero, which is printed as an assertion", async () => {
		const gap = monthly({ quantity: "1", emission_factor: "1" }).filter(({ period }) => period !== "2023-05");
		const found = await report(with2023([...gap, ...monthly({ carrier: "electricity", quantity: "0", unit: "MWh" })]), {
			absentIsZero: true,
		});
		const year = yearOf(found, "F1", 2023);
		// Eleven months of 1 t over twelve of 1: 11/12
		expect(year.coverage).toBe("whole-year");
		expect(year.emissions.total).toBe("11");
		expect(year.intensity.value).toBe("0.916666666667");
		expect(found.basis.assertions).toEqual(["absent-is-zero"]);
		expect(reasonsOf(found, "F1", 2023)).toBeUndefined();
	});

	it("missing in the output withhold the firm-year whatever is asserted of energy", async () => {
		const found = await report(with2023(monthly({ emission_factor: "1" }), months(1, 11, {})), { absentIsZero: true });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["months-missing"]);
	});

	it("in no table at all make the year partial: shown, without annual verdict", async () => {
		const found = await report(with2023(months(1, 6, { quantity: "1", emission_factor: "1" }), months(1, 6, { quantity: "2" })));
		const year = yearOf(found, "F1", 2023);
		expect(year.coverage).toBe("partial");
		// 6 t over 12
		expect(year.intensity.value).toBe("0.5");
		expect(reasonsOf(found, "F1", 2023)).toEqual(["partial"]);
	});

	it("of zero are months: 0 is 0, absent is absent", async () => {
		const rows = monthly({ emission_factor: "1" }).map((row) => (row["period"] === "2023-05" ? { ...row, quantity: "0" } : row));
		const found = await report(with2023(rows));
		expect(yearOf(found, "F1", 2023)).toMatchObject({ coverage: "whole-year", emissions: { total: "11" } });
	});

	it.each([
		"",
		"-",
		"/",
		"—",
		"无",
		"N/A",
	])("left blank (%o) are missing, not zero: the row is skipped with a warning", async (quantity) => {
		const rows = monthly({ emission_factor: "1" }).map((row) => (row["period"] === "2023-05" ? { ...row, quantity } : row));
		const found = await report(with2023(rows));
		// Header 1, 2020 in row 2, January in row 3, May in row 7.
		expect(codes(found, "warning")).toContain("missing-quantity@energy.csv:7:quantity");
		expect(reasonsOf(found, "F1", 2023)).toEqual(["months-missing"]);
		expect(found.inputs[0]?.rows).toEqual({ read: 13, used: 12, refused: 0, skipped: 1 });
	});

	it("without any row of energy have unknown emissions, not zero", async () => {
		const found = await report([energy(base.energy), output([...base.output, { period: "2023" }])]);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ coverage: "months-missing", emissions: { fuel: null, total: null } });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["months-missing"]);
	});

	it("whose only amount of energy is blank have unknown emissions, not zero", async () => {
		const found = await report([
			energy([...base.energy, { period: "2023", quantity: "" }]),
			output([...base.output, { period: "2023" }]),
		]);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ coverage: "months-missing", emissions: { fuel: null, total: null } });
	});

	it("left blank for a carrier the firm never uses change nothing", async () => {
		const blanks = monthly({ carrier: "diesel", quantity: "" });
		const found = await report(with2023([...monthly({ emission_factor: "1" }), ...blanks]));
		expect(yearOf(found, "F1", 2023)).toMatchObject({ coverage: "whole-year", emissions: { total: "12" } });
	});
});

describe("rows", () => {
	it("are dated by year and month columns as well", async () => {
		const lines = Array.from({ length: 12 }, (_, at) => `F1,2023年,${at + 1}月,coke,1,t`);
		const text = ["firm,year,month,carrier,quantity,unit", ...lines, "F1,2022,,coke,5,t", ""].join("\n");
		const found = await report([{ name: "energy.csv", text }, output([{}, { period: "2022" }])]);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ coverage: "whole-year", carriers: [{ quantity: "12" }] });
		expect(yearOf(found, "F1", 2022)).toMatchObject({ coverage: "whole-year", carriers: [{ quantity: "5" }] });
	});

	it("read are used, refused or skipped, always", async () => {
		const text = [
			"firm,period,carrier,quantity,unit",
			"F1,2023,coke,1,t",
			"F1,2023,no such thing,1,t",
			"F1,2023,综合能源消费量,1,tce",
			",,,,",
			"F1,2023,diesel,,t",
			"F1,2023,diesel,1",
			"F1,2023,gasoline,-1,t",
			"F1,20x3,gasoline,1,t",
			"F1,2023,gasoline,1,t",
		].join("\n");
		const found = await report([{ name: "energy.csv", text }, output([{}])]);
		// Used: coke, gasoline. Refused: unknown carrier, short row, negative, period. Skipped: total, blank row, blank amount.
		expect(found.inputs[0]).toMatchObject({
			file: "energy.csv",
			kind: "energy",
			rows: { read: 9, used: 2, refused: 4, skipped: 3 },
		});
		for (const { rows } of found.inputs) expect(rows.used + rows.refused + rows.skipped).toBe(rows.read);
	});

	it("that repeat or contradict each other are used rows: they were understood", async () => {
		const found = await report([energy([{ quantity: "1" }, { quantity: "1" }, { quantity: "2" }]), output([{}])]);
		expect(found.inputs[0]?.rows).toEqual({ read: 3, used: 3, refused: 0, skipped: 0 });
	});

	it("of a file given twice are read once, with a note", async () => {
		const copy = energy([{ quantity: "5" }], "copy of energy.csv");
		const found = await report([energy([{ quantity: "5" }]), copy, output([{}])]);
		expect(yearOf(found, "F1", 2023).carriers[0]?.quantity).toBe("5");
		expect(codes(found, "note")).toEqual(["same-file@energy.csv::"]);
		expect(findingOf(found, "same-file").message).toContain("copy of energy.csv");
		expect(codes(found)).not.toContain("repeated-entry@copy of energy.csv:2:quantity");
		// Read once even where repeats are part amounts.
		const added = await report([energy([{ quantity: "5" }]), copy, output([{}])], { addRepeats: true });
		expect(yearOf(added, "F1", 2023).carriers[0]?.quantity).toBe("5");
	});
});
