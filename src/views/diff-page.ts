/** Two submissions side by side, as a page: what changed with what it does alone, keys that are not unique, sums that close. */
import type { DiffOutput, DiffSide, RowChangeOutput, RowKeyOutput, YearChangeOutput } from "../contract/diff.ts";
import type { Decimal } from "../contract/report.ts";
import { effectWays, indicators, planAmounts, uses, verdictWords } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { constant } from "../exact/ratio.ts";
import type { DiffTexts } from "../language/diff-texts.ts";
import type { Language, Naming, Words } from "../language/language.ts";
import { shown, signed, tonnePlaces } from "./figures.ts";
import { type Block, type Cell, type Column, heading, type Page, sheet, text } from "./page.ts";
import { clip } from "./width.ts";

/** Rows of a sheet that people are shown; all are in the machine formats. */
const most = 60;
const longestCell = 40;
const intensityPlaces = 4;

interface Said {
	readonly texts: DiffTexts;
	readonly words: Words;
	readonly report: Language["report"];
	readonly naming: Naming;
}

export function diffPage(value: DiffOutput, { diff: texts, words, report }: Language, naming: Naming): Page {
	const said: Said = { texts, words, report, naming };
	return [
		text(words.with(texts.old, [sideText(value.old, texts)])),
		text(words.with(texts.new, [sideText(value.new, texts)])),
		text(texts.causes[value.cause]),
		...basisBlocks(value, said),
		...changeBlocks(value.changes, said),
		...uniqueBlocks(value.notUnique, said),
		...filedBlocks(value.years, said),
		...yearBlocks(value.years, said),
		...(value.cause === "nothing" || value.changes.length === 0
			? []
			: [
					text(
						texts.counts({
							changes: value.changes.length,
							years: value.years.length,
							answered: value.changes.filter(({ answers }) => answers.length > 0).length,
						}),
					),
				]),
	];
}

function sideText({ name, what, figures, inputs, findings }: DiffSide, texts: DiffTexts): string {
	return texts.side({ name, files: inputs.length, what, figures, findings });
}

function basisBlocks({ basisChanges }: DiffOutput, { texts, report }: Said): Block[] {
	const { columns } = texts;
	if (basisChanges.length === 0) return [];
	return [
		table(
			[column(columns.what), column(columns.old, "name"), column(columns.new, "name")],
			basisChanges.map(({ what, old, new: now }) => [what, clip(old ?? "", longestCell), clip(now ?? "", longestCell)]),
			report,
			[],
		),
	];
}

function changeBlocks(changes: readonly RowChangeOutput[], said: Said): Block[] {
	const { texts, report } = said;
	const { columns } = texts;
	if (changes.length === 0) return [];
	// Whoever resubmits without a finding needs no column for it.
	const answers = changes.some((one) => one.answers.length > 0);
	const rows = changes.slice(0, most).flatMap((one) => changeRows(one, answers, said));
	const ways = effectWays.filter((way) => changes.some(({ effects }) => effects.some(({ how }) => how === way)));
	const notes = [...ways.map((way) => texts.ways[way]), ...furtherNote(changes.length, texts)];
	return [
		heading(texts.headings.changes),
		table(
			[
				column(columns.firm, "name"),
				column(columns.period),
				column(columns.what, "name"),
				column(columns.column, "spare"),
				column(columns.old, "right"),
				column(columns.new, "right"),
				column(columns.tonnes, "right"),
				column(columns.intensity, "spareRight"),
				...(answers ? [column(columns.answers)] : []),
				column(columns.verdict, "prose"),
			],
			rows,
			report,
			notes,
		),
	];
}

/** A line for each cell and for each effect, side by side. */
function changeRows(one: RowChangeOutput, answers: boolean, said: Said): string[][] {
	const { texts, words } = said;
	const { effects } = one;
	// A row that one side lacks is told with its unit in one.
	const joined = (side: "old" | "new"): string =>
		one.cells
			.map((cell) => cell[side] ?? "")
			.join(" ")
			.trim();
	const cells = one.change === "changed" ? one.cells : [{ column: "", old: joined("old"), new: joined("new") }];
	const lines = Math.max(1, cells.length, effects.length);
	return Array.from({ length: lines }, (_, at) => {
		const [cell, effect] = [cells[at], effects[at]];
		const first = at === 0;
		const which = one.change === "changed" ? "" : texts.changes[one.change];
		const year = effect !== undefined && !one.period?.startsWith(String(effect.year)) ? `${effect.year}: ` : "";
		const verdict =
			effect === undefined || effect.oldVerdict === effect.newVerdict
				? ""
				: `${year}${verdictText(effect.oldVerdict, words)} → ${verdictText(effect.newVerdict, words)}`;
		const still = effect?.tonnes === "0" && year !== "";
		const tonnes = effect === undefined || still ? "" : `${decimal(effect.tonnes, tonnePlaces, words)}${texts.marks[effect.how]}`;
		return [
			first ? one.firm : "",
			first ? (one.period ?? "") : "",
			first ? [keyText(one, said), which].filter((part) => part !== "").join(", ") : "",
			cell?.column ?? "",
			clip(cell?.old ?? "", longestCell),
			clip(cell?.new ?? "", longestCell),
			tonnes,
			effect === undefined || still ? "" : decimal(effect.intensity, intensityPlaces, words),
			...(answers ? [first ? one.answers.join(" ") : ""] : []),
			verdict,
		];
	});
}

