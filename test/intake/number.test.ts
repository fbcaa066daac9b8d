/** Cells that should hold a number: read by a strict grammar, or told why not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "../../src/exact/exact.ts";
import { type ReadNumber, readNumber } from "../../src/intake/number.ts";
import { always, PLAIN, spelling } from "../exact/numbers.ts";
import { Fraction } from "../oracle/fraction.ts";

/** The number with the codes of what is told about it; `missing`; or why it is refused. */
const said = (cell: string): string => {
	const found: ReadNumber = readNumber(cell);
	if (found.kind === "missing") return "missing";
	if (found.kind === "refused") return `refused: ${JSON.stringify(found.remark.with)}`;
	return [toText(found.value), ...found.remarks.map(({ code }) => code)].join(" ");
};
const refused = (why: string): string => `refused: {"why":"${why}"}`;

describe("a plain decimal is read as it stands, and nothing is said", () => {
	it.each([
		["1108.4", "1108.4"],
		["-3.2", "-3.2"],
		["0", "0"],
		["-0.00", "0"],
		["007", "7"],
		["1.10", "1.1"],
		[`${"9".repeat(30)}.${"9".repeat(20)}`, `${"9".repeat(30)}.${"9".repeat(20)}`],
	])("%s is %s", (cell, value) => {
		expect(said(cell)).toBe(value);
	});

	it("so are all of up to thirty digits before the point and twenty after", () => {
		fc.assert(
			fc.property(spelling, (cell) => {
				expect(said(cell)).toBe(Fraction.from(cell).text(20));
			}),
			always(),
		);
	});
});

