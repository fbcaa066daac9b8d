/**
 * M-311: the months of one year stand a row too high or too low: beside what moves with them in the month after, or before, they scatter as
 * the firm's other years do, and in their own month they do not. A works that is billed a month late is so in every year, and nothing is
 * wrong with it.
 */
import { obtain } from "../../domain/obtain.ts";
import { fromExact, type Ratio } from "../../exact/ratio.ts";
import { finding, remark, type Subject } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { countLimit, entryOf, impactOf, monthName, subjectOf } from "../asking.ts";
import { clearsShifts, shiftBounds } from "../clear/shifts.ts";
import { outputTrack, type Track, trackOf } from "../guides.ts";
import { once } from "../once.ts";
import { type Rows, roughShifts, rowsOf } from "../rough-shifts.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const shiftedRows: FirmRule = {
	id: "M-311",
	code: "shifted-rows",
	clears: clearsShifts,
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		const long = (track: Track | undefined): boolean =>
			track !== undefined && track.at.length >= countLimit(one.limit, "season-months");
		const tracks = one.series.map(trackOf);
		if (!tracks.some(long)) return notChecked("too-few-months");
		if (tracks.length === 1 && one.output === undefined) return notChecked("no-output");
		return answer(shifts(one).map((shift) => suspicionOf(one, shift)));
	},
};

/** What is given month by month: a carrier, or the output. */
interface Line {
	readonly series: Series | undefined;
	readonly track: Track;
}

interface Shift {
	readonly line: Line;
	readonly year: number;
	/** Its months hold the amounts of the month after (1) or before (-1). */
	readonly by: 1 | -1;
	/** How many of the others say so. */
	readonly said: number;
}

/**
 * So many times as much must the scatter be in the wrong month, of this year and of the others; after the rows are moved back, the year
 * scatters at most so many times as the others do.
 */
const { apart, usuallyApart, likeOthers } = shiftBounds;
/** Where there is only one other to say so: of two noisy histories one such year is found by chance. */
const apartAlone = 6;
/** Of one year, so many months must be there. */
const fewest = 10;

const made = once<FirmCase, readonly Shift[]>();

/** Months of a history that stand in other rows, by their places. */
export function monthsOfShifts(one: FirmCase, series: Series): number[] {
	return shifts(one).flatMap(({ line, year }) =>
		line.series === series ? [...series.steps.keys()].filter((index) => series.steps[index]?.year === year) : [],
	);
}

function shifts(one: FirmCase): readonly Shift[] {
	let found = made.get(one);
	if (found === undefined) {
		found = find(one);
		made.set(one, found);
	}
	return found;
}

function find(one: FirmCase): Shift[] {
	const output = outputTrack(one);
	const lines: Line[] = [
		...one.series.filter(({ use }) => use === "consumed").map((series) => ({ series, track: trackOf(series) })),
		...(output === undefined ? [] : [{ series: undefined, track: output }]),
	];
	const rows = lines.map(({ track }) => rowsOf(track));
	const found = lines.flatMap((line, nr) => {
		const own = rows[nr] as Rows;
		const others = rows.filter((_, other) => isOther(line, lines[other] as Line));
		const may = roughShifts(own, others, { apart, usuallyApart, likeOthers, fewest });
		return own.years.flatMap((year, place) =>
			([1, -1] as const).flatMap((by) => (may(place, by) ? (shiftOf(line, year, by, lines) ?? []) : [])),
		);
	});
	// Of a carrier and the output that are shifted against each other, most of the others tell which it is; else it is the carrier.
	return yearsAmong(found).flatMap((year) => {
		const its = found.filter((shift) => shift.year === year);
		const most = Math.max(...its.map(({ said }) => said));
		const best = its.filter(({ said }) => said === most);
		return best.length > 1 && best.some(({ line }) => line.series !== undefined)
			? best.filter(({ line }) => line.series !== undefined).slice(0, 1)
			: best.slice(0, 1);
	});
}

const yearsAmong = (some: readonly Shift[]): number[] => [...new Set(some.map(({ year }) => year))].sort((a, b) => a - b);

function isOther(line: Line, { series }: Line): boolean {
	return series?.carrier !== line.series?.carrier;
}

