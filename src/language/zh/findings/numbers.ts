/** In Chinese: findings about numbers as they are written. */

import type { ChapterSentences } from "../../language.ts";
import { quoted } from "../pieces.ts";
import { columns, say } from "./phrases.ts";

const noNumbers = {
	grammar: "不是普通数字",
	groups: "的千位分隔符位置不对",
	"full-width-comma": "含有全角逗号",
	"too-long": "的小数点前超过30位或小数点后超过20位",
	formula: "是公式，公式不作计算",
	"spreadsheet-error": "是表格软件的错误值",
} as const;

const wanted = {
	"above-zero": "大于零的数",
	fraction: "大于0、不超过1的小数（写0.98，不写98）",
	"zero-or-more": "零或大于零的数",
	"whole-year": "四位年份，如2020，且先后次序正确",
	"percent-not-fraction": "百分数（17%填17，不填0.17）",
	growth: "大于-100的百分数（下降不到全部）",
	percent: "大于0、小于100的百分数（价格指数表中，价格基准年填100）",
} as const;

export const numbers: ChapterSentences<"numbers"> = {
	"shown-otherwise": ({ cells, shown: text, format }, { at }) =>
		say(
			`存储的是${at.value}，以此为准；工作簿${text === null ? `按格式${quoted(format)}显示` : `显示为${quoted(text)}`}${cells === 1 ? "" : `，该列共${cells}个单元格如此`}`,
			"存储的数字正确的，不必处理。",
		),
	"bad-number": ({ why }, { at }) => say(`${quoted(at.value)}${noNumbers[why]}`, "只写数字和小数点，如12345.6；本行未采用。"),
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
};
