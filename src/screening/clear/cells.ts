/** Cells of a plain firm that may be odd, by their digits: nearly every cell is cleared by its length and its first three characters. */
import { obtain } from "../../domain/obtain.ts";
import { written } from "../../ledger/stored-months.ts";
import type { Seeds } from "../../reference/seeds.ts";
import { beginsOf, oddAmount } from "../rules/odd-amounts.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

/** What there is among a firm's cells. */
export interface OddCells {
	readonly cap: boolean;
	readonly placeholder: boolean;
	/** As long as the dust of a float. */
	readonly long: boolean;
}

const none: OddCells = { cap: false, placeholder: false, long: false };

/** Made once for all rules over cells. */
export function oddCells(plain: PlainCase): OddCells {
	const all = measuresOf(plain);
	all.cells ??= look(plain);
	return all.cells;
}

function look(plain: PlainCase): OddCells {
	const { kinds, years, digits, places } = plain.numbers;
	const { like } = plain.shape;
	const { begins } = beginningsOf(like.rules.reference.seeds.oddAmounts);
	const longest = plain.limit("dust-digits");
	const count = kinds.length * years * 12;
	let found = none;
	// Digits have as many figures as those before them, nearly always.
	let figures = 1;
	for (let at = 0; at < count; at += 1) {
		const number = digits[at] as number;
		const behind = places[at] as number;
		while (number >= (tens[figures] as number)) figures += 1;
		while (figures > 1 && number < (tens[figures - 1] as number)) figures -= 1;
		const before = figures - behind;
		const length = behind === 0 ? figures : figures + 1;
		if (before >= 3 && length < longest) {
			if (begins[Math.floor(number / (tens[figures - 3] as number))] === 0) continue;
		} else if (before === 2 && behind > 0 && length < longest) {
			if (begins[twoAndPoint + Math.floor(number / (tens[figures - 2] as number))] === 0) continue;
		}
		const text = written(number, behind);
		found = {
			cap: found.cap || oddAmount(like, "cap", text) !== undefined,
			placeholder: found.placeholder || oddAmount(like, "placeholder", text) !== undefined,
			long: found.long || text.length >= longest,
		};
	}
	return found;
}

/** Whether a name is exactly as long as a field can hold. */
export function isNameCutOff({ names, shape: { like } }: PlainCase): boolean {
	const { shortest } = beginningsOf(like.rules.reference.seeds.oddAmounts);
	return names.some((name) => name.length >= shortest && oddAmount(like, "length", String([...name].length)) !== undefined);
}

/** Places up to 15 figures. */
const tens: readonly number[] = Array.from({ length: 18 }, (_, power) => 10 ** power);

interface Beginnings {
	/** By the first three figures whether an odd amount begins so; from `twoAndPoint` on by two and the point behind them. */
	readonly begins: Uint8Array;
	/** The shortest text that is as long as a field. */
	readonly shortest: number;
}

const twoAndPoint = 1000;
const made = new WeakMap<Seeds["oddAmounts"], Beginnings>();

function beginningsOf(amounts: Seeds["oddAmounts"]): Beginnings {
	return obtain(made, amounts, () => {
		const all = beginsOf(amounts);
		const begins = new Uint8Array(twoAndPoint + 100);
		for (let three = 100; three < 1000; three += 1)
			begins[three] = all[(Math.floor(three / 100) * 12 + (Math.floor(three / 10) % 10)) * 12 + (three % 10)] as number;
		for (let two = 10; two < 100; two += 1)
			begins[twoAndPoint + two] = all[(Math.floor(two / 10) * 12 + (two % 10)) * 12 + 10] as number;
		const lengths = amounts.filter(({ kind }) => kind === "length").map(({ amount }) => Number(amount));
		return { begins, shortest: Math.min(...lengths) };
	});
}
