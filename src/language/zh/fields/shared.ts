/** In Chinese: the outputs there are, the files of users, and what several outputs hold. */
import type { Fields } from "../../fields.ts";

export const outputs: Fields["outputs"] = {
	inspection: { title: "文件读取情况", about: "各输入文件是怎样读懂的。" },
	report: {
		title: "报告",
		about:
			"各企业的碳排放强度及其与目标轨迹的差距，即`tanlu report --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	explain: {
		title: "问题说明",
		about: "各种问题的含义、影响和处理办法，各附示例，即`tanlu explain --format json`的内容。",
	},
	sources: {
		title: "来源",
		about:
			"采用哪些排放因子和目标、出自何处、与其他公布值相差多少，即`tanlu sources --format json`的内容。数字是十进制字符串；null表示未知。",
	},
	whatif: {
		title: "假设",
		about:
			"若某些数量改变，结果如何，与所报数据并列，即`tanlu whatif --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	drivers: {
		title: "因素分解",
		about:
			"两期之间排放量和碳排放强度变化的原因，按对数平均迪氏指数（LMDI-I）分解，即`tanlu drivers --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
	check: {
		title: "问题",
		about:
			"各表有什么错误、作了什么选择、哪些规则没有检查，即`tanlu check --format json`的内容。数字是十进制字符串，四舍六入五成双，至多12位小数；null表示未知，绝不表示零。",
	},
};

export const files: Fields["files"] = {
	rules: {
		title: "规则文件",
		about: "另定的限值和问题级别，以及不检查的规则，各附理由。由--rules读取；未给出时读取当前文件夹中的tanlu.rules.json。",
	},
	baseline: {
		title: "已知问题",
		about: "已知并接受的问题，各附理由。由--write-baseline写出，由--baseline读取。",
	},
};

export const shared: Fields["shared"] = {
	tool: {
		name: "工具名称。",
		version: "写出本文件的工具版本。",
		seeds: "工具内置参考数据的哈希值：全部种子表的sha256。",
		rules: "规则与结论所用界限值的哈希值。",
	},
	input: {
		file: "文件名，相对路径，文件夹之间用/。",
		sheet: "工作簿中的工作表；文件本身就是表的为空（null）。",
		kind: "属于哪种输入表。",
		sha256: "文件现有字节的哈希值，与sha256sum所得相同；.gz文件为压缩后的字节。",
		encoding: "读取时的编码。",
		separator: "单元格分隔符。",
		rows: "各行的去向：read = used + refused + skipped。",
	},
	rows: {
		read: "表头以下的行数。",
		used: "采用的行数。",
		refused: "有错误而拒绝的行数。",
		skipped: "没有数量的行、合计行、说明行和空行的行数。",
	},
	findings: {
		counts: "各级问题的数量，不论列出多少。",
		notChecked: "没有执行的规则及原因。",
		list: "问题，按文件、行、列、代码排序；每种代码至多一千条。",
	},
	counts: { error: "错误：数据有误。", warning: "警告：数据可用，或缺少依据。", note: "提示：作了选择。" },
	notChecked: { rule: "没有执行的规则。", why: "原因代码。" },
	finding: {
		code: "问题代码；代码不会改名。",
		gravity: "级别：error（错误，数据有误）、warning（警告，数据可用，或缺少依据）、note（提示，作了选择）。",
		file: "所在文件；涉及整次运行时为null。",
		sheet: "所在工作表；文件只有一张表时为null。",
		row: "行号，与电子表格一致：文件第一行为1。",
		line: "文件中的物理行号。",
		column: "列，用文件中的表头文字。",
		letter: "工作簿中该列的字母；其他文件为空（null）。",
		value: "单元格原文，过长时截短。",
		firm: "所涉企业。",
		period: "所涉期间。",
		message: "一句话说明问题。",
		remedy: "处理办法。",
		weightTonnes: "涉及的二氧化碳吨数；未知为null。",
		couldTurnVerdict: "是否可能改变结论；未知为null。",
		cause: "由哪个问题引起，用其指纹表示；独立的问题为null。",
		fingerprint: "问题的指纹：下次运行时同一问题相同，上方插入行也不变。",
	},
};
