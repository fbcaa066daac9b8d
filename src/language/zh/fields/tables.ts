/** In Chinese: the columns of input tables. */
import type { Fields } from "../../fields.ts";

const who = {
	firm: "企业代码或编号，即核算边界。有credit_code列时以该列为准；没有编号时用firm_name。",
	credit_code: "统一社会信用代码：表中有此列时以它识别企业。",
	firm_name: "企业名称：既无代码又无编号时以它识别企业。",
	sector: "行业编号、中文名、英文名或GB/T 4754代码。",
	province: "省份名称、英文名或代码。",
};

const when = {
	period: "年、季或月：2023、2023Q2、2023-06、2023年6月。",
	year: "年份，没有期间列时使用；与month合成一个期间。",
	month: "月份，1至12，与year并列。",
};

const parameters = {
	ncv: "低位发热量：GJ/t或GJ/万Nm3。",
	carbon_content: "单位热值含碳量：tC/GJ。",
	oxidation_rate: "碳氧化率：大于0、不超过1的小数。",
	emission_factor: "每单位的二氧化碳吨数，代替低位发热量、单位热值含碳量和碳氧化率。",
};

const note = "任意文字，不读取。";

const source = "依据：文件名称与日期。";

const baseIntensity = "基期碳排放强度，tCO2/万元。";

