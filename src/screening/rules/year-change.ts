/**
 * M-302: what a firm used of a carrier, or its intensity, changed since last year by more than a stated share. Rises and falls
 * count alike: up by half is as far as down by a third. What the firm's output and its other carriers did as well is no change of its own. A change that is small beside the firm's emissions is let be, and so
 * is one that a slip of the unit explains.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import { nearly, sign } from "../../exact/exact.ts";
import { compare, fromExact, minus, oneRatio, per, plus, type Ratio, sign as signOf, times, whole } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Amount, finding, nowhere, type Remark, remark, type Subject } from "../../findings/finding.ts";
import { amountIn, ratioLike } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { impactOf, outputUnit, ratioLimit, subjectOf } from "../asking.ts";
import { clearsYearChange } from "../clear/year-change.ts";
import { roughly, slack } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { isMaterial, type YearSeries, yearSeriesOf } from "../year-amounts.ts";
import { comparedYears } from "../years/compared.ts";
import { judgedYears } from "../years/judged.ts";
import { middleOf, thingsOf } from "../years/things.ts";

export const yearChange: FirmRule = {
	id: "M-302",
	code: "year-on-year-change",
	clears: clearsYearChange,
	judge: (one) => {
		const found: Suspicion[] = [];
		let asked = false;
		const far = plus(oneRatio, ratioLimit(one.limit, "change-carrier"));
		const faulty = new Set(one.firm.years.flatMap(({ year, faults }) => (faults.includes("errors") ? [year] : [])));
		const nearFar = 1 + nearly(one.limit("change-carrier"));
		for (const series of yearSeriesOf(one)) {
			for (const [last, now] of neighbours(series.years)) {
				// What comes or goes is a matter of the boundary, and reported as one.
				if (sign(last.amount) <= 0 || sign(now.amount) <= 0) continue;
				// What is wrong with the rows of a year is told already.
				if (faulty.has(last.year) || faulty.has(now.year)) continue;
				asked = true;
				if (!mayBeFar(nearly(last.amount), nearly(now.amount), nearFar)) continue;
				const [before, after] = [fromExact(last.amount), fromExact(now.amount)];
				if (!isFar(before, after, far) || !isFar(times(before, moveOf(one, series, last.year, now.year)), after, far)) continue;
				found.push(...ofCarrier(one, series, last.year, before, now.year, after));
			}
		}
		const farther = farFor(one);
		const nearFarther = roughly(farther);
		for (const now of one.firm.years) {
			const both = intensities(one, now);
			// A carrier that came, went or was replaced is told with its own weight, and the intensity follows from it.
			if (
				both === undefined ||
				faulty.has(now.year - 1) ||
				faulty.has(now.year) ||
				one.firm.changes.some(({ year }) => year === now.year)
			)
				continue;
			// Nor is an intensity that follows from an amount or an output which stands apart.
			if (judgedYears(one).apart.has(now.year) || judgedYears(one).apart.has(now.year - 1)) continue;
			asked = true;
			if (mayBeFar(roughly(both.before), roughly(both.after), nearFarther) && isFar(both.before, both.after, farther))
				found.push(ofIntensity(one, now, both));
		}
		return asked ? answer(found) : notChecked("no-earlier-year");
	},
};

/** How far an intensity may go from a year to the next; of two years alone nothing else says that one of them stands apart. */
function farFor({ firm: { years }, limit }: FirmCase): Ratio {
	const usual = plus(oneRatio, ratioLimit(limit, "change-intensity"));
	const apart = ratioLimit(limit, "year-gap");
	return years.length === 2 && compare(apart, usual) < 0 ? apart : usual;
}

/** Each year with the one before it, where that is there. */
function neighbours<Y extends { readonly year: number }>(years: readonly Y[]): (readonly [Y, Y])[] {
	const found: (readonly [Y, Y])[] = [];
	for (let index = 1; index < years.length; index += 1) {
		const [last, now] = [years[index - 1] as Y, years[index] as Y];
		if (last.year === now.year - 1) found.push([last, now]);
	}
	return found;
}

function isFar(a: Ratio, b: Ratio, far: Ratio): boolean {
	return compare(a, times(b, far)) > 0 || compare(b, times(a, far)) > 0;
}

/** Whether floats leave it open. */
function mayBeFar(a: number, b: number, far: number): boolean {
	return a > b * far * (1 - slack) || b > a * far * (1 - slack);
}

/** How many times as much the firm's other things are as last year, its output among them; the middle one. One where there is none. */
function moveOf(one: FirmCase, series: YearSeries, lastYear: number, year: number): Ratio {
	const moves = thingsOf(one).flatMap((thing) => {
		const [then, now] = [thing.amounts.get(lastYear), thing.amounts.get(year)];
		const own = thing.series?.carrier === series.carrier && thing.series.use === series.use;
		return own || then === undefined || now === undefined ? [] : [per(now, then)];
	});
	return moves.length === 0 ? oneRatio : middleOf(moves);
}

function ofCarrier(one: FirmCase, series: YearSeries, lastYear: number, before: Ratio, year: number, after: Ratio): Suspicion[] {
	const impact = impactOf(one, series, year, after, before);
	const facts = one.firm.years.find((facts) => facts.year === year);
	if (impact !== null && facts !== undefined && !isMaterial(one, facts, impact)) return [];
	const { apart } = judgedYears(one);
	const name = `${series.carrier} ${series.use} ${series.unit}`;
	// A year that stands apart is told as that, by its cause.
	if ([year, lastYear].some((each) => apart.get(each)?.has(name) === true)) return [];
	const row = firstRowOf(one.record, series.carrier, year, series.use);
	const about = changed(subjectOf(series), lastYear, before, after, (value) =>
		row === undefined ? amountIn(value, series.unit, 6) : ratioLike(value, { unit: series.unit, from: row.from }),
	);
	return [
		{
			finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(year)),
			year,
			impact,
			rough: true,
		},
	];
}

interface Intensities {
	readonly before: Ratio;
	readonly after: Ratio;
	readonly output: Ratio;
	readonly unit: string;
}

/** Both years' intensities where these are above zero. */
function intensities(one: FirmCase, nowShown: FirmYear): Intensities | undefined {
	const [last, now] = comparedYears(one, nowShown) ?? [];
	if (last === undefined || now === undefined || now.output === null) return undefined;
	const [before, after] = [last.intensity, now.intensity];
	if (before === null || after === null || signOf(before) <= 0 || signOf(after) <= 0) return undefined;
	return { before, after, output: now.output.value, unit: `tCO2/${outputUnit(one.rules, now.output.dimension)}` };
}

function ofIntensity({ record }: FirmCase, { year }: FirmYear, { before, after, output, unit }: Intensities): Suspicion {
	const about = changed(null, year - 1, before, after, (value) => amountIn(value, unit, 6));
	const impact = times(minus(before, after), output);
	// What the year would have been as the one before: works get better from year to year by nobody knows how much.
	return { finding: finding(about, nowhere, record.firm, String(year)), year, impact, rough: true };
}

function changed(what: Subject | null, lastYear: number, before: Ratio, after: Ratio, amount: (value: Ratio) => Amount): Remark {
	const percent = times(minus(per(after, before), oneRatio), whole(100));
	return remark("year-on-year-change", {
		...{ what, lastYear, before: amount(before), now: amount(after), percent: rounded(percent, 1) },
	});
}
