/** In English: the columns of input tables. */
import type { Fields } from "../../fields.ts";

const who = {
	firm: "Code or id of the firm: the accounting boundary. credit_code wins over it, firm_name stands in for it.",
	credit_code: "Unified social credit code: identifies the firm where the table has this column.",
	firm_name: "Name of the firm: identifies it where there is neither a code nor an id.",
	sector: "A sector id, a Chinese or English name, or a code of GB/T 4754.",
	province: "A province by name, English name or code.",
};

const when = {
	period: "A year, quarter or month: 2023, 2023Q2, 2023-06, 2023年6月.",
	year: "Year, where there is no period; with month, the two are one period.",
	month: "Month, 1 to 12, beside year.",
};

const parameters = {
	ncv: "Net calorific value: GJ per t or per 10^4 Nm3.",
	carbon_content: "Carbon content: tC per GJ.",
	oxidation_rate: "Oxidation rate: a fraction above 0, at most 1.",
	emission_factor: "t CO2 per unit of the row, in place of heat value, carbon content and oxidation rate.",
};

const note = "Anything; never read.";

const source = "Who says so: a document and its date.";

const baseIntensity = "t CO2 per 10^4 yuan in the base year.";

export const tables: Fields["tables"] = {
	energy: {
		title: "Energy table",
		about:
			"Who used how much of what, when and for what: one row for each firm, period and carrier. A unit may stand in its own column or in the header in brackets.",
		columns: {
			...who,
			site: "Part of the firm; the same carrier at two sites is two entries.",
			period_start: "First day of the amount, beside period_end: of bills. Only where no column says the period.",
			period_end: "Last day of the amount, or the first behind it. From there to period_start whole months of one year must lie.",
			meter: "Number of a meter or an account, as bills have it: meters of one firm add up, like sites.",
			...when,
			carrier: "A fuel, electricity, heat or a process material, by id or by any of its names.",
			use: "What the quantity was for: consumed, sold (subtracts), product (carbon leaving in products: subtracts), feedstock (carbon that goes in without being burnt). Blank is consumed.",
			quantity: "Quantity in the unit beside it, zero or more. Blank is missing, which is not zero.",
			unit: "Unit of the quantity: of mass, gas volume, energy or electricity.",
			purchased:
				"Quantity bought, in the same unit. Where a firm fills it in for any carrier of a year, it decides what was bought.",
			opening_stock: "Stock when the period began, in the same unit.",
			closing_stock: "Stock when the period ended, in the same unit.",
			transferred_out: "Quantity sold, passed on or fed into the grid, in the same unit; no part of the quantity consumed.",
			...parameters,
			ncv: "Measured net calorific value: GJ per t or per 10^4 Nm3, unless ncv_unit says otherwise. Blank takes the default.",
			ncv_unit: "Unit of ncv.",
			carbon_content: "Measured carbon content: tC per GJ, unless carbon_content_unit says otherwise. Blank takes the default.",
			carbon_content_unit: "Unit of carbon_content.",
			oxidation_rate: "Measured oxidation rate: a fraction above 0, at most 1. Blank takes the default.",
			emission_factor: "Own factor: t CO2 per unit of the row. Not together with ncv.",
			emission_factor_unit: "Unit of emission_factor: tCO2/t, kgCO2/kWh.",
			enthalpy: "Of steam or hot water by mass: kJ per kg.",
			temperature: "Of hot water by mass: degrees Celsius.",
			delivery: "Number of a vehicle, slip or lot: rows of one day that differ in it are two deliveries, and add up.",
			note,
		},
	},
	output: {
		title: "Output table",
		about: "What the intensity is per: value added, output value, revenue or tonnes of a product, by firm and period.",
		columns: {
			...who,
			...when,
			indicator:
				"value_added, output_value, revenue or production; besides, as plans ask of them: water, solid_waste, solid_waste_used, solid_waste_rate, so2, nox, cod, ammonia_nitrogen, particulates, voc, pollutants. Or a Chinese name of one of them.",
			product: "Which product, where the indicator is production.",
			quantity: "Amount in the unit beside it, zero or more. Blank is missing, which is not zero.",
			unit: "Unit of the quantity: of yuan for money, any other for production; m3 or t for water, t for waste and pollutants, % for a rate.",
			prices:
				"Prices of money: constant-2020 or current, 2020年不变价 or 当年价. Blank is unstated, and then there is no verdict.",
			note,
		},
	},
	firms: {
		title: "Firms table",
		about: "Master data of firms; wins over what the other tables say.",
		columns: {
			...who,
			base_intensity: `${baseIntensity} Wins over the rows of that year.`,
			base_year:
				"The firm's own base year; it also names the plan that its base and target belong to. Blank is that of the plan.",
			target_pct: "The firm's own reduction from base to target year: per cent, above 0 and below 100.",
			note,
		},
	},
	factors: {
		title: "Factors table",
		about: "The user's own factors; win over the chosen published set. A row has its three parts or emission_factor.",
		columns: {
			carrier: "A fuel, electricity, heat or a process material, by id or by any of its names.",
			unit: "What the factor is per: of mass, gas volume, energy or electricity.",
			year: "The year it holds for; blank is every year.",
			province: "The province it holds for; blank is everywhere.",
			...parameters,
			source,
			note,
		},
	},
	deflator: {
		title: "Deflator table",
		about: "Price index of each year, to bring current prices to constant ones; the price year is 100.",
		columns: {
			year: "Year of the index.",
			index: "Price index, above zero; the price year is 100.",
			sector: "The sector it holds for; blank is every sector.",
			source,
			note,
		},
	},
	targets: {
		title: "Targets table",
		about: "How much is asked of whom, from which year to which, and on whose word.",
		columns: {
			scope: "Whom it is asked of: all, sector or province.",
			scope_id: "Which sector or province; blank for all.",
			indicator:
				"What it is asked of: co2 (blank), energy, water, solid_waste_rate, pollutants, or one pollutant (so2, nox, cod, ammonia_nitrogen, particulates, voc).",
			kind: "What is asked: change (blank), a fall per output; level, of solid_waste_rate, in the target year; absolute, t CO2 of all or a sector in the target year.",
			value: "Per cent of the fall (as reduction_pct) or of the level; t CO2 of an amount.",
			unit: "% (blank) of a fall or a level; a unit of mass, of an amount.",
			base_year: "Year the reduction starts from; blank for a level, and for an amount without base_intensity.",
			target_year: "Year it is to be reached in.",
			reduction_pct: "Reduction per output from base to target year: per cent, above 0 and below 100.",
			base_intensity: `Of an amount the t CO2 of the base year, where its path begins. Else Base of the sector's path: ${baseIntensity} Blank is the pooled intensity of the firms in the input.`,
			source,
			note,
		},
	},
	growth: {
		title: "Growth table",
		about:
			"By how much CO2, energy and value added grew against the same months of the year before, as an office printed it: `tanlu track --growth FILE` makes the decline of the intensity from them. A firm here may also be a county, a city or all industry.",
		columns: {
			firm: who.firm,
			credit_code: who.credit_code,
			firm_name: who.firm_name,
			period:
				"The months that are compared with the same ones of the year before: 2026, 2026-10 (that month alone), 2026年1-10月 (from January on).",
			year: when.year,
			month: when.month,
			indicator: "co2, energy or value_added, or a Chinese name of one of them.",
			growth_pct:
				"Growth in per cent, above -100; at comparable prices for value added. Its printed digits say how exactly it is known.",
			source: "Who says so: a document and its date. May be blank.",
			note,
		},
	},
};
