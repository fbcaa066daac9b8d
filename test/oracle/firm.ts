/** One firm: its rows by year, its base and its own path. */
import { groupBy } from "./counting.ts";
import type { Power } from "./emissions.ts";
import { type FirmYear, firmYear, type Priced, pricedAt, shownAt, type YearRows } from "./firmYear.ts";
import { Fraction, ONE, whole } from "./fraction.ts";
import { type Path, pathOf, planPath } from "./path.ts";
import { looksAt, ownerOf, PLANS, type Plan, sectorOf, topSector } from "./plans.ts";
import { type Basis, common, type PriceTerms } from "./prices.ts";
import type { EnergyEntry, Fault, OutputEntry } from "./reading.ts";
import { slips } from "./slip.ts";
import type { Cut } from "./toDate.ts";
import type { DeflatorRow, FirmRow, Options, OutputRow } from "./types.ts";

export interface Gathered {
	readonly energy: readonly EnergyEntry[];
	readonly output: readonly OutputEntry[];
	readonly faults: readonly Fault[];
	readonly blanks: readonly Fault[];
}

interface Base {
	/** by the constant prices it is known at; none where it is unusable, because of the reason */
	readonly at: ReadonlyMap<Basis, Priced>;
	readonly reason: string | null;
	/** stated by the firms table */
	readonly stated: boolean;
}

/** A firm as one plan sees it. */
export interface Firm {
	readonly id: string;
	readonly sector: string | null;
	/** level-1 sector, null where unknown or double */
	readonly top: string | null;
	readonly plan: Plan;
	/** the plan's own constant prices */
	readonly ownPrices: Basis;
	/** all that the plan looks at */
	readonly years: ReadonlyMap<number, FirmYear>;
	/** those that are shown as this plan sees them */
	readonly owned: ReadonlySet<number>;
	readonly base: Base;
	readonly path: Path;
	/** stays out of pooled bases */
	readonly differs: boolean;
	/** two plans could be meant by what the firms table says */
	readonly unclear: boolean;
	/** months (0 to 11) of a year that energy and output have both */
	readonly fullMonths: (year: number) => number[];
	readonly cut: (year: number, months: readonly number[]) => Cut;
}

/** The division whose method a level-1 sector follows. */
const DIVISIONS: Readonly<Record<string, string>> = {
	steel: "31",
	nonferrous: "32",
	building_materials: "30",
	petrochemical: "26",
};

/** The years that rows are of. */
export const yearsOf = ({ energy, output, faults }: Gathered): number[] =>
	[...new Set([...energy, ...output, ...faults].map(({ year }) => year))].filter((year) => year !== null).sort((a, b) => a - b);

const inside = (months: readonly number[], { months: own }: { readonly months: readonly number[] }): boolean =>
	own.every((month) => months.includes(month));

/** Rows that are of none of the months are left out; what goes beyond them is left out, too, and told. */
const cutTo = (gathered: Gathered, year: number, months: readonly number[]): { rows: Gathered } & Omit<Cut, "year"> => {
	const touches = (row: { readonly year: number | null; readonly months: readonly number[] }): boolean =>
		row.year === year && row.months.some((month) => months.includes(month));
	const [energy, output] = [gathered.energy.filter(touches), gathered.output.filter(touches)];
	const kept = { energy: energy.filter((row) => inside(months, row)), output: output.filter((row) => inside(months, row)) };
	return {
		rows: { ...kept, faults: gathered.faults.filter(touches), blanks: gathered.blanks.filter(touches) },
		crossing: kept.energy.length < energy.length || kept.output.length < output.length,
		outputCrossing: kept.output.length < output.length,
	};
};

const byYear = (
	gathered: Gathered,
	looked: (year: number) => boolean,
	top: string | null,
	options: Options,
	power: Power,
	prices: PriceTerms,
): Map<number, FirmYear> => {
	const { energy, output, faults, blanks } = gathered;
	const everywhere = faults.some(({ year }) => year === null);
	const slipped = new Set(groupBy(energy, ({ series }) => series).flatMap((entries) => slips(entries).map(({ year }) => year)));
	const used = new Set(energy.map(({ carrier }) => carrier.id));
	const rows = (year: number): YearRows => ({
		year,
		division: DIVISIONS[top ?? ""] ?? "",
		energy: energy.filter((entry) => entry.year === year),
		output: output.filter((entry) => entry.year === year),
		faults: faults.filter((fault) => fault.year === year),
		blanks: blanks.filter((blank) => blank.year === year && (blank.carrier === null || used.has(blank.carrier.id))),
		error: everywhere || slipped.has(year),
	});
	const years = yearsOf(gathered).filter(looked);
	return new Map(years.map((year) => [year, firmYear(rows(year), options, power, prices)]));
};

const baseOf = (year: FirmYear | undefined, stated: Fraction | null, own: Basis): Base => {
	const usable = year !== undefined && year.own.length === 0 ? year : null;
	if (stated !== null) {
		const rows = usable === null ? null : pricedAt(usable, own);
		const energy = { coalIntensity: rows?.coalIntensity ?? null, netIntensity: rows?.netIntensity ?? null };
		return { at: new Map([[own, { basis: own, output: null, intensity: stated, ...energy }]]), reason: null, stated: true };
	}
	const at = new Map([...(usable?.outputs?.at.keys() ?? [])].map((basis) => [basis, pricedAt(usable as FirmYear, basis)]));
	if (at.size > 0) return { at, reason: null, stated: false };
	const unpriced = year?.outputs != null && year.outputs.at.size === 0;
	const reason = year?.own.includes("errors") ? "errors" : unpriced ? "prices" : "no-base";
	return { at, reason, stated: false };
};

