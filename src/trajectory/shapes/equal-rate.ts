/** Each year asks for the same rate: share = keep^(k/years). The official method (3.891% a year for 18% over five). */
import { obtain } from "../../domain/obtain.ts";
import { compareToPower } from "../../exact/power.ts";
import { per, power, sign, times } from "../../exact/ratio.ts";
import { type Root, root } from "../../exact/root.ts";
import { logarithmShare, yearlyCut } from "../../exact/shown.ts";
import type { Shape } from "../path.ts";

export const equalRate: Shape = (terms) => {
	const { baseYear, targetYear, keep, years } = terms;
	const shares = remembered((k) => root(keep, k, years));
	const span = targetYear - baseYear;
	return {
		...terms,
		endsAboveZero: true,
		share: (year) => shares(year - baseYear),
		shareAtMonth: (year, month) => root(keep, 12 * (year - baseYear - 1) + month, 12 * years),
		yearly: () => shares(1),
		inverse: (year) => shares(baseYear - year),
		compare: (value, base, year) => compareToPower(value, base, keep, year - baseYear, years),
		compareToLastYear: (value, lastYear) => compareToPower(value, lastYear, keep, 1, years),
		sides: (value, base, year) => ({
			left: power(value, years),
			right: times(power(base, years), power(keep, year - baseYear)),
		}),
		sidesOfYear: (value, lastYear) => ({ left: power(value, years), right: times(power(lastYear, years), keep) }),
		// progress / share gone ≥ p/q  ⇔  (value/base)^(q·years) ≤ keep^(p·k): logarithms fall away.
		onSchedule: (value, base, year, { over, under }) =>
			compareToPower(value, base, keep, Number(over) * (year - baseYear), Number(under) * years) <= 0,
		progress: (value, base) =>
			sign(value) <= 0 || sign(base) <= 0
				? undefined
				: (places) => logarithmShare(per(value, base), keep, { over: BigInt(100 * years), under: BigInt(span) }, places),
		scheduleRatio: (value, base, year) =>
			sign(value) <= 0 || sign(base) <= 0 || year === baseYear
				? undefined
				: (places) => logarithmShare(per(value, base), keep, { over: BigInt(years), under: BigInt(year - baseYear) }, places),
		neededYearlyCut: (value, base, year) => {
			if (compareToPower(value, base, keep, span, years) <= 0) return () => "0";
			// A target of zero asks for everything at once; one below zero is reached by no yearly rate.
			if (sign(base) === 0) return () => "100";
			if (sign(base) < 0) return undefined;
			// (target/value)^(1/left), with target = base × keep^(span/years): one root of whole degree.
			const radicand = times(power(per(base, value), years), power(keep, span));
			return (places) => yearlyCut(radicand, years * (targetYear - year), places);
		},
	};
};

function remembered(make: (k: number) => Root): (k: number) => Root {
	const made = new Map<number, Root>();
	return (k) => obtain(made, k, () => make(k));
}
