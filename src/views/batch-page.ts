/** Submissions as a page: a line each, then what was passed over, and the sectors of those that could be used. */
import type { Batch } from "../contract/batch.ts";
import type { Submission } from "../contract/shared.ts";
import { verdictWords } from "../domain/words.ts";
import type { Language, Naming } from "../language/language.ts";
import { fewer, perCentPlaces, tonnePlaces } from "./figures.ts";
import { type Block, type Cell, heading, type Page, sheet, text } from "./page.ts";
import { clip } from "./width.ts";

/** Lines that people are shown; all are in the machine formats. */
const most = 40;
const longestName = 40;
const longestWhy = 120;

export function batchPage({ counts, submissions, beside, pools, basis }: Batch, language: Language, naming: Naming): Page {
	const { batch: texts } = language;
	const judged = submissions.filter(({ state }) => state === "judged");
	const unusable = submissions.filter(({ state }) => state === "unusable");
	const own = judged.filter(({ ownTables }) => ownTables.some(({ used }) => used === basis.acceptOwn)).length;
	return [
		text(texts.counts(counts)),
		...(own === 0 ? [] : [text(texts.ownTables({ submissions: own, used: basis.acceptOwn }))]),
		...(beside.length === 0 ? [] : [text(texts.beside(beside.length))]),
		...rowsOf(judged, language),
		...unusableOf(unusable, language),
		text(texts.pools({ submissions: pools.submissions, leftOut: pools.leftOut.length })),
		...sectorsOf(pools, language, naming),
		...leftOutOf(pools, language),
	];
}

function rowsOf(judged: readonly Submission[], { batch: texts, report, words }: Language): Block[] {
	if (judged.length === 0) return [];
	const { columns } = texts;
	const rows = judged.slice(0, most).map((one): Cell[] => {
		const { heaviest, findings } = one;
		const couldTurn = heaviest?.couldTurnVerdict ?? null;
		return [
			{ text: clip(one.submission, longestName) },
			verdictCell(one, { batch: texts, words }),
			{ text: fewer(one.gapTonnes, tonnePlaces, words.unknown) },
			{ text: heaviest?.code ?? "" },
			{ text: heaviest === null ? "" : fewer(heaviest.weightTonnes, tonnePlaces, words.unknown) },
			{ text: couldTurn === null ? "" : couldTurn ? texts.answers.yes : texts.answers.no },
			{ text: fewer(one.defaultSharePercent, perCentPlaces, words.unknown) },
			{ text: fewer(one.assertedSharePercent, perCentPlaces, words.unknown) },
			{ text: String(one.filesNotRead.length) },
			{ text: texts.errorsAndWarnings(findings.error, findings.warning) },
		];
	});
	return [
		sheet({
			columns: [
				{ title: columns.submission, align: "left", name: true },
				{ title: columns.verdict, align: "left" },
				{ title: columns.gapTonnes, align: "right" },
				{ title: columns.heaviest, align: "left", spare: 5 },
				{ title: columns.weight, align: "right" },
				{ title: columns.couldTurn, align: "left", spare: 3 },
				{ title: columns.byDefault, align: "right", spare: 1 },
				{ title: columns.asserted, align: "right", spare: 2 },
				{ title: columns.notRead, align: "right", spare: 4 },
				{ title: columns.findings, align: "right" },
			],
			rows,
			leftOut: report.leftOut,
			notes: [...(judged.length > most ? [texts.more(judged.length - most)] : []), texts.reading],
		}),
	];
}

/** The word of the latest year; of several firms how many came out so. */
function verdictCell({ verdicts }: Submission, { batch, words }: Pick<Language, "batch" | "words">): Cell {
	const [first, ...more] = verdicts;
	if (first === undefined) return { text: words.unknown };
	if (more.length === 0) {
		const word = first.verdict?.word;
		return word === undefined ? { text: words.unknown } : { text: `${words.verdicts[word]} ${first.year}`, tone: word };
	}
	const counts = verdictWords.flatMap((word) => {
		const count = verdicts.filter(({ verdict }) => verdict?.word === word).length;
		return count === 0 ? [] : [batch.verdictCount(words.verdicts[word], count)];
	});
	return { text: counts.length === 0 ? words.unknown : counts.join(" ") };
}

function unusableOf(unusable: readonly Submission[], { batch: texts, report }: Language): Block[] {
	if (unusable.length === 0) return [];
	return [
		heading(texts.headings.unusable),
		sheet({
			columns: [
				{ title: texts.columns.submission, align: "left", name: true },
				{ title: texts.columns.why, align: "left", prose: true },
			],
			rows: unusable
				.slice(0, most)
				.map(({ submission, unusable: why }) =>
					[clip(submission, longestName), clip(why?.message ?? "", longestWhy)].map((of) => ({ text: of })),
				),
			leftOut: report.leftOut,
			notes: unusable.length > most ? [texts.more(unusable.length - most)] : [],
		}),
	];
}

/** Each sector in its latest year. */
function sectorsOf({ sectors }: Batch["pools"], { batch: texts, report, words }: Language, naming: Naming): Block[] {
	const latest = sectors.filter(
		(one) => one.firms > 0 && !sectors.some((other) => other.sector === one.sector && isLater(other, one)),
	);
	if (latest.length === 0) return [];
	const { columns } = texts;
	return [
		heading(texts.headings.sectors),
		sheet({
			columns: [
				{ title: columns.sector, align: "left", name: true },
				{ title: columns.year, align: "right" },
				{ title: columns.firms, align: "right" },
				{ title: columns.intensity, align: "right" },
				{ title: columns.gapPercent, align: "right" },
			],
			rows: latest.map(({ sector, year, firms, intensity, gapPercent }) =>
				[
					sector === "all" ? texts.all : naming.sector(sector),
					String(year),
					String(firms),
					fewer(intensity, intensityPlaces, words.unknown),
					fewer(gapPercent, perCentPlaces, words.unknown),
				].map((of) => ({ text: of })),
			),
			leftOut: report.leftOut,
		}),
	];
}

const intensityPlaces = 4;

type Pooled = Batch["pools"]["sectors"][number];

function isLater(one: Pooled, than: Pooled): boolean {
	return one.firms > 0 && (one.year > than.year || (one.year === than.year && one.targets > than.targets));
}

function leftOutOf({ leftOut }: Batch["pools"], { batch: texts, report }: Language): Block[] {
	if (leftOut.length === 0) return [];
	return [
		heading(texts.headings.leftOut),
		sheet({
			columns: [
				{ title: texts.columns.submission, align: "left", name: true },
				{ title: report.columns.firm, align: "left", name: true },
				{ title: texts.columns.why, align: "left" },
			],
			rows: leftOut
				.slice(0, most)
				.map(({ submission, firm, why }) =>
					[clip(submission, longestName), clip(firm ?? "", longestName), texts.leftOut[why]].map((of) => ({ text: of })),
				),
			leftOut: report.leftOut,
			notes: leftOut.length > most ? [texts.more(leftOut.length - most)] : [],
		}),
	];
}
