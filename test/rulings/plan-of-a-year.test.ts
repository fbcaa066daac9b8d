/** The plan a year belongs to is that of its rows, in whichever way they say when. */
import { expect, it } from "vitest";
import { report } from "../support/reading.ts";

const written: Readonly<Record<string, string>> = {
	"by month": "firm,period,carrier,quantity,unit\nA,2026-02,coke,5,t\n",
	"by day": "firm,period,carrier,quantity,unit\nA,2026-02-03,coke,5,t\n",
	"to date": "firm,period,carrier,本年累计消费量,unit\nA,2026-02,coke,5,t\n",
};

it.each(Object.keys(written))("2026 %s is of the plan that begins in 2025", async (how) => {
	const { basis } = await report([{ name: "energy.csv", text: written[how] as string }]);
	expect(basis.plans.map(({ baseYear, targetYear }) => [baseYear, targetYear])).toEqual([[2025, 2030]]);
});

it("a run of which no row can be read is told so, and no fault", async () => {
	const text = "firm,period,carrier,quantity,unit\nA,1.13,coke,5,t\n";
	await expect(report([{ name: "energy.csv", text }])).rejects.toThrow("no row of energy or output could be used");
});
