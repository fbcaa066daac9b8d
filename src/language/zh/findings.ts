/** What each finding says in Chinese, and what to do about it. */

import type { CreditCodeFault } from "../../domain/credit-code.ts";
import type { Use } from "../../domain/words.ts";
import type { Amount, LikelyUnit, Particulars, Row, SlipCause, Subject } from "../../findings/finding.ts";
import { amountText, rowText } from "../amounts.ts";
import type { Naming, Sentence, Sentences } from "../language.ts";
import { columnName, columnTitle } from "./columns.ts";
import { formulaName } from "./formulas.ts";
import { list, nearby, quoted } from "./pieces.ts";
import { unitName } from "./units.ts";
import { pricesName, words } from "./words.ts";

const say = (message: string, remedy: string): Sentence => ({ message, remedy });
const worth = (tonnes: Amount | null): string => (tonnes === null ? "" : `；按外购计为${amount(tonnes)}二氧化碳`);
const amount = (one: Amount): string => amountText(one, unitName);
/** A number that was computed, with its unit: 0.35吨. */
const counted = (value: string, unit: string): string => amount({ exact: null, unit, shown: { value, unit } });
const unique = (items: readonly string[]): string[] => [...new Set(items)];
const units = (symbols: readonly string[]): string => list(unique(symbols.map(unitName)));
/** The unit that would explain a value, at the end of a message. */
const orLikely = (likely: LikelyUnit | null): string =>
	likely === null ? "" : `；如果是以${unitName(likely.written)}计，则为${likely.value}（${unitName(likely.unit)}）`;
/** What the output table says was produced, at the end of a message. */
/** The narrowest form of the option that says that no entry means no use. */
const absentIsZero = (what: Subject): string => `--absent-is-zero${what.of === "carrier" ? `=${what.carrier}` : ""}`;

const madeOf = (products: readonly string[], amounts: readonly Amount[]): string =>
	amounts.length === 0
		? ""
		: `；产出表中有${list(amounts.map((one, index) => `${products[index] === "" ? "产量" : quoted(products[index] as string)}${amount(one)}`))}`;
const columns = (ids: readonly string[]): string => list(ids.map((id) => columnTitle(id)));
const rowsOf = (rows: readonly Row[]): string => `（${list(rows.map(rowText))}）`;

/** What the money of an output is stated in. */
function atPrices(prices: string): string {
	if (prices === "mixed") return "产出混用了几种价格";
	return prices === "unstated" ? "产出未说明价格口径" : `产出按${pricesName(prices)}计`;
}

/** A carrier by its name, with the id that options and tables take: 烟煤（bituminous-coal）. */
function carrierTitle(id: string, naming: Naming): string {
	const name = naming.carrier(id);
	return name === id ? id : `${name}（${id}）`;
}

/** A word that tables know, with what it is in Chinese before it: 外销（sold）. */
function known(ids: readonly string[], names: Readonly<Record<string, string>>): string {
	return list(ids.map((id) => (names[id] === undefined ? id : `${names[id]}（${id}）`)));
}

/** What amounts are about: 焦炭, 电力（外销）, 工业增加值（2020年不变价）. */
function subject(what: Subject, naming: Naming): string {
	switch (what.of) {
		case "carrier": {
			const name = naming.carrier(what.carrier);
			return what.use === "consumed" ? name : `${name}（${words.uses[what.use]}）`;
		}
		case "indicator": {
			const name = words.indicators[what.indicator];
			return what.prices === "unstated" ? name : `${name}（${words.prices(what.prices)}）`;
		}
		case "all-energy":
			return "能源数据";
		case "column":
			return what.year === "" ? columnTitle(what.column) : `${what.year}年${columnTitle(what.column)}`;
	}
}

/** A value of a column that rows may differ in: sectors and provinces by name. */
function valueName(column: string, value: string, naming: Naming): string {
	return column === "sector" ? naming.sector(value) : column === "province" ? naming.province(value) : value;
}

/** A whole year is told with the word behind it: 2023年; quarters and months are written in digits alone. */
const periodName = (period: string): string => (/^\d{4}$/.test(period) ? `${period}年` : period);

const referenceKinds = {
	factors: "排放因子表",
	deflator: "价格指数表",
	targets: "目标表",
	rules: "规则文件",
} as const;

const passedKinds = {
	"no-regular-file": "不是普通文件，而是管道、设备之类",
	"other-kind": "文件的类型不能读取",
	empty: "空文件",
	document: "办公软件的文档",
	compressed: "不是用gzip压缩一次的文件",
} as const;

const numbers = {
	grammar: "不是普通数字",
	groups: "的千位分隔符位置不对",
	"full-width-comma": "含有全角逗号",
	"too-long": "的小数点前超过30位或小数点后超过20位",
	formula: "是公式，公式不作计算",
	"spreadsheet-error": "是表格软件的错误值",
} as const;

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

/** Values that cannot be, with their units. */
const cannotBe = {
	carbon: (value: string, unit: string) => `每${unitName(unit)}含碳${value}吨`,
	co2: (value: string, unit: string) => `按排放因子，每${unitName(unit)}排放${value}吨CO2`,
	heat: (value: string, unit: string) => `低位发热量（${unitName(`GJ/${unit}`)}）为${value}`,
	electricity: (value: string) => `按排放因子，每千瓦时排放${value}千克CO2`,
} as const;

const wanted = {
	"above-zero": "大于零的数",
	fraction: "大于0、不超过1的小数（写0.98，不写98）",
	"zero-or-more": "零或大于零的数",
	"whole-year": "四位年份，如2020，且先后次序正确",
	"percent-not-fraction": "百分数（17%填17，不填0.17）",
	percent: "大于0、小于100的百分数（价格指数表中，价格基准年填100）",
} as const;

