/** One firm by its rows: every year's parts, coverage, what is said of it, and why it is withheld. */
import { type Fraction, total } from "../fraction.ts";
import { amountsOf, groupBy, historyOf, type Series, seriesOf, suspectAll } from "./amounts.ts";
import { monthsOf } from "./calendar.ts";
import { hasError, type Said, warning } from "./findings.ts";
import { PARTS, type Part, type Parts, partsOf, type Stocks } from "./firmYear.ts";
import { divisionOf, type FirmRows } from "./gather.ts";
import { type Covering, coverageOf } from "./months.ts";
import { type OutputYears, outputYears } from "./output.ts";
import { changeOf, type YearPresence } from "./presence.ts";
import type { Refused, Stock, UseEntry } from "./read.ts";
import type { Asserted } from "./rows.ts";

export type Reason = "errors" | "no-output" | "months-missing" | "partial" | "cannot-conclude" | "boundary" | "no-base";

export interface FirmYear {
	readonly year: number;
	readonly parts: Readonly<Record<Part, Fraction | null>>;
	readonly total: Fraction | null;
	readonly apart: Fraction | null;
	readonly output: Fraction | null;
	readonly coverage: "whole-year" | "partial" | "months-missing";
	readonly reasons: readonly Reason[];
	readonly said: readonly Said[];
}

export interface Firm {
	readonly firm: string;
	readonly years: readonly FirmYear[];
	/** said of no single year */
	readonly said: readonly Said[];
}

const BASE = 2020;

const add = (a: Fraction | null, b: Fraction | null): Fraction | null => (a === null ? b : b === null ? a : a.add(b));

/** Opening stock of the first period, closing stock of the last, purchases and what left added up. */
const stockOf = (entries: readonly UseEntry[]): Stock => {
	const order = [...entries].sort((a, b) => a.moment.first - b.moment.first);
	return {
		purchased: order.map(({ stock }) => stock.purchased).reduce(add, null),
		out: order.map(({ stock }) => stock.out).reduce(add, null),
		opening: order[0]?.stock.opening ?? null,
		closing: order[order.length - 1]?.stock.closing ?? null,
	};
};

const stocksOf = (rows: FirmRows, year: number): Stocks => {
	const own = rows.entries.filter(({ moment, use }) => moment.year === year && use === "consumed");
	const byCarrier = new Map(
		groupBy(own, ({ carrier }) => carrier.id).map((entries) => [entries[0]?.carrier.id ?? "", stockOf(entries)]),
	);
	const inUse = [...byCarrier.values()].some(({ purchased }) => purchased !== null && purchased.sign > 0);
	const has = own.some(({ hasStock }) => hasStock);
	return { inUse, blank: has && !inUse, byCarrier };
};

const upTo = (months: Iterable<number>): number[] => monthsOf({ first: 1, last: Math.max(...months) });

/**
 * The months of each carrier, site and use. Those of a refused row are wrong, not missing, at whatever site it was; where nobody knows
 * of which month it was, whatever lacks may be that row. Amounts that look to date reach back to January.
 */
const covering = (
	series: readonly Series[],
	year: number,
	refused: readonly Refused[],
	doubts: readonly Doubts[],
	inside: (one: { readonly part: Part | null }) => boolean,
): (Covering & { readonly carrier: string })[] =>
	groupBy(
		series.filter(({ years }) => years.has(year)),
		({ site, carrier, use }) => JSON.stringify([site, carrier.id, use]),
	).map((group) => {
		const [head] = group;
		if (head === undefined) throw new Error("a group has series");
		const own = refused.filter(({ carrier }) => carrier === head.carrier.id);
		const months = group.flatMap((one) => {
			const covered = [...(one.years.get(year)?.covered ?? [])];
			return doubts.some(({ of, said }) => of === one && said.gravity === "E") ? upTo(covered) : covered;
		});
		return {
			carrier: head.carrier.id,
			site: head.site,
			use: head.use,
			months: new Set([...months, ...own.flatMap((row) => row.months ?? [])]),
			excused: own.some((row) => row.months === null) || !inside({ part: partOf(head) }),
		};
	});

/** What goes in as carbon and what leaves as carbon belong to the process part. */
const partOf = ({ carrier, use }: Series): Part => (use === "feedstock" || use === "product" ? "process" : carrier.kind);

interface Doubts {
	readonly year: number;
	readonly said: Said;
	/** null: the output */
	readonly part: Part | null;
	readonly of: Series | null;
}

const doubtsOf = (series: readonly Series[], output: OutputYears): Doubts[] => {
	const named = series.map((one, index) => ({ name: `${one.carrier.id} ${index}`, of: one, years: one.years }));
	const all = [...named, { name: "output", of: null, years: output.years }];
	return suspectAll(all.map(({ name, years }) => ({ name, history: historyOf(years) }))).map(({ name, year, said }) => {
		const of = all.find((one) => one.name === name)?.of ?? null;
		return { year, said, part: of === null ? null : partOf(of), of };
	});
};

