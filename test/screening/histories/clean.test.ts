/** Firms whose data are clean: no rule over histories says anything of them, and those that cannot be asked say why. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { historyRules, runRules } from "../../../src/screening/rules/histories.ts";
import { answerToCases, casesIn } from "../../support/histories.ts";

const read = (folder: string, ...names: string[]) =>
	names.map((name) => ({
		name,
		reference: name === "firms.csv",
		text: readFileSync(new URL(`../../../fixtures/${folder}/${name}`, import.meta.url), "utf8"),
	}));

const clean = [
	{ name: "the demonstration", tables: read("demo", "energy.csv", "output.csv", "firms.csv"), firms: 20 },
	{ name: "two firms", tables: read("cases/two-firms", "energy.csv", "output.csv"), firms: 2 },
];

describe.each(clean)("$name", ({ tables, firms }) => {
	it("gives not one finding", async () => {
		const cases = await casesIn(tables);
		expect(cases).toHaveLength(firms);
		const found = [
			...cases.flatMap((one) => historyRules.map((rule) => [one.firm.firm, rule.id, rule.judge(one)] as const)),
			...runRules.map((rule) => ["all", rule.id, answerToCases(rule, cases)] as const),
		].flatMap(([firm, id, answer]) =>
			answer.kind === "fail" ? answer.suspicions.map(({ finding }) => `${firm} ${id}: ${JSON.stringify(finding)}`) : [],
		);
		expect(found).toEqual([]);
	});
});
