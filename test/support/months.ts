/** Large tables of months, made up: regular rows, and lines that stand out among them. */
import fc from "fast-check";
import type { Part } from "../../src/intake/part.ts";
import { languageOf } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { FirmShelf, isStored } from "../../src/ledger/firm-shelf.ts";
import type { Source } from "../../src/records/source.ts";
import { understand } from "../../src/run/choices.ts";
import { judge, Stopped } from "../../src/run/judge.ts";
import { type ReportOptions, valuesOf } from "../../src/run/options.ts";
import { buildReport } from "../../src/views/build-report.ts";
import { frameOf } from "../../src/views/frame.ts";

/** A source whose bytes come in pieces of one length. */
export const sourceOf = (name: string, bytes: Uint8Array, piece: number = 1 << 16): Source => ({
	name,
	size: bytes.length,
	bytes: async function* () {
		for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
	},
	places: {
		path: name,
		from: async function* (place) {
			for (let at = place; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
		},
		passed: () => undefined,
		check: () => undefined,
	},
});
export const textSource = (name: string, text: string, piece?: number): Source =>
	sourceOf(name, new TextEncoder().encode(text), piece);

export const header: string = "firm,period,carrier,quantity,unit";
export const carriers: readonly string[] = ["bituminous-coal,t", "electricity,10^4 kWh", "natural-gas,10^4 Nm3"];
/** Rows of some firms, months and carriers, each amount another. */
export const regular = (firms: readonly string[], months: number): string[] =>
	firms.flatMap((firm, of) =>
		Array.from({ length: months }, (_, at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`).flatMap(
			(month, at) =>
				carriers.map((one, which) => {
					const [carrier, unit] = one.split(",");
					return `${firm},${month},${carrier},${((at * 37 + which * 101 + of * 977) % 991) + 1}.${(at + which) % 10}0,${unit}`;
				}),
		),
	);
export const outputHeader: string = "firm,sector,period,indicator,quantity,unit,prices";
export const outputs = (firms: readonly string[], months: number): string[] =>
	firms.flatMap((firm, of) =>
		Array.from(
			{ length: months },
			(_, at) =>
				`${firm},31,${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")},value_added,${500 + of * 7 + at}.5,万元,constant-2020`,
		),
	);
export const names: readonly string[] = ["甲厂", "F2", "乙 厂", "F10"];

/** Whom rows may be about: the columns that say it, and what may stand in each. */
const whoColumns = [["firm"], ["firm", "sector"], ["firm", "firm_name", "province"], ["firm_name", "sector"]].concat([
	["credit_code", "firm_name"],
	["credit_code", "firm", "sector"],
]);
const mostly = (plain: readonly string[], otherwise: readonly string[]): fc.Arbitrary<string> =>
	fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: fc.constantFrom(...otherwise) });
const whoCells: Readonly<Record<string, fc.Arbitrary<string>>> = {
	firm: mostly(
		["甲厂", "F2", '"F2"', "乙 厂", "乙  厂", "Ｆ2", "F3", "丙厂"],
		["合计", "12.50", "=F5", "其中：甲厂", "", "F\u200b2"],
	),
	firm_name: mostly(["甲厂", "甲厂有限公司", '"乙厂"'], ["=丁厂", "1234", "", "\u200b", "小计", "x".repeat(200)]),
	sector: mostly(["31", "26", "化学原料和化学制品制造业"], ["nowhere", "", " ", "31 "]),
	province: mostly(["浙江", "浙江省", "Zhejiang"], ["Atlantis", ""]),
	credit_code: mostly(
		["91110000100000001X", "91330281MA9X7K2T6N", "9132021307Q41C8654"],
		["91110000100000001x", "911100001000000010", "", "F2", "91130209MAOH5W3U7C"],
	),
};

/** A table of months of firms that are met on the way, and named in any manner: its text, and whether columns stand the other way round. */
export const strangers: fc.Arbitrary<string> = fc
	.record({
		columns: fc.constantFrom(...whoColumns),
		turned: fc.boolean(),
		amounts: fc.uniqueArray(mostly(["12.345", "1.20", "7", "500", "0.123"], ['"1,5"', '"1.234,5"', "-1"]), {
			minLength: 1,
			maxLength: 3,
		}),
	})
	.chain(({ columns, turned, amounts }) =>
		fc
			.array(fc.tuple(...columns.map((column) => whoCells[column] as fc.Arbitrary<string>)), { minLength: 2, maxLength: 12 })
			.map((firms) => {
				const rows = regular(
					firms.map((cells) => cells.join(",")),
					2,
				).map((row, at) => row.replace(/\d+\.\d+(?=,[^,]*$)/, amounts[(at * 7) % amounts.length] as string));
				const lines = [`${columns.join(",")},period,carrier,quantity,unit`, ...rows];
				const own = turned ? lines.map((line) => cellsIn(line).reverse().join(",")) : lines;
				return `${own.join("\n")}\n`;
			}),
	);

/** The cells of a line, in their quotes. */
const cellsIn = (line: string): string[] => line.match(/"[^"]*"|[^,]+|(?<=^|,)(?=,|$)/g) as string[];

/** Lines that the plain path alone understands, or nobody. */
export const odd: fc.Arbitrary<string> = fc.constantFrom(
	...["", ",,,,", "合计,2021-05,bituminous-coal,5,t", "F2,合计,bituminous-coal,5000,t", "注：数据来自台账", "续前页", header],
	...["F2,2021,bituminous-coal,5000,t", "F2,2021Q1,electricity,5,10^4 kWh", "F2,2021-05-03,electricity,5,10^4 kWh"],
	...["F2,2021年5月,coke,5,t", "F2,2021-05,其中：外购,5,t", "甲厂,2021-05,其中：无烟煤,5,t", "F2,2021-05,phlogiston,5,t"],
	...[
		"F2,2021-05,coke,-5,t",
		"F2,2021-05,coke,,t",
		'F2,2021-05,coke,"1,234",t',
		"F2,2021-05,coke, 7 ,t",
		"F2,2021-05,coke,００７,t",
	],
	...["F2,2021-05,coke,1e5,t", "F2,2021-05,coke,007,t", "F2,2021-05,coke,0.50,t", "F2,2021-05,coke,1234567890123456.5,t"],
	...[
		"F2,2021-06,coke,5",
		"F2,2021-06,coke,5,t,",
		"F2,2021-06,coke,5,t,x",
		",2021-06,coke,5,t",
		"F2,2021-06,coke,5,",
		"F2,2021-06,coke,5,lb",
	],
	...[
		'"F2\nF3",2021-06,coke,5,t',
		'"F2"x,2021-06,coke,5,t',
		'F2,2021-06,co"ke,5,t',
		'"F2,2021-06,coke,5,t',
		"F2\r,2021-06,coke,5,t",
	],
	...[
		"能源合计,2021-06,total-energy,5,tce",
		"F2,2021-06,total-energy,5,tce",
		"F2,2021-06,煤炭,500,t",
		"F\u200b2,2021-06,coke,5,t",
	],
	...[
		"firm,period,energy,quantity,unit",
		"=F2,2021-06,coke,5,t",
		"F2,2021-06,焦炭,5,kg",
		"F9,2021-06,coke,5,t",
		"F2,2021-06,外购电,5,万千瓦时",
	],
	...[
		"F2,2021-05,bituminous-coal,5.5,t",
		"F2,2021-05,electricity,5,MWh",
		"\u001a",
		"F2,2021-13,coke,5,t",
		"F2,May 2021,coke,5,t",
	],
);

/** The report of a part with all its findings, or why there is none. */
export const reportOf = (part: Part, options: ReportOptions = {}): string => {
	try {
		const judged = judge(part, understand(valuesOf(options), { screen: true }));
		return JSON.stringify(buildReport(judged.assessment, frameOf(judged, languageOf("en") as Language, "0.0.0")));
	} catch (error) {
		if (!(error instanceof Stopped)) throw error;
		return error.troubles[0].code;
	}
};

/** How many firms are kept as numbers. */
export const keptAsNumbers = ({ ledger: { firms } }: Part): number =>
	firms instanceof FirmShelf ? [...firms.kept().values()].filter(isStored).length : 0;
