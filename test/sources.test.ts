/**
 * What `sources` tells is held against a second calculation, in whole numbers, straight from the seed tables: no figure here
 * comes from the tool's own arithmetic.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { compileSeeds, told } from "../src/build/compile-seeds.ts";
import { type Sources, type SourcesFuel, type SourcesFuelFactor, sourcesShapes } from "../src/contract/sources.ts";
import { parseFullSeeds } from "../src/reference/full-seeds.ts";
import { buildSources } from "../src/views/build-sources.ts";
import { sourcesCsv } from "../src/views/formats/sources-csv.ts";

const seeds = fileURLToPath(new URL("../seeds", import.meta.url));
const full = parseFullSeeds(JSON.stringify(told(compileSeeds(seeds))));

const tool = { version: "0.0.0", seeds: full.hash, rules: full.rulesHash };
const usual = { factors: "ndrc-guidelines", electricity: "national@2021", targets: "plan-14" };
const under = (chosen: Partial<typeof usual> = {}): Sources => buildSources(full, { ...usual, ...chosen }, tool);
const sources = under();

type Row = Readonly<Record<string, string>>;
const read = (path: string): Row[] => parse(readFileSync(join(seeds, path), "utf8"), { columns: true }) as Row[];
const cell = (row: Row | undefined, column: string): string => row?.[column] ?? "";

/** A fraction of whole numbers, above and below the line. */
type Fraction = readonly [bigint, bigint];

