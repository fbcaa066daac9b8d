/**
 * How each kind of cell is written: the grammar of the readers, as patterns that schemas can carry.
 *
 * A cell that is read without an error or a warning, and is written half-width with no blanks at its ends, fits its writing. The
 * report forgives more than this (full-width digits, blanks around a number) and says so.
 */

import type { CellKind } from "../../contract/cell-kinds.ts";
import { type UnitKind, unitDimensions } from "../../contract/tables.ts";
import { codeCharacters } from "../../domain/credit-code.ts";
import { periodForms, yearForm } from "../../domain/period.ts";
import { metricWords } from "../../intake/claim-metrics.ts";
import { exponent, grouped, placeholders } from "../../intake/number.ts";
import { growthWords } from "../../intake/tables/growth.ts";
import { scopeWords } from "../../intake/tables/targets.ts";
import { loadReference } from "../../reference/reference.ts";
import {
	goalKindNames,
	goalNames,
	indicatorNames,
	planAmountNames,
	readIndicator,
	readPlanAmount,
	useSpellings,
} from "../../reference/words.ts";

export interface Writing {
	/** The type of Table Schema that comes nearest. */
	readonly type: "string" | "number" | "year";
	/** Patterns of ECMA-262, each from `^` to `$`; a cell fits one of them. Empty where any text will do. */
	readonly forms: readonly string[];
	/** What stands for a missing value, beside nothing at all. */
	readonly missing: readonly string[];
	/** What a cell that fits may still not be: a pattern. */
	readonly but: string | undefined;
	readonly bounds: Bounds;
	/** A cell as it should be written; undefined where any text will do. */
	readonly example: string | undefined;
}

/** As Table Schema names them; the same in numbers that `but` says in digits. */
export interface Bounds {
	readonly minimum?: number;
	readonly exclusiveMinimum?: number;
	readonly maximum?: number;
	readonly exclusiveMaximum?: number;
}

/** A plain decimal, as `fromText` of exact/exact.ts reads it; a test holds the two together. */
const plainDecimal = /^-?\d{1,30}(\.\d{1,20})?$/;

const below = { zero: "^-[0.,]*[1-9]" };
/** Zero, and everything with a minus: no number above zero begins with one. */
const notAboveZero = "^-.*[0-9]|^[0.,]+([eE].*)?$";
const aboveOne = "^(?!.*[eE]-)[0,]*([2-9]|[1-9],?[0-9]|1\\.0*[1-9])|^[1-9](\\.[0-9]+)?[eE]\\+0*[1-9]";
/** A fraction where per cent is asked for. */
const belowOne = "^0[0,]*(\\.[0-9]*)?$|[eE]-0*[1-9]";
const fromHundred = "^(?!.*[eE])[0,]*[1-9],?[0-9],?[0-9]|^[1-9](\\.[0-9]+)?[eE]\\+0*([2-9]|[1-9][0-9])";
/** Minus a hundred, and all below it. */
const fromMinusHundred = `^-${fromHundred.slice(1).replace("|^", "|^-")}`;

