/** The words of the trade in English. */
import type { Words } from "../language.ts";
import { tableNames } from "./fields/compiled.ts";

const targets: Readonly<Record<string, string>> = {
	"plan-14": "the 14th Five-Year Plan for Industrial Green Development (plan-14)",
	"plan-15": "the 15th Five-Year Plan's action plan for carbon peaking (plan-15)",
	provincial: "provincial targets, else those of the Five-Year Plan (provincial)",
	auto: "the plan of each year (plan-14 to 2025, plan-15 from 2026)",
};

export const words: Words = {
	verdicts: {
		"on-track": "on track",
		"on-track-slowing": "on track but slowing",
		behind: "behind",
		"off-track": "off track",
		met: "met",
		missed: "missed",
		withheld: "withheld",
	},
	qualifiers: { near: "slightly", far: "far", "catching-up": "catching up", "to-date": "to date" },
	reasons: {
		errors: "errors in the data",
		"no-output": "no output",
		"months-missing": "months missing",
		partial: "part of a year",
		prices: "prices not constant",
		boundary: "boundary changed",
		"no-base": "no base year",
		"no-last-year": "same months of last year not given",
		"not-monthly": "amounts not by month",
		"cannot-conclude": "open findings outweigh it",
	},
	tests: { pass: "pass", fail: "fail", "not-checked": "not checked" },
	coverage: { "whole-year": "whole year", partial: "part of a year", "months-missing": "months missing" },
	gravities: { error: "error", warning: "warning", note: "note" },
	parts: { fuel: "fuel", process: "process", electricity: "electricity", heat: "heat" },
	uses: { consumed: "consumed", sold: "sold", product: "product", feedstock: "feedstock" },
	indicators: {
		value_added: "industrial value added",
		output_value: "output value",
		revenue: "revenue",
		production: "production",
		water: "water taken",
		solid_waste: "solid waste made",
		solid_waste_used: "solid waste used",
		solid_waste_rate: "solid waste use rate",
		so2: "sulphur dioxide",
		nox: "nitrogen oxides",
		cod: "chemical oxygen demand",
		ammonia_nitrogen: "ammonia nitrogen",
		particulates: "particulates",
		voc: "volatile organic compounds",
		pollutants: "main pollutants",
	},
	growthIndicators: { co2: "CO2", energy: "energy", value_added: "value added" },
	claimMetrics: {
		total_co2: "total CO2",
		scope1: "scope 1",
		scope2: "scope 2",
		energy_tce: "energy",
		intensity: "intensity",
		scope3: "scope 3",
	},
	tables: tableNames,
	boundaries: {
		all: "fuel, process, net purchased electricity and heat",
		energy: "fuel, net purchased electricity and heat, without process emissions",
	},
	shapes: {
		"equal-rate": {
			option: "equal-rate",
			falls: "at an equal yearly rate",
			progress: (reduction) => `ln(1 - fall since base) / ln(1 - ${reduction}%), so that equal rates are equal steps`,
			required: ({ base, keep, step, years }) => `${base} × (${keep})^(${step}/${years})`,
			sides: (years) =>
				`Each side is raised to the power ${years}, so that no root is taken: left is the intensity, right what is allowed.`,
		},
		linear: {
			option: "linear",
			falls: "in a straight line",
			progress: (reduction) => `the fall since base as a share of ${reduction}%`,
			required: ({ base, keep, step, years }) => `${base} × (1 − (1 − ${keep}) × ${step}/${years})`,
			sides: () => "Left is the intensity, right what is allowed.",
		},
	},
	prices: (prices) =>
		prices === "current"
			? "current prices"
			: prices === "unstated"
				? "unstated prices"
				: `constant ${prices.slice("constant-".length)} prices`,
	unit: (symbol) => symbol.replace("CNY", "yuan"),
	targets: (id) => targets[id] ?? id,
	unknown: "?",
	notApplicable: "-",
	yes: "yes",
	no: "no",
	list: (items) => items.join(", "),
	with: (word, more) => (more.length === 0 ? word : `${word}: ${more.join(", ")}`),
};
