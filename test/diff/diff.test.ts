/** Two submissions side by side: each change against a third submission that has that change alone, written by hand. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiffOutput } from "../../src/contract/diff.ts";
import type { Report } from "../../src/contract/report.ts";
import { folder } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";

interface Row {
	readonly firm: string;
	readonly period: string;
	readonly carrier: string;
	readonly quantity: string;
	readonly unit?: string;
	readonly ncv?: string;
}

const energyText = (rows: readonly Row[]): string =>
	`firm,period,carrier,quantity,unit,ncv\n${rows.map(({ firm, period, carrier, quantity, unit = "t", ncv = "" }) => `${firm},${period},${carrier},${quantity},${unit},${ncv}\n`).join("")}`;

const years = ["2020", "2021", "2022", "2023"];
const base: readonly Row[] = ["F1", "F2"].flatMap((firm) =>
	years.flatMap((period, at) => [
		{ firm, period, carrier: "coke", quantity: String(1000 - 40 * at) },
		{ firm, period, carrier: "electricity", quantity: String(300 - 9 * at), unit: "10^4 kWh" },
	]),
);
const outputRows = (of: (firm: string, period: string) => string = () => "5000"): string =>
	`firm,period,indicator,quantity,unit,prices\n${["F1", "F2"].flatMap((firm) => years.map((period) => `${firm},${period},value_added,${of(firm, period)},10^4 CNY,constant-2020\n`)).join("")}`;

const edited = (rows: readonly Row[], at: number, change: Partial<Row>): Row[] =>
	rows.with(at, { ...(rows[at] as Row), ...change });

const files = (name: string, energy: readonly Row[], output = outputRows()): Readonly<Record<string, string>> => ({
	[`${name}/energy.csv`]: energyText(energy),
	[`${name}/output.csv`]: output,
});

async function diffIn(cwd: string, ...argv: string[]): Promise<{ code: number | null; value: DiffOutput; stderr: string }> {
	const { code, stdout, stderr } = await tanlu(["diff", ...argv, "--format", "json"], { cwd });
	return { code, value: (stdout === "" ? undefined : JSON.parse(stdout)) as DiffOutput, stderr };
}

async function reportIn(cwd: string, ...argv: string[]): Promise<Report> {
	return JSON.parse((await tanlu(["report", ...argv, "--format", "json"], { cwd })).stdout) as Report;
}

/** A decimal of at most 12 places as a whole number of its last place. */
const scaled = (text: string | null | undefined): bigint => {
	if (text == null) throw new Error("unknown");
	const [whole = "", part = ""] = text.replace("-", "").split(".");
	const size = BigInt(whole + part.padEnd(12, "0"));
	return text.startsWith("-") ? -size : size;
};
const size = (n: bigint): bigint => (n < 0n ? -n : n);

const yearIn = ({ firms }: Report, firm: string, year: number): Report["firms"][number]["years"][number] | undefined =>
	firms.find((one) => one.firm === firm)?.years.find((one) => one.year === year);
const totalIn = (report: Report, firm: string, year: number): string | null | undefined =>
	yearIn(report, firm, year)?.emissions.total;

