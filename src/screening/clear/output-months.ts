/** Months of an output and of what was used for it, by floats: whether none slipped its unit, and whether none moved without the other. */
import { anyOthersMayFit, type FitOfOthers, othersMayFit } from "../fit.ts";
import { slack } from "../shape.ts";
import { type Measures, measuresOf, monthsInYear, mostKinds } from "./measures.ts";
import { isJudged } from "./outputs.ts";
import type { PlainCase } from "./plain-case.ts";

/** The output month by month that rules over months go by: the first by name of those that the intensity may be measured by; −1 where none is. */
export function monthlyOutput(plain: PlainCase): number {
	const { kinds, energies } = plain.numbers;
	for (let kind = energies; kind < kinds.length; kind += 1) if (isJudged(plain, kind)) return kind;
	return -1;
}

const ofYear = new Float64Array(monthsInYear);

/** Whether each month of the output is as its year: then it is no month that slipped. */
export function clearsSlippedOutput(plain: PlainCase): boolean {
	const output = monthlyOutput(plain);
	if (output < 0) return true;
	const { lowest, highest, lows, highs, years } = measuresOf(plain);
	const gap = plain.limit("slip-gap") * (1 - slack);
	if ((highest[output] as number) < (lowest[output] as number) * gap) return true;
	for (let year = 0; year < years; year += 1) {
		const own = output * years + year;
		if ((highs[own] as number) < (lows[own] as number) * gap) continue;
		if (!isAsItsMiddle(plain, own * monthsInYear, gap)) return false;
	}
	return true;
}

/** Whether each month of a year is within a factor of the middle one of the others. */
function isAsItsMiddle({ numbers: { amounts } }: PlainCase, begin: number, gap: number): boolean {
	for (let month = 0; month < monthsInYear; month += 1) ofYear[month] = amounts[begin + month] as number;
	ofYear.sort();
	for (let place = 0; place < monthsInYear; place += 1) {
		const own = ofYear[place] as number;
		const middle = ofYear[place <= 5 ? 6 : 5] as number;
		if (own >= middle * gap || middle >= own * gap) return false;
	}
	return true;
}

/** From which factor on something moved, and below which it stood still. */
interface Bounds {
	readonly moved: number;
	readonly still: number;
	readonly fit: number;
	readonly far: number;
}

/** How many times each month of the output is the one before. */
let moves = new Float64Array(0);

/** Whether no energy stood still where the output moved, nor the other way round, in a month that the others would have expected to be otherwise. */
export function clearsElasticity(plain: PlainCase): boolean {
	const output = monthlyOutput(plain);
	if (output < 0) return true;
	const all = measuresOf(plain);
	if (!mayAnyFollow(all, output, plain.limit("elasticity-fit"))) return true;
	const { months, energies, amounts, inverses } = all;
	if (moves.length < months) moves = new Float64Array(months);
	for (let month = 1; month < months; month += 1) {
		const at = output * months + month;
		moves[month] = (amounts[at] as number) * (inverses[at - 1] as number);
	}
	const bounds = {
		moved: (1 + plain.limit("elasticity-moved")) * (1 - slack),
		still: (1 + plain.limit("elasticity-still")) * (1 + slack),
		fit: plain.limit("elasticity-fit"),
		far: plain.limit("month-deviation"),
	};
	// Months that slipped are left out of the line.
	const isLineOfAll = clearsSlippedOutput(plain);
	for (let kind = 0; kind < energies; kind += 1)
		if (mayFollow[kind] === 1 && !followsOutput(all, kind, output, bounds, isLineOfAll)) return false;
	return true;
}

/** Of each kind whether a line may explain it by the output, whichever month is left out: where none does, nothing is expected of a month. */
const mayFollow: Uint8Array = new Uint8Array(mostKinds);

