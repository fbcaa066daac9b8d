/** Files that users write as JSON beside their tables: rules in place of the tool's, findings that are known. */
import type { Sentences, Shaped } from "./kinds.ts";

export const rulesShapes = {
	/** `$schema` is for editors. */
	rules: { "$schema?": "anything", "limits?": "@changedLimit{}", "gravities?": "@changedGravity{}", "off?": "@switchedOff{}" },
	/** What a limit may be is seen once it is known which one it is. */
	changedLimit: { reason: "reason", value: "text" },
	changedGravity: { reason: "reason", value: "of gravities" },
	switchedOff: { reason: "reason" },
} as const;

export const baselineShapes = {
	baseline: { "...": "*", schemaVersion: "=1", entries: "@entry[]" },
	entry: {
		"...": "*",
		fingerprint: "fingerprint",
		code: "code",
		"firm?": "text?",
		"period?": "text?",
		reason: "reason",
		/** The last day it holds. */
		"until?": "calendar-day?",
	},
} as const;

export type RulesSentences = Sentences<typeof rulesShapes>;
export type BaselineSentences = Sentences<typeof baselineShapes>;

export type RulesFile = Shaped<typeof rulesShapes, "rules">;
export type BaselineFile = Shaped<typeof baselineShapes, "baseline">;
/** With all its keys, as `--write-baseline` writes it. */
export type BaselineEntry = Required<Shaped<typeof baselineShapes, "entry">>;
