/** What a claim is of: the words that name it, and whether they count other gases among it. */
import type { ClaimMetric } from "../domain/words.ts";

export interface NamedMetric {
	readonly metric: ClaimMetric;
	/** Of CO2 and other gases: CO2 equivalent. */
	readonly equivalent: boolean;
}

const spelt: { readonly [M in ClaimMetric]: readonly string[] } = {
	total_co2: [
		...["total_co2", "total co2", "total co2 emissions", "co2 emissions", "co2", "total emissions", "carbon emissions"],
		...["二氧化碳排放总量", "二氧化碳排放量", "碳排放总量", "碳排放量", "co2排放总量", "co2排放量", "排放总量"],
	],
	scope1: [
		...["scope1", "scope 1", "scope 1 emissions", "direct emissions", "direct co2 emissions"],
		...["范围一", "范围1", "范围一排放量", "范围1排放量", "范围一排放", "直接排放", "直接排放量"],
	],
	scope2: [
		...["scope2", "scope 2", "scope 2 emissions", "indirect emissions", "energy indirect emissions"],
		...["范围二", "范围2", "范围二排放量", "范围2排放量", "范围二排放", "间接排放", "间接排放量", "能源间接排放"],
	],
	energy_tce: [
		...["energy_tce", "energy consumption", "total energy consumption", "comprehensive energy consumption"],
		...["综合能耗", "综合能源消费量", "能源消费总量", "能源消费量", "能耗总量", "能耗"],
	],
	intensity: [
		...["intensity", "co2 intensity", "carbon intensity", "emission intensity", "emissions intensity"],
		...["碳排放强度", "二氧化碳排放强度", "碳强度", "排放强度", "单位工业增加值二氧化碳排放", "单位工业增加值碳排放"],
	],
	scope3: [
		...["scope3", "scope 3", "scope 3 emissions", "other indirect emissions"],
		...["范围三", "范围3", "范围三排放量", "范围3排放量", "其他间接排放"],
	],
};

/** Totals that count other gases by their very name. */
const ofAllGases = [
	...["total_ghg", "total ghg", "total ghg emissions", "ghg emissions", "greenhouse gas emissions"],
	...["温室气体排放总量", "温室气体排放量"],
];

/** The words that name a metric. */
export const metricWords: Readonly<Record<string, NamedMetric>> = Object.fromEntries([
	...Object.entries(spelt).flatMap(([metric, words]) =>
		words.map((word): [string, NamedMetric] => [word, { metric: metric as ClaimMetric, equivalent: false }]),
	),
	...ofAllGases.map((word): [string, NamedMetric] => [word, { metric: "total_co2", equivalent: true }]),
]);
