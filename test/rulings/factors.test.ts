/** Which factor wins, and what becomes of what has none. Factors are those of the published tables, worked out by hand. */
import { describe, expect, it } from "vitest";
import type { Report, ReportCarrier, ReportOptions } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import {
	codes,
	energy,
	factors,
	findingOf,
	output,
	type Row,
	reasonsOf,
	steadyFirm,
	tablesOf,
	yearOf,
} from "../support/tables.ts";

const of = (rows: readonly Row[], options: ReportOptions = {}): Promise<Report> => report([energy(rows), output([{}])], options);
const year = (from: Report, of_ = 2023): ReturnType<typeof yearOf> => yearOf(from, "F1", of_);
const only = (from: Report): ReportCarrier => {
	expect(year(from).carriers).toHaveLength(1);
	return year(from).carriers[0] as ReportCarrier;
};
const parts = { ncv: "27", carbon_content: "0.03", oxidation_rate: "0.9" };

describe("the factor of a fuel", () => {
	it("is that of the chosen set, recorded with its source", async () => {
		// NDRC coke: 28.446 × 0.0294 × 0.93 × 44/12 = 0.777770532 × 11/3
		expect(only(await of([{}]))).toMatchObject({
			co2: "2.851825284",
			factor: {
				kind: "parts",
				ncv: "28.446",
				carbonContent: "0.0294",
				oxidationRate: "0.93",
				measured: [],
				source: "ndrc-guidelines",
			},
		});
	});

	it("is the user's file before the set", async () => {
		const found = await report([energy([{}]), output([{}]), factors([parts])]);
		// 27 × 0.03 × 0.9 × 11/3 = 0.729 × 11/3
		expect(only(found)).toMatchObject({ co2: "2.673", factor: { ncv: "27", measured: [], source: "laboratory" } });
	});

	it("is what the row itself measured before the user's file, each part separately", async () => {
		const found = await report([energy([{ ncv: "30" }]), output([{}]), factors([parts])]);
		// 30 × 0.03 × 0.9 × 11/3 = 0.81 × 11/3
		expect(only(found)).toMatchObject({
			co2: "2.97",
			factor: { ncv: "30", carbonContent: "0.03", measured: ["ncv"], source: "row; laboratory" },
		});
	});

	it.each([
		// 30 × 0.0294 × 0.93 × 11/3 = 0.82026 × 11/3
		["ncv", "30", "3.00762"],
		// 28.446 × 0.03 × 0.93 × 11/3 = 0.7936434 × 11/3
		["carbon_content", "0.03", "2.9100258"],
		// 28.446 × 0.0294 × 1 × 11/3 = 0.8363124 × 11/3
		["oxidation_rate", "1", "3.0664788"],
	])("takes a measured %s alone, and the rest from the set", async (column, value, co2) => {
		expect(only(await of([{ [column]: value }]))).toMatchObject({
			co2,
			factor: { measured: [column], source: "row; ndrc-guidelines" },
		});
	});

	it("is the row's alone where all parts are measured", async () => {
		expect(only(await of([parts]))).toMatchObject({
			co2: "2.673",
			factor: { measured: ["ncv", "carbon_content", "oxidation_rate"], source: "row" },
		});
	});

	it("is the default where a parameter is blank", async () => {
		expect(only(await of([{ ncv: " ", carbon_content: "" }]))).toMatchObject({ co2: "2.851825284", factor: { measured: [] } });
	});

	it("may be direct: t CO2 per unit of the row, in t", async () => {
		expect(only(await of([{ quantity: "2", emission_factor: "3" }]))).toMatchObject({
			co2: "6",
			factor: { kind: "direct", emissionFactor: "3", unit: "tCO2/t", measured: ["emission_factor"], source: "row" },
		});
	});

	it("may be direct: t CO2 per unit of the row, in kg", async () => {
		// 1000 kg × 0.003 t CO2 per kg
		expect(only(await of([{ quantity: "1000", unit: "kg", emission_factor: "0.003" }]))).toMatchObject({
			co2: "3",
			quantity: "1",
			unit: "t",
		});
	});

	it("keep the unit they are for whole, blanks and all", async () => {
		const row = { carrier: "natural-gas", quantity: "2", unit: "10^4 Nm3" };
		const kilograms = await of([{ ...row, emission_factor: "21600", emission_factor_unit: "kgCO2/10^4 Nm3" }]);
		// 2 × 21.6
		expect(only(kilograms)).toMatchObject({ co2: "43.2", factor: { emissionFactor: "21600", unit: "kgCO2/10^4 Nm3" } });
		const tonnes = await of([{ ...row, emission_factor: "21.6" }]);
		expect(only(tonnes)).toMatchObject({ co2: "43.2", factor: { emissionFactor: "21.6", unit: "tCO2/10^4 Nm3" } });
	});

	it("may be direct in a unit that its own column names", async () => {
		// 2 t × 3000 kg CO2 per t
		expect(only(await of([{ quantity: "2", emission_factor: "3000", emission_factor_unit: "kgCO2/t" }])).co2).toBe("6");
	});

	it("in a row beside a measured heat value is an error: they contradict each other", async () => {
		const found = await of([{ ncv: "28", emission_factor: "3" }]);
		expect(codes(found, "error")).toEqual(["factor-and-parts@energy.csv:2:emission_factor"]);
		expect(year(found).emissions.total).toBeNull();
	});

	it.each([
		// 29300.76 kJ/kg = 29.30076 GJ/t; × 0.0294 × 0.93 × 11/3 = 0.801141379… × 11/3: 29.30076 × 0.100254
		["kJ/kg", "29300.76", "2.93751839304"],
		// 7000 kcal/kg = 29.3076 GJ/t; × 0.0294 × 0.93 × 11/3 = 29.3076 × 0.100254
		["kcal/kg", "7000", "2.9382041304"],
		["MJ/kg", "29.3076", "2.9382041304"],
	])("reads a heat value in %s where ncv_unit says so", async (unit, ncv, co2) => {
		expect(only(await of([{ ncv, ncv_unit: unit }])).co2).toBe(co2);
	});

	it.each(["kgC/GJ", "tC/TJ"])("reads a carbon content in %s where carbon_content_unit says so", async (unit) => {
		// 30 kg C per GJ = 0.03 t C per GJ: 28.446 × 0.03 × 0.93 × 11/3
		expect(only(await of([{ carbon_content: "30", carbon_content_unit: unit }])).co2).toBe("2.9100258");
	});

	it("reads the unit of a parameter in the header's brackets", async () => {
		const text = "firm,period,carrier,quantity,unit,低位发热量(kJ/kg)\nF1,2023,coke,1,t,30000\n";
		const found = await report([{ name: "energy.csv", text }, output([{}])]);
		// 30 × 0.0294 × 0.93 × 11/3
		expect(only(found).co2).toBe("3.00762");
	});

	it("for a heat amount is carbon and oxidation only, with a note", async () => {
		const found = await of([{ quantity: "100", unit: "GJ" }]);
		// 100 × 0.0294 × 0.93 × 11/3 = 2.7342 × 11/3
		expect(only(found)).toMatchObject({ co2: "10.0254", factor: { ncv: null } });
		expect(codes(found, "note")).toContain("energy-unit@energy.csv:2:unit");
		// 10 tce = 293.076 GJ; × 0.0294 × 0.93 × 11/3
		expect(only(await of([{ quantity: "10", unit: "tce" }])).co2).toBe("29.382041304");
	});

	it("verified in part is used, with a note", async () => {
		const found = await of([{}], { factors: "mee-2024" });
		// 28.435 × 0.02942 × 0.98 × 11/3 = 0.819826546 × 11/3
		expect(only(found)).toMatchObject({ co2: "3.006030668667", factor: { source: "mee-2024" } });
		expect(codes(found, "note")).toContain("factor-partly-verified@energy.csv:2:quantity");
	});

	it("under mee-steel-2024 has oxidation 1, whatever the row says", async () => {
		const found = await of([{ oxidation_rate: "0.95" }], { factors: "mee-steel-2024" });
		// 28.435 × 0.02942 × 1 × 11/3 = 0.8365577 × 11/3 = 3.0673782333…
		expect(only(found)).toMatchObject({ co2: "3.067378233333", factor: { oxidationRate: "1" } });
		expect(codes(found, "note")).toContain("oxidation-forced@energy.csv:2:quantity");
		expect(found.basis.factors).toBe("mee-steel-2024");
	});

	it("is needed for no amount: zero of a fuel without a factor is zero", async () => {
		const found = await of([{ carrier: "raw-coal", quantity: "0" }, {}]);
		expect(codes(found, "error")).toEqual([]);
		expect(year(found).emissions.fuel).toBe("2.851825284");
	});
});

