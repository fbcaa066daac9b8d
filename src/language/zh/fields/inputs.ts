/** In Chinese: what users write beside their tables. */
import type { Fields } from "../../fields.ts";

export const rules: Fields["rules"] = {
	rules: {
		$schema: "供编辑器使用，程序不读。",
		limits: "代替`tanlu sources limits`所列限值的数值，按限值名称。",
		gravities: "筛查规则所提问题的级别，按代码。",
		off: "不检查的规则，按编号或代码。",
	},
	changedLimit: {
		reason: "理由，列入报告。",
		value: "引号中不小于零的小数；schedule-near和schedule-far是0至1、至多两位的小数。",
	},
	changedGravity: { reason: "理由，列入报告。", value: "error、warning或note。" },
	switchedOff: { reason: "理由，列入报告。" },
};

export const baseline: Fields["baseline"] = {
	baseline: { schemaVersion: "本约定的版本。", entries: "已知的问题。" },
	entry: {
		fingerprint: "问题的指纹，由代码、企业、时期、列和单元格内容算出。",
		code: "问题的代码。",
		firm: "所涉企业；不涉及企业时为null。",
		period: "所涉时期；不涉及时期时为null。",
		reason: "接受的理由，在各种输出中列在该问题旁。",
		until: "有效期的最后一天，写作年-月-日；没有期限时为null。",
	},
};
