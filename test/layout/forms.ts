/** Forms as offices lay them out, made from amounts that are known, and what they add up to in whole numbers. */
import type { Dice } from "../oracle/dice.ts";

/** Hundredths of a unit, by month. */
type Months = readonly number[];

interface Item {
	readonly firm: string;
	readonly year: number;
	readonly carrier: string;
	readonly months: Months;
}

export interface Form {
	readonly layout: string;
	readonly cells: readonly (readonly string[])[];
	/** Rows of titles and headers. */
	readonly head: number;
	readonly items: readonly Item[];
}

/** Unit, t CO2 of 10^10 units, and tce of 10^4 units. Factors are those of the default set, worked out in fixtures/reading-cases. */
export const carriers: Readonly<Record<string, { readonly unit: string; readonly factor: bigint; readonly tce: number }>> = {
	烟煤: { unit: "吨", factor: 20715092552n, tce: 7143 },
	焦炭: { unit: "吨", factor: 28518252840n, tce: 9714 },
	天然气: { unit: "万立方米", factor: 216218880900n, tce: 133000 },
	电力: { unit: "万千瓦时", factor: 55680000000n, tce: 12290 },
};

const names = ["甲川水泥有限公司", "乙山钢铁有限公司", "丙湖玻璃厂"];
const written = (hundredths: number): string =>
	hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2).replace(/0$/, "");
const sum = (months: Months): number => months.reduce((all, one) => all + one, 0);

/** t CO2 of a firm-year, as the report writes it. */
export function tonnesOf(items: readonly Item[], firm: string, year: number): string {
	const own = items.filter((one) => one.firm === firm && one.year === year);
	const all = own.reduce((so, { carrier, months }) => so + BigInt(sum(months)) * (carriers[carrier]?.factor ?? 0n), 0n);
	const digits = all.toString().padStart(13, "0");
	const [whole, rest] = [digits.slice(0, -12), digits.slice(-12).replace(/0+$/, "")];
	return rest === "" ? whole : `${whole}.${rest}`;
}

/** A series without a trend, so that no amount looks as if it ran from January. */
function series(dice: Dice): Months {
	const level = dice.between(20, 400) * 100;
	return Array.from({ length: 12 }, () => level + dice.between(-15, 15) * Math.round(level / 100));
}

function itemsOf(dice: Dice, firms: number, years: readonly number[], kinds: number): Item[] {
	const chosen = dice.shuffle(Object.keys(carriers)).slice(0, kinds);
	return names
		.slice(0, firms)
		.flatMap((firm) => years.flatMap((year) => chosen.map((carrier) => ({ firm, year, carrier, months: series(dice) }))));
}

const monthWords = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
const unitOf = (carrier: string): string => carriers[carrier]?.unit ?? "";
const tceOf = (carrier: string, hundredths: number): string =>
	((hundredths / 100) * ((carriers[carrier]?.tce ?? 0) / 10000)).toFixed(1);
const toDate = (months: Months, month: number): number => sum(months.slice(0, month + 1));
const only = (dice: Dice): { readonly firm: string; readonly year: number } => ({
	firm: names[0] as string,
	year: dice.pick([2022, 2023]),
});
const groups = (items: readonly Item[]): readonly (readonly Item[])[] => [
	...new Map(
		items.map((one) => [`${one.firm} ${one.year}`, items.filter(({ firm, year }) => firm === one.firm && year === one.year)]),
	).values(),
];

type Make = (dice: Dice) => Form;

