/** Rows that stand for others: totals, rows without a site, parents and their kinds. READING-TABLES 8. */
import { Fraction } from "../fraction.ts";
import { CARRIERS, CHILDREN } from "./carriers.ts";
import { agree, differenceOf, type Printed, sumOf } from "./equal.ts";
import { error, note, type Said } from "./findings.ts";

export interface AtSite {
	readonly site: string;
	readonly printed: Printed;
	/** the site's cell is a word of total */
	readonly total: boolean;
}

export interface Settled {
	readonly used: Printed | null;
	readonly findings: readonly Said[];
}

/** One carrier and use of a firm-year over its sites. */
export const overSites = (rows: readonly AtSite[], perUnit: Fraction | null): Settled => {
	const named = rows.filter(({ site, total }) => site !== "" && !total);
	const blank = rows.filter(({ site }) => site === "");
	const totals = rows.filter(({ total }) => total);
	const parts = named.length > 0 ? named : blank;
	if (parts.length === 0) {
		return { used: sumOf(totals.map(({ printed }) => printed)), findings: [note("total-row", "the only row")] };
	}
	const sum = sumOf(parts.map(({ printed }) => printed));
	if (named.length > 0 && blank.length > 0) {
		const whole = sumOf(blank.map(({ printed }) => printed));
		if (!agree(whole, sum)) {
			const apart = differenceOf(whole, sum).amount.abs();
			const weight = perUnit === null ? undefined : apart.mul(perUnit);
			return { used: null, findings: [error("whole-against-parts", "a row without site against its sites", weight)] };
		}
		return { used: sum, findings: [note("whole-equals-parts", "a row without site and its sites")] };
	}
	return { used: sum, findings: totals.length > 0 ? [note("total-row", "beside its parts")] : [] };
};

export interface Family {
	/** what counts of the parent and of each kind; null: unknown */
	readonly counts: ReadonlyMap<string, Fraction | null>;
	readonly findings: readonly Said[];
}

/** A parent beside its kinds. `mapped`: what --map makes of the parent. */
export const family = (parent: string, given: ReadonlyMap<string, Printed>, mapped: string | null): Family => {
	const whole = given.get(parent);
	const kinds = (CHILDREN[parent] ?? []).flatMap((id) => {
		const printed = given.get(id);
		return printed === undefined ? [] : [{ id, printed }];
	});
	const counts = new Map<string, Fraction | null>([...given].map(([id, printed]) => [id, printed.amount]));
	if (whole === undefined || kinds.length === 0) return { counts, findings: [] };
	const sum = sumOf(kinds.map(({ printed }) => printed));
	if (agree(whole, sum)) return { counts: without(counts, parent), findings: [note(null, `${parent} is its kinds`)] };
	const rest = whole.amount.sub(sum.amount);
	if (rest.sign < 0) return { counts: unknown(counts, parent), findings: [error(null, `${parent} below its kinds`)] };
	const known = CARRIERS.get(parent);
	if (known?.carbon !== undefined) {
		for (const { id } of kinds) counts.delete(id);
		return { counts, findings: [note(null, `kinds of ${parent}`)] };
	}
	if (mapped === null)
		return { counts: unknown(counts, parent), findings: [error(null, `the rest of ${parent} is of an unknown kind`)] };
	counts.delete(parent);
	counts.set(mapped, rest.add(counts.get(mapped) ?? Fraction.of(0n)));
	return { counts, findings: [note("carrier-mapped", `the rest of ${parent} is ${mapped}`)] };
};

const without = (counts: Map<string, Fraction | null>, id: string): Map<string, Fraction | null> => {
	counts.delete(id);
	return counts;
};

const unknown = (counts: Map<string, Fraction | null>, id: string): Map<string, Fraction | null> => counts.set(id, null);
