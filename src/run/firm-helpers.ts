/** Threads that help with the firms of a large run: which of theirs are simple, and their rows. Each keeps what it was told of until the run ends. */
import type { Basis } from "../domain/basis.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { SelectedPart } from "../screening/clear/selecting.ts";
import type { FirmsTask } from "./firm-tasks.ts";

/** What rows of simple firms show besides the firms' own: the sectors' bases, once all firms are pooled. */
export interface RowTerms {
	readonly basis: Basis;
	readonly sectors: readonly SectorTerms[];
}

export interface SectorTerms {
	readonly sector: string;
	/** Id of the plan. */
	readonly plan: string;
	readonly base: Ratio | null;
	readonly baseFirms: number | null;
	readonly thin: boolean;
	readonly priceYear: number | null;
}

/** Rows of the simple ones among a block of firms, in UTF-8. */
export interface RowsMade {
	readonly bytes: Uint8Array;
	/** Which firms, by their places among those that the thread was told of, and where the rows of each end. */
	readonly firms: Uint32Array;
	readonly ends: Uint32Array;
}

export interface FirmHelpers {
	/** So many firms are dealt out at a time. */
	readonly block: number;
	/** How many help with so many firms. */
	readonly count: (firms: number) => number;
	/** Helpers are numbered from 0. */
	readonly select: (helper: number, task: FirmsTask) => Promise<SelectedPart>;
	readonly showRows: (helper: number, terms: RowTerms) => Promise<void>;
	/** The rows of firms by their places, from one to before another. */
	readonly rows: (helper: number, from: number, to: number) => Promise<RowsMade>;
}
