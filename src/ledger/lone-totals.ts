/**
 * Rows that are totals by their own word (合计, 全年): what nothing else of the firm explains is the amount itself. Asked when all
 * tables are joined, so that it does not matter in which file a total and its rows stand.
 * Source: the reading rules of this tool, table 8, rule 1.
 */
import { code, fromCode, months, type Period, write } from "../domain/period.ts";
import { compare, difference, sign } from "../exact/exact.ts";
import { plus } from "../exact/ratio.ts";
import { type Finding, finding, remark, type Subject } from "../findings/finding.ts";
import { amountLike, amountOf } from "./amounts.ts";
import { type Beside, type BesideTotals, besideTotals, together } from "./beside-totals.ts";
import { type Entry, placeOf } from "./entry.ts";
import { type EnergySeries, type FirmRecord, type Mark, type OutputSeries, unknownPeriod } from "./ledger.ts";
import { agreeWithin, slackOf } from "./printed.ts";
import type { FactRules } from "./year-draft.ts";

interface Promoted {
	readonly energy: Map<string, EnergySeries>;
	readonly output: Map<string, OutputSeries>;
	readonly marks: Map<string, Mark>;
}

/** The record with its lone totals among the rows that count; the record itself where it has none. */
export function withLoneTotals(record: FirmRecord, rules: FactRules, findings: Finding[]): FirmRecord {
	const { totals } = record;
	if (totals.energy.size + totals.output.size === 0) return record;
	const made: Promoted = { energy: new Map(record.energy), output: new Map(record.output), marks: new Map(record.marks) };
	const covered = coveredYears(record);
	const beside = besideTotals(record, rules);
	for (const [name, series] of totals.energy) {
		const alike = beside.of(series);
		const what: Subject = { of: "carrier", carrier: series.carrier, use: series.use };
		for (const [value, entry] of series.entries) {
			if (sign(entry.amount) === 0) continue;
			if (alike.some((group) => group.hasYearOf(value))) {
				compareTotal(record.firm, what, series, value, entry, beside, made.marks, rules, findings);
				continue;
			}
			if (rules.isTotal(series.carrier)) {
				findings.push(
					finding(remark("unknown-carrier", { near: [], meant: "" }), placeOf(entry), record.firm, periodText(value)),
				);
				markYear(made.marks, value, "any");
				continue;
			}
			const period = periodOf(value, covered);
			if (period === undefined) missingPeriod(record.firm, entry, made.marks, rules.partOf(series.carrier, series.use), findings);
			else {
				made.energy.set(`${name}\u001ftotal`, added(made.energy.get(`${name}\u001ftotal`) ?? series, period, entry, series));
				reportCounted(record.firm, what, period, entry, findings);
			}
		}
	}
	for (const [name, series] of totals.output) {
		const { indicator, prices, product } = series;
		for (const [value, entry] of series.entries) {
			if (beside.made(series)?.hasYearOf(value)) continue;
			const asked = indicator === rules.indicator && product === rules.product;
			const period = periodOf(value, covered);
			if (period === undefined) {
				if (asked) missingPeriod(record.firm, entry, made.marks, "output", findings);
				continue;
			}
			made.output.set(`${name}\u001ftotal`, added(made.output.get(`${name}\u001ftotal`) ?? series, period, entry, series));
			if (asked) reportCounted(record.firm, { of: "indicator", indicator, prices }, period, entry, findings);
		}
	}
	return { ...record, ...made };
}

/**
 * A total beside rows of its own period. One of several fuels that is more than all of them holds a fuel that nobody names; any
 * other difference is reported and changes nothing.
 */
