/**
 * B-03: a product that cannot be made without process emissions, in a year that has none. A sector alone does not tell: cement is
 * ground without kilns. So the product's name decides, or a sector that is named after it.
 */
import { obtain } from "../../domain/obtain.ts";
import { fromCode } from "../../domain/period.ts";
import { sign } from "../../exact/exact.ts";
import { constant, fromExact, per, type Ratio, times } from "../../exact/ratio.ts";
import { finding, nowhere, type Particulars, type Place, remark } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import type { OutputSeries } from "../../ledger/ledger.ts";
import type { ProcessNeededSeed } from "../../reference/seeds.ts";
import { folded } from "../../reference/spelling.ts";
import { clearsProcess } from "../clear/energy-shares.ts";
import { burnsLikeKiln, kilnFuel, makesCement } from "../kiln.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { amountIn } from "./entries.ts";

/** So much fuel burns a tonne of clinker: level 2 of GB 16780-2021, in tce. */
const clinkerFuel = constant("0.1");

/** Why a firm is known to make a product, in one year or in every year. */
interface Evidence {
	readonly product: string;
	/** What tells: the product itself, or fuel as only its kiln burns. */
	readonly why: Particulars["process-emissions-missing"]["why"];
	readonly at: Place;
	/** Tonnes made, where that is known. */
	readonly made: Ratio | undefined;
}

export const processMissing: FirmRule = {
	id: "B-03",
	code: "process-emissions-missing",
	clears: clearsProcess,
	judge: (one) => {
		const { rules, firm } = one;
		if (rules.boundary === "energy") return notChecked("switched-off");
		const needed = rules.reference.seeds.processesNeeded;
		const years = firm.years.filter(({ emissions }) => emissions.present.size > 0);
		let asked = false;
		const suspicions: Suspicion[] = [];
		const [called, isCement] = [namesIn(one), makesCement(one)];
		const possible = needed.filter((row) => (row.id === kilnRow && isCement) || isNamed(called, row));
		for (const { year, emissions } of years) {
			for (const row of possible) {
				const found = evidenceOf(one, row, year) ?? kilnOf(one, row, year);
				if (found === undefined) continue;
				asked = true;
				if (emissions.present.has("process")) continue;
				suspicions.push({
					finding: finding(
						remark("process-emissions-missing", { product: found.product, why: found.why }),
						found.at,
						firm.firm,
						String(year),
					),
					year,
					impact: impactOf(one, row, found.made),
				});
			}
		}
		if (asked) return answer(suspicions);
		const products = [...one.record.output.values()].some(({ indicator }) => indicator === "production");
		if (firm.sector === null && !products) return notChecked("no-sector");
		// Its sector makes such things, and no table says whether it does.
		const may = needed.some(({ sectors }) => firm.sector !== null && sectors.includes(firm.sector));
		return may && !years.some(({ emissions }) => emissions.present.has("process")) ? notChecked("not-in-tables") : answer([]);
	},
};

/** The words of a row, folded: asked of every firm-year. */
const namedBy = new WeakMap<ProcessNeededSeed, ReadonlySet<string>>();
const wordsOf = (row: ProcessNeededSeed): ReadonlySet<string> => obtain(namedBy, row, () => new Set(row.words.map(folded)));

/** What a kiln burns tells of this one. */
const kilnRow = "clinker";

/** What the firm's products and sectors are called, in whatever year. */
function namesIn({ record }: FirmCase): string[] {
	const names: string[] = [];
	for (const { indicator, product } of record.output.values()) if (indicator === "production") names.push(product);
	for (const { value } of record.master.sectors.values()) names.push(folded(value));
	for (const { value } of record.sectors.values()) names.push(folded(value));
	return names;
}

/** Whether any of them is a word of the row. */
function isNamed(names: readonly string[], row: ProcessNeededSeed): boolean {
	const words = wordsOf(row);
	return names.some((name) => words.has(name));
}

function evidenceOf(one: FirmCase, row: ProcessNeededSeed, year: number): Evidence | undefined {
	const named = wordsOf(row);
	for (const { indicator, product, entries } of one.record.output.values()) {
		if (indicator !== "production" || !named.has(product)) continue;
		const first = firstIn(entries, year);
		if (first === undefined) continue;
		const made = amountIn(entries, year);
		const tonnes = first.unit === "mass" && made !== undefined ? fromExact(made) : undefined;
		return { product, why: "product", at: placeOf(first), made: tonnes };
	}
	for (const places of [one.record.master.sectors, one.record.sectors]) {
		for (const { value } of places.values()) {
			if (named.has(folded(value))) return { product: folded(value), why: "product", at: nowhere, made: undefined };
		}
	}
	return undefined;
}

/** A cement works that burns as only a kiln does, whatever its tables say it makes. */
function kilnOf(one: FirmCase, { id, words }: ProcessNeededSeed, year: number): Evidence | undefined {
	const of = one.firm.years.find((each) => each.year === year);
	if (id !== kilnRow || of === undefined || !makesCement(one) || !burnsLikeKiln(one, of)) return undefined;
	const fuel = kilnFuel(one, of);
	const made = fuel === undefined ? undefined : per(fuel, clinkerFuel);
	return { product: words[0] ?? id, why: "kiln", at: nowhere, made };
}

/** The first entry of a year, by place, that is more than zero. */
function firstIn(entries: OutputSeries["entries"], year: number): Entry | undefined {
	let first: Entry | undefined;
	for (const [code, entry] of entries) {
		if (fromCode(code).year !== year || sign(entry.amount) <= 0) continue;
		if (first === undefined || byClaim(entry, first) < 0) first = entry;
	}
	return first;
}

/** Tonnes made × t CO2 per tonne; null where either is not known. */
function impactOf({ rules }: FirmCase, { material }: ProcessNeededSeed, made: Ratio | undefined): Ratio | null {
	const seed = rules.reference.seeds.processes.find(({ id }) => id === material);
	return seed === undefined || made === undefined ? null : times(made, constant(seed.factor));
}
