/** A firm's year while its entries are gathered: what was used and made, and which months that covers. */
import type { Period } from "../domain/period.ts";
import type { Indicator, Part, Prices, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Parameters } from "./parameters.ts";
import type { Item } from "./resolve.ts";

/** What a firm used of one carrier for one purpose in a year, with one set of measured parameters, over all sites. */
export interface EnergyLine {
	readonly carrier: string;
	readonly use: Use;
	readonly measured: Parameters;
	readonly unit: string;
	readonly amount: Exact;
	/** Whether the amount is known; not where rows of it contradict each other. */
	readonly known: boolean;
	/** An entry it came from, to point at. */
	readonly item: Item<Parameters>;
}

/** One statement of the year's output, at one kind of prices. */
export interface OutputLine {
	readonly prices: Prices;
	readonly unit: string;
	readonly amount: Exact;
	readonly mask: number;
	readonly items: readonly Item<{ readonly key: string }>[];
}

/** What decides how a firm's book is read. */
export interface FactRules {
	readonly partOf: (carrier: string) => Part;
	/** The carrier that a key counts as: two that are mapped to one cover each other's months. */
	readonly idOf: (carrier: string) => string;
	readonly indicator: Indicator;
	readonly product: string;
	readonly absentIsZero: boolean;
	readonly adding: boolean;
	readonly slipRatio: Exact;
}

export interface Draft {
	readonly lines: Map<string, EnergyLine>;
	/** Months covered, and months left blank, by carrier. */
	readonly masks: Map<string, { covered: number; blank: number; item: Item<Parameters> | undefined }>;
	/** Periods that are counted, by series. */
	readonly series: Map<string, Period[]>;
	readonly outputs: OutputLine[];
	readonly unknown: Set<Part | "any" | "output" | "verdict">;
	readonly faulty: { readonly carrier: string; readonly use: Use | "" }[];
	/** Months whose output row was refused. */
	refusedOutput: number;
	/** Months whose output was left blank. */
	blankOutput: number;
}

export function emptyDraft(): Draft {
	return {
		lines: new Map(),
		masks: new Map(),
		series: new Map(),
		outputs: [],
		unknown: new Set(),
		faulty: [],
		refusedOutput: 0,
		blankOutput: 0,
	};
}
