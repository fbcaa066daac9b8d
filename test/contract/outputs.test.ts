/** What `tanlu schema` tells of the outputs: that every report and every list of sources is as it says, and nothing else is. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSeeds } from "../../src/build/compile-seeds.ts";
import { told } from "../../src/build/seed-products.ts";
import { outputNames } from "../../src/contract/outputs.ts";
import type { Sources } from "../../src/contract/sources.ts";
import { type Report, type ReportOptions, report, type Table } from "../../src/index.ts";
import { parseFullSeeds } from "../../src/reference/full-seeds.ts";
import { loadReference } from "../../src/reference/reference.ts";
import { buildSources } from "../../src/views/build-sources.ts";
import { csv } from "../../src/views/formats/csv.ts";
import { json } from "../../src/views/formats/json.ts";
import { sourcesCsv } from "../../src/views/formats/sources-csv.ts";
import { deflator, energy, factors, firms, monthly, output, steadyFirm, tablesOf, targets } from "../support/tables.ts";
import { compiled, faults, made } from "./validator.ts";

const valid = { report: compiled(made.en.outputs.report), sources: compiled(made.zh.outputs.sources) };
/** As a program gets it. */
const written = <T extends Report | Sources>(value: T): T => JSON.parse(json(value)) as T;

const read = (folder: string, ...names: string[]): Table[] =>
	names.map((name) => ({
		name,
		reference: name === "firms.csv",
		text: readFileSync(new URL(`../../fixtures/${folder}/${name}`, import.meta.url), "utf8"),
	}));

const demo = read("demo", "energy.csv", "output.csv", "firms.csv");
const inputs: Readonly<Record<string, readonly Table[]>> = {
	demo,
	"two-firms": read("cases/two-firms", "energy.csv", "output.csv"),
	withheld: read("cases/withheld", "energy.csv", "output.csv"),
	"hostile-names": read("cases/hostile-names", "energy.csv", "output.csv"),
	"listed-firms": read("listed-firms", "energy.csv", "output.csv"),
	"energy alone": read("demo", "energy.csv"),
	"green power, sold power, heat by mass": [
		energy([
			{ carrier: "green-electricity", quantity: "5", unit: "MWh" },
			{ carrier: "electricity", quantity: "7", unit: "MWh" },
			{ carrier: "electricity", use: "sold", quantity: "9", unit: "MWh", period: "2022" },
			{ carrier: "steam", quantity: "3", enthalpy: "2800" },
			{ carrier: "hot-water", quantity: "3", temperature: "90" },
			{ carrier: "recovered-co2", quantity: "1", unit: "10^4 Nm3" },
			{ carrier: "naphtha", use: "feedstock", quantity: "2" },
			{ quantity: "4", ncv: "28.123456789012345678", carbon_content: "0.0294", oxidation_rate: "0.93" },
			{ quantity: "4", emission_factor: "2.8600", emission_factor_unit: "tCO2/t", carrier: "anthracite" },
		]),
		output([{}, { period: "2022" }]),
	],
	"a product": [
		energy([{ period: "2020" }, { period: "2023" }]),
		output([
			{ period: "2020", indicator: "production", product: "crude steel", unit: "t", prices: "" },
			{ period: "2023", indicator: "粗钢产量", unit: "万吨", prices: "" },
		]),
	],
	"all prices": [
		energy([
			{ period: "2020" },
			{ period: "2021" },
			{ period: "2022" },
			{ period: "2023" },
			...monthly({ carrier: "diesel" }, "2024"),
		]),
		output([
			{ period: "2020", prices: "current" },
			{ period: "2021", prices: "" },
			{ period: "2022", prices: "constant-2015" },
			...monthly({ prices: "current" }).slice(0, 6),
			...monthly({ prices: "constant-2020" }).slice(6),
			...monthly({ prices: "current" }, "2024"),
		]),
	],
	"tables of the user's own": [
		...tablesOf(
			steadyFirm({ co2: { 2020: "1000", 2021: "900", 2022: "800" } }),
			steadyFirm({ firm: "F2", co2: { 2020: "0", 2021: "5" } }),
		),
		firms([
			{ firm: "F1", sector: "steel", province: "Hebei", base_intensity: "1.1", base_year: "2020", target_pct: "20" },
			{ firm: "F2", sector: "C30", province: "", base_intensity: "", base_year: "", target_pct: "" },
		]),
		factors([
			{ emission_factor: "0.440" },
			{ carrier: "diesel", ncv: "42.652", carbon_content: "0.0202", oxidation_rate: "0.98" },
		]),
		deflator([
			{ year: "2021", index: "108.1" },
			{ year: "2022", index: "112.5" },
		]),
		targets([{}, { scope: "sector", scope_id: "steel", reduction_pct: "20", base_intensity: "1.25" }]),
	],
	"thirds and a loss": [
		...tablesOf(
			steadyFirm({ co2: { 2020: "1000", 2021: "333.333" }, valueAdded: "3" }),
			steadyFirm({ firm: "F2", co2: { 2020: "7" }, valueAdded: "0" }),
		),
	],
};

