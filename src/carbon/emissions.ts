/** A year's aggregates to emissions: each line by its formula, the parts, what is kept apart, and coal equivalent. */
import { write } from "../domain/period.ts";
import { type Part, parts, type Use } from "../domain/words.ts";
import { type Exact, sign } from "../exact/exact.ts";
import { fromExact, negative, plus, type Ratio, times, zeroRatio } from "../exact/ratio.ts";
import { type Finding, finding, type Remark, remark } from "../findings/finding.ts";
import { type Claim, placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { EnergyLine } from "../ledger/year-draft.ts";
import type { Carrier } from "../reference/carriers.ts";
import { type CarbonLine, methodOf, reportCarbon, type Treatment } from "./carbon-balance.ts";
import { type FactorBasis, setsWith } from "./choice.ts";
import { type Factor, perUnit } from "./factor.ts";
import type { Flow } from "./formulas.ts";
import { kindsIn, type LineKind } from "./line-kind.ts";
import { makesClinker } from "./meaning.ts";
import { type Multipliers, multipliers } from "./multipliers.ts";

/** One line of a firm-year with what became of it. */
export interface CarrierFigure {
	readonly carrier: string;
	readonly part: Part;
	readonly use: Use;
	/** null where its rows contradict each other. */
	readonly quantity: Exact | null;
	readonly unit: string;
	/** A row it came from: in the unit of its file an amount is shown to people. */
	readonly like: Pick<Claim, "unit" | "from">;
	/** t CO2 as it counts in the total: sold and product lines and deductions below zero; null where unknown. */
	readonly co2: Ratio | null;
	/** tce as it counts; null where unknown. */
	readonly tce: Ratio | null;
	readonly factor: Factor | null;
}

export interface Emissions {
	/** null where unknown. */
	readonly parts: { readonly [P in Part]: Ratio | null };
	readonly total: Ratio | null;
	/** Process lines are present, if only with zero; feedstock whose carbon stays is none of them. */
	readonly present: ReadonlySet<Part>;
	/** t CO2 that are in no total; and tce of feedstock, which are in that of energy. */
	readonly apart: { readonly feedstock: Ratio | null; readonly feedstockTce: Ratio | null; readonly greenAtGrid: Ratio | null };
	readonly carriers: readonly CarrierFigure[];
	readonly tce: Ratio | null;
	readonly tceDerived: boolean;
	/** A line that counts has no factor, or no method says how much of its carbon stays. */
	readonly incomplete: boolean;
}

export interface EmissionRules {
	readonly basis: FactorBasis;
	/** What the ledger keys a carrier by, to the carrier (mapped where the caller maps it). */
	readonly carrierOf: (key: string) => Carrier;
	readonly withProcess: boolean;
	readonly firm: string;
	readonly province: string | undefined;
	/** Level-1 sector, where one is known. */
	readonly sector: string | null;
	/** The sector as the tables name it: level 1 or 2. */
	readonly named: string | null;
}

export function emissionsOf(facts: YearFacts, rules: EmissionRules, findings: Finding[]): Emissions {
	const { reference } = rules.basis;
	const method = methodOf(reference, rules.sector, facts);
	const clinker = makesClinker(reference, facts.lines, rules.carrierOf);
	const { basis, carrierOf, province, sector, named } = rules;
	const kinds = kindsIn({ basis, carrierOf, year: facts.year, method: { ...method, clinker }, province, sector, named });
	const lines = facts.lines.map((line) => figureOf(line, kinds(line), rules));
	for (const one of lines) reportFactor(one, rules, findings);
	if (rules.withProcess) for (const found of reportCarbon(facts, lines, rules.firm, reference)) findings.push(found);

	const sums: { [P in Part]: Ratio | null } = { fuel: zeroRatio, process: zeroRatio, electricity: zeroRatio, heat: zeroRatio };
	const present = new Set<Part>();
	let feedstock: Ratio | null = zeroRatio;
	let feedstockTce: Ratio | null = zeroRatio;
	let greenAtGrid: Ratio | null = zeroRatio;
	let tce: Ratio | null = zeroRatio;
	for (const { shown, carried, atGrid, treatment, flow } of lines) {
		sums[shown.part] = add(sums[shown.part], shown.co2);
		if (treatment !== "stays") present.add(shown.part);
		feedstock = add(feedstock, carried);
		if (flow === "carbon-in") feedstockTce = add(feedstockTce, shown.tce);
		greenAtGrid = add(greenAtGrid, atGrid);
		tce = add(tce, shown.tce);
	}
	withholdUnknown(sums, present, facts);
	const apart = {
		feedstock: known(feedstock, "feedstock", facts, rules),
		feedstockTce: known(feedstockTce, "feedstock", facts, rules),
		greenAtGrid: known(greenAtGrid, "green", facts, rules),
	};
	return {
		parts: sums,
		total: totalOf(sums, facts, rules),
		present,
		apart,
		carriers: lines.map(({ shown }) => shown),
		tce: energyUnknown(facts, rules) ? null : tce,
		tceDerived: lines.some(({ found }) => found.derived),
		incomplete: lines.some(({ shown, line, flow }) => shown.co2 === null && line.known && (rules.withProcess || !isCarbon(flow))),
	};
}

/** A line as it is computed. */
interface LineFigure extends CarbonLine {
	readonly shown: CarrierFigure;
	readonly found: Multipliers;
	/** Why nobody can say what the name means here. */
	readonly unclear: Remark | undefined;
	/** t CO2 of green power at the grid's factor. */
	readonly atGrid: Ratio | null;
}

function figureOf(line: EnergyLine, kind: LineKind, rules: EmissionRules): LineFigure {
	const { carrier, flow, treatment, found, asked, unclear, part } = kind;
	const { factor } = found.chosen;
	const amount = fromExact(line.amount);
	const nothing = sign(line.amount) === 0;
	const counted = nothing ? zeroRatio : kind.co2 === undefined ? null : times(amount, kind.co2);
	const co2 = nothing || treatment === "stays" ? zeroRatio : treatment === "unknown" ? null : counted;
	const tce = nothing ? zeroRatio : found.tce === undefined ? null : times(amount, found.tce);
	const leaves = flow === "left" || flow === "carbon-out";
	const atGrid = found.atGrid === null ? null : times(amount, found.atGrid);
	return {
		line,
		carrier,
		flow,
		treatment,
		co2: line.known ? co2 : null,
		carried: flow === "carbon-in" ? carriedBy(line, treatment, asked, counted, rules) : zeroRatio,
		process: part === "process",
		found,
		unclear,
		shown: {
			carrier: line.carrier,
			part,
			use: line.use,
			quantity: line.known ? line.amount : null,
			unit: line.unit,
			// Of the entry itself nothing is held: it is let go with its record.
			like: { unit: line.item.entry.unit, from: line.item.entry.from },
			co2: line.known ? co2 : null,
			tce: tce === null || (!line.known && carrier.group !== "process") ? null : leaves ? negative(tce) : tce,
			factor: unclear === undefined ? (factor ?? null) : null,
		},
		atGrid: atGrid === null || !leaves ? atGrid : negative(atGrid),
	};
}

/** All carbon of feedstock, whatever a method counts it by. */
function carriedBy(
	line: EnergyLine,
	treatment: Treatment | undefined,
	asked: Omit<Parameters<typeof multipliers>[1], "reductant">,
	counted: Ratio | null,
	{ basis }: EmissionRules,
): Ratio | null {
	if (!line.known) return null;
	if (treatment !== "reductant" || counted === null) return counted;
	const { factor } = multipliers(basis, { ...asked, reductant: false }).chosen;
	return factor === undefined ? null : times(fromExact(line.amount), perUnit(factor));
}

/** Nothing used needs no factor, nor does carbon that is counted as none or as unknown. */
function reportFactor(
	{ line, flow, treatment, found, shown, unclear }: LineFigure,
	rules: EmissionRules,
	findings: Finding[],
): void {
	const { basis, firm } = rules;
	if (sign(line.amount) === 0 || treatment === "stays" || treatment === "unknown" || (isCarbon(flow) && !rules.withProcess))
		return;
	const { factor, remarks } = found.chosen;
	if (factor !== undefined && unclear === undefined && remarks.length === 0) return;
	const at = placeOf(line.item.entry);
	const period = String(line.item.period.year);
	if (unclear !== undefined) {
		findings.push(finding(unclear, at, firm, period));
		return;
	}
	for (const about of remarks) findings.push(finding(about, at, firm, period));
	if (factor !== undefined || remarks.some(({ code }) => code === "no-electricity-factor")) return;
	const others = setsWith(basis.reference, rules.carrierOf(line.carrier).id);
	const { name, kind } = mapping(line.carrier, basis);
	const about = remark("no-factor", { carrier: line.carrier, set: basis.set.id, unit: shown.unit, others, name, kind });
	findings.push(finding(about, at, firm, write(line.item.period)));
}

/** What the statistics forms call a carrier, and the commonest of its kinds that has a factor; empty where it has no kinds. */
function mapping(carrier: string, { reference, set }: FactorBasis): { readonly name: string; readonly kind: string } {
	const kinds = reference.seeds.families.find(({ parent }) => parent === carrier)?.children ?? [];
	const known = kinds.filter((kind) => set.factors.some((factor) => factor.carrier === kind));
	const kind = known.includes("bituminous-coal") ? "bituminous-coal" : (known[0] ?? "");
	return { name: reference.carriers.byId(carrier)?.nameZh ?? carrier, kind };
}

function isCarbon(flow: Flow): boolean {
	return flow === "carbon-in" || flow === "carbon-out";
}

// What is unknown. A sum is null as soon as one of its terms is.

function add(a: Ratio | null, b: Ratio | null): Ratio | null {
	return a === null || b === null ? null : plus(a, b);
}

/** Parts are sums of the rows that could be read: where none could, and where one of their rows could not, there is no sum. */
function withholdUnknown(sums: { [P in Part]: Ratio | null }, present: Set<Part>, facts: YearFacts): void {
	const unread = facts.lines.length === 0 && facts.unknown.has("any");
	for (const part of parts) {
		if (facts.noEnergy || unread || facts.unknown.has(part)) sums[part] = null;
		// A refused row says that the part exists, if not how much of it.
		if (facts.unknown.has(part)) present.add(part);
	}
}

function totalOf(sums: Emissions["parts"], facts: YearFacts, { withProcess }: EmissionRules): Ratio | null {
	// Without a single usable row there is nothing to add up, whatever the boundary leaves out.
	const nothing = facts.lines.length === 0 && parts.some((part) => facts.unknown.has(part));
	if (nothing || facts.unknown.has("any")) return null;
	return parts.reduce<Ratio | null>(
		(total, part) => (part === "process" && !withProcess ? total : add(total, sums[part])),
		zeroRatio,
	);
}

/** Fuel that was fed in or left as a product is energy too, though its carbon belongs to the process. */
function energyUnknown(facts: YearFacts, { carrierOf }: EmissionRules): boolean {
	const carbon = facts.faulty.some(
		({ carrier, use }) => (use === "feedstock" || use === "product") && carrier !== "" && carrierOf(carrier).group === "fuel",
	);
	return facts.noEnergy || carbon || (["any", "fuel", "electricity", "heat"] as const).some((what) => facts.unknown.has(what));
}

/** What is shown apart is unknown as soon as one of its rows is. */
function known(
	sum: Ratio | null,
	what: "feedstock" | "green",
	{ faulty }: YearFacts,
	{ carrierOf }: EmissionRules,
): Ratio | null {
	const gone = faulty.some(({ carrier, use }) =>
		what === "feedstock" ? use === "feedstock" || use === "" : carrier !== "" && carrierOf(carrier).id === "green-electricity",
	);
	return gone ? null : sum;
}
