/** The denominator of a firm-year: which statements of it count, at the constant prices of which years it is known. */
import { byCodeUnit } from "../domain/order.ts";
import { fromCode } from "../domain/period.ts";
import { type Indicator, indicators, type Prices } from "../domain/words.ts";
import { compare, constant, fromExact, minus, per, plus, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import { type Finding, finding, type Remark, remark, rowAt } from "../findings/finding.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { slackOf } from "../ledger/printed.ts";
import type { SuppliedDeflator } from "../ledger/supplied.ts";
import type { OutputLine } from "../ledger/year-draft.ts";

export interface OutputFigure {
	readonly value: Ratio;
	/** Dimension the value is held in: money in 10^4 CNY, mass in t … */
	readonly dimension: string;
	/** What is shown: constant-2020, current, mixed; null where unstated or where there are no prices. */
	readonly prices: string | null;
	readonly deflated: boolean;
	/** The year in whose prices the money is; null where that is not known. Products have none to be known. */
	readonly priceYear: number | null;
}

/** A year's output at each of the constant prices that it is known at. */
export interface Outputs {
	/** Shown where the year is compared with none: at the plan's prices, else at the newest, else as it is stated. */
	readonly shown: OutputFigure;
	/** By price year, newest first; what has no prices stands under null. Empty where money is at no prices that are known. */
	readonly at: ReadonlyMap<number | null, OutputFigure>;
	/** By how much current prices of the year lie above the constant prices of the same year that are stated beside them; null where they agree. */
	readonly apart: Ratio | null;
}

export interface PriceRules {
	readonly money: boolean;
	readonly indicator: Indicator;
	/** The base year of the plan: prices of this year are the plan's own. */
	readonly planPriceYear: number;
	/** constant-2020 where the caller asserts it of money at prices that no table states. */
	readonly asserted: Prices | null;
	readonly deflators: readonly SuppliedDeflator[] | null;
	/** Sector ids of the firm, most particular first. */
	readonly sectors: readonly string[];
	readonly firm: string;
}

type Tell = (about: Remark, line: OutputLine) => void;

/** The year's output, or undefined where no table states it. */
export function outputOf(facts: YearFacts, rules: PriceRules, findings: Finding[]): Outputs | undefined {
	const lines = byPrices(facts.outputs, rules.planPriceYear);
	const first = lines[0];
	if (first === undefined) return undefined;
	const dimension = first.unit;
	if (!rules.money) {
		const shown = { value: fromExact(first.amount), dimension, prices: null, deflated: false, priceYear: null };
		return { shown, at: new Map([[null, shown]]), apart: null };
	}
	const tell: Tell = (about, line) => {
		const item = line.items[0];
		if (item !== undefined) findings.push(finding(about, placeOf(item.entry), rules.firm, String(facts.year)));
	};
	const union = lines.reduce((mask, line) => mask | line.mask, 0);
	const own = lines.find(({ prices, mask }) => prices === `constant-${rules.planPriceYear}` && mask === union);
	// Beside the plan's own prices nothing is asked of the others.
	const readings = lines.flatMap((line) => readingsOf(line, facts.year, rules, own === undefined ? tell : () => {}));
	const at = withoutZeros(knownPrices(readings, union, dimension));
	const shown = at.get(rules.planPriceYear) ?? [...at.values()][0] ?? asStated(lines, readings, dimension, rules, tell);
	tellBeside(lines, shown, facts.year, tell);
	return { shown, at, apart: apartOf(lines, facts.year) };
}

/** The price year that two years have in common: the plan's own, else the newest; undefined where they have none. */
export function commonPrices(
	one: ReadonlyMap<number | null, unknown>,
	other: ReadonlyMap<number | null, unknown>,
	planPriceYear: number,
): number | null | undefined {
	if (one.has(planPriceYear) && other.has(planPriceYear)) return planPriceYear;
	return [...one.keys()].find((year) => other.has(year));
}

/** Constant prices of the plan's year first, then of other years, then current, then unstated. */
function byPrices(lines: readonly OutputLine[], planPriceYear: number): OutputLine[] {
	const rank = ({ prices }: OutputLine): string =>
		prices === `constant-${planPriceYear}`
			? "0"
			: prices.startsWith("constant")
				? `1${prices}`
				: prices === "current"
					? "2"
					: "3";
	return lines.length < 2 ? [...lines] : [...lines].sort((a, b) => byCodeUnit(rank(a), rank(b)));
}

/** A statement as money of one price year; of several for one year the lower rank counts. */
interface Reading {
	readonly line: OutputLine;
	readonly value: Ratio;
	readonly prices: string | null;
	readonly deflated: boolean;
	readonly priceYear: number;
	readonly rank: number;
}

const constantPrices = /^constant-(\d{4})$/;
const priceYears = new Map<Prices, number | undefined>();

/** The year of constant prices; undefined for others. */
function priceYearOf(prices: Prices): number | undefined {
	if (!priceYears.has(prices)) {
		const stated = constantPrices.exec(prices);
		priceYears.set(prices, stated === null ? undefined : Number(stated[1]));
	}
	return priceYears.get(prices);
}

/** What a statement can be read as: a stated constant is that and nothing else; current prices of a year are its constant prices. */
function readingsOf(line: OutputLine, year: number, rules: PriceRules, tell: Tell): Reading[] {
	const value = fromExact(line.amount);
	const { prices } = line;
	const stated = priceYearOf(prices);
	if (stated !== undefined) return [{ line, value, prices, deflated: false, priceYear: stated, rank: 0 }];
	const readings: Reading[] = [];
	if (prices === "current") {
		readings.push({ line, value, prices, deflated: false, priceYear: year, rank: 1 });
		if (year === rules.planPriceYear) {
			tell(remark("current-equals-constant", { prices: `constant-${year}` }), line);
			return readings;
		}
	} else if (rules.asserted !== null) {
		tell(remark("prices-asserted", { prices: rules.asserted, stated: prices }), line);
		const priceYear = Number(rules.asserted.slice("constant-".length));
		return [{ line, value, prices: rules.asserted, deflated: false, priceYear, rank: 2 }];
	}
	const deflated = rules.deflators === null ? undefined : deflatedOf(line, value, year, rules.deflators, rules, tell);
	return deflated === undefined ? readings : [...readings, deflated];
}

/** At the plan's prices by the index of both years; undefined where the table lacks one of them, which is told. */
function deflatedOf(
	line: OutputLine,
	value: Ratio,
	year: number,
	deflators: readonly SuppliedDeflator[],
	{ sectors, planPriceYear }: PriceRules,
	tell: Tell,
): Reading | undefined {
	const prices = `constant-${planPriceYear}`;
	if (year === planPriceYear) return { line, value, prices, deflated: true, priceYear: year, rank: 3 };
	const [now, then] = [indexOf(deflators, year, sectors), indexOf(deflators, planPriceYear, sectors)];
	if (now === undefined || then === undefined) {
		tell(remark("deflator-year-missing", { sector: sectors[0] ?? "", year: now === undefined ? year : planPriceYear }), line);
		return undefined;
	}
	return { line, value: per(times(value, then), now), prices, deflated: true, priceYear: planPriceYear, rank: 3 };
}

/** An index counts from 100 in this year, where its table does not list it. */
const indexBase = 2020;

/** The index of a year: of the firm's own sector, of the sector above it, else of all. */
function indexOf(rows: readonly SuppliedDeflator[], year: number, sectors: readonly string[]): Ratio | undefined {
	const ofYear = rows.filter((row) => row.year === year);
	for (const sector of sectors) {
		const found = ofYear.find((row) => row.sector === sector);
		if (found !== undefined) return fromExact(found.index);
	}
	const all = ofYear.find((row) => row.sector === null);
	return all === undefined ? (year === indexBase ? constant("100") : undefined) : fromExact(all.index);
}

/** The price years at which statements cover all the months (`union`) that any statement covers. */
function knownPrices(readings: readonly Reading[], union: number, dimension: string): ReadonlyMap<number, OutputFigure> {
	const found = new Map<number, OutputFigure>();
	const [only] = readings;
	if (only !== undefined && readings.length === 1) {
		const { line, value, prices, deflated, priceYear } = only;
		if (line.mask === union) found.set(priceYear, { value, dimension, prices, deflated, priceYear });
		return found;
	}
	for (const priceYear of [...new Set(readings.map((one) => one.priceYear))].sort((a, b) => b - a)) {
		const own = readings.filter((one) => one.priceYear === priceYear).sort((a, b) => a.rank - b.rank);
		const whole = own.find(({ line }) => line.mask === union);
		const used = whole === undefined ? disjoint(own) : [whole];
		if (used.reduce((mask, { line }) => mask | line.mask, 0) !== union) continue;
		const names = new Set(used.map(({ prices }) => prices));
		found.set(priceYear, {
			value: used.reduce((sum, { value }) => plus(sum, value), zeroRatio),
			dimension,
			prices: names.size === 1 ? (used[0] as Reading).prices : "mixed",
			deflated: used.some(({ deflated }) => deflated),
			priceYear,
		});
	}
	return found;
}

/** Where one statement says that nothing was made and another says how much, there is nothing to compare at the prices of the former. */
function withoutZeros(at: ReadonlyMap<number, OutputFigure>): ReadonlyMap<number, OutputFigure> {
	const positive = [...at].filter(([, { value }]) => sign(value) > 0);
	return positive.length === 0 ? at : new Map(positive);
}

/** Money that is at no one prices for all its months: shown as it is stated, and compared with nothing. */
function asStated(
	lines: readonly OutputLine[],
	readings: readonly Reading[],
	dimension: string,
	{ indicator }: PriceRules,
	tell: Tell,
): OutputFigure {
	const used = disjointLines(lines);
	const stated = used.map((line) => {
		const reading = readings.findLast((one) => one.line === line);
		return { value: reading?.value ?? fromExact(line.amount), prices: reading?.prices ?? null, deflated: reading?.deflated };
	});
	const names = new Set(stated.map(({ prices }) => prices));
	if (used.length > 1)
		tell(
			mixed(
				used.map(({ prices }) => prices),
				indicator,
			),
			used[0] as OutputLine,
		);
	return {
		value: stated.reduce((sum, { value }) => plus(sum, value), zeroRatio),
		dimension,
		prices: names.size === 1 ? ([...names][0] as string | null) : "mixed",
		deflated: stated.some(({ deflated }) => deflated === true),
		priceYear: null,
	};
}

/** The statement that covers all months, else those that together cover what none covers alone; of overlapping ones the first. */
function disjointLines(lines: readonly OutputLine[]): readonly OutputLine[] {
	const union = lines.reduce((mask, line) => mask | line.mask, 0);
	const whole = lines.find((line) => line.mask === union);
	return whole === undefined ? disjoint(lines.map((line) => ({ line }))).map(({ line }) => line) : [whole];
}

function disjoint<R extends { readonly line: OutputLine }>(readings: readonly R[]): R[] {
	let mask = 0;
	return readings.filter(({ line }) => {
		if ((mask & line.mask) !== 0) return false;
		mask |= line.mask;
		return true;
	});
}

/** What stands beside the amount that counts: current prices that are left aside, or that contradict constant ones of their own year. */
function tellBeside(lines: readonly OutputLine[], shown: OutputFigure, year: number, tell: Tell): void {
	if (lines.length < 2) return;
	const { same, current, stated } = besides(lines, year);
	if (current === undefined || stated === undefined || shown.prices === "mixed") return;
	if (same !== undefined && contradicts(same, current)) {
		const rows = [same, current].flatMap(({ items }) => items.slice(0, 1).map(({ entry }) => rowAt(placeOf(entry))));
		tell(remark("prices-differ", { prices: same.prices, rows }), same);
	} else if (shown.prices?.startsWith("constant") === true && current.mask === stated.mask)
		tell(remark("constant-wins", {}), stated);
}

function apartOf(lines: readonly OutputLine[], year: number): Ratio | null {
	if (lines.length < 2) return null;
	const { same, current } = besides(lines, year);
	if (same === undefined || current === undefined || !contradicts(same, current)) return null;
	return minus(fromExact(current.amount), fromExact(same.amount));
}

function besides(lines: readonly OutputLine[], year: number): { readonly [W in "same" | "current" | "stated"]?: OutputLine } {
	const named = (isIt: (prices: string) => boolean): OutputLine | undefined => lines.find(({ prices }) => isIt(prices));
	const [same, current] = [named((prices) => prices === `constant-${year}`), named((prices) => prices === "current")];
	const stated = named((prices) => prices.startsWith("constant"));
	return {
		...(same === undefined ? {} : { same }),
		...(current === undefined ? {} : { current }),
		...(stated === undefined ? {} : { stated }),
	};
}

/** Whether two statements of the same months lie further apart than their printed digits allow. */
function contradicts(a: OutputLine, b: OutputLine): boolean {
	if (a.mask !== b.mask) return false;
	const apart = minus(fromExact(a.amount), fromExact(b.amount));
	const size = apart.over < 0n ? { over: -apart.over, under: apart.under } : apart;
	return compare(size, slackOf([...a.items, ...b.items].map(({ entry }) => entry))) > 0;
}

function mixed(prices: readonly Prices[], indicator: Indicator, years: readonly number[] = []): Remark {
	return remark("mixed-prices", { prices: [...new Set(prices)], indicator, years });
}

/**
 * Money that the intensity is not measured by, at other prices in one year than in another: no verdict hangs on it, but no
 * trend may be read from it either. Prices that are not stated are no others. Asked of the years of one plan.
 */
export function mixedSeries(
	record: FirmRecord,
	{ indicator: judged, planPriceYear }: PriceRules,
	isAsked: (year: number) => boolean,
	findings: Finding[],
): void {
	for (const indicator of indicators) {
		if (indicator === judged || indicator === "production") continue;
		const years = new Map<number, { readonly prices: Prices; readonly entry: Entry }>();
		for (const series of record.output.values()) {
			if (series.indicator !== indicator || series.prices === "unstated") continue;
			for (const [code, entry] of series.entries) {
				const { year } = fromCode(code);
				if (!isAsked(year)) continue;
				// Current prices of the price year are its constant prices.
				const own = `constant-${planPriceYear}` as const;
				const prices = series.prices === "current" && year === planPriceYear ? own : series.prices;
				const there = years.get(year);
				if (there === undefined || prices === own || (there.prices === "current" && prices !== "current"))
					years.set(year, { prices, entry });
			}
		}
		const ordered = [...years].sort(([a], [b]) => a - b);
		const kinds = new Set(ordered.map(([, { prices }]) => prices));
		const odd = ordered.find(([, { prices }]) => prices !== ordered[0]?.[1].prices);
		if (kinds.size < 2 || odd === undefined) continue;
		const [year, { entry }] = odd;
		findings.push(
			finding(
				mixed(
					[...kinds].sort(),
					indicator,
					ordered.map(([one]) => one),
				),
				placeOf(entry),
				record.firm,
				String(year),
			),
		);
	}
}
