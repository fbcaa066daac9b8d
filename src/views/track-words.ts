/** What the pages of one firm followed by month and of several say alike. */
import { write } from "../domain/period.ts";
import type { Tracked } from "../tracking/track.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Page, text } from "./page.ts";
import { signsIn } from "./signs.ts";

export interface TrackChoices {
	readonly digits: number;
	/** Firms in the table, worst first. */
	readonly top: number;
}

/** The gap of this view is of changes, in points; a report's is of intensities. */
export function signsOf(body: Page, { language: { track: texts, words } }: Frame): Block[] {
	return [text(texts.signs(signsIn(body, words).unknown))];
}

export function monthText({ month: { year, month } }: Tracked): string {
	return write({ year, from: month, to: month });
}

export function verdictText({ toDate: { verdict } }: Tracked, { language: { words } }: Frame): string {
	const more = [...verdict.qualifiers.map((one) => words.qualifiers[one]), ...verdict.reasons.map((one) => words.reasons[one])];
	return words.with(words.verdicts[verdict.word], more);
}
