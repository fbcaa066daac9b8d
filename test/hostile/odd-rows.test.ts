/**
 * What lines cost that are no rows of the table's width, beside rows as they should be: empty lines, a title of one cell above the
 * header, a comma behind each row. Work is processor time; `npm run bench -- odd` measures the same of whole processes.
 */
import process from "node:process";
import { expect, it } from "vitest";
import { read } from "./read.ts";

const rows = 60_000;
const header = "firm,period,carrier,quantity,unit\n";
const few = `${header}F1,2020-01,coke,1,t\n`;
/** Months of a few hundred firms, each given once. */
const months = Array.from({ length: rows }, (_, at) => {
	const [firm, month] = [Math.floor(at / 180), at % 180];
	return `F${firm},${2000 + Math.floor(month / 9)}-0${1 + (month % 9)},coke,${1000 + (at % 97)},t\n`;
}).join("");

async function workOf(text: string): Promise<number> {
	const before = process.cpuUsage();
	await read("energy", text);
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

/** How much more work the one is than the other: the least of each, one after the other, until that is not too much. */
async function more(text: string, than: string, most: number): Promise<number> {
	let [one, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	for (let tries = 0; tries < 3 || (tries < 12 && one / other > most); tries++) {
		other = Math.min(other, await workOf(than));
		one = Math.min(one, await workOf(text));
	}
	return one / other;
}

it.each([
	["empty lines", "rows of empty cells", 2, few + "\n".repeat(4 * rows), few + ",,,,\n".repeat(4 * rows)],
	["rows below a title of one cell", "the rows", 1.2, `Energy of all firms\n${header}${months}`, header + months],
	["rows with a comma behind each", "the rows", 1.5, (header + months).replaceAll("\n", ",\n"), header + months],
] as const)("%s beside %s: at most %s times the work", { timeout: 300_000 }, async (_, __, most, text, than) => {
	expect(await more(text, than, most)).toBeLessThanOrEqual(most);
});
