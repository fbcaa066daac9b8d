/** In Chinese: what whatif gives. */
import type { Fields } from "../../fields.ts";

export const whatif: Fields["whatif"] = {
	whatif: {
		schemaVersion: "本约定的版本。",
		tool: "写出本文件的工具。",
		basis: "所问和所作的选择，足以重做一遍。",
		asked: "改动的内容。",
		inputs: "所读的文件，按名称排序。",
		firms: "所显示的企业，按编号排序。",
		findings: "各表有什么错误、作了什么选择；针对所报数据。",
	},
	asked: {
		levers: "所作的改动，依次进行：以一种燃料替代另一种（热量不变）、增减某品种、绿电份额、产出。",
		months: "所改的月份，1至12。",
	},
	firm: {
		firm: "企业代码或编号。",
		name: "企业名称。",
		sector: "行业。",
		province: "省份。",
		years: "所改的年份：缺省为最近一年。",
	},
	year: {
		year: "年份。",
		hindrances: "whatIf为null的原因；不为null时为空。",
		reported: "各表所报。",
		whatIf: "假设的情形，不是所报数据；改动无法进行时为null。",
		difference: "假设减所报；没有假设时为null。",
		closing: "单独用每一项改动达到目标轨迹需要多少；没有用--close-gap时为空。",
	},
	hindrance: {
		lever: "改动。",
		reason:
			"no-carrier企业没有该品种，no-output没有产出，no-months所选月份没有数据，reaches-beyond有数跨出所选月份，no-heat-value没有低位发热量，no-factor没有排放因子。",
	},
	state: {
		reportedData: "true为所报数据，false为假设的情形。",
		fuel: "燃料燃烧。",
		process: "工业生产过程。",
		electricity: "净购入电力。",
		heat: "净购入热力。",
		emissions: "排放总量。",
		energy: "能源消费量，折标准煤。",
		output: "产出。",
		outputUnit: "产出的单位。",
		prices: "产出的价格；产品产量为null。",
		intensity: "排放总量除以产出。",
		intensityUnit: "强度的单位。",
		sinceBasePercent: "强度较基期的变化。",
		required: "企业自身目标轨迹要求的强度。",
		gap: "强度减目标值，大于零为未达要求。",
		gapPercent: "差距占目标值的百分比。",
		gapTonnes: "差距乘以产出。",
		progressPercent: "任务完成的份额。",
		verdict: "结论；不作判断的年份为null。所报年份暂不评价的，假设的情形也不评价。",
		qualifiers: "结论的限定。",
		reasons: "暂不评价的原因。",
	},
	difference: {
		emissions: "排放量之差。",
		energy: "能源之差。",
		output: "产出之差。",
		intensity: "强度之差。",
		gapPercent: "差距之差，百分点。",
	},
	closing: {
		lever: "改动。",
		state: "reaches可以达到，reached-already已在轨迹以内，cannot全部用上也达不到，unknown该年没有目标轨迹。",
		percent: "需要多少，向上进位，确保达到：某品种的减少、燃料或电力的份额、排放不变时产出的增加。",
	},
};
