/**
 * Which factor wins: the row's own measured values, each part separately; then the user's factor file; then the chosen set.
 * Sets are never mixed and have no fallback.
 */
import { type Exact, known, one, toText } from "../exact/exact.ts";
import { constant, fromExact, type Ratio, times } from "../exact/ratio.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Parameters } from "../ledger/parameters.ts";
import type { SuppliedFactor } from "../ledger/supplied.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelFactorSeed, FuelSetSeed } from "../reference/seeds.ts";
import { type ElectricityMode, gridFactor } from "./electricity.ts";
import { carbonToCo2, type Factor } from "./factor.ts";

export interface FactorBasis {
	readonly reference: Reference;
	readonly set: FuelSetSeed;
	readonly supplied: readonly SuppliedFactor[];
	readonly electricity: ElectricityMode;
	readonly marketBased: boolean;
}

/** A line to find a factor for. */
export interface Asked {
	readonly carrier: Carrier;
	/** Symbol of the unit the amount is held in. */
	readonly unit: string;
	readonly measured: Parameters;
	readonly year: number;
	/** Province id, where one is known. */
	readonly province: string | undefined;
}

export interface Chosen {
	/** Undefined where no factor applies: then a remark says why and what to do. */
	readonly factor: Factor | undefined;
	readonly remarks: readonly Remark[];
}

const perThousand: Ratio = { over: 1n, under: 1000n };

export function choose(basis: FactorBasis, asked: Asked): Chosen {
	const { carrier, measured } = asked;
	if (measured.emissionFactor !== undefined) {
		const [text = "", unit = ""] = (measured.emissionFactorText ?? "").split(" ");
		return only({ kind: "direct", perUnit: measured.emissionFactor, text, unit, measured: ["emission_factor"], source: "row" });
	}
	const supplied = suppliedFor(basis.supplied, asked);
	if (carrier.group === "fuel") return fuel(basis, asked, supplied);
	if (supplied?.direct != null) return only(directOf(supplied));
	if (carrier.group === "electricity") return electricity(basis, asked);
	if (carrier.group === "heat") {
		const { heat } = basis.reference.seeds;
		const own = measured.heatContent === undefined ? [] : [measured.heatContent.split("=")[0] as string];
		return only({
			kind: "direct",
			perUnit: constant(heat.factor),
			text: heat.factor,
			unit: "tCO2/GJ",
			measured: own,
			source: heat.factorSource,
		});
	}
	return material(carrier);
}

function only(factor: Factor): Chosen {
	return { factor, remarks: [] };
}

/**
 * The most particular row of the user's file: province and year, province, year, then neither. An amount of heat is served by
 * a row per tonne or cubic metre too, by its carbon content and oxidation rate.
 */
export function suppliedFor(
	rows: readonly SuppliedFactor[],
	{ carrier, unit, year, province }: Asked,
): SuppliedFactor | undefined {
	let best: SuppliedFactor | undefined;
	let rank = -1;
	for (const row of rows) {
		const served = row.unit === unit || (unit === "GJ" && row.parts !== null);
		if (row.carrier !== carrier.id || !served) continue;
		if ((row.year !== null && row.year !== year) || (row.province !== null && row.province !== province)) continue;
		const own = (row.unit === unit ? 4 : 0) + (row.province === null ? 0 : 2) + (row.year === null ? 0 : 1);
		if (own > rank) [best, rank] = [row, own];
	}
	return best;
}

function directOf(row: SuppliedFactor): Factor {
	const direct = row.direct as NonNullable<SuppliedFactor["direct"]>;
	return { kind: "direct", perUnit: direct.perHeld, text: direct.text, unit: direct.unit, measured: [], source: row.source };
}

