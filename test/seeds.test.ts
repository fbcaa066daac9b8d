/** Every seed row is walked once more, without the schemas that compile it: two readings have to agree. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { compileSeeds, needed, told } from "../src/build/compile-seeds.ts";
import { limitFaults } from "../src/build/seed-goals.ts";
import { tableKinds } from "../src/contract/tables.ts";

const seeds = fileURLToPath(new URL("../seeds", import.meta.url));

type Row = Readonly<Record<string, string>>;

const paths = readdirSync(seeds, { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => path.endsWith(".csv"))
	.sort();

const tables = new Map<string, Row[]>(
	paths.map((path) => [path, parse(readFileSync(join(seeds, path), "utf8"), { columns: true }) as Row[]]),
);

function table(path: string): Row[] {
	return tables.get(path) ?? [];
}

function cell(row: Row, column: string): string {
	return row[column] ?? "";
}

function list(row: Row, column: string): string[] {
	return cell(row, column).split("|").filter(Boolean);
}

/** What the tool does to a word before it looks it up, said once more. */
function form(word: string, fold = true): string {
	const plain = word.normalize("NFKC").replace(/\s+/g, " ").trim();
	return fold ? plain.toLowerCase() : plain;
}

/** Words that lead to more than one thing. */
function doubles(entries: readonly (readonly [word: string, thing: string])[], fold = true): string[] {
	const things = new Map<string, Set<string>>();
	for (const [word, thing] of entries) {
		const key = form(word, fold);
		things.set(key, (things.get(key) ?? new Set()).add(thing));
	}
	return [...things].filter(([, found]) => found.size > 1).map(([word, found]) => `${word}: ${[...found].join(", ")}`);
}

function namesOf(row: Row): string[] {
	return [cell(row, "id"), cell(row, "name_en"), cell(row, "name_zh"), ...list(row, "aliases"), ...list(row, "warned")].filter(
		Boolean,
	);
}

function named(rows: readonly Row[]): [string, string][] {
	return rows.flatMap((row) => namesOf(row).map((word): [string, string] => [word, cell(row, "id")]));
}

/** Every row that fails, by table and first cell; an empty list is what we want to see. */
function failing(fails: (row: Row, path: string) => boolean): string[] {
	return [...tables].flatMap(([path, rows]) =>
		rows.filter((row) => fails(row, path)).map((row) => `${path}: ${Object.values(row).slice(0, 3).join(" ")}`),
	);
}

const symbols = new Set(table("units.csv").map((row) => cell(row, "symbol")));
const fuelTables = paths.filter((path) => path.endsWith("/factors.csv"));
const fuels = fuelTables.flatMap(table);

