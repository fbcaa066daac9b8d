/** In Chinese: findings about single amounts and measured values. */
import type { Amount, LikelyUnit } from "../../../findings/finding.ts";
import { rowText } from "../../amounts.ts";
import type { ChapterSentences } from "../../language.ts";
import { list } from "../pieces.ts";
import { unitName } from "../units.ts";
import { amount, carrierTitle, say, subject } from "./phrases.ts";

const worth = (tonnes: Amount | null): string => (tonnes === null ? "" : `；按外购计为${amount(tonnes)}二氧化碳`);

/** The unit that would explain a value, at the end of a message. */
const orLikely = (likely: LikelyUnit | null): string =>
	likely === null ? "" : `；如果是以${unitName(likely.written)}计，则为${likely.value}（${unitName(likely.unit)}）`;

/** Values that cannot be, with their units. */
const cannotBe = {
	carbon: (value: string, unit: string) => `每${unitName(unit)}含碳${value}吨`,
	co2: (value: string, unit: string) => `按排放因子，每${unitName(unit)}排放${value}吨CO2`,
	heat: (value: string, unit: string) => `低位发热量（${unitName(`GJ/${unit}`)}）为${value}`,
	electricity: (value: string) => `按排放因子，每千瓦时排放${value}千克CO2`,
} as const;

