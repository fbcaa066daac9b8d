/** Kilns of cement works: clinker held against the coal that burnt it (M-303), and kiln coal without any clinker (B-03). */
import { describe, expect, it } from "vitest";
import { clinkerAgainstFuel } from "../../../src/screening/rules/clinker-against-fuel.ts";
import { processMissing } from "../../../src/screening/rules/process-missing.ts";
import { ask, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, firms, output, type Row } from "../../support/tables.ts";

/** 10000 t of bituminous coal are 10000 × 23.204 ÷ 29.3076 tce. */
const coal: Row = { carrier: "bituminous-coal", quantity: "10000" };
const clinker = (quantity: string, period = "2023"): Row => ({ carrier: "clinker", quantity, period });
const power = (quantity: string): Row => ({ carrier: "electricity", quantity, unit: "10^4 kWh" });

describe("clinker and the coal that burnt it", () => {
	const told = async (...rows: readonly Row[]) => inWords(await ask(clinkerAgainstFuel, [energy(rows)]));

	it("agree where a tonne took what kilns take", async () => {
		// 110 and 95 kgce a tonne.
		expect(await told(coal, clinker("72000"))).toBe("pass");
		expect(await told(coal, clinker("83300"))).toBe("pass");
	});

	it("do not where it took a tenth less than level 1 of the standard, and less clinker is supposed", async () => {
		const found = suspicionOf(await ask(clinkerAgainstFuel, [energy([coal, clinker("98000")])]));
		expect(found.finding).toMatchObject({ at: { row: 3, value: "98000" }, period: "2023", with: { own: false } });
		// (10000 × 23.204 ÷ 29.3076 ÷ 0.094 − 98000) × 0.535, to the tonne.
		expect(impact(found.impact)).not.toBeNull();
		const [over = "0", under = "1"] = String(impact(found.impact)).split("/");
		expect(Number(BigInt(over) / BigInt(under))).toBe(-7368);
	});

	it("are held against the firm's own other years, where these are as kilns are", async () => {
		const before = ["2020", "2021", "2022"].flatMap((period) => [{ ...coal, period }, clinker("72000", period)]);
		// 93 kgce a tonne beside 110: cement of a clinker share of 0.85.
		expect(await told(...before, coal, clinker("84700"))).toEqual(["clinker-against-fuel@energy.csv:9:quantity 84700"]);
		expect(await told(coal, clinker("84700"))).toBe("pass");
	});

	it("are held against them above the norm, too, where more is missing than a kiln gains in a year", async () => {
		const before = ["2020", "2021", "2022"].flatMap((period) => [{ ...coal, period }, clinker("60000", period)]);
		// 132 kgce a tonne, and then 110 and 124.
		expect(await told(...before, coal, clinker("72000"))).toEqual(["clinker-against-fuel@energy.csv:9:quantity 72000"]);
		expect(await told(...before, coal, clinker("64000"))).toBe("pass");
	});

	it("are not asked of a firm that has none", async () => {
		expect(await told(coal)).toBe("not checked: no-such-carrier");
	});
});

describe("kiln coal without clinker", () => {
	const made = output([{}]);
	const told = async (name: string, sector: string, ...rows: readonly Row[]) =>
		inWords(await ask(processMissing, [energy(rows), made, firms([{ firm_name: name, sector }])]));

	it("is told of a cement works, by its sector or by its name, in each year", async () => {
		expect(await told("Works A", "3011", coal, power("600"))).toEqual(["process-emissions-missing@:0:"]);
		expect(await told("青岭水泥有限公司", "", coal, power("600"))).toEqual(["process-emissions-missing@:0:"]);
		const years = ["2022", "2023"].flatMap((period) => [
			{ ...coal, period },
			{ ...power("600"), period },
		]);
		expect(await told("Works A", "3011", ...years)).toEqual(["process-emissions-missing@:0:", "process-emissions-missing@:0:"]);
	});

	it("is not of one that only grinds and dries, makes concrete, or states its process", async () => {
		expect(await told("Works A", "3011", { ...coal, quantity: "300" }, power("600"))).toBe("not checked: not-in-tables");
		expect(await told("青岭水泥粉磨有限公司", "3011", coal, power("600"))).toBe("not checked: not-in-tables");
		expect(await told("Works A", "3021", coal, power("600"))).toBe("pass");
		expect(await told("Works A", "3011", coal, power("600"), clinker("72000"))).toBe("pass");
	});
});
