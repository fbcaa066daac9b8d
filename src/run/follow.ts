/** Firms of a run followed by month: what a run judged, and the months behind it. */
import type { AssessedFirm } from "../assessment/firm.ts";
import type { NoTrack } from "../domain/words.ts";
import { monthsOutweighed } from "../screening/outweigh.ts";
import { type Tracked, type TrackTerms, track } from "../tracking/track.ts";
import type { Judged } from "./judge.ts";

export interface FollowedFirm {
	readonly firm: AssessedFirm;
	readonly tracked: Tracked | NoTrack;
}

/** The firms that are shown, in order of firm. */
export function follow(
	{ assessment, part, screened }: Pick<Judged, "assessment" | "part" | "screened">,
	terms: TrackTerms,
	shows: (firm: string) => boolean,
): FollowedFirm[] {
	return assessment.firms
		.filter(({ firm }) => shows(firm))
		.map((firm) => {
			const record = part.ledger.firms.get(firm.firm);
			if (record === undefined) throw new Error(`no record of ${firm.firm}`);
			const tracked = track(firm, record, terms);
			if (typeof tracked === "string" || screened === null) return { firm, tracked };
			const toDate = monthsOutweighed(firm.firm, tracked.year, tracked.toDate, screened);
			if (toDate === tracked.toDate) return { firm, tracked };
			// Nobody can conclude: a level, what is left and where the year ends would be conclusions.
			const task = tracked.task === undefined ? undefined : { ...tracked.task, levels: [] };
			return { firm, tracked: { ...tracked, toDate, task, room: undefined, pace: undefined } };
		});
}
