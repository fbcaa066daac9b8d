/**
 * What a form prints in coal equivalent is compared with its own amounts and coefficients. Expected sums are worked out beside each
 * case from the digits of the form: 24,820 + 108,900 + 20,399.4 + 5,991.65 + 313.2765 + 1,773.2 + 30,847.9 = 193,045.4265 tce.
 */
import { describe, expect, it } from "vitest";
import { report } from "../support/reading.ts";

type Row = readonly [name: string, unit: string, amount: string, used: string, listed: string];

const rows: readonly Row[] = [
	["原煤", "吨", "36500", "0.6800", "0.7143"],
	["  其中：无烟煤", "吨", "6100", "0.8200", "0.8571"],
	["　　　　一般烟煤", "吨", "30400", "0.6520", "0.7143"],
	["洗精煤", "吨", "121000", "0.9000", "0.9000"],
	["焦炭", "吨", "21000", "0.9714", "0.9714"],
	["天然气", "万立方米", "450.5", "13.3000", "13.3000"],
	["柴油", "吨", "215", "1.4571", "1.4571"],
	["热力", "百万千焦", "52000", "0.0341", "0.0341"],
	["电力", "万千瓦时", "25100", "1.2290", "1.2290"],
];

const form = (total: string, word = "能源合计", own: readonly Row[] = rows): string =>
	[
		"单位详细名称：甲厂,,,2023年1—12月,,",
		"能源名称,计量单位,代码,消费量,采用折标系数,参考折标系数",
		...own.map(([name, unit, ...cells], index) => [name, unit, index + 1, ...cells].join(",")),
		`${word},吨标准煤,40,${total},—,—`,
	].join("\n");

async function told(text: string): Promise<Map<string, Record<string, unknown>>> {
	const { findings } = await report([{ name: "energy.csv", text }]);
	return new Map(findings.list.map((one) => [one.code, one as unknown as Record<string, unknown>]));
}

describe("the total of all energy", () => {
	it.each([
		["all its digits", "193045.42650"],
		["no decimals", "193045"],
		// 0.00005 x (36,500 + 121,000 + 21,000 + 52,000 + 25,100 + …) and half a step of each amount: about 14 tce.
		["coefficients that were rounded", "193055"],
	])("agrees with %s", async (_, total) => {
		const codes = await told(form(total));
		expect([...codes.keys()]).not.toContain("coal-equivalent-total-differs");
		expect(codes.get("total-row")?.["message"]).toMatch(/agree/);
	});

	it("differs by what it differs", async () => {
		const found = (await told(form("193845"))).get("coal-equivalent-total-differs");
		expect(found?.["message"]).toContain("193045.4265");
		expect(found?.["message"]).toContain("799.5735");
		expect(found).toMatchObject({ gravity: "warning", row: 12, column: "消费量", value: "193845", firm: "甲厂" });
	});

	it("is compared by the listed coefficient where none was used", async () => {
		// 36,500 x 0.7143 = 26,071.95 in place of 24,820.
		const blank = rows.map(([name, unit, amount, , listed]): Row => [name, unit, amount, "", listed]);
		expect([...(await told(form("194297.3765", "合计", blank))).keys()]).not.toContain("coal-equivalent-total-differs");
		expect([...(await told(form("193045.4265", "合计", blank))).keys()]).toContain("coal-equivalent-total-differs");
	});

	it("may be less than the sum where it is what the works used in all, and it makes some itself", async () => {
		expect([...(await told(form("150000", "综合能源消费量"))).keys()]).not.toContain("coal-equivalent-total-differs");
		expect([...(await told(form("200000", "综合能源消费量"))).keys()]).toContain("coal-equivalent-total-differs");
	});

	it("takes the small unit that tables of coefficients are in", async () => {
		// 200 x 10^4 kWh x 0.1229 kgce/kWh = 245.8 tce.
		const power: Row = ["电力", "万千瓦时", "200", "0.1229", ""];
		expect([...(await told(form("245.8", "能源合计", [power]))).keys()]).not.toContain("coal-equivalent-total-differs");
	});

	it("is not compared where a row has no coefficient", async () => {
		const codes = await told(form("5", "能源合计", [["柴油", "吨", "215", "", ""]]));
		expect([...codes.keys()]).not.toContain("coal-equivalent-total-differs");
		expect(codes.get("total-row")?.["message"]).toMatch(/not compared/);
	});
});

describe("a row's own coal equivalent", () => {
	const table = (equivalent: string): string =>
		`企业,年份,能源品种,计量单位,消费量,折标系数,折标量(吨标准煤)\n甲厂,2023,烟煤,吨,1000,0.7143,${equivalent}\n甲厂,2023,合计,,,,${equivalent}\n`;

	it.each(["714.3", "714.34", "714"])("agrees at %s", async (equivalent) => {
		expect([...(await told(table(equivalent))).keys()]).not.toContain("coal-equivalent-differs");
	});

	it("differs at another", async () => {
		expect((await told(table("741.3"))).get("coal-equivalent-differs")).toMatchObject({ row: 2, column: "折标量(吨标准煤)" });
	});
});

describe("the stocks of form 205-1", () => {
	const stocks = (closing: string): string =>
		`单位详细名称：甲厂,,,2023年1—12月,,,\n能源名称,计量单位,代码,期初库存量,购进量,消费量,期末库存量\n柴油,吨,21,10,220,215,${closing}\n`;

	it("balance", async () => {
		const { firms } = await report([{ name: "energy.csv", text: stocks("15") }]);
		// 43.33 x 0.0202 x 0.98 x 44/12 = 3.145151... t/t.
		expect(firms[0]?.years[0]?.emissions.total).not.toBeNull();
	});

	it("withhold the year where they do not", async () => {
		const { firms, findings } = await report([{ name: "energy.csv", text: stocks("51") }]);
		expect(firms[0]?.years[0]?.emissions.total).toBeNull();
		expect(findings.list.find(({ code }) => code === "form-balance-differs")).toMatchObject({ gravity: "error", row: 3 });
	});
});
