/** A firm's accounts to drafts of its years: which entries count, added up over sites; what is made, at which prices. */
import { obtain } from "../domain/obtain.ts";
import { code, fromCode, months } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { compare as compareRatios, constant } from "../exact/ratio.ts";
import { type Finding, finding, type Subject } from "../findings/finding.ts";
import { type Account, accountOf } from "./accounts.ts";
import { placeOf } from "./entry.ts";
import { inWindow } from "./inside-months.ts";
import {
	type EnergySeries,
	type FirmRecord,
	type Measure,
	measures,
	type OutputSeries,
	type Role,
	seriesName,
} from "./ledger.ts";
import type { Parameters } from "./parameters.ts";
import { isStock, withDisputes } from "./post.ts";
import { type Item, resolveYear } from "./resolve.ts";
import { mayHaveSlipped, slipFinding, unitSlips } from "./rules/unit-slip.ts";
import { energySteps } from "./steps/index.ts";
import { settleSites } from "./steps/sites.ts";
import type { Settled, SettledSupply, StepContext } from "./steps/step.ts";
import { stocksByMonth } from "./to-date/stocks.ts";
import type { Cumulative } from "./to-date/suspected.ts";
import { addLines } from "./window.ts";
import type { Draft, FactRules } from "./year-draft.ts";

export type EnergyAccount = Account<Parameters> & {
	readonly carrier: string;
	readonly use: Use;
	readonly site: string;
	readonly role: Role;
};
export type SupplyAccount = EnergyAccount & { readonly measure: Measure };
export type OutputAccount = Account<{ readonly key: string }> & Pick<OutputSeries, "indicator" | "product" | "prices">;

/** What a firm's rows say, account by account in order of name, before it is settled which of it counts. */
export interface Accounts {
	readonly energy: readonly EnergyAccount[];
	/** What stands beside them. */
	readonly supplies: readonly SupplyAccount[];
	readonly output: readonly OutputAccount[];
}

/** The accounts of a firm. What is to be reported of days and of amounts to date goes to `findings`. */
export function accountsOf(record: FirmRecord, rules: FactRules, findings: Finding[]): Accounts {
	const said = (table: "energy" | "output") => (year: number) => rules.amounts(record.firm, year, table);
	const apart = boughtApart(record, rules);
	const byMonth = stocksByMonth(record.supplies.values());
	const energy = lotsBy(record.energy.values(), (series) => {
		const { carrier, use, site, role } = series;
		return `${seriesName(carrier, use, site)}${role === "" || (role === "bought" && !apart(series)) ? "" : `\u001f${role}`}`;
	}).map(({ name, first, lots }): EnergyAccount => {
		const { carrier, use, site } = first;
		const role = first.role === "bought" && !apart(first) ? "" : first.role;
		const what: Subject = { of: "carrier", carrier, use };
		const stocks = (year: number): boolean => byMonth(seriesName(carrier, use, site), year);
		return { ...accountOf({ name, what, lots, stocks }, record.firm, said("energy"), findings), carrier, use, site, role };
	});
	const supplies = lotsBy(
		record.supplies.values(),
		({ carrier, use, site, measure }) => `${seriesName(carrier, use, site)}\u001f${measure}`,
	).map(({ name, first: { carrier, use, site, role, measure }, lots }): SupplyAccount => {
		const what: Subject = { of: "carrier", carrier, use };
		// A stock is of a day: it does not add up over months, whatever is said of amounts.
		const amounts = isStock(measure) ? () => "monthly" as const : said("energy");
		return { ...accountOf({ name, what, lots }, record.firm, amounts, findings), carrier, use, site, role, measure };
	});
	const output = [...record.output].sort(byKey).map(([name, series]): OutputAccount => {
		const { indicator, product, prices } = series;
		const what: Subject = { of: "indicator", indicator, prices };
		const asked = indicator === rules.indicator && product === rules.product;
		const lots = [{ series: withDisputes(record, series), measured: { key: "" } }];
		return {
			...accountOf({ name: `output\u001f${name}`, what, lots }, record.firm, said("output"), asked ? findings : []),
			...{ indicator, product, prices },
		};
	});
	return { energy, supplies, output };
}

/**
 * Whether a series that rows call bought has an account of its own: of goods that a works can make always, of power and heat
 * where other rows of the year may be the whole that it is part of.
 */
