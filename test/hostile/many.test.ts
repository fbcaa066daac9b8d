// @vitest-environment-options { "counted": true }
/** Work grows with the number of things that a table holds, whichever things they are. */
import "../support/counting.ts";

import { describe, expect, it } from "vitest";
import { growthOf, mostGrowth } from "../support/growth.ts";
import { codeOf } from "./codes.ts";
import { read } from "./read.ts";

const plain = "firm,period,carrier,quantity,unit\n";

describe("many of one thing", () => {
	const many: Readonly<Record<string, readonly [size: number, table: (n: number) => string]>> = {
		"columns of one name": [
			1_000,
			(n) => `firm,period${",焦炭(吨)".repeat(n)}\nF1,2020${",1".repeat(n)}\nF2,2020${",".repeat(n)}\n`,
		],
		"columns of one name, to date": [
			1_000,
			(n) => `firm,period${",焦炭(累计)(吨)".repeat(n)},原煤(吨)\nF1,2020${",1".repeat(n)},1\n`,
		],
		"columns that are not known": [1_000, (n) => `firm,period,carrier,quantity,unit${",x".repeat(n)}\nF1,2020,coke,1,t\n`],
		"cells behind the header": [4_000, (n) => `${plain}F1,2020,coke,1,t${",1".repeat(n)}\n`],
		"empty lines": [40_000, (n) => `${plain}F1,2020,coke,1,t\n${"\n".repeat(n)}F1,2021,coke,1,t\n`],
		"rows of empty cells": [20_000, (n) => `${plain}F1,2020,coke,1,t\n${",,,,\n".repeat(n)}F1,2021,coke,1,t\n`],
		"lines of a quote that never closes": [10_000, (n) => `${plain}F1,2020,coke,1,t\n"${"F1,2020,coke\n".repeat(n)}`],
		"lines in one cell": [10_000, (n) => `${plain}F1,2020,coke,"${"1,2,3,4,5\n".repeat(n)}",t\n`],
		"quotes that close early": [4_000, (n) => `${plain}F1,2020,coke,1,t\n${'"a"b,2020,coke,1,t\n'.repeat(n)}`],
		"headers among the rows": [300, (n) => plain + "F1,2020,coke,1,t\nfirm,carrier,period,quantity,unit\n".repeat(n)],
		"totals among the rows": [1_000, (n) => plain + "F1,2020,coke,1,t\n合计,2020,coke,1,t\n".repeat(n)],
		"rows of nobody": [4_000, (n) => plain + Array.from({ length: n }, (_, at) => `,2020,coke,${at},t\n`).join("")],
		"firms that are nearly one": [500, (n) => firms(n, (at) => `南山${at}钢铁有限公司`)],
		"firms, each with a broken row": [
			3_000,
			(n) =>
				firms(
					n,
					(at) => `北山${at}焦化`,
					(at) => `北山${at}x焦化,2020,coke,1,t,,9\n`,
				),
		],
		"firms in one sector": [500, (n) => firms(n, (at) => `F${at}`)],
		"firms with a subtotal each": [
			1_000,
			(n) =>
				rows(plain, n, (at) => `F${at},2023,coke,${at + 1},t\nF${at},2023,raw-coal,${at + 1},t\n合计,2023,coke,${at + 1},t\n`),
		],
		"firms with a total of months each": [
			1_000,
			(n) => rows(plain, n, (at) => `F${at},2023-01,coke,${at},t\nF${at},2023-02,coke,${at},t\nF${at},合计,coke,${2 * at},t\n`),
		],
		"sites with a total each": [
			1_500,
			(n) => rows(withSites, n, (at) => `F1,S${at},2023-01,coke,${at + 1},t\nF1,S${at},合计,coke,${at + 1},t\n`),
		],
		"sites whose coal is a total": [
			1_500,
			(n) => rows(withSites, n, (at) => `F1,S${at},2023,coke,${at + 1},t\nF1,S${at},2023,total-coal,${at + 3},t\n`),
		],
		"sites that are totals": [
			1_500,
			(n) => rows(withSites, n, (at) => `F1,S${at},2023,coke,${at + 1},t\nF1,${at}合计,2023,coke,${at + 1},t\n`),
		],
		"lots of other heat values": [
			1_500,
			(n) => rows(withHeat, n, (at) => `F1,${at % 2 === 0 ? "2023" : "2023-01"},raw-coal,${at + 1},t,${20 + at / 10_000},GJ/t\n`),
		],
		"headers that take turns above rows without a firm": [
			300,
			(n) =>
				rows(plain, n, (at) => `${at % 2 === 0 ? "" : "x"}firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n,2021,coke,1,t\n`),
		],
		"headers that take turns, with totals": [
			500,
			(n) =>
				rows(
					"",
					n,
					(at) => `firm,period,carrier,quantity,unit${at % 2 === 0 ? "" : ",note"}\nF${at},2023,coke,1,t\n合计,2023,coke,1,t\n`,
				),
		],
		"broken rows that may be anybody's": [
			1_500,
			(n) =>
				rows(
					rows(plain, n, (at) => `F${at},2023,coke,1,t\n`),
					n,
					(at) => `煤${at},x${at},y,9,9,9,9\n`,
				),
		],
		"broken rows of names that begin alike": [
			1_500,
			(n) =>
				rows(
					rows(plain, n, (at) => `"南山,${at}",2023,coke,1,t\n`),
					n,
					(at) => `南山,${at}k,2023,coke,1,t\n`,
				),
		],
		"slips of credit codes": [
			1_000,
			(n) =>
				rows("credit_code,firm_name,period,carrier,quantity,unit\n", n, (at) => {
					const code = codeOf(at * 7_919);
					return `${code},N${at},2023,coke,1,t\n${code.slice(0, 9)}${code[9] === "1" ? "2" : "1"}${code.slice(10)},,2023,coke,2,t\n`;
				}),
		],
		"months of one firm": [
			500,
			(n) => plain + Array.from({ length: n }, (_, at) => `F1,2020-0${1 + (at % 9)},coke,${at},t\n`).join(""),
		],
	};
	const rows = (head: string, n: number, row: (at: number) => string): string =>
		head + Array.from({ length: n }, (_, at) => row(at)).join("");
	const withSites = "firm,site,period,carrier,quantity,unit\n";
	const withHeat = "firm,period,carrier,quantity,unit,ncv,ncv_unit\n";
	const firms = (n: number, name: (at: number) => string, more: (at: number) => string = () => ""): string =>
		plain + Array.from({ length: n }, (_, at) => `${name(at)},2020,coke,1,t\n${more(at)}`).join("");

	it.each(Object.keys(many))("cost no more than their number: %s", { timeout: 120_000 }, async (name) => {
		const [least, table] = many[name] as (typeof many)[string];
		expect(await growthOf(least, (n) => read("energy", table(n)))).toBeLessThanOrEqual(mostGrowth);
	});
});
