/** A report that is derived again: any digit of any figure that is edited is named. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Difference, Verification } from "../../src/contract/verification.ts";
import { compareReports } from "../../src/views/compare-reports.ts";
import { folder, root } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

const demo = join(root, "fixtures", "demo");
const argv = ["report", "energy.csv", "output.csv", "--firms", "firms.csv", "--format", "json"];
const text = (await tanlu(argv, { cwd: demo })).stdout;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Every place of a report where a digit stands in a figure: the keys that lead there. */
function* figures(value: Json, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
	if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) yield path;
	else if (typeof value === "number") yield path;
	else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* figures(one, [...path, index]);
	else if (typeof value === "object" && value !== null)
		for (const [key, one] of Object.entries(value)) yield* figures(one, [...path, key]);
}

const at = (value: Json, path: readonly (string | number)[]): Json =>
	path.reduce<Json>((inner, key) => (inner as { [key: string]: Json })[key as string] as Json, value);

/** The value with another leaf; what does not lead to it is the same object. */
const edited = (value: Json, [key, ...rest]: readonly (string | number)[], to: Json): Json => {
	if (key === undefined) return to;
	const inner = edited((value as { [key: string]: Json })[key as string] as Json, rest, to);
	return Array.isArray(value) ? value.with(key as number, inner) : { ...(value as { [key: string]: Json }), [key]: inner };
};

describe("one digit of one figure", () => {
	const report = JSON.parse(text) as { [key: string]: Json };
	const all = ["basis", "inputs", "firms", "sectors", "findings"].flatMap((key) => [...figures(report[key] as Json, [key])]);

	it("is named by firm, year and figure, whichever figure it is", () => {
		expect(all.length).toBeGreaterThan(5000);
		const survivors: string[] = [];
		for (const [index, path] of all.entries()) {
			const was = at(report, path);
			const digits = String(was);
			// Another digit of each figure: the places turn with the figures.
			const places = [...digits.matchAll(/\d/g)].map((found) => found.index);
			const place = places[index % places.length] as number;
			const digit = String((Number(digits[place]) + 1 + (index % 8)) % 10);
			const changed = digits.slice(0, place) + digit + digits.slice(place + 1);
			// Only the firm, the sector or the part of the report that the figure is in is compared: thousands of times.
			const [key, owner] = path as [string, number];
			const ofOne = key === "firms" || key === "sectors";
			const whole = ofOne ? at(report, [key, owner]) : (report[key] as Json);
			const other = edited(whole, path.slice(ofOne ? 2 : 1), typeof was === "number" ? Number(changed) : changed);
			const { differences } = compareReports({ [key]: ofOne ? [other] : other }, { [key]: ofOne ? [whole] : whole });
			if (!differences.some((one) => isOf(one, report, path))) survivors.push(path.join("."));
		}
		expect(survivors).toEqual([]);
	});

	/** A figure that names a firm, a sector or a year makes it another; else firm and year are those of the figure. */
	function isOf({ firm, sector, year, figure }: Difference, value: Json, path: readonly (string | number)[]): boolean {
		const [key, index, , yearAt] = path;
		const owner =
			key === "firms" || key === "sectors" ? (at(value, [key, index as number]) as { [key: string]: Json }) : undefined;
		const named = key === "firms" ? firm === owner?.["firm"] : key === "sectors" ? sector === owner?.["sector"] : true;
		const ofYear =
			owner === undefined ||
			path.length < 5 ||
			year === (at(value, [key as string, index as number, "years", yearAt as number]) as { year: Json }).year;
		return (
			named &&
			(ofYear || path.at(-1) === "year") &&
			(figure.includes(String(path.findLast((each) => typeof each === "string"))) || path.at(-1) === "year")
		);
	}
});

describe("tanlu verify-report", () => {
	const run = async (content: string, ...more: string[]): Promise<{ code: number | null; value: Verification }> => {
		const tables = ["energy.csv", "output.csv", "firms.csv"].map((name) => [name, readFileSync(join(demo, name))] as const);
		const cwd = folder({ "r.json": content, ...Object.fromEntries(tables) });
		const { code, stdout } = await tanlu(["verify-report", "r.json", "--format", "json", ...more], { cwd });
		return { code, value: JSON.parse(stdout) as Verification };
	};

	it("reproduces a report from the files that it names", async () => {
		const { code, value } = await run(text);
		expect(value).toMatchObject({ reproduced: true, differences: [], changes: [] });
		expect(code).toBe(0);
	});

	it("names the figure and the digit of one that was edited, and exits with 3", async () => {
		const gap = /"gapPercent": "(-?\d)(\d)?\.(\d)/.exec(text) as RegExpExecArray;
		const other = gap[0].replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
		const { code, value } = await run(text.replace(gap[0], other));
		expect(code).toBe(3);
		expect(value.differences).toHaveLength(1);
		expect(value.differences[0]).toMatchObject({
			figure: expect.stringContaining("gapPercent"),
			digit: gap[2] === undefined ? 2 : 3,
		});
	});

	it("says which input is another, and which is missing", async () => {
		const { value } = await run(text.replace(/"sha256": "../, '"sha256": "00'));
		expect(value.inputs.filter(({ state }) => state !== "same")).toHaveLength(1);
		expect(value.reproduced).toBe(false);
	});

	it("tells another tool, other seeds and other rules apart from other data", async () => {
		const { value } = await run(text.replace(/"seeds": "sha256:../, '"seeds": "sha256:00'));
		expect(value.changes.map(({ what }) => what)).toEqual(["seeds"]);
		expect(value.differences).toEqual([]);
	});

	it.each(["", "{", "[]", '{"schemaVersion": 1}', "null"])("refuses %j as no report", async (content) => {
		const { code, stderr } = await tanlu(["verify-report", "r.json"], { cwd: folder({ "r.json": content }) });
		expect(code).toBe(2);
		expect(stderr).toContain("r.json");
	});
});
