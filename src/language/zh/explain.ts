/** `tanlu explain`在各条说明之外所说的话。 */
import type { ExplainTexts } from "../explain-texts.ts";
import { list } from "./pieces.ts";

export const explain: ExplainTexts = {
	gravities: {
		error: "错误：数据不对。退出码为1；什么都算不出时为2。",
		warning: "警告：数据可用，或缺少某项依据。退出码仍为0，超过--max-warnings所限时为3。",
		note: "提示：程序作了一项选择。退出码仍为0。",
	},
	lists: {
		error: (count) => `错误（${count}种）：数据不对`,
		warning: (count) => `警告（${count}种）：数据可用，或缺少某项依据`,
		note: (count) => `提示（${count}种）：程序作了一项选择`,
	},
	columns: { code: "代码", means: "含义" },
	why: "有何影响",
	mend: "怎样处理",
	example: "示例",
	told: "程序会这样说",
	lastRow: (times) => `（最后一行重复${times}次）`,
	also: (codes) => `示例中还会出现${list(codes)}。`,
	how: "tanlu explain 代码：查看其中一种的说明和示例。",
	firstSentence: (text) => /^.*?。/.exec(text)?.[0] ?? text,
};
