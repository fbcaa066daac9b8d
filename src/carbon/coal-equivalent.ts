/** Tonnes of coal equivalent (GB/T 2589-2020): the table's coefficients, and heat value over 29.3076 where it has none. */
import { constant, fromExact, per, type Ratio } from "../exact/ratio.ts";
import type { Parameters } from "../ledger/parameters.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelSetSeed } from "../reference/seeds.ts";

export interface CoalEquivalent {
	/** tce per unit that the amount is held in; undefined where neither a coefficient nor a heat value is known. */
	readonly perUnit: Ratio | undefined;
	/** Made from a heat value, not from the table. */
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
	const row = reference.seeds.coalEquivalents.find((one) => one.carrier === named && one.unit === unit);
	if (row !== undefined) return { perUnit: constant(row.tce), derived: false };
	const gigajoules = fromExact(reference.units.bySymbol("tce").toBase);
	// An amount stated as heat, in GJ or in tce: what a tonne of coal equivalent is by definition.
	if (unit === "GJ") return { perUnit: per({ over: 1n, under: 1n }, gigajoules), derived: false };
	const fromSet = set.factors.find((one) => one.carrier === carrier.id && one.unit === unit)?.ncv;
	const ncv =
		measured.ncv !== undefined
			? fromExact(measured.ncv)
			: (suppliedNcv ?? (fromSet === undefined ? undefined : constant(fromSet)));
	return ncv === undefined ? { perUnit: undefined, derived: true } : { perUnit: per(ncv, gigajoules), derived: true };
}
