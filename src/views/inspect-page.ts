/** What was understood of files as a page: file by file, every guess, every row. */

import type { InspectedFile, Inspection } from "../contract/inspection.ts";
import { type Indicator, indicators } from "../domain/words.ts";
import type { InspectTexts } from "../language/inspect-texts.ts";
import type { Language, Naming } from "../language/language.ts";
import { type Block, heading, lines, type Page, sheet, text } from "./page.ts";
import { padEnd, width } from "./width.ts";

export function inspectionPage({ files }: Inspection, language: Language, naming: Naming): Page {
	return [
		...files.flatMap((file) => filePage(file, language, naming)),
		text(language.inspect.next(new Set(files.map(({ file }) => file)).size)),
	];
}

function filePage(file: InspectedFile, language: Language, naming: Naming): Block[] {
	const { inspect: texts, report } = language;
	const titles = texts.columns;
	const cell = (of: string | number | null): { readonly text: string } => ({ text: of === null ? "" : String(of) });
	const subject = (of: string): string => {
		const [indicator, product] = of.split(": ") as [string, string?];
		const named = indicators.find((one) => one === indicator);
		if (named === undefined) return texts.subject(of, naming);
		const word = language.words.indicators[named as Indicator];
		return product === undefined ? word : `${word}: ${product}`;
	};
	const { leftOut } = report;
	return [
		heading(file.sheet === null ? file.file : `${file.file}:${file.sheet}`),
		text(texts.file({ ...file, text: textFacts(file) })),
		text(texts.header({ ...file.header, titleRows: file.titleRows })),
		...file.fromTitles.map((title) => text(texts.fromTitle(title))),
		text(`${texts.firms(file.firms)} ${texts.hash(file.sha256)}`),
		sheet({
			columns: [
				{ title: titles.letter, align: "left" },
				{ title: titles.word, align: "left", name: true },
				{ title: titles.means, align: "left" },
				{ title: titles.unit, align: "left", spare: 1 },
			],
			rows: file.columns.map(({ letter, word, column, of, unit }) => [
				cell(letter),
				cell(word),
				cell(of !== null ? subject(of) : column === null ? (word === "" ? "" : texts.notUsed) : texts.column(file.kind, column)),
				cell(unit === null ? null : language.words.unit(unit)),
			]),
			leftOut,
		}),
		text(texts.map),
		lines(mapLines(file, texts.rowsOf)),
		...(file.units.length === 0
			? []
			: [
					sheet({
						columns: [
							{ title: titles.of, align: "left", name: true },
							{ title: titles.units, align: "left" },
						],
						rows: file.units.map(({ of, units }) => [cell(subject(of)), cell(language.words.list(units))]),
						leftOut,
					}),
				]),
		...(file.periods.length === 0
			? []
			: [
					sheet({
						columns: [
							{ title: titles.year, align: "left" },
							{ title: titles.months, align: "right" },
							{ title: titles.by, align: "left" },
						],
						rows: file.periods.map(({ year, months, by }) => [
							cell(year),
							cell(months),
							cell(language.words.list(by.map((one) => texts.by[one]))),
						]),
						leftOut,
					}),
				]),
		text(texts.rows(file.rows)),
		...(file.rows.reasons.length === 0
			? []
			: [
					sheet({
						columns: [
							{ title: titles.outcome, align: "left" },
							{ title: titles.code, align: "left" },
							{ title: titles.rows, align: "right" },
						],
						rows: file.rows.reasons.map(({ outcome, code, rows }) => [
							cell(texts.outcome[outcome]),
							cell(code === "blank" ? texts.blank : code),
							cell(rows),
						]),
						leftOut,
					}),
				]),
	];
}

/** `5-16  K A A A`: below the letters of the columns. */
function mapLines({ map, columns }: InspectedFile, rowsOf: string): string[] {
	const shown = map[0]?.cells.length ?? 0;
	const named = map.map(({ from, to, cells }) => ({ rows: from === to ? String(from) : `${from}-${to}`, cells: [...cells] }));
	const room = Math.max(width(rowsOf), ...named.map(({ rows }) => rows.length));
	const wide = columns.slice(0, shown).map(({ letter }) => letter);
	const each = Math.max(1, ...wide.map(({ length }) => length));
	const line = (first: string, cells: readonly string[]): string =>
		`${padEnd(first, room)}  ${cells.map((cell) => cell.padEnd(each)).join(" ")}`.trimEnd();
	return [line(rowsOf, wide), ...named.map(({ rows, cells }) => line(rows, cells))];
}

function textFacts({
	encoding,
	encodingToldBy,
	separator,
	newlines,
}: InspectedFile): Parameters<InspectTexts["file"]>[0]["text"] {
	return encoding === null || encodingToldBy === null || separator === null
		? null
		: { encoding, toldBy: encodingToldBy, separator, newlines };
}
