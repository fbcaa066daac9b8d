/** A firm's case as numbers, by its record: what rules are cleared by. Made here from the entries, and not from typed memory as a run makes it. */
import { fromCode } from "../../src/domain/period.ts";
import { nearly } from "../../src/exact/exact.ts";
import { toFloat } from "../../src/exact/ratio.ts";
import type { Entry } from "../../src/ledger/entry.ts";
import type { StoredKind } from "../../src/ledger/stored-months.ts";
import type { PlainCase } from "../../src/screening/clear/plain-case.ts";
import type { FirmCase } from "../../src/screening/rule.ts";

interface Kind {
	readonly name: string;
	readonly kind: StoredKind;
	readonly entries: readonly Entry[];
}

/** The case of a firm whose series all have all months of the same years; a fault where they have not. */
export function plainCaseOf(one: FirmCase): PlainCase {
	const kinds = [...energyOf(one), ...outputsOf(one)];
	const months = kinds[0]?.entries.length ?? 0;
	if (months === 0 || months % 12 !== 0 || kinds.some(({ entries }) => entries.length !== months))
		throw new Error("no firm of whole years by month");
	const energies = energyOf(one).length;
	const codes = [...one.record.energy.values(), ...one.record.output.values()].flatMap(({ entries }) => [...entries.keys()]);
	const firstYear = Math.min(...codes.map((code) => fromCode(code).year));
	const cells = kinds.flatMap(({ entries }) => entries.map(({ text }) => cellOf(text)));
	const factors = kinds.flatMap(({ kind, entries }) => entries.map(() => nearly(kind.factor)));
	return {
		names: [one.record.firm, ...one.record.names.keys(), ...one.record.master.names.keys()],
		numbers: {
			...{ kinds: kinds.map(({ kind }) => kind), energies, firstYear, years: months / 12 },
			amounts: Float64Array.from(cells, ({ digits, places }, at) => (digits / 10 ** places) * (factors[at] as number)),
			digits: Float64Array.from(cells, ({ digits }) => digits),
			places: Uint8Array.from(cells, ({ places }) => places),
		},
		shape: {
			like: one,
			...perHeldUnit(one, kinds, months / 12, firstYear),
			output: kinds.findIndex(({ entries }) => entries[0] !== undefined && entries[0] === one.output?.steps[0]?.entry),
		},
		limit: (name) => nearly(one.limit(name)),
	};
}

function energyOf({ record }: FirmCase): Kind[] {
	const all = [...record.energy.values()].map(({ entries, site, carrier, use, role, measured }) =>
		kindOf([carrier, use, site].join("\u001f"), { energy: { site, carrier, use, role, measured } }, entries),
	);
	return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function outputsOf({ record }: FirmCase): Kind[] {
	const all = [...record.output].map(([name, { entries, ...output }]) => kindOf(name, { output }, entries));
	return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(name: string, of: StoredKind["of"], entries: ReadonlyMap<number, Entry>): Kind {
	const inTime = [...entries].sort(([a], [b]) => a - b).map(([, entry]) => entry);
	const { unit, from, beside } = inTime[0] as Entry;
	if (from.perUnit === undefined) throw new Error("a unit of its own in each row");
	return { name, kind: { of, unit, factor: from.perUnit, from, beside }, entries: inTime };
}

function cellOf(text: string): { readonly digits: number; readonly places: number } {
	const [whole = "", behind = ""] = text.split(".");
	return { digits: Number(whole + behind), places: behind.length };
}

/** t CO2 and tce of a held unit of each kind and year. */
function perHeldUnit(
	one: FirmCase,
	kinds: readonly Kind[],
	years: number,
	firstYear: number,
): Record<"co2" | "tce", Float64Array> {
	const [co2, tce] = [
		new Float64Array(kinds.length * years).fill(Number.NaN),
		new Float64Array(kinds.length * years).fill(Number.NaN),
	];
	for (const [nr, { kind }] of kinds.entries()) {
		if (!("energy" in kind.of)) continue;
		const { carrier, use } = kind.of.energy;
		for (let year = 0; year < years; year += 1) {
			const perUnit = one.tonnesPerUnit(firstYear + year, carrier, use);
			if (perUnit !== undefined) co2[nr * years + year] = toFloat(perUnit);
			const line = one.firm.years
				.find((each) => each.year === firstYear + year)
				?.emissions.carriers.find((each) => each.carrier === carrier && each.use === use);
			if (line?.tce != null && line.quantity !== null) tce[nr * years + year] = toFloat(line.tce) / nearly(line.quantity);
		}
	}
	return { co2, tce };
}
