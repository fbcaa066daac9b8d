/** What `tanlu verify-report` says, in Chinese. */
import type { VerificationTexts } from "../verification-texts.ts";

export const verification: VerificationTexts = {
	columns: {
		whose: "企业或行业",
		year: "年份",
		figure: "项目",
		reported: "报告",
		derived: "重算",
		digit: "第几位",
		file: "文件",
		state: "现状",
	},
	states: { same: "未变", changed: "已变", missing: "缺失" },
	inputs: ({ same, all }) => `输入文件：报告所列${all}个，未变的${same}个。`,
	signature: {
		valid: (file) => `签名${file}：有效。`,
		missing: (file) => `签名${file}：没有。`,
		"other-key": (file) => `签名${file}：不是所给公钥对应的密钥签的。`,
		edited: (file) => `签名${file}：报告在签名后改过。`,
		malformed: (file) => `签名${file}：不是签名文件。`,
		invalid: (file) => `签名${file}：无效。`,
	},
	changes: {
		version: (reported, now) => `报告出自tanlu ${reported}，现在是${now}。`,
		seeds: (reported, now) => `排放因子和目标与出具报告时不同：${reported}，现在${now}。`,
		rules: (reported, now) => `规则与出具报告时不同：${reported}，现在${now}。`,
	},
	figures: ({ compared, equal, different }) => `重算${compared}个数：一致${equal}个，不一致${different}个。`,
	more: (count) => `……另有${count}个，全部见--format json。`,
	outcome: (reproduced) => (reproduced ? "报告可以重现。" : "报告不能重现。"),
};
