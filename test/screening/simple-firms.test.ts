/**
 * Firms of which nothing is told are not assessed one by one where only rows are wanted. Nobody can tell: figures, findings and what each rule
 * answered are those of the long way, whatever stands in the tables.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listed } from "../../src/findings/tally.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import type { Source } from "../../src/records/source.ts";
import { type Choices, understand } from "../../src/run/choices.ts";
import type { FirmHelpers } from "../../src/run/firm-helpers.ts";
import { given } from "../../src/run/given.ts";
import { beginJudging, conclude, type Judged, judge } from "../../src/run/judge.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { selectedAlone, selectedTogether } from "../../src/run/select.ts";
import { buildReport, reportedFindings } from "../../src/views/build-report.ts";
import type { Pieces } from "../../src/views/formats/format.ts";
import { reportFormats } from "../../src/views/formats/report.ts";
import { type Frame, frameOf } from "../../src/views/frame.ts";
import { Helping } from "../../src/views/simple-rows/helping.ts";
import "../support/seed.ts";

const textSource = (name: string, text: string): Source => ({
	name,
	bytes: async function* () {
		yield new TextEncoder().encode(text);
	},
});

interface Tables {
	readonly energy: string;
	readonly output: string;
}

/** By rows of simple firms; with every firm assessed, and rules asked of those alone that are not cleared; or all the long way. */
type Way = "by row" | "cleared" | "long";

const run = async ({ energy, output }: Tables, way: Way, options: ReportOptions, screen: boolean): Promise<Judged> => {
	const choices = understand(valuesOf(options), { screen });
	const sources = [textSource("energy.csv", energy), textSource("output.csv", output)];
	return judge(
		await read({ ...given(sources), swiftFrom: way === "long" ? Number.POSITIVE_INFINITY : 0 }, choices),
		choices,
		way === "by row",
	);
};

/** The csv report as the command writes it. */
const rowsOf = ({ assessment }: Judged, frame: Frame): string => {
	const written = reportFormats["csv"]?.write({ assessment, frame, digits: 4, top: 40 }, {} as never) as {
		readonly pieces: Iterable<string | Uint8Array>;
	};
	return Buffer.concat([...written.pieces].map((piece) => Buffer.from(piece as string))).toString("utf8");
};

/** Helpers that are threads in all but that they run here: what they are told and answer is plain data. */
const helpersHere = (count: number, choices: Choices): FirmHelpers => {
	const helping = Array.from({ length: count }, () => new Helping(choices));
	const of = (helper: number): Helping => helping[helper] as Helping;
	return {
		block: 2,
		count: () => count,
		select: async (helper, task) => structuredClone(of(helper).select(structuredClone(task))),
		showRows: async (helper, terms) => of(helper).showRows(structuredClone(terms)),
		rows: async (helper, from, to) => structuredClone(of(helper).rows(from, to)),
	};
};

/** Everything that is seen of a run whose firms were dealt out, and its rows. */
const helped = async ({ energy, output }: Tables, count: number, options: ReportOptions, screen: boolean) => {
	const choices = understand(valuesOf(options), { screen });
	const sources = [textSource("energy.csv", energy), textSource("output.csv", output)];
	const judging = beginJudging(await read({ ...given(sources), swiftFrom: 0 }, choices), choices, true);
	const shared = await selectedTogether(judging, helpersHere(count, choices));
	const judged = conclude(judging, shared === undefined ? selectedAlone(judging) : shared.selected);
	const frame = frameOf(judged, languageOf("en") as Language, "0.0.0");
	const together = shared === undefined ? {} : { together: shared.together };
	const written = (await reportFormats["csv"]?.write(
		{ assessment: judged.assessment, frame, digits: 4, top: 40, ...together },
		{} as never,
	)) as Pieces;
	const pieces: Buffer[] = [];
	for await (const piece of written.pieces) pieces.push(Buffer.from(piece as string));
	return { ...seen(judged), rows: Buffer.concat(pieces).toString("utf8") };
};

