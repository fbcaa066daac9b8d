/**
 * Both languages, as a reader meets them: a sample of every finding and every trouble must make a sentence that is whole, tells
 * what the particulars hold, and speaks one language. The tables of samples do not compile with a code missing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type CommandCard, common, type OptionCard } from "../src/commands/command.ts";
import { commandHelp, programHelp } from "../src/commands/help-text.ts";
import { commands } from "../src/commands/index.ts";
import { cellsOf } from "../src/domain/tables.ts";
import { commandNames, indicators, tableKinds, uses } from "../src/domain/words.ts";
import { type Code, type Finding, nowhere, type Particulars, type Place } from "../src/findings/finding.ts";
import { Trouble, type TroubleCode, type TroubleParticulars } from "../src/findings/trouble.ts";
import { report } from "../src/index.ts";
import { languages } from "../src/language/index.ts";
import { type Language, type Naming, plainNaming, type Sentence } from "../src/language/language.ts";
import type { NextStep, ToldBasis } from "../src/language/report-texts.ts";
import { columnName } from "../src/language/zh/columns.ts";
import { fields as zhFields } from "../src/language/zh/fields.ts";
import { formulaName } from "../src/language/zh/formulas.ts";
import { zh } from "../src/language/zh/index.ts";
import { reference } from "../src/reference/reference.ts";
import { readIndicator, readPrices, readUse } from "../src/reference/words.ts";
import { namingOf } from "../src/views/naming.ts";
import { width } from "../src/views/width.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const book = reference();

/** The tables below, code by code: what a finding holds, and where it stands. */
interface Sample<P> {
	readonly with: P;
	readonly at?: Partial<Place>;
}
type Samples<P> = readonly [Sample<P>, ...Sample<P>[]];

const coke = { of: "carrier", carrier: "coke", use: "consumed" } as const;
const soldPower = { of: "carrier", carrier: "electricity", use: "sold" } as const;
const valueAdded = { of: "indicator", indicator: "value_added", prices: "constant-2020" } as const;
const anyValueAdded = { of: "indicator", indicator: "value_added", prices: "unstated" } as const;
const allEnergy = { of: "all-energy" } as const;
const index2023 = { of: "column", column: "index", year: "2023" } as const;
const baseColumn = { of: "column", column: "base_intensity", year: "" } as const;
const rows = ["甲.csv:17", "乙.csv:23"];

/** A slip that two causes explain, told by one comparison. */
const slipped = (
	why: Particulars["suspected-unit-slip"]["why"],
	usual: string,
	usualUnit: string,
): Particulars["suspected-unit-slip"] => ({
	...{ what: coke, why, usual, usualUnit, ratio: "9800.5", unit: "t" },
	causes: [
		{ factor: "10^4", given: "t", under: "10^4 t", wouldBe: "380.3" },
		{ factor: "10", given: "", under: "", wouldBe: "3803" },
	],
});

