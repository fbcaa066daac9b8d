/** What a carrier's cell says beside the carrier: brackets, words of use, of total, of own make. READING-TABLES 7 to 9. */
import { CARRIERS, NAMES } from "./carriers.ts";
import { note, type Said } from "./findings.ts";

export interface Name {
	/** null: nobody knows it */
	readonly id: string | null;
	/** the use that the words name */
	readonly use: string | null;
	/** where it comes from, by its words */
	readonly origin: "bought" | "own" | null;
	/** a total of use that says nothing of where it comes from */
	readonly wholeUse: boolean;
	/** not this year's consumption */
	readonly notCounted: boolean;
	/** a part of the row above: 其中 */
	readonly part: boolean;
	readonly toDate: boolean;
	/** in tonnes of coal equivalent beside the physical amount */
	readonly coal: boolean;
	readonly findings: readonly Said[];
}

const PLAIN: Name = {
	id: null,
	use: null,
	origin: null,
	wholeUse: false,
	notCounted: false,
	part: false,
	toDate: false,
	coal: false,
	findings: [],
};

const SOLD = ["外供", "外销", "售出", "上网电量", "转出"];
const FEEDSTOCK = ["原料", "用作原料"];
const OWN = ["自产", "自产自用", "自发", "余热发电"];
const NOT_NOW = /库存|购进|产量|产生量|回收量|排放量|计划|预测|预算|增速|同比|上年/;
const NEUTRAL = [
	/^\d+(\.\d+)?(号|#|MPa)$/,
	/^(一|二|三)级$/,
	/^国(五|六)$/,
	/^(块|末|粉|气态|液态|管道|锅炉|窑炉|食堂|运输|外购|当量值)$/,
	/^[一二三四]分厂$/,
];

const bracket = (word: string, name: Name): Name | null => {
	const said = note(null, `in brackets: ${word}`);
	if (SOLD.includes(word)) return { ...name, use: "sold" };
	if (word === "产品固碳") return { ...name, use: "product" };
	if (FEEDSTOCK.includes(word)) return { ...name, use: "feedstock" };
	if (word === "自发自用光伏") return name.id === "electricity" ? { ...name, id: "onsite-renewable-electricity" } : null;
	if (word === "绿电") return name.id === "electricity" ? { ...name, id: "green-electricity" } : null;
	if (OWN.includes(word)) return { ...name, origin: "own", findings: [...name.findings, said] };
	if (word === "累计") return { ...name, toDate: true };
	if (word === "tce") return { ...name, coal: true };
	if (NOT_NOW.test(word)) return { ...name, notCounted: true, findings: [...name.findings, said] };
	if (NEUTRAL.some((form) => form.test(word))) return { ...name, findings: [...name.findings, said] };
	return null;
};

const idOf = (text: string): string | null => {
	const id = NAMES[text] ?? text;
	return CARRIERS.has(id) ? id : null;
};

const BARE: Readonly<Record<string, Partial<Name>>> = {
	外购电量: { origin: "bought" },
	外购电: { origin: "bought" },
	用电量: { wholeUse: true },
	自发电量: { origin: "own" },
	自发电: { origin: "own" },
	余热发电: { origin: "own" },
	上网电量: { use: "sold" },
};

/** A part is of the carrier that the row above names. */
const partOf = (text: string, above: string | null): Name => {
	if (text === "外购") return { ...PLAIN, id: above, part: true, origin: "bought" };
	if (text === "自发" || text === "自产") return { ...PLAIN, id: above, part: true, origin: "own" };
	return { ...PLAIN, id: idOf(text) ?? above, part: true };
};

export const readName = (cell: string, above: string | null): Name => {
	const text = cell.trim().replaceAll("（", "(").replaceAll("）", ")");
	const inside = /^其中[：:](.+)$/.exec(text)?.[1];
	if (inside !== undefined) return partOf(inside, above);
	const whole = idOf(text);
	if (whole !== null) return { ...PLAIN, id: whole, ...BARE[text] };
	const [, before = "", word = ""] = /^(.+?)\((.+)\)$/.exec(text) ?? [];
	const id = idOf(before);
	if (id === null) return PLAIN;
	return bracket(word, { ...PLAIN, id, ...BARE[before] }) ?? PLAIN;
};

/** A wide column that is no consumption: its words say what it is. */
const NO_USE = /取水|新水|用水|废水|排放|产生|处置|二氧化硫|氮氧化物|烟尘|粉尘|固废|危废|产量|产能|库存|购进|含硫|灰分/;
export const saysNoUse = (cell: string): boolean => NO_USE.test(cell);

const TOTALS = ["合计", "小计", "总计", "全厂", "全年", "集团合计", "total", "subtotal"];
export const isTotalWord = (cell: string): boolean => TOTALS.includes(cell.trim().toLowerCase());
