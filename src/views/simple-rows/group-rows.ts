/**
 * The rows of simple firms of one shape: their sums as whole numbers over denominators that all of them have in common, year by year into the
 * registers of a row writer. A firm whose numbers are too large for that is written by the long way.
 */
import { type Assessment, sectorOf } from "../../assessment/assessment.ts";
import type { KindTerms, SimpleGroup } from "../../assessment/simple/group.ts";
import { given, reckoned } from "../../assessment/simple/registers.ts";
import { Summing } from "../../assessment/simple/sums.ts";
import type { Part } from "../../domain/words.ts";
import { divisor, type Ratio, reduced, ten } from "../../exact/ratio.ts";
import { add, mul } from "../../exact/wide/arithmetic.ts";
import type { Sheet } from "../../exact/wide/digits.ts";
import { type Registers, registers, setFloat } from "../../exact/wide/registers.ts";
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import { firmOf } from "../build-firm.ts";
import { csvCell } from "../formats/csv-cell.ts";
import type { Frame } from "../frame.ts";
import { type RowWriter, rowRoom, rowWriter, writeRow } from "./row.ts";
import { type Template, templateOf } from "./template.ts";

/** Up to here floats hold every whole number. */
const most = 2 ** 53;
const partRegisters: { readonly [P in Part]: number } = {
	fuel: given.fuel,
	process: given.process,
	electricity: given.electricity,
	heat: given.heat,
};

/** What rows take of the assessment and of the frame. */
export type Sectors = Pick<Assessment, "sectors">;
export type RowFrame = Pick<Frame, "basis" | "showsYear">;

export class GroupRows {
	private readonly group: SimpleGroup;
	private readonly writer: RowWriter;
	private readonly templates: readonly Template[];
	/** By how much the sums of each kind are multiplied, at k × years + y; and of the output. */
	private readonly co2: Float64Array;
	private readonly tce: Float64Array;
	private readonly perOutput: number;
	/** Decimals that all sums are brought to. */
	private readonly places: number;
	/** Totals and outputs of each year: those of the year before and of the base are asked for again. */
	private readonly totals: Registers;
	private readonly outputs: Registers;
	/** For each year the place of its base. */
	private readonly bases: readonly number[];
	private readonly summing = new Summing();
	private readonly tens: readonly number[];
	/** Sector and province, as they stand behind the name. */
	private readonly behindName: string;
	private readonly encoder = new TextEncoder();
	private who: Uint8Array = new Uint8Array(1 << 12);

	/** How many bytes must be free for all rows of a firm. */
	readonly room: number;

	private constructor(group: SimpleGroup, templates: readonly Template[], writer: RowWriter, factors: Factors) {
		const { shape, like } = group;
		[this.group, this.templates, this.writer] = [group, templates, writer];
		[this.co2, this.tce, this.perOutput, this.places] = [factors.co2, factors.tce, factors.output, factors.places];
		[this.totals, this.outputs] = [registers(shape.years), registers(shape.years)];
		this.bases = like.years.map(({ base }) => (base?.year ?? shape.firstYear) - shape.firstYear);
		this.tens = Array.from({ length: factors.places + 1 }, (_, power) => 10 ** power);
		this.behindName = [like.sector, like.province].map((text) => `,${csvCell(text, "text")}`).join("");
		this.room = rowRoom * shape.years;
	}

	/** Undefined where the rows of the shape cannot be written by registers. */
	static of(group: SimpleGroup, assessment: Sectors, frame: RowFrame): GroupRows | undefined {
		const { like, shape } = group;
		const [view] = like.pooledViews;
		const firm = firmOf(like, assessment, frame);
		const factors = factorsOf(group);
		const writer = factors && rowWriter(factors.denominators);
		if (factors === undefined || writer === undefined || view?.paths === undefined) return undefined;
		const templates: Template[] = [];
		for (const [at, one] of like.years.entries()) {
			const year = firm.years[at];
			const path = one.paths?.own;
			const base = (one.base?.year ?? one.year) - shape.firstYear;
			if (year === undefined || path === undefined || base < 0 || base >= shape.years) return undefined;
			// The year before counts as the tables have it, where it counts at all.
			if (one.lastYear !== undefined && at === 0) return undefined;
			const sector = sectorOf(assessment, like.pool, one.plan);
			const template = templateOf({ firm, year }, { year: one.year, path, sector, rules: view.rules });
			if (template === undefined) return undefined;
			templates.push(template);
		}
		return new GroupRows(group, templates, writer, factors);
	}

