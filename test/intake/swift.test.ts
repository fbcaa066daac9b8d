/** The swift path tells and decides nothing: whatever a table holds, and however its bytes come, a part is the one that the plain path makes. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/intake/part.ts";
import { writePart } from "../../src/intake/part-text.ts";
import { FirmShelf } from "../../src/ledger/firm-shelf.ts";
import type { Source } from "../../src/records/source.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import type { ReportOptions } from "../../src/run/options.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import {
	carriers,
	header,
	keptAsNumbers,
	names,
	odd,
	outputHeader,
	outputs,
	regular,
	reportOf,
	sourceOf,
	strangers,
	textSource,
} from "../support/months.ts";
import { repeatsTold, totalText } from "../support/total-text.ts";

const partOf = async (sources: readonly Source[], swiftFrom: number, options: ReportOptions = {}): Promise<Part> =>
	read({ ...given(sources), swiftFrom }, understand(valuesOf(options)));
const swift = 0;
const plain = Number.POSITIVE_INFINITY;

/** Both paths, told apart by nothing that can be seen; how many firms are kept as numbers. */
const agree = async (
	make: (piece?: number) => readonly Source[],
	options: ReportOptions = {},
	piece?: number,
): Promise<number> => {
	const swiftly = await partOf(make(piece), swift, options);
	const plainly = await partOf(make(), plain, options);
	expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
	expect([...swiftly.ledger.firms.keys()]).toEqual([...plainly.ledger.firms.keys()]);
	expect(await totalText(swiftly)).toBe(await totalText(plainly));
	expect(repeatsTold(swiftly)).toEqual(repeatsTold(plainly));
	const kept = keptAsNumbers(swiftly);
	expect(reportOf(swiftly, options)).toBe(reportOf(plainly, options));
	return kept;
};

