/** When two sums say the same, whatever was rounded where they were written. */
import { type Fraction, ONE, total, whole } from "../fraction.ts";

/** An amount and half a step of its last printed place, both in base units. */
export interface Printed {
	readonly amount: Fraction;
	readonly half: Fraction;
}

/** Half a step of the last place of a written number. */
export const halfStep = (text: string): Fraction => ONE.div(whole(2).mul(whole(10).pow(text.split(".")[1]?.length ?? 0)));

export const sumOf = (numbers: readonly Printed[]): Printed => ({
	amount: total(numbers.map(({ amount }) => amount)),
	half: total(numbers.map(({ half }) => half)),
});

export const differenceOf = (a: Printed, b: Printed): Printed => ({
	amount: a.amount.sub(b.amount),
	half: a.half.add(b.half),
});

export const agree = (a: Printed, b: Printed): boolean => a.amount.sub(b.amount).abs().compare(a.half.add(b.half)) <= 0;
