/** One series of one year: what its rows, of whatever length, add up to. */
import type { Fraction } from "../fraction.ts";
import { type Moment, monthsOf } from "./calendar.ts";
import { addDays, type DayRow } from "./days.ts";
import { besideMonths, nested, overlapping, takeApart } from "./declared.ts";
import { agree, differenceOf, type Printed, sumOf } from "./equal.ts";
import { error, hasError, note, type Said, warning } from "./findings.ts";

export interface Given {
	readonly moment: Moment;
	readonly printed: Printed;
	readonly delivery: string;
	readonly others: string;
}

export interface Asked {
	readonly addRepeats: boolean;
	/** what --amounts, or the form, says of single months */
	readonly amounts: "to-date" | "monthly" | null;
	/** t CO2 of one base unit, for weights; null where none is known */
	readonly perUnit: Fraction | null;
}

export interface SeriesYear {
	readonly sum: Printed | null;
	readonly covered: ReadonlySet<number>;
	/** single months that nobody declared: READING-TABLES 1 asks about them */
	readonly months: ReadonlyMap<number, Fraction> | null;
	/** months of a year that somebody declared */
	readonly stated: ReadonlyMap<number, Fraction> | null;
	/** the year where it is given whole, by itself or by spans that fill it */
	readonly whole: Fraction | null;
	readonly findings: readonly Said[];
}

interface Once {
	readonly given: readonly Given[];
	readonly findings: readonly Said[];
}

const weigh = (amount: Fraction, { perUnit }: Asked): Fraction | undefined =>
	perUnit === null ? undefined : amount.abs().mul(perUnit);

const spread = (given: readonly Given[]): Fraction => {
	const order = given.map(({ printed }) => printed.amount).sort((a, b) => a.compare(b));
	const [low] = order;
	const high = order[order.length - 1];
	if (low === undefined || high === undefined) throw new Error("no amounts, no spread");
	return high.sub(low);
};

