/** What `tanlu whatif` says around its figures, in Chinese. */
import type { WhatifTexts } from "../whatif-texts.ts";
import { list } from "./pieces.ts";

const hindrances: { readonly [R in Parameters<WhatifTexts["hindrance"]>[1]]: string } = {
	"no-carrier": "企业没有这一品种",
	"no-output": "该年没有产出",
	"no-months": "所选月份没有数据",
	"reaches-beyond": "有数跨出所选月份，须逐月填报",
	"no-heat-value": "没有低位发热量",
	"no-factor": "替代的燃料没有排放因子，可用--factors换一套因子",
};

export const whatif: WhatifTexts = {
	asked: ({ levers, months, firm, firms }) =>
		`并非所报数据。假设${firm ?? `${firms}家企业`}${months === null ? "" : `在${list(months.map(String))}月`}：${levers.length === 0 ? "不作改动" : levers.join("，再")}。`,
	marked: ({ switches }) =>
		`带*的不是所报数据：数量按改动后计，其余与各表相同。${switches ? "替代的燃料提供相同的低位热量，按其自身的因子计算。" : ""}`,
	mark: "*",
	output: "产出",
	columns: {
		figure: "项目",
		reported: "所报",
		whatIf: "假设 *",
		difference: "相差 *",
		lever: "改动",
		needed: "需要 *",
		firm: "企业",
		year: "年份",
		emissions: "tCO2",
		intensity: "强度",
		gapPercent: "差距 %",
		verdict: "结论",
	},
	rows: {
		emissions: "排放量 tCO2",
		energy: "综合能耗 tce",
		output: (unit) => `产出（${unit}）`,
		intensity: "强度",
		required: "目标值",
		gap: "差距",
		gapPercent: "差距 %",
		gapTonnes: "差距 tCO2",
		progress: "进度 %",
		verdict: "结论",
	},
	year: (year) => `${year}年：所报与假设`,
	closing: (year) => `单独用每一项改动，${year}年达到目标轨迹需要多少`,
	closings: {
		reaches: "可以达到",
		"reached-already": "已在轨迹以内",
		cannot: "单独用它达不到",
		unknown: "该年没有目标轨迹",
	},
	needed: (percent) => `${percent}%`,
	alone: "某品种：减少这么多。以一种燃料替代另一种、绿电：达到这样的份额。产出：排放不变时增加这么多。数字向上进位。",
	hindrance: (lever, reason) => `${lever}：${hindrances[reason]}`,
	notTold: (firm, year, why) => `${firm}，${year}年，无法计算：${why.join("；")}。`,
};
