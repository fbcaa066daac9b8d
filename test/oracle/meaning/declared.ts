/** Amounts to date that are declared, and spans of months: READING-TABLES 2. */

import { Fraction, ZERO } from "../fraction.ts";
import type { Moment } from "./calendar.ts";
import { monthsOf } from "./calendar.ts";
import { agree, differenceOf, type Printed, sumOf } from "./equal.ts";
import { error, type Said, warning } from "./findings.ts";

/** An amount of the months first … last; null where only the sum with its neighbours is known. */
export interface Stretch {
	readonly first: number;
	readonly last: number;
	readonly printed: Printed | null;
}

export interface Declared {
	/** null: nobody's figure is used */
	readonly sum: Printed | null;
	readonly stretches: readonly Stretch[];
	readonly findings: readonly Said[];
}

interface Given {
	readonly moment: Moment;
	readonly printed: Printed;
}

const CORRECTION = Fraction.of(1n, 20n);

const holds = (outer: Moment, inner: Moment): boolean => outer.first <= inner.first && outer.last > inner.last;

/** Spans of one year that all begin in January, and of which one holds another. */
export const nested = (spans: readonly Moment[]): boolean =>
	spans.length > 1 &&
	spans.every(({ first }) => first === 1) &&
	spans.some((outer) => spans.some((inner) => holds(outer, inner)));

export const overlapping = (spans: readonly Moment[]): boolean =>
	spans.some((one, index) => spans.slice(index + 1).some((other) => one.first <= other.last && other.first <= one.last));

/** Steps 1 to 3: each amount less the one before stands for the months between. */
export const takeApart = (given: readonly Given[]): Declared => {
	const order = [...given].sort((a, b) => a.moment.last - b.moment.last);
	const last = order[order.length - 1];
	if (last === undefined) return { sum: null, stretches: [], findings: [] };
	const findings: Said[] = [];
	const stretches = order.map(({ moment, printed }, index): Stretch => {
		const before = order[index - 1];
		if (before === undefined) return { first: 1, last: moment.last, printed };
		const first = before.moment.last + 1;
		const step = differenceOf(printed, before.printed);
		if (step.amount.compare(ZERO) >= 0) return { first, last: moment.last, printed: step };
		const small = step.amount.neg().compare(before.printed.amount.mul(CORRECTION)) <= 0;
		findings.push(small ? warning("to-date-corrected", `to ${moment.last}`) : error("to-date-falls", `at ${moment.last}`));
		return { first, last: moment.last, printed: null };
	});
	const failed = findings.some(({ gravity }) => gravity === "E");
	return { sum: failed ? null : last.printed, stretches, findings };
};

/** Step 4: months beside amounts to date must say the same; the side with more parts is used. */
export const besideMonths = (declared: Declared, months: ReadonlyMap<number, Printed>): Declared => {
	if (months.size === 0 || declared.sum === null) return declared;
	const differs: number[] = [];
	const covered = new Set<number>();
	for (const { first, last, printed } of declared.stretches) {
		const parts = monthsOf({ first, last }).map((month) => months.get(month));
		for (const month of monthsOf({ first, last })) covered.add(month);
		const known = parts.filter((part) => part !== undefined);
		if (printed === null || known.length < parts.length) continue;
		if (!agree(printed, sumOf(known))) differs.push(first);
	}
	if (differs.length > 0) {
		return { ...declared, sum: null, findings: [...declared.findings, error("months-against-to-date", `at ${differs[0]}`)] };
	}
	const beyond = [...months].filter(([month]) => !covered.has(month));
	const all = [...covered].every((month) => months.has(month));
	const sum = all ? sumOf([...months.values()]) : sumOf([declared.sum, ...beyond.map(([, amount]) => amount)]);
	const more = beyond.map(([month, printed]): Stretch => ({ first: month, last: month, printed }));
	return { ...declared, sum, stretches: [...declared.stretches, ...more] };
};