/** Why a credit code cannot be right. */
function creditCode(fault: CreditCodeFault, value: string): string {
	switch (fault.why) {
		case "lost-digits":
			return `“${value}”是表格软件把统一社会信用代码当作数字的结果，末尾几位已经丢失`;
		case "old-number":
			return `“${value}”是15位数字，属于旧的工商注册号，不是统一社会信用代码`;
		case "length":
			return `“${value}”有${fault.length}个字符，统一社会信用代码应为18个`;
		case "letter":
			return `“${value}”含有${quoted(fault.letter)}，统一社会信用代码不用这个字符`;
		case "check":
			return `“${value}”的校验码不对：如其余各位无误，末位应为“${fault.due}”`;
		case "organisation":
			return `“${value}”中的组织机构代码不对：如其余各位无误，第17位应为“${fault.due}”`;
	}
}

/** What a unit was to be a unit of: money, production, a column, or a carrier. */
function measuredName(what: string, naming: Naming): string {
	if (what === "money") return "金额";
	if (what === "production") return "产量";
	const column = columnTitle(what);
	return column === what ? naming.carrier(what) : column;
}

/** A slip as a guess: 把千瓦时数填在万千瓦时下，差10^4倍，应为48千瓦时. */
const slip = ({ factor, given, under, wouldBe }: SlipCause): string =>
	`${given === "" ? "小数点错位" : `把${unitName(given)}数填在${unitName(under)}下`}，差${factor}倍，应为${amount(wouldBe)}`;
const slips = (causes: readonly SlipCause[]): string => causes.map(slip).join("；或");

/** What speaks for amounts to date. */
const evidences = {
	level: "另一年的水平可以印证",
	fall: "每年都从低处重新开始",
	contrast: "同年另一项数据并未上升",
} as const;

