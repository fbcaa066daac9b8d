/** All that one firm's rows say about one year, before any path. */
import { count, groupBy } from "./counting.ts";
import { co2Of, coalOf, type Power, signOf } from "./emissions.ts";
import { type Fraction, total } from "./fraction.ts";
import { balance, type Flow } from "./meaning/feedstock.ts";
import { hasError } from "./meaning/findings.ts";
import { type Covering, coverageOf as monthsOfSeries } from "./meaning/months.ts";
import { type Basis, type Output, type Outputs, outputsOf, type PriceTerms } from "./prices.ts";
import { type EnergyEntry, type Fault, isCarbon, type OutputEntry } from "./reading.ts";
import type { Options, Part } from "./types.ts";

export interface YearRows {
	readonly year: number;
	/** two digits of GB/T 4754 that decide the method of a carbon balance; blank where unknown */
	readonly division: string;
	readonly energy: readonly EnergyEntry[];
	readonly output: readonly OutputEntry[];
	/** refused rows of this year */
	readonly faults: readonly Fault[];
	/** rows without a quantity whose carrier the firm is known to use */
	readonly blanks: readonly Fault[];
	/** an error outside single rows: unreadable period of some row, unit slip */
	readonly error: boolean;
}

export interface FirmYear {
	readonly year: number;
	readonly parts: Readonly<Record<Part, Fraction | null>>;
	readonly total: Fraction | null;
	readonly feedstock: Fraction | null;
	/** coal equivalent of what went in as feedstock */
	readonly feedstockCoal: Fraction | null;
	readonly green: Fraction | null;
	readonly coal: Fraction | null;
	readonly derived: boolean;
	/** without feedstock, which assessments deduct */
	readonly netCoal: Fraction | null;
	/** null where it is not given, or nobody can tell how much it is */
	readonly outputs: Outputs | null;
	readonly process: boolean;
	/** no row of the year is of an unknown carrier: none may be of the process */
	readonly allKnown: boolean;
	/** t CO2 of each process material; null where rows of the part could not be read */
	readonly materials: ReadonlyMap<string, Fraction> | null;
	readonly coverage: "whole-year" | "partial" | "months-missing";
	/** reasons that lie in the year itself, prices aside */
	readonly own: readonly string[];
}

/** A year at the prices it is compared at, or as it is shown where there are none. */
export interface Priced {
	/** null where it is at no constant prices */
	readonly basis: Basis | null;
	readonly output: Output | null;
	readonly intensity: Fraction | null;
	readonly coalIntensity: Fraction | null;
	readonly netIntensity: Fraction | null;
}

export const pricedAt = ({ outputs, coverage, total: sum, coal, netCoal }: FirmYear, basis: Basis | null): Priced => {
	const output = (basis === null ? outputs?.asStated : outputs?.at.get(basis)) ?? null;
	const per = (value: Fraction | null): Fraction | null =>
		value === null || output === null || output.amount.sign === 0 || coverage === "months-missing"
			? null
			: value.div(output.amount);
	return { basis, output, intensity: per(sum), coalIntensity: per(coal), netIntensity: per(netCoal) };
};

/** As it is shown where it is compared with nothing: the plan's prices, else the newest, else what is written. */
export const shownAt = ({ outputs }: FirmYear, own: Basis): Basis | null => {
	const known = [...(outputs?.at.keys() ?? [])].sort();
	return known.includes(own) ? own : (known.at(-1) ?? null);
};

const PARTS: readonly Part[] = ["fuel", "process", "electricity", "heat"];

const sumOrNull = (values: readonly (Fraction | null)[]): Fraction | null =>
	values.some((value) => value === null) ? null : total(values.filter((value) => value !== null));

interface Span {
	readonly months: readonly number[];
}

const monthsOf = (spans: readonly Span[]): Set<number> => new Set(spans.flatMap(({ months }) => months));

/** A blank inside a longer period that is given is only an incomplete part of it; a blank whole is no gap where its parts are all there. */
const filled = (blank: Fault, entries: readonly EnergyEntry[]): boolean => {
	const same = entries.filter(({ carrier, use }) => carrier.id === blank.carrier?.id && use === blank.use);
	const longer = same.some(
		({ months }) => months.length > blank.months.length && blank.months.every((month) => months.includes(month)),
	);
	const parts = monthsOf(same.filter(({ months }) => months.length < blank.months.length));
	return longer || (blank.months.length > 1 && blank.months.every((month) => parts.has(month)));
};

interface Shown {
	readonly site: string;
	readonly use: string;
	readonly carrier: { readonly id: string; readonly kind: Part } | null;
	readonly months: readonly number[];
}

/** Months by carrier, site and use: a sale, a product or another site proves nothing about a purchase. */
const series = (shown: readonly Shown[], asked: (one: Shown) => boolean): Covering[] =>
	groupBy(shown, ({ site, use, carrier }) => JSON.stringify([site, carrier?.id ?? "", use])).map((group) => ({
		site: group[0]?.site ?? "",
		use: group[0]?.carrier === null ? "proof" : (group[0]?.use ?? ""),
		months: monthsOf(group),
		excused: !group.some(asked),
	}));

