/** What commands tell alike of a run that was read and judged, before its result; and that the firms asked for are there. */
import { counted, knownIn, newIn } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { near } from "../reference/near.ts";
import { identity } from "../reference/spelling.ts";
import type { Judged } from "../run/judge.ts";
import { reportedFindings } from "../views/build-report.ts";
import type { Frame } from "../views/frame.ts";
import type { Asked } from "./command.ts";
import { broken, tellBasis, tellCounts, tellFindings, tellOthers } from "./tell.ts";

/** Findings come first: on a screen the last line is then the result's, which says what came out and what to do next. */
export function tellRun(frame: Frame, { host, language, quiet, page, out }: Asked): void {
	const columns = host.columns("talk");
	const all = reportedFindings(frame);
	// What a baseline knows is told by its number.
	const told = newIn(all);
	if (quiet) {
		const own = counted(told);
		if (own.error + own.warning > 0) host.tell(tellCounts(told, language));
	} else host.tell(tellFindings(told, language, frame.naming, columns));
	if (knownIn(all) > 0) host.tell(`${broken(language.report.knownFindings(knownIn(all)), columns).join("\n")}\n`);
	host.tell(tellOthers(frame.tally, told, language, columns));
	if (quiet) return;
	tellBasis(frame, host);
	if (frame.notChecked.length > 0) host.tell(`${broken(language.report.notChecked(frame.notChecked), columns).join("\n")}\n`);
	if (page && out === undefined) host.tell("\n");
}

/** A run of a command that asks no rule of screening: whether figures are unlikely is asked where they are judged. */
export function unscreened(judged: Judged): Judged {
	const byReport = (one: Judged["notChecked"][number]): Judged["notChecked"][number] =>
		one.rule === "screening" ? { ...one, why: "by-report" } : one;
	return { ...judged, notChecked: judged.notChecked.map(byReport) };
}

/** Throws Trouble for a firm that is asked for and that no table names. */
export function checkFirms(asked: readonly string[], known: readonly string[]): void {
	for (const firm of asked) if (!known.includes(identity(firm))) throw unknownFirm(firm, known);
}

/** A firm that no table names: told with those that are near, not with all there are. */
function unknownFirm(firm: string, known: readonly string[]): Trouble {
	const close = near(firm, known);
	return new Trouble("unknown-choice", {
		option: "--firm",
		value: firm,
		known: close.length > 0 ? close : known.slice(0, 5),
		near: close,
	});
}