describe("one cell", () => {
	it("is told with old and new, and does alone what a submission with it alone shows", async () => {
		const now = edited(base, 4, { quantity: "777" });
		const cwd = folder({ ...files("a", base), ...files("b", now) });
		const [{ code, value }, a, b] = [await diffIn(cwd, "a", "b"), await reportIn(cwd, "a"), await reportIn(cwd, "b")];
		expect(code).toBe(0);
		expect(value.cause).toBe("data");
		expect(value.changes).toHaveLength(1);
		const [change] = value.changes;
		expect(change).toMatchObject({
			kind: "energy",
			...{ change: "changed", firm: "F1", period: "2022", carrier: "coke", use: "consumed" },
			cells: [{ column: "quantity", old: "920", new: "777" }],
			old: { file: "a/energy.csv", row: 6 },
			new: { file: "b/energy.csv", row: 6 },
		});
		const own = change?.effects[0];
		expect(own).toMatchObject({ year: 2022, how: "recomputed" });
		expect(scaled(own?.tonnes)).toBe(scaled(totalIn(b, "F1", 2022)) - scaled(totalIn(a, "F1", 2022)));
		// 143 t less of coke: 28.435 GJ/t x 0.0295 tC/GJ x 93% x 44/12 in the guidelines' tables.
		const perTonne = yearIn(a, "F1", 2022)?.carriers.find(({ carrier }) => carrier === "coke");
		expect(Number(own?.tonnes)).toBeCloseTo((-143 * Number(perTonne?.co2)) / 920, 6);
	});

	it("that moves the base year moves the verdicts of the years behind it", async () => {
		const now = edited(base, 0, { quantity: "10" });
		const cwd = folder({ ...files("a", base), ...files("b", now) });
		const { value } = await diffIn(cwd, "a", "b", "--no-screen");
		const b = await reportIn(cwd, "b", "--no-screen");
		const a = await reportIn(cwd, "a", "--no-screen");
		for (const year of [2021, 2022, 2023]) {
			const effect = value.changes[0]?.effects.find((one) => one.year === year);
			const [was, is] = [a, b].map((report) => yearIn(report, "F1", year)?.verdict?.word);
			expect(is).not.toBe(was);
			expect(effect).toMatchObject({ oldVerdict: was, newVerdict: is, tonnes: "0" });
		}
	});

	it("of the output moves the intensity and no tonnes", async () => {
		const cwd = folder({
			...files("a", base),
			...files(
				"b",
				base,
				outputRows((firm, period) => (firm === "F2" && period === "2021" ? "4000" : "5000")),
			),
		});
		const { value } = await diffIn(cwd, "a", "b");
		expect(value.changes[0]).toMatchObject({
			kind: "output",
			firm: "F2",
			period: "2021",
			indicator: "value_added",
			carrier: null,
		});
		const [a, b] = [await reportIn(cwd, "a"), await reportIn(cwd, "b")];
		const effect = value.changes[0]?.effects[0];
		expect(effect?.tonnes).toBe("0");
		const moved = scaled(yearIn(b, "F2", 2021)?.intensity.value) - scaled(yearIn(a, "F2", 2021)?.intensity.value);
		expect(size(scaled(effect?.intensity) - moved)).toBeLessThanOrEqual(1n);
	});
});

/** Edits that never touch one row twice: a new amount, a heat value, a row less, a row more. */
const edits = fc
	.uniqueArray(
		fc.record({
			at: fc.nat(base.length - 1),
			what: fc.constantFrom("quantity", "remove", "ncv", "add"),
			number: fc.integer({ min: 1, max: 5000 }),
		}),
		{ minLength: 1, maxLength: 4, selector: ({ at }) => at },
	)
	.map((all) => all.filter(({ at, what }) => what !== "ncv" || base[at]?.carrier === "coke"));

type Edit = { readonly at: number; readonly what: string; readonly number: number };

function withEdits(all: readonly Edit[]): Row[] {
	const rows: (Row | undefined)[] = [...base];
	for (const { at, what, number } of all) {
		const row = base[at] as Row;
		if (what === "remove") rows[at] = undefined;
		else if (what === "add") rows.push({ ...row, carrier: "natural-gas", quantity: String(number), unit: "Nm3" });
		else if (what === "ncv") rows[at] = { ...row, ncv: (20 + number / 1000).toFixed(3) };
		else rows[at] = { ...row, quantity: String(number) };
	}
	// One carrier is added once a firm-year, whichever row it was added beside.
	const names = new Set<string>();
	return rows.filter((row): row is Row => {
		if (row === undefined) return false;
		const name = `${row.firm}|${row.period}|${row.carrier}`;
		if (names.has(name)) return false;
		names.add(name);
		return true;
	});
}

