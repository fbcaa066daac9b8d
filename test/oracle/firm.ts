/** One firm: its rows by year, its base and its own path. */
import { groupBy } from "./counting.ts";
import type { Power } from "./emissions.ts";
import { type FirmYear, firmYear, type YearRows } from "./firmYear.ts";
import { Fraction, ONE, whole } from "./fraction.ts";
import { type Path, pathOf, planPath } from "./path.ts";
import { type Plan, sectorOf, topSector } from "./plans.ts";
import type { EnergyEntry, Fault, OutputEntry } from "./reading.ts";
import { slips } from "./slip.ts";
import type { FirmRow, Options, OutputRow } from "./types.ts";

export interface Gathered {
	readonly energy: readonly EnergyEntry[];
	readonly output: readonly OutputEntry[];
	readonly faults: readonly Fault[];
	readonly blanks: readonly Fault[];
}

interface Base {
	/** null: unusable, because of the reason */
	readonly intensity: Fraction | null;
	readonly coalIntensity: Fraction | null;
	readonly reason: string | null;
	/** the constant prices it is in */
	readonly basis: string;
	/** stated by the firms table */
	readonly stated: boolean;
}

export interface Firm {
	readonly id: string;
	readonly sector: string | null;
	/** level-1 sector, null where unknown or double */
	readonly top: string | null;
	readonly years: ReadonlyMap<number, FirmYear>;
	readonly base: Base;
	readonly path: Path;
	/** stays out of pooled bases */
	readonly differs: boolean;
}

/** The division whose method a level-1 sector follows. */
const DIVISIONS: Readonly<Record<string, string>> = {
	steel: "31",
	nonferrous: "32",
	building_materials: "30",
	petrochemical: "26",
};

const byYear = (gathered: Gathered, top: string | null, options: Options, power: Power): Map<number, FirmYear> => {
	const { energy, output, faults, blanks } = gathered;
	const everywhere = faults.some(({ year }) => year === null);
	const slipped = new Set(groupBy(energy, ({ series }) => series).flatMap((entries) => slips(entries).map(({ year }) => year)));
	const used = new Set(energy.map(({ carrier }) => carrier.id));
	const years = [...new Set([...energy, ...output, ...faults].map(({ year }) => year))].filter((year) => year !== null);
	const rows = (year: number): YearRows => ({
		year,
		division: DIVISIONS[top ?? ""] ?? "",
		energy: energy.filter((entry) => entry.year === year),
		output: output.filter((entry) => entry.year === year),
		faults: faults.filter((fault) => fault.year === year),
		blanks: blanks.filter((blank) => blank.year === year && (blank.carrier === null || used.has(blank.carrier.id))),
		error: everywhere || slipped.has(year),
	});
	return new Map(years.sort((a, b) => a - b).map((year) => [year, firmYear(rows(year), options, power)]));
};

const baseOf = (year: FirmYear | undefined, stated: Fraction | null, plan: Plan, perProduct: boolean): Base => {
	const planPrices = perProduct ? "none" : `constant-${plan.baseYear}`;
	const usable = year !== undefined && year.own.length === 0 && year.basis !== null ? year : null;
	const coalIntensity = usable?.coalIntensity ?? null;
	if (stated !== null) return { intensity: stated, coalIntensity, reason: null, basis: planPrices, stated: true };
	if (usable?.basis) {
		return { intensity: usable.intensity, coalIntensity, reason: null, basis: usable.basis, stated: false };
	}
	const unpriced = year !== undefined && year.output !== null && year.basis === null;
	const reason = year?.own.includes("errors") ? "errors" : unpriced ? "prices" : "no-base";
	return { intensity: null, coalIntensity, reason, basis: planPrices, stated: false };
};

/** Half a unit in the last printed place. */
const printedDoubt = (text: string): Fraction => ONE.div(whole(2).mul(whole(10).pow(text.split(".")[1]?.length ?? 0)));

const given = (cell: string | undefined): Fraction | null => Fraction.parse(cell ?? "");

export const firmOf = (
	id: string,
	gathered: Gathered,
	rows: readonly OutputRow[],
	master: FirmRow | undefined,
	options: Options,
	plan: Plan,
	power: Power,
): Firm => {
	const baseYear = Number(master?.base_year || plan.baseYear);
	const stated = given(master?.base_intensity);
	const linear = options.path === "linear";
	const percent = given(master?.target_pct);
	const path =
		percent === null
			? planPath(plan, Fraction.from(plan.reduction), linear, baseYear)
			: pathOf(linear, percent, plan.targetYear - baseYear, baseYear, plan.targetYear);
	const told = master?.sector ? [master.sector] : rows.map(({ sector }) => sector ?? "").filter((cell) => cell !== "");
	const sectors = [...new Set(told.map(sectorOf).filter((sector) => sector !== null))].sort();
	const tops = new Set(sectors.map(topSector));
	const top = tops.size === 1 ? topSector(sectors[0] ?? "") : null;
	const years = byYear(gathered, top, options, power);
	const perProduct = options.per?.startsWith("product:") === true;
	const own = years.get(baseYear)?.intensity ?? null;
	const doubt = printedDoubt(master?.base_intensity ?? "");
	return {
		id,
		sector: sectors[0] ?? null,
		top,
		years,
		base: baseOf(years.get(baseYear), stated, plan, perProduct),
		path,
		differs: stated !== null && own !== null && own.sub(stated).abs().compare(doubt) > 0,
	};
};
