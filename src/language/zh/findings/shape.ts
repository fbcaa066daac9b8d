/** In Chinese: findings about the shape of a table: headers, titles, columns, totals. */

import type { ChapterSentences } from "../../language.ts";
import { list, quoted } from "../pieces.ts";
import { amount, say, subject } from "./phrases.ts";

export const shape: ChapterSentences<"shape"> = {
	"short-rows": ({ rows }) => say(`从此处起有${rows}行末尾缺少可以空白的单元格，按空白读取`, "不必处理。"),
	"text-without-header": ({ column }) =>
		say(`${column}列的表头空白，其中的文字没有采用`, "在表头写明该列是什么，或者删去这些文字。"),
	"formula-values": ({ cells }) =>
		say(`自此处起有${cells}个公式，按存储的计算结果读取`, "工作簿由电子表格程序保存的，不必处理。"),
	"formula-without-value": ({ cells }, { at }) =>
		say(`自此处起有${cells}个公式没有存储计算结果，例如${quoted(at.value)}`, "用电子表格程序打开工作簿并保存。"),
	"merged-filled": ({ columns, rows }) =>
		say(`有${rows}行的${list(columns)}取自上方的合并单元格`, "不必处理，除非这些单元格本不应合并。"),
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
	"title-among-rows": ({ title }) =>
		say(
			`数据中间出现标题（“${title}”），其下没有能识别的表头，无法判断以下各行属于哪家企业、哪一期`,
			"在标题下重复表头，或每张表单独成文件（工作表）；标题以下各行未采用。",
		),
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
};
