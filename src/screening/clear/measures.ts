/**
 * What clearing asks of a plain firm's numbers, once for all rules: sums and ends by year and over all years, what is used for one of the output,
 * and whether months stand beside each other as copies do. Typed memory that is used again for the next firm, so that no firm costs an object.
 */
import { slack } from "../shape.ts";
import type { OddCells } from "./cells.ts";
import type { Clears, PlainCase } from "./plain-case.ts";

export const monthsInYear = 12;

/** Months of a kind stand at kind × months + month, its years at kind × years + year, both from 0 without a gap. */
export class Measures {
	plain: PlainCase | undefined;
	/** Rises from firm to firm: what else is made of a firm's numbers is good as long as it stands. */
	turn = 0;
	kinds = 0;
	energies = 0;
	years = 0;
	/** Of all years. */
	months = 0;
	/** Which kind is the output that the intensity is measured by; −1 where none is. */
	output = -1;
	/** The numbers themselves, and one over each. */
	amounts: Float64Array = new Float64Array(0);
	inverses: Float64Array = new Float64Array(0);
	/** By kind and year; and one over each sum. */
	sums: Float64Array = new Float64Array(0);
	inverseSums: Float64Array = new Float64Array(0);
	lows: Float64Array = new Float64Array(0);
	highs: Float64Array = new Float64Array(0);
	/** By kind, of all years. */
	readonly lowest: Float64Array = new Float64Array(mostKinds);
	readonly highest: Float64Array = new Float64Array(mostKinds);
	/** Of energy by month, and its ends by year and of all years: what is used for one of the output. Only where there is an output. */
	perOutput: Float64Array = new Float64Array(0);
	perOutputLows: Float64Array = new Float64Array(0);
	perOutputHighs: Float64Array = new Float64Array(0);
	readonly perOutputLowest: Float64Array = new Float64Array(mostKinds);
	readonly perOutputHighest: Float64Array = new Float64Array(mostKinds);
	/** Most months running that are one amount, and that rise or fall by nearly the same. */
	readonly repeated: Uint16Array = new Uint16Array(mostKinds);
	readonly evenly: Uint16Array = new Uint16Array(mostKinds);
	/** Whether any month is the one two, three or twelve months before: a bit for each. */
	readonly echoes: Uint8Array = new Uint8Array(mostKinds);
	/** What there is among its cells, once a rule has asked. */
	cells: OddCells | undefined;
}

/** As many as a plain firm may have. */
export const mostKinds = 64;

const measures = new Measures();

/**
 * The measures of a firm, good until they are asked of another. A firm is known by its case: whoever fills the numbers anew hands over a new
 * case.
 */
export function measuresOf(plain: PlainCase): Measures {
	if (measures.plain !== plain) measure(measures, plain);
	return measures;
}

function measure(all: Measures, plain: PlainCase): void {
	const { kinds, energies, years, amounts } = plain.numbers;
	if (kinds.length > mostKinds) throw new Error(`${kinds.length} series are no plain firm`);
	all.plain = undefined;
	all.turn += 1;
	all.cells = undefined;
	[all.kinds, all.energies, all.years, all.months] = [kinds.length, energies, years, years * monthsInYear];
	[all.output, all.amounts] = [plain.shape.output, amounts];
	makeRoom(all);
	for (let kind = 0; kind < all.kinds; kind += 1) {
		measureSizes(all, kind);
		measureRuns(all, kind);
	}
	if (all.output >= 0) for (let kind = 0; kind < energies; kind += 1) measurePerOutput(all, kind);
	all.plain = plain;
}

function makeRoom(all: Measures): void {
	const [months, years] = [all.kinds * all.months, all.kinds * all.years];
	if (all.inverses.length < months) {
		all.inverses = new Float64Array(months);
		all.perOutput = new Float64Array(months);
	}
	if (all.sums.length < years) {
		all.sums = new Float64Array(years);
		all.inverseSums = new Float64Array(years);
		all.lows = new Float64Array(years);
		all.highs = new Float64Array(years);
		all.perOutputLows = new Float64Array(years);
		all.perOutputHighs = new Float64Array(years);
	}
}

