/** A month that stands fifty times or more off its own history: most likely another unit. */
import { type Fraction, ONE, whole } from "./fraction.ts";
import type { Entry } from "./reading.ts";

const median = (values: readonly Fraction[]): Fraction => {
	const sorted = [...values].sort((a, b) => a.compare(b));
	const upper = sorted[sorted.length >> 1] ?? ONE;
	const lower = sorted[(sorted.length - 1) >> 1] ?? ONE;
	return lower.add(upper).div(whole(2));
};

const within = (value: Fraction, middle: Fraction, times: number): boolean =>
	value.compare(middle.mul(whole(times))) <= 0 && value.mul(whole(times)).compare(middle) >= 0;

/** Entries of one firm and series over all years; gives the slipped ones. */
export const slips = <T extends Entry>(entries: readonly T[]): T[] => {
	const months = entries.filter(({ grain, amount }) => grain === "month" && amount.sign > 0);
	return months.filter((entry) => {
		const others = months.filter((other) => other !== entry).map(({ amount }) => amount);
		if (others.length < 5) return false;
		const middle = median(others);
		const far = entry.amount.compare(middle.mul(whole(50))) >= 0 || entry.amount.mul(whole(50)).compare(middle) <= 0;
		return far && others.every((other) => within(other, middle, 10));
	});
};
