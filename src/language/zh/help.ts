/** Help in Chinese. */
import type { Help } from "../help.ts";
import { options } from "./options.ts";

export const help: Help = {
	program: "计算工业企业的碳排放强度及其与目标轨迹的差距：精确、不联网、可复算。",
	options,
	headings: {
		usage: "用法",
		example: "示例",
		topics: "专题",
		commands: "命令",
		command: "命令",
		options: "选项",
		limits: "说明",
		exitCodes: "退出码",
	},
	exitCodes: {
		0: "完成，可有警告",
		1: "数据有错误，其他企业照常报告",
		2: "无法运行",
		3: "所设的条件未通过",
		70: "程序本身的故障",
	},
	more: "用tanlu help 名称查看命令或专题的详细说明。",
};
