/** Amounts that are only compared with others may be blank: coal equivalents and parts leave out nothing that the year lacks. */
import { expect, it } from "vitest";
import { report } from "../support/reading.ts";

const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, "0")}`);
const wide = (header: string, cells: (month: string) => string): { name: string; text: string } => ({
	name: "energy.csv",
	text: [`firm,period,${header}`, ...months.map((month) => `F1,${month},${cells(month)}`)].join("\n"),
});
const missing = async (table: { name: string; text: string }): Promise<readonly string[]> =>
	(await report([table])).findings.list.filter(({ code }) => code === "months-missing").map(({ message }) => message);

it("a blank column of coal equivalents beside amounts", async () => {
	expect(await missing(wide("天然气(万立方米),天然气(吨标准煤)", () => "10,"))).toEqual([]);
});

it("a blank part of an amount", async () => {
	const rows = months.flatMap((month) => [`F1,${month},柴油,20,吨`, `F1,${month},其中：运输,,吨`]);
	expect(await missing({ name: "energy.csv", text: ["企业,期间,能源品种,消费量,计量单位", ...rows].join("\n") })).toEqual([]);
});

it("but not where the amount itself is blank, too, in some months", async () => {
	const some = (month: string): string => (month === "2023-04" ? "," : "10,");
	expect(await missing(wide("天然气(万立方米),天然气(吨标准煤)", some))).toHaveLength(1);
	const alone = (month: string): string => (month === "2023-04" ? "" : "133");
	expect(await missing(wide("天然气(吨标准煤)", alone))).toHaveLength(1);
});
