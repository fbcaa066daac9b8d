/** From entries of a firm to settled amounts: one for each carrier, use, origin, set of measured values, and year. */
import { Fraction } from "../fraction.ts";
import type { Carrier } from "./carriers.ts";
import type { Printed } from "./equal.ts";
import { co2PerUnit, tcePerUnit } from "./factors.ts";
import { error, type Said, warning } from "./findings.ts";
import type { Measured, UseEntry } from "./read.ts";
import { type Asserted, statedFor } from "./rows.ts";
import { type SeriesYear, settle } from "./series.ts";
import { type History, suspect } from "./suspect.ts";
import { overSites } from "./wholes.ts";

export interface Series {
	readonly site: string;
	readonly totalSite: boolean;
	readonly carrier: Carrier;
	readonly use: string;
	readonly origin: "bought" | "own" | null;
	readonly part: boolean;
	readonly lot: string;
	readonly measured: Measured;
	readonly energy: boolean;
	readonly perUnit: Fraction | null;
	readonly years: ReadonlyMap<number, SeriesYear>;
}

export interface Amount {
	readonly carrier: Carrier;
	readonly use: string;
	readonly origin: "bought" | "own" | null;
	readonly part: boolean;
	/** null: unknown */
	readonly printed: Printed | null;
	readonly perUnit: Fraction | null;
	readonly tcePerUnit: Fraction | null;
}

const keyOf = ({ site, carrier, use, name, lot, energy }: UseEntry): string =>
	JSON.stringify([site, carrier.id, use, name.origin, name.part, lot, energy]);

export const groupBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
	return [...groups.values()];
};

const amountsFor = (firm: string, year: number, asserted: Asserted): "to-date" | "monthly" | null =>
	statedFor(asserted, "energy", firm, year) ?? (asserted.form ? "to-date" : null);

/** The form is to date by its own rules; three months or more that do not grow contradict it. */
const againstForm = (series: SeriesYear, rows: readonly UseEntry[], stated: boolean): Said[] => {
	if (stated || series.covered.size < 3) return [];
	const order = [...rows].sort((a, b) => a.moment.last - b.moment.last);
	const first = order[0]?.printed.amount;
	const last = order[order.length - 1]?.printed.amount;
	if (first === undefined || last === undefined || rows.length < 3 || first.sign === 0) return [];
	const from = BigInt(order[0]?.moment.last ?? 1);
	const to = BigInt(order[order.length - 1]?.moment.last ?? 1);
	// (xk/x1 − 1) / (nk/n1 − 1) below a quarter, with nothing divided
	const rise = last.sub(first).mul(Fraction.of(from)).mul(Fraction.of(4n));
	return rise.compare(first.mul(Fraction.of(to - from))) < 0
		? [error(null, "the form is to date, these amounts are months")]
		: [];
};

export const seriesOf = (entries: readonly UseEntry[], asserted: Asserted): Series[] =>
	groupBy(entries, keyOf).map((rows): Series => {
		const [head] = rows;
		if (head === undefined) throw new Error("a series has rows");
		const perUnit = co2PerUnit(head.carrier, head.measured, head.energy, asserted);
		const years = groupBy(rows, ({ moment }) => String(moment.year)).map((own): [number, SeriesYear] => {
			const year = own[0]?.moment.year ?? 0;
			const amounts = amountsFor(head.firm, year, asserted);
			const asked = { addRepeats: asserted.addRepeats === true, amounts, perUnit };
			const settled = settle(own, asked);
			const stated = statedFor(asserted, "energy", head.firm, year) !== null;
			const against = asserted.form ? againstForm(settled, own, stated) : [];
			return [year, against.length === 0 ? settled : { ...settled, sum: null, findings: [...settled.findings, ...against] }];
		});
		return {
			site: head.site,
			totalSite: head.totalSite,
			carrier: head.carrier,
			use: head.use,
			origin: head.name.origin,
			part: head.name.part,
			lot: head.lot,
			measured: head.measured,
			energy: head.energy,
			perUnit,
			years: new Map(years),
		};
	});

/** What READING-TABLES 1 looks at: single months nobody declared, and years given whole. */
export const historyOf = (years: ReadonlyMap<number, SeriesYear>): History => ({
	months: new Map([...years].flatMap(([year, { months }]) => (months === null ? [] : [[year, months] as const]))),
	stated: new Map([...years].flatMap(([year, { stated }]) => (stated === null ? [] : [[year, stated] as const]))),
	wholes: new Map([...years].flatMap(([year, { whole }]) => (whole === null ? [] : [[year, whole] as const]))),
});

export interface Doubted {
	readonly year: number;
	readonly said: Said;
}

/** Asks every series and year; `output` joins as another series of the firm-year. */
export const suspectAll = (
	histories: readonly { readonly name: string; readonly history: History }[],
): (Doubted & { readonly name: string })[] =>
	histories.flatMap(({ name, history }) =>
		[...history.months.keys()].flatMap((year) => {
			const others = histories
				.filter((other) => other.name !== name)
				.flatMap((other) => {
					const months = other.history.months.get(year);
					return months === undefined ? [] : [months];
				});
			const { doubt, by } = suspect(history, year, others);
			if (doubt === "error") return [{ name, year, said: error("looks-to-date", `${name} by ${by}`) }];
			if (doubt === "warning") return [{ name, year, said: warning("may-be-to-date", name) }];
			return [];
		}),
	);

/** The amounts of one year, over sites. */
export const amountsOf = (series: readonly Series[], year: number): { readonly amounts: Amount[]; readonly said: Said[] } => {
	const said: Said[] = [];
	const inYear = series.flatMap((one) => {
		const settled = one.years.get(year);
		return settled === undefined ? [] : [{ one, settled }];
	});
	said.push(...inYear.flatMap(({ settled }) => settled.findings));
	const groups = groupBy(inYear, ({ one }) =>
		JSON.stringify([one.carrier.id, one.use, one.origin, one.part, one.lot, one.energy]),
	);
	const amounts = groups.map((group): Amount => {
		const [head] = group;
		if (head === undefined) throw new Error("a group has rows");
		const { carrier, use, origin, part, perUnit, measured, energy } = head.one;
		const known = { carrier, use, origin, part, perUnit, tcePerUnit: tcePerUnit(carrier, measured, energy) };
		if (group.some(({ settled }) => settled.sum === null)) return { ...known, printed: null };
		const rows = group.flatMap(({ one, settled }) =>
			settled.sum === null ? [] : [{ site: one.site, total: one.totalSite, printed: settled.sum }],
		);
		const over = overSites(rows, perUnit);
		said.push(...over.findings);
		return { ...known, printed: over.used };
	});
	return { amounts, said };
};