function fuel({ set }: FactorBasis, asked: Asked, supplied: SuppliedFactor | undefined): Chosen {
	const { carrier, measured, unit } = asked;
	const given = [
		...(measured.ncv === undefined ? [] : ["ncv"]),
		...(measured.carbonContent === undefined ? [] : ["carbon_content"]),
		...(measured.oxidationRate === undefined ? [] : ["oxidation_rate"]),
	];
	if (supplied?.direct != null && given.length === 0) return only(directOf(supplied));
	const row = rowOf(set, carrier.id, unit);
	const heat = unit === "GJ";
	const fromRow = (text: string | undefined): Exact | undefined => (text === undefined ? undefined : known(text));
	const ncv = heat ? null : (measured.ncv ?? supplied?.parts?.ncv ?? fromRow(row?.ncv));
	const carbonContent = measured.carbonContent ?? supplied?.parts?.carbonContent ?? fromRow(row?.carbonContent);
	const statedRate = measured.oxidationRate ?? supplied?.parts?.oxidationRate ?? fromRow(row?.oxidationRate);
	const oxidationRate = set.forcedOxidation === null ? statedRate : known(set.forcedOxidation);
	if (ncv === undefined || carbonContent === undefined || oxidationRate === undefined) return { factor: undefined, remarks: [] };
	const remarks: Remark[] = [];
	const fromSet = given.length < (heat ? 2 : 3) && supplied?.parts == null;
	if (fromSet && row?.verified.startsWith("partial"))
		remarks.push(remark("factor-partly-verified", { carrier: carrier.id, mark: row.verified }));
	if (set.forcedOxidation !== null && measured.oxidationRate !== undefined && !measured.oxidationRate.equals(one)) {
		remarks.push(remark("oxidation-forced", { set: set.id, rate: toText(measured.oxidationRate) }));
	}
	const others = supplied?.parts == null ? (fromSet ? set.id : "") : supplied.source;
	const source = given.length === 0 ? others : others === "" ? "row" : `row; ${others}`;
	return { factor: { kind: "parts", ncv, carbonContent, oxidationRate, measured: given, source }, remarks };
}

/** The set's row for the carrier and unit; for heat, any row of the carrier, as only its carbon and oxidation are used. */
function rowOf(set: FuelSetSeed, carrier: string, unit: string): FuelFactorSeed | undefined {
	return set.factors.find((row) => row.carrier === carrier && (row.unit === unit || unit === "GJ"));
}

function electricity({ reference, electricity: mode, marketBased }: FactorBasis, { carrier, year, province }: Asked): Chosen {
	if (carrier.id === "onsite-renewable-electricity" || (carrier.id === "green-electricity" && marketBased)) {
		const source =
			carrier.id === "green-electricity" ? "market-based: green power counts as zero" : "generated and used on site: zero";
		return only({ kind: "direct", perUnit: { over: 0n, under: 1n }, text: "0", unit: "kgCO2/kWh", measured: [], source });
	}
	const iso = province === undefined ? undefined : reference.provinces.byId(province)?.iso;
	const found = gridFactor(reference.seeds.electricity, mode, year, iso, marketBased);
	if (found === undefined)
		return { factor: undefined, remarks: [remark("no-electricity-factor", { province: province ?? "", mode: mode.text })] };
	const remarks =
		found.nearestYear === undefined
			? []
			: [
					remark("electricity-nearest-year", {
						used: found.nearestYear,
						region: mode.kind === "national" ? "CN" : (province ?? ""),
					}),
				];
	return {
		factor: {
			kind: "direct",
			perUnit: times(fromExact(found.value), perThousand),
			text: found.text,
			unit: "kgCO2/kWh",
			measured: [],
			source: found.source,
		},
		remarks,
	};
}

/** A process material: t CO2 per unit, or carbon per unit times 44/12. */
function material(carrier: Carrier): Chosen {
	const seed = carrier.process;
	if (seed === undefined || seed.refusal !== null) return { factor: undefined, remarks: [] };
	const plain = constant(seed.factor);
	const factor: Factor = {
		kind: "direct",
		perUnit: seed.kind === "tc" ? times(plain, carbonToCo2) : plain,
		text: seed.factor,
		unit: `${seed.kind === "tc" ? "tC" : "tCO2"}/${seed.unit}`,
		measured: [],
		source: seed.source,
	};
	return {
		factor,
		remarks: seed.verified.startsWith("partial")
			? [remark("factor-partly-verified", { carrier: carrier.id, mark: seed.verified })]
			: [],
	};
}

/** The sets that have the fuel, for the remedy of a missing factor. */
export function setsWith(reference: Reference, carrier: string): string[] {
	return reference.seeds.fuelSets.filter(({ factors }) => factors.some((row) => row.carrier === carrier)).map(({ id }) => id);
}