const findingSamples: { readonly [C in Code]: Samples<Particulars[C]> } = {
	"missing-column": [
		{ with: { kind: "energy", missing: "carrier", nearest: "能原品种", have: ["企业", "期间", "能原品种"] } },
		{ with: { kind: "output", missing: "quantity", nearest: "", have: ["firm", "period"] } },
	],
	"duplicate-column": [{ with: { meaning: "carrier", other: "品种" }, at: { column: "燃料" } }],
	"unknown-column": [
		{ with: { near: [] }, at: { column: "颜色" } },
		{ with: { near: ["quantity"] }, at: { column: "Quantty" } },
	],
	"ragged-row": [{ with: { expected: 7, found: 5 } }],
	"unclosed-quote": [{ with: { skippedLines: 1 } }, { with: { skippedLines: 312 } }],
	"nul-byte": [{ with: {} }],
	"same-file": [{ with: { other: "copy.csv" } }],
	"no-data": [{ with: {} }],
	"title-lines": [{ with: { rows: 1 } }, { with: { rows: 3 } }],
	"firm-from-title": [{ with: { firm: "甲厂" }, at: { value: "单位：甲厂" } }],
	"year-from-title": [{ with: { year: "2023" }, at: { value: "2023年度台账" } }],
	"unit-from-title": [{ with: { unit: "万元" }, at: { value: "（万元）" } }],
	"repeated-header": [{ with: {} }],
	"header-changed": [{ with: { words: ["企业", "期间", "品种"] } }],
	"note-row": [{ with: {}, at: { value: "注：含自备电厂" } }],
	"blank-rows": [{ with: { rows: 1 } }, { with: { rows: 4 } }],
	"filled-down": [{ with: { columns: ["firm", "period"] } }],
	"blank-column": [
		{ with: { rows: 12, firms: 1 }, at: { column: "原煤(吨)" } },
		{ with: { rows: 36, firms: 3 }, at: { column: "原煤(吨)" } },
	],
	"total-differs": [{ with: { what: coke, printed: "1381.2 t", summed: "1371.2 t" } }],
	"mixed-newlines": [{ with: { kinds: ["CRLF", "LF"] } }],
	"cell-too-long": [{ with: { length: 2097180, most: 32767 } }],
	"missing-firm": [{ with: {} }],
	"missing-cell": [{ with: { what: "period" } }, { with: { what: "source" } }],
	"bad-period": [
		{ with: { why: "october-or-january" }, at: { value: "2021.1" } },
		{ with: { why: "form" }, at: { value: "去年" } },
		{ with: { why: "form" }, at: { value: "" } },
		{ with: { why: "no-such-month" }, at: { value: "2023年13月" } },
		{ with: { why: "day-number" }, at: { value: "45170" } },
		{ with: { why: "month-name" }, at: { value: "Sep-23" } },
		{ with: { why: "range" }, at: { value: "2023年1-10月" } },
		{ with: { why: "short-year" }, at: { value: "23/12" } },
		{ with: { why: "no-year" }, at: { value: "3月" } },
		{ with: { why: "chinese-numerals" }, at: { value: "二〇二三年十一月" } },
	],
	"future-month": [{ with: { asOf: "2026-03-31" }, at: { value: "2026-07" } }],
	"unknown-carrier": [
		{ with: { near: ["烟煤"] }, at: { value: "烟媒" } },
		{ with: { near: ["coke", "焦炭"] }, at: { value: "cokes" } },
		{ with: { near: [] }, at: { value: "木屑" } },
	],
	"carrier-read-as": [{ with: { carrier: "electricity" }, at: { value: "电力（尿素）" } }],
	"carrier-mapped": [{ with: { carrier: "bituminous-coal" }, at: { value: "原煤" } }],
	"total-row": [
		{ with: { check: "agrees" }, at: { value: "合计" } },
		{ with: { check: "differs" }, at: { value: "合计" } },
		{ with: { check: "not-checked" }, at: { value: "综合能源消费量" } },
	],
	"baseline-expired": [{ with: { code: "same-file", reason: "2024年已核", until: "2025-12-31" } }],
	"baseline-unused": [{ with: { code: "same-file", reason: "2024年已核" } }],
	"may-include-own-generation": [{ with: { carrier: "electricity" }, at: { value: "用电量" } }],
	"unknown-use": [{ with: { known: ["consumed", "sold", "product", "feedstock"] }, at: { value: "送人" } }],
	"unknown-indicator": [
		{ with: { near: ["工业增加值"], known: ["value_added", "output_value", "revenue", "production"] }, at: { value: "增加直" } },
	],
	"missing-product": [{ with: {} }],
	"unknown-sector": [
		{ with: { near: ["钢铁"] }, at: { value: "刚铁" } },
		{ with: { near: [] }, at: { value: "C99" } },
	],
	"unknown-province": [{ with: { near: ["河北"] }, at: { value: "合北" } }],
	"unknown-prices": [{ with: { known: ["constant-2020", "2020年不变价", "current", "当年价"] }, at: { value: "市价" } }],
	"constant-year-assumed": [{ with: { prices: "constant-2020" }, at: { value: "不变价" } }],
	"two-sectors": [{ with: { sectors: ["building_materials", "steel"] } }],
	"differs-between-rows": [
		{ with: { what: "firm_name", values: ["甲厂", "甲厂有限"], used: "甲厂" } },
		{ with: { what: "province", values: ["Hebei", "Shanxi"], used: "Hebei" } },
	],
	"master-data-differs": [{ with: { what: "sector", values: ["building_materials"], used: "steel" } }],
	"bad-credit-code": [
		{ with: { fault: { why: "lost-digits" } }, at: { value: "9.13E+17" } },
		{ with: { fault: { why: "old-number" } }, at: { value: "130209000012345" } },
		{ with: { fault: { why: "length", length: 17 } }, at: { value: "913716256P28R5D18" } },
		{ with: { fault: { why: "length", length: 1 } }, at: { value: "—" } },
		{ with: { fault: { why: "letter", letter: "O" } }, at: { value: "91130209MAOH5W3U7C" } },
		{ with: { fault: { why: "check", due: "4" } }, at: { value: "9132021307Q41C8655" } },
		{ with: { fault: { why: "organisation", due: "6" } }, at: { value: "91330281MA9X7K2T7R" } },
	],
	"credit-code-respelt": [{ with: { read: "9132021307Q41C8654" }, at: { value: "'9132021307q41c8654" } }],
	"control-character": [{ with: { letters: ["U+001B", "U+0007"] }, at: { value: "\u001b]0;甲厂\u0007" } }],
	"invisible-character": [{ with: { letters: ["U+202E"] }, at: { value: "甲厂\u202e" } }],
	"formula-like-text": [{ with: {}, at: { value: "=1+2" } }],
	"two-names-one-code": [{ with: { names: ["甲厂", "甲厂有限"], used: "甲厂" } }],
	"one-name-two-codes": [{ with: { name: "甲厂", codes: ["9132021307Q41C8654", "913716256P28R5D185"] } }],
	"missing-unit": [{ with: { wanted: [] } }, { with: { wanted: ["t", "10^4 Nm3", "GJ", "tce"] } }],
	"unknown-unit": [{ with: { near: ["万吨"] }, at: { value: "万顿" } }],
	"wrong-unit-kind": [
		{ with: { what: "electricity", wanted: ["kWh", "10^4 kWh", "MWh"] }, at: { value: "公斤" } },
		{ with: { what: "money", wanted: ["10^4 CNY", "万元", "CNY"] }, at: { value: "公斤" } },
		{ with: { what: "production", wanted: ["t", "10^4 t"] }, at: { value: "亿元" } },
		{ with: { what: "ncv", wanted: ["GJ/t"] }, at: { value: "公斤" } },
	],
	"unit-disagrees": [{ with: { inHeader: "万千瓦时" }, at: { value: "度" } }],
	"foreign-currency": [{ with: {}, at: { value: "HKD" } }],
	"energy-unit": [{ with: { carrier: "diesel" } }],
	"mixed-dimensions": [{ with: { units: ["t", "10^4 Nm3"] } }],
	"bad-number": [
		{ with: { why: "grammar" }, at: { value: "12x" } },
		{ with: { why: "groups" }, at: { value: "1,23" } },
		{ with: { why: "full-width-comma" }, at: { value: "1，234" } },
		{ with: { why: "too-long" }, at: { value: "1234567890123456789012345678901" } },
		{ with: { why: "formula" }, at: { value: "=A1*2" } },
		{ with: { why: "spreadsheet-error" }, at: { value: "#REF!" } },
	],
	"missing-quantity": [
		{ with: {}, at: { value: "" } },
		{ with: {}, at: { value: "n/a" } },
	],
	"negative-quantity": [{ with: {}, at: { value: "-3.2" } }],
	"thousands-separators": [{ with: { read: "1234.5" }, at: { value: "1,234.5" } }],
	"full-width": [{ with: { read: "12" }, at: { value: "１２" } }],
	"spaces-trimmed": [{ with: { read: "34" }, at: { value: " 34 " } }],
	"spreadsheet-exponent": [{ with: { read: "120000", digits: 3 }, at: { value: "1.20E+05" } }],
	"bad-parameter": [
		{ with: { wanted: "above-zero" }, at: { value: "0", column: "热值" } },
		{ with: { wanted: "fraction" }, at: { value: "98", column: "氧化率" } },
		{ with: { wanted: "zero-or-more" }, at: { value: "-1", column: "排放因子" } },
		{ with: { wanted: "whole-year" }, at: { value: "20", column: "年" } },
		{ with: { wanted: "percent" }, at: { value: "108.1", column: "指数" } },
	],
	"factor-and-parts": [{ with: { parts: ["ncv", "oxidation_rate"] } }],
	"parameter-unused": [{ with: { carrier: "electricity" }, at: { column: "热值" } }],
	"heat-content-missing": [{ with: { carrier: "steam" } }],
	"ambiguous-separators": [{ with: { other: "1,5", row: 23 }, at: { value: "1,234" } }],
	"cut-off-value": [{ with: { of: "number", limit: "65535" }, at: { value: "65535" } }, { with: { of: "text", limit: "255" } }],
	"float-dust": [
		{ with: { cells: 1 }, at: { value: "0.30000000000000004" } },
		{ with: { cells: 12 }, at: { value: "0.30000000000000004" } },
	],
	"placeholder-amount": [{ with: {}, at: { value: "9999" } }],
	"ambiguous-unit": [
		{ with: { readAs: "kWh", why: "word" }, at: { value: "度" } },
		{ with: { readAs: "10^4 Nm3", why: "conditions" }, at: { value: "万立方米" } },
		{ with: { readAs: "10^7 CNY", why: "unusual" }, at: { value: "千万元" } },
	],
	"mixed-units": [{ with: { what: coke, units: ["kg", "吨"] } }],
	"output-and-energy-disagree": [
		{ with: { of: "no-output", carriers: ["coke", "electricity"] } },
		{ with: { of: "no-energy", carriers: ["coke"] } },
	],
	"value-added-above-output": [{ with: { valueAdded: "1200 10^4 CNY", outputValue: "1100.5 10^4 CNY" } }],
	"series-out-of-date": [
		{ with: { what: allEnergy, last: "2025-09", asOf: "2026-03-31" } },
		{ with: { what: anyValueAdded, last: "2025-09", asOf: "2026-03-31" } },
	],
	"zero-before-month-ends": [{ with: { what: coke, asOf: "2026-03-15" } }, { with: { what: valueAdded, asOf: "2026-03-15" } }],
	"coarse-measurement": [
		{ with: { carrier: "anthracite", digits: 1, least: "3" }, at: { value: "2E+1", column: "热值" } },
		{ with: { carrier: "anthracite", digits: 2, least: "3" }, at: { value: "24", column: "热值" } },
	],
	"impossible-carbon": [
		{ with: { carrier: "anthracite", of: "carbon", tonnes: "1.2", most: "1", likely: null } },
		{
			with: {
				carrier: "anthracite",
				of: "carbon",
				tonnes: "151.195",
				most: "1",
				likely: { written: "kcal/kg", value: "23.0274", unit: "GJ/t" },
			},
		},
		{ with: { carrier: "diesel", of: "co2", tonnes: "31.45", most: "3.6667", likely: null } },
	],
	"low-oxidation": [{ with: { carrier: "anthracite", least: "0.8" }, at: { value: "0.55" } }],
	"heat-value-out-of-range": [
		{ with: { carrier: "lignite", value: "4.2", low: "8.92", high: "21.0", unit: "GJ/t", likely: null } },
		{
			with: {
				carrier: "natural-gas",
				value: "8500",
				low: "311",
				high: "468",
				unit: "GJ/10^4 Nm3",
				likely: { written: "kcal/Nm3", value: "355.878", unit: "GJ/10^4 Nm3" },
			},
		},
	],
	"coal-basis": [{ with: { carrier: "lignite", value: "25.4", high: "21.0" } }],
	"carbon-content-out-of-range": [
		{ with: { carrier: "diesel", value: "0.0302", low: "0.0181", high: "0.0223", unit: "tC/GJ", likely: null } },
		{
			with: {
				carrier: "diesel",
				value: "20.2",
				low: "0.0181",
				high: "0.0223",
				unit: "tC/GJ",
				likely: { written: "tC/TJ", value: "0.0202", unit: "tC/GJ" },
			},
		},
	],
	"coal-carbon-out-of-range": [{ with: { carrier: "anthracite", tonnes: "0.81", low: "0.491", high: "0.746" } }],
	"heat-and-carbon-apart": [
		{
			with: { carrier: "anthracite", heat: "26.1", usualHeat: "24.4", carbon: "0.61", usualCarbon: "0.67" },
		},
	],
	"by-product-gas": [
		{ with: { carrier: "coke-oven-gas", from: [], rows: null }, at: { value: "焦炉煤气（自产自用）" } },
		{ with: { carrier: "coke-oven-gas", from: ["cleaned-coal", "coking-coal"], rows: 12 } },
		{ with: { carrier: "coke-oven-gas", from: ["cleaned-coal"], rows: 1 } },
	],
	"process-emissions-missing": [{ with: { product: "水泥熟料" } }],
	"repeated-entry": [
		{ with: { times: 3, what: coke, first: "energy.csv:2" } },
		{ with: { times: 2, what: soldPower, first: "energy.csv:2" } },
	],
	"repeats-added": [{ with: { times: 3, what: valueAdded } }],
	"conflicting-entries": [
		{ with: { what: coke, values: ["100 t", "120.5 t"], rows } },
		{ with: { what: index2023, values: ["108.1", "108.2"], rows } },
		{ with: { what: baseColumn, values: ["2.1", "2.2"], rows } },
	],
	"whole-and-parts": [{ with: { what: coke, whole: "2023" } }],
	"whole-equals-parts": [{ with: { what: coke, whole: "2023" } }],
	"whole-against-parts": [{ with: { what: soldPower, whole: "5000 kWh", parts: "4999.5 kWh", rows } }],
	"months-missing": [
		{ with: { what: coke, months: "2023-02, 2023-05" } },
		{ with: { what: anyValueAdded, months: "2023-12" } },
		{ with: { what: allEnergy, months: "2023-12" } },
	],
	"partial-year": [{ with: { months: 7 } }],
	"unit-slip": [
		{ with: { what: coke, usual: "120.5 t", ratio: "10000", cause: "10^4" }, at: { value: "1205000" } },
		{ with: { what: soldPower, usual: "31 GJ", ratio: "0.001", cause: "10^-3" }, at: { value: "0.031" } },
	],
	"no-factor": [
		{ with: { carrier: "raw-coal", set: "ndrc-guidelines", unit: "t", others: [] } },
		{ with: { carrier: "lignite", set: "mee-2024", unit: "10^4 Nm3", others: ["ipcc-2006", "gbt-32151"] } },
	],
	"no-electricity-factor": [
		{ with: { province: "", mode: "provincial" } },
		{ with: { province: "Hebei", mode: "provincial@2021" } },
	],
	"not-co2": [{ with: { material: "adipic-acid-n2o" } }],
	"needs-more": [
		{
			with: {
				material: "carbonate-caco3",
				formula: "pure carbonate quantity × purity × conversion × factor",
			},
		},
	],
	"factor-partly-verified": [{ with: { carrier: "coke", mark: "partial" } }],
	"oxidation-forced": [{ with: { set: "mee-steel-2024", rate: "0.93" } }],
	"electricity-nearest-year": [{ with: { used: 2021, region: "CN" } }, { with: { used: 2022, region: "Hebei" } }],
	"factor-row-conflict": [{ with: { carrier: "coke", rows } }],
	"prices-not-constant": [
		{ with: { prices: "current", wanted: "constant-2020" } },
		{ with: { prices: "unstated", wanted: "constant-2015" } },
	],
	"mixed-prices": [
		{ with: { prices: ["constant-2020", "current"], indicator: "value_added", years: [] } },
		{ with: { prices: ["constant-2020", "current"], indicator: "output_value", years: [2020, 2021] } },
	],
	"prices-asserted": [{ with: { prices: "constant-2020", stated: "unstated" } }],
	"current-equals-constant": [{ with: { prices: "constant-2020" } }],
	"constant-wins": [{ with: {} }],
	"deflator-year-missing": [{ with: { sector: "" } }, { with: { sector: "steel" } }],
	"boundary-changed": [{ with: { base: 2020, present: true } }, { with: { base: 2020, present: false } }],
	"part-changed": [
		{ with: { part: "heat", base: 2020, present: true } },
		{ with: { part: "electricity", base: 2020, present: false } },
	],
	"no-base": [{ with: { base: 2020 } }],
	"no-output": [
		{ with: { indicator: "value_added", zero: true } },
		{ with: { indicator: "value_added", zero: false } },
		{ with: { indicator: "production", zero: false } },
	],
	"base-intensity-differs": [{ with: { stated: "2.43", computed: "2.427754627600" } }],
	"base-unusable": [{ with: { base: 2020, reason: "months-missing" } }, { with: { base: 2025, reason: { notBefore: 2024 } } }],
	"total-not-positive": [{ with: { total: "-12.5" } }],
	"national-target-used": [{ with: { province: "" } }, { with: { province: "Hebei" } }],
	"not-pooled": [{ with: { prices: "constant-2015", wanted: "constant-2020" } }],
	"pooled-figures-withheld": [{ with: {} }],
	"target-row-conflict": [{ with: { rows } }],
	"month-unlike-history": [
		{ with: { what: coke, usual: "1170 t", ratio: "2.04", season: false, months: 11 }, at: { value: "2386.8" } },
		{ with: { what: soldPower, usual: "38800 kWh", ratio: "0.41", season: true, months: 2 }, at: { value: "1.59" } },
	],
	"year-on-year-change": [
		{ with: { what: coke, lastYear: 2022, before: "150.43", now: "17185.86", unit: "t", percent: "11324.5" } },
		{ with: { what: null, lastYear: 2021, before: "2.5", now: "1.6", unit: "tCO2/10^4 CNY", percent: "-36" } },
	],
	"step-change": [{ with: { what: coke, months: 6, after: "2.1", before: "1.02" } }],
	"energy-against-output": [{ with: { what: coke, energy: "0.4", output: "-35.2", expected: "-28.1" } }],
	"repeated-amount": [{ with: { what: coke, amount: "1169.3 t", months: 6, to: "2023-12" } }],
	"unchanged-measurement": [
		{ with: { what: coke, parameter: "ncv", measured: "28.117", months: 2, to: "2023-05" } },
		{ with: { what: coke, parameter: "carbon_content", measured: "0.02941", months: 12, to: "2023-12" } },
	],
	"copied-year": [
		{ with: { what: coke, lastYear: 2022, months: 12, shift: "none" } },
		{ with: { what: coke, lastYear: 2022, months: 11, shift: "later" } },
		{ with: { what: coke, lastYear: 2022, months: 11, shift: "earlier" } },
	],
	"fixed-multiple-of-output": [{ with: { what: coke, multiple: "0.325", unit: "t", per: "10^4 CNY", months: 12 } }],
	"round-amounts": [
		{ with: { what: coke, multiple: "100", round: 10, months: 12 } },
		{ with: { what: coke, multiple: "1000", round: 12, months: 12 } },
	],
	"shared-series": [
		{
			with: { what: coke, parameter: "", other: "甲厂", row: "甲.csv:17", months: 9, to: "2023-09", stretches: 1 },
		},
		{ with: { what: coke, parameter: "ncv", other: "甲厂", row: "甲.csv:17", months: 9, to: "2023-09", stretches: 4 } },
	],
	"suspected-unit-slip": [
		{ with: slipped("own-months", "388", "t"), at: { value: "380.3" } },
		{ with: slipped("other-years", "388", "t") },
		{ with: slipped("power-share", "0.01", "") },
		{ with: slipped("sector", "0.52", "tce/10^4 CNY") },
		{
			with: {
				...slipped("own-months", "360", "GJ"),
				unit: "GJ",
				causes: [
					{ factor: "3.6", given: "kWh", under: "MJ", wouldBe: "357.7" },
					{ factor: "44/12", given: "C", under: "CO2", wouldBe: "364.3" },
				],
			},
			at: { value: "99.36" },
		},
	],
	"not-listed": [{ with: { codes: ["bad-number", "full-width"], kept: 1000 } }],
};