describe("thousands separators in the right places are read, with a finding", () => {
	it.each([
		["1,108.4", "1108.4"],
		["12,345", "12345"],
		["123,456,789.01", "123456789.01"],
		["-1,000", "-1000"],
	])("%s is %s", (cell, value) => {
		expect(said(cell)).toBe(`${value} thousands-separators`);
	});

	it.each([
		"1,23",
		"1234,567",
		"1,2345",
		",123",
		"1,,234",
		"12,34,567",
		"1.234,5",
		"1,234.567,8",
		"1,5",
		"0,123",
		"1,",
	])("%s is refused: the groups are wrong", (cell) => {
		expect(said(cell)).toBe(refused("groups"));
	});

	it("every whole number is the same with its separators as without", () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: -(10n ** 30n) + 1n, max: 10n ** 30n - 1n }),
				fc.bigInt({ min: 0n, max: 9999n }),
				(whole, part) => {
					const grouped = `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
					const plain = grouped.replaceAll(",", "");
					expect(said(grouped)).toBe(`${Fraction.from(plain).text(4)}${grouped === plain ? "" : " thousands-separators"}`);
				},
			),
			always(),
		);
	});
});

describe("full-width digits are read, with a finding", () => {
	it.each([
		["１１０８．４", "1108.4"],
		["－３．２", "-3.2"],
		["1２3", "123"],
	])("%s is %s", (cell, value) => {
		expect(said(cell)).toBe(`${value} full-width`);
	});

	it("full-width digits may have separators of half width: two findings", () => {
		expect(said("１,１０８")).toBe("1108 thousands-separators full-width");
	});

	it.each([
		"1，108.4",
		"１，１０８．４",
		"1、5",
	])("%s is refused: a full-width comma may be a thousands separator or a decimal one", (cell) => {
		expect(said(cell)).toBe(refused("full-width-comma"));
	});
});

describe("exponents as Excel writes them are read, with a finding that says how many digits are left", () => {
	it.each([
		["1.23E+05", "123000", 3],
		["1.23456789E+11", "123456789000", 9],
		["-4E+3", "-4000", 1],
		["5.0E-04", "0.0005", 2],
		["1.5e+2", "150", 2],
		["9.99E+29", `999${"0".repeat(27)}`, 3],
		["1E-20", `0.${"0".repeat(19)}1`, 1],
		["0E+00", "0", 1],
		["1.25E+00", "1.25", 3],
		["1.25E+01", "12.5", 3],
	])("%s is %s", (cell, value, digits) => {
		const found = readNumber(cell);
		expect(found.kind === "number" && toText(found.value)).toBe(value);
		expect(
			found.kind === "number" && found.remarks.map(({ code, with: what }) => [code, (what as { digits: number }).digits]),
		).toEqual([["spreadsheet-exponent", digits]]);
	});

	it.each([
		"1e5",
		"1E5",
		"12.3E+05",
		"1.E+05",
		".5E+05",
		"1E+",
		"1E+1.5",
		"1E+31",
		"1E-21",
		"1E+999",
		"E+05",
	])("%s is refused", (cell) => {
		expect(said(cell)).toMatch(/^refused/);
	});

	it("every exponent moves the point and nothing else", () => {
		fc.assert(
			fc.property(
				fc.boolean(),
				fc.integer({ min: 0, max: 9 }),
				fc.bigInt({ min: 0n, max: 10n ** 14n }),
				fc.integer({ min: -5, max: 29 }),
				(negative, first, rest, shift) => {
					const mantissa = `${negative ? "-" : ""}${first}.${rest}`;
					const cell = `${mantissa}E${shift < 0 ? "-" : "+"}${String(Math.abs(shift)).padStart(2, "0")}`;
					const found = readNumber(cell);
					const expected = Fraction.from(mantissa).mul(Fraction.of(10n).pow(shift));
					expect(found.kind === "number" && toText(found.value)).toBe(expected.text(20));
				},
			),
			always(),
		);
	});
});

describe("a cell that says there is no number has none", () => {
	it.each([
		"",
		" ",
		"\t",
		"　",
		"\u00a0",
		"-",
		"--",
		"—",
		"——",
		"–",
		"/",
		"\\",
		"无",
		"N/A",
		"n/a",
		"NA",
		"nil",
		"None",
		"NULL",
		"…",
		"...",
		" - ",
		"　无　",
	])("%j is missing, and never 0", (cell) => {
		expect(said(cell)).toBe("missing");
	});
});

describe("blanks around a number are left out, with a finding", () => {
	it.each([
		[" 5", "5 spaces-trimmed"],
		["5 ", "5 spaces-trimmed"],
		["\t5\t", "5 spaces-trimmed"],
		["　5", "5 full-width"],
		["5\u00a0", "5 full-width"],
		["\ufeff5", "5 full-width"],
		["\u200b5", "5 full-width"],
		[" 1,108.4 ", "1108.4 thousands-separators spaces-trimmed"],
	])("%j is %s", (cell, value) => {
		expect(said(cell)).toBe(value);
	});

	it.each(["1 108", "1 2", "- 5", "5 t"])("%j is refused: a blank within is no part of a number", (cell) => {
		expect(said(cell)).toBe(refused("grammar"));
	});

	// To be `it` once a blank that cannot be seen is refused within a number as one that can.
	it.each([
		"12\u00a034",
		"1\u20095",
		"-　5",
		"1\u200b2",
	])("%j is refused too: an odd blank within may hide two numbers", (cell) => {
		expect(said(cell)).toMatch(/^refused/);
	});
});

describe("anything else is refused, with the reason", () => {
	it.each([
		["=1+2", "formula"],
		["=SUM(A1:A9)", "formula"],
		["+5", "formula"],
		["@5", "formula"],
		["#DIV/0!", "spreadsheet-error"],
		["#N/A", "spreadsheet-error"],
		["#REF!", "spreadsheet-error"],
		["####", "spreadsheet-error"],
		["1".repeat(31), "too-long"],
		[`0.${"1".repeat(21)}`, "too-long"],
		[`-${"1".repeat(31)}.5`, "too-long"],
		["0x1F", "grammar"],
		["Infinity", "grammar"],
		["-Infinity", "grammar"],
		["NaN", "grammar"],
		["1_000", "grammar"],
		[".5", "grammar"],
		["5.", "grammar"],
		["--5", "grammar"],
		["5-", "grammar"],
		["1.2.3", "grammar"],
		["(5)", "grammar"],
		["5%", "grammar"],
		["5吨", "grammar"],
		["约5", "grammar"],
		["五", "grammar"],
		["5\n6", "grammar"],
		["\u22125", "grammar"],
		["١٢", "grammar"],
		["1'000", "grammar"],
		["true", "grammar"],
	])("%s: %s", (cell, why) => {
		expect(said(cell)).toBe(refused(why));
	});

	it("no text is a fault: it is a number, nothing or refused, and a number is written plainly", () => {
		const pieces = fc.constantFrom(..."0123456789０９.,，-－+E e%=#()/无 　\u00a0吨");
		const kinds = new Set<string>();
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: pieces, maxLength: 12 }), fc.string({ unit: "binary", maxLength: 12 })), (cell) => {
				const found = readNumber(cell);
				kinds.add(found.kind);
				if (found.kind === "number") expect(toText(found.value)).toMatch(PLAIN);
				// What is not a plain decimal is never read without a word.
				if (found.kind === "number" && found.remarks.length === 0) expect(cell).toMatch(/^-?\d{1,30}(\.\d{1,20})?$/);
			}),
			always(),
		);
		expect([...kinds].sort()).toEqual(["missing", "number", "refused"]);
	});

	it("a text as long as a file is judged as quickly as a short one", () => {
		for (const cell of ["1".repeat(2_000_000), "1,111".repeat(400_000), " ".repeat(2_000_000), `${" ".repeat(1_000_000)}x`]) {
			expect(["missing", "refused"]).toContain(readNumber(cell).kind);
		}
	});
});