describe("a fuel that the set lacks", () => {
	it("is an error with the remedy, and no other set steps in", async () => {
		// The NDRC table has no coal gangue; that of the MEE for steel has.
		const found = await of([{ carrier: "coal-gangue" }, { carrier: "electricity", unit: "MWh" }]);
		expect(codes(found, "error")).toEqual(["no-factor@energy.csv:2:quantity"]);
		const { message, remedy } = findingOf(found, "no-factor");
		expect(message).toContain("ndrc-guidelines");
		expect(message).toContain("mee-steel-2024");
		expect(remedy).toContain("--factors");
		expect(year(found).emissions).toMatchObject({ fuel: null, electricity: "0.5568", total: null });
		expect(found.inputs[0]?.rows).toMatchObject({ used: 2, refused: 0 });
	});

	it("withholds the firm-year", async () => {
		const good = steadyFirm({ co2: { 2020: "1000", 2023: "800" } });
		const row = { ...(good.energy[1] as Row), carrier: "coal-gangue", emission_factor: "" };
		const found = await report(tablesOf({ energy: [...good.energy, row], output: good.output }));
		expect(reasonsOf(found, "F1", 2023)).toEqual(["errors"]);
	});

	it("is computed under the set that has it", async () => {
		const found = await of([{ carrier: "coal-gangue" }], { factors: "mee-steel-2024" });
		// 8.374 × 0.02541 × 1 × 11/3 = 0.21278334 × 11/3
		expect(only(found).co2).toBe("0.78020558");
	});

	it("is computed from the user's file", async () => {
		const found = await report([
			energy([{ carrier: "coal-gangue" }]),
			output([{}]),
			factors([{ carrier: "煤矸石", emission_factor: "0.8" }]),
		]);
		expect(only(found)).toMatchObject({ co2: "0.8", factor: { kind: "direct", source: "laboratory" } });
	});
});

