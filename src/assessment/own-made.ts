/** Amounts that a firm made itself, or may have: reported with the CO2 that they are worth. */
import { choose } from "../carbon/choice.ts";
import { perUnit } from "../carbon/factor.ts";
import { fromExact, plus, type Ratio, times, zeroRatio } from "../exact/ratio.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { amountIn, amountLike } from "../ledger/amounts.ts";
import { placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { OwnMade } from "../ledger/year-draft.ts";
import type { Identity } from "./identity.ts";
import type { Rules } from "./rules.ts";

const places = 4;

/** A year's amount of a carrier that may be own-made, as it was reported, with what it would count less. */
export interface OwnDoubt {
	readonly finding: Finding;
	readonly carrier: string;
	readonly year: number;
	readonly tonnes: Ratio;
}

/** Reports each amount once, at its first row; those that leave a doubt are handed back. */
export function reportOwnMade(
	{ year, ownMade }: YearFacts,
	identity: Identity,
	rules: Rules,
	findings: Finding[],
): readonly OwnDoubt[] {
	const doubts: OwnDoubt[] = [];
	for (const one of ownMade) {
		const { carrier, amount, at } = one;
		const tonnes = tonnesOf(one, year, identity, rules);
		const with_ = {
			carrier: rules.carrierOf(carrier).id,
			amount: amountLike(amount, at),
			from: one.from,
			tonnes: tonnes === undefined ? null : amountIn(tonnes, "t", places),
		};
		const found = finding(remark(one.code, with_), placeOf(at), identity.firm, String(year));
		// What counts zero is in doubt for nobody.
		if (one.code === "own-made" || tonnes === undefined) {
			findings.push(found);
			continue;
		}
		const weighed: Finding = { ...found, weight: { tonnes, couldTurn: null } };
		findings.push(weighed);
		doubts.push({ finding: weighed, carrier: with_.carrier, year, tonnes });
	}
	return doubts;
}

/** By the factors that its rows have; undefined where nobody can say. Electricity and heat of one's own have none. */
function tonnesOf({ carrier: key, unit, lots }: OwnMade, year: number, { province }: Identity, rules: Rules): Ratio | undefined {
	const carrier = rules.carrierOf(key);
	if (carrier.group !== "fuel" || lots.length === 0) return undefined;
	let all = zeroRatio;
	for (const { measured, amount } of lots) {
		const { factor } = choose(rules.factors, { carrier, unit, measured, year, province: province ?? undefined });
		if (factor === undefined) return undefined;
		all = plus(all, times(fromExact(amount), perUnit(factor)));
	}
	return all;
}
