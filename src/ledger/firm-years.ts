/** A firm's book, year by year: what it used of each carrier, which months are covered, what is unknown and why. */
import { obtain } from "../domain/obtain.ts";
import { code, count, fromCode, months, type Period, wholeYear, write, writeMonths } from "../domain/period.ts";
import type { Indicator, Part, Prices, Use } from "../domain/words.ts";
import { type Exact, sum, zero } from "../exact/exact.ts";
import { fromExact, per } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { placeOf } from "./entry.ts";
import { type FirmBook, seriesName } from "./ledger.ts";
import type { Parameters } from "./parameters.ts";
import { type Item, itemsOf, lacking, resolveYear } from "./resolve.ts";
import { unitSlips } from "./rules/unit-slip.ts";

/** What a firm used of one carrier for one purpose in a year, with one set of measured parameters, over all sites. */
export interface EnergyLine {
	readonly carrier: string;
	readonly use: Use;
	readonly measured: Parameters;
	readonly unit: string;
	readonly amount: Exact;
	/** An entry it came from, to point at. */
	readonly item: Item<Parameters>;
}

/** One statement of the year's output, at one kind of prices. */
export interface OutputLine {
	readonly prices: Prices;
	readonly unit: string;
	readonly amount: Exact;
	readonly mask: number;
	readonly items: readonly Item<{ readonly key: string }>[];
}

export interface YearFacts {
	readonly year: number;
	readonly lines: readonly EnergyLine[];
	readonly outputs: readonly OutputLine[];
	/** Errors make these unknown; a part is also unknown when its rows disagree. */
	readonly unknown: ReadonlySet<Part | "any" | "output" | "verdict">;
	/** Carriers of which some amount is unknown, and for which use. */
	readonly faulty: readonly { readonly carrier: string; readonly use: Use | "" }[];
	/** Carriers or the output lack months that other tables have. */
	readonly monthsMissing: boolean;
	/** Some month is in no table at all. */
	readonly partial: boolean;
	/** There is output and not one row of energy: emissions are unknown, not zero. */
	readonly noEnergy: boolean;
}

export interface FactRules {
	readonly partOf: (carrier: string) => Part;
	/** The carrier that a key counts as: two that are mapped to one cover each other's months. */
	readonly idOf: (carrier: string) => string;
	readonly indicator: Indicator;
	readonly product: string;
	readonly absentIsZero: boolean;
	readonly adding: boolean;
	readonly slipRatio: Exact;
}

/** The firm's years in order, and what is to be told about them. */
export function firmYears(
	book: FirmBook,
	rules: FactRules,
): { readonly years: readonly YearFacts[]; readonly findings: readonly Finding[] } {
	const findings: Finding[] = [];
	const drafts = new Map<number, Draft>();
	const draft = (year: number): Draft => obtain(drafts, year, emptyDraft);
	readEnergy(book, rules, draft, findings);
	readOutput(book, rules, draft, findings);
	const everyYear = [...book.marks.values()].filter(({ year }) => year === null);
	for (const { year, what } of book.marks.values()) if (year !== null) draft(year).unknown.add(what);
	for (const one of drafts.values()) for (const { what } of everyYear) one.unknown.add(what);
	readBlanks(book, rules, draft);
	for (const { carrier, use, year, mask } of book.refused.values()) {
		const one = draft(year);
		if (carrier === "output") {
			one.refusedOutput |= mask;
			continue;
		}
		one.faulty.push({ carrier, use });
		if (carrier === "") continue;
		const there = one.masks.get(rules.idOf(carrier));
		if (there === undefined) one.masks.set(rules.idOf(carrier), { covered: mask, blank: 0, item: undefined });
		else there.covered |= mask;
	}
	const years = [...drafts].sort(([a], [b]) => a - b).map(([year, one]) => finish(book.firm, year, one, rules, findings));
	return { years, findings };
}

interface Draft {
	readonly lines: Map<string, EnergyLine>;
	/** Months covered, and months left blank, by carrier. */
	readonly masks: Map<string, { covered: number; blank: number; item: Item<Parameters> | undefined }>;
	/** Periods that are counted, by series. */
	readonly series: Map<string, Period[]>;
	readonly outputs: OutputLine[];
	readonly unknown: Set<Part | "any" | "output" | "verdict">;
	readonly faulty: { readonly carrier: string; readonly use: Use | "" }[];
	/** Months whose output row was refused. */
	refusedOutput: number;
	/** Months whose output was left blank. */
	blankOutput: number;
}

function emptyDraft(): Draft {
	return {
		lines: new Map(),
		masks: new Map(),
		series: new Map(),
		outputs: [],
		unknown: new Set(),
		faulty: [],
		refusedOutput: 0,
		blankOutput: 0,
	};
}

