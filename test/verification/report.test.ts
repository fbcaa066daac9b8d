/** A report that is derived again: any digit of any figure that is edited is named. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Difference, Verification } from "../../src/contract/verification.ts";
import { compareReports } from "../../src/views/compare-reports.ts";
import { folder, root } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

const demo = join(root, "fixtures", "demo");
const argv = ["report", "energy.csv", "output.csv", "--firms", "firms.csv", "--format", "json"];
const text = (await tanlu(argv, { cwd: demo })).stdout;

type Where = readonly (string | number)[];
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

/** The reports of the fixtures: of the demonstration, of every case that is a report, and of every finding's example that can be one. */
const linesOf = (path: string): string[] => readFileSync(path, "utf8").trimEnd().split("\n");
const isTable = (name: string): boolean => /\.(csv|tsv|xlsx|html)$/.test(name);
const cases = readdirSync(join(root, "fixtures", "cases"))
	.map((name) => ({ name, cwd: join(root, "fixtures", "cases", name) }))
	.map((one) => ({ ...one, argv: linesOf(join(one.cwd, "argv.txt")) }))
	.filter(({ argv }) => argv[0] === "report");
const examples = readdirSync(join(root, "fixtures", "findings"))
	.map((name) => ({ name, cwd: join(root, "fixtures", "findings", name) }))
	.map((one) => {
		const named = existsSync(join(one.cwd, "argv.txt"))
			? linesOf(join(one.cwd, "argv.txt"))
			: ["report", ...readdirSync(one.cwd).filter(isTable)];
		return { ...one, argv: named };
	})
	.filter(({ argv }) => argv[0] === "report");

describe("one digit of one figure", () => {
	/** Every figure with another digit, or every digit of it, that is not named: and how many were tried. */
	const survivorsIn = (report: { [key: string]: Json }, each: "digit" | "figure"): { tried: number; survivors: string[] } => {
		const keys = ["basis", "inputs", "firms", "sectors", "findings"];
		const all = keys.flatMap((key) => [...figures(report[key] as Json, [key])]);
		const survivors: string[] = [];
		let tried = 0;
		for (const [index, path] of all.entries()) {
			const was = at(report, path);
			const digits = String(was);
			const places = [...digits.matchAll(/\d/g)].map((found) => found.index);
			// One of them: the places turn with the figures.
			for (const place of each === "digit" ? places : [places[index % places.length] as number]) {
				tried += 1;
				const digit = String((Number(digits[place]) + 1 + (index % 8)) % 10);
				const changed = digits.slice(0, place) + digit + digits.slice(place + 1);
				// Only the year of the firm or the sector, or the part of the report, that the figure is in is compared: thousands of times.
				const [key, owner, , year] = path as [string, number, string, number];
				const ofOne = key === "firms" || key === "sectors";
				const ofYear = ofOne && path[2] === "years";
				const whole = ofOne ? at(report, [key, owner]) : (report[key] as Json);
				const cut = ofYear ? { ...(whole as { [key: string]: Json }), years: [at(whole, ["years", year])] } : whole;
				const inside: Where = ofYear ? ["years", 0, ...path.slice(4)] : path.slice(ofOne ? 2 : 1);
				const other = edited(cut, inside, typeof was === "number" ? Number(changed) : changed);
				const { differences } = compareReports({ [key]: ofOne ? [other] : other }, { [key]: ofOne ? [cut] : cut });
				if (!differences.some((one) => isOf(one, report, path))) survivors.push(`${path.join(".")} ${digits} -> ${changed}`);
			}
		}
		return { tried, survivors };
	};

	it("is named by firm, year and figure, whichever figure of the demonstration it is", () => {
		const { tried, survivors } = survivorsIn(JSON.parse(text) as { [key: string]: Json }, "figure");
		expect(tried).toBeGreaterThan(5000);
		expect(survivors).toEqual([]);
	});

	it.each(cases)("is named whichever digit of the case $name it is, and the report is reproduced", async ({ cwd, argv }) => {
		const { stdout } = await tanlu([...argv, "--format", "json"], { cwd });
		const { tried, survivors } = survivorsIn(JSON.parse(stdout) as { [key: string]: Json }, "digit");
		expect(tried).toBeGreaterThan(200);
		expect(survivors).toEqual([]);
		expect(await verified(cwd, stdout)).toMatchObject({ reproduced: true, differences: [] });
	});

	it("is named in every example of a finding, and each such report is reproduced", async () => {
		let reports = 0;
		const wrong: string[] = [];
		for (const { name, cwd, argv } of examples) {
			const { code, stdout } = await tanlu([...argv, "--format", "json"], { cwd });
			if (code !== 0 && code !== 1) continue;
			reports += 1;
			const { survivors } = survivorsIn(JSON.parse(stdout) as { [key: string]: Json }, "figure");
			wrong.push(...survivors.map((one) => `${name} ${one}`));
			// Making all of them again would take a minute: every fourth is.
			if (reports % 4 === 0 && !(await verified(cwd, stdout)).reproduced) wrong.push(`${name} is not reproduced`);
		}
		expect(reports).toBeGreaterThan(150);
		expect(wrong).toEqual([]);
	}, 60_000);

	it.each([
		"year-from-title",
		"carrier-from-title",
	])("of %s is reproduced: what titles say is read as it was, and messages are in the language they were in", async (name) => {
		const { cwd, argv } = examples.find((one) => one.name === name) as (typeof examples)[number];
		for (const lang of ["en", "zh"]) {
			const { stdout } = await tanlu([...argv, "--format", "json", "--lang", lang], { cwd });
			expect(await verified(cwd, stdout)).toMatchObject({ reproduced: true, differences: [] });
		}
	});

	async function verified(cwd: string, content: string): Promise<Verification> {
		const file = join(folder({ "r.json": content }), "r.json");
		return JSON.parse((await tanlu(["verify-report", file, "--format", "json"], { cwd })).stdout) as Verification;
	}

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

	it("says why nothing can be derived from an input that is no table any more", async () => {
		const cwd = folder({
			"r.json": text,
			...Object.fromEntries(["energy.csv", "output.csv", "firms.csv"].map((name) => [name, "hello\n"])),
		});
		const { code, stderr } = await tanlu(["verify-report", "r.json"], { cwd });
		expect([code, stderr]).toEqual([2, expect.stringContaining("no row of energy or output could be used")]);
	});

	it.each(["", "{", "[]", '{"schemaVersion": 1}', "null"])("refuses %j as no report", async (content) => {
		const { code, stderr } = await tanlu(["verify-report", "r.json"], { cwd: folder({ "r.json": content }) });
		expect(code).toBe(2);
		expect(stderr).toContain("r.json");
	});
});