describe("raw coal", () => {
	const raw: Row = { carrier: "原煤" };

	it("has no factor anywhere", async () => {
		for (const set of ["ndrc-guidelines", "mee-steel-2024", "ipcc-2006"]) {
			expect(codes(await of([raw], { factors: set }), "error")).toEqual(["no-factor@energy.csv:2:quantity"]);
		}
	});

	it("is computed where all its parts are measured, and not where one is missing", async () => {
		const measured = { ...raw, ncv: "20", carbon_content: "0.026", oxidation_rate: "0.95" };
		// 20 × 0.026 × 0.95 × 11/3 = 0.494 × 11/3 = 1.81133…
		expect(only(await of([measured])).co2).toBe("1.811333333333");
		expect(codes(await of([{ ...measured, oxidation_rate: "" }]), "error")).toEqual(["no-factor@energy.csv:2:quantity"]);
	});

	it("is computed from an emission factor", async () => {
		expect(only(await of([{ ...raw, emission_factor: "1.9" }])).co2).toBe("1.9");
	});

	it("is mapped where asked, and the mapping is printed", async () => {
		const found = await of([raw], { map: ["原煤=bituminous-coal"] });
		// Bituminous coal: 23.204 × 0.02618 × 0.93 × 11/3 = 0.5649570696 × 11/3
		expect(only(found).co2).toBe("2.0715092552");
		expect(found.basis.mappings).toEqual(["原煤=bituminous-coal"]);
		expect(codes(found, "note")).toContain("carrier-mapped@energy.csv:2:carrier");
	});
});

