/**
 * The generator of office mistakes: what it says is true is true, the submissions it lays mistakes into are clean, and plausible
 * histories are told nothing. MISTAKES_CLEAN sets how many histories, MISTAKES_FIRMS how many firms of each kind.
 */
import { expect, it } from "vitest";
import { root } from "../cli/tanlu.ts";
import { cleanDraft, tablesOf } from "./draft.ts";
import { carriers } from "./facts.ts";
import { emitted, years } from "./firms.ts";
import { decimal, fraction, shown } from "./fraction.ts";
import { histories } from "./histories.ts";
import { standing, truthsOf } from "./judge.ts";
import { kinds } from "./kinds/index.ts";
import { cleanTwin } from "./measure.ts";
import { outcomes, wantedOutcomes } from "./wanted.ts";

const FIRMS = Number(process.env["MISTAKES_FIRMS"] ?? 2);
const CLEAN = Number(process.env["MISTAKES_CLEAN"] ?? 300);
const MINUTES = 20;
const wanted = wantedOutcomes(root);

it("makes each kind that the fixture lists, and no other", () => {
	expect(wanted.map(({ id }) => id).sort()).toEqual([...kinds.keys()].sort());
	expect(new Set(wanted.map(({ id }) => id)).size).toBe(wanted.length);
	expect(wanted.length).toBeGreaterThanOrEqual(120);
});

it("knows of each kind what is wanted, and of one without a trace the reason", () => {
	for (const { id, outcome, trueFigure, cause, why, source, item } of wanted) {
		expect(outcomes, id).toContain(outcome);
		expect(["stands", "may stand", "cannot stand"], id).toContain(trueFigure);
		expect(source, id).not.toBe("");
		if (outcome === "no trace") expect(why, id).not.toBe("");
		if (["error", "refused", "warned", "doubt", "statistical"].includes(outcome)) expect(cause, id).not.toEqual([]);
		if (outcome !== "no trace") expect(Number(item), id).toBeGreaterThan(0);
	}
});

it("counts carbon as the published tables do", () => {
	// Products by hand of heat value, carbon content, share burnt and 44/12.
	const one = 100n;
	expect(shown(emitted({ carrier: "coal", use: "consumed", amount: one }))).toBe("2.0715092552");
	expect(shown(emitted({ carrier: "anthracite", use: "consumed", amount: one }))).toBe("2.322768466333");
	expect(shown(emitted({ carrier: "anthracite", use: "feedstock", amount: one }))).toBe("2.471030283333");
	expect(shown(emitted({ carrier: "coke", use: "sold", amount: one }))).toBe("-2.851825284");
	expect(shown(emitted({ carrier: "coke", use: "product", amount: one }))).toBe("-3.0664788");
	expect(shown(emitted({ carrier: "gas", use: "consumed", amount: one }))).toBe("21.62188809");
	expect(shown(emitted({ carrier: "furnaceGas", use: "consumed", amount: one }))).toBe("9.68648076");
	expect(shown(emitted({ carrier: "electricity", use: "consumed", amount: one }))).toBe("5.568");
	expect(shown(emitted({ carrier: "methanol", use: "product", amount: one }))).toBe("-1.375");
	expect(shown(carriers.gas.tce)).toBe("13.3");
});

it("rounds half to even and writes no zero at the end", () => {
	expect(shown(fraction(1n, 3n), 4)).toBe("0.3333");
	expect(shown(fraction(5n, 2n), 0 + 1)).toBe("2.5");
	expect(shown(decimal("0.125"), 2)).toBe("0.12");
	expect(shown(decimal("0.375"), 2)).toBe("0.38");
	expect(shown(decimal("-12.500"), 3)).toBe("-12.5");
	expect(shown(decimal("40"), 3)).toBe("40");
});

it("makes the same submission each time, and another for another number", () => {
	for (const needs of [{}, { wide: true }, { yearly: true }]) {
		expect(tablesOf(cleanDraft(needs, 1))).toEqual(tablesOf(cleanDraft(needs, 1)));
		expect(tablesOf(cleanDraft(needs, 1))).not.toEqual(tablesOf(cleanDraft(needs, 2)));
	}
});

it(
	"lays something into the submission, whatever the kind",
	() => {
		for (const [id, kind] of kinds)
			for (let index = 0; index < FIRMS; index += 1) {
				const draft = cleanDraft(kind.needs ?? {}, index);
				const before = JSON.stringify([tablesOf(draft), draft.options, [...truthsOf(draft)].map(([key]) => key)]);
				const facts = draft.facts.length;
				kind.lay(draft);
				const after = JSON.stringify([tablesOf(draft), draft.options, [...truthsOf(draft)].map(([key]) => key)]);
				expect(after !== before || draft.facts.length !== facts, `${id} ${index}`).toBe(true);
			}
	},
	MINUTES * 60_000,
);

it(
	"lays it into submissions that are clean: every verdict stands on the true figure, and no error is told",
	async () => {
		for (const [id, { needs = {} }] of kinds)
			for (let index = 0; index < FIRMS; index += 1) {
				const { draft, report } = await cleanTwin(needs, index);
				const stands = standing(report, truthsOf(draft));
				expect(stands.wrong, `${id} ${index}`).toEqual([]);
				expect(stands.right.length, `${id} ${index}`).toBe(2 * (years.length - 1));
				expect(report.findings.counts.error, `${id} ${index}`).toBe(0);
			}
	},
	MINUTES * 60_000,
);

it(
	"is told nothing by rules over histories of plausible ones either, and every verdict stands",
	async () => {
		const told = await histories(CLEAN, {});
		expect([...told.codes]).toEqual([]);
		expect([told.errors, told.wrong, told.withheld]).toEqual([0, 0, 0]);
	},
	MINUTES * 60_000,
);

it(
	"is told nothing by reading of plausible histories: growing, seasonal, starting up, stopping in summer and the like",
	async () => {
		const told = await histories(CLEAN, { noScreen: true });
		expect(told.errors, [...told.codes.keys()].join()).toBe(0);
		expect(told.warnings, [...told.codes.keys()].join()).toBeLessThanOrEqual(10);
		expect([told.wrong, told.withheld]).toEqual([0, 0]);
	},
	MINUTES * 60_000,
);