function readEnergy(book: FirmBook, rules: FactRules, draft: (year: number) => Draft, findings: Finding[]): void {
	// Lots with different parameters belong to one series: a year given whole stands for all of them.
	const groups = new Map<string, { carrier: string; use: Use; years: Map<number, Item<Parameters>[]> }>();
	for (const { carrier, use, site, measured, entries } of book.energy.values()) {
		const name = seriesName(carrier, use, site);
		const group = obtain(groups, name, () => ({ carrier, use, years: new Map() }));
		for (const [year, items] of itemsOf(entries, measured)) {
			const there = group.years.get(year);
			if (there === undefined) group.years.set(year, items);
			else there.push(...items);
		}
	}
	for (const [name, { carrier, use, years }] of [...groups].sort(byName)) {
		const what = use === "consumed" ? carrier : `${carrier} (${use})`;
		tellSlips(book.firm, what, rules, [...years.values()].flat(), (year) => draft(year).unknown.add("verdict"), findings);
		for (const [year, items] of years) {
			const resolved = resolveYear(what, year, inOrder(items), rules.adding);
			for (const { about, at, period } of resolved.told) findings.push(finding(about, at, book.firm, period));
			const one = draft(year);
			if (resolved.broken) {
				one.unknown.add(rules.partOf(carrier));
				one.faulty.push({ carrier, use });
			}
			for (const item of resolved.counted) addLine(one, carrier, use, item);
			one.series.set(
				name,
				resolved.counted.map(({ period }) => period),
			);
			const mask = one.masks.get(rules.idOf(carrier));
			if (mask === undefined) one.masks.set(rules.idOf(carrier), { covered: resolved.mask, blank: 0, item: resolved.counted[0] });
			else mask.covered |= resolved.mask;
		}
	}
}

function addLine(one: Draft, carrier: string, use: Use, item: Item<Parameters>): void {
	const { measured, entry } = item;
	const name = `${carrier}\u001f${use}\u001f${measured.key}\u001f${entry.unit}`;
	const there = one.lines.get(name);
	one.lines.set(name, {
		carrier,
		use,
		measured,
		unit: entry.unit,
		amount: there === undefined ? entry.amount : sum(there.amount, entry.amount),
		item: there?.item ?? item,
	});
}

function tellSlips(
	firm: string,
	what: string,
	rules: FactRules,
	items: readonly Item<Parameters>[],
	doubted: (year: number) => void,
	findings: Finding[],
): void {
	const monthly = items
		.filter(({ period }) => period.from === period.to)
		.map(({ period, entry }) => ({ period: code(period), entry }));
	for (const { period, entry, twiceUsual } of unitSlips(monthly, rules.slipRatio)) {
		const at: Period = fromCode(period);
		doubted(at.year);
		const usual = { over: fromExact(twiceUsual).over, under: fromExact(twiceUsual).under * 2n };
		const ratio = per(fromExact(entry.amount), usual);
		findings.push(
			finding(
				remark("unit-slip", {
					what,
					usual: `${rounded(usual, 4)} ${entry.unit}`,
					ratio: rounded(ratio, 6),
					cause: nearestTen(ratio),
				}),
				placeOf(entry),
				firm,
				write(at),
			),
		);
	}
}

/** The power of ten nearest to a ratio: the slip that unit names suggest. */
function nearestTen(ratio: { readonly over: bigint; readonly under: bigint }): string {
	const up = ratio.over > ratio.under;
	const size = up ? ratio.over / ratio.under : ratio.under / ratio.over;
	// From sqrt(10) on, the next power is nearer on a logarithmic scale.
	const digits = size.toString();
	const power = digits.length - 1 + (Number(digits.slice(0, 3).padEnd(3, "0")) >= 316 ? 1 : 0);
	return up ? `10^${power}` : `10^-${power}`;
}

function readOutput(book: FirmBook, rules: FactRules, draft: (year: number) => Draft, findings: Finding[]): void {
	for (const [, { indicator, product, prices, entries }] of [...book.output].sort(byName)) {
		if (indicator !== rules.indicator || product !== rules.product) continue;
		for (const [year, items] of itemsOf(entries, { key: "" })) {
			const what = prices === "unstated" ? indicator : `${indicator} (${prices})`;
			const resolved = resolveYear(what, year, inOrder(items), rules.adding);
			for (const { about, at, period } of resolved.told) findings.push(finding(about, at, book.firm, period));
			const one = draft(year);
			one.series.set("output", [...(one.series.get("output") ?? []), ...resolved.counted.map(({ period }) => period)]);
			const first = resolved.counted[0] as Item<{ readonly key: string }>;
			const units = [...new Set(resolved.counted.map(({ entry }) => entry.unit))];
			if (units.length > 1)
				findings.push(finding(remark("mixed-dimensions", { units }), placeOf(first.entry), book.firm, String(year)));
			if (resolved.broken || units.length > 1) one.unknown.add("output");
			one.outputs.push({
				prices,
				unit: first.entry.unit,
				amount: resolved.counted.reduce((amount, { entry }) => sum(amount, entry.amount), zero),
				mask: resolved.mask,
				items: resolved.counted,
			});
		}
	}
}

