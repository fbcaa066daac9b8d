/** In Chinese: what check gives. */
import type { Fields } from "../../fields.ts";

export const check: Fields["check"] = {
	check: {
		schemaVersion: "本约定的版本。",
		tool: "写出本文件的工具。",
		inputs: "所读的文件，按名称排序。",
		rules: "对各企业检查过的规则及其结果。",
		findings: "关于数据的问题。",
	},
	rule: {
		rule: "规则编号。",
		code: "该规则所报问题的代码。",
		asked: "应检查的次数：每个企业一次，或全部企业合为一次。",
		passed: "没有发现问题的次数。",
		failed: "发现问题的次数。",
		notChecked: "未检查的次数，按原因分列：asked等于passed、failed与各项之和。",
	},
	unanswered: { why: "未检查的原因代码。", firms: "涉及的企业数。" },
	checkFindings: {
		counts: "各级问题的数量，不论列出多少；已知问题另计。",
		known: "已知并已接受的问题的数量。",
		byCode: "每种代码的问题数量，含已知问题，不论列出多少。",
		notChecked: "没有执行的规则及原因。",
		list: "问题，影响大的在前：先按级别，再按二氧化碳吨数，再按所在位置；每种代码至多一千条。",
	},
	byCode: { code: "问题代码。", count: "数量。" },
	checkFinding: { known: "接受的理由和期限；不是已知问题时为null。" },
	known: { reason: "接受的理由。", until: "接受到哪一天，年-月-日；没有期限时为null。" },
};