describe("a table of months", () => {
	it("is kept as numbers, and comes to the same", async () => {
		const make = (): Source[] => [
			textSource("e.csv", `${[header, ...regular(names, 24)].join("\n")}\n`),
			textSource("o.csv", `${[outputHeader, ...outputs(names, 24)].join("\n")}\n`),
		];
		expect(await agree(make)).toBe(names.length);
	});

	it.each([
		["newlines of two letters", (text: string) => text.replaceAll("\n", "\r\n")],
		["no newline at its end", (text: string) => text.trimEnd()],
		["a mark before it", (text: string) => `\ufeff${text}`],
		["titles above it", (text: string) => `能源消费情况\n\n${text}`],
		["tabs", (text: string) => text.replaceAll(",", "\t")],
		["quotes around every cell", (text: string) => text.replace(/[^,\n]+/g, '"$&"')],
		["its columns in another order", (text: string) => text.replace(/^(.*?),(.*?),(.*)$/gm, "$3,$2,$1")],
		["blank rows in it", (text: string) => text.replace(/\n(F2,2021-05)/, "\n,,,,\n$1")],
	])("with %s", async (_, change) => {
		const text = change(`${[header, ...regular(names, 24)].join("\n")}\n`);
		expect(await agree(() => [textSource("e.csv", text)])).toBeGreaterThan(1);
	});

	it("with amounts of up to fifteen letters, and of more", async () => {
		const amounts = [
			"0.0000000001234",
			"268435455",
			"268435456",
			"99999999.9",
			"999999999",
			"1234567890",
			"123456789012.34",
			"0",
		];
		const rows = regular(names, 24).map((row, at) => row.replace(/\d+\.\d+/, amounts[at % amounts.length] as string));
		const longer = rows.map((row, at) => (at === 100 ? row.replace(/,[\d.]+,/, ",123456789012345.6,") : row));
		for (const some of [rows, longer])
			expect(await agree(() => [textSource("e.csv", `${[header, ...some].join("\n")}\n`)])).toBeGreaterThan(2);
	});

	it("in GB18030, packed or not", async () => {
		// 甲厂 in GB18030.
		const text = Buffer.from(`${[header, ...regular(["@", "F2"], 24)].join("\n")}\n`, "latin1");
		const name = Buffer.from([0xbc, 0xd7, 0xb3, 0xa7]);
		const bytes = Buffer.concat(
			text
				.toString("latin1")
				.split("@")
				.flatMap((piece, at) => [...(at === 0 ? [] : [name]), Buffer.from(piece)]),
		);
		expect(await agree(() => [sourceOf("e.csv", bytes)])).toBe(2);
		expect(await agree(() => [sourceOf("e.csv.gz", gzipSync(bytes))])).toBe(2);
	});

	it.each([
		["measured values", "ncv", () => "23.5"],
		["a column that nobody reads", "班组", (at: number) => ["一班", "二班"][Math.floor(at / 3) % 2] as string],
		["sites", "site", (at: number) => ["", "east"][Math.floor(at / 72)] as string],
		["uses", "use", () => "consumed"],
		["notes", "note", (at: number) => (at === 40 ? "17" : at === 41 ? "抄表" : "")],
	])("with %s", async (_, column, cell) => {
		const coal = regular(names, 24).map((row, at) => `${row},${row.includes("coal") || column !== "ncv" ? cell(at) : ""}`);
		const text = `${[`${header},${column}`, ...coal].join("\n")}\n`;
		expect(await agree(() => [textSource("e.csv", text)])).toBeGreaterThan(1);
	});

	it("with a unit that is told of in each of its rows", async () => {
		const rows = regular(names, 24).map((row) => row.replace(/bituminous-coal,(.*),t$/, "bituminous-coal,$1,GJ"));
		expect(await agree(() => [textSource("e.csv", `${[header, ...rows].join("\n")}\n`)])).toBe(0);
	});

	it("of firms by code and name, of which one lacks its code", async () => {
		const rows = regular(["91110000100000001X,甲厂", "91110000100000001X,甲厂有限公司", ",乙厂"], 24);
		await agree(() => [textSource("e.csv", `${[`credit_code,firm_name,period,carrier,quantity,unit`, ...rows].join("\n")}\n`)]);
	});

	it("of more firms, series and years than there is room for at first", async () => {
		const many = Array.from({ length: 700 }, (_, at) => `企业${at}`);
		const rows = many.flatMap((firm, of) =>
			[2021, 2022, 2023].flatMap((year) =>
				carriers.map((one, which) => {
					const [carrier, unit] = one.split(",");
					return `${firm},${year}-0${(of % 9) + 1},${carrier},${of + which + 1}.5,${unit}`;
				}),
			),
		);
		const text = `${[header, ...rows].join("\n")}\n`;
		const [swiftly, plainly] = [
			await partOf([textSource("e.csv", text)], swift),
			await partOf([textSource("e.csv", text)], plain),
		];
		expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
		expect(keptAsNumbers(swiftly)).toBe(many.length);
	});

	it("of many firms month by month, so that its first rows are all of others", async () => {
		const many = Array.from({ length: 900 }, (_, at) => `企业${at}`);
		const rows = ["2021-01", "2021-02"].flatMap((month, at) =>
			many.map((firm, of) => `${firm},${month},coke,${of + at + 1}.5,t`),
		);
		const text = `${[header, ...rows].join("\n")}\n`;
		const [swiftly, plainly] = [
			await partOf([textSource("e.csv", text)], swift),
			await partOf([textSource("e.csv", text)], plain),
		];
		expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
		expect(keptAsNumbers(swiftly)).toBe(many.length);
	});

	it("of which too many rows are no months is read by the plain path alone", async () => {
		const many = Array.from({ length: 700 }, (_, at) => `企业${at}`);
		const rows = many.flatMap((firm) =>
			["2021-01", "2021-02", "2021Q2", "2021Q3", "2021Q4", "2022", "2023"].flatMap((period) => [
				`${firm},${period},coke,5.5,t`,
				`${firm},${period},electricity,7,10^4 kWh`,
			]),
		);
		const text = `${[header, ...rows].join("\n")}\n`;
		const [swiftly, plainly] = [
			await partOf([textSource("e.csv", text)], swift),
			await partOf([textSource("e.csv", text)], plain),
		];
		expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
		expect(swiftly.ledger.firms).not.toBeInstanceOf(FirmShelf);
	});

	it("that names its firm in a title, or not at all", async () => {
		const rows = regular(["甲厂"], 24).map((row) => row.slice("甲厂,".length));
		const bare = `${["period,carrier,quantity,unit", ...rows].join("\n")}\n`;
		expect(await agree(() => [textSource("e.csv", `单位名称：甲厂\n${bare}`)])).toBe(1);
		expect(await agree(() => [textSource("e.csv", bare)], { assumeFirm: "甲厂" })).toBe(1);
	});

	it("whose header is said beside it", async () => {
		const bytes = (): Source[] => [textSource("e.csv", `${regular(names, 24).join("\n")}\n`)];
		const [swiftly, plainly] = await Promise.all(
			[swift, plain].map((swiftFrom) => read({ ...given(bytes()), swiftFrom, header }, understand(valuesOf({})))),
		);
		expect([...writePart(swiftly as Part)]).toEqual([...writePart(plainly as Part)]);
		expect(keptAsNumbers(swiftly as Part)).toBe(names.length);
	});

	it("in any order of its rows", async () => {
		const rows = regular(names, 24);
		// 89 and the number of rows have no divisor in common.
		const shuffled = rows.map((_, at) => rows[(at * 89) % rows.length] as string);
		expect(new Set(shuffled).size).toBe(rows.length);
		expect(await agree(() => [textSource("e.csv", `${[header, ...shuffled].join("\n")}\n`)])).toBe(names.length);
	});

	it("beside another of the same firms, months and carriers", async () => {
		const rows = regular(names, 24);
		const other = rows.filter((_, at) => at % 5 === 0).map((row, at) => (at === 3 ? row.replace(".", "9.") : row));
		const make = (): Source[] => [
			textSource("a.csv", `${[header, ...rows].join("\n")}\n`),
			textSource("b.csv", `${[header, ...other].join("\n")}\n`),
		];
		expect(await agree(make)).toBe(names.length);
		await agree(make, { addRepeats: true });
	});
});