describe("process materials", () => {
	it("count quantity × factor of the one default set", async () => {
		const found = await of([{ carrier: "石灰石", quantity: "100" }, { carrier: "electrodes", quantity: "2" }, {}]);
		// 100 × 0.440 + 2 × 3.663, beside a tonne of coke
		expect(year(found).emissions).toMatchObject({ process: "51.326", fuel: "2.851825284", total: "54.177825284" });
	});

	it("are left out of the total with boundary energy, and still shown", async () => {
		const found = await of([{ carrier: "limestone-flux", quantity: "100" }, {}], { boundary: "energy" });
		expect(year(found).emissions).toMatchObject({ process: "44", total: "2.851825284" });
	});

	it("that are deductions subtract", async () => {
		const found = await of([
			{ carrier: "limestone-flux", quantity: "100" },
			{ carrier: "粗钢固碳", quantity: "100" },
		]);
		// 100 × 0.440 − 100 × 0.037
		expect(year(found).emissions).toMatchObject({ process: "40.3", total: "40.3" });
	});

	it("that are recovered CO2 subtract", async () => {
		const found = await of([{ carrier: "回收二氧化碳", quantity: "2", unit: "10^4 Nm3" }]);
		// 2 × 19.7
		expect(year(found).emissions.process).toBe("-39.4");
	});

	it("given as carbon count 44/12, in as consumed and out as product", async () => {
		const rows = [{ quantity: "10" }, { quantity: "4", use: "product" }].map((row) => ({
			...row,
			carrier: "carbon-content-methanol",
		}));
		const found = await of(rows);
		// (10 − 4) × 0.375 × 44/12
		expect(year(found).emissions).toMatchObject({ process: "8.25", fuel: "0", total: "8.25" });
		expect(
			year(found)
				.carriers.map(({ use, co2 }) => `${use} ${co2}`)
				.sort(),
		).toEqual(["consumed 13.75", "product -5.5"]);
	});

	it("yield their alias to a fuel of the same name", async () => {
		// Methanol is a fuel; the NDRC table has no row for it.
		const found = await of([{ carrier: "甲醇" }]);
		expect(findingOf(found, "no-factor").message).toContain("methanol has no factor");
	});

	it.each([
		["四氟化碳", "not-co2"],
		["草酸", "needs-more"],
	])("such as %s are refused by name (%s)", async (carrier, code) => {
		const found = await of([{ carrier }, {}]);
		expect(codes(found, "error")).toEqual([`${code}@energy.csv:2:carrier`]);
		expect(found.inputs[0]?.rows).toMatchObject({ used: 1, refused: 1 });
		expect(year(found).emissions).toMatchObject({ fuel: "2.851825284", process: null, total: null });
	});
});

describe("feedstock", () => {
	it("is the carbon that goes in, in the process part, shown apart, and counts as energy", async () => {
		const found = await of([{ use: "feedstock", quantity: "10" }, {}, { use: "product", carrier: "urea", quantity: "5" }]);
		// 10 × 28.446 × 0.02940 × 44/12, without an oxidation rate; 5 × 0.2 × 44/12 leave.
		expect(year(found)).toMatchObject({
			emissions: { fuel: "2.851825284", process: "26.998121333333", total: "29.849946617333" },
			apart: { feedstock: "30.664788" },
		});
		// 11 t × 0.9714 tce
		expect(year(found).energy).toMatchObject({ value: "10.6854", derived: false });
	});
});

describe("coal equivalent", () => {
	it("takes the standard's coefficients", async () => {
		const rows = [{}, { carrier: "electricity", quantity: "10", unit: "MWh" }, { carrier: "heat", quantity: "100", unit: "GJ" }];
		// 0.9714 + 10000 kWh × 0.0001229 + 100 × 0.03412
		expect(year(await of(rows)).energy).toMatchObject({ value: "5.6124", derived: false });
	});

	it("of a fuel without a coefficient is NCV / 29.3076, marked as derived", async () => {
		// Anthracite: 24.515 / 29.3076 = 0.83647245083…
		expect(year(await of([{ carrier: "anthracite" }])).energy).toMatchObject({ value: "0.836472450832", derived: true });
	});
});

