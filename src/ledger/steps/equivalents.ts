/**
 * One carrier in its own unit and in tonnes of coal equivalent: the latter repeats the former, is compared and does not count. Alone
 * it is an amount by heat. Source: the reading rules of this tool, table 8, rule 4.
 */

import { months } from "../../domain/period.ts";
import { without } from "../../domain/without.ts";
import { compare, fromExact, minus, negative, plus, sign, times } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { ratioLike } from "../amounts.ts";
import { seriesName } from "../ledger.ts";
import { halfStep } from "../printed.ts";
import { cellsOf } from "../resolve.ts";
import { grouped, joined, reportDifference, sumOf, unitOf } from "./groups.ts";
import type { Settled, Step, StepContext } from "./step.ts";

const isEquivalent = ({ role }: Settled): boolean => role === "equivalent";

export const leaveOutEquivalents: Step = (accounts, context) => {
	if (!accounts.some(isEquivalent)) return accounts;
	return grouped(accounts, ({ carrier, use }) => `${carrier}\u001f${use}`).flatMap((group) =>
		group.some(isEquivalent) ? settle(group, context) : group,
	);
};

function settle(group: readonly Settled[], context: StepContext): readonly Settled[] {
	const own = group.filter((one) => !isEquivalent(one) && !one.role.startsWith("part:"));
	const parts = group.filter(({ role }) => role.startsWith("part:"));
	const covered = own.reduce((mask, one) => mask | one.mask, 0);
	const left = group.filter(isEquivalent).flatMap((one): readonly Settled[] => {
		const plain: Settled = { ...one, name: seriesName(one.carrier, one.use, one.site), role: "" };
		const beside = one.items.filter(({ period }) => (months(period) & covered) !== 0);
		if (beside.length === 0) return [byHeat(plain, context)];
		const whole = joined(own);
		if (beside.some(({ period }) => (months(period) & ~covered) !== 0)) {
			reportDifference(whole, one, context.report);
			return [{ ...plain, items: [], broken: true }];
		}
		tell({ ...one, items: beside }, whole, context);
		const rest = without(one.items, beside);
		return rest.length === 0 ? [] : [byHeat({ ...plain, items: rest, mask: one.mask & ~covered }, context)];
	});
	return [...own, ...left, ...parts];
}

/** Power in tonnes of coal equivalent says neither kilowatt-hours nor at which of two coefficients. */
function byHeat(one: Settled, { rules, report }: StepContext): Settled {
	const [item] = one.items;
	if (item === undefined || rules.partOf(one.carrier, one.use) !== "electricity") return one;
	report(remark("wrong-unit-kind", { what: rules.idOf(one.carrier), wanted: ["kWh", "10^4 kWh", "MWh"] }), {
		...item.entry,
		text: item.entry.from.unit || item.entry.text,
	});
	return { ...one, items: [], broken: true };
}

/** Compared where both cover the same months and a coefficient of the carrier is published. */
function tell(equivalent: Settled, own: Settled, { rules, report }: StepContext): void {
	const [item] = equivalent.items;
	const unit = unitOf(own);
	if (item === undefined) return;
	const known = unit === undefined || own.mask !== equivalent.mask ? undefined : rules.byCoefficient(own.carrier, unit);
	if (known !== undefined) {
		const amount = fromExact(sumOf(own));
		const converted = times(amount, known.heat);
		let slack = times(amount, known.halfStep);
		for (const cell of own.items.flatMap(cellsOf)) slack = plus(slack, times(halfStep(cell), known.heat));
		for (const cell of equivalent.items.flatMap(cellsOf)) slack = plus(slack, halfStep(cell));
		const apart = minus(fromExact(sumOf(equivalent)), converted);
		if (compare(sign(apart) < 0 ? negative(apart) : apart, slack) > 0) {
			report(
				remark("coal-equivalent-differs", {
					what: own.what,
					converted: ratioLike(converted, item.entry),
					given: ratioLike(fromExact(sumOf(equivalent)), item.entry),
				}),
				item.entry,
			);
			return;
		}
	}
	report(remark("coal-equivalent-left-out", { what: own.what }), item.entry);
}