function shiftOf(line: Line, year: number, by: 1 | -1, lines: readonly Line[]): Shift | undefined {
	let [said, denied, silent] = [0, 0, 0];
	const others = lines.filter((other) => isOther(line, other));
	const far = others.length === 1 ? apartAlone : apart;
	for (const other of others) {
		const [inPlace, besides] = [quotientsOf(line.track, other.track, 0), quotientsOf(line.track, other.track, by)];
		const [own, moved] = [inPlace, besides].map((years) => scatterOf(years.get(year) ?? []));
		const [elsewhere, movedElsewhere] = [inPlace, besides].map((years) => scatterElsewhere(years, year));
		if (own === undefined || moved === undefined || elsewhere === undefined || movedElsewhere === undefined) continue;
		// What hardly moves with the other says nothing.
		if (movedElsewhere < elsewhere * usuallyApart) continue;
		if (own >= moved * far && moved <= elsewhere * likeOthers) said += 1;
		else if (own < moved) denied += 1;
		else silent += 1;
	}
	return said > denied + silent ? { line, year, by, said: said - denied } : undefined;
}

/** What a track uses for one of another, year by year, where its months stand for those so many months later of the same year. */
function quotientsOf(track: Track, other: Track, lag: number): ReadonlyMap<number, readonly number[]> {
	const there = new Map(other.at.map((at, index) => [at, other.sizes[index] as number]));
	const years = new Map<number, number[]>();
	for (const [index, at] of track.at.entries()) {
		const year = Math.floor(at / 12);
		const [size, beside] = [track.sizes[index] as number, there.get(at + lag) ?? 0];
		if (Math.floor((at + lag) / 12) === year && size > 0 && beside > 0) obtain(years, year, () => []).push(size / beside);
	}
	return years;
}

/** How much some quotients scatter, as a variance over the square of their mean; undefined of too few. */
function scatterOf(quotients: readonly number[], least = fewest): number | undefined {
	if (quotients.length < least) return undefined;
	const mean = quotients.reduce((all, one) => all + one, 0) / quotients.length;
	const squares = quotients.reduce((all, one) => all + (one - mean) * (one - mean), 0);
	return squares / quotients.length / (mean * mean);
}

/** The same of all other years, each by itself: from year to year works get better, and that is no scatter. */
function scatterElsewhere(years: ReadonlyMap<number, readonly number[]>, year: number): number | undefined {
	let [count, all] = [0, 0];
	for (const [each, quotients] of years) {
		if (each === year) continue;
		count += quotients.length;
		all += quotients.length * (scatterOf(quotients, 1) ?? 0);
	}
	return count < fewest ? undefined : all / count;
}

function suspicionOf(one: FirmCase, { line: { series, track }, year, by }: Shift): Suspicion {
	const index = track.at.findIndex((at) => Math.floor(at / 12) === year);
	const { what, entry } = rowAt(one, series, index);
	const about = remark("shifted-rows", { what, shift: by === 1 ? "later" : "earlier" });
	const period = monthName({ year, month: ((track.at[index] as number) % 12) + 1 });
	return {
		finding: finding(about, placeOf(entry), one.record.firm, period),
		year,
		impact: series === undefined ? null : atTheEnd(one, series, year, by),
	};
}

function rowAt(one: FirmCase, series: Series | undefined, index: number): { what: Subject; entry: ReturnType<typeof entryOf> } {
	if (series !== undefined) return { what: subjectOf(series), entry: entryOf(series.steps[index] as Step) };
	const { entry } = (one.output as NonNullable<FirmCase["output"]>).steps[index] as {
		readonly entry: ReturnType<typeof entryOf>;
	};
	return { what: { of: "indicator", indicator: one.rules.facts.indicator, prices: "unstated" }, entry };
}

/** What the year gained at one end and lost at the other, by the months at its ends; nothing where the rows went round. */
function atTheEnd(one: FirmCase, series: Series, year: number, by: 1 | -1): Ratio | null {
	const its = series.steps.filter((step) => step.year === year);
	const [first, last] = [its[0], its.at(-1)];
	if (first === undefined || last === undefined) return null;
	const ends = by === 1 ? [last, first] : [first, last];
	const [is, meant] = ends.map(({ amount }) => fromExact(amount)) as [Ratio, Ratio];
	return impactOf(one, series, year, is, meant);
}
