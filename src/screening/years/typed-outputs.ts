/**
 * Outputs of a year that are those of the year before, digit by digit, as they were typed: whatever prices they are said to be at, since
 * whoever copies a number may copy it under another heading, and at other prices no two years come to one number.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import { obtain } from "../../domain/obtain.ts";
import { fromCode } from "../../domain/period.ts";
import { type Exact, equal, nearly, sign, sum } from "../../exact/exact.ts";
import { compare, minus, oneRatio, per, type Ratio, times } from "../../exact/ratio.ts";
import { type Finding, finding, remark } from "../../findings/finding.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import type { OutputSeries } from "../../ledger/ledger.ts";
import { countLimit } from "../asking.ts";
import { chanceOf } from "../coincidence.ts";
import type { Track } from "../guides.ts";
import type { FirmCase, Suspicion } from "../rule.ts";
import { agreeingDigits } from "../surprise.ts";
import { impactOn, middleOf, type Thing, thingsOf } from "./things.ts";

/** What one series of the output says of a year: its year, or each of its twelve months. */
interface Typed {
	readonly year: number;
	readonly written: readonly Exact[];
	readonly amount: Exact;
	readonly row: Entry;
	readonly prices: OutputSeries["prices"];
}

/** Two years have one difference to another two: of fewer nobody knows how far they lie apart. */
const fewestYears = 2;

export function copiedOutputs(one: FirmCase): Suspicion[] {
	const { indicator, product } = one.rules.facts;
	const all = [...one.record.output.values()]
		.filter((series) => series.indicator === indicator && series.product === product)
		.map(typedIn);
	const found = new Map<number, Suspicion>();
	for (const [nr, series] of all.entries())
		for (const own of series)
			for (const [other, theirs] of all.entries()) {
				const then = theirs.find(({ year }) => year === own.year - 1);
				if (then === undefined || found.has(own.year) || !isSame(then, own)) continue;
				if (!isNoChance(one, own, other === nr ? series : [])) continue;
				const suspicion = suspicionOf(one, own);
				if (suspicion !== undefined) found.set(own.year, suspicion);
			}
	return [...found.values()];
}

function isSame(then: Typed, now: Typed): boolean {
	return (
		then.written.length === now.written.length &&
		then.written.every((amount, index) => equal(amount, now.written[index] as Exact))
	);
}

/** Rows of a year. */
interface Rows {
	whole: Entry | undefined;
	readonly months: Entry[];
}

function isRising(periods: Iterable<number>): boolean {
	let last = 0;
	for (const period of periods) {
		if (period < last) return false;
		last = period;
	}
	return true;
}

function typedIn({ entries, prices }: OutputSeries): Typed[] {
	const years = new Map<number, Rows>();
	const take = (entry: Entry, period: number): void => {
		const { year, from, to } = fromCode(period);
		const there = obtain(years, year, (): Rows => ({ whole: undefined, months: [] }));
		if (from === 1 && to === 12) there.whole = entry;
		else if (from === to) there.months.push(entry);
	};
	if (isRising(entries.keys())) entries.forEach(take);
	else for (const [period, entry] of [...entries].sort(([a], [b]) => a - b)) take(entry, period);
	return [...years].flatMap(([year, { whole, months }]) => {
		const rows = whole !== undefined ? [whole] : months.length === 12 ? months : [];
		const [row, ...others] = rows;
		if (row === undefined) return [];
		const amount = others.reduce((all, one) => sum(all, one.amount), row.amount);
		return sign(amount) <= 0 ? [] : [{ year, written: rows.map((one) => one.amount), amount, row, prices }];
	});
}

/** By the digits alone where few years tell how far they lie apart. */
function isNoChance({ limit }: FirmCase, { year, written }: Typed, series: readonly Typed[]): boolean {
	const digits = agreeingDigits(written);
	if (digits >= countLimit(limit, "chance-digits")) return true;
	// Of two years of a single number each nobody knows how far they lie apart: as of a single carrier.
	if (series.length <= fewestYears && written.length === 1) return digits > countLimit(limit, "chance-digits-years");
	const track: Track = {
		at: series.map((one) => one.year),
		sizes: series.map((one) => nearly(one.amount)),
		shape: { repeated: 1, recurs: false, echoes: false, even: false },
		amount: (index) => (series[index] as Typed).amount,
	};
	const index = series.findIndex((one) => one.year === year);
	if (index < 1) return false;
	return chanceOf({ track, index, back: index - 1 }, fewestYears) * (series.length - 1) <= nearly(limit("copied-chance"));
}

function suspicionOf(one: FirmCase, { year, row, prices }: Typed): Suspicion | undefined {
	const things = thingsOf(one);
	const moves = things.flatMap(({ series, amounts }) => {
		const [before, now] = [amounts.get(year - 1), amounts.get(year)];
		return series === null || before === undefined || now === undefined ? [] : [per(now, before)];
	});
	const facts = one.firm.years.find((each) => each.year === year);
	if (facts === undefined || moves.length === 0) return undefined;
	const move = middleOf(moves);
	// What used as much made as much.
	if (compare(move, oneRatio) === 0) return undefined;
	const { indicator } = one.rules.facts;
	const about = remark("copied-year", {
		what: { of: "indicator", indicator, prices },
		lastYear: year - 1,
		months: 12,
		shift: "none",
	});
	const told: Finding = finding(about, placeOf(row), one.record.firm, String(year));
	const { total } = facts.emissions;
	return {
		...{ finding: told, year, impact: impactOf(one, things, facts, move) },
		// Of an output as much of the emissions is in doubt as was made.
		unmeasured: () => (total === null ? undefined : new Map([[year, total]])),
	};
}

/** By which the total would have to change, were the output what the energy let expect; null where the two years have no prices in common. */
function impactOf(one: FirmCase, things: readonly Thing[], facts: FirmYear, move: Ratio): Ratio | null {
	const output = things.find(({ series }) => series === null);
	const [then, is] = [output?.amounts.get(facts.year - 1), output?.amounts.get(facts.year)];
	if (output !== undefined && then !== undefined && is !== undefined) return impactOn(one, output, facts, is, times(then, move));
	const { total } = facts.emissions;
	if (facts.lastYear === undefined || facts.output === null || total === null) return null;
	// As much for its output as the year before.
	return minus(times(facts.output.value, facts.lastYear), total);
}
