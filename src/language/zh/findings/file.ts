/** In Chinese: findings about files as a whole: what they are, what of them is read. */

import type { ChapterSentences } from "../../language.ts";
import { columnName, columnTitle } from "../columns.ts";
import { list, quoted } from "../pieces.ts";
import { words } from "../words.ts";
import { columns, say } from "./phrases.ts";

const referenceKinds = {
	factors: "排放因子表",
	deflator: "价格指数表",
	targets: "目标表",
	growth: "增速表",
	claims: "申报表",
	rules: "规则文件",
} as const;

const passedKinds = {
	"no-regular-file": "不是普通文件，而是管道、设备之类",
	"other-kind": "文件的类型不能读取",
	empty: "空文件",
	document: "办公软件的文档",
	compressed: "不是用gzip压缩一次的文件",
} as const;

export const file: ChapterSentences<"file"> = {
	"totals-made-with": ({ options }) =>
		say(`汇总时使用了${list(options.map((option) => `--${option}`))}`, "确是如此要求的不必处理：对各行的声明，对汇总同样有效。"),
	"lost-before": () => say("生成汇总表时有未采用的行，所涉内容暂不评价", "在原表中改正这些行，再重新生成汇总表。"),
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
	"same-file": ({ other }) => say(`与${other}的内容完全相同，只读一次`, "两个文件只留一个。"),
	"no-data": () => say("文件只有表头，没有数据行", "连同数据行重新导出。"),
};
