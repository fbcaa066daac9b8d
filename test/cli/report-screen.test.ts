/** `report` asks every rule: a verdict nearer to its limit than the tonnes in doubt is withheld; one with room to spare is not. */
import { describe, expect, it } from "vitest";
import type { Report, ReportYear } from "../../src/index.ts";
import { tanlu } from "../support/in-process.ts";
import { folder } from "./tanlu.ts";

/**
 * Two firms with 1000 t of CO2 over 1000 (10^4 CNY) in 2020: an intensity of 1. In 2021, at the same output:
 *
 *     path       0.82^(1/5): a total of x t is on it or below where (x/1000)^5 ≤ 0.82. 961.0871^5 = 0.81999997…e15 is,
 *                961.0872^5 = 0.82000021…e15 is not
 *     coke       957.5 t (HAIR) and 955 t (WIDE) at 1 t CO2 per tonne
 *     coal       2 t at a measured oxidation of 0.79, in place of 0.93:
 *                23.204 × 0.02618 = 0.60748072 tC/t; × 0.79 × 44/12 = 1.759669152266…; two of them 3.519338304533…
 *     in doubt   2 × 0.60748072 × 0.14 × 44/12 = 0.623680205866… t, since 0.79 is below the limit of 0.8
 *     HAIR       961.0193 t: 0.0678 t of room, and 0.6237 t in doubt. 961.6430^5 = 0.82237…e15: above the path
 *     WIDE       958.5193 t: 2.5678 t of room. 959.1430^5 = 0.81173…e15: below it all the same
 */
/** A factor of 1 makes the sums easy to follow, and no coke has it: that is a note here. */
const easy = { "factor-of-another-size": { value: "note", reason: "a factor of 1, for sums that can be followed" } };
const tables = (oxidation = "0.79") => ({
	"tanlu.rules.json": JSON.stringify({ gravities: easy }),
	"energy.csv":
		"firm,period,carrier,quantity,unit,emission_factor,oxidation_rate\n" +
		["HAIR,957.5", "WIDE,955"]
			.map((row) => {
				const [firm, coke] = row.split(",");
				return `${firm},2020,coke,1000,t,1,\n${firm},2021,coke,${coke},t,1,\n${firm},2021,bituminous-coal,2,t,,${oxidation}\n`;
			})
			.join(""),
	"output.csv": `firm,period,indicator,quantity,unit,prices\n${["HAIR", "WIDE"]
		.flatMap((firm) => [2020, 2021].map((year) => `${firm},${year},value_added,1000,10^4 CNY,constant-2020\n`))
		.join("")}`,
});

const args = ["report", "energy.csv", "output.csv", "--rules", "tanlu.rules.json"] as const;
async function report(files: Readonly<Record<string, string>>, ...options: string[]): Promise<Report> {
	const { stdout } = await tanlu([...args, "--format", "json", ...options], { cwd: folder(files) });
	return JSON.parse(stdout) as Report;
}
const yearOf = ({ firms }: Report, firm: string): ReportYear => {
	const found = firms.find((one) => one.firm === firm)?.years.find(({ year }) => year === 2021);
	if (found === undefined) throw new Error(`no ${firm} in 2021`);
	return found;
};

describe("the sums of the case", () => {
	// In hundred-thousandths of a tonne per 10^4 CNY; the intensity of the base is 1.
	const below = (tonnes: bigint): boolean => tonnes ** 5n * 100n <= 82n * (1000n * 10n ** 5n) ** 5n;

	it("are as the comment has them, in whole numbers", () => {
		expect([96108710n, 96108720n].map(below)).toEqual([true, false]);
		// 2 × 60748072 × 79 × 44 / 12, in units of 10^-10 t.
		const coal = (2n * 60748072n * 79n * 44n) / 12n;
		expect(coal).toBe(35193383045n);
		const doubt = (2n * 60748072n * 14n * 44n) / 12n;
		expect(doubt).toBe(6236802058n);
		const total = (coke: bigint, more: bigint): bigint => coke + (coal + more) / 10n ** 5n;
		expect([0n, doubt].map((more) => below(total(95750000n, more)))).toEqual([true, false]);
		expect([0n, doubt].map((more) => below(total(95500000n, more)))).toEqual([true, true]);
	});
});

