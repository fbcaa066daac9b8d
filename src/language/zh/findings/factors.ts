/** In Chinese: findings about factors, of the seeds and of the user. */
import type { Amount } from "../../../findings/finding.ts";
import type { ChapterSentences } from "../../language.ts";
import { columnTitle } from "../columns.ts";
import { formulaName } from "../formulas.ts";
import { list, quoted } from "../pieces.ts";
import { unitName } from "../units.ts";
import { amount, carrierTitle, columns, rowsOf, say } from "./phrases.ts";

/** What the output table says was produced, at the end of a message. */
const madeOf = (products: readonly string[], amounts: readonly Amount[]): string =>
	amounts.length === 0
		? ""
		: `；产出表中有${list(amounts.map((one, index) => `${products[index] === "" ? "产量" : quoted(products[index] as string)}${amount(one)}`))}`;

export const factors: ChapterSentences<"factors"> = {
	"no-factor": ({ carrier, set, unit, others, name, kind }, _, naming) =>
		say(
			`因子集${set}中没有${carrierTitle(carrier, naming)}的排放因子（计量单位为${unitName(unit)}）${others.length === 0 ? "" : `；有该品种的因子集是${list(others)}`}`,
			`在本行填写${columns(["ncv", "carbon_content", "oxidation_rate"])}，或填写${columnTitle("emission_factor")}；或用--factors给出排放因子表；或写明归入哪一种：--map '${name}=${kind === "" ? "编号" : kind}'${kind === "" ? "" : "（确为该品种时）"}。`,
		),
	"no-electricity-factor": ({ province, mode }, _, naming) =>
		say(
			`按${mode}计算，${province === "" ? "省份不明的企业" : naming.province(province)}没有电力排放因子`,
			"在企业表中填写省份（province），或改用--electricity national@2021，或给出一个数值（kgCO2/kWh）。",
		),
	"not-co2": ({ material }, _, naming) =>
		say(`${naming.carrier(material)}对应的排放不是CO2，不计入碳排放强度`, "删去本行，在相应气体的清单中另行报告。"),
	"needs-more": ({ material, formula }, _, naming) =>
		say(
			`${naming.carrier(material)}不能只用消费量×排放因子计算，需要：${formulaName(formula)}`,
			"按该公式算出CO2，除以消费量，填在本行的排放因子（emission_factor）列，本行即可采用。",
		),
	"factor-partly-verified": ({ carrier }, _, naming) =>
		say(
			`${naming.carrier(carrier)}的排放因子只有一部分核对过原文`,
			"报送前与原文件核对；核对到什么程度见tanlu sources --format csv。",
		),
	"feedstock-without-products": ({ carriers, tonnes, products, amounts }, _, naming) =>
		say(
			`${list(carriers.map((one) => carrierTitle(one, naming)))}用作原料，却没有产品行说明留下多少碳${tonnes === null ? "" : `，最多${tonnes}吨CO2`}${madeOf(products, amounts)}`,
			"为每种含碳产品加一行，用途填product（填0表示没有碳留下）；或用--boundary energy。",
		),
	"carbon-stays": ({ carrier, tonnes }, _, naming) =>
		say(
			`${carrierTitle(carrier, naming)}用作原料，碳留在其用处，按零计${tonnes === null ? "" : `（${tonnes}吨CO2，单独列出）`}`,
			"不必处理；如果是燃烧，用途留空。",
		),
	"feedstock-oxidised": ({ carrier, ownFactor }, _, naming) =>
		say(
			ownFactor
				? `${carrierTitle(carrier, naming)}用作原料，是本行业的还原剂，按其自己的排放因子计入过程排放`
				: `${carrierTitle(carrier, naming)}用作原料，按本行业的方法所含的碳全部算作排放，计入过程排放`,
			"不必处理；留在产品里的碳用用途为product的行扣除。",
		),
	"more-carbon-out-than-in": ({ into, out, more }) =>
		say(
			`产品含碳折合${out}吨CO2，原料含碳折合${into}吨CO2，出的比进的多${more}吨CO2`,
			"核对产品行的吨数和单位，并核对原料是否填全；动用上年库存也会这样。",
		),
	"carbon-subtracted-twice": ({ carriers, tonnes }, _, naming) =>
		say(
			`回收的CO2和用它生产的${list(carriers.map((one) => carrierTitle(one, naming)))}都作了扣除，可能重复扣除${tonnes}吨CO2`,
			"回收的CO2用于生产该产品的，删去回收行；外销的不必处理。",
		),
	"name-of-two-meanings": ({ carrier, meanings, clinker }, _, naming) =>
		say(
			clinker
				? `${carrierTitle(carrier, naming)}抵减熟料的排放，而该年没有生产熟料；作为废物或产品不计`
				: `${carrierTitle(carrier, naming)}可能是${meanings.map((one) => carrierTitle(one, naming)).join("或")}，企业所属行业看不出是哪一种`,
			clinker
				? "补填熟料，或删去本行；如果指别的物料，写明名称。"
				: "填写企业所属行业，或填写所指的编号，或在本行填写排放因子（emission_factor）。",
		),
	"oxidation-forced": ({ set, rate }) =>
		say(`因子集${set}的方法规定碳氧化率为1，本行的${rate}未采用`, "确用这一方法则不必处理，否则用--factors改选因子集。"),
	"electricity-nearest-year": ({ used, region }, _, naming) =>
		say(
			`${region === "CN" ? "全国" : naming.province(region)}没有公布该年的电力排放因子，采用${used}年的`,
			"不必处理；如要排除电网自身的变化，用--electricity national@2021固定年份。",
		),
	"factor-row-conflict": ({ carrier, rows }, _, naming) =>
		say(`${naming.carrier(carrier)}有两个排放因子，计量单位、年份和省份都相同${rowsOf(rows)}`, "只留一个。"),
};