describe("heat", () => {
	it.each(["heat", "热力", "steam", "热水"])("as %s in GJ has one factor", async (carrier) => {
		// 100 × 0.11
		expect(year(await of([{ carrier, quantity: "100", unit: "GJ" }])).emissions).toMatchObject({ heat: "11", total: "11" });
	});

	it("as steam by mass needs its enthalpy", async () => {
		const steam = { carrier: "steam", quantity: "100", unit: "t" };
		// 100 t × (2800 − 83.74) kJ/kg / 1000 × 0.11 = 271.626 × 0.11
		expect(year(await of([{ ...steam, enthalpy: "2800" }])).emissions.heat).toBe("29.87886");
		expect(codes(await of([steam]), "error")).toEqual(["heat-content-missing@energy.csv:2:quantity"]);
		// A temperature does not tell the heat of steam.
		expect(codes(await of([{ ...steam, temperature: "180" }]), "error")).toEqual(["heat-content-missing@energy.csv:2:quantity"]);
	});

	it("as steam of two enthalpies is two lots, not two rows that contradict each other", async () => {
		const steam = { carrier: "steam", unit: "t" };
		// 10 × (2800 − 83.74) + 20 × (3000 − 83.74) = 85487.8 MJ; 85.4878 GJ × 0.11 = 9.403658.
		const rows = [
			{ ...steam, quantity: "10", enthalpy: "2800" },
			{ ...steam, quantity: "20", enthalpy: "3000" },
		];
		expect(year(await of(rows)).emissions.heat).toBe("9.403658");
	});

	it("as hot water by mass takes its temperature or its enthalpy", async () => {
		const water = { carrier: "hot-water", quantity: "100", unit: "t" };
		// 100 × (90 − 20) × 4.1868 / 1000 × 0.11 = 29.3076 × 0.11
		expect(year(await of([{ ...water, temperature: "90" }])).emissions.heat).toBe("3.223836");
		// 100 × (376.74 − 83.74) / 1000 × 0.11 = 29.3 × 0.11
		expect(year(await of([{ ...water, enthalpy: "376.74" }])).emissions.heat).toBe("3.223");
		expect(codes(await of([water]), "error")).toEqual(["heat-content-missing@energy.csv:2:quantity"]);
	});

	it("that is sold subtracts", async () => {
		const heat = { carrier: "heat", unit: "GJ" };
		// (100 − 40) × 0.11
		expect(
			year(
				await of([
					{ ...heat, quantity: "100" },
					{ ...heat, quantity: "40", use: "外销" },
				]),
			).emissions.heat,
		).toBe("6.6");
	});
});

describe("electricity", () => {
	const power = (period: string, row: Row = {}): Row => ({
		carrier: "electricity",
		period,
		quantity: "1000",
		unit: "MWh",
		...row,
	});
	const emitted = async (period: string, options: ReportOptions = {}, row: Row = {}): Promise<string | null> =>
		year(await of([power(period, row)], options), Number(period)).emissions.electricity;

	it("takes national@2021 in every year by default, and says so", async () => {
		// 1000 MWh × 0.5568 t/MWh
		for (const period of ["2020", "2021", "2023"]) expect(await emitted(period)).toBe("556.8");
		expect((await of([power("2023")])).basis.plans[0]?.electricity).toBe("national@2021");
	});

	it.each([
		["2021", "556.8"],
		["2022", "536.6"],
		["2023", "530.6"],
	])("takes the published average of %s under national", async (period, co2) => {
		expect(await emitted(period, { electricity: "national" })).toBe(co2);
	});

	it.each([
		["2020", "2021", "556.8"],
		["2024", "2023", "530.6"],
	])("takes for %s the nearest published year, %s, with a finding", async (period, used, co2) => {
		const found = await of([power(period)], { electricity: "national" });
		expect(year(found, Number(period)).emissions.electricity).toBe(co2);
		expect(codes(found, "warning")).toContain("electricity-nearest-year@energy.csv:2:quantity");
		expect(findingOf(found, "electricity-nearest-year").message).toContain(used);
	});

	it("takes the province's factor under provincial, of the data year or a fixed one", async () => {
		// Hebei: 0.7901 in 2021, 0.6516 in 2023
		expect(await emitted("2023", { electricity: "provincial" }, { province: "河北省" })).toBe("651.6");
		expect(await emitted("2023", { electricity: "provincial@2021" }, { province: "Hebei" })).toBe("790.1");
	});

	it("takes a number as it is given", async () => {
		expect(await emitted("2023", { electricity: "0.6" })).toBe("600");
	});

	it.each(["Tibet", ""])("has no provincial factor for a firm in '%s', which is an error", async (province) => {
		const found = await of([power("2023", { province }), {}], { electricity: "provincial@2021" });
		expect(codes(found, "error")).toEqual(["no-electricity-factor@energy.csv:2:quantity"]);
		expect(year(found).emissions).toMatchObject({ electricity: null, fuel: "2.851825284", total: null });
	});

	it("that is sold subtracts", async () => {
		// (1000 − 300) × 0.5568
		expect(year(await of([power("2023"), power("2023", { use: "sold", quantity: "300" })])).emissions.electricity).toBe("389.76");
	});

	it("generated from renewables and used on site is zero, and counts as energy", async () => {
		const found = await of([power("2023", { carrier: "自建光伏发电" })]);
		expect(year(found).emissions).toMatchObject({ electricity: "0", total: "0" });
		// 10^6 kWh × 0.0001229
		expect(year(found).energy.value).toBe("122.9");
	});

	const green = [power("2023"), power("2023", { carrier: "绿电", quantity: "200" })];

	it("bought green counts at the grid's factor, and is shown apart", async () => {
		const found = await of(green);
		// 1200 × 0.5568, of which 200 × 0.5568
		expect(year(found)).toMatchObject({ emissions: { electricity: "668.16" }, apart: { greenAtGrid: "111.36" } });
	});

	it("bought green is zero with marketBased, and the rest takes the average without market-traded clean power", async () => {
		const found = await of(green, { marketBased: true });
		// 1000 × 0.5942 (2021) + 200 × 0; the other way is still shown: 200 × 0.5568
		expect(year(found)).toMatchObject({ emissions: { electricity: "594.2" }, apart: { greenAtGrid: "111.36" } });
		expect(found.basis.marketBased).toBe(true);
	});

	it("with marketBased needs a national factor", async () => {
		await expect(of(green, { marketBased: true, electricity: "provincial" })).rejects.toMatchObject({
			code: "market-based-needs-national",
		});
		await expect(of(green, { marketBased: true, electricity: "0.5" })).rejects.toMatchObject({
			code: "market-based-needs-national",
		});
	});

	it("of a year whose factor was never published is refused before the run, with the years there are", async () => {
		await expect(of([power("2023")], { electricity: "national@2019" })).rejects.toMatchObject({ code: "unknown-choice" });
		await expect(of([power("2023")], { electricity: "national@2019" })).rejects.toThrow("national@2021");
	});

	it("takes a factor of the row's own before all others", async () => {
		// 1000 MWh × 0.1 t per MWh
		expect(await emitted("2023", {}, { emission_factor: "0.1" })).toBe("100");
	});
});

