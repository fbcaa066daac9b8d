/** What `tanlu schema` tells of the input tables: that it is true of the tables we read, by a validator not of our making. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writingOf } from "../src/build/contracts/writings.ts";
import type { CellKind } from "../src/contract/cell-kinds.ts";
import { type ColumnName, cellsOf, type TableKind, tableKinds, tableOf } from "../src/contract/tables.ts";
import { read as readPeriod, write as writePeriod } from "../src/domain/period.ts";
import { scopes, uses } from "../src/domain/words.ts";
import { compare, fromText, known, one, sign } from "../src/exact/exact.ts";
import { report, type Table } from "../src/index.ts";
import { readNumber } from "../src/intake/number.ts";
import { scopeWords } from "../src/intake/tables/targets.ts";
import { cellReader } from "../src/layout/cells.ts";
import { type Header, readHeader } from "../src/layout/header.ts";
import { loadReference } from "../src/reference/reference.ts";
import { indicatorNames, readIndicator, readPrices, readUse } from "../src/reference/words.ts";
import profile from "./contract/table-schema-profile.json" with { type: "json" };
import { aliasRows, built, type CsvRow, compiled, faults, fixtures, made } from "./contract/validator.ts";
import { csvText } from "./support/tables.ts";

const { columns, units } = loadReference();
const rowsOf = Object.fromEntries(tableKinds.map((kind) => [kind, compiled(made.en.tables[kind].jsonSchema)])) as {
	readonly [K in TableKind]: ReturnType<typeof compiled>;
};

describe("the columns of the tables", () => {
	it.each(tableKinds)("%s has exactly those that the seeds spell", (kind) => {
		const spelt = new Set(aliasRows.filter(({ table }) => table === kind).map(({ column }) => column));
		expect(
			cellsOf(kind)
				.map(([name]) => name)
				.sort(),
		).toEqual([...spelt].sort());
	});

	it.each(tableKinds)("%s asks for none it does not have, nor gives one a default", (kind) => {
		const names = cellsOf(kind).map(([name]) => name);
		expect(names).toEqual(expect.arrayContaining([...tableOf(kind).required.flat(), ...Object.keys(tableOf(kind).defaults)]));
	});

	it.each(tableKinds)("%s is not usable without any one of those it cannot do without", (kind) => {
		const names = cellsOf(kind).map(([name]) => name);
		for (const choice of tableOf(kind).required) {
			// A column of months alone holds periods.
			const left = [...choice, ...(choice.some((column) => column === "period") ? ["month"] : [])] as readonly string[];
			const without = names.filter((name) => !left.includes(name));
			expect(readHeader(without, kind, loadReference())?.usable).toBe(false);
			for (const column of choice) expect(readHeader([...without, column], kind, loadReference())?.usable).toBe(true);
		}
	});

	it("are all that a reader can ask for: another does not compile", () => {
		const header = readHeader(["year", "index"], "deflator", loadReference()) as Header;
		const cell = cellReader<"deflator">(header);
		expect(cell(["2023", "101"], "index")).toBe("101");
		// @ts-expect-error: a deflator table has no such column.
		expect(cell(["2023", "101"], "carrier")).toBe("");
	});

	it("have defaults that read as what they stand for", () => {
		expect(readUse(tableOf("energy").defaults.use ?? "")).toBe(uses[0]);
		expect(units.find(tableOf("energy").defaults.carbon_content_unit ?? "")?.toBase).toEqual(one);
	});
});

describe("how a cell is written", () => {
	const fits = (kind: CellKind, text: string): boolean => {
		const { forms, but, missing } = writingOf(kind);
		const written = forms.some((form) => new RegExp(form, "u").test(text)) || missing.includes(text.toLowerCase());
		return written && (but === undefined || !new RegExp(but, "u").test(text));
	};
	/** Digits and what people put among them, at no place but the ends blank. */
	const numeric = fc
		.array(fc.constantFrom(..."0123456789", "0", "1", ".", ",", "-", "E", "e", "+"), { minLength: 1, maxLength: 12 })
		.map((parts) => parts.join(""));
	const decimal = fc
		.tuple(fc.constantFrom("", "-"), fc.bigInt(0n, 10n ** 6n), fc.constantFrom("", ".0", ".5", ".000", ".001"))
		.map((parts) => parts.join(""));
	const numbers = fc.oneof(
		numeric,
		decimal,
		decimal.map((text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",")),
		fc
			.tuple(fc.constantFrom("", "-"), fc.constantFrom("0", "1", "9.5", "1.000", "2.5"), fc.integer({ min: -5, max: 5 }))
			.map(
				([minus, mantissa, shift]) => `${minus}${mantissa}E${shift < 0 ? "-" : "+"}${String(Math.abs(shift)).padStart(2, "0")}`,
			),
	);

	it("is a number exactly where the reader takes it for one", () => {
		fc.assert(
			fc.property(numbers, (text) => {
				const { kind } = readNumber(text);
				// A number of too many digits is refused only once its exponent is written out.
				if (/e/i.test(text) && kind === "refused") return;
				expect([text, fits("decimal", text)]).toEqual([text, kind !== "refused"]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("is a plain decimal exactly where the one door to numbers opens", () => {
		const [plain = ""] = writingOf("decimal").forms;
		for (const text of [
			"0",
			"-0.5",
			"1".repeat(30),
			"1".repeat(31),
			`0.${"1".repeat(20)}`,
			`0.${"1".repeat(21)}`,
			"1.",
			".5",
			"+1",
		])
			expect([text, new RegExp(plain).test(text)]).toEqual([text, fromText(text) !== undefined]);
		fc.assert(
			fc.property(numbers, (text) => new RegExp(plain).test(text) === (fromText(text) !== undefined)),
			{ numRuns: 1000 },
		);
	});

	it("is within bounds where the value is", () => {
		const bounds: readonly (readonly [CellKind, (value: ReturnType<typeof known>) => boolean])[] = [
			["quantity", (value) => sign(value) >= 0],
			["zero-or-more", (value) => sign(value) >= 0],
			["above-zero", (value) => sign(value) > 0],
			["fraction", (value) => sign(value) > 0 && compare(value, one) <= 0],
			["percent", (value) => compare(value, known("1")) >= 0 && compare(value, known("100")) < 0],
		];
		fc.assert(
			fc.property(numbers, fc.constantFrom(...bounds), (text, [kind, within]) => {
				const read = readNumber(text);
				// Grouped thousandths (0,001) and powers of nothing are no shares that anybody writes.
				if (read.kind !== "number" || (kind !== "quantity" && /^-?0+[,]|E-0+$/i.test(text))) return;
				expect([kind, text, fits(kind, text)]).toEqual([kind, text, within(read.value)]);
			}),
			{ numRuns: 3000 },
		);
	});

	it("is a period where the reader takes it for one, and else no more than a day or month that is none", () => {
		const text = fc
			.array(
				fc.constantFrom(
					"2023",
					"2020",
					"06",
					"6",
					"1",
					"12",
					"13",
					"31",
					"-",
					"/",
					".",
					"Q",
					"年",
					"月",
					"日",
					"季度",
					"二",
					"第",
				),
				{
					minLength: 1,
					maxLength: 6,
				},
			)
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(text, (written) => {
				if (readPeriod(written) !== undefined) expect([written, fits("period", written)]).toEqual([written, true]);
				else if (fits("period", written)) expect(written).toMatch(/^\d{4}/);
			}),
			{ numRuns: 3000 },
		);
		fc.assert(
			fc.property(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) =>
				fits("period", writePeriod({ year, from: month, to: month })),
			),
		);
	});

	it("is a month where year and month make a period", () => {
		for (const month of ["1", "01", "6月", "12", "06月份"])
			expect([month, fits("month", month), readPeriod(`2023-${month.replace(/月份?$/, "")}`)?.year]).toEqual([month, true, 2023]);
		for (const month of ["0", "13", "六", "1-3", "June", "-1"]) expect([month, fits("month", month)]).toEqual([month, false]);
	});

	it("is a unit where its dimension is asked for, in all its spellings", () => {
		const all = [...new Set(units.names(undefined))];
		const kinds = {
			"unit-of-carrier": ["mass", "gas-volume", "energy", "electricity"],
			"unit-of-output": ["money", "mass", "gas-volume", "energy", "electricity", "fraction"],
			"unit-of-target": ["fraction", "co2-mass", "mass"],
			"unit-of-heat-value": ["ncv-mass", "ncv-gas"],
			"unit-of-carbon-content": ["carbon-content"],
		} as const;
		for (const [kind, dimensions] of Object.entries(kinds)) {
			for (const name of all.flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()])) {
				const dimension = units.find(name)?.dimension ?? "none";
				expect([kind, name, fits(kind as CellKind, name)]).toEqual([
					kind,
					name,
					(dimensions as readonly string[]).includes(dimension),
				]);
			}
		}
	});

	it("is a word where the reader knows it", () => {
		for (const use of [...uses, "Sold", "PRODUCT"])
			expect([use, fits("use", use), readUse(use) !== undefined]).toEqual([use, true, true]);
		for (const scope of [...Object.keys(scopeWords), "All"]) expect([scope, fits("scope", scope)]).toEqual([scope, true]);
		expect(new Set(Object.values(scopeWords))).toEqual(new Set(scopes));
		const part = fc.constantFrom(...indicatorNames(), "粗钢", "产量", "(现价)", "（2020年不变价）", "x");
		fc.assert(
			fc.property(part, part, fc.boolean(), (first, second, twice) => {
				const text = twice ? first + second : first;
				expect([text, fits("indicator", text)]).toEqual([text, readIndicator(text) !== undefined]);
			}),
			{ numRuns: 1000 },
		);
		const pieces = ["不变价", "可比价", "当年价", "现价", "当期价", "现行价", "constant", "Comparable", "CURRENT", "nominal"];
		for (const word of pieces) expect([word, fits("prices", word)]).toEqual([word, readPrices(word, 2020) !== undefined]);
		const price = fc
			.array(fc.constantFrom(...pieces, "2020", "年", "-", "x"), { minLength: 1, maxLength: 3 })
			.map((parts) => parts.join(""));
		fc.assert(
			fc.property(price, (text) => {
				expect([text, fits("prices", text)]).toEqual([text, readPrices(text, 2020) !== undefined]);
			}),
		);
	});
});

