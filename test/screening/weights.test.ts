/** What contradictions and slips weigh in t CO2: by the exact amounts, whatever unit the file writes and whatever digits are shown. */
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { program } from "../support/memory-host.ts";

const output = "firm,period,indicator,quantity,unit,prices\nF,2023,value_added,1000,万元,constant-2020\n";

/** The weights of a code in some rows of energy, and what is said of the first. */
async function told(code: string, rows: readonly string[], lang = "en"): Promise<readonly [(string | null)[], string]> {
	const files = new Map([
		["energy.csv", `firm,period,carrier,quantity,unit\n${rows.join("\n")}\n`],
		["output.csv", output],
	]);
	const { stdout } = await program(["check", "energy.csv", "output.csv", "--format", "json", "--lang", lang], { files });
	const found = (JSON.parse(stdout) as Check).findings.list.filter((one) => one.code === code);
	return [found.map(({ weightTonnes }) => weightTonnes), found[0]?.message ?? ""];
}

/** The grid's factor of 2023 where no province is known: 0.5568 kg/kWh, as the goldens have it. */
describe("rows that contradict each other", () => {
	it("weigh what lies between them: 100 MWh at 0.5568 t/MWh", async () => {
		const [weights, message] = await told("conflicting-entries", ["F,2023,electricity,800,MWh", "F,2023,electricity,900,MWh"]);
		expect(weights).toEqual(["55.68", "55.68"]);
		expect(message).toContain("800 MWh, 900 MWh (energy.csv:2, energy.csv:3)");
	});

	it("weigh the same in another unit of the file, and are told in it", async () => {
		const rows = ["F,2023,电力,80,万千瓦时", "F,2023,电力,90,万千瓦时"];
		const [weights, message] = await told("conflicting-entries", rows, "zh");
		expect(weights).toEqual(["55.68", "55.68"]);
		expect(message).toContain("80万千瓦时、90万千瓦时");
	});

	it("weigh to the last digit: 0.000000001 of 10^4 kWh is 0.000000005568 t", async () => {
		const rows = ["F,2023,电力,123456.000000001,万千瓦时", "F,2023,电力,123456,万千瓦时"];
		expect((await told("conflicting-entries", rows))[0]).toEqual(["0.000000005568", "0.000000005568"]);
	});
});

describe("a whole against its parts", () => {
	it("weighs the difference, and both are told in the unit of the file", async () => {
		const months = Array.from(
			{ length: 12 },
			(_, month) => `F,2023-${String(month + 1).padStart(2, "0")},electricity,1500,10^4 kWh`,
		);
		const rows = ["F,2023,electricity,18100,10^4 kWh", ...months];
		// 18100 − 12 × 1500 = 100 × 10^4 kWh, 5.568 t each.
		const [weights, message] = await told("whole-against-parts", rows, "zh");
		expect(weights).toEqual(["556.8"]);
		expect(message).toContain("整期数为18100万千瓦时，分期数合计为18000万千瓦时");
	});
});

describe("a slip of the unit", () => {
	it("weighs what lies between the month and the usual, not what the rounded ratio makes of it", async () => {
		// Six months of 3 t and one of 1000 t: the ratio 333.333… is shown rounded; 997 t × 2.851825284 t/t of coke.
		const amounts = [3, 3, 3, 3, 3, 3, 1000];
		const rows = amounts.map((amount, month) => `F,2023-0${month + 1},coke,${amount},t`);
		const [weights] = await told("unit-slip", rows);
		expect(weights).toEqual(["2843.269808148"]);
	});
});

describe("amounts that may be to date", () => {
	it("weigh the difference between their sum and the last of them", async () => {
		const amounts = [40, 90, 160, 230, 300, 340, 370, 385, 390, 395, 400, 400];
		const rows = amounts.map((amount, month) => `F,2023-${String(month + 1).padStart(2, "0")},electricity,${amount},10^4 kWh`);
		// 3500 − 400 = 3100 × 10^4 kWh, 5.568 t each.
		expect((await told("may-be-to-date", rows))[0]).toEqual(["17260.8"]);
	});
});
