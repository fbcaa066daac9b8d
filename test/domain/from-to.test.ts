/** From a first day to a last one: whole months of one year, or no period. */
import { describe, expect, it } from "vitest";
import { readFromTo } from "../../src/domain/period.ts";

describe("days of a bill", () => {
	it.each([
		["2023-01-01", "2023-01-31", 1, 1],
		["2023-02-01", "2023-02-28", 2, 2],
		["2024-02-01", "2024-02-29", 2, 2],
		["2023/1/1", "2023/12/31", 1, 12],
		["2023年4月1日", "2023年6月30日", 4, 6],
		// Meters are read at midnight: the day behind the last.
		["2023-01-01", "2023-02-01", 1, 1],
		["2023-01-01 00:00:00", "2024-01-01 00:00:00", 1, 12],
		["2023-01", "2023-03", 1, 3],
	])("from %s to %s are months %i to %i", (start, end, from, to) => {
		expect(readFromTo(start, end)).toMatchObject({
			period: { year: 2023 + (start.startsWith("2024") ? 1 : 0), from, to },
			day: 0,
		});
	});

	it.each([
		["2023-01-02", "2023-01-31", "not-whole-months"],
		["2023-01-01", "2023-01-30", "not-whole-months"],
		["2024-02-01", "2024-02-28", "not-whole-months"],
		["2022-12-01", "2023-01-31", "not-whole-months"],
		["2023-03-01", "2023-02-28", "not-whole-months"],
		["2023-03-01", "2023-03-01", "not-whole-months"],
		["2023-01-01", "2023-02", "not-whole-months"],
		["2022-12", "2023-01", "range"],
		["10/2/2023", "11/4/2023", "form"],
	])("from %s to %s are none", (start, end, why) => {
		expect(readFromTo(start, end)).toBe(why);
	});
});