describe("every row of the seeds", () => {
	test("is read: no table is empty", () => {
		expect(paths.length).toBeGreaterThan(25);
		expect([...tables].filter(([, rows]) => rows.length === 0)).toEqual([]);
	});

	test("names its source", () => {
		expect(failing((row) => cell(row, "source").trim() === "")).toEqual([]);
	});

	test("carries a lawful verification mark, and none starts with no", () => {
		const lawful = (mark: string): boolean =>
			mark === "yes" ||
			mark === "derived" ||
			["yes: ", "partial: ", "project: "].some((head) => mark.startsWith(head) && mark.length > head.length);
		expect(failing((row) => !lawful(cell(row, "verified")))).toEqual([]);
		expect(failing((row) => cell(row, "verified").startsWith("no"))).toEqual([]);
	});

	test("of a figure is dated: a year, a month or a day, or the README says why not", () => {
		const dated = paths.filter((path) => "published" in (table(path)[0] ?? {}));
		const words = [
			...["units", "columns", "sectors", "provinces", "carriers"],
			...["ambiguous-units", "carbon", "families", "kind-words", "made-from", "mined", "process-needed"],
		].map((name) => `${name}.csv`);
		expect(dated).toEqual(paths.filter((path) => !words.includes(path) && !fuelTables.includes(path)));
		expect(
			failing((row, path) => dated.includes(path) && !/^((19|20)\d\d(-\d\d(-\d\d)?)?)?$/.test(cell(row, "published"))),
		).toEqual([]);
		const readme = readFileSync(join(seeds, "README.md"), "utf8").split("A blank has one of these reasons:")[1] ?? "";
		const excused = [...(readme.split("\n## ")[0] ?? "").matchAll(/^\| `([a-z-]+)` \| (\d+) \| \S/gm)];
		const blank = dated.flatMap((path) => {
			const rows = table(path).filter((row) => cell(row, "published") === "");
			return rows.length === 0 ? [] : [`${path} ${rows.length}`];
		});
		expect(blank.sort()).toEqual(excused.map(([, name, count]) => `${name}.csv ${count}`).sort());
	});

	test("is no older than what it tells: a figure of a year was not published before that year was over", () => {
		const early = (row: Row, path: string): boolean =>
			["electricity.csv", "deflators.csv"].includes(path) &&
			cell(row, "published") !== "" &&
			cell(row, "year") !== "" &&
			cell(row, "published").slice(0, 4) <= cell(row, "year");
		expect(failing(early)).toEqual([]);
		const afterwards = paths.filter((path) => path.endsWith("/targets.csv")).flatMap(table);
		expect(afterwards.filter((row) => cell(row, "published").slice(0, 4) > cell(row, "target_year"))).toEqual([]);
	});

	test("has the date of the document number it names", () => {
		const numbered = failing((row) => {
			const years = [...cell(row, "source").matchAll(/〔((?:19|20)\d\d)〕|(?:GB\/T [\d.]+-|V01-)(20\d\d)/g)].map(
				([, notice, standard]) => notice ?? standard ?? "",
			);
			const date = cell(row, "published");
			return date !== "" && years.length > 0 && !years.includes(date.slice(0, 4));
		});
		expect(numbered).toEqual([]);
	});

	test("is UTF-8 with plain line ends, no mark at its head and as many cells as its header", () => {
		for (const path of paths) {
			const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(join(seeds, path)));
			expect(text.startsWith("\uFEFF"), path).toBe(false);
			expect(text.includes("\r"), path).toBe(false);
			expect(text.endsWith("\n"), path).toBe(true);
		}
	});

	test("uses units that units.csv knows", () => {
		const measured = ["coal-equivalent.csv", "process.csv", ...fuelTables];
		expect(failing((row, path) => measured.includes(path) && !symbols.has(cell(row, "unit")))).toEqual([]);
		expect(failing((row, path) => path === "units.csv" && !symbols.has(cell(row, "base_unit")))).toEqual([]);
	});

	test("names only carriers, sectors and provinces that exist", () => {
		const carriers = new Set(table("carriers.csv").map((row) => cell(row, "id")));
		const sectors = new Set(["all", ...table("sectors.csv").map((row) => cell(row, "id"))]);
		const provinces = new Set(table("provinces.csv").map((row) => cell(row, "id")));
		const naming = [...fuels, ...["coal-equivalent.csv", "fuel-ranges.csv", "made-from.csv"].flatMap(table)];
		expect(naming.filter((row) => !carriers.has(cell(row, "carrier")))).toEqual([]);
		expect(
			table("made-from.csv")
				.flatMap((row) => list(row, "made_from"))
				.filter((id) => !carriers.has(id)),
		).toEqual([]);
		expect(
			table("process-needed.csv")
				.flatMap((row) => list(row, "sectors"))
				.filter((id) => !sectors.has(id)),
		).toEqual([]);
		expect(table("process.csv").filter((row) => !sectors.has(cell(row, "sector")))).toEqual([]);
		const places = table("targets/provincial/targets.csv").map((row) => cell(row, "scope_id"));
		expect(places.filter((place) => !provinces.has(place))).toEqual([]);
	});
});

