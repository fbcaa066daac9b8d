/** What a run counts by, from what was chosen and what the tables supply. */
import { type ElectricityMode, gridFactor } from "../carbon/electricity.ts";
import type { Basis, BasisPlan } from "../domain/basis.ts";
import { byCodeUnit, byKey } from "../domain/order.ts";
import type { Part } from "../intake/part.ts";
import { loadReference } from "../reference/reference.ts";
import type { Choices } from "./choices.ts";
import type { CountedPlan } from "./judge.ts";

export function basisOf(part: Part, choices: Choices, plans: readonly [CountedPlan, ...CountedPlan[]]): Basis {
	const { rules, asOf, marketBased, targets, indicator } = choices;
	const [first, ...more] = plans;
	const of = ({ plan, electricity }: CountedPlan): BasisPlan => ({
		targets: plan.id,
		baseYear: plan.baseYear,
		targetYear: plan.targetYear,
		reduction: plan.reductionPercent,
		prices: indicator === "production" ? null : `constant-${plan.priceYear}`,
		electricity: electricity.text,
		electricityFactor: oneGridFactor(electricity, marketBased),
	});
	return {
		targets: (part.supplied.targets[0] ?? part.supplied.goals[0])?.at.file ?? targets,
		plans: [of(first), ...more.map(of)],
		path: choices.path,
		indicator: choices.indicator,
		product: choices.product,
		outputUnit: outputUnit(part, choices),
		boundary: choices.boundary,
		factors: choices.set.id,
		factorFiles: filesOf(part),
		firmsFiles: part.inputs.flatMap(({ file, kind, byOption }) => (kind === "firms" && byOption ? [file] : [])),
		marketBased,
		screened: choices.screen,
		prices: choices.prices,
		deflator: part.supplied.deflators[0]?.at.file ?? null,
		mappings: choices.mappingTexts,
		assertions: [
			...choices.absentIsZero.map((text) => (text === "" ? "absent-is-zero" : `absent-is-zero=${text}`)),
			...choices.amountsTexts.map((text) => `amounts=${text}`),
			...(choices.addRepeats ? ["add-repeats"] : []),
			...(choices.fillDown ? ["fill-down"] : []),
			...(choices.assumedFirm === "" ? [] : [`assume-firm=${choices.assumedFirm}`]),
			...(choices.hidden ? ["hidden"] : []),
			...(choices.prices === null ? [] : [`prices=${choices.prices}`]),
			...(choices.materiality === undefined ? [] : [`materiality=${choices.materiality.text}`]),
			...(asOf === undefined ? [] : [`as-of=${asOf.text}`]),
		],
		firms: [...new Set(choices.firms)].sort(byCodeUnit),
		years: [...new Set(choices.years)].sort((a, b) => a - b),
		rules: rules.file === null ? null : { file: rules.file, changes: rules.changes },
	};
}

/** Files that factors came from, in order of name. */
function filesOf({ supplied }: Part): Basis["factorFiles"] {
	const counts = new Map<string, number>();
	for (const { at } of supplied.factors) counts.set(at.file, (counts.get(at.file) ?? 0) + 1);
	return [...counts].sort(byKey).map(([file, factors]) => ({ file, factors }));
}

/** kgCO2 per kWh, where one factor serves every firm and year. */
function oneGridFactor(mode: ElectricityMode, marketBased: boolean): string | null {
	if (mode.kind !== "national" || mode.year === null) return null;
	return gridFactor(loadReference().seeds.electricity, mode, mode.year, undefined, marketBased)?.text ?? null;
}

function outputUnit({ ledger }: Part, { indicator, product }: Choices): string {
	// Where rows have several, nobody's place among them decides which is named.
	const dimension = (): string => {
		const found = new Set<string>();
		for (const firm of ledger.firms.values())
			for (const { indicator: own, product: made, entries, toDate, days } of firm.output.values()) {
				if (own !== indicator || made !== product) continue;
				for (const { unit } of [...entries.values(), ...(toDate?.values() ?? [])]) found.add(unit);
				for (const { first } of days?.values() ?? []) found.add(first.unit);
			}
		return found.size === 0 || found.has("mass") ? "mass" : ([...found].sort()[0] as string);
	};
	const wanted = indicator === "production" ? dimension() : "money";
	return loadReference().seeds.units.find((seed) => seed.dimension === wanted && seed.toBase === "1")?.symbol ?? wanted;
}
