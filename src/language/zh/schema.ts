/** `tanlu schema`在定义之外所说的话。 */
import type { SchemaTexts } from "../schema-texts.ts";

const types: Readonly<Record<string, string>> = {
	string: "文本",
	decimal: "小数（文本）",
	number: "数值",
	integer: "整数",
	boolean: "是或否",
	object: "对象",
	array: "列表",
	null: "空",
};

export const schema: SchemaTexts = {
	columns: {
		name: "名称",
		column: "列",
		required: "必填",
		type: "类型",
		unit: "计量单位",
		aliases: "也可写作",
		about: "内容",
		key: "键",
	},
	inputs: "输入表",
	outputs: "输出",
	files: "随表文件",
	how: "tanlu schema 名称：查看其中一项；--format json-schema、table-schema（输入表）或csv供程序使用。",
	headerWords: "列名中英文均可，不分大小写；--format table-schema列出全部写法。",
	csvColumns: "--format csv的各列",
	jsonKeys: "--format json的各键，[]指列表中的每一项",
	fileKeys: "各键，*指每个名称，[]指列表中的每一项",
	type: (word) => types[word] ?? word,
	oneOf: "择一",
};
