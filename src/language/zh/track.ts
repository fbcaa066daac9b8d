/** What `tanlu track` says, in Chinese. */
import type { TestResult } from "../../domain/words.ts";
import type { TrackTexts } from "../track-texts.ts";
import { list } from "./pieces.ts";

const outcome: { readonly [T in TestResult]: string } = { pass: "达到", fail: "未达到", "not-checked": "未检验" };

const whyNot: TrackTexts["why"] = {
	"no-months": "没有能源和产出都有数据的月份，无法跟踪",
	"no-such-month": "所选月份缺能源或产出数据；不用--month时取各表都有的最后一月",
	"rates-only": "没有自身数据，只有统计部门公布的增速",
};

export const track: TrackTexts = {
	columns: {
		what: "期间",
		months: "月数",
		month: "截至",
		emissions: "排放量 tCO2",
		output: (unit) => `产出 ${unit}`,
		intensity: "碳排放强度",
		change: "同比 %",
		sinceBase: "较基期 %",
		required: "全年要求 %",
		gapPoints: "差距（百分点）",
		timeGone: "规划期时间 %",
		progress: "规划期任务 %",
		atMonth: "当月序时目标",
		task: "当年任务完成 %",
		allowed: "余下各月允许强度",
	},
	upTo: ({ firm, firms, month }) => `${firm ?? `${firms}家企业`}：按月跟踪${month === null ? "" : `，截至${month}`}。`,
	leftOut: (months) => `只有一张表或只有一年有数据、未参与比较的月份：${list(months)}。`,
	missing: (months) => `各表都没有、因而未计入的月份：${list(months)}；余下空间无法计算。`,
	signs: (unknown) => `差距（百分点）：较基期的变化减全年要求，大于零为未达要求${unknown ? "；“?”无法计算" : ""}。`,
	headings: {
		toDate: "年初至当月累计（总量除以总量）",
		path: "对照企业自身目标轨迹",
		months: "逐月",
		firms: "各企业，差距大的在前",
	},
	thisYear: (year) => `${year}年累计`,
	lastYear: (year) => `${year}年同期`,
	base: (year) => `基期${year}年同期`,
	baseIsYear: (year) => `基期${year}年全年`,
	twelveMonths: "最近十二个月",
	inMonth: (month) => `${month}当月`,
	changes: { onYear: "同比", onMonth: "环比", onYearBefore: "较之前十二个月" },
	yearTest: ({ change, required, test }) => `年度检验：比上年同期${change}%，全年要求${required}%：${outcome[test]}。`,
	cumulativeTest: ({ change, required, test }) =>
		`累计检验：经上年累计比基期${change}%，到本年末要求${required}%：${outcome[test]}。`,
	tests: "两年同期相隔十二个月，所以按全年的降幅要求检验。",
	oneTest: "两年同期相隔十二个月，所以按全年的降幅要求检验；上年就是基期，累计检验与年度检验相同。",
	cannot: (firm, why) => `${firm}：${whyNot[why]}。`,
	verdict: (verdict, whole) =>
		`结论：${verdict}。${whole ? "全年数据已齐，年度结论见tanlu report。" : "年度结论待全年数据齐全后给出。"}`,
	task: (percent, levels) =>
		`${percent.startsWith("-") ? "强度比上年同期上升，全年要求下降。" : `同期降幅是全年要求降幅的${percent}%（降幅之比，不是已完成的工作量）。`}${levels.length === 0 ? "" : `按为能耗强度制定的预警办法：${levels.map(({ schemeZh, wordZh }) => `${wordZh}（${schemeZh}）`).join("；")}。`}`,
	pathAtMonth: ({ intensity, timeGone, month }) =>
		`到${month}末，规划期已过去${timeGone}%，按时间推算的目标值为${intensity}；仅供参考，不作判断。`,
	open: "有问题使排放量存疑，余下空间和推算暂不列出：请先更正所指的数据。",
	room: ({ months, output, asked, intensity, tonnes, change, none }) => {
		const expected = asked ? "按预计" : "按上年同期";
		return none
			? `余下空间：没有。余下${months}个月产出${output}（${expected}），即使不再排放，全年也高于目标值。`
			: `余下空间：余下${months}个月允许强度${intensity}、排放${tonnes} tCO2，产出${output}（${expected}${asked ? "" : "，可用--expect-output另行给出"}）${change === null ? "" : `，比前几个月${change}%`}。`;
	},
	pace: ({ low, high, soFar, years, required }) =>
		`推算：${
			low === null || high === null
				? `照目前的水平，全年为${soFar}；企业没有按月的完整历史年份，无法说明波动范围`
				: `各年全年与前几个月强度之比如同${list(years.map(String))}年，全年${low === high ? `为${low}` : `在${low}与${high}之间`}`
		}${required === null ? "" : `；目标值为${required}`}。`,
	picture: ({ low, high }) => `最低${low}，最高${high}`,
	growth: {
		headings: { one: "按统计部门公布的增速", several: "按统计部门公布的增速：单位增加值碳排放" },
		columns: {
			period: "期间",
			what: "项目",
			bounds: "位数允许范围",
			asked: "全年要求 %",
			own: "企业自身数据 %",
			differing: "与自身数据不符",
		},
		declines: { co2: "单位增加值碳排放", energy: "单位增加值能耗" },
		about: "按可比价格：（1＋碳排放或能耗增速）÷（1＋增加值增速）－1。公布的增速可有末位半个单位的误差，允许范围由此而来。",
		against: { met: "达到全年要求", "not-met": "未达到全年要求", undecided: "按公布位数无法判定" },
		noPlan: "没有规划要求",
		agrees: "与企业自身数据相符",
		disagrees: "与企业自身数据不符",
		bounds: (low, high) => `${low}～${high}`,
		lacking: ({ firm, period, given, lacking }) =>
			`${firm === null ? "" : `${firm}，`}${period}：有${list(given)}增速，缺少${lacking.join("或")}增速，不作计算。`,
	},
	why: whyNot,
	cameOut: (counts) => `${counts.map(([word, count]) => `${word}${count}家`).join("，")}。`,
	next: (firm) => `下一步：用--firm ${firm}查看逐月情况、目标轨迹和余下空间。`,
};
