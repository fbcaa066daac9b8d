/** Two reports whose tables are not there: their figures side by side, each carrier of a year with what it does to the total. */
import type { ChangeEffectOutput, RowChangeOutput, YearChangeOutput, YearFiguresOutput } from "../contract/diff.ts";
import type { Decimal, Report, ReportCarrier, ReportYear } from "../contract/report.ts";
import { byCodeUnit } from "../domain/order.ts";
import { difference, fromPlainText, sum, toText, zero } from "../exact/exact.ts";

type Figures = Readonly<Record<string, Decimal>>;

/** The firm-years of a report by `year|firm`. */
export function filedYears({ firms }: Pick<Report, "firms">): Map<string, YearFiguresOutput> {
	return new Map([...yearsOf({ firms })].map(([name, { one }]) => [name, figuresIn(one)]));
}

/** What differs, carrier by carrier, from the figures as they are written; in order of firm and year. */
export function diffOfReports(
	old: Report,
	now: Report,
	intensityUnit: string,
): { readonly changes: readonly RowChangeOutput[]; readonly years: readonly YearChangeOutput[] } {
	const [a, b] = [yearsOf(old), yearsOf(now)];
	const names = [...new Set([...a.keys(), ...b.keys()])];
	const changes: RowChangeOutput[] = [];
	const years: YearChangeOutput[] = [];
	const inOrder = names
		.map((name) => ({ name, was: a.get(name), is: b.get(name) }))
		.map((each) => ({ ...each, ...((each.is ?? each.was) as Owned) }))
		.sort((x, y) => byCodeUnit(x.firm, y.firm) || x.one.year - y.one.year);
	for (const { firm, one, was, is } of inOrder) {
		const about = { firm, year: one.year, intensityUnit };
		const lines = linesOf(was?.one, is?.one, about);
		changes.push(...lines);
		years.push(yearOf(about, was?.one, is?.one, lines));
	}
	return { changes, years };
}

interface Owned {
	readonly firm: string;
	readonly one: ReportYear;
}

function yearsOf({ firms }: Pick<Report, "firms">): Map<string, Owned> {
	return new Map(firms.flatMap(({ firm, years }) => years.map((one) => [`${one.year}|${firm}`, { firm, one }] as const)));
}

interface About {
	readonly firm: string;
	readonly year: number;
	readonly intensityUnit: string;
}

function linesOf(was: ReportYear | undefined, is: ReportYear | undefined, about: About): RowChangeOutput[] {
	const named = (one: ReportYear | undefined): Map<string, ReportCarrier> =>
		// One carrier may have several lines, each with its own measured values: they are known by their order.
		new Map(
			one?.carriers.map((line, at, all) => [
				`${nameOf(line)}|${all.slice(0, at).filter((other) => nameOf(other) === nameOf(line)).length}`,
				line,
			]) ?? [],
		);
	const [a, b] = [named(was), named(is)];
	const lines = [...new Set([...a.keys(), ...b.keys()])].flatMap((name): RowChangeOutput[] => {
		const [x, y] = [a.get(name), b.get(name)];
		const { carrier, use } = (y ?? x) as ReportCarrier;
		const cells = cellsBetween(lineFigures(x), lineFigures(y));
		if (cells.length === 0) return [];
		const tonnes = less(y === undefined ? "0" : y.co2, x === undefined ? "0" : x.co2);
		return [changeOf(about, { carrier, use, indicator: null }, whichOf(x, y), cells, tonnes)];
	});
	const output = cellsBetween(outputFigures(was), outputFigures(is));
	const denominator =
		output.length === 0
			? []
			: [changeOf(about, { carrier: null, use: null, indicator: "output" }, whichOf(was, is), output, "0")];
	return [...lines, ...denominator];
}

const nameOf = ({ carrier, use, unit }: ReportCarrier): string => `${carrier}|${use}|${unit}`;

function lineFigures(line: ReportCarrier | undefined): Figures {
	if (line === undefined) return {};
	return {
		quantity: line.quantity,
		co2: line.co2,
		tce: line.tce,
		factor: line.factor === null ? null : JSON.stringify(line.factor),
	};
}

function outputFigures(one: ReportYear | undefined): Figures {
	return one === undefined ? {} : { output: one.output.value, prices: one.output.prices };
}

function cellsBetween(a: Figures, b: Figures): RowChangeOutput["cells"] {
	return [...new Set([...Object.keys(b), ...Object.keys(a)])].flatMap((column) => {
		const [old, now] = [a[column] ?? null, b[column] ?? null];
		return old === now ? [] : [{ column, old, new: now }];
	});
}

function whichOf(x: object | undefined, y: object | undefined): RowChangeOutput["change"] {
	return x === undefined ? "added" : y === undefined ? "removed" : "changed";
}

function changeOf(
	{ firm, year, intensityUnit }: About,
	key: Pick<RowChangeOutput, "carrier" | "use" | "indicator">,
	change: RowChangeOutput["change"],
	cells: RowChangeOutput["cells"],
	tonnes: Decimal,
): RowChangeOutput {
	const effect: ChangeEffectOutput = {
		...{ year, how: "as-filed", tonnes, intensity: null, intensityUnit, oldVerdict: null, newVerdict: null },
	};
	return {
		...{ kind: "figure", firm, site: null, period: String(year), carrier: key.carrier, use: key.use },
		...{ indicator: key.indicator, product: null, change, cells, old: null, new: null, answers: [], effects: [effect] },
	};
}

function yearOf(
	{ firm, year }: About,
	was: ReportYear | undefined,
	is: ReportYear | undefined,
	lines: readonly RowChangeOutput[],
): YearChangeOutput {
	const [old, now] = [was, is].map((one) => (one === undefined ? null : figuresIn(one))) as [
		YearFiguresOutput | null,
		YearFiguresOutput | null,
	];
	const tonnes = old === null || now === null ? null : less(now.tonnes, old.tonnes);
	const explained = lines.reduce<Decimal>((all, { effects: [effect] }) => added(all, effect?.tonnes ?? null), "0");
	const samePrices = was?.output.prices === is?.output.prices;
	return {
		...{ firm, year, oldFiled: old, old, new: now, newFiled: now, tonnes },
		intensity: old === null || now === null || !samePrices ? null : less(now.intensity, old.intensity),
		explainedTonnes: explained,
		explainedIntensity: null,
		optionsTonnes: "0",
		remainderTonnes: less(tonnes, explained),
		remainderIntensity: null,
	};
}

function figuresIn({ emissions, intensity, verdict }: ReportYear): YearFiguresOutput {
	return { tonnes: emissions.total, intensity: intensity.value, verdict: verdict?.word ?? null };
}

/** Of written figures; null where either is unknown. */
function less(a: Decimal, b: Decimal): Decimal {
	return a === null || b === null ? null : toText(difference(fromPlainText(a), fromPlainText(b)));
}

function added(a: Decimal, b: Decimal): Decimal {
	return a === null || b === null ? null : toText(sum(sum(zero, fromPlainText(a)), fromPlainText(b)));
}
