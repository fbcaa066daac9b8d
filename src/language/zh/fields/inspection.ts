/** In Chinese: what inspect gives. */
import type { Fields } from "../../fields.ts";

export const inspection: Fields["inspection"] = {
	inspection: {
		schemaVersion: "本约定的版本。",
		tool: "生成它的程序。",
		files: "各文件是怎样读懂的，按文件名排列。",
		findings: "读取时发现的问题。",
	},
	file: {
		file: "文件名，相对路径，以/分隔。",
		sheet: "工作簿中的工作表；文件本身就是表的为空（null）。",
		kind: "属于哪一种输入表。",
		sha256: "文件字节的哈希值。",
		encoding: "读取时所用的编码。",
		encodingToldBy: "编码由什么判定：asked为指定，mark为字节顺序标记，valid-utf-8为合法的UTF-8，not-utf-8为不是UTF-8。",
		separator: "单元格的分隔符。",
		newlines: "换行符的种类，以文件前1 MiB为准。",
		layout:
			"long为长表（每行一个数量），wide为宽表（每个品种或指标一列），across为月份或年份各占一列，side-by-side为本月数与累计数并列。",
		titleRows: "表头上方有内容的行。",
		header: "表头所在的位置。",
		fromTitles: "标题行代替某一列所说明的内容。",
		columns: "各列，从左到右。",
		map: "自上而下的表样，相同的行合并，最多200段。",
		firms: "各行涉及的企业数。",
		units: "各品种或指标在文件中写的单位。",
		periods: "采用的各行所覆盖的月份，按年排列。",
		rows: "各行的去向：读取=采用+拒绝+跳过。",
	},
	header: { row: "行号，与电子表格一致，首行为1。", line: "文件中的物理行号。" },
	fromTitle: {
		column: "所代替的列。",
		value: "各行都采用的值。",
		row: "标题所在的行；取自工作表名时为null。",
		text: "所依据的单元格。",
	},
	column: {
		letter: "电子表格中的列号。",
		word: "表头文字。",
		column: "表头文字所指的列；不认识而未采用时为空。",
		of: "数量列所属的能源品种或指标；其他列为空。",
		unit: "表头中写的单位；没有则为空。",
	},
	band: {
		from: "起始行。",
		to: "终止行。",
		is: "这些行是什么。",
		cells: "每列一个字母。T：标题；H：表头；K：企业、期间、品种等；A：数量；S：合计；N：说明；-：未采用；X：拒收；点：空。",
	},
	units: { of: "能源品种或指标。", units: "文件中写的单位。" },
	period: { year: "年份。", months: "覆盖的月数。", by: "数量按什么期间填报。" },
	fileRows: { reasons: "各行未采用的原因。" },
	reason: { outcome: "去向。", code: "说明原因的代码；空行为blank。", rows: "行数。" },
};
