/** What real firms printed of their emissions, beside their own tables: worked out here by hand, as fixtures/listed-firms/README.md tells. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ComparedClaim, Comparison } from "../../src/contract/comparison.ts";
import { type Asking, verified } from "./verifying.ts";

const read = (name: string): string => readFileSync(new URL(`../../fixtures/listed-firms/${name}`, import.meta.url), "utf8");
const tables = [
	...["energy.csv", "output.csv"].map((name) => ({ name, text: read(name) })),
	{ name: "claims.csv", text: read("claims.csv"), reference: true },
];
const run = (asking: Asking): Promise<Comparison> => verified(tables, asking);

let told: Comparison;
let plain: Comparison;
beforeAll(async () => {
	[told, plain] = [await run({ electricity: "0.6101" }), await run({})];
});

const claim = ({ claims }: Comparison, firm: string, period: string, metric: string): ComparedClaim => {
	const found = claims.find((one) => one.firm.startsWith(firm) && one.period === period && one.metric === metric);
	if (found === undefined) throw new Error(`no ${metric} of ${firm} in ${period}`);
	return found;
};

describe("the claims of listed firms", () => {
	it.each([
		// 13316 MWh × 0.6101 = 8124.0916; 16179 × 0.6101 = 9870.8079; 5867.07 × 0.6101 = 3579.499407.
		["PELLET", "2023", "8124.0916"],
		["PELLET", "2024", "9870.8079"],
		["FABRIC", "2023", "3579.499407"],
	])("%s printed its scope 2 of %s by an old reporting factor: equal at 0.6101, and named so without", (firm, year, tonnes) => {
		const one = claim(told, firm, year, "scope2");
		expect([one.outcome, one.recomputed]).toEqual(["equal", tonnes]);
		const other = claim(plain, firm, year, "scope2");
		expect([other.outcome, other.causes[0]?.cause]).toEqual(["outside", "grid-factor"]);
		expect(other.causes[0]?.detail).toContain("0.6101 CN 2015 enterprise-ets-reporting");
		expect(other.causes[0]?.value).toBe(tonnes);
	});

	it("8711.8 for 8911.80 is a wrong digit, and stays what was claimed", () => {
		const one = claim(told, "FABRIC", "2022", "scope2");
		expect([one.outcome, one.claimed, one.recomputed]).toEqual(["outside", "8711.8", "8911.803912"]);
		expect(one.causes.map(({ cause, detail }) => [cause, detail])).toEqual([["digit-slip", "8911.8"]]);
	});

	it("scope 2 of ZHENGYE-PACK, of power and of something else, has no cause", () => {
		const one = claim(told, "ZHENGYE-PACK", "2023", "scope2");
		expect([one.outcome, one.direction, one.causes]).toEqual(["outside", "above", []]);
	});

	it("of two totals printed in two reports neither is taken", () => {
		for (const year of ["2022", "2023"]) expect(claim(told, "ZHENGYE-PACK", year, "total_co2").outcome).toBe("refused");
		expect(told.findings.list.filter(({ code }) => code === "claims-differ").map(({ row }) => row)).toEqual([27, 28]);
	});

	it("totals with scope 3 in them are told as not computable where fuels were refused, and scope 3 as not computed", () => {
		expect(claim(told, "PELLET", "2023", "total_co2").why).toBe("errors");
		expect(claim(told, "PELLET", "2023", "scope3").why).toBe("not-computed");
	});

	it("each of the 70 rows is used, or refused with a reason", () => {
		const rows = told.inputs.find(({ file }) => file === "claims.csv")?.rows;
		expect(rows).toMatchObject({ read: 70, skipped: 0 });
		const refused = told.findings.list.filter(({ file, gravity }) => file === "claims.csv" && gravity === "error");
		expect(new Set(refused.map(({ row }) => row)).size).toBe(rows?.refused);
		expect(told.counts).toMatchObject({ equal: 3, within: 0 });
	});
});
