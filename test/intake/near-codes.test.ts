/** Firms whose years stand under two codes that differ in one character: both are named, and firms that are merely alike are not. */
import { expect, it } from "vitest";
import { report } from "../support/reading.ts";
import { energy, output } from "../support/tables.ts";

/** The codes that are named; energy and output of one year each, under these firms. */
const named = async (used: readonly string[], made: readonly string[]): Promise<unknown[]> => {
	const { findings } = await report([energy(used.map((firm) => ({ firm }))), output(made.map((firm) => ({ firm })))]);
	return findings.list
		.filter(({ code }) => code === "near-codes")
		.map(({ message }) => [...message.matchAll(/'([^']+)'/g)].map(([, one]) => one));
};

it.each([
	["another character", "HB-00231", "HB-00281"],
	["a character too many", "HB-00231", "HB-000231"],
	["a character missing", "HB-00231", "HB-0231"],
	["a letter of a name", "唐山青岭钢铁有限公司", "唐山青玲钢铁有限公司"],
])("%s", async (_, right, wrong) => {
	expect(await named([wrong], [right])).toEqual([[right, wrong].sort()]);
});

it.each([
	["two characters", ["HB-00231"], ["HB-00382"]],
	["characters that moved", ["HB-12345"], ["HB-23456"]],
	["firms in a row that have both", ["HB-00231", "HB-00232"], ["HB-00231", "HB-00232"]],
	["a firm that is like several", ["HB-00231"], ["HB-00232", "HB-00233"]],
	["short codes", ["F1"], ["F2"]],
])("not of %s", async (_, used, made) => {
	expect(await named(used, made)).toEqual([]);
});
