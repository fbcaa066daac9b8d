/** Amounts that the seeds call odd, as cells write them: `999.00` and `9,999` too; and the few cells of a record that may be odd. */
import { obtain } from "../../domain/obtain.ts";
import { nearly } from "../../exact/exact.ts";
import type { OddAmountSeed, Seeds } from "../../reference/seeds.ts";
import { plain } from "../../reference/spelling.ts";
import { once } from "../once.ts";
import type { FirmCase } from "../rule.ts";
import { type Amount, amountsOf } from "./entries.ts";

/** The odd amount of a kind that a cell spells; undefined for any other cell. */
export function oddAmount({ rules }: FirmCase, kind: OddAmountSeed["kind"], text: string): string | undefined {
	const digits = plain(text).replaceAll(",", "");
	const bare = digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
	return rules.reference.isOdd(kind, bare) ? bare : undefined;
}

/** What cells of a record are worth a look: those that are not plainly the digits of an ordinary amount. */
export interface Cells {
	/** Whether the record has any amount. */
	readonly any: boolean;
	/** In the order of the record. */
	readonly strange: readonly Amount[];
}

const made = once<FirmCase, Cells>();

/** Nearly every cell is cleared by its length and its first three characters, once for all rules over cells. */
export function cellsOf(one: FirmCase): Cells {
	return obtain(made, one, () => {
		const { record, rules, limit } = one;
		const [begins, longest] = [beginsOf(rules.reference.seeds.oddAmounts), nearly(limit("dust-digits"))];
		let any = false;
		const strange = amountsOf(record, ({ text }) => {
			any = true;
			return !isOrdinary(text, begins, longest);
		});
		return { any, strange };
	});
}

/** How odd amounts begin: for each three of `0` to `9`, the point and the end of a text whether one begins so. */
type Begins = Uint8Array;
const symbols = 12;
const tables = new WeakMap<Seeds["oddAmounts"], Begins>();

export function beginsOf(amounts: Seeds["oddAmounts"]): Begins {
	return obtain(tables, amounts, () => {
		const begins = new Uint8Array(symbols ** 3);
		for (const { amount, kind } of amounts) {
			if (kind === "length" || !/^[\d.]+$/.test(amount)) continue;
			// `99.00` is 99 as well: behind an amount of two characters may stand anything.
			const any = symbols ** Math.max(0, 3 - amount.length);
			const at = Math.floor(beginningOf(amount) / any) * any;
			begins.fill(1, at, at + any);
		}
		return begins;
	});
}

function beginningOf(text: string): number {
	let all = 0;
	for (let at = 0; at < 3; at += 1) all = all * symbols + (at < text.length ? symbolOf(text.charCodeAt(at)) : symbols - 1);
	return all;
}

/** 0 to 9 and the point as 10; below zero for anything else. */
function symbolOf(letter: number): number {
	if (letter >= 0x30 && letter <= 0x39) return letter - 0x30;
	return letter === 0x2e ? 10 : -1;
}

/** Whether a cell has nothing but digits and a point, too few for the dust of a float, and begins as no odd amount does. */
export function isOrdinary(text: string, begins: Begins, longest: number): boolean {
	const { length } = text;
	if (length >= longest) return false;
	for (let at = 0; at < length; at += 1) if (symbolOf(text.charCodeAt(at)) < 0) return false;
	return begins[beginningOf(text)] === 0;
}
