/**
 * Rows of the csv report of simple firm-years, byte for byte as `formats/csv.ts` has them: by registers, and where these cannot tell a digit or a test
 * by exact arithmetic. For each firm and year nothing is made but bytes.
 */
import { reckon } from "../../assessment/simple/reckon.ts";
import { ask, common, given, yearRegisters } from "../../assessment/simple/registers.ts";
import { numberOf, verdictOf } from "../../assessment/simple/verdict.ts";
import { type Ratio, ratio } from "../../exact/ratio.ts";
import type { Sheet } from "../../exact/wide/digits.ts";
import { fits, type Registers, setFloat, setRatio } from "../../exact/wide/registers.ts";
import { write6, write12 } from "../../exact/wide/write.ts";
import type { FigureColumn } from "./columns.ts";
import { type Denominators, type ExactYear, exactVerdict, exactYear } from "./exact-year.ts";
import type { Template } from "./template.ts";
import { writeText } from "./text.ts";

export interface RowWriter {
	/** Where the numbers of the year are put: see `given`. */
	readonly registers: Registers;
	readonly denominators: Denominators;
}

/** undefined where a denominator is beyond what registers are asked to hold. */
export function rowWriter(denominators: Denominators): RowWriter | undefined {
	const registers = yearRegisters();
	setFloat(registers, common.one, 1);
	setFloat(registers, common.hundred, 100);
	const factors: readonly (readonly [number, Ratio])[] = [
		[common.perCo2, ratio(1n, denominators.co2)],
		[common.perTce, ratio(1n, denominators.tce)],
		[common.perOutput, ratio(1n, denominators.output)],
		[common.perIntensity, ratio(denominators.output, denominators.co2)],
	];
	if (!factors.every(([, value]) => fits(value))) return undefined;
	for (const [register, value] of factors) setRatio(registers, register, value);
	return { registers, denominators };
}

/** So many bytes must be free behind the place of a row and what it says of its firm: also for figures that exact arithmetic writes. */
export const rowRoom = 4096;

/**
 * Writes the row of a firm-year whose whole numbers stand in the writer's registers, with its line end. `who`, from `from` to before `to`, is what
 * `firmCells` says of the firm, in UTF-8. Gives back the place behind the row; −1, and nothing that counts, where a total or an output that
 * the row compares is not above zero, or a number is 2^104 or more.
 */
export function writeRow(
	out: Sheet,
	at: number,
	writer: RowWriter,
	template: Template,
	who: Uint8Array,
	from: number,
	to: number,
): number {
	const r = writer.registers;
	const { shape, texts } = template;
	if (!served(r, given.total, given.output) || !((r[2 * given.tce] as number) < tooLarge)) return -1;
	if (shape.hasBase && !served(r, given.baseTotal, given.baseOutput)) return -1;
	if (shape.hasLast && !served(r, given.lastTotal, given.lastOutput)) return -1;
	ask(r, template.asked);
	reckon(r, shape);
	let end = at;
	for (let i = from; i < to; i += 1) out.setUint8(end++, who[i] as number);
	let exact: ExactYear | undefined;
	const count = template.figures.length;
	for (let i = 0; i < count; i += 1) {
		end = writeText(out, end, texts, i);
		const behind = writeFigure(out, end, r, template.steps, 3 * i);
		if (behind !== -1) end = behind;
		else {
			exact ??= exactYear(r, template.terms, shape, writer.denominators);
			end = writeAscii(out, end, exactText(template.figures[i] as FigureColumn, exact));
		}
	}
	end = writeText(out, end, texts, count);
	end = writeText(out, end, template.verdictTexts, verdictIn(r, writer, template));
	return writeText(out, end, texts, count + 1);
}

function writeFigure(out: Sheet, at: number, r: Registers, steps: Int32Array, step: number): number {
	const register = steps[step] as number;
	const beside = steps[step + 1] as number;
	return steps[step + 2] === 12 ? write12(out, at, r, register, beside) : write6(out, at, r, register, beside);
}

/** Which of the verdicts a year has; that of a year without any is its only one. */
function verdictIn(r: Registers, { denominators }: RowWriter, { verdicts, shape, isLast, terms }: Template): number {
	if (verdicts.length === 0) return 0;
	const quick = verdictOf(r, shape.hasLast, isLast);
	return quick !== -1 ? quick : numberOf(verdicts, exactVerdict(r, terms, shape, denominators));
}

function exactText({ exactly, places, column }: FigureColumn, year: ExactYear): string {
	const shown = exactly(year);
	if (shown === null) throw new Error(`${column} of a firm that is not of its template's shape`);
	return shown(places);
}

/** From here on a register holds no whole number exactly that is a sum of others. */
const tooLarge = 2 ** 104;

/** Whether both are above zero, and as exact as they were put. */
function served(r: Registers, total: number, output: number): boolean {
	const emissions = r[2 * total] as number;
	const produced = r[2 * output] as number;
	return emissions > 0 && produced > 0 && emissions < tooLarge && produced < tooLarge;
}

function writeAscii(out: Sheet, at: number, text: string): number {
	for (let i = 0; i < text.length; i += 1) out.setUint8(at + i, text.charCodeAt(i));
	return at + text.length;
}
