/** `tanlu inspect`说明各文件时所说的话。 */
import type { InspectTexts } from "../inspect-texts.ts";
import { columnTitle } from "./columns.ts";
import { list } from "./pieces.ts";
import { words } from "./words.ts";

const separators: Readonly<Record<string, string>> = { ",": "逗号", "\t": "制表符", ";": "分号" };
const toldBy = {
	asked: "由--encoding指定",
	mark: "由文件开头的字节顺序标记判定",
	"valid-utf-8": "全部字节都是合法的UTF-8",
	"not-utf-8": "没有字节顺序标记，也不是合法的UTF-8",
} as const;

const layouts = {
	long: "长表（每行一个数量）",
	wide: "宽表（每个品种一列）",
	across: "月份或年份各占一列",
	"side-by-side": "本月数与累计数并列",
} as const;

export const inspect: InspectTexts = {
	columns: {
		letter: "列",
		word: "表头",
		means: "读作",
		unit: "单位",
		of: "品种或指标",
		units: "文件中的单位",
		year: "年份",
		months: "月数",
		by: "填报期",
		outcome: "未采用",
		code: "原因",
		rows: "行数",
	},
	file: ({ kind, layout, text }) => {
		const table = `${words.tables[kind]}，${layouts[layout]}`;
		if (text === null) return `${table}。`;
		const { encoding, separator, newlines } = text;
		const ends = newlines.length === 0 ? "只有一行" : `换行符为${list(newlines)}`;
		return `${table}；编码${encoding}（${toldBy[text.toldBy]}）；分隔符为${separators[separator] ?? separator}；${ends}。`;
	},
	header: ({ row, line, titleRows }) =>
		`表头在第${row}行${row === line ? "" : `（文件第${line}行）`}${titleRows.length === 0 ? "" : `，上方第${list(titleRows.map(String))}行是标题`}。`,
	fromTitle: ({ column, value, row, text }) =>
		`表中没有“${columnTitle(column)}”一列：各行都按${row === null ? "工作表名" : `第${row}行的`}“${text}”取“${value}”。`,
	hash: (sha256) => `sha256 ${sha256}`,
	firms: (count) => `共${count}家企业。`,
	column: (_, column) => columnTitle(column),
	subject: (of, naming) => naming.carrier(of),
	map: "表样：T标题，H表头，K企业、期间、品种等，A数量，S合计，N说明，X拒收，-未采用。",
	rowsOf: "行",
	notUsed: "（不认识，未采用）",
	by: { year: "年", quarter: "季", month: "月" },
	rows: ({ read, used, refused, skipped }) => `表头以下共${read}行 = 采用${used}行 + 拒绝${refused}行 + 跳过${skipped}行。`,
	outcome: { refused: "拒绝", skipped: "跳过" },
	blank: "空行",
	next: (files) => `共${files}个文件；这里不作计算。下一步：对同样的文件运行tanlu report；代码的含义见tanlu explain 代码。`,
};
