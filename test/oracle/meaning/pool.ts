/** A sector's gap compares the firms of its base: PRODUCT, with the example of a stated base that its rows contradict. */
import { type Fraction, HUNDRED, ONE, total } from "../fraction.ts";

export interface Amounts {
	readonly emissions: Fraction;
	readonly output: Fraction;
}

export interface Member {
	readonly now: Amounts | null;
	/** null: the firm stays out of the pooled base */
	readonly base: Amounts | null;
}

const ratio = (amounts: readonly Amounts[]): Fraction | null => {
	const output = total(amounts.map((one) => one.output));
	return output.sign === 0 ? null : total(amounts.map(({ emissions }) => emissions)).div(output);
};

/** Per cent above the required share of the base; null where no firm has both. */
export const sectorGap = (members: readonly Member[], share: Fraction): Fraction | null => {
	const both = members.flatMap(({ now, base }) => (now === null || base === null ? [] : [{ now, base }]));
	const [now, base] = [ratio(both.map((one) => one.now)), ratio(both.map((one) => one.base))];
	return now === null || base === null || base.sign === 0 ? null : now.div(base.mul(share)).sub(ONE).mul(HUNDRED);
};
