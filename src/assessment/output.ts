/** The denominator of a firm-year: which statement of it counts, at which prices, deflated or not. */
import { byCodeUnit } from "../domain/order.ts";
import { fromCode } from "../domain/period.ts";
import { type Indicator, indicators, type Prices } from "../domain/words.ts";
import { fromExact, per, plus, type Ratio, times, whole, zeroRatio } from "../exact/ratio.ts";
import { type Finding, finding, type Remark, remark } from "../findings/finding.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
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

export interface PriceRules {
	readonly money: boolean;
	readonly indicator: Indicator;
	readonly planPriceYear: number;
	/** constant-2020 where the caller asserts it. */
	readonly asserted: Prices | null;
	readonly deflators: readonly SuppliedDeflator[] | null;
	/** Sector ids of the firm, most particular first. */
	readonly sectors: readonly string[];
	readonly firm: string;
}

/** The year's output, or undefined where no table states it. */
export function outputOf(facts: YearFacts, rules: PriceRules, findings: Finding[]): OutputFigure | undefined {
	const lines = byPrices(facts.outputs, rules.planPriceYear);
	const first = lines[0];
	if (first === undefined) return undefined;
	if (!rules.money)
		return { value: fromExact(first.amount), dimension: first.unit, prices: null, deflated: false, priceYear: null };
	const union = lines.reduce((mask, line) => mask | line.mask, 0);
	const covering = lines.find((line) => line.mask === union);
	const used = covering !== undefined ? [covering] : disjoint(lines);
	const tell = (about: Parameters<typeof finding>[0], line: OutputLine): void => {
		const item = line.items[0];
		if (item !== undefined) findings.push(finding(about, placeOf(item.entry), rules.firm, String(facts.year)));
	};
	if (covering?.prices.startsWith("constant") && lines.length > 1) tell(remark("constant-wins", {}), covering);
	const stated = used.map((line) => atPrices(line, facts.year, rules, tell));
	const years = new Set(stated.map(({ priceYear }) => priceYear));
	const names = [...new Set(stated.map(({ prices }) => prices))];
	const one = years.size === 1 && !years.has(null);
	if (used.length > 1 && !one)
		tell(
			mixed(
				used.map(({ prices }) => prices),
				rules.indicator,
			),
			used[0] as OutputLine,
		);
	return {
		value: stated.reduce((sum, { value }) => plus(sum, value), zeroRatio),
		dimension: first.unit,
		prices: names.length === 1 ? (names[0] as string | null) : "mixed",
		deflated: stated.some(({ deflated }) => deflated),
		priceYear: one ? ([...years][0] as number) : null,
	};
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
	return [...lines].sort((a, b) => byCodeUnit(rank(a), rank(b)));
}

/** Statements that together cover what none covers alone; of overlapping ones the first. */
function disjoint(lines: readonly OutputLine[]): OutputLine[] {
	let mask = 0;
	return lines.filter((line) => {
		if ((mask & line.mask) !== 0) return false;
		mask |= line.mask;
		return true;
	});
}

interface Priced {
	readonly value: Ratio;
	readonly prices: string | null;
	readonly deflated: boolean;
	readonly priceYear: number | null;
}

function atPrices(
	line: OutputLine,
	year: number,
	rules: PriceRules,
	tell: (about: ReturnType<typeof remark>, line: OutputLine) => void,
): Priced {
	const value = fromExact(line.amount);
	const { prices } = line;
	const constant = /^constant-(\d{4})$/.exec(prices);
	if (constant !== null) return { value, prices, deflated: false, priceYear: Number(constant[1]) };
	if (rules.asserted !== null) {
		tell(remark("prices-asserted", { prices: rules.asserted, stated: prices }), line);
		return { value, prices: rules.asserted, deflated: false, priceYear: Number(rules.asserted.slice("constant-".length)) };
	}
	if (prices === "current" && year === rules.planPriceYear) {
		tell(remark("current-equals-constant", { prices: `constant-${year}` }), line);
		return { value, prices, deflated: false, priceYear: year };
	}
	if (rules.deflators !== null) {
		if (year === rules.planPriceYear) return { value, prices: `constant-${year}`, deflated: true, priceYear: year };
		const index = indexOf(rules.deflators, year, rules.sectors);
		if (index !== undefined) {
			const deflated = per(times(value, whole(100)), fromExact(index.index));
			return { value: deflated, prices: `constant-${rules.planPriceYear}`, deflated: true, priceYear: rules.planPriceYear };
		}
		tell(remark("deflator-year-missing", { sector: rules.sectors[0] ?? "" }), line);
	}
	// Current prices of a year are constant prices of that year, for that year alone.
	return prices === "current"
		? { value, prices, deflated: false, priceYear: year }
		: { value, prices: null, deflated: false, priceYear: null };
}

/** The index of a year: of the firm's own sector, of the sector above it, else of all. */
function indexOf(rows: readonly SuppliedDeflator[], year: number, sectors: readonly string[]): SuppliedDeflator | undefined {
	const ofYear = rows.filter((row) => row.year === year);
	for (const sector of sectors) {
		const found = ofYear.find((row) => row.sector === sector);
		if (found !== undefined) return found;
	}
	return ofYear.find((row) => row.sector === null);
}

function mixed(prices: readonly Prices[], indicator: Indicator, years: readonly number[] = []): Remark {
	return remark("mixed-prices", { prices: [...new Set(prices)], indicator, years });
}

/**
 * Money that the intensity is not measured by, at other prices in one year than in another: no verdict hangs on it, but no
 * trend may be read from it either. Prices that are not stated are no others.
 */
export function mixedSeries(record: FirmRecord, { indicator: judged, planPriceYear }: PriceRules, findings: Finding[]): void {
	for (const indicator of indicators) {
		if (indicator === judged || indicator === "production") continue;
		const years = new Map<number, { readonly prices: Prices; readonly entry: Entry }>();
		for (const series of record.output.values()) {
			if (series.indicator !== indicator || series.prices === "unstated") continue;
			for (const [code, entry] of series.entries) {
				const { year } = fromCode(code);
				// Current prices of the price year are its constant prices.
				const prices =
					series.prices === "current" && year === planPriceYear ? (`constant-${planPriceYear}` as const) : series.prices;
				const there = years.get(year);
				if (there === undefined || (there.prices === "current" && prices !== "current")) years.set(year, { prices, entry });
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
