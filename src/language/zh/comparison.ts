/** What `tanlu verify` says, in Chinese. */
import type { ComparisonTexts } from "../comparison-texts.ts";
import { list } from "./pieces.ts";
import { pricesName, words } from "./words.ts";

const metrics: Readonly<Record<string, string>> = words.claimMetrics;

const outcomes = {
	equal: "相等",
	within: "误差之内",
	outside: "超出误差",
	"not-claimed": "未申报",
	"not-computable": "无法计算",
	refused: "未采用",
} as const;

export const comparison: ComparisonTexts = {
	columns: {
		period: "期间",
		metric: "指标",
		claimed: "申报数",
		recomputed: "计算结果",
		unit: "单位",
		difference: "相差",
		percent: "%",
		outcome: "结果",
	},
	outcomes,
	directions: { above: "偏大", below: "偏小" },
	obstacles: {
		"no-such-firm": "各表中没有该企业",
		"no-such-period": "各表中没有该期间",
		"not-computed": "不计算范围三",
		"other-denominator": "分母不是本次计算所用的产出",
		errors: words.reasons.errors,
		"no-output": words.reasons["no-output"],
		"months-missing": words.reasons["months-missing"],
		partial: words.reasons.partial,
		"not-monthly": words.reasons["not-monthly"],
		"cannot-conclude": "数量可能是累计数",
	},
	causes: {
		"scope-3-inside": () => "含申报的范围三",
		"carbon-for-co2": (detail) => (detail === "12/44" ? "是碳，不是二氧化碳（×12/44）" : "多乘了一次44/12"),
		"other-metric": (detail) => `填的是${metrics[detail] ?? detail}`,
		"other-prices": (detail) => `产出按${pricesName(detail)}`,
		"power-of-ten": (detail) => `×${detail}，单位写错`,
		"part-left-out": (detail) => `缺${(words.parts as Readonly<Record<string, string>>)[detail] ?? detail}部分`,
		"other-year": (detail) => `是${detail}年的数`,
		"fuel-set": (detail, naming) => `按另一套燃料因子（${naming.set(detail)}）`,
		"carrier-left-out": (detail, naming) => `缺${naming.carrier(detail)}`,
		"digits-swapped": (detail) => `相邻两位数字颠倒，应为${detail}`,
		"grid-factor": (detail) => `按另一个电力因子：${detail}`,
		"carrier-power-of-ten": (detail, naming) => {
			const [carrier = "", power = ""] = detail.split(" ");
			return `${naming.carrier(carrier)}×${power}，单位写错`;
		},
		"digit-slip": (detail) => `写错一位数字，应为${detail}`,
	},
	tolerance: (asked) =>
		asked === null
			? "相等：计算结果按申报数写出的位数修约后与之相同。未给--tolerance，其余均为超出。"
			: `相等：计算结果按申报数写出的位数修约后与之相同。误差之内：与计算结果相差不超过${asked}。`,
	counts: ({ claims, of }) => `申报数${claims}个：${list(of.map(([outcome, count]) => `${outcomes[outcome]}${count}个`))}。`,
	notClaimed: (count, named) =>
		named.length > 0 ? `未申报：${list(named)}。` : `全年各数中有${count}个未申报，见--format csv。`,
	aboutCauses: "可能的成因（按它算得的数与申报数写出的各位相同，或在允许误差之内，且不像是巧合；不据此更正任何数）：",
	aboutObstacles: "无法计算的：",
	more: (count) => `还有${count}个，用--top all显示。`,
};
