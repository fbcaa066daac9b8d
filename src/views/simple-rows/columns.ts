/** The columns of the csv report that are not the same for all firms of a shape and year: where each figure stands, and the exact one. */
import type { YearFigures } from "../../assessment/figures.ts";
import { reckoned } from "../../assessment/simple/registers.ts";
import type { reportColumns } from "../../contract/report.ts";
import type { Figure } from "../../exact/figure.ts";
import type { ExactYear } from "./exact-year.ts";

export type Column = keyof typeof reportColumns;

/** A figure in registers, and the same exactly; null where a year has none. */
export interface FigureColumn {
	readonly column: Column;
	readonly register: number;
	/** With what it is written: the size of what it was made of where it has 12 places, its error where it has 6. */
	readonly beside: number;
	readonly places: 12 | 6;
	readonly exactly: (one: ExactYear) => Figure | null;
}

const twelve = (column: Column, register: number, exactly: FigureColumn["exactly"], beside: number = register): FigureColumn => ({
	column,
	register,
	beside,
	places: 12,
	exactly,
});

/** A figure that is a difference has its size behind it. */
const apart = (column: Column, register: number, exactly: (figures: YearFigures) => Figure | null | undefined): FigureColumn =>
	twelve(column, register, ({ figures }) => exactly(figures) ?? null, register + 1);

const six = (column: Column, register: number, exactly: (figures: YearFigures) => Figure | null | undefined): FigureColumn => ({
	...{ column, register, beside: register + 1, places: 6 },
	exactly: ({ figures }) => exactly(figures) ?? null,
});

/** In the order of the report's columns. */
export const figureColumns: readonly FigureColumn[] = [
	twelve("fuel_tco2", reckoned.fuel, ({ fuel }) => fuel),
	twelve("process_tco2", reckoned.process, ({ process }) => process),
	twelve("electricity_tco2", reckoned.electricity, ({ electricity }) => electricity),
	twelve("heat_tco2", reckoned.heat, ({ heat }) => heat),
	twelve("total_tco2", reckoned.tonnes, ({ total }) => total),
	twelve("energy_tce", reckoned.tce, ({ tce }) => tce),
	twelve("output", reckoned.output, ({ output }) => output),
	twelve("intensity", reckoned.intensity, ({ intensity }) => intensity),
	apart("since_base_pct", reckoned.sinceBase, ({ sinceBasePercent }) => sinceBasePercent),
	apart("since_last_year_pct", reckoned.sinceLast, ({ sinceLastYearPercent }) => sinceLastYearPercent),
	twelve("own_base", reckoned.base, ({ figures }) => figures.ownPath?.base ?? null),
	twelve("own_required", reckoned.required, ({ figures }) => figures.ownPath?.required ?? null),
	apart("own_gap", reckoned.gap, ({ ownPath }) => ownPath?.gap),
	apart("own_gap_pct", reckoned.gapPercent, ({ ownPath }) => ownPath?.gapPercent),
	apart("own_gap_points", reckoned.gapPoints, ({ ownPath }) => ownPath?.gapPoints),
	apart("own_gap_tonnes", reckoned.gapTonnes, ({ ownPath }) => ownPath?.gapTonnes),
	twelve("own_target", reckoned.target, ({ figures }) => figures.ownPath?.target ?? null),
	apart("own_target_gap_pct", reckoned.targetGapPercent, ({ ownPath }) => ownPath?.targetGapPercent),
	six("needed_yearly_cut_pct", reckoned.cut, ({ ownPath }) => ownPath?.neededYearlyCutPercent),
	apart("sector_gap", reckoned.sectorGap, ({ sectorPath }) => sectorPath?.gap),
	apart("sector_gap_pct", reckoned.sectorGapPercent, ({ sectorPath }) => sectorPath?.gapPercent),
	apart("sector_gap_tonnes", reckoned.sectorGapTonnes, ({ sectorPath }) => sectorPath?.gapTonnes),
	apart("sector_target_gap_pct", reckoned.sectorTargetGapPercent, ({ sectorPath }) => sectorPath?.targetGapPercent),
	six("progress_pct", reckoned.progress, ({ progressPercent }) => progressPercent),
	six("completion_pct", reckoned.completion, ({ completionPercent }) => completionPercent),
	six("schedule_ratio", reckoned.schedule, ({ scheduleRatio }) => scheduleRatio),
];

/** Who the row is of: written by whoever knows the firm. */
export const firmColumns: readonly Column[] = ["firm", "name", "sector", "province"];

/** What the verdict makes of the columns behind the figures, side by side. */
export const verdictColumns: readonly Column[] = ["year_test", "cumulative_test", "verdict", "qualifiers"];