describe("the JSON Schemas of the tables", () => {
	it.each(tableKinds)("%s has a name, and a sentence in each language for every column", (kind) => {
		for (const language of ["en", "zh"] as const) {
			const schema = made[language].tables[kind].jsonSchema as unknown as Shown;
			expect(schema.$id).toBe(`urn:tanlu:schema:${kind}:1`);
			expect(Object.keys(schema.items.properties)).toEqual(cellsOf(kind).map(([name]) => name));
			const said = [schema, ...Object.values(schema.items.properties)].map(({ description }) => description);
			expect(said.filter((text) => !(language === "zh" ? /[一-鿿]/ : /^[\x20-\x7e一-鿿]+\.$/).test(text))).toEqual([]);
			expect(compiled(schema)).toBeTypeOf("function");
		}
	});

	it("hold a cell that is an example of itself", () => {
		for (const kind of tableKinds) {
			const { properties } = (made.en.tables[kind].jsonSchema as unknown as Shown).items;
			for (const [column, { examples = [], ...cell }] of Object.entries(properties))
				for (const example of examples) expect([kind, column, faults(compiled(cell), example)]).toEqual([kind, column, []]);
		}
	});
});

/** Rows of the fixtures that `report` refuses, by row of the file, each with what is wrong in it. */
const refused: Readonly<Record<string, Readonly<Record<number, string>>>> = {
	"cases/two-firms/energy.csv": { 10: "unknown-unit: bottles" },
	"cases/resubmitted/first/energy.csv": { 8: "negative-quantity: -44000" },
	"cases/batch/submissions/B-cement/energy.csv": { 7: "negative-quantity: -650" },
	"cases/withheld/energy.csv": { 3: "negative-quantity: -90" },
	"listed-firms/energy.csv": { 16: "wrong-unit-kind: electricity in tonnes of coal equivalent" },
	"listed-firms/output.csv": {
		10: "foreign-currency: HK$ million",
		11: "foreign-currency: HK$ million",
		12: "foreign-currency: HKD bn",
		19: "foreign-currency: HKD million",
		20: "foreign-currency: HKD million",
	},
};
/** Columns that mean nothing to any table: told as `unknown-column` and not read. */
const unread: Readonly<Record<string, readonly string[]>> = { "listed-firms/output-candidates.csv": ["source", "confidence"] };

