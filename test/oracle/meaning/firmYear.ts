/** All that the rows of one firm-year come to: what counts, the parts, and why a year is withheld. */
import { type Fraction, total, ZERO } from "../fraction.ts";
import type { Amount } from "./amounts.ts";
import { CHILDREN } from "./carriers.ts";
import { type Printed, sumOf } from "./equal.ts";
import { co2PerUnit, tcePerUnit } from "./factors.ts";
import { balance, type Flow } from "./feedstock.ts";
import { note, type Said, warning } from "./findings.ts";
import { carrierOf } from "./gather.ts";
import type { Present } from "./presence.ts";
import { byPurchases, byUse, type Counted, type Ledger, type Works } from "./purchases.ts";
import type { Stock } from "./read.ts";
import type { Asserted } from "./rows.ts";
import { family } from "./wholes.ts";

export type Part = "fuel" | "process" | "electricity" | "heat";
export const PARTS: readonly Part[] = ["fuel", "process", "electricity", "heat"];

export interface Parts {
	readonly parts: Readonly<Record<Part, Fraction | null>>;
	readonly apart: Fraction | null;
	readonly said: readonly Said[];
	readonly present: readonly Present[];
}

export interface Stocks {
	readonly inUse: boolean;
	readonly blank: boolean;
	readonly byCarrier: ReadonlyMap<string, Stock>;
}

interface Consumed {
	readonly id: string;
	/** null: unknown */
	readonly amount: Fraction | null;
	readonly co2: Fraction | null;
	readonly tce: Fraction | null;
}

const RECOVERED = "recovered-co2";

const sumOrNull = (values: readonly (Fraction | null)[]): Fraction | null =>
	values.some((value) => value === null) ? null : total(values.filter((value) => value !== null));

const times = (printed: Printed | null, perUnit: Fraction | null): Fraction | null => {
	if (printed === null) return null;
	if (printed.amount.sign === 0) return ZERO;
	return perUnit === null ? null : printed.amount.mul(perUnit);
};

/** What decides by its words: the bought part where one stands, none where only own make stands. */
const byOrigin = (amounts: readonly Amount[]): { readonly kept: readonly Amount[]; readonly said: readonly Said[] } => {
	const bought = amounts.filter(({ origin }) => origin === "bought");
	const own = amounts.filter(({ origin }) => origin === "own");
	const others = amounts.filter(({ origin, part }) => origin === null && !part);
	if (bought.length > 0) return { kept: bought, said: [note(null, "the bought part counts")] };
	if (others.length === 0 && own.length > 0) {
		return { kept: own.map((amount) => ({ ...amount, printed: ZERO_PRINTED })), said: [note(null, "own make counts zero")] };
	}
	return { kept: others.length > 0 ? others : amounts, said: [] };
};

const ZERO_PRINTED: Printed = { amount: ZERO, half: ZERO };

const groupById = (amounts: readonly Amount[]): Map<string, Amount[]> => {
	const found = new Map<string, Amount[]>();
	for (const amount of amounts) found.set(amount.carrier.id, [...(found.get(amount.carrier.id) ?? []), amount]);
	return found;
};

/** Parents and kinds settled: what counts of each carrier before purchases decide. */
const consumedOf = (amounts: readonly Amount[], asserted: Asserted): { readonly consumed: Consumed[]; readonly said: Said[] } => {
	const said: Said[] = [];
	const consumed = new Map<string, Consumed>();
	const printed = new Map<string, Printed>();
	for (const [id, group] of groupById(amounts)) {
		const { kept, said: words } = byOrigin(group);
		said.push(...words);
		const known = kept.map((amount) => amount.printed).filter((one) => one !== null);
		if (known.length === kept.length) printed.set(id, sumOf(known));
		consumed.set(id, {
			id,
			amount: known.length === kept.length ? total(known.map(({ amount }) => amount)) : null,
			co2: sumOrNull(kept.map((amount) => times(amount.printed, amount.perUnit))),
			tce: sumOrNull(kept.map((amount) => times(amount.printed, amount.tcePerUnit))),
		});
	}
	for (const parent of Object.keys(CHILDREN)) {
		if (!printed.has(parent)) continue;
		const settled = family(parent, printed, asserted.map?.[parent] ?? null);
		said.push(...settled.findings);
		for (const id of printed.keys()) if (!settled.counts.has(id)) consumed.delete(id);
		for (const [id, amount] of settled.counts) {
			if (amount !== null && consumed.get(id)?.amount?.equals(amount)) continue;
			consumed.set(id, fresh(id, amount, asserted));
		}
	}
	for (const [name, to] of Object.entries(asserted.map ?? {})) {
		const own = consumed.get(name);
		if (own === undefined) continue;
		const other = consumed.get(to)?.amount ?? ZERO;
		consumed.delete(name);
		consumed.set(to, fresh(to, own.amount === null ? null : own.amount.add(other), asserted));
	}
	return { consumed: [...consumed.values()], said };
};

const UNMEASURED = { ncv: null, carbon: null, oxidation: null, direct: null };