const coverageOf = (rows: YearRows, options: Options): { gaps: boolean; partial: boolean } => {
	const counts = ({ use }: Shown): boolean => options.boundary !== "energy" || !isCarbon(use);
	// A material whose part is left out shows in which months the firm worked, and is missed in none.
	const asked = ({ carrier }: Shown): boolean => options.boundary !== "energy" || carrier?.kind !== "process";
	const refused = rows.faults.filter(({ scope }) => scope !== "output");
	const output = [...rows.output, ...rows.faults.filter(({ scope }) => scope === "output")];
	const shown = series([...rows.energy, ...refused].filter(counts), asked);
	const found = monthsOfSeries(shown, output.length > 0 ? monthsOf(output) : null);
	const blank = rows.blanks.some(
		(one) => one.scope !== "output" && one.use !== "sold" && counts(one) && asked(one) && !filled(one, rows.energy),
	);
	const shortOutput = found.outputMissing || rows.blanks.some(({ scope }) => scope === "output");
	return { gaps: ((found.missing || blank) && options.absentIsZero !== true) || shortOutput, partial: found.partial };
};

export const firmYear = (rows: YearRows, options: Options, power: Power, prices: PriceTerms): FirmYear => {
	const counted = groupBy(rows.energy, (entry) => entry.series).map((entries) => count(entries, options.addRepeats === true));
	const clashes = groupBy(rows.energy, (entry) => entry.series).filter((_, index) => counted[index]?.clash);
	const spoiled = clashes.flatMap((entries) => entries.slice(0, 1));
	const used = counted.flatMap((one) => one.used);
	const flow = used.filter(({ use }) => !isCarbon(use));
	const flows = (name: string): Flow[] =>
		used.filter(({ use }) => use === name).map(({ carrier, amount }) => ({ carrier: carrier.id, amount }));
	const materials = flow.some(({ carrier, amount }) => carrier.kind === "process" && amount.sign > 0);
	const carbon = balance(flows("feedstock"), flows("product"), rows.division, materials, total([]));
	const faults = [
		...rows.faults,
		...spoiled.map(({ carrier, use }) => ({ scope: isCarbon(use) ? ("process" as const) : carrier.kind, carrier, use })),
	];

	const partOf = (part: Part): Fraction | null => {
		if (faults.some(({ scope }) => scope === part)) return null;
		const mine = flow.filter(({ carrier }) => carrier.kind === part);
		// Where no row could be read there is no sum.
		if (faults.some(({ scope }) => scope === "unknown") && used.length === 0) return null;
		const sums = mine.map((entry) => co2Of(entry, power)?.mul(signOf(entry)) ?? null);
		return sumOrNull(part === "process" ? [...sums, carbon.process] : sums);
	};
	const parts = Object.fromEntries(PARTS.map((part) => [part, partOf(part)])) as Record<Part, Fraction | null>;
	const unknown = faults.some(({ scope }) => scope === "unknown");
	const inTotal = PARTS.filter((part) => part !== "process" || options.boundary !== "energy");
	const sum = unknown || rows.energy.length === 0 ? null : sumOrNull(inTotal.map((part) => parts[part]));

	const lostFeedstock = faults.some(({ use }) => use === "feedstock");
	const green = flow.filter(({ carrier }) => carrier.green).map((entry) => entry.amount.mul(power.grid).mul(signOf(entry)));
	const coals = used.map((entry) => ({ entry, ...coalOf(entry) }));
	const noCoal = faults.some(({ scope, use }) => scope !== "output" && (scope !== "process" || isCarbon(use)));
	const coal = noCoal ? null : sumOrNull(coals.map(({ entry, tce }) => tce?.mul(signOf(entry)) ?? null));

	const said = outputsOf(rows.output, rows.year, prices, options.addRepeats === true);
	const outputFault = said?.clash === true || rows.faults.some(({ scope }) => scope === "output");
	const outputs = outputFault ? null : said;

	const { gaps, partial } = coverageOf(rows, options);
	const noFactor = flow.some((entry) => co2Of(entry, power) === null);
	const unbalanced = options.boundary !== "energy" && (hasError(carbon.findings) || carbon.process === null);
	// A row of the process part cannot change a total that leaves the part out.
	const reached = faults.some(({ scope }) => scope !== "process" || options.boundary !== "energy");
	const errors = rows.error || reached || outputFault || noFactor || unbalanced;
	const made = outputs === null ? null : [...outputs.at.values(), outputs.asStated].find((one) => one !== null);
	const noOutput = !outputFault && (made === null || made === undefined || made.amount.sign === 0);
	const own = [
		...(errors ? ["errors"] : []),
		...(noOutput ? ["no-output"] : []),
		...(gaps ? ["months-missing"] : []),
		...(partial ? ["partial"] : []),
	];
	const fed = lostFeedstock ? null : sumOrNull(coals.filter(({ entry }) => entry.use === "feedstock").map(({ tce }) => tce));
	return {
		year: rows.year,
		parts,
		total: sum,
		feedstock: lostFeedstock ? null : carbon.apart,
		feedstockCoal: fed,
		green: faults.some(({ carrier }) => carrier?.green) ? null : total(green),
		coal,
		derived: coals.some(({ derived }) => derived),
		netCoal: coal === null || fed === null ? null : coal.sub(fed),
		outputs,
		process: [...rows.energy, ...rows.faults].some(({ carrier, use }) => carrier?.kind === "process" || isCarbon(use)),
		allKnown: !unknown,
		materials:
			unknown || parts.process === null
				? null
				: new Map(
						groupBy(
							flow.filter(({ carrier, use }) => carrier.kind === "process" && use !== "sold"),
							({ carrier }) => carrier.id,
						).map((entries) => [
							entries[0]?.carrier.id ?? "",
							total(entries.map((entry) => (co2Of(entry, power) ?? total([])).mul(signOf(entry)))),
						]),
					),
		coverage: gaps ? "months-missing" : partial ? "partial" : "whole-year",
		own,
	};
};
