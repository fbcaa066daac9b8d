/** Submissions as the contract of a batch has them: in the order asked for, with the sectors that they make together. */
import { sectorGap } from "../assessment/figures.ts";
import type { AssessedSector } from "../assessment/pools.ts";
import type { Batch } from "../contract/batch.ts";
import type { Report } from "../contract/report.ts";
import type { BatchBasis, Submission } from "../contract/shared.ts";
import { byCodeUnit } from "../domain/order.ts";
import type { SubmissionOrder } from "../domain/words.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { per, type Ratio } from "../exact/ratio.ts";
import type { BatchSectors } from "../run/pooled.ts";
import { isAbove } from "./build-submission.ts";

const places = 12;

export interface BatchParts {
	readonly tool: Report["tool"];
	readonly basis: BatchBasis;
	readonly submissions: readonly Submission[];
	readonly beside: readonly string[];
	readonly pools: BatchSectors;
}

export function buildBatch({ tool, basis, submissions, beside, pools }: BatchParts, order: SubmissionOrder): Batch {
	const unusable = submissions.filter(({ state }) => state === "unusable").length;
	return {
		schemaVersion: 1,
		tool,
		basis,
		counts: { submissions: submissions.length, judged: submissions.length - unusable, unusable },
		submissions: inOrder(submissions, order),
		beside,
		pools: {
			submissions: pools.submissions,
			leftOut: pools.leftOut.map(({ submission, firm, why }) => ({ submission, firm, why })),
			sectors: [...pools.sectors].sort(bySector).flatMap(sectorIn),
			standings: pools.standings.map(({ submission, firm, year, sector, figures }) => ({
				...{ submission, firm, year },
				sector: sector.sector,
				firms: figures.firms,
				thin: figures.thin,
				base: figures.base(places),
				required: written(figures.required),
				gapPercent: written(figures.gapPercent),
				gapTonnes: written(figures.gapTonnes),
			})),
		},
	};
}

/** Largest first; those without come behind, and what is alike by name. */
function inOrder(submissions: readonly Submission[], order: SubmissionOrder): Submission[] {
	const sizeOf = ({ gapTonnes, heaviest }: Submission): string | null =>
		order === "name" ? null : order === "weight" ? (heaviest?.weightTonnes ?? null) : gapTonnes;
	return [...submissions].sort((a, b) => {
		const [x, y] = [sizeOf(a), sizeOf(b)];
		if (x !== y && (x === null || y === null)) return x === null ? 1 : -1;
		if (x !== null && y !== null && x !== y) return isAbove(x, y) ? -1 : 1;
		return byCodeUnit(a.submission, b.submission);
	});
}

/** By id, `all` last. */
function bySector(a: AssessedSector, b: AssessedSector): number {
	const last = Number(a.sector === "all") - Number(b.sector === "all");
	return last || byCodeUnit(a.sector, b.sector);
}

function sectorIn(sector: AssessedSector): Batch["pools"]["sectors"][number][] {
	return sector.years.map((one) => {
		const { pool, comparable, sinceBase, totalSinceBase, year } = one;
		const gap = sectorGap(sector, one);
		const some = pool.firms > 0;
		return {
			sector: sector.sector,
			year,
			targets: sector.plan.id,
			firms: pool.firms,
			emissions: some ? exactly(pool.emissions) : null,
			output: some ? exactly(pool.output) : null,
			intensity: some ? exactly(per(pool.emissions, pool.output)) : null,
			comparable,
			sinceBasePercent: exactly(sinceBase),
			required: written(gap.required),
			gapPercent: written(gap.gapPercent),
			totalSinceBasePercent: exactly(totalSinceBase),
		};
	});
}

function exactly(value: Ratio | null): string | null {
	return value === null ? null : figure(value)(places);
}

function written(value: Figure | null): string | null {
	return value === null ? null : value(places);
}
