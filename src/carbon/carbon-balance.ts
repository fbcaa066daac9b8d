/**
 * Carbon that does not burn: what feedstock counts as in a firm-year by the method of its sector, and what is to be reported of
 * feedstock and products side by side.
 */
import { sign as signOf } from "../exact/exact.ts";
import { compare, minus, negative, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { EnergyLine } from "../ledger/year-draft.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { FeedstockMethod } from "../reference/seeds.ts";
import type { Flow } from "./formulas.ts";

/**
 * `stays`: in what it is used for. `reductant`: by the method's own row. `oxidised`: all of it, by the method. `balanced`: in, and
 * products out. `unknown`: a balance without a product.
 */
export type Treatment = "stays" | "reductant" | "oxidised" | "balanced" | "unknown";

export interface Method {
	readonly method: FeedstockMethod;
	/** Level-1 sector, where one is known. */
	readonly sector: string | null;
	/** The firm-year has a product, were it of zero tonnes or a row that was refused. */
	readonly products: boolean;
}

/** The method of a firm-year: of its level-1 sector, by the rows it has. */
export function methodOf(reference: Reference, sector: string | null, { lines, faulty }: YearFacts): Method {
	return {
		method: sector === null ? "none" : (reference.sectors.byId(sector)?.method ?? "none"),
		sector,
		products: lines.some(({ use }) => use === "product") || faulty.some(({ use }) => use === "product"),
	};
}

export function treatmentOf(reference: Reference, carrier: Carrier, { method, sector, products }: Method): Treatment {
	if (!products && reference.carbon("stays", carrier.id, null) !== undefined) return "stays";
	if (method === "reductant") return reference.carbon("reductant", carrier.id, sector) === undefined ? "oxidised" : "reductant";
	return products ? "balanced" : "unknown";
}

/** A line of a firm-year with what became of its carbon. */
export interface CarbonLine {
	readonly line: EnergyLine;
	readonly carrier: Carrier;
	readonly flow: Flow;
	readonly treatment: Treatment | undefined;
	/** As it counts; null where unknown. */
	readonly co2: Ratio | null;
	/** Of feedstock: all its carbon as CO2; null where unknown. */
	readonly carried: Ratio | null;
	readonly process: boolean;
}

/** What is to be reported of the feedstock and the products of a year. */
export function reportCarbon(facts: YearFacts, all: readonly CarbonLine[], firm: string, reference: Reference): Finding[] {
	// Nearly all firms burn what they use.
	if (!all.some(({ flow }) => flow === "carbon-in" || flow === "carbon-out")) return [];
	const used = all.filter(({ line }) => signOf(line.amount) > 0);
	const fed = used.filter(({ flow }) => flow === "carbon-in");
	const found: Finding[] = [];
	const period = String(facts.year);
	const of = (...wanted: readonly Treatment[]): CarbonLine[] =>
		fed.filter(({ treatment }) => treatment !== undefined && wanted.includes(treatment));
	const [unknown] = of("unknown");
	if (unknown !== undefined) {
		const lines = of("unknown");
		const about = remark("feedstock-without-products", {
			carriers: carriersOf(lines),
			tonnes: tonnesOf(lines),
			products: facts.made.map(({ product }) => product),
			amounts: facts.made.map(({ amount }) => amount),
		});
		found.push(finding(about, placeOf(unknown.line.item.entry), firm, period));
	}
	const told = { stays: "carbon-stays", reductant: "feedstock-oxidised", oxidised: "feedstock-oxidised" } as const;
	for (const one of of("stays", "reductant", "oxidised")) {
		const treatment = one.treatment as keyof typeof told;
		const about =
			treatment === "stays"
				? remark("carbon-stays", { carrier: one.line.carrier, tonnes: tonnesOf([one]) })
				: remark("feedstock-oxidised", { carrier: one.line.carrier, ownFactor: treatment === "reductant" });
		found.push(finding(about, placeOf(one.line.item.entry), firm, period));
	}
	const out = used.filter(({ flow }) => flow === "carbon-out");
	const [product] = out;
	if (product === undefined) return found;
	const leaving = sumOf(out.map(({ co2 }) => co2));
	const entering = sumOf(fed.map(({ co2 }) => co2));
	const recovers = used.filter(({ carrier }) => reference.carbon("recovered", carrier.id, null) !== undefined);
	const others = used.some((one) => one.process && one.flow === "emitted" && !recovers.includes(one));
	if (fed.length > 0 && !others && leaving !== null && entering !== null && sign(plus(entering, leaving)) < 0) {
		const about = remark("more-carbon-out-than-in", {
			into: rounded(entering, 4),
			out: rounded(negative(leaving), 4),
			more: rounded(minus(negative(leaving), entering), 4),
		});
		found.push(finding(about, placeOf(product.line.item.entry), firm, period));
	}
	const madeOfCo2 = out.filter(({ carrier }) => reference.carbon("from-co2", carrier.id, null) !== undefined);
	const recovered = sumOf(recovers.map(({ co2 }) => co2));
	const inProducts = sumOf(madeOfCo2.map(({ co2 }) => co2));
	const [first] = recovers;
	if (first !== undefined && madeOfCo2.length > 0 && recovered !== null && inProducts !== null) {
		// Both are below zero: what is subtracted twice is the lesser of the two.
		const twice = negative(compare(recovered, inProducts) > 0 ? recovered : inProducts);
		const about = remark("carbon-subtracted-twice", { carriers: carriersOf(madeOfCo2), tonnes: rounded(twice, 4) });
		found.push(finding(about, placeOf(first.line.item.entry), firm, period));
	}
	return found;
}

function carriersOf(lines: readonly CarbonLine[]): string[] {
	return [...new Set(lines.map(({ line }) => line.carrier))];
}

function tonnesOf(lines: readonly CarbonLine[]): string | null {
	const sum = sumOf(lines.map(({ carried }) => carried));
	return sum === null ? null : rounded(sum, 4);
}

function sumOf(values: readonly (Ratio | null)[]): Ratio | null {
	return values.reduce<Ratio | null>((sum, value) => (sum === null || value === null ? null : plus(sum, value)), zeroRatio);
}