const seen = (judged: Judged) => {
	const frame = frameOf(judged, languageOf("en") as Language, "0.0.0");
	return {
		rows: rowsOf(judged, frame),
		report: buildReport(judged.assessment, frame),
		findings: listed(reportedFindings(frame)),
		rules: judged.screened?.rules,
		notChecked: judged.notChecked,
	};
};

/** All ways come to the same; how many firms were simple. */
const agree = async (
	tables: Tables,
	options: ReportOptions = {},
	screen = true,
	counts: readonly number[] = [2],
): Promise<number> => {
	const short = await run(tables, "by row", options, screen);
	const simple = short.assessment.simple?.groupOf.size ?? 0;
	const long = seen(await run(tables, "long", options, screen));
	expect(seen(short)).toEqual(long);
	expect(seen(await run(tables, "cleared", options, screen))).toEqual(long);
	for (const count of counts) expect(await helped(tables, count, options, screen)).toEqual(long);
	return simple;
};

/** What may stand in a table beside regular months; each changes the rows of one firm. */
const oddities: readonly ((rows: string[], at: number) => string[])[] = [
	(rows) => rows,
	// A month is missing, is there twice, says another amount, is nothing, is below zero.
	(rows, at) => rows.filter((_, index) => index !== at % rows.length),
	(rows, at) => [...rows, rows[at % rows.length] as string],
	(rows, at) => [...rows, (rows[at % rows.length] as string).replace(/,(\d+)\.(\d+),/, ",$19.$2,")],
	(rows, at) => rows.map((row, index) => (index === at % rows.length ? row.replace(/,\d+\.\d+,/, ",0,") : row)),
	(rows, at) => rows.map((row, index) => (index === at % rows.length ? row.replace(/,(\d+\.\d+),/, ",-$1,") : row)),
	// A slip of the unit, a copied month, a year that stands apart, other decimals, a quoted cell, an odd text.
	(rows, at) => rows.map((row, index) => (index === at % rows.length ? row.replace(/,(\d+)\.(\d+),/, ",$1000.$2,") : row)),
	(rows, at) => {
		const copied = /,(\d+\.\d+),/.exec(rows[at % rows.length] as string)?.[1];
		return rows.map((row, index) => (index === (at + 1) % rows.length ? row.replace(/,\d+\.\d+,/, `,${copied},`) : row));
	},
	(rows) => rows.map((row) => (row.includes(",2022-") ? row.replace(/,(\d+)\.(\d+),/, ",$10.$2,") : row)),
	(rows, at) => rows.map((row, index) => (index % 7 === at % 7 ? row.replace(/,(\d+\.\d+),/, ",$1357,") : row)),
	(rows, at) => rows.map((row, index) => (index === at % rows.length ? row.replace(/,(\d+\.\d+),/, ',"$1",') : row)),
	(rows, at) => rows.map((row, index) => (index === at % rows.length ? row.replace(/,(\d+\.\d+),/, ",about $1,") : row)),
	(rows) => [...rows].reverse(),
	(rows) => rows.filter((row) => !row.includes(",2023-")),
];

const carriers = [
	["bituminous-coal", "t", 4000],
	["natural-gas", "10^4 Nm3", 150],
	["electricity", "10^4 kWh", 2500],
	["heat", "GJ", 30000],
	["limestone", "t", 900],
] as const;

interface Made {
	readonly sector: string;
	readonly carriers: readonly number[];
	readonly years: number;
	readonly noise: readonly number[];
	readonly scatter: number;
	readonly odd: number;
	readonly at: number;
	readonly inOutput: boolean;
	readonly named: boolean;
	/** How much it uses; by its number where nothing is said. */
	readonly level?: number;
}

