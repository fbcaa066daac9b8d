/** Words that stand in cells: uses, indicators and prices, in English and Chinese. */
import type { GoalIndicator, GoalKind, Indicator, PlanAmount, Prices, Use } from "../domain/words.ts";
import { folded } from "./spelling.ts";

const useWords: { readonly [U in Use]: readonly string[] } = {
	consumed: ["consumed", "consumption", "used", "purchased", "消费", "消耗", "使用", "自用", "购入", "外购", "购入消费"],
	sold: ["sold", "exported", "sales", "外销", "外售", "售出", "销售", "外供", "输出"],
	product: ["product", "products", "in product", "产品", "产品固碳", "固碳", "固碳产品"],
	feedstock: ["feedstock", "raw material", "non-energy", "原料", "原料用能", "用作原料", "非能源利用"],
};

const indicatorWords: { readonly [I in Indicator]: readonly string[] } = {
	value_added: ["value_added", "value-added", "value added", "industrial value added", "工业增加值", "增加值"],
	output_value: ["output_value", "output-value", "output value", "gross output value", "工业总产值", "总产值", "产值"],
	revenue: ["revenue", "turnover", "main revenue", "营业收入", "主营业务收入", "业务收入"],
	production: ["production", "output", "产量", "产品产量"],
};

const planAmountWords: { readonly [A in PlanAmount]: readonly string[] } = {
	water: [
		...["water", "water intake", "water withdrawal", "fresh water", "fresh water use", "water use"],
		...["取水量", "用水量", "新水量", "新水用量", "取新水量", "工业用水量", "工业取水量", "工业新水用量"],
	],
	solid_waste: [
		...["solid_waste", "solid waste", "solid waste generated", "industrial solid waste generated"],
		...["一般工业固体废物产生量", "工业固体废物产生量", "一般工业固废产生量", "固体废物产生量", "固废产生量"],
	],
	solid_waste_used: [
		...["solid_waste_used", "solid waste used", "solid waste utilised", "industrial solid waste used"],
		...["一般工业固体废物综合利用量", "工业固体废物综合利用量", "一般工业固废综合利用量", "固体废物综合利用量", "固废综合利用量"],
	],
	solid_waste_rate: [
		...["solid_waste_rate", "solid waste use rate", "solid waste utilisation rate"],
		...["一般工业固体废物综合利用率", "工业固体废物综合利用率", "一般工业固废综合利用率", "大宗工业固废综合利用率"],
		...["固体废物综合利用率", "固废综合利用率"],
	],
	so2: ["so2", "sulphur dioxide", "sulfur dioxide", "二氧化硫", "二氧化硫排放量", "SO2排放量"],
	nox: ["nox", "nitrogen oxides", "氮氧化物", "氮氧化物排放量", "NOx排放量"],
	cod: ["cod", "chemical oxygen demand", "化学需氧量", "化学需氧量排放量", "COD排放量"],
	ammonia_nitrogen: ["ammonia_nitrogen", "ammonia nitrogen", "氨氮", "氨氮排放量"],
	particulates: ["particulates", "particulate matter", "颗粒物", "颗粒物排放量", "烟粉尘排放量", "烟（粉）尘排放量"],
	voc: ["voc", "vocs", "volatile organic compounds", "挥发性有机物", "挥发性有机物排放量", "VOCs排放量"],
	pollutants: ["pollutants", "main pollutants", "主要污染物", "主要污染物排放量"],
};

/** What targets are of, besides what output tables state by these words. */
const goalWords: { readonly [G in "co2" | "energy"]: readonly string[] } = {
	co2: [
		"co2",
		"co2 intensity",
		"carbon",
		"碳排放强度",
		"二氧化碳排放强度",
		"单位工业增加值二氧化碳排放",
		"二氧化碳",
		"碳排放总量",
	],
	energy: ["energy", "energy intensity", "energy per value added", "能耗强度", "单位工业增加值能耗", "能耗"],
};

const goalKindWords: { readonly [K in GoalKind]: readonly string[] } = {
	change: ["change", "reduction", "下降", "降幅", "下降率"],
	level: ["level", "rate", "水平", "达到"],
	absolute: ["absolute", "cap", "total", "总量", "总量控制"],
};

const uses = invert(useWords);
const indicatorsByWord = invert(indicatorWords);
const planAmountsByWord = invert(planAmountWords);
const goalsByWord = invert(goalWords);
const goalKindsByWord = invert(goalKindWords);

/** What is said of where an amount comes from, in its name or behind it: made in the works, or bought. */
const ownMade = /自产|自用|自供|自发|副产|回收|余热|\b(own|self|recovered|by-?product|on-?site)\b/;
const boughtIn = /外购|购入|购电|购网|下网|市电|网电|\b(bought|purchased|grid)\b/;

/** Whether a carrier's text says that it is made in the works or that it is bought; undefined where it says neither. */
export function readSource(text: string): "own" | "bought" | undefined {
	const key = folded(text);
	// 外购 and 自用 may stand together: bought gas for own use.
	return boughtIn.test(key) ? "bought" : ownMade.test(key) ? "own" : undefined;
}

/** What a quantity was for; undefined where the word is not known. */
export function readUse(text: string): Use | undefined {
	return uses.get(folded(text));
}

/** Every word that a cell may say a use by. */
export function useSpellings(): string[] {
	return Object.values(useWords).flat();
}

export function useNames(): string[] {
	return Object.keys(useWords);
}

export function indicatorNames(): string[] {
	return Object.values(indicatorWords).flat();
}

export interface ReadIndicator {
	readonly indicator: Indicator;
	/** What stood in brackets behind it, with commas between: often the prices. */
	readonly qualifier: string;
	/** 粗钢产量 names the product too. */
	readonly product: string;
}