export const layouts: Readonly<Record<string, Make>> = {
	"months across": (dice) => {
		const items = itemsOf(dice, 2, [2022, 2023], 3);
		return {
			layout: "months across",
			head: 1,
			items,
			cells: [
				["企业名称", "年份", "能源品种", "计量单位", ...monthWords, "合计"],
				...items.map(({ firm, year, carrier, months }) => [
					...[firm, String(year), carrier, unitOf(carrier)],
					...[...months, sum(months)].map(written),
				]),
			],
		};
	},
	"months across, titled": (dice) => {
		const { firm, year } = only(dice);
		const items = itemsOf(dice, 1, [year], 4);
		return {
			layout: "months across, titled",
			head: 2,
			items,
			cells: [
				[`${firm}${year}年能源消费台账`],
				["能源品种", "计量单位", ...monthWords, "合计"],
				...items.map(({ carrier, months }) => [carrier, unitOf(carrier), ...[...months, sum(months)].map(written)]),
			],
		};
	},
	"years across": (dice) => {
		const years = [2020, 2021, 2022, 2023];
		const items = itemsOf(dice, 2, years, 3);
		const rows = items.filter(({ year }) => year === 2020);
		return {
			layout: "years across",
			head: 1,
			items,
			cells: [
				["企业名称", "能源品种", "计量单位", ...years.map((year) => `${year}年`), "备注"],
				...rows.map(({ firm, carrier }) => [
					...[firm, carrier, unitOf(carrier)],
					...years.map((year) =>
						written(sum(items.find((one) => one.firm === firm && one.carrier === carrier && one.year === year)?.months ?? [])),
					),
					"",
				]),
			],
		};
	},
	"physical and equivalent": (dice) => {
		const items = itemsOf(dice, 2, [2023], 2);
		const [one = []] = groups(items);
		return {
			layout: "physical and equivalent",
			head: 2,
			items,
			cells: [
				["企业名称", "年月", ...one.flatMap(({ carrier }) => [carrier, ""])],
				["", "", ...one.flatMap(({ carrier }) => [`实物量(${unitOf(carrier)})`, "折标量(tce)"])],
				...groups(items).flatMap((group) =>
					monthWords.map((_, month) => [
						...[group[0]?.firm ?? "", `2023-${String(month + 1).padStart(2, "0")}`],
						...group.flatMap(({ carrier, months }) => [
							written(months[month] as number),
							tceOf(carrier, months[month] as number),
						]),
					]),
				),
			],
		};
	},
	"month and to date, two rows": (dice) => {
		const items = itemsOf(dice, 2, [2023], 2);
		const [one = []] = groups(items);
		const order = dice.chance(50);
		const pair = (a: string, b: string): string[] => (order ? [a, b] : [b, a]);
		return {
			layout: "month and to date, two rows",
			head: 2,
			items,
			cells: [
				["企业名称", "年月", ...one.flatMap(({ carrier }) => [`${carrier}(${unitOf(carrier)})`, ""])],
				["", "", ...one.flatMap(() => pair("本月", "累计"))],
				...groups(items).flatMap((group) =>
					monthWords.map((_, month) => [
						...[group[0]?.firm ?? "", `2023-${String(month + 1).padStart(2, "0")}`],
						...group.flatMap(({ months }) => pair(written(months[month] as number), written(toDate(months, month)))),
					]),
				),
			],
		};
	},
	"month beside to date": (dice) => {
		const items = itemsOf(dice, 2, [2023], 2);
		const order = dice.chance(50);
		const pair = (a: string, b: string): string[] => (order ? [a, b] : [b, a]);
		return {
			layout: "month beside to date",
			head: 1,
			items,
			cells: [
				["企业名称", "年月", "能源名称", "计量单位", ...pair("本月", "1-本月累计"), "上年同期累计"],
				...items.flatMap(({ firm, carrier, months }) =>
					months.map((amount, month) => [
						...[firm, `2023-${String(month + 1).padStart(2, "0")}`, carrier, unitOf(carrier)],
						...pair(written(amount), written(toDate(months, month))),
						written(toDate(months, month) + 700),
					]),
				),
			],
		};
	},
	"year in names": (dice) => {
		const years = [2022, 2023];
		const items = itemsOf(dice, 3, years, 2);
		const [one = []] = groups(items);
		const columns = one.flatMap(({ carrier }) => years.map((year) => ({ carrier, year })));
		return {
			layout: "year in names",
			head: 1,
			items,
			cells: [
				["企业名称", ...columns.map(({ carrier, year }) => `${year}年${carrier}消费量（${unitOf(carrier)}）`)],
				...names
					.slice(0, 3)
					.map((firm) => [
						firm,
						...columns.map(({ carrier, year }) =>
							written(sum(items.find((it) => it.firm === firm && it.carrier === carrier && it.year === year)?.months ?? [])),
						),
					]),
			],
		};
	},
	"form 205-1": (dice) => {
		const { firm, year } = only(dice);
		const items = itemsOf(dice, 1, [year], 4);
		return {
			layout: "form 205-1",
			head: 7,
			items,
			cells: [
				["能源购进、消费与库存"],
				["", "", "", "", "", "", "", "表    号：", "２０５－１表"],
				[`单位详细名称：${firm}`, "", "", "", `${year}年1—12月`],
				["能源名称", "计量单位", "代码", "期初库存量", "购进量", "", "消费量", "", "", "期末库存量"],
				["", "", "", "", "实物量", "金额(千元)", "合计", "工业生产消费", "非工业生产消费", ""],
				["甲", "乙", "丙", "1", "2", "3", "4", "5", "6", "7"],
				["", "", "", "", "", "", "", "", "", ""],
				...items.map(({ carrier, months }) => {
					const amount = sum(months);
					const other = Math.round(amount / 10);
					const code = { 烟煤: "04", 焦炭: "09", 天然气: "15", 电力: "33" }[carrier] ?? "";
					return [
						...[carrier, unitOf(carrier), code, "", written(amount), "900"],
						...[written(amount), written(amount - other), written(other), ""],
					];
				}),
			],
		};
	},
	"form 205-1 with coefficients": (dice) => {
		const { firm, year } = only(dice);
		const items = itemsOf(dice, 1, [year], 4);
		const code: Readonly<Record<string, string>> = { 烟煤: "04", 焦炭: "09", 天然气: "15", 电力: "33" };
		const exact = items.reduce((all, { carrier, months }) => all + sum(months) * (carriers[carrier]?.tce ?? 0), 0);
		return {
			layout: "form 205-1 with coefficients",
			head: 3,
			items,
			cells: [
				["能源购进、消费与库存", "", "", "", "", `${year}年1—12月`],
				[`单位详细名称：${firm}`],
				["能源名称", "计量单位", "代码", "购进量", "消费量合计", "采用折标系数"],
				...items.map(({ carrier, months }) => [
					...[carrier, unitOf(carrier), code[carrier] ?? "", written(sum(months)), written(sum(months))],
					((carriers[carrier]?.tce ?? 0) / 10000).toFixed(4),
				]),
				["能源合计", "吨标准煤", "40", "", (exact / 1_000_000).toFixed(2), ""],
			],
		};
	},
	"quarters to date across": (dice) => {
		const items = itemsOf(dice, 2, [2022, 2023], 3);
		return {
			layout: "quarters to date across",
			head: 1,
			items,
			cells: [
				["企业名称", "年份", "能源品种", "计量单位", "一季度", "上半年", "前三季度", "全年"],
				...items.map(({ firm, year, carrier, months }) => [
					...[firm, String(year), carrier, unitOf(carrier)],
					...[2, 5, 8, 11].map((last) => written(toDate(months, last))),
				]),
			],
		};
	},
	"months by number": (dice) => {
		const items = itemsOf(dice, 2, [2022, 2023], 2);
		return {
			layout: "months by number",
			head: 1,
			items,
			cells: [
				["企业名称", "年份", "能源品种", "计量单位", ...monthWords.map((_, month) => String(month + 1)), "合计"],
				...items.map(({ firm, year, carrier, months }) => [
					...[firm, String(year), carrier, unitOf(carrier)],
					...[...months, sum(months)].map(written),
				]),
			],
		};
	},
	"bills by days": (dice) => {
		const items = itemsOf(dice, 2, [2022, 2023], 2);
		const two = (value: number): string => String(value).padStart(2, "0");
		return {
			layout: "bills by days",
			head: 1,
			items,
			cells: [
				["企业名称", "能源品种", "开始日期", "结束日期", "计量单位", "数量"],
				...items.flatMap(({ firm, year, carrier, months }) =>
					months.map((amount, month) => {
						const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
						const days = [`${year}-${two(month + 1)}-01`, `${year}-${two(month + 1)}-${last}`];
						return [firm, carrier, ...days, unitOf(carrier), written(amount)];
					}),
				),
			],
		};
	},
	"units below the names": (dice) => {
		const items = itemsOf(dice, 2, [2023], 3);
		const [one = []] = groups(items);
		return {
			layout: "units below the names",
			head: 2,
			items,
			cells: [
				["企业名称", "年月", ...one.map(({ carrier }) => carrier)],
				["", "", ...one.map(({ carrier }) => unitOf(carrier))],
				...groups(items).flatMap((group) =>
					monthWords.map((_, month) => [
						...[group[0]?.firm ?? "", `2023-${String(month + 1).padStart(2, "0")}`],
						...group.map(({ months }) => written(months[month] as number)),
					]),
				),
			],
		};
	},
	"ledger of one carrier": (dice) => {
		const { firm, year } = only(dice);
		const items = itemsOf(dice, 1, [year], 1);
		const { carrier, months } = items[0] as Item;
		return {
			layout: "ledger of one carrier",
			head: 3,
			items,
			cells: [
				[`单位名称：${firm}`, "", "", `${year}年`],
				[`能源名称：${carrier}`, "", "", `计量单位：${unitOf(carrier)}`],
				["", "", ...monthWords],
				["消费量总计", "本月", ...months.map(written)],
				["", "累计", ...months.map((_, month) => written(toDate(months, month)))],
				["其中：生产用", "本月", ...months.map((amount) => written(amount - 100))],
				["购进量总计", "本月", ...months.map(written)],
				["期末库存", "", ...months.map(() => "500")],
			],
		};
	},
	"months under years": (dice) => {
		const items = itemsOf(dice, 2, [2022, 2023], 2);
		const rows = items.filter(({ year }) => year === 2022);
		const blanks = Array.from({ length: 11 }, () => "");
		return {
			layout: "months under years",
			head: 2,
			items,
			cells: [
				["企业名称", "能源品种", "计量单位", "2022年", ...blanks, "2023年", ...blanks],
				["", "", "", ...monthWords, ...monthWords],
				...rows.map((row) => [
					...[row.firm, row.carrier, unitOf(row.carrier), ...row.months.map(written)],
					...(items.find((one) => one.firm === row.firm && one.carrier === row.carrier && one.year === 2023)?.months ?? []).map(
						written,
					),
				]),
			],
		};
	},
	"export of a platform": (dice) => {
		const items = itemsOf(dice, 2, [2023], 2);
		const [one = []] = groups(items);
		return {
			layout: "export of a platform",
			head: 1,
			items,
			cells: [
				[
					...["单位详细名称", "报告期"],
					...one.flatMap(({ carrier }) => [
						`${carrier}(${unitOf(carrier)});本年-本月`,
						`${carrier}(${unitOf(carrier)});本年-1-本月`,
						`${carrier}(${unitOf(carrier)});上年-1-本月`,
					]),
				],
				...groups(items).flatMap((group) =>
					monthWords.map((_, month) => [
						...[group[0]?.firm ?? "", `2023${String(month + 1).padStart(2, "0")}`],
						...group.flatMap(({ months }) => [
							...[written(months[month] as number), written(toDate(months, month)), written(toDate(months, month) + 300)],
						]),
					]),
				),
			],
		};
	},
	"bills of power": (dice) => {
		const items = itemsOf(dice, 2, [2023], 4).filter(({ carrier }) => carrier === "电力");
		return {
			layout: "bills of power",
			head: 1,
			items,
			cells: [
				["户号", "户名", "年月", "峰电量(万千瓦时)", "平电量(万千瓦时)", "谷电量(万千瓦时)", "总电量(万千瓦时)", "电费合计(元)"],
				...items.flatMap(({ firm, months }, index) =>
					months.map((amount, month) => {
						const [peak, flat] = [Math.floor(amount / 3), Math.floor(amount / 4)];
						return [
							...[`01234567${index}`, firm, `2023${String(month + 1).padStart(2, "0")}`],
							...[peak, flat, amount - peak - flat, amount].map(written),
							"123456.78",
						];
					}),
				),
			],
		};
	},
};

export const asText = (cells: Form["cells"]): string =>
	cells.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n");
