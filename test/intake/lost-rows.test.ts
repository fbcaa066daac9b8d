/**
 * Whose row was lost: every worked example of the rules on lost rows, through the whole of a run. What is expected stands in
 * fixtures/reading/lost.json, and was written from the rules by somebody else.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../cli/tanlu.ts";
import { report } from "../support/reading.ts";

interface Example {
	readonly id: string;
	readonly input: string;
	readonly files: Readonly<Record<string, readonly string[]>>;
	readonly run: readonly { readonly name: string; readonly code?: string }[];
	/** Years that are withheld by firm; null: all. */
	readonly withheld: Readonly<Record<string, readonly number[] | null>>;
	readonly free: readonly string[];
}

const { examples } = JSON.parse(readFileSync(join(root, "fixtures", "reading", "lost.json"), "utf8")) as {
	examples: readonly Example[];
};

/** The examples' codes are made up without their check characters; these have them, and differ from each other in as many letters. */
const codes: Readonly<Record<string, string>> = {
	"911302000001234567": "911302000012345629",
	"911302000401234567": "911302000022345629",
	"91130200007654321M": "91130200007654322Q",
	"91130200140123456T": "21130200U022345629",
	"911302002401234566": "A11302008022345629",
};
const checked = (text: string): string => Object.entries(codes).reduce((all, [code, right]) => all.replaceAll(code, right), text);

/** Years after the base of each firm that are withheld for errors, by its name. */
const withheldOf = async ({ files, run }: Example): Promise<Map<string, number[]>> => {
	const made = await report(
		Object.entries(files).map(([name, lines]) => ({ name, text: checked(`${lines.join("\n")}\n`) })),
		{},
	);
	const nameOf = (firm: string): string =>
		run.find(({ name, code }) => firm === name || (code !== undefined && firm === checked(code)))?.name ?? firm;
	return new Map(
		made.firms.map(({ firm, years }) => [
			nameOf(firm),
			years.filter(({ verdict }) => verdict?.reasons.includes("errors")).map(({ year }) => year),
		]),
	);
};

describe("a lost row", () => {
	it.each(examples.map((one): [string, Example] => [`${one.id}: ${one.input}`, one]))("%s", async (_, example) => {
		const found = await withheldOf(example);
		for (const [firm, years] of Object.entries(example.withheld)) {
			expect([firm, found.get(firm)]).toEqual([
				firm,
				years === null ? expect.arrayContaining([2022, 2023]) : expect.arrayContaining([...years]),
			]);
			// Years that no line names are judged, but for the base that they are compared with.
			if (years !== null)
				expect(found.get(firm)?.filter((year) => !years.includes(year) && year < Math.min(...years))).toEqual([]);
		}
		for (const firm of example.free) expect([firm, found.get(firm) ?? []]).toEqual([firm, []]);
	});
});

describe("two rows in one line", () => {
	const rows = ["F1,2022,coke,100,t", "F1,2023,coke,90,t", "F2,2023,coke,80,t", "F2,2024,coke,70,t", "F3,2023,coke,60,t"];
	const lostOf = async (lines: readonly string[]): Promise<readonly string[]> => {
		const output = ["firm,period,indicator,quantity,unit,prices"];
		for (const firm of ["F1", "F2", "F3"])
			for (const year of [2020, 2021, 2022, 2023, 2024]) output.push(`${firm},${year},value added,100,10^4 CNY,constant-2020`);
		const base = ["F1", "F2", "F3"].flatMap((firm) => [2020, 2021].map((year) => `${firm},${year},coke,100,t`));
		const made = await report([
			{ name: "energy.csv", text: ["firm,period,carrier,quantity,unit", ...base, ...lines].join("\n") },
			{ name: "output.csv", text: output.join("\n") },
		]);
		return made.firms.flatMap(({ firm, years }) =>
			years.filter(({ verdict }) => verdict?.reasons.includes("errors")).map(({ year }) => `${firm} ${year}`),
		);
	};

	it("are both lost, each with its own firm and year", async () => {
		const [first, second, third, ...others] = rows;
		expect(await lostOf([`${first},${second}`, third as string, ...others])).toEqual(["F1 2022", "F1 2023"]);
		expect(await lostOf([first as string, `${second},${third}`, ...others])).toEqual(["F1 2023", "F2 2023"]);
	});

	it("whose touching cells became one withhold whom the table names", async () => {
		const [first, second, ...others] = rows;
		expect(await lostOf([`${first}${second}`, ...others])).toContain("F1 2023");
	});
});
