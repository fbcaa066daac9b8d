/** Firms followed by month as a page: one in full, several a line each. */
import type { Followed } from "./build-track.ts";
import { basisOf, type Frame } from "./frame.ts";
import { type Page, text } from "./page.ts";
import { trackedFirmPage } from "./track-firm-page.ts";
import { trackedFirmsPage } from "./track-firms-page.ts";
import type { TrackChoices } from "./track-words.ts";

export function trackPage(followed: readonly Followed[], given: Frame, choices: TrackChoices): Page {
	const years = followed.flatMap(({ tracked }) => (typeof tracked === "string" ? [] : [tracked.year]));
	const frame = { ...given, basis: basisOf(given.basis, years) };
	const [only] = followed;
	if (only === undefined) return [text(frame.language.report.notShown)];
	return followed.length === 1 ? trackedFirmPage(only, frame, choices) : trackedFirmsPage(followed, frame, choices);
}