export const sentences: Sentences = {
	"missing-column": ({ kind, missing, nearest, have }) => {
		const table = (words.tables as Readonly<Record<string, string>>)[kind] ?? kind;
		const name = columnName(missing, kind);
		return say(
			`${table}缺少“${columnTitle(missing, kind)}”列，现有的列为${list(have)}`,
			nearest === ""
				? `增加“${name}”列${missing === "firm" ? "，或在表头上方写一行“企业名称：某某”，或用--assume-firm指明企业" : ""}；本表各行均未采用。`
				: `把列名“${nearest}”改为“${name}”；本表各行均未采用。`,
		);
	},
	"duplicate-column": ({ meaning, other }, { at }) =>
		say(`“${other}”和“${at.column}”两列都表示${columnTitle(meaning)}`, "只保留其中一列；本表各行均未采用。"),
	"unknown-column": ({ near, numbers }, { at }) =>
		say(
			`无法识别“${at.column}”列，未读取${numbers ? "；其中填有数字" : ""}`,
			near.length > 0
				? `不需要该列时不必处理；如指${columns(near)}，改用该列名。`
				: numbers
					? "如果是数量，在表头写明是什么、用什么单位；目前没有计入。"
					: "不需要该列时不必处理。",
		),
	"ragged-row": ({ expected, found }) =>
		say(`本行有${found}个单元格，表头有${expected}个`, "含分隔符的单元格用英文双引号括起，缺少的单元格补齐；本行未采用。"),
	"file-cut-off": (_, { at }) =>
		say(
			`文件在一个字符的中间结束：在此被截断${at.value === "" ? "，后面可能还有行" : `，只读到${quoted(at.value)}，后面可能还有行`}`,
			"请重新复制或下载该文件；这一行未采用，可能受影响的企业暂不评价。",
		),
	"unclosed-quote": ({ skippedLines }) =>
		say(`此处的引号没有闭合，有${skippedLines}行无法读取`, "补上闭合的引号，或删去多余的引号；这些行可能涉及的企业暂不评价。"),
	"misplaced-quote": ({ why, lines }) =>
		say(
			`${why === "backslash" ? "引号前加了反斜杠，单元格在此闭合" : "引号闭合之后单元格没有结束"}，有${lines}行无法读取`,
			why === "backslash"
				? '请改用双写引号（""）重新导出；这些行可能涉及的企业暂不评价。'
				: "删去多余的引号，或在引号之内连写两个；这些行可能涉及的企业暂不评价。",
		),
	"rows-in-cell": ({ lines }) =>
		say(`带引号的单元格跨了${lines}行，其中有已知企业的数据行，没有计入`, "删去多余的两个引号；这些行所写的企业和年份暂不评价。"),
	"cell-spans-lines": ({ lines }) =>
		say(`带引号的单元格跨了${lines}行，其中一行的分隔符和一整行数据一样多`, "里面若是数据行，删去多余的两个引号。"),
	"quote-in-cell": () => say("单元格中间的引号按普通字符读取", "引号是文字一部分的，不必处理；否则把引号放在单元格的最前面。"),
	"end-mark": () => say("文件末尾有旧系统的结束标志（控制字符26），已略去", "不必处理。"),
	"short-rows": ({ rows }) => say(`从此处起有${rows}行末尾缺少可以空白的单元格，按空白读取`, "不必处理。"),
	"text-without-header": ({ column }) =>
		say(`${column}列的表头空白，其中的文字没有采用`, "在表头写明该列是什么，或者删去这些文字。"),
	"nul-byte": () => say("本行含有空字节（NUL），是二进制数据，不是文本", "重新导出为CSV文件；本行未采用。"),
	"reference-not-named": ({ kind, option, file, columns }) =>
		say(
			kind === "firms"
				? `企业表的${list(columns)}列只有用${option}指明该表才采用，现未采用`
				: `${referenceKinds[kind]}只有用${option}指明才采用，现不予采用`,
			`如果是自己的文件，需要采用，写${option} ${file}；否则从输入中去掉，它不影响任何企业的数字。`,
		),
	"file-passed-over": ({ why, header }) =>
		say(
			why === "no-table"
				? `没有可识别的表，首行是${header.length === 0 ? "空白" : list(header)}，已略过`
				: `${passedKinds[why]}，已略过`,
			why === "other-kind" || why === "document"
				? "如果其中有表，把它另存为工作簿或CSV文件。"
				: "如果其中有表，在命令中直接写出该文件，即可看到缺少什么。",
		),
	"hidden-cells": ({ of, names, count, counted }) =>
		say(
			`有${count}${{ sheets: "张", rows: "行", columns: "列" }[of]}隐藏的${of === "sheets" ? "工作表" : "内容"}：${list(names)}，${counted ? "已按--hidden计入" : "不计入"}`,
			counted ? "核对隐藏的内容是否属于该表，不属于的删除。" : "取消隐藏，核对其是否属于该表；加--hidden则计入。",
		),
	"sheet-passed-over": ({ why, header }) =>
		say(
			why === "no-table"
				? `没有可识别的表，首行是${header.length === 0 ? "空白" : list(header)}，已略过`
				: `${why === "chart" ? "是图表或宏，不是数据表" : "不是选项所指的那种表"}，已略过`,
			"如果其中的数据应当计入，把该工作表另存为单独的文件并写出文件名，即可看到缺少什么。",
		),
	"sheet-of-words": ({ header }) =>
		say(
			`只有文字、没有数字，首行是${list(header)}，已略过`,
			"填表说明、下拉选项之类不必处理；如果是数据表，把它另存为单独的文件并写出文件名。",
		),
	"empty-sheets": ({ names }) => say(`有${names.length}张空工作表：${list(names)}`, "不必处理。"),
	"formula-values": ({ cells }) =>
		say(`自此处起有${cells}个公式，按存储的计算结果读取`, "工作簿由电子表格程序保存的，不必处理。"),
	"formula-without-value": ({ cells }, { at }) =>
		say(`自此处起有${cells}个公式没有存储计算结果，例如${quoted(at.value)}`, "用电子表格程序打开工作簿并保存。"),
	"shown-otherwise": ({ cells, shown: text, format }, { at }) =>
		say(
			`存储的是${at.value}，以此为准；工作簿${text === null ? `按格式${quoted(format)}显示` : `显示为${quoted(text)}`}${cells === 1 ? "" : `，该列共${cells}个单元格如此`}`,
			"存储的数字正确的，不必处理。",
		),
	"merged-filled": ({ columns, rows }) =>
		say(`有${rows}行的${list(columns)}取自上方的合并单元格`, "不必处理，除非这些单元格本不应合并。"),
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
	"same-file": ({ other }) => say(`与${other}的内容完全相同，只读一次`, "两个文件只留一个。"),
	"no-data": () => say("文件只有表头，没有数据行", "连同数据行重新导出。"),
	// The shape of the file
	"title-lines": ({ rows }) => say(`表头上方有${rows}行标题，不是数据`, "表头认得对就不必处理。"),
	"firm-assumed": ({ firm }) => say(`表中没有写明企业，按--assume-firm的要求，各行都归入“${firm}”`, "无误则不必处理。"),
	"firm-from-title": ({ firm }, { at }) =>
		say(`表中没有企业一列；按标题${quoted(at.value)}，各行都属于“${firm}”`, "对就不必处理；不对则增加“企业”一列。"),
	"year-from-title": ({ year }, { at }) =>
		say(
			`没有写${/^\d{4}$/.test(year) ? "年份的月份" : "期间的行"}，按${at.row === 0 ? "工作表名" : "标题"}${quoted(at.value)}都算${year.replace(/^(\d{4})$/, "$1年")}`,
			"对就不必处理；不对则在各行写上年份。",
		),
	"equivalent-column": (_, { at }) => say(`“${at.value}”为折标系数或折标量，不是消费量，只用于核对`, "不必处理。"),
	"part-column": (_, { at }) => say(`${quoted(at.value)}一列是数量的其中项，没有再加进去`, "旁边一列是全部数量时不必处理。"),
	"not-output": (_, { at }) => say(`${quoted(at.value)}不是用于计算强度的产出指标，本行未采用`, "不必处理。"),
	"read-as-product": (_, { at }) => say(`${quoted(at.value)}按该产品的产量读取`, "确是产品则不必处理；否则请用认识的指标名。"),
	"unknown-ledger-row": () =>
		say("行首的词没有说明本行是什么数量", "请用规范用语（消费量、购进量、期末库存），其中项前写“其中：”；本行未采用。"),
	"unit-beside": ({ unit }) => say(`表头的单位都不适用，按同行的${unit}读取`, "单位无误则不必处理。"),
	"parts-against-amount": ({ parts, amount }) =>
		say(`其中项合计${parts}，消费量为${amount}，两者不符`, "请改正错的一个；本行未采用。"),
	"feedstock-in-amount": ({ of }, { at }) =>
		say(`${quoted(at.value)}中有${of}用于原材料，按原料用能计算`, "填报无误则不必处理。"),
	"numbers-in-notes": ({ rows }, { at }) =>
		say(
			`备注列${quoted(at.column)}有${rows}行填的是数字（如${quoted(at.value)}），都没有计入`,
			"确是备注则不必处理；否则改正表头。",
		),
	"periods-out-of-order": (_, { at }) =>
		say(`期间列在${quoted(at.value)}处次序不对，各列按表头的期间读取`, "请把表头与数据来源核对。"),
	"uneven-periods": ({ missing }, { at }) =>
		say(`${quoted(at.value)}没有${list(missing)}的列，其他品种有`, "补上该列，没有用过的填0；或改正列名中的年份。"),
	"ledger-row-left-out": (_, { at }) =>
		say(`${quoted(at.value)}一行是上面数量的其中项，或不是该品种的数量，没有计入`, "不必处理。"),
	"carrier-from-title": ({ carrier }, { at }) =>
		say(`各行的品种按标题${quoted(at.value)}取${quoted(carrier)}`, "对就不必处理；不对则加上“能源品种”列。"),
	"unit-from-title": ({ unit }, { at }) =>
		say(`没有写单位的数，按标题${quoted(at.value)}以${unit}计`, "对就不必处理；不对则在表头写明单位。"),
	"repeated-header": () => say("表头在这里又出现一次，本行已跳过", "不必处理；看来是几张表粘贴在一起。"),
	"header-changed": ({ words }) =>
		say(`从这里起换了表头（${list(words)}），以下各行按新表头读取`, "确认几张表是否应当放在一起；不是则分成几个文件。"),
	"note-row": (_, { at }) => say(`${quoted(at.value)}是说明文字，不是数据，本行已跳过`, "不必处理。"),
	"blank-rows": ({ rows }) => say(`数据中间有${rows}个空行，已跳过`, "不必处理。"),
	"filled-down": ({ columns }) =>
		say(`合并单元格留下的空白已按--fill-down从上一行填入：${list(columns)}`, "确认本行确实属于上面那一块。"),
	"blank-column": ({ rows, firms }, { at }) =>
		say(
			`“${at.column}”一列${firms > 1 ? `${firms}家企业共` : ""}${rows}行全部空白，按未使用处理`,
			"没有使用就填0；用了就补上数量。",
		),
	"total-differs": ({ what, printed, summed }, _, naming) =>
		say(
			`${subject(what, naming)}的合计写的是${amount(printed)}，各行相加是${amount(summed)}`,
			"找出有误的月份，或改正合计；计算时用的是各行，不是合计。",
		),
	"mixed-newlines": ({ kinds }) =>
		say(`文件中的换行符不止一种（${list(kinds)}），都已识别`, "不必处理；文件像是由几个文件拼成的。"),
	"cell-too-long": ({ length, most }) =>
		say(`有一个单元格长${length}个字符，超过该列的上限${most}`, "看看是否有引号没有成对，或误粘贴了大段文字；本行未采用。"),
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
	"carrier-mapped": ({ carrier }, { at }, naming) =>
		say(`“${at.value}”已按--map的要求归入${carrierTitle(carrier, naming)}`, "无误则不必处理。"),
	"total-counted": ({ what, word }, _, naming) =>
		say(`${subject(what, naming)}：只有“${word}”一行，已计入`, "请确认没有漏掉分项。"),
	"total-left-out": ({ what, word, compared }, _, naming) =>
		say(`${subject(what, naming)}：“${word}”各行是其他行的合计${compared ? "，且与之相符" : ""}，未计入`, "不必处理。"),
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
		say(`指标“${at.value}”无法识别，可用的是${known(ids, words.indicators)}${nearby(near)}`, "改用其中之一；本行未采用。"),
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
	// Credit codes, and letters that names should not hold
	"bad-credit-code": ({ fault }, { at }) =>
		say(
			creditCode(fault, at.value),
			`单元格先设为文本格式，再按营业执照填写；执照上确实如此的（早期发放的个别代码），把列名改为“${columnName("firm")}”。本行未采用，各企业的合并数据暂不给出。`,
		),
	"credit-code-respelt": ({ read }, { at }) =>
		say(`“${at.value}”按统一社会信用代码${read}处理`, "只填半角数字和大写字母，单元格中不留空格和其他符号。"),
	"control-character": ({ letters }, { at }) =>
		say(`“${at.value}”含有控制字符（${list(letters)}），名称中不会有这种字符`, "手工重新输入名称；本行未采用。"),
	"invisible-character": ({ letters }, { at }) =>
		say(`“${at.value}”含有看不见的字符（${list(letters)}），与去掉这些字符后的名称不作为同一名称`, "手工重新输入名称。"),
	"formula-like-text": (_, { at }) =>
		say(`“${at.value}”的开头像公式；已按文本保留，不作计算`, "填写名称本身；供表格软件使用的输出会在其前加一个单引号。"),
	"two-names-one-code": ({ names, used }) =>
		say(
			`同一统一社会信用代码下有不同的企业名称：${list(names)}；采用“${used}”`,
			"实为另一企业的，改正其代码；是同一企业的，在企业表中填写正确的企业名称。",
		),
	"near-codes": ({ codes }) =>
		say(
			`${list(codes.map(quoted))}只差一个字符；该年一个只有能源、没有产出，另一个只有产出、没有能源`,
			"同一企业在各表中写法要一致。确为两家企业则不必处理。",
		),
	"one-name-two-codes": ({ name, codes }) =>
		say(
			`“${name}”有不同的统一社会信用代码：${list(codes)}；按不同的企业分别计算`,
			"是同一企业的，改正代码；不是同一企业的，用不同的名称加以区分。",
		),
	"missing-unit": ({ wanted: symbols }) =>
		say("本行没有计量单位", `填写计量单位（unit）${symbols.length === 0 ? "" : `，如${units(symbols)}`}；本行未采用。`),
	"unknown-unit": ({ near }, { at }) =>
		say(
			`计量单位“${at.value}”无法识别${nearby(near)}`,
			"改用吨、万千瓦时、GJ、万元等已知的计量单位；只写ton分不清公吨、短吨和长吨，不能采用。本行未采用。",
		),
	"wrong-unit-kind": ({ what, wanted: symbols }, { at }, naming) =>
		say(`“${at.value}”不是${measuredName(what, naming)}的计量单位`, `改用${units(symbols)}；本行未采用。`),
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
		say(`同一产品的产量用了不能相加的计量单位：${units(symbols)}`, "同一产品只用一类计量单位；该企业该年暂不下结论。"),
	"bad-number": ({ why }, { at }) => say(`${quoted(at.value)}${numbers[why]}`, "只写数字和小数点，如12345.6；本行未采用。"),
	"missing-quantity": (_, { at }) =>
		say(
			`没有数量${at.value === "" ? "" : `（写的是“${at.value}”）`}：视为缺失，不视为零，本行已跳过`,
			"填写数量，确实为零的填0。",
		),
	"negative-quantity": (_, { at }) =>
		say(`“${at.value}”小于零`, "改正本行；外销的或固定在产品中的量另填一行，用途填“外销”或“产品固碳”。本行未采用。"),
	"thousands-separators": ({ read }, { at }) => say(`“${at.value}”按${read}读取`, "不必处理。"),
	"full-width": ({ read }, { at }) => say(`“${at.value}”含有全角字符或特殊空格，按${read}读取`, "不必处理。"),
	"spaces-trimmed": ({ read }, { at }) => say(`“${at.value}”前后有空格，按${read}读取`, "删去空格。"),
	"spreadsheet-exponent": ({ read, digits }, { at }) =>
		say(`“${at.value}”按${read}读取，只剩${digits}位有效数字`, "把单元格设为数值格式，再重新导出。"),
	"bad-parameter": ({ wanted: kind }, { at }) => say(`“${at.column}”列不能填“${at.value}”`, `填写${wanted[kind]}；本行未采用。`),
	"factor-and-parts": ({ parts }) =>
		say(`既填了排放因子（emission_factor），又填了${columns(parts)}，两者互相矛盾`, "只留排放因子，或只留其余各项；本行未采用。"),
	"parameter-unused": ({ carrier }, { at }, naming) => say(`“${at.column}”列对${naming.carrier(carrier)}不起作用`, "该列留空。"),
	"heat-content-missing": ({ carrier }, _, naming) =>
		say(
			`${naming.carrier(carrier)}按质量计量，需要焓值（enthalpy，kJ/kg）；热水也可用温度（temperature，°C）`,
			"补填焓值或温度，或改按热量填写，计量单位用GJ；本行未采用。",
		),
	// Suspected in single rows and measured values
	"ambiguous-separators": ({ other, row }, { at }) =>
		say(
			`“${at.value}”按千位分隔读取，但同一列的“${other}”（${rowText(row)}）用逗号作小数点：无法判断`,
			"本列数字一律用小数点，不写千位分隔符；所涉企业和年份暂不下结论。",
		),
	"cut-off-value": ({ of, limit }, { at }) =>
		of === "number"
			? say(`“${at.value}”正好是某些系统整数的上限（${limit}），实际数量可能更大`, "按计量记录或台账改正；数量无误则不必处理。")
			: say(`文字正好有${limit}个字符，达到某些系统的长度上限，末尾可能被截断`, "补全文字；没有截断则不必处理。"),
	"float-dust": ({ cells }, { at }) =>
		say(
			`“${at.value}”带有二进制浮点数的尾差（该企业这一列有${cells}个单元格）`,
			"不必处理：尾差小于任何显示的位数；可在原系统中先取整再导出。",
		),
	"placeholder-amount": (_, { at }) => say(`“${at.value}”像是用来占位的数，不像计量结果`, "填写实际计量的数量；不知道的留空。"),
	"ambiguous-unit": ({ readAs, why }, { at }) =>
		why === "word"
			? say(
					`计量单位“${at.value}”有多种含义，按${unitName(readAs)}读取`,
					`确指${unitName(readAs)}的，改写为“${unitName(readAs)}”。`,
				)
			: why === "unusual"
				? say(`计量单位“${at.value}”不常用，按${readAs}读取`, "不是误写的就不必处理。")
				: say(
						`计量单位“${at.value}”没有写明是否为标准状态，按${unitName(readAs)}读取`,
						`确为标准状态的，改写为“${unitName(readAs)}”；不是的，先折算：20°C时的1立方米相当于0°C时的0.9318立方米。`,
					),
	"mixed-units": ({ what, units: written }, _, naming) =>
		say(`${subject(what, naming)}：各月用了不同的计量单位${list(written)}`, "改正填错的计量单位；各月数量与单位相符则不必处理。"),
	"output-and-energy-disagree": ({ of, carriers }, _, naming) =>
		of === "no-output"
			? say(
					`本月产出为零，而${list(carriers.map(naming.carrier))}的消费量与其他月份相当`,
					"改正产出，或改正能源消费所属的月份；确为停产待机则不必处理。",
				)
			: say(
					`本月有产出，而${list(carriers.map(naming.carrier))}的消费量为零`,
					"补填实际消费量，不知道的整行删去；确实为零则不必处理。",
				),
	"value-added-above-output": ({ valueAdded, outputValue }) =>
		say(
			`同一期间、同一价格口径的工业增加值${amount(valueAdded)}大于工业总产值${amount(outputValue)}，不可能`,
			"改正两者；可能把营业收入或工业总产值填成了工业增加值。",
		),
	"value-added-is-output": ({ of, value, other }) =>
		say(
			`工业增加值${amount(value)}与同期${of === "revenue" ? "营业收入" : "工业总产值"}分毫不差（${rowText(other)}）`,
			"请填工业增加值，即工业总产值扣除中间投入后的部分。",
		),
	"rate-as-output": ({ what, why, value, other, year }, _, naming) =>
		say(
			`${subject(what, naming)}：为${amount(value)}，而${year}年为${amount(other)}；这里填的像是${why === "growth" ? "增速等百分数" : "指数"}，不是金额`,
			"请填金额；确为实际数则不必处理。",
		),
	"series-out-of-date": ({ what, last, asOf }, _, naming) =>
		say(`${subject(what, naming)}：最后一个月是${last}，距截止日期${asOf}已久`, "补充其后各月的数据。"),
	"zero-before-month-ends": ({ what, asOf }, _, naming) =>
		say(`${subject(what, naming)}：到${asOf}本月还没有结束，却填了0`, "删去本行，等本月结束后再填；0表示确实没有。"),
	"coarse-measurement": ({ carrier, digits, least }, { at }, naming) =>
		say(
			`${naming.carrier(carrier)}：“${at.column}”列的“${at.value}”只有${digits}位有效数字，实测值应有${least}位以上`,
			"按检测报告填写全部有效数字；没有实测的留空，采用缺省值。",
		),
	"impossible-carbon": ({ carrier, of, unit, value, most, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：${cannotBe[of](value, unit)}，最多只能是${most}${orLikely(likely)}`,
			"改正本行填写的数值，或写明其计量单位。",
		),
	"rate-below-half": ({ percent, rate, other }, { at }) =>
		say(
			percent
				? `“${at.value}”在这里是百分数，即碳氧化率${rate}%，没有燃料是这样的；作为小数则是${other}`
				: `“${at.value}”是小数，即碳氧化率${rate}%，没有燃料是这样的；作为百分数则是${other}%`,
			"列名带“(%)”时填93，不带时填0.93；本行未采用。",
		),
	"low-oxidation": ({ carrier, least }, { at }, naming) =>
		say(
			`${naming.carrier(carrier)}：碳氧化率“${at.value}”低于${least}，等于很大一部分碳没有烧掉`,
			"改正碳氧化率，或留空采用缺省值；确为实测则不必处理。",
		),
	"heat-value-out-of-range": ({ carrier, value, low, high, unit, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（${unitName(unit)}）为${value}，不在${low}至${high}之间${orLikely(likely)}`,
			"改正数值、计量单位或能源品种；确为实测则不必处理。",
		),
	"factor-of-another-size": ({ carrier, value, unit, why, times, small, meant, low, high }, _, naming) => {
		const would = meant === null ? "" : `，应为${meant}`;
		const told = {
			times: `${small ? `仅为应有值的1/${times}` : `是应有值的${times}倍`}${would}`,
			carbon: `像是碳量；换算成CO2（乘44/12）应为${meant ?? ""}`,
			"carbon-twice": `像是多乘了一次44/12${would}`,
			"of-heat": `像是每吉焦的因子；按每单位${times}吉焦折算应为${meant ?? ""}`,
			"of-coal-equivalent": `像是每吨标准煤的因子；按每单位${times}吨标准煤折算应为${meant ?? ""}`,
			"all-burnt": `等于公布值未乘碳氧化率${times}${would}`,
			none: `超出该品种可能的范围${low ?? ""}至${high ?? ""}`,
		}[why];
		return say(
			`${carrierTitle(carrier, naming)}的排放因子${value}（${unitName(unit)}）${told}`,
			"改正排放因子或注明其单位；留空即采用公布的因子。确为实测则不必处理。",
		);
	},
	"coal-basis": ({ carrier, value, high }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（GJ/t）为${value}，超过收到基的上限${high}，可能是干燥基或高位发热量`,
			"改填收到基低位发热量。",
		),
	"carbon-content-out-of-range": ({ carrier, value, low, high, unit, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：单位热值含碳量（${unitName(unit)}）为${value}，不在${low}至${high}之间${orLikely(likely)}`,
			"改正数值、计量单位或能源品种；确为实测则不必处理。",
		),
	"coal-carbon-out-of-range": ({ carrier, tonnes, low, high }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：每吨煤含碳${tonnes}吨，我国各排放清单为${low}至${high}吨`,
			"改正低位发热量或单位热值含碳量；确为实测则不必处理。",
		),
	"heat-and-carbon-apart": ({ carrier, heat, usualHeat, carbon, usualCarbon }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（GJ/t）为${heat}，通常为${usualHeat}；每吨含碳${carbon}吨，通常为${usualCarbon}吨；同一种煤的两者应同升同降`,
			"改正其中不属于同一煤样的数值。",
		),
	"may-be-own-made": ({ carrier, amount: of, from, tonnes }, _, naming) =>
		say(
			from.length === 0
				? `${naming.carrier(carrier)}：消费量比购进量与动用库存之和多${amount(of)}，当年又没有可以产生它的原料${worth(tonnes)}`
				: `${naming.carrier(carrier)}：${amount(of)}可能是本厂用同年已计入的${list(from.map(naming.carrier))}生产的${worth(tonnes)}`,
			"填写购进量，或在名称中写明来源，如外购焦炭、自产焦炭；目前按所填数量计入。",
		),
	"own-made": ({ carrier, amount: of, from, tonnes }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：${amount(of)}为本厂自产，计为零${from.length === 0 ? "" : `，其原料${list(from.map(naming.carrier))}已计入`}${worth(tonnes)}`,
			"属实则不必处理；如果是外购的，填写购进量。",
		),
	"where-from": ({ carrier, amount: of }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：消费了${amount(of)}而没有购进，当年也没有可以产生它的燃料、余热、水力、风力或光伏`,
			"填写购进量，或补填产生它所用的能源；该企业该年暂不评价。",
		),
	"not-bought": ({ carrier, amount: of }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：消费了${amount(of)}，而没有购进，也没有动用库存`,
			"补填购进量或库存，或改正品种；目前按消费量计入。",
		),
	"purchases-blank": (_, { period }) =>
		say(`表中有购进量一列，但${period}年没有大于零的数：全部按消费量计入`, "填写该年的购进量。"),
	"bought-exceeds-used": ({ carrier, bought, used }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：购进减转出为${amount(bought)}，大于消费量${amount(used)}；按购进量计入`,
			"多出部分是损耗则不必处理；转供给其他单位的电量填在转出量一列。",
		),
	"balance-difference": ({ what, of, written, computed }, _, naming) =>
		say(
			of === "use"
				? `${subject(what, naming)}：合计写的是${amount(written)}，外购加自产减转出是${amount(computed)}`
				: `${subject(what, naming)}：期末库存写的是${amount(written)}，期初库存加购进减消费和转出应为${amount(computed)}`,
			"改正有误的数；平衡关系本身不改动任何数。",
		),
	"form-balance-differs": ({ what, written, computed }, _, naming) =>
		say(
			`${subject(what, naming)}：表中期末库存量为${amount(written)}，期初库存量加购进量减消费量应为${amount(computed)}；必有一数有误，该年不出数`,
			"改正有误的数。",
		),
	"gas-unlike-sector": ({ carrier, sector }, _, naming) =>
		say(
			`${carrierTitle(carrier, naming)}：${naming.sector(sector)}企业没有产生这种气体的炉子，表中也没有说明是外购`,
			"实为其他气体的，改正名称，天然气的排放约为其两倍；确为外购的，在名称前写明“外购”。",
		),
	"clinker-against-fuel": ({ clinker, burnt, least, own }) =>
		say(
			`熟料${amount(clinker)}，每吨只烧燃料${amount(burnt)}，而${own ? "本企业其他年份为" : "能耗限额国家标准的1级为"}${amount(least)}；可能把水泥或外购熟料填成了自产熟料，或漏填了燃料`,
			"请填本厂烧成的熟料量，不含水泥和外购熟料；漏填的燃料请补上。",
		),
	"process-emissions-missing": ({ product, why }) =>
		say(
			why === "kiln"
				? `燃料相对用电量如此之多，只有烧制“${product}”的窑才会有，该年却没有工业生产过程排放`
				: `生产“${product}”必有工业生产过程排放，该年却一行也没有`,
			"补填过程物料的行，没有的填0；或用--boundary energy，不计工业生产过程排放。",
		),
	"repeated-entry": ({ times, what, first }, _, naming) =>
		say(
			`${subject(what, naming)}：与${rowText(first)}相同（共${times}行），只计一次`,
			what.of === "indicator"
				? "删去重复的行；确为同一产出的几部分，合并成一行，或加--add-repeats。"
				: "删去重复的行；确为两块表或两批进货的，加“户号”列或“单号”列分开，或加--add-repeats把这样的行都相加。",
		),
	"repeats-added": ({ times, what }, _, naming) =>
		say(`${subject(what, naming)}：同一项的${times}行已按--add-repeats的要求相加`, "确为分项数量则不必处理。"),
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
			`${subject(what, naming)}：各月数值像是累计数（${evidences[evidence]}）：按累计数，至${last}为${amount(toDate)}；按当月数，为${amount(monthly)}`,
			"用--amounts=to-date（累计数）或--amounts=monthly（当月数）说明；在此之前该企业该年暂不评价。",
		),
	"may-be-to-date": ({ what, toDate, monthly, last }, _, naming) =>
		say(
			`${subject(what, naming)}：各月数值可能是累计数：按累计数，至${last}为${amount(toDate)}；按当月数，为${amount(monthly)}，现按当月数计算`,
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
			`${subject(what, naming)}：“${at.value}”是通常值${amount(usual)}的${ratio}倍，约${cause === "1190 L/t" ? "1190倍，可能把升填成了吨" : `${cause}倍，可能是计量单位填错`}；数值未作改动`,
			"按原始凭证改正本行的数量或计量单位；该企业该年暂不评价。",
		),
	"no-factor": ({ carrier, set, unit, others, name, kind }, _, naming) =>
		say(
			`因子集${set}中没有${carrierTitle(carrier, naming)}的排放因子（计量单位为${unitName(unit)}）${others.length === 0 ? "" : `；有该品种的因子集是${list(others)}`}`,
			`在本行填写${columns(["ncv", "carbon_content", "oxidation_rate"])}，或填写${columnTitle("emission_factor")}；或用--factors给出排放因子表；或写明归入哪一种：--map '${name}=${kind === "" ? "编号" : kind}'${kind === "" ? "" : "（确为该品种时）"}。`,
		),
	"no-electricity-factor": ({ province, mode }, _, naming) =>
		say(
			`按${mode}计算，${province === "" ? "省份不明的企业" : naming.province(province)}没有电力排放因子`,
			"在企业表中填写省份（province），或改用--electricity national@2021，或给出一个数值（kgCO2/kWh）。",
		),
	"not-co2": ({ material }, _, naming) =>
		say(`${naming.carrier(material)}对应的排放不是CO2，不计入碳排放强度`, "删去本行，在相应气体的清单中另行报告。"),
	"needs-more": ({ material, formula }, _, naming) =>
		say(
			`${naming.carrier(material)}不能只用消费量×排放因子计算，需要：${formulaName(formula)}`,
			"按该公式算出CO2，除以消费量，填在本行的排放因子（emission_factor）列，本行即可采用。",
		),
	"factor-partly-verified": ({ carrier }, _, naming) =>
		say(
			`${naming.carrier(carrier)}的排放因子只有一部分核对过原文`,
			"报送前与原文件核对；核对到什么程度见tanlu sources --format csv。",
		),
	"feedstock-without-products": ({ carriers, tonnes, products, amounts }, _, naming) =>
		say(
			`${list(carriers.map((one) => carrierTitle(one, naming)))}用作原料，却没有产品行说明留下多少碳${tonnes === null ? "" : `，最多${tonnes}吨CO2`}${madeOf(products, amounts)}`,
			"为每种含碳产品加一行，用途填product（填0表示没有碳留下）；或用--boundary energy。",
		),
	"carbon-stays": ({ carrier, tonnes }, _, naming) =>
		say(
			`${carrierTitle(carrier, naming)}用作原料，碳留在其用处，按零计${tonnes === null ? "" : `（${tonnes}吨CO2，单独列出）`}`,
			"不必处理；如果是燃烧，用途留空。",
		),
	"feedstock-oxidised": ({ carrier, ownFactor }, _, naming) =>
		say(
			ownFactor
				? `${carrierTitle(carrier, naming)}用作原料，是本行业的还原剂，按其自己的排放因子计入过程排放`
				: `${carrierTitle(carrier, naming)}用作原料，按本行业的方法所含的碳全部算作排放，计入过程排放`,
			"不必处理；留在产品里的碳用用途为product的行扣除。",
		),
	"more-carbon-out-than-in": ({ into, out, more }) =>
		say(
			`产品含碳折合${out}吨CO2，原料含碳折合${into}吨CO2，出的比进的多${more}吨CO2`,
			"核对产品行的吨数和单位，并核对原料是否填全；动用上年库存也会这样。",
		),
	"carbon-subtracted-twice": ({ carriers, tonnes }, _, naming) =>
		say(
			`回收的CO2和用它生产的${list(carriers.map((one) => carrierTitle(one, naming)))}都作了扣除，可能重复扣除${tonnes}吨CO2`,
			"回收的CO2用于生产该产品的，删去回收行；外销的不必处理。",
		),
	"name-of-two-meanings": ({ carrier, meanings, clinker }, _, naming) =>
		say(
			clinker
				? `${carrierTitle(carrier, naming)}抵减熟料的排放，而该年没有生产熟料；作为废物或产品不计`
				: `${carrierTitle(carrier, naming)}可能是${meanings.map((one) => carrierTitle(one, naming)).join("或")}，企业所属行业看不出是哪一种`,
			clinker
				? "补填熟料，或删去本行；如果指别的物料，写明名称。"
				: "填写企业所属行业，或填写所指的编号，或在本行填写排放因子（emission_factor）。",
		),
	"oxidation-forced": ({ set, rate }) =>
		say(`因子集${set}的方法规定碳氧化率为1，本行的${rate}未采用`, "确用这一方法则不必处理，否则用--factors改选因子集。"),
	"electricity-nearest-year": ({ used, region }, _, naming) =>
		say(
			`${region === "CN" ? "全国" : naming.province(region)}没有公布该年的电力排放因子，采用${used}年的`,
			"不必处理；如要排除电网自身的变化，用--electricity national@2021固定年份。",
		),
	"factor-row-conflict": ({ carrier, rows }, _, naming) =>
		say(`${naming.carrier(carrier)}有两个排放因子，计量单位、年份和省份都相同${rowsOf(rows)}`, "只留一个。"),
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
	"deflator-year-missing": ({ sector }, _, naming) =>
		say(`价格指数表中没有该年${sector === "" ? "" : `适用于${naming.sector(sector)}`}的价格指数`, "在价格指数表中补上这一年。"),
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
	"carrier-renamed": ({ carrier, as, other }, { period }, naming) =>
		say(
			`${period}年的${naming.carrier(as)}与${other}年的${naming.carrier(carrier)}数量相当：疑似同一品种用了两个名称`,
			"各年用同一名称，或用--map归入另一品种；确实换了燃料的，在备注中注明。",
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
			`${subject(what, naming)}：至${to}的${months}个月与自${from}起的各月逐位相同，当月另有${others}个数量也是如此`,
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
			`${subject(what, naming)}：12月的“${at.value}”是全年合计，前十一个月已有${amount(others)}，${wouldBe === null ? "12月没有余数" : `12月应为${amount(wouldBe)}`}；数值未作改动`,
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
	// The run
	"baseline-expired": ({ code, reason, until }) =>
		say(`清单中对${code}的接受到${until}为止（${reason}），现已到期，重新计入`, "处理该问题，或写明新的期限和理由。"),
	"baseline-unused": ({ code, reason }) => say(`清单中接受的${code}（${reason}）已不再出现`, "从清单中删去这一条。"),
	"not-listed": ({ codes, kept }) => say(`以下问题每种只列出前${kept}个：${list(codes)}；个数是准确的`, "先处理已列出的问题。"),
};
