/**
 * Between what and what a limit of a rules file may be. Limits are compared exactly, by whole powers where they are factors, so
 * that each digit more takes more time; and a factor below one turns a question round.
 */
import { compare, type Exact, known } from "../exact/exact.ts";

export interface LimitBounds {
	readonly least: string;
	readonly most: string;
}

/** Digits after the point. */
export const mostPlaces = 6;

const usual: LimitBounds = { least: "0", most: "1000000" };
/** Something is larger than something by it. */
const factor: LimitBounds = { least: "1", most: "1000000" };
/** Numbers of months, of firms, of digits. */
const months: LimitBounds = { least: "1", most: "1200" };
const digits: LimitBounds = { least: "1", most: "30" };

const special: Readonly<Record<string, LimitBounds>> = {
	"slip-ratio": factor,
	"slip-gap": factor,
	"year-gap": factor,
	"slip-margin": factor,
	"month-ratio": factor,
	"step-ratio": factor,
	"sector-ratio": factor,
	"sector-near": factor,
	"month-deviation": { least: "0.01", most: "1000000" },
	"step-before": months,
	"sector-firms": months,
	"heat-carbon-lots": months,
	"chance-digits": digits,
	"chance-digits-years": digits,
	"dust-digits": digits,
	"dust-run": digits,
	"measured-digits": digits,
	"unchanged-digits": digits,
};

/** Of a limit by its name. */
export function boundsOf(name: string): LimitBounds {
	return special[name] ?? (name.endsWith("-months") ? months : usual);
}

/** Whether a value is within them, and written with no more digits than are compared. */
export function within(value: Exact, text: string, { least, most }: LimitBounds): boolean {
	const places = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
	return places <= mostPlaces && compare(value, known(least)) >= 0 && compare(value, known(most)) <= 0;
}
