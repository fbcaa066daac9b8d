/** What a plain firm uses of each part for its output, year by year, in coal equivalent: for who gathers firms side by side. */
import type { Part } from "../../domain/words.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { yearlyOf } from "./yearly.ts";

/** What is nearly all subtracted again has lost its digits. */
const lost = 1e-3;

let room = new Float64Array(64);

/**
 * tce per output of each part at year × parts + part, in memory that is used again; NaN where there is none. Each within 1e-12 of its own.
 * Undefined where floats leave anything open.
 */
export function perOutputOf(plain: PlainCase, parts: readonly Part[]): Float64Array | undefined {
	const yearly = yearlyOf(plain);
	if (yearly === undefined) return undefined;
	const { sums, years } = measuresOf(plain);
	if (room.length < years * parts.length) room = new Float64Array(years * parts.length);
	for (let year = 0; year < years; year += 1) {
		const present = plain.shape.like.firm.years[year]?.emissions.present;
		for (let part = 0; part < parts.length; part += 1) {
			let [all, size] = [0, 0];
			for (const one of yearly.shape.together) {
				if (one.part !== parts[part] || one.use === "feedstock") continue;
				for (const kind of one.kinds) {
					const tce = (sums[kind * years + year] as number) * (plain.shape.tce[kind * years + year] as number);
					all += tce;
					size += Math.abs(tce);
				}
			}
			if (size > 0 && Math.abs(all) <= size * lost) return undefined;
			const isThere = all > 0 && present?.has(parts[part] as Part) === true;
			room[year * parts.length + part] = isThere ? all / (yearly.output[year] as number) : Number.NaN;
		}
	}
	return room;
}
