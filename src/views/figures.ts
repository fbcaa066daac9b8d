/** Figures as people read them: a fixed number of places, so that points stand under points; unknown ones marked. */
import { known } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { fromExact, type Ratio } from "../exact/ratio.ts";

/** Places of per cents and tonnes; intensities have as many as are asked for. */
export const perCentPlaces = 2;
export const tonnePlaces = 2;

/** Always the same number of places. */
export function fixed(value: Figure, places: number): string {
	const written = value(places);
	if (places === 0) return written;
	const point = written.indexOf(".");
	return point < 0 ? `${written}.${"0".repeat(places)}` : written.padEnd(point + 1 + places, "0");
}

export function shown(value: Figure | null | undefined, places: number, unknown: string): string {
	return value == null ? unknown : fixed(value, places);
}

/** With its sign, where a reader must see at once whether it is above zero. */
export function signed(value: Figure | null | undefined, places: number, unknown: string): string {
	if (value == null) return unknown;
	const written = fixed(value, places);
	return /^0(\.0*)?$/.test(written) || written.startsWith("-") ? written : `+${written}`;
}

export function exactly(value: Ratio | null | undefined, places: number, unknown: string): string {
	return value == null ? unknown : fixed(figure(value), places);
}

/**
 * A figure of a contract, which has twelve places, to fewer. One that stands right between two keeps a place more: on which side the exact
 * value lies is no longer known.
 */
export function fewer(value: string | null, places: number, unknown: string): string {
	if (value === null) return unknown;
	const decimals = value.split(".")[1] ?? "";
	const tie = decimals.length === places + 1 && decimals.endsWith("5");
	return fixed(figure(fromExact(known(value))), tie ? places + 1 : places);
}
