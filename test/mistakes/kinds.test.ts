/**
 * Thresholds: of the mistakes that are read or made errors of, all are found, the cause is named, and no verdict stands on a
 * wrong figure. MISTAKES_FIRMS sets how many firms of each kind.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { codes } from "../../src/findings/gravity.ts";
import { root } from "../cli/tanlu.ts";
import { kinds } from "./kinds/index.ts";
import { type Case, type Line, measureAll, share } from "./measure.ts";
import { wantedOutcomes } from "./wanted.ts";

const FIRMS = Number(process.env["MISTAKES_FIRMS"] ?? 1);
const MINUTES = 20;

/** What the rules of reading promise; statistical kinds and those without a trace promise nothing yet. */
const promised = wantedOutcomes(root).filter(({ outcome }) => outcome !== "statistical" && outcome !== "no trace");

/** Codes with which a run stops instead of a report. */
const stops: readonly string[] = ["bad-option", "bad-reference-table", "not-recognised", "layout-not-read"];

const lines: Line[] = [];
let cases: readonly Case[] = [];

beforeAll(async () => {
	lines.push(...(await measureAll(promised, kinds, FIRMS)));
	cases = lines.flatMap((line) => line.cases);
}, MINUTES * 60_000);

/** Kinds with a case of which this holds, as lines to read. */
const those = (holds: (one: Case) => boolean, tell: (one: Case) => string): string[] =>
	cases.filter(holds).map((one) => `${one.kind} ${one.index}: ${tell(one)}`);

describe("office mistakes", () => {
	it("name causes by codes that exist", () => {
		const known = new Set<string>([...codes, ...stops]);
		expect([...new Set(promised.flatMap(({ cause }) => cause))].filter((code) => !known.has(code)).sort()).toEqual([]);
	});

	it("are all found, or read as they are meant", () => {
		expect(
			those(
				({ found }) => !found,
				({ codes: told }) => told.join(", "),
			),
		).toEqual([]);
	});

	it("have their cause named in 95 of 100", () => {
		const unnamed = those(
			({ named }) => !named,
			({ codes: told }) => told.join(", "),
		);
		expect(
			share(cases, ({ named }) => named),
			unnamed.join("\n"),
		).toBeGreaterThanOrEqual(0.95);
	});

	it("leave no verdict on a wrong figure", () => {
		expect(
			those(
				({ wrong }) => wrong.length > 0,
				({ wrong }) => wrong.join("; "),
			),
		).toEqual([]);
	});

	it("are met with no proposal that leads to a wrong figure", () => {
		expect(
			those(
				({ misleading }) => misleading.length > 0,
				({ misleading }) => misleading.join("; "),
			),
		).toEqual([]);
	});
});
