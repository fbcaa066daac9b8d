/** In Chinese: findings about who and what is named: firms, carriers, sectors, sites. */
import type { Use } from "../../../domain/words.ts";
import type { Particulars } from "../../../findings/finding.ts";
import type { ChapterSentences, Naming, Sentence } from "../../language.ts";
import { columnName, columnTitle } from "../columns.ts";
import { list, nearby, quoted } from "../pieces.ts";
import { pricesName, words } from "../words.ts";
import { carrierTitle, say, unique } from "./phrases.ts";

/** A word that tables know, with what it is in Chinese before it: 外销（sold）. */
function known(ids: readonly string[], names: Readonly<Record<string, string>>): string {
	return list(ids.map((id) => (names[id] === undefined ? id : `${names[id]}（${id}）`)));
}

/** A value of a column that rows may differ in: sectors and provinces by name. */
function valueName(column: string, value: string, naming: Naming): string {
	return column === "sector" ? naming.sector(value) : column === "province" ? naming.province(value) : value;
}

const month = "写成2023、2023-06、2023Q2或2023年6月；本行未采用。";
const periods: { readonly [W in Particulars["bad-period"]["why"]]: (text: string) => Sentence } = {
	form: (text) => say(`${quoted(text)}不是年、季或月`, month),
	"october-or-january": (text) => {
		const year = text.slice(0, 4);
		return say(`“${text}”可能是1月，也可能是10月：表格软件会把${year}.10写成这样`, `写成${year}-01或${year}-10；本行未采用。`);
	},
	"no-such-month": (text) => say(`“${text}”中的月或日不存在`, month),
	"day-number": (text) =>
		say(`“${text}”像是表格软件的日期序号，不是期间`, "把该列设为2023-06这样的日期格式后重新导出；本行未采用。"),
	"month-name": (text) => say(`“${text}”可能是某年某月，也可能是某月某日`, month),
	range: (text) =>
		say(`“${text}”所指的几个月不在同一年内，或先后颠倒`, "写成同一年的月份，如2023年1-6月、2023-01~2023-06；本行未采用。"),
	"short-year": (text) => say(`“${text}”没有四位数的年份，可以有几种读法`, month),
	"no-year": (text) => say(`“${text}”只有月份没有年份，标题行也没有写明是哪一年`, "写上年份，或增加“年份”一列；本行未采用。"),
	"chinese-numerals": (text) => say(`“${text}”是中文数字，本工具不识别`, month),
	"spreadsheet-date": (text) =>
		say(`“${text}”应为月份，却是一个日期：表格软件会把1-6变成日期`, "把该列设为文本格式，重新写成1-6月或单个月份；本行未采用。"),
	"two-years": (text) => say(`“${text}”自带的年份与年份列不同`, "改正有误的一处；本行未采用。"),
	"no-month": (text) => say(`“${text}”是累计数，但没有写明累计到哪个月`, "写明月份，如2023年1-6月累计；本行未采用。"),
	"not-whole-months": (text) =>
		say(
			`“${text}”不是同一年的整月，无法知道各月各用了多少`,
			"按月填写，或者写成自月初至月末的起止日期（2023-01-01至2023-01-31）；本行未采用。",
		),
};

