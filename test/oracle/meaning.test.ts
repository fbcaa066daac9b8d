/** The oracle's meaning on random tables: what it lets count is what was really used, to the last digit. */
import { expect, it } from "vitest";
import { lostRows } from "./meaning/examples.ts";
import { whose } from "./meaning/lost.ts";
import { meaning } from "./meaning/meaning.ts";
import { meaningCase } from "./meaning/random/cases.ts";
import { lostCase } from "./meaning/random/lost.ts";

const CASES = 120;
const PLACES = 12;

it("gives the right figure, or none", () => {
	let figures = 0;
	let withheld = 0;
	for (let seed = 1; seed <= CASES; seed += 1) {
		const { tables, truth } = meaningCase(seed);
		const firms = meaning(tables);
		for (const [firm, years] of truth) {
			for (const [year, amount] of years) {
				const found = firms.get(firm)?.years.find((one) => one.year === year);
				// An output in doubt withholds the year; what was emitted stands all the same.
				if (found === undefined || found.total === null) {
					withheld += 1;
					continue;
				}
				figures += 1;
				expect.soft(found.total.text(PLACES), `${seed} ${firm} ${year}`).toBe(amount.text(PLACES));
			}
		}
	}
	expect(figures).toBeGreaterThan(120);
	expect(withheld).toBe(0);
});

it("gives no figure where nobody can know it", () => {
	let asked = 0;
	for (let seed = 1; seed <= CASES; seed += 1) {
		const { tables, unknown } = meaningCase(seed);
		const firms = meaning(tables);
		for (const [firm, years] of unknown) {
			for (const year of years) {
				asked += 1;
				const found = firms.get(firm)?.years.find((one) => one.year === year);
				expect.soft(found?.reasons.length, `${seed} ${firm} ${year}`).toBeGreaterThan(0);
			}
		}
	}
	expect(asked).toBeGreaterThan(50);
});

it("never leaves the firm whose row was lost with a verdict", () => {
	for (let seed = 1; seed <= CASES * 2; seed += 1) {
		const lost = lostCase(seed);
		const firms = lostRows(lost).flatMap((row) => whose(row).firms);
		expect.soft(firms, `${seed} ${lost.input}`).toContain(lost.owner);
	}
});
