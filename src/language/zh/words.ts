/** The words of the trade in Chinese. */
import type { Prices } from "../../domain/words.ts";
import type { Words } from "../language.ts";
import { tableNames } from "./fields/compiled.ts";
import { list } from "./pieces.ts";
import { unitName } from "./units.ts";

const targets: Readonly<Record<string, string>> = {
	"plan-14": "“十四五”工业绿色发展规划（plan-14）",
	"plan-15": "“十五五”碳达峰行动方案（plan-15）",
	provincial: "各省目标，未定目标的省份用各规划期的全国目标（provincial）",
	auto: "各年所属规划期的目标（2025年及以前plan-14，2026年起plan-15）",
};

export const words: Words = {
	verdicts: {
		"on-track": "达到进度要求",
		"on-track-slowing": "达到进度要求但降幅放缓",
		behind: "滞后于序时进度",
		"off-track": "偏离目标",
		met: "完成",
		missed: "未完成",
		withheld: "暂不评价",
	},
	qualifiers: { near: "轻微", far: "严重", "catching-up": "正在追赶", "to-date": "年内累计" },
	reasons: {
		errors: "数据有误",
		"no-output": "无产出数据",
		"months-missing": "缺月",
		partial: "不足一年",
		prices: "产出非不变价",
		boundary: "核算边界变化",
		"no-base": "无基期数据",
		"no-last-year": "无上年同期数据",
		"not-monthly": "数据不按月",
		"cannot-conclude": "问题未决",
	},
	tests: { pass: "通过", fail: "未通过", "not-checked": "未检查" },
	coverage: { "whole-year": "全年", partial: "不足一年", "months-missing": "缺月" },
	gravities: { error: "错误", warning: "警告", note: "提示" },
	parts: { fuel: "燃料燃烧", process: "工业生产过程", electricity: "净购入电力", heat: "净购入热力" },
	uses: { consumed: "消费", sold: "外销", product: "产品固碳", feedstock: "原料用能" },
	indicators: {
		value_added: "工业增加值",
		output_value: "工业总产值",
		revenue: "营业收入",
		production: "产量",
		water: "取水量",
		solid_waste: "一般工业固体废物产生量",
		solid_waste_used: "一般工业固体废物综合利用量",
		solid_waste_rate: "一般工业固体废物综合利用率",
		so2: "二氧化硫",
		nox: "氮氧化物",
		cod: "化学需氧量",
		ammonia_nitrogen: "氨氮",
		particulates: "颗粒物",
		voc: "挥发性有机物",
		pollutants: "主要污染物",
	},
	growthIndicators: { co2: "碳排放", energy: "能耗", value_added: "工业增加值" },
	claimMetrics: {
		total_co2: "碳排放总量",
		scope1: "范围一排放",
		scope2: "范围二排放",
		energy_tce: "综合能耗",
		intensity: "碳排放强度",
		scope3: "范围三排放",
	},
	tables: tableNames,
	boundaries: {
		all: "燃料燃烧、工业生产过程、净购入电力和热力",
		energy: "燃料燃烧、净购入电力和热力，不含工业生产过程",
	},
	shapes: {
		"equal-rate": {
			option: "equal-rate（等比率）",
			falls: "每年按相同比率下降",
			progress: (reduction) => `ln(1-降幅)/ln(1-${reduction}%)，每年降幅比率相同则进度相同`,
			required: ({ base, keep, step, years }) => `${base} ×（${keep}）^（${step}/${years}）`,
			sides: (years) => `两边各取${years}次方，不开方：左边是强度，右边是允许值。`,
		},
		linear: {
			option: "linear（等幅度）",
			falls: "每年按相同幅度下降",
			progress: (reduction) => `比基期的降幅占${reduction}%的份额`,
			required: ({ base, keep, step, years }) => `${base} ×（1 −（1 − ${keep}）× ${step}/${years}）`,
			sides: () => "左边是强度，右边是允许值。",
		},
	},
	prices: (prices) =>
		prices === "current" ? "当年价" : prices === "unstated" ? "未说明价格" : `${prices.slice("constant-".length)}年不变价`,
	unit: unitName,
	targets: (id) => targets[id] ?? id,
	unknown: "?",
	notApplicable: "-",
	yes: "是",
	no: "否",
	list,
	with: (word, more) => (more.length === 0 ? word : `${word}（${list(more)}）`),
};

/** Prices by the word of options and contracts, where particulars hold that: 2020年不变价 for `constant-2020`. */
export function pricesName(text: string): string {
	return /^(constant-\d{4}|current|unstated)$/.test(text) ? words.prices(text as Prices) : text;
}
