/** Results do not depend on the order of rows or files, on how a file is cut, on its form, the time zone or the clock. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Report, ReportOptions, Table } from "../../src/index.ts";
import { ingest } from "../../src/intake/ingest.ts";
import { joinLedgers } from "../../src/ledger/join.ts";
import { emptyLedger, type Ledger } from "../../src/ledger/ledger.ts";
import { loadReference } from "../../src/reference/reference.ts";
import { given } from "../../src/run/given.ts";
import { csv } from "../../src/views/formats/csv.ts";
import { report } from "../support/reading.ts";
import { csvText, type Row } from "../support/tables.ts";

const runs = { numRuns: 60 };
const sectorsOf = (from: Report): string => JSON.stringify(from.sectors);

// Few words of each kind, faults among them: so that rows meet, repeat and contradict each other.
const period = fc.constantFrom("2020", "2021", "2021Q1", "2021-05", "2021年6月", "2022", "nonsense");
const firm = fc.constantFrom("F1", "F2", "F3", "企业");
const energyRow: fc.Arbitrary<Row> = fc.record({
	// Each row has a firm: whose a row without one may be is seen from the rows around it.
	firm,
	firm_name: fc.constantFrom("", "Works A", "Works B"),
	site: fc.constantFrom("", "east", "west"),
	period: fc.oneof({ weight: 9, arbitrary: fc.constantFrom("2020", "2021", "2022") }, { weight: 3, arbitrary: period }),
	carrier: fc.constantFrom("coke", "焦炭", "electricity", "limestone-flux", "raw-coal", "绿电", "phlogiston"),
	use: fc.constantFrom("", "", "", "sold", "feedstock"),
	quantity: fc.constantFrom("1", "1.0", "2", "0.1", "1,000", "0", "", "-1"),
	unit: fc.constantFrom("t", "t", "kg", "MWh", "10^4 Nm3", "GJ"),
	ncv: fc.constantFrom("", "", "28", "28.0", "29"),
	province: fc.constantFrom("", "Hebei", "浙江"),
});
const outputRow: fc.Arbitrary<Row> = fc.record({
	firm,
	sector: fc.constantFrom("steel", "3120", "31", "nonferrous", "nowhere"),
	period: fc.oneof({ weight: 9, arbitrary: fc.constantFrom("2020", "2021", "2022") }, { weight: 3, arbitrary: period }),
	indicator: fc.constantFrom("value_added", "增加值", "revenue"),
	quantity: fc.constantFrom("10", "10.00", "20", "0", "x"),
	unit: fc.constantFrom("万元", "10^4 CNY", "亿元"),
	prices: fc.constantFrom("constant-2020", "constant-2020", "current", "", "不变价"),
});
/** Rows, and the same rows in another order. */
const shuffled = <R>(rows: fc.Arbitrary<R>, maxLength: number): fc.Arbitrary<{ rows: R[]; again: R[] }> =>
	fc
		.array(rows, { minLength: 4, maxLength })
		.chain((list) => fc.record({ rows: fc.constant(list), again: fc.shuffledSubarray(list, { minLength: list.length }) }));
const options: fc.Arbitrary<ReportOptions> = fc.constantFrom(
	{},
	{ path: "linear" },
	{ addRepeats: true },
	{ absentIsZero: true },
	{ electricity: "provincial", targets: "provincial" },
	{ map: ["原煤=bituminous-coal"] },
);

const table = (name: string, rows: readonly Row[]): Table => ({ name, text: csvText(rows) });

/** What a report says of firms and sectors; a run that cannot be done says why. */
const said = async (tables: readonly Table[], chosen: ReportOptions): Promise<string> => {
	try {
		const found = await report(tables, chosen);
		return csv(found) + sectorsOf(found);
	} catch (error) {
		return (error as { code: string }).code;
	}
};

