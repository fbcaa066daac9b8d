/**
 * The seeds, read and indexed: everything published that the tool relies on, in one value handed to those who need it.
 * The seeds were checked and compiled when the package was built; here they are only parsed.
 */
import { obtain } from "../domain/obtain.ts";
import { type Carriers, indexCarriers } from "./carriers.ts";
import { type Columns, indexColumns } from "./columns.ts";
import { compiled } from "./compiled.ts";
import { indexKindWords, type KindWords } from "./kind-words.ts";
import { indexProvinces, type Provinces } from "./provinces.ts";
import { indexSectors, type Sectors } from "./sectors.ts";
import type { CarbonSeed, OddAmountSeed, ProcessSeed, Seeds } from "./seeds.ts";
import { indexUnits, type Units } from "./units.ts";

export interface Reference {
	readonly seeds: Seeds;
	readonly units: Units;
	readonly carriers: Carriers;
	readonly kindWords: KindWords;
	readonly sectors: Sectors;
	readonly provinces: Provinces;
	readonly columns: Columns;
	/** A limit by its name in limits.csv. */
	readonly limit: (name: string) => string;
	/** Whether an amount, written with as few digits as it needs, is one of the odd ones of a kind. */
	readonly isOdd: (kind: OddAmountSeed["kind"], amount: string) => boolean;
	/** What a carrier can be made from in a works; none where it is always bought. */
	readonly madeFrom: (carrier: string) => readonly string[];
	/** What a name means, sector by sector; none where it means one thing everywhere. */
	readonly meanings: (carrier: string) => readonly { readonly sector: string | null; readonly row: string }[];
	/** What becomes of a carrier's carbon that does not burn: the mark, in a sector where it is of one, and the row it is counted by. */
	readonly carbon: (mark: CarbonSeed["mark"], carrier: string, sector: string | null) => CarbonMark | undefined;
	/** Whether firms of these sectors take a carrier from the ground. */
	readonly minedBy: (sectors: readonly string[]) => (carrier: string) => boolean;
}

export interface CarbonMark {
	readonly process: ProcessSeed | undefined;
}

const none: readonly CarbonSeed[] = [];

let built: Reference | undefined;

/** The reference of this build; made once. */
export function loadReference(): Reference {
	built ??= from(JSON.parse(compiled) as Seeds);
	return built;
}

/** A reference over any seeds: tests hand in their own. An index is made when it is first asked for. */
export function from(seeds: Seeds): Reference {
	const units = lazily(() => indexUnits(seeds.units, seeds.ambiguousUnits));
	const kindWords = lazily(() => indexKindWords(seeds.kindWords, (text) => units().find(text) !== undefined));
	const carriers = lazily(() => indexCarriers(seeds.carriers, seeds.processes, kindWords(), seeds.families));
	const sectors = lazily(() => indexSectors(seeds.sectors));
	const provinces = lazily(() => indexProvinces(seeds.provinces));
	const columns = lazily(() => indexColumns(seeds.columns));
	const limits = lazily(() => new Map(seeds.limits.map(({ name, value }) => [name, value])));
	const odd = lazily(() => new Set(seeds.oddAmounts.map(({ kind, amount }) => `${kind} ${amount}`)));
	const sources = lazily(() => new Map(seeds.madeFrom.map(({ carrier, madeFrom }) => [carrier, madeFrom])));
	// Asked of every line of every firm, and nearly none is marked.
	const marks = lazily(() => {
		const found = new Map<string, CarbonSeed[]>();
		for (const one of seeds.carbon) obtain(found, one.carrier, () => []).push(one);
		return found;
	});
	return {
		seeds,
		get units() {
			return units();
		},
		get carriers() {
			return carriers();
		},
		get kindWords() {
			return kindWords();
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
			const found = limits().get(name);
			if (found === undefined) throw new Error(`no such limit in the seeds: ${name}`);
			return found;
		},
		isOdd: (kind, amount) => odd().has(`${kind} ${amount}`),
		carbon: (mark, carrier, sector) => {
			const found = marks()
				.get(carrier)
				?.find((one) => one.mark === mark && (one.sector === null || one.sector === sector));
			return found && { process: seeds.processes.find(({ id }) => id === found.row) };
		},
		meanings: (carrier) =>
			(marks().get(carrier) ?? none).flatMap(({ mark, sector, row }) =>
				mark === "meaning" && row !== null ? [{ sector, row }] : [],
			),
		madeFrom: (carrier) => sources().get(carrier) ?? [],
		minedBy: (sectors) => {
			const own = seeds.mined.filter(({ sector }) => sectors.includes(sector)).flatMap(({ carriers }) => carriers);
			return (carrier) => own.includes(carrier);
		},
	};
}

function lazily<V>(make: () => V): () => V {
	let made: V | undefined;
	return () => (made ??= make());
}
