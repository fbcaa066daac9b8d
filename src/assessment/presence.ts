/**
 * Which carriers a year has: kind by kind and part by part, over sites, lots and uses. A row with 0 is presence; a sale is none,
 * since what is sold need not be bought.
 */
import { obtain } from "../domain/obtain.ts";
import type { Part } from "../domain/words.ts";
import { sign } from "../exact/exact.ts";
import { compare, plus, type Ratio, sign as signOf, times, whole, zeroRatio } from "../exact/ratio.ts";
import { kindOf } from "../reference/material-kinds.ts";
import type { Rules } from "./rules.ts";
import type { YearBasis } from "./year-basis.ts";

/** One kind of carrier in one year. */
export interface Presence {
	readonly kind: string;
	readonly part: Part;
	/** What its first row calls it: a carrier's id, or the text mapped to one. */
	readonly carrier: string;
	/** A process material, and no carrier that went into a product. */
	readonly material: boolean;
	/** t CO2 as it counts, below zero for what leaves; null where unknown. */
	co2: Ratio | null;
	/** Coal equivalent; null where unknown. */
	tce: Ratio | null;
	/** Some row of it is above zero. */
	used: boolean;
}

const made = new WeakMap<YearBasis["emissions"], ReadonlyMap<string, Presence>>();

/** By part and kind, in the order of the year's lines. */
export function presencesOf({ emissions }: YearBasis, rules: Rules): ReadonlyMap<string, Presence> {
	return obtain(made, emissions, () => {
		const found = new Map<string, Presence>();
		for (const { carrier, part, use, quantity, co2, tce } of emissions.carriers) {
			if (use === "sold" || (part === "process" && rules.boundary !== "all")) continue;
			const named = rules.carrierOf(carrier);
			const kind = kindOf(named);
			const material = part === "process" && named.process !== undefined;
			const first = { kind, part, carrier, material, co2: zeroRatio, tce: zeroRatio, used: false };
			const one = obtain<string, Presence>(found, `${part}|${kind}`, () => first);
			one.co2 = one.co2 === null || co2 === null ? null : plus(one.co2, co2);
			one.tce = one.tce === null || tce === null ? null : plus(one.tce, tce);
			one.used ||= quantity === null || sign(quantity) !== 0;
		}
		return found;
	});
}

/** What makes two years of a firm unlike: process emissions that come or go, or the material that made most of them. */
export interface BoundaryChange {
	/** Whether the later of the two has it. */
	readonly present: boolean;
	/** null where all process emissions come or go. */
	readonly material: string | null;
}

/** Whether a year is of another boundary than another; undefined where it is of the same, or where nobody can say. */
export function boundaryChange(now: YearBasis, then: YearBasis, rules: Rules): BoundaryChange | undefined {
	if (rules.boundary !== "all") return undefined;
	const present = now.emissions.present.has("process");
	if (partDiffers("process", now, then)) return { present, material: null };
	// What could not be read may be any material.
	if (!present || now.unread || then.unread || now.emissions.parts.process === null || then.emissions.parts.process === null)
		return undefined;
	const [before, after] = [presencesOf(then, rules), presencesOf(now, rules)];
	const gone = [...before].find(([name, one]) => !after.has(name) && madeMost(one, then));
	if (gone !== undefined) return { present: false, material: gone[1].carrier };
	const come = [...after].find(([name, one]) => !before.has(name) && madeMost(one, now));
	return come === undefined ? undefined : { present: true, material: come[1].carrier };
}

/**
 * Whether one of two years has a part that the other lacks. A year without any energy row is missing, not changed; and a row that
 * could not be read may be of the part that is lacking.
 */
export function partDiffers(part: Part, a: YearBasis, b: YearBasis): boolean {
	if (a.emissions.present.size === 0 || b.emissions.present.size === 0) return false;
	const present = a.emissions.present.has(part);
	return present !== b.emissions.present.has(part) && !(present ? b : a).unread;
}

/** A material that made more than half of the process part. */
function madeMost({ material, co2 }: Presence, { emissions }: YearBasis): boolean {
	const all = emissions.parts.process;
	return material && co2 !== null && all !== null && signOf(co2) > 0 && compare(times(co2, whole(2)), all) > 0;
}