export const values: ChapterSentences<"values"> = {
	// Suspected in single rows and measured values
	"ambiguous-separators": ({ read, otherwise, other, row }, { at }) =>
		say(
			`“${at.value}”按${read}读取，但从同一表的“${other}”（${rowText(row)}）看，也可能是${otherwise}：无法判断`,
			"本表数字一律用小数点，不写千位分隔符；所涉企业和年份暂不下结论。",
		),
	"undecided-separators": ({ read, otherwise, cells }, { at }) =>
		say(
			`“${at.value}”按${read}读取，也可能是${otherwise}：本表以分号分隔，没有可供判断的数（该年这样的数共${cells}个）`,
			"点确是小数点的，把任一数量写成不是三位小数（如1.50）；不是的，所有数字一律不写千位分隔符。",
		),
	"cut-off-value": ({ of, limit }, { at }) =>
		of === "number"
			? say(`“${at.value}”正好是某些系统整数的上限（${limit}），实际数量可能更大`, "按计量记录或台账改正；数量无误则不必处理。")
			: say(`文字正好有${limit}个字符，达到某些系统的长度上限，末尾可能被截断`, "补全文字；没有截断则不必处理。"),
	"float-dust": ({ cells }, { at }) =>
		say(
			`“${at.value}”带有二进制浮点数的尾差（该企业这一列有${cells}个单元格）`,
			"不必处理：尾差小于任何显示的位数；可在原系统中先取整再导出。",
		),
	"placeholder-amount": (_, { at }) => say(`“${at.value}”像是用来占位的数，不像计量结果`, "填写实际计量的数量；不知道的留空。"),
	"ambiguous-unit": ({ readAs, why }, { at }) =>
		why === "word"
			? say(
					`计量单位“${at.value}”有多种含义，按${unitName(readAs)}读取`,
					`确指${unitName(readAs)}的，改写为“${unitName(readAs)}”。`,
				)
			: why === "unusual"
				? say(`计量单位“${at.value}”不常用，按${readAs}读取`, "不是误写的就不必处理。")
				: say(
						`计量单位“${at.value}”没有写明是否为标准状态，按${unitName(readAs)}读取`,
						`确为标准状态的，改写为“${unitName(readAs)}”；不是的，先折算：20°C时的1立方米相当于0°C时的0.9318立方米。`,
					),
	"mixed-units": ({ what, units: written }, _, naming) =>
		say(`${subject(what, naming)}：各月用了不同的计量单位${list(written)}`, "改正填错的计量单位；各月数量与单位相符则不必处理。"),
	"output-and-energy-disagree": ({ of, carriers }, _, naming) =>
		of === "no-output"
			? say(
					`本月产出为零，而${list(carriers.map(naming.carrier))}的消费量与其他月份相当`,
					"改正产出，或改正能源消费所属的月份；确为停产待机则不必处理。",
				)
			: say(
					`本月有产出，而${list(carriers.map(naming.carrier))}的消费量为零`,
					"补填实际消费量，不知道的整行删去；确实为零则不必处理。",
				),
	"value-added-above-output": ({ valueAdded, outputValue }) =>
		say(
			`同一期间、同一价格口径的工业增加值${amount(valueAdded)}大于工业总产值${amount(outputValue)}，不可能`,
			"改正两者；可能把营业收入或工业总产值填成了工业增加值。",
		),
	"value-added-is-output": ({ of, value, other }) =>
		say(
			`工业增加值${amount(value)}与同期${of === "revenue" ? "营业收入" : "工业总产值"}分毫不差（${rowText(other)}）`,
			"请填工业增加值，即工业总产值扣除中间投入后的部分。",
		),
	"rate-as-output": ({ what, why, value, other, year }, _, naming) =>
		say(
			`${subject(what, naming)}：为${amount(value)}，而${year}年为${amount(other)}；这里填的像是${why === "growth" ? "增速等百分数" : "指数"}，不是金额`,
			"请填金额；确为实际数则不必处理。",
		),
	"series-out-of-date": ({ what, last, asOf }, _, naming) =>
		say(`${subject(what, naming)}：最后一个月是${last}，距截止日期${asOf}已久`, "补充其后各月的数据。"),
	"zero-before-month-ends": ({ what, asOf }, _, naming) =>
		say(`${subject(what, naming)}：到${asOf}本月还没有结束，却填了0`, "删去本行，等本月结束后再填；0表示确实没有。"),
	"coarse-measurement": ({ carrier, digits, least }, { at }, naming) =>
		say(
			`${naming.carrier(carrier)}：“${at.column}”列的“${at.value}”只有${digits}位有效数字，实测值应有${least}位以上`,
			"按检测报告填写全部有效数字；没有实测的留空，采用缺省值。",
		),
	"impossible-carbon": ({ carrier, of, unit, value, most, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：${cannotBe[of](value, unit)}，最多只能是${most}${orLikely(likely)}`,
			"改正本行填写的数值，或写明其计量单位。",
		),
	"rate-below-half": ({ percent, rate, other }, { at }) =>
		say(
			percent
				? `“${at.value}”在这里是百分数，即碳氧化率${rate}%，没有燃料是这样的；作为小数则是${other}`
				: `“${at.value}”是小数，即碳氧化率${rate}%，没有燃料是这样的；作为百分数则是${other}%`,
			"列名带“(%)”时填93，不带时填0.93；本行未采用。",
		),
	"low-oxidation": ({ carrier, least }, { at }, naming) =>
		say(
			`${naming.carrier(carrier)}：碳氧化率“${at.value}”低于${least}，等于很大一部分碳没有烧掉`,
			"改正碳氧化率，或留空采用缺省值；确为实测则不必处理。",
		),
	"heat-value-out-of-range": ({ carrier, value, low, high, unit, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（${unitName(unit)}）为${value}，不在${low}至${high}之间${orLikely(likely)}`,
			"改正数值、计量单位或能源品种；确为实测则不必处理。",
		),
	"factor-of-another-size": ({ carrier, value, unit, why, times, small, meant, low, high }, _, naming) => {
		const would = meant === null ? "" : `，应为${meant}`;
		const told = {
			times: `${small ? `仅为应有值的1/${times}` : `是应有值的${times}倍`}${would}`,
			carbon: `像是碳量；换算成CO2（乘44/12）应为${meant ?? ""}`,
			"carbon-twice": `像是多乘了一次44/12${would}`,
			"of-heat": `像是每吉焦的因子；按每单位${times}吉焦折算应为${meant ?? ""}`,
			"of-coal-equivalent": `像是每吨标准煤的因子；按每单位${times}吨标准煤折算应为${meant ?? ""}`,
			"all-burnt": `等于公布值未乘碳氧化率${times}${would}`,
			none: `超出该品种可能的范围${low ?? ""}至${high ?? ""}`,
		}[why];
		return say(
			`${carrierTitle(carrier, naming)}的排放因子${value}（${unitName(unit)}）${told}`,
			"改正排放因子或注明其单位；留空即采用公布的因子。确为实测则不必处理。",
		);
	},
	"coal-basis": ({ carrier, value, high }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（GJ/t）为${value}，超过收到基的上限${high}，可能是干燥基或高位发热量`,
			"改填收到基低位发热量。",
		),
	"carbon-content-out-of-range": ({ carrier, value, low, high, unit, likely }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：单位热值含碳量（${unitName(unit)}）为${value}，不在${low}至${high}之间${orLikely(likely)}`,
			"改正数值、计量单位或能源品种；确为实测则不必处理。",
		),
	"coal-carbon-out-of-range": ({ carrier, tonnes, low, high }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：每吨煤含碳${tonnes}吨，我国各排放清单为${low}至${high}吨`,
			"改正低位发热量或单位热值含碳量；确为实测则不必处理。",
		),
	"heat-and-carbon-apart": ({ carrier, heat, usualHeat, carbon, usualCarbon }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：低位发热量（GJ/t）为${heat}，通常为${usualHeat}；每吨含碳${carbon}吨，通常为${usualCarbon}吨；同一种煤的两者应同升同降`,
			"改正其中不属于同一煤样的数值。",
		),
	"may-be-own-made": ({ carrier, amount: of, from, tonnes }, _, naming) =>
		say(
			from.length === 0
				? `${naming.carrier(carrier)}：消费量比购进量与动用库存之和多${amount(of)}，当年又没有可以产生它的原料${worth(tonnes)}`
				: `${naming.carrier(carrier)}：${amount(of)}可能是本厂用同年已计入的${list(from.map(naming.carrier))}生产的${worth(tonnes)}`,
			"填写购进量，或在名称中写明来源，如外购焦炭、自产焦炭；目前按所填数量计入。",
		),
	"own-made": ({ carrier, amount: of, from, tonnes }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：${amount(of)}为本厂自产，计为零${from.length === 0 ? "" : `，其原料${list(from.map(naming.carrier))}已计入`}${worth(tonnes)}`,
			"属实则不必处理；如果是外购的，填写购进量。",
		),
	"where-from": ({ carrier, amount: of }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：消费了${amount(of)}而没有购进，当年也没有可以产生它的燃料、余热、水力、风力或光伏`,
			"填写购进量，或补填产生它所用的能源；该企业该年暂不评价。",
		),
	"not-bought": ({ carrier, amount: of }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：消费了${amount(of)}，而没有购进，也没有动用库存`,
			"补填购进量或库存，或改正品种；目前按消费量计入。",
		),
	"purchases-blank": (_, { period }) =>
		say(`表中有购进量一列，但${period}年没有大于零的数：全部按消费量计入`, "填写该年的购进量。"),
	"bought-exceeds-used": ({ carrier, bought, used }, _, naming) =>
		say(
			`${naming.carrier(carrier)}：购进减转出为${amount(bought)}，大于消费量${amount(used)}；按购进量计入`,
			"多出部分是损耗则不必处理；转供给其他单位的电量填在转出量一列。",
		),
	"balance-difference": ({ what, of, written, computed }, _, naming) =>
		say(
			of === "use"
				? `${subject(what, naming)}：合计写的是${amount(written)}，外购加自产减转出是${amount(computed)}`
				: `${subject(what, naming)}：期末库存写的是${amount(written)}，期初库存加购进减消费和转出应为${amount(computed)}`,
			"改正有误的数；平衡关系本身不改动任何数。",
		),
	"form-balance-differs": ({ what, written, computed }, _, naming) =>
		say(
			`${subject(what, naming)}：表中期末库存量为${amount(written)}，期初库存量加购进量减消费量应为${amount(computed)}；必有一数有误，该年不出数`,
			"改正有误的数。",
		),
	"gas-unlike-sector": ({ carrier, sector }, _, naming) =>
		say(
			`${carrierTitle(carrier, naming)}：${naming.sector(sector)}企业没有产生这种气体的炉子，表中也没有说明是外购`,
			"实为其他气体的，改正名称，天然气的排放约为其两倍；确为外购的，在名称前写明“外购”。",
		),
	"clinker-against-fuel": ({ clinker, burnt, least, own }) =>
		say(
			`熟料${amount(clinker)}，每吨只烧燃料${amount(burnt)}，而${own ? "本企业其他年份为" : "能耗限额国家标准的1级为"}${amount(least)}；可能把水泥或外购熟料填成了自产熟料，或漏填了燃料`,
			"请填本厂烧成的熟料量，不含水泥和外购熟料；漏填的燃料请补上。",
		),
	"process-emissions-missing": ({ product, why }) =>
		say(
			why === "kiln"
				? `燃料相对用电量如此之多，只有烧制“${product}”的窑才会有，该年却没有工业生产过程排放`
				: `生产“${product}”必有工业生产过程排放，该年却一行也没有`,
			"补填过程物料的行，没有的填0；或用--boundary energy，不计工业生产过程排放。",
		),
};
