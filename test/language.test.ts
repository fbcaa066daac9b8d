/**
 * Both languages, as a reader meets them: every finding of the gallery, what it has no input for, and a sample of every trouble must
 * make a sentence that is whole, tells what the particulars hold, and speaks one language.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readDefinitions } from "../src/build/definitions.ts";
import { common } from "../src/commands/arguments.ts";
import { commandHelp, flagOf, programHelp, sentenceOf } from "../src/commands/help.ts";
import { commands } from "../src/commands/index.ts";
import { cellsOf, tableKinds } from "../src/contract/tables.ts";
import type { Basis } from "../src/domain/basis.ts";
import { indicators, uses } from "../src/domain/words.ts";
import {
	type Amount,
	type Code,
	type Finding,
	nowhere,
	type Particulars,
	type Place,
	type Row,
} from "../src/findings/finding.ts";
import { codes } from "../src/findings/gravity.ts";
import { Trouble, type TroubleCode, type TroubleParticulars } from "../src/findings/trouble.ts";
import { report } from "../src/index.ts";
import { languages } from "../src/language/index.ts";
import { type Language, type Naming, plainNaming, type Sentence } from "../src/language/language.ts";
import type { NextStep } from "../src/language/report-texts.ts";
import { columnName } from "../src/language/zh/columns.ts";
import { fields as zhFields } from "../src/language/zh/fields.ts";
import { formulaName } from "../src/language/zh/formulas.ts";
import { zh } from "../src/language/zh/index.ts";
import { loadReference } from "../src/reference/reference.ts";
import { readIndicator, readPrices, readUse } from "../src/reference/words.ts";
import { namingOf } from "../src/views/naming.ts";
import { width } from "../src/views/width.ts";
import { galleryFindings } from "./support/gallery-findings.ts";
import { manualOf, pageOf } from "./support/manual.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reference = loadReference();

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
const rows = [
	{ file: "甲.csv", row: 17 },
	{ file: "乙.csv", row: 23 },
];
/** An amount that the file writes in the unit it is held in. */
const held = (value: string, unit: string): Amount => ({ exact: value, unit, shown: { value, unit } });

/** A slip that two causes explain, told by one comparison. */
const slipped = (why: Particulars["suspected-unit-slip"]["why"], usual: Amount): Particulars["suspected-unit-slip"] => ({
	...{ what: coke, why, usual, ratio: "9800.5" },
	causes: [
		{ factor: "10^4", given: "t", under: "10^4 t", wouldBe: held("380.3", "t") },
		{ factor: "10", given: "", under: "", wouldBe: held("3803", "t") },
	],
});

