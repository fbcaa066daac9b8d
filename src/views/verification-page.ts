/** A report held against its tables, as a page. */
import type { Verification } from "../contract/verification.ts";
import type { Language } from "../language/language.ts";
import { type Block, type Page, sheet, text } from "./page.ts";
import { clip } from "./width.ts";

/** Differences that people are shown; all are in the machine formats. */
const most = 40;
const longestValue = 60;

export function verificationPage(
	{ signature, inputs, changes, figures, differences, reproduced }: Verification,
	{ verification: texts, report, words }: Language,
): Page {
	const { columns } = texts;
	const other = inputs.filter(({ state }) => state !== "same");
	const shown = differences.slice(0, most);
	const blocks: Block[] = [
		...(signature === null ? [] : [text(texts.signature[signature.state](signature.file))]),
		text(texts.inputs({ same: inputs.length - other.length, all: inputs.length })),
		...(other.length === 0
			? []
			: [
					sheet({
						columns: [
							{ title: columns.file, align: "left", name: true },
							{ title: columns.state, align: "left" },
						],
						rows: other.map(({ file, state }) => [{ text: file }, { text: texts.states[state] }]),
						leftOut: report.leftOut,
					}),
				]),
		...changes.map(({ what, reported, now }) => text(texts.changes[what](reported, now))),
		text(texts.figures(figures)),
	];
	if (shown.length > 0)
		blocks.push(
			sheet({
				columns: [
					{ title: columns.whose, align: "left", name: true },
					{ title: columns.year, align: "right" },
					{ title: columns.figure, align: "left" },
					{ title: columns.reported, align: "right" },
					{ title: columns.derived, align: "right" },
					{ title: columns.digit, align: "right", spare: 1 },
				],
				rows: shown.map(({ firm, sector, year, figure, reported, derived, digit }) =>
					[
						firm ?? sector ?? "",
						year === null ? "" : String(year),
						figure,
						clip(reported ?? words.unknown, longestValue),
						clip(derived ?? words.unknown, longestValue),
						digit === null ? "" : String(digit),
					].map((of) => ({ text: of })),
				),
				leftOut: report.leftOut,
				notes: differences.length > shown.length ? [texts.more(differences.length - shown.length)] : [],
			}),
		);
	return [...blocks, text(texts.outcome(reproduced))];
}
