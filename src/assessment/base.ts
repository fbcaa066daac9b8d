/** The base a firm is measured from: what the firms table states, else its own base year; or why there is none. */
import type { Reason } from "../domain/words.ts";
import { toText } from "../exact/exact.ts";
import { fromExact, type Ratio } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, nowhere, remark, rowAt } from "../findings/finding.ts";
import { bareAmount } from "../ledger/amounts.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { Rules } from "./rules.ts";
import type { YearBasis } from "./year-basis.ts";

/** The base a firm's years are measured from. */
export interface Base {
	readonly year: number;
	readonly intensity: Ratio;
	readonly energyIntensity: Ratio | null;
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
	readonly base: Base | undefined;
	/** Why there is none. */
	readonly reason: Reason | undefined;
	readonly disputed: boolean;
	/** The base year's tables, usable or not: the boundary is compared with theirs. */
	readonly basis: YearBasis | undefined;
}

export function findBase(
	firm: string,
	years: readonly YearBasis[],
	year: number,
	master: Master,
	rules: Rules,
	findings: Finding[],
): FoundBase {
	const basis = years.find((one) => one.year === year);
	const rows = basis !== undefined && basis.faults.length === 0 && basis.intensity !== null ? basis.intensity : undefined;
	const { baseIntensity } = master;
	if (baseIntensity !== undefined) {
		const disputed = rows !== undefined && rounded(rows, baseIntensity.places) !== baseIntensity.text;
		if (disputed && rows !== undefined) {
			findings.push(
				finding(
					remark("base-intensity-differs", { stated: baseIntensity.text, computed: rounded(rows, 12) }),
					nowhere,
					firm,
					String(year),
				),
			);
		}
		// Energy has no stated base: its rows serve only where they are at known constant prices.
		const priced = !rules.prices.money || basis?.output?.priceYear != null;
		const energyIntensity = rows === undefined || !priced ? null : (basis?.energyIntensity ?? null);
		return {
			base: {
				year,
				intensity: baseIntensity.value,
				energyIntensity,
				priceYear: rules.prices.money ? rules.plan.priceYear : null,
			},
			reason: undefined,
			disputed,
			basis,
		};
	}
	if (rows !== undefined && basis?.output != null && (!rules.prices.money || basis.output.priceYear !== null)) {
		return {
			base: { year, intensity: rows, energyIntensity: basis.energyIntensity, priceYear: basis.output.priceYear },
			reason: undefined,
			disputed: false,
			basis,
		};
	}
	const unpriced = rules.prices.money && basis?.output != null && basis.output.priceYear === null;
	const reason: Reason = basis?.faults.includes("errors") ? "errors" : unpriced ? "prices" : "no-base";
	if (years.some((one) => one.year !== year)) {
		const about =
			basis === undefined
				? remark("no-base", { base: year })
				: remark("base-unusable", { base: year, reason: basis.faults[0] ?? reason });
		findings.push(finding(about, nowhere, firm, String(year)));
	}
	return { base: undefined, reason, disputed: false, basis };
}