/** Each choice alone, and some that meet. */
const choices: readonly ReportOptions[] = [
	{},
	{ path: "linear" },
	{ boundary: "energy" },
	{ marketBased: true, electricity: "national" },
	{ marketBased: true, electricity: "national@2023" },
	{ electricity: "provincial" },
	{ electricity: "provincial@2021" },
	{ electricity: "0.6101" },
	{ targets: "plan-15" },
	{ targets: "provincial" },
	{ targets: "plan-15", path: "linear", electricity: "national" },
	{ per: "output-value" },
	{ per: "revenue" },
	{ per: "product:crude steel" },
	{ per: "product:粗钢" },
	{ prices: "constant-2020" },
	{ absentIsZero: true },
	{ addRepeats: true, absentIsZero: true, prices: "constant-2020" },
	{ map: ["raw-coal=bituminous-coal"] },
	{ asOf: "2022-06-30" },
	{ year: [2021, 2023] },
	{ firm: ["F01", "F1"] },
	{ firm: ["nobody"] },
	...loadReference().seeds.fuelSets.map(({ id }) => ({ factors: id })),
];

describe("reports", () => {
	it.each(choices)("are as the schema says under %j, which some tables take", async (options) => {
		const taken: string[] = [];
		for (const [name, tables] of Object.entries(inputs)) {
			let made: Report;
			try {
				made = await report(tables, options);
			} catch (error) {
				// A choice may name what these tables do not have; then there is no report.
				expect(error).toMatchObject({ name: "ReportError" });
				continue;
			}
			taken.push(name);
			expect([name, faults(valid.report, written(made))]).toEqual([name, []]);
		}
		expect(taken).not.toEqual([]);
	});
});

describe("the schema of the report", () => {
	it("knows every object: with any key gone, or one too many, none is valid", async () => {
		const whole = written(await report(demo));
		expect(faults(valid.report, whole)).toEqual([]);
		const objects: (readonly [string, Record<string, unknown>])[] = [];
		const walk = (value: unknown, path: string): void => {
			if (value === null || typeof value !== "object") return;
			// One firm, year, carrier is like the next.
			if (Array.isArray(value)) {
				walk(value[0], `${path}[]`);
				return;
			}
			objects.push([path, value as Record<string, unknown>]);
			for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
		};
		walk(whole, "");
		expect(objects.length).toBeGreaterThan(15);
		for (const [path, object] of objects) {
			for (const key of Object.keys(object)) {
				const { [key]: kept } = object;
				delete object[key];
				expect([path, key, valid.report(whole)]).toEqual([path, key, false]);
				object[key] = kept;
			}
			object["more"] = null;
			expect([path, valid.report(whole)]).toEqual([path, false]);
			delete object["more"];
		}
		expect(valid.report(whole)).toBe(true);
	});

	it("knows every value: with nonsense in its place none is valid", async () => {
		const whole = written(await report(demo));
		/** What may be any text. */
		const open =
			/\.(firm|name|province|message|remedy|source|unit|targets|electricity|deflator|column|value|file|sheet|period|cause|fingerprint)$/;
		const places: { readonly holder: Record<string, unknown>; readonly key: string; readonly path: string }[] = [];
		const walk = (value: unknown, path: string): void => {
			if (value === null || typeof value !== "object") return;
			for (const [key, item] of Object.entries(value)) {
				const place = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
				if (item === null || typeof item !== "object")
					places.push({ holder: value as Record<string, unknown>, key, path: place });
				else walk(item, place);
			}
		};
		walk(whole, "");
		const nonsense = fc.constantFrom<unknown>(1.5, "1.50", "-0", "1E3", "NaN", "?!", [], {}, -1);
		fc.assert(
			fc.property(fc.constantFrom(...places), nonsense, ({ holder, key, path }, value) => {
				if (open.test(path) && typeof value === "string") return;
				const { [key]: kept } = holder;
				holder[key] = value;
				const accepted = valid.report(whole);
				holder[key] = kept;
				expect([path, value, accepted]).toEqual([path, value, false]);
			}),
			{ numRuns: 400 },
		);
	});
});