describe("a fuel factor", () => {
	const stateOf = new Map(table("carriers.csv").map((row) => [cell(row, "id"), cell(row, "state")]));

	/** Digits and scale: 0.0275 is 275 over ten thousand. */
	const digits = (printed: string): bigint => BigInt(printed.replace(".", ""));
	const scale = (printed: string): number => (printed.split(".")[1] ?? "").length;

	test("never holds more carbon than a tonne of solid or liquid fuel weighs", () => {
		const limited = fuels.filter((row) => cell(row, "unit") === "t" && stateOf.get(cell(row, "carrier")) !== "gas");
		expect(limited.length).toBeGreaterThan(100);
		const heavy = limited.filter((row) => {
			const [ncv, carbon] = [cell(row, "ncv"), cell(row, "carbon_content")];
			return digits(ncv) * digits(carbon) > 10n ** BigInt(scale(ncv) + scale(carbon));
		});
		expect(heavy).toEqual([]);
	});

	test("oxidises more than nothing and at most everything", () => {
		const odd = fuels.filter((row) => {
			const rate = cell(row, "oxidation_rate");
			return digits(rate) <= 0n || digits(rate) > 10n ** BigInt(scale(rate));
		});
		expect(odd).toEqual([]);
	});

	test("stands once in its set, and a set is named as its folder", () => {
		for (const path of fuelTables) {
			const carriers = table(path).map((row) => cell(row, "carrier"));
			expect(new Set(carriers).size, path).toBe(carriers.length);
			const cards = table(path.replace("factors.csv", "set.csv"));
			expect(cards.map((row) => cell(row, "id"))).toEqual([path.split("/")[1]]);
		}
	});

	test("is taken without oxidation by the carbon balance of steel, and by no other set", () => {
		const forced = fuelTables.map((path) => table(path.replace("factors.csv", "set.csv"))[0] ?? {});
		expect(
			forced
				.filter((row) => cell(row, "forced_oxidation") !== "")
				.map((row) => `${cell(row, "id")} ${cell(row, "forced_oxidation")}`),
		).toEqual(["mee-steel-2024 1"]);
	});
});

describe("no word means two things", () => {
	test("among units, where case matters, and among those where it does not", () => {
		const folding = ["electricity", "energy", "gas-volume", "money", "co2-mass"];
		const spell = (rows: Row[]): [string, string][] =>
			rows.flatMap((row) =>
				[cell(row, "symbol"), ...list(row, "aliases")].map((word): [string, string] => [word, cell(row, "symbol")]),
			);
		expect(doubles(spell(table("units.csv")), false)).toEqual([]);
		expect(doubles(spell(table("units.csv").filter((row) => folding.includes(cell(row, "dimension")))))).toEqual([]);
	});

	test("among fuels, electricity, heat, totals and process materials", () => {
		const materials = table("process.csv").flatMap((row) =>
			[cell(row, "id"), ...list(row, "aliases")].map((word): [string, string] => [word, cell(row, "id")]),
		);
		expect(doubles([...named(table("carriers.csv")), ...materials])).toEqual([]);
	});

	test("among sectors and among provinces", () => {
		expect(doubles(named(table("sectors.csv")))).toEqual([]);
		expect(doubles(named(table("provinces.csv")))).toEqual([]);
	});

	test("among the columns of one table, however blanks, hyphens and underscores are written", () => {
		const entries = table("columns.csv").map((row): [string, string] => [
			`${cell(row, "table")} / ${cell(row, "alias").replace(/[\s_-]+/g, " ")}`,
			cell(row, "column"),
		]);
		expect(doubles(entries)).toEqual([]);
	});
});

