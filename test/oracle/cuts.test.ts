/**
 * Rules are of a firm's rows, wherever they stand: tables cut anywhere and in any order say the same, to the byte; a submission beside
 * another, or beside another's reference tables, says what it says alone. On the random tables of the oracle; CUT_CASES sets how many.
 */
import { expect, it } from "vitest";
import { program } from "../support/memory-host.ts";
import { type Files, filesOf } from "./asking.ts";
import { type Dice, diceOf } from "./dice.ts";
import { type MeaningCase, meaningCase } from "./meaning/random/cases.ts";

const CASES = Number(process.env["CUT_CASES"] ?? 30);
const MINUTES = 20;

const csv = async (files: Files, options: readonly string[]): Promise<string> =>
	(await program(["report", "--no-screen", "--format", "csv", ...options, ...files.keys()], { files })).stdout;

/** Each table shuffled and cut into one to four, the files in any order. */
const cut = (files: Files, dice: Dice): Files => {
	const parts = [...files].flatMap(([name, text]) => {
		const [header = "", ...rows] = text.trimEnd().split("\n");
		const mixed = dice.shuffle(rows);
		const size = Math.ceil(mixed.length / dice.between(1, 4));
		return Array.from({ length: Math.ceil(mixed.length / size) }, (_, at): [string, string] => [
			`${at}-${name}`,
			`${[header, ...mixed.slice(at * size, (at + 1) * size)].join("\n")}\n`,
		]);
	});
	return new Map(dice.shuffle(parts));
};

const of = ({ tables }: MeaningCase): Files => filesOf(tables.energy, tables.output);

it(
	"cut anywhere, in any order, says the same",
	async () => {
		for (let seed = 1; seed <= CASES; seed += 1) {
			const one = meaningCase(seed);
			const whole = await csv(of(one), one.options);
			expect(whole).not.toBe("");
			expect(await csv(cut(of(one), diceOf(seed)), one.options), `tables ${seed}`).toBe(whole);
		}
	},
	MINUTES * 60_000,
);

/** The same submission under other names of its firms, in files of their own. */
const renamed = (files: Files): Files =>
	new Map([...files].map(([name, text]) => [`b/${name}`, text.replaceAll(/^F(\d),/gm, "G$1,")]));

/** Another firm's reference tables: no option names them, so they say nothing of anybody's figures. */
const REFERENCE: Files = new Map([
	["c/factors.csv", "carrier,unit,emission_factor,source\nbituminous-coal,t,1,laboratory\nelectricity,MWh,0.1,laboratory\n"],
	["c/targets.csv", "scope,scope_id,base_year,target_year,reduction_pct,source\nall,,2020,2025,1,a decree\n"],
	["c/deflator.csv", "year,index\n2020,100\n2023,150\n"],
	["c/growth.csv", "firm,period,indicator,growth_pct\nF1,2023,co2,-50\nF1,2023,value_added,50\n"],
	["c/claims.csv", "firm,period,metric,quantity,unit\nF1,2023,total_co2,1,tCO2\n"],
	["c/firms.csv", "firm,base_intensity,target_pct\nH1,0.001,1\n"],
]);

/** The lines of firms of a submission: pools are of all. */
const linesOf = (text: string, letter: string): string[] =>
	text.split("\n").filter((line) => new RegExp(`^"?${letter}\\d`).test(line));

/** A firm's lines without what compares it with others: the path of its sector. */
const withoutSector = (text: string, letter: string): string[] => {
	const columns = (text.split("\n")[0] ?? "").replace(/^\uFEFF/, "").split(",");
	const kept = columns.flatMap((name, at) => (/sector_/i.test(name) || name === "firm" ? [] : [at]));
	return linesOf(text, letter).map((line) => {
		const cells = line.split(",");
		return [line.slice(1, 2), ...kept.map((at) => cells[at])].join(",");
	});
};

it(
	"of two submissions neither moves the other, nor do reference tables among the inputs",
	async () => {
		for (let seed = 1; seed <= CASES; seed += 1) {
			const [one, other] = [meaningCase(seed), meaningCase(seed + CASES)];
			const [left, right] = [of(one), renamed(of(other))];
			const alone = await csv(left, []);
			const beside = await csv(new Map([...left, ...right, ...REFERENCE]), []);
			expect(withoutSector(alone, "F").length, `tables ${seed}`).toBeGreaterThan(0);
			// Reference tables that no option names are refused, so the run tells errors; figures and verdicts stand.
			expect(withoutSector(beside, "F"), `tables ${seed}`).toEqual(withoutSector(alone, "F"));
			expect(withoutSector(beside, "G"), `tables ${seed}`).toEqual(withoutSector(await csv(right, []), "G"));
		}
	},
	MINUTES * 60_000,
);