describe("any edits", () => {
	it("do alone what a submission with each alone shows, and add up to the change with the remainder", async () => {
		await fc.assert(
			fc.asyncProperty(edits, async (all) => {
				const parts = Object.fromEntries(all.flatMap((edit, n) => Object.entries(files(`e${n}`, withEdits([edit])))));
				const cwd = folder({ ...files("a", base), ...files("b", withEdits(all)), ...parts });
				const { value } = await diffIn(cwd, "a", "b", "--no-screen");
				const [a, b] = [await reportIn(cwd, "a", "--no-screen"), await reportIn(cwd, "b", "--no-screen")];
				for (const [n, edit] of all.entries()) {
					const row = base[edit.at] as Row;
					const carrier = edit.what === "add" ? "natural-gas" : row.carrier;
					const same = (one: DiffOutput["changes"][number]): boolean =>
						one.firm === row.firm && one.period === row.period && one.carrier === carrier;
					const found = value.changes.find(same);
					const single = await reportIn(cwd, `e${n}`, "--no-screen");
					const [was, is] = [a, single].map((one) => totalIn(one, row.firm, Number(row.period)));
					if (found === undefined) {
						expect(was).toBe(is);
						continue;
					}
					const effect = found.effects.find(({ year }) => year === Number(row.period));
					if (was == null || is == null) expect(effect?.how).toBe("linear");
					// Each total is rounded by itself at the twelfth place.
					else if (effect?.how === "recomputed")
						expect(size(scaled(effect.tonnes) - (scaled(is) - scaled(was)))).toBeLessThanOrEqual(1n);
				}
				for (const one of value.years) {
					expect(one.old?.tonnes ?? undefined).toBe(totalIn(a, one.firm, one.year) ?? undefined);
					expect(one.new?.tonnes ?? undefined).toBe(totalIn(b, one.firm, one.year) ?? undefined);
					if (one.tonnes === null || one.explainedTonnes === null) expect(one.remainderTonnes).toBeNull();
					else expect(scaled(one.tonnes)).toBe(scaled(one.explainedTonnes) + scaled(one.remainderTonnes));
				}
			}),
			{ numRuns: 20 },
		);
	});
});

describe("rows", () => {
	it("that moved, in another order and another file, have not changed", async () => {
		const cwd = folder({
			...files("a", base),
			"b/one.csv": energyText(base.slice(5).reverse()),
			"b/two.csv": energyText(base.slice(0, 5)),
			"b/output.csv": outputRows(),
		});
		const { value, code } = await diffIn(cwd, "a", "b");
		expect(value).toMatchObject({ cause: "nothing", changes: [], years: [] });
		expect(code).toBe(0);
	});

	it("of one key are refused with their places, and all others go on", async () => {
		const twice = [...base, { firm: "F1", period: "2022", carrier: "coke", quantity: "5" }];
		const now = edited(twice, 3, { quantity: "1" });
		const cwd = folder({ ...files("a", base), ...files("b", now) });
		const { value, code } = await diffIn(cwd, "a", "b");
		expect(code).toBe(1);
		expect(value.notUnique).toEqual([
			{
				...{
					kind: "energy",
					firm: "F1",
					site: null,
					period: "2022",
					carrier: "coke",
					use: "consumed",
					indicator: null,
					product: null,
				},
				old: [{ file: "a/energy.csv", sheet: null, row: 6 }],
				new: [
					{ file: "b/energy.csv", sheet: null, row: 6 },
					{ file: "b/energy.csv", sheet: null, row: 18 },
				],
			},
		]);
		expect(value.changes.map(({ firm, period, carrier }) => [firm, period, carrier])).toEqual([["F1", "2021", "electricity"]]);
	});

	it("that a finding named and that were mended since are marked", async () => {
		const bad = edited(base, 6, { quantity: "-880" });
		const cwd = folder({ ...files("a", bad), ...files("b", base) });
		const { value } = await diffIn(cwd, "a", "b");
		expect(value.changes).toHaveLength(1);
		expect(value.changes[0]?.answers).toContain("negative-quantity");
		const year = value.years.find(({ firm, year: of }) => firm === "F1" && of === 2023);
		expect(year?.old?.tonnes).toBeNull();
		expect(year?.new?.tonnes).not.toBeNull();
		// The year was unknown, and the mended row alone makes it known; what the row puts out by itself is told.
		expect(value.changes[0]?.effects[0]).toMatchObject({ year: 2023, how: "linear", oldVerdict: "withheld" });
	});

	it("of a firm that is new, or gone, are added and removed", async () => {
		const cwd = folder({
			...files("a", base),
			...files(
				"b",
				base.filter(({ firm }) => firm === "F1"),
			),
		});
		const { value } = await diffIn(cwd, "a", "b");
		expect(new Set(value.changes.map(({ firm, change }) => `${firm} ${change}`))).toEqual(new Set(["F2 removed"]));
		expect((await diffIn(cwd, "b", "a")).value.changes.every(({ change }) => change === "added")).toBe(true);
	});
});

