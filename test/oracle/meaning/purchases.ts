/** Purchases decide what of a firm-year counts: READING-TABLES 7. */
import { type Fraction, ZERO } from "../fraction.ts";
import { MADE_FROM } from "./carriers.ts";
import { error, note, type Said, warning } from "./findings.ts";

/** The amounts of one carrier in one firm-year, in base units; null where the cell is blank. */
export interface Ledger {
	readonly carrier: string;
	readonly kind: "fuel" | "electricity" | "heat" | "process";
	readonly consumed: Fraction;
	readonly purchased: Fraction | null;
	readonly opening: Fraction | null;
	readonly closing: Fraction | null;
	readonly out: Fraction | null;
}

/** What else the firm-year shows. */
export interface Works {
	/** two digits of GB/T 4754, blank where unknown */
	readonly division: string;
	/** carriers consumed, above zero */
	readonly consumes: ReadonlySet<string>;
	/** a fuel is burnt, or there is water, wind, sun or waste heat of its own */
	readonly source: boolean;
}

export interface Counted {
	/** null: unknown, and the firm-year is withheld */
	readonly amount: Fraction | null;
	/** own-made and counted zero */
	readonly ownMade: Fraction;
	readonly findings: readonly Said[];
}

const or = (amount: Fraction | null): Fraction => amount ?? ZERO;
const least = (a: Fraction, b: Fraction): Fraction => (a.compare(b) <= 0 ? a : b);
const counts = (amount: Fraction | null, ownMade: Fraction, ...findings: Said[]): Counted => ({ amount, ownMade, findings });

const COAL = ["raw-coal", "bituminous-coal", "anthracite", "lignite", "coking-coal", "cleaned-coal"];
const WELLS = ["crude-oil", "natural-gas"];

const minedHere = (carrier: string, division: string): boolean =>
	(division === "06" && COAL.includes(carrier)) || (division === "07" && WELLS.includes(carrier));

export const makeable = (carrier: string, consumes: ReadonlySet<string>): boolean =>
	(MADE_FROM[carrier] ?? []).some((source) => consumes.has(source));

const power = ({ consumed, purchased, out }: Ledger, { source }: Works): Counted => {
	const net = or(purchased).sub(or(out));
	if (or(purchased).sign > 0) {
		const more = net.compare(consumed) > 0;
		const own = more ? ZERO : consumed.sub(net);
		return counts(net, own, ...(more ? [note(null, "bought more than used")] : []));
	}
	if (consumed.sign === 0) return counts(net, ZERO);
	return source
		? counts(ZERO, consumed, note(null, "own generation"))
		: counts(null, ZERO, error("where-from", "power from nowhere"));
};

const heat = ({ consumed, purchased, out }: Ledger, { source }: Works): Counted => {
	const bought = least(consumed, or(purchased).sub(or(out)));
	const rest = consumed.sub(bought);
	if (rest.sign === 0) return counts(bought, ZERO);
	return source ? counts(bought, rest, note(null, "own heat")) : counts(null, ZERO, error("where-from", "heat from nowhere"));
};

const made = (ledger: Ledger, { consumes }: Works): Counted => {
	const { carrier, consumed, purchased, opening, closing, out } = ledger;
	const bought = least(consumed, or(purchased).add(or(opening)).sub(or(closing)).sub(or(out)));
	const rest = consumed.sub(bought);
	if (rest.sign === 0) return counts(bought, ZERO);
	if (makeable(carrier, consumes)) return counts(bought, rest, note(null, `own ${carrier}`));
	return counts(consumed, ZERO, warning("may-be-own-made", carrier));
};

const bought = ({ carrier, consumed, purchased, opening, closing }: Ledger, { division }: Works): Counted => {
	const drawn = or(opening).compare(or(closing)) > 0;
	const fine = consumed.sign === 0 || or(purchased).sign > 0 || drawn || minedHere(carrier, division);
	return counts(consumed, ZERO, ...(fine ? [] : [warning("not-bought", carrier)]));
};

/** With a purchases column in use. */
export const byPurchases = (ledger: Ledger, works: Works): Counted => {
	if (ledger.kind === "electricity") return power(ledger, works);
	if (ledger.kind === "heat") return heat(ledger, works);
	return MADE_FROM[ledger.carrier] === undefined ? bought(ledger, works) : made(ledger, works);
};

/** Without one: as consumed, and a doubt where the firm-year consumes what it can be made from. */
export const byUse = ({ carrier, consumed }: Ledger, { consumes }: Works): Counted =>
	counts(consumed, ZERO, ...(consumed.sign > 0 && makeable(carrier, consumes) ? [warning("may-be-own-made", carrier)] : []));