const fresh = (id: string, amount: Fraction | null, asserted: Asserted): Consumed => {
	const carrier = carrierOf(id);
	const printed = amount === null ? null : { amount, half: ZERO };
	return {
		id,
		amount,
		co2: times(printed, co2PerUnit(carrier, UNMEASURED, false, asserted)),
		tce: times(printed, tcePerUnit(carrier, UNMEASURED, false)),
	};
};

const NO_STOCK: Stock = { purchased: null, opening: null, closing: null, out: null };

const ledgerOf = (id: string, amount: Fraction, stocks: Stocks): Ledger => ({
	carrier: id,
	kind: carrierOf(id).kind,
	consumed: amount,
	...(stocks.byCarrier.get(id) ?? NO_STOCK),
});

/** What of it counts, at the CO2 of what was consumed. */
const counting = (
	one: Consumed,
	works: Works,
	stocks: Stocks,
	perUnit: Fraction | null,
): { readonly co2: Fraction | null; readonly said: readonly Said[] } => {
	if (one.amount === null) return { co2: null, said: [] };
	const ledger = ledgerOf(one.id, one.amount, stocks);
	const told: Counted = stocks.inUse ? byPurchases(ledger, works) : byUse(ledger, works);
	if (told.amount === null) return { co2: null, said: told.findings };
	if (told.amount.equals(one.amount)) return { co2: one.co2, said: told.findings };
	if (one.amount.sign !== 0 && one.co2 !== null) return { co2: one.co2.mul(told.amount).div(one.amount), said: told.findings };
	return { co2: told.amount.sign === 0 ? ZERO : perUnit === null ? null : told.amount.mul(perUnit), said: told.findings };
};

const flows = (amounts: readonly Amount[]): Flow[] | null => {
	const known = amounts.flatMap(({ carrier, printed }) =>
		printed === null ? [] : [{ carrier: carrier.id, amount: printed.amount }],
	);
	return known.length < amounts.length ? null : known;
};

export const partsOf = (amounts: readonly Amount[], stocks: Stocks, division: string, asserted: Asserted): Parts => {
	const use = (name: string): Amount[] => amounts.filter((amount) => amount.use === name);
	const { consumed, said } = consumedOf(use("consumed"), asserted);
	const above = (one: { readonly amount: Fraction | null }): boolean => one.amount === null || one.amount.sign > 0;
	const consumes = new Set([
		...consumed.filter(above).map(({ id }) => id),
		...use("feedstock")
			.filter(({ printed }) => printed === null || printed.amount.sign > 0)
			.map(({ carrier }) => carrier.id),
	]);
	const burns = consumed.some((one) => above(one) && carrierOf(one.id).kind === "fuel");
	const ownSource = consumed.some((one) => above(one) && (carrierOf(one.id).source || carrierOf(one.id).zero));
	const works: Works = { division, consumes, source: burns || ownSource };
	if (stocks.blank) said.push(warning("purchases-blank", "a purchases column without an amount"));
	const counted = consumed.map((one) => {
		const carrier = carrierOf(one.id);
		const own = counting(one, works, stocks, co2PerUnit(carrier, UNMEASURED, false, asserted));
		said.push(...own.said);
		return { ...one, carrier, counts: carrier.medium ? ZERO : own.co2 };
	});
	const sold = use("sold").map((amount) => ({ carrier: amount.carrier, co2: times(amount.printed, amount.perUnit) }));
	const ofPart = (part: Part): (Fraction | null)[] => [
		...counted
			.filter(({ carrier }) => carrier.kind === part)
			.map(({ counts, carrier }) => (carrier.deduction ? (counts?.neg() ?? null) : counts)),
		...sold.filter(({ carrier }) => carrier.kind === part).map(({ co2 }) => co2?.neg() ?? null),
	];
	const materials = counted.filter(({ carrier, amount }) => carrier.kind === "process" && !carrier.medium && amount !== null);
	const recovered = counted.find(({ id }) => id === RECOVERED)?.counts ?? ZERO;
	const [ins, outs] = [flows(use("feedstock")), flows(use("product"))];
	const others = materials.some(({ id, amount }) => id !== RECOVERED && amount !== null && amount.sign > 0);
	const carbon = ins === null || outs === null ? null : balance(ins, outs, division, others, recovered);
	// Under the energy boundary feedstock and products are left out, and nothing said of them withholds.
	const left = asserted.boundary === "energy";
	if (!left) said.push(...(carbon?.findings ?? []));
	const process = sumOrNull([...ofPart("process"), carbon === null ? null : carbon.process]);
	return {
		parts: {
			fuel: sumOrNull(ofPart("fuel")),
			process,
			electricity: sumOrNull(ofPart("electricity")),
			heat: sumOrNull(ofPart("heat")),
		},
		apart: carbon === null ? null : carbon.apart,
		said,
		present: counted.map(({ id, carrier, counts, tce }) => ({
			kind: carrier.same ?? id,
			part: carrier.kind,
			co2: counts ?? ZERO,
			tce,
		})),
	};
};