/** Rows of one period: counted once where they agree, a conflict where they do not, added where that is asserted. */
const once = (rows: readonly Given[], asked: Asked): Once => {
	const groups = new Map<string, Given[]>();
	for (const row of rows) {
		const key = `${row.moment.first}-${row.moment.last} ${row.moment.toDate}`;
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const findings: Said[] = [];
	const given = [...groups.values()].flatMap((group): Given[] => {
		const [head] = group;
		if (head === undefined || group.length === 1) return group;
		if (asked.addRepeats) return [{ ...head, printed: sumOf(group.map(({ printed }) => printed)) }];
		const apart = spread(group);
		if (apart.sign === 0) findings.push(warning("repeated-entry", "one key, one amount"));
		else findings.push(error("conflicting-entries", "one key, other amounts", weigh(apart, asked)));
		return [head];
	});
	return { given, findings };
};

const dayRow = ({ moment, printed, delivery, others }: Given): DayRow => ({
	month: moment.first,
	day: moment.day ?? 1,
	time: moment.time,
	printed,
	delivery,
	others,
});

const isMonth = ({ moment }: Given): boolean => moment.grain === "month" && !moment.toDate;
const isWhole = ({ moment }: Given): boolean => moment.grain === "year" && !moment.toDate;
const isSpan = ({ moment }: Given): boolean => (moment.grain === "span" || moment.grain === "quarter") && !moment.toDate;

interface Months {
	readonly amounts: Map<number, Printed>;
	readonly failed: boolean;
	readonly findings: readonly Said[];
}

const monthsFrom = (days: readonly Given[], months: readonly Given[], addRepeats: boolean): Months => {
	const own = new Map(months.map(({ moment, printed }) => [moment.first, printed]));
	if (days.length === 0) return { amounts: own, failed: false, findings: [] };
	const all = [...new Set([...days, ...months].map(({ moment }) => moment.first))].sort((a, b) => a - b);
	const given = all.map((month) => ({
		month,
		own: own.get(month) ?? null,
		days: days.filter(({ moment }) => moment.first === month).map(dayRow),
	}));
	const added = addDays(given, addRepeats);
	const known = [...added.months].flatMap(([month, printed]) => (printed === null ? [] : [[month, printed] as const]));
	return { amounts: new Map(known), failed: known.length < all.length, findings: added.findings };
};

interface Parts {
	/** what is known of single months */
	readonly single?: ReadonlyMap<number, Printed>;
	readonly sum: Printed | null;
	readonly covered: ReadonlySet<number>;
	readonly findings: readonly Said[];
}

/** Spans beside months and beside each other. */
const spansAndMonths = (spans: readonly Given[], months: ReadonlyMap<number, Printed>, asked: Asked): Parts => {
	const covered = new Set([...months.keys(), ...spans.flatMap(({ moment }) => monthsOf(moment))]);
	if (overlapping(spans.map(({ moment }) => moment))) {
		return { sum: null, covered, findings: [error("overlapping-periods", "spans that overlap")] };
	}
	const findings: Said[] = [];
	const used: Printed[] = [];
	const inSpans = new Set<number>();
	for (const { moment, printed } of spans) {
		const inside = monthsOf(moment);
		for (const month of inside) inSpans.add(month);
		const known = inside.map((month) => months.get(month)).filter((part) => part !== undefined);
		if (known.length === 0) used.push(printed);
		else if (known.length < inside.length) findings.push(error("overlapping-periods", "months that do not fill their span"));
		else {
			const sum = sumOf(known);
			used.push(sum);
			if (agree(printed, sum)) findings.push(note("whole-equals-parts", "a span and its months"));
			else
				findings.push(error("whole-against-parts", "a span against its months", weigh(differenceOf(printed, sum).amount, asked)));
		}
	}
	used.push(...[...months].filter(([month]) => !inSpans.has(month)).map(([, printed]) => printed));
	return { sum: hasError(findings) ? null : sumOf(used), covered, findings };
};

/** The year itself beside what is given of its parts. */
const besideWhole = (whole: Printed | null, parts: Parts, asked: Asked): Parts => {
	if (whole === null) return parts;
	const covered = new Set(monthsOf({ first: 1, last: 12 }));
	if (parts.covered.size === 0) return { sum: whole, covered, findings: [] };
	if (parts.sum === null) return { ...parts, covered };
	if (parts.covered.size < 12) {
		return { sum: whole, covered, findings: [...parts.findings, warning("whole-and-parts", "a year and some of its parts")] };
	}
	if (agree(whole, parts.sum)) {
		return { sum: parts.sum, covered, findings: [...parts.findings, note("whole-equals-parts", "a year and its parts")] };
	}
	const apart = weigh(differenceOf(whole, parts.sum).amount, asked);
	return { sum: null, covered, findings: [...parts.findings, error("whole-against-parts", "a year against its parts", apart)] };
};

const toDateOf = (given: Given): Given => ({
	...given,
	moment: { ...given.moment, first: 1, grain: "span", toDate: true },
});

const declaredParts = (toDate: readonly Given[], months: ReadonlyMap<number, Printed>): Parts => {
	const declared = besideMonths(takeApart(toDate), months);
	const covered = new Set(declared.stretches.flatMap((stretch) => monthsOf(stretch)));
	const single = declared.stretches.flatMap(({ first, last, printed }) =>
		first === last && printed !== null ? [[first, printed] as const] : [],
	);
	return { sum: declared.sum, covered, findings: declared.findings, single: new Map([...single, ...months]) };
};

/** All rows of one series and year. */
export const settle = (rows: readonly Given[], asked: Asked): SeriesYear => {
	const days = rows.filter(({ moment }) => moment.grain === "day");
	const { given, findings } = once(
		rows.filter(({ moment }) => moment.grain !== "day"),
		asked,
	);
	const wholesGiven = given.filter(isWhole);
	const months = monthsFrom(days, given.filter(isMonth), asked.addRepeats);
	const spans = given.filter(isSpan);
	const stated = asked.amounts === "to-date";
	const single = stated
		? [...months.amounts].map(([month, printed]) =>
				toDateOf({
					moment: { year: 0, first: month, last: month, grain: "month", day: null, time: "", toDate: false },
					printed,
					delivery: "",
					others: "",
				}),
			)
		: [];
	const isNested = nested(spans.map(({ moment }) => moment));
	// The year is the last of spans that all begin in January.
	const asSpans = stated || isNested ? [...spans, ...(isNested ? wholesGiven : [])] : [];
	const toDate = [...given.filter(({ moment }) => moment.toDate), ...single, ...asSpans.map(toDateOf)];
	const beside = stated ? new Map<number, Printed>() : months.amounts;
	const parts = toDate.length > 0 ? declaredParts(toDate, beside) : spansAndMonths(spans, beside, asked);
	const wholes = isNested ? [] : wholesGiven;
	const [whole] = wholes;
	const year = besideWhole(whole?.printed ?? null, parts, asked);
	const all = [...findings, ...months.findings, ...year.findings];
	const failed = hasError(all) || months.failed;
	const plain = !failed && toDate.length === 0 && spans.length === 0 && wholes.length === 0 && months.amounts.size > 0;
	const byMonth = parts.single ?? beside;
	const filled = year.sum !== null && year.covered.size === 12 && byMonth.size < 12 ? year.sum.amount : null;
	const covered = new Set([...year.covered, ...days.map(({ moment }) => moment.first)]);
	return {
		sum: failed ? null : year.sum,
		covered,
		months: plain && asked.amounts === null ? new Map([...months.amounts].map(([m, p]) => [m, p.amount])) : null,
		stated: failed || (plain && asked.amounts === null) ? null : new Map([...byMonth].map(([m, p]) => [m, p.amount])),
		whole: failed ? null : (whole?.printed.amount ?? filled),
		findings: all,
	};
};