describe("words that published files use", () => {
	const unitOf = (word: string): string[] =>
		table("units.csv")
			.filter((row) => [cell(row, "symbol"), ...list(row, "aliases")].some((each) => form(each, false) === form(word, false)))
			.map((row) => cell(row, "symbol"));

	test.each([
		["000 kWh", "MWh"],
		["million kWh", "GWh"],
		["billion kWh", "TWh"],
		["10000 m³", "10^4 Nm3"],
		["万立方米", "10^4 Nm3"],
		["百万立方米", "10^6 Nm3"],
		["Mm3", "10^6 Nm3"],
		["Ton standard coal", "tce"],
		["metric ton", "t"],
		["million tonnes", "Mt"],
		["RMB thousand", "10^3 CNY"],
		["RMB million", "10^6 CNY"],
		["CNY billion", "10^9 CNY"],
		["RMB", "CNY"],
		["千万元", "10^7 CNY"],
		["大卡", "kcal"],
	])("the unit %s is %s", (word, symbol) => {
		expect(unitOf(word)).toEqual([symbol]);
	});

	test.each([
		["Gas (natural gas)", "natural-gas"],
		["Direct energy consumption - Diesel", "diesel"],
		["Liquefied petroleum", "lpg"],
		["Unleaded petrol", "gasoline"],
		["Outsourced electric power", "electricity"],
		["净购入电力", "electricity"],
		["用电量", "electricity"],
		["直供绿电", "onsite-renewable-electricity"],
		["绿电交易", "green-electricity"],
		["外购蒸汽", "steam"],
		["合计", "total-energy"],
		["石灰石", "limestone-flux"],
		["白云石", "dolomite-flux"],
		["水泥熟料", "clinker-portland"],
		["回收二氧化碳", "co2-gas-density"],
		["焦炭", "coke"],
	])("the carrier %s is %s", (word, id) => {
		const rows = [
			...table("carriers.csv").map((row) => [row, namesOf(row)] as const),
			...table("process.csv").map((row) => [row, list(row, "aliases")] as const),
		];
		const found = rows.filter(([, words]) => words.some((each) => form(each) === form(word))).map(([row]) => cell(row, "id"));
		expect(found).toEqual([id]);
	});
});

describe("a process row", () => {
	const kinds = new Map<string, string[]>();
	for (const row of table("process.csv")) {
		const key = `${cell(row, "kind")} ${cell(row, "refusal")}`.trim();
		kinds.set(key, [...(kinds.get(key) ?? []), cell(row, "id")]);
	}

	test("has a kind, and a refusal only of the two sorts there are", () => {
		expect([...kinds.keys()].sort()).toEqual(["deduction", "tc", "tc needs-more", "tco2", "tco2 needs-more", "tco2 not-co2"]);
	});

	test("that is another gas is refused as such, and nothing else is", () => {
		const gases = table("process.csv").filter((row) => /N2O|CF4|C2F6/.test(cell(row, "formula")));
		expect(kinds.get("tco2 not-co2")).toEqual(gases.map((row) => cell(row, "id")));
	});

	test("that needs purity, conversion or contents is refused as needing more", () => {
		const asking = table("process.csv").filter(
			(row) =>
				/purity|conversion|content −|ash\)|0\.004\)|anode formula/.test(cell(row, "formula")) &&
				cell(row, "id") !== "co2-gas-density",
		);
		const refused = table("process.csv").filter((row) => cell(row, "refusal") === "needs-more");
		expect(refused.map((row) => cell(row, "id"))).toEqual(asking.map((row) => cell(row, "id")));
	});

	test("of carbon powder keeps 44/12 exact", () => {
		const powder = table("process.csv").find((row) => cell(row, "id") === "glass-carbon-powder") ?? {};
		expect([cell(powder, "kind"), cell(powder, "factor"), cell(powder, "unit")]).toEqual(["tc", "1", "t"]);
	});
});

