/**
 * Which factor wins: the row's own measured values, each part separately; then the user's factor file; then the chosen set.
 * Sets are never mixed and have no fallback.
 */
import { carbonToCo2 } from "../domain/carbon.ts";
import { type Exact, equal, known, one, toText } from "../exact/exact.ts";
import { constant, fromExact, type Ratio, times } from "../exact/ratio.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Parameters, StatedFactor } from "../ledger/parameters.ts";
import type { SuppliedFactor } from "../ledger/supplied.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelFactorSeed, FuelSetSeed, ProcessSeed } from "../reference/seeds.ts";
import { type ElectricityMode, gridFactor } from "./electricity.ts";
import type { Factor } from "./factor.ts";

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
	if (measured.emissionFactor !== undefined) return only(direct(measured.emissionFactor, "row", ["emission_factor"]));
	const supplied = suppliedFor(basis.supplied, asked);
	if (carrier.group === "fuel") return fuel(basis, asked, supplied);
	if (supplied?.direct != null) return only(direct(supplied.direct, supplied.source));
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

/** A factor that a row or a factors table states. */
function direct({ perHeld, text, unit }: StatedFactor, source: string, measured: readonly string[] = []): Factor {
	return { kind: "direct", perUnit: perHeld, text, unit, measured, source };
}

/**
 * What a unit of a carrier holds in carbon, as CO2: as `choose`, with nothing left unburnt, in every set. A factor that the row
 * states counts as it is stated; one of the user's table only where no carbon content is known, since it is of what burns.
 */
export function chooseCarbon(basis: FactorBasis, asked: Asked): Chosen {
	const { carrier, measured } = asked;
	if (measured.emissionFactor !== undefined) return only(direct(measured.emissionFactor, "row", ["emission_factor"]));
	const supplied = suppliedFor(basis.supplied, asked);
	if (carrier.group !== "fuel")
		return supplied?.direct == null ? material(carrier) : only(direct(supplied.direct, supplied.source));
	const measures = (measured.ncv ?? measured.carbonContent ?? measured.carbonPerUnit) !== undefined;
	const content = measures || supplied?.parts != null ? undefined : basis.reference.carbon("content", carrier.id, null)?.process;
	if (content !== undefined && content.unit === asked.unit) return ofTable(content);
	const { oxidationRate: _, ...without } = measured;
	const stated = supplied === undefined ? undefined : { ...supplied, direct: null };
	const found = fuel({ ...basis, set: { ...basis.set, forcedOxidation: "1" } }, { ...asked, measured: without }, stated);
	return found.factor === undefined && supplied?.direct != null ? only(direct(supplied.direct, supplied.source)) : found;
}

/** A row of the process table that a method counts a carrier by. */
export function ofTable(row: ProcessSeed): Chosen {
	return material({ id: row.id, group: "process", nameEn: row.nameEn, nameZh: row.nameZh, process: row });
}

function fuel({ set }: FactorBasis, asked: Asked, supplied: SuppliedFactor | undefined): Chosen {
	const { carrier, measured, unit } = asked;
	const given = [
		...(measured.ncv === undefined ? [] : ["ncv"]),
		...((measured.carbonContent ?? measured.carbonPerUnit) === undefined ? [] : ["carbon_content"]),
		...(measured.oxidationRate === undefined ? [] : ["oxidation_rate"]),
	];
	if (supplied?.direct != null && given.length === 0) return only(direct(supplied.direct, supplied.source));
	const row = rowOf(set, carrier.id, unit);
	const heat = unit === "GJ";
	const fromRow = (text: string | undefined): Exact | undefined => (text === undefined ? undefined : known(text));
	const ncv = heat || measured.carbonPerUnit !== undefined ? null : (measured.ncv ?? supplied?.parts?.ncv ?? fromRow(row?.ncv));
	const carbonContent =
		measured.carbonPerUnit ?? measured.carbonContent ?? supplied?.parts?.carbonContent ?? fromRow(row?.carbonContent);
	const statedRate = measured.oxidationRate ?? supplied?.parts?.oxidationRate ?? fromRow(row?.oxidationRate);
	const oxidationRate = set.forcedOxidation === null ? statedRate : known(set.forcedOxidation);
	if (ncv === undefined || carbonContent === undefined || oxidationRate === undefined) return { factor: undefined, remarks: [] };
	const remarks: Remark[] = [];
	const fromSet = given.length < (heat ? 2 : 3) && supplied?.parts == null;
	if (fromSet && row?.verified.startsWith("partial"))
		remarks.push(remark("factor-partly-verified", { carrier: carrier.id, mark: row.verified }));
	if (set.forcedOxidation !== null && measured.oxidationRate !== undefined && !equal(measured.oxidationRate, one)) {
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
