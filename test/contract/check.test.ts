/** What `tanlu schema check` tells: that every run of findings is as it says, that nothing else is, and the csv beside it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { codes, gravities } from "../../src/findings/gravity.ts";
import { checkCsv } from "../../src/views/formats/check-csv.ts";
import { checkJson } from "../../src/views/formats/check-json.ts";
import { anyCheck, small } from "../support/checks.ts";
import { readCsv } from "../views/readers.ts";
import { compiled, faults, made } from "./validator.ts";

const valid = compiled(made.zh.outputs.check);
/** As a program gets it. */
const written = (value: Check): Record<string, unknown> => JSON.parse(checkJson(value)) as Record<string, unknown>;

interface Place {
	readonly holder: Record<string, unknown>;
	readonly key: string;
	readonly path: string;
}

/** Every value that holds no other, with where it stands. */
function leavesOf(value: unknown, path = ""): Place[] {
	if (typeof value !== "object" || value === null) return [];
	const holder = value as Record<string, unknown>;
	return Object.entries(value).flatMap(([key, one]): Place[] => {
		const place = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
		return typeof one === "object" && one !== null ? leavesOf(one, place) : [{ holder, key, path: place }];
	});
}

/** Every object but those in lists, whose other items are alike. */
function objectsOf(value: unknown, path = ""): Place[] {
	if (typeof value !== "object" || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((one) => objectsOf(one, `${path}[]`));
	const holder = value as Record<string, unknown>;
	return Object.entries(value).flatMap(([key, one]) => [{ holder, key, path }, ...objectsOf(one, `${path}.${key}`)]);
}

describe("findings as json", () => {
	it("are as the schema says, whatever the tables hold", () => {
		fc.assert(
			fc.property(anyCheck, ({ check }) => {
				expect(faults(valid, written(check))).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it("are not valid with any key gone, or one too many", () => {
		const whole = written(small);
		const places = objectsOf(whole);
		expect(new Set(places.map(({ path }) => path)).size).toBeGreaterThan(10);
		for (const { holder, key, path } of places) {
			const { [key]: kept } = holder;
			delete holder[key];
			expect([path, key, valid(whole)]).toEqual([path, key, false]);
			holder[key] = kept;
			holder["more"] = null;
			expect([path, valid(whole)]).toEqual([path, false]);
			delete holder["more"];
		}
		expect(valid(whole)).toBe(true);
	});

	it("are not valid with nonsense in any value that is not free text", () => {
		const whole = written(small);
		const open = /\.(message|remedy|file|sheet|column|value|firm|period|cause|fingerprint|reason|name)$/;
		const nonsense = [1.5, "1.50", "-0", "NaN", "?!", [], {}, -1];
		for (const { holder, key, path } of leavesOf(whole)) {
			const { [key]: kept } = holder;
			for (const value of nonsense) {
				if (open.test(path) && typeof value === "string") continue;
				holder[key] = value;
				expect([path, value, valid(whole)]).toEqual([path, value, false]);
			}
			holder[key] = kept;
		}
		expect(valid(whole)).toBe(true);
	});

	it("are said to be of tanlu, of a version of the contract, and of a catalogue's rules", () => {
		const schema = made.en.outputs.check as unknown as {
			readonly $id: string;
			readonly properties: Readonly<Record<string, { readonly description: string }>>;
		};
		expect(schema.$id).toBe("urn:tanlu:schema:check:1");
		expect(Object.keys(schema.properties)).toEqual(["schemaVersion", "tool", "inputs", "rules", "findings"]);
		for (const rule of ["M-301", "S-01"]) expect(valid(ofRule(rule))).toBe(true);
		for (const rule of ["M301", "m-301", "M-", "future-month"]) expect([rule, valid(ofRule(rule))]).toEqual([rule, false]);
	});
});

const ofRule = (rule: string): Record<string, unknown> =>
	written({ ...small, rules: [{ ...(small.rules[0] as Check["rules"][number]), rule }] });

describe("the dictionary of the csv of findings", () => {
	const dictionary = made.en.columns.check;

	it("has the columns of the contract in order", () => {
		expect(dictionary.map(({ column }) => column).join(",")).toBe(
			"gravity,code,file,sheet,row,line,column,letter,value,firm,period,message,remedy,weight_tonnes,could_turn_verdict,cause,fingerprint,known,known_until",
		);
	});

	it("says of each cell what it is", () => {
		const forms = { string: /^/, integer: /^[1-9]\d*$/, decimal: /^(0|[1-9]\d*)(\.\d+)?$/ };
		const filled = new Set<string>();
		fc.assert(
			fc.property(anyCheck, ({ check }) => {
				for (const row of readCsv(checkCsv(check))) {
					expect(gravities).toContain(row["gravity"]);
					expect(codes).toContain(row["code"]);
					expect(row["could_turn_verdict"]).toMatch(/^(yes|no)?$/);
					for (const { column, type } of dictionary) {
						const cell = row[column] ?? "";
						if (cell === "") continue;
						filled.add(column);
						expect([column, cell]).toEqual([column, expect.stringMatching(forms[type as keyof typeof forms])]);
					}
				}
			}),
			{ numRuns: 200 },
		);
		expect(dictionary.filter(({ column }) => !filled.has(column))).toEqual([]);
	});

	it("gives tonnes their unit, and nothing else one", () => {
		expect(dictionary.filter(({ unit, unitColumn }) => unit !== null || unitColumn !== null)).toMatchObject([
			{ column: "weight_tonnes", type: "decimal", unit: "tCO2", unitColumn: null },
		]);
	});
});
