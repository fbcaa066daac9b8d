/** What the decomposition reads of a firm's year: its output and its lines, each carrier once. The one place that knows an assessed year. */

import type { FirmYear } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import { obtain } from "../domain/obtain.ts";
import { sign as signOf } from "../exact/exact.ts";
import { plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";

/** One carrier of a year, over lots and sites. */
export interface CarrierYear {
	readonly carrier: string;
	/** Process lines have no energy here: what went in for its carbon is none that was used. */
	readonly kind: "energy" | "process" | "left";
	/** Electricity whose factor is the grid's, and no row's own. */
	readonly grid: boolean;
	/** t CO2, as it counts. */
	readonly co2: Ratio;
	/** tce; null where neither a coefficient nor a heat value is known. */
	readonly tce: Ratio | null;
}

export interface DriverYear {
	readonly emissions: Ratio;
	readonly output: Ratio;
	/** By a name that is the same in each year. */
	readonly carriers: ReadonlyMap<string, CarrierYear>;
	/** tce of what was used as energy; null where it is unknown of some of it. */
	readonly energy: Ratio | null;
}

/** A year as it is decomposed; undefined where its emissions or its output are unknown. */
export function driverYear({ emissions, output }: FirmYear, rules: Rules): DriverYear | undefined {
	if (emissions.total === null || output === null || sign(output.value) <= 0) return undefined;
	const carriers = new Map<string, CarrierYear>();
	let energy: Ratio | null = zeroRatio;
	for (const { carrier, part, use, co2, tce, quantity, factor } of emissions.carriers) {
		if (part === "process" && rules.boundary !== "all") continue;
		const { id, group } = rules.carrierOf(carrier);
		const left = use === "sold" || (use === "product" && part !== "process") || (co2 !== null && sign(co2) < 0);
		const kind = left ? "left" : part === "process" ? "process" : "energy";
		const nothingUsed = quantity !== null && signOf(quantity) === 0;
		const there = obtain(carriers, `${kind}|${use}|${id}`, (): CarrierYear => {
			return { carrier: id, kind, grid: group === "electricity" && kind === "energy", co2: zeroRatio, tce: zeroRatio };
		});
		if (kind === "energy") energy = energy === null || tce === null ? null : plus(energy, tce);
		carriers.set(`${kind}|${use}|${id}`, {
			...there,
			grid: there.grid && (nothingUsed || factor?.source !== "row"),
			co2: plus(there.co2, co2 ?? zeroRatio),
			tce: there.tce === null || tce === null ? null : plus(there.tce, tce),
		});
	}
	return { emissions: emissions.total, output: output.value, carriers, energy };
}
