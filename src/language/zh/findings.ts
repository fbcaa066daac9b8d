/** What each finding says in Chinese, and what to do about it. */

import type { CreditCodeFault } from "../../domain/credit-code.ts";
import type { LikelyUnit, Particulars, SlipCause, Subject } from "../../findings/finding.ts";
import type { Naming, Sentence, Sentences } from "../language.ts";
import { columnName, columnTitle } from "./columns.ts";
import { formulaName } from "./formulas.ts";
import { list, nearby, quoted } from "./pieces.ts";
import { amount, unitName } from "./units.ts";
import { pricesName, words } from "./words.ts";

const say = (message: string, remedy: string): Sentence => ({ message, remedy });
const unique = (items: readonly string[]): string[] => [...new Set(items)];
const units = (symbols: readonly string[]): string => list(unique(symbols.map(unitName)));
/** The unit that would explain a value, at the end of a message. */
const orLikely = (likely: LikelyUnit | null): string =>
	likely === null ? "" : `；如果是以${unitName(likely.written)}计，则为${likely.value}（${unitName(likely.unit)}）`;
const columns = (ids: readonly string[]): string => list(ids.map((id) => columnTitle(id)));
const rowsOf = (rows: readonly string[]): string => `（${list(rows)}）`;

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
	range: (text) => say(`“${text}”是几个月合在一起的累计数，不是一个季度或一年`, "按月、按季或按年分别填写；本行未采用。"),
	"short-year": (text) => say(`“${text}”没有四位数的年份，可以有几种读法`, month),
	"no-year": (text) => say(`“${text}”只有月份没有年份，标题行也没有写明是哪一年`, "写上年份，或增加“年份”一列；本行未采用。"),
	"chinese-numerals": (text) => say(`“${text}”是中文数字，本工具不识别`, month),
};