function boughtApart(record: FirmRecord, rules: FactRules): (series: EnergySeries) => boolean {
	const bought = [...record.energy.values()].filter(({ role }) => role === "bought");
	if (bought.length === 0) return () => false;
	const plain = new Map<string, Set<number>>();
	for (const series of record.energy.values()) {
		if (series.role !== "") continue;
		const years = obtain(plain, seriesName(series.carrier, series.use, series.site), () => new Set<number>());
		for (const year of yearsOf(series)) years.add(year);
	}
	const names = new Set<string>();
	for (const series of bought) {
		const name = seriesName(series.carrier, series.use, series.site);
		const years = plain.get(name);
		const made = rules.madeFrom(rules.idOf(series.carrier)).length > 0;
		if (made || (years !== undefined && yearsOf(series).some((year) => years.has(year)))) names.add(name);
	}
	return ({ carrier, use, site }) => names.has(seriesName(carrier, use, site));
}

function yearsOf({ entries, days, toDate }: EnergySeries): number[] {
	const ofDays = [...(days?.values() ?? [])].map(({ month }) => month);
	return [...entries.keys(), ...ofDays, ...(toDate?.keys() ?? [])].map((value) => fromCode(value).year);
}

interface NamedLots<S extends EnergySeries> {
	readonly name: string;
	readonly first: S;
	readonly lots: { readonly series: S; readonly measured: Parameters }[];
}

/** Lots with different parameters belong to one account: a year given whole stands for all of them. In order of name. */
function lotsBy<S extends EnergySeries>(all: Iterable<S>, nameOf: (series: S) => string): readonly NamedLots<S>[] {
	const found = new Map<string, NamedLots<S>>();
	for (const series of all) {
		const name = nameOf(series);
		obtain(found, name, () => ({ name, first: series, lots: [] })).lots.push({ series, measured: series.measured });
	}
	return [...found].sort(byKey).map(([, one]) => one);
}

/** What the years of a firm's accounts are settled with, and where what is found goes. */
interface Settling {
	readonly firm: string;
	readonly cumulative: Cumulative;
	readonly rules: FactRules;
	readonly draft: (year: number) => Draft;
	readonly findings: Finding[];
}

/** Every carrier of the firm: its entries of each year, counted once, and the months that slipped. */
export function readEnergy(
	{ firm, sectors, master }: Pick<FirmRecord, "firm" | "sectors" | "master">,
	{ energy, supplies }: Accounts,
	cumulative: Cumulative,
	rules: FactRules,
	draft: (year: number) => Draft,
	findings: Finding[],
): void {
	interface Found {
		readonly energy: Settled[];
		readonly supplies: SettledSupply[];
	}
	const settling: Settling = { firm, cumulative, rules, draft, findings };
	const years = new Map<number, Found>();
	const yearOf = (year: number): Found => obtain(years, year, () => ({ energy: [], supplies: [] }));
	for (const account of energy) settle(account, settling, (year, settled) => yearOf(year).energy.push(settled));
	for (const account of supplies) {
		const { measure } = account;
		const counted = isStock(measure) ? { ...account, years: onItsDay(account) } : account;
		settle(counted, settling, (year, settled) => yearOf(year).supplies.push({ ...settled, measure }));
	}
	const mined = rules.minedBy([...sectors.keys(), ...master.sectors.keys()]);
	for (const [year, found] of years) {
		const one = draft(year);
		const report: StepContext["report"] = (about, at, period = String(year)) => {
			findings.push(finding(about, placeOf(at), firm, period));
		};
		const ownMade: StepContext["ownMade"] = (made) => {
			one.ownMade.push(made);
		};
		const doubt: StepContext["doubt"] = () => {
			one.doubtful = true;
		};
		const monthly = rules.amounts(firm, year, "energy") === "monthly";
		const alone: StepContext = { year, rules, report, doubt, ownMade, mined, monthly, supplies: noSupplies };
		const context = found.supplies.length === 0 ? alone : { ...alone, supplies: suppliesOf(found.supplies, alone) };
		let steps: readonly Settled[] = found.energy;
		for (const step of energySteps) steps = step(steps, context);
		for (const settled of rules.changed?.energy(firm, year, steps) ?? steps) take(one, settled, rules);
	}
}

const noSupplies: readonly SettledSupply[] = [];

/** What stands beside the accounts of a year, over its sites. */
function suppliesOf(all: readonly SettledSupply[], context: StepContext): SettledSupply[] {
	return measures.flatMap((measure) => {
		const alike = all.filter((supply) => supply.measure === measure);
		return settleSites(alike, context).map((settled) => ({ ...settled, measure }));
	});
}