describe("what the README says is left out", () => {
	const readme = readFileSync(join(seeds, "README.md"), "utf8");
	const section = (from: string, to: string): string[] => {
		const lines = (readme.split(`### ${from}\n`)[1] ?? "").split(to)[0]?.split("\n") ?? [];
		return lines.filter((line) => line.startsWith("| `"));
	};
	const code = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? "");

	test("is really absent: rows", () => {
		const lines = section("Rows", "### Words");
		expect(lines.length).toBe(18);
		for (const line of lines) {
			const [name = "", key = ""] = code(line);
			const figure = (line.split("|")[3] ?? "").trim();
			const path = name.startsWith("factors/") ? `${name}/factors.csv` : `${name}.csv`;
			const rows = table(path).map((row) => Object.values(row));
			const wanted = name === "electricity" ? [key, figure] : name === "deflators" ? key.split(" ") : [key];
			expect(
				rows.filter((cells) => wanted.every((part) => cells.includes(part))),
				line,
			).toEqual([]);
		}
	});

	test("is really absent: words", () => {
		const lines = section("Words", "\n## ");
		expect(lines.length).toBeGreaterThan(25);
		for (const line of lines) {
			const [name = "", word = "", owner] = code(line.split("|").slice(1, 3).join("|"));
			const having = table(`${name}.csv`).filter((row) => {
				const words =
					name === "columns"
						? [cell(row, "alias")]
						: name === "process"
							? [cell(row, "id"), ...list(row, "aliases")]
							: namesOf(row);
				const id = name === "units" ? cell(row, "symbol") : cell(row, "id");
				return (owner === undefined || owner === id) && [...words, id].some((each) => form(each) === form(word));
			});
			expect(having, line).toEqual([]);
		}
	});

	test("speaks of tables and sets that exist", () => {
		for (const [, set] of readme.matchAll(/^\| `([a-z0-9-]+)` \| (?:NDRC|GB|MEE|IPCC)/gm))
			expect(paths).toContain(`factors/${set}/set.csv`);
	});
});

