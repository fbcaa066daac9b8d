/**
 * Totals stand for the rows they were made of: tables cut anywhere, in any order, and any of the pieces made totals of, say the same to
 * the byte. On the random tables of the oracle, as in cuts.test.ts; CUT_CASES sets how many.
 */
import { expect, it } from "vitest";
import { type Heard, program } from "../support/memory-host.ts";
import { type Files, filesOf } from "./asking.ts";
import { type Dice, diceOf } from "./dice.ts";
import { meaningCase } from "./meaning/random/cases.ts";

const CASES = Number(process.env["CUT_CASES"] ?? 30);
const MINUTES = 20;

const report = (files: Files, options: readonly string[]): Promise<Heard> =>
	program(["report", "--no-screen", "--format", "csv", ...options, ...files.keys()], { files });

/** Options that decide how rows are read are given where they are read. */
const reading = (options: readonly string[]): string[] => options.filter((option) => /^--(add-repeats|map)/.test(option));

/** Each table shuffled and cut into one to four. */
const pieces = (files: Files, dice: Dice): [string, string][] =>
	[...files].flatMap(([name, text]) => {
		const [header = "", ...rows] = text.trimEnd().split("\n");
		const mixed = dice.shuffle(rows);
		const size = Math.ceil(mixed.length / dice.between(1, 4));
		return Array.from({ length: Math.ceil(mixed.length / size) }, (_, at): [string, string] => [
			`${at}-${name}`,
			`${[header, ...mixed.slice(at * size, (at + 1) * size)].join("\n")}\n`,
		]);
	});

const totalOf = async (files: Files, options: readonly string[]): Promise<string> => {
	const { stdout, code } = await program(["total", ...reading(options), ...files.keys()], { files });
	expect(code).toBeLessThanOrEqual(1);
	return stdout;
};

it(
	"of any rows, good or bad, make the report that the rows make",
	async () => {
		for (let seed = 1; seed <= CASES; seed += 1) {
			const { tables, options } = meaningCase(seed);
			const files = filesOf(tables.energy, tables.output);
			const totals = new Map([["totals.csv", await totalOf(files, options)]]);
			const [whole, after] = [await report(files, options), await report(totals, options)];
			expect(after.stdout, `tables ${seed}`).toBe(whole.stdout);
			expect(after.code, `tables ${seed}`).toBe(whole.code);
		}
	},
	MINUTES * 60_000,
);

it(
	"of any pieces, beside pieces that are none, say the same; so do totals of totals",
	async () => {
		let clean = 0;
		for (let seed = 1; seed <= 4 * CASES && clean < CASES; seed += 1) {
			const { tables, options } = meaningCase(seed);
			const files = filesOf(tables.energy, tables.output);
			const whole = await report(files, options);
			// Of copies and contradictions in two pieces nobody could tell what they are once they were added up.
			const said = await program(["total", ...reading(options), ...files.keys()], { files });
			if (said.code !== 0 || /repeated-entry/.test(said.stderr)) continue;
			clean += 1;
			const dice = diceOf(seed);
			const cut = dice.shuffle(pieces(files, dice));
			const mixed: Files = new Map();
			for (const [at, [name, text]] of cut.entries()) {
				const made = dice.between(0, 2);
				const once = made === 0 ? text : await totalOf(new Map([[name, text]]), options);
				mixed.set(`${at}.csv`, made < 2 ? once : await totalOf(new Map([[name, once]]), options));
			}
			expect((await report(mixed, options)).stdout, `tables ${seed}`).toBe(whole.stdout);
			const all = await totalOf(mixed, options);
			expect((await report(new Map([["all.csv", all]]), options)).stdout, `totals of tables ${seed}`).toBe(whole.stdout);
		}
		expect(clean).toBeGreaterThan(CASES / 4);
	},
	MINUTES * 60_000,
);

/** Firms of a few carriers over years of months, with what rules over histories ask about: copied months, slips, months that repeat. */
const histories = (dice: Dice): Files => {
	const energy: string[] = [];
	const output: string[] = [];
	const usual = Array.from({ length: 24 }, () => dice.between(800, 1200));
	for (let firm = 1; firm <= 4; firm += 1)
		for (const year of [2020, 2021, 2022]) {
			for (let month = 1; month <= 12; month += 1) {
				const period = `${year}-${String(month).padStart(2, "0")}`;
				const odd = dice.between(1, 12);
				for (const [at, carrier] of ["bituminous-coal", "electricity"].entries()) {
					const plain = `${usual[(month * 2 + at + firm) % 24]}.${dice.between(0, 99)}`;
					const amount = odd === 1 ? `${dice.between(5, 80)}000` : odd === 2 ? `${usual[0]}.5` : plain;
					energy.push(`F${firm},${period},${carrier},${amount},${at === 0 ? "t" : "MWh"}`);
				}
				output.push(`F${firm},${period},value_added,${dice.between(900, 1100)},10^4 CNY,constant-2020`);
			}
		}
	return new Map([
		["energy.csv", `firm,period,carrier,quantity,unit\n${energy.join("\n")}\n`],
		["output.csv", `firm,period,indicator,quantity,unit,prices\n${output.join("\n")}\n`],
	]);
};

it(
	"leave rules over histories all they ask for: what they doubt, and how much, is the same",
	async () => {
		for (let seed = 1; seed <= CASES / 3; seed += 1) {
			const files = histories(diceOf(seed));
			const asked = async (all: Files): Promise<readonly unknown[]> => {
				const { stdout } = await program(["report", "--format", "json", ...all.keys()], { files: all });
				// A finding's fingerprint is of the file it stands in.
				const { firms, findings } = JSON.parse(stdout.replaceAll(/"[0-9a-f]{16}"/g, '"fingerprint"')) as {
					firms: unknown;
					findings: { list: Record<string, unknown>[] };
				};
				const told = findings.list.map(({ code, firm, period, weightTonnes, couldTurnVerdict }) =>
					[code, firm, period, weightTonnes, couldTurnVerdict].join(" "),
				);
				return [firms, told.sort()];
			};
			const whole = await asked(files);
			const totals = new Map([["totals.csv", await totalOf(files, [])]]);
			expect(whole[1]).not.toEqual([]);
			expect(await asked(totals), `histories ${seed}`).toEqual(whole);
		}
	},
	MINUTES * 60_000,
);
