/** CO2 and coal equivalent of one entry. */
import type { Carrier } from "./figures.ts";
import { GJ_PER_TCE, GRID, GRID_REST, HEAT_FACTOR, WATER_ENTHALPY } from "./figures.ts";
import { Fraction, ZERO } from "./fraction.ts";
import type { EnergyEntry } from "./reading.ts";

export interface Power {
	/** t CO2/MWh */
	readonly grid: Fraction;
	readonly rest: Fraction;
	readonly marketBased: boolean;
}

/** `national@2021`, `national@2023` or a number of kg CO2/kWh. */
export const powerOf = (choice: string, marketBased: boolean): Power => {
	const year = /^national@(\d{4})$/.exec(choice)?.[1];
	if (year === undefined) return { grid: Fraction.from(choice), rest: Fraction.from(choice), marketBased };
	return { grid: Fraction.from(GRID[year] ?? ""), rest: Fraction.from(GRID_REST[year] ?? ""), marketBased };
};

const CARBON_TO_CO2 = Fraction.of(44n, 12n);

const given = (measured: Fraction | null, usual: string | undefined): Fraction | null => {
	if (measured !== null) return measured;
	return usual === undefined ? null : Fraction.from(usual);
};

/** The amount in GJ for heat that is metered by mass. */
const heatOf = ({ dimension, amount, measured }: EnergyEntry): Fraction => {
	if (dimension === "energy" || measured.enthalpy === null) return amount;
	return amount.mul(measured.enthalpy.sub(Fraction.from(WATER_ENTHALPY))).div(Fraction.of(1000n));
};

const fuelCo2 = ({ carrier, dimension, amount, measured }: EnergyEntry): Fraction | null => {
	const ncv = dimension === "energy" ? Fraction.of(1n) : given(measured.ncv, carrier.ncv);
	const carbon = given(measured.carbon, carrier.carbon);
	const oxidation = given(measured.oxidation, carrier.oxidation);
	if (ncv === null || carbon === null || oxidation === null) return null;
	return amount.mul(ncv).mul(carbon).mul(oxidation).mul(CARBON_TO_CO2);
};

const powerCo2 = (carrier: Carrier, amount: Fraction, power: Power): Fraction => {
	if (carrier.zero) return ZERO;
	if (!power.marketBased) return amount.mul(power.grid);
	return carrier.green ? ZERO : amount.mul(power.rest);
};

/** t CO2 of the amount, without the sign of its use; null where no factor is known. */
export const co2Of = (entry: EnergyEntry, power: Power): Fraction | null => {
	const { carrier, amount, measured } = entry;
	// Nothing used emits nothing, whether or not a factor is known.
	if (amount.sign === 0) return amount;
	if (measured.direct !== null) return amount.mul(measured.direct);
	switch (carrier.kind) {
		case "fuel":
			return fuelCo2(entry);
		case "electricity":
			return powerCo2(carrier, amount, power);
		case "heat":
			return heatOf(entry).mul(Fraction.from(HEAT_FACTOR));
		case "process":
			return amount.mul(Fraction.from(carrier.factor ?? ""));
	}
};

export interface Coal {
	readonly tce: Fraction | null;
	readonly derived: boolean;
}

export const coalOf = (entry: EnergyEntry): Coal => {
	const { carrier, amount, dimension, measured } = entry;
	if (carrier.kind === "process") return { tce: ZERO, derived: false };
	if (carrier.kind === "heat") return { tce: heatOf(entry).mul(Fraction.from(carrier.tce ?? "")), derived: false };
	if (dimension === "energy") return { tce: amount.div(Fraction.from(GJ_PER_TCE)), derived: false };
	const own = measured.ncv instanceof Fraction ? measured.ncv : null;
	if (own !== null) return { tce: amount.mul(own).div(Fraction.from(GJ_PER_TCE)), derived: true };
	if (carrier.tce !== undefined) return { tce: amount.mul(Fraction.from(carrier.tce)), derived: false };
	const ncv = given(measured.ncv, carrier.ncv);
	return { tce: ncv === null ? null : amount.mul(ncv).div(Fraction.from(GJ_PER_TCE)), derived: true };
};

/** +1 or −1: what a use does to the sum. Materials that fix carbon always subtract. */
export const signOf = ({ carrier, use }: EnergyEntry): Fraction => {
	const subtracts = carrier.deduction === true || use === "sold" || use === "product";
	return Fraction.of(subtracts ? -1n : 1n);
};
