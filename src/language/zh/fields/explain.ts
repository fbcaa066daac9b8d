/** In Chinese: what explain gives. */
import type { Fields } from "../../fields.ts";

export const explain: Fields["explain"] = {
	explain: { schemaVersion: "本约定的版本。", tool: "写出本结果的程序。", codes: "所问的问题：一种，或按目录次序列出全部。" },
	code: {
		code: "问题的代码。",
		gravity: "error：数据不对。warning：数据可用，或缺少某项依据。note：程序作了一项选择。",
		means: "含义。",
		why: "对该行、该年和结论的影响。",
		mend: "在表中怎样处理，以及可用的选项。",
		example: "能引出该问题的一份小数据。",
	},
	example: {
		command: "命令行，在这些文件所在的文件夹中输入。",
		files: "其中的文件。",
		also: "示例中不可避免的其他问题的代码。",
		told: "关于该问题的内容，写法与report的标准错误相同，各行以换行符分开。",
	},
	file: { name: "文件名。", text: "文件的内容。", lastRowTimes: "最后一行在文件中出现的次数：一般为1，需要长文件的问题除外。" },
};
