/** The measured parameters of a row: part of its key, because two lots of coal with two heat values are two facts. */
import { type Exact, toText } from "../exact/exact.ts";
import { type Ratio, reduced } from "../exact/ratio.ts";

export interface Parameters {
	/** Names one set of parameters; empty where nothing was measured. */
	readonly key: string;
	/** GJ per natural unit of the carrier. */
	readonly ncv?: Exact;
	/** tC per GJ. */
	readonly carbonContent?: Exact;
	/** Fraction. */
	readonly oxidationRate?: Exact;
	/** t CO2 per unit the amount is held in. */
	readonly emissionFactor?: Ratio;
	/** The factor as written, with the unit it is for. */
	readonly emissionFactorText?: string;
	/** What turned tonnes of steam or hot water into GJ: `enthalpy=2800` or `temperature=80`. */
	readonly heatContent?: string;
}

export const unmeasured: Parameters = { key: "" };

/** The same parameters with their key: one writing for one set of numbers. */
export function keyed(measured: Omit<Parameters, "key">): Parameters {
	const parts: string[] = [];
	if (measured.ncv !== undefined) parts.push(`ncv=${toText(measured.ncv)}`);
	if (measured.carbonContent !== undefined) parts.push(`carbon_content=${toText(measured.carbonContent)}`);
	if (measured.oxidationRate !== undefined) parts.push(`oxidation_rate=${toText(measured.oxidationRate)}`);
	if (measured.emissionFactor !== undefined) {
		const { over, under } = reduced(measured.emissionFactor);
		parts.push(`emission_factor=${over}/${under}`);
	}
	if (measured.heatContent !== undefined) parts.push(measured.heatContent);
	return parts.length === 0 ? unmeasured : { key: parts.join(";"), ...measured };
}