describe.each(fixtures())("the fixture $path", ({ path, text, kind, rows, unknown }) => {
	const wrong = Object.keys(refused[path] ?? {}).map(Number);

	it("is valid, row by row, but for the rows it names", () => {
		expect(rows.length).toBeGreaterThan(0);
		const found = rows.flatMap((row, index) => (rowsOf[kind]([row]) ? [] : [index + 2]));
		expect(found).toEqual(wrong);
		expect(unknown).toEqual(unread[path] ?? []);
	});

	it("has no row named that the report does not refuse, for the reason named", async () => {
		if (wrong.length === 0) return;
		const { findings } = await report([{ name: "table.csv", text }]);
		for (const [row, reason] of Object.entries(refused[path] ?? {})) {
			const told = findings.list.filter((one) => one.row === Number(row) && one.gravity === "error").map(({ code }) => code);
			expect([row, told]).toEqual([row, [reason.split(":")[0]]]);
		}
	});

	it("has cells that its Table Schema allows", () => {
		const { fields } = made.en.tables[kind].tableSchema as unknown as Descriptor;
		const bad = rows.flatMap((row, index) =>
			wrong.includes(index + 2)
				? []
				: fields.filter((field) => !allowed(field, row[field.name] ?? "")).map(({ name }) => `${index + 2}:${name}`),
		);
		expect(bad).toEqual([]);
	});
});