/** What the gallery has no input for: other words of the same particulars, blanks, one and many. */
const variants: { readonly [C in Code]?: Samples<Particulars[C]> } = {
	"missing-column": [{ with: { kind: "output", missing: "quantity", nearest: "", have: ["firm", "period"] } }],
	"unknown-column": [
		{ with: { near: ["quantity"], numbers: false }, at: { column: "Quantty" } },
		{ with: { near: [], numbers: true }, at: { column: "其他" } },
	],
	"unclosed-quote": [{ with: { skippedLines: 1 } }],
	"file-cut-off": [
		{ with: {}, at: { value: "Plant A,2020,coke,100," } },
		{ with: {}, at: { value: "" } },
	],
	"misplaced-quote": [{ with: { why: "backslash", lines: 2 } }],
	"short-rows": [{ with: { rows: 40 } }],
	"total-left-out": [{ with: { what: { of: "carrier", carrier: "coke", use: "consumed" }, word: "小计", compared: false } }],
	"title-lines": [{ with: { rows: 3 } }],
	"blank-rows": [{ with: { rows: 1 } }],
	"blank-column": [
		{ with: { rows: 12, firms: 1 }, at: { column: "原煤(吨)" } },
		{ with: { rows: 36, firms: 3 }, at: { column: "原煤(吨)" } },
	],
	"bad-period": [
		{ with: { why: "no-such-month" }, at: { value: "2023年13月" } },
		{ with: { why: "day-number" }, at: { value: "45170" } },
		{ with: { why: "month-name" }, at: { value: "Sep-23" } },
		{ with: { why: "range" }, at: { value: "2023年1-10月" } },
		{ with: { why: "short-year" }, at: { value: "23/12" } },
		{ with: { why: "no-year" }, at: { value: "3月" } },
		{ with: { why: "chinese-numerals" }, at: { value: "二〇二三年十一月" } },
	],
	"unknown-carrier": [{ with: { near: [], meant: "" }, at: { value: "木屑" } }],
	"without-emissions": [
		{ with: { asked: false }, at: { value: "新水" } },
		{ with: { asked: true }, at: { value: "回用热" } },
	],
	"parent-and-kinds": [
		{ with: { what: coke, counted: "kinds", kinds: ["anthracite", "bituminous-coal"], parts: [], amount: null } },
		{ with: { what: coke, counted: "rest", kinds: ["anthracite"], parts: [], amount: held("70", "t") } },
		{ with: { what: coke, counted: "parent", kinds: [], parts: ["运输"], amount: null } },
	],
	"kinds-against-parent": [
		{
			with: {
				what: coke,
				more: true,
				given: held("600", "t"),
				together: held("650", "t"),
				difference: held("50", "t"),
				kinds: ["anthracite"],
				parts: [],
				name: null,
			},
		},
		{
			with: {
				what: coke,
				more: false,
				given: held("600", "t"),
				together: held("530", "t"),
				difference: held("70", "t"),
				kinds: ["anthracite"],
				parts: [],
				name: "原煤",
			},
		},
		{
			with: {
				what: coke,
				more: false,
				given: null,
				together: null,
				difference: null,
				kinds: ["anthracite"],
				parts: [],
				name: "原煤",
			},
		},
	],
	"total-row": [{ with: { check: "agrees" }, at: { value: "合计" } }],
	"unknown-sector": [{ with: { near: [] }, at: { value: "C99" } }],
	"bad-credit-code": [
		{ with: { fault: { why: "lost-digits" } }, at: { value: "9.13E+17" } },
		{ with: { fault: { why: "old-number" } }, at: { value: "130209000012345" } },
		{ with: { fault: { why: "length", length: 17 } }, at: { value: "913716256P28R5D18" } },
		{ with: { fault: { why: "length", length: 1 } }, at: { value: "—" } },
		{ with: { fault: { why: "letter", letter: "O" } }, at: { value: "91130209MAOH5W3U7C" } },
		{ with: { fault: { why: "organisation", due: "6" } }, at: { value: "91330281MA9X7K2T7R" } },
	],
	"missing-unit": [{ with: { wanted: [] } }],
	"bad-number": [
		{ with: { why: "grammar" }, at: { value: "12x" } },
		{ with: { why: "too-long" }, at: { value: "1234567890123456789012345678901" } },
		{ with: { why: "formula" }, at: { value: "=A1*2" } },
	],
	"bad-parameter": [
		{ with: { wanted: "percent-not-fraction" }, at: { value: "0.18", column: "下降率" } },
		{ with: { wanted: "above-zero" }, at: { value: "0", column: "热值" } },
		{ with: { wanted: "zero-or-more" }, at: { value: "-1", column: "排放因子" } },
		{ with: { wanted: "whole-year" }, at: { value: "20", column: "年" } },
		{ with: { wanted: "percent" }, at: { value: "108.1", column: "指数" } },
		{ with: { wanted: "growth" }, at: { value: "-100", column: "增速" } },
	],
	"cut-off-value": [{ with: { of: "text", limit: "255" } }],
	"float-dust": [{ with: { cells: 12 }, at: { value: "0.30000000000000004" } }],
	"ambiguous-unit": [
		{ with: { readAs: "10^4 Nm3", why: "conditions" }, at: { value: "万立方米" } },
		{ with: { readAs: "10^7 CNY", why: "unusual" }, at: { value: "千万元" } },
	],
	"output-and-energy-disagree": [{ with: { of: "no-output", carriers: ["coke", "electricity"] } }],
	"series-out-of-date": [{ with: { what: anyValueAdded, last: "2025-09", asOf: "2026-03-31" } }],
	"zero-before-month-ends": [{ with: { what: valueAdded, asOf: "2026-03-15" } }],
	"coarse-measurement": [{ with: { carrier: "anthracite", digits: 1, least: "3" }, at: { value: "2E+1", column: "热值" } }],
	"file-passed-over": [
		{ with: { why: "other-kind", header: [] } },
		{ with: { why: "no-table", header: ["Dear Sirs"] } },
		{ with: { why: "no-table", header: [] } },
		{ with: { why: "no-regular-file", header: [] } },
		{ with: { why: "empty", header: [] } },
		{ with: { why: "document", header: [] } },
		{ with: { why: "compressed", header: [] } },
	],
	"hidden-cells": [
		{ with: { of: "sheets", names: ["Sheet2", "Sheet3"], count: 2, counted: false } },
		{ with: { of: "rows", names: ["3", "5-9"], count: 6, counted: false } },
		{ with: { of: "columns", names: ["D"], count: 1, counted: true } },
	],
	"sheet-of-words": [{ with: { header: ["How to fill in these tables"] } }],
	"sheet-passed-over": [
		{ with: { why: "no-table", header: ["Dear Sirs"] } },
		{ with: { why: "no-table", header: [] } },
		{ with: { why: "other-table", header: [] } },
		{ with: { why: "chart", header: [] } },
	],
	"shown-otherwise": [
		{ with: { cells: 1, shown: "15.3%", format: "0.0%" }, at: { value: "15.28%" } },
		{ with: { cells: 3, shown: null, format: "0!.0," }, at: { value: "1234000" } },
	],
	"reference-not-named": [
		{ with: { kind: "factors", option: "--factors", file: "factors.csv", columns: [] } },
		{ with: { kind: "deflator", option: "--deflator", file: "deflator.csv", columns: [] } },
		{ with: { kind: "targets", option: "--targets", file: "targets.csv", columns: [] } },
		{ with: { kind: "growth", option: "--growth", file: "growth.csv", columns: [] } },
		{ with: { kind: "claims", option: "--claims", file: "claims.csv", columns: [] } },
		{ with: { kind: "rules", option: "--rules", file: "rules.csv", columns: [] } },
		{ with: { kind: "firms", option: "--firms", file: "firms.csv", columns: ["base_intensity"] } },
		{ with: { kind: "firms", option: "--firms", file: "firms.csv", columns: ["基期强度", "目标"] } },
	],
	"factor-of-another-size": [
		{
			with: {
				...{ carrier: "coke", value: "0.01", unit: "tCO2/t", why: "none", times: "", small: true, meant: null },
				...{ low: "1.7", high: "4.1" },
			},
		},
		...(
			[
				["times", "10", "5.568"],
				["carbon", "44/12", "1.98"],
				["carbon-twice", "44/12", "1.98"],
				["of-heat", "23.204", "2.07"],
				["of-coal-equivalent", "0.7917", "2.07"],
				["all-burnt", "0.93", "2.0715"],
			] as const
		).map(([why, times, meant]) => ({
			with: { carrier: "anthracite", value: "0.54", unit: "tCO2/t", why, times, small: true, meant, low: null, high: null },
		})),
	],
	"rate-as-output": [
		{ with: { what: valueAdded, why: "growth", value: held("6.5", "10^4 CNY"), other: held("2000", "10^4 CNY"), year: 2020 } },
		{ with: { what: valueAdded, why: "index", value: held("106.5", "10^4 CNY"), other: held("2000", "10^4 CNY"), year: 2020 } },
	],
	"volume-without-density": [{ with: { carrier: "diesel", times: "0.001" }, at: { value: "升" } }],
	"clinker-against-fuel": [
		{ with: { clinker: held("98000", "t"), burnt: held("72.9", "kgce/t"), least: held("94", "kgce/t"), own: false } },
		{ with: { clinker: held("98000", "t"), burnt: held("72.9", "kgce/t"), least: held("110.3", "kgce/t"), own: true } },
	],
	"process-emissions-missing": [{ with: { product: "熟料", why: "product" } }, { with: { product: "熟料", why: "kiln" } }],
	"near-codes": [{ with: { codes: ["唐山青岭", "唐山青玲"] }, at: { value: "唐山青玲" } }],
	"impossible-carbon": [
		{ with: { carrier: "anthracite", of: "carbon", unit: "t", value: "1.2", most: "1", likely: null } },
		{ with: { carrier: "coke", of: "co2", unit: "t", value: "3.9", most: "3.6667", likely: null } },
		{
			with: {
				...{ carrier: "bituminous-coal", of: "heat", unit: "t", value: "5500", most: "33" },
				likely: { written: "kcal/kg", value: "23.0274", unit: "GJ/t" },
			},
		},
		{ with: { carrier: "electricity", of: "electricity", unit: "kWh", value: "581", most: "2", likely: null } },
	],
	"rate-below-half": [
		{ with: { percent: true, rate: "0.93", other: "0.93" }, at: { value: "0.93" } },
		{ with: { percent: false, rate: "40", other: "0.4" }, at: { value: "0.4" } },
	],
	"heat-value-out-of-range": [
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
	"carbon-content-out-of-range": [
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
	"may-be-own-made": [{ with: { carrier: "coke", amount: held("78", "t"), from: [], tonnes: null } }],
	"own-made": [{ with: { carrier: "electricity", amount: held("3000000", "kWh"), from: [], tonnes: null } }],
	"balance-difference": [{ with: { what: coke, of: "use", written: held("78", "t"), computed: held("79", "t") } }],
	"repeats-added": [{ with: { times: 3, what: valueAdded } }],
	"conflicting-entries": [
		{ with: { what: index2023, values: [held("108.1", ""), held("108.2", "")], rows, differIn: [] } },
		{ with: { what: baseColumn, values: [held("2.1", ""), held("2.2", "")], rows, differIn: [] } },
	],
	"form-not-to-date": [
		{
			with: {
				what: coke,
				because: "stocks",
				first: held("100", "t"),
				last: held("400", "t"),
				from: "2023-01",
				to: "2023-04",
			},
		},
	],
	"whole-against-parts": [{ with: { what: coke, whole: null, parts: held("4999.5", "t"), rows } }],
	"months-missing": [
		{ with: { what: anyValueAdded, months: ["2023-12"], partly: false } },
		{ with: { what: allEnergy, months: ["2023-12"], partly: false } },
	],
	"no-factor": [
		{
			with: { carrier: "lignite", set: "mee-2024", unit: "10^4 Nm3", others: ["ipcc-2006", "gbt-32151"], name: "褐煤", kind: "" },
		},
	],
	"no-electricity-factor": [{ with: { province: "Hebei", mode: "provincial@2021" } }],
	"mixed-prices": [{ with: { prices: ["constant-2020", "current"], indicator: "output_value", years: [2020, 2021] } }],
	"deflator-year-missing": [{ with: { sector: "steel", year: 2022 } }],
	"boundary-changed": [
		{ with: { base: 2020, present: false, material: null } },
		{ with: { base: 2020, present: false, material: "clinker-portland" } },
	],
	"carrier-replaced": [
		{ with: { carrier: "bituminous-coal", other: 2022, tonnes: held("2071.5093", "t"), by: ["natural-gas"] } },
	],
	"part-changed": [{ with: { part: "electricity", base: 2020, present: false } }],
	"feedstock-without-products": [{ with: { carriers: ["coke", "natural-gas"], tonnes: null, products: [], amounts: [] } }],
	"carbon-stays": [{ with: { carrier: "white-spirit", tonnes: null } }],
	"feedstock-oxidised": [
		{ with: { carrier: "coke", ownFactor: true } },
		{ with: { carrier: "petroleum-coke", ownFactor: false } },
	],
	"no-output": [{ with: { indicator: "value_added", zero: true } }],
	"national-target-used": [{ with: { province: "" } }],
	"month-unlike-history": [
		{ with: { what: soldPower, usual: held("38800", "kWh"), ratio: "0.41", season: true, months: 2 }, at: { value: "1.59" } },
	],
	"year-on-year-change": [
		{
			with: {
				what: null,
				lastYear: 2021,
				before: held("2.5", "tCO2/10^4 CNY"),
				now: held("1.6", "tCO2/10^4 CNY"),
				percent: "-36",
			},
		},
	],
	"unchanged-measurement": [
		{ with: { what: coke, parameter: "carbon_content", measured: "0.02941", months: 12, to: "2023-12" } },
	],
	"copied-month": [
		{ with: { what: coke, from: "2023-04", months: 1, to: "2023-05", others: 1 } },
		{ with: { what: coke, from: "2022-04", months: 3, to: "2023-06", others: 2 } },
	],
	"shifted-rows": [{ with: { what: coke, shift: "earlier" } }],
	"filled-series": [{ with: { what: coke, step: held("1", "t"), months: 8, to: "2023-12" } }],
	"zero-months": [{ with: { what: coke, months: 1, to: "2023-05", usual: held("80", "t") } }],
	"december-holds-year": [{ with: { what: coke, others: held("960", "t"), wouldBe: null }, at: { value: "960" } }],
	"swapped-rows": [{ with: { what: coke, other: soldPower, months: 1, to: "2023-05" } }],
	"copied-year": [
		{ with: { what: coke, lastYear: 2022, months: 11, shift: "later" } },
		{ with: { what: coke, lastYear: 2022, months: 11, shift: "earlier" } },
		{ with: { what: null, lastYear: 2022, months: 12, shift: "none" } },
	],
	"round-amounts": [{ with: { what: coke, multiple: "1000", round: 12, months: 12 } }],
	"shared-series": [
		{ with: { what: coke, parameter: "ncv", other: "甲厂", row: rows[0] as Row, months: 9, to: "2023-09", stretches: 4 } },
		{
			with: {
				what: coke,
				parameter: "carbon_content",
				other: "甲厂",
				row: rows[0] as Row,
				months: 9,
				to: "2023-09",
				stretches: 4,
			},
		},
	],
	"suspected-unit-slip": [
		{ with: slipped("own-months", held("388", "t")), at: { value: "380.3" } },
		{ with: slipped("other-years", held("388", "t")) },
		{ with: slipped("power-share", held("0.01", "")) },
		{ with: slipped("sector", held("0.52", "tce/10^4 CNY")) },
		{
			with: {
				...slipped("own-months", held("360", "GJ")),
				causes: [
					{ factor: "3.6", given: "kWh", under: "MJ", wouldBe: held("357.7", "GJ") },
					{ factor: "44/12", given: "C", under: "CO2", wouldBe: held("364.3", "GJ") },
				],
			},
			at: { value: "99.36" },
		},
	],
};

/** Code by code: what is found in the gallery, and the variants. */
const samples = new Map<Code, readonly Finding[]>();
for (const found of await galleryFindings()) samples.set(found.code, [...(samples.get(found.code) ?? []), found]);
for (const [code, list] of Object.entries(variants) as [Code, Samples<unknown>][]) {
	const made = list.map(
		(one) => ({ code, at: { ...nowhere, ...one.at }, firm: "F1", period: "2023", with: one.with }) as unknown as Finding,
	);
	samples.set(code, [...(samples.get(code) ?? []), ...made]);
}

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
	"beyond-bound": (
		["head", "record", "row", "title", "header-word", "columns", "unpacked", "json", "held", "files"] as const
	).map((bound) => ({
		file: "upload.csv",
		bound,
		most: 2000,
	})) as unknown as readonly [TroubleParticulars["beyond-bound"]],
	"limit-out-of-bounds": [
		{ file: "tanlu.rules.json", where: "limits.slip-gap.value", value: "0", least: "1", most: "1000000", places: 6 },
	],
	"option-needs": [{ option: "--write-baseline", needs: "--reason" }],
	"lever-moves-nothing": [{ lever: "coke=-5%" }],
	"options-wanted": [{ options: ["--from", "--to"] }, { options: ["--to"] }],
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
		{ option: "--from", value: "x1", wanted: "span", detail: "" },
		{ option: "--set", value: "x1", wanted: "lever", detail: "" },
		{ option: "--set", value: "coke=5%", wanted: "lever-sign", detail: "" },
		{ option: "--set", value: "coke=-101%", wanted: "lever-all", detail: "" },
		{ option: "--set", value: "coke>coke=1%", wanted: "lever-fuels", detail: "" },
		{ option: "--months", value: "13", wanted: "months", detail: "" },
		{ option: "--to", value: "2025", wanted: "same-months", detail: "2025-01..2025-08" },
		{ option: "--to", value: "2020", wanted: "later-year", detail: "2020" },
		{ option: "--factors", value: "x1", wanted: "one-set", detail: "" },
		{ option: "--width", value: "x1", wanted: "whole-number", detail: "20-1000" },
		{ option: "--top", value: "x1", wanted: "number-or-all", detail: "" },
		{ option: "--electricity", value: "x1", wanted: "electricity", detail: "" },
		{ option: "--bom", value: "json", wanted: "csv-only", detail: "" },
	],
	"unknown-topic": [
		{ word: "verdikt", near: ["verdicts"] },
		{ word: "zzz", near: [] },
	],
	"one-firm-asked": [{ firms: ["F1", "F2"] }],
	"one-year-asked": [{}],
	"two-sides-wanted": [{}],
	"bad-key": [
		{ option: "--sign", file: "k.pem", why: "no-pem" },
		{ option: "--sign", file: "k.pem", why: "not-ed25519" },
		{ option: "--sign", file: "k.pem", why: "public" },
		{ option: "--key", file: "k.pem", why: "private" },
		{ option: "--sign", file: "k.pem", why: "encrypted" },
	],
	"report-version": [{ file: "r.json", version: "2" }],
	"options-of-report": [{ option: "--boundary" }],
	"no-report": [{ file: "report.json" }],
	"totals-per-other": [{ file: "totals.csv", per: "value-added" }],
	"totals-damaged": [{ file: "totals.csv", row: 3 }],
	"totals-incomplete": [{ file: "totals.csv", read: 2, said: 3 }],
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
		{ file: "energy.csv", why: "changed", detail: "" },
		{ file: "energy.csv", why: "other", detail: "EIO: i/o error" },
	],
	"cannot-write": [
		{ file: "out/report.csv", why: "missing", detail: "", done: [] },
		{ file: "out", why: "folder", detail: "", done: [] },
		{ file: "out", why: "not-a-folder", detail: "", done: [] },
		{ file: "report.csv", why: "denied", detail: "", done: [] },
		{ file: "report.csv", why: "full", detail: "", done: [] },
		{ file: "report.csv", why: "quota", detail: "", done: [] },
		{ file: "report.csv", why: "read-only", detail: "", done: [] },
		{ file: "report.csv", why: "name-too-long", detail: "", done: [] },
		{ file: "report.csv", why: "other", detail: "EIO: i/o error", done: [] },
		{ file: "new.json", why: "full", detail: "", done: ["a.csv", "report.csv"] },
	],
	"cannot-keep": [
		{ file: "-", at: "/tmp", why: "missing", detail: "" },
		{ file: "/dev/fd/63", at: "/tmp/tanlu-1.tmp", why: "full", detail: "" },
		{ file: "-", at: "/tmp", why: "other", detail: "EIO: i/o error" },
	],
	"utf-16-without-mark": [{ file: "energy.csv", encoding: "utf-16le" }],
	"mixed-encodings": [{ file: "energy.csv", utf8Line: 1, otherLine: 7, otherOffset: 345 }],
	"cannot-decode": [
		{ file: "energy.csv", encoding: "gb18030", offset: 1234 },
		{ file: "energy.csv", encoding: "utf-16le", offset: null },
	],
	"layout-not-read": [
		{ file: "energy.csv", layout: "two-header-rows", headerRow: 3, words: ["实物量(吨)", "折标量(tce)"] },
		{ file: "energy.csv", layout: "months-across", headerRow: 3, words: ["1月", "2月"] },
		{ file: "energy.csv", layout: "years-across", headerRow: 3, words: ["2021", "2022"] },
		{ file: "energy.csv", layout: "several-amounts", headerRow: 3, words: ["本期消费量", "实际消费量"] },
		{ file: "energy.csv", layout: "month-and-to-date", headerRow: 3, words: ["本月", "1-本月累计"] },
		{ file: "energy.csv", layout: "month-or-to-date", headerRow: 3, words: ["本年"] },
		{ file: "energy.csv", layout: "year-in-names", headerRow: 3, words: ["2024年电力消费量(万千瓦时)"] },
		{ file: "energy.csv", layout: "export", headerRow: 3, words: ["原煤;消费量-合计"] },
		{ file: "energy.csv", layout: "one-carrier", headerRow: 3, words: ["1月", "2月"] },
		{ file: "energy.csv", layout: "composite-units", headerRow: 3, words: ["消费量(t或万Nm3)"] },
	],
	"not-recognised": [
		{ file: "energy.csv", header: [], near: [] },
		{ file: "energy.csv", header: ["企页", "数两"], near: ["企业", "数量"] },
	],
	"not-a-table": [
		{ file: "a.xlsx", what: "empty" },
		{ file: "a.docx", what: "document" },
		{ file: "a.xlsx", what: "compressed" },
	],
	"parquet-not-read": [
		{ file: "a.parquet", why: "damaged", detail: "" },
		{ file: "a.parquet", why: "compression", detail: "LZ4" },
		{ file: "a.parquet", why: "nested", detail: "amounts" },
	],
	"workbook-not-read": [
		{ file: "a.xlsx", why: "encrypted" },
		{ file: "a.xlsx", why: "cut-off" },
		{ file: "a.xlsx", why: "damaged" },
		{ file: "a.xls", why: "old" },
		{ file: "a.xlsx", why: "empty" },
	],
	"damaged-gzip": [
		{ file: "energy.csv.gz", why: "cut-off" },
		{ file: "energy.csv.gz", why: "damaged" },
	],
	"no-verdict-shown": [{ option: "--fail-on" }],
	"no-claim-compared": [{ option: "--claims" }],
	"not-to-a-terminal": [{ option: "--out", format: "xlsx" }],
	"out-is-input": [{ option: "--out", file: "energy.csv" }],
	"no-rows": [{ files: ["energy.csv", "output.csv"] }],
	"no-files": [{}],
	"no-submissions": [
		{ folder: "submissions", ofFiles: false, there: true },
		{ folder: "submissions", ofFiles: true, there: true },
		{ folder: "submissions", ofFiles: false, there: false },
	],
	"evidence-inside": [{ folder: "submissions/evidence" }],
	"evidence-begun": [{ folder: "evidence.partial" }],
	"no-evidence": [
		{ folder: "evidence", files: [] },
		{ folder: "evidence", files: ["notes.txt"] },
	],
	"link-in-submission": [{ links: ["energy.csv"] }],
	"no-table-in-folder": [{ folder: "data" }],
	"no-file-matches": [{ pattern: "data/*.csv" }],
	"bad-reference-table": [{ files: ["factors.csv"] }],
	"market-based-needs-national": [{ mode: "provincial@2021" }],
	"kind-names-no-file": [{ file: "energy.csv" }],
};

