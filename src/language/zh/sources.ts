/** What `tanlu sources` says around the figures, in Chinese. */
import type { SourcesTexts } from "../sources-texts.ts";
import { list } from "./pieces.ts";

const bases: Readonly<Record<string, string>> = {
	average: "平均",
	"average-excluding-market-nonfossil": "平均，不含市场化交易的非化石电力",
	fossil: "仅化石能源电力",
	"enterprise-ets-reporting": "供碳市场企业报告用",
};

export const sources: SourcesTexts = {
	columns: {
		carrier: "能源品种",
		unit: "计量单位",
		co2PerUnit: "tCO2/计量单位",
		ncv: "GJ/计量单位",
		carbonContent: "tC/GJ",
		oxidation: "碳氧化率",
		lowest: "最低",
		highest: "最高",
		difference: "各集相差 %",
		verified: "核对",
		set: "因子集或目标",
		title: "名称",
		published: "公布时间",
		source: "出处",
		region: "地区",
		dataYear: "数据年份",
		basis: "口径",
		gridFactor: "kgCO2/kWh",
		fromInForce: "与采用值相差 %",
		name: "名称",
		value: "数值",
		scope: "适用范围",
		what: "指标",
		years: "起止年份",
		reduction: "下降 %",
		differencePoints: "相差百分点",
		tce: "tce/计量单位",
		sector: "行业",
		kind: "算法",
		year: "年份",
		series: "数列",
	},
	headings: {
		fuels: "燃料",
		electricity: "电力",
		heat: "热力",
		targets: "目标",
		limits: "结论和规则所用的界限",
		processes: "过程物料",
		"coal-equivalents": "折标准煤系数",
		deflators: "公布的增速和价格",
	},
	sets: "公布的燃料因子集，一次运行只用一个",
	otherGridFactors: "其他公布的电网因子",
	otherTargets: "其他目标",
	verified: { yes: "已核对", partial: "部分核对", derived: "推算", project: "本工具自定" },
	basis: (id) => bases[id] ?? id,
	kinds: { tco2: "每单位tCO2", deduction: "每单位tCO2，扣减", tc: "每单位tC，乘44/12" },
	refusals: { "not-co2": "不计：不是CO2", "needs-more": "不计：不能只用消费量×排放因子计算" },
	targetOf: { co2: "单位工业增加值CO2排放", energy: "单位工业增加值能耗" },
	everyIndustry: "全部工业",
	inForce: ({ factors, electricity, targets }) =>
		`采用：燃料排放因子${factors}，电力排放因子${electricity}，目标${targets}。用--factors、--electricity、--targets改选。`,
	from: ({ title, source, published, verified }) =>
		`${title === null ? "" : `${title}。`}出处：${source}。公布时间：${published ?? "不详"}。核对：${verified}。`,
	apart: ({ sets, carrier, percent }) =>
		`同一燃料在${sets}个因子集中最多相差${percent}%（${carrier}），因此各集绝不混用，也绝不互相补缺。`,
	lacking: (carriers) => `此因子集没有以下品种，有关的行要填自己的数值，或用--factors FILE、--map：${list(carriers)}。`,
	given: (factor) => `${factor} kgCO2/kWh，按所给的数值：不采用公布的因子。`,
	provinces: ({ count, year, lowest, highest }) =>
		`${year}年${count}个省份的平均因子：${lowest}至${highest} kgCO2/kWh（--electricity provincial@${year}）。`,
	neverCompared: (count) => `另有${count}个其他口径的因子（--format csv列出），不与平均因子相比。`,
	informingOnly: "仅供参考：不给出--deflator FILE就不作任何价格折算。",
	further: (sections) =>
		`另有：${list(sections.map(({ section, count }) => `tanlu sources ${section}（${count}项）`))}；--format csv或json列出全部。`,
	caution: "“核对”只表示在某个文本（往往是文件的副本）中见过该数字，没有打开过官方网页：报送前要与原文件核对。",
};
