/** Firms followed by month, a line each, the worst first. */
import { toDateFigures } from "../assessment/figures.ts";
import { verdictWords } from "../domain/words.ts";
import { compare, type Ratio } from "../exact/ratio.ts";
import type { Tracked } from "../tracking/track.ts";
import { type Followed, gapPointsOf } from "./build-track.ts";
import { fixed, perCentPlaces, shown, signed } from "./figures.ts";
import { nameOf } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { growthTable } from "./growth-page.ts";
import { type Cell, type Column, heading, type Page, sheet, text } from "./page.ts";
import { shellWord } from "./shell.ts";
import type { TrackChoices } from "./track-words.ts";
import { monthText, signsOf, verdictText } from "./track-words.ts";

export function trackedFirmsPage(followed: readonly Followed[], frame: Frame, { digits, top }: TrackChoices): Page {
	const { language, basis } = frame;
	const { track: texts, report, words } = language;
	const { columns: titles } = texts;
	const { unknown } = words;
	const columns: Column[] = [
		{ title: report.columns.firm, align: "left", name: true },
		{ title: titles.month, align: "right" },
		{ title: titles.intensity, align: "right", spare: 1 },
		{ title: titles.change, align: "right" },
		{ title: titles.task, align: "right", spare: 3 },
		{ title: titles.sinceBase, align: "right", spare: 2 },
		{ title: titles.required, align: "right", spare: 4 },
		{ title: titles.gapPoints, align: "right" },
		{ title: titles.allowed, align: "right", spare: 5 },
		{ title: report.columns.verdict, align: "left" },
	];
	const own = followed.filter(({ tracked }) => tracked !== "rates-only");
	const rows = own.slice(0, top).map(({ firm, tracked }): Cell[] => {
		if (typeof tracked === "string")
			return [nameOf(firm), "", "", "", "", "", "", "", "", texts.why[tracked]].map((of) => ({ text: of }));
		const { year, toDate, room, task } = tracked;
		const figures = toDateFigures({ ...year, toDate });
		const cells = [
			nameOf(firm),
			monthText(tracked),
			shown(figures?.intensity, digits, unknown),
			signed(figures?.sameMonthsPercent, perCentPlaces, unknown),
			shown(task?.percent, perCentPlaces, unknown),
			signed(figures?.cumulativePercent, perCentPlaces, unknown),
			signed(figures?.requiredPercent, perCentPlaces, unknown),
			signed(gapPointsOf(tracked), perCentPlaces, unknown),
			room === undefined ? unknown : fixed(room.intensity, digits),
		];
		return [...cells.map((of) => ({ text: of })), { text: verdictText(tracked, frame), tone: toDate.verdict.word }];
	});
	const counts = verdictWords.flatMap((word): (readonly [string, number])[] => {
		const count = followed.filter(({ tracked }) => typeof tracked !== "string" && tracked.toDate.verdict.word === word).length;
		return count === 0 ? [] : [[words.verdicts[word], count]];
	});
	const [worst] = own;
	const rates = growthTable(followed, top, frame);
	const body =
		own.length === 0
			? []
			: [
					heading(texts.headings.firms),
					sheet({ columns, rows, leftOut: report.leftOut, notes: moreThan(own.length - rows.length, frame) }),
				];
	return [
		text(texts.upTo({ firm: null, firms: followed.length, month: null })),
		text(report.judged({ basis, year: null, firms: followed.length, firm: null, terms: [], others: [], further: 0 })),
		text(report.chosen(basis, frame.naming)),
		...signsOf([...body, ...rates], frame),
		...body,
		...(counts.length === 0 ? [] : [text(texts.cameOut(counts))]),
		...rates,
		...(worst === undefined ? [] : [text(texts.next(shellWord(worst.firm.firm)))]),
	];
}

function moreThan(rest: number, { language: { report } }: Frame): string[] {
	return rest > 0 ? [report.furtherFirms(rest, [])] : [];
}

/** Worst first: the largest gap to what the year asks for; then those that cannot be judged, those that cannot be followed, by firm. */
export function worstFirst(a: Followed, b: Followed): number {
	const rank = ({ tracked }: Followed): number =>
		typeof tracked === "string" ? 2 : tracked.toDate.sinceBase === undefined || tracked.year.paths === undefined ? 1 : 0;
	const order = rank(a) - rank(b);
	if (order !== 0) return order;
	if (typeof a.tracked !== "string" && typeof b.tracked !== "string" && rank(a) === 0) {
		const [x, y] = [rough(a.tracked), rough(b.tracked)];
		const worse = compare(y, x);
		if (worse !== 0) return worse;
	}
	// Of those that only rates speak of, the one whose CO2 per value added fell least.
	const [x, y] = [a.growthNow?.co2?.value, b.growthNow?.co2?.value];
	if (rank(a) === 2 && (x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
	if (rank(a) === 2 && x !== undefined && y !== undefined && compare(x, y) !== 0) return compare(y, x);
	return a.firm.firm < b.firm.firm ? -1 : 1;
}

/** The gap in points to a hundred-millionth, for an order alone. */
function rough(tracked: Tracked): Ratio {
	const points = gapPointsOf(tracked)?.(places) ?? "0";
	const [whole = "0", part = ""] = points.replace("-", "").split(".");
	const over = BigInt(whole + part.padEnd(places, "0"));
	return { over: points.startsWith("-") ? -over : over, under: 10n ** BigInt(places) };
}

const places = 8;