function measureSizes(all: Measures, kind: number): void {
	const { years, months, amounts, inverses } = all;
	let lowest = Number.POSITIVE_INFINITY;
	let highest = 0;
	for (let year = 0; year < years; year += 1) {
		const begin = kind * months + year * monthsInYear;
		let low = Number.POSITIVE_INFINITY;
		let high = 0;
		let sum = 0;
		for (let at = begin; at < begin + monthsInYear; at += 1) {
			const size = amounts[at] as number;
			inverses[at] = 1 / size;
			sum += size;
			low = Math.min(low, size);
			high = Math.max(high, size);
		}
		const own = kind * years + year;
		all.sums[own] = sum;
		all.inverseSums[own] = 1 / sum;
		all.lows[own] = low;
		all.highs[own] = high;
		if (low < lowest) lowest = low;
		if (high > highest) highest = high;
	}
	all.lowest[kind] = lowest;
	all.highest[kind] = highest;
}

/** Nearly every series has no month beside one that is alike: which one of them has, is seen without branches. */
function measureRuns(all: Measures, kind: number): void {
	const { months, amounts } = all;
	const begin = kind * months;
	const end = begin + months;
	let [again, even, echo] = [0, 0, 0];
	let gap = Number.NaN;
	let [last, before, third] = [amounts[begin] as number, Number.NaN, Number.NaN];
	for (let at = begin + 1; at < end; at += 1) {
		const size = amounts[at] as number;
		const step = size - last;
		again |= Number(step === 0);
		even |= Number(isEven(step, gap, size, last));
		echo |= Number(size === before) | (Number(size === third) << 1);
		[gap, third, before, last] = [step, before, last, size];
	}
	for (let at = begin + monthsInYear; at < end; at += 1) echo |= Number(amounts[at] === amounts[at - monthsInYear]) << 2;
	all.echoes[kind] = echo;
	all.repeated[kind] = 1;
	// Two months are one step.
	all.evenly[kind] = 2;
	if ((again | even) !== 0) countRuns(all, kind);
}

/** Differences of floats are only nearly equal, by what the largest of the numbers loses. */
function isEven(step: number, gap: number, size: number, last: number): boolean {
	return Math.abs(step - gap) <= slack * (size + last + Math.abs(gap));
}

function countRuns(all: Measures, kind: number): void {
	const { months, amounts } = all;
	const end = (kind + 1) * months;
	let repeated = 1;
	let evenly = 1;
	let run = 1;
	let even = 1;
	let gap = 0;
	let last = amounts[kind * months] as number;
	for (let at = kind * months + 1; at < end; at += 1) {
		const size = amounts[at] as number;
		const step = size - last;
		run = step === 0 ? run + 1 : 1;
		even = gap !== 0 && isEven(step, gap, size, last) ? even + 1 : step === 0 ? 1 : 2;
		gap = step;
		last = size;
		if (run > repeated) repeated = run;
		if (even > evenly) evenly = even;
	}
	all.repeated[kind] = repeated;
	all.evenly[kind] = evenly;
}

function measurePerOutput(all: Measures, kind: number): void {
	const { output, years, months, amounts, inverses, perOutput } = all;
	let lowest = Number.POSITIVE_INFINITY;
	let highest = 0;
	for (let year = 0; year < years; year += 1) {
		const begin = kind * months + year * monthsInYear;
		const beside = output * months + year * monthsInYear;
		let low = Number.POSITIVE_INFINITY;
		let high = 0;
		for (let month = 0; month < monthsInYear; month += 1) {
			const quotient = (amounts[begin + month] as number) * (inverses[beside + month] as number);
			perOutput[begin + month] = quotient;
			low = Math.min(low, quotient);
			high = Math.max(high, quotient);
		}
		all.perOutputLows[kind * years + year] = low;
		all.perOutputHighs[kind * years + year] = high;
		if (low < lowest) lowest = low;
		if (high > highest) highest = high;
	}
	all.perOutputLowest[kind] = lowest;
	all.perOutputHighest[kind] = highest;
}

/** A question that several rules ask of a firm, asked once of each. */
export function onceAFirm(clears: Clears): Clears {
	let turn = -1;
	let answer = false;
	return (plain) => {
		const all = measuresOf(plain);
		if (turn === all.turn) return answer;
		answer = clears(plain);
		turn = all.turn;
		return answer;
	};
}