/** Half a unit in the last printed place. */
const printedDoubt = (text: string): Fraction => ONE.div(whole(2).mul(whole(10).pow(text.split(".")[1]?.length ?? 0)));

const given = (cell: string | undefined): Fraction | null => Fraction.parse(cell ?? "");

/** The plan that a base year of a firms table begins, or lies in. */
const planOfBase = (year: number, plans: readonly Plan[], asking: readonly Plan[]): Plan | undefined =>
	plans.find((plan) => plan.baseYear === year) ??
	plans.find((plan) => plan.baseYear < year && year < plan.targetYear) ??
	plans.find((plan) => year < plan.targetYear) ??
	asking.at(-1) ??
	plans.at(-1);

interface Stated {
	readonly row: FirmRow | undefined;
	readonly unclear: boolean;
}

/** What a firms table says for this plan: that of its base year; where it names none, of the only plan that asks anything of the firm. */
const statedFor = (
	plan: Plan,
	plans: readonly Plan[],
	auto: boolean,
	row: FirmRow | undefined,
	years: readonly number[],
): Stated => {
	const says = row?.base_intensity || row?.base_year || row?.target_pct;
	if (row === undefined || !says) return { row, unclear: false };
	const bare = { ...row, base_intensity: "", base_year: "", target_pct: "" };
	const asking = plans.filter(({ baseYear, targetYear }) => years.some((year) => baseYear < year && year <= targetYear));
	if (row.base_year) {
		// Whichever plans the data have years of: a base of 2025 is none of the 14th plan's.
		const known = auto ? Object.values(PLANS) : plans;
		return { row: planOfBase(Number(row.base_year), known, asking) === plan ? row : bare, unclear: false };
	}
	if (asking.length > 1) return { row: bare, unclear: true };
	return { row: (asking[0] ?? plans[0]) === plan ? row : bare, unclear: false };
};

export interface FirmTerms {
	readonly options: Options;
	readonly plan: Plan;
	readonly plans: readonly Plan[];
	readonly power: Power;
	readonly deflator: readonly DeflatorRow[];
}

export const firmOf = (
	id: string,
	gathered: Gathered,
	rows: readonly OutputRow[],
	table: FirmRow | undefined,
	{ options, plan, plans, power, deflator }: FirmTerms,
): Firm => {
	const all = yearsOf(gathered);
	const { row: master, unclear } = statedFor(plan, plans, (options.targets ?? "auto") === "auto", table, all);
	const baseYear = Number(master?.base_year || plan.baseYear);
	const stated = given(master?.base_intensity);
	const linear = options.path === "linear";
	const percent = given(master?.target_pct);
	const path =
		percent === null
			? planPath(plan, Fraction.from(plan.reduction), linear, baseYear)
			: pathOf(linear, percent, plan.targetYear - baseYear, baseYear, plan.targetYear);
	const told = master?.sector ? [master.sector] : rows.map(({ sector }) => sector ?? "").filter((cell) => cell !== "");
	const sectors = [...new Set(told.map(sectorOf).filter((sector) => sector !== null))].sort();
	const tops = new Set(sectors.map(topSector));
	const top = tops.size === 1 ? topSector(sectors[0] ?? "") : null;
	const own = options.per?.startsWith("product:") === true ? "none" : `constant-${plan.baseYear}`;
	const prices: PriceTerms = {
		...{ own, baseYear: plan.baseYear, asserted: options.prices, deflator },
		sectors: [sectors[0], top].filter((one) => one !== null && one !== undefined),
	};
	const years = byYear(gathered, (year) => looksAt(plan, plans, year), top, options, power, prices);
	const ofBase = years.get(baseYear);
	const monthsOf = (
		entries: readonly { readonly year: number; readonly months: readonly number[] }[],
		year: number,
	): Set<number> => new Set(entries.filter((entry) => entry.year === year).flatMap(({ months }) => months));
	const fullMonths = (year: number): number[] => {
		const made = monthsOf(gathered.output, year);
		return [...monthsOf(gathered.energy, year)].filter((month) => made.has(month)).sort((a, b) => a - b);
	};
	const cut = (year: number, months: readonly number[]): Cut => {
		const { rows, ...crossing } = cutTo(gathered, year, months);
		const found = byYear(rows, () => true, top, options, power, prices).get(year);
		if (found === undefined) throw new Error(`${id} ${year}: no rows of these months`);
		return { year: found, ...crossing };
	};
	const computed = ofBase === undefined || ofBase.own.length > 0 ? null : pricedAt(ofBase, shownAt(ofBase, own)).intensity;
	const doubt = printedDoubt(master?.base_intensity ?? "");
	return {
		...{ id, sector: sectors[0] ?? null, top, plan, ownPrices: own, years, path, unclear, fullMonths, cut },
		owned: new Set(all.filter((year) => ownerOf(plans, year) === plan)),
		base: baseOf(ofBase, stated, own),
		differs: stated !== null && computed !== null && computed.sub(stated).abs().compare(doubt) > 0,
	};
};

/** The constant prices that a year and the firm's base are compared at. */
export const comparedAt = (firm: Firm, { outputs }: FirmYear): Basis | null =>
	common(outputs?.at.keys() ?? [], firm.base.at.keys(), firm.ownPrices);