describe("a verdict", () => {
	it("is given to both under --no-screen, which says so", async () => {
		const made = await report(tables(), "--no-screen");
		expect(made.basis.screened).toBe(false);
		for (const firm of ["HAIR", "WIDE"]) expect(yearOf(made, firm).verdict?.word).toBe("on-track");
		expect(made.findings.notChecked).toContainEqual({ rule: "screening", why: "not-asked" });
	});

	it("a hair below the path is withheld: the open finding could turn it", async () => {
		const made = await report(tables());
		expect(made.basis.screened).toBe(true);
		const { verdict, emissions, intensity, ownPath, progress, change } = yearOf(made, "HAIR");
		expect(verdict).toEqual({
			word: "withheld",
			qualifiers: [],
			yearTest: "not-checked",
			cumulativeTest: "not-checked",
			reasons: ["cannot-conclude"],
		});
		// What is known is shown; what would be concluded from it is not.
		expect([emissions.total, intensity.value]).toEqual(["961.019338304533", "0.961019338305"]);
		expect([ownPath, progress, change]).toEqual([null, null, null]);
		const [hair, wide] = made.findings.list.filter(({ code }) => code === "low-oxidation");
		expect(hair).toMatchObject({ firm: "HAIR", code: "low-oxidation", weightTonnes: "0.623680205867", couldTurnVerdict: true });
		expect(wide).toMatchObject({ firm: "WIDE", code: "low-oxidation", weightTonnes: "0.623680205867", couldTurnVerdict: false });
	});

	it("with room to spare stays, figure for figure, with the same finding", async () => {
		const [plain, screened] = [await report(tables(), "--no-screen"), await report(tables())];
		expect(yearOf(screened, "WIDE")).toEqual(yearOf(plain, "WIDE"));
		expect(yearOf(screened, "WIDE").verdict?.word).toBe("on-track");
	});

	it("comes back when the finding is settled: measured above the limit, or called a note", async () => {
		// 2 t at 0.8 weigh 3.5639 t: 957.5 + 3.5639 = 961.0639, still below 961.0871; the limit itself is no suspicion.
		expect(yearOf(await report(tables("0.8")), "HAIR").verdict?.word).toBe("on-track");
		const note = {
			gravities: { ...easy, "low-oxidation": { value: "note", reason: "stoker grates, measured by the institute" } },
		};
		const settled = await report({ ...tables(), "tanlu.rules.json": JSON.stringify(note) }, "--rules", "tanlu.rules.json");
		expect(yearOf(settled, "HAIR").verdict?.word).toBe("on-track");
	});

	it("is the same where a script still says --screen", async () => {
		expect(await report(tables(), "--screen")).toEqual(await report(tables()));
	});

	it("that is withheld is one for --fail-on withheld", async () => {
		const cwd = folder(tables());
		const options = ["--year", "2021", "--quiet", "--fail-on", "withheld"];
		expect((await tanlu([...args, ...options, "--firm", "HAIR"], { cwd })).code).toBe(3);
		expect((await tanlu([...args, ...options, "--firm", "WIDE"], { cwd })).code).toBe(0);
	});

	it("says to people why, and what to do; and what was not checked in words", async () => {
		const cwd = folder(tables());
		const { stdout, stderr } = await tanlu(args, { cwd });
		expect(stdout).toMatch(/^HAIR .*withheld: open findings outweigh it$/m);
		expect(stdout).toContain("Next, for HAIR: settle its open findings.");
		expect(stderr).toMatch(/^not checked: \d+ rules \(no figures by month: \d+; .*; tanlu check names them$/m);
		const chinese = await tanlu([...args, "--lang", "zh"], { cwd });
		expect(chinese.stderr).not.toMatch(/no-as-of|no-measured-values|zero-before/);
	});

	it("weighs the same in check, which withholds nothing", async () => {
		const { stdout, code } = await tanlu(["check", "energy.csv", "output.csv"], { cwd: folder(tables()) });
		expect(code).toBe(0);
		expect(stdout.replace(/\s+/g, " ")).toContain("0.62 t CO2, could turn the verdict");
		expect(stdout.replace(/\s+/g, " ")).toContain("0.62 t CO2, could not turn the verdict");
	});
});