function fraction(printed: string): Fraction {
	const [whole = "", part = ""] = printed.split(".");
	return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

const product = (...parts: readonly Fraction[]): Fraction => parts.reduce<Fraction>(([a, b], [c, d]) => [a * c, b * d], [1n, 1n]);
const more = (a: Fraction, b: Fraction): boolean => a[0] * b[1] > b[0] * a[1];
/** (a / b − 1) × 100. */
const percent = (a: Fraction, b: Fraction): Fraction => [100n * (a[0] * b[1] - a[1] * b[0]), a[1] * b[0]];

/** At most twelve places, half to even, no trailing zeros: long division and a look at what is left. */
function shown([over, under]: Fraction): string {
	const size = (over < 0n ? -over : over) * 10n ** 12n;
	const left = 2n * (size % under);
	let digits = size / under;
	if (left > under || (left === under && digits % 2n === 1n)) digits += 1n;
	const text = digits.toString().padStart(13, "0");
	const plain = `${text.slice(0, -12)}.${text.slice(-12)}`.replace(/\.?0+$/, "");
	return over < 0n && digits !== 0n ? `-${plain}` : plain;
}

interface Own {
	readonly set: string;
	readonly carrier: string;
	readonly unit: string;
	readonly co2: Fraction;
}

/** Every row of every fuel table, with t CO2 per unit. */
const own: readonly Own[] = readdirSync(join(seeds, "factors")).flatMap((set) => {
	const forced = cell(read(`factors/${set}/set.csv`)[0], "forced_oxidation");
	return read(`factors/${set}/factors.csv`).map((row) => ({
		set,
		carrier: cell(row, "carrier"),
		unit: cell(row, "unit"),
		co2: product(
			fraction(cell(row, "ncv")),
			fraction(cell(row, "carbon_content")),
			fraction(forced || cell(row, "oxidation_rate")),
			[44n, 12n],
		),
	}));
});

const rowsOf = ({ inForce, alternatives }: SourcesFuel): SourcesFuelFactor[] => [
	...(inForce === null ? [] : [inForce]),
	...alternatives,
];
const fuel = (name: string, unit = "t", from = sources): SourcesFuel => {
	const found = from.fuels.find((one) => one.carrier === name && one.unit === unit);
	if (found === undefined) throw new Error(`no fuel ${name} per ${unit}`);
	return found;
};

describe("the fuels", () => {
	it("are all rows of all tables, each once, in force or beside it", () => {
		const listed = sources.fuels.flatMap((one) => rowsOf(one).map(({ set }) => `${set} ${one.carrier} ${one.unit}`));
		expect(listed.sort()).toEqual(own.map(({ set, carrier, unit }) => `${set} ${carrier} ${unit}`).sort());
		for (const { inForce, alternatives } of sources.fuels) {
			if (inForce !== null) expect(inForce.set).toBe("ndrc-guidelines");
			expect(alternatives.map(({ set }) => set)).not.toContain("ndrc-guidelines");
		}
	});

	it.each(["ndrc-guidelines", "mee-steel-2024", "ipcc-2006", "mee-power-2022"])("of %s agree with long division", (chosen) => {
		const told = under({ factors: chosen });
		for (const entry of told.fuels) {
			const rows = own.filter(({ carrier, unit }) => carrier === entry.carrier && unit === entry.unit);
			const bySet = new Map(rows.map(({ set, co2 }) => [set, co2]));
			const inForce = bySet.get(chosen);
			expect(entry.inForce === null).toBe(inForce === undefined);
			for (const row of rowsOf(entry)) {
				const co2 = bySet.get(row.set) as Fraction;
				expect(row.co2PerUnit).toBe(shown(co2));
				expect(row.fromInForcePercent).toBe(inForce === undefined ? null : shown(percent(co2, inForce)));
			}
			const [least, most] = [
				rows.reduce((low, one) => (more(low.co2, one.co2) ? one : low)),
				rows.reduce((high, one) => (more(one.co2, high.co2) ? one : high)),
			];
			expect([entry.lowest, entry.highest]).toEqual([shown(least.co2), shown(most.co2)]);
			expect(entry.differencePercent).toBe(rows.length === 1 ? null : shown(percent(most.co2, least.co2)));
		}
	});

	it("differ by 84% for other washed coal, more than for any other fuel", () => {
		const washed = fuel("other-washed-coal");
		expect(washed.differencePercent).toMatch(/^83\.8/);
		expect(Math.round(Number(washed.differencePercent))).toBe(84);
		const others = sources.fuels.filter((one) => one !== washed).map(({ differencePercent }) => Number(differencePercent));
		expect(Math.max(...others)).toBeLessThan(83);
	});

	it("are never compared across units: a gas by the tonne is another entry", () => {
		expect(rowsOf(fuel("natural-gas")).map(({ set }) => set)).toEqual(["ipcc-2006"]);
		expect(fuel("natural-gas")).toMatchObject({ inForce: null, differencePercent: null });
		expect(rowsOf(fuel("natural-gas", "10^4 Nm3")).map(({ set }) => set)).not.toContain("ipcc-2006");
	});

	it("that the set in force lacks are told with nothing in force", () => {
		const lacking = sources.fuels.filter(({ inForce }) => inForce === null).map(({ carrier }) => carrier);
		expect(lacking).toContain("coal-slime");
		expect(fuel("coal-slime").alternatives.map(({ fromInForcePercent }) => fromInForcePercent)).toEqual([null, null, null]);
	});

	it("are counted without oxidation where the method says so, and the printed rate is told beside it", () => {
		const steel = fuel("coke").alternatives.find(({ set }) => set === "mee-steel-2024");
		expect([steel?.oxidationRate, steel?.oxidationPrinted]).toEqual(["1", "0.99"]);
		const [card] = under({ factors: "mee-steel-2024" }).factorSets;
		expect(card).toMatchObject({ id: "mee-steel-2024", inForce: true, forcedOxidation: "1", published: "2024" });
	});
});

describe("the fuel tables", () => {
	it("are told whole, one of them in force and first", () => {
		expect(sources.factorSets.map(({ id }) => id).sort()).toEqual(readdirSync(join(seeds, "factors")).sort());
		expect(sources.factorSets.map(({ inForce }) => inForce)).toEqual([true, ...sources.factorSets.slice(1).map(() => false)]);
		for (const { id, fuels } of sources.factorSets) expect(fuels).toBe(read(`factors/${id}/factors.csv`).length);
	});

	it("are all dated", () => {
		expect(sources.factorSets.filter(({ published }) => published === null)).toEqual([]);
	});
});

describe("electricity", () => {
	const grid = read("electricity.csv");
	const named = ({ region, year, basis, factor }: { region: string; year: number | null; basis: string; factor: string }) =>
		`${region} ${year ?? ""} ${basis} ${factor}`;
	const printed = (row: Row): string =>
		`${cell(row, "region")} ${cell(row, "year")} ${cell(row, "basis")} ${cell(row, "factor")}`;
	const everything = (from: Sources): string[] => [...from.electricity.inForce, ...from.electricity.alternatives].map(named);

	it("under national@2021 is one factor, 0.5568, and beside it what could be taken instead", () => {
		expect(sources.electricity.inForce.map(named)).toEqual(["CN 2021 average 0.5568"]);
		const beside = grid.filter(
			(row) => cell(row, "basis") !== "average" || cell(row, "level") === "national" || cell(row, "year") === "2021",
		);
		expect(everything(sources).sort()).toEqual(beside.map(printed).sort());
	});

	it("is compared among averages only: no fossil, reporting or residual factor has a difference", () => {
		for (const mode of ["national@2021", "national", "provincial@2022", "provincial", "0.6"]) {
			const { inForce, alternatives } = under({ electricity: mode }).electricity;
			const other = [...inForce, ...alternatives].filter(({ basis }) => basis !== "average");
			expect(new Set(other.map(({ basis }) => basis)).size).toBe(3);
			expect(other.filter((row) => row.compared || row.fromInForcePercent !== null)).toEqual([]);
		}
	});

	it("differs as long division says", () => {
		const rows = sources.electricity.alternatives.filter(({ compared }) => compared);
		expect(rows).toHaveLength(2 + 7 + 30);
		for (const { factor, fromInForcePercent } of rows)
			expect(fromInForcePercent).toBe(shown(percent(fraction(factor), fraction("0.5568"))));
	});

	it("year by year holds an average against that of its own year", () => {
		const { inForce, alternatives } = under({ electricity: "national" }).electricity;
		expect(inForce.map(({ year, fromInForcePercent }) => `${year} ${fromInForcePercent}`)).toEqual([
			"2021 0",
			"2022 0",
			"2023 0",
		]);
		const beijing = alternatives.find(({ region, year }) => region === "CN-BJ" && year === 2022);
		const [ofBeijing, ofChina] = ["CN-BJ", "CN"].map((region) =>
			fraction(
				cell(
					grid.find((row) => cell(row, "region") === region && cell(row, "year") === "2022" && cell(row, "basis") === "average"),
					"factor",
				),
			),
		) as [Fraction, Fraction];
		expect(beijing?.fromInForcePercent).toBe(shown(percent(ofBeijing, ofChina)));
		expect(alternatives.find(({ year, level }) => year === 2012 && level === "regional")?.fromInForcePercent).toBeNull();
	});

	it("by province holds another year against the same province, and nothing against the nation", () => {
		const { inForce, alternatives } = under({ electricity: "provincial@2022" }).electricity;
		expect(inForce).toHaveLength(30);
		expect(
			alternatives.filter(({ level, fromInForcePercent }) => level === "provincial" && fromInForcePercent !== null),
		).toHaveLength(61);
		expect(alternatives.filter(({ level, fromInForcePercent }) => level !== "provincial" && fromInForcePercent !== null)).toEqual(
			[],
		);
	});

	it("given as a number has nothing published in force", () => {
		const { given, inForce, alternatives } = under({ electricity: "0.580" }).electricity;
		expect([given, inForce]).toEqual(["0.580", []]);
		expect(alternatives).toHaveLength(grid.length);
		expect(alternatives.filter((row) => row.compared || row.fromInForcePercent !== null)).toEqual([]);
	});
});

describe("heat, materials and coal equivalents", () => {
	it("are told as printed", () => {
		const rows = (told: readonly { readonly id: string; readonly value: string }[]): string[] =>
			told.map(({ id, value }) => `${id} ${value}`);
		expect(rows(sources.heat)).toEqual(read("heat.csv").map((row) => `${cell(row, "id")} ${cell(row, "value")}`));
		expect(sources.coalEquivalents.rows.map(({ carrier, tce }) => `${carrier} ${tce}`)).toEqual(
			read("coal-equivalent.csv").map((row) => `${cell(row, "carrier")} ${cell(row, "tce")}`),
		);
		expect(sources.coalEquivalents.definition.gigajoulesPerTonne).toBe("29.3076");
	});

	it("count a material as t CO2: carbon times 44/12, a deduction below zero, a refused row not at all", () => {
		expect(sources.processes.map(({ id, co2PerUnit }) => `${id} ${co2PerUnit}`)).toEqual(
			read("process.csv").map((row) => {
				const [over, under] = fraction(cell(row, "factor"));
				const signed: Fraction = [cell(row, "kind") === "deduction" ? -over : over, under];
				const counted = cell(row, "kind") === "tc" ? product(signed, [44n, 12n]) : signed;
				return `${cell(row, "id")} ${cell(row, "refusal") === "" ? shown(counted) : null}`;
			}),
		);
	});
});

describe("targets", () => {
	const told = (rows: Sources["targets"]["inForce"]): string[] =>
		rows.map(
			({ set, scopeId, indicator, reductionPercent, level, differencePoints }) =>
				`${set} ${scopeId ?? "all"} ${indicator} ${reductionPercent ?? `level ${level}`} ${differencePoints}`,
		);

	it("of the 14th plan stand beside the 15th and the provinces, in percentage points", () => {
		expect(told(sources.targets.inForce)).toEqual([
			...["plan-14 all co2 18 0", "plan-14 all energy 13.5 0", "plan-14 all water 16 0"],
			...["plan-14 all solid_waste_rate level 57 0", "plan-14 all pollutants 10 0"],
		]);
		expect(told(sources.targets.alternatives)).toEqual([
			"plan-15 all co2 17 -1",
			"plan-15 all energy 10 -3.5",
			"provincial Zhejiang co2 20 2",
			"provincial Zhejiang energy 16 2.5",
			"provincial Jiangsu co2 20 2",
			"provincial Jiangsu energy 17 3.5",
			"provincial Chongqing energy 14.5 1",
		]);
	});

	it("of provinces leave the national ones in force, for the others", () => {
		const { inForce, alternatives } = under({ targets: "provincial" }).targets;
		expect(new Set(inForce.map(({ set }) => set))).toEqual(new Set(["plan-14", "plan-15", "provincial"]));
		expect(told(inForce)).toContain("provincial Zhejiang co2 20 2");
		expect(alternatives).toEqual([]);
	});

	it("of both plans are in force where each year is judged by its own", () => {
		const { inForce, alternatives } = under({ targets: "auto", electricity: "national@2021, national@2023" }).targets;
		expect(told(inForce)).toEqual([
			"plan-14 all co2 18 0",
			...["plan-14 all energy 13.5 0", "plan-14 all water 16 0"],
			...["plan-14 all solid_waste_rate level 57 0", "plan-14 all pollutants 10 0"],
			"plan-15 all co2 17 0",
			"plan-15 all energy 10 0",
		]);
		expect(new Set(alternatives.map(({ set }) => set))).toEqual(new Set(["provincial"]));
	});
});

describe("every row", () => {
	/** Every object of the value that says how far it was verified. */
	const marked: { readonly source?: string; readonly set?: string; readonly verified: string; readonly published?: string }[] =
		[];
	JSON.stringify(sources, (_, value) => {
		if (value !== null && typeof value === "object" && "verified" in value) marked.push(value);
		return value;
	});

	it("has a source of its own or of its set, and says how far it was verified", () => {
		expect(marked.length).toBeGreaterThan(400);
		const sets = new Set(sources.factorSets.map(({ id }) => id));
		expect(marked.filter((row) => (row.source === undefined ? !sets.has(row.set ?? "") : row.source === ""))).toEqual([]);
		expect(new Set(marked.map(({ verified }) => verified))).toEqual(new Set(["yes", "partial", "derived", "project"]));
	});

	it("that carries a figure has a mark: heat, materials, coal equivalents, targets, limits, series", () => {
		const lists = [
			sources.factorSets,
			sources.fuels.flatMap(rowsOf),
			[...sources.electricity.inForce, ...sources.electricity.alternatives],
			sources.heat,
			sources.processes,
			[sources.coalEquivalents.definition, ...sources.coalEquivalents.rows],
			[...sources.targets.inForce, ...sources.targets.alternatives],
			sources.limits,
			sources.warningLevels,
			sources.deflators.rows,
		];
		expect(lists.flat()).toHaveLength(marked.length);
	});

	it("says when its source was published, wherever the seeds do", () => {
		const undated = marked.filter((row) => "published" in row && row.published === null).length;
		// The grids of 2012 and Shanghai in 2010 stand beside other years only; units are definitions.
		expect(undated).toBe(3 + 25 + 60 + 48 + 1);
	});
});

describe("the contract", () => {
	/** The keys of a value and of all it holds, in order; a list by the one shape its items share. */
	const shape = (value: unknown): unknown => {
		if (Array.isArray(value)) {
			const shapes = [...new Set(value.map((item) => JSON.stringify(shape(item))))];
			expect(shapes.length, shapes.join("\n")).toBeLessThanOrEqual(1);
			return shapes.map((text) => JSON.parse(text));
		}
		if (value === null || typeof value !== "object") return "";
		return Object.entries(value).map(([key, inner]) => (typeof inner === "object" && inner !== null ? [key, shape(inner)] : key));
	};
	const origin = ["source", "sourceUrl", "published", "verified", "evidence", "note"];
	const fuelFactor = [
		...["set", "ncv", "carbonContent", "oxidationRate", "oxidationPrinted", "co2PerUnit", "fromInForcePercent"],
		...["sourceUrl", "verified", "evidence", "note"],
	];
	const gridFactor = [
		...["region", "nameEn", "nameZh", "level", "year", "basis", "reportingYears", "factor", "compared", "fromInForcePercent"],
		...origin,
	];
	const target = [
		...["set", "plan", "scope", "scopeId", "nameEn", "nameZh", "indicator", "kind", "baseYear", "targetYear"],
		...["reductionPercent", "level", "differencePoints", ...origin],
	];

	it("has its keys in a fixed order, the same in every row", () => {
		const { fuels, ...rest } = sources;
		expect(shape(rest)).toEqual([
			"schemaVersion",
			["tool", ["name", "version", "seeds", "rules"]],
			["chosen", ["factors", "electricity", "targets"]],
			["factorSets", [["id", "title", "titleZh", "inForce", "forcedOxidation", "fuels", ...origin]]],
			["electricity", ["mode", "given", ["inForce", [gridFactor]], ["alternatives", [gridFactor]]]],
			["heat", [["id", "nameEn", "nameZh", "unit", "value", ...origin]]],
			[
				"processes",
				[["id", "nameEn", "nameZh", "sector", "unit", "factor", "kind", "co2PerUnit", "refusal", "formula", ...origin]],
			],
			[
				"coalEquivalents",
				[
					["definition", ["gigajoulesPerTonne", ...origin]],
					["rows", [["carrier", "nameEn", "nameZh", "unit", "tce", ...origin]]],
				],
			],
			[
				"targets",
				[
					["inForce", [target]],
					["alternatives", [target]],
				],
			],
			["limits", [["name", "value", ...origin]]],
			["warningLevels", [["scheme", "schemeEn", "schemeZh", "level", "wordEn", "wordZh", "belowPercent", "atBound", ...origin]]],
			[
				"deflators",
				["informingOnly", ["rows", [["sector", "nameEn", "nameZh", "year", "series", "value", "unit", "base", ...origin]]]],
			],
		]);
		expect(Object.keys(sources).slice(3, 6)).toEqual(["factorSets", "fuels", "electricity"]);
		for (const entry of fuels) {
			expect(Object.keys(entry).join(" ")).toBe(
				"carrier nameEn nameZh unit inForce alternatives lowest highest differencePercent",
			);
			for (const row of rowsOf(entry)) expect(Object.keys(row)).toEqual(fuelFactor);
		}
	});

	it("writes numbers as plain decimals of at most twelve places, and what is unknown as null", () => {
		const figures = /^(ncv|carbonContent|oxidation\w+|co2PerUnit|lowest|highest|factor|value|tce|\w+Percent|\w+Points|given)$/;
		const odd: string[] = [];
		JSON.stringify(sources, (key, value) => {
			if (figures.test(key) && typeof value === "string" && !/^-?(0|[1-9]\d*)(\.\d{1,12})?$/.test(value)) odd.push(value);
			if (value === undefined || value === "") odd.push(key);
			return value;
		});
		expect(odd).toEqual([]);
	});

	it("is the same whenever it is made", () => {
		expect(JSON.stringify(under())).toBe(JSON.stringify(sources));
	});

	it("is refused for a choice that names nothing", () => {
		expect(() => under({ factors: "nothing" })).toThrow("no fuel set nothing");
		expect(() => under({ electricity: "lunar" })).toThrow("no mode of electricity: lunar");
		expect(() => under({ targets: "plan-16" })).toThrow("no targets plan-16");
	});
});

describe("the csv", () => {
	const text = sourcesCsv(sources);
	const rows = parse(text, { columns: true }) as Row[];
	const of = (section: string): Row[] => rows.filter((row) => cell(row, "section") === section);

	it("has a fixed header and a newline at its end", () => {
		expect(text.split("\n")[0]).toBe(
			"section,in_force,id,name_en,name_zh,set,scope,basis,year,reporting_years,base_year,target_year,unit,value,ncv," +
				"carbon_content,oxidation_rate,oxidation_printed,co2_per_unit,lowest,highest,difference_pct,compared,from_in_force_pct," +
				"difference_points,refusal,formula,source,source_url,published,verified,evidence,note",
		);
		expect(Object.keys(sourcesShapes.csvRow).join(",")).toBe(text.split("\n")[0]);
		expect(text.endsWith("\n")).toBe(true);
	});

	it("has a source and a mark in every row but those of the choice", () => {
		const bare = rows.filter((row) => cell(row, "source") === "" || cell(row, "verified") === "");
		expect(bare.map((row) => `${cell(row, "section")} ${cell(row, "id")} ${cell(row, "set")}`)).toEqual([
			"chosen factors ndrc-guidelines",
			"chosen electricity national@2021",
			"chosen targets plan-14",
		]);
	});

	it("says what the json says, row by row", () => {
		const yes = (flag: boolean): string => (flag ? "yes" : "no");
		const fuels = sources.fuels.flatMap((entry) =>
			rowsOf(entry).map((row) => {
				const card = sources.factorSets.find(({ id }) => id === row.set);
				return [
					...[yes(row === entry.inForce), entry.carrier, row.set, `tCO2/${entry.unit}`, row.co2PerUnit, entry.lowest],
					...[entry.highest, entry.differencePercent ?? "", row.fromInForcePercent ?? "", card?.source, card?.published],
					...[row.verified, row.evidence ?? "", row.note ?? ""],
				];
			}),
		);
		const fuelColumns = [
			...["in_force", "id", "set", "unit", "value", "lowest", "highest", "difference_pct", "from_in_force_pct", "source"],
			...["published", "verified", "evidence", "note"],
		];
		expect(of("fuel").map((row) => fuelColumns.map((column) => cell(row, column)))).toEqual(fuels);
		const grids = [...sources.electricity.inForce, ...sources.electricity.alternatives];
		expect(
			of("electricity").map((row) =>
				["in_force", "id", "basis", "year", "value", "compared", "from_in_force_pct", "published"].map((column) =>
					cell(row, column),
				),
			),
		).toEqual(
			grids.map((row) => [
				...[yes(sources.electricity.inForce.includes(row)), row.region, row.basis, `${row.year ?? ""}`, row.factor],
				...[yes(row.compared), row.fromInForcePercent ?? "", row.published ?? ""],
			]),
		);
		const figures = (section: string): string[] => of(section).map((row) => `${cell(row, "id")} ${cell(row, "value")}`);
		expect(figures("heat")).toEqual(sources.heat.map(({ id, value }) => `${id} ${value}`));
		expect(figures("process")).toEqual(sources.processes.map(({ id, factor }) => `${id} ${factor}`));
		expect(of("process").map((row) => cell(row, "co2_per_unit"))).toEqual(
			sources.processes.map(({ co2PerUnit }) => co2PerUnit ?? ""),
		);
		expect(figures("coal-equivalent")).toEqual([
			"tce 29.3076",
			...sources.coalEquivalents.rows.map(({ carrier, tce }) => `${carrier} ${tce}`),
		]);
		const targets = [...sources.targets.inForce, ...sources.targets.alternatives];
		expect(of("target").map((row) => `${cell(row, "set")} ${cell(row, "value")} ${cell(row, "difference_points")}`)).toEqual(
			targets.map(
				({ set, reductionPercent, level, differencePoints }) => `${set} ${reductionPercent ?? level} ${differencePoints}`,
			),
		);
		expect(figures("limit")).toEqual(sources.limits.map(({ name, value }) => `${name} ${value}`));
		expect(figures("warning-level")).toEqual(
			sources.warningLevels.map(({ scheme, level, belowPercent }) => `${scheme} ${level} ${belowPercent ?? ""}`),
		);
		expect(of("warning-level").every((row) => cell(row, "source") !== "" && cell(row, "published") !== "")).toBe(true);
		expect(of("deflator").map((row) => cell(row, "in_force"))).toEqual(sources.deflators.rows.map(() => "no"));
		expect(of("deflator").map((row) => cell(row, "value"))).toEqual(sources.deflators.rows.map(({ value }) => value));
		expect(of("factor-set")).toHaveLength(sources.factorSets.length);
	});

	it("runs nothing in a spreadsheet, and leaves a negative figure a figure", () => {
		const [first] = full.processes;
		const evil = { ...full, processes: [{ ...first, nameEn: "=1+1", note: 'a "b", c' } as (typeof full.processes)[number]] };
		const lines = sourcesCsv(buildSources(evil, usual, tool)).split("\n");
		const line = lines.find((one) => one.startsWith("process,")) ?? "";
		expect(line).toContain(",'=1+1,");
		expect(line).toContain('"a ""b"", c"');
		expect(of("deflator").map((row) => cell(row, "value"))).toContain("-1.8");
	});
});
