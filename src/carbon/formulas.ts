/**
 * The formulas of the guidelines, for one line of a firm-year: activity data × factor, with the sign by which it counts. What is
 * unknown and which factor is meant is decided elsewhere.
 */
import type { Use } from "../domain/words.ts";
import { negative, type Ratio } from "../exact/ratio.ts";
import type { Carrier } from "../reference/carriers.ts";
import { type Factor, perUnit } from "./factor.ts";

/**
 * How a line enters the sum. `emitted`: burnt, or turned into CO2 in the process, or bought as power or heat. `left`: sold, at the
 * factor it was counted by. `carbon-in` and `carbon-out`: feedstock and products, by the carbon they hold.
 */
export type Flow = "emitted" | "left" | "carbon-in" | "carbon-out";

export function flowOf({ group, process: material }: Carrier, use: Use): Flow {
	if (use === "sold") return "left";
	if (use === "consumed") return "emitted";
	// Power and heat hold no carbon: whatever they were for, they were bought or handed on.
	if (group === "electricity" || group === "heat") return use === "product" ? "left" : "emitted";
	if (use === "product") return "carbon-out";
	// The factor of a material is what it becomes in the process, which is what a raw material is for.
	return material === undefined || material.kind === "tc" ? "carbon-in" : "emitted";
}

/** E = AD × NCV × CC × OF × 44/12 of what burns, AD × EF of all else: by one unit; a deduction subtracts whatever it was used for. */
export function emissionPerUnit(factor: Factor, flow: Flow, { process: material }: Carrier): Ratio {
	const tonnes = perUnit(factor);
	return flow === "left" || flow === "carbon-out" || material?.kind === "deduction" ? negative(tonnes) : tonnes;
}
