/** What a year asks of every firm that has its shape: shares of its path, and the same of the sector's, as registers. */
import { compare, hundred, minus, oneRatio, per, type Ratio, sign, ten, times, toFloat } from "../../exact/ratio.ts";
import type { Root } from "../../exact/root.ts";
import { floatLogarithm } from "../../exact/shown.ts";
import { fits, type Registers, setFloat, setRatio } from "../../exact/wide/registers.ts";
import type { Path } from "../../trajectory/path.ts";
import type { AssessedSector } from "../pools.ts";
import type { Rules } from "../rules.ts";
import { asked, askedRegisters } from "./registers.ts";

/** A year by which firms of one shape are judged: on the firm's own path, and on its sector's where that is known. */
export interface YearTerms {
	readonly year: number;
	readonly path: Path;
	readonly sector: AssessedSector | undefined;
	readonly rules: Pick<Rules, "shape" | "limits">;
}

/** Digits of a root that no register could tell from the root. */
const rootPlaces = 60;

/** undefined where registers cannot serve: a path of another shape, one that asks for no fall or for everything, or numbers beyond what they are asked to hold. */
export function askedIn({ year, path, sector, rules }: YearTerms): Registers | undefined {
	if (rules.shape !== "equal-rate" || compare(path.keep, oneRatio) >= 0 || sign(path.keep) <= 0) return undefined;
	const r = askedRegisters();
	const ratios = new Map<number, Ratio>();
	const end = path.targetYear;
	if (year >= path.baseYear) {
		const share = near(path.share(year));
		ratios.set(asked.share, share);
		ratios.set(asked.hundredShare, times(hundred, share));
		ratios.set(asked.inverse, near(path.inverse(year)));
		ratios.set(asked.yearly, near(path.yearly(year)));
		ratios.set(asked.endShare, near(path.share(end)));
		ratios.set(asked.endInverse, near(path.inverse(end)));
		ratios.set(asked.perFall, per(oneRatio, minus(oneRatio, near(path.share(end)))));
		setLogarithms(r, year, path, rules.limits);
	}
	if (sector?.base != null && sign(sector.base) > 0 && year >= sector.path.baseYear) {
		const required = times(sector.base, near(sector.path.share(year)));
		const target = times(sector.base, near(sector.path.share(sector.path.targetYear)));
		ratios.set(asked.sectorRequired, required);
		ratios.set(asked.sectorInverse, per(hundred, required));
		ratios.set(asked.sectorTarget, target);
		ratios.set(asked.sectorTargetInverse, per(hundred, target));
	}
	for (const [register, value] of ratios) {
		if (!fits(value)) return undefined;
		setRatio(r, register, value);
	}
	return r;
}

/**
 * What makes the figures of logarithms of ln(intensity / base), by the definitions of `trajectory/shapes/equal-rate.ts`: each a float whose logarithm is
 * within the allowance, and the rest within a few units of the last place.
 */
function setLogarithms(
	r: Registers,
	year: number,
	{ baseYear, targetYear, keep, years }: Path,
	limits: YearTerms["rules"]["limits"],
): void {
	const rate = floatLogarithm(keep) / years;
	const gone = year - baseYear;
	const left = targetYear - year;
	setFloat(r, asked.progress, 100 / ((targetYear - baseYear) * rate));
	if (gone > 0) setFloat(r, asked.schedule, 1 / (gone * rate));
	if (left > 0) {
		setFloat(r, asked.cutStart, ((targetYear - baseYear) * rate) / left);
		setFloat(r, asked.cutPerYear, 1 / left);
	}
	setFloat(r, asked.near, toFloat(limits.near) * gone * rate);
	setFloat(r, asked.far, toFloat(limits.far) * gone * rate);
}

function near(root: Root): Ratio {
	return root.rational ?? { over: root.digits(rootPlaces), under: ten(rootPlaces) };
}
