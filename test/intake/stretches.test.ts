/** However a large table is cut into stretches, and however many read them, a part is the one that a single reader makes. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/intake/part.ts";
import { writePart } from "../../src/intake/part-text.ts";
import type { Source } from "../../src/records/source.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { answerTo, type Readers } from "../../src/run/stretches.ts";
import {
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

/** Readers that come one after another, each told in plain data; how many stretches were kept. */
const readersOf = (cuts: Readers["cuts"], open: (path: string) => Source): Readers & { asked: number; kept: number } => {
	const readers = {
		asked: 0,
		kept: 0,
		cuts,
		begin: () => undefined,
		stop: () => undefined,
		read: async (task: Parameters<Readers["read"]>[0]) => {
			readers.asked += 1;
			const answer = structuredClone(await answerTo(structuredClone(task), async (path) => open(path)));
			if ("read" in answer && answer.read !== null) readers.kept += 1;
			return answer;
		},
	};
	return readers;
};

/** All that can be seen of a part: whoever judges it looks at it last. */
const seen = async (part: Part, options: ReportOptions): Promise<unknown> => ({
	lines: [...writePart(part)],
	firms: [...part.ledger.firms.keys()],
	totals: await totalText(part),
	repeats: repeatsTold(part),
	report: reportOf(part, options),
});
/** What the plain path makes. */
const alone = async (make: () => readonly Source[], options: ReportOptions = {}): Promise<unknown> =>
	seen(await read({ ...given(make()), swiftFrom: Number.POSITIVE_INFINITY }, understand(valuesOf(options))), options);

/** The plain path and several readers, told apart by nothing that can be seen; how many stretches were read apart, how many firms are kept as numbers. */
const agree = async (
	make: () => readonly Source[],
	cuts: Readers["cuts"],
	options: ReportOptions = {},
	expected?: unknown,
): Promise<{ readonly kept: number; readonly firms: number }> => {
	const open = (path: string): Source => make().find(({ name }) => name === path) as Source;
	const readers = readersOf(cuts, open);
	const part = await read({ ...given(make()), swiftFrom: 0, readers }, understand(valuesOf(options)));
	const firms = keptAsNumbers(part);
	expect(await seen(part, options)).toEqual(expected ?? (await alone(make, options)));
	return { kept: readers.kept, firms };
};

const equally =
	(count: number): Readers["cuts"] =>
	(size) =>
		Array.from({ length: count - 1 }, (_, at) => Math.floor((size * (at + 1)) / count));

const table = (rows: readonly string[], head = header): string => `${[head, ...rows].join("\n")}\n`;

describe("a table of months that several read", () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])("is the same with %i of them", async (count) => {
		const make = (): Source[] => [
			textSource("e.csv", table(regular(names, 24))),
			textSource("o.csv", table(outputs(names, 24), outputHeader)),
		];
		expect(await agree(make, equally(count))).toEqual({ kept: 2 * (count - 1), firms: names.length });
	});

	it("is the same cut at every byte around its lines", async () => {
		const text = table(regular(["甲厂"], 3));
		const size = new TextEncoder().encode(text).length;
		for (let cut = header.length + 30; cut <= size; cut += 1)
			await agree(
				() => [textSource("e.csv", text)],
				() => [cut],
			);
	});

	it("month by month, so that every firm stands in every stretch", async () => {
		const rows = [...regular(names, 24)].sort((a, b) => (a.split(",")[1] as string).localeCompare(b.split(",")[1] as string));
		expect((await agree(() => [textSource("e.csv", table(rows))], equally(3))).kept).toBe(2);
	});

	it("that says a month in two stretches, alike and otherwise", async () => {
		const rows = regular(names, 24);
		const again = [rows[5], rows[40]?.replace(".", "7.")].map(String);
		for (const options of [{}, { addRepeats: true }])
			expect((await agree(() => [textSource("e.csv", table([...rows, ...again]))], equally(4), options)).kept).toBe(3);
	});

	it("of which a carrier is told of in its first row alone", async () => {
		const rows = regular(names, 24).map((row) => row.replace("bituminous-coal", "焦炭（一级）"));
		expect((await agree(() => [textSource("e.csv", table(rows))], equally(4))).kept).toBe(3);
	});

	it("of which one stretch is not for it is read as a whole", async () => {
		const rows = regular(names, 24);
		rows.splice(200, 0, "F2,2022-05,其中：外购,5,t");
		await agree(() => [textSource("e.csv", table(rows))], equally(2));
	});

	it("whose points may stand between thousands, as one stretch alone shows", async () => {
		const rows = regular(names, 24).map((row) => row.replace(/\d+\.\d+/, "12.345"));
		const one = rows.map((row, at) => (at === 30 ? row.replace("12.345", '"1.234,5"') : row));
		const shown = one.map((row, at) => (at === 200 ? row.replace("12.345", "12.5") : row));
		for (const some of [rows, one, shown]) await agree(() => [textSource("e.csv", table(some))], equally(3));
	});

	it.each([
		["a mark before it", (text: string) => `\ufeff${text}`],
		["titles above it", (text: string) => `能源消费情况\n\n${text}`],
		["no newline at its end", (text: string) => text.trimEnd()],
		["newlines of two letters", (text: string) => text.replaceAll("\n", "\r\n")],
		["quotes around every cell", (text: string) => text.replace(/[^,\n]+/g, '"$&"')],
	])("with %s", async (_, change) => {
		const text = change(table(regular(names, 24)));
		expect((await agree(() => [textSource("e.csv", text)], equally(3))).kept).toBe(2);
	});

	it("in GB18030", async () => {
		// 甲厂 in GB18030, once at each place where a firm would be.
		const name = Buffer.from([0xbc, 0xd7, 0xb3, 0xa7]).toString("latin1");
		const bytes = Buffer.from(table(regular(["@", "F2"], 24)).replaceAll("@", name), "latin1");
		expect((await agree(() => [sourceOf("e.csv", bytes)], equally(3))).kept).toBe(2);
	});

	it("whose header is said beside it", async () => {
		const make = (): Source[] => [textSource("e.csv", `${regular(names, 24).join("\n")}\n`)];
		const readers = readersOf(equally(3), () => make()[0] as Source);
		const [several, plain] = await Promise.all(
			[{ swiftFrom: 0, readers }, { swiftFrom: Number.POSITIVE_INFINITY }].map((own) =>
				read({ ...given(make()), ...own, header }, understand(valuesOf({}))),
			),
		);
		expect([...writePart(several as Part)]).toEqual([...writePart(plain as Part)]);
		expect(readers.kept).toBe(2);
	});

	it("packed, and so read by one", async () => {
		const bytes = gzipSync(Buffer.from(table(regular(names, 24))));
		expect((await agree(() => [sourceOf("e.csv.gz", bytes)], equally(3))).kept).toBe(0);
	});

	it("with blank rows where it is cut", async () => {
		const rows = regular(names, 24).flatMap((row, at) => (at % 10 === 9 ? [row, ",,,,", ""] : [row]));
		expect((await agree(() => [textSource("e.csv", table(rows))], equally(7))).kept).toBe(6);
	});
});

