/**
 * B-03: a product that cannot be made without process emissions, in a year that has none. A sector alone does not tell: cement is
 * ground without kilns. So the product's name decides, or a sector that is named after it.
 */
import { obtain } from "../../domain/obtain.ts";
import { fromCode } from "../../domain/period.ts";
import { type Exact, sign } from "../../exact/exact.ts";
import { constant, fromExact, type Ratio, times } from "../../exact/ratio.ts";
import { finding, nowhere, type Place, remark } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import type { OutputSeries } from "../../ledger/ledger.ts";
import type { ProcessNeededSeed } from "../../reference/seeds.ts";
import { folded } from "../../reference/spelling.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { amountIn } from "./entries.ts";

/** Why a firm is known to make a product, in one year or in every year. */
interface Evidence {
	readonly product: string;
	readonly at: Place;
	/** Tonnes made, where that is known. */
	readonly made: Exact | undefined;
}

export const processMissing: FirmRule = {
	id: "B-03",
	code: "process-emissions-missing",
	judge: (one) => {
		const { rules, firm } = one;
		if (rules.boundary === "energy") return notChecked("switched-off");
		const needed = rules.reference.seeds.processesNeeded;
		const years = firm.years.filter(({ emissions }) => emissions.present.size > 0);
		let asked = false;
		const suspicions: Suspicion[] = [];
		for (const { year, emissions } of years) {
			for (const row of needed) {
				const found = evidenceOf(one, row, year);
				if (found === undefined) continue;
				asked = true;
				if (emissions.present.has("process")) continue;
				suspicions.push({
					finding: finding(remark("process-emissions-missing", { product: found.product }), found.at, firm.firm, String(year)),
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

function evidenceOf(one: FirmCase, row: ProcessNeededSeed, year: number): Evidence | undefined {
	const named = obtain(namedBy, row, () => new Set(row.words.map(folded)));
	for (const { indicator, product, entries } of one.record.output.values()) {
		if (indicator !== "production" || !named.has(product)) continue;
		const first = firstIn(entries, year);
		if (first === undefined) continue;
		const made = amountIn(entries, year);
		return { product, at: placeOf(first), made: first.unit === "mass" ? made : undefined };
	}
	for (const places of [one.record.master.sectors, one.record.sectors]) {
		for (const { value } of places.values()) {
			if (named.has(folded(value))) return { product: folded(value), at: nowhere, made: undefined };
		}
	}
	return undefined;
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
function impactOf({ rules }: FirmCase, { material }: ProcessNeededSeed, made: Exact | undefined): Ratio | null {
	const seed = rules.reference.seeds.processes.find(({ id }) => id === material);
	return seed === undefined || made === undefined ? null : times(fromExact(made), constant(seed.factor));
}
