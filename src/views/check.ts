/** The findings of a run as one value, for `tanlu check`: every format draws from it. */
import type { ReportFinding, ReportInput } from "./report.ts";

/** A finding, and whether the baseline knows it. */
export interface CheckFinding extends ReportFinding {
	/** null: not in the baseline. A known finding stays in every output, marked; it counts for no exit code. */
	readonly known: { readonly reason: string; readonly until: string | null } | null;
}

/** What became of one rule, over all firms it was asked of. */
export interface CheckRule {
	/** The catalogue's id: `M-301`. */
	readonly rule: string;
	readonly code: string;
	readonly asked: number;
	readonly passed: number;
	readonly failed: number;
	readonly notChecked: readonly { readonly why: string; readonly firms: number }[];
}

export interface Check {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: string; readonly version: string; readonly seeds: string; readonly rules: string };
	readonly inputs: readonly ReportInput[];
	readonly rules: readonly CheckRule[];
	readonly findings: {
		/** Exact, whatever is listed; known findings are not counted here but in `known`. */
		readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
		readonly known: number;
		/** Exact number of each code that was found, known or not. */
		readonly byCode: readonly { readonly code: string; readonly count: number }[];
		readonly notChecked: readonly { readonly rule: string; readonly why: string }[];
		/** Heaviest first: gravity, then weight in tonnes, then place. */
		readonly list: readonly CheckFinding[];
	};
}
