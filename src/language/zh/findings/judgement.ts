/** In Chinese: findings about bases, prices, targets and verdicts. */

import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { pricesName, words } from "../words.ts";
import { amount, goalName, rowsOf, say } from "./phrases.ts";

/** What the money of an output is stated in. */
function atPrices(prices: string): string {
	if (prices === "mixed") return "产出混用了几种价格";
	return prices === "unstated" ? "产出未说明价格口径" : `产出按${pricesName(prices)}计`;
}

export const judgement: ChapterSentences<"judgement"> = {
	"prices-not-constant": ({ prices, wanted: constant }) =>
		say(
			`${atPrices(prices)}，而基期按${pricesName(constant)}计：暂不评价`,
			`改填${pricesName(constant)}的产出，或用--deflator给出价格指数表，或用--prices ${constant}声明已是不变价。价格变动本身就会改变碳排放强度，例如2021年工业生产者出厂价格上涨8.1%。`,
		),
	"mixed-prices": ({ prices, indicator, years }) =>
		years.length === 0
			? say(`该年${words.indicators[indicator]}混用了${list(prices.map(pricesName))}`, "全年产出只用一种价格口径。")
			: say(
					`${words.indicators[indicator]}各年（${list(years.map(String))}）的价格口径不一（${list(prices.map(pricesName))}），不成可比的序列`,
					"各年都用同一年的不变价。",
				),
	"prices-asserted": ({ prices, stated }) =>
		say(`${pricesName(stated)}的产出按--prices的声明作为${pricesName(prices)}`, "声明属实则不必处理。"),
	"current-equals-constant": ({ prices }) => say(`价格基准年的当年价就是${pricesName(prices)}`, "不必处理。"),
	"constant-wins": () => say("产出既有不变价的又有其他价格的，采用不变价的", "不必处理。"),
	"deflator-year-missing": ({ sector, year }, _, naming) =>
		say(
			`价格指数表中没有${year}年${sector === "" ? "" : `适用于${naming.sector(sector)}`}的价格指数`,
			"在价格指数表中补上这一年。",
		),
	"prices-differ": ({ prices, rows }) =>
		say(
			`当年价的产出与同一年的${pricesName(prices)}产出不一致${rowsOf(rows)}，采用不变价的数`,
			"这两个数本应相同：改正错的一行，或删去并非此意的一行。",
		),
	"other-price-year": ({ prices, plan }) =>
		say(
			`与基期按双方都有的${pricesName(prices)}比较；没有共同的${pricesName(plan)}产出`,
			`不必处理；两年不都改填${pricesName(plan)}的话，行业合计可能不含该企业。`,
		),
	"no-common-prices": ({ prices, base, basePrices }) =>
		say(
			`产出按${list(prices.map(pricesName))}计，基期${base}年按${list(basePrices.map(pricesName))}计，没有共同的价格：暂不评价`,
			`为${base}年补填${pricesName(prices[0] ?? "")}的产出（如即该年价格，填当年价）；或两年都填当年价，并用--deflator给出价格指数表。`,
		),
	"base-year-needed": ({ plans }, _, naming) =>
		say(
			`企业信息表给出了基期强度或目标而没有base_year，所评价的年份分属${list(plans.map(naming.set))}`,
			"在企业信息表中填写base_year：该数属于从该年开始的或包含该年的规划期。",
		),
	"heat-values-differ": ({ carrier, measured, base }, _, naming) =>
		say(
			`${naming.carrier(carrier)}按${measured ? "实测" : "缺省"}低位发热量折标准煤，基期${base}年按${measured ? "缺省值" : "实测值"}`,
			"单位产出能耗会因此变化：两年都填写实测的低位发热量，或都不填。",
		),
	"years-outside-plans": ({ years, plans, auto }, _, naming) =>
		say(
			`${list(years.map(String))}年不在本次所用的规划期（${list(plans.map(naming.set))}）之内：没有目标轨迹，也没有结论`,
			auto ? "用--targets auto按各年所属的规划期评价。" : "这些年份没有已发布的规划；自定的规划用--targets给出文件。",
		),
	"boundary-changed": ({ base, present, material }, _, naming) =>
		say(
			`与${base}年相比，${present ? "新增了" : "不再有"}${material === null ? "" : `占大部分的${naming.carrier(material)}的`}工业生产过程排放：核算边界不同，暂不评价`,
			"两年都填写过程物料的行，没有的填0；或用--boundary energy，不计工业生产过程排放。",
		),
	"part-changed": ({ part, base, present }) =>
		say(
			`与${base}年相比，${present ? "新增了" : "不再有"}${words.parts[part]}排放`,
			"如有漏填，补上有关的行；核算边界确实未变则不必处理。",
		),
	"carrier-vanished": ({ carrier, other, tonnes }, { period }, naming) =>
		say(
			`${period}年没有${naming.carrier(carrier)}的数据，而${other}年其排放为${amount(tonnes)}二氧化碳`,
			"补上漏填的行；确实没有使用的，填一行0。",
		),
	"carrier-appeared": ({ carrier, other, tonnes }, { period }, naming) =>
		say(
			`${period}年${naming.carrier(carrier)}的排放为${amount(tonnes)}二氧化碳，而${other}年没有其数据`,
			`补上${other}年的行；当时确实没有使用的，填一行0。`,
		),
	"carrier-replaced": ({ carrier, other, tonnes, by }, { period }, naming) =>
		say(
			`${naming.carrier(carrier)}${other}年的排放为${amount(tonnes)}二氧化碳，${period}年没有数据，由${list(by.map(naming.carrier))}接替`,
			"不必处理。",
		),
	"no-base": ({ base }) =>
		say(`没有基期${base}年的数据：暂不评价`, "补充基期的数据，或在企业表中填写基期碳排放强度（base_intensity）。"),
	"base-unusable": ({ base, reason }) =>
		typeof reason === "string"
			? say(
					`基期${base}年不能采用（${words.reasons[reason]}）：各年均暂不评价`,
					"改正基期的数据，或在企业表中填写基期碳排放强度（base_intensity）。",
				)
			: say(
					`基期${base}年不能采用（不早于目标年${reason}年）：各年均暂不评价`,
					"在企业表中把基期年份（base_year）改为更早的年份，或用--targets改选目标。",
				),
	"no-output": ({ indicator, zero }) =>
		say(
			`该年${zero ? `的${words.indicators[indicator]}为零` : `没有${words.indicators[indicator]}`}：无法计算碳排放强度`,
			`在产出表中填写${words.indicators[indicator]}，或用--per改选产出指标。`,
		),
	"base-intensity-differs": ({ stated, computed }) =>
		say(
			`企业表中的基期碳排放强度为${stated}，按各行数据计算为${computed}；采用企业表中的，该企业不计入行业合并的基期`,
			"企业表无误则不必处理。",
		),
	"total-not-positive": ({ total }) =>
		say(`排放总量为${total}吨：无法用对数计算进度，只按正负判断`, "扣减的行（用途为外销或产品固碳）如有多填，改正其数量。"),
	"national-target-used": ({ province }, _, naming) =>
		say(
			`${province === "" ? "没有适用于该企业的省份、行业或文件中的目标" : `${naming.province(province)}没有自己的工业目标`}，采用全国目标`,
			"不必处理。",
		),
	"not-pooled": ({ prices, wanted: constant }) =>
		say(`${atPrices(prices)}，不能与${pricesName(constant)}的数据合并：没有行业目标轨迹`, "各企业的产出统一用同一年的不变价。"),
	"pooled-figures-withheld": () =>
		say(
			"有的行出错，又不能确定属于哪个企业：涉及这些企业的行业合计和全部企业合计，相应年份暂不给出",
			"改正没有填写企业的行、没有闭合的引号，或没有企业列的表。",
		),
	"target-row-conflict": ({ rows }) => say(`同一适用范围有两个目标${rowsOf(rows)}`, "只留一个。"),
	"unsupported-target": ({ indicator, scope, kinds }, { at }) =>
		say(
			`“${at.value}”不是可评价的目标：${goalName(indicator)}，适用范围${scope}`,
			kinds.length === 0 ? "删去本行。" : `改填${list(kinds)}，或删去本行。`,
		),
	"target-without-plan": ({ indicator, base, target, plans }, _, naming) =>
		say(
			`${goalName(indicator)}的目标（${base === null ? target : `${base}–${target}`}年）不在本次所用的规划期（${list(plans.map(naming.set))}）之内：不评价任何年份`,
			"把年份改为规划期的，或为全部企业加一行同样年份的二氧化碳目标。",
		),
	"carrier-renamed": ({ carrier, as, other }, { period }, naming) =>
		say(
			`${period}年的${naming.carrier(as)}与${other}年的${naming.carrier(carrier)}数量相当：疑似同一品种用了两个名称`,
			"各年用同一名称，或用--map归入另一品种；确实换了燃料的，在备注中注明。",
		),
};
