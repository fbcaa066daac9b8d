/** What a language says of each field that programs exchange: input columns, keys of the json outputs, columns of csv. */
import type { BatchSentences, SummarySentences } from "../contract/batch.ts";
import type { CheckSentences } from "../contract/check.ts";
import type { ComparisonSentences } from "../contract/comparison.ts";
import type { DerivationSentences } from "../contract/derivation.ts";
import type { DiffSentences } from "../contract/diff.ts";
import type { DriversSentences } from "../contract/drivers.ts";
import type { ManifestSentences } from "../contract/evidence.ts";
import type { ExplainSentences } from "../contract/explain.ts";
import type { BaselineSentences, RulesSentences } from "../contract/inputs.ts";
import type { InspectionSentences } from "../contract/inspection.ts";
import type { FileName, OutputName } from "../contract/outputs.ts";
import type { ReportSentences } from "../contract/report.ts";
import type { SharedSentences } from "../contract/shared.ts";
import type { SourcesSentences } from "../contract/sources.ts";
import type { ColumnName, TableKind } from "../contract/tables.ts";
import type { TrackSentences } from "../contract/track.ts";
import type { VerificationSentences } from "../contract/verification.ts";
import type { WhatifSentences } from "../contract/whatif.ts";

/**
 * One short sentence for each key of the catalogue; units and the meaning of a sign are said where they are not plain. A csv
 * column has the sentence of its key; what is null in json is an empty cell there.
 */
export interface Fields {
	readonly tables: {
		readonly [K in TableKind]: Described & { readonly columns: { readonly [C in ColumnName<K>]: string } };
	};
	readonly outputs: { readonly [O in OutputName]: Described };
	/** Files that users write as JSON. */
	readonly files: { readonly [F in FileName]: Described };
	/** What several outputs tell alike. */
	readonly shared: SharedSentences;
	readonly report: ReportSentences;
	readonly check: CheckSentences;
	readonly track: TrackSentences;
	readonly inspection: InspectionSentences;
	readonly explain: ExplainSentences;
	readonly derivation: DerivationSentences;
	readonly verification: VerificationSentences;
	readonly batch: BatchSentences;
	readonly summary: SummarySentences;
	readonly manifest: ManifestSentences;
	readonly diff: DiffSentences;
	readonly comparison: ComparisonSentences;
	readonly sources: SourcesSentences;
	readonly drivers: DriversSentences;
	readonly whatif: WhatifSentences;
	readonly rules: RulesSentences;
	readonly baseline: BaselineSentences;
}

/** A thing as a whole: its name, and what it is in a sentence or two. */
export interface Described {
	readonly title: string;
	readonly about: string;
}
