/** The grid factor of a year and province, by the mode the caller chose. Average and reporting factors are never compared. */
import { obtain } from "../domain/obtain.ts";
import { type Exact, fromText, known, sign } from "../exact/exact.ts";
import type { ElectricitySeed } from "../reference/seeds.ts";

export type ElectricityMode =
	| { readonly kind: "national"; readonly year: number | null; readonly text: string }
	| { readonly kind: "provincial"; readonly year: number | null; readonly text: string }
	| { readonly kind: "number"; readonly value: Exact; readonly text: string };

export interface GridFactor {
	/** kgCO2 per kWh. */
	readonly value: Exact;
	readonly text: string;
	readonly source: string;
	/** Set where the year asked for is not published and another was taken. */
	readonly nearestYear: number | undefined;
}

/** `national@2021`, `national`, `provincial@2021`, `provincial`, or a number of kgCO2 per kWh. */
export function readMode(text: string): ElectricityMode | undefined {
	const named = /^(national|provincial)(?:@(\d{4}))?$/.exec(text);
	if (named !== null) return { kind: named[1] as "national", year: named[2] === undefined ? null : Number(named[2]), text };
	const value = fromText(text);
	return value === undefined || sign(value) < 0 ? undefined : { kind: "number", value, text };
}

/** The average factors of one region, by data year; market-based ones where asked. Asked of every firm-year. */
function published(seeds: readonly ElectricitySeed[], region: string, basis: string): readonly ElectricitySeed[] {
	const lists = obtain(kept, seeds, () => new Map<string, readonly ElectricitySeed[]>());
	return obtain(lists, `${region} ${basis}`, () =>
		seeds
			.filter((seed) => seed.region === region && seed.basis === basis && seed.year !== null)
			.sort((a, b) => (a.year as number) - (b.year as number)),
	);
}

const kept = new WeakMap<readonly ElectricitySeed[], Map<string, readonly ElectricitySeed[]>>();

/**
 * The factor for electricity used in a year. `iso` is the province's code, for provincial modes. Undefined where none is
 * published: a province without factors, or a fixed data year that was never printed.
 */
export function gridFactor(
	seeds: readonly ElectricitySeed[],
	mode: ElectricityMode,
	year: number,
	iso: string | undefined,
	withoutMarket: boolean,
): GridFactor | undefined {
	if (mode.kind === "number")
		return { value: mode.value, text: mode.text, source: "as given on the command line", nearestYear: undefined };
	const region = mode.kind === "national" ? "CN" : iso;
	if (region === undefined) return undefined;
	const rows = published(seeds, region, withoutMarket ? "average-excluding-market-nonfossil" : "average");
	const wanted = mode.year ?? year;
	const exactly = rows.find((row) => row.year === wanted);
	if (exactly !== undefined || mode.year !== null) return exactly === undefined ? undefined : made(exactly, undefined);
	// The nearest published year; of two equally near, the earlier.
	const [nearest] = [...rows].sort(
		(a, b) =>
			Math.abs((a.year as number) - wanted) - Math.abs((b.year as number) - wanted) || (a.year as number) - (b.year as number),
	);
	return nearest === undefined ? undefined : made(nearest, nearest.year as number);
}

function made(row: ElectricitySeed, nearestYear: number | undefined): GridFactor {
	return { value: known(row.factor), text: row.factor, source: row.source, nearestYear };
}

/** Whether any factor of this fixed year is published at all: asked before the run, so that a slip is told at once. */
export function modeIsPublished(seeds: readonly ElectricitySeed[], mode: ElectricityMode): boolean {
	if (mode.kind === "number" || mode.year === null) return true;
	const level = mode.kind;
	return seeds.some((row) => row.level === level && row.basis === "average" && row.year === mode.year);
}
