/** t CO2 and tce of one base unit of a carrier. */
import { GJ_PER_TCE, HEAT_FACTOR } from "../figures.ts";
import { Fraction, ONE, ZERO } from "../fraction.ts";
import { CARBON_TO_CO2, type Carrier } from "./carriers.ts";
import type { Measured } from "./read.ts";

/** kg CO2/kWh, the published average of 2021 */
const GRID = "0.5568";

// MEE steel guideline CETS-AG-03.01-V01-2024, table A.1; its company level takes no oxidation rate.
const STEEL_SET: Readonly<Record<string, readonly [string, string]>> = { coke: ["28.435", "0.02942"] };

const parameter = (measured: Fraction | null, usual: string | undefined): Fraction | null =>
	measured ?? (usual === undefined ? null : Fraction.from(usual));

const fuel = (carrier: Carrier, measured: Measured, energy: boolean, set: string | undefined): Fraction | null => {
	const [heat, share] = set === "mee-steel-2024" ? (STEEL_SET[carrier.id] ?? []) : [carrier.ncv, carrier.carbon];
	const ncv = energy ? ONE : parameter(measured.ncv, heat);
	const carbon = parameter(measured.carbon, share);
	const oxidation = set === "mee-steel-2024" ? ONE : parameter(measured.oxidation, carrier.oxidation);
	if (ncv === null || carbon === null || oxidation === null) return null;
	return ncv.mul(carbon).mul(oxidation).mul(CARBON_TO_CO2);
};

export const co2PerUnit = (
	carrier: Carrier,
	measured: Measured,
	energy: boolean,
	asked: { readonly electricity?: string; readonly factors?: string },
): Fraction | null => {
	if (carrier.medium) return ZERO;
	if (measured.direct !== null) return measured.direct;
	switch (carrier.kind) {
		case "fuel":
			return fuel(carrier, measured, energy, asked.factors);
		case "electricity":
			return carrier.zero ? ZERO : Fraction.from(asked.electricity ?? GRID);
		case "heat":
			return Fraction.from(HEAT_FACTOR);
		case "process":
			return carrier.factor === undefined ? null : Fraction.from(carrier.factor);
	}
};

export const tcePerUnit = (carrier: Carrier, measured: Measured, energy: boolean): Fraction | null => {
	if (energy) return ONE.div(Fraction.from(GJ_PER_TCE));
	if (measured.ncv !== null) return measured.ncv.div(Fraction.from(GJ_PER_TCE));
	if (carrier.tce !== undefined) return Fraction.from(carrier.tce);
	return carrier.ncv === undefined ? null : Fraction.from(carrier.ncv).div(Fraction.from(GJ_PER_TCE));
};