const wanted = {
	"above-zero": "大于零的数",
	fraction: "大于0、不超过1的小数（写0.98，不写98）",
	"zero-or-more": "零或大于零的数",
	"whole-year": "四位年份，如2020，且先后次序正确",
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
const slip = ({ factor, given, under, wouldBe }: SlipCause, unit: string): string =>
	`${given === "" ? "小数点错位" : `把${unitName(given)}数填在${unitName(under)}下`}，差${factor}倍，应为${amount(`${wouldBe} ${unit}`)}`;
const slips = (causes: readonly SlipCause[], unit: string): string => causes.map((cause) => slip(cause, unit)).join("；或");

export const sentences: Sentences = {
	"missing-column": ({ kind, missing, nearest, have }) => {
		const table = (words.tables as Readonly<Record<string, string>>)[kind] ?? kind;
		const name = columnName(missing, kind);
		return say(
			`${table}缺少“${columnTitle(missing, kind)}”列，现有的列为${list(have)}`,
			nearest === "" ? `增加“${name}”列；本表各行均未采用。` : `把列名“${nearest}”改为“${name}”；本表各行均未采用。`,
		);
	},
	"duplicate-column": ({ meaning, other }, { at }) =>
		say(`“${other}”和“${at.column}”两列都表示${columnTitle(meaning)}`, "只保留其中一列；本表各行均未采用。"),
	"unknown-column": ({ near }, { at }) =>
		say(
			`无法识别“${at.column}”列，未读取`,
			near.length === 0 ? "不需要该列时不必处理。" : `不需要该列时不必处理；如指${columns(near)}，改用该列名。`,
		),
	"ragged-row": ({ expected, found }) =>
		say(`本行有${found}个单元格，表头有${expected}个`, "含分隔符的单元格用英文双引号括起，缺少的单元格补齐；本行未采用。"),
	"unclosed-quote": ({ skippedLines }) =>
		say(
			`此处的引号没有闭合，有${skippedLines}行无法读取`,
			"补上闭合的引号，或删去多余的引号；无法读取的行属于哪个企业不明，所有企业均暂不评价。",
		),
	"nul-byte": () => say("本行含有空字节（NUL），是二进制数据，不是文本", "重新导出为CSV文件；本行未采用。"),
	"same-file": ({ other }) => say(`与${other}的内容完全相同，只读一次`, "两个文件只留一个。"),
	"no-data": () => say("文件只有表头，没有数据行", "连同数据行重新导出。"),
	// The shape of the file
	"title-lines": ({ rows }) => say(`表头上方有${rows}行标题，不是数据`, "表头认得对就不必处理。"),
	"firm-from-title": ({ firm }, { at }) =>
		say(`表中没有企业一列；按标题${quoted(at.value)}，各行都属于“${firm}”`, "对就不必处理；不对则增加“企业”一列。"),
	"year-from-title": ({ year }, { at }) =>
		say(`没有写年份的月份，按标题${quoted(at.value)}都算${year}年`, "对就不必处理；不对则在各行写上年份。"),
	"unit-from-title": ({ unit }, { at }) =>
		say(`没有写单位的金额，按标题${quoted(at.value)}以${unit}计`, "对就不必处理；不对则在表头写明单位。"),
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
			`${subject(what, naming)}的合计写的是${printed}，各行相加是${summed}`,
			"找出有误的月份，或改正合计；计算时用的是各行，不是合计。",
		),
	"mixed-newlines": ({ kinds }) =>
		say(`文件中的换行符不止一种（${list(kinds)}），都已识别`, "不必处理；文件像是由几个文件拼成的。"),
	"cell-too-long": ({ length, most }) =>
		say(`有一个单元格长${length}个字符，超过上限${most}`, "看看是否有引号没有成对，或误粘贴了大段文字；本行未采用。"),
	"missing-firm": () => say("本行没有填写企业", "填写企业（firm）；本行未采用，各企业的合并数据暂不给出。"),
	"missing-cell": ({ what }) => say(`本行的${columnTitle(what)}空白或无法识别`, `填写“${columnName(what)}”；本行未采用。`),
	"bad-period": ({ why }, { at }) => periods[why](at.value.trim()),
	"future-month": ({ asOf }, { at }) =>
		say(`“${at.value}”晚于截止日期${asOf}`, "改正期间，或改正--as-of给出的日期；本行未采用。"),
	"unknown-carrier": ({ near }, { at }) =>
		say(
			`能源品种${quoted(at.value)}无法识别${nearby(near)}`,
			"改用已知的能源品种（tanlu sources列出燃料，tanlu sources processes列出过程物料），或用--map '名称=编号'归入其中一种；本行未采用。",
		),
	"carrier-read-as": ({ carrier }, { at }, naming) =>
		say(`“${at.value}”不计括号内的文字，按${naming.carrier(carrier)}处理`, "无误则不必处理。"),
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
			`“${at.value}”按千位分隔读取，但同一列第${row}行的“${other}”用逗号作小数点：无法判断`,
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
	"series-out-of-date": ({ what, last, asOf }, _, naming) =>
		say(`${subject(what, naming)}：最后一个月是${last}，距截止日期${asOf}已久`, "补充其后各月的数据。"),
	"zero-before-month-ends": ({ what, asOf }, _, naming) =>
		say(`${subject(what, naming)}：到${asOf}本月还没有结束，却填了0`, "删去本行，等本月结束后再填；0表示确实没有。"),
	"coarse-measurement": ({ carrier, digits, least }, { at }, naming) =>
		say(
			`${naming.carrier(carrier)}：“${at.column}”列的“${at.value}”只有${digits}位有效数字，实测值应有${least}位以上`,
			"按检测报告填写全部有效数字；没有实测的留空，采用缺省值。",
		),
	"impossible-carbon": ({ carrier, of, tonnes, most, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：${of === "carbon" ? `低位发热量与单位热值含碳量相乘，每吨含碳${tonnes}吨` : `按排放因子，每吨排放${tonnes}吨CO2`}，最多只能是${most}吨${orLikely(likely)}`,
			"改正本行的实测值，或写明其计量单位。",
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
	"by-product-gas": ({ carrier, from, rows }, { at }, naming) =>
		say(
			rows === null
				? `“${at.value}”是本厂自产的${naming.carrier(carrier)}，其中的碳来自所用的煤或焦炭，两者都计入就是重复计算`
				: `${naming.carrier(carrier)}（${rows}行）由${list(from.map(naming.carrier))}产生，同年两者都已计入；不是外购的，就是重复计算`,
			"自产自用的副产煤气不填；外购的写明“外购”，如外购焦炉煤气。目前按所填数量计入。",
		),
	"process-emissions-missing": ({ product }) =>
		say(
			`生产“${product}”必有工业生产过程排放，该年却一行也没有`,
			"补填过程物料的行，没有的填0；或用--boundary energy，不计工业生产过程排放。",
		),
	"repeated-entry": ({ times, what, first }, _, naming) =>
		say(
			`${subject(what, naming)}：与${first}相同（共${times}行），只计一次`,
			"删去重复的行；如果各行是分项数量，加--add-repeats。",
		),
	"repeats-added": ({ times, what }, _, naming) =>
		say(`${subject(what, naming)}：同一项的${times}行已按--add-repeats的要求相加`, "确为分项数量则不必处理。"),
	"conflicting-entries": ({ what, values, rows }, _, naming) =>
		say(
			`${subject(what, naming)}：同一项有不同的数值${list(values.map(amount))}${rowsOf(rows)}`,
			what.of === "column" ? "只留正确的一行。" : "只留正确的一行；如果各行是分项数量，加--add-repeats。所涉企业和年份暂不评价。",
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
			`${subject(what, naming)}：整期数为${amount(whole)}，分期数合计为${amount(parts)}${rowsOf(rows)}`,
			"把两者改为一致；该企业该年暂不评价。",
		),
	"months-missing": ({ what, months }, _, naming) =>
		say(
			`${subject(what, naming)}缺少${list(months.split(", "))}，而该企业的其他数据有这些月份；该年暂不评价`,
			what.of === "indicator"
				? "补齐这些月份，确实为零的填0。"
				: "补齐这些月份，没有消费的填0；或用--absent-is-zero声明没有数据即没有消费。",
		),
	"partial-year": ({ months }) => say(`12个月中只有${months}个月有数据：列出数据，暂不评价`, "补充其余月份的数据。"),
	"unit-slip": ({ what, usual, ratio, cause }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”是通常值${amount(usual)}的${ratio}倍，约${cause}倍，可能是计量单位填错；数值未作改动`,
			"按原始凭证改正本行的数量或计量单位；该企业该年暂不评价。",
		),
	"no-factor": ({ carrier, set, unit, others }, _, naming) =>
		say(
			`因子集${set}中没有${carrierTitle(carrier, naming)}的排放因子（计量单位为${unitName(unit)}）${others.length === 0 ? "" : `；有该品种的因子集是${list(others)}`}`,
			`在本行填写${columns(["ncv", "carbon_content", "oxidation_rate"])}，或填写${columnTitle("emission_factor")}；或用--factors给出排放因子表；或用--map '名称=编号'归入其他能源品种。`,
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
			"按核算指南计算后，改填可以直接用排放因子的过程物料，并在本行填写排放因子（emission_factor）。",
		),
	"factor-partly-verified": ({ carrier }, _, naming) =>
		say(
			`${naming.carrier(carrier)}的排放因子只有一部分核对过原文`,
			"报送前与原文件核对；核对到什么程度见tanlu sources --format csv。",
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
	"boundary-changed": ({ base, present }) =>
		say(
			`与${base}年相比，${present ? "新增了" : "不再有"}工业生产过程排放：核算边界不同，暂不评价`,
			"两年都填写过程物料的行，没有的填0；或用--boundary energy，不计工业生产过程排放。",
		),
	"part-changed": ({ part, base, present }) =>
		say(
			`与${base}年相比，${present ? "新增了" : "不再有"}${words.parts[part]}排放`,
			"如有漏填，补上有关的行；核算边界确实未变则不必处理。",
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
					`基期${base}年不能采用（不早于目标年${reason.notBefore}年）：各年均暂不评价`,
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
		say("有的行出错，又不知属于哪个企业：各企业的合并数据暂不给出", "改正没有填写企业的行、没有闭合的引号，或没有企业列的表。"),
	"target-row-conflict": ({ rows }) => say(`同一适用范围有两个目标${rowsOf(rows)}`, "只留一个。"),
	// Suspected in histories and between firms
	"month-unlike-history": ({ what, usual, ratio, season, months }, { at }, naming) =>
		say(
			`${subject(what, naming)}：“${at.value}”是${season ? `其他${months}年同月` : `其他${months}个月`}通常值${amount(usual)}的${ratio}倍`,
			"与抄表记录或结算单核对，有误即改正；确属当月情况，在备注中说明原因。",
		),
	"year-on-year-change": ({ what, lastYear, before, now, unit, percent }, _, naming) =>
		say(
			`${what === null ? "碳排放强度" : subject(what, naming)}（${unitName(unit)}）由${lastYear}年的${before}变为${now}，变动${percent}%`,
			"查明变动来自数量、计量单位、漏行还是生产本身：数据有误的改正，属实的在备注中说明原因。",
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
			`${subject(what, naming)}：${months}个月的数值与${lastYear}年${shift === "none" ? "同月" : shift === "later" ? "上一个月份" : "下一个月份"}逐月相同`,
			"把沿用的上年数据换成本年的抄表数。",
		),
	"fixed-multiple-of-output": ({ what, multiple, unit, per, months }, _, naming) =>
		say(
			`${subject(what, naming)}：${months}个月的数值都等于当月产出乘以固定单耗（每${unitName(per)}${amount(`${multiple} ${unit}`)}），直到末位，应为推算而非计量所得`,
			"按计量数据填报；没有计量的，在备注中写明估算方法。",
		),
	"round-amounts": ({ what, multiple, round, months }, _, naming) =>
		say(
			`${subject(what, naming)}：${months}个月中有${round}个月是${multiple}的整倍数`,
			"如计量表计本来如此读数，可不处理；估算数常是这样。",
		),
	"shared-series": ({ what, parameter, other, row, months, to, stretches }, _, naming) =>
		say(
			`${subject(what, naming)}：至${to}共${months}个月的${parameter === "" ? "数量" : columnTitle(parameter)}与企业“${other}”（${row}）逐位相同${stretches === 1 ? "" : `，两家企业这样的相同段共${stretches}段`}`,
			"查清数据属于哪一家；如为同一企业，使用同一代码；如共用一块表计，按实际分摊。",
		),
	"suspected-unit-slip": ({ what, why, usual, usualUnit, ratio, unit, causes }, { at }, naming) => {
		const found = {
			"own-months": `“${at.value}”是其余月份通常值${amount(`${usual} ${usualUnit}`)}的${ratio}倍`,
			"other-years": `全年数是该企业其他年份通常值${amount(`${usual} ${usualUnit}`)}的${ratio}倍`,
			"power-share": `全年用电只占该企业综合能耗的${ratio}%，低于燃料燃烧所需风机、水泵等用电的下限${usual}%`,
			sector: `单位产出能耗是本行业通常值（${amount(`${usual} ${usualUnit}`)}）的${ratio}倍`,
		}[why];
		return say(
			`${subject(what, naming)}：${found}，可能是计量单位填错：${slips(causes, unit)}；数值未作改动`,
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