/** An output row's indicator: `工业总产值(现价)` has a qualifier, `粗钢产量` a product. */
export function readIndicator(text: string): ReadIndicator | undefined {
	const key = folded(text);
	const whole = indicatorsByWord.get(key);
	if (whole !== undefined) return { indicator: whole, qualifier: "", product: "" };
	const parts = /^(.*?)\s*\(([^()]*)\)$/.exec(key);
	if (parts !== null) {
		const inner = readIndicator(parts[1] as string);
		if (inner !== undefined)
			return { ...inner, qualifier: [inner.qualifier, parts[2] as string].filter((one) => one !== "").join(",") };
	}
	const produced = /^(.+)产量$/.exec(key);
	// 主要产品产量 does not say of what.
	return produced === null || /^(?:主要|主导|其他)?产品$/.test(produced[1] as string)
		? undefined
		: { indicator: "production", qualifier: "", product: produced[1] as string };
}

export interface ReadPlanAmount {
	readonly indicator: PlanAmount;
	/** What stood in brackets behind it, with commas between. */
	readonly qualifier: string;
}

/** What a plan asks of besides CO2 and energy: `取水量`, `二氧化硫排放量(累计)`; undefined where the word is none of it. */
export function readPlanAmount(text: string): ReadPlanAmount | undefined {
	const key = folded(text);
	const whole = planAmountsByWord.get(key);
	if (whole !== undefined) return { indicator: whole, qualifier: "" };
	const parts = /^(.*?)\s*\(([^()]*)\)$/.exec(key);
	const inner = parts === null ? undefined : readPlanAmount(parts[1] as string);
	if (parts === null || inner === undefined) return undefined;
	return { ...inner, qualifier: [inner.qualifier, parts[2] as string].filter((one) => one !== "").join(",") };
}

/** Every word for it. */
export function planAmountNames(): string[] {
	return Object.values(planAmountWords).flat();
}

/** What a target is of: CO2 where nothing is said; undefined where the word is not known, and for amounts that no target is of. */
export function readGoal(text: string): GoalIndicator | undefined {
	const key = folded(text);
	if (key === "") return "co2";
	const amount = planAmountsByWord.get(key);
	if (amount === "solid_waste" || amount === "solid_waste_used") return undefined;
	return goalsByWord.get(key) ?? amount;
}

/** What a target asks: a change where nothing is said. */
export function readGoalKind(text: string): GoalKind | undefined {
	const key = folded(text);
	return key === "" ? "change" : goalKindsByWord.get(key);
}

/** Words for what a target is of, and for what it asks. */
export function goalNames(): string[] {
	return [...Object.values(goalWords).flat(), ...planAmountNames()].filter((name) => readGoal(name) !== undefined);
}
export function goalKindNames(): string[] {
	return Object.values(goalKindWords).flat();
}

export interface ReadPrices {
	readonly prices: Prices;
	/** 不变价 without a year was taken as constant prices of this year. */
	readonly assumedYear: boolean;
}

export const priceNames: readonly string[] = ["constant-2020", "2020年不变价", "current", "当年价"];

/** The prices a cell states; blank is unstated. `yearIfUnsaid` is what constant prices without a year mean. */
export function readPrices(text: string, yearIfUnsaid: number): ReadPrices | undefined {
	const key = folded(text);
	if (key === "") return { prices: "unstated", assumedYear: false };
	const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(key)?.[1];
	if (/不变价|可比价|constant|comparable/.test(key)) {
		return { prices: `constant-${Number(year ?? yearIfUnsaid)}`, assumedYear: year === undefined };
	}
	if (/当年价|现价|当期价|现行价|current|nominal/.test(key)) return { prices: "current", assumedYear: false };
	return undefined;
}

function invert<K extends string>(words: { readonly [P in K]: readonly string[] }): Map<string, K> {
	const map = new Map<string, K>();
	for (const value of Object.keys(words) as K[]) for (const word of words[value]) map.set(folded(word), value);
	return map;
}

const totalWords =
	/^(.*(合计|总计|小计|累计|共计|汇总)[数量]?|[合小总共累]\s+计|.*\((合计|总计|小计|汇总)\)|总|总量|总数|计|σ|∑|全部|所有|(全|整个?)(厂|公司|集团|企业|县|市|省|区|国|行业|园区|部门)|(?:承前|承上|过次|转下|结转下)页|(grand |sub|overall )?totals?|sum|overall|all (works|plants|sites|units|workshops|firms)|whole (works|plant|site|company))\s*:?$/;

/** Whether the word of a naming cell (firm, site, carrier, period) says that its row is a total. */
export function isTotalWord(text: string): boolean {
	return totalWords.test(folded(text));
}

/** `同上`, `〃`, `"`: what stands above, wherever the row may be sorted to. */
const ditto = /^(?:同上|同前|上同|〃|″|′′|["'”’`]{1,2}|,,|-["”]-|ditto|do\.|same(?: as above)?)$/;
/** What people and programs write where there is nothing to write. */
const nothing =
	/^(?:[-–—_/\\.…*?]+|无|空|空白|暂无|未填|未知|不详|缺失|n\.?\/?a\.?|none|null|nil|nan|undefined|unknown|\(?blank\)?|\((?:空白|空)\)|#[a-z]+[/\d]?[a-z\d]*[!?]?)$/;

/** Whether a cell that should name something refers to the one above it. */
export function isDitto(text: string): boolean {
	return ditto.test(folded(text));
}

/** Whether a cell that should name something says that there is no name. */
export function isNothing(text: string): boolean {
	return nothing.test(folded(text));
}
