/** A plain firm's years as floats, made once for all rules over years: what it used of each thing, what it made, what it emitted. */
import { slack } from "../shape.ts";
import { type Measures, measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { type Together, type YearlyShape, yearlyShapeOf } from "./yearly-shape.ts";

/** Good until another firm's is asked for: the memory is used again. */
export interface Yearly {
	readonly shape: YearlyShape;
	readonly years: number;
	/** What was used of what is together, at place × years + year. */
	readonly sums: Float64Array;
	/** The output as it is shown; NaN where there is none. */
	readonly output: Float64Array;
	/** t CO2 of the lines, each by its size; of a line without a factor none. */
	readonly sizes: Float64Array;
	/** Whether what is together matters to any year: 1, 0, or 2 where floats leave it open. */
	readonly matters: Uint8Array;
}

const room = {
	sums: new Float64Array(64 * 16),
	own: new Float64Array(64 * 16),
	output: new Float64Array(16),
	sizes: new Float64Array(16),
	matters: new Uint8Array(64),
};

/** Undefined where amounts may decide what of the rows counts. */
export function yearlyOf(plain: PlainCase): Yearly | undefined {
	if (last?.plain === plain) return last.yearly;
	const measures = measuresOf(plain);
	const shape = yearlyShapeOf(plain);
	const yearly = shape === undefined ? undefined : { shape, years: measures.years, ...room };
	if (yearly !== undefined) fill(yearly, measures, plain);
	last = { plain, yearly };
	return yearly;
}

let last: { readonly plain: PlainCase; readonly yearly: Yearly | undefined } | undefined;

function fill(yearly: Yearly, { years, sums, output }: Measures, { shape: { co2 }, limit }: PlainCase): void {
	const { shape, sizes } = yearly;
	sizes.fill(0);
	for (let year = 0; year < years; year += 1)
		yearly.output[year] = output < 0 ? Number.NaN : (sums[output * years + year] as number) * (shape.outputTimes[year] as number);
	for (let place = 0; place < shape.together.length; place += 1) {
		const { kinds } = shape.together[place] as Together;
		for (let year = 0; year < years; year += 1) {
			let [all, emitted] = [0, 0];
			for (const kind of kinds) {
				const own = sums[kind * years + year] as number;
				const tonnes = own * (co2[kind * years + year] as number);
				all += own;
				// What is unknown counts for none.
				if (!Number.isNaN(tonnes)) emitted += tonnes;
			}
			yearly.sums[place * years + year] = all;
			room.own[place * years + year] = Math.abs(emitted);
			sizes[year] = (sizes[year] as number) + Math.abs(emitted);
		}
	}
	const share = limit("material-share");
	for (let place = 0; place < shape.together.length; place += 1) yearly.matters[place] = mattersAt(yearly, place, share);
}

/** Whether what is together is part of the total: a process is none where the run leaves it out. */
export function countsIn({ part }: Together, { shape }: PlainCase): boolean {
	return part !== "process" || shape.like.rules.boundary === "all";
}

/** Over all units of a carrier in one use, as a share of what any year emits. */
function mattersAt({ shape: { together }, years, sizes }: Yearly, place: number, share: number): number {
	const { carrier, use } = together[place] as Together;
	let isOpen = false;
	for (let year = 0; year < years; year += 1) {
		let own = 0;
		for (let other = 0; other < together.length; other += 1) {
			const beside = together[other] as Together;
			if (beside.carrier === carrier && beside.use === use) own += room.own[other * years + year] as number;
		}
		const all = sizes[year] as number;
		if (all > 0 && own >= all * share * (1 + slack)) return 1;
		if (all > 0 && own >= all * share * (1 - slack)) isOpen = true;
	}
	return isOpen ? 2 : 0;
}
