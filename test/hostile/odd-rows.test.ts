// @vitest-environment-options { "counted": true }
/**
 * What lines cost that are no rows of the table's width, beside rows as they should be: empty lines, a title of one cell above the
 * header, a comma behind each row. Work is counted in blocks of code; `npm run bench -- odd` measures the time of whole processes.
 */
import "../support/counting.ts";

import { expect, it } from "vitest";
import { workOf } from "../support/growth.ts";
import { read } from "./read.ts";

const rows = 60_000;
const header = "firm,period,carrier,quantity,unit\n";
const few = `${header}F1,2020-01,coke,1,t\n`;
/** Months of a few hundred firms, each given once. */
const months = Array.from({ length: rows }, (_, at) => {
	const [firm, month] = [Math.floor(at / 180), at % 180];
	return `F${firm},${2000 + Math.floor(month / 9)}-0${1 + (month % 9)},coke,${1000 + (at % 97)},t\n`;
}).join("");

it.each([
	["empty lines", "rows of empty cells", 2, few + "\n".repeat(4 * rows), few + ",,,,\n".repeat(4 * rows)],
	["rows below a title of one cell", "the rows", 1.2, `Energy of all firms\n${header}${months}`, header + months],
	["rows with a comma behind each", "the rows", 1.5, (header + months).replaceAll("\n", ",\n"), header + months],
] as const)("%s beside %s: at most %s times the work", { timeout: 300_000 }, async (_, __, most, text, than) => {
	await read("energy", few);
	const other = await workOf(() => read("energy", than));
	expect((await workOf(() => read("energy", text))) / other).toBeLessThanOrEqual(most);
});
