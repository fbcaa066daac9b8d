/** A year's aggregates to emissions: amount × factor for each line, the parts, what is kept apart, and coal equivalent. */
import { obtain } from "../domain/obtain.ts";
import { write } from "../domain/period.ts";
import { type Part, parts, type Use } from "../domain/words.ts";
import { type Exact, sign } from "../exact/exact.ts";
import { fromExact, negative, nought, plus, type Ratio, times } from "../exact/ratio.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { EnergyLine } from "../ledger/year-draft.ts";
import type { Carrier } from "../reference/carriers.ts";
import { type Asked, type Chosen, choose, type FactorBasis, setsWith, suppliedFor } from "./choice.ts";
import { coalEquivalent } from "./coal-equivalent.ts";
import { carbonToCo2, type Factor } from "./factor.ts";

/** One line of a firm-year with what became of it. */
export interface CarrierFigure {
	readonly carrier: string;
	readonly part: Part;
	readonly use: Use;
	/** null where its rows contradict each other. */
	readonly quantity: Exact | null;
	readonly unit: string;
	/** t CO2 as it counts in the total: sold and product lines and deductions below zero; null where no factor applies. */
	readonly co2: Ratio | null;
	/** tce as it counts; null where unknown. */
	readonly tce: Ratio | null;
	readonly factor: Factor | null;
}

export interface Emissions {
	/** null where unknown. */
	readonly parts: { readonly [P in Part]: Ratio | null };
	readonly total: Ratio | null;
	/** Process lines are present, if only with zero. */
	readonly present: ReadonlySet<Part>;
	readonly apart: { readonly feedstock: Ratio | null; readonly greenAtGrid: Ratio | null };
	readonly carriers: readonly CarrierFigure[];
	readonly tce: Ratio | null;
	readonly tceDerived: boolean;
	/** A carrier had no factor. */
	readonly incomplete: boolean;
}

/** What a carrier's line is multiplied by, found once for all firms and lines that ask alike. */
interface Multipliers {
	readonly chosen: Chosen;
	readonly perUnit: Ratio | undefined;
	/** null where the grid has no factor; zero for carriers that are not green power. */
	readonly atGrid: Ratio | null;
	readonly tce: Ratio | undefined;
	readonly derived: boolean;
}

const remembered = new WeakMap<FactorBasis, Map<string, Multipliers>>();

function multipliers(basis: FactorBasis, asked: Asked): Multipliers {
	const known = obtain(remembered, basis, () => new Map());
	const { carrier, unit, measured, year, province } = asked;
	const name = `${carrier.id}|${unit}|${year}|${province ?? ""}|${measured.key}`;
	let found = known.get(name);
	if (found === undefined) {
		const chosen = choose(basis, asked);
		const ncv = suppliedFor(basis.supplied, asked)?.parts?.ncv;
		const equivalent = coalEquivalent(
			basis.reference,
			basis.set,
			carrier,
			unit,
			measured,
			ncv === undefined ? undefined : fromExact(ncv),
		);
		const green = carrier.id === "green-electricity" ? choose({ ...basis, marketBased: false }, asked).factor : undefined;
		found = {
			chosen,
			perUnit: chosen.factor === undefined ? undefined : perUnit(chosen.factor),
			atGrid: carrier.id !== "green-electricity" ? nought : green === undefined ? null : perUnit(green),
			tce: equivalent.perUnit,
			derived: equivalent.derived,
		};
		// Lots measured each for themselves are many; the rest is a handful.
		if (known.size < 100_000) known.set(name, found);
	}
	return found;
}

export interface EmissionRules {
	readonly basis: FactorBasis;
	/** What the ledger keys a carrier by, to the carrier (mapped where the caller maps it). */
	readonly carrierOf: (key: string) => Carrier;
	readonly withProcess: boolean;
	readonly firm: string;
	readonly province: string | undefined;
}

