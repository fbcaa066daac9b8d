/** What `tanlu batch` says, in Chinese. */
import type { BatchTexts } from "../batch-texts.ts";

export const batch: BatchTexts = {
	columns: {
		submission: "报送",
		verdict: "结论",
		gapTonnes: "差距（吨）",
		heaviest: "影响最大的问题",
		weight: "吨",
		couldTurn: "可改结论",
		byDefault: "公布因子%",
		asserted: "断言%",
		notRead: "未读",
		findings: "错误/警告",
		why: "原因",
		sector: "行业",
		year: "年份",
		firms: "企业数",
		intensity: "强度",
		gapPercent: "差距%",
	},
	headings: { unusable: "已略过", sectors: "各行业", leftOut: "未计入汇总" },
	counts: ({ submissions, judged, unusable }) => `共${submissions}份报送，各自评价：已评价${judged}份，略过${unusable}份。`,
	reading:
		"差距（吨）：大于零为较差，取高出自身轨迹最多的企业。可改结论：该问题是否可能改变结论。公布因子%：按公布因子计算的吨数占比。断言%：凭断言计入的行的吨数占比。",
	ownTables: ({ submissions, used }) =>
		used
			? `${submissions}份报送自带参照表，已按--accept-own采用。`
			: `${submissions}份报送自带参照表，未采用（--accept-own可采用）。`,
	answers: { yes: "是", no: "否" },
	errorsAndWarnings: (errors, warnings) => `${errors}/${warnings}`,
	verdictCount: (word, count) => `${word}${count}`,
	pools: ({ submissions, leftOut }) =>
		leftOut === 0 ? `各行业按${submissions}份报送汇总。` : `各行业按${submissions}份报送汇总；未计入${leftOut}项，见下。`,
	leftOut: {
		unusable: "不能使用",
		"rows-lost": "可能有行丢失",
		"own-tables": "按自带参照表评价",
		"firm-repeated": "另一份报送也有该企业",
	},
	all: "合计",
	beside: (count) => `不属于任何报送的文件${count}个，未读取。`,
	more: (count) => `……另有${count}项，--format csv列出全部。`,
	passedOver: (submission, why) => `${submission}已略过：${why}`,
	evidence: ({ folder, made, kept }) =>
		kept === 0 ? `${made}份报送的证据已写入${folder}` : `证据在${folder}：新作${made}份，保留${kept}份`,
};