describe("a row", () => {
	const good: { readonly [K in TableKind]: CsvRow } = {
		energy: {
			firm: "F1",
			period: "2023",
			carrier: "coke",
			use: "",
			quantity: "10",
			unit: "t",
			ncv: "28.4",
			oxidation_rate: "0.93",
		},
		output: { firm: "F1", period: "2023", indicator: "value_added", quantity: "10", unit: "10^4 CNY", prices: "constant-2020" },
		firms: { firm: "F1", sector: "steel", base_intensity: "3.4", base_year: "2020", target_pct: "18" },
		factors: { carrier: "coke", unit: "t", year: "2023", emission_factor: "2.86", source: "a laboratory" },
		deflator: { year: "2023", index: "101.5", sector: "" },
		targets: { scope: "all", scope_id: "", base_year: "2020", target_year: "2025", reduction_pct: "18", source: "a decree" },
		growth: { firm: "F1", period: "2026-10", indicator: "co2", growth_pct: "1.9", source: "" },
		totals: {
			entry: "energy",
			firm: "F1",
			of: "coke",
			use: "consumed",
			unit: "t",
			held: "t",
			per_unit: "1",
			year: "2023",
			sum: "3",
			m01: "3",
		},
		claims: { firm: "F1", period: "2023", metric: "total_co2", quantity: "1234.5", unit: "tCO2" },
	};
	const nonsense: { readonly [C in CellKind]?: readonly string[] } = {
		"credit-code": ["9.13E+17", "130209000012345", "91130209MAOH5W3U7C", "9132021307q41c8654", "913716256P28R5D18"],
		period: ["summer", "2023-6-", "23", "2023.1", "2023Q5", "45078"],
		year: ["23", "2023.0", "last", "2123"],
		month: ["13", "June"],
		quantity: ["-1", "ten", "1,00", "1.2.3", "0x1F", "=1+1", "#REF!", "1e5", "Infinity", "10 t"],
		decimal: ["warm", "1,0"],
		"zero-or-more": ["-0.1", "much"],
		"above-zero": ["0", "0.00", "-28", "0E+00", "n28"],
		fraction: ["0", "1.01", "93", "-0.9", "93%", "1E+01"],
		percent: ["0", "100", "180", "-18", "18%", "1E+02"],
		"unit-of-carrier": ["CNY", "bottles", "GJ/t", "tCO2"],
		"unit-of-output": ["USD", "HK$ million", "people", "GJ/t"],
		"unit-of-heat-value": ["t", "tC/GJ"],
		"unit-of-carbon-content": ["GJ/t", "%"],
		"unit-of-factor": ["t", "/t"],
		use: ["burnt", "?"],
		indicator: ["profit", "value"],
		prices: ["cheap", "2020"],
		scope: ["county", "firm"],
		"growth-indicator": ["profit", "revenue"],
		"claim-metric": ["profit", "scope 4"],
		"unit-of-claim": ["kWh", "CNY", "/t"],
		"growth-rate": ["-100", "-100.5", "-1E+02", "-1,000", "up", "1.9%"],
	};

	it.each(tableKinds)("of %s that is good is valid", (kind) => {
		expect(faults(rowsOf[kind], [good[kind]])).toEqual([]);
	});

	it("is not valid with nonsense in any of its cells", () => {
		const cells = tableKinds.flatMap((kind) => cellsOf(kind).map(([column, cell]) => [kind, column, cell] as const));
		const spoilt = cells.filter(([, , cell]) => nonsense[cell] !== undefined);
		fc.assert(
			fc.property(fc.constantFrom(...spoilt), fc.nat(), ([kind, column, cell], nth) => {
				const words = nonsense[cell] as readonly string[];
				const text = words[nth % words.length] as string;
				expect([kind, column, text, rowsOf[kind]([{ ...good[kind], [column]: text }])]).toEqual([kind, column, text, false]);
			}),
			{ numRuns: 2000 },
		);
	});

	it("is not valid with a column that the table does not have", () => {
		const names = (kind: TableKind): readonly string[] => cellsOf(kind).map(([name]) => name);
		fc.assert(
			fc.property(
				fc.constantFrom(...tableKinds),
				fc.string({ minLength: 1, maxLength: 12 }),
				fc.string(),
				(kind, column, text) => {
					if (names(kind).includes(column) || column === "__proto__") return;
					expect(rowsOf[kind]([{ ...good[kind], [column]: text }])).toBe(false);
				},
			),
		);
	});

	it("is not valid without what it cannot do without", () => {
		for (const kind of tableKinds) {
			for (const choice of tableOf(kind).required as readonly (readonly ColumnName[])[]) {
				const blank = Object.fromEntries(choice.map((column) => [column, ""]));
				const gone = Object.fromEntries(Object.entries(good[kind]).filter(([column]) => !choice.includes(column as ColumnName)));
				expect([kind, choice, rowsOf[kind]([gone])]).toEqual([kind, choice, false]);
				// A blank quantity is missing: the row is skipped, and the year says so.
				expect([kind, choice, rowsOf[kind]([{ ...good[kind], ...blank }])]).toEqual([kind, choice, choice.includes("quantity")]);
			}
		}
	});

	it("is not valid where a cell is no text", () => {
		expect(rowsOf.energy([{ ...good.energy, quantity: 10 }])).toBe(false);
		expect(rowsOf.energy([{ ...good.energy, quantity: null }])).toBe(false);
		expect(rowsOf.energy(good.energy)).toBe(false);
	});

	it("is not valid where its cells do not go together", () => {
		const { ncv: _, ...unmeasured } = good.energy;
		const pairs: readonly (readonly [TableKind, CsvRow, boolean])[] = [
			["energy", { ...good.energy, emission_factor: "2.86" }, false],
			["energy", { ...unmeasured, emission_factor: "2.86" }, true],
			["energy", { ...unmeasured, carrier: "外购电力", unit: "t" }, false],
			["energy", { ...unmeasured, carrier: "外购电力", unit: "kwh" }, true],
			["energy", { ...unmeasured, carrier: "heat", unit: "t" }, false],
			["energy", { ...unmeasured, carrier: "steam", unit: "t", enthalpy: "2800" }, true],
			["output", { ...good.output, unit: "t" }, false],
			["output", { ...good.output, indicator: "工业总产值（现价）", unit: "亿元" }, true],
			["output", { ...good.output, indicator: "production", unit: "万吨" }, false],
			["output", { ...good.output, indicator: "production", unit: "万吨", product: "crude steel" }, true],
			["output", { ...good.output, indicator: "粗钢产量", unit: "万吨" }, true],
			["output", { ...good.output, indicator: "粗钢产量", unit: "万元" }, false],
			["factors", { ...good.factors, ncv: "28" }, false],
			["factors", { ...good.factors, emission_factor: "" }, false],
			["factors", { ...good.factors, emission_factor: "-", ncv: "28", carbon_content: "0.03", oxidation_rate: "0.9" }, true],
			["targets", { ...good.targets, scope: "行业" }, false],
			["targets", { ...good.targets, scope: "行业", scope_id: "steel" }, true],
		];
		for (const [kind, row, valid] of pairs) expect([row, rowsOf[kind]([row])]).toEqual([row, valid]);
	});

	it.each(
		tableKinds.flatMap((kind) =>
			cellsOf(kind)
				.filter(([, cell]) =>
					["quantity", "decimal", "zero-or-more", "above-zero", "fraction", "percent", "growth-rate"].includes(cell),
				)
				.map(([column]) => [kind, column] as const),
		),
	)("of %s is valid exactly with the numbers as %s that the report takes", async (kind, column) => {
		const { ncv: _, oxidation_rate: __, ...plain } = good.energy;
		const { emission_factor: ___, ...unmade } = good.factors;
		const bases: { readonly [K in TableKind]: CsvRow } = {
			...good,
			...(column === "value" ? { targets: { ...good.targets, reduction_pct: "" } } : {}),
			energy: {
				...plain,
				...(column === "enthalpy" ? { carrier: "steam" } : column === "temperature" ? { carrier: "hot-water" } : {}),
			},
			factors: column === "emission_factor" ? unmade : { ...unmade, ncv: "28", carbon_content: "0.03", oxidation_rate: "0.9" },
		};
		// Above what the formulas of steam and hot water take off, or not above zero.
		// What no fuel can have depends on the fuel, which a schema of one cell cannot know.
		const possible: { readonly [column: string]: readonly string[] } = {
			...{ enthalpy: ["2800", "100"], temperature: ["2800", "100"] },
			...{ ncv: ["-1", "0", "0.5", "1", "28.4"], carbon_content: ["-1", "0", "0.01", "0.03"] },
			emission_factor: ["-1", "0", "0.5", "1", "1.5"],
		};
		const numbers = possible[column] ?? ["-1", "0", "0.5", "1", "1.5", "99", "100", "101"];
		for (const number of numbers) {
			const row = { ...bases[kind], [column]: number };
			const tables = kind === "energy" ? [] : [table("energy.csv", [plain])];
			let errors: number;
			try {
				const { findings } = await report([...tables, { ...table("row.csv", [row]), reference: true }], {
					kind: [`row.csv=${kind}`],
				});
				errors = findings.list.filter(({ file, gravity }) => file === "row.csv" && gravity === "error").length;
			} catch {
				errors = 1;
			}
			expect([kind, row, rowsOf[kind]([row])]).toEqual([kind, row, errors === 0]);
		}
	});

	it("that the report reads without an error or a warning is valid", async () => {
		const cell = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
		const anyRow = fc.record({
			firm: cell("F1", "甲", ""),
			period: cell("2023", "2023年6月", "202306", "2023.1", "2023Q2", "x"),
			carrier: cell("coke", "焦炭", "电力", "steam", "limestone", "天然气", "raw-coal", "y"),
			use: cell("", "sold", "Feedstock", "z"),
			quantity: cell("1", "1,000", "1.5E+03", "-", "", "-1", "1 000"),
			unit: cell("t", "吨", "kwh", "MWh", "GJ", "万m3", "CNY", "10^4 Nm3"),
			ncv: cell("", "28.4", "0", "-"),
			oxidation_rate: cell("", "0.9", "1", "1.2"),
			emission_factor: cell("", "2.86", "-1"),
		});
		await fc.assert(
			fc.asyncProperty(anyRow, async (row) => {
				// Beside a row that can be used, so that there is a report.
				const tables = [table("energy.csv", [{ ...good.energy, firm: "other" }]), table("row.csv", [row])];
				const { findings } = await report(tables);
				// A heat value of electricity is not read, whatever stands there.
				const bad = findings.list.filter(
					({ file, row: at, gravity, code }) =>
						file === "row.csv" && at === 2 && (gravity !== "note" || code === "parameter-unused"),
				);
				if (bad.length === 0) expect([row, faults(rowsOf.energy, [row])]).toEqual([row, []]);
			}),
			{ numRuns: 400 },
		);
	});

	const table = (name: string, rows: readonly CsvRow[]): Table => ({ name, text: csvText(rows) });
});

