/** Claims beside what the tables come to: what `verify --format json` and `--format csv` write. No figure is ever corrected. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const comparisonShapes = {
	comparison: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		/** As asked; null where the printed digits alone decide. */
		tolerance: "word?",
		/** In order of name. */
		inputs: "@input[+]",
		counts: "@outcomeCounts",
		/** In order of firm, by code unit, period and metric. */
		claims: "@claim[]",
		findings: "@findings",
	},
	outcomeCounts: {
		equal: "count",
		within: "count",
		outside: "count",
		notClaimed: "count",
		notComputable: "count",
		refused: "count",
	},
	claim: {
		firm: "word",
		name: "word?",
		period: "span",
		metric: "of claimMetrics",
		outcome: "of claimOutcomes",
		/** In `unit`; null where nobody claims the figure, or where its rows were refused. */
		claimed: "decimal?",
		printed: "@printedClaim?",
		recomputed: "decimal?",
		unit: "word",
		/** Claimed less recomputed. */
		difference: "decimal?",
		/** Of the recomputed figure; null where that is zero. */
		differencePercent: "percent?",
		direction: "of directions?",
		/** How far the claim may lie from the recomputed figure. */
		allowed: "decimal?",
		why: "of claimObstacles?",
		/** Likeliest first. */
		causes: "@likelyCause[]",
		file: "word?",
		row: "place?",
	},
	printedClaim: { number: "word", unit: "word" },
	likelyCause: {
		cause: "of claimCauses",
		/** A power of ten, a carrier, a factor, a set, a year. */
		detail: "text",
		value: "decimal",
	},
} as const;

/** One row for each claim, and for each figure that nobody claims. */
export const comparisonColumns = {
	firm: "claim.firm",
	name: "claim.name",
	period: "claim.period",
	metric: "claim.metric",
	outcome: "claim.outcome",
	claimed: "claim.claimed",
	printed: "claim.printed.number",
	printed_unit: "claim.printed.unit",
	recomputed: "claim.recomputed",
	unit: "claim.unit",
	difference: "claim.difference",
	difference_pct: "claim.differencePercent",
	direction: "claim.direction",
	allowed: "claim.allowed",
	why: "claim.why",
	cause: "likelyCause.cause",
	cause_detail: "likelyCause.detail",
	cause_value: "likelyCause.value",
	file: "claim.file",
	row: "claim.row",
} as const;

type Shapes = typeof shared & typeof comparisonShapes;
export type ComparisonSentences = Sentences<typeof comparisonShapes>;

export type Comparison = Shaped<Shapes, "comparison">;
export type ComparedClaim = Shaped<Shapes, "claim">;