/** Particulars that pick a sentence and are not words of it, or that a language leaves out on purpose. */
const notWords: readonly string[] = [
	"layout",
	"bound",
	"of",
	"why",
	"wanted",
	"check",
	"shift",
	"because",
	"evidence",
	"counted",
];
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

const namingIn = (language: Language): Naming => (language.namesInMessages ? namingOf(language, reference) : plainNaming);

function findingTold(language: Language, code: Code): Told[] {
	return (samples.get(code) ?? []).map((found, number) => {
		const { message, remedy }: Sentence = language.tell(found, namingOf(language, reference));
		// Beside a sentence stands its cell. What variants have of it must be told; of others, what one language quotes.
		const at = found.at.file === "" ? found.at : { ...nowhere, ...quotedOf(found) };
		return { language, code, number, texts: [message, remedy], particulars: found.with, at };
	});
}

function troubleTold(language: Language, code: TroubleCode): Told[] {
	return troubleSamples[code].map((particulars, number) => {
		const trouble = new Trouble(code, particulars as never);
		return { language, code, number, texts: [language.explainTrouble(trouble)], particulars, at: nowhere };
	});
}

/** Text of its cell that a sentence quotes in one language: then all have to. */
function quotedOf(found: Finding): Partial<Place> {
	const asked = new Set<PropertyKey>();
	const at = new Proxy(found.at, {
		get: (place, key) => {
			asked.add(key);
			return Reflect.get(place, key);
		},
	});
	const said = languages.map((language) => language.tell({ ...found, at }, namingOf(language, reference)).message);
	const quoted = (key: "value" | "column"): string =>
		asked.has(key) && said.some((message) => message.includes(found.at[key])) ? found.at[key] : "";
	return { value: quoted("value"), column: quoted("column") };
}

