/** What may be own-made is doubted in the base and in the judged year alike: both as written, or both as doubted. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { program } from "../support/memory-host.ts";

const output = ["F,2020,value_added,1000,万元,constant-2020", "F,2023,value_added,1000,万元,constant-2020"];

/** What is said of 2023, and of each doubt, where the coke of both years may be made of the cleaned coal beside it. */
async function judged(base: readonly [coal: number, coke: number], now: readonly [coal: number, coke: number]) {
	const rows = [
		["2020", ...base],
		["2023", ...now],
	].flatMap(([year, coal, coke]) => [`F,${year},cleaned-coal,${coal},t`, `F,${year},coke,${coke},t`]);
	const files = new Map([
		["energy.csv", `firm,period,carrier,quantity,unit\n${rows.join("\n")}\n`],
		["output.csv", `firm,period,indicator,quantity,unit,prices\n${output.join("\n")}\n`],
	]);
	const { stdout } = await program(["report", "energy.csv", "output.csv", "--screen", "--format", "json"], { files });
	const { firms, findings } = JSON.parse(stdout) as Report;
	return {
		verdict: firms[0]?.years.find(({ year }) => year === 2023)?.verdict?.word,
		doubts: findings.list
			.filter(({ code }) => code === "may-be-own-made")
			.map(({ weightTonnes, couldTurnVerdict }) => [weightTonnes, couldTurnVerdict]),
	};
}

describe("coke that may be own-made", () => {
	it("turns nothing where its share is the same in both years", async () => {
		// As written 700 of 1,000, as doubted 700 of 1,000; doubted in one year only it would be 22% more than the base.
		expect(await judged([1000, 1000], [700, 700])).toEqual({
			verdict: "on-track",
			doubts: [
				["2851.825284", false],
				["1996.2776988", false],
			],
		});
	});

	it("leaves nothing to conclude where the fall is the coke's alone", async () => {
		// As written the emissions halve, as doubted the coal of both years is the same.
		expect(await judged([1000, 1000], [1000, 100])).toEqual({
			verdict: "withheld",
			doubts: [
				["2851.825284", true],
				["285.1825284", true],
			],
		});
	});
});