const firmYear = (
	year: number,
	rows: FirmRows,
	series: readonly Series[],
	output: OutputYears,
	doubts: readonly Doubts[],
	asserted: Asserted,
): FirmYear & { readonly presence: Parts["present"] } => {
	const { amounts, said: ofAmounts } = amountsOf(series, year);
	const here = doubts.filter((doubt) => doubt.year === year);
	const refused = rows.refused.filter((row) => row.year === year);
	const found = partsOf(amounts, stocksOf(rows, year), divisionOf(rows.sector), asserted);
	const ofOutput = output.years.get(year);
	const energyOnly = asserted.boundary === "energy";
	const beside = [
		...rows.said.filter((one) => one.year === year).map((one) => one.said),
		...output.said.filter((one) => one.year === year).map((one) => one.said),
		...found.said,
		...(ofOutput?.findings ?? []),
	];
	const said = [...beside, ...refused.map((row) => row.said), ...ofAmounts, ...here.map((doubt) => doubt.said)];
	// What lies outside the boundary is said and withholds nothing.
	const inside = ({ part }: { readonly part: Part | null }): boolean => !energyOnly || part !== "process";
	const weighing = [
		...beside,
		...refused.filter(inside).map((row) => row.said),
		...(energyOnly
			? amountsOf(
					series.filter((one) => inside({ part: partOf(one) })),
					year,
				).said
			: ofAmounts),
		...here.filter(inside).map((doubt) => doubt.said),
	];
	const spoilt = (part: Part): boolean =>
		refused.some((row) => row.part === part) || here.some((doubt) => doubt.part === part && doubt.said.gravity === "E");
	const parts = Object.fromEntries(PARTS.map((part) => [part, spoilt(part) ? null : found.parts[part]])) as Record<
		Part,
		Fraction | null
	>;
	const unknown = refused.some((row) => row.part === null);
	const wanted = PARTS.filter((part) => part !== "process" || asserted.boundary !== "energy").map((part) => parts[part]);
	const known = wanted.filter((part) => part !== null);
	const outputSpoilt = here.some((doubt) => doubt.part === null && doubt.said.gravity === "E");
	const amount = outputSpoilt ? null : (ofOutput?.sum?.amount ?? null);
	const withRows = covering(
		series,
		year,
		rows.refused.filter((row) => row.year === year || row.year === null),
		here,
		inside,
	);
	const carbonLeft =
		asserted.boundary === "energy" ? withRows.filter(({ use }) => use !== "product" && use !== "feedstock") : withRows;
	const madeIn = ofOutput === undefined ? null : outputSpoilt ? new Set(upTo(ofOutput.covered)) : ofOutput.covered;
	const coverage = coverageOf(carbonLeft, madeIn);
	const gaps = (coverage.missing && asserted.absentIsZero !== true) || coverage.outputMissing;
	const everywhere = rows.refused.some((row) => row.year === null);
	const missingPart = !unknown && known.length < wanted.length;
	const errors = hasError(weighing) || everywhere || missingPart;
	const reasons: Reason[] = [
		...(errors ? (["errors"] as const) : []),
		// An output that is given and cannot be known is an error, not a lack.
		...((amount === null && !outputSpoilt) || amount?.sign === 0 ? (["no-output"] as const) : []),
		...(gaps ? (["months-missing"] as const) : []),
		...(coverage.partial ? (["partial"] as const) : []),
		...(weighing.some(({ code }) => code === "may-be-to-date") ? (["cannot-conclude"] as const) : []),
	];
	return {
		year,
		parts,
		total: unknown || known.length < wanted.length || withRows.length === 0 ? null : total(known),
		apart: found.apart,
		output: amount,
		coverage: gaps ? "months-missing" : coverage.partial ? "partial" : "whole-year",
		reasons,
		said: gaps ? [...said, warning("months-missing", "months that other tables have")] : said,
		presence: found.present,
	};
};

const presenceOf = ({ total: emissions, output, presence }: ReturnType<typeof firmYear>): YearPresence | null =>
	emissions === null || output === null || output.sign === 0 ? null : { emissions, output, carriers: presence };

const sign = ({ code, about }: Said): string => `${code} ${about}`;

/** This year with last year, and with the base where a carrier is gone for the first time. */
const changes = (years: readonly ReturnType<typeof firmYear>[]): Map<number, { said: Said[]; boundary: boolean }> => {
	const usable = years.filter(({ reasons }) => reasons.length === 0);
	const found = new Map<number, { said: Said[]; boundary: boolean }>();
	for (const [index, now] of usable.entries()) {
		const base = usable.find(({ year }) => year === BASE);
		const before = usable[index - 1];
		const last = before?.year === now.year - 1 ? before : undefined;
		// Across a hole with the base, and only what is told of no year between.
		const against = last ?? base;
		const present = presenceOf(now);
		const said: Said[] = [];
		const then = against === undefined || against === now ? null : presenceOf(against);
		if (then !== null && present !== null) {
			const told = new Set(
				usable
					.slice(0, index)
					.flatMap((one) => found.get(one.year)?.said ?? [])
					.map(sign),
			);
			said.push(...changeOf(then, present).findings.filter((one) => last !== undefined || !told.has(sign(one))));
		}
		const first = base === undefined || base === now || now.year < BASE ? null : presenceOf(base);
		const boundary = first !== null && present !== null && changeOf(first, present).boundary;
		found.set(now.year, { said, boundary });
	}
	return found;
};

export const firmOf = (rows: FirmRows, asserted: Asserted): Firm => {
	const series = seriesOf(rows.entries, asserted);
	const output = outputYears(rows.firm, rows.output, asserted);
	const doubts = doubtsOf(series, output);
	const named = [
		...rows.entries.map(({ moment }) => moment.year),
		...output.years.keys(),
		...rows.refused.flatMap(({ year }) => year ?? []),
	];
	const all = [...new Set(named)].sort((a, b) => a - b);
	const years = all.map((year) => firmYear(year, rows, series, output, doubts, asserted));
	const change = changes(years);
	return {
		firm: rows.firm,
		years: years.map(({ presence: _, ...year }) => {
			const own = change.get(year.year);
			return {
				...year,
				said: [...year.said, ...(own?.said ?? [])],
				reasons: own?.boundary ? [...year.reasons, "boundary"] : year.reasons,
			};
		}),
		said: [
			...rows.refused.filter(({ year }) => year === null).map(({ said }) => said),
			...rows.said.filter(({ year }) => year === null).map(({ said }) => said),
		],
	};
};
