/** What is lost is weighed: a refused row by what it would have added, missing months by the middle one. By hand, in t CO2. */
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { program } from "../support/memory-host.ts";

/** Coke of the set: 2.851825284 t/t; power: 0.5568 kg/kWh, so that 10^4 kWh are 5.568 t. */
const [coke, power] = [2_851_825_284n, 5_568_000_000n];

/** So many hundredths of a unit at so many billionths of a tonne. */
const tonnes = (hundredths: bigint, factor: bigint): string => {
	const digits = (hundredths * factor).toString().padStart(12, "0");
	return `${digits.slice(0, -11)}.${digits.slice(-11)}`.replace(/\.?0+$/, "");
};

async function weights(code: string, rows: readonly string[]): Promise<(string | null)[]> {
	const files = new Map([
		["energy.csv", `firm,period,carrier,quantity,unit\n${rows.join("\n")}\n`],
		["output.csv", "firm,period,indicator,quantity,unit,prices\nF,2023,value_added,1000,万元,constant-2020\n"],
	]);
	const { stdout } = await program(["check", "energy.csv", "output.csv", "--format", "json"], { files });
	return (JSON.parse(stdout) as Check).findings.list.filter((one) => one.code === code).map(({ weightTonnes }) => weightTonnes);
}

describe("a row that is refused weighs what it would have added", () => {
	it("a negative amount: its size", async () => {
		expect(await weights("negative-quantity", ["F,2023,coke,-12.5,t", "F,2022,coke,40,t"])).toEqual([tonnes(1250n, coke)]);
	});

	it("also where it is the carrier's only row, and in a unit that is not the one it is held in", async () => {
		expect(await weights("negative-quantity", ["F,2023,electricity,-3,10^4 kWh"])).toEqual([tonnes(300n, power)]);
	});

	it("an unknown unit: the most of those that the carrier's other rows are in", async () => {
		const rows = ["F,2023-01,electricity,7,箱", "F,2023-02,electricity,3,10^4 kWh", "F,2023-03,electricity,30,MWh"];
		expect(await weights("unknown-unit", rows)).toEqual([tonnes(700n, power)]);
	});

	it("a unit of the wrong kind is none, either", async () => {
		expect(await weights("wrong-unit-kind", ["F,2023-01,coke,20,kWh", "F,2023-02,coke,30,t"])).toEqual([tonnes(2000n, coke)]);
	});

	it("an amount that cannot be read: the middle one of as long periods", async () => {
		const rows = [
			"F,2023-01,coke,abc,t",
			"F,2023-02,coke,30,t",
			"F,2023-03,coke,34,t",
			"F,2023-04,coke,90,t",
			"F,2022,coke,400,t",
		];
		expect(await weights("bad-number", rows)).toEqual([tonnes(3400n, coke)]);
	});

	it("is null where nobody can say: no other row, no unit", async () => {
		expect(await weights("unknown-unit", ["F,2023-01,coke,7,箱"])).toEqual([null]);
		expect(await weights("unknown-carrier", ["F,2023-01,qwertz,7,t", "F,2023-02,coke,7,t"])).toEqual([null]);
	});
});

describe("missing months", () => {
	it("weigh the middle month of the carrier, each", async () => {
		const months = [30, 34, 90, 31, 35, 33, 36, 32, 37, 38];
		const rows = months.map((amount, at) => `F,2023-${String(at + 1).padStart(2, "0")},coke,${amount},t`);
		const all = Array.from(
			{ length: 12 },
			(_, at) => `F,2023-${String(at + 1).padStart(2, "0")},electricity,${50 + at},10^4 kWh`,
		);
		// Of ten the upper middle one is 35; two are missing.
		expect(await weights("months-missing", [...rows, ...all])).toEqual([tonnes(7000n, coke)]);
	});
});