const option = "--per";
const troubleSamples: { readonly [C in TroubleCode]: readonly [TroubleParticulars[C], ...TroubleParticulars[C][]] } = {
	"bad-rules-file": [
		{ file: "tanlu.rules.json", where: "", wanted: "JSON" },
		{ file: "tanlu.rules.json", where: "limits.slip-ratio.value", wanted: "60" },
	],
	"bad-baseline": [
		{ file: "known.json", where: "", wanted: "JSON" },
		{ file: "known.json", where: "entries[0].reason", wanted: "60" },
	],
	"two-rules-files": [{ files: ["a/tanlu.rules.json", "b/tanlu.rules.json"] }],
	"option-needs": [{ option: "--write-baseline", needs: "--reason" }],
	usage: [{ message: "something the parser says" }],
	"unknown-choice": [
		{ option, value: "增加值", known: ["value-added", "revenue"], near: [] },
		{ option, value: "valueadded", known: ["value-added", "revenue"], near: ["value-added"] },
		{ option: "--map", value: "烟媒", known: ["a carrier id or name"], near: ["烟煤"] },
	],
	"bad-option": [
		{ option: "--prices", value: "x1", wanted: "constant-prices", detail: "" },
		{ option: "--year", value: "x1", wanted: "year", detail: "" },
		{ option: "--map", value: "x1", wanted: "mapping", detail: "" },
		{ option: "--map", value: "x1", wanted: "one-carrier", detail: "coke" },
		{ option: "--kind", value: "x1", wanted: "kind", detail: "" },
		{ option: "--as-of", value: "x1", wanted: "date", detail: "" },
		{ option: "--factors", value: "x1", wanted: "one-set", detail: "" },
		{ option: "--width", value: "x1", wanted: "whole-number", detail: "20-1000" },
		{ option: "--top", value: "x1", wanted: "number-or-all", detail: "" },
		{ option: "--electricity", value: "x1", wanted: "electricity", detail: "" },
		{ option: "--bom", value: "json", wanted: "csv-only", detail: "" },
	],
	"unknown-code": [
		{ word: "missing-month", near: ["months-missing"] },
		{ word: "x-y", near: [] },
	],
	"unknown-option": [
		{ option: "--yera", near: ["--year"] },
		{ option: "--xyz", near: [] },
	],
	"option-needs-value": [{ option: "--firm" }],
	"unknown-command": [
		{ word: "reprot", near: ["report"], file: false },
		{ word: "做报告", near: [], file: false },
		{ word: "energy.csv", near: [], file: true },
	],
	"too-many-operands": [{ most: 0 }, { most: 1 }],
	"would-overwrite": [{ files: ["energy.csv"] }, { files: ["energy.csv", "output.csv"] }],
	"cannot-open": [
		{ file: "energy.csv", why: "missing", detail: "" },
		{ file: "", why: "missing", detail: "" },
		{ file: "data", why: "folder", detail: "" },
		{ file: "energy.csv", why: "denied", detail: "" },
		{ file: "energy.csv", why: "other", detail: "EIO: i/o error" },
	],
	"cannot-write": [
		{ file: "out/report.csv", why: "missing", detail: "" },
		{ file: "out", why: "folder", detail: "" },
		{ file: "out", why: "not-a-folder", detail: "" },
		{ file: "report.csv", why: "denied", detail: "" },
		{ file: "report.csv", why: "other", detail: "ENOSPC: no space left" },
	],
	"mixed-encodings": [{ file: "energy.csv", utf8Line: 1, otherLine: 7, otherOffset: 345 }],
	"cannot-decode": [
		{ file: "energy.csv", encoding: "gb18030", offset: 1234 },
		{ file: "energy.csv", encoding: "utf-16le", offset: null },
	],
	"not-recognised": [
		{ file: "energy.csv", header: [], near: [] },
		{ file: "energy.csv", header: ["企页", "数两"], near: ["企业", "数量"] },
	],
	"not-a-table": [
		{ file: "a.xlsx", what: "empty" },
		{ file: "a.xlsx", what: "workbook" },
		{ file: "a.xlsx", what: "compressed" },
	],
	"damaged-gzip": [
		{ file: "energy.csv.gz", why: "cut-off" },
		{ file: "energy.csv.gz", why: "damaged" },
	],
	"out-is-input": [{ option: "--out", file: "energy.csv" }],
	"no-rows": [{ files: ["energy.csv", "output.csv"] }],
	"no-files": [{}],
	"no-table-in-folder": [{ folder: "data" }],
	"no-file-matches": [{ pattern: "data/*.csv" }],
	"bad-reference-table": [{ files: ["factors.csv"] }],
	"market-based-needs-national": [{ mode: "provincial@2021" }],
	"kind-names-no-file": [{ file: "energy.csv" }],
};