it("whatever stands in it, wherever it is cut", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(odd, fc.nat(300)), { maxLength: 4 }),
			fc.array(fc.tuple(fc.nat(140), fc.nat(300)), { maxLength: 3 }),
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }),
			fc.boolean(),
			fc.boolean(),
			async (lines, copies, cuts, back, addRepeats) => {
				const rows = regular(names, 12);
				for (const [of, at] of copies) rows.splice(at % (rows.length + 1), 0, rows[of] as string);
				for (const [line, at] of lines) rows.splice(at % (rows.length + 1), 0, line);
				const text = [header, ...rows, ""].join(back ? "\r\n" : "\n");
				const make = (): Source[] => [textSource("e.csv", text), textSource("o.csv", table(outputs(names, 12), outputHeader))];
				const at: Readers["cuts"] = (size) =>
					[...new Set(cuts.map((share) => Math.floor(1 + share * (size - 2))))].sort((a, b) => a - b);
				await agree(make, at, { addRepeats });
			},
		),
		{ numRuns: 50 },
	);
}, 120_000);

it("whoever is met in it, in whichever stretch", async () => {
	await fc.assert(
		fc.asyncProperty(strangers, fc.integer({ min: 2, max: 4 }), async (text, count) => {
			await agree(() => [textSource("e.csv", text)], equally(count));
		}),
		{ numRuns: 60 },
	);
}, 120_000);

describe("a table whose head shows how it is read", () => {
	const firms = Array.from({ length: 330 }, (_, at) => `企业${at}`);
	const rows = regular(firms, 36);
	const bytesOf = (...last: readonly string[]): Buffer => Buffer.from(table([...rows, ...last]));
	const late = (bytes: readonly number[], ...last: readonly string[]): Buffer =>
		Buffer.concat([bytesOf(...last).subarray(0, -1), Buffer.from("\nF"), Buffer.from(bytes), Buffer.from(",2021-05,coke,5,t\n")]);
	const inAscii = (bytes: Buffer): Buffer =>
		Buffer.from(bytes.toString("latin1").replaceAll(Buffer.from("企业").toString("latin1"), "F"), "latin1");

	it.each([
		["is begun while it is looked at as a whole", bytesOf(), 2, 2],
		["is begun anew where the rest is encoded otherwise", inAscii(late([0xbc, 0xd7, 0xb3, 0xa7])), 4, 3],
		["is let go where the rest holds NUL", late([0]), 2, 2],
		["is let go where the rest has a quote over lines", bytesOf('"F2', 'F3",2021-05,coke,5,t'), 2, 1],
		["is let go where the rest is in two encodings", late([0xbc, 0xd7, 0xb3, 0xa7], "企业股份公司,2021-05,coke,5,t"), 2, 1],
	])("%s", async (_, bytes, asked, kept) => {
		expect(bytes.length).toBeGreaterThan(1 << 20);
		const make = (): Source[] => [
			sourceOf("e.csv", bytes),
			textSource("o.csv", table(outputs(firms.slice(0, 3), 24), outputHeader)),
		];
		const cuts: Readers["cuts"] = (size) => (size > 1 << 20 ? equally(3)(size) : []);
		const readers = readersOf(cuts, (path) => make().find(({ name }) => name === path) as Source);
		const [several, plain] = await Promise.all(
			[{ swiftFrom: 0, readers }, { swiftFrom: Number.POSITIVE_INFINITY }].map((own) =>
				read({ ...given(make()), ...own }, understand(valuesOf({}))),
			),
		);
		expect([...writePart(several as Part)]).toEqual([...writePart(plain as Part)]);
		expect([readers.asked, readers.kept]).toEqual([asked, kept]);
	});
});