const seeds = compileSeeds(new URL("../../seeds", import.meta.url).pathname);
const full = parseFullSeeds(JSON.stringify(told(seeds)));
const tool = { version: "1.2.3", seeds: `sha256:${seeds.hash}`, rules: `sha256:${seeds.rulesHash}` };
const modes = ["national", "national@2021", "national@2023", "provincial", "provincial@2021", "0.5568"];

describe("sources", () => {
	const sets = full.fuelSets.map(({ id }) => id);

	it.each(sets)("are as the schema says with %s in force", (set) => {
		for (const electricity of modes) {
			for (const plan of ["plan-14", "plan-15", "provincial"]) {
				const value = written(buildSources(full, { factors: set, electricity, targets: plan }, tool));
				expect([electricity, plan, faults(valid.sources, value)]).toEqual([electricity, plan, []]);
			}
		}
	});

	it("are not valid with a key gone", () => {
		const value: Record<string, unknown> = {
			...written(buildSources(full, { factors: "ndrc-guidelines", electricity: "national", targets: "plan-14" }, tool)),
		};
		for (const key of Object.keys(value)) {
			const { [key]: _, ...less } = value;
			expect([key, valid.sources(less)]).toEqual([key, false]);
		}
	});
});

describe("both languages", () => {
	it("say of every key what it is, and nothing else differs", () => {
		const sentences: string[] = [];
		const bare = (value: unknown, named: boolean): unknown => {
			if (Array.isArray(value)) return value.map((item) => bare(item, false));
			if (value === null || typeof value !== "object") return value;
			return Object.fromEntries(
				Object.entries(value).flatMap(([key, item]) => {
					if (!named && (key === "description" || key === "title")) {
						sentences.push(String(item));
						return [];
					}
					return [[key, bare(item, key === "properties")]];
				}),
			);
		};
		for (const output of outputNames) expect(bare(made.zh.outputs[output], false)).toEqual(bare(made.en.outputs[output], false));
		expect(sentences.filter((text) => text.trim() === "")).toEqual([]);
		// Every Chinese sentence has Chinese in it, every English one none.
		expect(sentences.filter((text) => /[一-鿿]/.test(text)).length).toBe(sentences.length / 2);
	});

	it("have a sentence at every property", () => {
		const silent: string[] = [];
		const walk = (value: unknown, path: string): void => {
			if (value === null || typeof value !== "object") return;
			for (const [key, item] of Object.entries(value)) {
				if (key === "properties")
					for (const [name, schema] of Object.entries(item as Record<string, { description?: string }>))
						if ((schema.description ?? "") === "") silent.push(`${path}.${name}`);
				walk(item, `${path}.${key}`);
			}
		};
		for (const language of ["en", "zh"] as const) walk(made[language].outputs, language);
		expect(silent).toEqual([]);
	});
});

describe("the dictionaries of csv columns", () => {
	const written = Object.keys(made.en.columns) as (keyof typeof made.en.columns)[];

	it.each(written)("%s has a sentence for each in both languages, which differ in nothing else", (name) => {
		const bare = (language: "en" | "zh"): unknown => made[language].columns[name].map(({ description: _, ...rest }) => rest);
		expect(bare("zh")).toEqual(bare("en"));
		for (const { description } of made.en.columns[name]) expect(description).toMatch(/^[\x20-\x7e]+\.$/);
		for (const { description } of made.zh.columns[name]) expect(description).toMatch(/[一-鿿].*。$/);
	});
});

