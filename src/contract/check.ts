/** The findings of a run, as `check --format json` and `--format csv` write them. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const checkShapes = {
	check: { schemaVersion: "=1", tool: "@tool", inputs: "@input[+]", rules: "@rule[]", findings: "@checkFindings" },
	/** What became of one rule, over all firms it was asked of. */
	rule: {
		rule: "rule",
		code: "code",
		asked: "count",
		passed: "count",
		failed: "count",
		notChecked: "@unanswered[]",
	},
	unanswered: { why: "code", firms: "place" },
	checkFindings: {
		/** Exact, whatever is listed; known findings are not counted here but in `known`. */
		counts: "@counts",
		known: "count",
		/** Exact number of each code that was found, known or not. */
		byCode: "@byCode[]",
		notChecked: "@notChecked[]",
		/** Heaviest first: gravity, then weight in tonnes, then place. */
		list: "@checkFinding[]",
	},
	byCode: { code: "code", count: "place" },
	checkFinding: {
		"...": "finding",
		/** null: not in the baseline. A known finding stays in every output, marked; it counts for no exit code. */
		known: "@known?",
	},
	known: { reason: "text", until: "day?" },
} as const;

/** One row for each finding: each column with the key that stands in it. */
export const checkColumns = {
	gravity: "checkFinding.gravity",
	code: "checkFinding.code",
	file: "checkFinding.file",
	sheet: "checkFinding.sheet",
	row: "checkFinding.row",
	line: "checkFinding.line",
	column: "checkFinding.column",
	letter: "checkFinding.letter",
	value: "checkFinding.value",
	firm: "checkFinding.firm",
	period: "checkFinding.period",
	message: "checkFinding.message",
	remedy: "checkFinding.remedy",
	weight_tonnes: "checkFinding.weightTonnes",
	could_turn_verdict: "checkFinding.couldTurnVerdict",
	cause: "checkFinding.cause",
	fingerprint: "checkFinding.fingerprint",
	known: "checkFinding.known.reason",
	known_until: "checkFinding.known.until",
} as const;

type Shapes = typeof shared & typeof checkShapes;
export type CheckSentences = Sentences<typeof checkShapes>;

export type Check = Shaped<Shapes, "check">;
export type CheckRule = Shaped<Shapes, "rule">;
export type CheckFinding = Shaped<Shapes, "checkFinding">;