	/** Writes all rows of a firm; −1, and nothing that counts, where the long way has to. `out` has `room` behind `at`. */
	write(out: Sheet, at: number, firm: string, name: string | null, numbers: FirmNumbers): number {
		const { templates, writer } = this;
		const { years } = this.group.shape;
		if (!this.sumUp(numbers)) return -1;
		const length = this.nameFirm(firm, name);
		if (length > rowRoom / 2) return -1;
		const r = writer.registers;
		let end = at;
		for (let year = 0; year < years; year += 1) {
			this.put(year);
			copyFrom(r, given.baseTotal, this.totals, this.bases[year] as number);
			copyFrom(r, given.baseOutput, this.outputs, this.bases[year] as number);
			if (year > 0) {
				copyFrom(r, given.lastTotal, this.totals, year - 1);
				copyFrom(r, given.lastOutput, this.outputs, year - 1);
			}
			end = writeRow(out, end, writer, templates[year] as Template, this.who, 0, length);
			if (end === -1) return -1;
		}
		return end;
	}

	private nameFirm(firm: string, name: string | null): number {
		const text = `${csvCell(firm, "text")},${csvCell(name, "text")}${this.behindName}`;
		if (text.length * 3 > this.who.length) this.who = new Uint8Array(text.length * 3);
		return this.encoder.encodeInto(text, this.who).written;
	}

	/** The totals and outputs of all years; false where a sum is too large. */
	private sumUp(numbers: FirmNumbers): boolean {
		const sums = this.summing.of(numbers);
		if (sums === undefined) return false;
		const { shape, output } = this.group;
		for (let kind = 0; kind < shape.kinds.length; kind += 1) {
			const own = this.places - (sums.places[kind] as number);
			if (own < 0) return false;
			const scale = this.tens[own] as number;
			for (let at = kind * shape.years; at < (kind + 1) * shape.years; at += 1) {
				const sum = (sums.sums[at] as number) * scale;
				if (sum >= most) return false;
				sums.sums[at] = sum;
			}
		}
		const r = this.writer.registers;
		for (let year = 0; year < shape.years; year += 1) {
			this.put(year);
			copyFrom(this.totals, year, r, given.total);
			setFloat(r, reckoned.some, sums.sums[output * shape.years + year] as number);
			setFloat(r, reckoned.other, this.perOutput);
			mul(r, given.output, reckoned.some, reckoned.other);
			copyFrom(this.outputs, year, r, given.output);
		}
		return true;
	}

	/** The whole numbers of a year. */
	private put(year: number): void {
		const { shape, terms } = this.group;
		const r = this.writer.registers;
		for (let register = given.fuel; register <= given.tce; register += 1) setFloat(r, register, 0);
		const { sums } = this.summing;
		for (let kind = 0; kind < shape.energies; kind += 1) {
			const at = kind * shape.years + year;
			const part = partRegisters[(terms[at] as KindTerms).part];
			setFloat(r, reckoned.some, sums[at] as number);
			setFloat(r, reckoned.other, this.co2[at] as number);
			mul(r, reckoned.other, reckoned.some, reckoned.other);
			add(r, part, part, reckoned.other);
			add(r, given.total, given.total, reckoned.other);
			setFloat(r, reckoned.other, this.tce[at] as number);
			mul(r, reckoned.other, reckoned.some, reckoned.other);
			add(r, given.tce, given.tce, reckoned.other);
		}
		copyFrom(r, given.output, this.outputs, year);
	}
}

/** What whole sums are multiplied by to stand over common denominators. */
interface Factors {
	readonly co2: Float64Array;
	readonly tce: Float64Array;
	readonly output: number;
	readonly places: number;
	readonly denominators: { readonly co2: bigint; readonly tce: bigint; readonly output: bigint };
}

function factorsOf({ terms, perOutput, sums }: SimpleGroup): Factors | undefined {
	const places = sums.places;
	const co2 = overCommon(terms.map((one) => one.co2));
	const tce = overCommon(terms.map((one) => one.tce));
	const output = overCommon([perOutput]);
	if (co2 === undefined || tce === undefined || output === undefined) return undefined;
	const scale = ten(places);
	return {
		...{ co2: co2.over, tce: tce.over, output: output.over[0] as number, places },
		denominators: { co2: co2.under * scale, tce: tce.under * scale, output: output.under * scale },
	};
}

/** Pairs over their least common denominator; undefined where a float does not hold one. */
function overCommon(values: readonly Ratio[]): { readonly over: Float64Array; readonly under: bigint } | undefined {
	const all = values.map(reduced);
	const under = all.reduce((common, one) => (common / divisor(common, one.under)) * one.under, 1n);
	const over = all.map((one) => one.over * (under / one.under));
	return over.some((one) => one >= BigInt(most) || one <= -BigInt(most))
		? undefined
		: { over: Float64Array.from(over, Number), under };
}

function copyFrom(r: Registers, z: number, from: Registers, x: number): void {
	r[2 * z] = from[2 * x] as number;
	r[2 * z + 1] = from[2 * x + 1] as number;
}
