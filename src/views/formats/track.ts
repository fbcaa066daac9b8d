/** The shelf of formats that the monthly view can be written in. */
import { buildTrack, type Followed } from "../build-track.ts";
import type { Frame } from "../frame.ts";
import type { Page } from "../page.ts";
import { trackPage } from "../track-page.ts";
import { csvText } from "./csv-text.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export interface TrackView {
	/** Worst first. */
	readonly followed: readonly Followed[];
	readonly frame: Frame;
	/** Decimal places of intensities on a page; firms in its table, worst first. */
	readonly digits: number;
	readonly top: number;
}

const page = ({ followed, frame, digits, top }: TrackView): Page => trackPage(followed, frame, { digits, top });

export const trackFormats: Formats<TrackView> = {
	text: onTerminal(page),
	csv: {
		mark: true,
		write: ({ followed, frame }) =>
			csvText(
				"track",
				buildTrack(followed, frame).firms.map((trackedFirm) => ({ trackedFirm })),
			),
	},
	json: { write: ({ followed, frame }) => json(buildTrack(followed, frame)) },
	markdown: { page: true, write: (view) => markdown(page(view)) },
};
