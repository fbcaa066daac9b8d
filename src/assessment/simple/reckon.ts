/**
 * The figures of a simple firm-year, by the formulas of `../figures.ts`, in registers. Behind each is how many units it may be wrong by, as a share
 * of the register that it is written with: 256 are trusted.
 */
import { div, mul, sub } from "../../exact/wide/arithmetic.ts";
import { logarithm, ofExponential, ofLogarithm } from "../../exact/wide/logarithm.ts";
import type { Registers } from "../../exact/wide/registers.ts";
import { asked, common, given, reckoned } from "./registers.ts";

/** What a year of a firm has: the same for all firms of its shape. */
export interface YearShape {
	/** It is not before the base year. */
	readonly hasBase: boolean;
	/** The year before may be compared with it. */
	readonly hasLast: boolean;
	/** It is not after the target year. */
	readonly onPath: boolean;
	readonly hasSector: boolean;
}

const { hundred } = common;

/** Puts the figures into their registers. Totals and outputs that are looked at are above zero. */
export function reckon(r: Registers, shape: YearShape): void {
	mul(r, reckoned.fuel, given.fuel, common.perCo2); // 10: 1.01 of the factor, 8.1
	mul(r, reckoned.process, given.process, common.perCo2);
	mul(r, reckoned.electricity, given.electricity, common.perCo2);
	mul(r, reckoned.heat, given.heat, common.perCo2);
	mul(r, reckoned.tonnes, given.total, common.perCo2);
	mul(r, reckoned.tce, given.tce, common.perTce);
	mul(r, reckoned.output, given.output, common.perOutput);
	div(r, reckoned.intensity, given.total, given.output);
	mul(r, reckoned.intensity, reckoned.intensity, common.perIntensity); // 23: 13.1, 1.01, 8.1
	if (shape.hasLast) {
		leftOf(r, reckoned.leftOfLast, given.lastTotal, given.lastOutput);
		mul(r, reckoned.leftOfLastPercent, reckoned.leftOfLast, hundred); // 38
		difference(r, reckoned.sinceLast, reckoned.leftOfLastPercent, hundred); // 42
	}
	if (shape.hasBase) reckonOwn(r, shape.onPath);
	if (shape.hasSector) reckonSector(r);
}

/** The firm beside its own path. */
function reckonOwn(r: Registers, onPath: boolean): void {
	leftOf(r, reckoned.left, given.baseTotal, given.baseOutput);
	mul(r, reckoned.leftPercent, reckoned.left, hundred); // 38
	difference(r, reckoned.sinceBase, reckoned.leftPercent, hundred); // 42
	div(r, reckoned.base, given.baseTotal, given.baseOutput);
	mul(r, reckoned.base, reckoned.base, common.perIntensity); // 23
	mul(r, reckoned.target, reckoned.base, asked.endShare); // 33: 23, 1.01, 8.1
	mul(r, reckoned.some, reckoned.leftPercent, asked.endInverse); // 48: 38, 1.01, 8.1
	difference(r, reckoned.targetGapPercent, reckoned.some, hundred); // 52
	if (!onPath) return;
	mul(r, reckoned.required, reckoned.base, asked.share); // 33
	difference(r, reckoned.gap, reckoned.intensity, reckoned.required); // 37
	mul(r, reckoned.some, reckoned.leftPercent, asked.inverse); // 48
	difference(r, reckoned.gapPercent, reckoned.some, hundred); // 52
	difference(r, reckoned.gapPoints, reckoned.leftPercent, asked.hundredShare); // 42
	mul(r, reckoned.some, reckoned.required, reckoned.output); // 52: 33, 10, 8.1
	difference(r, reckoned.gapTonnes, reckoned.tonnes, reckoned.some); // 56
	sub(r, reckoned.some, hundred, reckoned.leftPercent);
	mul(r, reckoned.completion, reckoned.some, asked.perFall);
	// Far more than 52 units of all that it is made of.
	const size = (100 + Math.abs(r[2 * reckoned.leftPercent] as number)) * Math.abs(r[2 * asked.perFall] as number);
	r[2 * (reckoned.completion + 1)] = size * 2 ** -98;
	reckonLogarithms(r);
}

function reckonLogarithms(r: Registers): void {
	const [x, xError] = [reckoned.logarithm, reckoned.logarithm + 1];
	logarithm(r, x, xError, reckoned.left);
	ofLogarithm(r, reckoned.progress, reckoned.progress + 1, x, xError, asked.progress);
	ofLogarithm(r, reckoned.schedule, reckoned.schedule + 1, x, xError, asked.schedule);
	ofExponential(r, reckoned.cut, reckoned.cut + 1, x, xError, asked.cutStart, asked.cutPerYear);
}

/** The firm beside its sector's path. */
function reckonSector(r: Registers): void {
	difference(r, reckoned.sectorGap, reckoned.intensity, asked.sectorRequired); // 27
	mul(r, reckoned.some, reckoned.intensity, asked.sectorInverse); // 33
	difference(r, reckoned.sectorGapPercent, reckoned.some, hundred); // 37
	mul(r, reckoned.some, asked.sectorRequired, reckoned.output); // 20
	difference(r, reckoned.sectorGapTonnes, reckoned.tonnes, reckoned.some); // 24
	mul(r, reckoned.some, reckoned.intensity, asked.sectorTargetInverse); // 33
	difference(r, reckoned.sectorTargetGapPercent, reckoned.some, hundred); // 37
}

/** z = the intensity over another one: (total × other output) / (output × other total), within 30 units. */
function leftOf(r: Registers, z: number, total: number, output: number): void {
	mul(r, reckoned.some, given.total, output);
	mul(r, reckoned.other, given.output, total);
	div(r, z, reckoned.some, reckoned.other);
}

/** z = x − y, and behind it the size of both. */
function difference(r: Registers, z: number, x: number, y: number): void {
	r[2 * (z + 1)] = Math.abs(r[2 * x] as number) + Math.abs(r[2 * y] as number);
	sub(r, z, x, y);
}