describe("results", () => {
	it("do not depend on the order of rows", async () => {
		await fc.assert(
			fc.asyncProperty(shuffled(energyRow, 25), shuffled(outputRow, 12), options, async (energy, output, chosen) => {
				const one = await said([table("energy.csv", energy.rows), table("output.csv", output.rows)], chosen);
				expect(await said([table("energy.csv", energy.again), table("output.csv", output.again)], chosen)).toBe(one);
			}),
			runs,
		);
	});

	it("do not depend on the order of tables, findings and inputs included", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(energyRow, { minLength: 4, maxLength: 20 }),
				fc.array(outputRow, { minLength: 2, maxLength: 10 }),
				options,
				async (energy, output, chosen) => {
					const tables = [
						table("a.csv", energy),
						table("b.csv", output),
						table("c.csv", [{ firm: "F1", sector: "steel", firm_name: "Works C" }]),
					];
					const whole = async (list: readonly Table[]): Promise<string> => {
						try {
							return JSON.stringify(await report(list, chosen));
						} catch (error) {
							return (error as { code: string }).code;
						}
					};
					expect(await whole([...tables].reverse())).toBe(await whole(tables));
				},
			),
			runs,
		);
	});

	it("do not depend on how a table is cut into files, nor on their names", async () => {
		await fc.assert(
			fc.asyncProperty(
				shuffled(energyRow, 25),
				fc.array(outputRow, { minLength: 2, maxLength: 10 }),
				fc.nat(),
				fc.constantFrom(["a.csv", "z.csv"], ["z.csv", "a.csv"]),
				options,
				async (energy, output, at, names, chosen) => {
					const cut = 1 + (at % (energy.again.length - 1));
					const halves = [energy.again.slice(0, cut), energy.again.slice(cut)].map((rows, half) =>
						table(names[half] as string, rows),
					);
					// Two halves of the same bytes would be one file given twice.
					fc.pre(halves[0]?.text !== halves[1]?.text);
					const one = await said([table("energy.csv", energy.rows), table("output.csv", output)], chosen);
					expect(await said([...halves, table("output.csv", output)], chosen)).toBe(one);
				},
			),
			runs,
		);
	});

	const rows: Row[] = [
		{ firm: "企业一", period: "2020", carrier: "焦炭", quantity: "100.5", unit: "吨", site: "east, old" },
		{ firm: "企业一", period: "2021", carrier: "焦炭", quantity: "90", unit: "吨", site: 'the "new"' },
	];
	const made = table(
		"output.csv",
		["2020", "2021"].map((period) => ({
			firm: "企业一",
			period,
			indicator: "工业增加值",
			quantity: "10",
			unit: "万元",
			prices: "2020年不变价",
		})),
	);

	it.each([
		["commas", "\n", ""],
		["CRLF", "\r\n", ""],
		["lone carriage returns", "\r", ""],
		["a byte order mark", "\n", "\uFEFF"],
	])("do not depend on the form of the file: %s", async (_, newline, mark) => {
		const plain = await said([table("energy.csv", rows), made], {});
		const text = mark + csvText(rows).replaceAll("\n", newline);
		expect(await said([{ name: "energy.csv", text }, made], {})).toBe(plain);
		expect(plain).toContain("企业一");
	});

	it.each([["\t"], [";"]])("do not depend on the separator: %o", async (separator) => {
		const simple = rows.map(({ site: _, ...row }) => row);
		const text = csvText(simple).replaceAll(",", separator);
		expect(await said([{ name: "energy.csv", text }, made], {})).toBe(await said([table("energy.csv", simple), made], {}));
	});

	it("do not depend on how a number, a unit or a name is spelt", async () => {
		const other = [
			{ ...rows[0], quantity: "100500.00", unit: "kg", carrier: "coke", period: "2020年" },
			{ ...rows[1], quantity: "0.0090", unit: "万吨", carrier: "冶金焦", firm: " 企业一 " },
		] as Row[];
		expect(await said([table("energy.csv", other), made], {})).toBe(await said([table("energy.csv", rows), made], {}));
	});

	describe("elsewhere", () => {
		const zone = process.env["TZ"];
		afterEach(() => {
			if (zone === undefined) delete process.env["TZ"];
			else process.env["TZ"] = zone;
		});

		it("are the same: the time zone has no say", async () => {
			const monthly = ["2021-01", "2021-12-31", "2021/3", "2021年6月"].map((when) => ({ ...rows[0], period: when })) as Row[];
			const told = new Set<string>();
			for (const place of ["Asia/Shanghai", "America/Los_Angeles", "UTC"]) {
				process.env["TZ"] = place;
				told.add(await said([table("energy.csv", [...rows, ...monthly]), made], {}));
			}
			expect(told.size).toBe(1);
		});
	});
});