describe("the Table Schemas", () => {
	const validate = compiled(profile);

	it.each(tableKinds)("%s is one by the profile, with the columns and words that the seeds have", (kind) => {
		for (const language of ["en", "zh"] as const) {
			const descriptor = made[language].tables[kind].tableSchema as unknown as Descriptor;
			expect(faults(validate, descriptor)).toEqual([]);
			expect(descriptor.fields.map(({ name }) => name)).toEqual(cellsOf(kind).map(([name]) => name));
			for (const { name, aliases } of descriptor.fields) {
				const own = aliasRows.filter(({ table, column }) => table === kind && column === name);
				expect(own.length).toBeGreaterThan(0);
				expect({ en: aliases.en.length, zh: aliases.zh.length }).toEqual({
					en: own.filter(({ language: said }) => said === "en").length,
					zh: own.filter(({ language: said }) => said === "zh").length,
				});
				for (const alias of [...aliases.en, ...aliases.zh]) expect(columns.find(kind, alias)).toBe(name);
			}
		}
	});

	it("demand a column exactly where nothing can stand in for it and a blank is refused", () => {
		const demanded = tableKinds.flatMap((kind) =>
			(made.en.tables[kind].tableSchema as unknown as Descriptor).fields
				.filter(({ constraints }) => constraints?.required === true)
				.map(({ name }) => `${kind}.${name}`),
		);
		expect(demanded.sort()).toEqual([
			...[
				"claims.metric",
				"deflator.index",
				"deflator.year",
				"energy.carrier",
				"factors.carrier",
				"factors.source",
				"factors.unit",
			],
			...["growth.growth_pct", "growth.indicator"],
			...["output.indicator", "targets.scope", "targets.source", "targets.target_year", "totals.entry"],
		]);
	});

	it("have examples that they allow", () => {
		for (const kind of tableKinds) {
			for (const field of (made.en.tables[kind].tableSchema as unknown as Descriptor).fields)
				if (field.example !== undefined)
					expect([kind, field.name, allowed(field, field.example)]).toEqual([kind, field.name, true]);
		}
	});

	it.each([
		[{ fields: [] }],
		[{ fields: [{ name: "a", type: "text" }] }],
		[{ fields: [{ name: "a", type: "number", constraints: { pattern: "1" } }] }],
		[{ fields: [{ name: "a", type: "string", constraints: { minimum: 1 } }] }],
		[{ fields: [{ type: "string" }] }],
		[{ fields: [{ name: "a", type: "string" }], fieldsMatch: ["superset"] }],
	])("are told from what is none: %j", (descriptor) => {
		expect(validate(descriptor)).toBe(false);
	});
});