describe("the dictionary of the csv of sources", () => {
	const dictionary = made.en.columns.sources;
	const texts = modes.map((electricity) =>
		sourcesCsv(buildSources(full, { factors: "ndrc-guidelines", electricity, targets: "provincial" }, tool)),
	);
	const rows = texts.flatMap((text) => parse(text, { columns: true }) as unknown as Record<string, string>[]);

	it("has the columns of the csv in order", () => {
		expect(dictionary).toHaveLength(33);
		for (const text of texts) expect(dictionary.map(({ column }) => column).join(",")).toBe(text.split("\n")[0]);
	});

	it("says of each cell what it is, and of none that is always empty", () => {
		const forms = { string: /^/, integer: /^(19|20)\d\d$/, decimal: /^-?(0|[1-9]\d*)(\.\d+)?$/ };
		const wrong = rows.flatMap((row) =>
			dictionary.filter(({ column, type }) => row[column] !== "" && !forms[type as keyof typeof forms].test(row[column] ?? "")),
		);
		expect(wrong).toEqual([]);
		expect(dictionary.filter(({ column }) => rows.every((row) => row[column] === ""))).toEqual([]);
	});

	it("has three columns of years, and figures that are not whole in eleven", () => {
		const of = (type: string): string =>
			dictionary
				.filter((one) => one.type === type)
				.map(({ column }) => column)
				.join(" ");
		expect(of("integer")).toBe("year base_year target_year");
		expect(of("decimal")).toBe(
			"value ncv carbon_content oxidation_rate oxidation_printed co2_per_unit lowest highest difference_pct from_in_force_pct difference_points",
		);
	});

	it("names sections, verifications and refusals that there are, each of them", () => {
		for (const column of ["section", "verified", "refusal"]) {
			const { description = "" } = dictionary.find((one) => one.column === column) ?? {};
			const used = [...new Set(rows.map((row) => row[column] ?? ""))].filter((word) => word !== "");
			expect(used.length).toBeGreaterThan(1);
			for (const word of used) expect([column, description.includes(word)]).toEqual([column, true]);
		}
	});

	it("gives every figure its unit, but for shares and what is per a unit that differs", () => {
		const without = dictionary.filter(({ type, unit, unitColumn }) => type === "decimal" && unit === null && unitColumn === null);
		expect(without.map(({ column }) => column)).toEqual(["ncv", "oxidation_rate", "oxidation_printed", "co2_per_unit"]);
		for (const row of rows)
			for (const { column, unitColumn } of dictionary)
				if (unitColumn !== null && (row[column] ?? "") !== "" && !["factor-set", "limit"].includes(row["section"] ?? ""))
					expect([row["section"], column, row[unitColumn]]).toEqual([row["section"], column, expect.stringMatching(/./)]);
	});
});

describe("the dictionary of the csv of reports", () => {
	const dictionary = made.en.columns.report;

	it("has the columns of the csv in order", async () => {
		const [header] = csv(await report(demo)).split("\n");
		expect(dictionary.map(({ column }) => column).join(",")).toBe(header);
	});

	it("says of each cell what it is", async () => {
		const forms = { string: /^/, integer: /^(0|[1-9]\d*)$/, decimal: /^-?(0|[1-9]\d*)(\.\d+)?$/ };
		const filled = new Set<string>();
		for (const tables of Object.values(inputs)) {
			const rows = parse(csv(await report(tables)), { columns: true }) as unknown as Record<string, string>[];
			for (const row of rows) {
				for (const { column, type } of dictionary) {
					const cell = row[column] ?? "";
					if (cell === "") continue;
					filled.add(column);
					expect([column, cell]).toEqual([column, expect.stringMatching(forms[type as keyof typeof forms])]);
				}
			}
		}
		expect(dictionary.filter(({ column }) => !filled.has(column))).toEqual([]);
	});

	it("has columns of whole numbers for years and a count", () => {
		const whole = dictionary.filter(({ type }) => type === "integer").map(({ column }) => column);
		expect(whole).toEqual(["year", "own_base_year", "sector_firms"]);
	});

	it("names a unit for every figure that has one, or the column it stands in", () => {
		const without = dictionary.filter(({ type, unit, unitColumn }) => type === "decimal" && unit === null && unitColumn === null);
		expect(without.map(({ column }) => column)).toEqual(["schedule_ratio"]);
		for (const { unitColumn } of dictionary)
			if (unitColumn !== null) expect(dictionary.map(({ column }) => column)).toContain(unitColumn);
	});
});