const told: readonly Told[] = languages.flatMap((language) => [
	...codes.flatMap((code) => findingTold(language, code)),
	...(Object.keys(troubleSamples) as TroubleCode[]).flatMap((code) => troubleTold(language, code)),
]);
const inLanguage = (id: string): Told[] => told.filter(({ language }) => language.id === id);

/** Texts and numbers of the particulars, each with the key it stands under. */
function leaves(value: unknown, key = ""): (readonly [key: string, text: string])[] {
	if (typeof value === "string" || typeof value === "number") return [[key, String(value)]];
	if (Array.isArray(value)) return value.flatMap((item) => leaves(item, key));
	if (typeof value !== "object" || value === null) return [];
	if ("file" in value && "row" in value) return [[key, `${value.file}:${value.row}`]];
	// Of an amount, what the file would write is told.
	if ("shown" in value) return leaves(value.shown, key);
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

describe("the samples of findings", () => {
	it("are there for every code, and for every word that particulars choose by", () => {
		expect(codes.filter((code) => !samples.has(code))).toEqual([]);
		const missing = readDefinitions(join(root, "fixtures", "findings")).flatMap(({ code, particulars }) => {
			const held = samples.get(code as Code)?.map((one) => one.with as Readonly<Record<string, unknown>>) ?? [];
			return particulars
				.filter(([, type]) => /^"[^"]*"( \| "[^"]*")*$/.test(type))
				.filter(([key]) => key !== "evidence")
				.flatMap(([key, type]) => type.split(" | ").map((word) => [key, JSON.parse(word)]))
				.filter(([key, word]) => !held.some((one) => one[key] === word))
				.map(([key, word]) => `${code}: ${key} ${word}`);
		});
		expect(missing).toEqual([]);
	});
});

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
							!(
								key === "prices" &&
								text === "unstated" &&
								[
									"months-missing",
									"series-out-of-date",
									"level-change",
									"part-of-year-as-year",
									"suspected-unit-slip",
									"year-apart",
								].includes(one.code)
							),
					)
					.filter(([key, text]) => !(one.code === "not-a-table" && key === "what") && !(key === "most" && text === "0"))
					.filter(([key, text]) => !(key === "stretches" && text === "1"))
					// A year that is given as a year has twelve months.
					.filter(([key, text]) => !(one.code === "copied-year" && key === "months" && text === "12"));
				return [...held.map(([, text]) => text), one.at.value, one.at.column].filter(
					(text) => !tells(sentence, text, one.language),
				);
			}),
		).toEqual([]);
	});

	it("differs where the particulars do", () => {
		const differing = new Map(
			told.map((one) => [JSON.stringify([one.language.id, one.code, one.particulars, one.at.value, one.at.column]), one]),
		);
		const said = [...differing.values()]
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
		const examples = ["原煤=bituminous-coal", "1-本月", "本月", "外购电力", "2023年6月", "2020年不变价"];
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
			"UTF-16",
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
			"PEM",
			"ed25519",
			"GB/T",
			"UTF-8",
			"GB18030",
			"Q2",
			"ton",
			"tanlu",
			"FILE",
		],
		...["report", "explain", "sources", "auto", "processes", "energy", "csv", "all", "bituminous-coal", "constant-2020"],
		...["to-date", "monthly", "none"],
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
		const needing = reference.seeds.processes.filter(({ refusal }) => refusal === "needs-more").map(({ formula }) => formula);
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
		const changed = reference.seeds.units.map(({ symbol }) => symbol).filter((symbol) => zh.words.unit(symbol) !== symbol);
		expect(changed).toContain("10^4 CNY");
		expect(changed.map((symbol) => [symbol, reference.units.find(zh.words.unit(symbol))?.symbol])).toEqual(
			changed.map((symbol) => [symbol, symbol]),
		);
	});

	it("of columns are headers that the tables know", () => {
		const read = tableKinds.flatMap((kind) =>
			cellsOf(kind).map(([column]) => [kind, column, reference.columns.find(kind, columnName(column, kind))]),
		);
		expect(read.filter(([, column, found]) => column !== found)).toEqual([]);
	});

	it("of verdicts, qualifiers and tests are those that the descriptions of the verdict give", () => {
		const { verdicts, qualifiers, tests } = zh.words;
		for (const [said, group] of [
			[zhFields.shared.verdict.word, verdicts],
			[zhFields.shared.verdict.qualifiers, qualifiers],
			[zhFields.shared.verdict.yearTest, tests],
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
			// 综合利用量 is what was made of waste.
			[/消耗量|使用量|耗用量|(?<!能源|利)用量/, "消费量"],
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
		text
			.replace(/^(\t*)(?:export const )?"?[\w-]*baseline[\w-]*"?:.*\n(?:\1\t.*\n)*/gim, "")
			.replace(/^(?:import \{ |\t)baseline,.*\n/gm, "")
			.replace(/--(?:write-)?baseline\b/g, "");

	it("let the word baseline stand only where known findings are meant", () => {
		const entry = '\t"baseline-unused": () =>\n\t\tsay("the baseline accepts it", "Remove the entry."),\n';
		const option = '\twhy: "See the file of --baseline.",\n';
		expect(besidesBaselines(entry + option)).not.toContain("baseline");
		expect(besidesBaselines(`${entry}\t"no-base": "the baseline year",\n`)).toContain("the baseline year");
	});

	it.each(Object.keys(synonyms))("in %s are the words of the trade, never a synonym", (id) => {
		const folder = join(root, "src", "language", id);
		const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
		expect(files.length).toBeGreaterThan(30);
		const found = files.flatMap((file) => {
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
	const manual = manualOf(language.id);

	it("has option sentences that stand beside their options", () => {
		const long = commands.flatMap((card) => {
			const list = [...card.options.flat(), ...common];
			const room = 80 - 2 - 2 - Math.max(...list.map((one) => flagOf(one).length));
			return list
				.map((one) => [one, sentenceOf(one, card.formats, language)] as const)
				.filter(([, sentence]) => width(sentence) > room)
				.map(([one, sentence]) => `${card.name} ${one}: ${sentence}`);
		});
		expect(long).toEqual([]);
	});

	it("has short summaries", () => {
		expect(commands.filter(({ name }) => width(pageOf(language.id, name).summary) > 50).map(({ name }) => name)).toEqual([]);
	});

	it("fits a screen of 80 columns, with nothing unfilled", () => {
		const pages = [programHelp(commands, manual, language), ...commands.map((card) => commandHelp(card, manual, language))];
		const lines = pages.flatMap((page) => page.split("\n"));
		expect(lines.filter((line) => width(line) > 80)).toEqual([]);
		expect(lines.filter((line) => /undefined|\$\{|\[object/.test(line))).toEqual([]);
	});
});

describe.each(
	languages.map((language) => [language.id, language] as const),
)("what is said around figures in %s", (id, language) => {
	const { report: texts, words, sources, explain, init } = language;
	const plans = { terms: [], others: [], further: 0 };
	const own = { reduction: "14.68", baseYear: 2021, targetYear: 2025 };
	const limits = { near: "0.9", far: "0.6" };
	const plan14 = {
		...{ targets: "plan-14", baseYear: 2020, targetYear: 2025, reduction: "18", prices: "constant-2020" },
		...{ electricity: "national@2021", electricityFactor: "0.5568" },
	};
	const plan15 = {
		...{ targets: "plan-15", baseYear: 2025, targetYear: 2030, reduction: "17", prices: "constant-2025" },
		...{ electricity: "national@2023", electricityFactor: "0.5306" },
	};
	const basis: Basis = {
		targets: "auto",
		plans: [plan14],
		path: "equal-rate",
		indicator: "value_added",
		product: "",
		outputUnit: "10^4 CNY",
		factors: "ndrc-guidelines",
		factorFiles: [{ file: "own.csv", factors: 2 }],
		firmsFiles: ["firms.csv"],
		boundary: "all",
		marketBased: true,
		screened: false,
		prices: null,
		deflator: null,
		mappings: ["raw=coke"],
		assertions: ["absent-is-zero", "add-repeats", "as-of=2026-03-31"],
		firms: [],
		years: [],
		rules: {
			file: "own.json",
			changes: [
				{ what: "off", name: "low-oxidation", value: "", own: "", reason: "as agreed" },
				{ what: "limit", name: "slip-ratio", value: "60", own: "50", reason: "as agreed" },
			],
		},
	};
	const steel: Basis = {
		...basis,
		indicator: "production",
		product: "steel",
		outputUnit: "t",
		plans: [{ ...plan14, electricity: "0.61", electricityFactor: null }],
		marketBased: false,
		prices: "constant-2020",
		mappings: [],
		assertions: [],
		factorFiles: [],
		firmsFiles: [],
		rules: null,
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
		[texts.judged({ basis, year: null, firms: 1, firm: "F12 X", ...plans }), "F12 X", words.shapes["equal-rate"].falls],
		[texts.judged({ basis, year: null, firms: 1, firm: "F13", ...plans, terms: [own] }), "14.68%", "2021", "18%", "2020", "2025"],
		[
			texts.judged({
				...{ basis, year: 2023, firms: 20, firm: null, terms: [], further: 6 },
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
		[texts.energy({ electricity: "0.1229", terms: [own] }), "0.1229", "14.68%", "2021", "2025"],
		[texts.otherFindings({ error: 1, warning: 2, note: 33 }, { beyond: false, years: false }), "1", "2", "33"],
		[texts.otherFindings({ error: 1, warning: 2, note: 33 }, { beyond: true, years: false }), "1", "2", "33"],
		[texts.chosen(basis, plainNaming), words.indicators.value_added, "ndrc-guidelines", "national@2021", "0.5568", "raw=coke"],
		[
			texts.judged({ basis: { ...basis, plans: [plan14, plan15] }, year: null, firms: 2, firm: null, ...plans }),
			...["plan-14", "plan-15", "18%", "17%", "2030"],
		],
		[texts.chosen({ ...basis, plans: [plan14, plan15] }, plainNaming), "0.5568", "0.5306", "plan-15"],
		[texts.chosen(steel, plainNaming), "steel", words.unit("t"), "0.61", "2020"],
		[texts.chosen({ ...basis, deflator: "ppi.csv", boundary: "energy" }, plainNaming), "ppi.csv", words.boundaries.energy],
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
		for (const { file } of [init.energy, init.output, init.firms]) expect(init.guide.text("tanlu report", false)).toContain(file);
	});
});