describe("a user's factors", () => {
	const mwh = { carrier: "electricity", unit: "MWh" };
	const file = factors([
		{ ...mwh, emission_factor: "0.5", year: "", province: "" },
		{ ...mwh, emission_factor: "0.4", year: "2022", province: "" },
		{ ...mwh, emission_factor: "0.3", year: "", province: "Hebei" },
		{ ...mwh, emission_factor: "0.2", year: "2022", province: "河北" },
	]);

	it.each([
		["2023", "Shanxi", "500"],
		["2022", "Shanxi", "400"],
		["2023", "Hebei", "300"],
		["2022", "Hebei", "200"],
	])("apply by year and province, the most particular first: %s in %s", async (period, province, co2) => {
		const rows = [{ ...mwh, quantity: "1000", period, province }];
		expect(year(await report([energy(rows), output([{ period }]), file]), Number(period)).emissions.electricity).toBe(co2);
	});

	it("count per unit they name, whatever the row's unit", async () => {
		const found = await report([energy([{ quantity: "3" }]), output([{}]), factors([{ unit: "kg", emission_factor: "0.002" }])]);
		// 3000 kg × 0.002
		expect(only(found)).toMatchObject({ co2: "6", factor: { emissionFactor: "0.002", unit: "tCO2/kg" } });
	});

	it("apply to a fuel given as heat: its carbon content and oxidation rate", async () => {
		const row = { ncv: "28", carbon_content: "0.03", oxidation_rate: "1" };
		const found = await report([energy([{ quantity: "100", unit: "GJ" }]), output([{}]), factors([row])]);
		// 100 GJ × 0.03 × 44/12
		expect(only(found)).toMatchObject({ co2: "11", factor: { source: "laboratory" } });
	});

	it("of a year give the coal equivalent of that year", async () => {
		const row = { carrier: "anthracite", carbon_content: "0.03", oxidation_rate: "1" };
		const found = await report([
			energy([{ carrier: "anthracite" }]),
			output([{}]),
			factors([
				{ ...row, year: "2022", ncv: "20" },
				{ ...row, year: "2023", ncv: "25" },
			]),
		]);
		// 25 × 0.03 × 44/12, and 25 / 29.3076 = 0.85302105…
		expect(year(found).emissions.fuel).toBe("2.75");
		expect(year(found).energy).toMatchObject({ value: "0.853021059384", derived: true });
	});

	it("apply to process materials and heat too", async () => {
		const found = await report([
			energy([
				{ carrier: "limestone-flux", quantity: "100" },
				{ carrier: "heat", quantity: "10", unit: "GJ" },
			]),
			output([{}]),
			factors([
				{ carrier: "石灰石", emission_factor: "0.43" },
				{ carrier: "heat", unit: "GJ", emission_factor: "0.1" },
			]),
		]);
		expect(year(found).emissions).toMatchObject({ process: "43", heat: "1" });
	});
});