describe("ledgers", () => {
	const reference = loadReference();
	const ledgerOf = async (tables: readonly Table[], adding: boolean): Promise<Ledger> => {
		const sources = tables.map(({ name, text }) => ({
			name,
			bytes: async function* (): AsyncGenerator<Uint8Array> {
				yield new TextEncoder().encode(text);
			},
		}));
		const choices = { mappings: new Map(), asOf: undefined, indicator: "value_added", product: "", priceYear: () => 2020 };
		const request = {
			...given(sources),
			unopened: [],
			kinds: new Map(),
			operands: new Set<string>(),
			encoding: undefined,
			fuelSet: "ndrc-guidelines",
			adding,
			fillDown: false,
			hidden: false,
			assumedFirm: "",
			choices,
		};
		return (await ingest(request, reference)).ledger;
	};
	/** A ledger as text, whatever order it was filled in. */
	const written = (value: unknown): string =>
		JSON.stringify(value, (_, one: unknown) => {
			if (one instanceof Map) return [...one].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
			return typeof one === "bigint" ? String(one) : one;
		});
	const parts = fc.record({
		left: fc.array(energyRow, { minLength: 1, maxLength: 12 }),
		right: fc.array(energyRow, { minLength: 1, maxLength: 12 }),
		made: fc.array(outputRow, { minLength: 1, maxLength: 8 }),
		adding: fc.boolean(),
	});

	it("of parts join to the ledger of the whole, whichever side comes first", async () => {
		await fc.assert(
			fc.asyncProperty(parts, async ({ left, right, made, adding }) => {
				const [one, two, three] = [table("1.csv", left), table("2.csv", right), table("3.csv", made)];
				fc.pre(one.text !== two.text);
				const whole = written(await ledgerOf([one, two, three], adding));
				const [a, b, c] = await Promise.all([ledgerOf([one], adding), ledgerOf([two], adding), ledgerOf([three], adding)]);
				const join = (left: Ledger, right: Ledger): Ledger => joinLedgers(structuredClone(left), structuredClone(right));
				expect(written(join(join(a, b), c))).toBe(whole);
				expect(written(join(a, join(b, c)))).toBe(whole);
				expect(written(join(c, join(b, a)))).toBe(whole);
			}),
			runs,
		);
	});

	it("joined with an empty one are themselves", async () => {
		await fc.assert(
			fc.asyncProperty(parts, async ({ left, adding }) => {
				const ledger = await ledgerOf([table("1.csv", left)], adding);
				const before = written(ledger);
				expect(written(joinLedgers(structuredClone(ledger), emptyLedger(adding)))).toBe(before);
				expect(written(joinLedgers(emptyLedger(adding), structuredClone(ledger)))).toBe(before);
			}),
			runs,
		);
	});

	it("are plain data: copies are equal, and joining copies changes neither side", async () => {
		await fc.assert(
			fc.asyncProperty(parts, async ({ left, right, adding }) => {
				const [a, b] = [await ledgerOf([table("1.csv", left)], adding), await ledgerOf([table("2.csv", right)], adding)];
				const before = [written(a), written(b)];
				const copies = structuredClone([a, b] as const);
				expect(copies).toEqual([a, b]);
				joinLedgers(...copies);
				expect([written(a), written(b)]).toEqual(before);
			}),
			runs,
		);
	});
});
