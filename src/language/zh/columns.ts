/** Columns of input tables by the Chinese name a header may bear; each name is among the spellings of seeds/columns.csv. */
import type { ColumnName } from "../../contract/tables.ts";

const names: { readonly [C in ColumnName]: string } = {
	firm: "企业",
	credit_code: "统一社会信用代码",
	firm_name: "企业名称",
	site: "厂区",
	meter: "户号",
	sector: "所属行业",
	province: "省份",
	period: "期间",
	year: "年份",
	month: "月",
	carrier: "能源品种",
	use: "用途",
	quantity: "数量",
	unit: "计量单位",
	ncv: "低位发热量",
	ncv_unit: "低位发热量单位",
	carbon_content: "单位热值含碳量",
	carbon_content_unit: "单位热值含碳量单位",
	oxidation_rate: "碳氧化率",
	emission_factor: "排放因子",
	emission_factor_unit: "排放因子单位",
	enthalpy: "焓值",
	temperature: "温度",
	period_start: "开始日期",
	period_end: "结束日期",
	purchased: "购进量",
	opening_stock: "期初库存",
	closing_stock: "期末库存",
	transferred_out: "转出量",
	delivery: "车号",
	note: "备注",
	indicator: "指标",
	product: "产品",
	prices: "价格口径",
	base_intensity: "基期碳排放强度",
	base_year: "基期年份",
	target_pct: "目标降幅",
	source: "数据来源",
	index: "价格指数",
	scope: "适用范围",
	scope_id: "适用对象",
	target_year: "目标年",
	reduction_pct: "目标降幅",
	kind: "目标类型",
	value: "目标值",
	growth_pct: "增速",
};

/** Where one table has a name of its own: what an energy table counts is consumption. */
const inTable: Readonly<Record<string, Readonly<Record<string, string>>>> = { energy: { quantity: "消费量" } };

/** The name to write into a header: 能源品种. A word that is no column stays as it is. */
export function columnName(column: string, kind = ""): string {
	return inTable[kind]?.[column] ?? (names as Readonly<Record<string, string>>)[column] ?? column;
}

/** The name with that of the contracts behind it: 能源品种（carrier）. */
export function columnTitle(column: string, kind = ""): string {
	const name = columnName(column, kind);
	return name === column ? column : `${name}（${column}）`;
}
