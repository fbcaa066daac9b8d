/** Which firms of a run are simple, found by one thread or by several: each takes blocks of firms, and what it found is joined. */
import { byCodeUnit } from "../domain/order.ts";
import { FirmShelf } from "../ledger/firm-shelf.ts";
import { numbersIn, type Selected, selectedBy, selectSimple } from "../screening/clear/select.ts";
import { Selecting, type SelectTerms } from "../screening/clear/selecting.ts";
import { roomFor } from "../screening/gathering.ts";
import type { Choices } from "./choices.ts";
import type { FirmHelpers } from "./firm-helpers.ts";
import { sharesOf, toldOf } from "./firm-tasks.ts";
import type { Judging } from "./judge.ts";

/** By this thread alone; undefined where no firm can be. */
export function selectedAlone(judging: Judging): Selected | undefined {
	if (!mayBeSimple(judging)) return undefined;
	const { part, rules, choices } = judging;
	return selectSimple(part.ledger, rules, selectTerms(choices));
}

/** Firms that were selected with helpers: they can be asked for the rows of theirs. */
export interface SelectedTogether {
	readonly helpers: FirmHelpers;
	readonly count: number;
	/** Of all firms, in order: dealt out as `sharesOf` says, the first share to this thread. */
	readonly names: readonly string[];
}

/** By this thread and its helpers; the same comes of it. */
export async function selectedTogether(
	judging: Judging,
	helpers: FirmHelpers,
): Promise<{ readonly selected: Selected; readonly together: SelectedTogether } | undefined> {
	const { part, rules, choices, years } = judging;
	const { firms } = part.ledger;
	if (!(firms instanceof FirmShelf) || !mayBeSimple(judging)) return undefined;
	const names = [...firms.keys()].sort(byCodeUnit);
	const count = helpers.count(names.length);
	if (count === 0) return undefined;
	const [own = [], ...shares] = sharesOf(names, count + 1, helpers.block);
	const room = roomFor(numbersIn(firms), true);
	const theirs = shares.map((share, helper) => helpers.select(helper, toldOf(share, firms, part.ledger, { years, room })));
	// Whoever fails first is told of; the others' faults are none that nobody heard.
	for (const answer of theirs) answer.catch(() => undefined);
	const selecting = new Selecting(part.ledger, firms, rules, { ...selectTerms(choices), room });
	for (const firm of own) selecting.take(firm);
	for (const [at, answer] of theirs.entries()) selecting.join(shares[at] as readonly string[], await answer);
	return { selected: selectedBy(selecting, names), together: { helpers, count, names } };
}

/** What tables supply beside amounts, and what options say of single firms, is for the long way. */
function mayBeSimple({ part: { supplied }, choices, byRow }: Judging): boolean {
	if (!byRow && !choices.screen) return false;
	const { absentIsZero, amountsTexts, addRepeats } = choices;
	const { factors, deflators, targets, goals, growth } = supplied;
	const given = [factors.length, deflators.length, targets.length, goals.length, growth.size];
	return given.every((count) => count === 0) && absentIsZero.length + amountsTexts.length === 0 && !addRepeats;
}

export function selectTerms({ rules, screen: screens }: Choices): Omit<SelectTerms, "room"> {
	return { limit: rules.limit, isOff: (rule) => !screens || rules.isOff(rule) };
}
