/** Findings counted exactly and kept in part: memory does not follow their number, and tallies of parts of a file join. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keptFindings as kept } from "../../src/findings/bounds.ts";
import { type Finding, finding, remark } from "../../src/findings/finding.ts";
import { fingerprint } from "../../src/findings/fingerprint.ts";
import {
	add,
	counted,
	join,
	listed,
	type OpenTally,
	only,
	openTally,
	overflowing,
	type Tally,
} from "../../src/findings/tally.ts";

const blank = (row: number): Finding =>
	finding(remark("missing-quantity", {}), { file: "energy.csv", row, line: row, column: "quantity", value: "-" }, "F1", "2023");
const negative = (row: number): Finding =>
	finding(remark("negative-quantity", {}), { file: "energy.csv", row, line: row, column: "quantity", value: "-1" }, "F1", "2023");

const tallyOf = (findings: readonly Finding[]): OpenTally => {
	const tally = openTally();
	for (const found of findings) add(tally, found);
	return tally;
};
const rows = (tally: Tally): number[] => listed(tally).map(({ at }) => at.row);

describe("a tally of findings", () => {
	it("counts every one and keeps the first by place", () => {
		const many = Array.from({ length: kept + 500 }, (_, index) => blank(kept + 500 - index));
		const tally = tallyOf([...many, negative(7)]);
		expect(counted(tally)).toEqual({ error: 1, warning: kept + 500, note: 0 });
		expect(overflowing(tally)).toEqual(["missing-quantity"]);
		const held = listed(tally).filter(({ code }) => code === "missing-quantity");
		expect(held.map(({ at }) => at.row)).toEqual(Array.from({ length: kept }, (_, index) => index + 1));
	});

	it("lists in order of place, whoever came first", () => {
		expect(rows(tallyOf([blank(9), negative(3), blank(5)]))).toEqual([3, 5, 9]);
	});

	it("of two parts joins to the tally of the whole, in any grouping", () => {
		const findings = fc.array(
			fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()).map(([row, bad]) => (bad ? negative(row) : blank(row))),
		);
		fc.assert(
			fc.property(findings, findings, findings, (a, b, c) => {
				const whole = tallyOf([...a, ...b, ...c]);
				const left = join(join(tallyOf(a), tallyOf(b)), tallyOf(c));
				const right = join(tallyOf(a), join(tallyOf(b), tallyOf(c)));
				for (const joined of [left, right]) {
					expect(counted(openTally(undefined, joined))).toEqual(counted(whole));
					expect(listed(joined)).toEqual(listed(whole));
				}
			}),
			{ numRuns: 500, seed: 11 },
		);
	});
});

describe("the findings of some firms", () => {
	const of = (found: Finding, firm: string): Finding => ({ ...found, firm }) as Finding;

	it("are theirs, whatever the order, and with those of the others they are all there are", () => {
		const found = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.constantFrom("A", "B", ""));
		fc.assert(
			fc.property(fc.array(found), (list) => {
				const findings = list.map(([row, bad, firm]) => of(bad ? negative(row) : blank(row), firm));
				const tally = tallyOf(findings);
				const mine = only(tally, ({ firm }) => firm === "A");
				const others = only(tally, ({ firm }) => firm !== "A");
				expect(listed(mine)).toEqual(listed(tally).filter(({ firm }) => firm === "A"));
				expect(counted(openTally(undefined, join(mine, others)))).toEqual(counted(tally));
			}),
		);
	});

	it("of a code with more than are kept are those that are kept: nobody knows whose the others are", () => {
		const theirs = Array.from({ length: kept + 5 }, (_, index) => of(blank(index + 1), "B"));
		const tally = tallyOf([...theirs, of(blank(kept + 9), "A"), of(negative(1), "A")]);
		expect(counted(only(tally, ({ firm }) => firm === "A"))).toEqual({ error: 1, warning: 0, note: 0 });
		expect(counted(only(tally, ({ firm }) => firm === "B"))).toEqual({ error: 0, warning: kept, note: 0 });
		expect(counted(tally)).toEqual({ error: 1, warning: kept + 6, note: 0 });
	});
});

describe("a fingerprint", () => {
	it("stays when rows move and differs by firm, period, column and value", () => {
		expect(fingerprint(negative(3))).toBe(fingerprint(negative(300)));
		expect(fingerprint(negative(3))).not.toBe(fingerprint(blank(3)));
		const other = { ...negative(3), firm: "F2" } as Finding;
		expect(fingerprint(other)).not.toBe(fingerprint(negative(3)));
		expect(fingerprint(negative(3))).toMatch(/^[0-9a-f]{16}$/);
	});
});