const made: fc.Arbitrary<Made> = fc.record({
	sector: fc.constantFrom("31", "26", ""),
	carriers: fc.uniqueArray(fc.integer({ min: 0, max: carriers.length - 1 }), { minLength: 1, maxLength: 4 }),
	years: fc.constantFrom(4, 4, 4, 6, 2),
	noise: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 41, maxLength: 61 }),
	scatter: fc.constantFrom(0.02, 0.1, 0.3),
	odd: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(0) },
		{ weight: 1, arbitrary: fc.integer({ min: 1, max: oddities.length - 1 }) },
	),
	at: fc.nat(300),
	inOutput: fc.boolean(),
	named: fc.boolean(),
});

const tablesOf = (firms: readonly Made[], first = 2020): Tables => {
	const energy: string[] = [];
	const output: string[] = [];
	for (const [index, one] of firms.entries()) {
		let drawn = index;
		const next = (): number => {
			drawn += 1;
			return 1 + ((one.noise[(drawn * 7) % one.noise.length] as number) / 1000 + (drawn % 13) / 100) * one.scatter;
		};
		const months = Array.from(
			{ length: one.years * 12 },
			(_, at) => `${first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
		);
		const level = one.level ?? 40 + ((index * 37) % 100);
		const moved = months.map(() => next());
		const used = months.flatMap((month, at) =>
			one.carriers.map((carrier) => {
				const [name, unit, usual] = carriers[carrier] as (typeof carriers)[number];
				const amount = (usual * level * (moved[at] as number) * (1 + (next() - 1) / 5)) / 100;
				return `厂${index},${month},${name},${amount.toFixed(2)},${unit}`;
			}),
		);
		const sold = months.map(
			(month, at) =>
				`厂${index},${one.sector},${one.named ? `名${index}` : ""},${month},value_added,${(level * 50 * (moved[at] as number)).toFixed(2)},万元,constant-2020`,
		);
		const change = oddities[one.odd] as (typeof oddities)[number];
		energy.push(...(one.inOutput ? used : change(used, one.at)));
		output.push(...(one.inOutput ? change(sold, one.at) : sold));
	}
	return {
		energy: `${["firm,period,carrier,quantity,unit", ...energy].join("\n")}\n`,
		output: `${["firm,sector,firm_name,period,indicator,quantity,unit,prices", ...output].join("\n")}\n`,
	};
};

const regular = (firm: number, more: Partial<Made> = {}): Made => ({
	...{ sector: "31", carriers: [0, 2], years: 6, scatter: 0.1, odd: 0, at: 0, inOutput: false, named: false },
	noise: Array.from({ length: 53 }, (_, at) => ((at * 7919 + firm * 104729) % 2001) - 1000),
	...more,
});

describe("firms of large tables where rows are wanted", () => {
	it("are simple where nothing is to be told of them", async () => {
		expect(await agree(tablesOf(Array.from({ length: 12 }, (_, firm) => regular(firm))))).toBeGreaterThan(8);
	});

	it("are the same however many help", async () => {
		const firms = Array.from({ length: 11 }, (_, firm) => regular(firm, firm % 4 === 1 ? { odd: 7, at: 20 } : {}));
		await agree(tablesOf(firms), {}, true, [1, 2, 3, 7]);
	});

	/** Months of one firm's coal, or power, as another's, wherever they stand there. */
	const copied = ({ energy, output }: Tables, copies: readonly Copy[]): Tables => {
		const rows = energy.split("\n");
		const of = (firm: number, carrier: string): number[] =>
			[...rows.keys()].filter((at) => rows[at]?.startsWith(`厂${firm},`) && rows[at]?.includes(`,${carrier},`));
		for (const { from, to, there, now, months, carrier } of copies) {
			const [theirs, own] = [of(from, carrier), of(to, carrier)];
			for (let month = 0; month < months; month += 1) {
				const [at, here] = [theirs[there + month], own[now + month]];
				const amount = at === undefined ? undefined : rows[at]?.split(",")[3];
				if (amount === undefined || here === undefined) continue;
				const cells = (rows[here] as string).split(",");
				rows[here] = [...cells.slice(0, 3), amount, ...cells.slice(4)].join(",");
			}
		}
		return { energy: rows.join("\n"), output };
	};
	interface Copy {
		readonly from: number;
		readonly to: number;
		readonly there: number;
		readonly now: number;
		readonly months: number;
		readonly carrier: string;
	}
	const copy: fc.Arbitrary<Copy> = fc.record({
		from: fc.nat({ max: 11 }),
		to: fc.nat({ max: 11 }),
		there: fc.nat({ max: 60 }),
		now: fc.nat({ max: 60 }),
		months: fc.integer({ min: 2, max: 12 }),
		carrier: fc.constantFrom("bituminous-coal", "electricity"),
	});

	it("are told to share months with others, whichever threads take them and whoever goes the long way", async () => {
		let [told, simple] = [0, 0];
		await fc.assert(
			fc.asyncProperty(
				fc.array(copy, { minLength: 1, maxLength: 4 }),
				fc.array(fc.constantFrom(0, 0, 0, 1, 7), { minLength: 12, maxLength: 12 }),
				fc.integer({ min: 1, max: 8 }),
				async (copies, odd, count) => {
					const firms = odd.map((own, firm) => regular(firm, { odd: own, at: 17, level: 70 }));
					const tables = copied(tablesOf(firms), copies);
					simple += await agree(tables, {}, true, [count]);
					const { tally } = await run(tables, "by row", {}, true);
					told += tally.counts.get("shared-series") ?? 0;
				},
			),
			{ numRuns: Number(process.env["RANDOM_CASES"] ?? 12) },
		);
		expect(Math.min(told, simple)).toBeGreaterThan(0);
	});

	it("are simple whether or not rules are asked", async () => {
		expect(await agree(tablesOf(Array.from({ length: 12 }, (_, firm) => regular(firm))), {}, false)).toBe(12);
	});

	it.each(
		oddities.map((_, odd) => odd).slice(1),
	)("go the long way with oddity %i, and leave the others as they are", async (odd) => {
		for (const inOutput of [false, true]) {
			const firms = Array.from({ length: 5 }, (_, firm) => regular(firm, firm === 2 ? { odd, inOutput, at: 31 } : {}));
			await agree(tablesOf(firms));
		}
	});

	it.each<ReportOptions>([
		{ targets: "plan-15" },
		{ boundary: "energy" },
		{ electricity: "0.57" },
		{ path: "linear" },
		{ factors: ["ipcc-2006"] },
		{ materiality: "1%" },
		{ asOf: "2026-03-01" },
		{ prices: "constant-2020" },
		{ marketBased: true },
		{ targets: "provincial" },
		{ map: ["limestone=dolomite"] },
		{ per: "output_value" },
		{ addRepeats: true },
		{ absentIsZero: true },
	] as never)("under %j", async (options) => {
		await agree(tablesOf(Array.from({ length: 5 }, (_, firm) => regular(firm, { carriers: [0, 2, 4] }))), options);
	});

	it("are the same where the years belong to two plans, or lie before and behind one", async () => {
		for (const [years, first] of [
			[7, 2020],
			[8, 2018],
			[3, 2026],
		] as const)
			await agree(
				tablesOf(
					Array.from({ length: 6 }, (_, firm) => regular(firm, { years })),
					first,
				),
			);
	});

	it("are none that anybody can tell apart, whatever stands in the tables", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(made, { minLength: 1, maxLength: 8 }),
				fc.boolean(),
				fc.integer({ min: 1, max: 7 }),
				async (firms, screen, count) => {
					await agree(tablesOf(firms), {}, screen, [count]);
				},
			),
			{ numRuns: Number(process.env["RANDOM_CASES"] ?? 20) },
		);
	});
});