/** A blank amount is missing, not zero, where the firm has other entries of the carrier; else it was simply not used. */
function readBlanks(book: FirmBook, rules: FactRules, draft: (year: number) => Draft): void {
	const carriers = new Set([...book.energy.values()].map(({ carrier }) => carrier));
	const outputs = [...book.output.values()].some(
		({ indicator, product }) => indicator === rules.indicator && product === rules.product,
	);
	for (const { carrier, series, period } of book.blanks.values()) {
		if (series === "output" ? !outputs : !carriers.has(carrier)) continue;
		const at = fromCode(period);
		const one = draft(at.year);
		const blank = filled(at, one.series.get(series) ?? []) ? 0 : months(at);
		if (series === "output") {
			one.blankOutput |= blank;
			continue;
		}
		const there = one.masks.get(rules.idOf(carrier));
		if (there === undefined) one.masks.set(rules.idOf(carrier), { covered: 0, blank, item: undefined });
		else there.blank |= blank;
	}
}

/**
 * A blank month inside a year or quarter that is given whole is only an incomplete part of it; and a blank year whose months
 * are all given is only a whole that nobody filled in.
 */
function filled(blank: Period, given: readonly Period[]): boolean {
	const span = blank.to - blank.from;
	if (given.some((other) => other.from <= blank.from && other.to >= blank.to && other.to - other.from > span)) return true;
	const parts = given.filter((other) => other.to - other.from < span).reduce((mask, other) => mask | months(other), 0);
	return span > 0 && (parts & months(blank)) === months(blank);
}

function finish(firm: string, year: number, one: Draft, rules: FactRules, findings: Finding[]): YearFacts {
	const covered = [...one.masks.values()].reduce((all, { covered }) => all | covered, 0);
	const outputMask = one.outputs.reduce((all, { mask }) => all | mask, one.refusedOutput);
	const union = covered | outputMask;
	let monthsMissing = false;
	const tell = (what: string, gone: string, item: Item<{ readonly key: string }> | undefined): void => {
		monthsMissing = true;
		const at = item === undefined ? { file: "", row: 0, line: 0, column: "", value: "" } : placeOf(item.entry);
		findings.push(finding(remark("months-missing", { what, months: gone }), at, firm, String(year)));
	};
	for (const [carrier, { covered, blank, item }] of [...one.masks].sort(byName)) {
		const gone = lacking(year, union | blank, covered & ~blank);
		if (gone !== "" && !rules.absentIsZero) tell(carrier, gone, item);
	}
	if (outputMask !== 0 || one.blankOutput !== 0) {
		const gone = lacking(year, outputMask === 0 ? one.blankOutput : union | one.blankOutput, outputMask & ~one.blankOutput);
		if (gone !== "") tell(rules.indicator, gone, one.outputs[0]?.items[0]);
	}
	// Output without a single row of energy: the year's emissions are missing, not zero.
	const refused = ["any", "fuel", "process", "electricity", "heat"].some((what) => one.unknown.has(what as Part));
	const noEnergy = one.lines.size === 0 && (outputMask !== 0 || one.masks.size > 0) && !refused;
	if (noEnergy && one.masks.size === 0 && !rules.absentIsZero)
		tell("energy", writeMonths(year, outputMask), one.outputs[0]?.items[0]);
	const partial = union !== 0 && union !== wholeYear;
	if (partial)
		findings.push(
			finding(
				remark("partial-year", { months: `${count(union)}/12` }),
				{ file: "", row: 0, line: 0, column: "", value: "" },
				firm,
				String(year),
			),
		);
	return {
		year,
		lines: [...one.lines].sort(byName).map(([, line]) => line),
		outputs: one.outputs,
		unknown: one.unknown,
		faulty: one.faulty,
		monthsMissing,
		partial,
		noEnergy: noEnergy && !rules.absentIsZero,
	};
}

/** Entries in order of period, then of parameters: what is told does not depend on who came first. */
function inOrder<P extends { readonly key: string }>(items: readonly Item<P>[]): Item<P>[] {
	return items.length < 2
		? [...items]
		: [...items].sort(
				(a, b) =>
					a.period.from - b.period.from ||
					a.period.to - b.period.to ||
					(a.measured.key < b.measured.key ? -1 : a.measured.key > b.measured.key ? 1 : 0),
			);
}

function byName<V>([a]: readonly [string, V], [b]: readonly [string, V]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
