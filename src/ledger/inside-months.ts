/** Some months of a year: what of an account lies in them. An amount that reaches beyond them says nothing of them. */
import { months, type Period } from "../domain/period.ts";

interface Counted<I> {
	readonly items: readonly I[];
	/** Months that they cover. */
	readonly mask: number;
}

/** The items that lie in the months of a mask; those that lie in part in them leave their months uncovered. */
export function inWindow<I extends { readonly period: Period }>(
	{ items, mask }: Counted<I>,
	within: number | undefined,
): Counted<I> {
	if (within === undefined) return { items, mask };
	const crossing = items.filter(({ period }) => (months(period) & within) !== 0 && (months(period) & ~within) !== 0);
	return {
		items: items.filter(({ period }) => (months(period) & ~within) === 0),
		mask: crossing.reduce((left, { period }) => left & ~months(period), mask & within),
	};
}