export function emissionsOf(facts: YearFacts, rules: EmissionRules, findings: Finding[]): Emissions {
	const sums: { [P in Part]: Ratio | null } = { fuel: nought, process: nought, electricity: nought, heat: nought };
	const present = new Set<Part>();
	const carriers: CarrierFigure[] = [];
	let feedstock: Ratio | null = nought;
	let greenAtGrid: Ratio | null = nought;
	let tce: Ratio | null = nought;
	let tceDerived = false;
	let incomplete = false;
	for (const line of facts.lines) {
		const carrier = rules.carrierOf(line.carrier);
		const part = carrier.group as Part;
		const figure = compute(line, carrier, part, facts.year, rules, findings);
		present.add(part);
		carriers.push(figure.shown);
		const { co2 } = figure.shown;
		if (line.use === "feedstock") feedstock = add(feedstock, figure.wouldBe);
		else {
			sums[part] = add(sums[part], co2);
			if (co2 === null && line.known) incomplete = true;
		}
		if (carrier.id === "green-electricity") greenAtGrid = add(greenAtGrid, figure.atGrid);
		tce = add(tce, figure.shown.tce);
		tceDerived ||= figure.derived;
	}
	// Parts are sums of the rows that could be read. Where none could, there is no sum.
	const unread = facts.lines.length === 0 && facts.unknown.has("any");
	for (const part of parts) {
		if (facts.noEnergy || unread || facts.unknown.has(part)) sums[part] = null;
		// A refused row says that the part exists, if not how much of it.
		if (facts.unknown.has(part)) present.add(part);
	}
	// What is shown apart is unknown as soon as one of its rows is.
	if (facts.faulty.some(({ use }) => use === "feedstock" || use === "")) feedstock = null;
	if (facts.faulty.some(({ carrier }) => carrier !== "" && rules.carrierOf(carrier).id === "green-electricity"))
		greenAtGrid = null;
	const counted = parts.filter((part) => part !== "process" || rules.withProcess);
	// Without a single usable row there is nothing to add up, whatever the boundary leaves out.
	const nothing = facts.lines.length === 0 && parts.some((part) => facts.unknown.has(part));
	let total: Ratio | null = nothing || facts.unknown.has("any") ? null : nought;
	for (const part of counted) total = add(total, sums[part]);
	const energyUnknown = facts.noEnergy || ["any", "fuel", "electricity", "heat"].some((what) => facts.unknown.has(what as Part));
	return {
		parts: sums,
		total,
		present,
		apart: { feedstock, greenAtGrid },
		carriers,
		tce: energyUnknown ? null : tce,
		tceDerived,
		incomplete,
	};
}

function add(a: Ratio | null, b: Ratio | null): Ratio | null {
	return a === null || b === null ? null : plus(a, b);
}

interface Computed {
	readonly shown: CarrierFigure;
	/** t CO2 of feedstock, had it been burnt. */
	readonly wouldBe: Ratio | null;
	/** t CO2 of green power at the grid's factor. */
	readonly atGrid: Ratio | null;
	readonly derived: boolean;
}

function compute(
	line: EnergyLine,
	carrier: Carrier,
	part: Part,
	year: number,
	rules: EmissionRules,
	findings: Finding[],
): Computed {
	const { basis, province } = rules;
	const found = multipliers(basis, { carrier, unit: line.unit, measured: line.measured, year, province });
	const { factor, remarks } = found.chosen;
	const period = String(year);
	const at = placeOf(line.item.entry);
	// Nothing used needs no factor, and feedstock none for the total.
	const needed = sign(line.amount) !== 0 && line.use !== "feedstock";
	if (needed) for (const about of remarks) findings.push(finding(about, at, rules.firm, period));
	if (needed && factor === undefined && !remarks.some(({ code }) => code === "no-electricity-factor")) {
		const about = remark("no-factor", {
			carrier: line.carrier,
			set: basis.set.id,
			unit: line.unit,
			others: setsWith(basis.reference, carrier.id),
		});
		findings.push(finding(about, at, rules.firm, write(line.item.period)));
	}
	const amount = fromExact(line.amount);
	const wouldBe = sign(line.amount) === 0 ? nought : found.perUnit === undefined ? null : times(amount, found.perUnit);
	const deducted = line.use === "sold" || line.use === "product";
	// A deduction subtracts whatever it was used for; other lines subtract when they leave.
	const subtracts = carrier.process?.kind === "deduction" || deducted;
	const co2 = line.use === "feedstock" ? nought : wouldBe === null ? null : subtracts ? negative(wouldBe) : wouldBe;
	const tce = sign(line.amount) === 0 ? nought : found.tce === undefined ? null : times(amount, found.tce);
	const atGrid = found.atGrid === null ? null : times(amount, found.atGrid);
	return {
		shown: {
			carrier: line.carrier,
			part,
			use: line.use,
			quantity: line.known ? line.amount : null,
			unit: line.unit,
			co2: line.known ? co2 : null,
			tce: tce === null || (!line.known && part !== "process") ? null : deducted ? negative(tce) : tce,
			factor: factor ?? null,
		},
		wouldBe,
		atGrid: atGrid === null || !deducted ? atGrid : negative(atGrid),
		derived: found.derived,
	};
}

/** t CO2 per unit, exactly. */
export function perUnit(factor: Factor): Ratio {
	if (factor.kind === "direct") return factor.perUnit;
	const carbon = times(fromExact(factor.carbonContent), fromExact(factor.oxidationRate));
	return times(factor.ncv === null ? carbon : times(fromExact(factor.ncv), carbon), carbonToCo2);
}