/** What a row is of, in words: its carrier with its use, or its indicator; the kind where that is not said by them. */
function keyText({ kind, site, carrier, use, indicator, product }: RowKeyOutput, { texts, words, naming }: Said): string {
	const [main = "", ...more] = (use ?? "").split(" ");
	const known = uses.find((word) => word === main);
	const told = known === undefined ? main : known === "consumed" ? "" : words.uses[known];
	const named = [...indicators, ...planAmounts].find((word) => word === indicator);
	const what =
		carrier === null || carrier === "output"
			? named === undefined
				? carrier === "output" || indicator === "output"
					? texts.output
					: texts.kinds[kind]
				: words.indicators[named]
			: naming.carrier(carrier);
	const about = kind === "not-counted" || kind === "total" ? texts.kinds[kind] : "";
	return [what, told, more.join(" "), product ?? "", site ?? "", about].filter((part) => part !== "").join(" ");
}

function uniqueBlocks(all: DiffOutput["notUnique"], said: Said): Block[] {
	const { texts, report } = said;
	const { columns } = texts;
	if (all.length === 0) return [];
	const placed = (places: DiffOutput["notUnique"][number]["old"]): string =>
		places.map(({ file, sheet: of, row }) => `${file}${of === null ? "" : `:${of}`}:${row}`).join(" ");
	return [
		heading(texts.headings.notUnique),
		table(
			[
				column(columns.firm, "name"),
				column(columns.period),
				column(columns.what, "name"),
				column(`${columns.old}: ${columns.rows}`),
				column(`${columns.new}: ${columns.rows}`),
			],
			all.slice(0, most).map((one) => [one.firm, one.period ?? "", keyText(one, said), placed(one.old), placed(one.new)]),
			report,
			[texts.notUnique, ...furtherNote(all.length, texts)],
		),
	];
}

/** Where a report that was filed has other figures than its tables come to today. */
function filedBlocks(years: readonly YearChangeOutput[], { texts, words, report }: Said): Block[] {
	const { columns } = texts;
	const rows = years.flatMap(({ firm, year, oldFiled, old, new: now, newFiled }) =>
		[[texts.old, oldFiled, old] as const, [texts.new, newFiled, now] as const].flatMap(([side, filed, today]) =>
			filed === null || JSON.stringify(filed) === JSON.stringify(today)
				? []
				: [
						[
							side,
							firm,
							String(year),
							decimal(filed.tonnes, tonnePlaces, words, shown),
							decimal(today?.tonnes ?? null, tonnePlaces, words, shown),
							`${verdictText(filed.verdict, words)} → ${verdictText(today?.verdict ?? null, words)}`,
						],
					],
		),
	);
	if (rows.length === 0) return [];
	return [
		heading(texts.headings.filed),
		table(
			[
				column(""),
				column(columns.firm, "name"),
				column(columns.year, "right"),
				column(columns.filed, "right"),
				column(columns.recomputed, "right"),
				column(columns.verdict),
			],
			rows.slice(0, most),
			report,
			furtherNote(rows.length, texts),
		),
	];
}

function yearBlocks(years: readonly YearChangeOutput[], { texts, words, report }: Said): Block[] {
	const { columns } = texts;
	if (years.length === 0) return [];
	const withOptions = years.some(({ optionsTonnes }) => optionsTonnes !== "0");
	const rows = years.slice(0, most).map((one) => {
		const { old, new: now } = one;
		const verdicts = [old?.verdict ?? null, now?.verdict ?? null].map((word) => verdictText(word, words));
		return [
			one.firm,
			String(one.year),
			decimal(old?.tonnes ?? null, tonnePlaces, words, shown),
			decimal(now?.tonnes ?? null, tonnePlaces, words, shown),
			decimal(one.tonnes, tonnePlaces, words),
			decimal(one.explainedTonnes, tonnePlaces, words),
			...(withOptions ? [decimal(one.optionsTonnes, tonnePlaces, words)] : []),
			decimal(one.remainderTonnes, tonnePlaces, words),
			verdicts[0] === verdicts[1] ? (verdicts[0] as string) : verdicts.join(" → "),
		];
	});
	return [
		heading(texts.headings.years),
		table(
			[
				column(columns.firm, "name"),
				column(columns.year, "right"),
				column(columns.oldTonnes, "right"),
				column(columns.newTonnes, "right"),
				column(columns.change, "right"),
				column(columns.explained, "spareRight"),
				...(withOptions ? [column(columns.options, "right")] : []),
				column(columns.remainder, "spareRight"),
				column(columns.verdict),
			],
			rows,
			report,
			[texts.remainder, ...furtherNote(years.length, texts)],
		),
	];
}

function furtherNote(count: number, texts: DiffTexts): string[] {
	return count > most ? [texts.more(count - most)] : [];
}

function verdictText(word: string | null, words: Words): string {
	const known = verdictWords.find((one) => one === word);
	return known === undefined ? words.notApplicable : words.verdicts[known];
}

/** Of a figure as it is written; with its sign unless another drawing is asked for. */
function decimal(value: Decimal, places: number, { unknown }: Words, draw: typeof signed = signed): string {
	return draw(value === null ? null : figure(constant(value)), places, unknown);
}

type ColumnIs = "left" | "right" | "name" | "spare" | "spareRight" | "prose";

function column(title: string, is: ColumnIs = "left"): Column {
	const align = is === "right" || is === "spareRight" ? "right" : "left";
	const more = is === "name" ? { name: true as const } : is === "prose" ? { prose: true as const } : {};
	return { title, align, ...more, ...(is === "spare" || is === "spareRight" ? { spare: 1 } : {}) };
}

function table(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	report: Language["report"],
	notes: readonly string[],
): Block {
	const cells = rows.map((row) => row.map((of): Cell => ({ text: of })));
	return sheet({ columns, rows: cells, leftOut: report.leftOut, notes });
}
