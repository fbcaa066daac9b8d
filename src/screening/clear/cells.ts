/** Cells of a plain firm that may be odd, by their digits: nearly every series is cleared by its least and its largest amount. */
import { obtain } from "../../domain/obtain.ts";
import { written } from "../../ledger/stored-months.ts";
import type { Seeds } from "../../reference/seeds.ts";
import { oddAmount } from "../rules/odd-amounts.ts";
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

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
	const { kinds } = plain.numbers;
	const longest = plain.limit("dust-digits");
	const odd = oddNumbersOf(plain.shape.like.rules.reference.seeds.oddAmounts).amounts;
	const { lowest, highest } = measuresOf(plain);
	const { perHeld } = shapeFactsOf(plain);
	let found = none;
	for (let kind = 0; kind < kinds.length; kind += 1) {
		const times = perHeld[kind] as number;
		const [low, high] = [(lowest[kind] as number) * times * (1 - slack), (highest[kind] as number) * times * (1 + slack)];
		if (lengthAtMost(plain, kind, high) >= longest) found = lookAtAll(plain, kind, undefined, found);
		else
			for (let each = 0; each < odd.length; each += 1) {
				const number = odd[each] as number;
				if (number >= low && number <= high) found = lookAtAll(plain, kind, number / times, found);
			}
	}
	return found;
}

/** How long a cell of a kind is at most: no more places than the bits of all together. */
function lengthAtMost({ numbers: { years, places } }: PlainCase, kind: number, high: number): number {
	let behind = 0;
	for (let at = kind * years * 12; at < (kind + 1) * years * 12; at += 1) behind |= places[at] as number;
	let before = 1;
	while (high >= (tens[before] as number)) before += 1;
	return before + 1 + behind;
}

/** What the cells of a kind are, or those that come to one amount, besides what was found. */
function lookAtAll(plain: PlainCase, kind: number, amount: number | undefined, before: OddCells): OddCells {
	const { like } = plain.shape;
	const { years, amounts, digits, places } = plain.numbers;
	const longest = plain.limit("dust-digits");
	let found = before;
	for (let at = kind * years * 12; at < (kind + 1) * years * 12; at += 1) {
		if (amount !== undefined && Math.abs((amounts[at] as number) - amount) > slack * amount) continue;
		const text = written(digits[at] as number, places[at] as number);
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
	const { shortest } = oddNumbersOf(like.rules.reference.seeds.oddAmounts);
	return names.some((name) => name.length >= shortest && oddAmount(like, "length", String([...name].length)) !== undefined);
}

/** Places up to 15 figures. */
const tens: readonly number[] = Array.from({ length: 18 }, (_, power) => 10 ** power);

interface OddNumbers {
	/** The odd amounts that digits may spell: a cell that does is no less and no more. */
	readonly amounts: readonly number[];
	/** The shortest text that is as long as a field. */
	readonly shortest: number;
}

const made = new WeakMap<Seeds["oddAmounts"], OddNumbers>();

function oddNumbersOf(amounts: Seeds["oddAmounts"]): OddNumbers {
	return obtain(made, amounts, () => {
		const numbers = amounts.filter(({ kind, amount }) => kind !== "length" && /^[\d.]+$/.test(amount));
		const lengths = amounts.filter(({ kind }) => kind === "length").map(({ amount }) => Number(amount));
		return { amounts: numbers.map(({ amount }) => Number(amount)), shortest: Math.min(...lengths) };
	});
}