function compareTotal(
	firm: string,
	what: Subject,
	series: EnergySeries,
	period: number,
	total: Entry,
	beside: BesideTotals,
	marks: Map<string, Mark>,
	rules: FactRules,
	findings: Finding[],
): void {
	const alike = beside.of(series);
	const rows = together(alike.flatMap((group) => group.at(period) ?? []));
	if (rows?.unit !== total.unit || total.others.length > 0) return;
	const agrees = ({ amount, slack }: Beside): boolean => agreeWithin(total.amount, amount, () => plus(slackOf([total]), slack()));
	if (agrees(rows)) return;
	const several = rules.isTotal(series.carrier);
	const more = compare(total.amount, rows.amount) > 0;
	const about = { printed: amountOf(total), summed: amountLike(rows.amount, total) };
	if (!several || !more) {
		findings.push(finding(remark("total-differs", { what, ...about }), placeOf(total), firm, String(fromCode(period).year)));
		return;
	}
	// Coke is a coal to some and none to others.
	const cokes = beside.used(madeOfCoal, series).flatMap((group) => group.at(period) ?? []);
	const withCokes = together([rows, ...cokes]);
	if (series.carrier === "total-coal" && withCokes?.unit === total.unit && agrees(withCokes)) return;
	const rest = amountLike(difference(total.amount, rows.amount), total);
	const kinds = [...new Set(alike.filter((group) => group.at(period) !== undefined).map(({ id }) => id))];
	findings.push(
		finding(
			remark("kinds-against-parent", {
				...{ what, kinds, parts: [], more: false },
				...{ given: about.printed, together: about.summed, difference: rest, name: total.from.total ?? "" },
			}),
			placeOf(total),
			firm,
			String(fromCode(period).year),
		),
	);
	markYear(marks, period, "any");
}

const madeOfCoal: readonly string[] = ["coke", "semi-coke", "gas-coke"];

/** A series of nothing but what is promoted. */
function added<S extends EnergySeries | OutputSeries>(there: S, period: Period, entry: Entry, original: S): S {
	const entries = there === original ? new Map<number, Entry>() : there.entries;
	entries.set(code(period), entry);
	return { ...there, entries };
}

/** Which months of each year the firm has any row of. */
function coveredYears({ energy, output, supplies }: FirmRecord): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	for (const { entries, days, toDate } of [...energy.values(), ...supplies.values(), ...output.values()])
		for (const value of [
			...entries.keys(),
			...(toDate?.keys() ?? []),
			...[...(days?.values() ?? [])].map(({ month }) => month),
		]) {
			const period = fromCode(value);
			found.set(period.year, (found.get(period.year) ?? 0) | months(period));
		}
	return found;
}

/**
 * What a total is of: its own period; of a year without months those that the firm has rows of; without a year the only one that
 * there is. Undefined where nobody can say.
 */
function periodOf(total: number, covered: ReadonlyMap<number, number>): Period | undefined {
	if (total !== unknownPeriod && fromCode(total).from > 0) return fromCode(total);
	const [only, ...others] = covered.keys();
	const year = total === unknownPeriod ? (others.length > 0 ? undefined : only) : fromCode(total).year;
	if (year === undefined) return undefined;
	const mask = covered.get(year) ?? 0;
	if (mask === 0) return { year, from: 1, to: 12 };
	const given = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => (mask & months({ from: month, to: month })) !== 0);
	const span = { year, from: given[0] as number, to: given[given.length - 1] as number };
	// With a hole in it nobody knows whether the total has the months of the hole.
	return months(span) === mask ? span : undefined;
}

function missingPeriod(firm: string, entry: Entry, marks: Map<string, Mark>, what: Mark["what"], findings: Finding[]): void {
	findings.push(finding(remark("missing-cell", { what: "period" }), placeOf(entry), firm));
	marks.set(`|${what}`, { year: null, what });
}

function markYear(marks: Map<string, Mark>, total: number, what: Mark["what"]): void {
	const year = total === unknownPeriod ? null : fromCode(total).year;
	marks.set(`${year ?? ""}|${what}`, { year, what });
}

function reportCounted(firm: string, what: Subject, period: Period, entry: Entry, findings: Finding[]): void {
	findings.push(finding(remark("total-counted", { what, word: entry.from.total ?? "" }), placeOf(entry), firm, write(period)));
}

function periodText(total: number): string {
	return total === unknownPeriod ? "" : String(fromCode(total).year);
}