/** Particulars that pick a sentence and are not words of it, or that a language leaves out on purpose. */
const notWords: readonly string[] = ["of", "why", "wanted", "check", "shift"];
const leftOut: Readonly<Record<string, readonly string[]>> = {
	en: ["factor-partly-verified.mark"],
	// An English sentence of the seeds, and a formula that is told in Chinese.
	zh: ["factor-partly-verified.mark", "needs-more.formula"],
};
/** Words of ours among the particulars, and what they are in a language. */
const ours: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	en: { CN: "the nation" },
	zh: {
		CN: "全国",
		money: "金额",
		production: "产量",
		"a carrier id or name": "能源品种的编号或名称",
		"2020年不变价": "2020年不变价",
	},
};

interface Told {
	readonly language: Language;
	readonly code: string;
	readonly number: number;
	/** Message and remedy; of a trouble the one line. */
	readonly texts: readonly string[];
	readonly particulars: unknown;
	readonly at: Place;
}

const namingIn = (language: Language): Naming => (language.namesInMessages ? namingOf(language, book) : plainNaming);

function findingTold(language: Language, code: Code): Told[] {
	return findingSamples[code].map((sample: Sample<unknown>, number) => {
		const at: Place = { ...nowhere, ...sample.at };
		const found = { code, at, firm: "F1", period: "2023", with: sample.with } as unknown as Finding;
		const { message, remedy }: Sentence = language.tell(found, namingOf(language, book));
		return { language, code, number, texts: [message, remedy], particulars: sample.with, at };
	});
}

