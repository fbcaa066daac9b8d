/** A plan period is data: with a folder for an invented plan-16, and not a line of code, every command knows it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
import { compileSeeds, needed, told } from "../src/build/compile-seeds.ts";

const dir = mkdtempSync(join(tmpdir(), "plan-16-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
cpSync(fileURLToPath(new URL("../seeds", import.meta.url)), dir, { recursive: true });

/** When, who, where, how far verified, what else. */
const origin = "2031-07,An invented document,,yes,";
/** Writes the two tables of a plan's folder. */
function plan(id: string, electricityYear: string, targets: readonly string[]): void {
	mkdirSync(join(dir, "targets", id), { recursive: true });
	const write = (name: string, columns: string, rows: readonly string[]): void =>
		writeFileSync(
			join(dir, "targets", id, name),
			`${[`${columns},published,source,source_url,verified,note`, ...rows].join("\n")}\n`,
		);
	write("plan.csv", "plan,electricity_year", [`${id},${electricityYear},${origin}`]);
	write("targets.csv", "plan,scope,scope_id,indicator,kind,value,unit,base_year,target_year", targets);
}
const asked = `plan-16,all,,co2,change,20,%,2030,2035,${origin}`;

describe("the compiler of the seeds", () => {
	it("refuses a plan whose electricity no national average has, and one that asks nothing of all", () => {
		plan("plan-16", "1999", [asked.replace("all,,", "sector,steel,")]);
		expect(() => compileSeeds(dir)).toThrow(/no national average of 1999[\s\S]*a plan asks something of all/);
	});

	it("refuses a target of a plan that has no folder of its own", () => {
		plan("plan-16", "2023", [asked, asked.replace("plan-16,all,", "plan-17,province,Hebei").replace("co2", "energy")]);
		expect(() => compileSeeds(dir)).toThrow(/plan-17 is no set with a plan\.csv/);
	});
});

describe("with an invented plan-16 among the seeds", async () => {
	plan("plan-16", "2023", [asked]);
	const seeds = compileSeeds(dir);
	// Whoever comes next in this process reads the seeds of the package.
	afterAll(() => {
		vi.doUnmock("../src/reference/compiled.ts");
		vi.resetModules();
	});
	vi.doMock("../src/reference/compiled.ts", () => ({ compiled: JSON.stringify(needed(seeds)) }));
	vi.resetModules();
	const { report } = await import("../src/index.ts");
	const { steadyFirm, tablesOf } = await import("./support/tables.ts");
	const { parseFullSeeds } = await import("../src/reference/full-seeds.ts");
	const { buildSources } = await import("../src/views/build-sources.ts");
	const { targetSets } = await import("../src/run/plans.ts");

	it("its name is one that --targets takes", () => {
		expect(targetSets()).toEqual(["auto", "plan-14", "plan-15", "plan-16", "provincial"]);
	});

	it("a report is judged by its years, its reduction and its electricity", async () => {
		const firm = steadyFirm({ co2: { 2030: "1000", 2031: "960", 2035: "800" }, cells: { prices: "constant-2030" } });
		const { basis, firms } = await report(tablesOf(firm), { targets: "plan-16", noScreen: true });
		expect(basis).toMatchObject({
			targets: "plan-16",
			plans: [
				{
					...{ targets: "plan-16", baseYear: 2030, targetYear: 2035, reductionPercent: "20" },
					...{ prices: "constant-2030", electricity: "national@2023" },
				},
			],
		});
		const years = new Map(firms[0]?.years.map((one) => [one.year, one]));
		// 0.8^(1/5) = 0.956352…, and 0.96 is above it; in 2035 four fifths are asked and reached.
		expect(years.get(2031)?.ownPath?.required).toMatch(/^0\.956352/);
		expect(years.get(2031)?.verdict?.word).toBe("behind");
		expect(years.get(2035)?.ownPath).toMatchObject({ required: "0.8", gap: "0", target: "0.8" });
		expect(years.get(2035)?.verdict?.word).toBe("met");
	});

	it("the sources name it in force", () => {
		const full = parseFullSeeds(JSON.stringify(told(seeds)));
		const chosen = { factors: "ndrc-guidelines", electricity: "national@2023", targets: "plan-16" };
		const { targets } = buildSources(full, chosen, { version: "0.0.0", seeds: "", rules: "" });
		expect(targets.inForce.map(({ plan: id, reductionPercent }) => [id, reductionPercent])).toEqual([["plan-16", "20"]]);
	});

	it("a plan of the user's own that begins in 2030 has its electricity, an older one that of its time", async () => {
		const firm = steadyFirm({ co2: { 2019: "1", 2026: "1", 2031: "1" } });
		const electricityFrom = async (year: number): Promise<string | undefined> => {
			const text = `scope,base_year,target_year,reduction_pct,source\nall,${year},${year + 5},10,ours\n`;
			const { basis } = await report([...tablesOf(firm), { name: "targets.csv", reference: true, text }]);
			return basis.plans[0]?.electricity;
		};
		expect(await electricityFrom(2019)).toBe("national@2021");
		expect(await electricityFrom(2024)).toBe("national@2021");
		expect(await electricityFrom(2026)).toBe("national@2023");
		expect(await electricityFrom(2030)).toBe("national@2023");
	});

	it("a year behind its base is judged by it where no targets are asked for", async () => {
		const firm = steadyFirm({ co2: { 2030: "1000", 2031: "950" }, cells: { prices: "constant-2030" } });
		const { basis, firms } = await report(tablesOf(firm), { noScreen: true });
		expect(basis.plans.map(({ targets }) => targets)).toEqual(["plan-15", "plan-16"]);
		const years = new Map(firms[0]?.years.map((one) => [one.year, one]));
		expect(years.get(2030)?.verdict?.reasons).toEqual(["no-base"]);
		expect(years.get(2031)).toMatchObject({ ownPath: { targets: "plan-16", base: "1" }, verdict: { word: "on-track" } });
	});

	it("nothing of the code names a plan", () => {
		const choices = readFileSync(new URL("../src/run/plans.ts", import.meta.url), "utf8");
		expect([...choices.matchAll(/"plan-\d+"/g)].map(([text]) => text)).toEqual([]);
	});
});
