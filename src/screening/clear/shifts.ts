/** Years of a plain firm whose rows may stand a month off: by how much what one kind uses for one of another scatters, in its rows and moved. */
import { type Measures, measuresOf, monthsInYear, onceAFirm } from "./measures.ts";
import type { Clears, PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** From and up to how many times one scatter is another where a year is shifted. */
export const shiftBounds = { apart: 4, usuallyApart: 3.5, likeOthers: 2.5 } as const;

export const clearsShifts: Clears = onceAFirm((plain) => {
	const all = measuresOf(plain);
	// Without another year nobody knows how the works usually scatters.
	if (all.years < 2) return true;
	const lines = linesOf(plain, all);
	const { carrier } = shapeFactsOf(plain);
	for (const line of lines)
		for (const other of lines)
			if (carrier[line] !== carrier[other]) {
				gather(all, line, other);
				for (let year = 0; year < all.years; year += 1)
					if (mayBeShifted(all.years, year, before) || mayBeShifted(all.years, year, after)) return false;
			}
	return true;
});

function linesOf(plain: PlainCase, { energies, output }: Measures): number[] {
	const { consumed } = shapeFactsOf(plain);
	const lines: number[] = [];
	for (let kind = 0; kind < energies; kind += 1) if (consumed[kind] === true) lines.push(kind);
	return output < 0 ? lines : [...lines, output];
}

/** Sums and squares of a year, in the rows of the month before, of its own, of the month after. */
const sums = 6;
const [before, here, after] = [0, 2, 4];
let found: Float64Array = new Float64Array(0);

function gather({ years, months, amounts, inverses }: Measures, line: number, other: number): void {
	if (found.length < years * sums) found = new Float64Array(years * sums);
	for (let year = 0; year < years; year += 1) {
		const begin = line * months + year * monthsInYear;
		const beside = other * months + year * monthsInYear - begin;
		let earlier = 0;
		let earlierSquares = 0;
		let own = 0;
		let ownSquares = 0;
		let later = 0;
		let laterSquares = 0;
		let last = 0;
		let inverse = inverses[begin + beside] as number;
		for (let at = begin; at < begin + monthsInYear; at += 1) {
			const size = amounts[at] as number;
			const now = size * inverse;
			own += now;
			ownSquares += now * now;
			if (at > begin) {
				const moved = size * last;
				earlier += moved;
				earlierSquares += moved * moved;
			}
			last = inverse;
			if (at + 1 === begin + monthsInYear) break;
			inverse = inverses[at + 1 + beside] as number;
			const moved = size * inverse;
			later += moved;
			laterSquares += moved * moved;
		}
		const at = year * sums;
		found[at] = earlier;
		found[at + 1] = earlierSquares;
		found[at + 2] = own;
		found[at + 3] = ownSquares;
		found[at + 4] = later;
		found[at + 5] = laterSquares;
	}
}

/** What sums of as many numbers lose of a scatter, and of one more. */
const lost = 1e-10;

/** Whether a year scatters less where its rows are moved, by itself and as the others do in theirs. */
function mayBeShifted(years: number, year: number, moved: number): boolean {
	const own = scatterAt(year, here, monthsInYear);
	const other = scatterAt(year, moved, monthsInYear - 1);
	if (own + (own + 1) * lost < (other - (other + 1) * lost) * shiftBounds.apart) return false;
	const usual = elsewhere(years, year, here, monthsInYear);
	if (other - (other + 1) * lost > (usual + (usual + 1) * lost) * shiftBounds.likeOthers) return false;
	const usualMoved = elsewhere(years, year, moved, monthsInYear - 1);
	return usualMoved + (usualMoved + 1) * lost >= (usual - (usual + 1) * lost) * shiftBounds.usuallyApart;
}

function scatterAt(year: number, place: number, months: number): number {
	const all = found[year * sums + place] as number;
	return ((found[year * sums + place + 1] as number) * months) / (all * all) - 1;
}

/** The scatter of all other years, each by itself. */
function elsewhere(years: number, year: number, place: number, months: number): number {
	let all = 0;
	for (let each = 0; each < years; each += 1) if (each !== year) all += scatterAt(each, place, months);
	return all / (years - 1);
}
