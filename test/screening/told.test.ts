/** What a firm's rules suspect is weighed while the firm is at hand, up to a bound; what comes behind it is asked for again. */
import { describe, expect, it } from "vitest";
import { finding, nowhere, remark } from "../../src/findings/finding.ts";
import { openTally } from "../../src/findings/tally.ts";
import type { Answer, FirmCase, Suspicion } from "../../src/screening/rule.ts";
import { Hearing, tell } from "../../src/screening/told.ts";
import { casesIn } from "../support/histories.ts";
import { energy } from "../support/tables.ts";

const suspicion: Suspicion = {
	finding: finding(remark("baseline-unused", { code: "odd-month", reason: "" }), nowhere, "A", "2021"),
	year: 2021,
	impact: { over: 12n, under: 1n },
};
const fails = (count: number): Answer => ({ kind: "fail", suspicions: Array.from({ length: count }, () => suspicion) });

describe("what a firm's rules suspect", () => {
	it("is told later as it would have been told at once, and nothing of the firm is kept with it", async () => {
		const [one] = (await casesIn([energy([{ firm: "A", quantity: "1" }])])) as [FirmCase];
		const tally = openTally({ gravityOf: () => "warning", isKnown: () => false });
		const heard = new Hearing(tally).of([{ kind: "pass" }, fails(1)], one);
		expect(heard?.answers).toEqual([{ kind: "pass" }, { kind: "fail", suspicions: [] }]);
		expect(tally.counts.size).toBe(0);
		const doubts = new Map();
		for (const told of heard?.told ?? []) tell(told, doubts, tally);
		expect([...tally.counts]).toEqual([["baseline-unused", 1]]);
		expect([...doubts.get("A").get(2021).byPlace.values()]).toEqual([{ over: 12n, under: 1n }]);
		expect(JSON.stringify(heard, (_, value) => (typeof value === "bigint" ? String(value) : value)).length).toBeLessThan(1000);
	});

	it("is asked of a baseline when it is told, and not before", async () => {
		const [one] = (await casesIn([energy([{ firm: "A", quantity: "1" }])])) as [FirmCase];
		let asked = 0;
		const tally = openTally({
			gravityOf: () => "warning",
			isKnown: () => {
				asked += 1;
				return true;
			},
		});
		const heard = new Hearing(tally).of([fails(1)], one);
		expect(asked).toBe(0);
		const doubts = new Map();
		for (const told of heard?.told ?? []) tell(told, doubts, tally);
		expect(asked).toBeGreaterThan(0);
		expect(doubts.size).toBe(0);
	});

	it("is kept up to a bound, whatever the number of firms", async () => {
		const [one] = (await casesIn([energy([{ firm: "A", quantity: "1" }])])) as [FirmCase];
		const hearing = new Hearing(openTally());
		expect(hearing.of([fails(1 << 15)], one)?.told.length).toBe(1 << 15);
		expect(hearing.of([fails(1)], one)).toBeUndefined();
	});
});
