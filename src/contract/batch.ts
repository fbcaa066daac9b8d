/**
 * Submissions judged each by itself, as `batch --format json` writes them; and what of one of them stands in a folder of evidence, from
 * which the pools of all can be added up again.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const batchShapes = {
	batch: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@batchBasis",
		counts: "@batchCounts",
		/** In the order that was asked for. */
		submissions: "@submission[]",
		/** Files and links that belong to no submission. */
		beside: "word[]",
		pools: "@batchPools",
	},
	batchCounts: { submissions: "count", judged: "count", unusable: "count" },
	/** Sectors over the submissions that could be used. */
	batchPools: {
		submissions: "count",
		leftOut: "@leftOut[]",
		/** In order of sector and year; `all` last. */
		sectors: "@pooledSector[]",
		/** Firms beside the path of their sector, in the years shown. */
		standings: "@standing[]",
	},
	leftOut: { submission: "word", firm: "word?", why: "of leftOutReasons" },
	pooledSector: {
		sector: "id",
		year: "year",
		targets: "word",
		firms: "count",
		emissions: "tonnes?",
		output: "output?",
		intensity: "intensity?",
		comparable: "count",
		sinceBasePercent: "percent?",
		required: "intensity?",
		gapPercent: "percent?",
		totalSinceBasePercent: "percent?",
	},
	standing: {
		submission: "word",
		firm: "word",
		year: "year",
		sector: "id",
		/** Firms of the base. */
		firms: "count?",
		thin: "flag",
		base: "intensity",
		required: "intensity?",
		gapPercent: "percent?",
		gapTonnes: "tonnes?",
	},
} as const;

/** A submission in a folder of evidence. */
export const summaryShapes = {
	summary: {
		schemaVersion: "=1",
		tool: "@tool",
		submission: "@submission",
		/** What its firms are in pools; empty where nobody knows what it comes to. */
		pooled: "@pooledFirm[]",
		/** Why none of it is pooled; null where it is, and where no firm of it can be. */
		leftOut: "of leftOutReasons?",
	},
	/** A firm as one plan sees it. */
	pooledFirm: {
		firm: "word",
		sector: "id?",
		targets: "word",
		/** Its base is stated otherwise than its rows have it: it counts in no base. */
		baseDisputed: "flag",
		years: "@pooledYear[]",
	},
	pooledYear: { year: "year", emissions: "fraction", outputs: "@pooledOutput[]", shown: "flag" },
	/** Without a price year where it is a product's. */
	pooledOutput: { priceYear: "year?", output: "fraction" },
} as const;

/** One row for each submission. */
export const batchColumns = {
	submission: "submission.submission",
	state: "submission.state",
	unusable: "submission.unusable.code",
	verdicts: "submission.verdicts",
	gap_tonnes: "submission.gapTonnes",
	heaviest_code: "submission.heaviest.code",
	heaviest_tonnes: "submission.heaviest.weightTonnes",
	could_turn_verdict: "submission.heaviest.couldTurnVerdict",
	default_share_pct: "submission.defaultSharePercent",
	asserted_share_pct: "submission.assertedSharePercent",
	files_read: "submission.filesRead",
	files_not_read: "submission.filesNotRead",
	own_tables: "submission.ownTables",
	errors: "counts.error",
	warnings: "counts.warning",
	notes: "counts.note",
} as const;

type Shapes = typeof shared & typeof batchShapes;
export type BatchSentences = Sentences<typeof batchShapes>;
export type SummarySentences = Sentences<typeof summaryShapes>;

export type Batch = Shaped<Shapes, "batch">;

type OfSummary = typeof shared & typeof summaryShapes;
export type Summary = Shaped<OfSummary, "summary">;
export type PooledFirm = Shaped<OfSummary, "pooledFirm">;