it("whatever stands in it, and at every cut of its bytes", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(odd, fc.nat(300)), { maxLength: 5 }),
			fc.array(fc.tuple(fc.nat(140), fc.nat(300)), { maxLength: 3 }),
			fc.integer({ min: 1, max: 700 }),
			fc.boolean(),
			fc.boolean(),
			async (lines, copies, piece, back, addRepeats) => {
				const rows = regular(names, 12);
				for (const [of, at] of copies) rows.splice(at % (rows.length + 1), 0, rows[of] as string);
				for (const [line, at] of lines) rows.splice(at % (rows.length + 1), 0, line);
				const text = [header, ...rows, ""].join(back ? "\r\n" : "\n");
				const make = (own?: number): Source[] => [
					textSource("e.csv", text, own),
					textSource("o.csv", `${[outputHeader, ...outputs(names, 12)].join("\n")}\n`, own),
				];
				await agree(make, { addRepeats }, piece);
			},
		),
		{ numRuns: 80 },
	);
}, 120_000);

it("whoever is met in it, and however it is named", async () => {
	let kept = 0;
	await fc.assert(
		fc.asyncProperty(strangers, fc.integer({ min: 40, max: 700 }), async (text, piece) => {
			kept += await agree((own) => [textSource("e.csv", text, own)], {}, piece);
		}),
		{ numRuns: 120 },
	);
	expect(kept).toBeGreaterThan(50);
}, 120_000);

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const foldersBelow = (folder: string): string[] => [
	folder,
	...readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
		one.isDirectory() ? foldersBelow(join(folder, one.name)) : [],
	),
];

it("of every folder of fixtures", async () => {
	let kept = 0;
	for (const folder of foldersBelow(fixtures)) {
		const files = readdirSync(folder).filter((name) => /\.(csv|tsv|txt)(\.gz)?$/.test(name));
		if (files.length === 0) continue;
		const make = (): Source[] =>
			files.map((name) => sourceOf(relative(fixtures, join(folder, name)), readFileSync(join(folder, name))));
		const [swiftly, plainly] = [await partOf(make(), swift), await partOf(make(), plain)];
		expect([...writePart(swiftly)], folder).toEqual([...writePart(plainly)]);
		expect([...swiftly.ledger.firms.keys()], folder).toEqual([...plainly.ledger.firms.keys()]);
		kept += keptAsNumbers(swiftly);
	}
	expect(kept).toBeGreaterThan(50);
}, 120_000);

describe("numbers that may be others", () => {
	/** The regular rows with these amounts in turn. */
	const pointed = (cut: string, amounts: readonly string[], firms = names): string => {
		const cell = (text: string): string => (text.includes(cut) ? `"${text}"` : text);
		const rows = regular(firms, 24).map((row, at) => {
			const [firm, month, carrier, , unit] = row.split(",") as [string, string, string, string, string];
			return [firm, month, carrier, amounts[at % amounts.length] as string, unit];
		});
		return `${[header.split(","), ...rows].map((cells) => cells.map(cell).join(cut)).join("\n")}\n`;
	};

	it.each([
		[",", ["12.345", "1.200", "103.250"], 4],
		[";", ["12.345", "1.200", "103.250", "0.500"], 4],
		[";", ["12.345", "1.200", "103.250"], 0],
		[";", ["12345", "1200", "7"], 4],
	])("are kept as numbers unless nothing decides: cut by %j, %j", async (cut, amounts, kept) => {
		expect(await agree(() => [textSource("e.csv", pointed(cut, amounts))])).toBe(kept);
	});

	it("are given to the plain path where one amount shows points between thousands, and only then", async () => {
		const text = pointed(",", ["12.345", "1.200", "7"]);
		const one = text.replace(/^(F2,2021-05,electricity),[^,]+/m, '$1,"1.234,5"');
		expect(one).not.toBe(text);
		expect(await agree(() => [textSource("e.csv", one)])).toBe(0);
		// Its own firm is asked for a decimal comma, and nobody else where others show a decimal point.
		const shown = pointed(",", ["12.345", "1.20", "7"]);
		const slip = shown.replace(/^(F10,2021-05,electricity),[^,]+/m, '$1,"1,5"');
		expect(slip).not.toBe(shown);
		expect(await agree(() => [textSource("e.csv", slip)])).toBe(0);
		const whole = pointed(",", ["12345", "1.20", "7"]).replace(/^(F10,2021-05,electricity),[^,]+/m, '$1,"1,5"');
		expect(await agree(() => [textSource("e.csv", whole)])).toBe(3);
	});

	it("agree whatever the amounts are written like", async () => {
		const amount = fc.constantFrom(
			"12.000",
			"1.234",
			"500",
			"12.34",
			"0.123",
			"1234.500",
			"1.234,5",
			"1.234.567",
			"1,5",
			"12,000",
		);
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(amount, { minLength: 1, maxLength: 4 }),
				fc.constantFrom(",", "\t", ";"),
				fc.integer({ min: 7, max: 400 }),
				async (amounts, cut, piece) => {
					await agree((length) => [textSource("e.csv", pointed(cut, amounts, ["甲厂", "F2"]), length)], {}, piece);
				},
			),
			{ numRuns: 12 },
		);
	});
});
