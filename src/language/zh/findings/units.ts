/** In Chinese: findings about units. */
import type { ChapterSentences, Naming } from "../../language.ts";
import { columnTitle } from "../columns.ts";
import { list, nearby, quoted } from "../pieces.ts";
import { unitName } from "../units.ts";
import { carrierTitle, claimMetricName, claimMetricTitle, goalName, say, unique } from "./phrases.ts";

const unitList = (symbols: readonly string[]): string => list(unique(symbols.map(unitName)));

/** What a unit was to be a unit of: money, production, a column, or a carrier. */
function measuredName(what: string, naming: Naming): string {
	if (what === "money") return "金额";
	if (what === "production") return "产量";
	const goal = goalName(what);
	if (goal !== what) return goal;
	const metric = claimMetricName(what);
	if (metric !== what) return metric;
	const column = columnTitle(what);
	return column === what ? naming.carrier(what) : column;
}

export const units: ChapterSentences<"units"> = {
	"missing-unit": ({ wanted: symbols }) =>
		say("本行没有计量单位", `填写计量单位（unit）${symbols.length === 0 ? "" : `，如${unitList(symbols)}`}；本行未采用。`),
	"unknown-unit": ({ near }, { at }) =>
		say(
			`计量单位“${at.value}”无法识别${nearby(near)}`,
			"改用吨、万千瓦时、GJ、万元等已知的计量单位；只写ton分不清公吨、短吨和长吨，不能采用。本行未采用。",
		),
	"wrong-unit-kind": ({ what, wanted: symbols }, { at }, naming) =>
		say(`“${at.value}”不是${measuredName(what, naming)}的计量单位`, `改用${unitList(symbols)}；本行未采用。`),
	"claim-equivalent": ({ metric }, { at }) =>
		say(
			`${claimMetricTitle(metric)}按二氧化碳当量申报（“${at.value}”），只能与二氧化碳核对：其他气体不计算`,
			"只含二氧化碳的写吨二氧化碳；否则可能因其他气体而偏大。",
		),
	"volume-without-density": ({ carrier, times }, { at }, naming) =>
		say(
			`${carrierTitle(carrier, naming)}以${quoted(at.value)}计，不是质量，密度未知`,
			`乘以密度（千克/升，见送货单）再乘以${times}，即为吨；本行未采用。`,
		),
	"unit-disagrees": ({ inHeader }, { at }) =>
		say(`本行的计量单位为“${at.value}”，表头为“${inHeader}”`, "把两处改为一致，或只留一处；本行未采用。"),
	"foreign-currency": (_, { at }) => say(`“${at.value}”是外币`, "按规定的汇率折算成人民币后填写；本行未采用。"),
	"energy-unit": ({ carrier }, _, naming) =>
		say(`${naming.carrier(carrier)}的消费量以热量计：用其单位热值含碳量计算，不用低位发热量`, "消费量确为热量则不必处理。"),
	"mixed-dimensions": ({ units: symbols }) =>
		say(`同一产品的产量用了不能相加的计量单位：${unitList(symbols)}`, "同一产品只用一类计量单位；该企业该年暂不下结论。"),
};
