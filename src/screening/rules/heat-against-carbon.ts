/**
 * F-08: a lot of coal with much heat and little carbon, or the reverse, among the firm's own lots of it. Of one coal the two
 * move together, since both are what is left beside ash and water.
 */
import { compare, difference, type Exact, product, sum, toText, one as unit } from "../../exact/exact.ts";
import { fromExact, type Ratio } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { twiceMedian } from "../../ledger/rules/unit-slip.ts";
import { type FirmCase, type FirmRule, notChecked } from "../rule.ts";
import { fromCount } from "./entries.ts";
import { judgeLots, type Lot, lotsOf } from "./lots.ts";
import { carbonOutside, heatOutside, isImpossible, rangesOf } from "./ranges.ts";

export const heatAgainstCarbon: FirmRule = {
	id: "F-08",
	code: "heat-and-carbon-apart",
	clears: "by-shape",
	judge: (one) => {
		const apart = one.limit("heat-carbon-apart");
		const groups = new Map<string, { heat: Exact; carbon: Exact }[]>();
		for (const lot of lotsOf(one)) {
			const both = heatAndCarbon(one, lot);
			if (both === undefined) continue;
			const there = groups.get(lot.carrier);
			if (there === undefined) groups.set(lot.carrier, [both]);
			else there.push(both);
		}
		const enough = [...groups].filter(([, lots]) => compare(fromCount(lots.length), one.limit("heat-carbon-lots")) >= 0);
		if (enough.length === 0) return notChecked("no-measured-values");
		const usual = new Map(
			enough.map(([carrier, lots]) => [
				carrier,
				{ heat: middle(lots.map(({ heat }) => heat)), carbon: middle(lots.map(({ carbon }) => carbon)) },
			]),
		);
		return judgeLots(one, {
			measured: (lot) => usual.has(lot.carrier) && heatAndCarbon(one, lot) !== undefined,
			suspect: (lot) => {
				const both = heatAndCarbon(one, lot);
				const medians = usual.get(lot.carrier);
				if (both === undefined || medians === undefined) return undefined;
				const heat = side(both.heat, medians.heat, apart);
				const carbon = side(both.carbon, medians.carbon, apart);
				if (heat === 0 || heat + carbon !== 0) return undefined;
				const particulars = {
					carrier: lot.carrier,
					heat: toText(both.heat),
					usualHeat: rounded(half(medians.heat), 4),
					carbon: rounded(fromExact(both.carbon), 4),
					usualCarbon: rounded(half(medians.carbon), 4),
				};
				return { about: remark("heat-and-carbon-apart", particulars), column: "ncv" };
			},
		});
	},
};

/** Heat and carbon of a tonne, where the row measured both and neither is odd by itself. */
function heatAndCarbon(one: FirmCase, lot: Lot): { readonly heat: Exact; readonly carbon: Exact } | undefined {
	const { ncv, carbonContent } = lot.measured;
	if (ncv === undefined || carbonContent === undefined || lot.unit !== "t") return undefined;
	if (rangesOf(one, lot)?.family !== "coal") return undefined;
	if (isImpossible(one, lot) || heatOutside(one, lot) || carbonOutside(one, lot)) return undefined;
	return { heat: ncv, carbon: product(ncv, carbonContent) };
}

/** Twice the median. */
function middle(values: readonly Exact[]): Exact {
	return twiceMedian([...values].sort(compare));
}

/** 1 where a value stands above its usual by the share or more, −1 where below, else 0. The usual comes twice. */
function side(value: Exact, twiceUsual: Exact, share: Exact): -1 | 0 | 1 {
	const twice = sum(value, value);
	if (compare(twice, product(twiceUsual, sum(unit, share))) >= 0) return 1;
	return compare(twice, product(twiceUsual, difference(unit, share))) <= 0 ? -1 : 0;
}

function half(twice: Exact): Ratio {
	const { over, under } = fromExact(twice);
	return { over, under: under * 2n };
}