describe("two reports", () => {
	const withReports = async (now: readonly Row[], ...more: string[]): Promise<string> => {
		const cwd = folder({ ...files("a", base), ...files("b", now) });
		await tanlu(["report", "a", "--format", "json", "--out", "a.json"], { cwd });
		await tanlu(["report", "b", "--format", "json", "--out", "b.json", ...more], { cwd });
		return cwd;
	};

	it("are computed again where their files are as they were: rows are told", async () => {
		const cwd = await withReports(edited(base, 4, { quantity: "777" }));
		const { value } = await diffIn(cwd, "a.json", "b.json");
		expect(value).toMatchObject({ cause: "data", old: { what: "report", figures: "recomputed" }, basisChanges: [] });
		expect(value.changes).toEqual((await diffIn(cwd, "a", "b")).value.changes);
	});

	it("whose options differ are told apart from a change of data, with what the options do", async () => {
		const cwd = await withReports(base, "--boundary", "energy", "--factors", "ipcc-2006");
		const { value } = await diffIn(cwd, "a.json", "b.json");
		expect(value.cause).toBe("basis");
		expect(value.changes).toEqual([]);
		expect(value.basisChanges.map(({ what }) => what)).toEqual(["boundary", "factors"]);
		for (const { tonnes, optionsTonnes, remainderTonnes } of value.years) {
			expect(optionsTonnes).toBe(tonnes);
			expect(remainderTonnes).toBe("0");
		}
		expect(value.years.length).toBe(8);
	});

	it("whose figures were edited are told as filed beside what the tables come to today", async () => {
		const cwd = await withReports(base);
		const filed = (await tanlu(["report", "a", "--format", "json"], { cwd })).stdout;
		const total = /"total": "(\d+)/.exec(filed) as RegExpExecArray;
		const other = folder({ ...files("a", base), "a.json": filed, "b.json": filed.replace(total[0], `"total": "9${total[1]}`) });
		const { value } = await diffIn(other, "a.json", "b.json");
		expect(value.cause).toBe("nothing");
		expect(value.years).toHaveLength(1);
		const [year] = value.years;
		expect(year?.newFiled?.tonnes).toBe(`9${year?.new?.tonnes}`);
	});

	it("without their files stand as filed, carrier by carrier", async () => {
		const cwd = await withReports(edited(base, 4, { quantity: "777" }));
		const [a, b] = await Promise.all(["a", "b"].map((name) => reportIn(cwd, name)));
		const lone = folder({ "a.json": JSON.stringify(a), "b.json": JSON.stringify(b) });
		const { value } = await diffIn(lone, "a.json", "b.json");
		expect(value).toMatchObject({ old: { figures: "as-filed" }, new: { figures: "as-filed" }, cause: "data" });
		expect(value.changes).toHaveLength(1);
		expect(value.changes[0]).toMatchObject({ kind: "figure", firm: "F1", period: "2022", carrier: "coke" });
		// The year behind it has another verdict: its last year is another.
		expect(value.years.map(({ year }) => year)).toEqual([2022, 2023]);
		expect(value.years).toMatchObject([{ remainderTonnes: "0" }, { remainderTonnes: "0", tonnes: "0" }]);
		const total = scaled(totalIn(b as Report, "F1", 2022)) - scaled(totalIn(a as Report, "F1", 2022));
		expect(scaled(value.changes[0]?.effects[0]?.tonnes)).toBe(total);
	});

	it("and tables may stand side by side, with or without the report's files", async () => {
		const cwd = await withReports(base);
		const now = edited(base, 4, { quantity: "777" });
		const mixed = folder({
			...files("a", base),
			...files("b", now),
			"a.json": JSON.stringify(await reportIn(cwd, "a")),
			"c.json": JSON.stringify(await reportIn(cwd, "a")).replaceAll("a/energy.csv", "gone/energy.csv"),
		});
		const whole = (await diffIn(mixed, "a.json", "b")).value;
		expect(whole.changes).toMatchObject([{ kind: "energy", firm: "F1", period: "2022" }]);
		const filed = (await diffIn(mixed, "c.json", "b")).value;
		expect(filed.old.figures).toBe("as-filed");
		expect(filed.changes).toMatchObject([{ kind: "figure", firm: "F1", period: "2022", carrier: "coke" }]);
	});

	it("say so when another tool, other seeds or other rules made them", async () => {
		const cwd = await withReports(base);
		const filed = JSON.stringify(await reportIn(cwd, "a"));
		const old = filed.replace(/"seeds":"sha256:../, '"seeds":"sha256:00').replace(/"version":"[^"]+"/, '"version":"0.0.9"');
		const { value } = await diffIn(folder({ ...files("a", base), "old.json": old, "new.json": filed }), "old.json", "new.json");
		expect(value.cause).toBe("basis");
		expect(value.basisChanges.map(({ what }) => what)).toEqual(["version", "seeds"]);
	});
});

describe("what cannot be compared", () => {
	const told = async (argv: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<[number | null, string]> => {
		const cwd = folder({ ...files("a", base), ...more });
		const { code, stderr } = await tanlu(["diff", ...argv], { cwd });
		return [code, stderr];
	};

	it.each([
		["a report cut off in the middle", '{"schemaVersion": 1, "tool": {"na'],
		["an empty file", ""],
		["a list", "[]"],
	])("%s is named", async (_, content) => {
		expect(await told(["r.json", "a"], { "r.json": content })).toEqual([2, expect.stringContaining("r.json")]);
	});

	it("a report of another schema is named with its version", async () => {
		const [code, said] = await told(["r.json", "a"], { "r.json": '{"schemaVersion": 2, "firms": []}' });
		expect([code, said]).toEqual([2, expect.stringMatching(/r\.json.*version 2/)]);
	});

	it("an empty folder, a file that is not there and one side alone end the run", async () => {
		expect(await told(["a", "e"], { "e/readme.md": "nothing" })).toEqual([2, expect.stringContaining("e holds no file")]);
		expect((await told(["a", "nowhere.csv"]))[0]).toBe(2);
		expect((await told(["a"]))[0]).toBe(2);
		expect((await told(["a", "a", "a"]))[0]).toBe(2);
	});

	it("options of the line are refused where both sides are reports, which have their own", async () => {
		const cwd = folder(files("a", base));
		await tanlu(["report", "a", "--format", "json", "--out", "r.json"], { cwd });
		const { code, stderr } = await tanlu(["diff", "r.json", "r.json", "--boundary", "energy"], { cwd });
		expect([code, stderr]).toEqual([2, expect.stringContaining("--boundary")]);
	});

	it("the same file twice has not changed, and it is said", async () => {
		const cwd = folder(files("a", base));
		const { code, stdout } = await tanlu(["diff", "a", "a"], { cwd });
		expect([code, stdout]).toEqual([0, expect.stringContaining("Nothing changed.")]);
		const zh = await tanlu(["diff", "a", "a", "--lang", "zh"], { cwd });
		expect(zh.stdout).toContain("没有变动。");
	});
});
