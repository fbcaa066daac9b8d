/** Firms of a run followed by month: what a run judged, the months behind it, and what an office's growth rates say of them. */
import type { Identity } from "../assessment/identity.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { NoTrack } from "../domain/words.ts";
import { monthsInDoubt, monthsOutweighed } from "../screening/outweigh.ts";
import { settleOf } from "../screening/settle.ts";
import type { OfficeGrowth } from "../tracking/growth.ts";
import { type Tracked, type TrackTerms, track } from "../tracking/track.ts";
import { asksOf, growthAt, growthOf, type OwnRows, ratesByFirm } from "./growth.ts";
import { type Judged, marginsOf } from "./judge.ts";

export interface FollowedFirm {
	readonly firm: Identity;
	readonly tracked: Tracked | NoTrack;
	/** By period; none where no table of growth rates names the firm. */
	readonly growth: readonly OfficeGrowth[];
	/** Of them, the period of the month that the firm is followed up to, else the latest. */
	readonly growthNow: OfficeGrowth | undefined;
}

type Run = Pick<Judged, "assessment" | "part" | "screened" | "choices">;

/** The firms that are shown, in order of firm; those too that only growth rates name. */
export function follow(judged: Run, terms: TrackTerms, shows: (firm: string) => boolean): FollowedFirm[] {
	const { assessment, part, choices } = judged;
	const rates = ratesByFirm(part.supplied);
	const asks = asksOf(part.supplied, choices);
	const growth = (firm: string, own: OwnRows | undefined): OfficeGrowth[] =>
		growthOf(rates.get(firm) ?? [], asks, own, terms.month);
	const followed = assessment.firms
		.filter(({ firm }) => shows(firm))
		.map((firm): FollowedFirm => {
			const record = part.ledger.firms.get(firm.firm);
			if (record === undefined) throw new Error(`no record of ${firm.firm}`);
			const tracked = outweighed(firm.firm, track(firm, record, terms), judged);
			const own = growth(firm.firm, { firm, record });
			return { firm, tracked, growth: own, growthNow: growthAt(own, typeof tracked === "string" ? undefined : tracked.month) };
		});
	const known = new Set(assessment.firms.map(({ firm }) => firm));
	const others = [...rates.keys()]
		.filter((firm) => !known.has(firm) && shows(firm))
		.map((firm): FollowedFirm => {
			const own = growth(firm, undefined);
			const nobody = { name: null, sector: null, pool: null, province: null };
			return { firm: { firm, ...nobody }, tracked: "rates-only", growth: own, growthNow: growthAt(own, undefined) };
		});
	return others.length === 0 ? followed : [...followed, ...others].sort((a, b) => byCodeUnit(a.firm.firm, b.firm.firm));
}

/** The firms that may be asked for by name. */
export function followable({ assessment, part }: Pick<Run, "assessment" | "part">): string[] {
	return [...new Set([...assessment.firms.map(({ firm }) => firm), ...ratesByFirm(part.supplied).keys()])];
}

/**
 * Of amounts in doubt nothing is said of what is left and where the year ends: tonnes to go by would be as wrong as these. Where open findings
 * outweigh the months nobody can conclude, and a level would be a conclusion.
 */
function outweighed(firm: string, tracked: Tracked | NoTrack, { screened, choices }: Run): Tracked | NoTrack {
	if (typeof tracked === "string" || screened === null) return tracked;
	const toDate = monthsOutweighed(firm, tracked.year, tracked.toDate, screened, marginsOf(choices));
	const shown = monthsInDoubt(firm, tracked.year, screened)
		? { ...tracked, open: true, room: undefined, pace: undefined }
		: tracked;
	if (toDate === tracked.toDate) return shown;
	const task = tracked.task === undefined ? undefined : { ...tracked.task, levels: [] };
	const settle = settleOf(tracked.year, screened.doubts.get(firm), tracked.toDate.verdict.word, tracked.toDate.wordWith);
	return { ...shown, toDate, task, room: undefined, pace: undefined, settle };
}