export function writingOf(kind: CellKind): Writing {
	switch (kind) {
		case "text":
		case "coded":
			return written([], undefined);
		case "credit-code":
			// The check characters are beyond a pattern.
			return written([`^[${codeCharacters}]{18}$`], "91330281MA9X7K2T6N");
		case "period":
			return written(periodForms.map(sourceOf), "2023-06");
		case "year":
			return { ...written([sourceOf(yearForm)], "2023"), type: "year", bounds: { minimum: 1900, maximum: 2099 } };
		case "month":
			return written(["^(0?[1-9]|1[0-2])(月份?)?$"], "6");
		case "decimal":
			return number("20", undefined, {});
		case "quantity":
		case "zero-or-more":
			return number("1234.5", below.zero, { minimum: 0 });
		case "above-zero":
			return number("28.435", notAboveZero, { exclusiveMinimum: 0 });
		case "fraction":
			return number("0.98", `${notAboveZero}|${aboveOne}`, { exclusiveMinimum: 0, maximum: 1 });
		case "percent":
			return number("18", `${notAboveZero}|${belowOne}|${fromHundred}`, { minimum: 1, exclusiveMaximum: 100 });
		case "unit-of-factor":
			// Two units divided, or one of the units that electricity factors have.
			return written(["^[^/]+/[^/].*$"], "tCO2/t");
		case "use":
			return written([words(useSpellings())], "consumed");
		case "indicator":
			return written([indicatorForm([...indicatorNames(), ...planAmountNames()]), `^.+产量${qualifier}$`], "value_added");
		case "prices":
			// As readPrices of reference/words.ts reads them; a test holds the two together.
			return written(
				[
					`^.*(不变价|可比价|当年价|现价|当期价|现行价|${["constant", "comparable", "current", "nominal"].map(anyCase).join("|")}).*$`,
				],
				"constant-2020",
			);
		case "goal":
			return written([words(goalNames())], "co2");
		case "goal-kind":
			return written([words(goalKindNames())], "change");
		case "growth-rate":
			return number("1.9", fromMinusHundred, { exclusiveMinimum: -100 });
		case "growth-indicator":
			return written([words(Object.keys(growthWords))], "co2");
		case "claim-metric":
			return written([words(Object.keys(metricWords))], "total_co2");
		case "unit-of-claim":
			// One unit, or two divided.
			return written([unitForm(["co2-mass", "co2e-mass", "mass", "energy"]), "^[^/]+/[^/].*$"], "tCO2");
		case "scope":
			return written([words(Object.keys(scopeWords))], "all");
		default:
			return written([unitForm(unitDimensions[kind])], unitExamples[kind]);
	}
}

/** Words of indicators that are money, or that are a product's amount. */
export function indicatorWords(money: boolean): string[] {
	return indicatorNames().filter((name) => (readIndicator(name)?.indicator !== "production") === money);
}

/** Words of the rate of waste that is used, which is per cent. */
export function rateWords(): string[] {
	return planAmountNames().filter((name) => readPlanAmount(name)?.indicator === "solid_waste_rate");
}

/** 工业总产值(现价): what stands in brackets behind a word. */
const qualifier = "( *[(（][^()（）]*[)）])?";

export function indicatorForm(names: readonly string[]): string {
	return `^(${names.map(anyCase).join("|")})${qualifier}$`;
}

export function words(list: readonly string[]): string {
	return `^(${list.map(anyCase).join("|")})$`;
}

/** All spellings of the units of some dimensions; case matters only where it does to the reader. */
export function unitForm(dimensions: readonly string[]): string {
	const { units } = loadReference();
	const spelt = dimensions.flatMap((dimension) => {
		const names = units.names([dimension]);
		// Where the reader knows every unit by its capitals too, case has no meaning to it.
		const caseless = names.every((name) => units.find(name.toUpperCase())?.symbol === units.find(name)?.symbol);
		return names.map(caseless ? anyCase : literally);
	});
	return `^(${[...new Set(spelt)].join("|")})$`;
}

const unitExamples: { readonly [U in UnitKind]: string } = {
	"unit-of-carrier": "t",
	"unit-of-output": "10^4 CNY",
	"unit-of-target": "%",
	"unit-of-heat-value": "GJ/t",
	"unit-of-carbon-content": "tC/GJ",
};

function written(forms: readonly string[], example: string | undefined): Writing {
	return { type: "string", forms, missing: [], but: undefined, bounds: {}, example };
}

function number(example: string, but: string | undefined, bounds: Bounds): Writing {
	const missing = [...placeholders].filter((word) => word !== "");
	return { type: "number", forms: [plainDecimal, grouped, exponent].map(sourceOf), missing, but, bounds, example };
}

/** A pattern without the flags of JavaScript: a schema has none. */
function sourceOf({ source, flags }: RegExp): string {
	if (flags !== "") throw new Error(`a schema cannot carry the flags ${flags} of ${source}`);
	return source;
}

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Letters in either case. */
export function anyCase(text: string): string {
	return [...literally(text)].map((one) => (/[a-z]/i.test(one) ? `[${one.toLowerCase()}${one.toUpperCase()}]` : one)).join("");
}
