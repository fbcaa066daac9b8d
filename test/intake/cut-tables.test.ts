/** A table cut anywhere, its header above both pieces, says what it said: totals, parts and their wholes are a firm's, not a file's. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";

const figures = ({ firms, sectors }: Report): unknown => ({ firms, sectors });
const whole = async (header: string, rows: readonly string[]): Promise<unknown> =>
	figures(await report([{ name: "a.csv", text: [header, ...rows, ""].join("\n") }, output]));
const cut = async (header: string, rows: readonly string[], at: number): Promise<unknown> =>
	figures(
		await report([
			{ name: "a.csv", text: [header, ...rows.slice(0, at), ""].join("\n") },
			{ name: "b.csv", text: [header, ...rows.slice(at), ""].join("\n") },
			output,
		]),
	);

const output = {
	name: "output.csv",
	text: "企业,年份,指标,数值,单位,价格\n甲厂,2020,工业增加值,1000,万元,2020年不变价\n甲厂,2023,工业增加值,1200,万元,2020年不变价\n",
};
const amounts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 12, maxLength: 12 });
const sumOf = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
/** What the total row prints: the sum, something else, or nothing. */
const printed = fc.constantFrom("sum", "other", "blank");
const shown = (how: string, list: readonly number[]): string =>
	how === "sum" ? `${sumOf(list)}` : how === "other" ? `${sumOf(list) + 7}` : "";

describe("a table with totals, cut", () => {
	it.each([
		["the period says so", (word: string) => `甲厂,${word},`],
		["the year stands in the word", (word: string) => `甲厂,2023年${word},`],
	])("wide, months and a total of the year: %s", async (_, key) => {
		await fc.assert(
			fc.asyncProperty(
				amounts,
				amounts,
				printed,
				printed,
				fc.boolean(),
				fc.constantFrom("合计", "全年", "总计"),
				fc.nat(14),
				async (coal, power, a, b, alone, word, at) => {
					const header = "企业,期间,烟煤(吨),电力(万千瓦时)";
					const rows = [
						"甲厂,2020,5000,600",
						...coal.map((one, index) => `甲厂,2023年${index + 1}月,${one},${alone ? "" : power[index]}`),
						`${key(word)}${shown(a, coal)},${shown(b, power)}`,
					];
					expect(await cut(header, rows, at)).toEqual(await whole(header, rows));
				},
			),
			{ numRuns: 40 },
		);
	});

	it("long, with totals of a carrier, of coal and of sites", async () => {
		await fc.assert(
			fc.asyncProperty(
				amounts,
				printed,
				printed,
				fc.boolean(),
				fc.nat(30),
				async ([one = 1, two = 2, three = 3], a, b, lone, at) => {
					const header = "企业,年份,车间,能源品种,消费量,单位";
					const rows = [
						"甲厂,2020,,烟煤,900,吨",
						"甲厂,2020,,电力,60,万千瓦时",
						`甲厂,2023,一车间,烟煤,${one},吨`,
						`甲厂,2023,二车间,烟煤,${two},吨`,
						`甲厂,2023,合计,烟煤,${shown(a, [one, two])},吨`,
						...(lone ? [] : [`甲厂,2023,,电力,${three},万千瓦时`]),
						`甲厂,2023,,电力合计,${shown(b, [three])},万千瓦时`,
						`甲厂,2023,,煤炭合计,${shown(a, [one, two])},吨`,
					];
					expect(await cut(header, rows, at % (rows.length + 1))).toEqual(await whole(header, rows));
				},
			),
			{ numRuns: 40 },
		);
	});
});
