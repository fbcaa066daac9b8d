/** What `tanlu drivers` says around its figures, in Chinese. */
import type { DriversTexts } from "../drivers-texts.ts";
import { list } from "./pieces.ts";

/** `2024年`, `2024年8月`, `2024年1-8月`, `2024年二季度`, of a period as results write it; nothing of none. */
const when = (period: string | null): string => {
	const [, year, quarter, first, last] = /^(\d{4})(?:-Q(\d)|-(\d\d)(?:\.\.(\d\d))?)?$/.exec(period ?? "") ?? [];
	if (year === undefined) return period ?? "";
	if (quarter !== undefined) return `${year}年${"一二三四"[Number(quarter) - 1]}季度`;
	if (first === undefined) return `${year}年`;
	return `${year}年${Number(first)}${last === undefined ? "" : `-${Number(last)}`}月`;
};

const reasons: DriversTexts["obstacle"] = ({ reason, period, carriers }) => {
	const at = when(period);
	switch (reason) {
		case "year-missing":
			return `没有${at}的数据`;
		case "errors":
			return `${at}数据有误`;
		case "no-output":
			return `${at}没有大于零的产出`;
		case "months-missing":
			return `${at}缺月`;
		case "partial":
			return `${at}不足一年（可比较相同月份：--from 2024-01..08）`;
		case "cannot-conclude":
			return `${at}的数可能是累计数`;
		case "prices":
			return `${at}的产出与另一期不是同一不变价`;
		case "boundary":
			return `${at}的工业生产过程排放时有时无（用--boundary energy可不计这部分）`;
		case "no-coal-equivalent":
			return `${at}的${list(carriers)}没有折标准煤系数`;
		case "rows-lost":
			return `${at}有一行无法归属，可能属于其中的企业`;
		case "not-pooled":
			return "没有一家企业两期都可以计算";
		case "not-positive":
			return "合计不大于零，不能写成倍数";
	}
};

export const drivers: DriversTexts = {
	drivers: {
		activity: "产出规模",
		structure: "企业间结构",
		energy: "单位产出能耗",
		mix: "能源结构",
		factors: "排放因子",
		grid: "电网因子",
		process: "工业生产过程",
		"entry-exit": "新增和停用",
		outside: "分解之外",
	},
	changes: { stayed: "", entered: "新增", "left-off": "停用", outside: "分解之外" },
	columns: {
		driver: "因素",
		firm: "企业",
		sector: "行业",
		firms: "企业数",
		emissions: "tCO2",
		percent: "%",
		ratio: "倍数",
		intensity: "强度",
		change: "变化",
		residue: "舍入差",
		carrier: "能源品种",
		became: "变动",
		co2In: (period) => `${when(period)} tCO2`,
		tceIn: (period) => `${when(period)} tce`,
	},
	headings: {
		emissions: "排放量的变化，tCO2",
		intensity: "碳排放强度的变化",
		sectors: "各行业：排放量的变化，tCO2",
		sectorsIntensity: "各行业：碳排放强度的变化（排放总量除以产出总量）",
		carriers: "两期的能源品种",
		withheld: "未能分解",
	},
	asked: ({ from, to, chained, firm, firms }) =>
		`${firm === null ? `${firms}家企业` : `${firm}：`}${when(from)}至${when(to)}排放量和碳排放强度变化的因素分解，LMDI-I，${chained ? "逐年分解后连乘连加" : "首末两期直接比较"}。`,
	drawn:
		"因素：产出规模、单位产出能耗、能源结构（按标准煤）、单位标准煤的排放因子（电网因子单列）、单位产出的工业生产过程排放。分解之外：外销和随产品带走的部分，没有对数。",
	addsUp: {
		row: "大于零为使其上升。每行各因素与舍入差相加等于变化，到所列的最后一位。",
		column: "大于零为使其上升。各行与舍入差相加等于变化，“倍数”一列相乘等于变化，到所列的最后一位。",
	},
	moved: ({ from, to, emissions, intensity, unit }) =>
		`${when(from)}至${when(to)}：排放量由${emissions[0]}变为${emissions[1]} tCO2，强度由${intensity[0]}变为${intensity[1]} ${unit}。`,
	apart: ({ change, own, grid, unit }) => `强度变化${change} ${unit}：其中企业自身${own}，电网因子${grid}；其余为舍入差。`,
	steadyGrid: "这里各年用同一个电网因子，因此没有影响；用--electricity national则各年用当年的因子。",
	obstacle: reasons,
	withheld: (firm, why) => `${firm}：${why.join("；")}。`,
	cameOut: ({ firms, withheld }) => `已分解${firms}家企业${withheld === 0 ? "" : `，未能分解${withheld}家`}。`,
	furtherFirms: (count) => `……还有${count}家企业，加--top all全部列出。`,
};
