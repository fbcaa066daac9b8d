/** In Chinese: findings about what is counted, what counts twice and what is missing. */
import type { Amount, Subject } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { amount, claimMetricTitle, rowsOf, say, subject } from "./phrases.ts";

/** The narrowest form of the option that says that no entry means no use. */
const absentIsZero = (what: Subject): string => `--absent-is-zero${what.of === "carrier" ? `=${what.carrier}` : ""}`;

/** A whole year is told with the word behind it: 2023年; quarters and months are written in digits alone. */
const periodName = (period: string): string => (/^\d{4}$/.test(period) ? `${period}年` : period);

/** What speaks for amounts to date. */
const evidences = {
	level: "另一年的水平可以印证",
	fall: "每年都从低处重新开始",
	contrast: "同年另一项数据并未上升",
} as const;

export const counting: ChapterSentences<"counting"> = {
	"parent-and-kinds": ({ what, counted, kinds, parts, amount: shown }, _, naming) =>
		say(
			`${subject(what, naming)}：${
				counted === "kinds"
					? `其中项（${list([...kinds.map((one) => naming.carrier(one)), ...parts])}）之和与之相等，以其中项计`
					: counted === "rest"
						? `其中项（${list([...kinds.map((one) => naming.carrier(one)), ...parts])}）之外余下的${shown === null ? "部分" : amount(shown)}按--map归类计入`
						: `按该品种计，其中项（${list([...kinds.map((one) => naming.carrier(one)), ...parts])}）不重复计入`
			}`,
			"确属其中项的不必处理。",
		),
	"kinds-against-parent": ({ what, more, given, together, difference, kinds, parts, name }, _, naming) =>
		say(
			`${subject(what, naming)}：其中项（${list([...kinds.map((one) => naming.carrier(one)), ...parts])}）之和${more ? "超过" : "小于"}该品种${
				given === null || together === null || difference === null
					? ""
					: `，${amount(together)}与${amount(given)}相差${amount(difference)}`
			}${more ? "" : "，余下部分不知是哪一种"}`,
			more
				? "改正数量；该企业该年暂不评价。"
				: `补上所缺的其中项，或写明归入哪一种，例如--map '${name ?? ""}=bituminous-coal'；该企业该年暂不评价。`,
		),
	"coal-equivalent-left-out": ({ what }, _, naming) =>
		say(`${subject(what, naming)}：折标准煤的数与实物量重复，未计入`, "不必处理。"),
	"coal-equivalent-differs": ({ what, converted, given }, _, naming) =>
		say(
			`${subject(what, naming)}：填报的折标量为${amount(given)}，按实物量折算为${amount(converted)}；以实物量计`,
			"与计量或结算单据核对。",
		),
	"coal-equivalent-total-differs": ({ word, printed, summed, apart }) =>
		say(
			`“${word}”为${amount(printed)}，表中各品种数量乘折标系数合计${amount(summed)}，相差${amount(apart)}`,
			"改正有误的数量、系数或合计；合计本身不计入。",
		),
	"total-counted": ({ what, word }, _, naming) =>
		say(`${subject(what, naming)}：只有“${word}”一行，已计入`, "请确认没有漏掉分项。"),
	"total-left-out": ({ what, word, compared }, _, naming) =>
		say(`${subject(what, naming)}：“${word}”各行是其他行的合计${compared ? "，且与之相符" : ""}，未计入`, "不必处理。"),
	"unnamed-total": ({ what, place, amount: of }, _, naming) =>
		say(
			`${subject(what, naming)}：“${place}”为${amount(of)}，正好等于其余各处之和，是没有写明的合计`,
			"写明“合计”，或删去该行，在此之前该企业该年暂不评价；确为单独一处的，加--add-repeats。",
		),
	"may-be-total": ({ what, place, amount: of }, _, naming) =>
		say(
			`${subject(what, naming)}：“${place}”为${amount(of)}，等于其余各处之和，可能是合计，目前计入`,
			"是合计的，写明“合计”，或删去该行，在此之前不以该年数据得出结论；确为单独一处的，加--add-repeats。",
		),
	"claim-blank": ({ metric }, { at }) =>
		say(`没有申报${claimMetricTitle(metric)}（“${at.value}”），本行已跳过`, "企业申报了的，补上数值。"),
	"claims-differ": ({ metric, values, rows }) =>
		say(`${claimMetricTitle(metric)}：同一个数有两个申报值${list(values)}${rowsOf(rows)}`, "只留有效的一个；两个都未核对。"),
	"repeated-entry": ({ times, what, first }, _, naming) =>
		say(
			`${subject(what, naming)}：与${rowText(first)}相同（共${times}行），只计一次`,
			what.of === "indicator"
				? "删去重复的行；确为同一产出的几部分，合并成一行，或加--add-repeats。"
				: "删去重复的行；确为两块表或两批进货的，加“户号”列或“单号”列分开，或加--add-repeats把这样的行都相加。",
		),
	"repeats-added": ({ times, what }, _, naming) =>
		say(`${subject(what, naming)}：同一项的${times}行已按--add-repeats的要求相加`, "确为分项数量则不必处理。"),
	"overlapping-totals": ({ what, values, rows }, _, naming) =>
		say(
			`${subject(what, naming)}：汇总表与其他行的月份重叠${list(values.map(amount))}${rowsOf(rows)}`,
			"只留汇总表，或只留汇总前的各行。所涉企业和年份暂不评价。",
		),
	"conflicting-entries": ({ what, values, rows, differIn }, _, naming) =>
		differIn.length > 0
			? say(
					`${subject(what, naming)}：几行数值相同，都是${amount(values[0] as Amount)}，只有${list(differIn.map((word) => (word === "" ? "没有表头的列" : `“${word}”`)))}不同${rowsOf(rows)}`,
					what.of === "indicator"
						? "重复的删去；同一产出的两部分，合并成一行。所涉企业和年份暂不评价。"
						: "两块表、两台设备的，把区分它们的列改名为“户号”（两批进货的改名为“单号”）；重复的删去。所涉企业和年份暂不评价。",
				)
			: say(
					`${subject(what, naming)}：同一项有不同的数值${list(values.map(amount))}${rowsOf(rows)}`,
					what.of === "column"
						? "只留正确的一行。"
						: what.of === "indicator"
							? "同一数据报了两次的，只留正确的一行；同一产出的几部分，合并成一行，或加--add-repeats。所涉企业和年份暂不评价。"
							: "同一数据读了两次的，只留正确的一行；两块表或两批进货的，加“户号”列或“单号”列分开，或加--add-repeats把这样的行都相加。所涉企业和年份暂不评价。",
				),
	"whole-and-parts": ({ what, whole }, _, naming) =>
		say(
			`${subject(what, naming)}：${periodName(whole)}既有整期数又有分期数，分期数不全，采用整期数`,
			"补齐分期数，或删去分期数。",
		),
	"whole-equals-parts": ({ what, whole }, _, naming) =>
		say(`${subject(what, naming)}：${periodName(whole)}既有整期数又有分期数，两者一致，只计一次`, "不必处理。"),
	"whole-against-parts": ({ what, whole, parts, rows }, _, naming) =>
		say(
			`${subject(what, naming)}：整期数为${whole === null ? "？" : amount(whole)}，分期数合计为${parts === null ? "？" : amount(parts)}${rowsOf(rows)}`,
			"把两者改为一致；该企业该年暂不评价。",
		),
	"days-added": ({ what, rows }, _, naming) =>
		say(
			`${subject(what, naming)}：${rows}行写明日期的数据已合并为各月数`,
			"各行确为到货量或每日消费量的，不必处理；每行都是全月合计的，只保留一行。",
		),
	"looks-like-readings": ({ what, first, last, months }, _, naming) =>
		say(
			`${subject(what, naming)}：月内数值从${amount(first)}一直升到${amount(last)}，共${months}个月如此，像是表底数或月内累计数`,
			"填写消费量，即末次读数减首次读数；在此之前该企业该年暂不评价。",
		),
	"overlapping-periods": ({ what, periods: written, rows }, _, naming) =>
		say(`${subject(what, naming)}：${list(written)}相互重叠${rowsOf(rows)}`, "填写不重叠的期间；在此之前该企业该年暂不评价。"),
	"looks-to-date": ({ what, toDate, monthly, last, evidence }, _, naming) =>
		say(
			`${subject(what, naming)}：各期数值像是累计数（${evidences[evidence]}）：按累计数，至${last}为${amount(toDate)}；按当期数，为${amount(monthly)}`,
			"用--amounts=to-date（累计数）或--amounts=monthly（当月数）说明；在此之前该企业该年暂不评价。",
		),
	"may-be-to-date": ({ what, toDate, monthly, last }, _, naming) =>
		say(
			`${subject(what, naming)}：各期数值可能是累计数：按累计数，至${last}为${amount(toDate)}；按当期数，为${amount(monthly)}，现按当期数计算`,
			"用--amounts=monthly（当月数）或--amounts=to-date（累计数）说明；在此之前不以该年数据得出结论。",
		),
	"to-date-corrected": ({ what, before, after }, _, naming) =>
		say(
			`${subject(what, naming)}：累计数从${amount(before)}降到${amount(after)}，视为更正`,
			"确为更正的，不必处理；其间各月合为一个数。",
		),
	"form-not-to-date": ({ what, because, first, last, from, to }, _, naming) =>
		say(
			`${subject(what, naming)}：205-1表应填累计数，而这些数像是当月数：${from}为${amount(first)}，${to}为${amount(last)}${because === "stocks" ? "；期初库存接上月期末库存" : ""}`,
			"用--amounts=monthly或--amounts=to-date声明是哪一种；在此之前该企业该年暂不评价。",
		),
	"to-date-falls": ({ what, before, after }, _, naming) =>
		say(
			`${subject(what, naming)}：累计数从${amount(before)}降到${amount(after)}`,
			"改正有误的数；确为当月数的，用--amounts=monthly声明；在此之前该企业该年暂不评价。",
		),
	"months-against-to-date": ({ what, months, toDate, span, rows }, _, naming) =>
		say(
			`${subject(what, naming)}：${span}按当月数为${amount(months)}，按累计数为${amount(toDate)}${rowsOf(rows)}`,
			"改正有误的一个；在此之前该企业该年暂不评价。",
		),
	"months-missing": ({ what, months, partly }, _, naming) =>
		say(
			`${subject(what, naming)}缺少${list(months)}，而该企业的其他数据有这些月份；该年暂不评价`,
			what.of === "indicator" || partly
				? "补齐这些月份，确实为零的填0。"
				: `补齐这些月份，没有消费的填0；没有数据即没有消费的，用${absentIsZero(what)}声明。`,
		),
	"sale-absent": ({ carrier, months }, _, naming) =>
		say(`${naming.carrier(carrier)}（外销）没有${list(months)}的数据：按没有外销计`, "这些月份没有外销则不必处理，有则补上。"),
	"partial-year": ({ months }) => say(`12个月中只有${months}个月有数据：列出数据，暂不评价`, "补充其余月份的数据。"),
	"unit-slip": ({ what, usual, ratio, cause }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”是通常值${amount(usual)}的${ratio}倍，约${{ "1190 L/t": "1190倍，可能把升填成了吨", "10^3, 1190 L/t": "10^3倍或1190倍，可能把千克或升填成了吨" }[cause] ?? `${cause}倍，可能是计量单位填错`}；数值未作改动`,
			"按原始凭证改正本行的数量或计量单位；该企业该年暂不评价。",
		),
};
