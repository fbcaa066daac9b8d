/** What process materials need beyond quantity × factor, in Chinese: by the formula that seeds/process.csv states. */

const formulas: Readonly<Record<string, string>> = {
	"pure carbonate quantity × purity × conversion × factor": "碳酸盐消费量×纯度×转化率×排放因子",
	"44/56; applied to clinker × (CaO content − CaO not from carbonate)": "熟料产量×（CaO含量−非碳酸盐来源的CaO含量）×44/56",
	"44/40.3; applied to clinker × (MgO content − MgO not from carbonate)": "熟料产量×（MgO含量−非碳酸盐来源的MgO含量）×44/40.3",
	"tAl × 0.411 × (1 − S − ash) × 44/12": "原铝产量×0.411×（1−含硫量−灰分含量）×44/12",
	"tAl × 0.42 × (1 − 0.02 − 0.004) × 44/12": "原铝产量×0.42×（1−0.02−0.004）×44/12",
	"used in the anode formula": "炭阳极净耗的计算公式，本项只是其中一个参数",
	"quantity × purity (99.6 % by default) × factor": "消费量×纯度（缺省99.6%）×排放因子",
};

export function formulaName(formula: string): string {
	return formulas[formula] ?? formula;
}