function troubleTold(language: Language, code: TroubleCode): Told[] {
	return troubleSamples[code].map((particulars, number) => {
		const trouble = new Trouble(code, particulars as never);
		return { language, code, number, texts: [language.explainTrouble(trouble)], particulars, at: nowhere };
	});
}

const told: readonly Told[] = languages.flatMap((language) => [
	...(Object.keys(findingSamples) as Code[]).flatMap((code) => findingTold(language, code)),
	...(Object.keys(troubleSamples) as TroubleCode[]).flatMap((code) => troubleTold(language, code)),
]);
const inLanguage = (id: string): Told[] => told.filter(({ language }) => language.id === id);

/** Texts and numbers of the particulars, each with the key it stands under. */
function leaves(value: unknown, key = ""): (readonly [key: string, text: string])[] {
	if (typeof value === "string" || typeof value === "number") return [[key, String(value)]];
	if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([name, item]) => leaves(item, name));
}

/** What a word of the particulars may be called in a language: itself first. */
function namesOf(text: string, language: Language): string[] {
	const { words } = language;
	const naming = namingIn(language);
	const lists: readonly Readonly<Record<string, string>>[] = [
		words.tables,
		words.uses,
		words.indicators,
		words.parts,
		words.reasons,
		ours[language.id] ?? {},
	];
	return [
		text,
		naming.carrier(text),
		naming.sector(text),
		naming.province(text),
		words.unit(text),
		...(/^(constant-\d{4}|current|unstated)$/.test(text) ? [words.prices(text as "current")] : []),
		...(language.id === "zh" ? [columnName(text), columnName(text, "energy")] : []),
		...lists.flatMap((list) => list[text] ?? []),
	];
}

/** Whether a sentence tells a text: as it is, by its name, or an amount, a range and a list by their parts. */
function tells(sentence: string, text: string, language: Language): boolean {
	const low = sentence.toLowerCase();
	if (namesOf(text, language).some((name) => low.includes(name.toLowerCase()))) return true;
	const parts = /^([\d.]+) (\S.*)$/.exec(text) ?? /^(\d+)-(\d+)$/.exec(text) ?? /^([^ ]+), ([^ ]+)$/.exec(text);
	return parts?.slice(1).every((half) => tells(sentence, half, language)) ?? false;
}

/** A text without some words, the longest first; a word in Latin letters or digits only where it stands alone. */
function without(text: string, known: readonly string[]): string {
	return known
		.filter((word) => word !== "")
		.sort((a, b) => b.length - a.length)
		.reduce((rest, word) => {
			const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
			return rest.replace(
				new RegExp(`${/^\w/.test(word) ? "(?<![\\w@])" : ""}${escaped}${/\w$/.test(word) ? "(?!\\w)" : ""}`, "g"),
				"",
			);
		}, text);
}

/** A sentence without what it quotes from particulars and place. */
function ownWords({ texts, particulars, at }: Told): string {
	return without(texts.join("\n"), [...leaves(particulars).map(([, leaf]) => leaf), at.value, at.column]);
}

const name = ({ language, code, number }: Told): string => `${language.id} ${code} ${number}`;
const wrong = (list: readonly Told[], isWrong: (one: Told) => unknown): string[] =>
	list.flatMap((one) => {
		const found = isWrong(one);
		return found === false || (Array.isArray(found) && found.length === 0)
			? []
			: [`${name(one)}: ${one.texts.join(" | ")}${Array.isArray(found) ? ` <- ${found.join(", ")}` : ""}`];
	});

const chinese = /[㐀-鿿]/;