describe("the compiler of the seeds", () => {
	/** Compiles the seeds with one file changed, or added where there was none. */
	const spoiled = (path: string, change: (text: string) => string): (() => unknown) => {
		return () => {
			const dir = mkdtempSync(join(tmpdir(), "seeds-test-"));
			try {
				cpSync(seeds, dir, { recursive: true });
				writeFileSync(join(dir, path), change(paths.includes(path) ? readFileSync(join(seeds, path), "utf8") : ""));
				return compileSeeds(dir);
			} finally {
				rmSync(dir, { recursive: true, force: true });
			}
		};
	};
	const compiled = compileSeeds(seeds);

	test("keeps every row of every table", () => {
		const count = (path: string): number => table(path).length;
		expect(compiled.units).toHaveLength(count("units.csv"));
		expect(compiled.sectors).toHaveLength(count("sectors.csv"));
		expect(compiled.provinces).toHaveLength(34);
		expect(compiled.carriers).toHaveLength(count("carriers.csv"));
		// But for the spellings of tables that nothing reads yet.
		const read = table("columns.csv").filter((row) => tableKinds.some((kind) => kind === row["table"]));
		expect(compiled.columns.flatMap((column) => column.aliases)).toHaveLength(read.length);
		expect(compiled.fuelSets.flatMap((set) => set.factors)).toHaveLength(fuels.length);
		expect(compiled.coalEquivalents).toHaveLength(count("coal-equivalent.csv"));
		expect(compiled.electricity).toHaveLength(count("electricity.csv"));
		expect(compiled.processes).toHaveLength(count("process.csv"));
		expect(compiled.deflators).toHaveLength(count("deflators.csv"));
		expect(compiled.limits).toHaveLength(count("limits.csv"));
		expect(compiled.fuelRanges).toHaveLength(count("fuel-ranges.csv"));
		expect(compiled.oddAmounts).toHaveLength(count("odd-amounts.csv"));
		expect(compiled.kindWords).toHaveLength(count("kind-words.csv"));
		expect(compiled.families).toHaveLength(count("families.csv"));
		expect(compiled.madeFrom).toHaveLength(count("made-from.csv"));
		expect(compiled.ambiguousUnits).toHaveLength(count("ambiguous-units.csv"));
		expect(compiled.processesNeeded).toHaveLength(count("process-needed.csv"));
	});

	test("keeps the digits that were printed", () => {
		const gas = compiled.fuelSets
			.find((set) => set.id === "mee-steel-2024")
			?.factors.find((row) => row.carrier === "natural-gas");
		expect([gas?.ncv, gas?.carbonContent, gas?.oxidationRate]).toEqual(["389.310", "0.01532", "0.99"]);
		expect(needed(compiled).heat).toMatchObject({
			factor: "0.11",
			steamReferenceEnthalpy: "83.74",
			waterHeatCapacity: "4.1868",
			waterReferenceTemperature: "20",
		});
	});

	test("gives the same hash whatever the line ends, another when a cell changes", () => {
		const turned = spoiled("units.csv", (text) => text.replaceAll("\n", "\r\n"))() as typeof compiled;
		expect(turned).toEqual(compiled);
		const moved = spoiled("limits.csv", (text) => text.replace("slip-ratio,50", "slip-ratio,60"))() as typeof compiled;
		expect(moved.hash).not.toBe(compiled.hash);
		expect(moved.rulesHash).not.toBe(compiled.rulesHash);
	});

	test.each([
		["fuel-ranges.csv", "lignite,t,coal,8.92,", "lignite,t,coal,8.91,"],
		["odd-amounts.csv", "32767,cap", "32768,cap"],
		["made-from.csv", "carbide-furnace-gas,coke|", "carbide-furnace-gas,"],
		["ambiguous-units.csv", "度,kWh,word", "度,kWh,conditions"],
		["process-needed.csv", "石灰|生石灰|", "石灰|"],
	])("gives the rules another hash when %s changes, and another when they are those of units", (path, from, to) => {
		const changed = spoiled(path, (text) => {
			expect(text).toContain(from);
			return text.replace(from, to);
		})() as typeof compiled;
		expect(changed.rulesHash).not.toBe(compiled.rulesHash);
		const elsewhere = spoiled("units.csv", (text) => text.replace("half a kilogram", "500 g"))() as typeof compiled;
		expect(elsewhere.rulesHash).toBe(compiled.rulesHash);
	});

	test("gives a run nothing but what it needs: no dates, no addresses, no notes, no evidence, no rows that no mode takes", () => {
		const lean = needed(compiled);
		const keys = new Set<string>();
		JSON.stringify(lean, (key, value) => {
			keys.add(key);
			return value;
		});
		for (const key of ["published", "sourceUrl", "base", "baseUnit", "reportingYears"]) expect([...keys]).not.toContain(key);
		const rows = [...lean.fuelSets.flatMap((set) => set.factors), ...lean.processes];
		expect(rows.filter(({ note }) => note !== "")).toEqual([]);
		const marks = [...rows, ...lean.electricity, ...lean.targets].map(({ verified }) => verified);
		expect(marks.filter((mark) => mark !== "yes" && !mark.startsWith("partial: "))).toEqual([]);
		expect(new Set(lean.electricity.map(({ level }) => level))).toEqual(new Set(["national", "provincial"]));
		expect(lean.deflators).toEqual([]);
	});

	test("tells on request every figure with its provenance, word for word", () => {
		const full = told(compiled);
		const figures: readonly (readonly [string, readonly unknown[]])[] = [
			...full.fuelSets.map((set): [string, readonly unknown[]] => [`factors/${set.id}/set.csv`, [set]]),
			["coal-equivalent.csv", full.coalEquivalents],
			["electricity.csv", full.electricity],
			["heat.csv", full.heat],
			["process.csv", full.processes],
			["limits.csv", full.limits],
			["deflators.csv", full.deflators],
			["units.csv", full.units],
		];
		const provenance = (row: Row): unknown => ({
			source: cell(row, "source"),
			sourceUrl: cell(row, "source_url") || null,
			published: cell(row, "published") || null,
			verified: cell(row, "verified"),
			note: cell(row, "note"),
		});
		for (const [path, rows] of figures) expect(rows, path).toMatchObject(table(path).map(provenance));
		for (const { id, published, factors } of full.fuelSets) {
			expect(factors).toMatchObject(
				table(`factors/${id}/factors.csv`).map((row) => ({ ...(provenance(row) as object), published })),
			);
		}
		expect(full.targets).toMatchObject(
			paths
				.filter((path) => path.endsWith("/targets.csv"))
				.flatMap(table)
				.map(provenance),
		);
		expect(full.hash).toBe(needed(compiled).hash);
	});

	test("tells all faults at once, each with its place", () => {
		const twice = spoiled("units.csv", (text) => text.replace(",0.001,t,", ",1/1000,t,").replace(",1000,t,", ",1e3,t,"));
		expect(twice).toThrow(
			/2 faults:\n {2}units\.csv:3: to_base: is not a plain decimal\n {2}units\.csv:5: to_base: is not a plain decimal/,
		);
	});

	test.each([
		[
			"a limit beside its bounds",
			"limits.csv",
			"slip-gap,2,1,",
			"slip-gap,2,11,",
			/limits\.csv:\d+: 2 is not from 11 to 1000000/,
		],
		["a recalled row", "limits.csv", "project: one firm", "no: one firm", /not a lawful verification mark/],
		["an unknown unit", "coal-equivalent.csv", "electricity,kWh", "electricity,horse", /“horse” is not known/],
		["a word with two meanings", "carriers.csv", "白煤|", "白煤|褐煤|", /“褐煤” means anthracite and lignite/],
		["a row twice", "units.csv", "\nkg,", "\nt,,mass,1,t,definition,derived,\nkg,", /t is already at units\.csv:2/],
		[
			"more carbon than fuel",
			"factors/ipcc-2006/factors.csv",
			"petroleum-coke,t,32.5",
			"petroleum-coke,t,39.5",
			/more than 1 tC per t/,
		],
		["a date that is none", "factors/ipcc-2006/set.csv", ",2006,", ",2006-13,", /published: is not a year, a month or a day/],
		["a date that is missing", "heat.csv", "value,published,", "value,printed,", /published: .*/],
		["a rate above one", "factors/ipcc-2006/factors.csv", "0.0189,1,", "0.0189,1.01,", /not above 0 and at most 1/],
		[
			"a range that shuts out a published default",
			"fuel-ranges.csv",
			"lignite,t,coal,8.92,",
			"lignite,t,coal,12.0,",
			/lies outside/,
		],
		["a range turned round", "fuel-ranges.csv", "coal,8.92,21.0,", "coal,21.0,8.92,", /is no range/],
		["a gas made from itself", "made-from.csv", "water-gas,", "water-gas,water-gas|", /is made from something else/],
		["a word that is no unit", "ambiguous-units.csv", "度,kWh", "庹,kWh", /is no spelling of kWh/],
		["a product that is a fuel", "process-needed.csv", "石灰|生石灰", "焦炭|生石灰", /“焦炭” is a fuel/],
		["a material without a factor", "process-needed.csv", ",clinker-portland,", ",anode-ash,", /no factor per tonne/],
		["a table nobody reads", "extra.csv", "", "a,source,verified\n1,x,yes\n", /extra\.csv: nothing reads this table/],
	])("refuses %s", (_, path, from, to, message) => {
		const change = (text: string): string => {
			expect(text).toContain(from);
			return text.replace(from, to);
		};
		expect(spoiled(path, change)).toThrow(message);
	});
});

describe("limits and the code that asks for them", () => {
	const src = fileURLToPath(new URL("../src", import.meta.url));
	const code = new Map(
		readdirSync(src, { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".ts"))
			.map((path) => [path, readFileSync(join(src, path), "utf8")] as const),
	);
	const all = compileSeeds(seeds).limits;

	test("agree", () => {
		expect(limitFaults(all, code)).toEqual([]);
	});

	test("do not where nobody asks for one, or for one that is none: both are named", () => {
		const [first, ...others] = all.filter(({ name }) => name !== "thin-pool");
		const fresh = { ...(first as (typeof all)[number]), name: "thin-ice" };
		expect(limitFaults([first as (typeof all)[number], fresh, ...others], code)).toEqual([
			"run/judge.ts: asks for the limit thin-pool, which seeds/limits.csv does not have",
			"seeds/limits.csv: no file asks for thin-ice",
		]);
	});
});
