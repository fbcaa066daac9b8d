/**
 * Which firms of large tables are simple: plain, of a shape whose first clean firm is assessed and asked as every firm is, and cleared by their
 * own numbers of whatever hangs on amounts. Nothing is told of them and no verdict of theirs is in doubt; all others go the long way.
 */
import type { Rules } from "../../assessment/rules.ts";
import type { SimpleFirms } from "../../assessment/simple/group.ts";
import { byCodeUnit } from "../../domain/order.ts";
import { FirmShelf, isStored } from "../../ledger/firm-shelf.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { StoredMonths } from "../../ledger/stored-months.ts";
import { type GatheredParts, numbersOfFirm, roomFor } from "../gathering.ts";
import { monthsInYear } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { type GroupAnswers, Selecting, type SelectTerms } from "./selecting.ts";

export interface Selected {
	readonly simple: SimpleFirms;
	readonly answers: GroupAnswers;
	/** What rules between firms gathered of them. */
	readonly gathered: GatheredParts;
	/** The firm once more as it was gathered; what it holds is of this firm until the next is asked for. */
	readonly plainCase: (firm: string) => PlainCase;
}

/** Undefined where no firm is kept as numbers. */
export function selectSimple(
	ledger: Ledger,
	plans: readonly [Rules, ...Rules[]],
	terms: Omit<SelectTerms, "room">,
): Selected | undefined {
	const { firms } = ledger;
	if (!(firms instanceof FirmShelf)) return undefined;
	const names = [...firms.keys()].sort(byCodeUnit);
	const selecting = new Selecting(ledger, firms, plans, { ...terms, room: roomFor(numbersIn(firms), false) });
	for (const firm of names) selecting.take(firm);
	return selectedBy(selecting, names);
}

/** About how many months of amounts there are of all firms. */
export function numbersIn(firms: FirmShelf): number {
	const tables = new Set<StoredMonths>();
	let others = 0;
	for (const slot of firms.kept().values()) {
		if (isStored(slot)) for (const { months } of slot) tables.add(months);
		else others += 1;
	}
	let numbers = others * numbersOfFirm;
	for (const { memory } of tables) numbers += memory.years.size * monthsInYear;
	return numbers;
}

/** All that was selected; `names`: of all firms, in order. */
export function selectedBy(selecting: Selecting, names: readonly string[]): Selected {
	return { ...selecting.selected(names), gathered: selecting.gathered(), plainCase: (firm) => selecting.caseOf(firm) };
}