function mayAnyFollow(all: Measures, output: number, fit: number): boolean {
	const { months, energies, amounts, lowest, highest } = all;
	let any = 0;
	for (let kind = 0; kind < energies; kind += 1) {
		const [x, y] = [output * months, kind * months];
		let [xAll, yAll, xSquares, ySquares, products] = [0, 0, 0, 0, 0];
		for (let month = 0; month < months; month += 1) {
			const [made, used] = [amounts[x + month] as number, amounts[y + month] as number];
			xAll += made;
			yAll += used;
			xSquares += made * made;
			ySquares += used * used;
			products += made * used;
		}
		const [xMiddle, yMiddle] = [xAll / months, yAll / months];
		const sums = {
			count: months,
			xx: xSquares / (xMiddle * xMiddle) - months,
			yy: ySquares / (yMiddle * yMiddle) - months,
			xy: products / (xMiddle * yMiddle) - months,
			xMost: Math.max((highest[output] as number) / xMiddle - 1, 1 - (lowest[output] as number) / xMiddle),
			yMost: Math.max((highest[kind] as number) / yMiddle - 1, 1 - (lowest[kind] as number) / yMiddle),
		};
		mayFollow[kind] = anyOthersMayFit(sums, fit) ? 1 : 0;
		any |= mayFollow[kind] as number;
	}
	return any === 1;
}

function followsOutput(all: Measures, kind: number, output: number, bounds: Bounds, isLineOfAll: boolean): boolean {
	const { months, amounts, inverses } = all;
	const { moved, still } = bounds;
	const [most, least, up, down] = [moved, 1 / moved, still, 1 / still];
	let others: FitOfOthers | undefined;
	for (let month = 1; month < months; month += 1) {
		const at = kind * months + month;
		const ofEnergy = (amounts[at] as number) * (inverses[at - 1] as number);
		const ofOutput = moves[month] as number;
		const energyMoved = ofEnergy >= most || ofEnergy <= least;
		const outputMoved = ofOutput >= most || ofOutput <= least;
		const isParted = (energyMoved && ofOutput < up && ofOutput > down) || (outputMoved && ofEnergy < up && ofEnergy > down);
		if (!isParted) continue;
		const used = amounts.subarray(kind * months, (kind + 1) * months);
		const made = amounts.subarray(output * months, (output + 1) * months);
		others ??= othersMayFit(made, used, bounds.fit);
		if (others(month) && !(isLineOfAll && isNearLine(made, used, month, bounds.far))) return false;
	}
	return true;
}

const away = { all: new Float64Array(0) };

/**
 * Whether a month lies certainly nearer to the line through all others than so many times the middle one of these does: in amounts, of
 * which a month that is told must be that far away.
 */
function isNearLine(x: Float64Array, y: Float64Array, month: number, far: number): boolean {
	const count = x.length - 1;
	let [xAll, yAll] = [0, 0];
	for (let place = 0; place < x.length; place += 1) {
		if (place === month) continue;
		xAll += x[place] as number;
		yAll += y[place] as number;
	}
	const [xMiddle, yMiddle] = [xAll / count, yAll / count];
	let [xx, xy] = [0, 0];
	for (let place = 0; place < x.length; place += 1) {
		if (place === month) continue;
		const [a, b] = [(x[place] as number) / xMiddle - 1, (y[place] as number) / yMiddle - 1];
		xx += a * a;
		xy += a * b;
	}
	// What hardly varies gives no slope.
	if (!(xx > 1e-6 * count)) return false;
	const slope = xy / xx;
	const from = (place: number): number =>
		Math.abs((y[place] as number) / yMiddle - 1 - slope * ((x[place] as number) / xMiddle - 1));
	if (away.all.length !== count) away.all = new Float64Array(count);
	for (let place = 0; place < x.length; place += 1)
		if (place !== month) away.all[place < month ? place : place - 1] = from(place);
	away.all.sort();
	return from(month) + 1e-7 < (away.all[count >> 1] as number) * far * (1 - 1e-6);
}
