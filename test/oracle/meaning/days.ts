/** Days of a month add up: READING-TABLES 3, case by case in its order. */
import { Fraction } from "../fraction.ts";
import { agree, type Printed, sumOf } from "./equal.ts";
import { error, note, type Said, warning } from "./findings.ts";

/** A row whose period has a day. */
export interface DayRow {
	readonly month: number;
	readonly day: number;
	readonly time: string;
	readonly printed: Printed;
	/** cells that name a delivery: 车号, 单号, 批次, 票号 */
	readonly delivery: string;
	/** all other cells but the note */
	readonly others: string;
}

/** One month of a series and what is known of it. */
export interface MonthGiven {
	readonly month: number;
	/** the month itself, where a row names it */
	readonly own: Printed | null;
	readonly days: readonly DayRow[];
}

export interface MonthSum {
	readonly printed: Printed | null;
	readonly findings: readonly Said[];
}

const groups = (rows: readonly DayRow[]): DayRow[][] => {
	const found = new Map<string, DayRow[]>();
	for (const row of rows) {
		const key = `${row.day} ${row.time}`;
		found.set(key, [...(found.get(key) ?? []), row]);
	}
	return [...found.values()];
};

interface Kept {
	readonly rows: readonly DayRow[];
	readonly findings: readonly Said[];
}

/** Rows of the same day and time: copies, loads, or a conflict. */
const sameMoment = (rows: readonly DayRow[], addRepeats: boolean): Kept => {
	const [head] = rows;
	if (head === undefined || rows.length === 1 || addRepeats) return { rows, findings: [] };
	if (!rows.every(({ printed }) => printed.amount.equals(head.printed.amount))) {
		return { rows: [], findings: [error("conflicting-entries", "one day, other amounts")] };
	}
	if (copies(rows)) return { rows: [head], findings: [warning("repeated-entry", "one day, all cells equal")] };
	if (new Set(rows.map(({ delivery }) => delivery)).size === rows.length) return { rows, findings: [] };
	return { rows: [], findings: [error("conflicting-entries", "one day, equal amounts, other cells")] };
};

const copies = (rows: readonly DayRow[]): boolean =>
	new Set(rows.map(({ delivery, others }) => `${delivery}|${others}`)).size === 1;

/** Ends of months: the first day, and a day from the 28th on. */
const stampedTwice = ({ own, days }: MonthGiven): boolean => {
	const [a, b] = [...days].sort((x, y) => x.day - y.day);
	if (own !== null || days.length !== 2 || a === undefined || b === undefined) return false;
	return a.day === 1 && b.day >= 28 && a.printed.amount.equals(b.printed.amount);
};

const inOrder = (days: readonly DayRow[]): DayRow[] =>
	[...days].sort((a, b) => a.day - b.day || (a.time.padStart(5, "0") < b.time.padStart(5, "0") ? -1 : 1));

/** Five days or more whose amounts never fall, and rise in all. */
const climbs = ({ days }: MonthGiven): boolean => {
	const order = inOrder(days).map(({ printed }) => printed.amount);
	const head = order[0] ?? Fraction.of(0n);
	const tail = order[order.length - 1] ?? head;
	if (new Set(days.map(({ day }) => day)).size < 5) return false;
	return order.every((amount, index) => amount.compare(order[index - 1] ?? amount) >= 0) && tail.compare(head) > 0;
};

const monthSum = ({ own, days }: MonthGiven, addRepeats: boolean): MonthSum & { readonly added: boolean } => {
	const kept = groups(days).map((rows) => sameMoment(rows, addRepeats));
	const findings = kept.flatMap((group) => group.findings);
	if (findings.some(({ gravity }) => gravity === "E")) return { printed: null, findings, added: false };
	const rows = kept.flatMap((group) => group.rows);
	if (rows.length === 0) return { printed: own, findings, added: false };
	const sum = sumOf(rows.map(({ printed }) => printed));
	const added = rows.length > 1;
	if (own === null) return { printed: sum, findings, added };
	if (agree(own, sum)) {
		return { printed: rows.length > 1 ? sum : own, findings: [...findings, note("whole-equals-parts", "month and days")], added };
	}
	if (sum.amount.compare(own.amount) > 0) {
		return { printed: null, findings: [...findings, error("whole-against-parts", "days above their month")], added };
	}
	return { printed: own, findings: [...findings, warning("whole-and-parts", "days below their month")], added };
};

export interface DaysAdded {
	/** null: that month has no figure */
	readonly months: ReadonlyMap<number, Printed | null>;
	readonly findings: readonly Said[];
}

/** The months of one series and year, where at least one row has a day. */
export const addDays = (months: readonly MonthGiven[], addRepeats: boolean): DaysAdded => {
	const none = new Map(months.map(({ month }) => [month, null]));
	if (months.every(stampedTwice)) {
		return { months: none, findings: [error("conflicting-entries", "every month on its first and its last day")] };
	}
	if (months.filter(climbs).length >= 3) {
		return { months: none, findings: [error("looks-like-readings", "days that only rise")] };
	}
	const sums = months.map((given) => ({ month: given.month, ...monthSum(given, addRepeats) }));
	const added = sums.filter((sum) => sum.added).length;
	return {
		months: new Map(sums.map(({ month, printed }) => [month, printed])),
		findings: [
			...sums.flatMap(({ findings }) => findings),
			...(added > 0 ? [warning("days-added", `${months.flatMap(({ days }) => days).length} rows of days`)] : []),
		],
	};
};
