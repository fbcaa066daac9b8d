/**
 * What stands beside total rows of a firm: the rows of a carrier for a use at a place, added up for each period. Made once for a
 * firm, since each of many totals may be asked about many rows.
 */
import { obtain } from "../domain/obtain.ts";
import { fromCode } from "../domain/period.ts";
import { type Exact, sum, zero } from "../exact/exact.ts";
import { plus, type Ratio } from "../exact/ratio.ts";
import { isTotalWord } from "../reference/words.ts";
import type { Entry } from "./entry.ts";
import { type EnergySeries, type FirmRecord, type OutputSeries, type Series, unknownPeriod } from "./ledger.ts";
import { slackOf } from "./printed.ts";
import type { FactRules } from "./year-draft.ts";

/** Rows of one period added up. */
export interface Beside {
	readonly amount: Exact;
	/** The unit that all are held in; undefined where there are several, or where some row is contradicted. */
	readonly unit: string | undefined;
	/** How far a sum may be from theirs and still agree. */
	readonly slack: () => Ratio;
}

/** Rows of a carrier for a use at a place, or of an indicator. */
class Group {
	/** Of the carrier in the seeds, or of the indicator. */
	readonly id: string;
	private readonly years = new Set<number>();
	private readonly entries = new Map<number, Entry[]>();
	private readonly known = new Map<number, Beside>();

	constructor(id: string) {
		this.id = id;
	}

	add({ entries, days, toDate }: Series): void {
		for (const [period, entry] of entries) obtain(this.entries, period, () => []).push(entry);
		for (const codes of [entries.keys(), toDate?.keys() ?? [], [...(days?.values() ?? [])].map(({ month }) => month)])
			for (const value of codes) this.years.add(fromCode(value).year);
	}

	/** Whether there are rows of the year of a total; of any year where the total says none. */
	hasYearOf(total: number): boolean {
		return total === unknownPeriod ? this.years.size > 0 : this.years.has(fromCode(total).year);
	}

	at(period: number): Beside | undefined {
		const rows = this.entries.get(period);
		return rows && obtain(this.known, period, () => addedUp(rows));
	}
}

function addedUp(rows: readonly Entry[]): Beside {
	const unit = (rows[0] as Entry).unit;
	const one = rows.every((entry) => entry.unit === unit && entry.others.length === 0);
	let slack: Ratio | undefined;
	return {
		amount: one ? rows.reduce((all, { amount }) => sum(all, amount), zero) : zero,
		unit: one ? unit : undefined,
		slack: () => {
			slack ??= slackOf(rows);
			return slack;
		},
	};
}

/** Several as one; undefined where there are none. */
export function together(parts: readonly Beside[]): Beside | undefined {
	const [first] = parts;
	if (first === undefined || parts.length === 1) return first;
	const one = parts.every(({ unit }) => unit === first.unit);
	return {
		amount: one ? parts.reduce((all, { amount }) => sum(all, amount), zero) : zero,
		unit: one ? first.unit : undefined,
		slack: () => parts.map(({ slack }) => slack()).reduce(plus),
	};
}

const anySite = "\u001fany";

export interface BesideTotals {
	/** Rows that a total of energy can be of: of its carrier or of kinds of it, for its use, at its place. */
	readonly of: (total: EnergySeries) => readonly Group[];
	/** Rows of use of some carriers, wherever. */
	readonly used: (ids: readonly string[], total: EnergySeries) => readonly Group[];
	/** Rows that a total of output can be of, at whatever prices. */
	readonly made: (total: OutputSeries) => Group | undefined;
}

export function besideTotals({ energy, supplies, output }: FirmRecord, rules: FactRules): BesideTotals {
	const [rows, more] = [new Map<string, Group>(), new Map<string, Group>()];
	const nameOf = (id: string, use: string, site: string): string => `${id}\u001f${use}\u001f${site}`;
	for (const [groups, all] of [
		[rows, energy],
		[more, supplies],
	] as const)
		for (const series of all.values()) {
			const id = rules.idOf(series.carrier);
			for (const site of [series.site, anySite]) obtain(groups, nameOf(id, series.use, site), () => new Group(id)).add(series);
		}
	const made = new Map<string, Group>();
	const madeName = ({ indicator, product }: OutputSeries): string => `${indicator}\u001f${product}`;
	for (const series of output.values()) obtain(made, madeName(series), () => new Group(series.indicator)).add(series);
	return {
		of: ({ carrier, use, site }) => {
			const sites = site === "" || isTotalWord(site) ? [anySite] : [site, ""];
			const names = [...new Set([rules.idOf(carrier), ...rules.kindsOf(carrier)])].flatMap((id) =>
				sites.map((one) => nameOf(id, use, one)),
			);
			return [rows, more].flatMap((groups) => names.flatMap((name) => groups.get(name) ?? []));
		},
		used: (ids, { use }) => ids.flatMap((id) => rows.get(nameOf(id, use, anySite)) ?? []),
		made: (total) => made.get(madeName(total)),
	};
}
