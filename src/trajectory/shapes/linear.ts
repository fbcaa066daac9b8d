/** Each year asks for the same points of the base: share = 1 − T·k/years (3.6 points a year for 18% over five). */
import { figure } from "../../exact/figure.ts";
import { compare, hundred, minus, oneRatio, per, power, type Ratio, sign, times } from "../../exact/ratio.ts";
import type { Root } from "../../exact/root.ts";
import { yearlyCut } from "../../exact/shown.ts";
import type { Shape } from "../path.ts";

export const linear: Shape = (terms) => {
	const { baseYear, targetYear, keep, years } = terms;
	const fall = minus(oneRatio, keep);
	const after = (months: number): Ratio => minus(oneRatio, times(fall, { over: BigInt(months), under: BigInt(12 * years) }));
	const share = (year: number): Ratio => after(12 * (year - baseYear));
	const fallSince = (value: Ratio, base: Ratio): Ratio => minus(oneRatio, per(value, base));
	return {
		...terms,
		endsAboveZero: sign(share(targetYear)) > 0,
		share: (year) => asRoot(share(year)),
		shareAtMonth: (year, month) => asRoot(after(12 * (year - baseYear - 1) + month)),
		yearly: (year) => asRoot(per(share(year), share(year - 1))),
		inverse: (year) => asRoot(per(oneRatio, share(year))),
		compare: (value, base, year) => compare(value, times(base, share(year))),
		compareToLastYear: (value, lastYear, year) => compare(times(value, share(year - 1)), times(lastYear, share(year))),
		sides: (value, base, year) => ({ left: value, right: times(base, share(year)) }),
		sidesOfYear: (value, lastYear, year) => ({ left: times(value, share(year - 1)), right: times(lastYear, share(year)) }),
		onSchedule: (value, base, year, limit) => compare(fallSince(value, base), times(minus(oneRatio, share(year)), limit)) >= 0,
		progress: (value, base) => {
			if (sign(value) <= 0 || sign(base) <= 0) return undefined;
			return figure(times(hundred, per(fallSince(value, base), minus(oneRatio, share(targetYear)))));
		},
		scheduleRatio: (value, base, year) => {
			if (sign(value) <= 0 || sign(base) <= 0 || year === baseYear) return undefined;
			return figure(per(fallSince(value, base), minus(oneRatio, share(year))));
		},
		neededYearlyCut: (value, base, year) => {
			const target = times(base, share(targetYear));
			if (compare(value, target) <= 0) return () => "0";
			if (sign(target) === 0) return () => "100";
			if (sign(target) < 0) return undefined;
			return (places) => yearlyCut(per(target, value), targetYear - year, places);
		},
	};
};

/** On a straight line every share is a ratio; digits are never asked for. */
function asRoot(rational: Ratio): Root {
	return { rational, digits: (places) => (power({ over: 10n, under: 1n }, places).over * rational.over) / rational.under };
}
