/** In Chinese: a report held against its tables. */
import type { Fields } from "../../fields.ts";

export const verification: Fields["verification"] = {
	verification: {
		schemaVersion: "约定的版本。",
		tool: "重新计算所用的工具。",
		report: "所核对的报告。",
		reproduced: "各数是否都重新算出，并与报告一致。",
		signature: "报告旁的签名；未给公钥的为空。",
		inputs: "报告所列的文件现在的情况。",
		changes: "工具、内置数据、规则与出具报告时不同之处。",
		figures: "比较了多少个数。",
		differences: "不一致的数，按报告的顺序。",
	},
	signature: {
		file: "签名文件。",
		key: "公钥（DER）的sha256。",
		state: "valid有效，missing没有签名，other-key另一把密钥所签，edited报告在签名后改过，malformed不是签名，invalid无效。",
	},
	verifiedInput: {
		file: "报告所写的文件名。",
		state: "same（未变）、changed（已变）、missing（缺失）。",
		reported: "报告中的sha256。",
		found: "文件现在的sha256；缺失则为null。",
	},
	change: {
		what: "version（版本）、seeds（内置数据）、rules（规则）。",
		reported: "出具报告时的。",
		now: "现在的。",
	},
	figureCounts: {
		compared: "比较的个数。",
		equal: "一致的个数。",
		different: "不一致或一方没有的个数。",
	},
	difference: {
		firm: "企业；不属于某企业则为null。",
		sector: "行业；不属于某行业则为null。",
		year: "年份。",
		figure: "报告中的键：emissions.total。",
		reported: "报告中的数；没有则为null。",
		derived: "由各表算出的数。",
		digit: "从左数第几位数字开始不同。",
	},
};