describe("a sentence of a finding or a trouble", () => {
	it("is there, in one line, with nothing unfilled", () => {
		const broken = /\n|\$\{|\bundefined\b|\bnull\b|\bNaN\b|\[object|^\s|\s$| {2}|\(\)|''\s*,|（）|“”|，，|、、|。。|？。|：：/;
		const allowed = ({ code, texts }: Told): boolean => code === "cannot-open" && texts[0]?.startsWith("''") === true;
		expect(wrong(told, (one) => !allowed(one) && one.texts.some((text) => text === "" || broken.test(text)))).toEqual([]);
	});

	it("tells the user's text and numbers, wherever they stand", () => {
		const silent = ({ language, code }: Told, key: string): boolean =>
			notWords.includes(key) || (leftOut[language.id] ?? []).includes(`${code}.${key}`);
		expect(
			wrong(told, (one) => {
				const sentence = one.texts.join(" ");
				const held = leaves(one.particulars)
					.filter(([key, text]) => !silent(one, key) && text !== "" && !(key === "use" && text === "consumed"))
					.filter(
						([key, text]) =>
							!(key === "prices" && text === "unstated" && ["months-missing", "series-out-of-date"].includes(one.code)),
					)
					.filter(([key, text]) => !(one.code === "not-a-table" && key === "what") && !(key === "most" && text === "0"));
				return [...held.map(([, text]) => text), one.at.value, one.at.column].filter(
					(text) => !tells(sentence, text, one.language),
				);
			}),
		).toEqual([]);
	});

	it("differs where the particulars do", () => {
		const said = told
			.filter(({ language, code }) => !(leftOut[language.id] ?? []).some((one) => one.startsWith(`${code}.`)))
			.map(({ language, code, texts }) => `${language.id} ${code} ${texts.join(" ")}`);
		expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
	});

	it("ends its message openly and its remedy with a full stop", () => {
		const findings = told.filter(({ texts }) => texts.length === 2);
		expect(wrong(findings, ({ texts: [message = ""] }) => /[.。，；,;]$/.test(message))).toEqual([]);
		expect(
			wrong(findings, ({ language, texts: [, remedy = ""] }) => !remedy.endsWith(language.id === "zh" ? "。" : ".")),
		).toEqual([]);
	});

	it("says no more of a remedy than what to do: never only to check", () => {
		expect(wrong(inLanguage("zh"), ({ texts }) => /^(请?检查|核实|核对)[^；，]*。$/.test(texts[1] ?? ""))).toEqual([]);
	});
});

describe("English", () => {
	const list = inLanguage("en");
	it("holds no Chinese but examples of what tables hold", () => {
		const examples = ["原煤=bituminous-coal", "外购电力", "2023年6月", "2020年不变价"];
		expect(
			wrong(list, (one) => chinese.test(examples.reduce((rest, example) => rest.replaceAll(example, ""), ownWords(one)))),
		).toEqual([]);
	});
});

describe("Chinese", () => {
	const list = inLanguage("zh");
	/** Latin words that Chinese sentences hold as they are: units, formats, and what is typed. */
	const allowed = new Set([
		...[
			"CO2",
			"kgCO2/kWh",
			"kJ/kg",
			"GJ",
			"GJ/t",
			"C",
			"NUL",
			"CSV",
			"tsv",
			"txt",
			"gz",
			"gzip",
			"GB/T",
			"UTF-8",
			"GB18030",
			"Q2",
			"ton",
			"tanlu",
			"FILE",
		],
		...["report", "explain", "sources", "processes", "energy", "csv", "all", "bituminous-coal", "constant-2020"],
		...["national", "national@2021", "provincial", "provincial@2021"],
		...tableKinds.flatMap((kind) => cellsOf(kind).map(([column]) => column as string)),
	]);

	it("is Chinese, message and remedy", () => {
		expect(wrong(list, ({ texts }) => texts.some((text) => !chinese.test(text)))).toEqual([]);
	});

	it("holds no Latin word beside ids, options, units and what the user wrote", () => {
		const names = (one: Told): string[] => leaves(one.particulars).flatMap(([, text]) => namesOf(text, zh));
		expect(
			wrong(list, (one) => {
				const rest = without(ownWords(one).replace(/--[a-z-]+/g, ""), names(one));
				return (rest.match(/[A-Za-z][\w./@-]*/g) ?? []).filter((word) => !allowed.has(word));
			}),
		).toEqual([]);
	});

	it("writes full-width marks, and no blank between Chinese and Latin", () => {
		expect(
			wrong(list, (one) => ownWords(one).match(/[㐀-鿿）”] ?[,;:!?()]|[,;:!?()][㐀-鿿（“]|[㐀-鿿，。；：] [\w-]/g) ?? []),
		).toEqual([]);
	});

	it("names carriers, sectors and provinces, and has words for what particulars name in English", () => {
		const [message] = findingTold(zh, "no-factor").map(({ texts }) => texts[0]);
		expect(message).toContain("原煤（raw-coal）");
		const needing = book.seeds.processes.filter(({ refusal }) => refusal === "needs-more").map(({ formula }) => formula);
		expect(needing.filter((formula) => !chinese.test(formulaName(formula)))).toEqual([]);
	});
});

describe("words", () => {
	it("mean one thing each: no two verdicts, qualifiers, reasons or tests are alike", () => {
		for (const { words } of languages) {
			for (const group of [
				words.verdicts,
				words.qualifiers,
				words.reasons,
				words.tests,
				words.gravities,
				words.parts,
				words.tables,
			]) {
				const list = Object.values<string>(group);
				expect(new Set(list).size).toBe(list.length);
			}
			const all = [words.verdicts, words.qualifiers, words.reasons].flatMap((group) => Object.values<string>(group));
			expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
			// A bare level number means opposite things nationally and locally.
			expect(all.filter((word) => /\d|[一二三]级|level/.test(word))).toEqual([]);
		}
	});

	it("of uses, indicators, prices and units can be written into a table and are read back", () => {
		for (const { words } of languages) {
			expect(indicators.map((one) => readIndicator(words.indicators[one])?.indicator)).toEqual([...indicators]);
			expect(readPrices(words.prices("constant-2015"), 2020)?.prices).toBe("constant-2015");
			expect(readPrices(words.prices("current"), 2020)?.prices).toBe("current");
		}
		expect(uses.map((use) => readUse(zh.words.uses[use]))).toEqual([...uses]);
		const changed = book.seeds.units.map(({ symbol }) => symbol).filter((symbol) => zh.words.unit(symbol) !== symbol);
		expect(changed).toContain("10^4 CNY");
		expect(changed.map((symbol) => [symbol, book.units.find(zh.words.unit(symbol))?.symbol])).toEqual(
			changed.map((symbol) => [symbol, symbol]),
		);
	});

	it("of columns are headers that the tables know", () => {
		const read = tableKinds.flatMap((kind) =>
			cellsOf(kind).map(([column]) => [kind, column, book.columns.find(kind, columnName(column, kind))]),
		);
		expect(read.filter(([, column, found]) => column !== found)).toEqual([]);
	});

	it("of verdicts, qualifiers and tests are those that the descriptions of the csv columns give", () => {
		const { verdicts, qualifiers, tests } = zh.words;
		for (const [said, group] of [
			[zhFields.csv.verdict, verdicts],
			[zhFields.csv.qualifiers, qualifiers],
			[zhFields.csv.year_test, tests],
		] as const) {
			const missing = Object.entries<string>(group).filter(([id, word]) => !said.includes(`${id}（${word}）`));
			expect(missing).toEqual([]);
		}
		expect(tableKinds.map((kind) => zhFields.tables[kind].title)).toEqual(tableKinds.map((kind) => zh.words.tables[kind]));
	});

	/** One word for one thing: what stands in place of the words of the trade, file by file. */
	const synonyms: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
		zh: [
			[/能耗品种|能源种类|能源类型|能源类别|燃料品种/, "能源品种"],
			[/消耗量|使用量|耗用量|(?<!能源)用量/, "消费量"],
			[/排放系数|碳因子/, "排放因子"],
			[/低位热值|净热值|(?<!单位)热值/, "低位发热量"],
			[/含碳量(?<!单位热值含碳量)|碳含量/, "单位热值含碳量"],
			[/(?<!碳)氧化率|氧化因子/, "碳氧化率"],
			[/(?<!碳)排放强度|碳强度/, "碳排放强度"],
			[/(?<!价格)基准年|基年|基准期/, "基期"],
			[/目标路径|目标路线|减排路径|达标路径/, "目标轨迹"],
			[/缺口|差额|偏差/, "差距"],
			[/公司/, "企业"],
			[/时段|周期|时期/, "期间"],
			[/产值强度|产量强度/, "碳排放强度"],
		],
		en: [
			[/\bcompan(y|ies)\b|\benterprises?\b(?!-)/i, "firm"],
			[/(?<!net )\bcalorific\b|\bheating value\b/i, "net calorific value"],
			[/\bemission coefficients?\b/i, "factor"],
			[/\bbaseline\b/i, "base"],
			[/\btrajector(y|ies)\b/i, "path"],
			[/\bshortfall\b|\bdeviation\b/i, "gap"],
			[/\bfuel types?\b|\benergy types?\b/i, "carrier"],
		],
	};

	/** The baseline of known findings is no base: entries named after it, and its options, may say its name. */
	const besidesBaselines = (text: string): string =>
		text.replace(/^(\t+)"?[\w-]*baseline[\w-]*"?:.*\n(?:\1\t.*\n)*/gim, "").replace(/--(?:write-)?baseline\b/g, "");

	it("let the word baseline stand only where known findings are meant", () => {
		const entry = '\t"baseline-unused": () =>\n\t\tsay("the baseline accepts it", "Remove the entry."),\n';
		const option = '\twhy: "See the file of --baseline.",\n';
		expect(besidesBaselines(entry + option)).not.toContain("baseline");
		expect(besidesBaselines(`${entry}\t"no-base": "the baseline year",\n`)).toContain("the baseline year");
	});

	it.each(Object.keys(synonyms))("in %s are the words of the trade, never a synonym", (id) => {
		const folder = join(root, "src", "language", id);
		const found = readdirSync(folder).flatMap((file) => {
			const text = besidesBaselines(readFileSync(join(folder, file), "utf8")).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
			return (synonyms[id] ?? []).flatMap(([synonym, word]) => {
				const hit = synonym.exec(text);
				return hit === null ? [] : [`${file}: ${hit[0]} for ${word}`];
			});
		});
		expect(found).toEqual([]);
	});
});

describe.each(languages.map((language) => [language.id, language] as const))("help in %s", (_, language) => {
	const { help } = language;
	const flags = ({ flags: text }: OptionCard): string => text;
	const optionsOf = (card: CommandCard): OptionCard[] => [...card.options.flat(), ...common];

	it("has option sentences that stand beside their options", () => {
		const long = commands.flatMap((card) => {
			const list = optionsOf(card);
			const room = 80 - 2 - 2 - Math.max(...list.map((one) => flags(one).length));
			return list
				.filter(
					({ name: one, words }) => width(`${help.options[one]}${words === undefined ? "" : `: ${words.join(", ")}`}`) > room,
				)
				.map((one) => `${card.name} ${one.name}: ${help.options[one.name]}`);
		});
		expect(long).toEqual([]);
	});

	it("has short summaries", () => {
		expect(commandNames.filter((one) => width(help.commands[one].summary) > 50)).toEqual([]);
	});

	it("fits a screen of 80 columns, with nothing unfilled", () => {
		const pages = [programHelp(commands, language), ...commands.map((card) => commandHelp(card, language))];
		const lines = pages.flatMap((page) => page.split("\n"));
		expect(lines.filter((line) => width(line) > 80)).toEqual([]);
		expect(lines.filter((line) => /undefined|\$\{|\[object/.test(line))).toEqual([]);
	});
});

describe.each(
	languages.map((language) => [language.id, language] as const),
)("what is said around figures in %s", (id, language) => {
	const { report: texts, words, sources, explain, init } = language;
	const plans = { terms: null, others: [], further: 0 };
	const own = { reduction: "14.68", baseYear: 2021, targetYear: 2025 };
	const limits = { near: "0.9", far: "0.6" };
	const basis: ToldBasis = {
		targets: "plan-14",
		reduction: "18",
		baseYear: 2020,
		targetYear: 2025,
		path: "equal-rate",
		indicator: "value_added",
		product: "",
		outputUnit: "10^4 CNY",
		factors: "ndrc-guidelines",
		electricity: "national@2021",
		electricityFactor: "0.5568",
		boundary: "all",
		marketBased: true,
		prices: null,
		deflator: null,
		mappings: ["raw=coke"],
		assertions: ["absent-is-zero", "add-repeats", "as-of=2026-03-31"],
	};
	const steel: ToldBasis = {
		...basis,
		indicator: "production",
		product: "steel",
		outputUnit: "t",
		electricity: "0.61",
		electricityFactor: null,
		marketBased: false,
		prices: "constant-2020",
		mappings: [],
		assertions: [],
	};
	const steps: { readonly [S in NextStep["step"]]: Extract<NextStep, { readonly step: S }> } = {
		"mend-errors": { step: "mend-errors", errors: 24 },
		"lift-reason": { step: "lift-reason", reason: "prices", firm: "F12" },
		"look-at-firm": { step: "look-at-firm", firm: "F12", gapPercent: "+3.21" },
		"cut-yearly": { step: "cut-yearly", percent: "4.56", targetYear: 2025 },
		"end-point-reached": { step: "end-point-reached", targetYear: 2025 },
		"add-years": { step: "add-years", baseYear: 2020 },
		"every-figure": { step: "every-figure" },
	};
	const behind = [{ word: "behind", count: 3 }] as const;
	/** Sentences with what each must hold. */
	const sentences: readonly (readonly [sentence: string, ...holds: string[]])[] = [
		[texts.judged({ basis, year: 2023, firms: 20, firm: null, ...plans }), "20", "2023", "plan-14", "18%", "2025", "2020"],
		[texts.judged({ basis, year: null, firms: 1, firm: "F12 X", ...plans }), "F12 X", words.shapes["equal-rate"]],
		[texts.judged({ basis, year: null, firms: 1, firm: "F13", ...plans, terms: own }), "14.68%", "2021", "18%", "2020", "2025"],
		[
			texts.judged({
				...{ basis, year: 2023, firms: 20, firm: null, terms: null, further: 6 },
				others: [
					{ terms: { ...own, reduction: "20", baseYear: 2020 }, firms: ["F11"], more: 0 },
					{ terms: own, firms: ["F13", "F14"], more: 7 },
				],
			}),
			...["*", "F11", "20%", "F13", "F14", "14.68%", "2021", "6"],
		],
		[texts.signs({ unknown: true, notApplicable: true }), words.unknown, words.notApplicable],
		[texts.key({ verdicts: ["off-track", "behind"], qualifiers: ["near", "far", "catching-up"], ...limits }), "0.9", "0.6"],
		[texts.poolsDiffer],
		[texts.sectorPathCaution],
		[texts.progress({ path: "equal-rate", reduction: "18" }), "ln", "18%"],
		[texts.progress({ path: "linear", reduction: "18" }), "18%"],
		[texts.energy({ electricity: "0.1229", terms: own, targets: "plan-14" }), "0.1229", "14.68%", "2021", "2025", "plan-14"],
		[texts.otherFindings({ error: 1, warning: 2, note: 33 }, false), "1", "2", "33"],
		[texts.otherFindings({ error: 1, warning: 2, note: 33 }, true), "1", "2", "33"],
		[texts.chosen(basis), words.indicators.value_added, "ndrc-guidelines", "national@2021", "0.5568", "raw=coke"],
		[texts.chosen(steel), "steel", words.unit("t"), "0.61", "2020"],
		[texts.chosen({ ...basis, deflator: "ppi.csv", boundary: "energy" }), "ppi.csv", words.boundaries.energy],
		[texts.leftOut(["A", "B"]), "A", "B", "--width"],
		[texts.furtherFirms(12, behind), "12", "3", words.verdicts.behind, "--top all"],
		[texts.headings.ownPath("2.43", 2020), "2.43", "2020"],
		[texts.headings.ownPath(null, 2020)],
		[texts.headings.sectorPath("X", "2.43", 2020, 2, true), "X", "2.43", "2020", "2"],
		[texts.headings.sectorPath("X", "2.43", 2020, null, false), "X", "2.43", "2020"],
		[texts.headings.endPoint(2025), "2025"],
		[texts.headings.carriers(2024), "2024"],
		[
			texts.cameOut({
				firms: 9,
				year: 2023,
				verdicts: [...behind, { word: "withheld", count: 4 }],
				withheld: [{ word: "no-output", count: 4 }],
				none: 2,
			}),
			...["9", "2023", "3", "4", "2", words.verdicts.withheld, words.reasons["no-output"]],
		],
		[texts.firmCameOut({ firm: "F12", year: 2023, verdict: "V", gapPercent: "-3.21" }), "F12", "2023", "V", "3.21%"],
		[texts.firmCameOut({ firm: "F12", year: 2023, verdict: "V", gapPercent: "3.21" }), "F12", "2023", "V", "3.21%"],
		[texts.firmCameOut({ firm: "F12", year: 2020, verdict: null, gapPercent: null }), "F12", "2020"],
		...Object.values<NextStep>(steps).map((step): [string, ...string[]] => [
			texts.next(step),
			...leaves(step)
				.filter(([key]) => key !== "step" && key !== "reason")
				.map(([, text]) => text),
		]),
		[texts.findings({ error: 1, warning: 2, note: 33 }), "1", "2", "33"],
		[texts.furtherFindings(7), "7"],
		[texts.linksLeftOut(["a.csv", "b.csv"]), "a.csv", "b.csv"],
		[texts.typing, "Ctrl-D", "Ctrl-Z"],
		[
			texts.notChecked([
				{ rule: "future-month", why: "no-as-of" },
				{ rule: "screening", why: "not-asked" },
			]),
			"--as-of",
		],
		[sources.inForce({ factors: "mee-2024", electricity: "national", targets: "plan-15" }), "mee-2024", "national", "plan-15"],
		[sources.from({ title: "A", source: "B", published: "2024-01", verified: "C" }), "A", "B", "2024-01", "C"],
		[sources.from({ title: null, source: "B", published: null, verified: "C" }), "B", "C"],
		[sources.apart({ sets: 8, carrier: "X", percent: "27.5" }), "8", "X", "27.5%"],
		[sources.lacking(["X", "Y"]), "X", "Y", "--map"],
		[sources.given("0.61"), "0.61"],
		[sources.provinces({ count: 30, year: 2021, lowest: "0.1", highest: "0.9" }), "30", "2021", "0.1", "0.9"],
		[sources.neverCompared(55), "55"],
		[sources.further([{ section: "processes", count: 106 }]), "processes", "106"],
		[explain.lists.error(34), "34"],
		[explain.lists.warning(26), "26"],
		[explain.lists.note(18), "18"],
		...Object.values(explain.gravities).map((sentence): [string] => [sentence]),
		[explain.lastRow(1001), "1001"],
		[explain.also(["no-base", "total-row"]), "no-base", "total-row"],
		[explain.how, "tanlu explain"],
		[init.wrote(["a.csv", "b.csv"]), "a.csv", "b.csv"],
		[init.next("guide.md", "tanlu report a.csv"), "guide.md", "tanlu report a.csv"],
	];

	it("is whole, in its own language, and holds its figures", () => {
		for (const [sentence, ...holds] of sentences) {
			expect(sentence).not.toMatch(/undefined|null|\$\{|\[object|\n/);
			expect(chinese.test(sentence), sentence).toBe(id === "zh");
			for (const held of holds) expect(sentence).toContain(held);
		}
		const made = sentences.map(([sentence]) => sentence);
		expect(made.filter((sentence, index) => made.indexOf(sentence) !== index)).toEqual([]);
	});

	it("names columns briefly, each by a name of its own", () => {
		const titles = Object.entries(texts.columns).map(
			([column, title]) => [column, typeof title === "string" ? title : title(words.unit("10^4 CNY"))] as const,
		);
		expect(titles.filter(([, title]) => title === "" || width(title) > 20)).toEqual([]);
		const list = titles.map(([, title]) => title);
		expect(list.filter((title, index) => list.indexOf(title) !== index)).toEqual([]);
		if (id === "zh") expect(list.filter((title) => !chinese.test(title))).toEqual([]);
	});

	it("gives templates that are read without a finding, every row used", async () => {
		const tables = [init.energy, init.output, init.firms].map(({ file, rows: cells }) => ({
			name: file,
			text: `${cells.map((row) => row.join(",")).join("\n")}\n`,
		}));
		const made = await report(tables, { lang: id });
		expect(made.findings.list).toEqual([]);
		expect(made.inputs.map(({ rows: { read, used } }) => [read, used])).toEqual([
			[1, 1],
			[1, 1],
			[1, 1],
		]);
		for (const { file } of [init.energy, init.output, init.firms]) expect(init.guide.text("tanlu report")).toContain(file);
	});
});