export const names: ChapterSentences<"names"> = {
	"firm-in-two-folders": ({ folders }) =>
		say(
			`该企业的行分在${folders.length}个文件夹中：${list(folders)}`,
			"如果每个文件夹是一家单位的报送材料，改正不属于该企业的行。",
		),
	"names-meet-nowhere": ({ read }) =>
		say(
			`能源表中的企业没有一家出现在产出表中，而文件按不同的编码读取（${list(read)}）`,
			"查看读出的名称；不对的，把该文件另存为UTF-8，或用--encoding指明编码。",
		),
	"firms-table-not-heard": ({ firms }) =>
		say(`写明了${list(firms)}是谁，而其数据都在别的文件夹，未采用`, "如果该表对所有企业都适用，用--firms指明。"),
	"missing-firm": () => say("本行没有填写企业", "填写企业（firm）；本行未采用，各企业的合并数据暂不给出。"),
	"missing-cell": ({ what }) => say(`本行的${columnTitle(what)}空白或无法识别`, `填写“${columnName(what)}”；本行未采用。`),
	"bad-period": ({ why }, { at }) => periods[why](at.value.trim()),
	"periods-disagree": ({ other }, { at }) =>
		say(`${quoted(at.value)}与另一列的“${other}”不是同一期间`, "改正有误的一列；本行未采用。"),
	"future-month": ({ asOf }, { at }) =>
		say(`“${at.value}”晚于截止日期${asOf}`, "改正期间，或改正--as-of给出的日期；本行未采用。"),
	"unknown-carrier": ({ near, meant }, { at }) =>
		say(
			`能源品种${quoted(at.value)}无法识别${nearby(near)}`,
			`改用已知的能源品种（tanlu sources列出燃料，tanlu sources processes列出过程物料），或写明归入哪一种：--map '${at.value.trim()}=${meant === "" ? "编号" : meant}'；自身没有排放的写--map '${at.value.trim()}=none'。本行未采用。`,
		),
	"of-which-alone": (_, { at }) =>
		say(
			`“${at.value}”是其上某行的一部分，而上面没有它可以从属的行`,
			"把总数行放在它的上面；如果该数本身是独立的，名称中去掉“其中”；该行不予采用。",
		),
	"carrier-read-as": ({ carrier }, { at }, naming) =>
		say(`“${at.value}”不计括号内的文字，按${naming.carrier(carrier)}处理`, "无误则不必处理。"),
	"not-consumption": ({ word }, { at }) => say(`“${at.value}”不是本年消费量（${word}），未计入`, "属实则不必处理。"),
	"use-from-name": ({ carrier, use }, { at }, naming) =>
		say(`“${at.value}”按${naming.carrier(carrier)}处理，用途为${words.uses[use as Use]}`, "无误则不必处理。"),
	"word-against-column": ({ inName, inColumn }) =>
		say(`“${inName}”与同一行另一列的“${inColumn}”说法不一`, "改正其中一处；本行未采用。"),
	"without-emissions": ({ asked }, { at }) =>
		say(asked ? `“${at.value}”已按--map的要求不计排放` : `“${at.value}”是耗能工质，自身没有排放，不计入`, "不必处理。"),
	"carrier-mapped": ({ carrier }, { at }, naming) =>
		say(`“${at.value}”已按--map的要求归入${carrierTitle(carrier, naming)}`, "无误则不必处理。"),
	"total-row": ({ check }, { at }) =>
		say(
			`“${at.value}”是合计，不是单项，本行已跳过；${
				check === "agrees" ? "与上方各行相符" : check === "differs" ? "与上方各行不符" : "未与其他行核对"
			}`,
			check === "differs" ? "见本行各列的提示。" : "各单项已单独成行的不必处理：只计单项。",
		),
	"may-include-own-generation": ({ carrier }, { at }, naming) =>
		say(`“${at.value}”按${naming.carrier(carrier)}处理，其中可能含有自发电量`, "购入的电量填为“外购电力”，自发电量不计入本行。"),
	"unknown-use": ({ known: ids }, { at }) =>
		say(`用途“${at.value}”无法识别，可用的是${known(ids, words.uses)}`, "改用其中之一，属于消费的可以留空；本行未采用。"),
	"unknown-indicator": ({ near, known: ids }, { at }) =>
		say(
			`指标“${at.value}”无法识别，可用的是${known(ids, { ...words.indicators, ...words.growthIndicators })}${nearby(near)}`,
			"改用其中之一；本行未采用。",
		),
	"unknown-metric": ({ near, known: ids }, { at }) =>
		say(`申报指标“${at.value}”无法识别，可用的是${known(ids, words.claimMetrics)}${nearby(near)}`, "改用其中之一；本行未采用。"),
	"claim-without-rows": ({ near, claims }) =>
		say(`有${claims}个申报数，各表中没有该企业的行${nearby(near)}`, "补上它的各表，或者改正名称；其申报数未予核对。"),
	"missing-product": () => say("指标为产量，却没有填写产品", "在“产品”（product）列填写产品；本行未采用。"),
	"unknown-sector": ({ near }, { at }) =>
		say(`行业“${at.value}”无法识别${nearby(near)}`, "填写行业的编号、名称或GB/T 4754代码；没有行业就没有行业目标轨迹。"),
	"unknown-province": ({ near }, { at }) =>
		say(`省份“${at.value}”无法识别${nearby(near)}`, "填写一个省份的名称或代码；没有省份就不能用各省的排放因子和目标。"),
	"unknown-prices": ({ known: ids }, { at }) =>
		say(`价格口径“${at.value}”无法识别，按未说明处理`, `改填${unique(ids.map(pricesName)).map(quoted).join("或")}。`),
	"constant-year-assumed": ({ prices }, { at }) =>
		say(`“${at.value}”没有写明年份，按${pricesName(prices)}处理`, `写成“${pricesName(prices)}”。`),
	"two-sectors": ({ sectors }, _, naming) =>
		say(
			`该企业各行填了不同的行业：${list(sectors.map(naming.sector))}；因此没有行业目标轨迹`,
			"在企业表中填写它的所属行业（sector）。",
		),
	"differs-between-rows": ({ what, values, used }, _, naming) =>
		say(
			`该企业各行的${columnTitle(what)}不一致：${list(values.map((value) => valueName(what, value, naming)))}；采用“${valueName(what, used, naming)}”`,
			`在企业表中填写正确的${columnName(what)}。`,
		),
	"master-data-differs": ({ what, values, used }, _, naming) =>
		say(
			`${columnTitle(what)}在企业表中为“${valueName(what, used, naming)}”，在其他行中为${list(values.map((value) => valueName(what, value, naming)))}；以企业表为准`,
			"企业表无误则不必处理。",
		),
	"near-codes": ({ codes }) =>
		say(
			`${list(codes.map(quoted))}只差一个字符；该年一个只有能源、没有产出，另一个只有产出、没有能源`,
			"同一企业在各表中写法要一致。确为两家企业则不必处理。",
		),
};
