/** In Chinese: findings about months and years beside each other. */
import type { SlipCause } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { columnTitle } from "../columns.ts";
import { unitName } from "../units.ts";
import { amount, counted, say, subject } from "./phrases.ts";

/** A slip as a guess: 把千瓦时数填在万千瓦时下，差10^4倍，应为48千瓦时. */
const slip = ({ factor, given, under, wouldBe }: SlipCause): string =>
	`${given === "" ? "小数点错位" : `把${unitName(given)}数填在${unitName(under)}下`}，差${factor}倍，应为${amount(wouldBe)}`;

const slips = (causes: readonly SlipCause[]): string => causes.map(slip).join("；或");

export const histories: ChapterSentences<"histories"> = {
	// Suspected in histories and between firms
	"month-unlike-history": ({ what, usual, ratio, season, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”是${season ? `其他${months}年同月` : `其他${months}个月`}通常值${amount(usual)}的${ratio}倍`,
			"与抄表记录或结算单核对，有误即改正；确属当月情况，在备注中说明原因。",
		),
	"year-on-year-change": ({ what, lastYear, before, now, percent }, _, naming) =>
		say(
			`${what === null ? "碳排放强度" : subject(what, naming)}（${unitName(now.shown.unit)}）由${lastYear}年的${before.shown.value}变为${now.shown.value}，变动${percent}%`,
			"查明变动来自数量、计量单位、漏行还是生产本身：数据有误的改正，属实的在备注中说明原因。",
		),
	"year-apart": ({ what, usual, ratio }, _, naming) =>
		say(
			`${subject(what, naming)}：该年为按其他年份和企业其他数据推算的${amount(usual)}的${ratio}倍`,
			"与账簿或计量记录核对数量、计量单位，有无漏行或重复计入；改正，或注明原因。",
		),
	"level-change": ({ what, now, usual, ratio, years }, { period }, naming) =>
		say(
			`${subject(what, naming)}：自${period}年起${years}年为原来水平的${ratio}倍，填${amount(now)}，按原来水平应约为${amount(usual)}；企业的其他数据没有同样变化`,
			"各年用同一企业范围（不是集团）、同一指标、同一价格和同一核算边界；确属实际变化的，注明原因。",
		),
	"part-of-year-as-year": ({ what, usual, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”只相当于${months}个月，不像全年：全年应约为${amount(usual)}`,
			"补成全年的数，或在期间中写明是哪几个月。",
		),
	"quarters-to-date": ({ what, toDate, sum }, { period }, naming) =>
		say(
			`${subject(what, naming)}：${period}年各季度数像累计数那样逐季增长：如是累计数，全年为${amount(toDate)}；目前按当季数相加，为${amount(sum)}`,
			"累计数按年初起的期间填报，否则填报各季度当季数。",
		),
	"swapped-amounts": ({ what, other, usual }, { period }, naming) =>
		say(
			`${subject(what, naming)}和${subject(other, naming)}：${period}年两者的数量互换后都正常；前者应约为${amount(usual)}`,
			"与结算单核对这两行，填反的换回。",
		),
	"sale-vanished": ({ what, lastYear, usual }, { period }, naming) =>
		say(
			`${subject(what, naming)}：${lastYear}年为${amount(usual)}（按该年产出折算），${period}年没有数据，全部算作自用`,
			"补上外供的行；确实没有外供的，填一行0。",
		),
	"step-change": ({ what, months, after, before }, { period }, naming) =>
		say(
			`${subject(what, naming)}：自${period}起，连续${months}个月以上为上年同月的${after}倍，此前为${before}倍`,
			"说明自该月起发生的变化（换表、新增装置、核算边界调整），或改正其中一侧的数据。",
		),
	"energy-against-output": ({ what, energy, output, expected }, _, naming) =>
		say(
			`${subject(what, naming)}：与上月相比，产出变动${output}%，消费量变动${energy}%，而按其余月份推算应变动${expected}%`,
			"重新核对当月抄表数和产出；以估算代替抄表时常见这种情形。",
		),
	"repeated-amount": ({ what, amount: repeated, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}，连续${months}个月都是${amount(repeated)}`,
			"按各月抄表数填报；如为全年数平均分摊，改按全年一行填报。",
		),
	"unchanged-measurement": ({ what, parameter, measured, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}，连续${months}个月的${columnTitle(parameter)}都是${measured}，末位也不变`,
			`按各月化验报告填报；未实测的月份，${columnTitle(parameter)}留空，按缺省值计算。`,
		),
	"copied-year": ({ what, lastYear, months, shift }, _, naming) =>
		say(
			what === null
				? `该年各品种的数量都与${lastYear}年一字不差`
				: `${subject(what, naming)}：${months}个月的数值与${lastYear}年${shift === "none" ? "同月" : shift === "later" ? "上一个月份" : "下一个月份"}逐月相同`,
			"把沿用的上年数据换成本年的抄表数。",
		),
	"copied-month": ({ what, from, months, to, others }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}的${months}个月与自${from}起的各月逐位相同${others === 0 ? "" : `，当月另有${others}个数量也是如此`}`,
			"按当月抄表数填报。",
		),
	"other-carriers-amount": ({ what, other, month }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”与${subject(other, naming)}${month}的数字逐位相同`,
			"与两者的结算单核对，填报该品种自己的数量。",
		),
	"shifted-rows": ({ what, shift }, { period }, naming) =>
		say(
			`${subject(what, naming)}：${period.slice(0, 4)}年各月数量与${shift === "later" ? "后" : "前"}一个月的生产情况相符，其他年份并非如此，数据可能错位一行`,
			"与结算单逐月核对，把数量移到所属月份。",
		),
	"filled-series": ({ what, step, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}，连续${months}个月都比上月多${amount(step)}，直到末位，应为电子表格自动填充而非计量所得`,
			"按各月抄表数填报。",
		),
	"zero-months": ({ what, months, to, usual }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}连续${months}个月为零，而企业照常生产，通常约为${amount(usual)}，可能没有抄表`,
			"按抄表数或结算单填报；确实没有使用的，在备注中说明原因。",
		),
	"meter-readings": ({ what, months, to, next }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}的${months}个月只增不减，远高于平时，而相邻两月之差与平时的消费量相当（第一、二个月相差${amount(next)}），填的可能是表计读数；数值未作改动`,
			"各月改填本月读数减上月读数。",
		),
	"december-holds-year": ({ what, others, wouldBe }, { at }, naming) =>
		say(
			`${subject(what, naming)}：12月的“${at.value}”是全年合计，前十一个月已有${amount(others)}，${wouldBe === null ? "余下不足一个月的量" : `12月应为${amount(wouldBe)}`}；数值未作改动`,
			"12月只填当月的数量。",
		),
	"swapped-rows": ({ what, other, months, to }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}的${months}个月的数与${subject(other, naming)}的数互换后都与平时相当，可能填反了；数值未作改动`,
			"确实填反的，把这些月份的两个数换回来。",
		),
	"fixed-multiple-of-output": ({ what, multiple, unit, per, months }, _, naming) =>
		say(
			`${subject(what, naming)}：${months}个月的数值都等于当月产出乘以固定单耗（每${unitName(per)}${counted(multiple, unit)}），直到末位，应为推算而非计量所得`,
			"按计量数据填报；没有计量的，在备注中写明估算方法。",
		),
	"round-amounts": ({ what, multiple, round, months }, _, naming) =>
		say(
			`${subject(what, naming)}：${months}个月中有${round}个月是${multiple}的整倍数`,
			"如计量表计本来如此读数，可不处理；估算数常是这样。",
		),
	"shared-series": ({ what, parameter, other, row, months, to, stretches }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}共${months}个月的${parameter === "" ? "数量" : columnTitle(parameter)}与企业“${other}”（${rowText(row)}）逐位相同${stretches === 1 ? "" : `，两家企业这样的相同段共${stretches}段`}`,
			"查清数据属于哪一家；如为同一企业，使用同一代码；如共用一块表计，按实际分摊。",
		),
	"suspected-unit-slip": ({ what, why, usual, ratio, causes }, { at }, naming) => {
		const found = {
			"own-months": `“${at.value}”是其余月份通常值${amount(usual)}的${ratio}倍`,
			"other-years": `全年数是该企业其他年份通常值${amount(usual)}的${ratio}倍`,
			"power-share": `全年用电只占该企业综合能耗的${ratio}%，低于燃料燃烧所需风机、水泵等用电的下限${amount(usual)}%`,
			value: `每万元工业增加值${ratio}吨标准煤，高于限值（${amount(usual)}），其费用将是增加值的许多倍`,
			sector: `单位产出能耗是本行业通常值（${amount(usual)}）的${ratio}倍`,
		}[why];
		return say(
			`${subject(what, naming)}：${found}，可能是计量单位填错：${slips(causes)}；数值未作改动`,
			why === "sector"
				? "对照计量记录或结算单改正计量单位或数量；产出也对照账目，有误即改正。"
				: why === "power-share"
					? "对照结算单改正计量单位或数量；用电由自备电厂供给的，可不处理。"
					: "对照计量记录或结算单，改正计量单位或数量。",
		);
	},
};