/** The years of one account: what counts of each by itself. */
function settle(account: EnergyAccount | SupplyAccount, settling: Settling, put: (year: number, settled: Settled) => void): void {
	const { name, what, carrier, use, site, role } = account;
	const { firm, cumulative, rules, draft, findings } = settling;
	const slipped = reportSlips(account, settling);
	for (const [year, { items, broken }] of account.years) {
		const resolved = resolveYear(what, items, rules.adding);
		for (const { about, at, period } of resolved.reported) findings.push(finding(about, at, firm, period));
		const suspected = slipped.has(year) ? undefined : cumulative.of(name, year);
		if (suspected !== undefined) findings.push(suspected.finding);
		if (suspected?.evidence === null) draft(year).doubtful = true;
		if (suspected !== undefined) draft(year).toDate.push({ carrier, use });
		// What lacks before amounts to date is no month that lacks.
		const mask = resolved.mask | (suspected === undefined ? 0 : months({ from: 1, to: suspected.last }));
		put(year, {
			...{ name, what, carrier, use, site, role, mask, items: resolved.counted },
			broken: resolved.broken || broken || suspected?.evidence != null,
		});
	}
}

/** Of a year's stocks the one it began with, or the one it ended with; a year that is given whole says both. */
function onItsDay({ measure, years }: SupplyAccount): SupplyAccount["years"] {
	return new Map(
		[...years].map(([year, account]) => {
			const edges = account.items.map(({ period }) => (measure === "opening_stock" ? period.from : -period.to));
			const edge = Math.min(...edges);
			const atEdge = account.items.filter((_, index) => edges[index] === edge);
			const longest = Math.max(...atEdge.map(({ period }) => period.to - period.from));
			return [year, { ...account, items: atEdge.filter(({ period }) => period.to - period.from === longest) }] as const;
		}),
	);
}

/** What counts of an account in a year, for the figures and for the months that are covered. */
function take(one: Draft, { name, carrier, use, site, broken, ...settled }: Settled, rules: FactRules): void {
	const { items, mask } = inWindow(settled, rules.within);
	if (broken) {
		one.unknown.add(rules.partOf(carrier, use));
		one.faulty.push({ carrier, use });
	}
	addLines(one.lines, { carrier, use, broken }, items);
	if (items.length > 0) one.counted.push({ carrier, use, site, items, mask, broken });
	one.series.set(name, items);
	// What adds nothing of its own lacks nothing either: it only says that the months are in the tables.
	if (settled.items.length === 0) one.proven |= mask;
	else cover(one, rules.idOf(carrier), use, site, mask, settled.items[0]);
}

const noYears: ReadonlySet<number> = new Set();

/** The years in which a month of the account slipped its unit. */
function reportSlips(
	account: EnergyAccount | SupplyAccount,
	{ firm, cumulative, rules, draft, findings }: Settling,
): ReadonlySet<number> {
	// A stock may be any amount.
	if ("measure" in account && isStock(account.measure)) return noYears;
	const { name, what, years } = account;
	if (!mayHaveSlipped(years.values(), rules.slipRatio)) return noYears;
	// A cause is reported once: where amounts look to date, no month of them is a slip; where one slipped, its year is no doubt.
	const plainYears = [...years].filter(([year]) => cumulative.of(name, year)?.evidence == null);
	const slipped = new Set<number>();
	for (const slip of unitSlips(monthly(plainYears.flatMap(([, { items }]) => items)), rules.slipRatio)) {
		const found = slipFinding(slip, what, firm, isLiquid(what, slip.entry.unit, rules));
		findings.push(found.finding);
		slipped.add(found.year);
		draft(found.year).unknown.add("verdict");
	}
	return slipped;
}

/** GJ in a tonne: only liquid fuels lie between these. */
const liquid = { least: constant("41"), most: constant("44") };

function isLiquid(what: Subject, unit: string, { byCoefficient }: FactRules): boolean {
	const heat = what.of === "carrier" && unit === "t" ? byCoefficient(what.carrier, unit)?.heat : undefined;
	return heat !== undefined && compareRatios(heat, liquid.least) >= 0 && compareRatios(heat, liquid.most) <= 0;
}

/** Notes months of a carrier at a site in a use. What was sold proves nothing of what was used, and lacks nowhere. */
function cover(one: Draft, carrier: string, use: Use, site: string, covered: number, item: Item<Parameters> | undefined): void {
	const name = seriesName(carrier, use, site);
	const there = one.masks.get(name);
	if (there === undefined) one.masks.set(name, { carrier, use, covered, blank: 0, item });
	else there.covered |= covered;
}

function monthly(items: readonly Item<Parameters>[]): { readonly period: number; readonly entry: Item<Parameters>["entry"] }[] {
	return items.filter(({ period }) => period.from === period.to).map(({ period, entry }) => ({ period: code(period), entry }));
}

/** Map entries in order of their key, by code unit. */
export function byKey<V>([a]: readonly [string, V], [b]: readonly [string, V]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
