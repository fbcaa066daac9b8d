/** What `tanlu explain FILE...` says, in Chinese. */
import type { DerivationTexts } from "../derivation-texts.ts";
import { list } from "./pieces.ts";

export const derivation: DerivationTexts = {
	title: ({ firm, year, targets }) => `${firm}${year}年各数的推导过程（规划期${targets}）。`,
	headings: {
		line: (carrier, use) => `${carrier}${use === "" ? "" : `（${use}）`}`,
		emissions: "排放量 tCO2",
		output: (prices) => `产出${prices === null ? "" : `（${prices}）`}`,
		intensity: "碳排放强度：排放量除以产出",
		path: "基期与目标轨迹",
		tests: "两项检验所比较的两个数",
	},
	columns: { period: "期间", quantity: "数量", cell: "位置", asWritten: "表中原文", perUnit: "单位换算" },
	sum: "合计",
	unknown: "各行互相矛盾，数量未知，不参与计算。",
	source: (source, measured) => `${source}${measured.length === 0 ? "" : `；本行实测：${list(measured)}`}`,
	equivalent: (tce, perUnit) => `折标准煤：× ${perUnit} = ${tce} tce。`,
	exact: "准确值",
	rounded: (places) => `四舍六入五成双至${places}位小数`,
	base: ({ year, stated, prices }) =>
		`基期${year}年${prices === null ? "" : `（${prices}）`}，${stated ? "企业表给出" : "由其自身各行得出"}`,
	required: (made, required) => `目标值：${made} = ${required}。`,
	gap: (gap, tonnes) => `差距：每单位产出${gap}，按该年产出为${tonnes} tCO2。`,
	tests: {
		year: "年度检验",
		cumulative: "累计检验",
		compared: ({ left, right, result }) =>
			result === "pass" ? `${left}不大于${right}：达到。` : `${left}大于${right}：未达到。`,
	},
	verdict: (verdict) => `结论：${verdict}。`,
	closing: "各步的加、乘都是准确的，只在显示时舍入一次。--format json给出全部数位，除不尽的写成分数。",
};
