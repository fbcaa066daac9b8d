/** The base a firm is measured from: what the firms table states, else its own base year; or why there is none. */
import type { Reason } from "../domain/words.ts";
import { toText } from "../exact/exact.ts";
import { fromExact, type Ratio } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, nowhere, remark, rowAt } from "../findings/finding.ts";
import { bareAmount } from "../ledger/amounts.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { Rules } from "./rules.ts";
import { pricedAt, type YearBasis } from "./year-basis.ts";

/** The base a firm's years are measured from. */
export interface Base {
	readonly year: number;
	readonly intensity: Ratio;
	readonly energyIntensity: Ratio | null;
	/** Without energy used as feedstock. */
	readonly netEnergyIntensity: Ratio | null;
	/** null for products. */
	readonly priceYear: number | null;
}

/** The firms table, settled. */
export interface Master {
	readonly baseIntensity: { readonly value: Ratio; readonly text: string; readonly places: number } | undefined;
	readonly baseYear: number | undefined;
	readonly targetPercent: string | undefined;
	/** Two rows of the firms table contradict each other. */
	readonly conflict: boolean;
}

/** What the firms table says of the firm's base and target. */
export function masterOf({ firm, master }: FirmRecord, findings: Finding[]): Master {
	let conflict = false;
	const only = <V>(
		what: string,
		values: readonly (readonly [string, V, { readonly file: string; readonly row: number; readonly line: number }])[],
	): V | undefined => {
		if (values.length > 1) {
			conflict = true;
			const [, , at] = values[0] as (typeof values)[number];
			const rows = values.map(([, , place]) => rowAt(place));
			findings.push(
				finding(
					remark("conflicting-entries", {
						what: { of: "column", column: what, year: "" },
						values: values.map(([text]) => bareAmount(text)),
						rows,
						differIn: [],
					}),
					{ ...at, column: "", value: "" },
					firm,
				),
			);
			return undefined;
		}
		return values[0]?.[1];
	};
	const intensities = [...master.baseIntensities].map(
		([text, { value, place, places }]) => [text, { value: fromExact(value), text: toText(value), places }, place] as const,
	);
	return {
		baseIntensity: only("base_intensity", intensities),
		baseYear: only(
			"base_year",
			[...master.baseYears].map(([year, place]) => [String(year), year, place] as const),
		),
		targetPercent: only(
			"target_pct",
			[...master.targetPercents].map(([text, { place }]) => [text, text, place] as const),
		),
		conflict,
	};
}

export interface FoundBase {
	readonly year: number;
	/** The base at each of the price years it is known at, newest first; under null where there are no prices. Empty where there is none. */
	readonly at: ReadonlyMap<number | null, Base>;
	/** Why there is none. */
	readonly reason: Reason | undefined;
	readonly disputed: boolean;
	/** The base year's tables, usable or not: the boundary is compared with theirs. */
	readonly basis: YearBasis | undefined;
}

/** `isNextBase`: whether another plan of the run begins with a year. */
export function findBase(
	firm: string,
	years: readonly YearBasis[],
	year: number,
	master: Master,
	rules: Rules,
	isNextBase: (year: number) => boolean,
	findings: Finding[],
): FoundBase {
	const basis = years.find((one) => one.year === year);
	const rows = basis !== undefined && basis.faults.length === 0 && basis.intensity !== null ? basis : undefined;
	const { baseIntensity } = master;
	const { money, planPriceYear } = rules.prices;
	if (baseIntensity !== undefined) {
		const computed = rows?.intensity ?? null;
		const disputed = computed !== null && rounded(computed, baseIntensity.places) !== baseIntensity.text;
		if (disputed) {
			findings.push(
				finding(
					remark("base-intensity-differs", { stated: baseIntensity.text, computed: rounded(computed, 12) }),
					nowhere,
					firm,
					String(year),
				),
			);
		}
		const priceYear = money ? planPriceYear : null;
		// Energy has no stated base: its rows serve only where they are at the plan's prices.
		const priced = rows?.outputs?.at.has(priceYear) === true ? pricedAt(rows, priceYear) : undefined;
		const { energyIntensity = null, netEnergyIntensity = null } = priced ?? {};
		const stated = { year, intensity: baseIntensity.value, energyIntensity, netEnergyIntensity, priceYear };
		return { year, at: new Map([[priceYear, stated]]), reason: undefined, disputed, basis };
	}
	const at = rows === undefined ? new Map<number | null, Base>() : basesOf(rows);
	if (at.size > 0) return { year, at, reason: undefined, disputed: false, basis };
	const unpriced = money && basis?.output != null && basis.outputs?.at.size === 0;
	const reason: Reason = basis?.faults.includes("errors") ? "errors" : unpriced ? "prices" : "no-base";
	const others = years.filter((one) => one.year !== year);
	if (others.length > 0) {
		const about =
			basis === undefined
				? remark("no-base", { base: year })
				: remark("base-unusable", { base: year, reason: basis.faults[0] ?? reason });
		// Of whom only the year is there that the next plan begins with, it is that base which is wanted.
		const minor = basis === undefined && others.every((one) => isNextBase(one.year));
		findings.push({ ...finding(about, nowhere, firm, String(year)), ...(minor ? { minor } : {}) });
	}
	return { year, at, reason, disputed: false, basis };
}

/** The base at each of the price years that its output is known at. */
function basesOf(basis: YearBasis): Map<number | null, Base> {
	const { year, outputs } = basis;
	return new Map(
		[...(outputs?.at.keys() ?? [])].flatMap((priceYear) => {
			const { intensity, energyIntensity, netEnergyIntensity } = pricedAt(basis, priceYear);
			return intensity === null
				? []
				: [[priceYear, { year, intensity, energyIntensity, netEnergyIntensity, priceYear }] as const];
		}),
	);
}
