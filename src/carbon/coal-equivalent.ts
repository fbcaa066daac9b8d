/**
 * Tonnes of coal equivalent (GB/T 2589-2020): a measured heat value over 29.3076, else the table's coefficient, else the heat value of the factors in
 * force.
 */
import { constant, fromExact, per, type Ratio } from "../exact/ratio.ts";
import type { Parameters } from "../ledger/parameters.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelSetSeed } from "../reference/seeds.ts";

export interface CoalEquivalent {
	/** tce per unit that the amount is held in; undefined where neither a coefficient nor a heat value is known. */
	readonly perUnit: Ratio | undefined;
	/** Made from a heat value, measured or of the factors in force, not from the table. */
	readonly derived: boolean;
}

export function coalEquivalent(
	reference: Reference,
	set: FuelSetSeed,
	carrier: Carrier,
	unit: string,
	measured: Parameters,
	suppliedNcv: Ratio | undefined,
): CoalEquivalent {
	// Materials are no energy.
	if (carrier.group === "process") return { perUnit: { over: 0n, under: 1n }, derived: false };
	const named = carrier.group === "electricity" ? "electricity" : carrier.group === "heat" ? "heat" : carrier.id;
	const gigajoules = fromExact(reference.units.bySymbol("tce").toBase);
	if (measured.ncv !== undefined && unit !== "GJ") return { perUnit: per(fromExact(measured.ncv), gigajoules), derived: true };
	const row = reference.seeds.coalEquivalents.find((one) => one.carrier === named && one.unit === unit);
	if (row !== undefined) return { perUnit: constant(row.tce), derived: false };
	// An amount stated as heat, in GJ or in tce: what a tonne of coal equivalent is by definition.
	if (unit === "GJ") return { perUnit: per({ over: 1n, under: 1n }, gigajoules), derived: false };
	const fromSet = set.factors.find((one) => one.carrier === carrier.id && one.unit === unit)?.ncv;
	const ncv = suppliedNcv ?? (fromSet === undefined ? undefined : constant(fromSet));
	return ncv === undefined ? { perUnit: undefined, derived: true } : { perUnit: per(ncv, gigajoules), derived: true };
}
