/** In Chinese: claims beside what the tables come to. */
import type { Fields } from "../../fields.ts";

export const comparison: Fields["comparison"] = {
	comparison: {
		schemaVersion: "本约定的版本。",
		tool: "计算所用的工具。",
		basis: "计算依据。",
		tolerance: "允许的误差，按所要求的写；null表示只看申报数写出的位数。",
		inputs: "读取的各表，包括申报表。",
		counts: "各种结果的个数。",
		claims: "每个申报数，以及全年各数中未申报的。",
		findings: "各表和申报表中的问题。",
	},
	outcomeCounts: {
		equal: "按写出的位数与计算结果相等的申报数。",
		within: "在允许误差之内的申报数。",
		outside: "超出允许误差的申报数。",
		notClaimed: "全年各数中未申报的。",
		notComputable: "没有计算结果可核对的申报数。",
		refused: "所在行未采用或互相矛盾的申报数，原因见问题。",
	},
	claim: {
		firm: "企业。",
		name: "企业名称，各表写明时。",
		period: "该数所属的月份。",
		metric: "total_co2、scope1、scope2、energy_tce、intensity或scope3。",
		outcome:
			"equal（相等）、within（误差之内）、outside（超出）、not-claimed（未申报）、not-computable（无法计算）或refused（未采用）。",
		claimed: "申报数，换算为计算结果的单位；没有可读的申报数时为null。",
		printed: "企业所写的申报数。",
		recomputed: "由各表计算的结果；未知时为null。",
		unit: "本行各数的单位。",
		difference: "申报数减计算结果。",
		differencePercent: "同上，占计算结果的百分数；计算结果为零时为null。",
		direction: "above（偏大）或below（偏小）；没有差别时为null。",
		allowed: "允许相差多少：末位的半个单位；容许误差更大时为容许误差。",
		why: "没有计算结果的原因：no-such-firm（无此企业）、no-such-period（无此期间）、not-computed（范围三）、other-denominator（另一种分母），或报告中暂不评价的原因。",
		causes: "超出的申报数可能的成因；没有相符的为空。不据此更正任何数。",
		file: "申报表；未申报时为null。",
		row: "所在的行。",
	},
	printedClaim: {
		number: "写出的数，不含千分位逗号。",
		unit: "它的单位。",
	},
	likelyCause: {
		cause:
			"scope-3-inside（总量含范围三）、carbon-for-co2（是碳，或多乘了44/12）、other-metric（另一指标）、other-prices（另一价格口径）、power-of-ten（相差10的几次方）、part-left-out（缺一部分）、other-year（另一年的数）、fuel-set（另一套燃料因子）、carrier-left-out（缺一个品种）、digits-swapped（相邻两位颠倒）、grid-factor（另一个电力因子）、carrier-power-of-ten（一个品种相差10的几次方）或digit-slip（写错一位）。",
		detail: "是哪一个：10的几次方、能源品种、因子及其地区、年份和口径、因子集、年份；只有一种可能时为空。",
		value: "按此成因会得到的数；数字写错的，是改正后的申报数。",
	},
};
