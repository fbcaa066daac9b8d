/** What a run counts by, made once: results write it, people are told it, the library hands it out. */
import type { Boundary, Indicator, PathShape, Prices } from "./words.ts";

export interface Basis {
	/** `auto`, an id of a published set, `provincial`, or a file. */
	readonly targets: string;
	/** In order of base year: each judges the years behind its base year up to its target year. */
	readonly plans: readonly [BasisPlan, ...BasisPlan[]];
	readonly path: PathShape;
	readonly indicator: Indicator;
	/** For `production`; empty else. */
	readonly product: string;
	/** Unit of the denominator: 10^4 CNY for money, the base unit of the product's dimension else. */
	readonly outputUnit: string;
	readonly boundary: Boundary;
	/** A published fuel set by its id. */
	readonly factors: string;
	/** The user's own tables of factors, which win over it: each with how many factors came from it. */
	readonly factorFiles: readonly { readonly file: string; readonly factors: number }[];
	/** Firms tables that an option names: their bases and targets count. */
	readonly firmsFiles: readonly string[];
	readonly marketBased: boolean;
	/** Every rule of screening was asked, and a verdict that open findings outweigh is withheld. */
	readonly screened: boolean;
	/** Asserted prices; null where they count as stated. */
	readonly prices: Prices | null;
	/** The file of price indices. */
	readonly deflator: string | null;
	/** As typed, each once, in order: `原煤=bituminous-coal`. */
	readonly mappings: readonly string[];
	/** What the user vouches for: `absent-is-zero`, `prices=constant-2020`. */
	readonly assertions: readonly string[];
	/** Firms and years that are shown; all where there are none. What is computed does not depend on it. */
	readonly firms: readonly string[];
	readonly years: readonly number[];
	/** What a rules file changes; null where the tool's own rules are in force. */
	readonly rules: { readonly file: string; readonly changes: readonly RuleChange[] } | null;
}

/** A plan that years are judged by. */
export interface BasisPlan {
	/** An id of a published plan, or a file. */
	readonly targets: string;
	readonly baseYear: number;
	readonly targetYear: number;
	/** Per cent, as printed. */
	readonly reduction: string;
	/** The plan's own prices: constant ones of its base year; null where the intensity is per product. */
	readonly prices: string | null;
	/** How electricity counts in all years that the plan sees. */
	readonly electricity: string;
	/** kgCO2 per kWh, where one factor serves all firms and years. */
	readonly electricityFactor: string | null;
}

/** One entry of a rules file. */
export interface RuleChange {
	readonly what: "limit" | "gravity" | "off";
	readonly name: string;
	/** Of a limit and a gravity; empty where a rule is switched off. */
	readonly value: string;
	/** What the tool has in its place. */
	readonly own: string;
	readonly reason: string;
}

/** A change as it stands in machine formats: `slip-ratio=60 (as agreed)`. */
export function changeText({ what, name, value, reason }: RuleChange): string {
	return `${name}=${what === "off" ? "off" : value} (${reason})`;
}

/** Prices are told by themselves. */
export function assertionsBesidesPrices({ assertions }: Basis): string[] {
	return assertions.filter((one) => !one.startsWith("prices="));
}
