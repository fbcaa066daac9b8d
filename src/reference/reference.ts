/**
 * The seeds, read and indexed: everything published that the tool relies on, in one value handed to those who need it.
 * The seeds were checked and compiled when the package was built; here they are only parsed.
 */
import { type Carriers, indexCarriers } from "./carriers.ts";
import { type Columns, indexColumns } from "./columns.ts";
import { compiled } from "./compiled.ts";
import { indexProvinces, type Provinces } from "./provinces.ts";
import { indexSectors, type Sectors } from "./sectors.ts";
import type { Seeds } from "./seeds.ts";
import { indexUnits, type Units } from "./units.ts";

export interface Reference {
	readonly seeds: Seeds;
	readonly units: Units;
	readonly carriers: Carriers;
	readonly sectors: Sectors;
	readonly provinces: Provinces;
	readonly columns: Columns;
	/** A limit by its name in limits.csv. */
	readonly limit: (name: string) => string;
	/** The fuels that a gas is a by-product of; none for what is no by-product gas. */
	readonly madeFrom: (carrier: string) => readonly string[];
}

let built: Reference | undefined;

/** The reference of this build; made once. */
export function reference(): Reference {
	built ??= from(JSON.parse(compiled) as Seeds);
	return built;
}

/** A reference over any seeds: tests hand in their own. An index is made when it is first asked for. */
export function from(seeds: Seeds): Reference {
	const units = lazily(() => indexUnits(seeds.units, seeds.ambiguousUnits));
	const carriers = lazily(() => indexCarriers(seeds.carriers, seeds.processes));
	const sectors = lazily(() => indexSectors(seeds.sectors));
	const provinces = lazily(() => indexProvinces(seeds.provinces));
	const columns = lazily(() => indexColumns(seeds.columns));
	return {
		seeds,
		get units() {
			return units();
		},
		get carriers() {
			return carriers();
		},
		get sectors() {
			return sectors();
		},
		get provinces() {
			return provinces();
		},
		get columns() {
			return columns();
		},
		limit: (name) => {
			const found = seeds.limits.find((limit) => limit.name === name);
			if (found === undefined) throw new Error(`no such limit in the seeds: ${name}`);
			return found.value;
		},
		madeFrom: (carrier) => seeds.byProducts.find((gas) => gas.carrier === carrier)?.madeFrom ?? [],
	};
}

function lazily<V>(make: () => V): () => V {
	let made: V | undefined;
	return () => (made ??= make());
}
