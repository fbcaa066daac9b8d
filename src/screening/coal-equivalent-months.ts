/**
 * Months of a fuel in tonnes of coal equivalent among months in its own unit, or the reverse: by a factor of 1.3 to 1.5, which a works may
 * well have by itself. So it is told only of works whose months keep so close to what moves with them that nothing else does it.
 */
import { nearly } from "../exact/exact.ts";
import { compare, fromExact, type Ratio } from "../exact/ratio.ts";
import { type Explained, explain } from "../ledger/rules/slip-causes.ts";
import { entryOf, ownFactors, writtenUnit } from "./asking.ts";
import { factorOf, floats } from "./deviation.ts";
import { companionsInTurn, guidesOf, raised, trackOf, type Usual, usualBy } from "./guides.ts";
import { historyOf, roughly, slack } from "./history.ts";
import type { FirmCase } from "./rule.ts";
import type { Series, Step } from "./series.ts";

export interface CoalEquivalentMonth {
	readonly step: Step;
	readonly usual: Ratio;
	readonly causes: readonly [Explained, ...Explained[]];
}

/** The least factor between a tonne and its coal equivalent that is asked about. */
const least = 1.2;
/** What the month would be lies within so many times the scatter of the others, and at least so near. */
const [closely, nearest] = [2.5, 1.03];

export function coalEquivalentMonths(one: FirmCase, series: Series): CoalEquivalentMonth[] {
	const { highest, lowest, used } = historyOf(series);
	if (used < nearly(one.limit("elasticity-months")) || highest < lowest * least) return [];
	if (series.unit !== "t" || !mayBeOdd(one, series)) return [];
	const own = ownFactors(one, series).filter(({ pairs }) => pairs.some((pair) => pair.includes("tce")));
	if (own.length === 0) return [];
	const odd = [...series.steps.keys()].flatMap((index): [number, Usual][] => {
		const usual = oddBy(one, series, index);
		return usual === undefined ? [] : [[index, usual]];
	});
	// One or two months of a year are typed from another table; more are another works.
	if (odd.length > 2) return [];
	return odd.flatMap(([index, { guide, value: usual }]) => {
		const step = series.steps[index] as Step;
		const amount = fromExact(step.amount);
		const [cause, ...more] = explain(
			{
				...{ amount, above: compare(amount, usual) > 0, usual, of: one.partOf(series.carrier) },
				...{ written: writtenUnit(one, entryOf(step)), own },
			},
			(value) => factorOf(floats, roughly(value), roughly(usual)) <= Math.max(nearest, raised(guide.scatter, closely)),
		);
		return cause === undefined ? [] : [{ step, usual, causes: [cause, ...more] }];
	});
}

/** Whether floats leave any month that a guide finds odd and none does not: nearly all are settled by the first guide. */
function mayBeOdd(one: FirmCase, series: Series): boolean {
	const far = nearly(one.limit("month-deviation"));
	const { sizes } = historyOf(series);
	let open: number[] | undefined;
	for (const { factors, scatter } of companionsInTurn(one, series)) {
		const odd = Math.max(least, raised(scatter, far)) * (1 - slack);
		// Of a month of which the guide says nothing another may.
		const isOpen = (index: number): boolean => !((factors[index] as number) < odd);
		if (open === undefined) {
			open = [];
			for (let index = 0; index < sizes.length; index += 1) if ((sizes[index] as number) > 0 && isOpen(index)) open.push(index);
		} else open = open.filter(isOpen);
		if (open.length === 0) return false;
	}
	return open !== undefined;
}

/** What the month would be, where the output and every other carrier find it odd; undefined where none has a say. */
function oddBy(one: FirmCase, series: Series, index: number): Usual | undefined {
	const track = trackOf(series);
	const size = track.sizes[index] as number;
	if (!(size > 0)) return undefined;
	const asked = guidesOf(one, series).flatMap((guide) =>
		guide.by === "own" ? [] : (usualBy(track, guide, index, () => false) ?? []),
	);
	const far = nearly(one.limit("month-deviation"));
	const isOdd = ({ guide, near }: Usual): boolean => factorOf(floats, size, near) >= Math.max(least, raised(guide.scatter, far));
	return asked.every(isOdd) ? asked.sort((a, b) => a.guide.scatter - b.guide.scatter)[0] : undefined;
}
