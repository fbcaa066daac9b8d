/**
 * Published figures of real firms, as printed: what the tool makes of them against numbers worked out here by hand, and what
 * becomes of each row. fixtures/listed-firms/README.md says where they come from.
 */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report, ReportOptions } from "../src/index.ts";
import { report } from "./support/reading.ts";
import { yearOf } from "./support/tables.ts";

const read = (name: string): string => readFileSync(new URL(`../fixtures/listed-firms/${name}`, import.meta.url), "utf8");
const files = ["energy.csv", "output.csv"].map((name) => ({ name, text: read(name) }));
const run = (options: ReportOptions = {}): Promise<Report> => report(files, { electricity: "0.6101", ...options });

/**
 * A product of decimals times 44/12, by whole numbers: digits without their points, 10 to the number of places below.
 * Written with 12 places, half to even, without trailing zeros, as the contract says; none of the tool's arithmetic.
 */
function product(factors: readonly string[], carbon = false): string {
	let over = carbon ? 44n : 1n;
	let under = carbon ? 12n : 1n;
	for (const factor of factors) {
		const [whole = "", places = ""] = factor.split(".");
		over *= BigInt(whole + places);
		under *= 10n ** BigInt(places.length);
	}
	const scaled = over * 10n ** 12n;
	const [quotient, rest] = [scaled / under, (scaled % under) * 2n];
	const up = rest > under || (rest === under && quotient % 2n === 1n);
	const digits = (quotient + (up ? 1n : 0n)).toString().padStart(13, "0");
	return `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, "");
}

const GLASS = "GLASS-2024042401734";
const FABRIC = "FABRIC-2024042903038";
const PELLET = "PELLET-2024041900927";
const MISC = "MISC-2022053101131";
const COALWASH = "COALWASH-ltn201807311212";

/** Electricity of one production only: whether it is all that the firm used, only who asks can say. */
const map = ["Electricity (urea production)=electricity"];

let plain: Report;
let mapped: Report;
beforeAll(async () => {
	plain = await run();
	mapped = await run({ map });
});

const carrierOf = (firm: string, year: number, carrier: string, from = plain) => {
	const found = yearOf(from, firm, year).carriers.find((one) => one.carrier === carrier);
	if (found === undefined) throw new Error(`${firm} has no ${carrier} in ${year}`);
	return found;
};

describe("electricity at 0.6101 t/MWh", () => {
	it.each([
		// 13316 × 0.6101: 13316 × 0.6 = 7989.6, 13316 × 0.0101 = 134.4916; together 8124.0916. The firm printed 8124.
		[PELLET, 2023, "13316", "8124.0916", "8124"],
		// 16179 × 0.6 = 9707.4, × 0.0101 = 163.4079; together 9870.8079. Printed 9871.
		[PELLET, 2024, "16179", "9870.8079", "9871"],
		// 5867.07 × 0.6 = 3520.242, × 0.0101 = 59.257407; together 3579.499407. Printed 3579.5.
		[FABRIC, 2023, "5867.07", "3579.499407", "3579.5"],
		// 14607.12 × 0.6 = 8764.272, × 0.0101 = 147.531912; together 8911.803912. Printed 8711.8: a digit slip of the firm, for its
		// own total (8927.19) fits 8911.80 (16.07 + 8911.80 - 0.69 = 8927.18).
		[FABRIC, 2022, "14607.12", "8911.803912", "8711.8 (a slip)"],
		// 13584.13 × 0.6 = 8150.478, × 0.0101 = 137.199713; together 8287.677713. Printed 17949.08, which must include heat.
		["ZHENGYE-PACK", 2023, "13584.13", "8287.677713", "17949.08 (with heat)"],
		// 62 000 000 kWh = 62000 MWh; 62000 × 0.6101 = 37826.2. Nothing printed.
		[COALWASH, 2017, "62000", "37826.2", ""],
		// 1.30 billion kWh = 1 300 000 MWh; × 0.6101 = 793130. Printed 666930.60 under another factor.
		["DONGGUANG", 2018, "1300000", "793130", "666930.60 (another factor)"],
		// 31538.65 kWh as printed = 31.53865 MWh; × 0.6101 = 19.241730365. The unit is a slip of 10^4 of the firm (its own scope 2
		// is 220002.92 t): all years slip alike, so nothing of its own shows it, and the tool takes the file at its word.
		[GLASS, 2021, "31.53865", "19.241730365", "220002.92 (10^4 kWh meant)"],
		[GLASS, 2022, "53.58018", "32.689267818", ""],
		[GLASS, 2023, "58.71834", "35.824059234", ""],
	])("%s %i: %s MWh are %s t (printed %s)", (firm, year, megawattHours, tonnes) => {
		expect(product([megawattHours, "0.6101"])).toBe(tonnes);
		// A name that is mapped keeps its own line.
		const [from, name] = firm === "DONGGUANG" ? [mapped, "electricity (urea production)"] : [plain, "electricity"];
		expect(carrierOf(firm, year, name, from).co2).toBe(tonnes);
		expect(yearOf(from, firm, year).emissions.electricity).toBe(tonnes);
	});

	it("comes within half of the last printed digit where the firm's figure is its own product", () => {
		for (const [year, printed] of [
			[2023, 8124],
			[2024, 9871],
		] as const) {
			expect(Math.abs(Number(yearOf(plain, PELLET, year).emissions.electricity) - printed)).toBeLessThanOrEqual(0.5);
		}
		expect(Math.abs(Number(yearOf(plain, FABRIC, 2023).emissions.electricity) - 3579.5)).toBeLessThanOrEqual(0.05);
	});
});

describe("fuels, quantity × heat value × carbon × oxidation × 44/12", () => {
	it.each([
		// 19472 × 389.31 = 7580644.32 GJ; × 0.0153 × 0.99 = 114824.01951504 tC; × 44/12 = 421021.40488848 t.
		[2021, "natural-gas", ["19472", "389.31", "0.0153", "0.99"], "421021.40488848"],
		// 22120.81 × 389.31 = 8611852.5411; × 0.015147 = 130443.7304400417; × 11/3 = 478293.6782801529.
		[2022, "natural-gas", ["22120.81", "389.31", "0.0153", "0.99"], "478293.6782801529"],
		// 29428.34 × 389.31 = 11456747.0454; × 0.015147 = 173535.3474966738; × 11/3 = 636296.2741544706.
		[2023, "natural-gas", ["29428.34", "389.31", "0.0153", "0.99"], "636296.2741544706"],
		// 164.29 × 43.33 = 7118.6857; × 0.0202 × 0.98 = 140.9215021172; × 11/3 = 516.712174429733… (the third is not cut before it is shown).
		[2021, "diesel", ["164.29", "43.33", "0.0202", "0.98"], "516.712174429733"],
		// 17185.86 × 43.33 = 744663.3138; × 0.019796 = 14741.3549599848; × 11/3 = 54051.6348532776. 114 times the year before, as printed.
		[2023, "diesel", ["17185.86", "43.33", "0.0202", "0.98"], "54051.6348532776"],
		// 14767.3 × 40.19 = 593497.787; × 0.02 × 0.98 = 11632.5566252; × 11/3 = 42652.707625733333….
		[2021, "other-petroleum-products", ["14767.3", "40.19", "0.02", "0.98"], "42652.707625733333"],
	])("GLASS %i %s", (year, carrier, factors, tonnes) => {
		expect(product(factors, true)).toBe(tonnes);
		expect(carrierOf(GLASS, year, carrier).co2).toBe(tonnes);
	});

	it("GLASS 2021: the parts add up to the year", () => {
		// 421021.40488848 + 516.712174429733… + 42652.707625733333… = 464190.824688643067 (thirds: …733 + …333 = …066, with the rest …067).
		expect(yearOf(plain, GLASS, 2021).emissions.fuel).toBe("464190.824688643067");
		// + 19.241730365 of electricity.
		expect(yearOf(plain, GLASS, 2021).emissions.total).toBe("464210.066419008067");
	});

	it.each([
		// 829664 tce × 29.3076 GJ/tce = 24315460.6464 GJ; × 0.02749 tC/GJ × 0.94 = 628326.09237936384 tC; × 44/12 = 2303862.33872433408 t.
		["anthracite", "829664", ["0.02749", "0.94"], "2303862.33872433408"],
		// 62.66 × 29.3076 = 1836.414216 GJ; × 0.0202 × 0.98 = 36.353655819936 tC; × 11/3 = 133.296738006432 t.
		["diesel", "62.66", ["0.0202", "0.98"], "133.296738006432"],
		// 32.37 × 29.3076 = 948.687012 GJ; × 0.0189 × 0.98 = 17.571580836264 tC; × 11/3 = 64.429129732968 t.
		["gasoline", "32.37", ["0.0189", "0.98"], "64.429129732968"],
	])("DONGGUANG 2017 %s, %s t of standard coal: heat, without a heat value of the fuel", (carrier, tce, factors, tonnes) => {
		expect(product([tce, "29.3076", ...factors], true)).toBe(tonnes);
		const found = carrierOf("DONGGUANG", 2017, carrier);
		expect(found.co2).toBe(tonnes);
		expect(found.tce).toBe(tce);
		expect(found.quantity).toBe(product([tce, "29.3076"]));
		expect(found.unit).toBe("GJ");
		expect(found.factor).toMatchObject({ kind: "parts", ncv: null });
	});

	it("DONGGUANG 2017: fuels are known, electricity is not, and so the total is not", () => {
		// 2303862.33872433408 + 133.296738006432 + 64.429129732968 = 2304060.06459207348.
		expect(yearOf(plain, "DONGGUANG", 2017).emissions).toMatchObject({
			fuel: "2304060.06459207348",
			electricity: null,
			total: null,
		});
	});
});

/** What becomes of each row: file and row as a spreadsheet counts, what is said of it; rows not named here are used without a word. */
const said: Readonly<Record<string, readonly string[]>> = {
	// Cubic metres of gas at conditions that are not said; told once for the word and file.
	"energy.csv:5": ["used", "ambiguous-unit"],
	// Standard coal is heat; the carbon of a heat is known without the heat value.
	"energy.csv:14": ["used", "energy-unit"],
	"energy.csv:15": ["used", "energy-unit"],
	// Electricity in standard coal: 1.02 or 0.3 to 0.4 billion kWh, as one converts; nobody can say.
	// It is an error of the account, beside the other amounts of the year, and not of the row.
	"energy.csv:16": ["used", "wrong-unit-kind"],
	"energy.csv:17": ["used", "energy-unit"],
	// Words in brackets that nobody knows make an unknown carrier.
	"energy.csv:18": ["refused", "unknown-carrier"],
	// Fuels in MWh: gross or net heat is not said.
	"energy.csv:21": ["refused", "wrong-unit-kind"],
	"energy.csv:22": ["refused", "wrong-unit-kind"],
	"energy.csv:23": ["refused", "wrong-unit-kind"],
	"energy.csv:24": ["refused", "wrong-unit-kind"],
	"energy.csv:27": ["refused", "wrong-unit-kind"],
	"energy.csv:28": ["refused", "wrong-unit-kind"],
	"energy.csv:29": ["skipped", "total-row"],
	"energy.csv:30": ["skipped", "total-row"],
	"energy.csv:31": ["refused", "wrong-unit-kind"],
	"energy.csv:32": ["refused", "wrong-unit-kind"],
	"energy.csv:33": ["refused", "wrong-unit-kind"],
	"energy.csv:34": ["refused", "wrong-unit-kind"],
	"energy.csv:35": ["refused", "unknown-carrier"],
	"energy.csv:36": ["refused", "unknown-carrier"],
	"energy.csv:37": ["refused", "unknown-carrier"],
	"energy.csv:38": ["refused", "unknown-carrier"],
	// 000 kWh is a unit of electricity (rows 41, 42 are used), and none of petrol.
	"energy.csv:39": ["refused", "wrong-unit-kind"],
	"energy.csv:40": ["refused", "wrong-unit-kind"],
	"energy.csv:43": ["refused", "unknown-carrier"],
	"energy.csv:44": ["refused", "unknown-carrier"],
	// Several provinces are none; told once for a firm.
	"output.csv:2": ["used", "unknown-province"],
	"output.csv:3": ["used", "unknown-province"],
	"output.csv:10": ["refused", "foreign-currency", "thousands-separators", "unknown-province"],
	"output.csv:11": ["refused", "foreign-currency", "thousands-separators"],
	"output.csv:12": ["refused", "foreign-currency"],
	"output.csv:16": ["used", "thousands-separators"],
	"output.csv:17": ["used", "thousands-separators"],
	"output.csv:18": ["used", "thousands-separators"],
	"output.csv:19": ["refused", "foreign-currency", "thousands-separators", "unknown-province"],
	"output.csv:20": ["refused", "foreign-currency", "thousands-separators"],
	"output.csv:21": ["used", "thousands-separators", "unknown-province"],
	"output.csv:22": ["used", "thousands-separators"],
};

describe("every row", () => {
	it("is used, or refused or skipped for a reason that names it", () => {
		const found: Record<string, string[]> = {};
		for (const { file, row, code } of plain.findings.list) {
			if (file === null || row === null) continue;
			const key = `${file}:${row}`;
			found[key] = [...(found[key] ?? []), code].sort();
		}
		expect(found).toEqual(Object.fromEntries(Object.entries(said).map(([row, [, ...codes]]) => [row, codes])));
	});

	it("is counted: read = used + refused + skipped, as the table here has them", () => {
		for (const { file, rows } of plain.inputs) {
			const fates = Object.entries(said)
				.filter(([row]) => row.startsWith(`${file}:`))
				.map(([, [fate]]) => fate);
			const count = (fate: string): number => fates.filter((one) => one === fate).length;
			const lines = read(file).trimEnd().split("\n").length - 1;
			expect(rows).toEqual({
				read: lines,
				used: lines - count("refused") - count("skipped"),
				refused: count("refused"),
				skipped: count("skipped"),
			});
		}
		expect(plain.inputs.map(({ rows }) => rows.read)).toEqual([43, 21]);
	});

	it("that is refused withholds its firm-year and leaves the parts that are known", () => {
		const year = yearOf(plain, FABRIC, 2023);
		expect(year.verdict).toMatchObject({ word: "withheld" });
		expect(year.verdict?.reasons).toContain("errors");
		expect(year.emissions).toMatchObject({ fuel: null, electricity: "3579.499407", total: null });
		expect(
			plain.firms.filter(({ firm }) => firm === MISC).flatMap(({ years }) => years.map(({ emissions }) => emissions.total)),
		).toEqual([null, null]);
	});

	it("gives no verdict but withheld: none of these firms has a base year, output and constant prices", () => {
		const words = plain.firms.flatMap(({ years }) => years.map(({ verdict }) => verdict?.word ?? null));
		expect(new Set(words)).toEqual(new Set([null, "withheld"]));
	});
});

describe("quantities with separators", () => {
	it.each([
		[10, "38,955.6", "38955.6"],
		[16, "2,285.6", "2285.6"],
		[18, "1,956.0", "1956.0"],
		[21, "225,319,044", "225319044"],
	])("row %i: %s is read as %s, with a note", (row, value, number) => {
		const note = plain.findings.list.find((one) => one.code === "thousands-separators" && one.row === row);
		expect(note).toMatchObject({ file: "output.csv", gravity: "note", value });
		expect(note?.message).toContain(number);
	});
});

describe("revenue in five units, as 10^4 yuan", () => {
	const expected: readonly (readonly [string, number, string])[] = [
		// RMB million: × 100. 2285.6 → 228560.
		["DONGGUANG", 2018, "228560"],
		["DONGGUANG", 2019, "212160"],
		["DONGGUANG", 2020, "195600"],
		// CNY billion: × 100000. 81.54 → 8154000.
		["MAANSHAN", 2020, "8154000"],
		// RMB thousand: / 10. 225319044 → 22531904.4.
		["CHALCO", 2023, "22531904.4"],
		["CHALCO", 2024, "23706562.9"],
	];

	it.each([
		["as printed, prices unstated", undefined, "unstated"],
		["prices asserted", "constant-2020", "constant-2020"],
	])("%s", async (_, prices, stated) => {
		const revenue = await run({ per: "revenue", map, ...(prices === undefined ? {} : { prices }) });
		for (const [firm, year, value] of expected) {
			expect(yearOf(revenue, firm, year).output).toEqual({ value, unit: "10^4 CNY", prices: stated, deflated: false });
		}
		// 793130 t / 228560 = 3.470117255862793…, shown with 12 places.
		expect(yearOf(revenue, "DONGGUANG", 2018).intensity).toEqual({ value: "3.470117255863", unit: "tCO2/10^4 CNY" });
		expect((793130n * 10n ** 13n) / 228560n).toBe(34701172558627n);
	});

	it("in HK dollars is no revenue: absent, not 0", async () => {
		const revenue = await run({ per: "revenue" });
		for (const year of [2019, 2020, 2021]) expect(yearOf(revenue, "CRCEMENT", year).output.value).toBeNull();
		for (const year of [2021, 2022]) expect(yearOf(revenue, "XINYIGLASS", year).output.value).toBeNull();
	});

	it("at unstated prices judges nothing until someone vouches for them", async () => {
		const warned = (one: Report) =>
			one.findings.list.filter(({ code }) => code === "prices-not-constant").map(({ firm }) => firm);
		expect(new Set(warned(await run({ per: "revenue" })))).toEqual(new Set(["CHALCO", "DONGGUANG", "MAANSHAN"]));
		expect(warned(await run({ per: "revenue", prices: "constant-2020" }))).toEqual([]);
	});
});

describe("output in tonnes", () => {
	it("of crude steel: 20.97 million tonnes are 20970000 t", async () => {
		const steel = await run({ per: "product:crude steel" });
		expect(steel.basis.per).toBe("product:crude steel");
		expect(yearOf(steel, "MAANSHAN", 2020).output).toMatchObject({ value: "20970000", unit: "t" });
	});

	it.each([
		["pig iron", "MAANSHAN", 2020, "18550000", "t"],
		["Commercial Coal", "CHINACOAL", 2023, "134220000", "t"],
		// 265.3 TWh = 265.3 × 10^9 kWh.
		["electricity generation", "DATANG", 2019, "265300000000", "kWh"],
	])("of %s", async (name, firm, year, value, unit) => {
		expect(yearOf(await run({ per: `product:${name}` }), firm, year).output).toMatchObject({ value, unit });
	});
});

describe("names and sectors as printed", () => {
	it("a sector written with its code is found, a province that is several is not", () => {
		expect(plain.firms.find(({ firm }) => firm === "DONGGUANG")).toMatchObject({ sector: "petrochemical", province: "Hebei" });
		expect(plain.findings.list.filter(({ code }) => code === "unknown-sector")).toEqual([]);
		const provinces = plain.findings.list.filter(({ code }) => code === "unknown-province").map(({ firm }) => firm);
		expect(provinces).toEqual(["CHINACOAL", "DATANG", "CRCEMENT", "XINYIGLASS", "CHALCO"]);
	});

	it("a carrier with unknown words in brackets is refused, with the mapping to copy; mapped it is used", () => {
		const of = (from: Report) => from.findings.list.filter(({ file, row }) => file === "energy.csv" && row === 18);
		expect(of(plain)).toMatchObject([{ code: "unknown-carrier", value: "Electricity (urea production)", gravity: "error" }]);
		expect(of(plain)[0]?.remedy).toContain("--map 'Electricity (urea production)=electricity'");
		expect(of(mapped).filter(({ gravity }) => gravity !== "note")).toEqual([]);
	});
});