describe("the schemas of the build", () => {
	it.runIf(built() !== undefined)("are those of the definitions", () => {
		expect(JSON.parse(built() ?? "")).toEqual(JSON.parse(JSON.stringify(made)));
	});
});

interface Shown {
	readonly $id: string;
	readonly description: string;
	readonly items: {
		readonly properties: Readonly<Record<string, { readonly description: string; readonly examples?: readonly string[] }>>;
	};
}

interface Field {
	readonly name: string;
	readonly type: string;
	readonly example?: string;
	readonly groupChar?: string;
	readonly missingValues?: readonly string[];
	readonly constraints?: {
		readonly required?: boolean;
		readonly pattern?: string;
		readonly minimum?: number;
		readonly maximum?: number;
		readonly exclusiveMinimum?: number;
		readonly exclusiveMaximum?: number;
	};
	readonly aliases: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

interface Descriptor {
	readonly fields: readonly Field[];
	readonly missingValues: readonly string[];
}

/** Whether a reader of Table Schema takes the cell: as the standard says, in as few words. */
function allowed({ type, groupChar, missingValues = [""], constraints = {} }: Field, text: string): boolean {
	if (missingValues.includes(text)) return constraints.required !== true;
	if (type === "string") return constraints.pattern === undefined || new RegExp(`^${constraints.pattern}$`, "u").test(text);
	const plain = groupChar === undefined ? text : text.replaceAll(groupChar, "");
	const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = constraints;
	const value = Number(plain);
	const spelt = type === "year" ? /^\d{4}$/ : /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;
	return spelt.test(plain) && value >= minimum && value <= maximum && value > exclusiveMinimum && value < exclusiveMaximum;
}