export const tables: Fields["tables"] = {
	energy: {
		title: "能源表",
		about: "谁在什么期间用了多少什么、作什么用：每个企业、期间、能源品种一行。计量单位可以单列，也可以写在表头括号里。",
		columns: {
			...who,
			site: "企业的厂区；同一能源品种在两个厂区是两条记录。",
			period_start: "数量所属期间的第一天，与结束日期配合使用，多见于账单。只在没有期间、年份列时采用。",
			period_end: "数量所属期间的最后一天，或其后一天。起止日期之间须为同一年的整月。",
			meter: "户号或表号：同一企业的各表与厂区一样，合并相加。",
			...when,
			carrier: "燃料、电力、热力或过程物料，用编号或任一名称。",
			use: "用途：consumed（消费）、sold（外销，扣减）、product（产品固碳，扣减）、feedstock（原料用能，计入过程排放）。空白为消费。",
			quantity: "消费量，单位见单位列，不小于零。空白表示缺失，不等于零。",
			unit: "消费量的计量单位：质量、气体体积、能量或电量。",
			purchased: "购进量，计量单位与消费量相同。一年中任一品种填了购进量，就按购进量判断哪些是外购的。",
			opening_stock: "期初库存量，计量单位与消费量相同。",
			closing_stock: "期末库存量，计量单位与消费量相同。",
			transferred_out: "销售、转供或上网的数量，计量单位与消费量相同；不包括在消费量内。",
			...parameters,
			ncv: "实测低位发热量：GJ/t或GJ/万Nm3，ncv_unit另有说明时从其说明。空白用缺省值。",
			ncv_unit: "ncv的单位。",
			carbon_content: "实测单位热值含碳量：tC/GJ，carbon_content_unit另有说明时从其说明。空白用缺省值。",
			carbon_content_unit: "carbon_content的单位。",
			oxidation_rate: "实测碳氧化率：大于0、不超过1的小数。空白用缺省值。",
			emission_factor: "自有排放因子：本行每单位的二氧化碳吨数。不能与ncv同时填写。",
			emission_factor_unit: "emission_factor的单位：tCO2/t、kgCO2/kWh。",
			enthalpy: "按质量计量的蒸汽或热水的焓值：kJ/kg。",
			temperature: "按质量计量的热水的温度：摄氏度。",
			delivery: "车号、单号或批次：同一天的几行此项不同的，为几次到货，合并相加。",
			note,
		},
	},
	output: {
		title: "产出表",
		about: "碳排放强度的分母：各企业各期间的工业增加值、工业总产值、营业收入或产品产量。",
		columns: {
			...who,
			...when,
			indicator:
				"value_added（工业增加值）、output_value（工业总产值）、revenue（营业收入）、production（产量）；另有规划要求的water（取水量）、solid_waste（一般工业固体废物产生量）、solid_waste_used（综合利用量）、solid_waste_rate（综合利用率）、so2、nox、cod、ammonia_nitrogen、particulates、voc、pollutants。也可写中文名。",
			product: "产品名称，指标为产量时填写。",
			quantity: "数量，单位见单位列，不小于零。空白表示缺失，不等于零。",
			unit: "数量的计量单位：金额用元类单位，产量用其他单位；用水用立方米或吨，固体废物和污染物用吨，比率用%。",
			prices: "金额的价格口径：constant-2020或current，也可写2020年不变价、当年价。空白表示未说明，此时暂不评价。",
			note,
		},
	},
	firms: {
		title: "企业表",
		about: "企业的基本信息，优先于其他表中的说法。",
		columns: {
			...who,
			base_intensity: `${baseIntensity}优先于该年各行数据。`,
			base_year: "企业自己的基期，也指明基期强度和目标属于哪个规划；空白用规划的基期。",
			target_pct: "企业自己从基期到目标年的下降率：百分数，大于0、小于100。",
			note,
		},
	},
	factors: {
		title: "排放因子表",
		about: "使用者自己的排放因子，优先于所选的公布因子。每行填三项参数，或填emission_factor。",
		columns: {
			carrier: "燃料、电力、热力或过程物料，用编号或任一名称。",
			unit: "因子所对应的计量单位：质量、气体体积、能量或电量。",
			year: "适用年份；空白为各年。",
			province: "适用省份；空白为各省。",
			...parameters,
			source,
			note,
		},
	},
	deflator: {
		title: "价格指数表",
		about: "各年价格指数，用来把当年价折成不变价；价格基准年为100。",
		columns: {
			year: "指数的年份。",
			index: "价格指数，大于零；价格基准年为100。",
			sector: "适用行业；空白为各行业。",
			source,
			note,
		},
	},
	targets: {
		title: "目标表",
		about: "对谁、从哪年到哪年、要求下降多少，依据是什么。",
		columns: {
			scope: "适用范围：all（全部）、sector（行业）、province（省份）。",
			scope_id: "哪个行业或省份；全部时空白。",
			indicator:
				"对什么提出要求：co2（空白）、energy（能耗）、water（用水量）、solid_waste_rate（工业固体废物综合利用率）、pollutants（主要污染物），或某一种污染物（so2、nox、cod、ammonia_nitrogen、particulates、voc）。",
			kind: "要求的类型：change（空白）为单位产出的下降；level为目标年应达到的水平（solid_waste_rate）；absolute为全部企业或某行业目标年的二氧化碳总量。",
			value: "下降率（同reduction_pct）或水平值的百分数；总量为吨二氧化碳。",
			unit: "下降率或水平值用%（空白）；总量用质量单位。",
			base_year: "基期；水平值和没有base_intensity的总量空白。",
			target_year: "目标年。",
			reduction_pct: "单位产出从基期到目标年的下降率：百分数，大于0、小于100。",
			base_intensity: `总量目标：基期的吨二氧化碳，轨迹由此起算。其他：行业目标轨迹的${baseIntensity}空白时用所读企业合并的强度。`,
			source,
			note,
		},
	},
	growth: {
		title: "增速表",
		about:
			"碳排放、能耗和工业增加值比上年同期增长多少，按统计部门公布的填写；`tanlu track --growth 文件`据此计算强度的升降。这里的“企业”也可以是县、市或全部工业。",
		columns: {
			firm: who.firm,
			credit_code: who.credit_code,
			firm_name: who.firm_name,
			period: "与上年同期相比的月份：2026、2026-10（只是该月）、2026年1-10月（1月起累计）。",
			year: when.year,
			month: when.month,
			indicator: "co2、energy、value_added，或其中文名称（碳排放、能耗、工业增加值）。",
			growth_pct: "增速，百分数，大于-100；增加值按可比价格。写出的位数说明其精确程度。",
			source: "依据：文件名称与日期。可以空白。",
			note,
		},
	},
};
